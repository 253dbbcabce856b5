"""One task on a feedback page: what was asked, what was answered, what is said of it, and the points."""

from __future__ import annotations

import re
from html import escape

from cst1992.facts.speech import say, say_as, say_count, to_be_said
from cst1992.teacher.marking.record import UNFINISHED, Chosen, Record, TaskMark, was_stopped
from cst1992.teacher.marking.telling.asked import Asked
from cst1992.teacher.marking.telling.overview import heard, is_right, place_of, points_in_words, waits
from cst1992.teacher.marking.telling.prose import prose
from cst1992.teacher.marking.telling.sentences import NOTE, OPEN, PARTLY, RIGHT, WRONG, Sentence

KINDS = {
    RIGHT: ("✓", to_be_said("Right.")),
    PARTLY: ("◐", to_be_said("Partly right.")),
    WRONG: ("✗", to_be_said("Not right.")),
    OPEN: ("○", to_be_said("Not answered.")),
    NOTE: ("", ""),
}
LONGEST_TEXT = 30_000  # letters of a text that a page shows
IN_ITS_BOX = "in its box"
WHERE = re.compile(r" \(\S*, line \d+\)$")  # a file that nobody but the machine knows


def task_section(number: int, record: Record, task: TaskMark, asked: Asked, with_answers: bool) -> str:
    """The part of a page on one task.

    Parameters
    ----------
    number : its place on the page.
    """
    key = place_of(number)
    parts = [
        f'<section class="task" aria-labelledby="{key}"><h3 id="{key}">{escape(asked.heading)}</h3>',
        f'<p class="mark">{escape(_mark(record, task))}</p>',
        _asked(task, asked),
        *(_text(task, asked) if task.text is not None else _answers(record, task, asked)),
    ]
    if with_answers and asked.right:
        parts.append(_right(task, asked))
    return "\n".join([*filter(None, parts), "</section>"])


def _asked(task: TaskMark, asked: Asked) -> str:
    """What was asked: open where points were lost and the answer has to be held against it."""
    unfolded = task.text is None and _is_lost(task)
    return _fold(say("What was asked"), prose(asked.prompt), unfolded) if asked.prompt else ""


def _is_lost(task: TaskMark) -> bool:
    return task.points is not None and not is_right(task)


def _fold(summary: str, content: str, unfolded: bool = False) -> str:
    return f"<details{' open' * unfolded}><summary>{escape(summary)}</summary>\n{content}</details>"


def _mark(record: Record, task: TaskMark) -> str:
    if task.points is not None:
        return points_in_words(task.points, task.of)
    if waits(task):
        return say("Waits for your teacher.")
    if record.state == UNFINISHED:
        return say("Not reached: your sheet ended before it.")
    return say("This could not be marked by machine. Your teacher looks at it.")


def _answers(record: Record, task: TaskMark, asked: Asked) -> list[str]:
    """The answers with what is said of each, then what is said of all of them."""
    told = {one.name: one for one in heard(task)}
    lines = [_line(name, shown, told.pop(name, None)) for name, shown in task.answers]
    lines += [_line(one.name, None, one) for one in told.values() if task.points is not None]
    red = [str(box.get("error", "")) for box in record.boxes if box.get("box") in asked.boxes and box.get("error")]
    if red:
        lines.insert(0, f"<li>{_ended(red[-1])}</li>")
    if not lines:
        return []
    return [f"<h4>{escape(say('What you answered'))}</h4>", f'<ul class="answers">{"".join(lines)}</ul>']


def _ended(error: str) -> str:
    """Why a box gave nothing: it was stopped, or it ended in red with these words of Python's."""
    if was_stopped(error):
        return escape(say("A box of this task ran too long and was stopped. Look in it for a loop without an end."))
    ended = say("A box of this task ended in red: what it was to give was not taken over.")
    return f"{escape(ended)} <code>{escape(WHERE.sub('', error))}</code>"


def _line(name: str, shown: str | None, told: Sentence | None) -> str:
    """One answer: its name, its value, and the verdict."""
    kind_of_value = "table" if shown and "\n" in shown else "value"
    value = "" if shown is None else f'<code class="{kind_of_value}" dir="auto">{escape(shown)}</code>'
    of = name if shown is not None or name.isidentifier() else ""
    named = f"<code>{escape(of)}</code>" if of else f"<span>{escape(name)}</span>" if name else ""
    kind = told.kind if told else NOTE
    return f'<li class="{kind}"><p>{named} {value}</p>{_verdict(told)}</li>'


def _verdict(told: Sentence | None) -> str:
    if told is None:
        return ""
    sign, kind = KINDS[told.kind]
    words = "" if told.kind == RIGHT and told.words == say("Right.") else told.words
    head = f'<strong><span aria-hidden="true">{sign}</span> {escape(say(kind))}</strong> ' if kind else ""
    return f"<p>{head}{escape(words)}</p>"


def _text(task: TaskMark, asked: Asked) -> list[str]:
    """A text as it was written, with the level of each criterion and what the teacher says."""
    text = task.text or ""
    if not text:
        return [f"<p>{escape(say('No text was found in your sheet.'))}</p>"]
    shown = text[:LONGEST_TEXT] + ("…" if len(text) > LONGEST_TEXT else "")
    paragraphs = "".join(f'<p dir="auto">{escape(part)}</p>' for part in shown.split("\n") if part.strip())
    parts = [
        f"<h4>{escape(say('What you wrote'))}</h4>",
        f"<p>{escape(' '.join(_about_the_text(task, asked, len(text.split()))))}</p>",
        f"<blockquote>{paragraphs}</blockquote>",
    ]
    if task.levels:
        levels = "".join(_level(chosen, *asked.criteria.get(chosen.criterion, ("", ""))) for chosen in task.levels)
        parts += [f"<h4>{escape(say('How the points come about'))}</h4>", f'<dl class="levels">{levels}</dl>']
    if task.comments:
        comments = "".join(f'<li dir="auto">{escape(comment)}</li>' for comment in task.comments)
        parts += [f"<h4>{escape(say('What your teacher says'))}</h4>", f"<ul>{comments}</ul>"]
    return parts


def _about_the_text(task: TaskMark, asked: Asked, count: int) -> list[str]:
    told = [say_count("{count} word.", "{count} words.", count)]
    if asked.read_to and count > asked.read_to:
        told.append(say("What comes after word {number} is not read.", number=asked.read_to))
    if task.found and task.found != IN_ITS_BOX:
        told.append(say("It did not stand in its own box alone. It was found and counts."))
    return told


def _level(chosen: Chosen, wanted: str, best: str) -> str:
    """The level in one criterion, after what it wants; below the highest one, what that asks."""
    points = points_in_words(chosen.points, chosen.of)
    more = say("The highest level asks: {words}", words=best) if best and chosen.points < chosen.of else ""
    lines = [*([escape(wanted)] if wanted else []), f"<strong>{escape(points)}</strong>: {escape(chosen.words)}"]
    lines += [escape(more)] if more else []
    return f"<div><dt>{escape(chosen.criterion)}</dt>{''.join(f'<dd>{line}</dd>' for line in lines)}</div>"


def _right(task: TaskMark, asked: Asked) -> str:
    if task.text is not None:
        return _fold(say_as("a text", "A model answer"), prose(asked.right))
    return _fold(say("A right answer"), f"<pre><code>{escape(asked.right)}</code></pre>")
