"""Whatever a teacher or a learner writes is shown as text, never run as a part of the page."""

import csv
import json
import xml.etree.ElementTree as ElementTree

import ipywidgets
import pandas as pd
import pytest

import cst1992 as cst
from cst1992.cards.card import facts, plain_card
from cst1992.cards.outcomes import decided_html, situation_html
from cst1992.cards.requests import request_html
from cst1992.facts.cases import rows_of
from cst1992.facts.laid_out import Plain, fold
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.package import description, row_with, rows
from cst1992.page import record
from cst1992.page.controls import said, trouble
from cst1992.page.quiz import QuestionView
from cst1992.page.record_file import record_folder
from cst1992.pictures.show import Picture, canvas
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.marking import right_answer
from cst1992.teacher.edition.questions import question_html
from cst1992.teacher.export.export import export
from tests.page.touching import found

EVIL = "'\"><script>alert(1)</script>"
COMMON = {"section": EVIL, "objective": "source", "core": True, "source": "un-charter"}
SAID = {"hint": EVIL, "explanation": EVIL}
OPTIONS = [{"text": f"{number} {EVIL}", "reply": f"{number} {EVIL}", "correct": number < 2} for number in range(3)]
ONE = [{**option, "correct": option is OPTIONS[0]} for option in OPTIONS]
ITEMS = [f"{number} {EVIL}" for number in range(3)]
PAIRS = [{"left": f"left {number} {EVIL}", "right": f"right {number} {EVIL}"} for number in range(2)]
WRONG_PAIR = [{"left": PAIRS[0]["left"], "right": PAIRS[1]["right"], "reply": EVIL}]
TYPED = [{"answer": "1992-05-15", "reply": EVIL}]
OTHERWISE = {"otherwise": EVIL}
QUESTIONS = {
    "single choice": {"options": ONE},
    "multiple choice": {"options": OPTIONS},
    "put in order": OTHERWISE | {"items": ITEMS, "replies": [{"first": ITEMS[2], "then": ITEMS[0], "reply": EVIL}]},
    "match pairs": OTHERWISE | {"pairs": PAIRS, "extra": [EVIL], "replies": WRONG_PAIR},
    "date": OTHERWISE | {"kind": "number or date", "answer": "1994-04-20", "unit": EVIL, "replies": TYPED},
    "number": OTHERWISE
    | {"kind": "number or date", "answer": 9, "unit": EVIL, "replies": [{"answer": 6, "reply": EVIL}]},
    "short text": OTHERWISE | {"accepted": [f"{EVIL} indeed"], "replies": [{"answer": EVIL, "reply": EVIL}]},
}
WRONG = {
    "single choice": [[2]],
    "multiple choice": [[0, 2]],
    "put in order": [[2, 1, 0], [1, 0, 2]],
    "match pairs": [[PAIRS[1]["right"], EVIL]],
    "date": ["1992-05-15", "1993-05-15"],
    "number": ["6", "7"],
    "short text": [EVIL, "something else"],
}


def assert_shown_as_text(page):
    assert "<script" not in page, f"it would be run: {page[max(page.index('<script') - 200, 0) :][:260]}"
    assert "&lt;script" in page, "the text does not come through at all"


def shown_by(widget):
    """All HTML of a widget."""
    return " ".join(one.value for one in found(widget, ipywidgets.HTML))


@pytest.fixture
def bank(tmp_path):
    """A quiz with a script in every text of every kind of question."""
    entries = [
        {"id": f"evil-{place}", "kind": kind, **COMMON, **SAID, "prompt": f"What is {place}? {EVIL}", **own}
        for place, (kind, own) in enumerate(QUESTIONS.items())
    ]
    file = tmp_path / "evil.yaml"
    file.write_text(json.dumps({"title": EVIL, "questions": entries}), encoding="utf-8")
    return load_bank(file)


@pytest.fixture
def questions(bank):
    return dict(zip(QUESTIONS, bank.questions, strict=True))


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_question_and_all_that_is_said_to_an_answer_is_shown_as_text(questions, kind):
    view = QuestionView("evil", questions[kind], 1, lambda: None)
    assert_shown_as_text(view.widget.children[0].value)
    view.hint.click()
    assert_shown_as_text(view.hint_text.value)
    for wrong in WRONG[kind]:
        view.input.set(wrong)
        view.check.click()
        assert_shown_as_text(view.feedback.value)
    view.show.click()
    assert_shown_as_text(view.feedback.value)
    view.input.set(right_answer(questions[kind]))
    view.check.click()
    assert view.right, "the answer is right"
    assert_shown_as_text(shown_by(view.widget))


def test_a_quiz_and_items_that_are_moved_are_shown_as_text(bank, questions):
    assert_shown_as_text(shown_by(cst.quiz(bank_file(bank))))
    view = QuestionView("evil", questions["put in order"], 1, lambda: None)
    view.input.downs[0].click()
    assert_shown_as_text(view.input._said.value)


def bank_file(bank):
    return record_folder().parent / f"{bank.name}.yaml"


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_question_on_paper_is_shown_as_text(questions, kind):
    assert_shown_as_text(question_html(questions[kind], 1))


