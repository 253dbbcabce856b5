"""What a reader gives is read in every usual form, and a slip hears the nearest right word."""

import datetime

import pytest

import cst1992 as cst
from cst1992.facts.arguments import as_day, state_name


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: cst.parties("1994-02-30"), "that month has 28 days. The nearest is '1994-02-28'"),
        (lambda: cst.parties("20 April"), "Write year, month and day, such as '1995-05-31'"),
        (lambda: cst.parties("1994-13-01"), "there is no month 13"),
        (lambda: cst.parties("1994-04-20", sense="inforce"), "Did you mean 'in force'"),
        (lambda: cst.events(state="Kazahkstan"), "Did you mean 'Kazakhstan'"),
        (lambda: cst.events(theme="nuclar"), "Did you mean 'nuclear'"),
        (lambda: cst.requests(answered="force"), "Did you mean 'forces'"),
        (lambda: cst.clauses("mutual help"), "There are: mutual assistance"),
        (lambda: cst.threats("recede"), "Did you mean 'receding'"),
        (lambda: cst.threat_evidence("drugs"), "drug-business"),
        (lambda: cst.reading("teacher"), "There are: student, instructor"),
        (lambda: cst.disagreements("gorgia"), "Did you mean 'georgia'"),
        (lambda: cst.disagreements(77777), "No disagreement is about 77777."),
        (lambda: cst.sources_for("article-4"), "Did you mean 'article-04'"),
        (lambda: cst.sources_for(None), "such as 'article-04', or one row"),
        (lambda: cst.sources_for(5), "it was given 'int'"),
        (lambda: cst.sources_for(cst.requests()), "it was given 'Table'"),
    ],
)
def test_bad_input_ends_in_one_sentence_with_the_nearest_valid_choice(call, message):
    with pytest.raises(ValueError) as caught:
        call()
    assert message in str(caught.value), str(caught.value)


def test_a_day_may_come_as_text_date_or_datetime():
    days = {as_day("1994-4-20"), as_day(datetime.date(1994, 4, 20)), as_day(datetime.datetime(1994, 4, 20, 23))}
    assert days == {datetime.date(1994, 4, 20)}


def test_a_state_may_come_in_english_russian_or_by_code():
    assert {state_name(name) for name in ("Kyrgyzstan", "кыргызстан", "KG", "kgz", "Kyrgyz Republic")} == {"Kyrgyzstan"}


@pytest.mark.parametrize("written", ["1994-04-20", "20 April 1994", "20 апреля 1994 г.", "1994 жылғы 20 сәуір"])
def test_a_day_is_read_as_people_write_it(written):
    assert as_day(written) == datetime.date(1994, 4, 20)


def test_a_month_is_no_day():
    with pytest.raises(ValueError, match="is no date"):
        as_day("April 1994")
