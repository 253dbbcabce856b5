"""The desk as a page: the text, its rubric to click, comments to use again, and the keys for all of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from cst1992.facts.files import asset
from cst1992.facts.mistakes import Mistake
from cst1992.page.controls import alert, button, framed, html, line_from_page, made, menu, row_of, said
from cst1992.teacher.marking.desk.agreement import agreements
from cst1992.teacher.marking.desk.choices import comments_html, rubric_html, state_html
from cst1992.teacher.marking.desk.columns import Reading, room_to_write
from cst1992.teacher.marking.desk.drawing import agreement_html, keys_html, marks_html
from cst1992.teacher.marking.desk.pile import SHOWN
from cst1992.teacher.marking.desk.session import BACK, NEXT, UNDO, Session
from cst1992.teacher.marking.texts.standing import CHANGED, DIFFER, MARKED, NO_TEXT, WAITING

if TYPE_CHECKING:
    import ipywidgets

STATES = {
    WAITING: "wait",
    CHANGED: "changed since",
    DIFFER: "wait for a third look",
    MARKED: "marked",
    NO_TEXT: "without a text",
}


class Desk:
    """All that is on the page of one marker. Every click goes through `do`, which keeps, says and shows.

    The page tells keys and clicks in one list (`events`), and shows what is told to it (`state`).
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self._named = False
        self._heard: dict[str, int] = {}
        self.title, self.status = html("", "cst-desk-title"), html("", "cst-desk-status")
        self.back, self.on = (
            button("Back", "Back to the text before"),
            button("Next", "Next text of the list", primary=True),
        )
        self.undo, self.name = button("Undo", "Take the last click back"), button("Show the name", "Who wrote it?")
        self.lab = button("JupyterLab", "Show or hide the menus of JupyterLab, also to choose a dark page")
        self.lists = menu("List", [(words[0].upper() + words[1:], key) for key, words in SHOWN.items()], session.show)
        titles = [(session.pile.rubrics[task].title, task) for task in session.pile.texts]
        self.tasks = menu("Text", titles, session.task)
        self.menus = [self.tasks, self.lists] if len(titles) > 1 else [self.lists]
        self.reading, self.rubric, self.sum, self.comments = Reading(session), html(""), html(""), html("")
        self.state, self._turn, self._back = html("", "cst-hidden"), 0, ""
        self.marks, self.agreement, self.keys = html(""), html(""), html(keys_html())
        self.events = line_from_page("cst-desk-events", self._hear)
        self._frame = framed([], "The desk")
        self._frame.add_class("cst-desk")
        for press, key in ((self.back, BACK), (self.on, NEXT[-1]), (self.undo, UNDO)):
            press.add_class(f"cst-key-{key}")
        self.name.on_click(lambda _: self._name_asked())
        self.lab.on_click(lambda _: self._lab_asked())
        self.show()

    def _name_asked(self) -> None:
        self._named = not self._named
        self.show()

    def _lab_asked(self) -> None:
        small = "cst-small" in self._frame._dom_classes
        (self._frame.remove_class if small else self._frame.add_class)("cst-small")

    def _hear(self, line: str) -> None:
        """What was done since the last time, each once, in its order."""
        heard = json.loads(line)
        self._back = ""
        for number, what in heard["told"]:
            if number > self._heard.get(heard["page"], 0):
                self._heard[heard["page"]] = number
                self.do(what)

    def _done(self, what: Any) -> str:
        """One thing that was done: a key, a line of a menu, or a click for the text that lay here."""
        if isinstance(what, str):
            return self.session.key(what)
        if "menu" in what:
            menu, line = what["menu"]
            act = self.session.show_only if self.menus[menu] is self.lists else self.session.take_task
            return act(self.menus[menu].options[line][1])
        self._back = str(what.get("write", self._back))
        told = self._clicked(what)
        self._back = "" if "write" in what else self._back
        return told

    def _clicked(self, what: Mapping[str, Any]) -> str:
        """A level, a comment of the list, or one that was written."""
        session = self.session
        if what["on"] != session.on:
            raise Mistake("Another text lay here when you clicked.")
        if "level" in what:
            criterion, level = what["level"]
            chosen = session.rubric.criteria[criterion]
            return session.choose(chosen, chosen.levels[level].points)
        if "write" in what:
            return session.write(str(what["write"]), bool(what["again"]))
        there = what["comment"] in session.mark().comments
        return "" if there == what["given"] else session.toggle(str(what["comment"]))

    def do(self, what: Any) -> None:
        """Do what was done on the page, say what came of it, and show how things stand now."""
        before = self.session.text
        try:
            told = said(self._done(what))
        except (Mistake, OSError) as error:
            why = (
                f"{error.filename} could not be written ({error.strerror})."
                if isinstance(error, OSError) and error.filename
                else f"{error}"
            )
            told = f'<div class="cst-feedback cst-bad">{alert(f"✗ {why} The last click is not kept.")}</div>'
        self._named = self._named and self.session.text is before
        self.show()
        self.status.value = told

    def show(self) -> None:
        """Show the text that lies here, and what has been marked of it."""
        session, text = self.session, self.session.text
        # First of all what others gave goes: it is never seen beside a text that waits for a second look.
        self.marks.value = marks_html(session.others(), session.rubric, session.third) if text else ""
        self.lists.value, self.tasks.value = session.show, session.task
        self.title.value = self._title()
        self.name.description = "Hide the name" if self._named else "Show the name"
        self.reading.show()
        mark = session.mark() if text else None
        points = "–" if mark is None or mark.points is None else f"{mark.points:g}"
        self.rubric.value = rubric_html(session.rubric)
        self.sum.value = f"<p><strong>{points} of {session.rubric.of:g} points</strong></p>"
        self.comments.value = comments_html(session.comments.of(session.task), mark.comments if mark else ())
        self.agreement.value = agreement_html(agreements(map(session.pile.current, session.texts)))
        self._turn += 1
        self.state.value = state_html(session, self._heard, self._turn, self._back, [menu.index for menu in self.menus])

    def _title(self) -> str:
        session = self.session
        count = session.pile.count(session.task)
        states = " · ".join(
            f"{count[state]} {words}" for state, words in STATES.items() if count[state] or state == WAITING
        )
        place = "" if session.place is None else f" · text {session.place + 1} of {len(session.texts)}"
        name = f" · <strong>{escape(session.text.student)}</strong>" if self._named and session.text else ""
        return (
            f'<h1 tabindex="-1">{escape(session.rubric.title)}</h1>'
            f'<p class="cst-soft">{states}{place}{name} · marked by {escape(session.marker)}</p>'
        )

    def widget(self) -> ipywidgets.VBox:
        """The whole desk."""
        import ipywidgets

        head = row_of(self.title, *self.menus, self.back, self.on, self.undo, self.name, self.lab, look="cst-desk-head")
        middle = made(ipywidgets.VBox, [self.rubric, self.sum])
        middle.add_class("cst-rubric")
        side = made(ipywidgets.VBox, [self.comments, *room_to_write(), self.marks, self.agreement, self.keys])
        columns = row_of(self.reading.widget, middle, side, look="cst-desk-columns")
        script = escape(f"({asset('teacher/marking/desk/desk.js').strip()})(this)", quote=True)
        start = html(f'<img alt="" src="data:," hidden style="display:none" onerror="{script}">', "cst-hidden")
        style = html(f"<style>{asset('teacher/marking/desk/desk.css')}</style>", "cst-hidden")
        self._frame.children = [
            *self._frame.children[:1],
            style,
            head,
            self.status,
            columns,
            self.state,
            self.events,
            start,
            self._frame.children[-1],
        ]
        return made(ipywidgets.VBox, [self._frame])
