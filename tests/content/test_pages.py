"""How each page is laid out: it can be stopped, begun again at any box, and leads on."""

import ast
import builtins
import re
from itertools import pairwise
from operator import attrgetter
from pathlib import Path

import pytest

from cst1992.page.outline import STOP, names_of, walk_pages
from cst1992.page.steps import steps_of

ROOT = Path(__file__).resolve().parents[2]
PAGES = walk_pages()
WALK = [page for page in PAGES if page.number != "00"]
OURS = {"cst", "display", *dir(builtins)}


@pytest.mark.parametrize("page", PAGES, ids=attrgetter("number"))
def test_any_box_runs_alone_after_the_first_one(page):
    for box in page.boxes:
        tree = ast.parse(box.code)
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        used |= set(re.findall(r"@(\w+)", box.code))
        missing = used - names_of(box.code) - OURS
        assert not missing, f"{page.number}, box {box.id} needs {missing} from another box"


@pytest.mark.parametrize("page", PAGES, ids=attrgetter("number"))
def test_a_page_begins_with_its_first_box_and_ends_its_core_with_am_i_done(page):
    assert page.boxes[0].code == f'import cst1992 as cst\n\ncst.begin("{page.number}")'
    assert [box.heading for box in page.boxes if "cst.done(" in box.code] == ["Am I done?"]
    assert page.box_with(f'cst.done("{page.number}")')
    place = [box.id for box in page.boxes].index("done")
    steps = steps_of(page, [])
    assert all(page.boxes.index(step.box) < place for step in steps if step.core), "all of the core comes before"
    after = [question for step in steps if page.boxes.index(step.box) > place and (question := step.question)]
    assert not any(question.core for question in after), "a question after it is no core question"


@pytest.mark.parametrize("page", WALK, ids=attrgetter("number"))
def test_a_page_offers_two_places_to_stop_or_more_in_its_core(page):
    cells = [box.under for box in page.boxes]
    starts = [cells.index(cell) for _, cell in page.parts]
    assert len(starts) >= 2 and starts == sorted(starts)
    assert starts[-1] < cells.index("am-i-done"), "in the core"
    assert page.file.read_text(encoding="utf-8").count(STOP) == len(starts), "each stands right above a heading"


def test_a_sheet_leads_back_to_its_page_and_on_to_the_next():
    for page in WALK:
        [sheet] = (ROOT / "solutions").glob(f"{page.number}_*/*.ipynb")
        text = sheet.read_text(encoding="utf-8")
        assert text.count(f"../../notebooks/{page.file.name}") == 2, f"{sheet.name}: before and after the tasks"
        assert f"../exercises/{sheet.parent.name}/{sheet.name}" in page.file.read_text(encoding="utf-8")
    for page, after in pairwise(WALK):
        [sheet] = (ROOT / "solutions").glob(f"{page.number}_*/*.ipynb")
        assert f"({f'../../notebooks/{after.file.name}'})" in sheet.read_text(encoding="utf-8")
