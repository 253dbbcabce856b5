"""When a number or a date agrees with the right one."""

from __future__ import annotations

from datetime import timedelta

from cst1992.facts.spelling.dates import Span

MOST_DAYS = 36_500


def numbers_agree(found: float, right: float, tolerance: float = 0) -> bool:
    """Is a number as near to the right one as the tolerance allows?

    Examples
    --------
    >>> numbers_agree(3350, 3400, tolerance=100), numbers_agree(3350, 3400)
    (True, False)
    """
    return abs(right - found) <= tolerance


def days_agree(found: Span, right: Span, tolerance: float = 0) -> bool:
    """Does a day or a span of days lie within the right one, give or take so many days?

    So an answer must be at least as exact as the right one: a day agrees with its month, a month not with its day.

    Examples
    --------
    >>> from cst1992.facts.spelling.dates import as_span
    >>> days_agree(as_span("20 April 1994"), as_span("1994-04")), days_agree(as_span("1994-04"), as_span("1994-04-20"))
    (True, False)
    """
    try:
        slack = timedelta(days=min(tolerance, MOST_DAYS))
        return right[0] - slack <= found[0] and found[1] <= right[1] + slack
    except OverflowError:
        return False
