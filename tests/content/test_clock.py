"""An honest clock: what the core of a notebook takes, by the measure of `tests/clock.py`."""

import pytest

from cst1992.page.outline import STOP
from cst1992.teacher.edition.short_path import headings_in, named_sections
from tests.clock import (
    NOTEBOOKS,
    ONE_PROCESS,
    ROOT,
    RUN,
    TIME,
    Time,
    Visible,
    core,
    core_cells,
    figures,
    pages_with_figures,
    rounded_up,
    run_once,
    short,
    visible,
)

CORE_AT_MOST = 50
PART_AT_MOST = 30


@pytest.mark.parametrize("path", RUN[1:])
@pytest.mark.slow
def test_a_core_takes_the_minutes_that_it_may_take(path):
    time = core(path)
    assert time.minutes <= CORE_AT_MOST, f"{path.stem}: {time.minutes:.1f} minutes, at most {CORE_AT_MOST}: {time}"


@pytest.mark.parametrize("path", RUN[1:])
@pytest.mark.slow
def test_from_one_place_to_stop_to_the_next_it_is_about_twenty_minutes(path):
    parts = [0.0]
    for cell, time in core_cells(run_once(path)):
        if STOP in cell.source:
            parts.append(0.0)
        parts[-1] += time.minutes
    assert max(parts) <= PART_AT_MOST, f"{path.stem}: {[round(minutes) for minutes in parts]}"


@pytest.mark.parametrize("path", RUN)
@pytest.mark.slow
def test_the_way_through_in_20_minutes_takes_20_minutes_and_names_sections_of_the_page(path):
    cells = run_once(path).cells
    there = [name for cell in cells if cell.cell_type == "markdown" for name in headings_in(cell.source)]
    named = named_sections(cells)
    assert len(named) >= 3 and {"Your first answer", "Key points"} <= set(named) <= set(there), named
    assert [name for name in there if name in named] == named, "in the order of the page"
    assert short(path).minutes <= 20, f"{short(path).minutes:.1f} minutes: {short(path)}"


@ONE_PROCESS
@pytest.mark.slow
def test_the_pages_give_the_minutes_that_were_measured():
    wrong = [page.name for page, text in pages_with_figures().items() if page.read_text(encoding="utf-8") != text]
    assert wrong == [], "run `make clock`"
    for path in NOTEBOOKS:
        once, twice = figures(path)
        assert TIME.format(once, twice) in path.read_text(encoding="utf-8"), f"{path.stem}: {once} and {twice} minutes"
        assert f"| {path.stem[:2]} | {once} | {twice} |" in (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Six states signed.</p>", 3),
        ("<details><summary>Sources</summary><p>Not read.</p></details>", 1),
        ("<details open><summary>Sources</summary><p>Read this.</p></details>", 3),
        ('<div class="cst-narrow"><p>the same again</p></div>', 0),
        ("<style>.a { color: red }</style><p>Seen</p>", 1),
        ("<svg><text>Russia</text><text>Russia</text><text>1992</text></svg>", 2),
        ('<p><img alt="a picture"><br>after it</p>', 2),
    ],
)
def test_what_a_reader_sees_is_counted_and_nothing_else(html, words):
    reader = Visible()
    reader.feed(html)
    assert visible(html) == words, reader.words


def test_minutes_are_words_boxes_questions_and_answers():
    assert Time(words=1300, boxes=4, questions=5, answers=2).minutes == 10 + 2 + 5 + 6
    assert [rounded_up(minutes) for minutes in (44.9, 45.0, 45.1)] == [45, 45, 50]
