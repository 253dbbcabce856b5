"""Pictures of threats, harvests and clauses: every word from the data, no label on another."""

from pathlib import Path

import pytest

import cst1992 as cst
from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import in_words
from cst1992.pictures.evidence import figure_of, first_sentence
from cst1992.pictures.harvests import FORMS, _by_year, _range_of
from cst1992.pictures.show import svg_of
from cst1992.pictures.style import NARROW, WIDE
from cst1992.pictures.threats import SHARED
from tests.geometry import collisions

PICTURES = {
    "threats": cst.threats_at_a_glance,
    "notes": cst.notes_at_a_glance,
    "opium": cst.opium_at_a_glance,
    **{threat: (lambda threat=threat: cst.threat_timeline(threat)) for threat in SHARED},
    **{topic: (lambda topic=topic: cst.clauses_at_a_glance(topic)) for topic in agreed_words("clauses", "topic")},
    **{f"article {number}": (lambda number=number: cst.then_and_now(number)) for number in range(1, 12)},
}


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_can_be_read_and_told(name):
    picture = PICTURES[name]()
    assert 20 <= len(picture.alt.split()) <= 60, f"{len(picture.alt.split())} words: {picture.alt}"
    for figure, width in ((picture.figure, WIDE), (picture.narrow, NARROW)):
        assert figure.bbox.width == width, f"{figure.bbox.width} px wide"
        assert collisions(figure) == []
        small = [text.get_text() for text in figure.axes[0].texts if text.get_fontsize() < 11]
        assert not small, f"letters under 11 px: {small}"
        assert len(svg_of(figure).encode()) <= 40_000


def test_a_harvest_is_drawn_from_its_lowest_to_its_highest_figure():
    rows = [{"tonnes_low": 1278, "tonnes_high": 1278}, {"tonnes_low": 3400, "tonnes_high": 3400}]
    assert _range_of(rows) == (1278, 3400, False)
    assert _range_of([{"tonnes_low": 3000, "tonnes_high": None}]) == (3000, 3000, True), "an open end stays open"


def test_every_bar_of_the_picture_ends_at_the_lowest_and_highest_figure_of_its_year():
    drawn = [patch for patch in cst.opium_at_a_glance().figure.axes[0].patches if patch.get_width() > 12]
    assert len(drawn) == len(_by_year()), f"{len(drawn)} bars for {len(_by_year())} years"
    base = {year: bar.get_y() for year, bar in zip(_by_year(), drawn, strict=True)}
    lows = {year: _range_of(own)[0] for year, own in _by_year().items()}
    pixel = (base[2001] - base[1999]) / (lows[2001] - lows[1999])
    for (year, own), bar in zip(_by_year().items(), drawn, strict=True):
        low, high, is_open = _range_of(own)
        assert bar.get_y() == pytest.approx(base[2001] + (low - lows[2001]) * pixel), f"{year} starts elsewhere"
        if not is_open:
            assert bar.get_height() == pytest.approx((high - low) * pixel), f"{year} ends elsewhere"


def test_no_figure_of_a_harvest_hides_another_of_a_different_stage():
    marks = {form: set() for form, _, _ in FORMS.values()}
    for line in cst.opium_at_a_glance().figure.axes[0].lines:
        if line.get_marker() in marks:
            marks[line.get_marker()] |= {tuple(map(float, point)) for point in line.get_xydata()}
    places = list(marks.values())
    assert not (places[0] & places[1] or places[1] & places[2] or places[0] & places[2])
    for (stage, (form, _, _)), found in zip(FORMS.items(), places, strict=True):
        given = {
            (row["year"], end)
            for row in rows("opium_harvests")
            if row["stage"] == stage
            for end in {row["tonnes_low"], row["tonnes_high"]} - {None}
        }
        assert len(found) == len(given) + 1, f"{stage} ({form}): {len(found) - 1} marks for {len(given)} figures"


