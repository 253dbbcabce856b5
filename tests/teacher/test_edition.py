"""The read-only edition: from cells to pages."""

import json
import re
from html import escape
from html.parser import HTMLParser

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

import cst1992 as cst
from cst1992.facts.membership import changes_of_position
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import rows
from cst1992.page.controls import framed, html, menu
from cst1992.page.on_paper import bundle_of
from cst1992.page.scaffold import Shown, explorer
from cst1992.quizzes.bank import bank_names, load_bank
from cst1992.teacher.edition.choices import TURNED, claims_html, explorer_html
from cst1992.teacher.edition.edition import Page, notebooks_folder, page_of, shell
from cst1992.teacher.edition.notebook_cells import GIVES, WIDGET, cell_html, last_call, prose
from cst1992.teacher.edition.questions import quiz_html
from cst1992.teacher.edition.summary import summary_html
from tests.clock import visible


def box_in_a_run(inside):
    """The two outputs of a box of ours: for the live notebook, and for where no widget can live."""
    live = new_output("display_data", data={WIDGET: {"model_id": "m"}})
    return [live, new_output("display_data", data=bundle_of(framed([html(inside)], "A box"), "A box"))]


NOTEBOOKS = sorted(notebooks_folder().glob("*.ipynb"))
LONGER_THAN_A_NAME = 60
STATES = [str(row["name"]) for row in rows("states")]


def column(table, name, **only):
    return [
        str(row[name]) for row in rows(table) if all(row[key] == value for key, value in only.items()) and row[name]
    ]


def what_each_choice_tells():
    """For each call that offers a choice, something from each choice."""
    shared = column("threats", "id", direction="shared")
    told = {
        "explore_articles": column("provisions", "paraphrase") + column("amendments", "change"),
        "explore_paragraphs": column("passages", "paraphrase") + column("passages", "trap"),
        "explore_requests": column("requests", "label") + column("requests", "what_was_done"),
        "explore_membership": [f"Standing toward the Treaty, {row['date']}" for row in changes_of_position()],
        "explore_threats": [what for threat in shared for what in cst.threat_evidence(threat)["what"]],
        "explore_timeline": [
            *(f">{name}</summary>" for name in column("themes", "name") + column("event_states", "state")),
            *cst.events().query("'1991' <= date < '2005'")["description"],
        ],
    }
    return {call: [one if "<" in one else escape(one) for one in texts] for call, texts in told.items()}


class OpenText(HTMLParser):
    """The text of a page that nobody has opened a fold of."""

    def __init__(self, html):
        super().__init__()
        self.depth, self.summary, self.text = 0, False, ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        assert not (tag == "details" and "open" in dict(attrs)), "a fold stands open"
        self.depth += tag == "details"
        self.summary = self.summary or tag == "summary"

    def handle_endtag(self, tag):
        self.depth -= tag == "details"
        self.summary = self.summary and tag != "summary"

    def handle_data(self, data):
        if self.depth == 0 or (self.depth == 1 and self.summary):
            self.text += data


def code_cells():
    for path in NOTEBOOKS:
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                yield path.stem[:2], cell


def calls(verb):
    return [(number, cell) for number, cell in code_cells() if f"cst.{verb}(" in cell.source]


def test_the_call_that_ends_a_cell_is_found_however_its_arguments_are_given():
    forms = ['cst.quiz("02", section="who decides")', 'cst.quiz(name="02", section="who decides")']
    forms += ['"x"\ncst.quiz("02", "who decides")']
    assert {cell_html(new_code_cell(form)).split("</pre>")[1] for form in forms} == {
        f'<div class="result">{quiz_html("02", "who decides")}</div>'
    }
    assert last_call("cst.article(4)") and not last_call("print(4)") and not last_call("import cst1992 as cst")


def test_a_call_with_names_in_it_is_left_as_the_run_shows_it():
    cell = new_code_cell("cst.quiz(mine)", outputs=[new_output("stream", name="stdout", text="a quiz")])
    assert "a quiz" in cell_html(cell) and "a quiz" not in OpenText(cell_html(cell)).text


@pytest.mark.parametrize("verb", what_each_choice_tells())
@pytest.mark.slow
@pytest.mark.release
def test_every_choice_of_an_explorer_stands_on_the_page_of_its_notebook_folded(verb):
    told = what_each_choice_tells()[verb]
    assert calls(verb), f"no notebook has cst.{verb}"
    for number, cell in calls(verb):
        html = cell_html(cell)
        open_text = OpenText(html).text
        missing = [text for text in told if text not in html]
        assert missing == [], f"{number}: cst.{verb} leaves out {len(missing)} choices, for instance {missing[0]}"
        assert not any(text in open_text for text in told if len(text) > LONGER_THAN_A_NAME)


@pytest.mark.slow
@pytest.mark.release
def test_an_explorer_turned_over_says_what_else_its_controls_do():
    html = cell_html(new_code_cell('cst.explore_timeline(theme="region")'))
    assert "Theme: The region; From: 1991; To: 2004" in html and "these controls too: From, To." in html
    assert "Show it as" in cell_html(new_code_cell("cst.explore_membership()"))


@pytest.mark.slow
@pytest.mark.release
def test_every_country_can_be_followed_and_the_page_says_whose_card_stands_in_the_notebook():
    assert len(calls("country")) == 7
    for number, cell in calls("country"):
        html = cell_html(cell)
        open_text = OpenText(html).text
        assert "Kazakhstan until you choose one" in open_text and "The country followed" not in open_text, number
        for state in STATES:
            card = cst.country(last_call(cell.source).args[0].value, state=state).html
            assert card in html and f">{state}</summary>" in html, f"{number}: {state}"
    [(_, choose)] = calls("choose_country")
    assert all(state in OpenText(cell_html(choose)).text for state in STATES)


