"""Which sandbox runs the sheets: the one that was asked for, else the first that works here; never another in silence."""

from __future__ import annotations

from pathlib import Path

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.bubblewrap import Bubblewrap
from cst1992.teacher.marking.deno.sandbox import Deno
from cst1992.teacher.marking.sandbox import Sandbox
from cst1992.teacher.marking.unguarded import Unguarded

BUBBLEWRAP, DENO, NONE = "bubblewrap", "deno", "none"
WAYS_OUT = (
    "On Linux install bubblewrap; on any system install Deno: pip install -c requirements.lock -e '.[marking]'. Or write "
    "--no-sandbox if you trust everybody who handed in: then a student's code may read and change whatever you may."
)


def choose_sandbox(asked: str | None, room: Path, pyodide: Path | None = None) -> tuple[Sandbox, str]:
    """The sandbox to use, and what should be said of the choice.

    Parameters
    ----------
    asked : "bubblewrap", "deno" or "none"; without a word bubblewrap where it works, else Deno.
    room : an empty folder for what sheets may see.
    pyodide : where Pyodide is, for Deno.

    Raises
    ------
    Mistake
        It cannot be used here; the message says why, and the ways out.
    """
    if asked == NONE:
        return Unguarded(room), ""
    no_bubblewrap = Bubblewrap.why_not() if asked != DENO else ""
    if asked != DENO and not no_bubblewrap:
        return Bubblewrap(room), ""
    no_deno = Deno.why_not() if asked != BUBBLEWRAP else ""
    if asked != BUBBLEWRAP and not no_deno:
        return Deno(room, pyodide), f"Sheets are run in Deno: {no_bubblewrap}." if no_bubblewrap else ""
    why = "; ".join(one for one in (no_bubblewrap, no_deno) if one)
    raise Mistake(f"Sheets are run apart, and that cannot be done here: {why}. {WAYS_OUT}")
