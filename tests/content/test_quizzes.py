"""The quizzes of the module: every answer has its reply, every question its reasons, and none gives itself away."""

import re

import pytest

from cst1992.facts.arguments import agreed_words
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.quizzes.guessing import by_caution, by_length, single_choices
from cst1992.quizzes.questions import Choice
from tests.quizzes.banks import KINDS

ALL = [(name, question) for name in bank_names() for question in load_bank(name).questions]


def named(case):
    return f"{case[0]}:{case[1].id}" if isinstance(case, tuple) else None


@pytest.mark.parametrize("case", ALL, ids=named)
def test_every_answer_has_a_reply_of_its_own(case):
    question = case[1]
    if isinstance(question, Choice):
        replies = [option.reply for option in question.options]
        assert len(set(replies)) == len(replies), "two options share a reply"
    else:
        assert question.otherwise, "a reply to any other wrong answer"
        assert question.replies, "a reply to a typical wrong answer"


@pytest.mark.parametrize("case", ALL, ids=named)
def test_every_question_has_a_hint_and_gives_reasons(case):
    question = case[1]
    assert question.hint and (question.explanation or isinstance(question, Choice))


@pytest.mark.parametrize("name", bank_names())
def test_a_bank_has_few_core_questions_and_spare_ones_of_all_kinds(name):
    bank = load_bank(name)
    core = [question for question in bank.questions if question.core]
    assert 5 <= len(core) <= 8 and len(bank.questions) - len(core) >= 4
    assert {question.kind for question in bank.questions} == KINDS, "all six kinds are used"
    assert len({question.objective for question in bank.questions}) >= 3


@pytest.mark.parametrize("name", bank_names())
def test_the_right_option_is_not_given_away_by_its_length(name):
    singles = [question for question in load_bank(name).questions if question.kind == "single choice"]
    longest = [max(question.options, key=lambda option: len(option.text)).correct for question in singles]
    assert sum(longest) <= len(longest) / 2, f"the longest option is right in {sum(longest)} of {len(longest)}"


EVERY = [question for _, question in ALL]
VERDICTS = (*agreed_words("claims", "verdict"), "refuted")


def test_caution_is_no_key():
    cautious = by_caution(EVERY)
    told = f"the most cautious option is right in {cautious.right} of {cautious.asked}"
    assert 1 / 4 <= cautious.share <= 2 / 5, told
    assert cautious.asked >= 3 / 4 * len(single_choices(EVERY)), "most single choices have an option that claims least"


def test_length_is_no_key():
    longest = by_length(EVERY)
    assert longest.share <= 1 / 3, f"the longest option is right in {longest.right} of {longest.asked}"


@pytest.mark.parametrize("word", VERDICTS)
def test_a_verdict_that_is_offered_is_right_somewhere(word):
    offers = re.compile(rf"(it|that) (is |stays )?{word}\b", re.IGNORECASE)
    offered = [option for one in single_choices(EVERY) for option in one.options if offers.match(option.text)]
    assert len(offered) >= 3, f"{word} is offered {len(offered)} times; the test looks for nothing"
    assert any(option.correct for option in offered), f"{word} is offered {len(offered)} times and never right"
    assert not all(option.correct for option in offered), f"{word} is right wherever it is offered"


def test_the_banks_of_articles_signatories_and_threats_exist():
    assert {"02_the_treaty_articles", "03_the_signatories", "04_the_security_threats"} <= set(bank_names())
