"""The languages in which the library speaks: which are there, which one is wanted, and where its sentences stand.

A catalogue is the file `<code>/LC_MESSAGES/cst1992.mo`: in `cst1992/facts/translations/` for every module, and in `data/` for
one module alone, whose sentences go before. What neither holds is said in English.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from cst1992.facts.files import LIBRARY, data_file, data_folder
from cst1992.facts.mistakes import MissingData, Mistake
from cst1992.facts.speech import say, speak

ENGLISH = "en"
CHOSEN = "CST1992_LANGUAGE"
TRANSLATIONS = LIBRARY / "facts/translations"
FOLDER = re.compile(r"[/\\](?:notebooks[/\\]([a-z]{2,3})|exercises[/\\]([a-z]{2,3})[/\\][^/\\]+)$")

_chosen: str | None = None
_settled: str | None = None


class LanguageNotThere(Mistake):
    """The module does not speak this language; the message names those that it does."""


def language() -> str:
    """The code of the language that is spoken.

    It is the one that was chosen with `choose_language`; else that of CST1992_LANGUAGE; else that of the folder in which the
    notebook runs, such as `notebooks/ru`; else that of the module. It is looked for once: every table and message asks.

    Examples
    --------
    >>> language()
    'en'
    """
    global _settled
    if _settled is None:
        _settled = _chosen or os.environ.get(CHOSEN, "").strip() or _of_the_folder() or _of_the_module()
    return _settled


def _of_the_folder() -> str:
    """The language of the notebook or the sheet that runs here; empty where its folder is that of no language."""
    with contextlib.suppress(FileNotFoundError):
        found = FOLDER.search(str(Path.cwd()))
        return code if found and (code := found[1] or found[2]) in languages_spoken() else ""
    return ""


def language_or_english() -> str:
    """The same; English where no `module.yaml` is there for now."""
    try:
        return language()
    except MissingData:
        return ENGLISH


def _of_the_module() -> str:
    """The language that `module.yaml` names; looked up by itself, since the file may be what cannot be read."""
    text = data_file("module.yaml").read_text(encoding="utf-8-sig", errors="replace")
    named = re.search(r"(?m)^language: *([a-z]{2,3})\b", text)
    return named[1] if named else ENGLISH


def choose_language(code: str | None) -> None:
    """Speak this language from now on; None looks for the right one anew.

    Raises
    ------
    LanguageNotThere
        There is no catalogue for it; the message names the languages that are there.

    Examples
    --------
    >>> choose_language("en")
    >>> choose_language(None)
    """
    global _chosen, _settled
    found = None if code is None else catalogue_of(code)
    _chosen, _settled = code, None
    speak(found)


@contextlib.contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak this language for a while, then again the one that was spoken before."""
    before = _chosen
    choose_language(code)
    try:
        yield
    finally:
        choose_language(before)


def languages_spoken() -> list[str]:
    """The codes of all languages in which the library can speak in this module, English first.

    Examples
    --------
    >>> languages_spoken()[0]
    'en'
    """
    found = {path.parts[-3] for folder in _folders() for path in folder.glob("*/LC_MESSAGES/cst1992.mo")}
    return [ENGLISH, *sorted(found - {ENGLISH})]


def catalogue_of(code: str) -> NullTranslations:
    """The sentences of a language, the module's own before those of the library.

    Raises
    ------
    LanguageNotThere
        There is no catalogue for it; the message names the languages that are there.

    Examples
    --------
    >>> catalogue_of("en").gettext("Not yet.")
    'Not yet.'
    """
    if code == ENGLISH:
        return NullTranslations()
    if code not in languages_spoken():
        raise LanguageNotThere(
            say(
                "The module does not speak the language {code!r}. There are: {codes}. "
                "docs/adapting.md says where another one stands.",
                code=code,
                codes=", ".join(languages_spoken()),
            )
        )
    first, *others = [_read(path) for folder in _folders() if (path := catalogue_file(folder, code)).is_file()]
    for other in others:
        first.add_fallback(other)
    return first


def _read(path: Path) -> GNUTranslations:
    with path.open("rb") as file:
        return GNUTranslations(file)


def catalogue_file(folder: Path, code: str) -> Path:
    """Where the catalogue of a language stands in a folder of translations."""
    return folder / code / "LC_MESSAGES/cst1992.mo"


def catalogue_wanted() -> NullTranslations | None:
    """The catalogue of the language that is spoken; None, and so English, where no `module.yaml` is there for now."""
    try:
        code = language()
    except MissingData:
        return None
    return catalogue_of(code)


def twin_of(name: str) -> Path | None:
    """The file that stands beside one of the data folder in the language that is spoken; None where there is none.

    It has the same name, in the folder of the language: `data/ru/quizzes/02_….yaml` beside `data/quizzes/02_….yaml`.

    Examples
    --------
    >>> twin_of("articles.csv") is None
    True
    """
    code = language_or_english()
    if code == ENGLISH:
        return None
    path = data_folder() / code / name
    return path if path.is_file() else None


def _folders() -> list[Path]:
    return [data_folder(), TRANSLATIONS]


def in_language(folder: Path) -> Path:
    """Where what lies in a folder of the module lies in the language that is spoken: `notebooks/ru` beside `notebooks`.

    Examples
    --------
    >>> in_language(Path("notebooks")).as_posix()
    'notebooks'
    """
    code = language_or_english()
    return folder if code == ENGLISH else folder / code
