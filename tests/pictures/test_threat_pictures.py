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


def test_explorers_say_in_words_what_they_show_and_carry_a_table():
    box = cst.explore_timeline(highlight="Kazakhstan")
    controls, sentence, picture = box.children[1:4]
    assert 'role="status"' in sentence.value and "Kazakhstan takes part in" in sentence.value
    controls.children[0].value = "nuclear"
    assert "<svg" in picture.value and "Semipalatinsk" in picture.value.split("<details>")[1]
    box = cst.explore_membership("1999-05-01")
    controls, sentence, picture = box.children[1:4]
    assert "Did not prolong: Azerbaijan, Georgia, Uzbekistan" in sentence.value
    controls.children[4].value = "tiles"
    assert "Tiles of the fifteen" in sentence.value and "did not prolong" in picture.value.split("<details>")[1]
    controls.children[0].value = "1994-04-20"
    assert sentence.value.startswith('<p role="status">1994-04-20.')


def test_a_day_that_the_month_does_not_have_falls_back_to_its_last_day():
    box = cst.explore_membership("1999-01-31")
    box.children[1].children[2].value = 2
    assert "1999-02-28" in box.children[2].value


def test_a_day_of_change_sets_the_date_and_another_date_leaves_it():
    box = cst.explore_membership("1992-01-31")
    act, year, month, day, _, slider = box.children[1].children
    act.value = "1999-04-20"
    assert (year.value, month.value, day.value, slider.value) == (1999, 4, 20, 1999)
    assert ">1999-04-20." in box.children[2].value
    for field, value, shown in ((slider, 2007, "2007-04-20"), (month, 6, "1999-06-20"), (day, 1, "1999-04-01")):
        act.value = "1999-04-20"
        field.value = value
        assert act.value == "" and f">{shown}." in box.children[2].value, f"{field.description} does nothing"


def test_a_day_outside_the_years_of_the_explorer_is_named():
    with pytest.raises(ValueError, match="shows the years 1991 to 2026, not '1985-01-01'"):
        cst.explore_membership("1985-01-01")


def test_the_explorer_of_requests_filters_and_shows_each_case():
    box = cst.explore_requests()
    filters, sentence, row, card = box.children[1:5]
    assert f"{len(cst.requests())} cases in this selection" in sentence.value
    filters.children[0].value = "Kazakhstan"
    assert "1 case in this selection" in sentence.value and "optional in class" in card.value
    filters.children[2].value = "nothing found"
    assert "No case in this selection" in sentence.value and card.value == ""
    assert row.children[0].options[0][0] == "no case in this selection"


def test_the_explorer_of_threats_follows_its_menu():
    box = cst.explore_threats()
    box.children[1].children[0].value = "drug-business"
    assert "drug business" in box.children[2].value and "kg of heroin" in box.children[3].value.split("<details>")[1]


def test_one_clause_on_a_topic_is_told_as_one():
    assert cst.clauses_at_a_glance("area").alt.startswith("Table of 1 clause on area:")


def test_the_page_counts_the_filled_squares_as_the_table_does():
    pages = Path(__file__).resolve().parents[2] / "notebooks"
    threats = cst.threats()
    filled = ~threats["in_treaty_of_1992"].str.startswith("Not named")
    assert (filled.sum(), len(threats)) == (6, 13) and not filled[threats["direction"] == "shared"].any()
    assert "Six of the thirteen squares are filled" in (pages / "04_the_security_threats.ipynb").read_text("utf-8")
