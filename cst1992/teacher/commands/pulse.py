"""`cst1992 pulse`: what a class understood, from the records that learners hand in; nobody is recognised."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cst1992.facts.files import meant
from cst1992.facts.wording import many
from cst1992.facts.writing import write_whole
from cst1992.teacher.commands.command import command

if TYPE_CHECKING:
    from cst1992.teacher.pulse.handed_in import HandedIn, Reader

MORE = (
    "It reads the records that learners hand in by choice: the zip file of your learning platform, a folder, or a shared\n"
    "folder of a JupyterHub. It writes two pages, without names: pulse.html for you alone, to read and print, and\n"
    "pulse_projector.html for the class. Each question with its choices, the first try beside the last, what stands behind\n"
    "wrong choices, and what to take up next time. Nothing is shown of fewer than five people. docs/pulse.md says more."
)
EXAMPLES = ("pulse downloads.zip", "pulse downloads.zip --notebook 03", "pulse records --watch")
REFRESH = 10


def add(areas: Any) -> None:
    """Take `pulse` up among the commands."""
    pulse = command(areas, "pulse", "show what a class understood, from records that learners hand in", MORE, *EXAMPLES)
    pulse.add_argument("place", metavar="FOLDER|ZIP", help="where the records are")
    pulse.add_argument(
        "--notebook", default="", metavar="NUMBER", help="the questions of one notebook only, such as 03"
    )
    pulse.add_argument(
        "--with-words",
        action="store_true",
        help="also the learners' own words, first beside revised, on your page alone; words may tell who wrote them",
    )
    pulse.add_argument("--to", metavar="FOLDER", default=".", help="where to write the pages; without it beside you")
    pulse.add_argument(
        "--watch",
        action="store_true",
        help="draw again whenever five learners have added something, for four hours at most; Ctrl+C ends it",
    )
    pulse.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from cst1992.quizzes.bank import load_bank
    from cst1992.teacher.pulse.handed_in import Reader

    if options.notebook:
        load_bank(options.notebook)
    reader = Reader(meant(options.place))
    if options.watch:
        return _watch(reader, options)
    handed_in = reader.read()
    _tell(handed_in.told)
    print(_drawn(handed_in, options))
    return 0


def _tell(told: Iterable[str]) -> None:
    for sentence in told:
        print(f"! {sentence}")


def _drawn(handed_in: HandedIn, options: argparse.Namespace, refresh: int = 0) -> str:
    """Write both pages; what is told of them."""
    from cst1992.teacher.pulse.handed_in import PAGES
    from cst1992.teacher.pulse.page import teachers_page
    from cst1992.teacher.pulse.projector import projectors_page
    from cst1992.teacher.pulse.pulse import pulse_of

    learners = [record.entries for record in handed_in.records]
    pulse = pulse_of(learners, options.notebook, options.with_words)
    folder = meant(options.to)
    folder.mkdir(parents=True, exist_ok=True)
    pages = (teachers_page(pulse, f"{datetime.now():%Y-%m-%d %H:%M}"), projectors_page(pulse, refresh))
    alone, projector = (folder / name for name in PAGES)
    for path, text in zip((alone, projector), pages, strict=True):
        write_whole(path, text.encode())
    counted = f"{many(len(learners), 'learner', 'learners')} from {many(handed_in.files, 'file', 'files')}"
    questions = many(sum(len(chapter.questions) for chapter in pulse.chapters), "question", "questions")
    return (
        f"✓ {alone}: {counted}, {questions}; for you alone, to read and print\n"
        f"  {projector}: the same for the projector, question by question"
    )


def _watch(reader: Reader, options: argparse.Namespace) -> int:
    """Draw whenever five learners have added something; at the end once more, as pages that stand still."""
    from cst1992.teacher.pulse.watching import HOURS, watched

    last, told = None, set[str]()
    print(f"Looking at {reader.place} for {HOURS} hours at most. Ctrl+C ends it.", flush=True)
    try:
        for last in watched(reader, lambda sentence: print(f"! {sentence}", flush=True)):
            _tell(sentence for sentence in last.told if sentence not in told)
            told |= set(last.told)
            print(_drawn(last, options, REFRESH), flush=True)
    except KeyboardInterrupt:
        print()
    if last is not None:
        _drawn(last, options)
    print("Ended. The pages stand still now." if last is not None else "Ended. Nothing was drawn.")
    return 0
