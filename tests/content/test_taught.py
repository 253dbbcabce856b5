"""A task asks only for what was shown: in a notebook, or in its own words. And no result is thrown away unseen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import nbformat
import pandas as pd
import pytest

from cst1992.answers.task import Task
from tests.sheets import master, run_cell, score

pytest.importorskip("nbgrader", reason="exercises are made by nbgrader: pip install -e '.[grading]'")

from cst1992.teacher.assignments import assignment_names
from cst1992.teacher.release import exercise_of

ROOT = Path(__file__).resolve().parents[2]
NAMES = assignment_names()
SHEETS = [ROOT / "solutions" / name / f"{name}.ipynb" for name in NAMES]
PAGES = [*sorted((ROOT / "notebooks").glob("*.ipynb")), *SHEETS]
MODEL = re.compile(r"### BEGIN SOLUTION\n(.*?)\n### END SOLUTION", re.DOTALL)
TEXT_OF_A_QUERY = re.compile(r"'([^']*)'")
SPAN = re.compile(r"`([^`\n]+)`")
FEW = 8  # so many choices at most are named in the task; of more the task shows the table


@cache
def notebook(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def graded(cell: Any) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("grade"))


def tasks_of(name: str) -> Iterator[tuple[Any, list[Any], str]]:
    """Each graded box of a sheet, the cells of its task as a student gets them, and the model answer."""
    whole = master(name)
    given = {cell.id: cell for cell in exercise_of(whole).cells}
    task: list[Any] = []
    model: list[str] = []
    for cell in whole.cells:
        model += MODEL.findall(cell.source)
        task.append(given[cell.id])
        if graded(cell):
            yield cell, task, "\n".join(model)
            task, model = [], []


EVERY = [
    pytest.param(name, cell, task, model, id=f"{name[:2]} {cell.id}")
    for name in NAMES
    for cell, task, model in tasks_of(name)
]
BY_MACHINE = [case for case in EVERY if not str(case.id)[3:].startswith("w-")]


def words_of_a_task(task: list[Any]) -> str:
    """What a task itself says: its prose and its boxes, and nothing of the check."""
    return "\n".join(cell.source for cell in task if not graded(cell) or cell.source.startswith("%%memo"))


def shown(name: str, entry: str, task: list[Any]) -> str:
    """The text of a place that `shown_in` names: "here", "#a cell of this sheet", "a notebook#a cell"."""
    if entry == "here":
        return words_of_a_task(task)
    page, _, identity = entry.partition("#")
    path = ROOT / "notebooks" / f"{page}.ipynb" if page else ROOT / "solutions" / name / f"{name}.ipynb"
    assert path.is_file(), f"{entry}: no such notebook"
    found = [cell for cell in notebook(path).cells if cell.id == identity]
    assert found, f"{entry}: no such cell"
    return str(found[0].source)


def needed(model: str) -> set[str]:
    """The verbs, columns and quoted words that a model answer uses to find its values."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(model)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            found.add(node.func.id if isinstance(node.func, ast.Name) else node.func.attr)
            found |= {word.arg for word in node.keywords if word.arg}
            if getattr(node.func, "attr", "") == "query":
                query = str(getattr(node.args[0], "value", ""))
                found |= set(TEXT_OF_A_QUERY.findall(query))
                found |= set(re.findall(r"\b[a-z_]\w+", TEXT_OF_A_QUERY.sub("", query))) - {"in", "and", "not", "or"}
        elif isinstance(node, ast.Subscript):
            found |= {str(leaf.value) for leaf in ast.walk(node.slice) if isinstance(leaf, ast.Constant)}
    set_here = {node.id for node in ast.walk(ast.parse(model)) if isinstance(node, ast.Name)}
    own_choice = re.compile(r"\d{4}-")  # an id: the test below holds that a table shows it
    return {word for word in found if word not in set_here - {"len"} and not own_choice.match(word)}


def stands_in(word: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text))


@pytest.mark.parametrize(("name", "cell", "task", "model"), EVERY)
def test_each_task_names_where_its_means_were_shown(name, cell, task, model):
    places = cell.metadata.get("cst1992", {}).get("shown_in", [])
    assert places, f"{name}, {cell.id}: the metadata cst1992.shown_in names no place"
    text = "\n".join(shown(name, entry, task) for entry in [*places, "here"])
    if cell.source.startswith("%%memo"):
        return
    missing = sorted(word for word in needed(model) if not stands_in(word, text))
    assert missing == [], f"{name}, {cell.id}: used in the model answer and shown in no place that is named"


@cache
def what_is_asked(name: str) -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    """By title of the task: each answer, its kind, and all that the check and its hidden part say of it."""
    told: dict[str, dict[str, tuple[str, dict[str, Any]]]] = {}
    original = Task._check

    def listening(task: Task, answer: str, check: Any, weight: float, said: dict[str, Any]) -> None:
        _, before = told.setdefault(task.title, {}).get(answer, ("", {}))
        replies = {**before.get("replies", {}), **(said.get("replies") or {})}
        told[task.title][answer] = (check.__name__, {**before, **said, "replies": replies})
        original(task, answer, check, weight, said)

    with patch.object(Task, "_check", listening):
        score(master(name))
    return {title: [(answer, kind, said) for answer, (kind, said) in one.items()] for title, one in told.items()}


