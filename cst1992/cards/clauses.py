"""Treaties side by side: what others promise, and the same article in 1992 and after 2010."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from cst1992.facts.arguments import agreed_words, article_number, choice
from cst1992.facts.laid_out import Plain
from cst1992.facts.package import Row, row_with, rows
from cst1992.facts.wording import day_in_words, in_words, many
from cst1992.pictures.looks import band
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.style import LIGHT, NARROW, SMALL, WIDE
from cst1992.pictures.text_blocks import LINE, PAD, Piece, draw_blocks, draw_pieces, height_of, pieces_of
from cst1992.pictures.words import wrap

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INNER, NONE = 7, "–"
HEADS = ("Treaty", "Article", "What it promises", "Who decides", "Must the victim ask?", "Area")
BASIS = {"read": "wording read", "reported": "wording only reported"}
BESIDE = {"mutual assistance": ("un-charter-art-51",)}
"""Clauses on another topic that belong beside a topic: the Treaty's Article 4 refers to Article 51 of the UN Charter."""


def _asks(row: Row) -> str:
    return {True: "yes", False: "no", None: NONE}[row["request_needed"]]  # type: ignore[index]


def _treaty(row: Row) -> str:
    """The name of a treaty with its year, once."""
    name = row.text("treaty")
    return name if row.text("year") in name else f"{name}, {row['year']}"


def _article(row: Row, topic: str) -> str:
    """The article; what else a reader has to know of it: another topic, or a wording that nobody here has read."""
    name = f"Article {row['article']}" if row.text("article").isdigit() else row.text("article")
    notes = [row.text("topic")] * (row["topic"] != topic) + ["only reported"] * (row["basis"] == "reported")
    return f"{name} ({', '.join(notes)})" if notes else name


def _cells(row: Row, topic: str) -> list[str]:
    """The texts of a row in the order of the heads."""
    decides, area = (str(row[column] or NONE) for column in ("who_decides", "area_limit"))
    return [_treaty(row), _article(row, topic), row.text("what_it_promises"), decides, _asks(row), area]


def _clauses(topic: str) -> dict[str, list[Row]]:
    """The clauses by treaty: those on the topic, then those that belong beside it."""
    known = rows("clauses")
    found = [row for row in known if row["topic"] == topic]
    found += [row for row in known if row["id"] in BESIDE.get(topic, ())]
    return {name: [row for row in found if _treaty(row) == name] for name in dict.fromkeys(map(_treaty, found))}


def _draw_clauses_wide(groups: dict[str, list[Row]], topic: str, asks: bool) -> Figure:
    """A table: the name of a treaty once, a row for each of its clauses, every second treaty on a band."""
    edges = [(12, 122), (146, 76), (234, 204), (450, 122), (584, 58), (654, 98)]
    if not asks:
        edges[2], edges[3] = (234, 250), (496, 146)
    shown = [number for number in range(6) if asks or number != 4]
    lines = {
        name: [
            [
                wrap(cell, width, SMALL, bold=n == 0)
                for n, (cell, (_, width)) in enumerate(zip(_cells(row, topic), edges, strict=True))
            ]
            for row in own
        ]
        for name, own in groups.items()
    }
    tall = {name: [max(len(cells[n]) for n in shown[1:]) * LINE + PAD for cells in own] for name, own in lines.items()}
    total = {name: max(sum(tall[name]), len(own[0][0]) * LINE + PAD) + PAD for name, own in lines.items()}
    heads = {number: wrap(HEADS[number], edges[number][1], SMALL) for number in shown}
    top = 10 + max(map(len, heads.values())) * 14
    with canvas(WIDE, top + sum(total.values()) + 2) as (figure, axes):
        for number, words in heads.items():
            draw_pieces(axes, edges[number][0], 12, [Piece(word, SMALL, colour="soft") for word in words])
        y = float(top)
        for place, (name, own) in enumerate(lines.items()):
            if place % 2 == 0:
                band(axes, y, total[name])
            draw_pieces(axes, edges[0][0], y + PAD + 6, [Piece(word, SMALL, bold=True) for word in own[0][0]])
            level = y + PAD + 6
            for cells, height in zip(own, tall[name], strict=True):
                for number in shown[1:]:
                    draw_pieces(axes, edges[number][0], level, [Piece(word, SMALL) for word in cells[number]])
                level += height
            y += total[name]
    return figure


def _block(name: str, own: list[Row], topic: str, asks: bool) -> list[Piece]:
    """One treaty in the narrow form: its name, then article, promise and the short answers of each clause."""
    width = NARROW - 24
    block = pieces_of(name, width, bold=True)
    for row in own:
        _, article, promise, *answers = _cells(row, topic)
        block += pieces_of(f"{article}: {promise}", width, above=INNER)
        for head, answer in zip(HEADS[3:], answers, strict=True):
            if asks or head != HEADS[4]:
                block += pieces_of(
                    f"{head}{'' if head.endswith('?') else ':'} {answer}", width, above=2, size=SMALL, colour="soft"
                )
    return block


def _short(name: str) -> str:
    """The short name of a treaty for the alt text."""
    name = re.sub(r", (\d{4})$", r" (\1)", name.replace("Collective Security Treaty as", "as"))
    return re.sub(r".*\((\D+)\)", r"\1", name)


