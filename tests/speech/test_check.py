"""`cst1992 check` tells how much of a module stands in another language, and what of it belongs to nothing."""

import json
import re
import shutil

import pytest

import cst1992 as cst
from cst1992.facts import files
from cst1992.facts.catalogues import choose_language, speaking
from cst1992.quizzes.bank import load_bank
from cst1992.teacher.check.agreed import agreed_faults
from cst1992.teacher.check.check import check_module
from cst1992.teacher.check.languages import languages_told
from cst1992.teacher.check.twins import twin_faults
from cst1992.teacher.cli import main
from tests.speech.marked_language import CODE, marked
from tests.speech.unmarked import left_over, shown

pytestmark = [pytest.mark.slow, pytest.mark.release]

COUNTED = re.compile(r"(\d+) of (\d+) ([a-z ]+?)(?:,| and| are)")


@pytest.fixture
def own(edition, tmp_path, monkeypatch):
    """A copy of the edition in the made-up language that a test may damage."""
    folder = tmp_path / "module"
    shutil.copytree(edition, folder)
    shutil.copytree(files.module_folder() / "solutions", folder / "solutions")
    monkeypatch.setattr(files, "INSTALLED", folder / "data")
    monkeypatch.chdir(folder / "notebooks" / CODE)
    choose_language(None)
    yield folder
    choose_language(None)


def counted():
    with speaking("en"):
        (line,) = languages_told()
    assert line.startswith(f"{CODE}: ") and line.endswith("are there; the rest stands in English")
    return {what: (int(there), int(whole)) for there, whole, what in COUNTED.findall(line)}


def test_a_whole_edition_is_counted_as_whole_but_for_what_it_lacks(own):
    told = counted()
    assert {what for what, (there, whole) in told.items() if there == whole} == {
        "sentences",
        "cells of words",
        "agreed words",
        "lines of the module",
        "questions",
        "notebooks",
    }
    assert told["solutions"][0] == 0 < told["solutions"][1]
    (own / "data" / CODE / "eras.csv").unlink()
    (own / "notebooks" / CODE / "01_reading_the_article.ipynb").unlink()
    less = counted()
    assert less["notebooks"][0] == told["notebooks"][0] - 1 and less["cells of words"][0] < told["cells of words"][0]


def test_a_sound_edition_passes_and_the_check_speaks_english_whatever_language_is_spoken(own, capsys):
    with speaking("en"):
        assert check_module().faults == []
    assert main(["check"]) == 0
    assert f"\n  {CODE}: " in capsys.readouterr().out


DAMAGE = {
    "a table that is none": ("data/xx/themes.csv", None, "data/xx/theme.csv: the module has no such table"),
    "a column of figures": ("data/xx/themes.csv", ("id,name", "id,order"), "line 1: 'order' is no column of words"),
    "a key": ("data/xx/themes.csv", ("treaty,", "treatie,"), "line 2: no row of data/themes.csv has the id 'treatie'"),
    "a key twice": ("data/xx/themes.csv", ("nuclear,", "treaty,"), "line 2: the id 'treaty' stands here twice"),
    "a place in braces": ("data/xx/standings.csv", ("{year}", "{ýéáŕ}"), "the words in braces are {year} in English"),
    "a column of agreed words": (
        "data/xx/agreed_words.csv",
        ("verdict,open,", "verdikt,open,"),
        "no table has a column",
    ),
    "an agreed word": ("data/xx/agreed_words.csv", ("confidence,high,", "confidence,hihg,"), "Did you mean 'high'?"),
    "a line of the module": ("data/xx/module.yaml", ("folder: ", "folder: ru-"), "folder holds no words. Write '"),
    "a line that is none": ("data/xx/module.yaml", ("question: ", "qestion: "), "has no line qestion"),
    "what outlines do not say": ("data/xx/outlines.json", ("borders", "border"), "Did you mean 'borders'?"),
    "a quiz": ("data/xx/quizzes/02_the_treaty_articles.yaml", ("id: art4-duty", "id: art4"), "has no such question"),
    "another answer": (
        "data/xx/quizzes/02_the_treaty_articles.yaml",
        ("correct: true\n", "correct: false\n"),
        "question ",
    ),
    "a box": ("notebooks/xx/02_the_treaty_articles.ipynb", ("cst.begin(", "cst.began("), "there is no cst.began"),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_what_belongs_to_nothing_is_told_with_its_place(own, what):
    name, change, told = DAMAGE[what]
    path = own / name
    if change is None:
        path.rename(path.with_name("theme.csv"))
    else:
        text = path.read_text(encoding="utf-8")
        assert change[0] in text
        path.write_text(text.replace(*change, 1), encoding="utf-8")
    with speaking("en"):
        found = [str(fault) for fault in (*twin_faults(), *agreed_faults())]
    assert found and any(told in fault for fault in found), found


def test_a_solution_keeps_the_marked_cells_of_the_english_one(own):
    (name, *_) = sorted(path.name for path in (own / "solutions").iterdir())
    twin = own / "solutions" / CODE / name / f"{name}.ipynb"
    twin.parent.mkdir(parents=True)
    shutil.copy(own / "solutions" / name / f"{name}.ipynb", twin)
    assert list(twin_faults()) == [] and counted()["solutions"][0] == 1
    sheet = json.loads(twin.read_text(encoding="utf-8"))
    sheet["cells"] = [cell for cell in sheet["cells"] if not cell["metadata"].get("nbgrader", {}).get("grade")]
    twin.write_text(json.dumps(sheet), encoding="utf-8")
    assert ["its marked cells are not those" in str(fault) for fault in twin_faults()] == [True]


def test_what_a_quiz_lacks_stands_in_english_and_the_page_says_so_once(own):
    twin = own / "data" / CODE / "quizzes" / "02_the_treaty_articles.yaml"
    twin.write_text(twin.read_text(encoding="utf-8").replace("id: art4-duty", "id: art4", 1), encoding="utf-8")
    english = [one.id for one in load_bank("02").questions if left_over([one.prompt])]
    assert english == ["art4-duty"]
    said = marked("Not all of this page has been translated yet. What has not stands in English.")
    assert said not in cst.begin("02").text
    twin.unlink()
    assert cst.begin("02").text.count(said) == 1
    assert left_over(shown(cst.quiz("02", section=load_bank("02").questions[0].section)))
