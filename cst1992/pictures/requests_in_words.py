"""Which requests for help are drawn, and what their picture shows, in words."""

from __future__ import annotations

from collections.abc import Mapping

from cst1992.facts.agreed import said_word
from cst1992.facts.arguments import agreed_words
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import Row, nearest, rows
from cst1992.facts.speech import say, say_count
from cst1992.facts.wording import capital, day_in_words, from_to, in_a_list


def ways_in_order() -> list[Row]:
    """The ways of asking, in their order."""
    return sorted(rows("ways"), key=lambda row: row.whole("order"))


def cases_by_way() -> dict[str, list[Row]]:
    """The cases fit for use, by way, in order of date.

    Raises
    ------
    ValueError
        A case has a way that the table of ways does not have; the message says how to mend it.
    """
    found: dict[str, list[Row]] = {row.text("way"): [] for row in ways_in_order()}
    for row in rows("requests"):
        if row["way"] not in found:
            raise Mistake(
                say(
                    "The case {case} has the way {way!r}, and {file} has no row for it. Write one word in both tables. {choices}",
                    case=row["id"],
                    way=row["way"],
                    file="data/ways.csv",
                    choices=nearest(row["way"], found),
                )
            )
        if row["use_as_case"]:
            found[row.text("way")].append(row)
    return found


def month_of(row: Row) -> str:
    """When a case was, to the month."""
    return day_in_words(row.day("date"), "short month")


def answers_counted() -> dict[str, int]:
    """How many cases had each kind of answer."""
    fit = [row for own in cases_by_way().values() for row in own]
    return {answer: sum(row["answer"] == answer for row in fit) for answer in agreed_words("requests", "answer")}


def alt_of(cases: Mapping[str, list[Row]]) -> str:
    """Kind, axes, finding: how often help was asked for in which way, and what followed."""
    years = [row.day("date").year for own in cases.values() for row in own]
    if not years:
        return say("Empty timeline: no case of the table of requests is fit to be drawn.")
    title = say_count(
        "Timeline of {count} case, {years}.",
        "Timeline of {count} cases, {years}.",
        len(years),
        years=from_to(min(years), max(years)),
    )
    asked = in_a_list(row.text("said").format(count=len(cases[row.text("way")])) for row in ways_in_order())
    counted = in_a_list(f"{said_word('answer', answer)} {count}" for answer, count in answers_counted().items())
    return f"{title} {capital(asked)}. {say('What followed, as we judge it: {answers}.', answers=counted)}"


def left_out() -> list[str]:
    """The cases of the table that are not drawn, each with its note."""
    found = [row for row in rows("requests") if not row["use_as_case"]]
    return [
        say(
            "Not drawn, though in the table: “{case}”, {month}. {note}",
            case=row["label"],
            month=month_of(row),
            note=row.text("note"),
        )
        for row in found
    ]
