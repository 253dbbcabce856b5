"""All that is printed of an activity, as files: what stands in each, how many copies are needed, and writing them."""

from __future__ import annotations

from html import escape
from pathlib import Path

from cst1992.facts.mistakes import Mistake
from cst1992.facts.speech import say, say_count
from cst1992.facts.writing import write_whole
from cst1992.teacher.activities.activity import Activity, Step
from cst1992.teacher.activities.made_cards import document_card, later_card, role_card
from cst1992.teacher.activities.paper.handing_out import first_reveal, handed_out, kept_back
from cst1992.teacher.activities.paper.page import card_html, page_html, sheet_html
from cst1992.teacher.activities.paper.teachers_sheet import copies_for, teachers_sheet_html
from cst1992.teacher.activities.paper.voting import (
    ballots_html,
    letters_html,
    letters_needed,
    slips_on_a_sheet,
    voting_cards_html,
)

TEACHER, ROLES, DOCUMENTS, BALLOTS, VOTING, LETTERS, KEPT, INDEX = (
    "teacher.html",
    "roles.html",
    "documents.html",
    "ballots.html",
    "voting_cards.html",
    "letters.html",
    "kept_back.html",
    "index.html",
)
MOST_STUDENTS = 400


def sheets_of(activity: Activity) -> dict[str, str]:
    """What stands on the pages, by the name of the file, in the order of use; a file without anything is left out."""
    found = {
        ROLES: "".join(card_html(role_card(activity, role.id), activity.title) for role in activity.roles),
        DOCUMENTS: "".join(sheet_html(document_card(activity, name)) for name in handed_out(activity)),
        BALLOTS: ballots_html(activity),
        VOTING: voting_cards_html(activity),
        LETTERS: letters_html(letters_needed(activity)),
        KEPT: _later(activity),
    }
    return {name: content for name, content in found.items() if content}


def _later(activity: Activity) -> str:
    """What is kept back: documents, and what each role did later, each with the step that waits for it."""
    kept = {name: _until(step) for name, step in kept_back(activity).items()}
    sheets = "".join(sheet_html(document_card(activity, name), told) for name, told in kept.items())
    first = first_reveal(activity)
    later = [later_card(activity, role.id) for role in activity.roles]
    cards = "".join(card_html(card, _until(first), half=False) for card in later if card.pieces and first)
    return sheets + (f'<section class="sheet">{cards}</section>' if cards else "")


def _until(step: Step) -> str:
    return say("Kept back until the step “{step}”", step=step.title)


def copies_of(activity: Activity, students: int) -> dict[str, str]:
    """How many copies of each file so many students need, in words.

    Examples
    --------
    >>> from cst1992.teacher.activities.activities import load_activity
    >>> copies_of(load_activity("council_2010"), 30)["roles.html"]
    '4 copies for 30 students'
    """
    fewest = min((slips_on_a_sheet(one, activity) for one in activity.ballots if one.rule != "consensus"), default=1)
    groups = len(activity.roles)
    told = {
        TEACHER: say("one, for you"),
        ROLES: copies_for(students, groups),
        DOCUMENTS: say_count("{count} copy, one for each group", "{count} copies, one for each group", groups),
        BALLOTS: copies_for(students, fewest),
        VOTING: say("one"),
        LETTERS: say("one for each student who has no phone and no ballot; fold it twice"),
        KEPT: say("one for each group; each sheet says until when"),
    }
    return {name: told[name] for name in (TEACHER, *sheets_of(activity))}


def write_cards(activity: Activity, folder: Path, students: int) -> list[Path]:
    """Write all pages of an activity into a folder, each whole or not at all.

    Raises
    ------
    ValueError
        The number of students is none that a class can have.
    OSError
        A file cannot be written.
    """
    if not 1 <= students <= MOST_STUDENTS:
        raise Mistake(
            say(
                "{students} students are no class. Write a number from 1 to {most} after --students.",
                students=students,
                most=MOST_STUDENTS,
            )
        )
    pages = sheets_of(activity)
    copies = copies_of(activity, students)
    pages = {TEACHER: teachers_sheet_html(activity, copies.items()), **pages}
    folder.mkdir(parents=True, exist_ok=True)
    for name in (TEACHER, ROLES, DOCUMENTS, BALLOTS, VOTING, LETTERS, KEPT):
        if name not in pages:
            (folder / name).unlink(missing_ok=True)
    pages = {INDEX: _index(activity, copies), **pages}
    for name, content in pages.items():
        write_whole(folder / name, page_html(activity.title, content).encode("utf-8"))
    return [folder / name for name in pages]


def _index(activity: Activity, copies: dict[str, str]) -> str:
    listed = "".join(f'<li><a href="{name}">{escape(name)}</a>: {escape(told)}</li>' for name, told in copies.items())
    how = say(
        "Print each file from the browser, on A4 or on Letter, in grey, at its own size (100 per cent), without headers."
    )
    return f"<h1>{escape(activity.title)}</h1><p>{escape(how)}</p><nav><ul>{listed}</ul></nav>"
