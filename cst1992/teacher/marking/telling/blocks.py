"""The blocks of which a page for the teacher is built: tables, lists, bars. Everything that comes from a student is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from cst1992.teacher.marking.telling.one_file import one_file


def number(text: str) -> str:
    """A cell that holds a number."""
    return f'<td class="number">{escape(text)}</td>'


def words(text: str) -> str:
    """A cell that holds words, in whichever direction they are written."""
    return f"<td><bdi>{escape(text)}</bdi></td>"


def link(text: str, to: str) -> str:
    """A cell that leads to a file beside the page."""
    return f'<td><a href="{escape(quote(to))}"><bdi>{escape(text)}</bdi></a></td>'


def answer(name: str, given: str) -> str:
    """A cell that holds an answer as the student gave it."""
    told = f"{name} = {given}" if given else name
    return f'<td><bdi class="answer">{escape(told)}</bdi></td>'


def table(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[int] = (), kind: str = "plain"
) -> str:
    """A table with a caption; the first cell of each row names it.

    Parameters
    ----------
    rows : of cells as `number`, `words` and `answer` make them.
    numbers : the places of the columns that hold numbers.
    kind : plain, answers or bars; the widths of the columns depend on it.

    Examples
    --------
    >>> "<caption>Tasks</caption>" in table("Tasks", ["task", "points"], [[words("Memo"), number("4")]], [1])
    True
    """
    kinds = [' class="number"' if place in numbers else "" for place in range(len(heads))]
    titles = "".join(f'<th scope="col"{kind}>{escape(head)}</th>' for head, kind in zip(heads, kinds, strict=True))
    lines = "\n".join(f"<tr>{_as_head(row[0])}{''.join(row[1:])}</tr>" for row in rows)
    return (
        f'<div class="wide" role="region" aria-label="{escape(caption)}" tabindex="0"><table class="{kind}"><caption>{escape(caption)}'
        f"</caption><thead><tr>{titles}</tr></thead>\n<tbody>{lines}</tbody></table></div>"
    )


def _as_head(cell: str) -> str:
    return cell.replace("<td", '<th scope="row"', 1).removesuffix("</td>") + "</th>"


def bar(share: float) -> str:
    """A cell with a bar; what it shows stands as a number beside it."""
    return (
        '<td><svg class="bar" aria-hidden="true" focusable="false" preserveAspectRatio="none" viewBox="0 0 100 16">'
        f'<rect width="{100 * share:.1f}" height="16"/></svg></td>'
    )


def section(identity: str, title: str, *content: str) -> str:
    """A section with its heading."""
    inner = "\n".join(filter(None, content))
    return f'<section aria-labelledby="{identity}"><h2 id="{identity}">{escape(title)}</h2>\n{inner}</section>'


def said(text: str, soft: bool = False) -> str:
    """A paragraph."""
    return f'<p class="soft">{escape(text)}</p>' if soft else f"<p>{escape(text)}</p>"


def folded(title: str, content: str) -> str:
    """What is shown when somebody asks for it."""
    return f"<details><summary>{escape(title)}</summary>\n{content}</details>"


def page(title: str, content: str, *styles: str, language: str = "en", refresh: int = 0, look: str = "") -> str:
    """A whole page for the teacher, as `one_file` makes it.

    Parameters
    ----------
    styles : the style sheets of the page; without them that of the report.
    refresh : after so many seconds the browser reads the page again; 0 for never.
    look : what the body is called in the style sheets.

    Examples
    --------
    >>> page("Report", "<h1>Report</h1>").startswith("<!doctype html>")
    True
    """
    again = f'<meta http-equiv="refresh" content="{refresh}">\n' if refresh else ""
    used = styles or ("teacher/marking/telling/report.css",)
    return one_file(title, f"<main>\n{content}\n</main>", *used, language=language, head=again, look=look)
