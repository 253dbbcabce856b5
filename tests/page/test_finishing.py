"""Whether one is done with a page: its core counted, what was missed, the skill, and the exercise."""

import shutil
from operator import attrgetter

import pytest

import cst1992 as cst
from cst1992.facts.files import SOURCE_TREE
from cst1992.page import record
from cst1992.page.finishing import skills_told
from cst1992.page.outline import page_numbered, walk_pages
from cst1992.page.steps import open_core, steps_of
from cst1992.quizzes.bank import load_bank
from tests.page.touching import answer_all, own_answers

PAGES = walk_pages()
READ = "02_the_treaty_articles"


@pytest.mark.parametrize("page", PAGES, ids=attrgetter("number"))
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


def test_an_exercise_belongs_to_the_page_of_its_number_until_module_yaml_names_another(copied):
    module = copied.parent
    for name in ("notebooks", "exercises"):
        shutil.copytree(SOURCE_TREE.parent / name, module / name)
    assert "Exercise 1" in cst.done("01").text and "Now the exercise" not in cst.done("00").text
    with (copied / "module.yaml").open("a", encoding="utf-8") as file:
        file.write('\nexercises:\n  01_reading_the_article: "00"\n')
    first = cst.done("00")
    assert "Now the exercise: Exercise 1." in first.text
    assert "../exercises/01_reading_the_article/01_reading_the_article.ipynb" in first.html
    assert "Now the exercise" not in cst.done("01").text
