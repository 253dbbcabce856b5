"""Correcting a row is enough: every card says what the tables and module.yaml say."""

import pytest

import cst1992 as cst
from cst1992.facts.headings import column_heading
from cst1992.facts.mistakes import AbsentSection, Mistake
from cst1992.facts.package import rows
from cst1992.facts.treaty_wordings import wordings
from tests.cards.cells import text_of
from tests.corrections import corrected, described, module_says, rewritten, with_column, without


def test_another_day_of_entry_into_force_stands_in_every_card(copied):
    corrected(copied, "instruments", "protocol-2010", in_force_on="2013-01-20")
    assert "\nSince January 2013: " in cst.article(4, wording="2010").text
    assert ">Since January 2013<" in cst.article(4, wording="2010").html
    assert "Protocol of 2010, in force since 20 January 2013" in cst.then_and_now(4).text
    corrected(copied, "instruments", "protocol-2010", in_force_on="")
    assert "in force since a day that is not known" in cst.then_and_now(4).html


def test_the_first_wording_adds_nothing_and_an_unknown_one_is_told(copied):
    assert cst.article(4, wording="1992").text == cst.article(4).text
    with pytest.raises(Mistake, match=r"There is no wording '1993'\. Did you mean '1992'\? There are: 1992, 2010\."):
        cst.article(4, wording="1993")


def test_a_third_wording_has_a_column_and_a_place_in_the_menu(copied):
    line = "2018,with the draft of 2018,wording of 2018,second-protocol-2018,3,Draft of 2018,after the draft of 2018\n"
    with (copied / "wordings.csv").open("a", encoding="utf-8") as table:
        table.write(line)
    card = cst.then_and_now(4)
    assert card.html.count('<p class="cst-soft">Draft of 2018</p>') == 1
    assert "1992, after the Protocol of 2010 and after the draft of 2018, in our paraphrase." in card.text
    assert "Draft of 2018:\nNo change of this article stands in the table." in card.text
    assert "\nWording of 2018: What it made of Article 4 stands in no table." in cst.article(4, wording="2018").text
    (_, text), (sentence, _) = cst.explore_articles().controls, cst.explore_articles().told
    assert [name for name, _ in text.options] == [one.name for one in wordings()]
    assert ", as worded in 1992. " in sentence.value


def test_a_module_with_one_wording_has_no_menu_of_wordings(copied):
    rewritten(copied, "wordings", lambda row: row if row["id"] == "1992" else None)
    box = cst.explore_articles(4)
    assert [one.description for one in box.controls] == ["Article"]
    assert "Article 4 of 11, mutual assistance, as worded in 1992. " in box.told[0].value


def test_a_module_that_tells_no_wordings_apart_shows_its_articles(copied):
    without(copied, "wordings", "amendments", "provisions")
    assert "Article 4 of 11, mutual assistance. " in cst.explore_articles(4).told[0].value
    assert "Aggression against one" in cst.article(4).text
    with pytest.raises(AbsentSection, match=r"^This module has no "):
        cst.then_and_now(4)


def test_without_article_four_the_pages_open_at_the_first_one(copied):
    rewritten(copied, "articles", lambda row: row if row["number"] != "4" else None)
    assert cst.then_and_now().text.startswith("Article 1 · ")
    assert "Article 1 of 10, " in cst.explore_articles().told[0].value


def test_a_term_without_a_form_in_another_language_stands_alone(copied):
    described(copied, "articles", lambda one: one["schema"]["fields"][8].pop("constraints", None))
    corrected(copied, "articles", "article-04", key_term_ru="")
    term = next(row.text("key_term") for row in rows("articles") if row["number"] == 4)
    assert f"<dt>Key term</dt><dd>{term}</dd>" in cst.article(4).html


def test_the_text_that_is_read_has_the_name_that_the_module_gives_it(copied):
    module_says(copied, "text: the text of 2004", "text: the speech of May")
    module_says(copied, "text_read: the opening of the text of 2004", "text_read: the first page of the speech")
    module_says(copied, "text_language: Russian", "text_language: Kazakh")
    assert cst.weigh_claims(article=2, ask=False).text.startswith("The speech of May (paragraph 4): ")
    assert "The speech of May, paragraph 4</p>" in cst.weigh_claims(article=2, ask=False).html
    assert (
        "the first page of the speech makes no claim on this: paragraph 1; "
        in cst.weigh_claims(paragraph=1, phrase="-").text
    )
    assert 'aria-label="Paragraph 3 of the speech of May"' in cst.paragraph(3).html
    assert "\nIn Kazakh: " in cst.paragraph(3).text and "watch for, the Kazakh</summary>" in cst.paragraph(3).html
    assert "threats that the speech of May names" in cst.threats_at_a_glance().text
    module_says(copied, "treaty: the Treaty of 1992", "treaty: the Pact")
    assert "In the Pact" in cst.threats_at_a_glance().html and "was read of the Pact" in cst.threats_at_a_glance().text


def test_a_paragraph_that_was_compared_with_nothing_says_nothing_of_it(copied):
    rewritten(copied, "passages", lambda row: {**row, "original_check": ""})
    assert "In Russian" not in cst.paragraph(3).text and "what to watch for</summary>" in cst.paragraph(3).html


def test_ledgers_and_sides_have_the_headings_of_the_data_package(copied):
    described(copied, "claims", lambda one: one["schema"]["fields"][1]["headings"].update(wording="The Pact, in short"))
    assert "\nThe Pact: " in cst.weigh_claims(article=2, ask=False).text
    assert ">The Pact, in short</p>" in cst.weigh_claims(article=2, ask=False).html
    side = next(place for place, name in enumerate(rows("references")[0]) if name == "side")
    described(copied, "references", lambda one: one["schema"]["fields"][side].pop("headings"))
    assert "Side: Joint or unclear; " in cst.notes_at_a_glance().text


