"""A section that a module lacks is told in one sentence; a table that it has beside the known ones has its verb."""

import json

import pytest

import cst1992 as cst
from cst1992.facts import package
from cst1992.facts.cases import case_key
from cst1992.facts.citing import sources_of
from cst1992.facts.filters import filters_of
from cst1992.facts.mistakes import AbsentSection, Mistake, UnknownVerb
from cst1992.facts.sections import section
from cst1992.facts.table_verb import table_verb
from cst1992.facts.terms import all_terms
from cst1992.facts.verb_help import help_of
from cst1992.teacher import verb_stubs

OF_A_TEXT = {
    "claims": ("claims of a text", {"claims", "weigh_claims"}),
    "passages": ("paragraphs of a text", {"passages", "paragraph", "explore_paragraphs"}),
    "cases": ("cases to decide", {"cases", "decide", "outcome"}),
    "amendments": ("amendments of its treaty", {"amendments", "then_and_now"}),
}


@pytest.fixture
def without(copied, monkeypatch):
    """Leave tables out of the data, as a lecturer does, in a Python that has asked for no verb yet."""
    for verb in dir(cst):
        monkeypatch.delitem(vars(cst), verb, raising=False)

    def leave_out(*tables):
        change(copied, lambda told: [one for one in told if one["name"] not in tables])
        for table in tables:
            (copied / f"{table}.csv").unlink()

    return leave_out


def change(folder, changed):
    file = folder / "datapackage.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    told["resources"] = changed(told["resources"])
    file.write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize("table", OF_A_TEXT)
def test_the_verbs_of_an_absent_section_say_one_sentence_and_are_not_offered(without, table):
    said, verbs = OF_A_TEXT[table]
    assert verbs <= set(dir(cst))
    without(table)
    assert not verbs & set(dir(cst))
    for verb in verbs:
        with pytest.raises(AbsentSection, match=f"^This module has no {said}\\.$"):
            getattr(cst, verb)
        assert not hasattr(cst, verb)


def test_the_rows_of_an_absent_section_are_asked_for_in_vain_in_the_same_words(without):
    without("cases", "case_choices")
    for asked in (package.rows, section):
        with pytest.raises(Mistake, match=r"^This module has no choices in its cases\.$"):
            asked("case_choices")


def test_a_section_without_rows_is_absent_for_those_who_need_a_row(copied):
    file = copied / "claims.csv"
    file.write_text(file.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    assert package.rows("claims") == []
    with pytest.raises(AbsentSection, match=r"^This module has no claims of a text\.$"):
        section("claims")


def test_a_guess_names_no_verb_of_an_absent_section(without):
    without("claims")
    with pytest.raises(UnknownVerb) as caught:
        cst.claimz  # noqa: B018
    assert "claims" not in str(caught.value) and "articles" in str(caught.value)


def test_a_table_that_the_library_does_not_know_has_its_verb(copied):
    fields = [{"name": name, "type": "string"} for name in ("id", "name")]
    change(copied, lambda told: [*told, {"name": "harbours", "path": "harbours.csv", "schema": {"fields": fields}}])
    (copied / "harbours.csv").write_text("id,name\nnorth,The north\n", encoding="utf-8")
    assert "harbours" in dir(cst) and "harbours" in cst.__all__
    assert cst.harbours()["name"].tolist() == ["The north"]


def test_the_verbs_are_offered_where_nobody_can_tell_which_tables_there_are(copied):
    (copied / "datapackage.json").write_text("{", encoding="utf-8")
    assert {"claims", "quiz"} <= set(dir(cst)) and callable(cst.quiz)


def test_the_stubs_are_not_written_from_data_that_would_shorten_them(without, monkeypatch):
    monkeypatch.setattr(verb_stubs, "write_whole", lambda path, content: pytest.fail(f"{path} was written"))
    without("claims")
    with pytest.raises(Mistake, match=r"^These data have no table claims\. The stubs name every table"):
        verb_stubs.write_stubs()


def test_every_verb_that_a_section_serves_is_a_verb():
    assert {verb for told in package.sections().values() for verb in told["verbs"]} <= set(dir(cst))


def emptied(folder, *tables):
    for table in tables:
        file = folder / f"{table}.csv"
        file.write_text(file.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")


def test_a_filter_through_a_table_that_was_left_out_is_no_filter(without):
    without("event_states")
    assert [one.name for one in filters_of("events")] == ["theme"]
    assert len(table_verb("events")(theme="nuclear")) and "state : " not in help_of("events")


def test_a_fact_is_cited_where_no_table_names_further_sources(without):
    before = sources_of("articles", "article-04")
    without("citations")
    assert sources_of("articles", "article-04") == before[:1]


def test_terms_come_from_the_table_that_there_is(without):
    both = {term.id for term in all_terms()}
    without("concepts")
    words = {term.id for term in all_terms()}
    assert words and words < both
    without("glossary")
    assert all_terms() == []


def test_empty_tables_are_told_as_what_they_are(copied):
    emptied(copied, "disagreements", "cases", "glossary", "concepts", "eras")
    assert cst.disagreements().empty and table_verb("eras")().empty and all_terms() == []
    for call, said in (
        (lambda: cst.disagreements("georgia"), "This module has no disagreements between sources."),
        (lambda: case_key("2010-kyrgyzstan"), "This module has no cases to decide."),
    ):
        with pytest.raises(AbsentSection) as caught:
            call()
        assert str(caught.value) == said


def test_a_choice_among_nothing_says_that_there_is_none(copied):
    emptied(copied, "themes", "event_themes")
    with pytest.raises(Mistake, match=r"^There is no theme 'nuclear'\. There are none\.$"):
        table_verb("events")(theme="nuclear")
    assert "There are none yet." in help_of("events")
