"""Maps of membership on a day, and the same as tiles without borders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cst1992.facts.arguments import DateLike, as_day, choice
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import rows
from cst1992.pictures.as_tables import standings_table
from cst1992.pictures.legend import NONE_FOUND, States, by_kind, draw_key, key_height, kind_name, states_on
from cst1992.pictures.outlines import Window, caucasus, core, outlines, path_of
from cst1992.pictures.show import Picture, canvas
from cst1992.pictures.state_fills import behind_text, fill_shape, text_colour
from cst1992.pictures.style import LIGHT, NARROW, SMALL, WIDE
from cst1992.pictures.tiles import draw_tiles, tiles_height

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INSIDE = {"RUS", "KAZ", "TKM", "UKR", "BLR"}
NUDGED = {"BLR": (-2, -4), "LTU": (20, 2), "LVA": (4, 0), "EST": (2, -2), "ARM": (24, 0), "UZB": (18, 6)}
BORDERS = (
    "Internationally recognised borders, Crimea following General Assembly resolution 68/262; their depiction is not a statement "
    "by the authors."
)


def draw_land(
    axes: Axes, states: States, window: Window, apart: float = 1.6, above: float = 0, around: bool = True
) -> None:
    """All outlines within a window: neighbours, other land, and the fifteen states by their standing."""
    from matplotlib.patches import PathPatch, Rectangle

    corner, across = (window.left, window.top), window.width
    axes.add_patch(
        Rectangle(corner, across, window.height, facecolor=LIGHT["ground"], edgecolor="none", zorder=0.5 + above)
    )
    for outline in outlines():
        ours = outline.role == "former union republic"
        path = path_of(outline, window, apart if ours else 2 * apart) if ours or around else None
        if path is None:
            continue
        if ours:
            fill_shape(axes, path, kind_name(states[outline.name][0]), LIGHT["ground"], above)
        else:
            edge = LIGHT["line"] if outline.role == "neighbour" else "none"
            axes.add_patch(PathPatch(path, facecolor=LIGHT["band"], edgecolor=edge, linewidth=0.6, zorder=1 + above))
    axes.add_patch(
        Rectangle(
            corner, across, window.height, facecolor="none", edgecolor=LIGHT["ring"], linewidth=0.8, zorder=3 + above
        )
    )


def _labels(axes: Axes, states: States, window: Window) -> None:
    """Names inside large states, call-outs with a thin line for small ones."""
    for outline in outlines():
        if outline.role != "former union republic" or outline.label is None:
            continue
        kind, said = states[outline.name]
        x, y = window.spot(outline.label)
        dx, dy = NUDGED.get(outline.iso3, (0, 0))
        if outline.iso3 in INSIDE:
            colour, x, y = text_colour(kind_name(kind)), x + dx, y + dy
            field = behind_text(kind_name(kind))
            axes.text(
                x,
                y - (7 if said else 0),
                outline.name,
                ha="center",
                va="center",
                fontsize=SMALL,
                fontweight="bold",
                color=colour,
                bbox=field,
                zorder=6,
            )
            if said:
                axes.text(x, y + 9, said, ha="center", va="center", fontsize=SMALL, color=colour, bbox=field, zorder=6)
            continue
        tx, ty = window.spot(outline.callout or outline.label)
        side = "right" if tx < x - abs(ty - y) else "left" if tx > x + abs(ty - y) else "center"
        tx, ty = tx + dx, ty + dy
        axes.plot(
            [x, tx], [y, ty + (-8 if ty > y and side == "center" else 0)], color=LIGHT["ink"], linewidth=0.8, zorder=5.5
        )
        axes.plot(
            [x],
            [y],
            "o",
            markersize=3.5,
            markerfacecolor=LIGHT["ink"],
            markeredgecolor=LIGHT["ground"],
            markeredgewidth=0.6,
            zorder=6,
        )
        gap = -3 if side == "right" else 3 if side == "left" else 0
        axes.text(tx + gap, ty, outline.name, ha=side, va="center", fontsize=SMALL, fontweight="bold", zorder=6)
        if said:
            axes.text(tx + gap, ty + 15, said, ha=side, va="center", fontsize=SMALL, zorder=6)


def _single_wide(states: States) -> Figure:
    key = key_height(states, WIDE, names=False)
    window = core(1, key + 8, WIDE - 2)
    with canvas(WIDE, window.top + window.height + 2) as (figure, axes):
        draw_key(axes, states, 12, WIDE, names=False)
        draw_land(axes, states, window)
        _labels(axes, states, window)
    return figure


def _single_narrow(states: States) -> Figure:
    window = core(1, 2, NARROW - 2)
    inset = caucasus(NARROW - 81, window.top + window.height - 80, 80)
    below = window.top + window.height + 18
    with canvas(NARROW, below + key_height(states, NARROW, names=True)) as (figure, axes):
        draw_land(axes, states, window)
        draw_land(axes, states, inset, apart=1, above=4)
        draw_key(axes, states, below, NARROW, names=True)
    return figure


def _several(dates: Sequence[str], width: int, across: int, style: str) -> Figure:
    """One panel a date, with one common key."""
    panels = [(day, states_on(day)) for day in dates]
    everything: States = {f"{day} {state}": own for day, states in panels for state, own in states.items()}
    gap = 14
    panel = (width - gap * (across - 1)) / across
    height = tiles_height(panel, small=True) if style == "tiles" else core(0, 0, panel - 2).height
    key = key_height(everything, width, names=False)
    down = -(-len(panels) // across)
    with canvas(width, key + down * (height + 40)) as (figure, axes):
        draw_key(axes, everything, 12, width, names=False)
        for place, (day, states) in enumerate(panels):
            left, top = (place % across) * (panel + gap), key + (place // across) * (height + 40) + 26
            axes.text(left, top - 12, day, va="center", fontweight="bold")
            if style == "tiles":
                draw_tiles(axes, states, left + 1, top, panel - 2, small=True)
            else:
                draw_land(axes, states, core(left + 1, top, panel - 2), apart=2.8, around=False)
                inset = caucasus(left + panel * 0.75 - 1, top + height - panel * 0.25, panel * 0.25)
                draw_land(axes, states, inset, apart=2, above=4, around=False)
    return figure


def _tiles(states: States, width: int, small: bool) -> Figure:
    height = tiles_height(width, small)
    below = key_height(states, width, names=small)
    with canvas(width, height + below + 14) as (figure, axes):
        draw_tiles(axes, states, 1, 2, width - 2, small)
        draw_key(axes, states, height + 18, width, names=small)
    return figure


def _alt(days: Sequence[str], style: str) -> str:
    kind = "Map" if style == "outlines" else "Tiles"
    if len(days) == 1:
        found = by_kind(states_on(days[0]))
        named = [f"{name.capitalize()}: {', '.join(own)}" for name, own in found.items() if name != NONE_FOUND]
        rest = f"No act found for {len(found[NONE_FOUND])}." if NONE_FOUND in found else ""
        bound = ". ".join(named) + ". " if named else ""
        return f"{kind} of the fifteen former union republics on {days[0]}, by their standing toward the Treaty. {bound}{rest}".strip()
    counts = ", ".join(f"{sum(kind == 'in force' for kind, _ in states_on(day).values())} on {day}" for day in days)
    return (
        f"{len(days)} {kind.lower().rstrip('s')}{'s' if kind == 'Map' else ' panels'} of the fifteen former union republics by their standing "
        f"toward the Treaty. It is in force, without suspension or declared freeze, for {counts}."
    )


def _notes(days: Sequence[str], style: str) -> str:
    """What the caption has to add: what the years mean, what a standing does not mean, what is disputed, what codes say."""
    panels = [states_on(day) for day in days]
    kinds = {kind for states in panels for kind, _ in states.values()}
    said = ["A year is the one in which that standing began."] if len(days) == 1 else []
    if "suspended" in kinds:
        said.append(
            "Uzbekistan's membership of the CSTO is suspended, which leaves six members; what that does to the Treaty is not settled."
        )
    if "declared frozen" in kinds:
        said.append(
            "Armenia's government says that participation is frozen; the CSTO says that it received no formal request. A "
            "declared freeze does not end the Treaty."
        )
    if any(states["Azerbaijan"][0] == "in force" for states in panels):
        said.append(
            "Azerbaijan: its foreign minister said in 1999 that the ratification was never handed in (deposited)."
        )
    if style == "tiles":
        codes = ", ".join(f"{row['iso3']} {row['name']}" for row in rows("states"))
        said.append(f"Codes: {codes}.")
    return " ".join(said)


def membership_map(on: DateLike | Sequence[DateLike], style: str = "outlines") -> Picture:
    """Where the Treaty was in force on a day, or on several days side by side.

    Parameters
    ----------
    on : a date, or a list of two to six dates for small multiples.
    style : "outlines" for a map on internationally recognised borders, "tiles" for equal squares without borders.

    Returns
    -------
    A picture. The same as a table: `cst.standing("1994-04-20")`.

    Raises
    ------
    ValueError
        A date is none, there are too few or too many, or the style is unknown; the message says what is valid.

    Examples
    --------
    >>> membership_map("1994-04-20").alt.split(",")[0]
    'Map of the fifteen former union republics on 1994-04-20'
    """
    style = choice(style, ("outlines", "tiles"), "style")
    several = isinstance(on, Iterable) and not isinstance(on, str)
    given = [on] if isinstance(on, str) or not isinstance(on, Iterable) else list(on)
    if several and not 2 <= len(given) <= 6:
        raise Mistake(f"Give one date, or a list of two to six; it had {len(given)}.")
    days = [str(as_day(day)) for day in given]
    if several:
        wide, narrow = _several(days, WIDE, 3 if len(days) > 2 else 2, style), _several(days, NARROW, 1, style)
    elif style == "tiles":
        wide, narrow = _tiles(states_on(days[0]), WIDE, small=False), _tiles(states_on(days[0]), NARROW, small=True)
    else:
        wide, narrow = _single_wide(states_on(days[0])), _single_narrow(states_on(days[0]))
    when = days[0] if len(days) == 1 else f"{len(days)} days"
    caption = f"Standing toward the Treaty, {when}. {_notes(days, style)}".strip()
    credit = "Drawn from data/treaty_actions.csv, CC BY 4.0."
    if style == "outlines":
        caption, credit = f"{caption} {BORDERS}", f"Outlines: Natural Earth (public domain). {credit}"
    same = standings_table(days, [states_on(day) for day in days])
    return Picture(wide, narrow=narrow, alt=_alt(days, style), caption=caption, credit=credit, same=same)
