"""The frame of a page to print, and a card on it."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from cst1992.facts.catalogues import language
from cst1992.facts.files import asset
from cst1992.facts.module import module
from cst1992.facts.speech import say
from cst1992.teacher.activities.made_cards import MadeCard
from cst1992.teacher.activities.pieces import Piece


def page_html(title: str, content: str) -> str:
    """A whole page: it needs no other file, no script and no network. Its heading is heard where it is not printed."""
    heading = "" if "<h1" in content else f'<h1 class="heard">{escape(title)}</h1>'
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · {escape(module().title)}</title>"
        f"<style>{asset('teacher/activities/paper/paper.css')}</style></head>\n"
        f"<body><main>{heading}{content}</main></body>\n</html>\n"
    )


def pieces_html(pieces: tuple[Piece, ...]) -> str:
    """The pieces of a card one below the other; a source that serves several in a row is named once, below the last."""
    told = ""
    for piece, following in pairwise([*pieces, None]):
        assert piece is not None
        again = following is not None and following.source == piece.source
        told += f'<div class="piece">{_piece(piece, "" if again else piece.source)}</div>'
    return told


def _piece(piece: Piece, source: str) -> str:
    heading = f"<h3>{escape(piece.heading)}</h3>" if piece.heading else ""
    told = _text(piece) if piece.text else ""
    if piece.points:
        told += f"<ol>{''.join(f'<li>{escape(point)}</li>' for point in piece.points)}</ol>"
    spoken = ", ".join(part for part in (piece.who, piece.day) if part)
    told += f'<p class="from">{escape(spoken)}</p>' if spoken else ""
    told += f'<p class="soft">{escape(piece.note)}</p>' if piece.note else ""
    named = escape(say("Source: {source}", source=source)) if source else ""
    return heading + told + (f'<p class="source">{named}</p>' if named else "")


def _text(piece: Piece) -> str:
    """The text, between quotation marks and in its language where it is quoted."""
    spoken = f' lang="{escape(piece.language)}"' if piece.language else ""
    opened, closed = ("«", "»") if piece.language else ("“", "”")
    if piece.quoted:
        return f'<p class="quote"{spoken}>{opened}{escape(piece.text)}{closed}</p>'
    return f"<p{spoken}>{escape(piece.text)}</p>"


def sheet_html(card: MadeCard, corner: str = "") -> str:
    """A card as a sheet; with words in its corner it begins a page of its own, else it may follow another one on a page."""
    below = f'<p class="below">{escape(card.below)}</p>' if card.below else ""
    side = f'<p class="soft">{escape(corner)}</p>' if corner else ""
    return f'<section class="sheet{"" if corner else " flow"}"><h2 class="title">{escape(card.title)}</h2>{below}{side}{pieces_html(card.pieces)}</section>'


def card_html(card: MadeCard, corner: str, half: bool = True) -> str:
    """A card to cut out along its frame; `half` makes it at least half a page high, so that two of them fill one."""
    below = f'<p class="below">{escape(card.below)}</p>' if card.below else ""
    return (
        f'<article class="card{" half" if half else ""}"><p class="corner">{escape(corner)}</p><h2 class="title">{escape(card.title)}</h2>{below}'
        f"{pieces_html(card.pieces)}</article>"
    )
