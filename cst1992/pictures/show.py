"""The one way a picture reaches the page: inline SVG that a screen reader can read and that follows the theme."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cst1992.facts.files import asset
from cst1992.facts.laid_out import Plain, fold
from cst1992.facts.page_keys import keys_mark
from cst1992.facts.speech import say
from cst1992.pictures.style import DARK, LIGHT, SETTINGS, SMALL, SMALLEST, WIDE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PIXELS_PER_INCH = 72
SHORTEST_ALT, LONGEST_NAME = 8, 70


@cache
def _spare_what_is_loaded() -> None:
    """Once: a picture makes many small objects, and Python need not look for rubbish among the loaded libraries."""
    gc.freeze()


@contextmanager
def canvas(width: float, height: float) -> Iterator[tuple[Figure, Axes]]:
    """An empty figure with one axes over all of it, in pixels from the upper left corner, to draw on in our style."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    _spare_what_is_loaded()
    with mpl.rc_context(SETTINGS):
        figure = Figure(figsize=(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH), dpi=PIXELS_PER_INCH)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        axes.set_axis_off()
        yield figure, axes


def _rounded(attribute: re.Match[str]) -> str:
    """Coordinates to a tenth of a pixel, and straight lines without their letter: SVG reads pairs after M as lines."""
    text = " ".join(re.sub(r"(\.\d)\d+", r"\1", attribute[0]).split())
    curved = "C" in text or "Q" in text
    return " " + (text if curved else text.replace(" L ", " ").replace(' "', '"'))


def svg_of(figure: Figure) -> str:
    """A figure as an SVG element whose text is text and whose colours are variables.

    Ids get a prefix of their own, so that several pictures can stand on one page.
    """
    import matplotlib as mpl

    file = BytesIO()
    with mpl.rc_context(SETTINGS):
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    svg = file.getvalue().decode("utf-8")
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r' transform="rotate\(-0 [^"]*\)"', "", svg)
    svg = re.sub(r">\s+<", "><", svg)
    svg = re.sub(r' (?:d|x|y)="[^"]*"', _rounded, svg)
    svg = svg.replace("font-family: 'DejaVu Sans'; ", "")
    for name, colour in LIGHT.items():
        svg = svg.replace(colour, f"var(--cst-{name}, {colour})")
    referred = set(re.findall(r"(?:url\(#|href=\"#)([^)\"]+)", svg))
    prefix = f"cst{sha256(svg.encode()).hexdigest()[:8]}"

    def renamed(match: re.Match[str]) -> str:
        return f' id="{prefix}-{match[1]}"' if match[1] in referred else ""

    svg = re.sub(r' id="([^"]+)"', renamed, svg)
    svg = re.sub(r"(url\(#|href=\"#)", rf"\g<1>{prefix}-", svg)
    width, height = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups()  # type: ignore[union-attr]
    style = f"width: {width}px; font-family: 'DejaVu Sans', Verdana, sans-serif"
    head = f'<svg viewBox="0 0 {width} {height}" style="{style}" aria-hidden="true" xmlns:xlink="http://www.w3.org/1999/xlink">'
    return re.sub(r"<svg[^>]*>", head, svg, count=1).strip()


def drawn_from(table: str) -> str:
    """From which table of ours a picture is drawn, as its last sentence.

    Examples
    --------
    >>> drawn_from("events")
    'Drawn from data/events.csv, CC BY 4.0.'
    """
    return say("Drawn from {file}, CC BY 4.0.", file=f"data/{table}.csv")


class Picture:
    """A figure with the words that belong to it.

    Parameters
    ----------
    figure : the figure as drawn for a page of 760 pixels.
    alt : kind of picture, axes, finding, in at least eight words that differ from the caption.
    caption : the line under the picture.
    credit : who made it and from what.
    same : what the picture shows, as a table, for those who cannot see it.
    narrow : the same for a narrow page (360 pixels), drawn anew or as HTML to be read; without it the wide one shrinks.

    Raises
    ------
    ValueError
        The alt text is missing, too short, or repeats the caption.
    """

    def __init__(
        self, figure: Figure, *, alt: str, caption: str, credit: str, same: Plain, narrow: Figure | str | None = None
    ) -> None:
        if len(alt.split()) < SHORTEST_ALT or alt.strip() == caption.strip():
            raise ValueError(
                "A picture needs an alt text that says what it shows: kind, axes and finding, in at least "
                f"{SHORTEST_ALT} words that are not the caption. Given was: {alt!r}."
            )
        self.figure, self.narrow = figure, narrow
        self.alt, self.caption, self.credit, self.same = alt, caption, credit, same

    def html(self) -> str:
        """The picture as it stands on a page."""
        label = f'aria-label="{escape(self.alt, quote=True)}"'
        drawn = f'<div class="cst-wide" role="img" {label}>{svg_of(self.figure)}</div>'
        match self.narrow:
            case None:
                pass
            case str(words):
                drawn += f'<div class="cst-narrow" role="group" {label}>{words}</div>'
            case figure:
                drawn += f'<div class="cst-narrow" role="img" {label}>{svg_of(figure)}</div>'
        two = " cst-two" if self.narrow is not None else ""
        dark = "".join(f"--cst-{name}:{colour};" for name, colour in DARK.items())
        style = (
            asset("pictures/pictures.css")
            .replace("/* dark colours */", dark)
            .replace("/* narrow */", f"{WIDE * SMALLEST / SMALL:.0f}px")
        )
        return (
            f'<style>{style}</style><figure class="cst-figure{two}">'
            f"{drawn}<figcaption>{escape(self.caption)} {escape(self.credit)}</figcaption>{self._folded_table()}</figure>"
        )

    def _folded_table(self) -> str:
        """The same as a table, folded under a name that says of what."""
        of = re.split(r"[.:](?:\s|$)", self.caption)[0]
        of = of if len(of) <= LONGEST_NAME else of.split(",")[0]
        named = say("The same as a table: {what}", what=of)
        return f"<style>{asset('facts/tables.css')}</style>{fold(named, self.same.html(of))}"

    def savefig(self, path: str | Path, **options: object) -> None:
        """Save the wide form for slides or print; the options are matplotlib's, for instance dpi=300."""
        import matplotlib as mpl

        with mpl.rc_context(SETTINGS):
            self.figure.savefig(path, **options)  # type: ignore[arg-type]

    def _repr_html_(self) -> str:
        return self.html() + keys_mark()

    def __repr__(self) -> str:
        return f"{self.caption}\n{self.alt}\n{self.same.text()}"
