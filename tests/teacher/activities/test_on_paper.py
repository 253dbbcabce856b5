"""What is printed of an activity: every role and document once, nothing told too early, nothing that could run."""

import re
import time
from html import escape

import pytest

from cst1992.facts import files
from cst1992.teacher.activities.activities import activity_names, load_activity
from cst1992.teacher.activities.paper.files import copies_of, sheets_of, write_cards
from cst1992.teacher.activities.paper.handing_out import kept_back
from cst1992.teacher.activities.paper.teachers_sheet import teachers_sheet_html
from cst1992.teacher.activities.paper.without_screen import before_class, by_hand
from cst1992.teacher.cli import main
from tests.corrections import corrected


def said(page):
    return re.sub(r"<[^>]+>", " ", page)


def test_the_teachers_sheet_names_sensitive_matters_first_and_the_minutes_add_up(tmp_path):
    write_cards(load_activity("council_2010"), tmp_path, students=30)
    sheet = said((tmp_path / "teacher.html").read_text(encoding="utf-8").partition("<main>")[2])
    assert sheet.index("Sensitive matters") < sheet.index("What you need") < sheet.index("Debrief")
    assert "47–48" in sheet and "82–85" in sheet, "the last step ends with the session"


@pytest.mark.parametrize("name", activity_names())
def test_what_is_revealed_stands_on_no_sheet_that_is_handed_out_before(name):
    activity = load_activity(name)
    pages = sheets_of(activity)
    before = pages["roles.html"] + pages.get("documents.html", "")
    for step in activity.steps:
        for document in step.shows if step.kind == "reveal" else ():
            assert f">{activity.document(document).title}<" not in before, f"{name}: {document} is told too early"
            assert f">{activity.document(document).title}<" in pages["kept_back.html"]
    assert all(f">{escape(role.name)}<" in pages["roles.html"] for role in activity.roles)


def test_what_each_role_did_is_told_at_the_first_reveal_as_the_room_tells_it():
    activity = load_activity("renew_1999")
    assert [step.id for step in activity.steps if step.kind == "reveal"] == ["done", "called"]
    told = {step.id: by_hand(activity, step) for step in activity.steps}
    assert [step for step, words in told.items() if "what each role did and said afterwards" in words] == ["done"]
    cards = said(sheets_of(activity)["kept_back.html"].partition('<section class="sheet">')[2])
    assert cards.count("Kept back until the step “What they did”") >= len(activity.roles)


def test_a_corrected_row_corrects_the_printed_card_and_is_shown_as_text(copied):
    corrected(copied, "case_voices", "kyrgyzstan-2010-medvedev-11", said="<script>alert(1)</script>")
    roles = sheets_of(load_activity("council_2010"))["roles.html"]
    assert "&lt;script&gt;alert(1)" in roles and "<script" not in roles


@pytest.mark.parametrize("name", activity_names())
def test_the_teacher_without_a_screen_is_told_what_goes_out_when_and_how_it_is_counted(name):
    activity = load_activity(name)
    told = {step.id: by_hand(activity, step) for step in activity.steps}
    for document, waits in kept_back(activity).items():
        title = activity.document(document).title
        assert [step for step, words in told.items() if title in words] == [waits.id], f"{document} goes out once, then"
    assert all(told[step.id] for step in activity.steps if step.ballot or step.kind == "deal"), told
    sheet = said(teachers_sheet_html(activity, []))
    assert all(escape(words) in sheet for words in told.values()) and escape(before_class(activity)) in sheet


def test_a_motion_on_paper_is_decided_as_the_council_decides_and_slips_are_counted():
    council = load_activity("council_2010")
    told = {step.id: by_hand(council, step) for step in council.steps}
    assert "passes if at least one is for it and nobody is against it" in told["motion"]
    assert "Call" not in told["motion"] and "call the letters one by one" in told["first-vote"]
    assert "Deal one set of 9 cards after the other" in told["deal"] and told["speeches"] == ""
    assert told["open"].startswith("Read aloud: How this Council decides.")


def test_copies_are_counted_for_the_class():
    copies = copies_of(load_activity("council_2010"), 30)
    assert (copies["roles.html"], copies["ballots.html"]) == ("4 copies for 30 students", "8 copies for 30 students")


def test_the_command_lists_writes_and_says_what_it_cannot(tmp_path, capsys):
    assert main(["cards"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(activity_names())
    start = time.perf_counter()
    assert main(["cards", "who_signed", "--to", str(tmp_path / "out")]) == 0
    assert time.perf_counter() - start < 5, "a set of cards in less than five seconds"
    assert (tmp_path / "out" / "index.html").is_file() and not (tmp_path / "out" / "voting_cards.html").exists()
    assert main(["cards", "who_sined"]) == 1 and "Did you mean 'who_signed'?" in capsys.readouterr().err
    assert main(["cards", "who_signed", "--students", "0"]) == 1
    assert capsys.readouterr().err.startswith("✗ 0 students are no class.")
    (tmp_path / "broken.yaml").write_text("title: [", encoding="utf-8")
    assert main(["cards", str(tmp_path / "broken.yaml")]) == 1 and "is not valid YAML" in capsys.readouterr().err
    text = (files.data_folder() / "activities" / "who_signed.yaml").read_text(encoding="utf-8")
    mine = tmp_path / "mine.yaml"
    mine.write_text(text.replace("gets: [newspaper]", "gets: [newspapr]"), encoding="utf-8")
    assert main(["cards", str(mine), "--to", str(tmp_path / "none")]) == 1
    assert f"✗ {mine}, line " in (told := capsys.readouterr().err) and "Did you mean 'newspaper'?" in told
    assert not (tmp_path / "none").exists(), "nothing is written of an activity that does not fit"
