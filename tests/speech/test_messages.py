"""Whatever is said to a learner who answers, writes, decides, or makes a mistake is said in the language that is spoken."""

import pandas as pd
import pytest

import cst1992 as cst
from cst1992.answers.memo import Kept, wanted_words
from cst1992.answers.red_box import cause
from cst1992.answers.task import Task
from cst1992.page import record
from cst1992.page.outline import Box
from cst1992.page.quiz import QuizView
from cst1992.page.too_early import _memo_too_early, sentence_for
from cst1992.quizzes.bank import every_question, load_bank
from cst1992.quizzes.marking import right_answer
from cst1992.quizzes.questions import Choice, Match, Order
from tests.page.touching import answer_all
from tests.speech.marked_language import marked
from tests.speech.unmarked import left_over, shown, without_what_is_typed

pytestmark = pytest.mark.usefixtures("spoken")
NONE = marked("none")


def wrong_answers(question):
    """Answers that are wrong in part and wholly, and one that cannot be read."""
    match question:
        case Choice(options=options):
            return [[], [len(options) - 1], [0, len(options) - 1], [0]]
        case Order(items=items):
            return [list(range(len(items)))[::-1], [1, 0, *range(2, len(items))]]
        case Match(pairs=pairs):
            return [[None] * len(pairs), [question.choices[-1]] * len(pairs), [pairs[0][1]]]
        case _:
            return ["", "?", "1", "1992", "2 4", NONE, *question.replies]


@pytest.mark.slow
def test_what_is_said_to_right_and_wrong_answers_of_every_question():
    told = []
    view = QuizView("", every_question())
    for one in view.views:
        for answer in (*wrong_answers(one.question), right_answer(one.question)):
            one.input.set(answer)
            one.check.click()
            told += shown(one.widget)
        one.hint.click()
        one.show.click()
        told += shown(one.widget)
    view.again.press.click()
    told += shown(view.widget())
    view.again.yes.click()
    left = left_over([*told, *shown(view.widget())])
    assert left == []


@pytest.mark.slow
def test_an_answer_that_was_kept_comes_back_in_every_language():
    name, question = next((name, one) for name, one in every_question() if isinstance(one, Match))
    view = QuizView("", [(name, question)])
    view.views[0].input.set(right_answer(question))
    view.views[0].check.click()
    again = QuizView("", [(name, question)])
    again.restore()
    assert again.views[0].right and left_over(shown(again.widget())) == []
    cst.begin("00", language="en")
    english = next(one for one in load_bank(name).questions if one.id == question.id)
    assert record.entries()[-1]["answer"] == right_answer(english)


def test_what_is_said_of_the_record(tmp_path):
    answer_all("02")
    saved = cst.save_my_record(tmp_path / "1.jsonl")
    told = [cst.load_my_record(saved)]
    saved.write_text(saved.read_text(encoding="utf-8") + "?\n?\n", encoding="utf-8")
    told.append(cst.load_my_record(saved))
    (record._file()).write_text("?\n", encoding="utf-8")
    told.append(record.damage_told())
    told += [said_of(cst.save_my_record, saved), said_of(cst.save_my_record, tmp_path / "2" / "3")]
    told += [said_of(cst.load_my_record, tmp_path / "4"), said_of(cst.save_my_record, tmp_path / "5")]
    left = left_over([one.replace(str(tmp_path), "") for one in told])
    assert left == []


def said_of(act, *given, **named):
    """What a learner reads who does something that cannot be done."""
    with pytest.raises((ValueError, TypeError, AttributeError)) as caught:
        act(*given, **named)
    return str(caught.value)


MISTAKES = {
    "an article": lambda: cst.article(99),
    "a paragraph": lambda: cst.paragraph(99),
    "a day": lambda: cst.parties("1992-13-45"),
    "no day": lambda: cst.parties(NONE),
    "a state": lambda: cst.country("02", state=NONE),
    "a country": lambda: cst.choose_country(NONE),
    "a page without a country": lambda: cst.country("99"),
    "a page": lambda: cst.begin("99"),
    "the end of a page": lambda: cst.done("99"),
    "a quiz": lambda: cst.quiz("99"),
    "a section": lambda: cst.quiz("02", section=NONE),
    "a case": lambda: cst.decide(NONE),
    "an outcome": lambda: cst.outcome(NONE),
    "a wording": lambda: cst.article(4, wording=NONE),
    "a ledger": lambda: cst.weigh_claims(ledger=NONE),
    "a theme": lambda: cst.timeline(cst.events(), theme=NONE),
    "a filter": lambda: cst.events(theme=NONE),
    "a topic": lambda: cst.clauses(topic=NONE),
    "a threat": lambda: cst.threat_timeline(NONE),
    "a key": lambda: cst.sources_for(NONE),
    "a column": lambda: cst.citations(asked_by=NONE),
    "how many": lambda: cst.review(0),
    "a day too late": lambda: cst.explore_membership("2999-01-01"),
    "too much": lambda: cst.events(1, 2, 3),
}


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_told_in_the_language_that_is_spoken(what, edition):
    told = said_of(MISTAKES[what]).replace(str(edition), "")
    assert left_over(without_what_is_typed([told])) == []


