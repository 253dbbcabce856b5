"""Activities are data: they are checked, they point to rows, and a corrected row corrects the card."""

import pytest

from cst1992.facts import files
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import row_with
from cst1992.teacher.activities.activities import activity_names, load_activity
from cst1992.teacher.activities.council import motions_of, options_of
from cst1992.teacher.activities.made_cards import document_card, later_card, role_card
from cst1992.teacher.check.activities import activity_faults, faults_of
from cst1992.teacher.room.dealing import Deck
from cst1992.teacher.room.rules import decided
from cst1992.teacher.room.sessions import session_of
from cst1992.teacher.room.steps import Deal, Vote
from tests.corrections import corrected


def texts(card):
    return [piece.text for piece in card.pieces]


def edited(folder, old, new, name="council_2010"):
    path = folder / "activities" / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [str(fault) for fault in faults_of(path)]


def test_a_corrected_row_corrects_the_card_of_a_role_the_option_and_the_document(copied):
    corrected(copied, "case_choices", "kyrgyzstan-2010-forces", choice="Send two battalions.", position_of="Somebody")
    council = load_activity("council_2010")
    asked = role_card(council, "kyrgyzstan").pieces[1]
    assert (asked.text, asked.who) == ("Send two battalions.", "Somebody")
    assert ("B", "Send two battalions.") in options_of(council.ballot("proposals"), council)
    assert motions_of(council.ballot("motion"), council) == options_of(council.ballot("proposals"), council)
    assert "Send two battalions." in texts(document_card(council, "done"))


def test_the_articles_are_those_in_force_on_the_day_by_the_tables(copied):
    council = load_activity("council_2010")
    assert document_card(council, "text").below == "The wording of 1992, in force on 14 June 2010"
    corrected(copied, "instruments", "protocol-2010", in_force_on="2010-06-01")
    amended = document_card(council, "text")
    assert amended.below == "The wording of 2010, in force on 14 June 2010"
    assert row_with("amendments", "id", "protocol-2010-article-04").text("change") in texts(amended)


def test_a_role_without_a_word_says_so_and_hears_afterwards_what_was_said(copied):
    council = load_activity("council_2010")
    assert "In what we found, no word of Armenia's own on this request." in texts(role_card(council, "armenia"))
    assert later_card(council, "armenia").pieces[0].day == "14 June 2010"


def test_the_check_finds_nothing_in_ours():
    assert [str(fault) for fault in activity_faults()] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("minutes: {50: 48, 90: 85}", "minutes: {50: 47, 90: 85}", "the steps take 48, and the activity says 47"),
        ("case_voices/kyrgyzstan-2010-medvedev-11", "case_voices/kyrgyzstan-2010-medvedev-12", "no row 'kyrgyzstan-2010-medvedev-12'"),
        ("    nothing_found: In what we found, no word of Armenia's own on this request.\n", "", "the role 'armenia' has no position"),
        ("    projector: Stand up and talk", "    projektor: Stand up and talk", "lacks `projector:`"),
        ("      - case_voices/kyrgyzstan-2010-medvedev-11\n", "      - case_voices/kyrgyzstan-2010-medvedev-18\n", "after the day of the activity"),
        ("state: Armenia", "state: Georgia", "on 2010-06-14 Georgia was no member"),
        ("articles: [1, 2, 4, 6]", "articles: [1, 2, 4, 61]", "the treaty has no Article 61"),
        ("where: {case: kyrgyzstan-2010}", "where: {case: kyrgyzstan-2011}", "no row of data/case_voices.csv has case 'kyrgyzstan-2011'"),
        ("kind: deal", "kind: dael", "Did you mean 'deal'?"),
        ("    ballot: looking-back", "    ballot: looking-front", "Did you mean 'looking-back'?"),
    ],
)  # fmt: skip
def test_the_check_says_what_is_wrong_and_where(copied, old, new, told):
    found = edited(copied, old, new)
    assert any(told in fault for fault in found), found
    assert all("council_2010.yaml, line " in fault for fault in found), found


def test_a_member_without_a_role_is_told(copied):
    corrected(copied, "treaty_actions", "2008-03-28-uzbekistan-return-approved", date="2010-07-28")
    assert any("Uzbekistan was no member" in str(fault) for fault in activity_faults())


def test_an_unknown_activity_is_told_with_the_nearest_name():
    with pytest.raises(Mistake, match=r"There is no activity 'who_sined'\. Did you mean 'who_signed'\?"):
        load_activity("who_sined")


def test_a_motion_passes_by_consensus_if_one_is_for_it_and_nobody_against():
    vote = next(
        step for step in session_of("council_2010").steps if isinstance(step, Vote) and step.rule == "consensus"
    )
    for counts, came in (((1, 1, 0), "adopted"), ((1, 1, 1), "blocked"), ((0, 1, 0), "nobody for it")):
        assert decided(vote.rule, vote.options, counts)[0] == came


@pytest.mark.parametrize("name", activity_names())
def test_the_lot_gives_everybody_a_role_and_every_role_somebody(name):
    activity = load_activity(name)
    deal = next(
        step for step in session_of(name, max(length for length, _ in activity.minutes)).steps if isinstance(step, Deal)
    )
    deck = Deck(deal.roles)
    early = [deck.deal(f"phone {number}") for number in range(31)]
    deck.deal_all(f"phone {number}" for number in range(60))
    counts = [deck.held()[role.id] for role in activity.roles]
    assert min(counts) >= 1 and max(counts) - min(counts) <= 1, counts
    assert [deck.of(f"phone {number}") for number in range(31)] == early, "who comes late changes nobody's role"


def test_a_twin_in_another_language_is_read_if_it_is_the_same_activity(copied):
    twin = copied / "ru" / "activities"
    twin.mkdir(parents=True)
    text = (files.data_folder() / "activities" / "council_2010.yaml").read_text(encoding="utf-8")
    (twin / "council_2010.yaml").write_text(text.replace("id: rule", "id: rules"), encoding="utf-8")
    assert any("not the English activity in other words" in str(fault) for fault in activity_faults())
