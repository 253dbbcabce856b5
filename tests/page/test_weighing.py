"""A verdict is the learner's first, then ours; it is kept and comes back."""

import json

import ipywidgets
import pytest

import cst1992 as cst
from cst1992.facts.arguments import agreed_words
from cst1992.page import record
from tests.page.touching import click, found, shown

CLAIM = "wording-coordinate"


def test_our_verdict_is_told_after_the_learners():
    box = cst.weigh_claims(article=2)
    assert "Ours:" not in shown(box) and "Our verdict" not in shown(box)
    assert [one.description for one in found(box, ipywidgets.Button)] == list(agreed_words("claims", "verdict"))
    click(box, "needs qualification")
    assert "Your verdict: <strong>needs qualification</strong>. Ours: <strong>supported</strong>" in shown(box)
    assert "You may judge otherwise" in shown(box) and 'role="alert"' in shown(box)
    assert record.last("verdict", claim=CLAIM)["verdict"] == "needs qualification"
    click(box, "supported")
    assert "You may judge otherwise" not in shown(box)


def test_a_verdict_comes_back_another_day_and_can_be_changed():
    click(cst.weigh_claims(article=2), "open")
    box = cst.weigh_claims(article=2)
    assert "Your verdict: <strong>open</strong>" in shown(box) and 'role="alert"' not in shown(box)
    assert [one.description for one in found(box, ipywidgets.Button) if "✓" in one.description] == ["✓ open"]


def test_reading_alone_is_a_plain_call_with_the_verdict_folded():
    card = cst.weigh_claims(article=2, ask=False)
    assert "Our verdict" in card.html.split("<summary>")[1] and "Our verdict: supported" in card.text


def test_a_verdict_that_is_none_of_the_three_is_not_of_this_module(learner):
    learner.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"kind": "verdict", "when": record.now(), "claim": CLAIM, "verdict": "perhaps"})
    (learner / "answers.jsonl").write_text(line + "\n", encoding="utf-8")
    assert record.entries() == [] and record.damage_told() == ""


@pytest.mark.parametrize("ledger", agreed_words("claims", "ledger"))
def test_every_claim_can_be_weighed(ledger):
    box, table = cst.weigh_claims(ledger=ledger), cst.claims()
    assert len(found(box, ipywidgets.Button)) == 3 * (table["ledger"] == ledger).sum()
