"""The module in a tab of a browser, without an installation: the start page, a page of the walk, and what is kept."""

import csv
import json
import re
import shutil

import nbformat
import pytest

from cst1992.teacher.assignments import exercise_path, solution_path
from cst1992.teacher.lite.release import LOCK, found, release
from cst1992.teacher.lite.serve import TYPES
from tests.browser.lab import ROOT, cell_count, problems, run_all
from tests.browser.tab import NOT_RUN, Tab, in_python, no_room, pyodide, save_notebook, wait_for_python
from tests.browser.test_quiz_in_lab import DUTY, RIGHT, question
from tests.browser.test_six_kinds import answer_all
from tests.quizzes.banks import SIX
from tests.sheets import handed_in, master, score, solved
from tests.slow.test_nbgrader import nbgrader

pytestmark = pytest.mark.browser
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))

RECORD = [
    {"kind": "country", "when": "2026-03-02T09:00:00.000+00:00", "module": "cst1992", "state": "Georgia"},
    {
        "kind": "own words",
        "when": "2026-03-03T09:00:00.000+00:00",
        "notebook": "02",
        "moment": "first",
        "text": "Қазақстан",
    },
]
WRITE = """answers => {
  for (const cell of jupyterapp.shell.currentWidget.content.widgets)
    if (cell.model.sharedModel.id in answers) cell.model.sharedModel.setSource(answers[cell.model.sharedModel.id]);
}"""


@pytest.fixture(scope="session")
def tab(browser, tmp_path_factory):
    site = Tab(tmp_path_factory.mktemp("tab") / "site", pyodide())
    yield site
    site.stop()


@pytest.fixture
def context(tab, browser):
    fresh = tab.context(browser)
    yield fresh
    fresh.close()


@pytest.fixture
def page(context):
    return context.new_page()


def answer_duty(page):
    box = question(page, DUTY)
    box.get_by_label(RIGHT).check()
    box.get_by_role("button", name="Check").click()
    return box


def is_right(box):
    box.get_by_role("alert").filter(has_text="✓ Right.").wait_for()


@pytest.mark.slow
def test_the_pages_and_sheets_in_the_site_are_those_of_the_module_byte_for_byte(tab):
    for path in [*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("exercises/*/*.ipynb")]:
        assert (tab.folder / "files" / path.relative_to(ROOT)).read_bytes() == path.read_bytes(), path.name


@pytest.mark.slow
def test_from_the_start_page_to_an_answer_that_is_kept_and_nothing_is_asked_of_the_outside(tab, page, context):
    """One visit: the start page, one page run to its end, an answer by mouse, one by keyboard, a browser without room."""
    page.goto(tab.base)
    page.get_by_text("Nothing is kept in this browser yet.").wait_for()
    page.get_by_role("link", name="What was promised, and who decides?").click()
    wait_for_python(page)
    run_all(page)
    assert problems(page) == [] and page.locator(".cst-glance:visible").count() == 2
    box, before = question(page, DUTY), cell_count(page)
    no_room(page, True)
    answer_duty(page)
    box.get_by_text("is full. Make room, then press the button again").wait_for()
    no_room(page, False)
    box.get_by_role("button", name="Check").focus()
    page.keyboard.press("Enter")
    is_right(box)
    box.get_by_role("radio").first.focus()
    for key in ("x", "d", "d", "b"):
        page.keyboard.press(key)
    assert cell_count(page) == before, "no key reaches the notebook"
    assert in_python(page, "import cst1992; print(cst1992.save_my_record('mine.jsonl'))").endswith(
        "notebooks/mine.jsonl"
    )
    page.goto(tab.base)
    page.get_by_text(re.compile(r"^Kept in this browser: 1 answer or choice, the last on")).wait_for()
    assert context.outside == [], "the whole visit asked nothing of the outside"


