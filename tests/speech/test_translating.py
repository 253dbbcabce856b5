"""What a translator does: begin a language, write sentences, compile them; and where sheets in it lie."""

import shutil
from copy import deepcopy
from functools import cache

import pytest

import cst1992 as cst
from cst1992.facts import catalogues, files
from cst1992.facts.catalogues import choose_language
from cst1992.facts.mistakes import Mistake
from cst1992.facts.speech import say, say_count
from cst1992.teacher import translations
from cst1992.teacher.assignments import assignment_names, sheet_of, twins_of_solutions
from tests.speech.marked_language import CODE

pytestmark = pytest.mark.slow

WORDS = "{count} word", "{count} words"


SPOILT = [
    ("Read again: {place}", ["Прочитайте ещё раз."]),
    ("Read again: {place}", ["Прочитайте ещё раз: {places}"]),
    ("Read again: {place}", ["Прочитайте ещё раз: {place} {"]),
    (WORDS, ["{count} слово", "{number} слова", "{count} слов"]),
]


template_once = cache(translations.template)
"""To collect the sentences takes seconds, and they are the same in all tests of this file."""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder of translations that is empty."""
    monkeypatch.setattr(catalogues, "TRANSLATIONS", tmp_path)
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)
    monkeypatch.setattr(translations, "TEMPLATE", tmp_path / "cst1992.pot")
    monkeypatch.setattr(translations, "template", lambda: deepcopy(template_once()))
    yield tmp_path / "ru" / "LC_MESSAGES" / "cst1992.po"
    choose_language(None)


def written(place, sentence, *said):
    """Write the translation of a sentence into a catalogue, as an editor of such files does."""
    catalogue = translations._read(place)
    catalogue.get(sentence).string = said if len(said) > 1 else said[0]
    place.write_text(translations._po(catalogue), encoding="utf-8")


def test_a_language_is_begun_translated_and_spoken(place):
    template, begun = translations.write_translations("ru")
    whole = int(template.split(": ")[1].split()[0])
    assert begun == f"{place}: {whole} of {whole} sentences left to translate"
    assert "nplurals=3" in place.read_text(encoding="utf-8")
    written(place, "Not yet.", "Пока нет.")
    written(place, WORDS, "{count} слово", "{count} слова", "{count} слов")
    *_, told = translations.write_translations()
    assert told == f"{place}: {whole - 2} of {whole} sentences left to translate"
    choose_language("ru")
    assert say("Not yet.") == "Пока нет." and say("Right.") == "Right."
    assert [say_count(*WORDS, number) for number in (1, 3, 7)] == ["1 слово", "3 слова", "7 слов"]


def test_a_sentence_that_has_lost_a_place_is_refused_and_the_earlier_ones_are_spoken_on(place):
    list(translations.write_translations("ru"))
    for sentence, said in SPOILT:
        written(place, sentence, *said)
        with pytest.raises(Mistake, match="has other places in braces than"):
            list(translations.write_translations())
        written(place, sentence, *[""] * len(said))
    choose_language("ru")
    assert say("Read again: {place}", place="1") == "Read again: 1"


def test_a_code_that_is_no_language_is_refused(place):
    with pytest.raises(Mistake, match="'qqq' is the code of no language"):
        list(translations.write_translations("qqq"))


def test_sheets_in_another_language_lie_in_its_folder_and_the_page_leads_to_them(edition, tmp_path, monkeypatch):
    folder, name = tmp_path / "module", assignment_names()[0]
    shutil.copytree(edition, folder)
    shutil.copytree(files.module_folder() / "solutions", folder / "solutions")
    monkeypatch.setattr(files, "INSTALLED", folder / "data")
    monkeypatch.chdir(folder / "notebooks" / CODE)
    choose_language(None)
    twin = folder / "solutions" / CODE / name / f"{name}.ipynb"
    twin.parent.mkdir(parents=True)
    shutil.copy(folder / "solutions" / name / twin.name, twin)
    sheet = folder / "exercises" / CODE / name / twin.name
    assert twins_of_solutions() == [twin] and sheet_of(twin) == sheet and CODE not in assignment_names()
    way = f"../../exercises/{name}/{name}.ipynb"
    assert f'href="{way}"' in cst.done(name[:2]).html
    sheet.parent.mkdir(parents=True)
    shutil.copy(folder / "exercises" / name / twin.name, sheet)
    assert f'href="../../exercises/{CODE}/{name}/{name}.ipynb"' in cst.done(name[:2]).html
    choose_language(None)
