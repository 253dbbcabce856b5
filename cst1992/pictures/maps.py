"""Maps of membership on a day, and the same as tiles without borders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from cst1992.facts.agreed import said_state
from cst1992.facts.arguments import DateLike, as_day, choice
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.package import Row, rows
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.standings import standing_without_acts, standings_in_order, words_of
from cst1992.facts.wording import capital, in_a_list, in_words
from cst1992.pictures.as_tables import standings_table
from cst1992.pictures.land import draw_land, draw_names
from cst1992.pictures.legend import Legend, draw_legend, filled, legend
from cst1992.pictures.outlines import has_outlines, inset, names_of_outlines, said_of_outlines, whole
from cst1992.pictures.show import Picture, canvas, drawn_from
from cst1992.pictures.standings import States, by_standing, look_of, states_on
from cst1992.pictures.style import NARROW, WIDE
from cst1992.pictures.tiles import draw_tiles, tiles_height

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BETWEEN = 14


def _key(states: States, width: float, with_states: bool) -> Legend:
    """The standings that occur; where names do not fit on the map, the states stand in the key."""
    groups = by_standing(states).items()
    keys = {kind: words_of(kind).text("key") for kind, _ in groups}
    words = {kind: f"{keys[kind]}: {_names(own)}" if with_states else keys[kind] for kind, own in groups}
    return legend([filled(look_of(kind), said) for kind, said in words.items()], width, down=with_states)


def _names(states: Iterable[str]) -> str:
    return in_a_list(map(said_state, states))


def _map_wide(states: States) -> Figure:
    key = _key(states, WIDE, with_states=False)
    window = whole(1, key.height + 8, WIDE - 2)
    with canvas(WIDE, window.top + window.height + 2) as (figure, axes):
        draw_legend(axes, key, 12)
        draw_land(axes, states, window)
        draw_names(axes, states, window)
    return figure


def _map_narrow(states: States) -> Figure:
    key = _key(states, NARROW, with_states=True)
    window = whole(1, 2, NARROW - 2)
    corner = inset(NARROW - 81, window.top + window.height - 80, 80)
    below = window.top + window.height + 18
    with canvas(NARROW, below + key.height) as (figure, axes):
        draw_land(axes, states, window)
        if corner:
            draw_land(axes, states, corner, apart=1, above=4)
        draw_legend(axes, key, below)
    return figure


def _tiles(states: States, width: int, small: bool) -> Figure:
    key, height = _key(states, width, with_states=small), tiles_height(width, small)
    with canvas(width, height + key.height + 14) as (figure, axes):
        draw_tiles(axes, states, 1, 2, width - 2, small)
        draw_legend(axes, key, height + 18)
    return figure


def _panel(axes: Axes, states: States, style: str, left: float, top: float, width: float) -> None:
    """One of several days: tiles, or a map with its inset."""
    if style == "tiles":
        draw_tiles(axes, states, left + 1, top, width - 2, small=True)
        return
    window = whole(left + 1, top, width - 2)
    corner = inset(left + width * 0.75 - 1, top + window.height - width * 0.25, width * 0.25)
    draw_land(axes, states, window, apart=2.8, around=False)
    if corner:
        draw_land(axes, states, corner, apart=2, above=4, around=False)


def _several(panels: Mapping[str, States], style: str, width: int, across: int) -> Figure:
    """One panel a day, with one common key."""
    everything = {f"{day} {state}": own for day, states in panels.items() for state, own in states.items()}
    key = _key(everything, width, with_states=False)
    panel = (width - BETWEEN * (across - 1)) / across
    height = 40 + (tiles_height(panel, small=True) if style == "tiles" else whole(0, 0, panel - 2).height)
    with canvas(width, key.height + ceil(len(panels) / across) * height) as (figure, axes):
        draw_legend(axes, key, 12)
        for place, (day, states) in enumerate(panels.items()):
            left, top = place % across * (panel + BETWEEN), key.height + place // across * height + 26
            axes.text(left, top - 12, day, va="center", fontweight="bold")
            _panel(axes, states, style, left, top, panel)
    return figure


def _drawn(panels: Mapping[str, States], style: str) -> tuple[Figure, Figure]:
    """The wide and the narrow form."""
    if len(panels) > 1:
        return _several(panels, style, WIDE, 3 if len(panels) > 2 else 2), _several(panels, style, NARROW, 1)
    (states,) = panels.values()
    if style == "tiles":
        return _tiles(states, WIDE, small=False), _tiles(states, NARROW, small=True)
    return _map_wide(states), _map_narrow(states)


def _places() -> dict[str, str]:
    """What sentences on a map name: how many states it is of, which, and the treaty."""
    return {"number": in_words(len(rows("states"))), "all": module().states, "treaty": module().short}


def _title(day: str, style: str) -> str:
    """Kind, what it is of, and the day."""
    if style == "outlines":
        return say("Map of the {number} {all} on {day}, by their standing toward {treaty}.", day=day, **_places())
    return say("Tiles of the {number} {all} on {day}, by their standing toward {treaty}.", day=day, **_places())


def _title_of_several(count: int, style: str) -> str:
    if style == "outlines":
        return say_count(
            "{count} map of the {number} {all} by their standing toward {treaty}.",
            "{count} maps of the {number} {all} by their standing toward {treaty}.",
            count,
            **_places(),
        )
    return say_count(
        "{count} panel of tiles of the {number} {all} by their standing toward {treaty}.",
        "{count} panels of tiles of the {number} {all} by their standing toward {treaty}.",
        count,
        **_places(),
    )


def _alt(panels: Mapping[str, States], style: str) -> str:
    """Kind, what it is of, and the finding: who stood how on one day, or for how many the Treaty was in force."""
    if len(panels) > 1:
        return _alt_of_several(panels, style)
    ((day, states),) = panels.items()
    groups = by_standing(states)
    without = groups.pop(standing_without_acts(later=False), [])
    said = [_title(day, style)]
    said += [f"{words_of(kind)['key']}: {_names(own)}." for kind, own in groups.items()]
    said += [say_count("No act found for {count}.", "No act found for {count}.", len(without))] if without else []
    return " ".join(map(capital, said))


def _alt_of_several(panels: Mapping[str, States], style: str) -> str:
    """For how many the Treaty was in force on each day, and how many stood beside them in a way that a sentence tells."""
    said = [_title_of_several(len(panels), style)]
    for row in standings_in_order():
        counts = {
            day: sum(own.standing == row["standing"] for own in states.values()) for day, states in panels.items()
        }
        if row["in_force"]:
            said.append(_counted(row, counts))
        elif row["said"] and not row["ends"] and any(counts.values()):
            said.append(_counted(row, {day: count for day, count in counts.items() if count}))
    return " ".join(said)


def _counted(row: Row, counts: Mapping[str, int]) -> str:
    told = in_a_list(say("{count} on {day}", count=count, day=day) for day, count in counts.items())
    return f"{capital(row.text('key'))}: {told}."


def _notes(panels: Mapping[str, States], style: str) -> list[str]:
    """What the caption adds: what the years mean, what a standing does not mean, what is disputed, what codes say."""
    stood = [(state, own) for states in panels.values() for state, own in states.items()]
    said = [say("A year is the one in which that standing began.")] if len(panels) == 1 else []
    drawn = {own.standing for _, own in stood}
    said += [row.text("caption") for row in standings_in_order() if row["standing"] in drawn and row["caption"]]
    disputed = {state: own.disputed for state, own in stood if own.disputed and words_of(own.standing)["in_force"]}
    said += [f"{said_state(state)}. {text}" for state, text in disputed.items()]
    if style == "tiles":
        codes = in_a_list(f"{row['iso3']} {said_state(row['name'])}" for row in rows("states"))
        return [*said, say("Codes: {codes}.", codes=codes)]
    missing = set(next(iter(panels.values()))) - set(names_of_outlines().values())
    return [*said, say("Not on the map: {states}.", states=_names(sorted(missing)))] if missing else said


def _days(on: DateLike | Sequence[DateLike]) -> list[str]:
    """The days that were given, each once."""
    alone = isinstance(on, str) or not isinstance(on, Iterable)
    given = [on] if alone else list(on)  # type: ignore[arg-type]
    if not alone and not 2 <= len(given) <= 6:
        raise Mistake(say("Give one date, or a list of two to six; it had {number}.", number=len(given)))
    return list(dict.fromkeys(str(as_day(day)) for day in given))  # type: ignore[arg-type]


def styles() -> list[str]:
    """The styles that the module has: the first one is drawn where none is given."""
    return ["outlines", "tiles"] if has_outlines() else ["tiles"]


def _style(given: str | None) -> str:
    if given and "outlines" not in styles() and given.strip().casefold() == "outlines":
        raise Mistake(say("This module has no map. Write {style}, or leave the style out.", style="style='tiles'"))
    return choice(given, styles(), to_be_said("style")) if given else styles()[0]


def membership_map(on: DateLike | Sequence[DateLike], style: str | None = None) -> Picture:
    """Where the Treaty was in force on a day, or on several days side by side.

    Parameters
    ----------
    on : a date, or a list of two to six dates for small multiples.
    style : "outlines" for a map, "tiles" for equal squares without borders; a map where none is given, and tiles where
        the module has no outlines.

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
    style = _style(style)
    panels = {day: states_on(day) for day in _days(on)}
    wide, narrow = _drawn(panels, style)
    when = next(iter(panels))
    if len(panels) > 1:
        when = say_count("{count} day", "{count} days", len(panels))
    title = say("Standing toward {treaty}, {days}.", treaty=module().short, days=when)
    said = [title, *_notes(panels, style), said_of_outlines("borders") if style == "outlines" else ""]
    credit = [said_of_outlines("credit") if style == "outlines" else "", drawn_from("treaty_actions")]
    return Picture(
        wide,
        narrow=narrow,
        alt=_alt(panels, style),
        caption=" ".join(filter(None, said)),
        credit=" ".join(filter(None, credit)),
        same=standings_table(panels),
    )
