"""The teacher's pages: what they name exists, their plans add up, and their answers rest on sources."""

from __future__ import annotations

import json
import re
import shlex
from functools import cache
from pathlib import Path

import pytest

import cst1992 as cst
from cst1992.facts.package import rows
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.teacher.activities.activities import activity_names, load_activity
from cst1992.teacher.assignments import assignment_names
from cst1992.teacher.cli import _parser
from cst1992.teacher.edition.short_path import headings_in

ROOT = Path(__file__).resolve().parents[2]
INDEX = ROOT / "docs" / "teaching.md"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PAGES = sorted((ROOT / "docs" / "teaching").glob("*.md"))
OURS = {path.stem: path.read_text(encoding="utf-8") for path in PAGES} | {"index": INDEX.read_text(encoding="utf-8")}
PARTS = [
    "Say first",
    "Material",
    "Minutes",
    "50 minutes",
    "90 minutes",
    "What usually goes wrong",
    "Questions, and what to listen for",
    "Debrief",
]
SESSIONS = pytest.mark.parametrize("name", [path.stem for path in PAGES])
EVERY = pytest.mark.parametrize("name", sorted(OURS))


PARSER = _parser()


@cache
def known_names(number: str) -> set[str]:
    """The activities, and the questions of the quiz with this number; of all where there is none."""
    banks = [bank for bank in bank_names() if not number.isdigit() or bank[:2] == number]
    return {*activity_names(), *(question.id for bank in banks for question in load_bank(bank).questions)}


@cache
def keys_of(table: str) -> set[str]:
    """The ids of a table."""
    return {row.text("id") for row in rows(table)}


