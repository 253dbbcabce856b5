"""What a student hears whose file could not be read, or whose sheet did not run to its end: why, and what to do now."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from cst1992.facts.speech import say
from cst1992.teacher.marking.record import AT_ONE_TIME, OURS, STOPPED, UNFINISHED, Record
from cst1992.teacher.marking.telling.asked import Asked


def unread(record: Record) -> str:
    """Why a file could not be marked, and how to hand in one that can."""
    if record.trouble == OURS:
        told = [say("Your file could not be marked. The fault is not yours: your teacher marks it once more.")]
        steps = [say("You need not do anything now.")]
    elif record.trouble == AT_ONE_TIME:
        told = [say("You handed in two files at one time, and they differ. Nobody can say which one counts.")]
        steps = [say("Write to your teacher which of your files counts.")]
    else:
        told = [say("Your file could not be marked.")]
        told += [say("The reason: {why}.", why=record.reason)] if record.reason else []
        steps = [
            say("Open the sheet of the exercise, the file whose name ends in {ending}.", ending=".ipynb"),
            say("Look whether your answers stand in it, and save it (Ctrl+S)."),
            say("Hand in this file, under the name that it has. Do not copy it into another program."),
            say("Where you cannot hand in any more, write to your teacher."),
        ]
    told.append(say("No points were given, and none were taken: your mark is open."))
    listed = "".join(f"<li>{escape(step)}</li>" for step in steps)
    return (
        f'<section aria-labelledby="why"><h2 id="why">{escape(say("Not marked yet"))}</h2>\n<p>{escape(" ".join(told))}</p>\n'
        f"<h3>{escape(say('What to do now'))}</h3>\n<ol>{listed}</ol></section>"
    )


def unfinished(record: Record, asked: Mapping[str, Asked]) -> str:
    """Why a sheet ended early, and how to find the line that ends it; empty where it ran to its end."""
    if record.state != UNFINISHED:
        return ""
    why = (
        say("It was stopped: {why}.", why=record.reason)
        if record.trouble == STOPPED
        else say("It ended itself, by a command such as {command} or by a crash.", command="exit()")
    )
    told = [say("Your sheet did not run to its end."), why]
    told.append(say("What ran before counts; for what comes after it no points were given, and none were taken."))
    before = next((task for task in record.tasks if task.points is None and task.text is None), None)
    if before:
        told.append(say("It ended in or before “{task}”.", task=asked[before.task].heading))
    steps = [
        say("Look there for a loop without an end, or for a line that ends Python, and take it out."),
        say("Restart the kernel, run all boxes from the top, and save the sheet."),
        say("Ask your teacher whether you may hand it in again."),
    ]
    listed = "".join(f"<li>{escape(step)}</li>" for step in steps)
    return (
        f'<section aria-labelledby="why"><h2 id="why">{escape(say("Your sheet stopped"))}</h2>\n<p>{escape(" ".join(told))}</p>\n'
        f"<h3>{escape(say('What to do now'))}</h3>\n<ol>{listed}</ol></section>"
    )
