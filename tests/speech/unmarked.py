"""What a learner sees or hears of anything that a box gives, and which words of it nobody has translated."""

import re
from html import unescape

import pandas as pd

from cst1992.facts.package import description, rows, table_names
from cst1992.page.on_paper import bundle_of

SPOKEN = re.compile(r'\b(?:alt|aria-label|title|placeholder|data-label|data-named)="([^"]*)"')
NOT_READ = re.compile(r"<(style|script|code)\b.*?</\1>|<img[^>]*onerror=.*?>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
NAMED = ("description", "tooltip", "placeholder", "label")
AS_THEY_ARE = re.compile(r"\{\w+\}|`[^`]*`|https?://\S+")
WORD = re.compile(r"(?<![\w.@/_-])[A-Za-z]{2,}(?![\w@/_-]|\.\w)")
OWN_NAMES = {
    "sources": ("title", "author", "organisation"),
    "reading": ("title", "authors", "published_in"),
    "references": ("title_en",),
}
"""What bears its name in one language: the works that are cited."""


def words_of_html(html):
    """The texts of HTML and SVG, those that are only heard among them."""
    heard = [unescape(text) for text in SPOKEN.findall(html)]
    read = [unescape(text).strip() for text in TAG.sub("\n", NOT_READ.sub("\n", html)).split("\n")]
    return [text for text in (*heard, *read) if text]


def words_of_widget(widget):
    """The texts of a widget and of all that is in it."""
    found = [str(getattr(widget, name)) for name in NAMED if isinstance(getattr(widget, name, None), str)]
    if isinstance(getattr(widget, "value", None), str) and type(widget).__name__ == "HTML":
        found += words_of_html(widget.value)
    found += [str(label) for label in getattr(widget, "_options_labels", ())]
    for child in getattr(widget, "children", ()):
        found += words_of_widget(child)
    return found


def shown(value):
    """Everything that a learner meets where a box ends with a value."""
    if value is None:
        return []
    if hasattr(value, "_dom_classes"):
        return words_of_widget(value) + words_of_html(bundle_of(value, getattr(value, "label", ""))["text/html"])
    html = value._repr_html_() if hasattr(value, "_repr_html_") else ""
    found = words_of_html(html or "") + repr(value).splitlines()
    return without_what_is_typed(found) if isinstance(value, pd.DataFrame | pd.Series) else found


def left_over(texts):
    """The texts in which a word of Latin letters without a mark is left."""
    return [text for text in _without(texts, _own_names()) if WORD.search(AS_THEY_ARE.sub("", text))]


def without_what_is_typed(texts):
    """The same texts without what a learner types to choose rows: columns, agreed words, keys, states."""
    columns = [
        (one["name"], field) for one in description()["resources"] for field in one.get("schema", {}).get("fields", [])
    ]
    words = [str(word) for _, field in columns for word in field.get("constraints", {}).get("enum", [])]
    keys = [row.text("id") for table in ("themes", "threats", "cases") for row in rows(table)]
    states = [row.text("name") for row in rows("states")]
    names = {*(field["name"] for _, field in columns), *words, *keys, *states, *table_names(), "count", "row"}
    return _without(texts, names)


def _without(texts, names):
    """The same texts without these names, the longest first."""
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return [pattern.sub("", text) for text in texts]


def _own_names():
    """Titles of works, and the codes of states."""
    cells = [str(row[name]) for table, names in OWN_NAMES.items() for row in rows(table) for name in names if row[name]]
    return {*cells, *(row.text("iso3") for row in rows("states")), "cst", "Python", "Ctrl", "Shift", "Enter", "memo"}
