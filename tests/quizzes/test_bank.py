"""The bank: a teacher's file, checked question by question."""

import os
import re
from pathlib import Path

import pytest

import cst1992 as cst
from cst1992.facts.files import data_file
from cst1992.facts.package import nearest
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.quizzes.bank_file import BrokenBank
from cst1992.quizzes.questions import Choice, Match, Measure, Order, ShortText
from tests.quizzes.banks import GOOD, SEVEN, SIX


def test_an_unknown_quiz_or_section_lists_what_exists():
    with pytest.raises(ValueError, match="02_the_treaty_articles"):
        cst.quiz("no_such")
    with pytest.raises(ValueError, match=r"Did you mean 'mutual assistance'\?"):
        cst.quiz("02_the_treaty_articles", section="mutual asistance")
    with pytest.raises(ValueError, match=r"There is no quiz None\. There are: 01_reading"):
        cst.quiz(None)
    with pytest.raises(ValueError, match="There is no quiz 99"):
        cst.quiz(99)
    with pytest.raises(ValueError, match="There is no quiz file"):
        load_bank(Path("nowhere.yaml"))


def test_the_beginning_of_a_name_is_enough_and_capitals_do_not_matter():
    assert load_bank("02").name == load_bank(2).name == "02_the_treaty_articles"
    assert load_bank("02").section("Mutual Assistance") == load_bank("02").section("mutual assistance")


def test_each_kind_becomes_its_own_class(tmp_path):
    file = tmp_path / "six.yaml"
    file.write_text(SIX, encoding="utf-8")
    kinds = [type(question) for question in load_bank(file).questions]
    assert kinds == [Choice, Choice, Order, Match, Measure, ShortText]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("items: [signed, ratified, in force], ", "", "question 'c', line 7: the question lacks `items:`"),
        (
            "first: in force, then: signed",
            "first: signed, then: in force",
            "'signed' does come before 'in force'. Swap them",
        ),
        ("first: in force, then: signed", "first: in force, then: sined", "`then` is 'sined'. Did you mean 'signed'"),
        ("items: [signed, ratified, in force]", "items: [signed, signed, in force]", "two items read 'signed'"),
        ("{left: L1, right: R3, reply", "{left: L1, right: R9, reply", "`right` is 'R9'"),
        ('answer: "1994-04-20", explanation', 'answer: "some day", explanation', "neither a number nor a date"),
        ("accepted: [Nazarbayev, Назарбаев]", "accepted: [Nazarbayev, '--']", "has no letter or digit"),
        ("extra: [R3], ", "unit: t, ", "`unit:` belongs to the kind 'number or date', not to 'match pairs'"),
        ("otherwise: Another person., ", "", "the question lacks `otherwise:`"),
        (
            "{answer: Yeltsin, reply: He was president of Russia.}",
            "{reply: He was president of Russia.}",
            "reply 1 lacks `answer:`",
        ),
    ],
)
def test_a_broken_question_of_any_kind_says_what_and_how_to_mend_it(tmp_path, old, new, message):
    assert old in SIX
    file = tmp_path / "six.yaml"
    file.write_text(SIX.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenBank) as caught:
        load_bank(file)
    assert message in str(caught.value), str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "        reply: No, not that one.\n",
            "",
            r"bank\.yaml, question 'first', line 13: option 2 lacks `reply:`\. Add it",
        ),
        (
            "kind: single choice",
            "kind: single chioce",
            r"line 4: `kind` is 'single chioce'\. Did you mean 'single choice'",
        ),
        ("        correct: true\n", "", r"line 3: a single choice needs exactly one option with `correct: true`"),
        ("text: That one", "text: This one", r"two options read 'This one'"),
        (
            "objective: source",
            "objective: sourcing",
            r"line 6: objective 'sourcing' is not known\. Did you mean 'source'",
        ),
        ("source: un-charter", "source: un-chart", r"line 15: source 'un-chart' is not known"),
        ("    core: true", "    cor: true", r"line 3: the question lacks `core:`"),
        ("    core: true", "    core: maybe", r"line 7: `core` should be true or false"),
        ("prompt: Which", "promt: Which", r"lacks `prompt:`"),
        ("id: first", "id: First one", r"line 3: `id` is 'First one'\. Use lower-case letters"),
        ("prompt: Which of the two", "prompt: Which: of the two", r"line 8: this is not valid YAML"),
        ("    section: one\n", "    section: one\n    section: two\n", r"line 6: this is not valid YAML"),
        ("questions:", "question:", r"expected `title:` and then `questions:`"),
    ],
)
def test_a_broken_quiz_file_says_file_question_line_and_mend(tmp_path, old, new, message):
    assert old in GOOD
    file = tmp_path / "bank.yaml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenBank, match=message):
        load_bank(file)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (GOOD.replace("This one", "Это").encode("cp1251"), r"bank\.yaml is not in UTF-8\. Save it once more as UTF-8"),
        (GOOD.replace("This one", "\x00").encode(), r"bank\.yaml holds a character that belongs in no text"),
    ],
    ids=["cp1251", "NUL"],
)
def test_a_quiz_file_that_is_no_plain_text_is_named(tmp_path, content, message):
    (tmp_path / "bank.yaml").write_bytes(content)
    with pytest.raises(BrokenBank, match=message):
        load_bank(tmp_path / "bank.yaml")


