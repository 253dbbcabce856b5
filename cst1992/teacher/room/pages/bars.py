"""Votes to look at: two bars beside each other for each line, a strip of numbers; always with the same in words."""

from __future__ import annotations

from collections import Counter
from html import escape

from cst1992.facts.speech import say, say_count
from cst1992.teacher.room.results import Line, Result

BAR = '<svg class="bar {look}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="ground" width="100" height="10"/><rect class="part" width="{share:.1f}" height="10"/></svg>'
LOOKS = ("first-vote", "second-vote")


def results_html(result: Result, *, replies: bool, bars: bool = True) -> str:
    """The lines of a result.

    Parameters
    ----------
    replies : with what is said to each line.
    bars : with bars; else with the same as shares, where the replies need the room.
    """
    if not result.lines:
        return ""
    rows = "".join(_row(line, result, replies, bars) for line in result.lines)
    more = say_count("{count} other answer came.", "{count} other answers came.", result.more) if result.more else ""
    after = f"<p>{escape(more)}</p>" if more else ""
    what = f'<p class="legend">{escape(result.counts_what)}</p>' if result.counts_what else ""
    return f'{_legend(result) if bars else ""}{what}<ul class="results{"" if bars else " shares"}">{rows}</ul>{after}'


def votes_held(result: Result) -> list[int]:
    """The places of the votes that were held or are open; the only one where there is only one."""
    held = [place for place, voters in enumerate(result.voters) if voters or place == result.open_vote]
    return held or [0]


def _legend(result: Result) -> str:
    held = votes_held(result)
    if len(held) == 1:
        told = _voted(result.voters[held[0]], result.of_delegations)
        return f'<p class="legend">{escape(told)}</p>'
    names = (say("First vote"), say("Second vote"))
    parts = "".join(
        f'<span><span class="key {LOOKS[place]}"></span>{escape(names[place])}: {escape(_voted(result.voters[place]))}</span> '
        for place in held
    )
    return f'<p class="legend">{parts}</p>'


def _voted(count: int, of_delegations: bool = False) -> str:
    if of_delegations:
        return say_count("{count} delegation has voted", "{count} delegations have voted", count)
    return say_count("{count} has voted", "{count} have voted", count)


def _row(line: Line, result: Result, replies: bool, bars: bool) -> str:
    sign, look = sign_of(line)
    letter = f'<span class="letter">{escape(line.letter)}</span>' if line.letter else ""
    reply = f'<p class="reply">{escape(line.reply)}</p>' if replies and line.reply else ""
    votes = _bars(line, result) if bars else escape(_shares(line, result))
    return f'<li class="{look}">{letter}<span class="text">{escape(line.text)}{sign}</span><span class="votes">{votes}</span>{reply}</li>'


def _shares(line: Line, result: Result) -> str:
    """The shares of the votes that were held, the second behind an arrow."""
    held = votes_held(result)
    return " → ".join(f"{_share(line.counts[place], result.voters[place]):.0f} %" for place in held)


def _bars(line: Line, result: Result) -> str:
    held = votes_held(result)
    return "".join(
        f'<span class="vote"><span class="aloud">{escape(_name(place, held))} </span>'
        f"{BAR.format(look=LOOKS[place if len(held) > 1 else -1], share=_share(line.counts[place], result.voters[place]))}"
        f"<span>{line.counts[place]} ({_share(line.counts[place], result.voters[place]):.0f} %)</span></span>"
        for place in held
    )


def _name(place: int, held: list[int]) -> str:
    if len(held) == 1:
        return ""
    return (say("First vote:"), say("Second vote:"))[place]


def sign_of(line: Line) -> tuple[str, str]:
    """What says that a line is right or not, and its look; both empty where nothing is right."""
    if line.right is None:
        return "", ""
    if line.right:
        return f' <strong class="sign">✓ {escape(say("right"))}</strong>', "right"
    return f' <span class="aloud">({escape(say("not right"))})</span>', "wrong"


def _share(count: int, voters: int) -> float:
    return 100 * count / voters if voters else 0.0


WIDE, HIGHEST, BELOW, DOT, EDGE = 600, 90, 40, 7, 30


