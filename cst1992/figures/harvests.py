"""The opium harvest in Afghanistan, drawn as a range of rival figures and not as one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cst1992.datapackage import Row, rows
from cst1992.figures.scale import draw_lines
from cst1992.figures.show import Picture, canvas
from cst1992.figures.style import LIGHT, NARROW, SMALL, WIDE

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def _range_of(own: list[Row]) -> tuple[float, float, bool]:
    """Lowest and highest figure of a year, and whether its end is open."""
    lows = [float(str(row["tonnes_low"])) for row in own if row["tonnes_low"] is not None]
    highs = [float(str(row["tonnes_high"])) for row in own if row["tonnes_high"] is not None]
    return min(lows), max(highs + lows), any(row["tonnes_high"] is None for row in own)


def _draw_harvests(width: int) -> Figure:
    by_year: dict[int, list[Row]] = {}
    for row in rows("opium_harvests"):
        by_year.setdefault(int(str(row["year"])), []).append(row)
    years, left, top, height = sorted(by_year), 52, 76, 250
    step = (width - left - 16) / len(years)
    forms = {
        "first reported": ("o", "accent", True),
        "revised": ("D", "accent", False),
        "rival": ("s", "orange", False),
    }

    def level(tonnes: float) -> float:
        return top + height - tonnes / 5200 * height

    with canvas(width, top + height + 34) as (figure, axes):
        for place, (stage, (marker, name, full)) in enumerate(forms.items()):
            y = 12 + place * 18
            axes.plot(
                [18],
                [y],
                marker,
                markersize=7,
                markerfacecolor=LIGHT[name] if full else "none",
                markeredgecolor=LIGHT[name],
                markeredgewidth=1.5,
            )
            axes.text(30, y, f"{stage} figure", va="center", fontsize=SMALL)
        axes.text(12, 64, "tonnes of opium", va="center", fontsize=SMALL, color=LIGHT["soft"])
        for tonnes in range(0, 5001, 1000):
            axes.plot([left, width - 8], [level(tonnes)] * 2, color=LIGHT["line"], linewidth=1, zorder=0.5)
            axes.text(
                left - 8,
                level(tonnes),
                f"{tonnes:,}".replace(",", " "),
                ha="right",
                va="center",
                fontsize=SMALL,
                color=LIGHT["soft"],
            )
        for place, year in enumerate(years):
            x = left + step * (place + 0.5)
            low, high, is_open = _range_of(by_year[year])
            draw_lines(axes, [(x, level(high), level(low))], "ring", 7)
            if is_open:
                axes.plot(
                    [x],
                    [level(high) - 8],
                    "^",
                    markersize=6,
                    markerfacecolor="none",
                    markeredgecolor=LIGHT["ring"],
                    markeredgewidth=1.4,
                )
            for row in by_year[year]:
                if row["tonnes"] is not None:
                    marker, name, full = forms[str(row["stage"])]
                    face = LIGHT[name] if full else LIGHT["ground"]
                    axes.plot(
                        [x],
                        [level(float(str(row["tonnes"])))],
                        marker,
                        markersize=7,
                        markerfacecolor=face,
                        markeredgecolor=LIGHT[name],
                        markeredgewidth=1.5,
                        zorder=3,
                    )
            words = str(year) if width == WIDE else f"’{year % 100:02}"
            axes.text(x, top + height + 14, words, ha="center", va="center", fontsize=SMALL, color=LIGHT["soft"])
    return figure


def opium_at_a_glance() -> Picture:
    """Opium harvests in Afghanistan, 1994 to 2004: for each year the range of all figures, and the figures themselves.

    Returns
    -------
    A picture, in tonnes. The same as a table: `cst.opium_harvests()`.

    Examples
    --------
    >>> opium_at_a_glance().alt.split(",")[0]
    'Upright ranges by year'
    """
    by_year: dict[int, list[Row]] = {}
    for row in rows("opium_harvests"):
        by_year.setdefault(int(str(row["year"])), []).append(row)
    ranges = {year: _range_of(own) for year, own in by_year.items()}
    lowest = min(ranges, key=lambda year: ranges[year][1])
    widest = max(ranges, key=lambda year: ranges[year][1] - ranges[year][0])
    alt = (
        f"Upright ranges by year, {min(ranges)} to {max(ranges)}, of opium harvested in Afghanistan, 0 to 5000 tonnes. The figures of "
        f"different sources lie furthest apart in {widest}, {ranges[widest][0]:.0f} to {ranges[widest][1]:.0f} tonnes. The lowest year is "
        f"{lowest}, with {ranges[lowest][1]:.0f} tonnes; {max(ranges)} has {ranges[max(ranges)][0]:.0f} to {ranges[max(ranges)][1]:.0f}."
    )
    return Picture(
        _draw_harvests(WIDE),
        narrow=_draw_harvests(NARROW),
        alt=alt,
        caption="Opium harvests in Afghanistan by all figures found: no line joins them, since they come from different hands. A triangle marks an open end.",
        credit="Drawn from data/opium_harvests.csv, CC BY 4.0.",
    )
