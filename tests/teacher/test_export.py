"""Taking a bank to Moodle and to Canvas, and the command line."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.teacher.export import export as exporting
from cst1992.teacher.export.content import date_forms
from cst1992.teacher.export.export import export
from cst1992.teacher.export.moodle import moodle
from cst1992.teacher.export.read_back import moodle_answers, qti_answers
from tests.quizzes.banks import SEVEN, SIX


@pytest.fixture
def six(tmp_path):
    file = tmp_path / "six.yaml"
    file.write_text(SIX, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", bank_names())
@pytest.mark.parametrize("form", ["moodle-xml", "qti"])
def test_every_bank_of_the_module_can_be_exported_and_is_read_back(name, form):
    if form == "qti":
        pytest.importorskip("text2qti", reason="QTI needs `pip install -e .[export]`")
    assert export(load_bank(name), form).content


def test_moodle_gets_all_six_kinds_with_their_marks(six):
    made = export(load_bank(six), "moodle-xml")
    questions = {
        item.findtext("name/text"): item
        for item in ElementTree.fromstring(made.content)
        if item.get("type") != "category"
    }
    assert [item.get("type") for item in questions.values()] == [
        "multichoice",
        "multichoice",
        "ordering",
        "matching",
        "shortanswer",
        "shortanswer",
    ]
    single = questions["a"].findall("answer")
    assert [answer.get("fraction") for answer in single] == ["100", "0"] and single[1].findtext(
        "feedback/text"
    ) == "No."
    assert [answer.get("fraction") for answer in questions["b"].findall("answer")] == ["50", "50", "-50"]
    assert [answer.findtext("text") for answer in questions["c"].findall("answer")] == [
        "signed",
        "ratified",
        "in force",
    ]
    matched = [
        (pair.findtext("text") or "", pair.findtext("answer/text")) for pair in questions["d"].findall("subquestion")
    ]
    assert matched == [("L1", "R1"), ("L2", "R2"), ("", "R3")]
    typed = {answer.findtext("text"): answer.get("fraction") for answer in questions["e"].findall("answer")}
    assert typed["20 April 1994"] == typed["1994-04-20"] == "100" and typed["15 May 1992"] == typed["*"] == "0"
    assert "Назарбаев" in {answer.findtext("text") for answer in questions["f"].findall("answer")}


def test_what_does_not_carry_over_is_said(six):
    told = " ".join(export(load_bank(six), "moodle-xml").left_out)
    assert "c: the replies to wrong orders" in told and "f: the folding of accents" in told


def test_qti_gets_what_it_can_hold_and_names_the_rest(six):
    pytest.importorskip("text2qti", reason="QTI needs `pip install -e .[export]`")
    made = export(load_bank(six), "qti")
    assert "imsmanifest.xml" in ZipFile(BytesIO(made.content)).namelist()
    told = " ".join(made.left_out)
    assert "c: not exported" in told and "d: not exported" in told and "use Moodle XML" in told


@pytest.fixture
def seven(tmp_path):
    """A bank with a question of each kind, a number and a date among them."""
    file = tmp_path / "seven.yaml"
    file.write_text(SEVEN, encoding="utf-8")
    return load_bank(file)


DATES = ["20 April 1994", "1994-04-20", "April 20, 1994", "20.04.1994"]


def test_moodle_takes_the_right_answers_for_right(seven):
    assert moodle_answers(export(seven, "moodle-xml").content) == {
        "a": [0],
        "b": [0, 1],
        "c": ["signed", "ratified", "in force"],
        "d": [("L1", "R1"), ("L2", "R2")],
        "e": DATES,
        "f": ["Nazarbayev", "Назарбаев"],
        "g": [3400.0],
    }


def test_canvas_takes_the_right_answers_for_right_as_a_learner_types_them(seven):
    pytest.importorskip("text2qti", reason="QTI needs `pip install -e .[export]`")
    right = {"a": [0], "b": [0, 1], "e": DATES, "f": ["Nazarbayev", "Назарбаев"], "g": [3400.0]}
    assert qti_answers(export(seven, "qti").content) == right


def test_an_export_with_another_right_answer_is_refused(seven, monkeypatch):
    sound = moodle(seven)
    spoilt = sound.content.replace(b"<text>Nazarbayev</text>", b"<text>Nasarbajew</text>")
    monkeypatch.setitem(
        exporting.FORMATS, "moodle-xml", (lambda bank: replace(sound, content=spoilt), exporting.moodle_answers)
    )
    with pytest.raises(ValueError, match=r"in these questions: f\. Please report this"):
        export(seven, "moodle-xml")


@pytest.mark.parametrize("form", ["moodle-xml", "qti"])
def test_the_unit_of_a_number_stands_in_its_prompt(seven, form):
    if form == "qti":
        pytest.importorskip("text2qti", reason="QTI needs `pip install -e .[export]`")
    content = export(seven, form).content
    if form == "qti":
        with ZipFile(BytesIO(content)) as archive:
            content = b"".join(map(archive.read, archive.namelist()))
    assert "How large was the harvest then? (unit: tonnes)" in content.decode()


def test_a_quiz_that_canvas_cannot_take_says_why(tmp_path):
    pytest.importorskip("text2qti", reason="QTI needs `pip install -e .[export]`")
    file = tmp_path / "twice.yaml"
    file.write_text(SIX.replace("Which are right here?", "Which is right here?"), encoding="utf-8")
    with pytest.raises(ValueError, match="text2qti cannot take the quiz 'twice': Duplicate question"):
        export(load_bank(file), "qti")


def test_dates_get_their_usual_forms():
    assert date_forms("1994-04-20")[0] == "20 April 1994" and date_forms("1994-04")[0] == "April 1994"
    assert date_forms("some day") == []


# What a learner can run, press, open or see on the page of a notebook alone.
PAGE_ALONE = re.compile(
    r"\brun\b(?! out)|\bcst\.|\bbox\b|\babove\b|\bbelow\b|this page|notebook|the picture|\bcard\b|\bmenu\b|explorer|\bstrip\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", bank_names())
@pytest.mark.parametrize("form", ["moodle-xml", "qti"])
def test_an_export_says_nothing_that_makes_sense_on_the_page_alone(name, form):
    if form == "qti":
        pytest.importorskip("text2qti", reason="QTI needs `pip install -e .[export]`")
    made = export(load_bank(name), form)
    assert made.questions and not [told for told in made.left_out if "the page" in told]
    for text in texts_of(made):
        assert not PAGE_ALONE.search(text), text


def texts_of(made):
    """All texts of an export that a learner may read; not the cited titles of sources."""
    content = [made.content]
    if made.ending == "zip":
        with ZipFile(BytesIO(made.content)) as archive:
            questions = [
                one
                for one in archive.namelist()
                if one.endswith(".xml") and "meta" not in one and "manifest" not in one
            ]
            content = [archive.read(one) for one in questions]
    for page in content:
        for element in ElementTree.fromstring(page).iter():
            yield (element.text or "").partition("Source: ")[0]


def test_the_caution_of_an_option_goes_nowhere():
    for name in bank_names():
        assert b"cautious" not in export(load_bank(name), "moodle-xml").content


ON_THE_PAGE = """
title: A page
questions:
  - id: one
    kind: single choice
    section: s
    objective: source
    core: true
    prompt: What does the box above show of it?
    options:
      - {text: This., correct: true, reply: Yes.}
      - {text: That., reply: No.}
    source: treaty-1992-en
  - id: two
    kind: single choice
    section: s
    objective: source
    core: true
    prompt: Who had signed by the end of May?
    options:
      - {text: Six states, correct: true, reply: Yes.}
      - {text: Nine states, reply: Look at the picture.}
    hint: Run `cst.parties()` once more.
    explanation: By the official lists.
    source: treaty-1992-en
"""


def test_what_points_to_the_page_is_left_out_and_told_until_it_has_another_form(tmp_path):
    file = tmp_path / "page.yaml"
    file.write_text(ON_THE_PAGE, encoding="utf-8")
    made = export(load_bank(file), "moodle-xml")
    assert made.questions == ["two"] and made.left_out == [
        "one: not exported, since it asks about the page ('the box'); write `in_lms:` with another `prompt:`",
        "two: the hint, which points to the page",
        "two: the reply to 'Nine states', which points to the page",
    ]
    other = "    in_lms: {prompt: What do the lists show of it?}\n    source"
    file.write_text(ON_THE_PAGE.replace("    source", other, 1), encoding="utf-8")
    made = export(load_bank(file), "moodle-xml")
    assert made.questions == ["one", "two"] and b"What do the lists show of it?" in made.content
