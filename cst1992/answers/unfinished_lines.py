"""A line in which three dots are left is no error: it waits, and everything that needs it waits too.

A sheet offers an unfinished line, such as `bound = len(cst.parties("..."))`. Until something stands in place of the
dots, its names keep three dots as their value, which every check knows as "not answered yet".
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, MutableMapping
from typing import Any

from cst1992.facts.speech import say

DOTS = re.compile(r"\A\.\.\.\Z|'\.\.\.'|[<>=]\s*\.\.\.")
IN_A_QUERY = re.compile(r"@(\w+)")


def _has_gap(statement: ast.stmt) -> bool:
    """Three dots alone, alone in quotation marks, or as what a query compares with; dots in a sentence do not count."""
    constants = [node.value for node in ast.walk(statement) if isinstance(node, ast.Constant)]
    return any(value is ... or (isinstance(value, str) and DOTS.search(value)) for value in constants)


def _needed(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement reads, those in the text of a query included."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from IN_A_QUERY.findall(node.value)


def _bare(statement: ast.Assign) -> bool:
    return isinstance(statement.value, ast.Constant) and statement.value.value is ...


def wait_for_gaps(tree: ast.Module, waiting: Iterable[str] = ()) -> tuple[ast.Module, list[str]]:
    """A box without what cannot run yet.

    Parameters
    ----------
    tree : the statements of the box.
    waiting : names that are three dots already.

    Returns
    -------
    The box, in which an unfinished line gives its names three dots or, if it gives none, is left out; and a sentence
    for each line that waits.

    Examples
    --------
    >>> tree, told = wait_for_gaps(ast.parse('n = len(cst.parties("..."))'))
    >>> ast.unparse(tree), told
    ('n = ...', ['Line 1 waits: write what is missing in place of the three dots.'])
    """
    open_names, kept, told = set(waiting), [], []
    for statement in tree.body:
        if not isinstance(statement, (ast.Assign, ast.AugAssign, ast.Expr)):
            kept.append(statement)
            continue
        gap, behind = _has_gap(statement), sorted(open_names.intersection(_needed(statement)))
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        if not gap and not behind:
            open_names -= names
            kept.append(statement)
            continue
        if not (isinstance(statement, ast.Assign) and _bare(statement)):
            told.append(_why_it_waits(statement.lineno, [] if gap else behind))
        if isinstance(statement, ast.Assign) and len(names) == len(targets):
            open_names |= names
            statement.value = ast.copy_location(ast.Constant(...), statement.value)
            kept.append(statement)
    tree.body = kept
    return tree, told


def _why_it_waits(line: int, behind: list[str]) -> str:
    """The sentence on a line that waits: for itself, or for the first of the names behind which it stands."""
    if behind:
        return say("Line {line} waits: {name} is still three dots.", line=line, name=behind[0])
    return say("Line {line} waits: write what is missing in place of the three dots.", line=line)


class Waiting:
    """What IPython asks to look at each box before it runs."""

    def __init__(self, names: MutableMapping[str, Any]) -> None:
        self._names = names

    def visit(self, tree: ast.AST) -> ast.AST:
        """The box without what cannot run yet; the sentences are printed."""
        if not isinstance(tree, ast.Module):
            return tree
        waiting = [name for name, value in self._names.items() if value is ...]
        tree, told = wait_for_gaps(tree, waiting)
        for sentence in told:
            print(sentence)
        return tree
