"""How a page greets: its parts, and where one stopped."""

from datetime import UTC, datetime

import cst1992 as cst
from cst1992.facts.module import module
from cst1992.page import record
from tests.page.touching import answer_all

READ = "02_the_treaty_articles"


def test_a_new_page_names_its_parts_and_a_known_one_where_one_stopped():
    told = cst.begin("02")
    assert told.text.startswith("This page has three parts.") and "- Who decides?" in told.text
    record.keep("own words", notebook="02", moment="first", prompt="?", text="They help.")
    record.keep("answer", quiz=READ, question="art2-threat", answer=[0], mark=1)
    told = cst.begin("02")
    day = datetime.now(UTC).astimezone()
    assert f"You stopped at “Before anybody is attacked” on {day.day} {day:%B %Y}." in told.text
    assert "Next: “The skill: close reading”." in told.text
    record.keep("answer", quiz=READ, question="art4-duty", answer=[0], mark=1)
    assert "Go on there." in cst.begin("02").text, "a core question of the same box is open"
    assert "quiz-restraint" in told.html and 'data-heading="The skill: close reading" data-box="2"' in told.html


def test_a_part_whose_core_is_done_says_so():
    answer_all("02")
    record.keep("own words", notebook="02", moment="first", prompt="?", text="They help.")
    lines = cst.begin("02").text.splitlines()
    assert lines[-4:] == [
        "- Your first answer (done)",
        "- Who decides? (done)",
        "- The same article, eighteen years later",
        module().knowledge,
    ]


def test_a_verdict_on_a_claim_tells_where_one_stopped_and_is_no_core():
    record.keep("verdict", claim="own-day-guaranteed-conditions", verdict="open")
    claims = cst.claims(ledger="its own day").query("phrase.str.contains('guaranteed')")
    assert claims["id"].tolist() == ["own-day-guaranteed-conditions"]
    told = cst.begin("05").text
    assert told.startswith("You stopped at “What the text of 2004 says of it”") and "Of the core 0 of" in told
