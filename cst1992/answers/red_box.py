"""After a box that ended in red: which answers are still the earlier ones, and the usual cause in one sentence."""

from __future__ import annotations

import re
from typing import Any

from cst1992.answers.memo import first_line_gone, looks_like_text
from cst1992.facts.examples import a_day, a_state
from cst1992.facts.speech import say
from cst1992.facts.spelling.number_words import in_figures

GIVES = re.compile(r"^[ \t]*([^\W\d]\w*)\s*=(?!=)")
CURLY = re.compile(r"[“”„«»‘’‚]")
_earlier: dict[str, str] = {}


def names_given(source: str, from_line: int = 1) -> list[str]:
    """The names that a box gives a value, from one of its lines on.

    Examples
    --------
    >>> names_given("fell = [1995]\\nrose = [1997]", from_line=2)
    ['rose']
    """
    lines = source.splitlines()[from_line - 1 :]
    return [found[1] for line in lines if (found := GIVES.match(line))]


def _usual() -> str:
    """What a box that cannot be read most often lacks."""
    return say(
        'Words and dates stand between straight quotation marks: "{state}", "{day}". '
        "A number has no comma and no blank in it: 2100.",
        state=a_state(),
        day=a_day(),
    )


def of_a_number_word(name: str) -> str:
    """The sentence for a number that stands as a bare word; empty where the name is none.

    Examples
    --------
    >>> of_a_number_word("two"), of_a_number_word("Georgia")
    ('A number is written in figures: 2 in place of two.', '')
    """
    figures = in_figures(name) if name else ""
    if not figures.isdigit():
        return ""
    return say("A number is written in figures: {figures} in place of {word}.", figures=figures, word=name)


def cause(error: BaseException, source: str) -> str:
    """Why a box ended in red, in the words of somebody who sees it for the first time; empty where we do not know.

    Examples
    --------
    >>> cause(NameError("name 'Georgia' is not defined", name="Georgia"), "x = Georgia")[:51]
    'If Georgia is an answer, it needs quotation marks: '
    """
    match error:
        case NameError():
            return _of_a_name(error, source)
        case SyntaxError():
            return first_line_gone() if looks_like_text(source) else _how_it_reads(error, source)
        case KeyError(args=(key, *_)):
            return _of_a_key(key)
        case KeyError():
            return _of_a_key("")
        case TypeError() if "Invalid comparison" in str(error):
            return say("A number or a year stands without quotation marks: {example}.", example="year >= 1990")
        case TypeError() if "unsupported operand" in str(error):
            return say(
                "One cannot reckon with a table or a word. len(...) gives the number of rows: {example}.",
                example="len(rows)",
            )
    a_magic_word = type(error).__name__ == "UsageError"
    return first_line_gone() if a_magic_word and looks_like_text(source) else ""


def _of_a_name(error: NameError, source: str) -> str:
    """What a name that nobody knows was meant to be."""
    told = re.match(r"name '(\w+)' is not defined", str(error))
    name = told[1] if told else getattr(error, "name", None) or "it"
    if number_word := of_a_number_word(name):
        return number_word
    in_a_query = say("'{name}'. If it is a list of this page, it needs an @: @{name}", name=name)
    written = in_a_query if "query(" in source else f'"{name}"'
    return say(
        "If {name} is an answer, it needs quotation marks: {written}. If it is a name of this page, run the "
        "boxes above first (menu Run, Run All Above Selected Cell).",
        name=name,
        written=written,
    )


def _of_a_key(key: object) -> str:
    """What a table was asked for that it does not have."""
    match key:
        case tuple():
            return say("Several columns stand in two pairs of brackets: {example}.", example='[["state", "date"]]')
        case int() | float():
            return say("A condition names a column: {example}.", example="year == 1990")
    return say(
        "The table has no column of this name. Copy it to the letter; a card shows {column} as {shown}.",
        column="who_decides",
        shown="who decides",
    )


def _how_it_reads(error: SyntaxError, source: str) -> str:
    """What Python could not read, in one sentence, with the line in which it stands."""
    told = _what_cannot_be_read(error, source)
    return say("Line {number}: {what}", number=error.lineno, what=told) if error.lineno else told


def _what_cannot_be_read(error: SyntaxError, source: str) -> str:
    at = (source.splitlines() or [""])[min(error.lineno or 1, len(source.splitlines()) or 1) - 1]
    if CURLY.search(at):
        return say('these quotation marks are curly. Python knows the straight ones alone: "{word}".', word=a_state())
    if isinstance(error, IndentationError):
        return say("a blank stands before the first word. Take it away, so that the line begins at the left edge.")
    told = str(error.msg)
    if without_point := re.search(r"\b(\w+) +(query|sort_values|value_counts|nunique|isin)\b", at):
        joined = ".".join(without_point.groups())
        return say("a point is missing. It joins a table and what is done with it: {joined}.", joined=joined)
    if re.search(r"\d *: *\d", at):
        return say("a colon does not divide. Write /, as in 1 / 4.")
    if "string literal" in told:
        return say('a quotation mark has no partner. Put one at each end: "{word}".', word=a_state())
    if any(word in told for word in ("never closed", "unmatched", "does not match", "incomplete input")):
        return say("a bracket has no partner. Each ( needs a ), each [ a ].")
    if "leading zeros" in told or "decimal literal" in told:
        return f"{say('this number cannot be read.')} {_usual()}"
    return f"{say('this cannot be read.')} {_usual()}"


def _line_of(error: BaseException, names: object) -> int:
    """The line of the box in which it stopped, 1 where nothing of it has run."""
    place = error.__traceback__
    while place and place.tb_frame.f_globals is not names:
        place = place.tb_next
    while place and place.tb_next and place.tb_next.tb_frame.f_globals is names:
        place = place.tb_next
    return place.tb_lineno if place and not isinstance(error, SyntaxError) else 1


def after_box(result: Any, names: object = None) -> None:
    """What IPython calls after each box: notes which answers it has left as they were, and says the usual cause."""
    source = str(getattr(result.info, "raw_cell", "") or "")
    error = result.error_before_exec or result.error_in_exec
    if error is None:
        for name in names_given(source):
            _earlier.pop(name, None)
        return
    told = cause(error, source)
    start = _line_of(error, names)
    for name in names_given(source):
        _earlier.pop(name, None)
    for name in names_given(source, start):
        _earlier[name] = told or say("What is wrong: {error}", error=error)
    if told and not hasattr(error, "_render_traceback_"):  # else the box has been told in a sentence of its own
        print(f"→ {told}")


def why_earlier(name: str) -> str:
    """What made the last box that was to give this name end in red; empty where it ran through."""
    return _earlier.get(name, "")


def forget_red_boxes() -> None:
    """As at the start of a kernel."""
    _earlier.clear()
