"""The start of a sheet: what IPython is asked to do for somebody who writes answers into boxes."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

from cst1992.answers.memo import MAGIC, Kept, wanted_words, words_of
from cst1992.answers.own_lines import show_own_lines_alone
from cst1992.answers.red_box import after_box
from cst1992.answers.unfinished_lines import Waiting


def exercise() -> None:
    """Make this notebook a sheet: unfinished lines wait, `%%memo` takes a text, red boxes are short and explained.

    Running it again changes nothing. Outside a notebook it does nothing.

    Returns
    -------
    Nothing.

    Examples
    --------
    >>> exercise()
    """
    shell = _this_shell()
    if shell is None or any(isinstance(one, Waiting) for one in shell.ast_transformers):
        return
    shell.ast_transformers.append(Waiting(shell.user_ns))
    show_own_lines_alone(shell)
    shell.events.register("post_run_cell", partial(after_box, names=shell.user_ns))
    shell.input_transformers_cleanup.append(_with_a_body)
    shell.register_magic_function(_memo, "cell", MAGIC.removeprefix("%%"))


def _this_shell() -> Any:
    """The notebook's IPython, or None."""
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return None
    return get_ipython()


def _with_a_body(lines: list[str]) -> list[str]:
    """IPython ends in red where nothing stands below the first line; an empty line is enough for it."""
    return [*lines, "\n"] if lines and lines[0].startswith(MAGIC) else lines


def _memo(line: str, cell: str) -> Any:
    """Take what was written below the first line as a text, and say how long it is."""
    from cst1992.answers.self_study import model_memo

    first_line = f"{MAGIC} {line}"
    text = words_of(f"{first_line}\n{cell}")
    kept = Kept(text, wanted_words(first_line), in_full="NBGRADER_EXECUTION" in os.environ)
    model = model_memo(first_line, text)
    if model is None:
        return kept
    from IPython.display import display

    display(kept)  # type: ignore[no-untyped-call]
    return model
