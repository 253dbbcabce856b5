"""The capstone's hidden tests: what a machine can check of a brief on a request that the student chose.

Each function looks at the answers of one task and adds to what the task says and to its points. The teacher's side:
students do not get this file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cst1992.answers.compared_as import text_key
from cst1992.answers.plain_values import NotPlain, as_text, one_value, plain, several_values
from cst1992.answers.task import Task
from cst1992.facts.sourcing import sources_for
from cst1992.facts.spelling.letters import folded
from cst1992.facts.verbs import request_states, requests, sources, ways
from cst1992.facts.wording import many

if TYPE_CHECKING:
    import pandas as pd

FEWEST_SOURCES, MOST_SOURCES = 4, 12
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


def may_be_chosen(but_not: Sequence[str]) -> list[str]:
    """The ids of the requests in which somebody asked, without those that the sheet takes out."""
    table = requests()
    table = table[table["use_as_case"] & table["way"].isin(ways_of_asking()) & ~table["id"].isin(but_not)]
    return list(table["id"])


def _cannot_be_compared(task: Task, *names: str) -> None:
    for name in names:
        task.holds(name, False, NO_ROW)


def mark_request(task: Task, but_not: Sequence[str]) -> None:
    """Task 1: a request that may be chosen, its day, and who asked.

    Parameters
    ----------
    but_not : the ids of requests that may not be chosen: those that a notebook decided, and those that are unclear.
    """
    task.word(
        "request_id",
        weight=2,
        right=may_be_chosen(but_not),
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


def mark_wording(task: Task, days: str, at_the_request: Sequence[str]) -> None:
    """Task 2: the text in force on the day of the request, and whether its promise of help waits for a request.

    Parameters
    ----------
    days : a sentence on the days that divide the texts.
    at_the_request : the words of `text_in_force` for the texts in which help comes at the request of the victim.
    """
    row = chosen_request(task.answers)
    if row is None:
        _cannot_be_compared(task, "text_in_force", "at_the_request_of_the_victim")
        return
    task.word(
        "text_in_force",
        right=str(row["text_in_force"]),
        otherwise=f"{days} Between which of them does your request lie?",
    )
    task.word(
        "at_the_request_of_the_victim",
        right="yes" if str(row["text_in_force"]) in at_the_request else "no",
        otherwise="One of the wordings has these words, another has not. Read the column that was in force on the day "
        "of your request.",
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


def mark_shares(
    task: Task, shares: Mapping[str, Sequence[str]], helped: Sequence[str], way: str, too_many: str
) -> None:
    """Task 6: the share of the requests made in one way that was followed by help, under each wording.

    Parameters
    ----------
    shares : for the name of each answer the words of `text_in_force` that belong to it.
    helped : the kinds of answer that count as help.
    way : the way of asking that counts.
    too_many : what hears who counts the other ways of asking as well.
    """
    for name, texts in shares.items():
        table = requests()
        table = table[table["text_in_force"].isin(texts)]
        asked, any_way = table[table["way"] == way], table[table["way"].isin(ways_of_asking())]
        right, came = _share(asked, helped), int(asked["answer"].isin(helped).sum())
        replies = {100 * right: "Right as per cent; a number between 0 and 1 was asked for."}
        replies[came] = (
            "That is a number of requests. The share is that number divided by all requests under this text."
        )
        replies[_share(any_way, helped)] = too_many
        for kind in helped:
            replies.setdefault(
                _share(asked, [kind]), f"That is the share of {kind} alone. The other kinds of help count too."
            )
        for text in texts:
            told = f"These are the requests under {text!r} alone. Those under the other texts belong to this share as well."
            replies.setdefault(_share(asked[asked["text_in_force"] == text], helped), told)
        replies.pop(right, None)
        task.number(
            name,
            right=right,
            tolerance=0.01,
            replies=replies,
            otherwise="Divide the requests followed by help by all requests under this text, and write two decimals.",
        )


def _share(table: pd.DataFrame, helped: Sequence[str]) -> float:
    """The share of the rows whose kind of answer counts as help."""
    return float(table["answer"].isin(helped).mean())
