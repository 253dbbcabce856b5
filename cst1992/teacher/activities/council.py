"""A Council in class: who sits in it on a day, and what can be voted on.

Who is a member, and which text is in force, is asked of the tables for the day of the activity.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cst1992.facts.membership import standings_on
from cst1992.facts.speech import say, to_be_said
from cst1992.teacher.activities.activity import LETTERS, Activity, Ballot
from cst1992.teacher.activities.pieces import piece_of

FOR, PASS, AGAINST = "for", "pass", "against"
CONSENSUS = {
    FOR: to_be_said("We are for it"),
    PASS: to_be_said("We let it pass"),
    AGAINST: to_be_said("We are against it"),
}


def members_on(day: date) -> list[str]:
    """The states that sit in the Council on a day: those for which the standing itself says that the Treaty is in force.

    Examples
    --------
    >>> len(members_on(date(2010, 6, 14))), len(members_on(date(2022, 1, 6)))
    (7, 6)
    """
    return [state for state, (_, span) in standings_on(day).items() if span is not None and span.in_force]


def options_of(ballot: Ballot, activity: Activity) -> list[tuple[str, str]]:
    """The options of a ballot, each with what a vote for it is called: a letter, or a way to vote by consensus.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> council = load_activity("council_2010")
    >>> options_of(council.ballot("proposals"), council)[1]
    ('B', 'Send military forces from outside, as asked, to stop the violence.')
    """
    if ballot.rule == "consensus":
        return [(way, say(words)) for way, words in CONSENSUS.items()]
    texts: Sequence[str] = [piece_of(place).text for place in ballot.option_rows] or ballot.options
    return list(zip(LETTERS, texts, strict=False))


def motions_of(ballot: Ballot, activity: Activity) -> list[tuple[str, str]]:
    """What can be put to the vote under this ballot: the options of the ballot that it takes its motions from."""
    return options_of(activity.ballot(ballot.motion_from), activity) if ballot.motion_from else []
