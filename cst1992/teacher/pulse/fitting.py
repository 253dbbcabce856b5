"""How large the letters of a screen may be: as large as its lines allow, by counting letters and not by a script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

SIZES = (5.0, 4.5, 4.0, 3.6, 3.2, 2.9)  # hundredths of the height; the style sheet has the same, by their place
WIDE, HIGH = 94 * 16 / 9, 86.0  # room for text, in the same hundredths, on a screen of 16 to 9
LETTER = 0.56  # how wide a letter is on the average, by its size
LEADING = 1.28


@dataclass(frozen=True)
class Block:
    """A paragraph: its letters, the share of the width that it has, its size against the others, the space around it."""

    letters: int
    share: float = 1.0
    size: float = 1.0
    around: float = 0.4
    least: float = 1.0  # so many lines it takes at least, for what stands beside it


def size_of(blocks: Sequence[Block]) -> int:
    """The place in SIZES of the largest letters in which all blocks fit; the last where none does.

    Examples
    --------
    >>> size_of([Block(60), Block(60)]), size_of([Block(400)] * 5)
    (0, 5)
    """
    for place, size in enumerate(SIZES):
        if sum(_height(block, size) for block in blocks) <= HIGH:
            return place
    return len(SIZES) - 1


def _height(block: Block, size: float) -> float:
    own = size * block.size
    lines = max(block.least, ceil(block.letters * own * LETTER / (WIDE * block.share)))
    return lines * own * LEADING + block.around * size
