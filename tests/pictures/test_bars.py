"""Bars of membership: drawn from the acts, whatever they are."""

from datetime import date

import pytest

import cst1992 as cst
from cst1992.facts.package import Row, rows
from cst1992.facts.wording import in_words
from tests.geometry import collisions


@pytest.fixture
def edited(monkeypatch):
    """Bars and tables after an edit of the treaty actions: each row changed, or left out where None comes back."""

    def edit(change):
        def changed(table):
            if table != "treaty_actions":
                return rows(table)
            return [new for row in rows(table) if (new := change(row)) is not None]

        monkeypatch.setattr("cst1992.facts.membership.rows", changed)

    return edit


def texts_of(picture):
    return {text.get_text() for text in picture.figure.axes[0].texts}


def test_the_bars_may_stand_without_their_disputes():
    with_notes, without = cst.membership(), cst.membership(notes=False)
    assert any("Disputed" in text for text in texts_of(with_notes))
    assert not any("Disputed" in text for text in texts_of(without)) and without.alt == with_notes.alt


def test_an_edited_act_changes_table_map_and_bars_alike(edited):
    day = "1994-04-20"
    first, *others = sorted(cst.parties(day)["state"])
    edited(lambda row: Row({**row, "in_force": False}) if row["state"] == first else row)
    assert sorted(cst.parties(day)["state"]) == others
    assert cst.standing(day).set_index("state").loc[first, "standing"] == "signed or acceded"
    assert f"In force: {', '.join(others[:2])}" in cst.membership_map(day).alt
    picture = cst.membership()
    assert f"in force for {in_words(len(others))} from 20 April 1994" in picture.alt, picture.alt


def test_the_key_names_only_what_is_drawn(edited):
    assert "in force, disputed" in texts_of(cst.membership())
    edited(lambda row: row if row["confidence"] != "low" else None)
    assert "in force, disputed" not in texts_of(cst.membership())


def test_the_words_of_the_bars_follow_the_acts(edited):
    def another(row):
        if row["id"] == "1999-04-20-georgia-did-not-prolong":
            return None
        if row["id"] == "2024-02-22-armenia-frozen":
            return Row({**row, "date": date(2025, 2, 22)})
        return row

    edited(another)
    picture = cst.membership()
    assert "Azerbaijan and Uzbekistan did not prolong in 1999" in picture.alt and "frozen in 2025" in picture.alt
    assert "Six bars run on without a change" in picture.alt
    assert "two did not prolong, 20 April 1999" in texts_of(picture)


def test_bars_are_drawn_without_any_lapse_and_without_the_acts_of_a_state(edited):
    edited(lambda row: None if row["status_after"] == "lapsed" or row["state"] == "Georgia" else row)
    picture = cst.membership()
    assert picture.alt.startswith("Bars for eight states") and "did not prolong" not in picture.alt
    assert "How eight states stood" in picture.caption and collisions(picture.figure) == []
    assert "Georgia" not in texts_of(picture)


def test_bars_and_cases_are_told_apart_without_colour():
    from matplotlib.patches import PathPatch, Rectangle

    styles = {
        patch.get_linestyle()
        for patch in cst.membership().figure.axes[0].patches
        if isinstance(patch, (Rectangle, PathPatch))
    }
    assert len(styles) >= 2, "a frozen bar has a broken outline"
    markers = {line.get_marker() for line in cst.requests_at_a_glance().figure.axes[0].lines}
    assert {"s", "D", "o"} <= markers
