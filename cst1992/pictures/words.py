"""How wide words are in a picture, and where their lines break: measured in our letters, not counted."""

from __future__ import annotations

from functools import cache

from cst1992.pictures.style import SETTINGS, TEXT


@cache
def width_of(text: str, size: float = TEXT, bold: bool = False) -> float:
    """The width of one line of text in pixels, as a picture of ours draws it.

    Parameters
    ----------
    text : one line.
    size : of the letters in pixels, for instance `style.SMALL`.
    bold : bold letters are wider.

    Returns
    -------
    The width without the room that should stay beside it; another reader's letters may be a little wider.

    Examples
    --------
    >>> width_of("Treaty", bold=True) > width_of("Treaty") > width_of("Treaty", size=11)
    True
    """
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    letters = FontProperties(family=SETTINGS["font.family"], size=size, weight="bold" if bold else "normal")
    return float(text_to_path.get_text_width_height_descent(text, letters, ismath=False)[0])


def _line_width(line: str, size: float, bold: bool) -> float:
    """The width of a line from its words, each of which is measured only once."""
    words = line.split(" ")
    return sum(width_of(word, size, bold) for word in words) + (len(words) - 1) * width_of(" ", size, bold)


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word cut where it has to be: after a hyphen or stroke if it has one, else between two letters."""
    pieces = []
    while width_of(word, size, bold) > width and len(word) > 1:
        fitting = [end for end in range(1, len(word)) if width_of(word[:end], size, bold) <= width] or [1]
        marked = [end for end in fitting if word[end - 1] in "-/–"]
        end = (marked or fitting)[-1]
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


def wrap(text: str, width_px: float, size: float = TEXT, bold: bool = False) -> list[str]:
    """A text as lines that are no wider than given, broken between words.

    Parameters
    ----------
    text : the text; white space in it counts as one blank.
    width_px : the widest line in pixels.
    size, bold : as in `width_of`.

    Returns
    -------
    The lines; none for an empty text. A word wider than a line is cut, if possible after a hyphen.

    Examples
    --------
    >>> wrap("in force for nine states from 20 April 1994", 130)
    ['in force for nine', 'states from 20 April', '1994']
    """
    lines: list[str] = []
    for word in text.split():
        if lines and _line_width(f"{lines[-1]} {word}", size, bold) <= width_px:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, width_px, size, bold)
    return lines


def cut(text: str, width_px: float, most: int, size: float = TEXT, bold: bool = False) -> list[str]:
    """A text as no more lines than given; what does not fit is left out at a word, and three dots say so.

    Examples
    --------
    >>> cut("in force for nine states from 20 April 1994", 130, 1)
    ['in force for nine …']
    """
    lines = wrap(text, width_px, size, bold)
    if len(lines) <= most:
        return lines
    words = lines[most - 1].split()
    while len(words) > 1 and _line_width(" ".join(words) + " …", size, bold) > width_px:
        words.pop()
    return [*lines[: most - 1], " ".join(words).rstrip(" ,;:.(") + " …"]
