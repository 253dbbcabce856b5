"""A notebook that was run and sent on: what stands there where no widget can live."""

import subprocess
import sys

import nbformat
import pytest

import cst1992 as cst
from cst1992.page.on_paper import as_text, bundle_of
from tests.page.touching import click

BOXES = ('cst.quiz("02", section="mutual assistance")', 'cst.my_answer("02", "What happens next?")')


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    made = nbformat.v4.new_notebook()
    made.cells = [nbformat.v4.new_code_cell(source) for source in ("import cst1992 as cst", *BOXES)]
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = tmp_path_factory.mktemp("sent") / "run.ipynb"
    nbformat.write(made, path)
    return path


def converted(notebook, form):
    command = [sys.executable, "-m", "nbconvert", "--execute", "--to", form, "--stdout", str(notebook)]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


@pytest.mark.parametrize("form", ["markdown", "latex"])
@pytest.mark.slow
def test_a_notebook_sent_through_nbconvert_shows_a_sentence_and_the_questions(notebook, form):
    text = " ".join(converted(notebook, form).split())
    assert "VBox(" not in text and "Frame(" not in text
    for words in (
        "In the live notebook you choose and write in this box",
        "Under Article 4 as signed in 1992",
        "Send troops at once",
    ):
        assert words.lower() in text.lower(), f"{form}: {words}"
    assert "What happens next?" in text


def test_pairs_tell_once_what_there_is_to_choose_and_nothing_that_is_hidden():
    bundle = bundle_of(cst.quiz("02"), "Quiz")
    assert bundle["text/plain"].count("To choose from: ") >= 1
    assert "onerror" not in bundle["text/html"] and "Your earlier" not in bundle["text/plain"]


def test_html_becomes_lines():
    assert (
        as_text("<style>p{}</style><p>A &amp; B</p><ul><li>one</li></ul><svg><text>no</text></svg>") == "A & B\n- one"
    )


def test_nothing_of_one_learners_day_is_kept_for_paper():
    verdict = cst.weigh_claims(article=2)
    click(verdict, "open")
    text = bundle_of(cst.quiz("02"), "Quiz")["text/plain"] + bundle_of(verdict, "Claims")["text/plain"]
    assert (
        "of 6 right" not in text
        and "further ones" not in text
        and "Your verdict: open" not in text
        and "Ours:" not in text
    )


def test_a_picture_with_a_list_for_narrow_pages_is_told_once():
    picture = cst.timeline(span=(1992, 1992))
    text = as_text(picture.html())
    assert text.count(picture.same.lines[0][1]) == 1 and picture.caption in text
