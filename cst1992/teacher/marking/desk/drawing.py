"""What stands on the desk, as HTML. Whatever a student wrote is escaped: it is shown as the letters that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from cst1992.answers.memo import wanted_words
from cst1992.facts.wording import many
from cst1992.teacher.marking.desk.agreement import Agreement
from cst1992.teacher.marking.desk.hints import Cited, Length, Like
from cst1992.teacher.marking.texts.hand_marks import HandMark
from cst1992.teacher.marking.texts.rubric import Rubric

MOST = 60_000  # letters of one text on the page; what is longer is cut, and the cut is told
MOST_ALIKE = 5  # texts that are named at once; the rest stand below one line
KEYS = (
    ("0–9", "the level of the criterion with the arrow"),
    ("⌫", "back to the criterion before"),
    ("a, b …", "a comment of the list, and once more to take it back"),
    ("w", "write a comment"),
    ("Enter or n", "next text"),
    ("p", "back"),
    ("u", "undo the last click"),
    ("m", "model answer"),
    ("Space", "read on"),
)


def shown(text: str) -> str:
    """Words of a student, as they are: escaped, in their own direction, and never longer than a page can bear.

    Examples
    --------
    >>> shown("<script>alert(1)</script>")
    '<div class="cst-words" dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</div>'
    """
    cut = f'<p class="cst-soft">{len(text) - MOST} letters more are not shown.</p>' if len(text) > MOST else ""
    return f'<div class="cst-words" dir="auto">{escape(text[:MOST])}</div>{cut}'


def ours(markdown: str) -> str:
    """Words of the module's own sheet, with what is bold, slanted or a key.

    Examples
    --------
    >>> ours("a *slip* is **each** `left`")
    'a <em>slip</em> is <strong>each</strong> <code>left</code>'
    """
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(markdown, quote=False))
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    return re.sub(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])", r"<em>\1</em>", text)


def memo_html(text: str, found: str, long: Length, first_line: str, boxes: Sequence[str]) -> str:
    """The text with its length; where there is none, what else the student wrote into the sheet."""
    if not text:
        return _no_text(boxes)
    wanted = " to ".join(str(number) for number in wanted_words(first_line))
    counted = f"<strong>{many(long.count, 'word', 'words')}</strong>" + (f", {wanted} are wanted" if wanted else "")
    where = "" if found == "in its box" else f" Found {escape(found)}."
    limit = len(long.read.split())
    rest = (
        f'<p class="cst-limit">Here word {limit} ends: what follows is not read.</p>'
        f'<div class="cst-not-read">{shown(long.not_read)}</div>'
        if long.not_read
        else ""
    )
    over = f", read to word {limit}" if long.not_read else ""
    return f'<p class="cst-soft">{counted}{over}.{where}</p>{_region(shown(long.read) + rest)}'


def _region(content: str) -> str:
    return f'<div class="cst-memo-text" role="region" aria-label="The text" tabindex="0">{content}</div>'


def _no_text(boxes: Sequence[str]) -> str:
    told = (
        "<p><strong>No text was handed in.</strong> It has 0, as the rubric says of what is missing. Choose levels only "
        "where the text stands elsewhere: they count instead.</p>"
    )
    own = "<p>Boxes of the student's own in this sheet:</p>" + "".join(
        f'<div class="cst-not-read">{shown(box)}</div>' for box in boxes
    )
    return _region(told + (own if boxes else "<p>There is no box of the student's own in this sheet.</p>"))


def sources_html(keys: Sequence[Cited], unread: Sequence[Cited]) -> str:
    """The keys that the text cites, each with its source or with what it is instead."""
    if not keys and not unread:
        return '<p class="cst-soft">No key of a source is cited.</p>'
    late = [one for one in unread if one.key not in {key.key for key in keys}]
    lines = [_source(one, "") for one in keys] + [_source(one, " (in what is not read)") for one in late]
    found = sum(one.source is not None for one in keys)
    return f"<p><strong>Keys cited: {len(keys)}, found: {found}</strong></p><ul>{''.join(lines)}</ul>"


def _source(one: Cited, late: str) -> str:
    if one.source is None:
        return f"<li>✗ <code>{escape(one.key)}</code>{late}: {escape(one.told)}</li>"
    row = one.source
    about = ", ".join(escape(str(row[name])) for name in ("organisation", "published", "kind") if row.get(name))
    title, address = escape(str(row["title"])), str(row.get("address") or "")
    if address.startswith(("https://", "http://")):
        title = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    return f"<li>✓ <code>{escape(one.key)}</code>{late}: {title} ({about})</li>"


def alike_html(likes: Sequence[Like], words: Sequence[str]) -> str:
    """Texts that have much in common with this one, each to unfold; a place after the last one is the model answer.

    Where a whole class shares its words, the first of them stand open and the others below one line.
    """
    folds = [_like(like, words) for like in likes]
    if len(folds) <= MOST_ALIKE + 1:
        return "".join(folds)
    rest = f"<details><summary>Like {len(folds) - MOST_ALIKE} more texts, less</summary>{''.join(folds[MOST_ALIKE:])}</details>"
    return "".join([*folds[:MOST_ALIKE], rest])


def _like(like: Like, words: Sequence[str]) -> str:
    model = like.place == len(words)
    name = "the model answer" if model else f"text {like.place + 1}"
    other = "" if model else shown(words[like.place])
    return (
        f"<details><summary>Like {name}: {like.shared} of {like.of} runs of five words</summary>"
        f'<p class="cst-soft">The longest stretch in common:</p><div class="cst-not-read">{shown(like.longest)}</div>'
        f"{other}</details>"
    )


def model_html(model: str) -> str:
    """The model answer, folded."""
    parts = "".join(f"<p>{ours(part)}</p>" for part in model.split("\n\n") if part.strip())
    return f'<details class="cst-model"><summary>Model answer and common misreadings (m)</summary>{parts}</details>'


def marks_html(marks: Sequence[HandMark], rubric: Rubric, third: bool) -> str:
    """What markers have given, level by level."""
    if not marks:
        return ""
    head = "The markers differ: what you choose now counts." if third else "The other markers:"
    lines = []
    for mark in marks:
        levels = ", ".join(f"{escape(one.name)} {mark.levels[one.name]:g}" for one in rubric.criteria)
        look = " (third look)" if mark.decides else ""
        lines.append(f"<li>{escape(mark.marker)}{look}: <strong>{mark.points:g}</strong> ({levels})</li>")
    return f"<p><strong>{head}</strong></p><ul>{''.join(lines)}</ul>"


def earlier_html(mark: HandMark | None, rubric: Rubric) -> str:
    """That the text has changed since it was marked, and the key that keeps the mark."""
    if mark is None:
        return ""
    levels = ", ".join(f"{escape(one.name)} {mark.levels[one.name]:g}" for one in rubric.criteria)
    return (
        f'<p class="cst-limit">The text has changed since you marked it: {levels}, {mark.points:g} points. '
        "<strong>k</strong>: they hold for this text as well.</p>"
    )


def agreement_html(found: Sequence[Agreement]) -> str:
    """How far each two markers agree."""
    lines = [
        f"<li>{escape(one.markers[0])} and {escape(one.markers[1])}: {many(one.both, 'text', 'texts')} marked by both; "
        f"{one.equal} equal, {one.near} within half a point</li>"
        for one in found
    ]
    return f"<p><strong>Agreement</strong></p><ul>{''.join(lines)}</ul>" if lines else ""


def keys_html() -> str:
    """The keys of the desk."""
    lines = "".join(f"<dt><kbd>{escape(key)}</kbd></dt><dd>{escape(does)}</dd>" for key, does in KEYS)
    return f'<p><strong>Keys</strong></p><dl class="cst-keys">{lines}</dl>'
