"""How long the core of a notebook takes: what a reader sees is counted, and what a reader does.

Words at 130 a minute, half a minute a box, one minute a question, three minutes an answer of one's own. The core is
everything above *If you have time*. What is folded does not count, nor what appears only after a press. A question is
one of the quiz, or the place where the prose stops to ask: questions that stand together in one cell are one stop.
`make clock` prints the table, with CELLS=1 a line for each cell, and writes the minutes into the pages that give them.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from cst1992.quizzes.bank import load_bank
from cst1992.teacher.edition.notebook_cells import WIDGET, last_call, prose
from cst1992.teacher.edition.running import ran
from cst1992.teacher.edition.short_path import short_path

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# Tests that need notebooks that have run go to one process, which runs each of them once.
ONE_PROCESS = pytest.mark.xdist_group("notebooks that have run")
RUN = [pytest.param(path, id=path.stem, marks=ONE_PROCESS) for path in NOTEBOOKS]
WORDS_A_MINUTE, A_BOX, A_QUESTION, AN_ANSWER = 130, 0.5, 1, 3
REST = "## If you have time"
UNSEEN = {"cst-hidden", "cst-narrow", "cst-on-paper", "cst-said-aloud"}
NEVER_SHOWN = {"style", "script", "template"}
VOID = {"img", "br", "hr", "input", "meta", "link", "progress"}
WORD = re.compile(r"\w[\w'’-]*")


WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


def widget_states(notebook: Any) -> dict[str, Any]:
    """The widgets that a run left in a notebook, by id."""
    return notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})


class Visible(HTMLParser):
    """The words of a piece of HTML that a reader sees; in a picture each label once."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._labels: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in; note whether what stands inside is hidden."""
        if tag in VOID:
            return
        given = dict(attrs)
        above = self._open[-1] if self._open else ("", False)
        folded = above[0] == "details" and tag != "summary"
        classes = set((given.get("class") or "").split())
        hidden = above[1] or folded or tag in NEVER_SHOWN or "hidden" in given or bool(classes & UNSEEN)
        shut = "" if tag == "details" and "open" in given else tag
        self._open.append((shut, hidden))
        if tag == "svg":
            self._labels = set()

    def handle_endtag(self, tag: str) -> None:
        """Come out again."""
        if tag not in VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Count what is seen."""
        tag, hidden = self._open[-1] if self._open else ("", False)
        if hidden or (tag in ("text", "tspan") and data in self._labels):
            return
        self._labels.add(data)
        self.words += WORD.findall(data)


def visible(html: str) -> int:
    """How many words of some HTML a reader sees."""
    reader = Visible()
    reader.feed(html)
    return len(reader.words)


@dataclass(frozen=True)
class Time:
    """What one cell, or a core, asks of a reader."""

    words: int = 0
    boxes: int = 0
    questions: int = 0
    answers: int = 0

    @property
    def minutes(self) -> float:
        """Minutes for a fluent reader."""
        doing = self.boxes * A_BOX + self.questions * A_QUESTION + self.answers * AN_ANSWER
        return self.words / WORDS_A_MINUTE + doing

    def __add__(self, other: Time) -> Time:
        return Time(
            self.words + other.words,
            self.boxes + other.boxes,
            self.questions + other.questions,
            self.answers + other.answers,
        )


def rounded_up(minutes: float) -> int:
    """Minutes as a page says them: the next five."""
    return 5 * math.ceil(minutes / 5)


class Shown:
    """What a widget shows before anybody touches it."""

    def __init__(self, states: dict[str, Any]) -> None:
        self._states = states
        self.words, self.answers = 0, 0
        self._menus: set[tuple[str, ...]] = set()

    def look(self, model: str, asked: bool = False) -> None:
        """Count a widget and all that is in it. The menus of a question are read as well, equal ones once."""
        kept = self._states.get(model, {})
        name, state = str(kept.get("model_name", "")), kept.get("state", {})
        classes = set(state.get("_dom_classes", []))
        if classes & UNSEEN:
            return
        asked = asked or "cst-question" in classes
        self.words += visible(str(state.get("description") or ""))
        self.answers += name == "TextareaModel"
        if name == "HTMLModel":
            self.words += visible(str(state.get("value", "")))
        self._options(name, state, asked)
        for child in state.get("children", []):
            self.look(str(child).removeprefix("IPY_MODEL_"), asked)

    def _options(self, name: str, state: dict[str, Any], asked: bool) -> None:
        labels = tuple(map(str, state.get("_options_labels") or []))
        index = state.get("index")
        if name in ("RadioButtonsModel", "ToggleButtonsModel") or (labels and asked and labels not in self._menus):
            self._menus.add(labels)
            self.words += sum(map(visible, labels))
        elif labels and not asked and isinstance(index, int):
            self.words += visible(labels[index])


def _stops(source: str) -> int:
    """Does the prose of a cell ask the reader something? Headings, folded text and the help for a new word do not count."""
    source = re.sub(r"<details>.*?</details>", "", source, flags=re.DOTALL)
    lines = [line for line in source.splitlines() if not line.startswith(("#", ">"))]
    return int(bool(re.search(r"\?(?!\w)", re.sub(r"\]\([^)]*\)", "]", " ".join(lines)))))


def _questions(source: str) -> int:
    """The questions of the core path that a box asks."""
    call = last_call(source)
    if call is None or "cst.quiz" not in source:
        return 0
    name, *section = (argument.value for argument in [*call.args, *(word.value for word in call.keywords)])  # type: ignore[attr-defined]
    return sum(question.core for question in load_bank(name).asked(*section))


def time_of(cell: Any, states: dict[str, Any]) -> Time:
    """What one cell asks of a reader."""
    if cell.cell_type == "markdown":
        return Time(words=visible(prose(cell.source)), questions=_stops(cell.source))
    shown = Shown(states)
    for output in cell.outputs:
        data = output.get("data", {})
        if WIDGET in data:
            shown.look(str(data[WIDGET]["model_id"]))
        else:
            plain = str(output.get("text", "") or data.get("text/plain", ""))
            shown.words += visible(str(data["text/html"])) if "text/html" in data else len(WORD.findall(plain))
    return Time(shown.words, 1, _questions(cell.source), shown.answers)


@cache
def run_once(path: Path) -> Any:
    """A notebook that has run with an empty record; once in a run of the tests."""
    return ran(path)


def core_cells(notebook: Any) -> list[tuple[Any, Time]]:
    """The cells above *If you have time*, each with its time.

    What the first cell asks is the question of the whole page, and what is asked right above a box for an answer of
    one's own is answered there: neither is a stop.
    """
    states, found = widget_states(notebook), []
    for cell in notebook.cells:
        if cell.source.startswith(REST):
            break
        time = time_of(cell, states)
        if found and (len(found) == 1 or time.answers) and found[-1][0].cell_type == "markdown":
            above, before = found[-1]
            found[-1] = (above, replace(before, questions=0))
        found.append((cell, time))
    return found


def short(path: Path) -> Time:
    """What the 20-minute path through a notebook asks of a reader."""
    notebook = run_once(path)
    wanted = {cell.id for cell in short_path(notebook.cells)}
    return sum((time for cell, time in core_cells(notebook) if cell.id in wanted), Time())


def core(path: Path) -> Time:
    """What the core of a notebook asks of a reader."""
    return sum((time for _, time in core_cells(run_once(path))), Time())


def table(cells: bool = False) -> str:
    """The minutes of every core, one line a notebook; with `cells` one line a cell too."""
    head = f"{'core of':<28}{'words':>7}{'boxes':>7}{'questions':>11}{'answers':>9}{'minutes':>9}{'new to English':>16}"
    lines = [head]
    for path in NOTEBOOKS:
        if cells:
            lines += [_line(cell.id, time) for cell, time in core_cells(run_once(path))]
        lines.append(_line(path.stem, core(path)))
    return "\n".join(lines)


def _line(name: str, time: Time) -> str:
    both = f"{time.minutes:>9.1f}{2 * time.minutes:>16.1f}"
    return f"{name:<28}{time.words:>7}{time.boxes:>7}{time.questions:>11}{time.answers:>9}{both}"


TIME = "**Time:** {} minutes if you read English with ease; double it, {} minutes, if English is new to you"


TEACHING = ROOT / "docs" / "teaching"
BY_OUR_CLOCK = "**By our clock**, minutes of one fluent reader alone: "


def figures(path: Path) -> tuple[int, int]:
    """The minutes that a page gives: for fluent readers, and for those to whom English is new."""
    once = rounded_up(core(path).minutes)
    return once, 2 * once


def sections(path: Path) -> dict[str, float]:
    """The minutes of a fluent reader for each section of a core, with the sections below it."""
    here, found = "", dict[str, float]()
    for cell, time in core_cells(run_once(path)):
        headings = re.findall(r"(?m)^## (.+?)\s*$", cell.source) if cell.cell_type == "markdown" else []
        here = headings[-1] if headings else here
        found[here] = found.get(here, 0) + time.minutes
    return found


def _session_text(path: Path) -> str:
    """The teacher's page of a session: the minutes of its sections, written anew where they are off by more than one."""
    measured = sections(path)

    def minutes(found: re.Match[str]) -> str:
        said = int(found[2])
        now = measured.get(found[1], said)
        return f"*{found[1]}* {said if abs(now - said) <= 1 else max(1, round(now))}"

    lines = (TEACHING / f"{path.stem}.md").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(
        re.sub(r"\*([^*]+)\* (\d+)", minutes, line) if line.startswith(BY_OUR_CLOCK) else line for line in lines
    )