def part(name: str, heading: str) -> str:
    """What stands under a heading of a page."""
    return OURS[name].split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def material(name: str) -> str:
    """The words of the notebook or the sheet to which a page belongs; for the index of all."""
    paths = [*NOTEBOOKS, *(ROOT / "exercises").glob("*/*.ipynb")]
    wanted = [
        path for path in paths if name == "index" or path.stem == name or (name == "06_capstone" and path in NOTEBOOKS)
    ]
    cells = [cell for path in wanted for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    return "\n\n".join("".join(cell["source"]) for cell in cells)


def plain(text: str) -> str:
    """Words without marks, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"[*`]", "", text)).casefold()


def minutes_of(table: str) -> list[int]:
    """The first column of the tables in a part, where it holds minutes."""
    return [int(found) for found in re.findall(r"(?m)^\| (\d+) \|", table)]


def test_every_notebook_and_the_capstone_has_a_page_and_the_index_leads_to_it():
    assert [path.stem for path in PAGES] == sorted([*(path.stem for path in NOTEBOOKS), "06_capstone"])
    for path in PAGES:
        assert OURS["index"].count(f"(teaching/{path.name})") >= 3, f"in the list and in both terms: {path.name}"


@SESSIONS
def test_a_page_has_the_same_parts_in_the_same_order_and_can_be_read_in_minutes(name):
    assert headings_in(OURS[name]) == PARTS
    assert "\n**Aim.** " in OURS[name] and "no class has been timed" in part(name, "Minutes")
    assert len(OURS[name].splitlines()) <= 100 and len(OURS[name].split()) <= 1100, "two screens"


@SESSIONS
@pytest.mark.parametrize("length", [50, 90])
def test_a_plan_adds_up_and_gives_an_activity_the_minutes_of_its_file(name, length):
    plan = part(name, f"{length} minutes")
    assert sum(minutes_of(plan)) == length, minutes_of(plan)
    for other in re.findall(r"(?ms)^\*\*[^*]+:\*\* .+?(?=\n\n|\Z)", plan):
        assert sum(map(int, re.findall(r"\((\d+)\)", other))) == length, other
    named = re.findall(r"(?m)^\| (\d+) \| [^|]*\| ([^|]*`[^|]*) \|$", plan)
    said = [(int(minutes), one) for minutes, where in named for one in re.findall(r"`(\w+)`", where)]
    said += [(int(minutes), one) for one, minutes in re.findall(r"`(\w+)` \((\d+)\)", plan)]
    wrong = [(minutes, one) for minutes, one in said if load_activity(one).minutes_in(length) != minutes]
    assert wrong == []


@SESSIONS
def test_the_minutes_of_an_activity_and_of_a_sheet_are_those_that_they_give(name):
    for one, short, long in re.findall(r"\[(\w+)\]\([^)]*\.yaml\)(?:,| \() ?(\d+) or (\d+)", part(name, "Material")):
        activity = load_activity(one)
        assert (activity.minutes_in(50), activity.minutes_in(90)) == (int(short), int(long)), one
    said = re.search(r"(\d+)\s+minutes\s+by\s+our\s+clock", OURS[name])
    if name in assignment_names():
        sheet = (ROOT / "exercises" / name / f"{name}.ipynb").read_text(encoding="utf-8")
        assert said and f"**Time:** {said[1]} minutes for Tasks 1 to" in sheet


def test_the_terms_count_their_weeks_and_the_plans_of_the_index_add_up():
    six, twelve = OURS["index"].split("**Six weeks**")[1].split("**Twelve weeks**")
    assert minutes_of(six) == list(range(1, 7)) and minutes_of(twelve.split("**With 200")[0]) == list(range(1, 13))
    assert sum(minutes_of(OURS["index"].split("at home?**")[1].split("## A term")[0])) == 50
    vote = OURS["index"].split("**Vote, talk, vote again**")[1].split("\n\n")[0]
    assert vote.startswith(", eight minutes") and sum(map(int, re.findall(r"\((\d+)\)", vote))) == 8
    for term in (six, twelve.split("**With 200")[0]):
        assert {path.name for path in PAGES} == set(re.findall(r"\(teaching/(\w+\.md)\)", term))


@EVERY
def test_every_section_that_a_page_names_stands_in_its_notebook(name):
    text = re.sub(r"\*\*.+?\*\*", "", OURS[name], flags=re.DOTALL)
    own = material(name) + material(name.replace("06_capstone", "06_when_help_was_asked_for"))
    there = {
        *headings_in(own),
        "International Military Alliances 1648-2008",
        "CSTO",
        "Say first",
        "More",
        "a good place to stop",
    }
    if name == "00_start_here":
        there |= set(headings_in(material("01_reading_the_article")))
    named = {re.sub(r"\s+", " ", found) for found in re.findall(r"(?<![*\w])\*([^*]+)\*", text)}
    assert named <= there, f"no such section: {sorted(named - there)}"


def fault_in(span: str, name: str) -> str:
    """Why what stands in code on a page is not there; nothing where it is."""
    number = "01" if name == "00_start_here" else name[:2]
    span = re.sub(r"^\.venv(/bin/|\\Scripts\\)", "", re.sub(r"\s+", " ", span))
    if span.startswith("cst1992 "):
        words = shlex.split(span)[1:]
        if "--help" not in words:
            options = PARSER.parse_args(words)  # an unknown command or option ends the test
            known = {*activity_names(), *bank_names(), *assignment_names(), *(one[:2] for one in bank_names())}
            what = next(
                (getattr(options, place) for place in ("what", "activity", "exercise") if hasattr(options, place)), None
            )
            return "" if what is None or what in known else f"no activity, quiz or exercise: {what}"
        return "" if words[0] in PARSER.format_help() else "no such command"
    if span == "--minutes 90":
        return fault_in(f"cst1992 room who_signed {span}", name)
    if span.startswith("make "):
        return "" if f"\n{span.split()[1]}:" in (ROOT / "Makefile").read_text(encoding="utf-8") else "no such command"
    if span.startswith("cst."):
        return "" if hasattr(cst, span.removeprefix("cst.").split("(")[0]) else "no such verb"
    if "/" in span:
        return "" if (ROOT / span).exists() else "no such file"
    known = (
        known_names(number)
        | {"z", "index.html", "teacher.html"}
        | (keys_of("requests") if name == "06_capstone" else set())
    )
    return "" if span in known else "neither a question of its quiz nor an activity"


@EVERY
def test_every_command_question_activity_and_verb_that_a_page_names_exists(name):
    text = OURS[name]
    if name != "index":
        answers = part(name, "Questions, and what to listen for")
        text = text.replace(answers, "")
    faults = {span: fault_in(span, name) for span in re.findall(r"`([^`]+)`", text)}
    assert {span: fault for span, fault in faults.items() if fault} == {}


@SESSIONS
def test_a_question_is_that_of_the_page_or_the_sheet_and_its_answer_rests_on_sources(name):
    answers = part(name, "Questions, and what to listen for")
    asked = re.findall(r"\*\*(.+?)\*\*", re.sub(r"\s+", " ", answers))
    assert len(asked) >= 3
    missing = [question for question in asked if plain(question) not in plain(material(name))]
    assert missing == [], "not asked in these words"
    keys = set(re.findall(r"`([^`]+)`", answers))
    assert keys and keys - keys_of("sources") == set(), "no such source"


def test_the_three_numbers_of_the_prediction_are_those_of_the_tables():
    states = cst.request_states()
    cases = len(cst.requests().query("use_as_case"))
    askers = states[states["role"] == "asked by"]["state"].nunique()
    forces = len(cst.requests(answered="forces"))
    assert (cases, askers, forces) == (35, 8, 3)
    assert "35 cases, eight states that asked, forces after three" in OURS["06_when_help_was_asked_for"]
