"""Days on a line: boxes keep their distance, lines stop at them, a month and a year end where they end."""

from datetime import date

import pytest

from cst1992.pictures.scale import Box, Scale, last_day, pieces, row_for


def test_boxes_keep_their_distance_and_lines_stop_at_them():
    rows: list = []
    assert [row_for(0, 50, rows), row_for(60, 90, rows), row_for(70, 99, rows), row_for(110, 120, rows)] == [0, 1, 0, 1]
    assert pieces(0, 100, 10, [Box(0, 20, 40, 60)]) == [(0, 39), (61, 100)]
    assert pieces(0, 100, 50, [Box(0, 20, 40, 60)]) == [(0, 100)]
    assert Scale(date(1992, 1, 1), date(1992, 12, 31), 0, 100).x(date(1900, 1, 1)) == 0


@pytest.mark.parametrize(
    ("given", "precision", "last"),
    [
        (date(1999, 12, 1), "month", date(1999, 12, 31)),
        (date(1992, 2, 1), "month", date(1992, 2, 29)),
        (date(1994, 1, 1), "year", date(1994, 12, 31)),
        (date(1994, 4, 20), "day", date(1994, 4, 20)),
    ],
)
def test_a_month_and_a_year_last_to_their_last_day(given, precision, last):
    assert last_day(given, precision) == last