def test_a_case_to_decide_has_each_position_folded_with_what_speaks_for_and_against_it():
    assert len(calls("decide")) == len(rows("cases"))
    for _, cell in calls("decide"):
        html = cell_html(cell)
        open_text = OpenText(html).text
        for choice in cst.case_choices(last_call(cell.source).args[0].value).itertuples():
            assert choice.choice in open_text
            for weighed in (choice.what_speaks_for, choice.what_speaks_against):
                assert escape(weighed) in html and weighed not in open_text


@pytest.mark.slow
def test_nothing_that_a_cell_gives_lies_open_below_its_question():
    printed = new_output("stream", name="stdout", text="The answer")
    laid_out = new_output("display_data", data={"text/html": "<p>The answer</p>"})
    for number, cell in code_cells():
        if re.search(r"cst\.(begin|done)\(", cell.source):
            assert cell_html(cell) == "", "a page on paper has no record of anybody"
            continue
        asks = "cst.my_answer(" in cell.source
        cell.outputs = [printed, laid_out, *box_in_a_run("A question" if asks else "The answer")]
        html = cell_html(cell)
        open_text = OpenText(html).text
        assert html.count(GIVES) == 1
        assert "The answer" not in open_text, f"{number}: {cell.source}"
        assert ("A question" in open_text) == asks, f"{number}: {cell.source}"


def test_a_box_that_gives_nothing_has_no_fold():
    assert "<details" not in cell_html(new_code_cell("import cst1992 as cst"))


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


def test_what_prose_folds_away_is_folded_in_the_edition_and_other_html_stays_text():
    html = prose("Try it.\n\n<details><summary>A worked example</summary>\n\n1. **Who says so?**\n\n</details>\n\n<b>")
    assert "<details><summary>A worked example</summary>\n<ol>" in html and html.count("</details>") == 1
    assert visible(html.replace("&lt;b&gt;", "")) == 5, "two words, and the line that opens the fold"
    assert "&lt;b&gt;" in html


def test_a_box_is_shown_once_as_it_was_kept_for_paper():
    page = cell_html(new_code_cell("x", outputs=box_in_a_run("<p>Read me</p>")))
    assert page.count("<p>Read me</p>") == 1 and "In the live notebook" not in page
    assert "<style>" not in page and "<script" not in page and "onerror" not in page


def test_a_widget_that_is_not_ours_is_named():
    data = {WIDGET: {"model_id": "m"}, "text/plain": "IntSlider(value=3)"}
    assert "IntSlider(value=3)" in cell_html(new_code_cell("x", outputs=[new_output("display_data", data=data)]))


def test_code_and_its_outcome_stand_together():
    cell = new_code_cell("print(1)", outputs=[new_output("stream", name="stdout", text="<1>")])
    assert "<code>print(1)</code>" in cell_html(cell) and "&lt;1&gt;" in cell_html(cell)
    assert cell_html(new_markdown_cell("A *word*")) == "<p>A <em>word</em></p>\n"


def test_a_page_gathers_each_style_once_and_asks_nothing_of_the_outside():
    page = Page("a.html", "00", "A?", "<style>.b{}</style><p>x</p><style>.b{}</style>")
    html = shell(page.title, page.content)
    assert html.count(".b{}") == 1 and "<style>" not in html.split("<body")[1]
    assert "http" not in html.replace("http://www.w3.org", "")


def test_what_lies_outside_the_edition_is_named_without_a_link():
    html = prose("**Exercise:** [to this page](../exercises/01_x/01_x.ipynb). Next: [the Treaty](02_x.ipynb)")
    assert "to this page" in html and "exercises" not in html and '<a href="02_x.html">the Treaty</a>' in html


def test_a_mistake_in_a_box_is_told_with_its_notebook_and_its_cell(tmp_path, monkeypatch):
    cell = new_code_cell('import cst1992 as cst\ncst.quiz("02", section="who acts")', id="asked-in-vain")
    path = tmp_path / "02_quiz.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata={"title": "?"}), path)
    monkeypatch.setattr("cst1992.teacher.edition.edition.ran", lambda path: nbformat.read(path, as_version=4))
    with pytest.raises(ValueError, match=r"02_quiz\.ipynb, cell asked-in-vain: The quiz .* has no section 'who acts'"):
        page_of(path)


def test_the_verdicts_to_choose_from_are_those_of_the_table():
    words = sorted(set(column("claims", "verdict")))
    told = claims_html(ledger="wording")
    assert all(word in told.partition("Then unfold ours")[0] for word in words)


def test_a_summary_leaves_out_words_that_the_module_does_not_have(copied):
    cells = [new_markdown_cell("# A page\n\n## Key points\n\n- One.")]
    assert "Words of this page" in summary_html(cells, "02", "A page")
    text = (copied / "datapackage.json").read_text(encoding="utf-8")
    content = json.loads(text)
    content["resources"] = [one for one in content["resources"] if one["name"] != "page_words"]
    (copied / "datapackage.json").write_text(json.dumps(content), encoding="utf-8")
    told = summary_html(cells, "02", "A page")
    assert "Words of this page" not in told and "<li>One.</li>" in told


def test_a_choice_that_shows_only_a_mistake_ends_the_edition_and_is_told(monkeypatch):
    def box():
        def show(chosen):
            if chosen == "b":
                raise Mistake("This module has no b.")
            return Shown("A.", "<p>a</p>")

        return explorer("A box", [menu("Letter", [("a", "a"), ("b", "b")], "a")], show)

    monkeypatch.setitem(TURNED, box, [["Letter"]])
    with pytest.raises(Mistake, match=r"^A box: This module has no b\.$"):
        explorer_html(box)
