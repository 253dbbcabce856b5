"""Our own Markdown as HTML for a page that stands alone: no HTML in it is taken over, no link leads away from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt

HEADING = "h4"  # below the heading of a task


@lru_cache(maxsize=256)
def prose(markdown: str) -> str:
    """Markdown as HTML. Links are named without leading anywhere, headings are those of a part of a task.

    Examples
    --------
    >>> prose("*Skill* of [notebook 03](../03.ipynb), <b>bold</b>")
    '<p><em>Skill</em> of notebook 03, &lt;b&gt;bold&lt;/b&gt;</p>\\n'
    """
    return str(_reader().render(markdown))


def in_one_line(markdown: str) -> str:
    """The words of a line of Markdown without its signs.

    Examples
    --------
    >>> in_one_line("Who *owns* `a_reason`?")
    'Who owns a_reason?'
    """
    (inline,) = _reader().parseInline(markdown)
    return "".join(part.content for part in inline.children or [])


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    for kind, html in (
        ("link_open", ""), ("link_close", ""), ("heading_open", f"<{HEADING}>"), ("heading_close", f"</{HEADING}>\n"),
    ):  # fmt: skip
        reader.add_render_rule(kind, _always(html))
    return reader


def _always(html: str) -> Callable[..., str]:
    def rule(renderer: Any, *_: Any) -> str:
        return html

    return rule
