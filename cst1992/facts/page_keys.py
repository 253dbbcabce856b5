"""The keys of a page: what Tab, Escape, Shift+Enter and the arrows do inside what a box gives.

A small mark stands in every output of ours and starts page_keys.js, once for each page. JupyterLab and Notebook 7
alone would let Tab jump over boxes, and would take a letter pressed on a fold for a command.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from html import escape

from cst1992.facts.files import asset

MARK = re.compile(r'<img alt="" src="data:," hidden data-cst-keys[^>]*>')


@cache
def keys_mark() -> str:
    """An unseen picture that starts the keys of the page on which it stands, as HTML.

    `hidden` alone is not enough: the notebook's own style shows every picture in an output.
    """
    script = escape(f"({asset('facts/page_keys.js').strip()})(this)", quote=True)
    return f'<img alt="" src="data:," hidden data-cst-keys style="display:none" onerror="{script}">'


def without_mark(html: str) -> str:
    """The same HTML for a page on which nothing runs.

    Examples
    --------
    >>> without_mark(f"<p>Read.</p>{keys_mark()}")
    '<p>Read.</p>'
    """
    return MARK.sub("", html)


def start_keys() -> None:
    """Start the keys of the page from a box that only prints; outside a notebook nothing happens."""
    if "IPython" not in sys.modules:
        return
    from IPython.core.getipython import get_ipython
    from IPython.display import HTML, display

    if getattr(get_ipython(), "kernel", None) is not None:
        display(HTML(keys_mark()))  # type: ignore[no-untyped-call]
