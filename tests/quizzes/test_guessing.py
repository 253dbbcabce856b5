"""Guessing: who takes the most cautious option or the longest one, and the mark that no reader sees."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from cst1992.page.quiz import QuestionView
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.bank_file import BrokenBank
from cst1992.quizzes.feedback import feedback_html, shown_html
from cst1992.quizzes.guessing import by_caution, by_length
from cst1992.quizzes.marking import mark
from cst1992.teacher.cli import main
from cst1992.teacher.edition.questions import question_html
from cst1992.teacher.export.export import export
from tests.quizzes.banks import GOOD, SEVEN

MARKED = GOOD.replace("text: That one\n", "text: That one\n        cautious: true\n")
SURE = GOOD.split("questions:\n")[1].replace("id: first", "id: second").replace("text: This one", "text: This very one")


@pytest.fixture
def bank(tmp_path):
    def written(text):
        file = tmp_path / "bank.yaml"
        file.write_text(text, encoding="utf-8")
        return load_bank(file)

    return written


def test_a_question_without_a_cautious_option_counts_for_length_only(bank):
    questions = bank(MARKED + SURE).questions
    assert (by_caution(questions).right, by_caution(questions).asked) == (0, 1)
    assert (by_length(questions).right, by_length(questions).asked) == (2, 2)


def test_the_cautious_option_is_right_where_the_same_option_is(bank):
    told = by_caution(bank(GOOD.replace("correct: true\n", "correct: true\n        cautious: true\n")).questions)
    assert (told.right, told.asked, told.share, told.by_chance) == (1, 1, 1.0, 0.5)


def test_chance_is_the_mean_over_questions_of_two_and_of_three_options(bank):
    three = SURE.replace("    source:", "      - text: A third\n        reply: No, not a third.\n    source:")
    assert by_length(bank(GOOD + three).questions).by_chance == pytest.approx((1 / 2 + 1 / 3) / 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (MARKED.replace("correct: true\n", "correct: true\n        cautious: true\n"), "2 options are marked `cautious: true`"),
        (MARKED.replace("single choice", "multiple choice"), "`cautious:` belongs to the kind 'single choice'"),
        (MARKED.replace("cautious: true", "cautious: maybe"), "option 2 `cautious` should be true or false"),
        (MARKED.replace("cautious: true", "cautius: true"), "Did you mean 'cautious'"),
    ],
    ids=["twice", "multiple choice", "maybe", "misspelt"],
)  # fmt: skip
def test_a_mark_that_cannot_be_is_told(bank, text, message):
    with pytest.raises(BrokenBank) as caught:
        bank(text)
    assert message in str(caught.value), str(caught.value)


def test_the_mark_is_seen_by_nobody(bank):
    def all_that_is_shown(one):
        question = one.questions[0]
        view = QuestionView("bank", question, 1, lambda: None)
        answered = [feedback_html(question, mark(question, [place])) for place in range(len(question.options))]
        shown = [shown_html(question), question_html(question, 1), export(one, "moodle-xml").content]
        return [*answered, *shown, view.input.widget.get_interact_value(), view.input.widget.options]

    with_mark = bank(MARKED)
    assert with_mark.questions[0].options[1].cautious
    assert all_that_is_shown(with_mark) == all_that_is_shown(bank(GOOD))


def test_neither_a_mark_nor_the_order_of_the_file_goes_to_canvas(bank):
    pytest.importorskip("text2qti", reason="QTI needs `pip install -e .[export]`")
    archive = ZipFile(BytesIO(export(bank(MARKED), "qti").content))
    assert "That one" in "".join(archive.read(name).decode() for name in archive.namelist())
    assert any(b"<shuffle_answers>true<" in archive.read(name) for name in archive.namelist()), "the place is no key"
    assert not any(b"cautious" in archive.read(name) for name in archive.namelist())


def test_the_check_prints_both_shares_and_says_how_to_mark(tmp_path, capsys):
    marked, bare, short = tmp_path / "marked.yaml", tmp_path / "bare.yaml", tmp_path / "short.yaml"
    marked.write_text(MARKED, encoding="utf-8")
    bare.write_text(GOOD, encoding="utf-8")
    short.write_text("title: Without choices\nquestions:\n  - {id: c" + SEVEN.split("  - {id: c")[1], encoding="utf-8")
    assert main(["quiz", "check", str(marked), str(bare), str(short)]) == 0
    told = capsys.readouterr().out
    assert told.count("the most cautious option is right in 0 of 1, 0% (by chance 50%)") == 2, "the bank, and all"
    assert told.count("1 single choice marks no cautious option: write `cautious: true`") == 2, "the bank, and all"
    assert "the longest option is right in 1 of 1, 100% (by chance 50%)" in told
    assert "no single choice, so nothing to guess" in told and "Together, 3 quizzes:" in told
