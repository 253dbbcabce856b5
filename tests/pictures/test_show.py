"""A picture on a page: named, told as a table, in the colours of the theme, the same each time. Any drawing will do."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from cst1992.facts.laid_out import Plain
from cst1992.pictures.show import Picture, canvas, svg_of
from cst1992.pictures.style import LIGHT

ALT = "Two lines that rise from the left to the right, the second one steeper than the first."
SAME = Plain(["line", "rises"], [["first", "slowly"], ["second", "fast"]])


def drawn(width=760):
    """Two lines and a word."""
    with canvas(width, 90) as (figure, axes):
        axes.plot([0, width], [80, 40], color=LIGHT["accent"])
        axes.plot([0, width], [80, 10], color=LIGHT["orange"], linestyle="--")
        axes.text(10, 20, "two lines", color=LIGHT["ink"])
    return figure


def picture():
    return Picture(drawn(), alt=ALT, caption="Two lines.", credit="Drawn for a test.", same=SAME, narrow=drawn(360))


def test_a_picture_without_a_proper_alt_text_is_refused():
    for alt in ("", "A chart", "Two lines."):
        with pytest.raises(ValueError, match="alt text"):
            Picture(drawn(), alt=alt, caption="Two lines.", credit="", same=SAME)


def test_a_picture_is_named_for_a_screen_reader_and_keeps_its_text_as_text():
    html = picture().html()
    assert f'role="img" aria-label="{ALT}"' in html and ">two lines</text>" in html
    assert "Two lines." in html and "Drawn for a test." in html


def test_every_colour_of_a_picture_follows_the_theme():
    for figure in (picture().figure, picture().narrow):
        bare = re.findall(r"(?<!, )#[0-9a-f]{6}\b", svg_of(figure))
        assert bare == [], f"colours that would not follow the theme: {set(bare)}"
        assert "--cst-accent" in svg_of(figure)


def test_a_picture_is_well_formed_and_drawn_the_same_way_every_time():
    ElementTree.fromstring(svg_of(picture().figure))
    assert picture().html() == picture().html()


def test_two_pictures_on_one_page_share_no_id():
    ids = [set(re.findall(r' id="([^"]+)"', svg_of(figure))) for figure in (drawn(50), drawn(60))]
    assert ids[0] and not ids[0] & ids[1]


def test_a_picture_can_be_saved_for_slides(tmp_path):
    picture().savefig(tmp_path / "slide.png", dpi=150)
    assert (tmp_path / "slide.png").read_bytes().startswith(b"\x89PNG")
