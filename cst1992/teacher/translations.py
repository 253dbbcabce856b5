"""The sentences of the library for translators: the template, collected from the code, and a catalogue for each language.

The template is `cst1992/facts/translations/cst1992.pot`. A translator writes into `<code>/LC_MESSAGES/cst1992.po` beside it;
learners hear what is compiled from that, `cst1992.mo`. `docs/adapting.md` leads a translator through it. Needs Babel.
"""

from __future__ import annotations

import ast
import io
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from cst1992.facts.catalogues import TRANSLATIONS, catalogue_file
from cst1992.facts.files import LIBRARY, asset, data_folder
from cst1992.facts.mistakes import Mistake

TEMPLATE = TRANSLATIONS / "cst1992.pot"
SAYS = {"say": 1, "to_be_said": 1, "say_count": 2, "say_as": 2}
MAY_BE_LEFT_OUT = {"count", "number", "treaty"}
PLACE = re.compile(r"(?<!\{)\{(\w+)")


def template() -> Catalog:
    """All sentences that the library says to learners, each with the files in which it stands.

    Examples
    --------
    >>> "Not yet." in template()
    True
    """
    catalogue = Catalog(project="cst1992", charset="utf-8")
    for path in sorted(LIBRARY.rglob("*.py")):
        place = path.relative_to(LIBRARY.parent).as_posix()
        for name, said in calls_in(path):
            texts = [str(one.value) for one in said if isinstance(one, ast.Constant)]
            if len(texts) == SAYS[name]:
                sentence = tuple(texts) if name == "say_count" else texts[-1]
                catalogue.add(sentence, None, [(place, 1)], context=texts[0] if name == "say_as" else None)
    for told in json.loads(asset("facts/sections.json")).values():
        catalogue.add(told["said"], None, [("cst1992/facts/sections.json", 1)])
    return catalogue


def calls_in(path: Path) -> Iterator[tuple[str, list[ast.expr]]]:
    """Every place of a module that says something: with which verb, and what it is given to say.

    Babel looks for them sign by sign, and so finds none inside an f-string of Python 3.11.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYS:
            yield node.func.id, node.args[: SAYS[node.func.id]]


def template_text(collected: Catalog) -> str:
    """The template as it stands in its file; it changes only when a sentence does."""
    return _po(collected, omit_header=True)


def _po(catalogue: Catalog, **options: Any) -> str:
    """A catalogue in the form of a .po file, in the order of its sentences."""
    written = io.BytesIO()
    write_po(written, catalogue, width=120, sort_output=True, include_lineno=False, **options)
    return written.getvalue().decode("utf-8")


def write_translations(code: str | None = None) -> Iterator[str]:
    """Write the template, bring every catalogue up to date with it, compile it; a line on each file.

    Parameters
    ----------
    code : a language for which a catalogue is to be begun beside the template.

    Raises
    ------
    ValueError
        The code is that of no language; or a translation has other places in braces than its sentence.
    """
    whole = template()
    TEMPLATE.write_text(template_text(whole), encoding="utf-8")
    yield f"{TEMPLATE}: {len(whole)} sentences"
    files = [
        path for folder in (TRANSLATIONS, data_folder()) for path in sorted(folder.glob("*/LC_MESSAGES/cst1992.po"))
    ]
    begun = [_begun(code)] if code else []
    for path in dict.fromkeys([*files, *begun]):
        catalogue = _read(path)
        catalogue.update(whole, no_fuzzy_matching=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_po(catalogue, ignore_obsolete=True), encoding="utf-8")
        compile_catalogue(catalogue, path.with_suffix(".mo"))
        yield f"{path}: {len(left_to_say(catalogue))} of {len(whole)} sentences left to translate"


def _begun(code: str) -> Path:
    return catalogue_file(TRANSLATIONS, code).with_suffix(".po")


def _read(path: Path) -> Catalog:
    """The catalogue of a language; an empty one, with the plural forms of its language, where it is still to be begun."""
    code = path.parts[-3]
    locale = _locale(code)
    if path.exists():
        with path.open("rb") as file:
            return read_po(file, locale)
    if locale is None:
        raise Mistake(f"{code!r} is the code of no language. Write two or three letters, such as ru or kk.")
    return Catalog(locale, project="cst1992", charset="utf-8")


def _locale(code: str) -> Locale | None:
    """What Babel knows of a language, its plural forms above all; None where it does not know the code."""
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


def compile_catalogue(catalogue: Catalog, target: Path) -> None:
    """Write the file from which the library speaks.

    Raises
    ------
    ValueError
        A translation has other places in braces than its sentence; the message names it.
    """
    for message in catalogue:
        if message.id and (wrong := places_amiss(message)):
            raise Mistake(
                f"{target.with_suffix('.po')}: the translation {wrong!r} has other places in braces than {message.id!r}."
            )
    with target.open("wb") as file:
        write_mo(file, catalogue)


def places_amiss(message: Message) -> str:
    """The first translation of a sentence that names a place which the sentence does not have, leaves one out, or spoils a brace.

    A number may be left out, and may stand in figures in place of words; so may the name of the treaty, where the language
    would have to inflect it.

    Examples
    --------
    >>> places_amiss(Message("In force: {states}.", "Действует: {state}."))
    'Действует: {state}.'
    """
    asked = _places(message.id)
    given = asked | ({"count"} if message.pluralizable else set())
    for said in filter(None, _all(message.string)):
        if asked - MAY_BE_LEFT_OUT - _places(said) or (given and not _can_be_filled(said, given)):
            return said
    return ""


def _can_be_filled(said: str, places: set[str]) -> bool:
    """Does a translation ask for these places alone, with every brace in order?"""
    try:
        said.format(**dict.fromkeys(places, 0))
    except (ValueError, KeyError, IndexError, AttributeError):
        return False
    return True


def _places(sentences: Any) -> set[str]:
    return {place for sentence in _all(sentences) for place in PLACE.findall(sentence)}


def _all(sentences: str | Iterable[str] | None) -> list[str]:
    return [sentences] if isinstance(sentences, str) else list(sentences or [""])


def sentences_there(files: Iterable[Path]) -> int:
    """How many sentences of the template one of these catalogues translates."""
    known = {_key(message) for message in template() if message.id}
    read = [message for path in files if path.is_file() for message in _read(path)]
    return len({_key(one) for one in read if one.id and all(_all(one.string))} & known)


def _key(message: Message) -> tuple[str, ...]:
    """What tells one sentence from another: its English forms and its meaning."""
    return (*_all(message.id), str(message.context))


def left_to_say(catalogue: Catalog) -> list[Message]:
    """The sentences of a catalogue that nobody has translated yet."""
    return [message for message in catalogue if message.id and not all(_all(message.string))]
