"""The beginning of a feedback page: how many points, what went well, what to look at next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from cst1992.facts.speech import say, say_count
from cst1992.facts.wording import in_a_list
from cst1992.teacher.marking.record import UNFINISHED, Record, TaskMark
from cst1992.teacher.marking.telling.asked import Asked, Place
from cst1992.teacher.marking.telling.sentences import NOTE, OPEN, RIGHT, Sentence, sentences

AT_LENGTH, MOST_PLACES = (
    3,
    3,
)  # so many tasks are told with what helps, the others are named; so many places to read again


def overview(record: Record, asked: Mapping[str, Asked]) -> str:
    """The section *In short* of a page."""
    return "\n".join(
        [
            f'<section aria-labelledby="in-short"><h2 id="in-short">{escape(say("In short"))}</h2>',
            *_points(record),
            f"<h3>{escape(say('What went well'))}</h3>",
            _went_well(record, asked),
            f"<h3>{escape(say('What to look at next'))}</h3>",
            _next(record, asked),
            "</section>",
        ]
    )


def points_in_words(points: float, of: float) -> str:
    """So many points of so many.

    Examples
    --------
    >>> points_in_words(0.5, 1), points_in_words(5.5, 6)
    ('0.5 of 1 point', '5.5 of 6 points')
    """
    return say_count(
        "{points} of {of} point", "{points} of {of} points", _plural(of), points=f"{points:g}", of=f"{of:g}"
    )


def is_right(task: TaskMark) -> bool:
    """Has it all of its points?"""
    return task.points == task.of


def waits(task: TaskMark) -> bool:
    """Is it a text that a person has still to mark?"""
    return task.points is None and bool(task.text)


def heard(task: TaskMark) -> list[Sentence]:
    """What is said of the answers of a task."""
    return sentences(task.said, [name for name, _ in task.answers])


def is_open(task: TaskMark) -> bool:
    """Was nothing answered?"""
    told = heard(task)
    return not task.text if task.text is not None else bool(told) and all(one.kind == OPEN for one in told)


def read_again(places: Iterable[Place]) -> str:
    """Where the means of a task were shown, as one sentence."""
    named = [
        say("notebook {number}, section “{section}”", number=place.notebook, section=place.section)
        if place.notebook
        else say("your sheet, “{section}”", section=place.section)
        for place in places
    ]
    return say("Read again: {places}.", places="; ".join(named)) if named else say("Read the task in your sheet again.")


def _plural(number: float) -> int:
    """The number by which a form is chosen: a part of one counts as several."""
    return int(number) if float(number).is_integer() else 2


def _points(record: Record) -> list[str]:
    done = [task for task in record.tasks if task.points is not None]
    wait = sum(task.of for task in record.tasks if waits(task))
    rest = sum(task.of for task in record.tasks if task.points is None) - wait
    told = points_in_words(record.points or 0, sum(task.of for task in done)) if done else say("No points yet")
    lines = [
        f'<p class="points"><strong>{escape(told)}</strong> {escape(say("so far")) if done and wait + rest else ""}</p>'
    ]
    more = [say("Not all is marked yet.")] if wait + rest else []
    if wait:
        more.append(
            say_count(
                "{points} more point waits for your teacher.", "{points} more points wait for your teacher.",
                _plural(wait), points=f"{wait:g}",
            )
        )  # fmt: skip
    if rest:
        more.append(
            say_count(
                "{points} more point is open; the tasks below say why.",
                "{points} more points are open; the tasks below say why.",
                _plural(rest), points=f"{rest:g}",
            )
        )  # fmt: skip
    return [*lines, f"<p>{escape(' '.join(more))}</p>"] if more else lines


def _went_well(record: Record, asked: Mapping[str, Asked]) -> str:
    """The tasks in which everything is right; then what is right in others."""
    links = _links(record, asked)
    whole = [links[task.task] for task in record.tasks if task.points and is_right(task) and not task.levels]
    parts = [f"{links[task.task]} ({escape(told)})" for task in record.tasks if (told := _part(task))]
    lists = ((say("Everything is right in:"), whole), (say("A part is right in:"), parts))
    shown = [
        f"<p>{escape(head)}</p><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
        for head, lines in lists
        if lines
    ]
    return "\n".join(shown) or f"<p>{escape(say('No answer has earned points yet.'))}</p>"


def _links(record: Record, asked: Mapping[str, Asked]) -> dict[str, str]:
    """By task its heading, which leads to its part of the page."""
    return {
        task.task: f'<a href="#{place_of(number)}">{escape(asked[task.task].heading)}</a>'
        for number, task in enumerate(record.tasks, 1)
    }


def place_of(number: int) -> str:
    """The name of a task's part of the page, by its number there."""
    return f"task-{number}"


def _part(task: TaskMark) -> str:
    """How much is right in a task of which a part is; of a text, where it has the highest level."""
    if task.levels:
        best = [level.criterion for level in task.levels if level.points == level.of]
        return say("the highest level in: {criteria}", criteria=in_a_list(best)) if best else ""
    if task.points is None or not 0 < task.points < task.of:
        return ""
    told = [one for one in heard(task) if one.kind != NOTE]
    right = sum(one.kind == RIGHT for one in told)
    return say("{right} of {all}", right=right, all=len(told)) if right else points_in_words(task.points, task.of)


def _next(record: Record, asked: Mapping[str, Asked]) -> str:
    """The tasks in which most was lost, with what helps, then those without an answer; the last ones by their names."""
    lost = [(task, task.of - task.points) for task in record.tasks if task.points is not None and not is_right(task)]
    first = say("First make your sheet run to its end, as it says above.") if record.state == UNFINISHED else ""
    lost.sort(key=lambda one: (True, 0.0) if is_open(one[0]) else (False, -one[1]))
    if not lost:
        return f"<p>{escape(first or say('In what was marked nothing is left to mend.'))}</p>"
    links = _links(record, asked)
    lines = [f"<li>{links[task.task]} {_helped(task, asked[task.task])}</li>" for task, _ in lost[:AT_LENGTH]]
    rest = "".join(f"<li>{links[task.task]}</li>" for task, _ in lost[AT_LENGTH:])
    after = f"<p>{escape(say('After that:'))}</p><ul>{rest}</ul>" if rest else ""
    return f"{f'<p>{escape(first)}</p>' if first else ''}<ol>{''.join(lines)}</ol>{after}"


def _helped(task: TaskMark, asked: Asked) -> str:
    name, what = asked.skill
    lines = [say("It was not answered.")] if is_open(task) else []
    if task.levels:
        lowest = min(task.levels, key=lambda level: level.points / level.of)
        lines.append(say("Begin with: {criterion}.", criterion=lowest.criterion))
    lines.append(read_again(asked.places[:MOST_PLACES]))
    if name:
        lines.append(say("The skill that it trains: {skill}. {what}", skill=name, what=what))
    points = points_in_words(task.points or 0, task.of)
    return f"({escape(points)})<br>{escape(' '.join(lines))}"
