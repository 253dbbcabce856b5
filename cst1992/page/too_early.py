"""A box that is run too early: one sentence names the box to run first, in place of a NameError.

An extension of IPython. Our installation loads it with every kernel (ipython_kernel_config.json), so that it also
hears of a missing `cst`; `cst.begin` loads it where that was not possible.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cst1992.facts.speech import say, to_be_said

if TYPE_CHECKING:
    from cst1992.page.outline import Box, Page

MEMO_TOO_EARLY = to_be_said(
    "Your words stand in this box, and nothing is lost. Run the first box of the sheet, then this one again: "
    "it then counts your words."
)


def load_ipython_extension(shell: Any) -> None:
    """Let a missing name be told in a sentence where the page knows it; any other error stays as it was."""
    if not shell.custom_exceptions:
        shell.set_custom_exc((NameError,), _told)
    if "memo" not in shell.magics_manager.magics["cell"]:
        shell.register_magic_function(_memo_too_early, "cell", "memo")


def _memo_too_early(line: str, cell: str) -> None:
    """A text that is run before its sheet has begun."""
    print(say(MEMO_TOO_EARLY))


def _told(shell: Any, kind: type[NameError], error: NameError, trace: Any, tb_offset: int | None = None) -> None:
    from cst1992.answers.red_box import of_a_number_word

    name = _missing(error)
    number_word = of_a_number_word(name)
    found = None if number_word else _where(name)
    if number_word:
        error._render_traceback_ = lambda: [f"✗ {number_word}"]  # type: ignore[attr-defined]
    elif found is not None:
        sentence = sentence_for(name, found[1])
        error._render_traceback_ = lambda: [f"✗ {sentence}"]  # type: ignore[attr-defined]
        _offer_the_way(*found)
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset)


def _missing(error: NameError) -> str:
    """The name that is missing; pandas tells it in the sentence alone, when a query asks for `@name`."""
    told = re.search(r"'(\w+)' is not defined", str(error))
    return told.group(1) if told else ""


def _where(name: str) -> tuple[Page, Box] | None:
    """The first box of the running page that sets a name."""
    from cst1992.page.outline import names_of, page_of, running_file

    file = running_file()
    page = page_of(file) if file and name else None
    box = next((box for box in page.boxes if name in names_of(box.code)), None) if page else None
    return (page, box) if page and box else None


def sentence_for(name: str, box: Box) -> str:
    """Which box to run first, in one sentence."""
    first = box.code.strip().splitlines()[0]
    return say(
        "This box needs {name!r}, which another box makes: run first the box under “{heading}” "
        "that begins with `{first}`, then this one again.",
        name=name,
        heading=box.heading,
        first=first,
    )


def _offer_the_way(page: Page, box: Box) -> None:
    from IPython.display import HTML, display

    from cst1992.page.links import way_to_box, with_ways

    way = way_to_box(page, box, say("Go to the box to run first"))
    display(HTML(with_ways(f"<p>{way}</p>")))  # type: ignore[no-untyped-call]
