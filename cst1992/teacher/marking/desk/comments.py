"""Comments to use again: a list for each text of an exercise, which only grows, kept in the folder of the marks."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.writing import write_json

KEYS = "abcdefghijloqrstvxyz"  # all letters but those that the desk itself needs: k, m, n, p, u, w


class Comments:
    """The comments of an exercise, by text; the place of a comment never changes, so that its key can be learnt.

    Raises
    ------
    Mistake
        The file cannot be read; it is left as it is.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = self._read()

    def _read(self) -> dict[str, list[str]]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            return {str(task): [str(one) for one in comments] for task, comments in kept.items()}
        except FileNotFoundError:
            return {}
        except (ValueError, AttributeError, TypeError) as error:
            told = f"{type(error).__name__}: {error}"
            raise Mistake(
                f"{self._path} cannot be read ({told}). Mend it, or move it away to begin a new list."
            ) from None

    def of(self, task: str) -> list[str]:
        """The comments of a text, the oldest first."""
        return list(self._kept.get(task, []))

    def add(self, task: str, comment: str) -> None:
        """Put a comment at the end of the list, once; what another desk has added meanwhile stays."""
        self._change(task, lambda there: there if comment in there else [*there, comment])

    def take_out(self, task: str, comment: str) -> None:
        """Take a comment out of the list; texts that have it keep it."""
        self._change(task, lambda there: [one for one in there if one != comment])

    def _change(self, task: str, change: Callable[[list[str]], list[str]]) -> None:
        kept = self._read()
        kept[task] = change(kept.get(task, []))
        write_json(self._path, kept)
        self._kept = kept
