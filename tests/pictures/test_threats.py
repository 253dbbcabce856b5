"""Pictures of threats, and all that are drawn beside them: every word from the data, no label on another."""

import pytest

import cst1992 as cst
from cst1992.facts.arguments import agreed_words
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


def test_contested_labels_carry_their_owner():
    assert 'what the text calls "religious extremism"' in cst.threat_timeline("religious-extremism").caption
    texts = [text.get_text() for text in cst.threats_at_a_glance().figure.axes[0].texts]
    assert any(text.startswith("what the text calls international terrorism") for text in texts)


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
