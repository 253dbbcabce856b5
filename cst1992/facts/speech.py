"""Whatever the library says to a learner is said here, so that it can be said in another language.

A sentence is given whole and in English, with named places; it is translated first and filled in afterwards. Say it when
it is shown, never when a module is imported: the language may be chosen later.
"""

from __future__ import annotations

from gettext import NullTranslations

_spoken: NullTranslations | None = None


def say(sentence: str, /, **places: object) -> str:
    """A sentence in the language that is spoken, its places filled in.

    Parameters
    ----------
    sentence : the English sentence, or a name for one that stands in `to_be_said`.
    places : what stands in the sentence in braces; names and numbers as they are, so that nothing has to be inflected.

    Raises
    ------
    KeyError
        A place of the sentence is not given.

    Examples
    --------
    >>> say("In force: {states}.", states="Armenia, Belarus")
    'In force: Armenia, Belarus.'
    """
    said = _catalogue().gettext(sentence) if sentence else ""
    return said.format(**places) if places else said


def say_count(one: str, several: str, count: int, /, **places: object) -> str:
    """A sentence on a number of things, in the form that this number needs in the language that is spoken.

    Parameters
    ----------
    one, several : the English sentence for one thing and for any other number; the number stands in `{count}`.
    places : what else stands in the sentence in braces.

    Examples
    --------
    >>> [say_count("{count} state", "{count} states", number) for number in (1, 15)]
    ['1 state', '15 states']
    """
    return _catalogue().ngettext(one, several, count).format(**{"count": count, **places})


def say_as(meaning: str, sentence: str, /, **places: object) -> str:
    """As `say`, for a word that has several meanings in English and needs another word for each elsewhere.

    Parameters
    ----------
    meaning : what is meant, for the translator.

    Examples
    --------
    >>> say_as("number", "no"), say_as("answer", "no")
    ('no', 'no')
    """
    said = _catalogue().pgettext(meaning, sentence)
    return said.format(**places) if places else said


def to_be_said(sentence: str) -> str:
    """An English sentence that stands in a constant; it is collected for translators here, and given to `say` later.

    Examples
    --------
    >>> NOT_YET = to_be_said("Not yet.")
    >>> say(NOT_YET)
    'Not yet.'
    """
    return sentence


def speak(catalogue: NullTranslations | None) -> None:
    """Say everything out of this catalogue from now on; None asks for the language of the module once more."""
    global _spoken
    _spoken = catalogue


def _catalogue() -> NullTranslations:
    return _spoken or _catalogue_of_the_module()


def _catalogue_of_the_module() -> NullTranslations:
    """The catalogue of the language that the module names; what goes wrong while it is looked for is said in English."""
    speak(NullTranslations())
    found = None
    try:
        from cst1992.facts.catalogues import catalogue_wanted

        found = catalogue_wanted()
    finally:
        speak(found)
    return found or NullTranslations()
