"""Nobody is recognised: from no page does it follow that a group has one to four people."""

from collections import defaultdict
from itertools import product

import pytest

from cst1992.quizzes.bank import load_bank
from cst1992.teacher.pulse.counting import count
from cst1992.teacher.pulse.shown import FEW, changed_enough, rounded, safe, shown_of
from cst1992.teacher.pulse.tries import Tries

QUIZ = "03_the_signatories"
ONE_OF_FOUR = next(one for one in load_bank(QUIZ).questions if one.id == "what-happened-in-1999")
FEW_PEOPLE = {1, 2, 3, 4}


def ways(people, lines):
    """All ways in which so many people are spread over so many choices."""
    if lines == 1:
        return [(people,)]
    return [(own, *rest) for own in range(people + 1) for rest in ways(people - own, lines - 1)]


def pages(lines, most):
    """For each page that can come out all classes that give it: the numbers of the first and of the last try."""
    found = defaultdict(list)
    for people in range(5, most + 1):
        for first, last in product(ways(people, lines), repeat=2):
            columns = [[rounded(one) for one in first], [rounded(one) for one in last]]
            if all(map(any, columns)) and (shown := safe(rounded(people), columns, [True, True])):
                found[shown, *map(tuple, columns)].append((first, last))
    return found


@pytest.mark.parametrize(("lines", "most"), [(2, 30), (3, 10)])
def test_whoever_knows_the_rule_and_the_page_cannot_tell_that_a_group_has_one_to_four_people(lines, most):
    for page, classes in pages(lines, most).items():
        for moment in (0, 1):
            for places in product((False, True), repeat=lines):
                group = {
                    sum(one for one, is_in in zip(whole[moment], places, strict=True) if is_in) for whole in classes
                }
                assert not group <= FEW_PEOPLE, f"{page} betrays a group of {group}"


def test_no_line_of_five_or_more_is_told_as_fewer_than_five_and_none_of_four_as_five():
    for (_, *columns), classes in pages(2, 30).items():
        for shown, true in ((columns[moment], one[moment]) for one in classes for moment in (0, 1)):
            assert all((told == FEW) == (number < 5) for told, number in zip(shown, true, strict=True))


def tried(*answers):
    return shown_of(count(QUIZ, ONE_OF_FOUR, [Tries(first, last) for first, last in answers]))


def test_a_total_does_not_betray_the_one_who_was_wrong():
    right = [place for place, option in enumerate(ONE_OF_FOUR.options) if option.correct]
    shown = tried(*[(right, right)] * 27, ([1], right))
    lines = {line.text: (line.first, line.last) for line in shown.tables[0].lines}
    assert shown.people == 30 and lines[ONE_OF_FOUR.options[0].text] == (25, 30)
    assert lines[ONE_OF_FOUR.options[1].text] == (FEW, FEW) == lines[ONE_OF_FOUR.options[2].text]


@pytest.mark.parametrize("answers", [[([0], [0])] * 4, [([place % 4], [place % 4]) for place in range(16)]])
def test_nothing_is_shown_of_four_people_or_where_no_choice_was_made_by_five(answers):
    assert tried(*answers) is None


def test_a_page_changes_only_with_the_fifth_learner_who_has_added_something():
    before = {"a": 1, "b": 1, "c": 1, "d": 1, "e": 1}
    assert not changed_enough(before, {**before, "a": 2, "b": 2, "f": 1, "g": 1})
    assert changed_enough(before, {**before, "a": 2, "b": 2, "f": 1, "g": 1, "h": 1})
