"""All six kinds of question in JupyterLab and in Notebook 7: by mouse, by keyboard, and back on another day."""

import nbformat
import pytest

from tests.browser.lab import cell_count, change_theme, close, open_notebook, restart_kernel, run_all
from tests.quizzes.banks import SIX

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FRONT_ENDS = ["JupyterLab", pytest.param("Notebook 7", marks=pytest.mark.release)]
NAME = "six kinds.ipynb"


def question(page, number):
    return page.locator(".cst-question").nth(number)


@pytest.fixture(scope="module", params=FRONT_ENDS)
def kept_page(request, lab, browser):
    """A page with a quiz of six kinds and a box for one's own words."""
    (lab.root / "six.yaml").write_text(SIX, encoding="utf-8")
    notebook = nbformat.v4.new_notebook()
    sources = ("import cst1992 as cst", 'cst.quiz("six.yaml")', 'cst.my_answer("99", "What is a promise worth?")')
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in sources]
    nbformat.write(notebook, lab.root / NAME)
    context = lab.context(browser, height=2200)
    page = context.new_page()
    page.set_default_timeout(20_000)
    open_notebook(lab, page, NAME, run=False, front_end=request.param)
    yield page
    close(page)
    context.close()


@pytest.fixture
def page(lab, kept_page):
    """The same, run again for somebody with an empty record."""
    lab.record.unlink(missing_ok=True)
    change_theme(kept_page, "light")
    run_all(kept_page)
    question(kept_page, 5).wait_for()
    return kept_page


def check(page, number, expected="✓ Right."):
    question(page, number).get_by_role("button", name="Check").click()
    question(page, number).get_by_text(expected).first.wait_for()


def put_in_order(box):
    """Bring the items into order with the buttons, from the top down."""
    wanted = ["signed", "ratified", "in force"]
    for place, item in enumerate(wanted):
        for row in range(2, place, -1):
            if item in box.locator(".cst-line").nth(row).inner_text():
                box.locator(".cst-line").nth(row).get_by_role("button", name="Up").click()
                box.locator(".cst-line").nth(row - 1).get_by_text(item).wait_for()


def answer_all(page):
    question(page, 0).get_by_label("This").check()
    for text in ("One", "Two"):
        question(page, 1).get_by_label(text).check()
    put_in_order(question(page, 2))
    for left, right in (("L1", "R1"), ("L2", "R2")):
        question(page, 3).get_by_label(left).select_option(right)
    question(page, 4).get_by_label("Your answer").fill("20 April 1994")
    question(page, 5).get_by_label("Your answer").fill("Назарбаев")
    for number in range(6):
        check(page, number)


def test_all_six_kinds_are_answered_by_mouse(page):
    answer_all(page)
    page.get_by_text("6 of 6 right").wait_for()


def test_wrong_answers_hear_their_own_replies_and_the_answer_can_be_shown(page):
    box = question(page, 3)
    box.get_by_label("L1").select_option("R3")
    check(page, 3, "R3 belongs to nobody.")
    question(page, 4).get_by_label("Your answer").fill("15 May 1992")
    check(page, 4, "That is the day of the signature.")
    question(page, 5).get_by_label("Your answer").fill("Yeltsin")
    check(page, 5, "He was president of Russia.")
    box.get_by_role("button", name="Show me").click()
    box.get_by_text("L1 – R1").wait_for()


def test_what_cannot_be_read_is_asked_back_and_what_people_write_is_read(page):
    for typed, heard in (
        ("before 20 April 1994", "With “before” I cannot tell the date."),
        ("20.04.94", "all four figures of its year"),
        ("9/10/1998", "I can read it as 9 October 1998 or as 10 September 1998."),
    ):
        question(page, 4).get_by_label("Your answer").fill(typed)
        check(page, 4, heard)
        assert question(page, 4).get_by_text("Your answer is not marked yet.").count() == 1
    page.get_by_text("0 of 6 right").wait_for()
    for typed in ("from 20 April 1994", "с 20 апреля 1994 г.", "1994 жылғы 20 сәуірден", "Wed 20 Apr. 1994"):
        question(page, 4).get_by_label("Your answer").fill(typed)
        check(page, 4)
    page.get_by_text("1 of 6 right").wait_for()


def focused(page):
    return page.evaluate("() => document.activeElement.textContent.trim() || document.activeElement.tagName")