@pytest.mark.slow
def test_answers_are_taken_to_another_browser_and_back_and_none_is_doubled(tab, browser, page, tmp_path):
    lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in RECORD)
    (tmp_path / "mine.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "photo.jsonl").write_bytes(b"\xff\xd8 no record")
    page.goto(tab.base)
    for file, told in (
        ("photo.jsonl", "photo.jsonl holds no answers of these pages."),
        (
            "mine.jsonl",
            "2 were added, 0 were here already. Kept in this browser: 2 answers and choices, the last on 3 March 2026.",
        ),
        ("mine.jsonl", "0 were added, 2 were here already."),
    ):
        page.get_by_label("Bring answers from a file").set_input_files(tmp_path / file)
        page.get_by_role("status").filter(has_text=told).wait_for()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download my answers").click()
    assert taken.value.suggested_filename == "my_answers.jsonl"
    assert taken.value.path().read_text(encoding="utf-8") == lines


@pytest.mark.slow
def test_the_start_page_is_used_by_keyboard_and_holds_in_both_themes_and_on_a_telephone(tab, page):
    from axe_playwright_python.sync_playwright import Axe

    page.goto(tab.base)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page).response["violations"]
            assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == [], f"{scheme}, {width}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id"))
    links = page.get_by_role("link").all_inner_texts()
    assert {*links, "Download my answers", "bring"} <= set(reached), "Tab reaches every link and both buttons"


@pytest.mark.slow
def test_a_window_that_can_keep_nothing_is_told_so(tab, context, page):
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });")
    page.goto(tab.base)
    page.get_by_role("alert").filter(has_text="In this window your answers cannot be kept").wait_for()
    assert page.get_by_text("In a private window nothing is kept").is_visible(), (
        "and every window is told of private ones"
    )


def test_without_pyodide_the_tests_of_the_site_say_that_they_were_skipped(monkeypatch, tmp_path):
    monkeypatch.delenv("PYODIDE", raising=False)
    monkeypatch.setattr("tests.browser.tab.NEAR_BY", tmp_path)
    with pytest.raises(pytest.skip.Exception, match=r"THE SITE WAS NOT TRIED IN A BROWSER.*make test PYODIDE="):
        pyodide()
    assert NOT_RUN.count("\n") == 0


@pytest.mark.slow
@pytest.mark.release
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_in_a_tab_without_error_or_warning(tab, page, context, name):
    tab.open(page, f"notebooks/{name}")
    assert problems(page) == [] and context.outside == []
    assert page.locator(".cst-figure svg:visible, .cst-glance:visible").count() >= 1


@pytest.mark.slow
@pytest.mark.release
def test_all_six_kinds_of_question_are_answered_and_come_back_after_a_reload(tab, page):
    tab.open(page, run=False)
    in_python(page, f"open('six.yaml', 'w').write({SIX!r})")
    save_notebook(page, "notebooks/six.ipynb", "import cst1992 as cst", 'cst.quiz("six.yaml")')
    tab.open(page, "notebooks/six.ipynb")
    answer_all(page)
    tab.open(page, "notebooks/six.ipynb")
    page.get_by_text("6 of 6 right").wait_for()


@pytest.mark.slow
def test_answers_are_there_after_the_browser_was_closed_and_in_a_second_tab(tab, browser, tmp_path):
    first = tab.profile(browser, tmp_path / "profile")
    page = first.new_page()
    tab.open(page)
    is_right(answer_duty(page))
    other = first.new_page()
    tab.open(other, "notebooks/00_start_here.ipynb")
    chooser = other.get_by_role("group", name="The country you follow")
    chooser.get_by_role("combobox", name="Country").select_option("Georgia")
    chooser.get_by_role("button", name="Follow it").click()
    chooser.get_by_role("status").filter(has_text="You follow Georgia").wait_for()
    box = question(page, "Which of these questions does Article 4 of 1992 leave unanswered?")
    box.get_by_role("checkbox").first.check()
    box.get_by_role("button", name="Check").click()
    box.get_by_role("alert").filter(has_text=re.compile("[✓✗]")).wait_for()
    assert in_python(page, "from cst1992.page import record; print(len(record.entries()))") == "3", (
        "both tabs add to one record"
    )
    first.close()
    again = tab.profile(browser, tmp_path / "profile")
    page = again.new_page()
    tab.open(page)
    page.locator(".cst-quiz").filter(has_text=DUTY).get_by_text(re.compile(r"^1 of \d right")).wait_for()
    assert in_python(page, "from cst1992.page import record; print(record.last('country')['state'])") == "Georgia"
    again.close()


