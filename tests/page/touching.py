"""Reading and pressing what a page shows, as a learner does."""

import re

import ipywidgets

from cst1992.page import record
from cst1992.quizzes.bank import load_bank
from cst1992.quizzes.marking import right_answer


def found(widget, kind):
    """All widgets of a kind inside another one."""
    if isinstance(widget, kind):
        return [widget]
    return [one for child in getattr(widget, "children", ()) for one in found(child, kind)]


def shown(widget):
    """All that stands in a widget as HTML."""
    return " ".join(one.value for one in found(widget, ipywidgets.HTML))


def button(widget, name):
    """The first button with this name."""
    return next(one for one in found(widget, ipywidgets.Button) if one.description == name)


def click(widget, name):
    """Press the first button with this name."""
    button(widget, name).click()


def answer(question="art4-duty", mark=1.0, answer=(0,), quiz="02_the_treaty_articles"):
    """An answer that was kept."""
    record.keep("answer", quiz=quiz, question=question, answer=list(answer), mark=mark)


def parts_of_own_words(box):
    """The text, the button that keeps it, and what is said, of a box for one's own words."""
    question = box.children[1]
    return (
        found(question, ipywidgets.Textarea)[0],
        found(question, ipywidgets.Button)[0],
        found(question, ipywidgets.HTML)[-1],
    )


def own_answers(page):
    """The names under which a page keeps what a learner writes."""
    return set(re.findall(r'my_answer\(\s*"([^"]+)"', " ".join(box.code for box in page.boxes)))


def answer_all(number, wrong=()):
    """Every question of a page is answered, all rightly but those that are named."""
    bank = load_bank(number)
    for question in bank.questions:
        mark = 0 if question.id in wrong else 1
        record.keep("answer", quiz=bank.name, question=question.id, answer=right_answer(question), mark=mark)
