"""Maps of membership: where states lie, how they stand, and that every label can be read."""

import pytest

import cst1992 as cst
from cst1992.facts.package import Row, rows
from cst1992.facts.standings import standings_in_order
from cst1992.pictures.outlines import outlines, path_of, whole
from cst1992.pictures.show import svg_of
from cst1992.pictures.standings import Stood
from tests.geometry import collisions

DAYS = ["1992-06-01", "1994-04-20", "1999-05-01", "2007-01-01", "2013-01-01", "2024-12-31"]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("style", ["outlines", "tiles"])
def test_no_label_of_a_map_meets_another_or_the_frame(day, style):
    picture = cst.membership_map(day, style=style)
    for figure in (picture.figure, picture.narrow):
        assert collisions(figure) == []
    assert 20 <= len(picture.alt.split()) <= 60, f"{len(picture.alt.split())} words: {picture.alt}"


@pytest.mark.parametrize("style", ["outlines", "tiles"])
def test_several_days_stand_side_by_side(style):
    picture = cst.membership_map(DAYS, style=style)
    for figure in (picture.figure, picture.narrow):
        assert collisions(figure) == []
        assert {text.get_text() for text in figure.axes[0].texts} >= set(DAYS)
    assert 20 <= len(picture.alt.split()) <= 60


def test_maps_stay_small_enough_for_a_page():
    for picture in (
        cst.membership_map("2024-12-31"),
        cst.membership_map(DAYS),
        cst.membership_map("2024-12-31", style="tiles"),
    ):
        for figure in (picture.figure, picture.narrow):
            assert len(svg_of(figure).encode()) <= 120_000, f"{len(svg_of(figure).encode())} bytes"


def test_enclaves_are_holes_not_covered_land():
    kyrgyzstan = next(outline for outline in outlines() if outline.iso3 == "KGZ")
    for width in (760, 320, 244):
        path = path_of(kyrgyzstan, whole(0, 0, width), 1.6)
        drawn = sum(code == path.MOVETO for code in path.codes)
        assert drawn == 4, f"{width} px: Kyrgyzstan, and in it the holes of Sokh, Shohimardon and Vorukh"


def test_neighbours_thin_their_common_border_alike():
    window = whole(0, 0, 244)
    kazakhstan, uzbekistan = (
        {tuple(point) for point in path_of(next(one for one in outlines() if one.iso3 == iso3), window, 1.6).vertices}
        for iso3 in ("KAZ", "UZB")
    )
    assert len(kazakhstan & uzbekistan) > 10, (
        "the border of Kazakhstan and Uzbekistan has the same points on both sides"
    )


def test_a_dispute_that_a_teacher_takes_out_of_the_table_leaves_the_caption(monkeypatch):
    assert "Azerbaijan. " in cst.membership_map("1994-04-20").caption

    def settled(table):
        return [Row({**row, "dispute": None}) for row in rows(table)] if table == "treaty_actions" else rows(table)

    monkeypatch.setattr("cst1992.facts.membership.rows", settled)
    assert "Azerbaijan" not in cst.membership_map("1994-04-20").caption


def test_a_day_that_is_given_twice_is_drawn_once():
    assert cst.membership_map(["1994-04-20", "1994-04-20"]).alt == cst.membership_map("1994-04-20").alt


def test_a_name_beside_its_state_says_on_which_side_it_stands():
    sides = {
        outline.name: (outline.callout is not None, outline.callout_side) for outline in outlines() if outline.ours
    }
    for name, (beside, side) in sides.items():
        assert side in (("left", "center", "right") if beside else ("",)), name


def test_each_standing_has_its_words():
    for row in standings_in_order():
        assert Stood(row.text("standing"), 1999).whole.startswith(row.text("key"))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: cst.membership_map("1999-02-30"), "The nearest is '1999-02-28'"),
        (lambda: cst.membership_map([]), "a list of two to six; it had 0"),
        (lambda: cst.membership_map(["1999-05-01"] * 7), "it had 7"),
        (lambda: cst.membership_map("1999-05-01", style="tile"), "Did you mean 'tiles'"),
    ],
)
def test_bad_input_ends_in_one_sentence(call, message):
    with pytest.raises(ValueError) as caught:
        call()
    assert message in str(caught.value)
