"""A sheet beside its master: whatever was copied, moved, deleted or retyped, each box is found and nothing ends in an error."""

import json

import pytest

from cst1992.teacher.marking.aligning import align, text_of
from cst1992.teacher.marking.reading import Unreadable, read_sheet
from tests.sheets import handed_in
from tests.teacher.marking.sheets import (
    box,
    cell_of,
    changed,
    content,
    master_of,
    place_of,
    solved,
    the_master,
    with_copy_of,
    without,
)


def aligned(notebook):
    return align(read_sheet(content(notebook)), the_master())


def memo_of(notebook):
    return text_of(aligned(notebook), the_master().texts[0])


def test_a_whole_sheet_has_all_boxes_and_nothing_is_said_of_it():
    found = aligned(solved())
    assert found.missing == () and found.remarks == () and found.share == 1


def test_an_answer_box_that_was_deleted_is_named():
    found = aligned(without("a-bound-1994"))
    assert [cell.identity for cell in found.missing] == ["a-bound-1994"]
    assert "Without its box: a-bound-1994." in found.remarks


def test_a_copied_box_is_the_same_once_and_runs_as_well():
    found = aligned(with_copy_of("a-bound-1994"))
    assert sum(box.master is not None and box.master.identity == "a-bound-1994" for box in found.boxes) == 1
    assert "Boxes that were copied, and run as well: a-bound-1994." in found.remarks


def test_a_sheet_without_metadata_and_ids_is_known_by_what_stands_in_it():
    notebook = json.loads(content(solved()))
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        del cell["id"]
    found = align(read_sheet(json.dumps(notebook).encode()), the_master())
    assert found.missing == () and found.share == 1
    assert any("lost its marks for the machine" in remark for remark in found.remarks)


def test_an_answer_box_of_another_kind_is_read_as_code():
    notebook = solved()
    cell_of(notebook, "a-bound-1994").cell_type = "markdown"
    found = aligned(notebook)
    own = next(box for box in found.boxes if box.master and box.master.identity == "a-bound-1994")
    assert own.is_code and any(remark.startswith("Read as code") for remark in found.remarks)


def test_two_boxes_that_changed_places_keep_their_names():
    notebook = solved()
    one, other = place_of(notebook, "a-bound-1994"), place_of(notebook, "a-reasons")
    notebook.cells[one], notebook.cells[other] = notebook.cells[other], notebook.cells[one]
    found = aligned(notebook)
    assert found.missing == ()
    answers = [box.master.identity for box in found.boxes if box.master and box.master.part == "answer"]
    assert answers[0] == "a-reasons"


def test_a_given_box_that_was_changed_is_put_back_and_named():
    found = aligned(changed("begin", "import pandas as pd"))
    assert "Given boxes that were changed, and are put back: begin." in found.remarks


def test_a_check_that_was_changed_is_put_back_and_named_unless_the_sheet_is_of_another_release():
    told = "Checks that were changed, and are put back: How sure one can be, and by which witness."
    notebook = changed("t-how-sure", "task.score = lambda: 1")
    assert told in aligned(notebook).remarks
    for cell in notebook.cells:
        if cell.id.startswith("t-"):
            cell.source += "\n# another release"
    assert aligned(notebook).remarks == ()


@pytest.mark.parametrize("kind", ["code", "markdown"])
def test_a_memo_in_a_new_box_below_is_found(kind):
    notebook = changed("w-memo", "%%memo 200 words. Leave this line, and write below it.")
    notebook.cells.insert(place_of(notebook, "w-memo") + 1, box("Georgia left. I wrote it below.", kind))
    assert memo_of(notebook) == ("Georgia left. I wrote it below.", "in a box below")


WORDS = 'My friend doesn\'t agree; "why"? Look! 50 % of all: мәтін, текст (d d b).'


@pytest.mark.parametrize("change", ["as it is", "first line gone", "on the first line", "Markdown", "a new box"])
@pytest.mark.parametrize("name", ["03_the_signatories", "05_kazakhstan_and_russia", "06_capstone"])
def test_the_marker_finds_every_memo(name, change):
    notebook, texts = handed_in(name, {}), master_of(name).texts
    for text in texts:
        cell = cell_of(notebook, text.identity)
        first = cell.source.split("\n", 1)[0]
        if change == "a new box":
            notebook.cells.insert(place_of(notebook, text.identity) + 1, box(WORDS, "markdown"))
            continue
        cell.cell_type = "markdown" if change == "Markdown" else "code"
        cell.source = {"first line gone": WORDS, "on the first line": f"{first} {WORDS}"}.get(
            change, f"{first}\n{WORDS}\n"
        )
    found = align(read_sheet(content(notebook)), master_of(name))
    where = "in a box below" if change == "a new box" else "in its box"
    assert [text_of(found, text) for text in texts] == [(WORDS, where)] * (2 if name == "06_capstone" else 1)


def test_a_memo_whose_box_was_deleted_is_found_where_it_was_written_anew():
    notebook = without("w-memo")
    notebook.cells.append(box("%%memo\nMy words on Georgia."))
    assert memo_of(notebook) == ("My words on Georgia.", "in a box of the student's own")


def test_a_memo_in_two_copies_of_its_box_is_read_whole():
    notebook = with_copy_of("w-memo")
    notebook.cells[place_of(notebook, "w-memo") + 1].source = "%%memo 200 words.\nAnd a second part."
    text, found = memo_of(notebook)
    assert text.endswith("And a second part.") and text.startswith("Georgia") and found == "in its box and a copy of it"


def test_no_memo_is_nowhere():
    notebook = changed("w-memo", "%%memo 200 words. Leave this line, and write below it.")
    assert memo_of(notebook) == ("", "nowhere")


@pytest.mark.parametrize(
    ("handed_in", "told"),
    [
        (b"", "the file is empty"),
        (b"  \n\n", "the file is empty"),
        (b"PK\x03\x04word/document.xml", "a Word file or a zip file"),
        (b"%PDF-1.7 ...", "it is a PDF"),
        (b"<!DOCTYPE html><html>", "it is a web page"),
        (b"hello, here is my homework", "damaged, or no notebook"),
        (b'{"cells": [', "damaged, or no notebook"),
        (b'{"cells": []}', "there is no box in it"),
        (b'{"a": 1}', "there is no box in it"),
        (b'[1, 2]', "there is no box in it"),
        (b'{"cells": "<<<<<<< HEAD  >>>>>>> mine"}', "two versions of the file"),
        (b"\xff\xfe\x00\xd8garbage", "its letters cannot be read"),
        (b"[" * 100_000, "damaged, or no notebook"),
    ],
)  # fmt: skip
def test_what_is_no_sheet_is_told_in_one_sentence_with_a_mend(handed_in, told):
    with pytest.raises(Unreadable) as why:
        read_sheet(handed_in)
    assert told in str(why.value) and "Ask the student" in str(why.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_sheet_in_another_encoding_is_read(encoding):
    assert len(read_sheet(content(solved()).decode().encode(encoding))) == len(solved().cells)


@pytest.mark.parametrize("strange", [{"cells": [1, None, "x"]}, {"cells": [{"source": 5, "metadata": 7, "id": 9}]}])
def test_boxes_that_are_none_do_not_stop_the_reading(strange):
    found = align(read_sheet(json.dumps(strange).encode()), the_master())
    assert found.share == 0