def _notebook_text(path: Path, every: dict[str, tuple[int, int]]) -> str:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            source = "".join(cell["source"])
            stated = re.escape(TIME).replace(r"\{\}", r"\d+")
            source = re.sub(stated, TIME.format(*every[path.stem[:2]]), source)
            for number, (once, twice) in every.items():
                source = re.sub(rf"(\| \[{number}\]\([^)]*\) \|[^|]*\|)[^|]*\|", rf"\1 {once} / {twice} |", source)
            cell["source"] = source.splitlines(keepends=True)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def pages_with_figures() -> dict[Path, str]:
    """Every page that gives the minutes of a core, as it reads with the minutes measured now."""
    every = {path.stem[:2]: figures(path) for path in NOTEBOOKS}
    pages = {path: _notebook_text(path, every) for path in NOTEBOOKS}
    teaching = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
    for number, (once, twice) in every.items():
        teaching = re.sub(rf"(?m)^\| {number} \| \d+ \| \d+ \|", f"| {number} | {once} | {twice} |", teaching)
    sessions = {TEACHING / f"{path.stem}.md": _session_text(path) for path in NOTEBOOKS}
    return {**pages, **sessions, ROOT / "docs" / "teaching.md": teaching}


if __name__ == "__main__":
    import sys

    print(table(cells="--cells" in sys.argv))
    if "--write" in sys.argv:
        for page, text in pages_with_figures().items():
            page.write_text(text, encoding="utf-8")
