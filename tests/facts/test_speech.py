"""What the library says to a learner can be said in another language."""

import ast
import re
from pathlib import Path

import pytest

from cst1992.facts import catalogues
from cst1992.facts.catalogues import LanguageNotThere, choose_language, language, languages_spoken
from cst1992.facts.speech import say, say_count
from cst1992.quizzes.marking import NOT_YET
from cst1992.teacher.translations import TEMPLATE, calls_in, places_amiss, template, template_text
from tests.speech.marked_language import CODE, in_marks, marked, write_catalogue

ROOT = Path(__file__).resolve().parents[2]
STATES = "{count} state", "{count} states"


@pytest.fixture(autouse=True)
def afterwards():
    """The module's own language is spoken again, whatever a test has chosen."""
    yield
    choose_language(None)


@pytest.fixture
def marks(copied):
    """The made-up language, there to be chosen."""
    write_catalogue(copied, CODE, in_marks)
    return CODE


def test_a_sentence_is_english_until_a_language_is_chosen_and_again_afterwards(marks):
    assert say(NOT_YET) == "Not yet." and language() == "en"
    choose_language(marks)
    assert say(NOT_YET) == marked("Not yet.") != "Not yet." and language() == CODE
    choose_language(None)
    assert say(NOT_YET) == "Not yet."


def test_the_language_stands_in_module_yaml_and_an_environment_variable_goes_before_it(marks, copied, monkeypatch):
    told = (copied / "module.yaml").read_text(encoding="utf-8")
    (copied / "module.yaml").write_text(told.replace("language: en", f"language: {marks}"), encoding="utf-8")
    choose_language(None)
    assert say(NOT_YET) == marked("Not yet.")
    monkeypatch.setenv("CST1992_LANGUAGE", "en")
    choose_language(None)
    assert say(NOT_YET) == "Not yet."


def test_a_language_that_is_not_there_is_told_in_a_sentence_with_those_that_are(marks, monkeypatch):
    monkeypatch.setenv("CST1992_LANGUAGE", "../xx")
    choose_language(None)
    with pytest.raises(LanguageNotThere, match=r"does not speak the language '\.\./xx'\..* There are: en, .*xx"):
        say(NOT_YET)
    assert languages_spoken()[0] == "en" and CODE in languages_spoken()


def test_what_a_catalogue_lacks_is_said_in_english(copied):
    write_catalogue(copied, CODE, lambda forms: "" if isinstance(forms, str) else ("", ""))
    choose_language(CODE)
    assert (say(NOT_YET), say_count(*STATES, 2)) == ("Not yet.", "2 states")
    choose_language(None)


def test_where_no_module_says_its_language_english_is_spoken(copied):
    (copied / "module.yaml").unlink()
    choose_language(None)
    assert say(NOT_YET) == "Not yet."


def test_a_language_with_three_forms_gets_the_right_one(tmp_path, monkeypatch):
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    forms = Catalog("ru")
    forms.add(STATES, ("{count} государство", "{count} государства", "{count} государств"))
    target = catalogues.catalogue_file(tmp_path, "ru")
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, forms)
    monkeypatch.setattr(catalogues, "TRANSLATIONS", tmp_path)
    choose_language("ru")
    told = [say_count(*STATES, number) for number in (1, 2, 5, 11, 21, 24, 0)]
    choose_language(None)
    one, few, several = "государство", "государства", "государств"
    assert told == [f"1 {one}", f"2 {few}", f"5 {several}", f"11 {several}", f"21 {one}", f"24 {few}", f"0 {several}"]


def test_the_template_for_translators_is_up_to_date():
    assert TEMPLATE.read_text(encoding="utf-8") == template_text(template()), "run `make translations`"


def test_every_sentence_keeps_its_places_in_the_made_up_language():
    for message in template():
        if message.id:
            message.string = in_marks(message.id)
            assert places_amiss(message) == "", message.id


MODULES = sorted((ROOT / "cst1992").rglob("*.py"))


def fault_of(name, sentence):
    """An f-string or a sum of texts cannot be collected; a blank at an end shows that a sentence was cut in pieces."""
    if isinstance(sentence, ast.Constant):
        return "" if sentence.value.strip() == sentence.value != "" else "a part of a sentence"
    if isinstance(sentence, ast.JoinedStr | ast.BinOp):
        return "not one text"
    return "" if name == "say" else "not the text itself"


def test_a_sentence_is_whole_and_is_filled_in_after_it_was_translated():
    wrong = {
        f"{path.relative_to(ROOT)}, line {sentence.lineno}": told
        for path in MODULES
        for name, said in calls_in(path)
        for sentence in said
        if (told := fault_of(name, sentence))
    }
    assert wrong == {}


def at_import(node):
    """A node and all in it that runs as soon as it is read: not the inside of a function."""
    yield node
    for inside in ast.iter_child_nodes(node):
        if not isinstance(inside, ast.FunctionDef | ast.Lambda):
            yield from at_import(inside)


def test_nothing_is_said_when_a_module_is_imported():
    early = [
        f"{path.relative_to(ROOT)}, line {node.lineno}"
        for path in MODULES
        for top in ast.parse(path.read_text(encoding="utf-8")).body
        if not isinstance(top, ast.FunctionDef)
        for node in at_import(top)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "say_count", "say_as")
    ]
    assert early == [], "use `to_be_said` in a constant"


WORDS_OF_A_SCRIPT = re.compile(
    r"""(?:aria-label|title|placeholder|textContent|innerText|innerHTML)['"]?\s*[,=]\s*['"]\w"""
)
WORDS_OF_A_STYLE = re.compile(r"""content:[^;}"']*["'][^"';}]*[A-Za-z]""")


def test_scripts_and_style_sheets_have_no_words_of_their_own():
    folders = [folder for folder in (ROOT / "cst1992").iterdir() if folder.is_dir() and folder.name != "teacher"]
    files = [path for folder in folders for path in (*folder.rglob("*.js"), *folder.rglob("*.css"))]
    own = {
        path.name: found.group()
        for path in files
        if (found := (WORDS_OF_A_SCRIPT if path.suffix == ".js" else WORDS_OF_A_STYLE).search(path.read_text("utf-8")))
    }
    assert own == {} and len(files) > 5
    assert WORDS_OF_A_SCRIPT.search("button.setAttribute('aria-label', 'Question 1')"), "this test can fail"
    assert WORDS_OF_A_STYLE.search('dt::after { content: "note"; }'), "this test can fail"
