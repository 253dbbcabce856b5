"""Checks of answers: every reasonable form is accepted, and nothing that only claims to be right."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from cst1992.answers import list_checks, value_checks
from cst1992.answers.plain_values import NotPlain, plain
from cst1992.answers.task import Task

SIX = ["Armenia", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"]
RUSSIAN = ["Россия", "Казахстан", "Кыргызстан", "Армения", "Таджикистан", "Узбекистан"]


@pytest.mark.parametrize(
    "answer",
    [
        SIX,
        tuple(SIX),
        set(SIX),
        pd.Series(SIX),
        pd.Index(SIX),
        np.array(SIX),
        pd.Series(SIX).unique(),
        pd.Categorical(SIX),
        RUSSIAN,
        ", ".join(SIX),
        ["ARM", "KAZ", "kg", "Russian Federation", "tjk", "UZ"],
        pd.DataFrame({"state": SIX})["state"],
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_states_are_taken_in_every_list_like_form(answer):
    assert list_checks.states(answer, right=SIX).good


@pytest.mark.parametrize(
    "answer",
    [
        "2 April 1999",
        "1999-04-02",
        "02.04.1999",
        "2 апреля 1999",
        date(1999, 4, 2),
        datetime(1999, 4, 2, 12),
        pd.Timestamp("1999-04-02"),
        np.datetime64("1999-04-02"),
        ["April 2, 1999"],
        pd.Series(["1999-04-02"]),
        pd.to_datetime(["1999-04-02"]).to_numpy(),
        "1999-04-02 00:00:00",
        "1999-04-02T00:00:00",
        "Friday, 2 April 1999",
    ],
    ids=str,
)
def test_a_date_is_taken_in_every_usual_form(answer):
    assert value_checks.day(answer, right="1999-04-02").good


def test_a_date_less_exact_than_the_right_one_is_not_enough():
    assert not value_checks.day("April 1999", right="1999-04-02").good
    assert value_checks.day("2 April 1999", right="1999-04").good


@pytest.mark.parametrize("answer", [9, 9.0, "9", "nine", "9 states", np.int64(9), pd.Series([9]), [9]], ids=str)
def test_a_number_is_taken_as_a_number_or_as_text(answer):
    assert value_checks.number(answer, right=9).good


class Equal(list):
    """Claims to be equal to everything."""

    def __eq__(self, other):
        return True

    __hash__ = None

    def __len__(self):
        return 6


class Column(pd.Series):
    """Claims to be a column."""

    @property
    def _constructor(self):
        return Column


@pytest.mark.parametrize(
    "answer", [Equal(), Column(SIX), object(), lambda: SIX, iter(SIX)], ids=lambda a: type(a).__name__
)
def test_what_only_claims_to_be_right_is_turned_away(answer):
    with pytest.raises(NotPlain, match=r"it is (of the type|a verb)"):
        plain(answer)
    task = Task("A task", 1, {"answer": answer})
    task.states("answer", right=SIX)
    assert task.score() == 0


def test_a_type_that_takes_the_name_of_a_library_is_turned_away():
    fake = type("Series", (list,), {"__module__": "pandas", "tolist": lambda self: SIX})
    with pytest.raises(NotPlain):
        plain(fake())


def test_a_type_that_claims_to_be_equal_to_every_type_is_turned_away():
    everything = type("Everything", (type,), {"__eq__": lambda *both: True, "__hash__": lambda own: hash(list)})
    with pytest.raises(NotPlain):
        plain(everything("list", (), {"__iter__": lambda own: iter(SIX), "__len__": lambda own: 6})())


def test_true_is_no_number():
    assert not value_checks.number(True, right=1).good


def test_partial_marks_for_lists():
    assert list_checks.states(SIX[:3], right=SIX).mark == 0.5
    assert list_checks.states([*SIX, "Belarus"], right=SIX).mark == pytest.approx(5 / 6)
    assert list_checks.states(["Belarus", "Georgia"], right=SIX).mark == 0
    assert list_checks.items(["b", "a", "c"], right=["a", "b", "c"], ordered=True).mark == pytest.approx(1 / 3)


def test_a_typical_mistake_hears_its_own_sentence_and_never_the_solution():
    replies = {"Беларусь": "Belarus acceded on 31 December 1993."}
    visible = list_checks.states(["belarus", "Russia"], replies=replies)
    assert visible.sentence == "Belarus acceded on 31 December 1993."
    hidden = list_checks.states([*SIX[:5], "Belarus"], right=SIX, replies=replies)
    assert "5 of 6 are right, 1 does not belong." in hidden.sentence and "Uzbekistan" not in hidden.sentence


def test_an_unknown_state_or_word_names_what_was_meant():
    assert "Did you mean 'Georgia'" in list_checks.states(["Gorgia"]).sentence
    assert "Choose one of: open, supported" in value_checks.word("perhaps", known=["open", "supported"]).sentence
    assert "Copy one as it stands in the table." in value_checks.word("perhaps", known=map(str, range(30))).sentence
    assert "Not among the choices: c" in list_checks.items("a, c", known=["a", "b"]).sentence


@pytest.mark.parametrize(
    "answer", ["Armenia and Russia", "Армения и РФ", "Armenia; the Russian Federation", ["ARM", "Ресей"]]
)
def test_lists_are_taken_as_people_write_them(answer):
    assert list_checks.states(answer, right=["Russia", "Armenia"]).good


def test_one_column_is_a_list_and_a_table_is_told():
    assert list_checks.states(pd.DataFrame({"state": SIX}), right=SIX).good
    with pytest.raises(NotPlain, match="Take one column"):
        list_checks.states(pd.DataFrame({"state": SIX, "date": SIX}))


def test_a_span_of_years_holds_every_year():
    assert list_checks.numbers("1997, 1999, 2002-2004", right=[1997, 1999, 2002, 2003, 2004]).good
    assert list_checks.numbers(["2002 to 2004"], right=[2002, 2003, 2004]).good


def test_choices_with_a_comma_in_them_are_told_apart():
    known = ["1992 wording, signed only", "1992 wording, in force"]
    assert "signed only; 1992 wording" in value_checks.word("2010", known=known).sentence


def test_numbers_and_dates_are_told_as_read():
    assert "A number: 0.333333" in value_checks.number("1/3").sentence
    assert "Read as 5, 6, 8." in list_checks.numbers(["5-6", "eight"]).sentence
    assert "read as 9 October 1998" in value_checks.day("9.10.1998").sentence
    assert (
        value_checks.number("all three", right=3).good and value_checks.day("on 2 April 1999", right="1999-04-02").good
    )


def test_the_same_word_again_and_again_is_no_text():
    assert not value_checks.own_words("2021 " * 20, least=20, most=60).good


def test_a_whole_table_in_place_of_a_part_gives_nothing():
    whole = pd.DataFrame({"state": [*SIX, "Georgia", "Belarus"]})
    assert list_checks.table(whole, ["state"], right=[["Armenia"], ["Russia"]]).mark == 0


def test_a_table_counts_rows_whatever_their_order_and_further_columns():
    table = pd.DataFrame(
        {"date": pd.to_datetime(["1999-04-20"] * 2), "state": ["Georgia", "Azerbaijan"], "more": [1, 2]}
    )
    right = [["Azerbaijan", "1999-04-20"], ["Georgia", "1999-04-20"]]
    assert list_checks.table(table, ["state", "date"], right=right).good
    assert list_checks.table(table.iloc[:1], ["state", "date"], right=right[:1]).mark == 0, "Georgia is not Azerbaijan"
    rows = [{"state": "Georgia", "date": "20 April 1999"}, {"state": "Azerbaijan", "date": "1999-04-20"}]
    assert list_checks.table(rows, ["state"], right=[["Azerbaijan"], ["Georgia"]]).good
    assert "lacks year" in list_checks.table(table, ["state", "year"]).sentence
    assert "A table is wanted" in list_checks.table(["Georgia"], ["state"]).sentence
    assert "has no rows" in list_checks.table(table.iloc[:0], ["state"]).sentence


def test_a_table_of_something_else_hears_of_the_cell_that_gives_it_away():
    replies = {("Bergen", "Oslo"): "These are towns."}
    assert list_checks.table([{"state": "oslo"}], ["state"], replies=replies).sentence == "These are towns."
    assert list_checks.table([{"state": "Georgia"}], ["state"], replies=replies).good
    marked = list_checks.table([{"state": "Oslo"}], ["state"], right=[["Georgia"]], replies=replies)
    assert marked.mark == 0 and "These are towns." in marked.sentence


@pytest.mark.parametrize("typed", [18 - 12 - 2012, 1 / 5 / 1994, 2012])
def test_a_date_without_quotation_marks_is_no_sum(typed):
    assert value_checks.day(typed).sentence.startswith("A date stands in quotation marks")
    assert not value_checks.day(typed, right="2012-12-18").good


def test_one_state_that_is_wrong_hears_no_count():
    said = list_checks.states("Russia", right=["Georgia"], otherwise="Read the note again.")
    assert said.sentence == "Read the note again."


def test_an_answer_that_a_query_left_empty_hears_of_the_query():
    table = pd.DataFrame({"state": ["Georgia"]})
    assert "none has the words" in list_checks.table(table.iloc[:0], ["state"]).sentence
    with pytest.raises(NotPlain, match="no row has what it asks for"):
        list_checks.states([])
    with pytest.raises(NotPlain, match="counts its rows"):
        value_checks.number(table)


def test_a_whole_number_in_a_table_is_the_same_with_and_without_a_point():
    made = pd.DataFrame({"year": [1999], "tonnes": [4600.0]})
    assert list_checks.table(made, ["year", "tonnes"], right=[[1999, 4600]]).good


def test_a_missing_answer_and_three_dots_are_told_apart(capsys):
    task = Task("A task", 2, {"here": ...})
    task.number("here", right=1)
    task.number("gone", right=1)
    assert task.score() == 0
    told = capsys.readouterr().out
    assert "here: It is still three dots" in told and "gone: It is not there" in told


def test_points_are_shared_by_weight():
    task = Task("A task", 3, {"a": 1, "b": 2})
    task.number("a", right=1, weight=2)
    task.number("b", right=1)
    assert task.score() == 2


def test_an_empty_list_or_nothing_at_all_is_told():
    task = Task("A task", 1, {"none": None, "empty": []})
    task.states("none", right=SIX)
    task.states("empty", right=SIX)
    assert task.score() == 0


def test_a_visible_check_alone_gives_no_points():
    task = Task("A task", 1, {"a": 1})
    task.number("a")
    assert task.score() == 0


@pytest.mark.parametrize("written", ["20 April 1999", "20.04.1999", "1999-04-20 00:00:00", date(1999, 4, 20)], ids=str)
@pytest.mark.parametrize("name", ["Грузия", "GEO", "georgia", "Republic of Georgia"])
def test_a_table_made_by_hand_may_hold_states_and_days_in_every_usual_form(written, name):
    made = [{"state": name, "date": written}]
    assert list_checks.table(made, ["state", "date"], right=[["Georgia", "1999-04-20"]]).good


@pytest.mark.parametrize(
    "answer",
    [[2, 8, 11], (11, 2, 8), "2 8 11", "2, 8 and 11", "notes 2, 8 and 11", ["note 2", "note 8", "note 11"],
     ["two", "eight", "eleven"], "two, eight, eleven", pd.Series([2.0, 8.0, 11.0]), np.array([2, 8, 11])],
    ids=str,
)  # fmt: skip
def test_numbers_of_rows_are_taken_in_every_usual_form(answer):
    assert list_checks.numbers(answer, right=[2, 8, 11]).good


def test_a_span_of_numbers_is_read_and_what_is_no_number_is_told():
    assert (
        list_checks.numbers("Articles 9 to 11", right=[9, 10, 11]).good
        and list_checks.numbers("9-11", right=[9, 10, 11]).good
    )
    assert "'the last few' is none" in list_checks.numbers(["the last few"]).sentence
    assert not list_checks.numbers([True], right=[1]).good and not list_checks.numbers([2.5], right=[2]).good
    assert "inf is none" in list_checks.numbers([float("inf")], right=[2]).sentence


@pytest.mark.parametrize("identity", ["joint-defence", "arms-and-training", "land-border"])
def test_an_id_with_and_in_it_is_not_torn_apart(identity):
    assert list_checks.items(f"{identity}, other", right=["other", identity]).good
    assert list_checks.items(f"{identity} AND other", right=["other", identity]).good


@pytest.mark.parametrize("answer", ["4 or 9", "9 or 0", "2100-2700", "9, 10"])
def test_a_hedged_number_is_no_answer(answer):
    assert value_checks.number(answer, right=9).sentence.startswith("I read two numbers in it")


def test_numbers_beyond_twenty_are_read_as_words_and_floats_as_they_are():
    assert value_checks.number("forty-five", right=45).good and value_checks.number("twenty five", right=25).good
    assert value_checks.number("сорок пять", right=45).good and value_checks.number("two hundred", right=200).good
    assert not value_checks.number(9e99, right=9).good and not value_checks.number(1e-7, right=1).good


def test_a_length_of_time_is_its_days():
    assert value_checks.number(pd.Timestamp("1999-06-04") - pd.Timestamp("1999-04-20"), right=45).good
    assert value_checks.number(date(1999, 6, 4) - date(1999, 4, 20), right=45).good
    assert value_checks.number(np.timedelta64(45, "D"), right=45).good


def test_an_unknown_state_counts_as_one_that_does_not_belong():
    verdict = list_checks.states([*SIX, "China"], right=SIX)
    assert verdict.mark == pytest.approx(5 / 6) and "There is no state 'China'" in verdict.sentence
    assert list_checks.states([*SIX, "China"]).mark == 0, "the visible check says so at once"


@pytest.mark.parametrize("name", ["Республика Казахстан", "Kazakstan", "KAZAKHSTAN", "Қазақстан"])
def test_a_state_is_known_by_its_usual_spellings(name):
    assert list_checks.states(name, right=["Kazakhstan"]).good


def _endless():
    endless = []
    endless.append(endless)
    return endless


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (_endless(), "lists in lists"),
        (10**5000, "larger than any number"),
        (np.add, "of the type 'ufunc'"),
        ([..., ...], "three dots still stand in it"),
        (value_checks.number, "Put brackets after its name"),
    ],
    ids=["endless", "huge", "ufunc", "dots", "verb"],
)
def test_strange_answers_hear_a_sentence_and_no_error(answer, says, capsys):
    task = Task("A task", 1, {"answer": answer})
    task.items("answer", right=["a"])
    task.numbers("answer", right=[1])
    task.number("answer", right=1)
    task.day("answer", right="1999-04-20")
    assert task.score() == 0 and says in capsys.readouterr().out


def test_a_set_has_no_order_and_a_doubled_item_is_told():
    assert "A set" in list_checks.items({"a", "b"}, right=["a", "b"], ordered=True).sentence
    assert "stands there twice" in list_checks.items(["a", "b", "b"], right=["a", "b"], ordered=True).sentence


def test_several_wrong_answers_may_share_a_sentence():
    assert list_checks.items(["b"], replies={("a", "b"): "Not these."}).sentence == "Not these."
    assert value_checks.number(50, replies={range(2, 101): "Per cent."}).sentence == "Per cent."
    assert value_checks.word("b", known=["c"], replies={"b": "A reply comes before the choices."}).sentence.startswith(
        "A reply"
    )


@pytest.mark.parametrize(
    "answer", ["Armenia " * 400, [f"Armenja{number}" for number in range(101)], ["x" * 2_001], "Armenia," * 2_600]
)
def test_an_answer_far_longer_than_any_answer_is_told_so_before_it_is_compared(answer):
    with pytest.raises(NotPlain, match="an answer here is short"):
        list_checks.states(answer, right=["Armenia"])


def test_a_column_that_names_few_states_many_times_is_a_list_of_these_few():
    assert list_checks.states(["Armenia", "Russia"] * 200, right=["Armenia", "Russia"]).good


@pytest.mark.parametrize(
    ("check", "right"), [(value_checks.number, 9), (list_checks.numbers, [9]), (value_checks.day, "1994-04-20")]
)
def test_a_text_of_many_figures_is_read_by_no_check_of_figures(check, right):
    with pytest.raises(NotPlain, match="an answer here is short"):
        check("9" * 200_000, right=right)
