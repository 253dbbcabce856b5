"""The module on ANZUS: its tables are whole and sourced, and say what the Treaty of 1951 says."""

import pytest

import cst1992 as cst
from cst1992.facts.package import rows, table_names
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.teacher.assignments import assignment_names, marked_tasks
from cst1992.teacher.cli import main
from cst1992.teacher.page_words import page_words_text

PARTIES = ["Australia", "New Zealand", "United States"]


def test_the_data_package_is_valid(anzus):
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(anzus / "data" / "datapackage.json")).validate()
    broken = report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert report.valid, f"frictionless found: {broken[:5]}"


def test_every_table_of_the_package_is_a_file_and_every_file_a_table(anzus):
    assert {path.stem for path in (anzus / "data").glob("*.csv")} == set(table_names())


def test_no_source_is_an_orphan_and_none_is_missing(anzus):
    cited = {str(row["source"]) for table in table_names() for row in rows(table) if row.get("source")}
    cited |= {question.source for name in bank_names() for question in load_bank(name).questions}
    known = {row.text("id") for row in rows("sources")}
    assert cited == known, f"missing: {sorted(cited - known)}; orphans: {sorted(known - cited)}"


def test_every_citation_belongs_to_a_row_and_adds_a_source(anzus):
    for citation in rows("citations"):
        own = {row["id"]: row["source"] for row in rows(citation.text("table"))}
        assert citation["row"] in own, f"{citation['id']}: no such row"
        assert own[citation["row"]] != citation["source"], f"{citation['id']} repeats the source of the row"


def test_every_state_of_an_event_or_a_request_is_known_and_every_event_has_one_main_theme(anzus):
    states = {row["name"] for row in rows("states")}
    assert {row["state"] for table in ("event_states", "request_states") for row in rows(table)} <= states
    for event in rows("events"):
        main_themes = [row for row in rows("event_themes") if row["event"] == event["id"] and row["main"]]
        assert len(main_themes) == 1, f"{event['id']} has {len(main_themes)} main themes"


def test_the_treaty_of_1951_has_eleven_articles_all_read(anzus):
    articles = cst.articles()
    assert articles["number"].tolist() == list(range(1, 12))
    assert set(articles["basis"]) == {"read"}, "All eleven articles were read in an official volume"


def test_the_number_of_paragraphs_agrees_with_the_provisions(anzus):
    for article in rows("articles"):
        found = sum(row["article"] == article["number"] for row in rows("provisions"))
        assert found == article["paragraphs"], f"Article {article['number']}: {found} provisions"


def test_three_signed_on_1_september_1951_and_nobody_was_bound(anzus):
    assert cst.parties("1951-09-01", sense="signed")["state"].tolist() == PARTIES
    assert cst.parties("1951-09-01").empty, "By Article IX the Pact waits for the ratifications"


def test_three_were_bound_from_29_april_1952(anzus):
    assert cst.parties("1952-04-28").empty
    assert cst.parties("1952-04-29")["state"].tolist() == PARTIES


def test_the_suspension_of_1986_is_new_zealands_standing_and_ends_the_treaty_for_nobody(anzus):
    stood = cst.standing("1986-08-11").set_index("state")["standing"]
    assert stood["New Zealand"] == "suspended" and stood["Australia"] == "in force"
    assert cst.parties("1986-08-11")["state"].tolist() == PARTIES, "No notice under Article X was found"


def test_the_united_kingdom_was_never_a_party(anzus):
    assert cst.standing("2016-01-01").set_index("state")["standing"]["United Kingdom"] == "never a party"


def test_the_quiz_is_sound_and_has_six_kinds(anzus, capsys):
    assert main(["quiz", "check"]) == 0, capsys.readouterr().out
    assert len({question.kind for question in load_bank("00").questions}) == 6


def test_the_words_of_the_page_are_those_that_its_text_uses(anzus):
    written = (anzus / "data" / "page_words.csv").read_text(encoding="utf-8")
    assert written == page_words_text(), "Run `cst1992 words` after a change of the notebook or the glossary"


def test_the_exercise_has_three_tasks_that_train_known_objectives(anzus):
    assert assignment_names() == ["01_who_was_bound"]
    tasks = marked_tasks()
    assert len(tasks) == 3 and {task.objective for task in tasks} <= {row["id"] for row in rows("objectives")}


def test_articles_are_named_as_this_treaty_prints_them(anzus):
    assert "Article IV" in cst.article(4).text and cst.article("IV").text == cst.article(4).text
    assert "Article 4" not in cst.article(4).text


def test_a_case_is_found_under_the_state_that_invoked_the_treaty_for_another(anzus):
    assert cst.requests(asked_by="Australia")["date"].dt.year.tolist() == [1963, 2001]


def test_new_zealand_is_shown_suspended_by_another_party_and_not_as_ended(anzus):
    assert "New Zealand" in cst.membership().alt and "CSTO" not in cst.membership().caption
    assert cst.standing("1986-08-11").set_index("state").loc["New Zealand", "standing"] == "suspended"
    assert "The Pact itself was not ended" in cst.membership_map("1986-08-11").caption
