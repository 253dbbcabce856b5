"""What is voted with, on paper: ballots, the three words of a Council, and letters to hold up."""

from __future__ import annotations

from html import escape

from cst1992.facts.speech import say
from cst1992.teacher.activities.activity import LETTERS, Activity, Ballot
from cst1992.teacher.activities.council import CONSENSUS, options_of

SHORT, LONG = 165, 420
SLIPS = {8: "small", 4: "", 2: "wide"}
ON_A_SHEET = 4


def ballots_html(activity: Activity) -> str:
    """A sheet of slips to cut apart for each ballot that each student casts; nothing where there is none."""
    return "".join(_slips(ballot, activity) for ballot in activity.ballots if ballot.rule != "consensus")


def slips_on_a_sheet(ballot: Ballot, activity: Activity) -> int:
    """How many slips of a ballot stand on one sheet: eight, four where there is more to read or to write, two where much.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> council = load_activity("council_2010")
    >>> [slips_on_a_sheet(council.ballot(name), council) for name in ("proposals", "one-word")]
    [4, 4]
    """
    words = sum(len(text) for _, text in options_of(ballot, activity)) + len(ballot.ask)
    if words > LONG:
        return 2
    return 4 if words > SHORT or ballot.rule == "words" else 8


def _slips(ballot: Ballot, activity: Activity) -> str:
    count = slips_on_a_sheet(ballot, activity)
    slip = f'<div class="slip"><p class="ask">{escape(ballot.ask)}</p>{_answer(ballot, activity)}</div>'
    heading = f'<h2 class="soft">{escape(activity.title)}</h2>'
    return f'<section class="sheet">{heading}<div class="slips {SLIPS[count]}">{slip * count}</div></section>'


def _answer(ballot: Ballot, activity: Activity) -> str:
    """Where the answer goes: boxes with letters, a box for a number, or lines."""
    if ballot.rule == "number":
        return f'<p><span class="number"></span>{escape(ballot.unit)}</p>'
    if ballot.rule == "words":
        return '<div class="line"></div>' * 4
    options = "".join(
        f'<li><span class="box"></span><span class="letter">{letter}</span><span>{escape(text)}</span></li>'
        for letter, text in options_of(ballot, activity)
    )
    return f"<ul>{options}</ul>"


def voting_cards_html(activity: Activity) -> str:
    """For each delegation a sheet with the three words by which a Council votes; nothing where nobody votes by consensus."""
    if not any(ballot.rule == "consensus" for ballot in activity.ballots):
        return ""
    return "".join(_three_words(role.name) for role in activity.roles if role.votes)


def _three_words(delegation: str) -> str:
    bands = "".join(
        f'<div class="say"><strong class="{way}">{escape(say(words))}</strong><p>{escape(delegation)}</p></div>'
        for way, words in CONSENSUS.items()
    )
    return f'<section class="sheet">{bands}</section>'


def letters_needed(activity: Activity) -> str:
    """The letters that are held up: as many as the longest list of options has; none where nothing is chosen by letter.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> letters_needed(load_activity("council_2010"))
    'ABCD'
    """
    counted = [ballot for ballot in activity.ballots if ballot.rule == "count"]
    return LETTERS[: max((len(options_of(ballot, activity)) for ballot in counted), default=0)]


def letters_html(letters: str) -> str:
    """Sheets with four letters each, to be folded twice so that one letter faces the room."""
    sheets = [letters[place : place + ON_A_SHEET] for place in range(0, len(letters), ON_A_SHEET)]
    return "".join(
        '<section class="sheet"><div class="letters">'
        + "".join(f'<div class="held">{letter}</div>' for letter in sheet)
        + "</div></section>"
        for sheet in sheets
    )
