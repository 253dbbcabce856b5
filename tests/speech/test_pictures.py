"""Every picture in the made-up language: no English is left over in its letters, its caption, its alt text, its table."""

import pytest

import cst1992 as cst
from cst1992.facts.package import rows
from cst1992.pictures.progress import picture_of
from cst1992.pictures.threats import shared_threats
from tests.speech.unmarked import left_over, shown

pytestmark = pytest.mark.usefixtures("spoken")

DAYS = ["1992-05-15", "1994-04-20", "2026-02-13"]


def timelines():
    yield cst.timeline()
    yield cst.timeline(cst.events(), lanes="one")
    yield cst.timeline(lanes="every theme", highlight=rows("states")[0].text("name"))
    yield cst.timeline(span=(1901, 1902))


def maps():
    for style in ("outlines", "tiles"):
        yield from (cst.membership_map(day, style=style) for day in DAYS)
        yield cst.membership_map(DAYS, style=style)


def answers():
    names = [row["id"] for row in rows("objectives")]
    yield picture_of([{"objective": name, "questions": 3, "answered": 2, "right": 1} for name in names])


PICTURES = {
    "membership": lambda: [cst.membership(), cst.membership(notes=False)],
    "maps": maps,
    "timelines": timelines,
    "requests": lambda: [cst.requests_at_a_glance()],
    "harvests": lambda: [cst.harvests_at_a_glance()],
    "threats": lambda: map(cst.threat_timeline, shared_threats()),
    "answers": answers,
}


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.slow
def test_no_english_is_left_over(kind):
    told = [text for picture in PICTURES[kind]() for text in shown(picture)]
    assert told and left_over(told) == []
