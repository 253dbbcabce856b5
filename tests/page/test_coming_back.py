"""The second evening: where one stopped, what to run, and whether one is done."""

import ast
import builtins
import re
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

import cst1992 as cst
from cst1992.page import record
from cst1992.page.finishing import skills_told
from cst1992.page.outline import STOP, names_of, page_numbered, page_of, walk_pages
from cst1992.page.steps import open_core, steps_of
from cst1992.page.too_early import load_ipython_extension, sentence_for
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.marking import right_answer

ROOT = Path(__file__).resolve().parents[2]
PAGES = walk_pages()
WALK = [page for page in PAGES if page.number != "00"]
OURS = {"cst", "display", *dir(builtins)}
READ = "02_the_treaty_articles"


def numbers(page):
    return page.number


def own_answers(page):
    """The names under which a page keeps what a learner writes."""
    return set(re.findall(r'my_answer\(\s*"([^"]+)"', " ".join(box.code for box in page.boxes)))


@pytest.mark.parametrize("page", PAGES, ids=numbers)
def test_any_box_runs_alone_after_the_first_one(page):
    for box in page.boxes:
        tree = ast.parse(box.code)
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        used |= set(re.findall(r"@(\w+)", box.code))
        missing = used - names_of(box.code) - OURS
        assert not missing, f"{page.number}, box {box.id} needs {missing} from another box"


@pytest.mark.parametrize("page", PAGES, ids=numbers)
def test_a_page_begins_with_its_first_box_and_ends_its_core_with_am_i_done(page):
    assert page.boxes[0].code == f'import cst1992 as cst\n\ncst.begin("{page.number}")'
    assert [box.heading for box in page.boxes if "cst.done(" in box.code] == ["Am I done?"]
    assert page.box_with(f'cst.done("{page.number}")')
    place = [box.id for box in page.boxes].index("done")
    steps = steps_of(page, [])
    assert all(page.boxes.index(step.box) < place for step in steps if step.core), "all of the core comes before"
    after = [question for step in steps if page.boxes.index(step.box) > place and (question := step.question)]
    assert not any(question.core for question in after), "a question after it is no core question"


@pytest.mark.parametrize("page", WALK, ids=numbers)
def test_a_page_offers_two_places_to_stop_or_more_in_its_core(page):
    cells = [box.under for box in page.boxes]
    starts = [cells.index(cell) for _, cell in page.parts]
    assert len(starts) >= 2 and starts == sorted(starts)
    assert starts[-1] < cells.index("am-i-done"), "in the core"
    assert page.file.read_text(encoding="utf-8").count(STOP) == len(starts), "each stands right above a heading"


def test_a_new_page_names_its_parts_and_a_known_one_where_one_stopped():
    told = cst.begin("02")
    assert told.text.startswith("This page has three parts.") and "- Who decides?" in told.text
    record.keep("own words", notebook="02", moment="first", prompt="?", text="They help.")
    record.keep("answer", quiz=READ, question="art2-threat", answer=[0], mark=1)
    told = cst.begin("02")
    day = datetime.now(UTC).astimezone()
    assert f"You stopped at “Before anybody is attacked” on {day.day} {day:%B %Y}." in told.text
    assert "Next: “The skill: close reading”." in told.text
    record.keep("answer", quiz=READ, question="art4-duty", answer=[0], mark=1)
    assert "Go on there." in cst.begin("02").text, "a core question of the same box is open"
    assert "quiz-restraint" in told.html and 'data-heading="The skill: close reading" data-box="2"' in told.html


def answer_all(number, wrong=()):
    bank = load_bank(number)
    for question in bank.questions:
        mark = 0 if question.id in wrong else 1
        record.keep("answer", quiz=bank.name, question=question.id, answer=right_answer(question), mark=mark)


def test_a_part_whose_core_is_done_says_so():
    answer_all("02")
    record.keep("own words", notebook="02", moment="first", prompt="?", text="They help.")
    lines = cst.begin("02").text.splitlines()
    assert lines[-3:] == [
        "- Your first answer (done)",
        "- Who decides? (done)",
        "- The same article, eighteen years later",
    ]