def clauses_at_a_glance(topic: str = "mutual assistance") -> Picture:
    """What the Treaty, its amended text and other treaties promise on one topic, side by side.

    Parameters
    ----------
    topic : "mutual assistance", "consultation", "accession", "duration and exit", "reporting", "self-defence",
        "regional arrangements" or "area".

    Returns
    -------
    A picture of a table. A screen reader reads the table itself better: `cst.read(cst.clauses("mutual assistance"))`.

    Raises
    ------
    ValueError
        There is no such topic; the message names the nearest one.

    Examples
    --------
    >>> clauses_at_a_glance("consultation").alt.split(":")[0]
    'Table of 3 clauses on consultation'
    """
    wanted = choice(topic, agreed_words("clauses", "topic"), "topic")
    groups = _clauses(wanted)
    found = [row for own in groups.values() for row in own]
    asks = any(row["request_needed"] is not None for row in found)
    need = [row for row in found if row["request_needed"]]
    silent = sum(not row["who_decides"] for row in found)
    finding = (
        f"Only {in_words(len(need))} {'needs' if len(need) == 1 else 'need'} a request of the victim: {' and '.join(_short(_treaty(row)) for row in need)}."
        if asks
        else f"For {silent} of them nothing is recorded on who decides."
    )
    aside = BESIDE.get(wanted, ())
    also = f", and {in_words(len(aside))} on another" if aside else ""
    alt = (
        f"Table of {many(len(found) - len(aside), 'clause', 'clauses')} on {wanted}{also}: {'; '.join(map(_short, groups))}. Columns: article, promise, who "
        f"decides{', whether the victim must ask' if asks else ''}, area. {finding}"
    )
    beside = " Beside them stands Article 51 of the UN Charter, a right on which Article 4 of 1992 builds." * (
        wanted in BESIDE
    )
    return Picture(
        _draw_clauses_wide(groups, wanted, asks),
        narrow=draw_blocks([_block(name, own, wanted, asks) for name, own in groups.items()]),
        alt=alt,
        same=Plain(HEADS, [_cells(row, wanted) for row in found]),
        caption=f"Clauses on {wanted}, in our paraphrase. A dash: nothing recorded.{beside}",
        credit="Drawn from data/clauses.csv, CC BY 4.0.",
    )


def _then(number: int, width: float) -> list[Piece]:
    """The article of 1992, paragraph by paragraph, and whether its wording was read."""
    own = [row for row in rows("provisions") if row["article"] == number]
    found: list[Piece] = []
    for place, row in enumerate(own):
        lead = f"{row['paragraph']}. " if row["paragraph"] else ""
        found += pieces_of(f"{lead}{row['paraphrase']}", width, above=INNER)
        if place + 1 == len(own) or own[place + 1]["basis"] != row["basis"]:
            found += pieces_of(BASIS[row.text("basis")], width, above=1, size=SMALL, colour="soft")
    return found


def _now(change: Row, width: float) -> list[Piece]:
    """What the Protocol of 2010 made of it, led by whether the article is among those amended."""
    lead = "Amended." if change["amended"] == "amended" else "Not named among the amended articles."
    found = [*pieces_of(lead, width, bold=True), *pieces_of(change.text("change"), width, above=INNER)]
    return [
        *found,
        *pieces_of(f"{BASIS[str(change['basis'])]}, confidence {change['confidence']}", width, 1, SMALL, False, "soft"),
    ]


def _side_by_side(number: int, change: Row) -> list[list[object]]:
    """The paragraphs of 1992 on the left; on the right, beside the first, what the Protocol of 2010 made of them."""
    own = [
        f"{row['paraphrase']} ({BASIS[str(row['basis'])]})" for row in rows("provisions") if row["article"] == number
    ]
    return [[text, change["change"] if place == 0 else ""] for place, text in enumerate(own)]


def _draw_two(heads: tuple[str, str], columns: tuple[list[Piece], list[Piece]]) -> Figure:
    """Two columns of text with their heads and a line between them."""
    height = 38 + max(map(height_of, columns))
    with canvas(WIDE, height) as (figure, axes):
        for left, head, column in zip((12, 396), heads, columns, strict=True):
            axes.text(left, 14, head, va="center", fontsize=SMALL, color=LIGHT["soft"])
            draw_pieces(axes, left, 38, column)
        axes.plot([380, 380], [6, height - 4], color=LIGHT["ring"], linewidth=1)
    return figure


def then_and_now(article: int = 4) -> Picture:
    """One article as worded in 1992, and what the Protocol of 2010 made of it.

    Parameters
    ----------
    article : 1 to 11.

    Returns
    -------
    A picture with two columns. A screen reader reads the text better: `cst.article(4, protocol_2010=True)`, or as
    tables `cst.provisions(4)` and `cst.amendments(4)`.

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
    title = str(row_with("articles", "number", number)["title"])
    before = [row.text("paraphrase") for row in rows("provisions") if row["article"] == number]
    change = row_with("amendments", "article", number)
    since = row_with("instruments", "id", "protocol-2010")["in_force_on"]
    assert isinstance(since, date)
    heads = ("Signed in 1992", f"Protocol of 2010, in force since {day_in_words(since)}")
    amended = "was amended" if change["amended"] == "amended" else "is not named among the amended articles"
    alt = (
        f"Two columns on Article {number}. Left, our paraphrase of the wording of 1992 in {len(' '.join(before).split())} words, "
        f"under the title {title!r}. Right, what the Protocol of 2010 made of it: the article {amended}; the confidence of this "
        f"report is {change['confidence']}."
    )
    narrow = [
        [*pieces_of(head, NARROW - 24, size=SMALL, colour="soft"), replace(first, above=INNER), *rest]
        for head, (first, *rest) in zip(heads, (_then(number, NARROW - 24), _now(change, NARROW - 24)), strict=True)
    ]
    return Picture(
        _draw_two(heads, (_then(number, 346), _now(change, 346))),
        narrow=draw_blocks(narrow),
        alt=alt,
        same=Plain(heads, _side_by_side(number, change)),
        caption=f"Article {number}, {title}: 1992 and after the Protocol of 2010, in our paraphrase.",
        credit="Drawn from data/provisions.csv and data/amendments.csv, CC BY 4.0.",
    )
