"""The capstone's hidden tests: what a machine can check of a brief on a request that the student chose.

Each function looks at the answers of one task and adds to what the task says and to its points. The teacher's side:
students do not get this file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cst1992.answers.compared_as import text_key
from cst1992.answers.plain_values import NotPlain, as_text, one_value, plain, several_values
from cst1992.answers.task import Task
from cst1992.facts.sourcing import sources_for
from cst1992.facts.spelling.letters import folded
from cst1992.facts.verbs import request_states, requests, sources, ways
from cst1992.facts.wording import many

DECIDED = ("2010-06-12-kyrgyzstan-osh", "2022-01-05-kazakhstan-article-4", "2022-09-13-armenia-article-4")
UNCLEAR = ("1993-09-24-tajikistan-cis-force",)
FEWEST_SOURCES, MOST_SOURCES = 4, 12
RUSSIA_TOO = "This counts the requests made to Russia alone as well. Keep those whose way is 'asked'."
SIGNED_TOO = "This leaves out the requests made while the text was only signed. They belong to this share as well."
NO_ROW = "This cannot be compared: request_id names no request of the table."


def answered_text(answers: Mapping[str, Any], name: str) -> str:
    """An answer as a text; empty where it is none."""
    try:
        return as_text(one_value(answers.get(name), "a text"))
    except NotPlain:
        return ""


def chosen_request(answers: Mapping[str, Any]) -> dict[str, Any] | None:
    """The row of `cst.requests()` that a student has chosen by `request_id`, or None."""
    wanted = folded(answered_text(answers, "request_id"))
    rows = requests().to_dict("records")
    return next(({str(name): cell for name, cell in row.items()} for row in rows if folded(row["id"]) == wanted), None)


def ways_of_asking() -> list[str]:
    """The ways of `cst.ways()` that count as asking."""
    table = ways()
    return list(table.loc[table["asked"], "way"])


def may_be_chosen() -> list[str]:
    """The ids of the requests that the notebook did not decide and in which somebody asked."""
    table = requests()
    table = table[table["use_as_case"] & table["way"].isin(ways_of_asking()) & ~table["id"].isin(DECIDED + UNCLEAR)]
    return list(table["id"])


def _cannot_be_compared(task: Task, *names: str) -> None:
    for name in names:
        task.holds(name, False, NO_ROW)


def mark_request(task: Task) -> None:
    """Task 1: a request that may be chosen, its day, and who asked."""
    task.word(
        "request_id",
        weight=2,
        right=may_be_chosen(),
        otherwise="Take the id of a row in the box 'Requests that you may choose'.",
    )
    row = chosen_request(task.answers)
    if row is None:
        _cannot_be_compared(task, "date_of_the_request", "asked_by")
        return
    task.day(
        "date_of_the_request",
        right=as_text(plain(row["date"])),
        otherwise="Open the row of your request and read its column date.",
    )
    table = request_states()
    asked = table[(table["request"] == row["id"]) & (table["role"] == "asked by")]
    if asked.empty:
        task.holds("asked_by", False, "In this row nobody asked for help.")
        return
    task.states(
        "asked_by",
        right=list(asked["state"]),
        otherwise="Keep the rows of cst.request_states() with your request and the role 'asked by'.",
    )


def mark_wording(task: Task) -> None:
    """Task 2: the text in force on the day of the request, and whether Article 4 in it waits for a request."""
    row = chosen_request(task.answers)
    if row is None:
        _cannot_be_compared(task, "text_in_force", "at_the_request_of_the_victim")
        return
    task.word(
        "text_in_force",
        right=str(row["text_in_force"]),
        otherwise="Three days divide the texts: signed on 15 May 1992, in force on 20 April 1994, amended from "
        "19 December 2012. Between which two does your request lie?",
    )
    task.word(
        "at_the_request_of_the_victim",
        right="yes" if str(row["text_in_force"]).startswith("2010") else "no",
        otherwise="One of the two wordings has these words, the other has not. Read the column that was in force on "
        "the day of your request.",
    )


def mark_voices(task: Task) -> None:
    """Task 3: four to twelve keys that exist, one of them of the request, of two makers or more."""
    try:
        cited = {text_key(key) for key in several_values(task.answers.get("cited_sources"), "keys")}
    except NotPlain:
        cited = set()
    table = sources()
    known = table[table["id"].map(folded).isin(cited)]
    unknown = len(cited) - len(known)
    share = max(0, len(known) - unknown) / max(FEWEST_SOURCES, len(known))
    task.holds(
        f"{FEWEST_SOURCES} to {MOST_SOURCES} keys of cst.sources()",
        0 if len(cited) > MOST_SOURCES else share,
        f"{many(len(cited), 'key is', 'keys are')} given, {many(len(known), 'of them stands', 'of them stand')} in "
        f"cst.sources(). {FEWEST_SOURCES} to {MOST_SOURCES} are wanted, "
        "each spelled as in its column id.",
        weight=2,
    )
    row = chosen_request(task.answers)
    of_the_request = set() if row is None else set(sources_for(str(row["id"]))["id"])
    task.holds(
        "a source of the request among them",
        bool(of_the_request & set(known["id"])),
        "None of your keys stands in cst.sources_for(request_id). A brief on a request needs a source on it.",
    )
    task.holds(
        "two makers or more",
        known["organisation"].fillna(known["id"]).nunique() >= 2,
        "Sources of two makers or more are wanted. Who says a thing twice has not confirmed it.",
    )


def mark_shares(task: Task) -> None:
    """Task 6: after what share of the requests to several states forces or other help came, under each wording."""
    all_rows = requests()
    helped = all_rows["answer"].isin(["forces", "other help"])
    table = all_rows[all_rows["way"] == "asked"]
    answered = helped[table.index]
    new_text = table["text_in_force"] == "2010 wording, in force"
    somebody_asked = all_rows["way"].isin(ways_of_asking()) & (all_rows["text_in_force"] != "2010 wording, in force")
    for name, under in (("share_under_1992", ~new_text), ("share_under_2010", new_text)):
        right = float(answered[under].mean())
        replies = {
            100 * right: "Right as per cent; a number between 0 and 1 was asked for.",
            float(answered[under].sum()): "That is a number of requests. The share is that number divided by all "
            "requests under this text.",
        }
        if name == "share_under_1992":
            replies |= {
                float(helped[somebody_asked].mean()): RUSSIA_TOO,
                float(answered[table["text_in_force"] == "1992 wording, in force"].mean()): SIGNED_TOO,
                float((table["answer"][under] == "forces").mean()): "That is the share of forces alone. Other help "
                "counts too.",
            }
        task.number(
            name,
            right=right,
            tolerance=0.01,
            replies=replies,
            otherwise="Divide the requests followed by forces or other help by all requests under this text, and "
            "write two decimals.",
        )
