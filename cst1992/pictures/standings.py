"""How the fifteen states stood toward the Treaty on a day, in the words of maps, tiles and their keys."""

from __future__ import annotations

from dataclasses import dataclass

from cst1992.facts.arguments import DateLike, as_day
from cst1992.facts.membership import span_on
from cst1992.facts.package import rows


@dataclass(frozen=True)
class Words:
    """A standing in words: its name in a key, and what is said of a state, beside its name and by itself."""

    name: str
    short: str = ""
    whole: str = ""


# In the order of keys: those bound first, then those bound once, then the others.
WORDS = {
    "in force": Words("in force", "since {year}", "in force since {year}"),
    "signed or acceded": Words("signed or acceded", "since {year}", "signed or acceded since {year}"),
    "suspended": Words("suspended", "suspended {year}", "suspended in {year}"),
    "declared frozen": Words("declared frozen", "declared frozen {year}", "declared frozen in {year}"),
    "did not prolong": Words("did not prolong", "until {year}", "did not prolong in {year}"),
    "not yet": Words("not yet signed or acceded", "", "not yet signed or acceded"),
    "never a party": Words("no act under the Treaty found", "", "no act under the Treaty found"),
}


@dataclass(frozen=True)
class Stood:
    """How a state stood on a day: its standing, the year in which that began, and what is disputed of it if much is.

    Examples
    --------
    >>> Stood("did not prolong", 1999).short, Stood("did not prolong", 1999).whole
    ('until 1999', 'did not prolong in 1999')
    """

    standing: str
    year: int = 0
    disputed: str = ""

    @property
    def short(self) -> str:
        """A few words beside the name of the state; none where nothing was done."""
        return WORDS[self.standing].short.format(year=self.year)

    @property
    def whole(self) -> str:
        """The same as a phrase that stands alone."""
        return WORDS[self.standing].whole.format(year=self.year)


States = dict[str, Stood]


def states_on(on: DateLike) -> States:
    """How each of the fifteen states stood at the end of a day.

    Raises
    ------
    ValueError
        `on` is no date; the message says how to write one.

    Examples
    --------
    >>> states_on("1999-04-20")["Georgia"].whole
    'did not prolong in 1999'
    """
    day, found = as_day(on), {}
    for row in rows("states"):
        standing, span = span_on(row.text("name"), day)
        doubtful = span is not None and span.act["confidence"] == "low"
        disputed = span.act["dispute"] if span is not None and doubtful else None
        found[row.text("name")] = Stood(standing, span.start.year if span else 0, str(disputed or ""))
    return found


def by_standing(states: States) -> dict[str, list[str]]:
    """The states of each standing that occurs, in the order of keys.

    Examples
    --------
    >>> list(by_standing(states_on("1994-04-20")))
    ['in force', 'never a party']
    """
    groups = {standing: [name for name, own in states.items() if own.standing == standing] for standing in WORDS}
    return {standing: own for standing, own in groups.items() if own}
