"""What a listener gets: every page and every sheet, run from top to bottom, by its accessibility tree alone."""

from itertools import pairwise

import pytest

from tests.browser.lab import ROOT, close, open_notebook
from tests.browser.names import CONTROLS, Node, outputs_and_texts, pictures_without_table, wrong_names

pytestmark = pytest.mark.browser

PAGES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "notebooks").glob("*.ipynb"))
SHEETS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "exercises").glob("*/*.ipynb"))
QUICK = "notebooks/02_the_treaty_articles.ipynb"


def heard(lab, context, notebook):
    page = context.new_page()
    page.set_default_timeout(60_000)
    open_notebook(lab, page, notebook)
    page.wait_for_timeout(500)
    shown = outputs_and_texts(page)
    close(page)
    return shown


def holds(lab, context, notebook):
    lab.record.unlink(missing_ok=True)
    shown = heard(lab, context, notebook)
    wrong = [sentence for nodes in shown for sentence in wrong_names(nodes)]
    assert wrong == [], "\n".join(wrong)
    without = [sentence for nodes in shown for sentence in pictures_without_table(nodes)]
    assert without == [], "\n".join(without)
    names = [(node.role, node.name) for nodes in shown for one in nodes for node in one.all()]
    levels = [node.level for nodes in shown for one in nodes for node in one.all() if node.role == "heading"]
    assert levels[0] == 1 and levels.count(1) == 1
    skipped = [(before, after) for before, after in pairwise(levels) if after > before + 1]
    assert skipped == [], f"headings skip a level: {skipped}"
    if notebook in PAGES:
        assert any(role in ("image", "img", "table") for role, _ in names), "no picture and no table is heard"
        assert sum(role in CONTROLS for role, _ in names) >= 10, "the controls are not heard"


def test_a_page_can_be_used_by_ear(lab, context):
    holds(lab, context, QUICK)


@pytest.mark.slow
@pytest.mark.parametrize("notebook", [page for page in [*PAGES, *SHEETS] if page != QUICK])
def test_every_page_and_sheet_can_be_used_by_ear(lab, context, notebook):
    holds(lab, context, notebook)


def test_what_is_wrong_with_names_is_found():
    boxes = [Node("button", "Check", None), Node("button", "Check", None), Node("textbox", "", None)]
    group = Node("group", "A quiz", None, [Node("combobox", "Must the victim ask?:", None), *boxes])
    apart = Node("group", "Another", None, [Node("button", "Check", None)])
    assert wrong_names([group, apart]) == [
        "'Must the victim ask?:' ends in a question mark and a colon",
        "a textbox without a name in group 'A quiz'",
        "2 times 'Check' (button) in group 'A quiz'",
    ]
    assert wrong_names([apart]) == []
    bare = Node("figure", "Events", None, [Node("image", "Timeline", None)])
    assert pictures_without_table([bare]) == ["a picture without a name in 'Events'", "no table below 'Events'"]
