import json

import ipywidgets
import pytest

from cst1992.page.quiz import quiz
from cst1992.page.whole_answer import question_to_answer
from tests.page.touching import found, shown

WIDGETS = {
    "radio": (ipywidgets.RadioButtons(options=["a", "b"], index=None), 1, "b"),
    "tick": (ipywidgets.Checkbox(), True, True),
    "menu": (ipywidgets.Dropdown(options=["a", "b"]), 1, "b"),
    "text": (ipywidgets.Text(), "1992", "1992"),
    "memo": (ipywidgets.Textarea(), "A promise.", "A promise."),
}


def questions(widget):
    """The questions of a page, in their order."""
    if "cst-question" in widget._dom_classes:
        return [widget]
    return [one for child in getattr(widget, "children", ()) for one in questions(child)]


def tell(question, *state):
    """What keyboard.js writes at a press of the button."""
    line = next(text for text in found(question, ipywidgets.Text) if "cst-whole" in text._dom_classes)
    line.value = json.dumps({"pressed": str(state), "state": list(state)})


@pytest.mark.parametrize("kind", WIDGETS)
def test_a_press_brings_with_it_what_stands_in_the_question(kind):
    widget, told, wanted = WIDGETS[kind]
    press, heard = ipywidgets.Button(), []
    press.on_click(lambda _: heard.append(widget.value))
    question = question_to_answer([ipywidgets.HTML("?"), ipywidgets.VBox([widget]), press], press)
    tell(question, told)
    assert heard == [wanted]


def test_a_question_of_a_quiz_is_checked_with_the_option_that_the_learner_saw_last(learner):
    first = questions(quiz("02"))[0]
    radio = found(first, ipywidgets.RadioButtons)[0]
    radio.index = 0
    tell(first, 1)
    assert radio.index == 1 and any(sign in shown(first) for sign in "✓✗")
    tell(first, -1)
    assert radio.index is None


def test_a_press_from_a_page_with_other_parts_is_heard_all_the_same():
    text, press, heard = ipywidgets.Text("kept"), ipywidgets.Button(), []
    press.on_click(lambda _: heard.append(text.value))
    tell(question_to_answer([text, press], press), "one", "two")
    assert heard == ["kept"]
