"""Cards, tables and pictures as a reader meets them."""

import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pandas as pd
import pytest

import cst1992 as cst
from cst1992.pictures.show import Picture, canvas, svg_of
from cst1992.pictures.style import DARK, LIGHT
from tests.geometry import collisions


def test_a_card_of_a_reported_article_says_that_nobody_has_read_it():
    for number in (9, 10, 11):
        assert "reported, not read" in cst.article(number).html
        assert "None of the authors of this module has read the wording" in cst.article(number).text


def test_the_change_of_2010_is_shown_only_when_asked_for():
    assert "request" not in cst.article(4).text.split("Source:")[0]
    assert "Since December 2012" in cst.article(4, protocol_2010=True).html


def test_russian_terms_are_marked_as_russian():
    assert '<span lang="ru">' in cst.article(4).html
    assert '<td lang="ru" data-label="term (Russian):">' in cst.read(cst.glossary()[["term", "term_ru"]]).html


def test_a_verdict_is_folded_away_below_the_two_texts():
    html = cst.weigh_claims(article=4, ask=False).html
    assert html.index("The Treaty of 1992") < html.index("<details>") < html.index("Our verdict")


def test_an_article_without_a_claim_says_so():
    assert "makes no claim about Article 7" in cst.weigh_claims(article=7).text
    assert "makes no claim with the words 5." in cst.weigh_claims(phrase=5).text


def test_a_table_is_read_in_full_with_missing_values_left_blank():
    table = pd.DataFrame({"who_decides": ["x" * 300, None], "on": [pd.Timestamp("1992-05-15"), pd.NaT]})
    card = cst.read(table, "A caption")
    assert "x" * 300 in card.html and "1992-05-15" in card.html and "None" not in card.html and "NaT" not in card.html
    assert "<caption>A caption</caption>" in card.html and '<th scope="col">who decides</th>' in card.html


def test_an_index_that_names_something_is_read_with_the_table():
    ways = cst.requests()["way"].value_counts().to_frame()
    not_asked = (cst.requests()["way"] == "not asked").sum()
    assert f"way: not asked; count: {not_asked}" in cst.read(ways).text
    crossed = pd.crosstab(cst.requests()["way"], cst.requests()["answer"])
    assert "way: offered; forces: 0" in cst.read(crossed).text
    assert cst.read(cst.glossary().set_index("term")[[]]).text.startswith("term: ")
    assert cst.read(cst.glossary()[["term"]].iloc[5:]).text.startswith("term: "), "row numbers say nothing"


def test_a_cell_may_hold_several_values_and_a_caption_may_be_a_number():
    several = pd.DataFrame({"years": [np.array([1992, 1999]), [None, True]], "so": [np.bool_(True), None]})
    assert cst.read(several, 5).text == "5\nyears: 1992, 1999; so: yes\nyears: , yes"


def test_html_in_a_table_is_shown_not_run():
    assert "<script>" not in cst.read(pd.DataFrame({"a": ["<script>alert(1)</script>"]})).html


@pytest.fixture(scope="module")
def picture():
    return cst.treaty_at_a_glance()


def test_the_alt_text_has_20_to_60_words_written_from_the_data(picture):
    assert 20 <= len(picture.alt.split()) <= 60, f"{len(picture.alt.split())} words"
    assert "eleven articles" in picture.alt and "9, 10 and 11 is only reported" in picture.alt


def test_a_picture_without_a_proper_alt_text_is_refused(picture):
    for alt in ("", "A chart", picture.caption):
        with pytest.raises(ValueError, match="alt text"):
            Picture(picture.figure, alt=alt, caption=picture.caption, credit="", same=picture.same)


def test_a_picture_is_named_for_a_screen_reader_and_keeps_its_text_as_text(picture):
    html = picture.html()
    assert 'role="img"' in html and 'aria-label="List of the eleven articles' in html
    assert ">Aggression against one</text>" in html


def test_every_colour_of_a_picture_follows_the_theme(picture):
    for svg in (svg_of(picture.figure), svg_of(picture.narrow)):
        bare = re.findall(r"(?<!, )#[0-9a-f]{6}\b", svg)
        assert bare == [], f"colours that would not follow the theme: {set(bare)}"


def test_a_picture_is_well_formed_and_small(picture):
    for figure in (picture.figure, picture.narrow):
        svg = svg_of(figure)
        ElementTree.fromstring(svg)
        assert len(svg.encode()) <= 40_000, f"{len(svg.encode())} bytes"


def test_a_picture_is_drawn_the_same_way_every_time():
    assert cst.treaty_at_a_glance().html() == cst.treaty_at_a_glance().html()


def test_two_pictures_on_one_page_share_no_id():
    with canvas(50, 50) as (first, axes):
        axes.plot([0, 50], [0, 50], color=LIGHT["accent"])
    with canvas(60, 50) as (second, axes):
        axes.plot([0, 50], [0, 50], color=LIGHT["accent"])
    ids = [set(re.findall(r' id="([^"]+)"', svg_of(figure))) for figure in (first, second)]
    assert ids[0] and not ids[0] & ids[1]


def test_no_label_of_a_picture_overlaps_another_or_the_frame(picture):
    for figure in (picture.figure, picture.narrow):
        assert collisions(figure) == []


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_marks_keep_their_contrast(palette):
    for ground in ("ground", "band", "tint1"):
        for text in ("ink", "soft"):
            assert contrast(palette[text], palette[ground]) >= 4.5, f"{text} on {ground}"
        for mark in ("accent", "ring", "orange"):
            assert contrast(palette[mark], palette[ground]) >= 3, f"{mark} on {ground}"


def test_a_picture_can_be_saved_for_slides(picture, tmp_path):
    picture.savefig(tmp_path / "slide.png", dpi=150)
    assert (tmp_path / "slide.png").stat().st_size > 5_000
