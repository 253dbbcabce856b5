"""docs/adapting.md is whole: it names every table, every agreed word that the library knows, every line of module.yaml."""

import json
import re

import pytest

from cst1992.facts.files import LIBRARY, SOURCE_TREE
from cst1992.facts.package import fields, table_names
from cst1992.facts.standings import NEVER, NOT_YET, UNCHANGED
from cst1992.pictures.looks import LOOKS
from cst1992.pictures.marks import MARKS

TEXT = (SOURCE_TREE.parent / "docs" / "adapting.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`\n]+)`", re.sub(r"(?ms)^```.*?^```", "", TEXT)))
SETTINGS = json.loads((LIBRARY / "facts" / "module_schema.json").read_text(encoding="utf-8"))
KNOWN = TEXT.partition("**Words that the library knows.**")[2].partition("**Words in small tables.**")[0]


@pytest.mark.parametrize("table", table_names())
def test_every_table_is_explained(table):
    assert table in NAMED


def columns_with_agreed_words():
    found = {(table, field["name"]) for table in table_names() for field in fields(table) if _agreed(field)}
    return sorted(found)


def _agreed(field):
    return field.get("constraints", {}).get("enum")


@pytest.mark.parametrize(("table", "column"), columns_with_agreed_words())
def test_every_column_of_agreed_words_is_explained(table, column):
    lines = [line for line in TEXT.splitlines() if f"`{column}`" in line]
    shared = ("confidence", "date_precision", "since_precision", "basis")
    assert any(table in line for line in lines) or (column in shared and lines), f"{column} of {table}"


@pytest.mark.parametrize("word", [*LOOKS, *MARKS, NEVER, NOT_YET, UNCHANGED])
def test_every_word_that_the_library_knows_is_among_them(word):
    assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", KNOWN)


@pytest.mark.parametrize("line", SETTINGS["properties"])
def test_every_line_of_module_yaml_is_explained_and_the_needed_ones_have_a_star(line):
    row = next(row for row in TEXT.splitlines() if row.startswith("| ") and f"`{line}`" in row.split(" | ")[0])
    assert ("*" in row.split(" | ")[0]) == (line in SETTINGS["required"])


def test_what_stands_below_a_line_of_module_yaml_is_explained_too():
    below = {*SETTINGS["properties"]["first_view"]["properties"], *SETTINGS["properties"]["country"]["properties"]}
    below |= set(SETTINGS["definitions"]["topic"]["properties"])
    assert below <= {name.rstrip(":") for one in NAMED for name in one.split()}
    for shown in SETTINGS["definitions"]["topic"]["properties"]["shows"]["enum"]:
        assert shown in TEXT
