"""Blocks of text in a picture: wrapped lines with their look, below each other, every second block on a band."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cst1992.pictures.looks import band
from cst1992.pictures.show import canvas
from cst1992.pictures.style import LIGHT, NARROW, TEXT
from cst1992.pictures.words import wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LINE, PAD = 15, 9


@dataclass(frozen=True)
class Piece:
    """One line of text in a block: the air above it, and its look."""

    words: str
    size: float = TEXT
    bold: bool = False
    colour: str = "ink"
    above: float = 0


def draw_pieces(axes: Axes, x: float, y: float, pieces: list[Piece]) -> float:
    """Lines of text from a level down; gives the level below them."""
    for place, piece in enumerate(pieces):
        y += piece.above if place else 0
        weight, colour = "bold" if piece.bold else "normal", LIGHT[piece.colour]
        axes.text(x, y, piece.words, va="center", fontsize=piece.size, fontweight=weight, color=colour)
        y += LINE
    return y


def pieces_of(
    text: str, width: float, above: float = 0, size: float = TEXT, bold: bool = False, colour: str = "ink"
) -> list[Piece]:
    """A wrapped text, with air above its first line."""
    return [
        Piece(words, size, bold, colour, 0 if place else above)
        for place, words in enumerate(wrap(text, width, size, bold))
    ]


def height_of(pieces: list[Piece]) -> float:
    """The height of lines with the air between them."""
    return len(pieces) * LINE + sum(piece.above for piece in pieces[1:])


def draw_blocks(blocks: list[list[Piece]]) -> Figure:
    """The narrow form: blocks below each other, every second one on a band."""
    talls = [height_of(block) + 2 * PAD for block in blocks]
    with canvas(NARROW, sum(talls) + 2) as (figure, axes):
        y = 0.0
        for place, (block, tall) in enumerate(zip(blocks, talls, strict=True)):
            if place % 2 == 0:
                band(axes, y, tall)
            draw_pieces(axes, 12, y + PAD + 7, block)
            y += tall
    return figure
