"""What bears on a threat, along the years: a month stays a month, a figure keeps its unit."""

import pytest

import cst1992 as cst
from cst1992.facts.package import Row, rows
from cst1992.pictures.evidence import figure_of, first_sentence
from cst1992.pictures.threats import shared_threats


def test_a_date_known_to_the_month_or_the_year_is_never_drawn_as_a_day():
    for threat in shared_threats():
        own = [row for row in rows("threat_evidence") if row["threat"] == threat]
        days = sum(row["date_precision"] == "day" for row in own)
        picture = cst.threat_timeline(threat)
        for figure in (picture.figure, picture.narrow):
            dots = sum(len(line.get_xdata()) for line in figure.axes[0].lines if line.get_marker() == "o")
            assert dots == days + 1, f"{threat}: {dots - 1} dots beside the key for {days} days"


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "unit", "words"),
    [
        (4, 4, None, "groups banned", "4 groups banned"),
        (4581, 4600, None, "tonnes", "4,581 to 4,600 tonnes"),
        (100, None, "over", "tonnes of heroin a year", "over 100 tonnes of heroin a year"),
        (2.5, 2.5, None, "million US dollars", "2.5 million US dollars"),
        (None, None, None, None, ""),
    ],
)
def test_a_figure_keeps_its_unit_its_range_and_its_open_end(low, high, qualifier, unit, words):
    assert figure_of(Row(figure_low=low, figure_high=high, qualifier=qualifier, unit=unit)) == words


def test_an_abbreviation_does_not_end_a_sentence():
    assert first_sentence("SB. Belarus Segodnya for the first stage.") == "SB. Belarus Segodnya for the first stage"
