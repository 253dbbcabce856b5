"""Reading and pressing what a page shows, as a learner does."""

import ipywidgets

from cst1992.page import record


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
    return question.children[-3], question.children[-2].children[0], question.children[-1]
