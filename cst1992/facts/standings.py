"""The standings that a state may have toward the Treaty, from the table `standings`, and which one an act leads to."""

from __future__ import annotations

from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import Row, nearest, row_with, rows
from cst1992.facts.speech import say

NEVER, NOT_YET, UNCHANGED = "nothing at all", "nothing yet", "no change"


def standings_in_order() -> list[Row]:
    """The rows of `standings` in their order.

    Examples
    --------
    >>> [row["standing"] for row in standings_in_order()][:3]
    ['never a party', 'not yet', 'signed or acceded']
    """
    return sorted(rows("standings"), key=lambda row: row.whole("order"))


def words_of(standing: str) -> Row:
    """How pictures show and say a standing: its row.

    Examples
    --------
    >>> words_of("suspended").text("since").format(year=2012)
    'suspended 2012'
    """
    return row_with("standings", "standing", standing)


def _led_to_by(word: str, told: str) -> Row:
    """The standing that has a word under `after`; else a Mistake that begins with what is told."""
    known = standings_in_order()
    for row in known:
        if word in row.text("after").split("; "):
            return row
    words = [word for row in known for word in row.text("after").split("; ")]
    raise Mistake(
        say(
            "{told}, and no row of data/standings.csv has it under `after`. Add such a row, or write a word that is there. "
            "{choices}",
            told=told,
            choices=nearest(word, words),
        )
    )


def standing_after(act: Row) -> Row:
    """The row of the standing to which an act leads.

    Its `status_after` leads to the standing that has this word under `after`. Where that standing says of the Treaty
    what the act's own `in_force` denies, the act leads to the first standing that agrees with it.

    Raises
    ------
    ValueError
        No standing has the word; the message says how to mend it.

    Examples
    --------
    >>> act = Row(id="1994-04-20-azerbaijan", status_after="in force", in_force=True)
    >>> standing_after(act)["standing"], standing_after(Row({**act, "in_force": False}))["standing"]
    ('in force', 'signed or acceded')
    """
    status = act.text("status_after")
    found = _led_to_by(status, say("The act {act} has the status {status!r}", act=act["id"], status=status))
    if found["in_force"] not in (None, act["in_force"]):
        found = next((row for row in standings_in_order() if row["in_force"] == act["in_force"]), found)
    return found


def standing_without_acts(later: bool) -> str:
    """The standing of a state before its first act if it acts later, else of one that never acts.

    Examples
    --------
    >>> standing_without_acts(later=True), standing_without_acts(later=False)
    ('not yet', 'never a party')
    """
    word = NOT_YET if later else NEVER
    return _led_to_by(word, say("The standing of a state without an act is {word!r}", word=word)).text("standing")
