"""What the desk sees in a text, and that nothing of a text is ever more than its letters."""

import re
import time

import pytest

from cst1992.teacher.marking.desk.drawing import alike_html, memo_html, shown, sources_html
from cst1992.teacher.marking.desk.hints import alike, cited, length, longest_shared, runs
from cst1992.teacher.marking.desk.pile import pile_of
from cst1992.teacher.marking.desk_folder import DeskFolder
from tests.teacher.marking.desk.class_of import SCRIPT, TEXTS, records_of
from tests.teacher.marking.sheets import NAME, box, content, solved, the_master

FIRST = "%%memo 200 words. Leave this line, and write below it."


@pytest.mark.parametrize(("words", "read"), [(0, 0), (249, 249), (250, 250), (251, 250), (3000, 250)])
def test_a_text_is_cut_at_the_last_word_that_is_read(words, read):
    found = length("word\n" * words, 250)
    assert (found.count, len(found.read.split()), len(found.not_read.split())) == (words, read, words - read)


def test_what_is_not_read_is_shown_as_not_read():
    shown_memo = memo_html("word " * 252, "in a box below", length("word " * 252, 250), FIRST, [])
    assert "<strong>252 words</strong>, 200 are wanted, read to word 250. Found in a box below." in shown_memo
    assert "Here word 250 ends: what follows is not read." in shown_memo
    assert "not read" not in memo_html("word", "in its box", length("word", 250), FIRST, [])


def test_cited_keys_are_found_or_told_with_what_they_are():
    found = {one.key: (one.source is not None, one.told) for one in cited(TEXTS["Anna"])}
    assert found == {
        "protocol-1999": (True, ""),
        "jamestwn-5-28": (False, "not in our sources. Did you mean 'jamestown-5-28'?"),
    }, "neither a day nor a word with a hyphen is a key"
    (row,) = cited("It rests on 1999-02-04-uzbekistan-statement.")
    assert row.told == "a row of our table treaty_actions, not a source"
    html = sources_html(cited("`protocol-1999`"), cited("`protocol-1999` `csto-25-years`"))
    assert "Keys cited: 1, found: 1" in html and "csto-25-years</code> (in what is not read)" in html
    assert html.count("protocol-1999") == 1 and 'rel="noopener noreferrer"' in html


def test_texts_that_are_alike_are_named_with_what_they_share():
    texts = [TEXTS["Finn"], TEXTS["Jan"], TEXTS["Gul"]]
    (like,) = alike(0, [runs(text) for text in texts], texts[0])
    assert (like.place, like.shared) == (2, 11)
    assert like.longest == "Kazakhstan signed and waited until the end of the year before it ratified, which nobody"
    assert "Like text 3: 11 of 15 runs of five words" in alike_html([like], texts)
    assert longest_shared("no run in common at all", runs(TEXTS["Jan"])) == ""


def test_a_class_that_shares_its_words_fills_no_page_with_hints():
    texts = [f"{TEXTS['Finn']} {number}" for number in range(20)]
    likes = alike(0, [runs(text) for text in texts], texts[0])
    html = alike_html(likes, texts)
    assert len(likes) == 19 and html.index("Like 14 more texts, less") > html.index("Like text 6:")
    assert html.count("<summary>Like text") == 19, "all of them can still be unfolded"
    assert "more texts" not in alike_html(likes[:6], texts)


def test_the_model_answer_is_a_text_as_well_and_what_the_sheet_gave_is_none(tmp_path):
    model, task = (
        the_master().texts[0].model,
        next(cell.source for cell in the_master().cells if "Fairness" in cell.source),
    )
    folder = records_of(DeskFolder(tmp_path), {"Anna": " ".join(model.split()[30:90]), "Bob": task, "Cleo": task})
    pile = pile_of(folder, the_master())
    likes = {text.student: [like.place for like in pile.like(text)] for text in pile.texts["w-memo"]}
    assert likes == {"Anna": [3], "Bob": [], "Cleo": []}


def test_likeness_costs_little_even_where_three_hundred_are_the_same():
    same = [runs(f"{TEXTS['Finn']} " * 12) for _ in range(300)]
    begun = time.process_time()
    assert len(alike(0, same, TEXTS["Finn"])) == 299
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("text", [SCRIPT, 'a" onmouseover="x', "</div><style>*{}</style>", "&lt;b&gt;", "x" * 200_000])
def test_nothing_of_a_text_is_more_than_its_letters(text):
    drawn = memo_html(text, text, length(text, 0), FIRST, [text]) + memo_html(
        "", "nowhere", length("", 0), FIRST, [text]
    )
    drawn += sources_html(cited(f"`{text}` {text}"), []) + shown(text)
    tags = set(re.findall(r"<(\w+)", drawn))
    assert tags <= {"p", "div", "strong", "ul", "li", "code", "a"} and len(drawn) < 900_000
    assert not re.search(r"<[^>]*\bon\w+=", drawn)


def test_a_text_that_was_not_found_shows_the_boxes_of_the_student_s_own(tmp_path):
    from cst1992.teacher.marking.one_sheet import Sheet

    notebook = solved()
    notebook.cells.insert(3, box("My memo stands here, among the first boxes.", "markdown"))
    folder = records_of(DeskFolder(tmp_path / NAME), {"Eva": ""})
    folder.keep(Sheet("Eva", content(notebook)))
    pile = pile_of(folder, the_master())
    assert pile.own_boxes(pile.texts["w-memo"][0]) == ["My memo stands here, among the first boxes."]
