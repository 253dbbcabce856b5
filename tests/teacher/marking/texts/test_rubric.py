"""The rubric that the student reads is the one that the teacher clicks, and it adds up."""

import re
from dataclasses import replace

import pytest

from cst1992.facts.mistakes import Mistake
from cst1992.teacher.marking.texts.rubric import rubric_of
from tests.teacher.marking.sheets import master_of, the_master

TEXTS = {
    ("03_the_signatories", "w-memo"): (3, 4, 250),
    ("05_kazakhstan_and_russia", "w-memo"): (3, 4, 250),
    ("06_capstone", "w-brief"): (5, 10, 850),
    ("06_capstone", "w-reflection"): (2, 4, 0),
}


@pytest.mark.parametrize(("name", "task"), TEXTS)
def test_every_text_has_a_rubric_that_adds_up_as_its_students_are_told(name, task):
    master = master_of(name)
    rubric, (criteria, of, read_to) = rubric_of(master, task), TEXTS[name, task]
    assert (len(rubric.criteria), rubric.of, rubric.read_to) == (criteria, of, read_to)
    assert all(len(criterion.levels) == 5 and criterion.levels[-1].points == 0 for criterion in rubric.criteria)
    told = "\n".join(cell.source for cell in master.cells if rubric.criteria[0].name in cell.source)
    assert [int(number) for number in re.findall(r"after word (\d+) is not read", told)] == [read_to] * (read_to > 0)
    assert ("mean of the three, rounded to half a point" in told) == (rubric.adds == "mean")


def test_the_words_of_a_level_are_those_of_the_sheet():
    explanation = rubric_of(the_master(), "w-memo").criteria[0]
    assert (explanation.name, explanation.level(1).words) == ("Explanation", "a story without a concept")
    brief = rubric_of(master_of("06_capstone"), "w-brief")
    assert [level.points for level in brief.criteria[0].levels] == [2, 1.5, 1, 0.5, 0]


def levels(*points):
    return dict(zip(("Explanation", "Evidence", "Fairness"), points, strict=True))


@pytest.mark.parametrize(
    ("chosen", "points"), [((4, 4, 4), 4), ((2, 2, 2), 2), ((4, 3, 3), 3.5), ((4, 4, 3), 3.5), ((0, 0, 1), 0.5), ((0, 0, 0), 0)]
)  # fmt: skip
def test_a_mean_is_rounded_to_half_a_point(chosen, points):
    assert rubric_of(the_master(), "w-memo").points(levels(*chosen)) == points


def test_a_sum_is_a_sum():
    rubric = rubric_of(master_of("06_capstone"), "w-reflection")
    assert rubric.points({"Evidence for and against": 1.5, "Answer": 0.5}) == 2


def test_a_level_that_does_not_exist_is_told():
    with pytest.raises(Mistake, match=r"Evidence has no level of 9 points\. Take one of 4, 3, 2, 1, 0\."):
        rubric_of(the_master(), "w-memo").points(levels(4, 9, 4))


def spoilt(old="", new="", **about):
    """The master of exercise 03 with other words in its rubric, or other data in the box of its text."""
    cells = [
        replace(cell, rubric={**cell.rubric, **about}) if cell.part == "text" else replace(cell, source=cell.source.replace(old, new))
        for cell in the_master().cells
    ]  # fmt: skip
    return replace(the_master(), cells=tuple(cells))


@pytest.mark.parametrize(
    ("master", "told"),
    [
        (spoilt("- 4 points: all four", "- 5 points: all four"), "highest levels (Explanation 4, Evidence 5, Fairness 4) give 4.5 as a mean"),
        (spoilt(adds="sum"), "give 12 as a sum, and the box has 4 points. Mend the levels"),
        (spoilt(adds="median"), "its rubric adds up by 'median'. Write 'mean' or 'sum'."),
        (spoilt(read_to="250"), "'read_to' of its rubric is '250'. Write a number"),
        (spoilt(step=0), "'step' of its rubric is 0. Write a number"),
        (spoilt("**Evidence**", "**Fairness**"), "Fairness stands twice in its rubric"),
        (spoilt("  - 3 points: three of them", "  - 4 points: three of them"), "4 points of Evidence stands twice"),
        (spoilt("- **", "**"), "no rubric stands above it. Write '- **Explanation**'"),
    ],
)  # fmt: skip
def test_a_rubric_that_does_not_add_up_is_told_with_its_place_and_a_mend(master, told):
    with pytest.raises(Mistake) as why:
        rubric_of(master, "w-memo")
    assert told in str(why.value) and str(why.value).startswith("solutions/03_the_signatories, the text ")
