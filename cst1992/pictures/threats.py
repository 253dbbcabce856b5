"""The evidence for the threats that a text calls shared, on a scale of time."""

from __future__ import annotations

from collections import Counter

from cst1992.facts.arguments import choice
from cst1992.facts.mistakes import AbsentSection
from cst1992.facts.package import row_with, rows
from cst1992.facts.sections import section
from cst1992.pictures.as_tables import evidence_table
from cst1992.pictures.evidence import draw_narrow, draw_wide, is_range
from cst1992.pictures.show import Picture


def shared_threats() -> list[str]:
    """The ids of the threats that the text calls shared.

    Raises
    ------
    AbsentSection
        It calls none so.
    """
    found = [row.text("id") for row in section("threats") if row["direction"] == "shared"]
    if not found:
        raise AbsentSection("This module has no threat that its text calls shared.")
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
    wanted = choice(threat, shared_threats(), "shared threat")
    name = str(row_with("threats", "id", wanted)["name"])
    own = sorted((row for row in rows("threat_evidence") if row["threat"] == wanted), key=lambda row: row.text("date"))
    if not own:
        raise AbsentSection(f"This module has no evidence on {name}.")
    years = [row.day("date").year for row in own]
    counts = Counter(years)
    fullest = [str(year) for year, count in counts.items() if count == max(counts.values())]
    alt = (
        f"Timeline of {len(own)} items of evidence on {name}, {min(years)} to {max(years)}, one a row in order of date. "
        f"Most in one year: {max(counts.values())}, in {', '.join(fullest)}. Items whose figures are a range or have an open end: "
        f"{sum(map(is_range, own))}; items on which others say otherwise: {sum(bool(row['who_disputes']) for row in own)}."
    )
    return Picture(
        draw_wide(own),
        narrow=draw_narrow(own),
        alt=alt,
        same=evidence_table(own),
        caption=f"Evidence on {name}: what happened, when, with which figures, and who says so. Three dots: the table says more, "
        "also who says otherwise.",
        credit="Drawn from data/threat_evidence.csv, CC BY 4.0.",
    )
