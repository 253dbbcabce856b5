"""Standings on maps, tiles and in the key are told apart without colour: in light, in dark, in grey print."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.path import Path

import cst1992 as cst
from cst1992.facts.mistakes import Mistake
from cst1992.facts.standings import standings_in_order
from cst1992.pictures import looks
from cst1992.pictures.looks import LOOKS, fill_box, fill_shape
from cst1992.pictures.show import canvas
from cst1992.pictures.style import DARK, LIGHT

GREY = np.array([0.299, 0.587, 0.114])


def swatch(kind, colours, width=26, height=16):
    """A swatch as large as in the key, as shades of grey from 0 to 255."""
    with pytest.MonkeyPatch.context() as patch, canvas(width, height) as (figure, axes):
        patch.setattr(looks, "LIGHT", colours)
        corners = [(1, 1), (width - 1, 1), (width - 1, height - 1), (1, height - 1), (1, 1)]
        fill_shape(axes, Path(corners, closed=True), kind)
        figure.set_facecolor(to_rgb(colours["ground"]))
        drawn = FigureCanvasAgg(figure)
        drawn.draw()
        return np.asarray(drawn.buffer_rgba())[..., :3] @ GREY


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_each_standing_has_a_form_of_its_own_in_grey(colours):
    kinds = {kind: swatch(kind, colours) for kind in LOOKS}
    assert {row["look"] for row in standings_in_order()} < set(kinds)
    for (one, left), (other, right) in combinations(kinds.items(), 2):
        differs = np.abs(left - right)
        assert (differs > 40).mean() > 0.1 or np.abs(left - right).mean() > 25, f"{one} looks like {other} in grey"


def test_no_two_standings_share_a_look():
    forms = [(look.face, look.pattern, look.ink) for look in LOOKS.values()]
    assert len(forms) == len(set(forms))
    looks = [row["look"] for row in standings_in_order()]
    assert len(looks) == len(set(looks))


def test_a_look_that_is_not_there_is_told_with_the_nearest_one(copied):
    table = copied / "standings.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",rising lines,", ",rising line,"), encoding="utf-8")
    with pytest.raises(Mistake, match=r"no look 'rising line'\. Did you mean 'rising lines'"):
        cst.membership_map("2013-01-01")


def test_a_pattern_is_cut_at_the_edges_of_its_shape():
    with canvas(200, 40) as (_, axes):
        fill_box(axes, "rising lines", 20, 180, 10, 26)
        shape, lines = axes.patches
    inside = shape.get_path().get_extents().padded(0.01)
    assert len(lines.get_path().vertices) > 40
    assert all(inside.contains(*point) for point in lines.get_path().vertices)


def test_nothing_of_a_span_of_no_length_leaves_it():
    with canvas(200, 40) as (_, axes):
        fill_box(axes, "rising lines", 20, 20, 10, 26)
        assert {patch.get_path().get_extents().width for patch in axes.patches} == {0}