@pytest.mark.parametrize("page", PAGES, ids=numbers)
def test_everything_that_is_core_can_be_done_and_then_the_page_says_so(page):
    if page.number != "00":
        answer_all(page.number)
    for notebook in own_answers(page):
        for moment in ("first", "revised"):
            record.keep("own words", notebook=notebook, moment=moment, prompt="?", text=f"Mine, {moment}.")
    record.keep("country", state="Georgia")
    record.keep("decision", case="armenia-2022", choice="a choice", reasons="a reason")
    steps = steps_of(page, record.entries())
    assert open_core(steps) == [], [step.what for step in open_core(steps)]
    core = sum(step.core for step in steps)
    told = cst.done(page.number)
    assert told.text.startswith(f"Core done: {core} of {core}.") and "Open" not in told.text
    assert "First: Mine, first.\nRevised: Mine, revised." in told.text and "Missed" not in told.text


def test_spare_questions_are_no_core():
    steps = steps_of(page_numbered("02"), [])
    spare = [step for step in steps if step.question and not step.question.core]
    assert spare and not any(step.core for step in spare)
    assert "Core done: 0 of 8." in cst.done("02").text


def test_what_was_missed_has_a_link_to_where_it_stands_until_it_is_right():
    answer_all("02", wrong=["art4-duty"])
    told = cst.done("02")
    assert "Missed: 1 question." in told.text and "what must the other parties do" in told.text
    assert "quiz-help" in told.html
    record.keep("answer", quiz=READ, question="art4-duty", answer=[0], mark=1)
    assert "Missed" not in cst.done("02").text
    record.keep("start again", quiz=READ, questions=["art4-duty"])
    assert "Core done: 5 of 8." in cst.done("02").text


def test_a_skill_is_told_from_what_was_answered():
    page = page_numbered("02")
    assert skills_told(steps_of(page, [])) == ("", "")
    wrong = [question.id for question in load_bank("02").questions if question.objective == "corroborate"]
    answer_all("02", wrong=wrong)
    _, text = skills_told(steps_of(page, record.entries()))
    assert "You can now read an obligation closely" in text and "To practise: set conflicting accounts" in text


def test_the_exercise_and_the_place_of_its_answers_are_named(tmp_path, monkeypatch):
    assert "Now the exercise: Exercise 2." in cst.done("02").text
    assert "exercise" not in cst.done("00").text.lower(), "the first page has none"
    assert "This is the last page." in cst.done("06").text
    copy = tmp_path / "notebooks" / page_numbered("02").file.name
    copy.parent.mkdir()
    copy.write_bytes(page_numbered("02").file.read_bytes())
    monkeypatch.chdir(copy.parent)
    assert "exercise" not in cst.done("02").text.lower(), "no sheet lies beside it"


def test_a_page_that_is_not_there_is_named(tmp_path, monkeypatch):
    with pytest.raises(ValueError, match=r"There is no page '9'\. The pages found in .* are 00, 01"):
        cst.begin("9")
    assert cst.begin(2).text == cst.begin("02").text
    (tmp_path / "01_torn.ipynb").write_text("{", encoding="utf-8")
    assert page_of(tmp_path / "01_torn.ipynb") is None
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="No page lies in"):
        cst.done("01")


def test_a_sheet_leads_back_to_its_page_and_on_to_the_next():
    for page in WALK:
        [sheet] = (ROOT / "solutions").glob(f"{page.number}_*/*.ipynb")
        text = sheet.read_text(encoding="utf-8")
        assert text.count(f"../../notebooks/{page.file.name}") == 2, f"{sheet.name}: before and after the tasks"
        assert f"../exercises/{sheet.parent.name}/{sheet.name}" in page.file.read_text(encoding="utf-8")
    for page, after in pairwise(WALK):
        [sheet] = (ROOT / "solutions").glob(f"{page.number}_*/*.ipynb")
        assert f"({f'../../notebooks/{after.file.name}'})" in sheet.read_text(encoding="utf-8")


class Shell:
    """What the extension needs of IPython."""

    custom_exceptions = ()

    def __init__(self):
        self.magics_manager = SimpleNamespace(magics={"cell": {}})

    def register_magic_function(self, act, kind, name):
        self.magics_manager.magics[kind][name] = act

    def set_custom_exc(self, kinds, handler):
        self.custom_exceptions, self.handler = kinds, handler

    def showtraceback(self, error, tb_offset=None):
        self.shown = error[1]


