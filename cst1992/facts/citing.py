"""How a source is named under a fact: in a line of text, or as a link."""

from __future__ import annotations

from html import escape

from cst1992.facts.agreed import said_word
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import Row, closest, rows
from cst1992.facts.sections import rows_if_there
from cst1992.facts.speech import say


def source(key: str) -> Row:
    """One row of the table of sources.

    Raises
    ------
    ValueError
        There is no such source; the message names the nearest one.

    Examples
    --------
    >>> source("rekuta-csto")["author"]
    'A. L. Rekuta'
    """
    known = rows("sources")
    found = next((row for row in known if row["id"] == key), None)
    if found is None:
        more = closest(key, (row["id"] for row in known)) or say("See {verb}.", verb="cst.sources()")
        raise Mistake(say("There is no source {key!r}. {more}", key=key, more=more))
    return found


def _in_one_line(entry: Row) -> str:
    before = f"{entry['author']}, " if entry["author"] else ""
    maker, day = entry.text("organisation"), entry.text("published")
    after = ", ".join(part for part in (maker, "" if maker.endswith(day) else day) if part)
    return f"{before}{entry['title']}" + (f". {after}" if after else "")


def cite(key: str) -> str:
    """Author, title, organisation and date of a source, in one line.

    Examples
    --------
    >>> cite("csto-25-years")
    '25 years of the Collective Security Treaty. CSTO'
    """
    return _in_one_line(source(key))


def cite_html(key: str) -> str:
    """The same as a link, with how we saw the source; without a link where no address is known."""
    entry = source(key)
    text = escape(_in_one_line(entry))
    if entry["address"]:
        text = f'<a href="{escape(entry.text("address"))}" target="_blank" rel="noopener">{text}</a>'
    return f'{text} <span class="cst-soft">({escape(_how_seen(entry))})</span>'


def _how_seen(entry: Row) -> str:
    if entry["seen"] == "not seen":
        return say("not seen by us")
    return say("we saw: {what}", what=said_word("seen", entry["seen"]))


def sources_of(table: str, row: str) -> list[tuple[str, str]]:
    """The keys of all sources of one row, the best one first, each with a note on what it adds."""
    first = [(entry.text("source"), "") for entry in rows(table) if entry["id"] == row]
    further = [
        (entry.text("source"), entry.text("note"))
        for entry in rows_if_there("citations")
        if entry["table"] == table and entry["row"] == row
    ]
    return first + further