def test_what_moodle_takes_for_html_is_text(bank):
    for element in ElementTree.fromstring(export(bank, "moodle-xml").content).iter():
        if element.get("format") == "html" and element.findtext("text"):
            text = element.findtext("text")
            assert "<script" not in text, f"{element.tag}: {text}"


@pytest.fixture
def spoilt(copied):
    """The tables with a script in every text that is neither a key nor an agreed word."""
    for resource in description()["resources"]:
        schema = resource.get("schema", {})
        keys = {name for key in schema.get("foreignKeys", []) for name in key["fields"]}
        keys |= {
            "id",
            "question_id",
            "table",
            "row",
            "iso2",
            "iso3",
            "standing",
            "role",
            "way",
            "after",
            "look",
            "status_after",
        } | ({"name"} if resource["name"] == "states" else set())
        free = {
            field["name"]
            for field in schema.get("fields", [])
            if field["type"] == "string" and "enum" not in field.get("constraints", {})
        } - keys
        if free:
            _spoil(copied / resource["path"], free)
    return copied


def _spoil(file, columns):
    with file.open(encoding="utf-8", newline="") as table:
        before = list(csv.DictReader(table))
    with file.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(before[0]))
        writer.writeheader()
        for row in before:
            writer.writerow({name: cell + EVIL if name in columns else cell for name, cell in row.items()})


CASE = "armenia-2022"
CARDS = {
    "article": lambda: cst.article(4, wording="2010").html,
    "paragraph": lambda: cst.paragraph(3).html,
    "claims": lambda: cst.weigh_claims(ask=False).html,
    "request": lambda: request_html(str(rows("requests")[0]["id"])),
    "situation": lambda: situation_html(row_with("cases", "id", CASE)),
    "choice": lambda: decided_html(rows_of("case_choices", CASE)[0]),
    "outcome": lambda: cst.outcome(CASE).html,
    **{
        f"country {number}": (lambda number=number: cst.country(number, "Kazakhstan").html)
        for number in module().topics
        if number != "02"
    },
    "table": lambda: cst.read(cst.glossary()).html,
    "timeline": lambda: cst.timeline(span=(1992, 1994)).html(),
    "bars": lambda: cst.membership().html(),
    "clauses at a glance": lambda: cst.clauses_at_a_glance().html,
    "articles at a glance": lambda: cst.treaty_at_a_glance().html,
    "notes at a glance": lambda: cst.notes_at_a_glance().html,
    "threats at a glance": lambda: cst.threats_at_a_glance().html,
    "then and now": lambda: cst.then_and_now().html,
    "case": lambda: shown_by(cst.decide(CASE)),
    "articles": lambda: shown_by(cst.explore_articles()),
    "paragraphs": lambda: shown_by(cst.explore_paragraphs()),
    "requests": lambda: shown_by(cst.explore_requests()),
    "events": lambda: shown_by(cst.explore_timeline()),
    "threats": lambda: shown_by(cst.explore_threats()),
}


@pytest.mark.parametrize("name", CARDS)
def test_every_card_and_picture_shows_the_tables_as_text(spoilt, name):
    assert_shown_as_text(CARDS[name]())


@pytest.mark.parametrize(
    "table",
    [
        pd.DataFrame({"what": [EVIL]}),
        pd.DataFrame({EVIL: ["a name of a column"]}),
        pd.DataFrame({f"{EVIL}_ru": [[EVIL, 5]]}, index=pd.Index([EVIL], name=EVIL)),
    ],
    ids=["cell", "column", "index"],
)
def test_every_part_of_a_table_is_shown_as_text(table):
    assert_shown_as_text(cst.read(table).html)
    assert_shown_as_text(cst.read(pd.DataFrame({"a": [1]}), EVIL).html)
    assert_shown_as_text(cst.read(pd.DataFrame({"a": []}), EVIL).html)


def test_sentences_names_pictures_and_mistakes_are_shown_as_text():
    def fail():
        raise Mistake(EVIL)

    with canvas(50, 50) as (figure, _):
        picture = Picture(figure, alt=8 * f"{EVIL} ", caption=EVIL, credit=EVIL, same=Plain([EVIL], [[EVIL]])).html()
    names = (fold(EVIL, ""), facts([(EVIL, "")]))
    for page in (plain_card(EVIL).html, said(EVIL), trouble(fail), *names, *picture.split("<figcaption>")):
        assert_shown_as_text(page)


def test_own_words_and_the_place_of_the_record_are_shown_as_text(monkeypatch, tmp_path):
    record.keep("own words", notebook=EVIL, moment="first", prompt=EVIL, text=EVIL)
    assert_shown_as_text(cst.my_answers().html)
    assert_shown_as_text(shown_by(cst.my_answer(EVIL, EVIL, revised=True)))
    monkeypatch.setenv("CST1992_HOME", str(tmp_path / "<script>"))
    (tmp_path / "<script>").mkdir()
    (tmp_path / "<script>" / "answers.jsonl").write_text("rubbish\n", encoding="utf-8")
    assert_shown_as_text(shown_by(cst.forget()))
    assert_shown_as_text(cst.quiz("02").children[1].value)
