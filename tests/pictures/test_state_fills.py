"""Standings on maps, tiles and in the key are told apart without colour: in light, in dark, in grey print."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.path import Path

from cst1992.facts.membership import STANDINGS
from cst1992.pictures import state_fills
from cst1992.pictures.legend import kind_name
from cst1992.pictures.show import canvas
from cst1992.pictures.state_fills import fill_shape
from cst1992.pictures.style import DARK, LIGHT

GREY = np.array([0.299, 0.587, 0.114])


def swatch(kind, colours, width=26, height=16):
    """A swatch as large as in the key, as shades of grey from 0 to 255."""
    with pytest.MonkeyPatch.context() as patch, canvas(width, height) as (figure, axes):
        patch.setattr(state_fills, "LIGHT", colours)
        corners = [(1, 1), (width - 1, 1), (width - 1, height - 1), (1, height - 1), (1, 1)]
        fill_shape(axes, Path(corners, closed=True), kind)
        figure.set_facecolor(to_rgb(colours["ground"]))
        drawn = FigureCanvasAgg(figure)
        drawn.draw()
        return np.asarray(drawn.buffer_rgba())[..., :3] @ GREY


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_each_standing_has_a_form_of_its_own_in_grey(colours):
    kinds = {kind_name(kind): swatch(kind_name(kind), colours) for kind in STANDINGS}
    assert len(kinds) == len(STANDINGS)
    for (one, left), (other, right) in combinations(kinds.items(), 2):
        differs = np.abs(left - right)
        assert (differs > 40).mean() > 0.1 or np.abs(left - right).mean() > 25, f"{one} looks like {other} in grey"


def test_no_two_standings_share_ground_and_pattern():
    looks = [(fill.ground, fill.pattern) for fill in [*state_fills.FILLS.values(), state_fills.OTHERS]]
    assert len(looks) == len(set(looks)) == len(STANDINGS)
