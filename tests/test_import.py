import inspect
import json
import subprocess
import sys

import pytest

import cst1992 as cst
from cst1992.facts.package import fields, table_names

LOOK = """
import json, sys
import cst1992 as cst
before = [name for name in ("pandas", "matplotlib", "ipywidgets", "numpy") if name in sys.modules]
{call}
after = [name for name in ("pandas", "matplotlib") if name in sys.modules]
print(json.dumps([before, after]))
"""


def imported(call: str) -> list[list[str]]:
    done = subprocess.run([sys.executable, "-c", LOOK.format(call=call)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_importing_the_module_brings_in_nothing_heavy():
    before, _ = imported("pass")
    assert before == [], f"`import cst1992` must stay light; it brought in {before}"


def test_reading_an_article_needs_neither_pandas_nor_matplotlib():
    _, after = imported("cst.article(4)")
    assert after == [], f"An article card must not wait for {after}"


def test_the_verbs_of_the_module_are_those_it_promises():
    assert {"article", "articles", "claims", "quiz", "explore_articles", "treaty_at_a_glance"} <= set(dir(cst))


@pytest.mark.parametrize("name", cst.__all__)
def test_the_docstring_of_a_verb_tells_what_it_takes_what_it_gives_and_an_example(name):
    verb = getattr(cst, name)
    taken = inspect.signature(verb).parameters
    for section in ("Returns", "Examples", *(["Parameters"] if taken else [])):
        assert f"    {section}\n    ---" in verb.__doc__, f"cst.{name} has no section {section}"
    for parameter in taken:
        assert f"    {parameter} : " in verb.__doc__, f"cst.{name} does not tell what {parameter} is"


@pytest.mark.parametrize("table", table_names())
def test_the_docstring_of_a_table_names_all_its_columns(table):
    missing = [field["name"] for field in fields(table) if field["name"] not in getattr(cst, table).__doc__]
    assert missing == [], f"cst.{table} does not name {', '.join(missing)}"
