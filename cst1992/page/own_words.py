"""The learner's own answers: the first one, the revised one, and those of the whole walk side by side."""

from __future__ import annotations

from html import escape
from threading import Lock
from typing import TYPE_CHECKING

from cst1992.cards.card import Card, card_html, plain_card
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.page import record
from cst1992.page.controls import alert, button, framed, html, made, row_of, trouble
from cst1992.page.whole_answer import question_to_answer

if TYPE_CHECKING:
    import ipywidgets

MOMENTS = ("first", "revised")
LABELS = {"first": to_be_said("Your answer"), "revised": to_be_said("Your answer, revised")}
LINES = {"first": 4, "revised": 8}


def kept_words() -> dict[str, dict[str, str]]:
    """For each notebook what was last written at each moment, and the question: keys first, revised, prompt."""
    found: dict[str, dict[str, str]] = {}
    for entry in record.entries():
        if entry["kind"] == "own words" and entry["moment"] in MOMENTS:
            kept = found.setdefault(entry["notebook"], {})
            kept[entry["moment"]] = str(entry.get("text", ""))
            kept.setdefault("prompt", str(entry.get("prompt", "")))
    return found


class OwnWords:
    """A question with a box to write in. What stands in it is kept by the button, or when the learner goes on."""

    def __init__(self, notebook: str, prompt: str, moment: str) -> None:
        import ipywidgets

        self.notebook, self.prompt, self.moment = notebook, prompt, moment
        known = kept_words().get(notebook, {})
        self.first, self.last_kept = known.get("first", ""), known.get(moment, "")
        self._one_at_a_time = Lock()  # JupyterLab tells some messages beside the main thread
        self.text = made(
            ipywidgets.Textarea,
            value=self.last_kept,
            description=say(LABELS[moment]),
            rows=LINES[moment],
            continuous_update=False,
        )
        self.press, self.told = button(say("Keep"), say("Keep my answer"), primary=True), html("")
        self.press.on_click(self._keep)
        self.text.observe(self._keep, names="value")

    def frame(self) -> ipywidgets.VBox:
        """The whole, to be put last in a cell; a revised answer stands below the first one."""
        parts = [html(f'<p class="cst-prompt">{escape(self.prompt)}</p>')]
        if self.moment == "revised":
            first = escape(self.first or say("(nothing kept)"))
            parts.append(html(f'<p>{say("Your first answer:")}</p><p class="cst-earlier">{first}</p>'))
        question = question_to_answer(
            [*parts, self.text, row_of(self.press, look="cst-buttons"), self.told], self.press
        )
        return framed([question], say("Your own answer, notebook {number}", number=self.notebook))

    def _keep(self, _: object) -> None:
        """Keep what stands in the box, once, and say so."""
        words = self.text.value.strip()
        if not words:
            self.told.value = alert(say("Write something first."))
            return
        with self._one_at_a_time:
            lost = "" if words == self.last_kept else trouble(self._add_to_record, words)
            self.last_kept = self.last_kept if lost else words
        kept = say_count(
            "Kept ({count} word). You can change it and keep it again.",
            "Kept ({count} words). You can change it and keep it again.",
            len(words.split()),
        )
        self.told.value = lost or alert(kept)

    def _add_to_record(self, words: str) -> None:
        record.keep("own words", notebook=self.notebook, moment=self.moment, prompt=self.prompt, text=words)


def my_answer(notebook: str, prompt: str, revised: bool = False) -> ipywidgets.VBox:
    """A box for your own words, kept in your record. There is no right or wrong in it.

    Parameters
    ----------
    notebook : its number, such as "02".
    prompt : the question.
    revised : True at the end of a notebook: your first answer then stands above the box.

    Returns
    -------
    A widget; put the call last in a cell to see it.

    Examples
    --------
    >>> my_answer("02", "If one of the six suffers aggression, what happens next?")  # doctest: +SKIP
    """
    return OwnWords(str(notebook), str(prompt), "revised" if revised else "first").frame()


def my_answers() -> Card:
    """Your own answers of the whole walk, first and revised side by side, to read and to copy.

    Returns
    -------
    A card for each notebook, or a sentence where nothing was kept; put the call last in a cell to see it.
    `print` gives the same as plain text.

    Examples
    --------
    >>> my_answers()  # doctest: +SKIP
    """
    kept = kept_words()
    if not kept:
        return plain_card(say("You have not kept an answer yet. Write one at the start of a notebook and press Keep."))
    html_parts, text_parts = [], []
    for notebook in sorted(kept):
        sides, plain = answers_pair(kept[notebook])
        prompt = kept[notebook]["prompt"]
        title = f'<p class="cst-title">{escape(notebook)} · {escape(prompt)}</p>'
        html_parts.append(card_html(say("Notebook {number}", number=notebook), f"{title}{sides}"))
        text_parts.append(f"{notebook} · {prompt}\n{plain}")
    return Card("".join(html_parts), "\n\n".join(text_parts))


def answers_pair(words: dict[str, str]) -> tuple[str, str]:
    """The first and the revised answer to one question beside each other, as HTML and as plain text."""
    sides = "".join(
        f'<div><p class="cst-soft">{label}</p><p style="white-space: pre-wrap">{escape(words.get(moment, "–"))}</p></div>'
        for moment, label in zip(MOMENTS, (say("Your first answer"), say("Your answer, revised")), strict=True)
    )
    first = say("First: {answer}", answer=words.get("first", "–"))
    text = f"{first}\n{say('Revised: {answer}', answer=words.get('revised', '–'))}"
    return f'<div class="cst-pair">{sides}</div>', text
