"""Words a third longer than the English ones, as another language has them, still find room."""

import pytest

import cst1992 as cst
from tests.corrections import rewritten
from tests.geometry import collisions

LONGER = {
    "standings": ("key", "since"),
    "wordings": ("short_name",),
    "roles": ("heading",),
    "requests": ("label",),
    "events": ("label",),
    "themes": ("name",),
}


def longer(text):
    """Each word of more than two letters a third longer."""
    return " ".join(
        word + "n" * round(len(word) / 3) if len(word) > 2 and "{" not in word else word for word in text.split()
    )


@pytest.fixture
def long_words(copied):
    for table, columns in LONGER.items():
        rewritten(copied, table, lambda row, own=columns: {**row, **{name: longer(row[name]) for name in own}})


@pytest.mark.parametrize(
    "draw",
    [
        cst.membership,
        lambda: cst.membership_map("2026-02-13"),
        lambda: cst.membership_map("2004-06-30", style="tiles"),
        cst.requests_at_a_glance,
        lambda: cst.timeline(theme="treaty"),
    ],
    ids=["bars", "map", "tiles", "requests", "timeline"],
)
def test_no_word_meets_another_or_leaves_the_picture(long_words, draw):
    assert collisions(draw().figure) == []
