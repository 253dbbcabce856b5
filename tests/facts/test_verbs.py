"""A table's verb is made from what the Data Package says of the table. Any data will do."""

import doctest
import inspect
import json
import pydoc

import pytest

import cst1992 as cst
from cst1992.facts import package
from cst1992.facts.filters import filters_of
from cst1992.facts.lines import DamagedTable
from cst1992.facts.mistakes import Mistake, WrongCall
from cst1992.facts.package import fields, table_names
from cst1992.facts.table_verb import table_verb
from cst1992.facts.verb_help import help_of
from tests.corrections import described, without

FILTERS = {
    "harbours": [
        {"name": "kind", "description": "Only harbours of this kind."},
        {"name": "seen_by", "through": "citations", "column": "source", "called": "witness", "description": "As seen."},
        {"name": "dated_by", "through": "citations", "column": "source", "where": {"note": "names another year"},
         "description": "As dated."},
    ]
}  # fmt: skip
KEYS = {
    "citations": [
        {"fields": ["row"], "reference": {"resource": "harbours", "fields": ["id"]}},
        {"fields": ["source"], "reference": {"resource": "sources", "fields": ["id"]}},
    ]
}


@pytest.fixture
def filtered(harbours):
    """The harbours, with filters: by an agreed word, and by the sources that a table ties to them."""
    (harbours / "citations.csv").write_text(
        "id,table,row,source,note\n"
        "one,harbours,harbour-old,almanac,names another year\n"
        "two,harbours,harbour-north,almanac,\n"
        "three,harbours,harbour-north,survey,\n",
        encoding="utf-8",
    )
    file = harbours / "datapackage.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    for resource in told["resources"]:
        resource["filters"] = FILTERS.get(resource["name"], [])
        resource["schema"]["foreignKeys"] = KEYS.get(resource["name"], [])
        resource["description"] = f"All the {resource['name']}. One row is one of them."
    file.write_text(json.dumps(told), encoding="utf-8")
    return harbours


def ids(frame):
    return frame["id"].tolist()


def test_the_filters_are_the_keywords_of_the_verb(filtered):
    assert list(inspect.signature(table_verb("harbours")).parameters) == ["kind", "seen_by", "dated_by"]
    assert not inspect.signature(table_verb("sources")).parameters


def test_a_filter_chooses_by_a_word_of_the_table_or_by_a_table_that_is_tied_to_it(filtered):
    harbours = table_verb("harbours")
    assert ids(harbours()) == ids(harbours(None)) == ["harbour-north", "harbour-south", "harbour-old"]
    assert ids(harbours("sea")) == ids(harbours(kind=" Sea")) == ["harbour-south", "harbour-old"]
    assert ids(harbours(seen_by="almanac")) == ["harbour-north", "harbour-old"]
    assert ids(harbours(dated_by="almanac")) == ["harbour-old"], "only where the other column has its word"


def test_several_filters_hold_together_and_the_rows_are_counted_anew(filtered):
    found = table_verb("harbours")("sea", seen_by="almanac")
    assert ids(found) == ["harbour-old"] and found.index.tolist() == [0]
    nothing = table_verb("harbours")("river", dated_by="almanac")
    assert nothing.empty and list(nothing.columns) == [field["name"] for field in fields("harbours")]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "rivr"}, r"^There is no kind 'rivr'\. Did you mean 'river'\? There are: river, sea\.$"),
        ({"seen_by": "almanach"}, r"^There is no witness 'almanach'\. Did you mean 'almanac'\? There are: almanac, survey\.$"),
        ({"dated_by": "survey"}, r"^There is no source 'survey'\. There are: almanac\.$"),
    ],
)  # fmt: skip
def test_what_a_filter_does_not_know_is_told_with_what_there_is(filtered, given, message):
    with pytest.raises(Mistake, match=message):
        table_verb("harbours")(**given)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"name": "number"}, r"no agreed words \(enum\) for the column number of harbours"),
        ({"name": "kynd"}, r"^The table harbours has no column 'kynd'\. Did you mean 'kind'\?"),
        ({"name": "seen", "through": "sources"}, r"ties sources to harbours by no column \(foreignKeys\)"),
        ({"name": "seen", "through": "source"}, r"^There is no table 'source'\. Did you mean 'sources'\?"),
    ],
)
def test_a_filter_that_cannot_be_is_told_before_anything_is_chosen(filtered, wrong, message):
    package.resource("harbours")["filters"].append({"description": "Wrong.", **wrong})
    with pytest.raises(Mistake, match=message):
        table_verb("harbours")


