"""What a reader gives is read in every usual form, and a slip hears the nearest right word."""

import datetime

import pytest

import cst1992 as cst
from cst1992.facts.arguments import article_number, as_day, paragraph_number, state_name
from cst1992.facts.mistakes import AbsentSection, Mistake


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
        (lambda: cst.sources_for(None), "such as 'article-01', or one row, such as cst.articles().iloc[0]"),
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


def test_an_empty_cell_is_nobodys_name():
    for given in ("None", None, "", " "):
        with pytest.raises(Mistake, match="There is no state"):
            state_name(given)


def test_a_state_is_known_by_its_name_in_every_language_of_the_module_and_in_no_other(copied):
    file = copied / "module.yaml"
    text = file.read_text(encoding="utf-8")
    assert state_name("Литва") == "Lithuania"
    file.write_text(text.replace("  ru: Russian\n", ""), encoding="utf-8")
    with pytest.raises(Mistake, match="There is no state 'Литва'"):
        state_name("Литва")


@pytest.mark.parametrize("written", [4, "4", " 4 ", "IV", "iv"])
def test_an_article_is_known_by_its_number_also_in_roman(written):
    assert article_number(written) == 4


@pytest.fixture
def kept(copied):
    """Keep some rows of a table alone."""

    def keep(table, *numbers):
        lines = (copied / f"{table}.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        (copied / f"{table}.csv").write_text(lines[0] + "".join(lines[number] for number in numbers), encoding="utf-8")

    return keep


@pytest.mark.parametrize(
    ("numbers", "there"),
    [
        (range(1, 12), "has Articles 1 to 11; there is no Article 12. Write a number, such as 4."),
        ((1, 2, 3, 5, 6, 7), "has Articles 1 to 3 and 5 to 7; there is no Article 12. Write a number, such as 1."),
        ((1, 2, 4), "has Articles 1, 2 and 4; there is no Article 12. Write a number, such as 4."),
        ((5,), "has one article, Article 5; there is no Article 12. Write a number, such as 5."),
    ],
)
def test_the_articles_that_there_are_are_told_with_an_example_among_them(kept, numbers, there):
    kept("articles", *numbers)
    with pytest.raises(Mistake) as caught:
        article_number(12)
    assert str(caught.value) == f"The Treaty of 1992 {there}"


def test_the_message_names_the_treaty_of_the_module(copied):
    file = copied / "module.yaml"
    text = file.read_text(encoding="utf-8").replace("treaty: the Treaty of 1992 ", "treaty: the ANZUS Treaty ")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Mistake, match=r"^The ANZUS Treaty has Articles 1 to 11; there is no Article 'XII'\."):
        article_number("XII")


def test_the_paragraphs_that_there_are_are_told_with_an_example_among_them(kept):
    with pytest.raises(
        Mistake, match=r"^We hold paragraphs 1 to 8 of the text of 2004; there is no paragraph 9\..* such as 3\.$"
    ):
        paragraph_number(9)
    kept("passages", 2)
    with pytest.raises(Mistake, match=r"^We hold one paragraph, 2, of the text of 2004; .* such as 2\.$"):
        paragraph_number(9)
    kept("passages")
    with pytest.raises(AbsentSection, match=r"^This module has no paragraphs of a text\.$"):
        paragraph_number(9)


@pytest.mark.parametrize("written", ["1994-04-20", "20 April 1994", "20 апреля 1994 г.", "1994 жылғы 20 сәуір"])
def test_a_day_is_read_as_people_write_it(written):
    assert as_day(written) == datetime.date(1994, 4, 20)


def test_a_month_is_no_day():
    with pytest.raises(ValueError, match="is no date"):
        as_day("April 1994")
