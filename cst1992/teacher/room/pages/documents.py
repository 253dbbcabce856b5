"""The three pages as documents: what stands still in them. What changes comes into them from the server."""

from __future__ import annotations

import json
from functools import cache
from html import escape

from cst1992.facts.catalogues import language_or_english
from cst1992.facts.files import asset
from cst1992.facts.speech import say

PARTS = "teacher/room/pages"
FILES = {
    "room.css": "text/css",
    "phone.js": "text/javascript",
    "projector.js": "text/javascript",
    "teacher.js": "text/javascript",
}


@cache
def file_of_a_page(name: str) -> tuple[str, str]:
    """A style sheet or script with its type.

    Raises
    ------
    KeyError
        The pages have no such file.
    """
    return asset(f"{PARTS}/{name}"), FILES[name]


def phone_page(title: str) -> str:
    """The page for phones. Its words are those of the module's language; scripts have none of their own."""
    words = {
        "sending": say("Your answer is on its way …"),
        "lost": say("There is no connection. Your answer is kept on this phone, and is sent as soon as there is one."),
        "away": say("There is no connection. This page tries again by itself."),
        "over": say("The time is over."),
    }
    noscript = say("This page needs JavaScript. Switch it on, or hold up a letter.")
    body = f"""<main id="main" data-words="{escape(json.dumps(words), quote=True)}">
<h1>{escape(title)}</h1>
<p class="clock" id="clock" hidden><span class="aloud">{escape(say("Time left:"))} </span><span id="left"></span></p>
<div id="view"></div>
<p id="said" role="status"></p>
<p id="note"></p>
<div id="below"></div>
<p id="heard" role="status" class="aloud"></p>
<noscript><p>{escape(noscript)}</p></noscript>
</main>"""
    return _document(title, "phone", body, language_or_english())


def projector_page(title: str) -> str:
    """The page for the projector; it holds no secret."""
    body = """<main id="main"><div id="view"></div></main>
<footer><span id="address"></span><span id="clock" class="clock" hidden><span id="left"></span></span><span id="counted" role="status"></span><span id="came"></span></footer>"""
    return _document(title, "projector", body, language_or_english())


def teacher_page(title: str) -> str:
    """The page for the teacher. It holds no secret either: its script sends the key that stands in its address."""
    body = f"""<main id="main">
<h1>{escape(title)} <span id="where"></span></h1>
<p id="said" role="status"></p>
<div class="moves"><button type="button" id="back" data-do="back">Back</button><button type="button" id="forward" data-do="forward" class="main">…</button></div>
<p class="legend">Keys and clickers: Page Down or → goes on, Page Up or ← goes back; also while the projector's page is in front, in the same browser.</p>
<div id="trouble"></div>
<h2 id="name"></h2>
<p class="clock" id="clock" hidden>Time left: <span id="left"></span></p>
<div id="head"></div>
<div id="live"></div>
<div id="view"></div>
<details data-keep="more"><summary>More</summary>
<p class="moves"><button type="button" data-do="tell">Show now</button><button type="button" data-do="anew" data-sure="Forget the votes of this step and begin it again?">Begin this step again</button><button type="button" data-do="minute">One minute more</button><button type="button" data-do="stop">No clock</button></p>
<p><label>Go to <select id="steps"></select></label></p>
<form class="ask" data-refused="Write the question; for a choice also two to eight things to choose, with semicolons between."><fieldset><legend>Ask something of your own</legend>
<p><label>The question <input type="text" name="prompt" maxlength="300" autocomplete="off"></label></p>
<p><label>Answered by <select name="kind"><option value="word">a word or a sentence</option><option value="number">a number</option><option value="choice">a choice</option></select></label></p>
<p><label>For a choice: what there is to choose, with semicolons between <input type="text" name="options" maxlength="900" autocomplete="off"></label></p>
<p><button type="submit">Put it next</button></p></fieldset></form>
<p><label><input type="checkbox" id="door"> The door is shut: no new phones</label></p>
</details>
<h2>The room</h2>
<p id="came"></p>
<p>Phones open: <strong id="address"></strong></p>
<p>The projector shows <a id="projector" href="projector" target="room-projector">this page</a>: open it, drag the window to the projector, press F11. Do not project the page that you are reading.</p>
</main>"""
    return _document(f"Teacher: {title}", "teacher", body, "en")


def _document(title: str, page: str, body: str, language: str) -> str:
    return f"""<!doctype html>
<html lang="{escape(language, quote=True)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>{escape(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="room.css">
<script src="{page}.js" defer></script></head><body class="{page}">
{body}
</body></html>
"""