RIGHT = {
    "number": 9,
    "day": "1994-04-20",
    "word": NONE,
    "states": ["Armenia", "Russia"],
    "numbers": [4, 6],
    "items": ["1", "2"],
    "table": [["1", "2"], ["3", "4"]],
}
WRONG = [
    ..., None, 1, 9, 10, (9, 10), "9, 10", "?", NONE, "1994", "1994-04-21", ["1", "2", "3"], ["2", "1"], {"1", "2"}, [], [[1]], 10**20,
    "Armenia", ["Armenia", "Russia", NONE], ["Russia"], [1, 2, 3], ["4", "6"], pd.DataFrame({"1": ["1"], "2": ["2"]}),
    pd.DataFrame({"1": []}), pd.DataFrame({"1": ["1"] * 9, "2": ["2"] * 9}), len, cst.article, 1.5, "1/3", NONE * 10,
]  # fmt: skip


@pytest.mark.parametrize("kind", RIGHT)
def test_a_sheet_tells_what_is_wrong_with_an_answer(kind, capsys):
    more = {"columns": ["1", "2"]} if kind == "table" else {}
    more |= {"known": [NONE], "most": 3} if kind == "items" else {"known": [NONE]} if kind == "word" else {}
    for answer in WRONG:
        task = Task(NONE, points=2, answers={"1": answer, "3": 1})
        for name in ("1", "2"):
            getattr(task, kind)(name, **more)
        task.tell()
        for ordered in (False, True) if kind in ("states", "items") else (None,):
            getattr(task, kind)("1", right=RIGHT[kind], **more, **({} if ordered is None else {"ordered": ordered}))
        task.own_words("1", least=2, most=9)
        task.score()
    told = capsys.readouterr().out.splitlines()
    assert len(told) > len(WRONG) and left_over(without_what_is_typed(told)) == []


BOXES = {
    "a name": (NameError("name 'ñ' is not defined", name="ñ"), "x = ñ"),
    "a name in a query": (NameError("name 'ñ' is not defined", name="ñ"), "x.query('ñ')"),
    "a column": (KeyError("ñ"), ""),
    "several columns": (KeyError(("1", "2")), ""),
    "a condition": (KeyError(1990), ""),
    "a comparison": (TypeError("Invalid comparison"), ""),
    "sums with words": (TypeError("unsupported operand"), ""),
    "curly marks": (SyntaxError("invalid character", ("", 1, 1, "")), "x = “1”"),
    "a blank": (IndentationError("unexpected indent", ("", 1, 1, "")), " x = 1"),
    "no partner": (SyntaxError("unterminated string literal", ("", 1, 1, "")), "x = '1"),
    "a bracket": (SyntaxError("'(' was never closed", ("", 1, 1, "")), "x = (1"),
    "zeros": (SyntaxError("leading zeros in decimal integer literals", ("", 1, 1, "")), "x = 01"),
    "a colon": (SyntaxError("invalid syntax", ("", 1, 1, "")), "x = 1 : 4"),
    "anything": (SyntaxError("invalid syntax", ("", 1, 1, "")), "x = ="),
    "a text": (SyntaxError("invalid syntax", ("", 1, 1, "")), "%%memo"),
}


@pytest.mark.parametrize("what", BOXES)
def test_the_usual_cause_of_a_red_box_is_told(what):
    error, source = BOXES[what]
    told = cause(error, source)
    examples = (
        "year >= 1990",
        "year == 1990",
        "len(rows)",
        "who_decides",
        "who decides",
        '"state", "date"',
        "@ñ",
        "1995",
    )
    for example in examples:
        told = told.replace(example, "")
    assert told and left_over(without_what_is_typed([told])) == []


def test_a_box_that_is_run_too_early_names_the_box_to_run_first(capsys):
    told = [sentence_for("ñ", Box("1", "1", NONE, "2"))]
    _memo_too_early("", "")
    assert left_over([*told, capsys.readouterr().out]) == []


def test_a_memo_is_counted_and_its_first_line_is_known_in_both_languages():
    english = "%%memo 600 to 800 words. Leave this line, and write below it."
    line = f"%%memo {marked(english.removeprefix('%%memo '))}"
    assert wanted_words(line) == wanted_words(english) == [600, 800]
    told = [Kept(text, wanted).told for text in ("", NONE) for wanted in ([], [200], [600, 800])]
    assert left_over(told) == []
