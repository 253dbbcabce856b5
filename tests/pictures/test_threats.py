"""Pictures of threats, and all that are drawn beside them: every word from the data, no label on another."""

import pytest

import cst1992 as cst
from cst1992.pictures.show import svg_of
from cst1992.pictures.style import NARROW, WIDE
from cst1992.pictures.threats import shared_threats
from tests.geometry import collisions

PICTURES = {
    "opium": cst.harvests_at_a_glance,
    **{threat: (lambda threat=threat: cst.threat_timeline(threat)) for threat in shared_threats()},
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


def test_contested_labels_carry_their_owner():
    assert 'what the text calls "religious extremism"' in cst.threat_timeline("religious-extremism").caption


def test_an_unknown_threat_lists_the_shared_ones():
    with pytest.raises(ValueError, match="There are: international-terrorism, religious-extremism, drug-business"):
        cst.threat_timeline("drugs")