def test_a_date_known_to_the_month_or_the_year_is_never_drawn_as_a_day():
    for threat in SHARED:
        own = [row for row in rows("threat_evidence") if row["threat"] == threat]
        days = sum(row["date_precision"] == "day" for row in own)
        picture = cst.threat_timeline(threat)
        for figure in (picture.figure, picture.narrow):
            dots = sum(len(line.get_xdata()) for line in figure.axes[0].lines if line.get_marker() == "o")
            assert dots == days + 1, f"{threat}: {dots - 1} dots beside the key for {days} days"


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (4, 4, "groups banned", "4 groups banned"),
        (4581, 4600, "tonnes", "4,581 to 4,600 tonnes"),
        (100, None, "tonnes of heroin a year, over", "over 100 tonnes of heroin a year"),
        (2.5, 2.5, "million US dollars", "2.5 million US dollars"),
        (None, None, None, ""),
    ],
)
def test_a_figure_keeps_its_unit_its_range_and_its_open_end(low, high, unit, words):
    assert figure_of(Row(figure_low=low, figure_high=high, unit=unit)) == words


def test_an_abbreviation_does_not_end_a_sentence():
    assert first_sentence("SB. Belarus Segodnya for the first stage.") == "SB. Belarus Segodnya for the first stage"


def test_the_notes_are_counted_from_their_table():
    notes, picture = cst.references(), cst.notes_at_a_glance()
    works = notes["points_to"].isna().sum()
    assert "List of the thirteen notes" in picture.alt and f"point to {in_words(works)} works" in picture.alt
    drawn = {text.get_text() for text in picture.figure.axes[0].texts}
    assert {str(number) for number in notes["number"]} <= drawn, "every note has its square"


def test_contested_labels_carry_their_owner():
    assert 'what the text calls "religious extremism"' in cst.threat_timeline("religious-extremism").caption
    texts = [text.get_text() for text in cst.threats_at_a_glance().figure.axes[0].texts]
    assert any(text.startswith("what the text calls international terrorism") for text in texts)


def test_the_treaty_stands_beside_nato_warsaw_rio_and_its_own_amended_text():
    alt = cst.clauses_at_a_glance("mutual assistance").alt
    for name in (
        "Collective Security Treaty (1992)",
        "amended in 2010",
        "North Atlantic Treaty",
        "Warsaw Treaty",
        "Rio Treaty",
        "Charter of the United Nations",
    ):
        assert name in alt


def test_a_wording_that_nobody_here_has_read_is_called_reported():
    texts = " ".join(text.get_text() for text in cst.clauses_at_a_glance("duration and exit").figure.axes[0].texts)
    assert "(only reported)" in texts
    assert "wording only reported" in [text.get_text() for text in cst.then_and_now(9).figure.axes[0].texts]


def test_an_article_that_was_not_amended_says_so():
    assert (
        "is not named among the amended articles" in cst.then_and_now(8).alt
        and "was amended" in cst.then_and_now(4).alt
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: cst.threat_timeline("drugs"),
            "There are: international-terrorism, religious-extremism, drug-business",
        ),
        (lambda: cst.clauses_at_a_glance("help"), "There are: mutual assistance"),
        (lambda: cst.then_and_now(12), "Articles 1 to 11"),
    ],
)
def test_unknown_names_list_the_valid_ones(call, message):
    with pytest.raises(ValueError) as caught:
        call()
    assert message in str(caught.value)


def test_one_clause_on_a_topic_is_told_as_one():
    assert cst.clauses_at_a_glance("area").alt.startswith("Table of 1 clause on area:")


def test_the_page_counts_the_filled_squares_as_the_table_does():
    pages = Path(__file__).resolve().parents[2] / "notebooks"
    threats = cst.threats()
    filled = ~threats["in_treaty_of_1992"].str.startswith("Not named")
    assert (filled.sum(), len(threats)) == (6, 13) and not filled[threats["direction"] == "shared"].any()
    assert "Six of the thirteen squares are filled" in (pages / "04_the_security_threats.ipynb").read_text("utf-8")
