"""The first box of a page: its parts, where the learner stopped, and what to run."""

from __future__ import annotations

from datetime import datetime
from html import escape

from cst1992.cards.card import Card, card_html
from cst1992.facts.wording import day_in_words, in_words
from cst1992.page import record
from cst1992.page.links import way_to_box, way_to_heading, with_ways
from cst1992.page.outline import Page, page_numbered
from cst1992.page.steps import Step, latest, open_core, steps_of

AGAIN = (
    "A box shows nothing, or “Error displaying widget”, until you run it again. "
    "Any box runs alone after this one, and your answers come back."
)
NEXT_TIME = "Come back to this box first: it tells where you stopped."


def begin(notebook: str) -> Card:
    """Begin a page, or come back to it: its parts, where you stopped, and what comes next.

    Parameters
    ----------
    notebook : the number of the page, such as "02".

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text.

    Raises
    ------
    ValueError
        There is no such page; the message lists those that exist.

    Examples
    --------
    >>> begin("02").text.splitlines()[0]
    'This page has three parts. After each is a good place to stop.'
    """
    _tell_of_names()
    page = page_numbered(notebook)
    steps = steps_of(page, record.entries())
    stopped = latest(steps)
    parts = _parts(page)
    sentences = _welcome(parts) if stopped is None else _back(page, steps, stopped)
    finished = [" (done)" if part_done else "" for part_done in _parts_done(page, parts, steps)]
    listed = "".join(
        f"<li>{way_to_heading(page, heading, cell)}{told}</li>"
        for (heading, cell), told in zip(parts, finished, strict=True)
    )
    content = "".join(f"<p>{html}</p>" for html, _ in sentences) + (f"<ol>{listed}</ol>" if parts else "")
    text = [plain for _, plain in sentences] + [
        f"- {heading}{told}" for (heading, _), told in zip(parts, finished, strict=True)
    ]
    return Card(with_ways(card_html(f"Page {page.number}: begin, or go on", content)), "\n".join(text))


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
    told = f"This page has {in_words(len(parts))} parts. After each is a good place to stop." if parts else ""
    return [(escape(sentence), sentence) for sentence in (told, NEXT_TIME) if sentence]


def _back(page: Page, steps: list[Step], stopped: Step) -> list[tuple[str, str]]:
    """Where the learner stopped, and what comes next, as HTML and as plain text."""
    core = [step for step in steps if step.core]
    left = open_core(steps)
    day = day_of(str(stopped.entry["when"]))
    at = stopped.box.heading
    how_far = f"Of the core {len(core) - len(left)} of {len(core)} is done."
    html = f"You stopped at {way_to_box(page, stopped.box)} on {day}. {how_far}"
    plain = f"You stopped at “{at}” on {day}. {how_far}"
    if left and left[0].box is stopped.box:
        html, plain = f"{html} Go on there.", f"{plain} Go on there."
    elif left:
        html += f" Next: {way_to_box(page, left[0].box)}."
        plain += f" Next: “{left[0].box.heading}”."
    return [(html, plain), (escape(AGAIN), AGAIN)]


def day_of(moment: str) -> str:
    """The day of a moment of the record, as the learner's clock has it.

    Examples
    --------
    >>> day_of("2026-03-02T12:00+00:00")
    '2 March 2026'
    """
    return day_in_words(datetime.fromisoformat(moment).astimezone())
