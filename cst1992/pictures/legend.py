"""How states stood on a day, in words and as the key of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.facts.arguments import DateLike
from cst1992.facts.membership import STANDINGS, standing
from cst1992.pictures.show import canvas
from cst1992.pictures.state_fills import NOT_YET, fill_shape
from cst1992.pictures.style import SMALL
from cst1992.pictures.words import width_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NONE_FOUND = "no act under the Treaty found"
SAID = {
    "in force": "since",
    "signed or acceded": "since",
    "suspended": "suspended",
    "declared frozen": "declared frozen",
    "did not prolong": "until",
}
States = dict[str, tuple[str, str]]


def states_on(on: DateLike) -> States:
    """For each state its standing and a few words with the year."""
    found = {}
    for row in standing(on).itertuples():
        kind = str(row.standing)
        said = f"{SAID[kind]} {str(row.since)[:4]}" if kind in SAID else ""
        found[str(row.state)] = (kind, said)
    return found


def kind_name(kind: str) -> str:
    """How the key names a standing."""
    return {"not yet": NOT_YET, "never a party": NONE_FOUND}.get(kind, kind)


def by_kind(states: States) -> dict[str, list[str]]:
    """The states of each standing present, in the order of the agreed words; bound ones first."""
    order = [
        "in force",
        "signed or acceded",
        "suspended",
        "declared frozen",
        "did not prolong",
        "not yet",
        "never a party",
    ]
    assert set(order) == set(STANDINGS)
    found: dict[str, list[str]] = {}
    for kind in order:
        own = [state for state, (has, _) in states.items() if has == kind]
        if own:
            found.setdefault(kind_name(kind), []).extend(own)
    return found


def draw_key(axes: Axes, states: States, y: float, width: float, names: bool) -> float:
    """The standings present with their fills, with the states where asked; gives the height below."""
    from matplotlib.path import Path

    x = 12.0
    for kind, own in by_kind(states).items():
        text = f"{kind}: {', '.join(own)}" if names else kind
        lines = wrap(text, width - 58, SMALL) if names else [text]
        if not names and x + 40 + width_of(text, SMALL) > width:
            x, y = 12.0, y + 22
        corners = [(x, y - 8), (x + 26, y - 8), (x + 26, y + 8), (x, y + 8), (x, y - 8)]
        fill_shape(axes, Path(corners, closed=True), kind)
        for line, words in enumerate(lines):
            axes.text(x + 33, y + line * 15, words, va="center", fontsize=SMALL)
        if names:
            y += max(22, len(lines) * 15 + 7)
        else:
            x += 33 + width_of(text, SMALL) + 16
    return y if names else y + 22


def key_height(states: States, width: float, names: bool) -> float:
    """How high the key will be."""
    with canvas(width, 10) as (_, axes):
        return draw_key(axes, states, 0, width, names)