def test_a_call_that_does_not_fit_is_told_in_one_sentence(filtered):
    for call, message in (
        (lambda: table_verb("harbours")(kinds="sea"), "has no filter 'kinds'. Did you mean 'kind'?"),
        (lambda: table_verb("harbours")("sea", kind="sea"), "It takes, each once: kind, seen_by, dated_by."),
        (lambda: table_verb("sources")("almanac"), r"cst.sources() takes no filter; it gives the whole table."),
    ):
        with pytest.raises(WrongCall) as caught:
            call()
        assert message in str(caught.value) and isinstance(caught.value, TypeError)


def test_help_tells_what_the_table_is_its_filters_columns_and_size(filtered):
    told = pydoc.plain(pydoc.render_doc(table_verb("harbours")))
    assert "harbours(kind: str | None = None, seen_by: str | None = None" in told
    for said in ("All the harbours.", "Only harbours of this kind. One of 'river', 'sea'.", "of 3 rows",
                 "number : whole number.", "since : day, or missing.", "deep : True or False"):  # fmt: skip
        assert said in told, said


def test_help_counts_the_rows_that_there_are(filtered):
    with (filtered / "harbours.csv").open("a", encoding="utf-8") as file:
        file.write("harbour-new,4,New,river,,no,survey\n")
    assert "of 4 rows" in help_of("harbours")


def test_a_damaged_table_has_help_and_is_told_when_its_verb_is_called(filtered):
    (filtered / "harbours.csv").write_text("id,nr\n", encoding="utf-8")
    harbours = table_verb("harbours")
    assert "All the harbours." in harbours.__doc__ and "rows" not in harbours.__doc__
    with pytest.raises(DamagedTable, match="line 1: expected the columns"):
        harbours()


@pytest.mark.parametrize("table", table_names())
def test_the_example_of_a_verb_gives_what_its_help_says(table):
    verb = getattr(cst, table)
    own = inspect.getmodule(verb).__dict__
    for test in doctest.DocTestFinder().find(verb, table, module=False, globs={**own, "cst": cst}):
        assert test.examples and doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("table", table_names())
def test_every_filter_looks_in_columns_that_there_are(table):
    for one in filters_of(table):
        columns = {field["name"] for field in fields(one.table)}
        assert {one.column, one.key, *one.where} <= columns and one.places()


def test_the_library_has_a_verb_for_every_table():
    assert set(table_names()) <= set(dir(cst))


def test_the_verb_of_a_table_is_made_once():
    assert cst.events is cst.events and cst.events.__name__ == "events"


def test_a_verb_sees_a_row_and_a_filter_that_are_gone_since_it_was_asked_for(copied):
    before = len(cst.themes())
    assert f"of {before} rows" in cst.themes.__doc__ and "article" in inspect.signature(cst.claims).parameters
    file = copied / "themes.csv"
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n").rpartition("\n")[0] + "\n", encoding="utf-8")
    described(copied, "claims", lambda one: one.pop("filters"))
    assert len(cst.themes()) == before - 1 and f"of {before - 1} rows" in cst.themes.__doc__
    assert not inspect.signature(cst.claims).parameters


def test_a_table_taken_away_takes_its_verb_along_and_comes_back_with_it(copied):
    file = copied / "datapackage.json"
    whole = file.read_text(encoding="utf-8")
    assert callable(cst.quiz) and len(cst.claims()) > 0
    without(copied, "claims")
    assert not hasattr(cst, "claims") and not hasattr(cst, "weigh_claims")
    file.write_text(whole, encoding="utf-8")
    assert callable(cst.claims)
