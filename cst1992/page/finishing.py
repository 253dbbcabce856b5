"""Am I done? What was done on a page, what is open, what was missed, what one can do now, and where to go on."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path

from cst1992.cards.card import Card, card_html
from cst1992.facts.catalogues import in_language
from cst1992.facts.module import module
from cst1992.facts.page_number import page_number
from cst1992.facts.sections import rows_if_there
from cst1992.facts.speech import say, say_count
from cst1992.page import record
from cst1992.page.links import way_to, way_to_box, with_ways
from cst1992.page.outline import Page, page_numbered, walk_folder, walk_pages
from cst1992.page.own_words import answers_pair, kept_words
from cst1992.page.steps import Step, open_core, steps_of

ENOUGH = 2 / 3
Told = tuple[str, str]


def done(notebook: str) -> Card:
    """How far you are with a page: the core, what you missed, your two answers, your skills, and what comes next.

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
    >>> done("02").text.splitlines()[0].startswith("Core done: ")
    True
    """
    page = page_numbered(notebook)
    steps = steps_of(page, record.entries())
    told = [
        core_told(page, steps),
        missed_told([(page, step) for step in steps]),
        _answers_told(page),
        skills_told(steps),
        _next_told(page),
    ]
    return Card(
        with_ways(card_html(say("Page {number}: am I done?", number=page.number), "".join(html for html, _ in told))),
        "\n".join(text for _, text in told if text),
    )


def core_told(page: Page, steps: list[Step]) -> Told:
    """How much of the core is done, and under which headings something is open."""
    core, left = [step for step in steps if step.core], open_core(steps)
    head = say("Core done: {done} of {whole}.", done=len(core) - len(left), whole=len(core))
    if not left:
        return f'<p class="cst-title">{head}</p>', head
    links = list(dict.fromkeys(way_to_box(page, step.box) for step in left))
    headings = list(dict.fromkeys(step.box.heading for step in left))
    still_open = say("Open, in the order of the page:")
    html = f'<p class="cst-title">{head}</p><p>{still_open}</p>{_listed(links)}'
    return html, "\n".join([head, still_open, *(f"- {one}" for one in headings)])


def missed_told(places: list[tuple[Page, Step]]) -> Told:
    """The questions that were last missed or looked up, each with a link to where it stands.

    Where they stand on several pages, the links have the page's number.
    """
    missed = [(page, step) for page, step in places if step.missed]
    if not missed:
        return "", ""
    head = say_count(
        "Missed: {count} question. Read again, then check anew.",
        "Missed: {count} questions. Read again, then check anew.",
        len(missed),
    )
    items, text, several = [], [head], len({page.number for page, _ in places}) > 1
    for page, box in dict.fromkeys((page, step.box) for page, step in missed):
        asked = [step.what for _, step in missed if step.box is box]
        number = f"{page.number}, " if several else ""
        way = way_to_box(page, box, say("Read again: {place}", place=f"{number}{box.heading}"))
        items.append(f"{way}{_listed([escape(one) for one in asked])}")
        place = say("page {number}, {heading}", number=page.number, heading=box.heading)
        text += [f"- {place}", *(f"  - {one}" for one in asked)]
    return f"<p><strong>{head}</strong></p>{_listed(items)}", "\n".join(text)


def _listed(items: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _answers_told(page: Page) -> Told:
    """The first and the revised answer beside each other; nothing where neither was kept."""
    words = kept_words().get(page.number)
    return answers_pair(words) if words else ("", "")


def skills_told(steps: list[Step]) -> Told:
    """One sentence for each skill that was asked for: what the answers show, or what wants more practice."""
    items, text = [], []
    for row in rows_if_there("objectives"):
        asked = [step for step in steps if step.question and step.question.objective == row["id"] and step.done]
        if not asked:
            continue
        right = sum(step.right for step in asked)
        can = row.text("objective")
        can = can[0].lower() + can[1:].rstrip(".")
        lead = say("You can now") if right / len(asked) >= ENOUGH else say("To practise:")
        shown = say_count(
            "{right} of {count} question right", "{right} of {count} questions right", len(asked), right=right
        )
        items.append(f"<strong>{lead}</strong> {escape(can)} ({shown}).")
        text.append(f"{lead} {can} ({shown}).")
    return (_listed(items), "\n".join(text)) if items else ("", "")


def _next_told(page: Page) -> Told:
    """The exercise, where its answers are, and the page after this one."""
    html, text = _exercise_told(page)
    pages = walk_pages()
    after = next((one for one in pages if one.number > page.number), None)
    if after is not None:
        html += f"<p>{say('Next page: {page}', page=way_to(after))}</p>"
        text += "\n" + say("Next page: {page}", page=f"{after.number} {after.title}")
    else:
        html += f"<p>{_last_page('<code>cst.my_record()</code>')}</p>"
        text += "\n" + _last_page("cst.my_record()")
    return html, text.strip()


def _last_page(verb: str) -> str:
    return say("This is the last page. {verb} shows the whole walk.", verb=verb)


def _exercise_told(page: Page) -> Told:
    """The exercises of a page and where their answers are; nothing for a page that has none."""
    folder, told = walk_folder().parent, module()
    own = [_sheet_told(page, folder, sheet) for sheet in _sheets(folder) if told.page_of(sheet.stem) == page.number]
    return "".join(html for html, _ in own), "\n".join(text for _, text in own)


def _sheets(folder: Path) -> list[Path]:
    """The sheets of all exercises, each in the language that is spoken where it is there, else in English."""
    english = [one for one in sorted((folder / "exercises").glob("*/*.ipynb")) if one.stem == one.parent.name]
    twins = {sheet: in_language(folder / "exercises") / sheet.stem / sheet.name for sheet in english}
    return [twin if twin.is_file() else sheet for sheet, twin in twins.items()]


def _sheet_told(page: Page, folder: Path, sheet: Path) -> Told:
    """One exercise and where its answers are."""
    held = (folder / "solutions" / sheet.relative_to(folder / "exercises")).is_file()
    where = (
        say("Its answers: below each task, once you have tried it; all of them lie in the folder solutions.")
        if held
        else say("Its answers: your teacher has them; the folded check below each task says whether the form is right.")
    )
    way = escape(Path(os.path.relpath(sheet, page.file.parent)).as_posix())
    number = page_number(sheet.stem)
    words = say("Exercise {number}", number=int(number) if number.isdigit() else number)

    link = f'<a href="{way}">{words}</a>'
    html, text = (f"{say('Now the exercise: {exercise}.', exercise=named)} {where}" for named in (link, words))
    return f"<p>{html}</p>", text