def test_a_quiz_file_saved_with_the_mark_of_excel_is_read(tmp_path):
    (tmp_path / "bank.yaml").write_text(GOOD, encoding="utf-8-sig")
    assert load_bank(tmp_path / "bank.yaml").title == "A test"


def test_choices_that_end_in_a_full_stop_are_listed_with_one():
    assert nearest("x", ["One.", "Two."]) == "There are: One., Two."


def test_two_questions_with_one_id_are_told(tmp_path):
    file = tmp_path / "bank.yaml"
    file.write_text(GOOD + GOOD.split("questions:\n")[1], encoding="utf-8")
    with pytest.raises(BrokenBank, match="line 16: line 3 has the same id"):
        load_bank(file)


def test_a_teacher_who_edits_a_file_sees_the_change_at_once(tmp_path):
    file = tmp_path / "bank.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert load_bank(file).questions[0].section == "one"
    file.write_text(GOOD.replace("section: one", "section: two"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert load_bank(file).questions[0].section == "two"


def test_the_schema_is_the_one_that_the_bank_points_to():
    first = data_file("quizzes/02_the_treaty_articles.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith("$schema=schema.json") and data_file("quizzes/schema.json").exists()


QUOTES = "curly quotation marks stand where YAML wants straight ones"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    kind:", "\tkind:", "line 4: a tab stands where YAML wants blanks"),
        ("  - id", "\t- id", "line 3: a tab stands where YAML wants blanks"),
        ("  - id: first\n", "  -\tid: first\n\t", "line 3: a tab stands where YAML wants blanks"),
        ("Which of the two is right here?", "“Which of the two is right here?”", f"line 8: {QUOTES}"),
        ("Which of the two is right here?", "“Which: of the two?”", f"line 8: {QUOTES}"),
        ("single choice", "‘single choice’", f"line 4: {QUOTES}"),
        ("    prompt:", "    “prompt”:", f"line 8: {QUOTES}"),
        ("This one\n", '"This one”\n', f"line 10: {QUOTES}"),
        ("This one\n", '“This one"\n', f"line 10: {QUOTES}"),
        ("A test", "«A test»", f"line 1: {QUOTES}"),
        ("core: true", "core: .nan", "line 7: `core` should be true or false; found nan"),
        ("Which of the two is right here?", ".inf", "line 8: `prompt` should be text"),
        ("title: A test", "title: .nan", "`title` should be text"),
        ("title: A test", "title:", "`title` should be text (put it in quotation marks); found nothing"),
        ("title: A test\n", "", "expected `title:` and then `questions:`"),
        ("title: A test\n", "title: A test\nauthor: me\n", "and nothing else"),
        ("source: un-charter", "source: 2024-13-45", "one of the values cannot be read (month must be in 1..12)"),
        ("source: un-charter", "source: 2004-06-30", "line 15: `source` should be text"),
        ("source: un-charter", "source: " + "[" * 1000, "one of the values cannot be read"),
        ("source: un-charter", "source: un-charter\n    otherwise: No.", "line 16: `otherwise:` belongs to the kind"),
    ],
)
def test_a_slip_of_the_keyboard_is_named_with_its_line_and_mend(tmp_path, capsys, old, new, message):
    from cst1992.teacher.cli import main

    assert old in GOOD
    file = tmp_path / "bank.yaml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenBank) as caught:
        cst.quiz(file)
    assert message in str(caught.value), str(caught.value)
    assert main(["quiz", "check", str(file)]) == 1 and message in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("answer: 3400", "answer: .nan", "line 18: `answer` is nan, which is no number to compare with"),
        ("tolerance: 100", "tolerance: .inf", "line 18: `tolerance` is inf"),
        ("tolerance: 100", "tolerance: 1e999", "line 18: `tolerance` is inf"),
        ("tolerance: 100", "tolerance: 1" + "0" * 400, "line 18: `tolerance` is 100000000000"),
        ("tolerance: 100", "tolerance: -1", "line 18: `tolerance` is -1. Write 0 or more"),
        ("answer: 185", "answer: -.inf", "line 18: `answer` is -inf"),
        ('answer: "1994-04-20"', "answer: “1994-04-20”", f"line 14: {QUOTES}"),
        ("[Nazarbayev", "[“Nazarbayev”", f"line 16: {QUOTES}"),
        ("{left: L1, right: R1}", "{left: “L1”, right: R1}", f"line 11: {QUOTES}"),
    ],
)
def test_a_number_without_end_and_quotes_in_braces_are_named(tmp_path, old, new, message):
    assert old in SEVEN
    (tmp_path / "bank.yaml").write_text(SEVEN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenBank) as caught:
        load_bank(tmp_path / "bank.yaml")
    assert message in str(caught.value), str(caught.value)


