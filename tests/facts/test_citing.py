"""A source as a reader sees it. Any sources will do."""

import pytest

from cst1992.facts.citing import cite, cite_html, source, sources_of
from tests.facts.conftest import SOURCES


def test_an_unknown_source_names_the_nearest_one(harbours):
    with pytest.raises(ValueError, match=r"There is no source 'almanach'\. Did you mean 'almanac'\?"):
        source("almanach")


def test_a_source_is_cited_with_its_author_title_organisation_and_date(harbours):
    assert cite("almanac") == "An almanac of harbours. The Pilots, 1950"
    assert cite("survey") == "A. Mate, A survey"


def test_a_source_with_an_address_is_a_link_and_says_how_it_was_seen(harbours):
    assert '<a href="https://example.org"' in cite_html("survey") and "(we saw: on paper)" in cite_html("survey")
    assert "<a " not in cite_html("almanac")


def test_a_corrected_source_is_cited_at_once(harbours):
    assert "The Pilots" in cite("almanac")
    (harbours / "sources.csv").write_text(SOURCES.replace("The Pilots", "The Pilots' Guild"), encoding="utf-8")
    assert "The Pilots' Guild" in cite("almanac")


def test_further_sources_of_a_row_come_after_its_own(harbours):
    assert sources_of("harbours", "harbour-old") == [("survey", ""), ("almanac", "names another year")]
    assert sources_of("harbours", "harbour-north") == [("almanac", "")]