def asked_in(name: str, cell: Any) -> list[tuple[str, str, dict[str, Any]]]:
    title = re.search(r'Task\("(.+?)"', cell.source)
    assert title, f"{name}, {cell.id}: no task"
    return what_is_asked(name)[title[1]]


@pytest.mark.parametrize(("name", "cell", "task", "model"), BY_MACHINE)
def test_every_word_to_be_chosen_is_named_in_its_task_as_it_is_accepted(name, cell, task, model):
    text = words_of_a_task(task)
    for answer, _, said in asked_in(name, cell):
        choices = [str(choice) for choice in said.get("known", [])]
        if len(choices) <= FEW:
            missing = [choice for choice in choices if f'"{choice}"' not in text and f"`{choice}`" not in text]
            assert missing == [], f"{name}, {cell.id}, {answer}: choices that the task does not name"


def as_shown(value: Any) -> str:
    """What a reader sees of the value of a box; of a bare table only the rows that pandas prints."""
    if isinstance(value, pd.DataFrame | pd.Series):
        return str(getattr(value, "_repr_html_", value.to_string)())
    bundle = getattr(value, "_repr_html_", None)
    return str(bundle()) if bundle else repr(value)


def named_calls(task: list[Any]) -> Iterator[str]:
    """The calls that a task's prose names and that stand in its boxes, without the answer box."""
    for cell in task:
        if cell.cell_type == "markdown":
            for span in SPAN.findall(cell.source):
                if span.startswith(("cst.", "known[")) and "..." not in span and "…" not in span:
                    yield span


def ids_in(kind: str, right: Any) -> list[str]:
    """The ids that a check takes for right; of several that will do, one is enough."""
    if isinstance(right, str):
        return [right]
    return [str(one) for one in right or []][: 1 if kind == "word" else None]


def offered_to_read(box: Any, task: list[Any], names: dict[str, Any]) -> list[str]:
    """What the offered lines of an answer box show when its answers stand; a column that is asked for is left out."""
    given = next(cell.source for cell in task if cell.id == box.id)
    body = [ast.unparse(node).replace("'...', ", "") for node in ast.parse(given).body]
    body = [line for line in body if "..." not in line]
    if not body or not isinstance(ast.parse(body[-1]).body[0], ast.Expr):
        return []
    return [as_shown(run_cell("\n".join(body), names))]


@pytest.mark.parametrize(("name", "cell", "task", "model"), BY_MACHINE)
def test_every_id_that_is_asked_for_is_shown_by_a_call_that_the_task_names(name, cell, task, model):
    ids = [
        one
        for _, kind, said in asked_in(name, cell)
        if kind in ("items", "word") and len(list(said.get("known", []))) > FEW
        for one in ids_in(kind, said.get("right"))
    ]
    if not ids or name == "06_capstone":
        return
    names: dict[str, Any] = {}
    seen: list[str] = []
    for one in master(name).cells:
        if one.cell_type == "code" and not one.source.startswith("%%memo") and not graded(one):
            value = run_cell(one.source, names)
            if any(one.id == other.id for other in task):
                seen += [as_shown(value), *offered_to_read(one, task, names)]
        if one.id == cell.id:
            break
    for call in named_calls(task):
        try:
            seen.append(as_shown(eval(call, names)))
        except SyntaxError:
            continue
    missing = [one for one in ids if not any(one in text for text in seen)]
    assert missing == [], f"{name}, {cell.id}: shown by no call of the task"


@pytest.mark.parametrize(("name", "cell", "task", "model"), BY_MACHINE)
def test_a_count_of_nothing_hears_a_sentence(name, cell, task, model):
    """A query for a word that stands nowhere finds no row and raises nothing: 0 must not be taken without a word."""
    counted = {
        target.id
        for node in ast.walk(ast.parse(model))
        if isinstance(node, ast.Assign) and "query(" in ast.unparse(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for answer, kind, said in asked_in(name, cell):
        if kind == "number" and answer in counted and said.get("right") != 0:
            assert 0 in said["replies"], f"{name}, {cell.id}, {answer}: 0 is taken without a word"


DOES_ITS_WORK = {"print", "display", "exercise", "close", "plot", "set_yticks", "invert_yaxis", "grid", "append"}


def thrown_away(source: str) -> list[str]:
    """The lines of a box whose value nobody sees, since they are not the last one."""
    if source.startswith("%%"):
        return []
    body = ast.parse(source).body
    return [
        ast.unparse(node)
        for node in body[:-1]
        if isinstance(node, ast.Expr)
        and not (isinstance(node.value, ast.Constant) and isinstance(node.value.value, str))
        and not (
            isinstance(node.value, ast.Call)
            and getattr(node.value.func, "attr", getattr(node.value.func, "id", "")) in DOES_ITS_WORK
        )
    ]


@pytest.mark.parametrize("path", PAGES, ids=[f"{path.parent.parent.name} {path.stem}" for path in PAGES])
def test_no_result_is_thrown_away(path):
    """In a notebook, in a sheet as students get it, and in a model answer."""
    for cell in notebook(path).cells:
        if cell.cell_type == "code" and not graded(cell):
            given = MODEL.sub("", cell.source)
            for source in (given, *MODEL.findall(cell.source)):
                assert thrown_away(source) == [], f"{path.stem}, {cell.id}"


def test_a_result_that_is_thrown_away_is_found():
    assert thrown_away("import cst1992 as cst\ncst.read(cst.events())\nprint(1)") == ["cst.read(cst.events())"]
    assert thrown_away("display(1)\ncst.read(2)") == []
