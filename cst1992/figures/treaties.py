"""Treaties side by side: what others promise, and the same article in 1992 and after 2010."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.datapackage import Row, rows
from cst1992.figures.show import Picture, canvas
from cst1992.figures.style import LIGHT, NARROW, SMALL, TEXT, WIDE
from cst1992.figures.words import wrap
from cst1992.tables.loading import article_number, choice, words_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LINE, PAD = 15, 10
Column = tuple[str, float, float]


def _asks(row: Row) -> str:
    return {True: "yes", False: "no", None: "not said"}[row["request_needed"]]  # type: ignore[index]


def _cells(row: Row) -> list[str]:
    return [
        f"{row['treaty']}, {row['year']}",
        f"Article {row['article']}" if str(row["article"]).isdigit() else str(row["article"]),
        str(row["what_it_promises"]),
        str(row["who_decides"] or "not said"),
        _asks(row),
        str(row["area_limit"] or "not said"),
    ]


HEADS = ("Treaty", "Article", "What it promises", "Who decides", "Must the victim ask?", "Area")


def _table(axes: Axes, heads: list[Column], lines: list[list[list[str]]]) -> None:
    """Heads over columns (name, left edge, width) and rows of wrapped cells, every second row on a band."""
    from matplotlib.patches import Rectangle

    top = 12 + max(len(wrap(name, width, SMALL)) for name, _, width in heads) * 14
    for name, left, width in heads:
        for place, words in enumerate(wrap(name, width, SMALL)):
            axes.text(left, 12 + place * 14, words, va="center", fontsize=SMALL, color=LIGHT["soft"])
    y = float(top)
    for place, cells in enumerate(lines):
        tall = max(map(len, cells)) * LINE + 2 * PAD - 4
        if place % 2 == 0:
            axes.add_patch(
                Rectangle((0, y), axes.get_xlim()[1], tall, facecolor=LIGHT["band"], edgecolor="none", zorder=0)
            )
        for number, ((_, left, _), wrapped) in enumerate(zip(heads, cells, strict=True)):
            for line, one in enumerate(wrapped):
                weight = "bold" if number == 0 else "normal"
                axes.text(left, y + PAD + 6 + line * LINE, one, va="center", fontsize=SMALL, fontweight=weight)
        y += tall


def _draw_clauses_wide(found: list[Row], asks: bool) -> Figure:
    edges = [(12, 118), (138, 66), (212, 214), (434, 130), (572, 62), (642, 110)]
    shown = [number for number in range(6) if asks or number != 4]
    if not asks:
        edges[2], edges[3] = (212, 250), (470, 160)
    heads = [(HEADS[number], float(edges[number][0]), float(edges[number][1])) for number in shown]
    lines = [
        [wrap(_cells(row)[number], edges[number][1], SMALL, bold=number == 0) for number in shown] for row in found
    ]
    height = 46 + sum(max(map(len, cells)) * LINE + 2 * PAD - 4 for cells in lines)
    with canvas(WIDE, height) as (figure, axes):
        _table(axes, heads, lines)
    return figure


def _draw_blocks(blocks: list[tuple[str, list[str]]]) -> Figure:
    """The narrow form: one block a treaty, a heading and lines below it."""
    from matplotlib.patches import Rectangle

    wrapped = [
        (wrap(head, NARROW - 24, bold=True), [line for text in texts for line in wrap(text, NARROW - 24)])
        for head, texts in blocks
    ]
    talls = [(len(head) + len(lines)) * LINE + 2 * PAD for head, lines in wrapped]
    with canvas(NARROW, sum(talls) + 4) as (figure, axes):
        y = 0.0
        for place, ((head, lines), tall) in enumerate(zip(wrapped, talls, strict=True)):
            if place % 2 == 0:
                axes.add_patch(Rectangle((0, y), NARROW, tall, facecolor=LIGHT["band"], edgecolor="none", zorder=0))
            for line, words in enumerate([*head, *lines]):
                weight = "bold" if line < len(head) else "normal"
                axes.text(12, y + PAD + 7 + line * LINE, words, va="center", fontweight=weight)
            y += tall
    return figure


def clauses_at_a_glance(topic: str = "mutual assistance") -> Picture:
    """What the Treaty, its amended text and other treaties promise on one topic, side by side.

    Parameters
    ----------
    topic : "mutual assistance", "consultation", "accession", "duration and exit", "reporting" or "self-defence".

    Returns
    -------
    A picture of a table. The same as a table to be read: `cst.read(cst.clauses("mutual assistance"))`.

    Raises
    ------
    ValueError
        There is no such topic; the message names the nearest one.

    Examples
    --------
    >>> clauses_at_a_glance("consultation").alt.split(":")[0]
    'Table of 3 clauses on consultation, one row each'
    """
    wanted = choice(topic, words_of("clauses", "topic"), "topic")
    found = [row for row in rows("clauses") if row["topic"] == wanted]
    asks = any(row["request_needed"] is not None for row in found)
    blocks = []
    for row in found:
        treaty, article, promise, decides, request, area = _cells(row)
        texts = [
            f"{article}: {promise}",
            f"Who decides: {decides}.",
            *([f"Must the victim ask? {request}."] if asks else []),
            f"Area: {area}.",
        ]
        blocks.append((treaty, [text.replace("..", ".") for text in texts]))
    named = ", ".join(dict.fromkeys(f"{row['treaty']} ({row['year']})" for row in found))
    need = sum(row["request_needed"] is True for row in found)
    silent = sum(not row["who_decides"] for row in found)
    finding = f"{need} of them need a request of the victim." if asks else f"{silent} of them do not say who decides."
    alt = (
        f"Table of {len(found)} clauses on {wanted}, one row each: {named}. The columns give what each promises, who decides and where it "
        f"applies. {finding}"
    )
    return Picture(
        _draw_clauses_wide(found, asks),
        narrow=_draw_blocks(blocks),
        alt=alt,
        caption=f"Clauses on {wanted}, in our paraphrase.",
        credit="Drawn from data/clauses.csv, CC BY 4.0.",
    )


def then_and_now(article: int = 4) -> Picture:
    """One article as worded in 1992, and what the Protocol of 2010 made of it.

    Parameters
    ----------
    article : 1 to 11.

    Returns
    -------
    A picture with two columns. The same as text: `cst.article(4, protocol_2010=True)`.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> then_and_now(4).alt.split(".")[0]
    'Two columns on Article 4'
    """
    number = article_number(article)
    entry = next(row for row in rows("articles") if row["number"] == number)
    before = [str(row["paraphrase"]) for row in rows("provisions") if row["article"] == number]
    change = next(row for row in rows("amendments") if row["article"] == number)
    heads = ("As worded in 1992", "Since December 2012")
    columns = [
        [line for text in texts for line in [*wrap(text, 344), ""]] for texts in (before, [str(change["change"])])
    ]
    with canvas(WIDE, 44 + max(map(len, columns)) * LINE) as (figure, axes):
        for left, head, lines in zip((12, 396), heads, columns, strict=True):
            axes.text(left, 14, head, va="center", fontsize=TEXT, fontweight="bold")
            for place, words in enumerate(lines):
                axes.text(left, 40 + place * LINE, words, va="center")
        axes.plot([380, 380], [6, 38 + max(map(len, columns)) * LINE], color=LIGHT["ring"], linewidth=1)
    amended = "was amended" if change["amended"] == "amended" else "is not named among the amended articles"
    length = len(" ".join(before).split())
    alt = (
        f"Two columns on Article {number}. Left, our paraphrase of the wording of 1992 in {length} words, under the title {entry['title']!r}. "
        f"Right, what the Protocol of 2010 made of it: the article {amended}; the confidence of this report is {change['confidence']}."
    )
    return Picture(
        figure,
        narrow=_draw_blocks([(heads[0], before), (heads[1], [str(change["change"])])]),
        alt=alt,
        caption=f"Article {number}, {entry['title']}: 1992 and after the Protocol of 2010, in our paraphrase.",
        credit="Drawn from data/provisions.csv and data/amendments.csv, CC BY 4.0.",
    )