@pytest.mark.slow
@pytest.mark.release
def test_what_is_answered_in_a_private_window_goes_with_it(tab, browser):
    for told in ("0", "0"):
        private = tab.context(browser)
        page = private.new_page()
        tab.open(page)
        assert in_python(page, "from cst1992.page import record; print(len(record.entries()))") == told
        is_right(answer_duty(page))
        private.close()


@pytest.mark.slow
@pytest.mark.release
def test_a_tab_without_files_says_so_in_the_quiz_and_marks_all_the_same(tab, context, page):
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });")
    tab.open(page)
    page.get_by_text("In this tab your answers cannot be kept").first.wait_for()
    box = answer_duty(page)
    box.get_by_text("In this tab your answers cannot be kept").wait_for()


@pytest.mark.slow
def test_a_sheet_solved_in_a_tab_earns_the_points_of_one_solved_elsewhere(tab, page, tmp_path):
    """Written, run and downloaded in the tab; marked by stock nbgrader beside the same answers that never saw a browser."""
    name = "03_the_signatories"
    answers = solved(name)
    tab.open(page, f"exercises/{name}/{name}.ipynb", run=False)
    page.evaluate(WRITE, answers)
    run_all(page)
    assert not page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error']").all_inner_texts()
    with page.expect_download() as given:
        page.get_by_role("button", name="Download this sheet").click()
    assert given.value.suggested_filename == f"{name}.ipynb"
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for path in (solution_path(name), exercise_path(name)):
        (tmp_path / path.relative_to(ROOT)).parent.mkdir(parents=True)
        shutil.copy(path, tmp_path / path.relative_to(ROOT))
    for student in ("tab", "elsewhere"):
        (tmp_path / "submitted" / student / name).mkdir(parents=True)
    given.value.save_as(tmp_path / "submitted" / "tab" / name / f"{name}.ipynb")
    nbformat.write(handed_in(name, answers), tmp_path / "submitted" / "elsewhere" / name / f"{name}.ipynb")
    nbgrader(tmp_path, "generate_assignment", name, "--force")
    nbgrader(tmp_path, "autograde", name)
    nbgrader(tmp_path, "export")
    with (tmp_path / "grades.csv").open(encoding="utf-8") as file:
        points = {
            row["student_id"]: float(row["raw_score"]) for row in csv.DictReader(file) if row["assignment"] == name
        }
    assert points["tab"] == points["elsewhere"] == sum(score(master(name)).most.values())


@pytest.mark.slow
@pytest.mark.release
def test_without_pyodide_in_it_the_site_fetches_python_from_the_named_network_alone(browser, tmp_path):
    """The network is played by the files of the local copy: which addresses are asked for, and that a page runs with them."""
    source, network = found(pyodide(), tmp_path / "unpacked"), release().address
    site = Tab(tmp_path / "site", None)
    try:
        context = site.context(browser)
        context.route(f"{network}**", lambda route: play(route, source / route.request.url.removeprefix(network)))
        page = context.new_page()
        site.open(page)
        assert problems(page) == [] and page.locator(".cst-quiz").count() > 0
        asked = set(context.outside)
        assert {f"{network}{name}" for name in ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", LOCK)} <= asked
        assert [address for address in asked if not address.startswith(network)] == []
        context.close()
    finally:
        site.stop()


def play(route, file):
    """Answer as the network does: with the file, for pages of any site."""
    if file.is_file():
        kind = TYPES.get(file.suffix, "application/octet-stream")
        route.fulfill(path=file, headers={"Access-Control-Allow-Origin": "*", "Content-Type": kind})
    else:
        route.abort()