def test_all_six_kinds_are_answered_by_keyboard_alone(page):
    before = cell_count(page)
    # Single choice: arrows choose, Enter checks.
    question(page, 0).get_by_role("radio").first.focus()
    page.keyboard.press("x")
    page.keyboard.press("Space")
    if not question(page, 0).get_by_label("This").is_checked():
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    question(page, 0).get_by_text("✓ Right.").wait_for()
    # Multiple choice: Space ticks, Tab moves.
    question(page, 1).get_by_role("checkbox").first.focus()
    for _ in range(3):
        label = page.evaluate("() => document.activeElement.closest('label').textContent.trim()")
        page.keyboard.press("d")
        if label in ("One", "Two"):
            page.keyboard.press("Space")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    question(page, 1).get_by_text("✓ Right.").wait_for()
    # Order: the focus goes along with the item.
    box = question(page, 2)
    lines = [box.locator(".cst-line").nth(row) for row in range(3)]
    for place, item in enumerate(("signed", "ratified")):
        row = next(row for row in range(3) if item in lines[row].inner_text())
        if row > place:
            lines[row].get_by_role("button", name="Up").focus()
        while row > place:
            page.keyboard.press("Enter")
            row -= 1
            lines[row].get_by_text(item).wait_for()
            page.wait_for_timeout(150)
            assert focused(page) == "↑ Up", "the focus stays on the button that moves the same item"
    box.get_by_role("button", name="Check").focus()
    page.keyboard.press("Enter")
    box.get_by_text("✓ Right.").wait_for()
    # Pairs: the menus take the arrow keys.
    box = question(page, 3)
    for left, right in (("L1", "R1"), ("L2", "R2")):
        menu = box.get_by_label(left)
        menu.focus()
        for _ in range(4):
            if menu.input_value() == right or right in menu.evaluate("menu => menu.selectedOptions[0].textContent"):
                break
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    box.get_by_text("✓ Right.").wait_for()
    # Typed answers: Enter checks.
    for number, text in ((4, "1994-04-20"), (5, "nazarbayev")):
        question(page, number).get_by_label("Your answer").focus()
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        question(page, number).get_by_text("✓ Right.").wait_for()
    page.get_by_text("6 of 6 right").wait_for()
    assert cell_count(page) == before, "a key typed in the quiz reached the notebook's commands"


def test_shift_enter_still_runs_the_cell_and_the_answer_stays(page):
    counts = "() => jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model.executionCount)"
    question(page, 0).get_by_label("This").check()
    check(page, 0)
    before = page.evaluate(counts)[1]
    page.get_by_role("button", name="Start again").focus()
    page.keyboard.press("Shift+Enter")
    page.wait_for_function(
        "before => jupyterapp.shell.currentWidget.content.widgets[1].model.executionCount > before", arg=before
    )
    page.get_by_text("Your earlier answers are back (1 of 6).").wait_for()


def test_answers_are_back_after_a_kernel_restart(page):
    answer_all(page)
    restart_kernel(page)
    run_all(page)
    page.get_by_text("Your earlier answers are back (6 of 6).").wait_for()
    assert question(page, 0).get_by_label("This").is_checked()
    assert question(page, 4).get_by_label("Your answer").input_value() == "20 April 1994"
    assert question(page, 2).get_by_text("✓ Right.").count() == 1
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("alert").filter(has_text="Clear what you answered here, 6 questions?").wait_for()
    page.get_by_text("6 of 6 right").wait_for()
    page.get_by_role("button", name="Yes, clear them").click()
    page.get_by_text("0 of 6 right").wait_for()
    assert not question(page, 0).get_by_label("This").is_checked()


def test_answers_are_back_after_the_page_is_reloaded(page, lab, request):
    answer_all(page)
    own = page.get_by_label("Your answer", exact=True).last
    own.fill("Worth what is done.")
    page.get_by_role("button", name="Keep").click()
    page.get_by_text("Kept (4 words)").wait_for()
    front_end = request.node.callspec.params["kept_page"]
    page.evaluate("() => { window.onbeforeunload = null; }")
    page.evaluate("async () => { await jupyterapp.shell.currentWidget.context.save(); }")
    open_notebook(lab, page, NAME, front_end=front_end)
    page.get_by_text("Your earlier answers are back (6 of 6).").wait_for()
    page.get_by_text("6 of 6 right").wait_for()
    assert page.get_by_label("Your answer", exact=True).last.input_value() == "Worth what is done."


def test_own_words_are_written_and_kept_by_keyboard(page):
    before = cell_count(page)
    page.get_by_label("Your answer", exact=True).last.focus()
    page.keyboard.type("x dd b a")
    page.keyboard.press("Enter")
    page.keyboard.type("second line")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Kept (6 words)").wait_for()
    assert cell_count(page) == before


def test_axe_finds_nothing_to_complain_of_in_any_kind_and_theme(page):
    from axe_playwright_python.sync_playwright import Axe

    answer_all(page)
    question(page, 4).get_by_label("Your answer").fill("15 May 1992")
    check(page, 4, "That is the day of the signature.")
    for theme in ("light", "dark", "contrast"):
        change_theme(page, theme)
        page.wait_for_timeout(300)
        found = Axe().run(page, context=".cst-frame").response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == [], theme


def test_groups_and_controls_of_every_kind_have_names(page):
    for prompt in ("Which is right here?", "Put these in order.", "Match these to each other."):
        assert page.get_by_role("group", name=prompt).or_(page.get_by_role("radiogroup", name=prompt)).count() == 1, (
            prompt
        )
    names = page.locator(".cst-line button").evaluate_all("buttons => buttons.map(button => button.title)")
    assert len(set(names)) == len(names) == 6, "each button says which item it moves"


def test_no_kind_runs_over_the_edge_of_a_narrow_page(page):
    page.set_viewport_size({"width": 390, "height": 1600})
    page.wait_for_timeout(500)
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.cst-frame *')].filter(box => box.scrollWidth > box.clientWidth + 1 "
        "&& getComputedStyle(box).overflowX === 'visible' && box.clientWidth > 0 && getComputedStyle(box).display !== 'inline')"
        ".map(box => box.className)"
    )
    page.set_viewport_size({"width": 1280, "height": 2200})
    assert wide == []
