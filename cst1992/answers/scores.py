"""Scores from 0 to 1 for answers of several parts, the same in a quiz and in an exercise: lists and orders."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True)
class Overlap:
    """How many of a list are right, how many do not belong, and how many right ones are missing."""

    hits: int
    extra: int
    missing: int

    @property
    def score(self) -> float:
        """Right ones minus those that do not belong, as a share of all right ones; never below 0."""
        return max(0.0, (self.hits - self.extra) / (self.hits + self.missing))


def overlap(given: Iterable[Hashable], right: Iterable[Hashable]) -> Overlap:
    """A list held against the right one; neither the order nor a double counts.

    Examples
    --------
    >>> overlap(["Armenia", "Belarus"], ["Armenia", "Russia", "Tajikistan"])
    Overlap(hits=1, extra=1, missing=2)
    >>> overlap("ab", "abcd").score, overlap("abx", "abcd").score, overlap("xyz", "abcd").score
    (0.5, 0.25, 0.0)
    """
    found, wanted = set(given), set(right)
    return Overlap(len(found & wanted), len(found - wanted), len(wanted - found))


def order_score(places: Sequence[int]) -> float:
    """The score of an order: of all pairs those in the right order minus the others, divided by all; never below 0.

    So the reverse order earns nothing, and one half right earns little.

    Parameters
    ----------
    places : for each item, in the order given, its place in the right order.

    Examples
    --------
    >>> order_score([0, 1, 2]), order_score([2, 1, 0]), round(order_score([0, 2, 1]), 2)
    (1.0, 0.0, 0.33)
    """
    pairs = list(combinations(places, 2))
    in_order = sum(before < after for before, after in pairs)
    return max(0.0, 2 * in_order / len(pairs) - 1) if pairs else 1.0


def list_score(given: Sequence[Hashable], right: Sequence[Hashable], ordered: bool) -> float:
    """The score of a list; where the order counts and the parts are not the right ones, half of what they earn.

    Examples
    --------
    >>> list_score("ab", "abcd", ordered=False), list_score("ab", "abcd", ordered=True)
    (0.5, 0.25)
    """
    if not ordered:
        return overlap(given, right).score
    if sorted(given, key=str) == sorted(right, key=str):
        return order_score([right.index(item) for item in given])
    return overlap(given, right).score / 2
