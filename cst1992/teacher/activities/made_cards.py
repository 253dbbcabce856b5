"""The cards of an activity, made from the tables as plain values: a corrected row corrects the card. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cst1992.facts.citing import cite
from cst1992.facts.package import rows
from cst1992.facts.speech import say
from cst1992.facts.wording import day_in_words
from cst1992.teacher.activities.activity import Activity, Document, Part, Role
from cst1992.teacher.activities.articles_then import articles_on, wordings_until
from cst1992.teacher.activities.pieces import Piece, Pointed, column_of, piece_from, piece_of, pointed_at, when


@dataclass(frozen=True)
class MadeCard:
    """One card: a title, a line below it, and its pieces in order."""

    title: str
    below: str
    pieces: tuple[Piece, ...]


def document_card(activity: Activity, identity: str) -> MadeCard:
    """A document of an activity, from the tables as they are now.

    Raises
    ------
    ValueError
        There is no such document, or a part of it points to a row that is not there.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> document_card(load_activity("council_2010"), "request").pieces[0].heading
    'On that day'
    """
    document = activity.document(identity)
    return MadeCard(document.title, _below(activity, document), tuple(_pieces(document.parts, activity)))


def _below(activity: Activity, document: Document) -> str:
    """Which text is in force where the document shows articles."""
    if not any(part.articles for part in document.parts) or activity.day is None:
        return ""
    last = wordings_until(activity.day)[-1]
    day = day_in_words(activity.day)
    if last.in_force_on is None or last.in_force_on > activity.day:
        return say("The {wording}, on {day} signed and not yet in force", wording=last.short_name, day=day)
    return say("The {wording}, in force on {day}", wording=last.short_name, day=day)


def _pieces(parts: Iterable[Part], activity: Activity) -> Iterator[Piece]:
    for part in parts:
        if part.articles:
            yield from articles_on(part.articles, activity.day)
        elif part.rows:
            yield from rows_told(part)
        elif part.row:
            yield piece_of(part.row, part.heading)
        elif part.quote:
            source = cite(part.source) if part.source else ""
            told = Piece(part.quote, part.heading, source=source, language=part.language, note=part.in_english)
            yield replace(told, quoted=True)
        else:
            yield Piece(part.text, part.heading)


def rows_told(part: Part) -> Iterator[Piece]:
    """Every row of a table that holds what the part asks for, in the order of the table, or of its column `order`.

    Raises
    ------
    ValueError
        There is no such table or column.
    """
    table, _, column = part.rows.partition("#")
    told = column_of(table, column)
    asked = [(column_of(table, name), wanted) for name, wanted in part.where]
    found = [row for row in rows(table) if all(row.text(name) == wanted for name, wanted in asked)]
    if found and "order" in found[0]:
        found.sort(key=lambda row: row.whole("order"))
    for place, row in enumerate(found):
        yield piece_from(Pointed(table, row, told), "" if place else part.heading)


def role_card(activity: Activity, identity: str) -> MadeCard:
    """The card of a role: its task, and its documented positions, each with source and day; or that nothing was found.

    Raises
    ------
    ValueError
        There is no such role, or a position of it points to a row that is not there.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> role_card(load_activity("council_2010"), "russia").pieces[1].day
    '11 June 2010'
    """
    role = activity.role(identity)
    pieces = [Piece(role.task, say("Your task"))]
    heading = say("What had been said by then") if activity.day else say("What is documented")
    pieces += _positions(role.positions, heading)
    if role.nothing_found:
        pieces.append(Piece(role.nothing_found, "" if role.positions else heading))
    pieces += [piece for each in role.gets for piece in document_card(activity, each).pieces]
    return MadeCard(role.name, _seat(activity, role), tuple(pieces))


def later_card(activity: Activity, identity: str) -> MadeCard:
    """What a role did and said afterwards, for the reveal; no piece where the file names nothing.

    Raises
    ------
    ValueError
        There is no such role, or it points to a row that is not there.
    """
    role = activity.role(identity)
    heading = say("What was done and said afterwards")
    pieces = _positions(role.later, heading)
    if role.later_not_found:
        pieces.append(Piece(role.later_not_found, "" if role.later else heading))
    return MadeCard(role.name, "", tuple(pieces))


def _positions(places: Iterable[str], heading: str) -> list[Piece]:
    """The rows of a role one after the other; a second cell of the same row belongs to the one above it."""
    pointed = [pointed_at(place) for place in places]
    before = [None, *(one.row["id"] for one in pointed)]
    return [
        piece_from(one, "") if one.row["id"] == last else _labelled(one, heading if last is None else "")
        for one, last in zip(pointed, before, strict=False)
    ]


def _labelled(pointed: Pointed, heading: str) -> Piece:
    """A position; where the row does not say who speaks in it, its label and its day say what it is about."""
    piece = piece_from(pointed, heading)
    return piece if piece.who else replace(piece, who=str(pointed.row.get("label") or ""), day=when(pointed))


def _seat(activity: Activity, role: Role) -> str:
    """Does the role vote? Nothing is said where no role of the activity does."""
    if not any(one.votes for one in activity.roles):
        return ""
    return say("You sit in the Council and vote.") if role.votes else say("You are heard, and you do not vote.")
