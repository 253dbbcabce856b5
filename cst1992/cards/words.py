"""Words of a page: its terms in English, Russian and Kazakh with a plain definition, folded away."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, fold
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import rows
from cst1992.facts.page_number import page_number
from cst1992.facts.terms import Term, all_terms
from cst1992.facts.wording import many

LANGUAGES = (("term", ""), ("in Russian", "ru"), ("in Kazakh", "kk"), ("in plain words", ""))
OUR_FORM = "* our form: we read it in no source, and no native reader has checked it."


def page_terms(notebook: str) -> tuple[list[Term], list[Term]]:
    """The terms of one page, and those that most pages use; each in the order of its first use.

    Raises
    ------
    ValueError
        There is no such notebook.
    """
    number, known = page_number(notebook), {term.id: term for term in all_terms()}
    listed = [row for row in rows("page_words") if row["notebook"] == number]
    if not listed:
        numbers = ", ".join(sorted({row.text("notebook") for row in rows("page_words")}))
        raise Mistake(f"There are no words of a notebook {notebook!r}. Write one of {numbers}, for instance '03'.")
    own = [known[str(row["term"] or row["concept"])] for row in listed if not row["common"]]
    return own, [known[str(row["term"] or row["concept"])] for row in listed if row["common"]]


def marked_forms(term: Term) -> tuple[str, str]:
    """The Russian and the Kazakh form, with an asterisk where it is ours."""
    russian, kazakh = (term.others.get(code, "") + "*" * (code in term.ours) for code in ("ru", "kk"))
    return russian, kazakh


def _cells(term: Term) -> tuple[str, ...]:
    return term.english, *marked_forms(term), term.definition


def words_table(terms: list[Term], caption: str) -> str:
    """Terms as a table, as HTML without its style sheet."""
    wide = {LANGUAGES[-1][0]: ' style="width: 42%"'}
    head = "".join(f'<th scope="col"{wide.get(name, "")}>{name}</th>' for name, _ in LANGUAGES)
    body = ""
    for term in terms:
        body += "<tr>"
        for (name, language), cell in zip(LANGUAGES, _cells(term), strict=True):
            spoken = f' lang="{language}"' if language else ""
            body += f'<td{spoken} data-label="{name}">{escape(cell)}</td>'
        body += "</tr>"
    note = f'<p class="cst-soft">{OUR_FORM}</p>' if any(term.ours for term in terms) else ""
    label = escape(caption, quote=True)
    return (
        f'<div class="cst-table" tabindex="0" role="group" aria-label="{label}" data-lm-suppress-shortcuts="true">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}"
    )


def words_fold(notebook: str) -> str:
    """The words of a page, folded, as HTML without its style sheet."""
    own, common = page_terms(notebook)
    inside = words_table(own, "Words of this page")
    if common:
        told = f"And {many(len(common), 'word', 'words')} that most pages use"
        inside += fold(told, words_table(common, told))
    count = many(len(own), "term", "terms")
    return fold(f"Words of this page: {count} in English, Russian and Kazakh, in plain words", inside)


def words(notebook: str) -> Card:
    """Words of this page: the terms that a notebook uses, in English, Russian and Kazakh, folded away.

    Parameters
    ----------
    notebook : its number, such as "03".

    Returns
    -------
    A card; put the call last in a cell to see it. `print` gives the same as plain text.

    Raises
    ------
    ValueError
        There is no such notebook.

    Examples
    --------
    >>> print(words("03").text.splitlines()[0])
    Words of this page
    """
    own, common = page_terms(notebook)
    lines = [
        f"{english} · {russian} · {kazakh}: {meaning}"
        for english, russian, kazakh, meaning in map(_cells, own + common)
    ]
    return Card(
        card_html("Words of this page", words_fold(notebook)), "\n".join(["Words of this page", *lines, OUR_FORM])
    )