@pytest.mark.parametrize(
    "prompt",
    [
        "What does “necessary” mean here?",
        "“Necessary” and “guaranteed”",
        "He said, “no”, and left. Why?",
        "“No”, he said, “and again no”. Why?",
        '"“Necessary” is one word"',
        '"“Whoever reads this”"',
    ],
)
def test_curly_quotation_marks_inside_a_text_are_left_alone(tmp_path, prompt):
    (tmp_path / "bank.yaml").write_text(GOOD.replace("Which of the two is right here?", prompt), encoding="utf-8")
    assert load_bank(tmp_path / "bank.yaml").questions[0].prompt == prompt.strip('"')


def _documented():
    """What docs/quizzes.md says: for each kind the fields that are needed and those that may be left out."""
    text = (Path(__file__).parents[2] / "docs" / "quizzes.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    names = {row[0]: [set(re.findall(r"`([a-z_]+):?`", cell)) for cell in row[1:3]] for row in rows}
    every = names.pop("every kind")
    return {kind: (every[0] | needed, every[1] | free) for kind, (needed, free) in names.items() if kind in ALL_KINDS}


ALL_KINDS = ("single choice", "multiple choice", "put in order", "match pairs", "number or date", "short text")


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_docs_and_the_schema_agree_on_what_may_be_left_out(tmp_path, kind):
    import json

    from ruamel.yaml import YAML

    from cst1992.quizzes.bank_check import BELONGS, REPLIES

    schema = json.loads(data_file("quizzes/schema.json").read_text(encoding="utf-8"))["$defs"]["question"]
    needed = set(schema["required"])
    for rule in schema["allOf"]:
        if kind in rule["if"]["properties"]["kind"]["enum"]:
            needed |= set(rule["then"]["required"])
    others = {name for name, kinds in BELONGS.items() if kind not in kinds}
    others |= set() if kind in REPLIES else {"replies"}
    free = set(schema["properties"]) - needed - others
    assert _documented()[kind] == (needed, free)

    def loads(question):
        file = tmp_path / f"{kind}-{len(list(tmp_path.iterdir()))}.yaml"
        with file.open("w", encoding="utf-8") as open_file:
            YAML(pure=True).dump({"title": "A test", "questions": [question]}, open_file)
        return load_bank(file)

    whole = next(
        question for question in YAML(typ="safe", pure=True).load(SEVEN)["questions"] if question["kind"] == kind
    )
    least = {name: value for name, value in whole.items() if name in needed}
    assert loads(least).questions[0].kind == kind
    for name in needed - {"kind"}:
        with pytest.raises(BrokenBank, match=f"lacks `{name}:`"):
            loads({key: value for key, value in least.items() if key != name})
    further = {name: whole[name] for name in ("extra",) if name in whole}
    for name in free & set(whole):
        assert loads({**least, **further, name: whole[name]})


def test_a_source_that_is_added_is_known_to_a_quiz_at_once(copied, tmp_path):
    quiz, file = tmp_path / "bank.yaml", copied / "sources.csv"
    quiz.write_text(GOOD.replace("source: un-charter", "source: a-new-one"), encoding="utf-8")
    with pytest.raises(BrokenBank, match="source 'a-new-one' is not known"):
        load_bank(quiz)
    head, first, *others = file.read_text(encoding="utf-8").splitlines()
    added = ",".join(["a-new-one", *first.split(",")[1:]])
    file.write_text("\n".join([head, first, *others, added]) + "\n", encoding="utf-8")
    assert load_bank(quiz).questions[0].source == "a-new-one"


def test_a_folder_among_the_quizzes_is_no_quiz(copied):
    (copied / "quizzes" / "99_a_folder.yaml").mkdir()
    assert "99_a_folder" not in bank_names()
