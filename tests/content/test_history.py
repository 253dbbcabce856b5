"""Facts of history that the tables must tell, whoever edits them."""

import datetime

import pandas as pd

import cst1992 as cst
from cst1992.facts.package import fields, rows, table_names
from cst1992.quizzes.bank import every_question


def test_acts_stand_in_order_of_date():
    assert cst.treaty_actions()["date"].is_monotonic_increasing
    assert cst.events()["date"].is_monotonic_increasing and cst.requests()["date"].is_monotonic_increasing


def test_sixty_events_are_core_and_each_event_has_one_main_theme():
    events, themes = cst.events(), cst.event_themes()
    assert int(events["core"].sum()) == 60
    assert themes[themes["main"]].groupby("event").size().eq(1).all() and set(themes["event"]) == set(events["id"])
    assert (events["label"].str.len() <= 36).all() and (cst.requests()["label"].str.len() <= 36).all()


def test_an_event_may_belong_to_several_themes_and_is_found_under_each():
    several = cst.event_themes()["event"].value_counts()
    one = several[several > 1].index[0]
    for theme in cst.event_themes().query("event == @one")["theme"]:
        assert one in set(cst.events(theme=theme)["id"])


def test_one_case_is_not_for_use_as_a_case():
    requests = cst.requests()
    assert requests.loc[~requests["use_as_case"], "date"].dt.strftime("%Y-%m-%d").tolist() == ["2023-09-19"]


def test_forces_were_sent_to_three_states_that_asked():
    assert cst.requests(answered="forces")["date"].dt.year.tolist() == [1993, 1994, 2022]


def test_the_key_of_a_question_on_forces_is_what_the_table_counts():
    cases = cst.requests().query("use_as_case")
    helped = cases["answer"].isin(["forces", "other help"])
    question = next(question for _, question in every_question() if question.id == "how-many-with-forces")
    assert question.answer == str((cases["answer"] == "forces").sum())
    assert {str(len(cases)), str(helped.sum())} <= set(question.replies)


def test_each_of_the_fifteen_stands_in_an_event_and_a_state_that_never_joined_has_a_note_of_its_own():
    states = cst.states()
    assert set(cst.event_states()["state"]) == set(states["name"])
    outside = states[states["role"] == "never a party"]
    assert outside["note"].is_unique and outside["note"].notna().all()


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
    harvests = cst.harvests()
    assert harvests.loc[harvests["tonnes"].idxmin(), "year"] == 2001


def test_ranges_do_not_run_backwards():
    for table, low, high in (
        ("threat_evidence", "figure_low", "figure_high"),
        ("harvests", "tonnes_low", "tonnes_high"),
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
