"""Every card in the made-up language: no English is left over."""

import pandas as pd
import pytest

import cst1992 as cst
from cst1992.cards import outcomes
from cst1992.cards.claims import chosen_claims, claims_card, unjudged_html
from cst1992.cards.requests import request_html
from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import fields, resource, rows, table_names
from cst1992.facts.treaty_wordings import wordings
from cst1992.facts.twins import word_columns
from tests.speech.unmarked import left_over, shown, words_of_html

pytestmark = pytest.mark.usefixtures("spoken")


def every(table, column):
    return [row[column] for row in rows(table)]


def claims():
    for ledger in agreed_words("claims", "ledger"):
        found, none = chosen_claims(None, ledger, None, None)
        yield claims_card(found)
        yield from map(unjudged_html, found)
        yield none
    yield chosen_claims(11, None, 3, "?")[1]


def cases():
    for case in rows("cases"):
        yield outcomes.situation_html(case)
        yield outcomes.outcome_text(case)
        for chosen in ("", next(row.text("id") for row in rows("case_choices") if row["case"] == case["id"])):
            yield outcomes.outcome_html(case, chosen)
    yield from map(outcomes.decided_html, rows("case_choices"))


def tables():
    """Every table laid out to be read, but for columns of keys, which are no words."""
    for table in table_names():
        shown = [*word_columns(resource(table)["schema"])]
        shown += [one["name"] for one in fields(table) if "enum" in one.get("constraints", {})]
        yield cst.read(getattr(cst, table)()[shown])
    yield cst.read(cst.standing("2004-06-30"))
    yield cst.read(pd.DataFrame({"state": []}))


CARDS = {
    "article": lambda: [
        cst.article(number, wording=one.id) for number in every("articles", "number") for one in wordings()
    ],
    "then_and_now": lambda: map(cst.then_and_now, every("articles", "number")),
    "claims": claims,
    "clauses": lambda: map(cst.clauses_at_a_glance, agreed_words("clauses", "topic")),
    "paragraph": lambda: map(cst.paragraph, every("passages", "paragraph")),
    "glances": lambda: [cst.notes_at_a_glance(), cst.threats_at_a_glance(), cst.treaty_at_a_glance(), cst.keys()],
    "words": lambda: map(cst.words, sorted(set(every("page_words", "notebook")))),
    "cases": cases,
    "requests": lambda: map(request_html, every("requests", "id")),
    "tables": tables,
}


@pytest.mark.parametrize("kind", CARDS)
@pytest.mark.slow
def test_no_english_is_left_over(kind):
    told = [text for one in CARDS[kind]() for text in (words_of_html(one) if isinstance(one, str) else shown(one))]
    assert told and left_over(told) == []
