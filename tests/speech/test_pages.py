"""Page by page in the made-up language: nothing that a box shows, prints or lets be heard is left in English."""

import ast
import contextlib
import io
import json

import ipywidgets
import pytest

import cst1992 as cst
from cst1992.facts.files import module_folder
from cst1992.facts.page_number import page_files
from tests.page.touching import answer_all, found, parts_of_own_words
from tests.speech.marked_language import marked
from tests.speech.unmarked import left_over, shown

NONE = marked("none")
PAGES = [path.name for path in page_files(module_folder() / "notebooks")]


def boxes_of(page):
    """The boxes of Python of a page."""
    cells = json.loads(page.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def run(box, names):
    """Run a box as a notebook does; gives what it prints and what its last line is."""
    lines = ast.parse(box).body
    last = lines.pop() if lines and isinstance(lines[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(ast.Module(lines, []), "box", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "box", "eval"), names) if last else None
    return printed.getvalue().splitlines(), value


def test_a_word_that_was_left_is_found_wherever_it_is_shown_or_heard(spoken):
    left = ipywidgets.HTML(f'<p title="Left here">{marked("Said.")}</p>')
    told = shown(ipywidgets.VBox([left, ipywidgets.Button(description=marked("Keep"), tooltip="Keep it")]))
    assert set(left_over(told)) == {"Left here", "Keep it"}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.slow
def test_no_english_is_left_on_a_page(spoken, name):
    displayed, left = [], {}
    names = {"display": displayed.append}
    for box in boxes_of(spoken / name):
        printed, value = run(box, names)
        told = [*printed, *(text for one in (*displayed, value) for text in shown(one))]
        displayed.clear()
        if found_here := left_over(told):
            left[box] = list(dict.fromkeys(found_here))
    assert left == {}


EXPLORERS = (
    cst.explore_articles,
    cst.explore_paragraphs,
    cst.explore_requests,
    cst.explore_membership,
    cst.explore_threats,
    cst.explore_timeline,
)


@pytest.mark.parametrize("explore", EXPLORERS, ids=lambda explore: explore.__name__)
@pytest.mark.slow
def test_no_english_is_left_in_an_explorer_that_is_turned_over(spoken, explore):
    frame = explore()
    told = shown(frame)
    for menu in found(frame, ipywidgets.Dropdown):
        before = menu.index
        for place in {0, 1 % len(menu.options), len(menu.options) - 1}:
            menu.index = place
            told += shown(frame)
        menu.index = before
    for day in found(frame, ipywidgets.DatePicker):
        day.value = None
        told += shown(frame)
    assert left_over(told) == []


def test_what_is_said_of_own_words_decisions_verdicts_and_a_country(spoken):
    told = []
    box = cst.my_answer("00", NONE)
    text, keep, _ = parts_of_own_words(box)
    keep.click()
    told += shown(box)
    text.value = NONE
    keep.click()
    told += [*shown(box), *shown(cst.my_answer("00", NONE, revised=True)), *shown(cst.my_answers())]
    deciding = cst.decide("armenia-2022")
    for step in (lambda: None, lambda: setattr(found(deciding, ipywidgets.RadioButtons)[0], "index", 0)):
        step()
        found(deciding, ipywidgets.Button)[0].click()
        told += shown(deciding)
    found(deciding, ipywidgets.Textarea)[0].value = NONE
    found(deciding, ipywidgets.Button)[0].click()
    told += [*shown(deciding), *shown(cst.outcome("armenia-2022"))]
    weighing = cst.weigh_claims(article=2)
    for press in found(weighing, ipywidgets.Button):
        press.click()
        told += shown(weighing)
    chosen = cst.choose_country()
    found(chosen, ipywidgets.Button)[0].click()
    told += [*shown(chosen), *shown(cst.country("02")), *shown(cst.choose_country("Georgia"))]
    left = left_over(told)
    assert left == []


def test_what_a_learner_hears_of_the_whole_walk(spoken):
    told = [*shown(cst.my_record()), *shown(cst.review()), *shown(cst.done("02")), *shown(cst.begin("02"))]
    answer_all("02", wrong=("art4-duty",))
    told += [*shown(cst.my_record()), *shown(cst.review()), *shown(cst.done("02")), *shown(cst.begin("02"))]
    told += [*shown(cst.done("06")), cst.forget(sure=True), *shown(cst.forget())]
    left = left_over(told)
    assert left == []
