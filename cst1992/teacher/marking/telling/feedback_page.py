"""One page for one student: what was asked, what they answered, what is said of it, and what to look at next.

The page is one file that asks for nothing: no script, no picture, no address. Whatever a student has written is text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from html import escape

from cst1992.facts.catalogues import language_or_english
from cst1992.facts.module import module
from cst1992.facts.speech import say
from cst1992.facts.wording import day_in_words
from cst1992.teacher.marking.record import UNREAD, Record, TaskMark
from cst1992.teacher.marking.telling.asked import Asked
from cst1992.teacher.marking.telling.feedback_task import task_section
from cst1992.teacher.marking.telling.not_marked import unfinished, unread
from cst1992.teacher.marking.telling.one_file import one_file
from cst1992.teacher.marking.telling.overview import overview

STYLE = "teacher/marking/telling/feedback.css"
HEAD = """<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
"""


def feedback_page(record: Record, title: str, asked: Mapping[str, Asked], with_answers: bool = False) -> str:
    """The page of a student who has handed something in.

    Parameters
    ----------
    record : with what people have marked of its texts.
    title : of the sheet.
    asked : its tasks, as `asked_of` gives them.
    with_answers : does the page show what would have been right?

    Examples
    --------
    >>> page = feedback_page(record, title_of(master), asked_of(master))  # doctest: +SKIP
    """
    if record.state == UNREAD:
        parts = [unread(record)]
    else:
        told = {task.task: asked.get(task.task) or _gone(task) for task in record.tasks}
        sections = [
            task_section(number, record, task, told[task.task], with_answers)
            for number, task in enumerate(record.tasks, 1)
        ]
        heading = f'<h2 id="tasks">{escape(say("Task by task"))}</h2>'
        parts = [unfinished(record, told), overview(record, told), heading, *sections]
    return _whole(record.student, title, "\n".join([_head(record, title), *filter(None, parts)]))


def _gone(task: TaskMark) -> Asked:
    """A task that the sheet does not have any more: the record is of an earlier release."""
    return Asked(task.title or task.task, "", (), (), ("", ""), "")


def _head(record: Record, title: str) -> str:
    """Whose page it is, on which file."""
    when = _day(record.handed_in)
    of = say("{file}, of {day}", file=record.file, day=when) if when and record.file else record.file
    about = [(say("For"), record.student), *([(say("Your file"), of)] if of else [])]
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in about)
    return f'<p class="kind">{escape(say("Feedback"))}</p>\n<h1>{escape(title)}</h1>\n<dl class="about">{rows}</dl>'


def _day(when: str) -> str:
    try:
        return day_in_words(datetime.fromisoformat(when).date())
    except ValueError:
        return ""


def _whole(student: str, title: str, content: str) -> str:
    skip, course = escape(say("To the text")), escape(module().title)
    end = say("Made from the sheet that you handed in. If something here seems wrong to you, ask your teacher.")
    body = f"""<header><a class="skip" href="#content">{skip}</a><p>{course}</p></header>
<main id="content" tabindex="-1">
{content}
</main>
<footer><p>{escape(end)}</p></footer>"""
    named = f"{say('Feedback')}: {title} · {student}"
    return one_file(named, body, STYLE, language=language_or_english(), head=HEAD)
