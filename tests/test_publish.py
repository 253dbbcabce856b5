"""The read-only edition: from cells to pages."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from cst1992.publish.cells import WIDGET, cell_html, prose, quiz_called
from cst1992.publish.edition import Page, shell
from cst1992.publish.questions import quiz_html
from cst1992.publish.widgets import ON_PAPER, static_html
from cst1992.quizzes.bank import bank_names, load_bank


def model(name, **state):
    return {"model_name": name, "state": state}


def test_a_quiz_is_found_in_a_cell_however_it_is_called():
    assert quiz_called('cst.quiz("02", section="who decides")') == ("02", "who decides")
    assert quiz_called('cst.quiz(name="02")') == ("02", None)
    assert quiz_called('cst.quiz("02", "who decides")') == ("02", "who decides")
    assert quiz_called("cst.article(4)") is None


@pytest.mark.parametrize("name", bank_names())
def test_every_question_stands_on_the_page_with_its_answer_folded(name):
    html = quiz_html(name)
    assert html.count("<summary>Answer</summary>") == len(load_bank(name).questions)
    for part in html.split('<div class="question">')[1:]:
        before, answer = part.split("<summary>Answer</summary>")
        assert "✓" not in before and "Source:" in answer


def test_links_between_notebooks_lead_to_pages_and_headings_get_names():
    html = prose("## What was *promised*?\n\n[Next](03_the_signatories.ipynb) and [out](https://example.org)")
    assert '<h2 id="what-was-promised">' in html
    assert 'href="03_the_signatories.html"' in html and 'href="https://example.org"' in html


def test_a_widget_is_shown_as_it_stands():
    states = {
        "frame": model("VBoxModel", children=["IPY_MODEL_style", "IPY_MODEL_text", "IPY_MODEL_menu", "IPY_MODEL_own"]),
        "style": model("HTMLModel", value="<style>x</style>", _dom_classes=["cst-hidden"]),
        "text": model("HTMLModel", value="<p>Read me</p>"),
        "menu": model("DropdownModel", description="Article", _options_labels=["One", "Two"], index=1),
        "own": model("TextareaModel", description="Your answer"),
    }
    html = static_html("frame", states)
    assert "<style>" not in html and "<p>Read me</p>" in html and "Article: Two" in html and ON_PAPER in html


def test_a_widget_without_a_choice_is_left_out():
    assert static_html("menu", {"menu": model("DropdownModel", _options_labels=[], index=None)}) == ""


def test_code_and_its_outcome_stand_together():
    cell = new_code_cell("print(1)", outputs=[new_output("stream", name="stdout", text="<1>")])
    assert "<code>print(1)</code>" in cell_html(cell, {}) and "&lt;1&gt;" in cell_html(cell, {})
    widget = new_code_cell("x", outputs=[new_output("display_data", data={WIDGET: {"model_id": "m"}})])
    assert "Hello" in cell_html(widget, {"m": model("HTMLModel", value="Hello")})
    assert cell_html(new_markdown_cell("A *word*"), {}) == "<p>A <em>word</em></p>\n"


def test_a_page_gathers_each_style_once_and_asks_nothing_of_the_outside():
    page = Page("a.html", "00", "A?", "<style>.b{}</style><p>x</p><style>.b{}</style>")
    html = shell(page.title, page.content)
    assert html.count(".b{}") == 1 and "<style>" not in html.split("<body")[1]
    assert "http" not in html.replace("http://www.w3.org", "")
