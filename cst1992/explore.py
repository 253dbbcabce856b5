"""Explorers: what a table holds, turned over with a few controls. A plain call does the same."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cst1992.cards import article_html
from cst1992.controls import button, framed, html
from cst1992.datapackage import rows
from cst1992.tables.loading import article_number

if TYPE_CHECKING:
    import ipywidgets

AS_SIGNED, WITH_2010 = "as worded in 1992", "with what the Protocol of 2010 made of it"


def explore_articles(first: int = 4) -> ipywidgets.VBox:
    """Turn over the eleven articles, as worded in 1992 or with the changes of 2010 beside them.

    The plain calls are `cst.article(4)` and `cst.article(4, protocol_2010=True)`.

    Parameters
    ----------
    first : the article shown at the start.

    Raises
    ------
    ValueError
        There is no such article.

    Examples
    --------
    >>> explore_articles()  # doctest: +SKIP
    """
    import ipywidgets

    first = article_number(first)
    entries = rows("articles")
    last = len(entries)
    chosen = ipywidgets.Dropdown(
        options=[(f"Article {row['number']} · {row['title']}", row["number"]) for row in entries],
        value=first,
        description="Article",
    )
    text = ipywidgets.Dropdown(options=[AS_SIGNED, WITH_2010], description="Show it")
    before, after = button("← Previous", "The article before this one"), button("Next →", "The article after this one")
    sentence, card = html(""), html("")

    def draw(_: object = None) -> None:
        entry = entries[chosen.value - 1]
        same = [str(row["number"]) for row in entries if row["part"] == entry["part"]]
        alone = (
            f"Articles {', '.join(same)} belong to the same group" if len(same) > 1 else "It stands alone in its group"
        )
        sentence.value = (
            f'<p role="status">Article {chosen.value} of {last}, {escape(str(entry["kind"]))}, {text.value}. '
            f"{alone}: {escape(str(entry['part']))}.</p>"
        )
        card.value = article_html(chosen.value, text.value == WITH_2010)

    def move(step: int) -> None:
        chosen.value = (chosen.value - 1 + step) % last + 1

    before.on_click(lambda _: move(-1))
    after.on_click(lambda _: move(1))
    chosen.observe(draw, names="value")
    text.observe(draw, names="value")
    draw()
    controls = ipywidgets.HBox([chosen, text, before, after])
    controls.add_class("cst-row")
    return framed([controls, sentence, card], "Explore the articles")
