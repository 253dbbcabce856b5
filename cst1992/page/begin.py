"""The first box of a page: its parts, where the learner stopped, what to run, and how far the facts reach."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape

from cst1992.cards.card import Card, card_html
from cst1992.facts import catalogues
from cst1992.facts.module import module
from cst1992.facts.package import resource, table_names
from cst1992.facts.page_number import page_number
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.twins import word_columns
from cst1992.facts.wording import day_in_words, in_words
from cst1992.page import record
from cst1992.page.links import way_to_box, way_to_heading, with_ways
from cst1992.page.outline import Box, Page, page_numbered, walk_folder
from cst1992.page.steps import Step, latest, open_core, steps_of
from cst1992.quizzes.bank import bank_names

AGAIN = to_be_said(
    "A box shows nothing, or “Error displaying widget”, until you run it again. "
    "Any box runs alone after this one, and your answers come back."
)
NEXT_TIME = to_be_said("Come back to this box first: it tells where you stopped.")


def begin(notebook: str, language: str | None = None) -> Card:
    """Begin a page, or come back to it: its parts, where you stopped, and what comes next.

    Parameters
    ----------
    notebook : the number of the page, such as "02".
    language : the code of another language in which the module speaks from here on, such as "ru"; without it the
        module's own, or that of the folder in which the page lies.

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text.

    Raises
    ------
    ValueError
        There is no such page or language; the message lists those that exist.

    Examples
    --------
    >>> begin("02").text.splitlines()[0]
    'This page has three parts. After each is a good place to stop.'
    """
    if language is not None:
        catalogues.choose_language(language)
    _tell_of_names()
    page = page_numbered(notebook)
    steps = steps_of(page, record.entries())
    stopped = latest(steps)
    parts = _parts(page)
    sentences = _welcome(parts) if stopped is None else _back(page, steps, stopped)
    sentences += _left_in_english(page)
    finished = [f" ({say('done')})" if part_done else "" for part_done in _parts_done(page, parts, steps)]
    listed = "".join(
        f"<li>{way_to_heading(page, heading, cell)}{told}</li>"
        for (heading, cell), told in zip(parts, finished, strict=True)
    )
    content = "".join(f"<p>{html}</p>" for html, _ in sentences) + (f"<ol>{listed}</ol>" if parts else "")
    known = module().knowledge
    content += f"<p>{escape(known)}</p>" if known else ""
    text = [plain for _, plain in sentences] + [
        f"- {heading}{told}" for (heading, _), told in zip(parts, finished, strict=True)
    ]
    text += [known] if known else []
    return Card(
        with_ways(card_html(say("Page {number}: begin, or go on", number=page.number), content)), "\n".join(text)
    )


def _left_in_english(page: Page) -> list[tuple[str, str]]:
    """A sentence where this page, its quiz or a table is not there in the language that is spoken."""
    if catalogues.language() == catalogues.ENGLISH:
        return []
    needed = [f"quizzes/{name}.yaml" for name in bank_names() if page_number(name) == page.number]
    needed += [f"{table}.csv" for table in table_names() if word_columns(resource(table)["schema"])]
    if page.file.parent == catalogues.in_language(walk_folder()) and all(map(catalogues.twin_of, needed)):
        return []
    told = say("Not all of this page has been translated yet. What has not stands in English.")
    return [(escape(told), told)]


def _tell_of_names() -> None:
    """Let a box that is run too early say which one to run first, where the installation did not see to it."""
    from IPython.core.getipython import get_ipython

    from cst1992.page.too_early import load_ipython_extension

    shell = get_ipython()
    if shell is not None:
        load_ipython_extension(shell)


def _parts(page: Page) -> list[tuple[str, str]]:
    """The parts of a page: heading and cell of each, the first one included; none where it has no place to stop."""
    first = next(((box.heading, box.under) for box in page.boxes if box.heading != page.title), None)
    return [first, *page.parts] if first and page.parts else []


def _parts_done(page: Page, parts: list[tuple[str, str]], steps: list[Step]) -> list[bool]:
    """Is all of the core of each part done?"""
    cells = [box.under for box in page.boxes]
    starts = [cells.index(cell) if cell in cells else len(cells) for _, cell in parts]
    ends = [*starts[1:], len(cells)]
    left = {page.boxes.index(step.box) for step in open_core(steps)}
    return [not left & set(range(start, end)) for start, end in zip(starts, ends, strict=False)]


def _welcome(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    counted = say_count(
        "This page has {number} part. After each is a good place to stop.",
        "This page has {number} parts. After each is a good place to stop.",
        len(parts),
        number=in_words(len(parts)),
    )
    told = [counted] if parts else []
    return [(escape(sentence), sentence) for sentence in (*told, say(NEXT_TIME))]


def _back(page: Page, steps: list[Step], stopped: Step) -> list[tuple[str, str]]:
    """Where the learner stopped, and what comes next, as HTML and as plain text."""
    core = [step for step in steps if step.core]
    left = open_core(steps)
    how_far = say("Of the core {done} of {whole} is done.", done=len(core) - len(left), whole=len(core))
    follows = left[0].box if left else None

    def told(named: Callable[[Box], str]) -> str:
        day = day_of(str(stopped.entry["when"]))
        at = say("You stopped at {place} on {day}.", place=named(stopped.box), day=day)
        there = follows is stopped.box
        on = say("Go on there.") if there else say("Next: {place}.", place=named(follows)) if follows else ""
        return f"{at} {how_far} {on}".rstrip()

    again = say(AGAIN)
    return [(told(lambda box: way_to_box(page, box)), told(lambda box: f"“{box.heading}”")), (escape(again), again)]


def day_of(moment: str) -> str:
    """The day of a moment of the record, as the learner's clock has it.

    Examples
    --------
    >>> day_of("2026-03-02T12:00+00:00")
    '2 March 2026'
    """
    return day_in_words(datetime.fromisoformat(moment).astimezone())
