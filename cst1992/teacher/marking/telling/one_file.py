"""A page that is one file: no script, nothing from elsewhere, and no style but its own."""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from html import escape

from cst1992.facts.files import asset


def one_file(title: str, body: str, *styles: str, language: str = "en", head: str = "", look: str = "") -> str:
    """A whole page.

    Parameters
    ----------
    body : HTML, with what came from anybody else escaped already.
    styles : the style sheets of the page, as `asset` knows them.
    head : more lines of its head.
    look : what the body is called in the style sheets.

    Examples
    --------
    >>> one_file("Report", "<main></main>", "teacher/marking/telling/report.css").startswith("<!doctype html>")
    True
    """
    style, allowed = _style(styles)
    named = f' class="{look}"' if look else ""
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
{head}<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body{named}>
{body}
</body>
</html>
"""


@cache
def _style(styles: tuple[str, ...]) -> tuple[str, str]:
    """The style sheets in one, and what of styles the page may use: this alone."""
    style = "".join(map(asset, styles))
    return style, f"'sha256-{base64.b64encode(sha256(style.encode()).digest()).decode()}'"
