"""The map of objectives: where each one is taught, asked and exercised, written into docs/objectives.md."""

from __future__ import annotations

from collections import Counter

from cst1992.facts.package import rows
from cst1992.facts.page_number import page_number
from cst1992.quizzes.bank import bank_names, every_question
from cst1992.teacher.assignments import MarkedTask

HEAD = """# The map of objectives

Written by `make exercises` from the notebooks' banks and the assignments; a test holds it complete.

| objective | taught in | asked in the quizzes | exercised in |
|---|---|---|---|
"""


def map_text(tasks: list[MarkedTask]) -> str:
    """The map as Markdown, for the marked tasks of all assignments."""
    counts = Counter((name, question.objective) for name, question in every_question())
    lines = []
    for objective in rows("objectives"):
        key = objective.text("id")
        asked = [f"{page_number(name)}: {count}" for name in bank_names() if (count := counts[name, key])]
        done = [f"{page_number(task.assignment)}: {task.title}" for task in tasks if task.objective == key]
        taught = objective.text("taught_in")
        lines.append(
            f"| **{objective['name']}** | [{taught}](../notebooks/{taught}.ipynb) | {', '.join(asked)} | "
            f"{'; '.join(done)} |"
        )
    return HEAD + "\n".join(lines) + "\n"
