"""The evidence for the threats that a text calls shared, on a scale of time."""

from __future__ import annotations

from collections import Counter

from cst1992.facts.arguments import choice
from cst1992.facts.mistakes import AbsentSection
from cst1992.facts.package import Row, row_with, rows
from cst1992.facts.sections import section
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.wording import from_to, in_a_list
from cst1992.pictures.as_tables import evidence_table
from cst1992.pictures.evidence import draw_narrow, draw_wide, is_range
from cst1992.pictures.show import Picture, drawn_from


def shared_threats() -> list[str]:
    """The ids of the threats that the text calls shared.

    Raises
    ------
    AbsentSection
        It calls none so.
    """
    found = [row.text("id") for row in section("threats") if row["direction"] == "shared"]
    if not found:
        raise AbsentSection(say("This module has no threat that its text calls shared."))
    return found


def threat_timeline(threat: str) -> Picture:
    """What is known of one shared threat, item by item in order of date.

    Parameters
    ----------
    threat : the id of a threat that the text calls shared, such as "drug-business".

    Returns
    -------
    A picture. The same as a table, with who says so and who disputes it: `cst.threat_evidence("drug-business")`.

    Raises
    ------
    ValueError
        It is none of these; the message names them.

    Examples
    --------
    >>> threat_timeline("drug-business").caption.split(":")[0]
    'Evidence on drug business'
    """
    wanted = choice(threat, shared_threats(), to_be_said("shared threat"))
    name = str(row_with("threats", "id", wanted)["name"])
    own = sorted((row for row in rows("threat_evidence") if row["threat"] == wanted), key=lambda row: row.text("date"))
    if not own:
        raise AbsentSection(say("This module has no evidence on this: {threat}.", threat=name))
    return Picture(
        draw_wide(own),
        narrow=draw_narrow(own),
        alt=_alt(name, own),
        same=evidence_table(own),
        caption=say(
            "Evidence on {threat}: what happened, when, with which figures, and who says so. Three dots: the table says more, "
            "also who says otherwise.",
            threat=name,
        ),
        credit=drawn_from("threat_evidence"),
    )


def _alt(name: str, own: list[Row]) -> str:
    """Kind, axes, finding: how many items, in which years most, and how many are not certain."""
    years = [row.day("date").year for row in own]
    counts = Counter(years)
    most = max(counts.values())
    title = say_count(
        "Timeline of {count} item of evidence on {threat}, {years}, one a row in order of date.",
        "Timeline of {count} items of evidence on {threat}, {years}, one a row in order of date.",
        len(own),
        threat=name,
        years=from_to(min(years), max(years)),
    )
    found = say(
        "Most in one year: {most}, in {years}. Items whose figures are a range or have an open end: {ranges}; items on which "
        "others say otherwise: {disputed}.",
        most=most,
        years=in_a_list(year for year, count in counts.items() if count == most),
        ranges=sum(map(is_range, own)),
        disputed=sum(bool(row["who_disputes"]) for row in own),
    )
    return f"{title} {found}"
