"""The key of a picture is laid out before it is painted: nothing leaves the page, no entry meets another."""

import pytest

from cst1992.facts.standings import standings_in_order
from cst1992.pictures.legend import LEFT, TO_WORDS, Key, draw_legend, filled, legend
from cst1992.pictures.show import canvas
from cst1992.pictures.style import NARROW, SMALL, WIDE
from cst1992.pictures.words import width_of
from tests.geometry import collisions


def all_standings(more=""):
    return [filled(row.text("look"), row.text("key") + more) for row in standings_in_order()]


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("down", [True, False])
def test_no_entry_meets_another_or_leaves_the_page(width, down):
    laid = legend(all_standings(), width, down)
    with canvas(width, laid.height + 12) as (figure, axes):
        assert draw_legend(axes, laid, 12) == 12 + laid.height
        assert collisions(figure) == []
        assert {text.get_text() for text in axes.texts} >= {"in force", "declared frozen"}


def test_entries_stand_beside_each_other_until_the_row_is_full():
    words = "a mark"
    step = 12 + TO_WORDS + width_of(words, SMALL)
    wide = legend([Key(print, words)] * 2, LEFT + 2 * step + 40)
    assert [place.y for place in wide.placed] == [0, 0] and wide.placed[1].x > wide.placed[0].x + step
    assert [place.y for place in legend([Key(print, words)] * 2, LEFT + step + 20).placed] == [0, 18]


def test_long_words_take_more_lines_where_entries_stand_below_each_other():
    first, second = legend([Key(print, "many words " * 9), Key(print, "few")], NARROW, down=True).placed
    assert len(first.lines) > 2 and second.y == 18 + 15 * (len(first.lines) - 1)


def test_a_picture_without_kinds_has_no_key():
    assert legend([], WIDE).height == 0 and legend([], WIDE).placed == ()


def test_a_row_of_the_key_is_as_high_as_its_highest_sign():
    tall, small = Key(print, "tall", tall=16), Key(print, "small", tall=12)
    assert legend([tall, small], 400).height == legend([small, tall], 400).height == 22
