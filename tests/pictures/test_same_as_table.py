"""Every picture has the same as a table below it: folded, named by what it shows, with every thing that is drawn."""

import re
from functools import cache
from html import unescape

import pytest
from matplotlib.figure import Figure

import cst1992 as cst
from cst1992.pictures.progress import picture_of
from tests.geometry import collisions

PICTURES = {
    "timeline": cst.timeline,
    "timeline, picked": lambda: cst.timeline(cst.events(), highlight="Kazakhstan"),
    "timeline, one lane": lambda: cst.timeline(lanes="one"),
    "timeline, empty": lambda: cst.timeline(span=(1901, 1902)),
    "map": lambda: cst.membership_map("1994-04-20"),
    "maps": lambda: cst.membership_map(["1992-05-15", "1994-04-20"], style="tiles"),
    "bars": cst.membership,
    "bars, bare": lambda: cst.membership(notes=False),
    "requests": cst.requests_at_a_glance,
    "opium": cst.harvests_at_a_glance,
    "threat": lambda: cst.threat_timeline("drug-business"),
    "record": lambda: picture_of([{"objective": "source", "questions": 4, "answered": 3, "right": 2}]),
}
# What one table of data holds, the table under its picture holds too: for each such picture, how often.
ROWS = {
    "timeline": lambda: len(cst.events().query("core")),
    "timeline, picked": lambda: len(cst.events()),
    "timeline, one lane": lambda: len(cst.events().query("core")),
    "timeline, empty": lambda: 0,
    "map": lambda: len(cst.states()),
    "maps": lambda: len(cst.states()),
    "requests": lambda: len(cst.requests().query("use_as_case")),
    "opium": lambda: len(cst.harvests()),
    "threat": lambda: len(cst.threat_evidence("drug-business")),
}


@cache
def picture_named(name):
    """Each picture once for all tests of this file, which only look at it."""
    return PICTURES[name]()


def words(text):
    return set(re.findall(r"[^\W_]+", text.casefold()))


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_its_table_folded_below_it_under_a_name_of_its_own(name):
    html = picture_named(name).html()
    assert html.count("<details>") == 1 and html.index("</figcaption>") < html.index("<details>")
    summary = unescape(re.search(r"<summary[^>]*>(.*?)</summary>", html)[1])
    assert re.fullmatch(r"The same as a table: .*\w", summary), summary
    assert html.split("<details>")[1].count('scope="col"') >= 2


@pytest.mark.parametrize("name", ROWS)
def test_the_table_has_a_row_for_each_thing_that_is_drawn(name):
    picture = picture_named(name)
    assert len(picture.same.lines) == ROWS[name]()
    heads = len(picture.same.heads)
    assert heads >= 2 and all(len(line) == heads for line in picture.same.lines)


@pytest.mark.parametrize("name", ["timeline", "requests"])
def test_every_word_that_is_drawn_can_be_heard(name):
    picture = picture_named(name)
    drawn = " ".join(text.get_text() for text in picture.figure.axes[0].texts)
    eras = " ".join(str(name) for name in cst.eras()[["name", "short_name"]].to_numpy().ravel())
    heard = words(f"{picture.alt} {picture.caption} {picture.same.text()} {eras} {' '.join(picture.same.heads)}")
    key = words("takes part only the month or year is given answer forces other help signatories CIS states CSTO")
    missing = {word for word in words(drawn) - heard - key if not word.isdigit() and len(word) > 1}
    months = words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    assert missing - months == set(), f"drawn, but not heard: {missing}"


def test_print_gives_the_table_of_a_picture_too():
    assert "state: Georgia; 1999-04-20: did not prolong in 1999" in repr(cst.membership_map("1999-04-20"))


def test_the_cases_counted_in_words_are_those_that_are_drawn():
    picture = cst.requests_at_a_glance()
    assert picture.alt.startswith(f"Timeline of {len(picture.same.lines)} cases")
    assert len(cst.requests().query("use_as_case")) == len(picture.same.lines)


@pytest.mark.parametrize("name", PICTURES)
def test_no_label_of_a_picture_meets_another_or_the_frame(name):
    picture = picture_named(name)
    assert collisions(picture.figure) == []
    assert not isinstance(picture.narrow, Figure) or collisions(picture.narrow) == []


@pytest.mark.parametrize("name", PICTURES)
def test_every_letter_is_at_least_as_large_as_the_small_print_of_the_page(name):
    """At 911 pixels (150 % zoom) a picture gets 723 of them, at 390 it gets 266: measured in JupyterLab."""
    picture = picture_named(name)
    threshold = int(re.search(r"@container \(max-width: (\d+)px\)", picture.html())[1])
    narrow = picture.narrow if isinstance(picture.narrow, Figure) else picture.figure
    for figure, room in ((picture.figure, 723), (narrow, 723 if isinstance(picture.narrow, str) else 266)):
        sizes = [text.get_fontsize() for text in figure.axes[0].texts if text.get_text()]
        scale = min(room / figure.bbox.width, 1)
        assert min(sizes) * scale >= 12, f"{min(sizes) * scale:.1f} px in {room} px"
    assert (700 <= threshold <= 723 and threshold * 13 / picture.figure.bbox.width >= 11.99) or picture.narrow is None