def test_a_gap_in_no_sentence_where_nothing_narrows_the_claims(copied):
    rewritten(copied, "claims", lambda row: row if row["ledger"] == "later" else None)
    assert cst.weigh_claims(ask=False).text.endswith(" makes no claim.")


def test_a_clause_stands_beside_a_topic_by_a_row(copied):
    said = "Beside them stands Article 51 of the UN Charter, a right on which Article 4 of 1992 builds."
    assert said in cst.clauses_at_a_glance().text and said not in cst.clauses_at_a_glance("consultation").text
    corrected(
        copied, "clause_topics", "un-charter-art-51-mutual-assistance", topic="consultation", said="It is a right."
    )
    assert "clauses on consultation, and one on another: " in cst.clauses_at_a_glance("consultation").text
    assert " It is a right. " in cst.clauses_at_a_glance("consultation").text
    without(copied, "clause_topics")
    assert "on another" not in cst.clauses_at_a_glance("consultation").text


def test_clauses_are_told_by_their_printed_number_and_a_topic_without_one_in_a_sentence(copied):
    corrected(copied, "clauses", "nato-art-5", article="IV")
    corrected(copied, "clauses", "rio-art-3", article="preamble")
    told = cst.clauses_at_a_glance().text
    assert "Article: Article IV; " in told and "Article: preamble; " in told
    rewritten(copied, "clauses", lambda row: row if row["topic"] != "area" else None)
    assert cst.clauses_at_a_glance("area").text == "No clause on area stands in data/clauses.csv."


def test_the_promise_of_the_module_is_the_first_topic_and_the_articles_that_are_named(copied):
    module_says(copied, "promise: mutual assistance", "promise: consultation")
    assert cst.clauses_at_a_glance().text.startswith("Clauses on consultation")
    assert "About consultation: Article 2." in cst.treaty_at_a_glance().text


@pytest.mark.parametrize(
    ("table", "verb"),
    [
        ("clauses", "clauses_at_a_glance"),
        ("articles", "treaty_at_a_glance"),
        ("articles", "explore_articles"),
        ("references", "notes_at_a_glance"),
        ("threats", "threats_at_a_glance"),
        ("passages", "explore_paragraphs"),
        ("claims", "weigh_claims"),
        ("amendments", "then_and_now"),
        ("requests", "explore_requests"),
    ],
)
def test_an_empty_table_is_told_in_one_sentence(copied, table, verb):
    rewritten(copied, table, lambda row: None)
    with pytest.raises(AbsentSection, match=r"^This module has no [a-z ]+\.$"):
        getattr(cst, verb)()


def test_the_head_of_a_column_keeps_the_name_of_a_state_and_the_title_of_the_data_package(copied):
    corrected(copied, "states", "armenia", name="United Harbours")
    assert column_heading("united_harbours_gave") == "United Harbours gave"
    assert column_heading("armenia_gave") == "armenia gave"
    described(copied, "exchanges", lambda one: one["schema"]["fields"][1].update(title="what it is about"))
    assert "what it is about: " in cst.read(cst.exchanges().head(1)).text


@pytest.fixture
def no_kazakh(copied):
    module_says(copied, "  kk: Kazakh\n", "")
    return copied


def test_a_language_that_the_module_does_not_have_is_in_no_column(no_kazakh):
    card = cst.words("03")
    assert "in English and Russian, in plain words" in card.html
    assert 'lang="kk"' not in card.html and "in Kazakh" not in card.html and 'lang="ru"' in card.html


def test_words_without_forms_in_other_languages_have_no_asterisk(copied):
    for table, column in (("glossary", "term"), ("concepts", "concept")):
        described(copied, table, lambda one: [field.pop("constraints", None) for field in one["schema"]["fields"]])
        rewritten(copied, table, lambda row, column=column: {**row, f"{column}_ru": "", f"{column}_kk": ""})
    card = cst.words("03")
    assert " terms in plain words</summary>" in card.html
    assert "*" not in card.text and " · " not in card.text and "our form" not in text_of(card.html)


def test_a_page_with_the_common_words_alone_shows_no_empty_table(copied):
    rewritten(copied, "page_words", lambda row: row if row["common"] == "yes" else None)
    assert cst.words("03").html.count("<table>") == 1


def test_requests_are_found_under_every_state_that_put_them(copied):
    where = ["asked by", "asked of"]
    described(copied, "requests", lambda one: one["filters"][0].update(where={"role": where}))
    asked = [value for _, value in cst.explore_requests().controls[0].options if value]
    assert asked == sorted({row.text("state") for row in rows("request_states") if row["role"] in where})
    assert len(asked) > len({row.text("state") for row in rows("request_states") if row["role"] == "asked by"})


def test_articles_are_named_as_printed_in_the_menu(copied):
    with_column(copied, "articles", "printed", lambda row: {"4": "IV", "5": "5 bis"}.get(row["number"], ""))
    article = cst.explore_articles().controls[0]
    assert ("Article IV · Aggression against one", 4) in article.options
    assert "Article 5 bis · " in article.options[4][0]


def test_an_article_without_paragraphs_is_shown_in_a_sentence(copied):
    rewritten(copied, "provisions", lambda row: None if row["article"] == "4" else row)
    assert rows("articles")[3].text("summary") in cst.article(4).text
    assert '<p class="cst-text">' in cst.article(4).html
