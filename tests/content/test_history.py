"""Facts of history that the tables must tell, whoever edits them."""

import datetime
import json
from itertools import pairwise

import pandas as pd
import pytest

import cst1992 as cst
from cst1992.facts import package
from cst1992.facts.arguments import as_day, state_name
from cst1992.facts.files import data_file
from cst1992.facts.package import fields, rows, table_names

SIX = ["Armenia", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"]
CONTINUING = ["Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"]


def bound(on, sense="in force"):
    return sorted(cst.parties(on, sense=sense)["state"])


def test_six_states_signed_on_15_may_1992_and_none_was_bound_yet():
    assert bound("1992-05-15", "signed") == SIX, "By every official list six states signed in Tashkent"
    assert bound("1992-05-15") == [], "A signed treaty was not yet in force"
    assert bound("1992-05-14", "signed") == []


def test_nine_states_had_signed_or_acceded_by_the_end_of_1993():
    assert len(bound("1993-12-31", "signed")) == 9 and bound("1993-12-31") == []
    assert "Belarus" not in bound("1993-12-30", "signed"), "Belarus acceded on 31 December 1993"


def test_nine_states_were_parties_when_the_treaty_entered_into_force():
    states = bound("1994-04-20")
    assert len(states) == 9, f"The Treaty bound nine states from 20 April 1994; the data say {len(states)}: {states}"
    assert bound("1994-04-19") == []
    azerbaijan = cst.parties("1994-04-20").set_index("state").loc["Azerbaijan"]
    assert "deposited" in azerbaijan["dispute"], "Azerbaijan's foreign minister said in 1999 that it never deposited"


def test_six_states_prolonged_and_three_did_not():
    assert len(bound("1999-04-19")) == 9
    assert bound("1999-04-20") == CONTINUING
    acts = cst.treaty_actions()
    assert sorted(acts.loc[acts["act"] == "did not prolong", "state"]) == ["Azerbaijan", "Georgia", "Uzbekistan"]
    assert sorted(acts.loc[acts["act"] == "signature of the Protocol of 1999", "state"]) == CONTINUING


def test_suspension_and_freeze_do_not_end_the_treaty():
    after = cst.parties("2013-01-01").set_index("state")
    assert after.loc["Uzbekistan", "status"] == "suspended", "Uzbekistan's membership of the CSTO is suspended"
    assert cst.parties("2025-01-01").set_index("state").loc["Armenia", "status"] == "declared frozen"


def test_the_span_begins_with_the_act_that_bound_the_state_not_with_the_last_one():
    russia = cst.parties("2020-01-01").set_index("state").loc["Russia"]
    assert russia["since"] == pd.Timestamp("1994-04-20") and russia["act"] == "1994-04-20-russia-entry-into-force"
    uzbekistan = cst.parties("2020-01-01").set_index("state").loc["Uzbekistan"]
    assert uzbekistan["since"] > pd.Timestamp("2006-01-01"), "Uzbekistan was outside from 1999"
    assert uzbekistan["dispute"] == uzbekistan["dispute"], "which act counts is disputed, and said"


def test_a_teacher_who_disputes_a_date_edits_a_row(monkeypatch):
    edited = [
        package.Row({**row, "in_force": False}) if row["state"] == "Azerbaijan" else row
        for row in package.rows("treaty_actions")
    ]
    monkeypatch.setattr("cst1992.facts.membership.rows", lambda table: edited)
    assert len(bound("1994-04-20")) == 8


def test_acts_stand_in_order_of_date():
    assert cst.treaty_actions()["date"].is_monotonic_increasing
    assert cst.events()["date"].is_monotonic_increasing and cst.requests()["date"].is_monotonic_increasing


def test_there_are_98_events_and_each_has_one_main_theme():
    events, themes = cst.events(), cst.event_themes()
    assert len(events) == 98 and int(events["core"].sum()) == 60
    assert themes[themes["main"]].groupby("event").size().eq(1).all() and set(themes["event"]) == set(events["id"])
    assert (events["label"].str.len() <= 36).all() and (cst.requests()["label"].str.len() <= 36).all()


def test_an_event_may_belong_to_several_themes_and_is_found_under_each():
    several = cst.event_themes()["event"].value_counts()
    one = several[several > 1].index[0]
    for theme in cst.event_themes().query("event == @one")["theme"]:
        assert one in set(cst.events(theme=theme)["id"])


def test_there_are_thirty_five_cases_of_help_asked_offered_or_not_asked():
    requests = cst.requests()
    assert len(requests) == 35
    assert requests["way"].value_counts().to_dict() == {
        "asked": 19,
        "not asked": 10,
        "asked of Russia alone": 4,
        "offered": 2,
    }
    assert requests.loc[~requests["use_as_case"], "date"].dt.strftime("%Y-%m-%d").tolist() == ["2023-09-19"]


def test_forces_were_sent_to_two_states_that_asked():
    assert cst.requests(answered="forces")["date"].dt.year.tolist() == [1993, 2022]


def test_requests_are_found_by_who_asked():
    assert set(cst.requests(asked_by="Армения")["id"]) == set(cst.requests(asked_by="ARM")["id"])
    assert len(cst.requests(asked_by="Armenia")) > 3


def test_the_text_in_force_follows_from_the_dates():
    for case in cst.requests().itertuples():
        expected = (
            "1992 wording, signed only"
            if case.date < pd.Timestamp("1994-04-20")
            else "1992 wording, in force"
            if case.date < pd.Timestamp("2012-12-19")
            else "2010 wording, in force"
        )
        assert case.text_in_force == expected, f"{case.id}: {case.text_in_force}"


def test_two_of_thirteen_notes_are_called_and_three_point_back():
    notes = cst.references()
    assert len(notes) == 13 and notes.loc[notes["called_in_opening"], "number"].tolist() == [1, 2]
    assert notes.set_index("number")["points_to"].dropna().to_dict() == {2: 1, 8: 6, 11: 5}


def test_the_notes_cite_kazakh_and_russian_voices_only():
    assert set(cst.references()["side"]) == {"Kazakhstan", "Russia", "joint or unclear"}


def test_thirteen_threats_are_named_and_three_are_shared():
    assert len(cst.threats()) == 13
    assert sorted(cst.threats("shared")["id"]) == ["drug-business", "international-terrorism", "religious-extremism"]


def test_the_opium_harvest_of_2001_was_the_smallest_in_every_series():
    harvests = cst.opium_harvests()
    assert harvests.loc[harvests["tonnes"].idxmin(), "year"] == 2001


def test_ranges_do_not_run_backwards():
    for table, low, high in (
        ("threat_evidence", "figure_low", "figure_high"),
        ("opium_harvests", "tonnes_low", "tonnes_high"),
    ):
        frame = getattr(cst, table)()
        assert not (frame[low] > frame[high]).any(), f"{table}: a range runs backwards"


def test_every_disagreement_has_two_versions_or_more_and_at_most_one_best():
    disagreements = cst.disagreements()
    assert disagreements.groupby("question_id").size().min() >= 2
    best = disagreements[disagreements["verdict"] == "best supported"]
    assert best["question_id"].is_unique
    assert disagreements.groupby("question_id")[["question", "about"]].nunique().eq(1).all().all()


def test_the_versions_of_a_question_stand_side_by_side_the_best_supported_first():
    found = cst.disagreements("georgia accession")
    assert found["verdict"].iloc[0] == "best supported" and "December" in found["version"].iloc[0]
    assert len(cst.disagreements()) > len(found) >= 2


def test_verdicts_are_the_three_of_the_design_in_every_ledger():
    claims = cst.claims()
    assert set(claims["verdict"]) == {"supported", "needs qualification", "open"}
    assert set(claims["ledger"]) == {"wording", "its own day", "later"}
    later = claims[claims["ledger"] == "later"]
    assert later["beside_it"].str.contains("could not know").all(), "the author could not know what came later"


def test_every_paragraph_of_the_opening_is_weighed():
    assert set(cst.claims()["paragraph"]) == set(range(1, 9)) == set(cst.passages()["paragraph"])


def test_a_concept_leads_to_a_work_that_can_be_read():
    assert set(cst.concepts()["reading"]) <= set(cst.reading()["id"])


def test_sources_are_resolved_from_an_id_or_a_row():
    case = cst.requests(answered="forces").iloc[1]
    by_row, by_id = cst.sources_for(case), cst.sources_for(case["id"])
    assert by_row.equals(by_id) and by_row["id"].iloc[0] == case["source"] and by_row["title"].notna().all()


def test_every_date_is_a_day_and_partial_dates_begin_their_span():
    for table in table_names():
        columns = {field["name"] for field in fields(table)}
        if "date_precision" not in columns:
            continue
        for row in rows(table):
            assert isinstance(row["date"], datetime.date)
            if row["date_precision"] == "year":
                assert (row["date"].month, row["date"].day) == (1, 1), f"{table}: {row['id']}"
            if row["date_precision"] == "month":
                assert row["date"].day == 1, f"{table}: {row['id']}"


def test_every_table_has_its_verb():
    for table in table_names():
        assert len(getattr(cst, table)()) == len(rows(table)), f"cst.{table}()"


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


def inside(point, ring):
    """Is a point inside a ring of an outline? (Even-odd rule.)"""
    x, y = point
    within = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


OUTLINES = json.loads(data_file("outlines.geojson").read_text(encoding="utf-8"))["features"]


def owner(point):
    found = []
    for outline in OUTLINES:
        shape = outline["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        if any(inside(point, rings[0]) and not any(inside(point, hole) for hole in rings[1:]) for rings in polygons):
            found.append(outline["properties"]["iso3"])
    return found


@pytest.mark.parametrize(
    ("place", "point", "state"),
    [
        ("Simferopol", (34.1, 44.95), "UKR"),
        ("Sukhumi", (41.05, 43.03), "GEO"),
        ("Tskhinvali", (43.97, 42.23), "GEO"),
        ("Stepanakert, Khankendi", (46.75, 39.82), "AZE"),
        ("Tiraspol", (29.63, 46.84), "MDA"),
        ("Baikonur", (63.3, 45.95), "KAZ"),
        ("Sokh", (71.13, 39.97), "UZB"),
        ("Shohimardon", (71.75, 39.96), "UZB"),
        ("Vorukh", (70.61, 39.84), "TJK"),
        ("Kaliningrad", (20.5, 54.7), "RUS"),
        ("Chukotka", (185, 66.5), "RUS"),
    ],
)
def test_outlines_follow_internationally_recognised_borders(place, point, state):
    assert owner(point) == [state], f"{place} lies in {owner(point)}"


def test_the_outlines_are_those_of_the_fifteen_states_and_their_neighbours():
    roles = [outline["properties"]["role"] for outline in OUTLINES]
    assert (roles.count("former union republic"), roles.count("neighbour"), roles.count("context")) == (15, 12, 1)
    drawn = {
        outline["properties"]["iso3"]
        for outline in OUTLINES
        if outline["properties"]["role"] == "former union republic"
    }
    assert drawn == set(cst.states()["iso3"])


@pytest.mark.parametrize("written", ["1994-04-20", "20 April 1994", "20 апреля 1994 г.", "1994 жылғы 20 сәуір"])
def test_a_day_is_read_as_people_write_it(written):
    assert len(cst.parties(written)) == 9


def test_a_month_is_no_day():
    with pytest.raises(ValueError, match="is no date"):
        cst.parties("April 1994")
