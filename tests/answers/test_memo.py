"""A memo: any text can be written, its words are counted, and the marker finds it."""

import json

import pytest

from cst1992.answers.memo import memos
from cst1992.teacher.assignments import assignment_names, exercise_path

NAMES = assignment_names()


WORDS = 'My friend doesn\'t agree; "why"? Look! 50 % of all: мәтін, текст (d d b).'


def test_a_memo_takes_any_text_and_counts_its_words(run):
    printed, red = run(f"%%memo 200 words. Leave this line, and write below it.\n{WORDS}\n\n{WORDS}")
    assert (
        not red and "30 words; about 200 are wanted. They are kept in this sheet when you save it (Ctrl+S)." in printed
    )
    assert "0 words; 600 to 800 are wanted. Write below" in run("%%memo 600 to 800 words")[0]


@pytest.mark.parametrize(
    "text", [WORDS, "Georgia did not prolong the Treaty and its term ended in April", "%%mem\n" + WORDS]
)
def test_a_memo_without_its_first_line_is_not_lost_and_one_sentence_mends_it(run, text):
    printed, red = run(text)
    assert red and "Nothing is lost. Click before its first word, write %%memo" in printed
    assert "Traceback" not in run(f"%%memo\n{text}")[0]


@pytest.mark.parametrize("change", ["as it is", "first line gone", "on the first line", "Markdown", "a new box"])
@pytest.mark.parametrize("name", [name for name in NAMES if name[:2] in ("03", "05", "06")])
def test_the_marker_finds_every_memo(name, change):
    cells = json.loads(exercise_path(name).read_text(encoding="utf-8"))["cells"]
    assert [memo.found for memo in memos(cells)] == ["nowhere"] * len(memos(cells))
    for cell in list(cells):
        if "".join(cell["source"]).startswith("%%memo") and cell["metadata"].get("nbgrader"):
            first = cell["source"][0].rstrip("\n")
            if change == "a new box":
                cells.insert(cells.index(cell) + 1, {"cell_type": "markdown", "metadata": {}, "source": WORDS})
                continue
            cell["cell_type"] = "markdown" if change == "Markdown" else "code"
            cell["source"] = {"first line gone": WORDS, "on the first line": f"{first} {WORDS}"}.get(
                change, f"{first}\n{WORDS}\n"
            )
    found = memos(cells)
    assert len(found) == (2 if name == "06_capstone" else 1)
    assert {memo.text for memo in found} == {WORDS}
    assert {memo.found for memo in found} == {"in a box below" if change == "a new box" else "in its box"}
