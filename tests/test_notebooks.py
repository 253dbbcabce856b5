"""Every notebook: its form, and that it runs from top to bottom."""

import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
DISMISSIVE = r"\b(simply|just|obviously|clearly|easy|easily|of course|trivial)\b"


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def cells(notebook, kind):
    return [cell for cell in notebook.cells if cell.cell_type == kind]


def headings(notebook):
    text = "\n".join(cell.source for cell in cells(notebook, "markdown"))
    return [(len(marks), title) for marks, title in re.findall(r"^(#{1,6}) (.+)$", text, re.MULTILINE)]


def test_a_notebook_ships_without_outputs_and_with_telling_ids(notebook):
    for cell in cells(notebook, "code"):
        assert not cell.outputs and cell.execution_count is None, f"cell {cell.id} has outputs"
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids) and "widgets" not in notebook.metadata


def test_a_notebook_has_one_title_which_is_its_question(notebook):
    levels = headings(notebook)
    assert [level for level, _ in levels].count(1) == 1 and levels[0][0] == 1
    assert notebook.metadata["title"] == levels[0][1]
    assert levels[0][1].endswith("?")


def test_a_notebook_skips_no_heading_level(notebook):
    levels = [level for level, _ in headings(notebook)]
    for above, below in pairwise(levels):
        assert below <= above + 1


def test_a_notebook_has_the_size_of_one_hour(notebook):
    text = "\n".join(cell.source for cell in cells(notebook, "markdown"))
    words = len(re.findall(r"[\w'’-]*\w", re.sub(r"\]\([^)]*\)", "]", text)))
    assert 30 <= len(notebook.cells) <= 45, f"{len(notebook.cells)} cells"
    assert 700 <= words <= 1200, f"{words} words"
    for cell in cells(notebook, "code"):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert len(lines) <= 3, f"cell {cell.id} has {len(lines)} lines"


def test_no_two_code_cells_follow_each_other_without_a_sentence(notebook):
    for above, below in pairwise(notebook.cells):
        assert not (above.cell_type == below.cell_type == "code"), f"{above.id} and {below.id}"


def test_a_notebook_talks_down_to_nobody(notebook):
    for cell in cells(notebook, "markdown"):
        found = re.search(DISMISSIVE, cell.source, re.IGNORECASE)
        assert not found, f"cell {cell.id} says {found.group() if found else ''!r}"


def test_a_notebook_has_its_parts(notebook):
    titles = {title for _, title in headings(notebook)}
    assert {"Your first answer", "Key points", "Your answer, revised", "If you have time", "Reading"} <= titles
    code = " ".join(cell.source for cell in cells(notebook, "code"))
    assert code.count("cst.my_answer(") == 2 and "revised=True" in code, "the first answer, and the answer revised"
    quizzes = [cell for cell in cells(notebook, "code") if "cst.quiz(" in cell.source]
    assert len(quizzes) >= 3
    assert any("cst.explore_" in cell.source for cell in cells(notebook, "code"))


def test_every_section_of_the_quiz_is_asked_in_the_notebook():
    from cst1992.quizzes.bank import bank_names, load_bank

    for name in bank_names():
        path = ROOT / "notebooks" / f"{name}.ipynb"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        for section in load_bank(name).sections() if text else []:
            assert f'section=\\"{section}\\"' in text, f"{name} never asks the section {section!r}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom_without_error_or_warning(path):
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    for cell in cells(notebook, "code"):
        for output in cell.outputs:
            assert output.output_type != "stream" or output.name != "stderr", f"cell {cell.id}: {output.text}"
            html = output.get("data", {}).get("text/html", "")
            assert "<svg" not in html or re.search(r'role="img" aria-label="[^"]{40,}', html), f"{cell.id}: no alt text"
            assert not {"image/png", "image/svg+xml"} & set(output.get("data", {})), (
                f"{cell.id}: a picture without alt text"
            )
