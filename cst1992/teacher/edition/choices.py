"""Where the live page has a menu, the edition has one fold for each choice: explorers, countries, cases to decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from cst1992.cards.outcomes import decided_html, situation_html
from cst1992.facts.arguments import agreed_words
from cst1992.facts.cases import case_key, rows_of
from cst1992.facts.laid_out import fold
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.package import row_with, rows
from cst1992.facts.speech import say
from cst1992.facts.wording import in_words
from cst1992.page import explorers, picture_explorers
from cst1992.page.country import country
from cst1992.page.on_paper import as_text, laid_out
from cst1992.page.scaffold import STILL
from cst1992.page.weighing import weigh_claims

if TYPE_CHECKING:
    from cst1992.page.frame import Frame

# The menus of each explorer that are turned over: those in one list one inside the other.
TURNED: dict[Callable[..., Any], list[list[str]]] = {
    explorers.explore_articles: [["Show it", "Article"]],
    explorers.explore_paragraphs: [["Paragraph"]],
    explorers.explore_requests: [["Asked by", "Case"]],
    picture_explorers.explore_membership: [["A day on which it changed"]],
    picture_explorers.explore_threats: [["Threat"]],
    picture_explorers.explore_timeline: [["State"], ["Theme"]],
}
AS_IT_OPENS = "the day with which the box opens"
FOLLOWED = (
    "The live notebook shows the country that you follow, and {first} until you choose one. "
    "Here all {many} are folded: open yours."
)
TO_FOLLOW = "Choose one, and note it on paper: you meet it again in each notebook."
JUDGE_FIRST = "Note your verdict on paper first: {verdicts}. Then unfold ours."
WRITE_FIRST = "Choose, and write your reason on paper, with the article that carries it. Only then open your choice."


def _boxed(content: str) -> str:
    return f'<div class="shown-still">{content}</div>'


def _controls(frame: Frame) -> dict[str, Any]:
    """The controls of an explorer, by name."""
    return {control.description: control for control in frame.controls}


def _told(frame: Frame) -> str:
    """What one choice shows; a choice that shows nothing but a mistake is none for a page on paper."""
    sentence, *shown = map(laid_out, frame.told)
    if (still := say(STILL)) in sentence:
        raise Mistake(f"{frame.label}: {as_text(sentence).replace(still, '').strip()}")
    return sentence + "".join(shown)


def _folds(frame: Frame, menus: Sequence[str]) -> str:
    """One fold for each choice of the first menu; what is in it turns over the further menus."""
    if not menus:
        return _told(frame)
    menu, parts = _controls(frame)[menus[0]], ""
    for place, (label, _) in enumerate(menu.options):
        menu.index = place
        parts += fold(AS_IT_OPENS if label == say(picture_explorers.OWN_DAY) else label, _folds(frame, menus[1:]))
    return parts


def _held(frame: Frame, menus: Sequence[str]) -> str:
    """What the other menus of a box are set to."""
    held = [
        f"{name}: {one.label}" for name, one in _controls(frame).items() if hasattr(one, "label") and name not in menus
    ]
    return f" ({escape('; '.join(held))})" if held else ""


def explorer_html(explorer: Callable[..., Any], *given: Any, **named: Any) -> str:
    """An explorer turned over: one fold for each choice of its menus.

    Raises
    ------
    ValueError
        A choice shows nothing; the message says which box it is, and why.

    Examples
    --------
    >>> explorer_html(explorers.explore_paragraphs).count(">Paragraph 8</summary>")
    1
    """
    parts = ""
    for every in TURNED[explorer]:
        frame = explorer(*given, **named)
        menus = [said for menu in every if (said := say(menu)) in _controls(frame)]
        inner = f", with a fold in it for each choice of “{menus[1]}”" if len(menus) > 1 else ""
        parts += (
            f"<p>A fold for each choice of the menu “{menus[0]}”{inner}{_held(frame, menus)}:</p>{_folds(frame, menus)}"
        )
    turned = [say(menu) for menus in TURNED[explorer] for menu in menus]
    others = [name for name in _controls(explorer(*given, **named)) if name not in turned]
    return _boxed(parts + (f"<p>The live box has these controls too: {', '.join(others)}.</p>" if others else ""))


def country_html(notebook: str, state: str | None = None) -> str:
    """The card of the country that is followed, one fold for each; or of the one that is named."""
    if state is not None:
        return _boxed(fold(state, country(notebook, state).html))
    names = [row.text("name") for row in rows("states")]
    told = FOLLOWED.format(first=module().first_country, many=in_words(len(names)))
    return _boxed(f"<p>{told}</p>" + "".join(fold(name, country(notebook, name).html) for name in names))


def choose_country_html(state: str | None = None) -> str:
    """The countries to choose from; or the one that a teacher assigned."""
    if state is not None:
        return _boxed(f"<p>You follow {escape(state)}.</p>")
    names = ", ".join(escape(row.text("name")) for row in rows("states"))
    return _boxed(f"<p>{TO_FOLLOW}</p><p>{names}.</p>")


def decide_html(case: str) -> str:
    """A case to decide: the situation, and for each position, folded, what spoke for and against it."""
    row = row_with("cases", "id", case_key(case))
    folds = "".join(fold(one.text("choice"), decided_html(one)) for one in rows_of("case_choices", row.text("id")))
    question = f'<p class="cst-prompt">{escape(row.text("question"))}</p>'
    return _boxed(f"{situation_html(row)}{question}<p>{WRITE_FIRST}</p>{folds}")


def claims_html(*given: Any, **named: Any) -> str:
    """Claims to weigh: the evidence and our verdict of each are folded away."""
    cards = weigh_claims(*given, **{**named, "ask": False})
    *others, last = agreed_words("claims", "verdict")
    told = JUDGE_FIRST.format(verdicts=escape(f"{', '.join(others)}, or {last}" if others else last))
    return _boxed(f"<p>{told}</p>{cards.html}")


CHOICES: dict[str, Callable[..., str]] = {
    "choose_country": choose_country_html,
    "country": country_html,
    "decide": decide_html,
    "weigh_claims": claims_html,
    **{explorer.__name__: partial(explorer_html, explorer) for explorer in TURNED},
}
