"""Every page and every sheet in JupyterLab, run from top to bottom: nothing goes wrong, and a listener gets it all."""

from itertools import pairwise

import pytest

from tests.browser.lab import ROOT, close, open_notebook, problems
from tests.browser.names import CONTROLS, Node, outputs_and_texts, pictures_without_table, wrong_names

pytestmark = pytest.mark.browser

PAGES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "notebooks").glob("*.ipynb"))
FEW = ("notebooks/04_the_security_threats.ipynb", "notebooks/06_when_help_was_asked_for.ipynb")
SHEETS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "exercises").glob("*/*.ipynb"))


def heard(lab, context, notebook):
    """What a listener gets of a page that runs without an error, a warning, or a request to the outside."""
    page = context.new_page()
    page.set_default_timeout(60_000)
    open_notebook(lab, page, notebook)
    page.wait_for_timeout(500)
    found, pictures = problems(page), page.locator(".cst-figure svg:visible, .cst-glance:visible").count()
    shown = outputs_and_texts(page)
    close(page)
    assert found == [] and context.outside == [], f"{notebook}: {found}, {context.outside}"
    assert pictures >= 1 or notebook not in PAGES, f"{notebook} shows no picture and no table at a glance"
    return shown


@pytest.mark.slow
@pytest.mark.parametrize(
    "notebook", [*FEW, *[pytest.param(one, marks=pytest.mark.release) for one in [*PAGES, *SHEETS] if one not in FEW]]
)
def test_every_page_and_sheet_runs_clean_and_can_be_used_by_ear(lab, context, notebook):
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