def strip_html(result: Result, unit: str, answer: float | None = None) -> str:
    """The numbers of each vote as dots on a line, one below the other, with the number that was right or came true."""
    held = [place for place, numbers in enumerate(result.numbers) if numbers]
    every = [number for numbers in result.numbers for number in numbers]
    ends = _ends(every, answer) if every else (0.0, 0.0)
    return "".join(
        _strip(
            result.numbers[place],
            ends,
            unit,
            answer,
            _name(place, held),
            LOOKS[place if len(held) > 1 else -1],
        )
        for place in held
    )


FEWEST, FAR = 5, 5.0


def _ends(every: list[float], answer: float | None) -> tuple[float, float]:
    """The ends of the line. A number so far off that it would press all others into one dot does not move them."""
    numbers, middle = sorted(every), len(every) // 4
    if len(numbers) >= FEWEST:
        low, high = numbers[middle], numbers[-1 - middle]
        reach = FAR * max(high - low, abs(low - answer) if answer is not None else 0.0, abs(low) / FAR, 1 / FAR)
        numbers = [number for number in numbers if low - reach <= number <= high + reach]
    shown = numbers + _maybe(answer)
    return min(shown), max(shown)


def _strip(
    values: tuple[float, ...], ends: tuple[float, float], unit: str, answer: float | None, name: str, look: str
) -> str:
    counts = Counter(value for value in values if ends[0] <= value <= ends[1])
    far = len(values) - counts.total()
    step = min(2.2 * DOT, HIGHEST / max(counts.values(), default=1))
    ground = step * max(counts.values(), default=1) + DOT
    dots = "".join(
        f'<circle cx="{_across(value, *ends):.1f}" cy="{ground - DOT - 2 - step * row:.1f}" r="{DOT}"/>'
        for value, count in sorted(counts.items())
        for row in range(count)
    )
    written = "".join(
        f'<text x="{_across(end, *ends):.1f}" y="{ground + 34:.1f}" text-anchor="middle">{_written(end)}</text>'
        for end in sorted(set(ends))
    )
    mark = (
        "" if answer is None else f'<path class="answer" d="M{_across(answer, *ends):.1f} {ground + 2:.1f}l-8 12h16z"/>'
    )
    left_out = (
        say_count("{count} number lies too far off to be drawn.", "{count} numbers lie too far off to be drawn.", far)
        if far
        else ""
    )
    told = escape(" ".join(filter(None, (name, strip_in_words(values, unit, answer), left_out))), quote=True)
    line = f'<line x1="{EDGE}" x2="{WIDE - EDGE}" y1="{ground:.1f}" y2="{ground:.1f}"/>'
    box = f"0 -4 {WIDE} {ground + BELOW + 4:.0f}"
    drawn = (
        f'<svg class="strip {look}" viewBox="{box}" role="img" aria-label="{told}">{line}{dots}{mark}{written}</svg>'
    )
    return f'<figure>{drawn}<figcaption aria-hidden="true">{told}</figcaption></figure>'


def strip_in_words(values: tuple[float, ...], unit: str, answer: float | None) -> str:
    """The same in words.

    Examples
    --------
    >>> strip_in_words((2.0, 3.0, 10.0), "states", 6)
    '3 numbers (states), from 2 to 10; half of them are at most 3. The answer: 6.'
    """
    counted = say_count("{count} number", "{count} numbers", len(values))
    if len(values) == 1:
        told = f"{f'{counted} ({unit})' if unit else counted}: {_written(values[0])}."
        return told if answer is None else f"{told} {say('The answer: {answer}.', answer=_written(answer))}"
    told = say(
        "{numbers}, from {low} to {high}; half of them are at most {middle}.",
        numbers=f"{counted} ({unit})" if unit else counted,
        low=_written(min(values)),
        high=_written(max(values)),
        middle=_written(sorted(values)[(len(values) - 1) // 2]),
    )
    return told if answer is None else f"{told} {say('The answer: {answer}.', answer=_written(answer))}"


def _across(value: float, low: float, high: float) -> float:
    return WIDE / 2 if high == low else EDGE + (WIDE - 2 * EDGE) * (value - low) / (high - low)


def _maybe(value: float | None) -> list[float]:
    return [] if value is None else [value]


def _written(value: float) -> str:
    return f"{value:.10g}"
