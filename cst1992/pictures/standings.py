"""How the states stood toward the Treaty on a day, in the words and looks of maps, tiles and their keys."""

from __future__ import annotations

from dataclasses import dataclass

from cst1992.facts.arguments import DateLike, as_day
from cst1992.facts.membership import standings_on
from cst1992.facts.package import rows
from cst1992.facts.standings import words_of


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
        return words_of(self.standing).text("since").format(year=self.year)

    @property
    def whole(self) -> str:
        """The same as a phrase that stands alone."""
        return words_of(self.standing).text("whole").format(year=self.year)

    @property
    def look(self) -> str:
        """The name of its look."""
        return look_of(self.standing)


States = dict[str, Stood]


def look_of(standing: str) -> str:
    """The name of the look of a standing."""
    return words_of(standing).text("look")


def states_on(on: DateLike) -> States:
    """How each state stood at the end of a day.

    Raises
    ------
    ValueError
        `on` is no date; the message says how to write one.

    Examples
    --------
    >>> states_on("1999-04-20")["Georgia"].whole
    'did not prolong in 1999'
    """
    found = {}
    for state, (standing, span) in standings_on(as_day(on)).items():
        doubtful = span is not None and span.act["confidence"] == "low"
        disputed = span.act["dispute"] if span is not None and doubtful else None
        found[state] = Stood(standing, span.start.year if span else 0, str(disputed or ""))
    return found


def by_standing(states: States) -> dict[str, list[str]]:
    """The states of each standing that occurs, in the order of keys.

    Examples
    --------
    >>> list(by_standing(states_on("1994-04-20")))
    ['in force', 'never a party']
    """
    known = sorted(rows("standings"), key=lambda row: row.whole("key_order"))
    groups = {
        row.text("standing"): [name for name, own in states.items() if own.standing == row["standing"]] for row in known
    }
    return {standing: own for standing, own in groups.items() if own}
