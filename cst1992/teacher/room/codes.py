"""An address as a code that phones read: as a picture for a page, and as letters for a terminal."""

from __future__ import annotations

import io
from html import escape

from cst1992.facts.speech import say


def code_svg(address: str) -> str:
    """The code as SVG, dark on white in every theme, with the address in words.

    Examples
    --------
    >>> code_svg("http://localhost:8765/").startswith("<svg")
    True
    """
    import segno

    drawn = segno.make(address, error="m", micro=False).svg_inline(border=4, light="#fff", dark="#000", omitsize=True)
    alt = escape(say("A code that opens {address}", address=address), quote=True)
    return drawn.replace("<svg", f'<svg role="img" aria-label="{alt}"', 1)


def code_for_terminal(address: str) -> str:
    """The code in half blocks, for a terminal that can print them."""
    import segno

    drawn = io.StringIO()
    segno.make(address, error="l", micro=False).terminal(out=drawn, compact=True, border=2)
    return drawn.getvalue()
