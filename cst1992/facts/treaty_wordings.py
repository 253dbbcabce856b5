"""The wordings that the treaty has had, in their order: how each is called, and from when it is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cst1992.facts.arguments import choice
from cst1992.facts.package import Row, Value, row_with
from cst1992.facts.sections import rows_if_there
from cst1992.facts.speech import say, to_be_said
from cst1992.facts.wording import day_in_words

NO_DAY = to_be_said("a day that is not known")


@dataclass(frozen=True)
class Wording:
    """One wording; the days of its signature and of its entry into force are those of its instrument, None if not known.

    `name` follows the name of an article, `short_name` stands in pictures, `heading` above a column, and `said` in a
    sentence beside another wording.
    """

    id: str
    name: str
    short_name: str
    heading: str
    said: str
    signed_on: date | None
    in_force_on: date | None

    def since(self, precision: str = "day") -> str:
        """The day from which it is in force, in words."""
        return day_in_words(self.in_force_on, precision) if self.in_force_on else say(NO_DAY)


def wordings() -> list[Wording]:
    """The wordings of the treaty, the first one first; none where the module has no table of them.

    Examples
    --------
    >>> [(one.id, one.since("month")) for one in wordings()]
    [('1992', 'April 1994'), ('2010', 'December 2012')]
    """
    return [_wording(row) for row in sorted(rows_if_there("wordings"), key=lambda row: row.whole("order"))]


def wording_of(given: object) -> Wording:
    """The wording that was meant.

    Raises
    ------
    ValueError
        There is no such wording; the message names the nearest one.

    Examples
    --------
    >>> wording_of("2010").heading
    'Protocol of 2010, in force since 19 December 2012'
    """
    known = {one.id: one for one in wordings()}
    return known[choice(given, known, to_be_said("wording"))]


def _wording(row: Row) -> Wording:
    instrument = row_with("instruments", "id", row["instrument"])
    signed_on, in_force_on = (_day(instrument[column]) for column in ("date", "in_force_on"))
    heading = row.text("heading").replace("{in_force_on}", day_in_words(in_force_on) if in_force_on else say(NO_DAY))
    names = row.text("id"), row.text("name"), row.text("short_name"), heading, row.text("said")
    return Wording(*names, signed_on, in_force_on)


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None
