"""Tables at a glance: real tables, in groups, with every word from the data and nothing told by colour alone."""

import re

import pytest

import cst1992 as cst
from cst1992.cards.clauses import beside_topic
from cst1992.cards.grouped_table import grouped_table
from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import rows
from tests.cards.cells import Cells, text_of

TOPICS = agreed_words("clauses", "topic")
TABLES = {
    "articles": cst.treaty_at_a_glance,
    "notes": cst.notes_at_a_glance,
    "threats": cst.threats_at_a_glance,
    **{topic: (lambda topic=topic: cst.clauses_at_a_glance(topic)) for topic in TOPICS},
}
LINES = {
    "articles": lambda: len(rows("articles")),
    "notes": lambda: sum(row["points_to"] is None for row in rows("references")),
    "threats": lambda: len(rows("threats")),
    **{topic: (lambda topic=topic: len(cst.clauses(topic)) + len(beside_topic(topic))) for topic in TOPICS},
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_a_caption_a_head_for_each_column_and_a_line_for_each_row(name):
    card = TABLES[name]()
    table = Cells(card.html)
    lines = [line for own in table.groups.values() for line in own]
    assert table.caption == card.text.splitlines()[0] and all(table.heads)
    assert len(lines) == LINES[name]()
    assert all(len(line) == len(table.heads) - 1 and all(cell.strip() for cell in line) for line in lines)
    spans = list(map(int, re.findall(r'rowspan="(\d+)"', card.html)))
    assert spans == [len(own) for own in table.groups.values()]


@pytest.mark.parametrize("name", TABLES)
def test_who_hears_a_table_is_told_first_what_it_holds(name):
    card = TABLES[name]()
    told = text_of(re.match(r'<p class="cst-said-aloud">(.*?)</p>', card.html)[1])
    assert told == card.text.splitlines()[1] and 18 <= len(told.split()) <= 60, told


@pytest.mark.parametrize("name", TABLES)
def test_print_gives_every_word_of_the_table(name):
    card = TABLES[name]()
    table = Cells(card.html)
    for group, lines in table.groups.items():
        for line in lines:
            assert all(" ".join(cell.split()) in card.text for cell in [group, *line])
    assert "CC BY 4.0" in card.text and "CC BY 4.0" in card.html


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_small_and_its_colours_follow_the_theme(name):
    html = TABLES[name]().html
    assert len(html.encode()) <= 12_000, f"{len(html.encode())} bytes"
    assert "style=" not in html and not re.search(r"#[0-9a-f]{6}\b", html)


def test_a_square_never_stands_without_words():
    for card in (cst.treaty_at_a_glance(), cst.threats_at_a_glance()):
        squares = re.findall(r'<span class="cst-square( cst-full)?"></span> ([^<]+)', card.html)
        full, empty = ({words.split(":")[0] for form, words in squares if bool(form) is kind} for kind in (True, False))
        assert full and empty and not full & empty, "the words alone tell the two forms apart"
    called = [note["number"] for note in rows("references") if note["called_in_opening"]]
    notes = Cells(cst.notes_at_a_glance().html)
    told = {line[0]: line[1] for lines in notes.groups.values() for line in lines}
    marked = {name for name, own in told.items() if "called in the opening" in own}
    assert {int(number) for name in marked for number in re.findall(r"\d+", told[name])} == set(called)


def test_names_of_groups_and_columns_are_shown_as_text():
    evil = "<script>alert(1)</script>"
    html = grouped_table(evil, [evil, evil], {evil: [["one"]]}, told=evil, note=evil).html
    assert "<script" not in html and html.count("&lt;script&gt;") >= 6