def run(shell, code):
    try:
        exec(code, {})
    except NameError as error:
        shell.handler(shell, type(error), error, error.__traceback__)
    return getattr(shell.shown, "_render_traceback_", lambda: [])()


def test_a_text_that_is_run_before_its_sheet_has_begun_is_told_what_to_run(capsys):
    shell = Shell()
    load_ipython_extension(shell)
    shell.magics_manager.magics["cell"]["memo"]("200 words.", "Georgia did not prolong.")
    assert "nothing is lost. Run the first box of the sheet" in capsys.readouterr().out


def test_a_number_word_without_quotation_marks_is_asked_for_in_figures():
    shell = Shell()
    load_ipython_extension(shell)
    assert run(shell, "paragraph = two") == ["✗ A number is written in figures: 2 in place of two."]


def test_a_box_that_is_run_too_early_names_the_box_to_run_first(monkeypatch, capsys):
    [sheet] = (ROOT / "solutions").glob("06_*/*.ipynb")
    monkeypatch.setenv("JPY_SESSION_NAME", str(sheet))
    shell = Shell()
    load_ipython_extension(shell)
    [told] = run(shell, 'cst.quiz("02")')
    assert told.startswith("✗ This box needs 'cst', which another box makes: run first the box under")
    assert "that begins with `import pandas as pd`, then this one again." in told
    query = 'import pandas as pd\npd.DataFrame({"a": [1]}).query("a in @ids_2010")'
    assert "under “Task 4: a timeline of your own”" in run(shell, query)[0], "pandas says it in a sentence alone"
    assert run(shell, "nobody_has_this_name") == [], "any other error is shown as ever"
    monkeypatch.delenv("JPY_SESSION_NAME")
    assert run(shell, 'cst.quiz("02")') == [], "and where the page is not known"


def test_another_handler_of_errors_is_left_alone():
    shell = Shell()
    shell.custom_exceptions = (KeyError,)
    load_ipython_extension(shell)
    assert shell.custom_exceptions == (KeyError,)


def test_the_sentence_is_one_sentence():
    [box] = [box for box in page_numbered("01").boxes if box.id == "sides"]
    told = sentence_for("notes", box)
    assert told == (
        "This box needs 'notes', which another box makes: run first the box under “Thirteen notes” that begins with "
        "`notes = cst.references()`, then this one again."
    )


def test_my_record_says_the_same_for_the_whole_walk(tmp_path, monkeypatch):
    assert cst.my_record().text.startswith("You have not answered") and "Your walk" not in cst.my_record().html
    record.keep("own words", notebook="00", moment="first", prompt="?", text="Help.")
    assert "- 00 What would you expect of a promise of help? core done 1 of 4" in cst.my_record().text
    answer_all("02", wrong=["art4-duty"])
    told = cst.my_record()
    assert "core done 6 of 8" in told.text and "Missed: 1 question." in told.text
    assert "- page 02, The skill: close reading" in told.text
    assert "Read again: 02, The skill: close reading</a>" in told.html and "02_the_treaty_articles.ipynb" in told.html
    assert "You can now read an obligation closely" in told.text
    assert "Go on here: 00, The country you follow" in told.text
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("cst1992.page.outline.module_folder", lambda: tmp_path)
    assert "Your walk" not in cst.my_record().text and "Bars by objective" in cst.my_record().text


def test_the_whole_walk_can_be_finished():
    record.keep("country", state="Georgia")
    record.keep("decision", case="armenia-2022", choice="a choice", reasons="a reason")
    for page in PAGES:
        if page.number != "00":
            answer_all(page.number)
        asked = re.findall(r'my_answer\("([^"]+)"', " ".join(box.code for box in page.boxes))
        for notebook in asked:
            for moment in ("first", "revised"):
                record.keep("own words", notebook=notebook, moment=moment, prompt="?", text="Mine.")
    assert "The core of every page is done. cst.review() asks again what was missed." in cst.my_record().text


def test_a_verdict_on_a_claim_tells_where_one_stopped_and_is_no_core():
    record.keep("verdict", claim="own-day-guaranteed-conditions", verdict="open")
    claims = cst.claims(ledger="its own day").query("phrase.str.contains('guaranteed')")
    assert claims["id"].tolist() == ["own-day-guaranteed-conditions"]
    told = cst.begin("05").text
    assert told.startswith("You stopped at “What the text of 2004 says of it”") and "Of the core 0 of" in told
