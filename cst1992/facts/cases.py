"""The cases that a learner decides: the situation, the positions that were taken, and what each side said."""

from __future__ import annotations

from cst1992.facts.arguments import choice
from cst1992.facts.package import Row, rows
from cst1992.facts.sections import section
from cst1992.facts.speech import to_be_said


def case_key(given: object) -> str:
    """The key of a case; anything else is a Mistake that names the nearest one."""
    return choice(given, [row.text("id") for row in section("cases")], to_be_said("case"))


def rows_of(table: str, case: str) -> list[Row]:
    """The choices or the voices of one case, in their order."""
    found = [row for row in rows(table) if row["case"] == case]
    return sorted(found, key=lambda row: row.whole("order"))
