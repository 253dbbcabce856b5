"""Words of a page: its terms in English and the languages of the module, with a plain definition, folded away."""

from __future__ import annotations

from html import escape

from cst1992.cards.card import Card, card_html, fold
from cst1992.facts.mistakes import Mistake
from cst1992.facts.module import module
from cst1992.facts.page_number import page_number
from cst1992.facts.sections import section
from cst1992.facts.speech import say, say_count, to_be_said
from cst1992.facts.terms import Term, all_terms
from cst1992.facts.wording import in_a_list, in_a_row

PLAIN = to_be_said("in plain words")
OUR_FORM = to_be_said("* our form: we read it in no source, and no native reader has checked it.")
HERE = to_be_said("Words of this page")


def page_terms(notebook: str) -> tuple[list[Term], list[Term]]:
    """The terms of one page, and those that most pages use; each in the order of its first use.

    Raises
    ------
    ValueError
        There is no such notebook.
    """
    number, known = page_number(notebook), {term.id: term for term in all_terms()}
    every = section("page_words")
    listed = [row for row in every if row["notebook"] == number]
    if not listed:
        numbers = sorted({row.text("notebook") for row in every})
        raise Mistake(
            say(
                "There are no words of a notebook {given!r}. Write one of {numbers}, for instance {example!r}.",
                given=notebook,
                numbers=in_a_list(numbers),
                example=numbers[len(numbers) // 2],
            )
        )
    own = [known[str(row["term"] or row["concept"])] for row in listed if not row["common"]]
    return own, [known[str(row["term"] or row["concept"])] for row in listed if row["common"]]


def marked_forms(term: Term) -> dict[str, str]:
    """The forms in the other languages, by the code of each, with an asterisk where the form is ours."""
    return {code: form + "*" * (code in term.ours) for code, form in term.others.items()}


def our_form(terms: list[Term]) -> str:
    """What the asterisk means; empty where no form of these terms has one."""
    return say(OUR_FORM) if any(term.ours for term in terms) else ""


def _columns(terms: list[Term]) -> list[tuple[str, str, list[str]]]:
    """The head, the language and the cells of each column; a language in which no term has a form has none."""
    others = [
        (say("in {language}", language=language), code, [marked_forms(term).get(code, "") for term in terms])
        for code, language in module().languages.items()
    ]
    return [
        (say("term"), "", [term.english for term in terms]),
        *(column for column in others if any(column[2])),
        (say(PLAIN), "", [term.definition for term in terms]),
    ]


def words_table(terms: list[Term], caption: str) -> str:
    """Terms as a table, as HTML without its style sheet."""
    columns = _columns(terms)
    wide = {say(PLAIN): ' style="width: 42%"'}
    head = "".join(f'<th scope="col"{wide.get(name, "")}>{escape(name)}</th>' for name, _, _ in columns)
    body = ""
    for place in range(len(terms)):
        body += "<tr>"
        for name, language, cells in columns:
            spoken = f' lang="{language}"' if language else ""
            body += f'<td{spoken} data-label="{escape(name, quote=True)}">{escape(cells[place])}</td>'
        body += "</tr>"
    note = f'<p class="cst-soft">{escape(our_form(terms))}</p>' if our_form(terms) else ""
    label = escape(caption, quote=True)
    return (
        f'<div class="cst-table" tabindex="0" role="group" aria-label="{label}" data-lm-suppress-shortcuts="true">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}"
    )


def words_fold(notebook: str) -> str:
    """The words of a page, folded, as HTML without its style sheet."""
    own, common = page_terms(notebook)
    inside = words_table(own, say(HERE)) if own else ""
    if common:
        told = say_count("And {count} word that most pages use", "And {count} words that most pages use", len(common))
        inside += fold(told, words_table(common, told))
    return fold(_told(own), inside)


def _told(own: list[Term]) -> str:
    """How many words of a page there are, and in which languages."""
    count = say_count("{count} term", "{count} terms", len(own))
    spoken = [name for code, name in module().languages.items() if any(code in term.others for term in own)]
    if not spoken:
        return say("Words of this page: {terms} in plain words", terms=count)
    languages = in_a_row([say("English"), *spoken])
    return say("Words of this page: {terms} in {languages}, in plain words", terms=count, languages=languages)


def words(notebook: str) -> Card:
    """Words of this page: the terms that a notebook uses, in English and the languages of the module, folded away.

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
    terms = own + common
    lines = [f"{' · '.join([term.english, *marked_forms(term).values()])}: {term.definition}" for term in terms]
    lines += [our_form(terms)] if our_form(terms) else []
    html = card_html(say(HERE), words_fold(notebook))
    return Card(html, "\n".join([say(HERE), *lines]))
