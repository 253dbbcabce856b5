"""The whole walk in the record: each page's core, what was missed anywhere, the skills, and where to go on."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import card_html
from cst1992.facts.speech import say
from cst1992.page import record
from cst1992.page.finishing import missed_told, skills_told
from cst1992.page.links import way_to, way_to_box, with_ways
from cst1992.page.outline import Page, walk_pages
from cst1992.page.steps import Step, open_core, steps_of

Walk = list[tuple[Page, list[Step]]]


def walk_told() -> tuple[str, str]:
    """The whole walk as HTML and as plain text; nothing where nothing was done, or no page lies beside the learner."""
    entries = record.entries()
    walk = [(page, steps_of(page, entries)) for page in walk_pages()]
    if not any(step.done for _, steps in walk for step in steps):
        return "", ""
    told = [
        _pages_told(walk),
        missed_told([(page, step) for page, steps in walk for step in steps]),
        skills_told([step for _, steps in walk for step in steps]),
        _on_told(walk),
    ]
    title = say("Your walk")
    html = with_ways(card_html(title, f'<p class="cst-title">{title}</p>' + "".join(part for part, _ in told)))
    return html, "\n".join([title, *(text for _, text in told if text)])


def _pages_told(walk: Walk) -> tuple[str, str]:
    """A line for each page: how much of its core is done."""
    items, text = [], []
    for page, steps in walk:
        core = sum(step.core for step in steps)
        counted = say("core done {done} of {whole}", done=core - len(open_core(steps)), whole=core)
        items.append(f"<li>{page.number} {way_to(page)}: {counted}</li>")
        text.append(f"- {page.number} {page.title} {counted}")
    return f"<ul>{''.join(items)}</ul>", "\n".join(text)


def _on_told(walk: Walk) -> tuple[str, str]:
    """Where to go on: the first step of the core that is open; at the end the review."""
    found = next(((page, left[0]) for page, steps in walk if (left := open_core(steps))), None)
    if found is None:
        told = say("The core of every page is done. {verb} asks again what was missed.", verb="cst.review()")
        return f"<p>{escape(told)}</p>", told
    page, step = found
    place = f"{page.number}, {step.box.heading}"
    way = way_to_box(page, step.box, place)
    return f"<p>{say('Go on here: {place}', place=way)}</p>", say("Go on here: {place}", place=place)
