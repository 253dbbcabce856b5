"""`cst1992 check`: silent on the sound module; each kind of damage is told with its place and its mend."""

import csv
import json
import shutil
import time

import pytest

from cst1992.facts.files import SOURCE_TREE
from cst1992.teacher.check.check import PARTS, check_module, what_was_read
from cst1992.teacher.cli import main


@pytest.fixture
def whole(copied):
    """A copy of data, notebooks and solutions that a test may damage."""
    for folder in ("notebooks", "solutions"):
        shutil.copytree(SOURCE_TREE.parent / folder, copied.parent / folder)
    return copied.parent


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(part):
    return [str(fault) for fault in PARTS[part]()]


def line_of(path, beginning):
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if line.startswith(beginning))


def test_the_sound_module_passes_quickly_and_in_silence(capsys):
    before = time.perf_counter()
    assert main(["check"]) == 0
    assert time.perf_counter() - before < 20
    out = capsys.readouterr().out
    assert out.count("\n") == 1 and "nothing wrong was found" in out and what_was_read() in out


DAMAGED = {
    "a word that is not agreed": ("events.csv", ",day,", ",dya,", "column date_precision: expected one of the agreed"),
    "an empty cell": ("states.csv", ",AM,", ",,", "column iso2: a value is required"),
    "a code of another form": ("states.csv", ",AM,", ",Am,", "'Am' does not have the agreed form"),
    "a day that is none": ("events.csv", ",1987-12-08,", ",8.12.1987,", "column date: expected a date"),
    "a cell too many": ("themes.csv", "treaty,The Treaty,", "treaty,The,Treaty,", "expected 4 cells, found 5"),
    "a column of another name": ("themes.csv", "id,name,", "id,named,", "expected the columns id, name"),
    "a row of another table that is not there": (
        "event_states.csv", ",Kazakhstan", ",Kazakstan", "Did you mean 'Kazakhstan'?",
    ),
    "a source that is not there": ("articles.csv", ",treaty-1992-ru", ",treaty-1992-rus", "in data/sources.csv"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), DAMAGED.values(), ids=DAMAGED)
@pytest.mark.slow
def test_a_damaged_cell_is_told_with_table_line_and_column(whole, file, old, new, said):
    replace(whole / "data" / file, old, new)
    assert any(one.startswith(f"data/{file}, line ") and said in one for one in told("the tables"))


@pytest.mark.slow
def test_everything_that_is_wrong_is_told_at_once(whole, capsys):
    replace(whole / "data/events.csv", ",day,", ",dya,")
    replace(whole / "data/states.csv", ",AM,", ",,")
    replace(whole / "data/event_states.csv", ",Kazakhstan", ",Kazakstan")
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert all(f"✗ data/{name}.csv, line " in out for name in ("events", "states", "event_states"))
    assert "3 faults found" in out and "Not looked at to the end" in out


@pytest.mark.slow
def test_an_id_that_stands_twice_names_both_lines(whole):
    path = whole / "data/themes.csv"
    replace(path, "\nnuclear,", "\ntreaty,")
    first = line_of(path, "treaty,")
    assert any(f"'treaty' stands in line {first} too" in one for one in told("the tables"))


def test_a_number_beyond_its_limits_is_told(whole):
    replace(whole / "data/articles.csv", "article-11,11,", "article-11,0,")
    assert any("column number: 0 is less than 1" in one for one in told("the tables"))


@pytest.mark.slow
def test_a_file_that_nobody_describes_and_a_table_without_its_file_are_told(whole):
    (whole / "data/eras.csv").rename(whole / "data/ages.csv")
    found = told("the tables")
    assert any(one.startswith("data/ages.csv: no table") for one in found)
    assert any(one.startswith("data/eras.csv: the table is described") for one in found)


def test_a_broken_description_is_the_only_thing_told(whole):
    replace(whole / "data/datapackage.json", '"resources": [', '"resources": [[')
    found = check_module()
    assert len(found.faults) == 1 and found.faults[0].where.startswith("data/datapackage.json, line ")


@pytest.mark.slow
def test_a_key_to_a_table_that_the_module_lacks_is_told(whole):
    path = whole / "data/datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["resources"] = [one for one in content["resources"] if one["name"] != "themes"]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert any("the column theme of event_themes points to themes" in one for one in told("the tables"))


def test_a_filter_through_a_table_that_the_module_lacks_is_told(whole):
    path = whole / "data/datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["resources"] = [one for one in content["resources"] if one["name"] != "event_themes"]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert any("the filter theme of events goes through event_themes" in one for one in told("the tables"))


SETTINGS = {
    "a theme": ("theme: treaty", "theme: treaties", "first_view.theme: 'treaties' is not a theme"),
    "a promise": (
        "promise: mutual assistance",
        "promise: mutual asistance",
        "promise: 'mutual asistance' is not a kind of",
    ),
    "a country": ("until_chosen: Kazakhstan", "until_chosen: Narnia", "country.until_chosen: 'Narnia' is not a state"),
    "a theme of a topic": ("[threats]", "[threat]", "country.topics.04.themes: 'threat' is not a theme"),
    "a notebook": ('"06":', '"07":', "country.topics.07: '07' is not the number of a notebook"),
    "a month that is not that of the newest fact": (
        "to February 2026",
        "to March 2026",
        "knowledge: it does not name February 2026",
    ),
    "a day to come": ("2004-06-30: the", "2034-06-30: the", "key_days.2034-06-30: 2034-06-30 is later than facts_to"),
    "an article": ("article: 4", "article: 14", "first_view.article: 14 is not an article"),
}


@pytest.mark.parametrize(("old", "new", "said"), SETTINGS.values(), ids=SETTINGS)
@pytest.mark.slow
def test_what_module_yaml_names_must_be_there(whole, old, new, said):
    replace(whole / "data/module.yaml", old, new)
    assert any(said in one for one in told("data/module.yaml"))


@pytest.mark.slow
def test_a_module_without_module_yaml_is_told_to_write_one(whole):
    (whole / "data/module.yaml").unlink()
    found = [str(fault) for fault in check_module().faults]
    assert len(found) == 1 and "module.yaml" in found[0] and "docs/adapting.md" in found[0]


NOTEBOOKS = {
    "a verb": ('cst.begin(\\"02\\")', 'cst.began(\\"02\\")', "there is no cst.began in this module. Did you mean"),
    "a page": ('cst.begin(\\"02\\")', 'cst.begin(\\"09\\")', "cst.begin: there is no page '09'"),
    "a quiz": ('cst.quiz(\\"02_the_treaty_articles\\"', 'cst.quiz(\\"02_the_articles\\"', "cst.quiz: There is no quiz"),
    "a section": ('section=\\"who decides\\"', 'section=\\"who acts\\"', "has no section 'who acts'"),
    "a filter": ("cst.provisions()", "cst.provisions(article=22)", "cst.provisions: "),
    "a slip of the pen": ('cst.begin(\\"02\\")', 'cst.begin(\\"02\\"', "line 3 is not Python"),
}


@pytest.mark.parametrize(("old", "new", "said"), NOTEBOOKS.values(), ids=NOTEBOOKS)
@pytest.mark.slow
def test_what_a_box_asks_for_must_be_there(whole, old, new, said):
    replace(whole / "notebooks/02_the_treaty_articles.ipynb", old, new)
    found = told("the notebooks")
    assert len(found) == 1 and said in found[0]
    assert found[0].startswith("notebooks/02_the_treaty_articles.ipynb, cell ")


def test_a_verb_of_a_section_that_the_module_lacks_is_told(whole):
    path = whole / "data/datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["resources"] = [one for one in content["resources"] if one["name"] != "cases"]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert any(
        "06_" in one and "there is no cst.decide in this module. This module has no cases to decide." in one
        for one in told("the notebooks")
    )


@pytest.mark.slow
def test_two_notebooks_with_one_number_and_a_damaged_one_are_told(whole):
    (whole / "notebooks/02_again.ipynb").write_text("{}", encoding="utf-8")
    found = told("the notebooks")
    assert any("another notebook begins with 02" in one for one in found)
    assert any("notebooks/02_again.ipynb: it cannot be read as a notebook" in one for one in found)


@pytest.mark.slow
def test_a_page_without_a_title_is_told(whole):
    replace(
        whole / "notebooks/02_the_treaty_articles.ipynb", '"title": "What was promised', '"subject": "What was promised'
    )
    (found,) = told("the notebooks")
    assert found.startswith("notebooks/02_the_treaty_articles.ipynb: the notebook has no title.")


SOLUTIONS = {
    "an objective": (
        '"objective": "close-read"',
        '"objective": "read-close"',
        "the objective 'read-close' is not known",
    ),
    "a title": ('"title": "Four questions asked of Article 6"', '"title": ""', "the task has no title"),
    "points": ('"points": 1', '"points": 0', "the task carries no points"),
    "an id twice": ('"grade_id": "a-silent"', '"grade_id": "a-article-6"', "grade_id 'a-article-6' is empty or stands"),
}


@pytest.mark.parametrize(("old", "new", "said"), SOLUTIONS.values(), ids=SOLUTIONS)
@pytest.mark.slow
def test_what_a_task_lacks_is_told(whole, old, new, said):
    replace(whole / "solutions/02_the_treaty_articles/02_the_treaty_articles.ipynb", old, new)
    assert any(said in one for one in told("the solutions"))


def test_an_exercise_without_its_page_is_told_until_module_yaml_names_one(whole):
    old = whole / "solutions/06_capstone"
    (old / "06_capstone.ipynb").rename(old / "16_capstone.ipynb")
    old.rename(whole / "solutions/16_capstone")
    assert any("it belongs to page 16, and there is no such notebook" in one for one in told("the solutions"))
    with (whole / "data/module.yaml").open("a", encoding="utf-8") as file:
        file.write('\nexercises:\n  16_capstone: "06"\n')
    assert told("the solutions") == []


@pytest.mark.slow
def test_all_questions_with_a_fault_are_told_and_a_quiz_without_its_page(whole):
    path = whole / "data/quizzes/02_the_treaty_articles.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("objective: close-read", "objective: closed", 2), encoding="utf-8")
    path.with_name("09_more.yaml").write_text(text, encoding="utf-8")
    found = told("the quizzes")
    assert sum("objective 'closed' is not known" in one for one in found) == 2
    assert any(one.startswith("data/quizzes/09_more.yaml: no notebook begins with 09") for one in found)


def test_an_event_without_a_main_theme_is_told_before_the_timeline_meets_it(whole):
    replace(whole / "data/event_themes.csv", "1987-12-08-inf-treaty,nuclear,yes", "1987-12-08-inf-treaty,nuclear,no")
    assert any("1987-12-08-inf-treaty has no main theme" in one for one in told("the timeline"))


@pytest.mark.slow
def test_a_day_later_than_the_facts_and_one_before_the_first_era_are_told(whole):
    replace(whole / "data/module.yaml", "facts_to: 2026-02-13", "facts_to: 2025-11-26")
    replace(whole / "data/eras.csv", ",1992-05-15,", ",1992-06-15,")
    found = told("the timeline")
    assert any("2025-11-27 is later than 2025-11-26" in one for one in found)
    assert any(one.startswith("data/treaty_actions.csv, line 2,") and "lies in no era" in one for one in found)
    assert any(one.startswith("data/module.yaml, key_days.1992-05-15") for one in found)


def test_a_gap_between_eras_is_told(whole):
    replace(whole / "data/eras.csv", ",1994-04-20,1999-04-20,", ",1994-04-21,1999-04-20,")
    assert any("1994-04-21 is not the day on which signed-not-in-force ends" in one for one in told("the timeline"))


@pytest.mark.slow
def test_an_objective_that_nobody_exercises_and_one_taught_nowhere_are_told(whole):
    with (whole / "data/objectives.csv").open("a", encoding="utf-8") as file:
        file.write("dance,9,Dancing,Dance.,09_dancing\n")
    found = told("the objectives")
    assert any("column taught_in: there is no notebook 09_dancing" in one for one in found)
    assert any("has the objective 'dance'" in one for one in found)


def test_words_of_pages_that_are_out_of_date_are_told(whole):
    replace(whole / "data/page_words.csv", "\n00-treaty,", "\n00-glacier,")
    found = told("the words of the pages")
    assert any("column id: notebook 00 does not use this term" in one for one in found)
    assert any("00-treaty" in one and "cst1992 words" in one for one in found)


@pytest.mark.slow
def test_an_act_with_a_word_that_leads_to_no_standing_is_told(whole):
    replace(whole / "data/standings.csv", "signed; acceded; returned", "signed; returned")
    found = told("the standings")
    acts = (whole / "data/treaty_actions.csv").read_text(encoding="utf-8").count(",acceded,")
    assert len(found) == acts > 1
    assert all(one.startswith("data/treaty_actions.csv, line ") and "has the status 'acceded'" in one for one in found)


STANDINGS = {
    "a state without an act": ("nothing at all", "nothing", "no row has 'nothing at all' under `after`"),
    "a look": (",rising lines,", ",rising line,", "column look: there is no look 'rising line'. Did you mean"),
    "a place in a sentence": ("suspended {year},", "suspended {day},", "the only place in this sentence is {year}"),
    "a brace": ("suspended {year},", "suspended {year,", "the only place in this sentence is {year}"),
}


@pytest.mark.parametrize(("old", "new", "said"), STANDINGS.values(), ids=STANDINGS)
@pytest.mark.slow
def test_a_standing_that_no_picture_could_show_is_told(whole, old, new, said):
    replace(whole / "data/standings.csv", old, new)
    assert any(said in one for one in told("the standings"))


@pytest.mark.parametrize(
    ("file", "old", "new", "column"),
    [
        ("states.csv", ",signatory of 1992,", ",signatory of 1991,", "role"),
        ("requests.csv", ",asked of Russia alone,", ",asked of Russia only,", "way"),
        ("amendments.csv", ",2010,", ",2011,", "wording"),
    ],
)
@pytest.mark.slow
def test_a_role_a_way_or_a_wording_without_its_row_is_told(whole, file, old, new, column):
    replace(whole / "data" / file, old, new)
    assert any(one.startswith(f"data/{file}, line ") and f"column {column}: " in one for one in told("the tables"))


def test_two_states_on_one_tile_are_told(whole):
    path = whole / "data/states.csv"
    lines = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    lines[1] |= {name: lines[0][name] for name in ("tile_column", "tile_row")}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, lines[0])
        writer.writeheader()
        writer.writerows(lines)
    assert any("Azerbaijan has the tile of Armenia" in one for one in told("the standings"))


@pytest.mark.slow
def test_further_sources_of_a_row_that_is_not_there_are_told(whole):
    replace(whole / "data/citations.csv", ",articles,article-04,", ",articles,article-44,")
    found = told("the tables")
    assert len(found) == 1 and found[0].startswith("data/citations.csv, line ")
    assert "column row: data/articles.csv has no row 'article-44'" in found[0]


def test_an_answer_without_a_mark_and_a_label_without_room_are_told(whole):
    path = whole / "data/datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    requests = next(one for one in content["resources"] if one["name"] == "requests")
    answer = next(field for field in requests["schema"]["fields"] if field["name"] == "answer")
    answer["constraints"]["enum"].append("talks")
    path.write_text(json.dumps(content), encoding="utf-8")
    replace(whole / "data/requests.csv", ",talks or statements,", ",talks,")
    replace(whole / "data/events.csv", ",INF Treaty signed,INF", f",INF Treaty signed,{'very ' * 7}INF")
    found = told("the standings")
    assert any("gives 'talks', a word of the column answer of requests, the mark None" in one for one in found)
    assert any(one.startswith("data/events.csv, line 3, column label:") for one in found)


@pytest.mark.slow
def test_a_state_left_in_force_after_the_last_era_has_ended_is_told(whole):
    replace(whole / "data/eras.csv", ",2012-12-19,,", ",2012-12-19,2025-12-31,")
    found = told("the acts")
    assert any(
        "Belarus is left 'in force', and the last era of data/eras.csv ended on 2025-12-31" in one for one in found
    )
    assert not any("Georgia" in one for one in found)


ACTS = {
    "an end that ends nothing": (
        ",Georgia,did not prolong,treaty-1992,no,no,lapsed,", ",Georgia,did not prolong,treaty-1992,no,yes,lapsed,",
        "it ends in 'did not prolong', which ends the treaty for Georgia, and writes yes",
    ),
    "an act after which it is not in force": (
        ",Georgia,did not prolong,treaty-1992,no,no,lapsed,", ",Georgia,did not prolong,treaty-1992,no,no,suspended,",
        "the treaty was in force for Georgia before this act and is not after it",
    ),
    "an act that changes nothing": (
        ",Georgia,statement on membership,treaty-1992,yes,yes,", ",Georgia,statement on membership,treaty-1992,yes,no,",
        "the act changes nothing for Georgia, and writes no; the act before it left yes",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), ACTS.values(), ids=ACTS)
@pytest.mark.slow
def test_an_act_that_contradicts_its_standing_is_told(whole, old, new, said):
    replace(whole / "data/treaty_actions.csv", old, new)
    (found,) = told("the acts")
    assert found.startswith("data/treaty_actions.csv, line ") and said in found


def test_the_first_day_in_force_is_held_against_the_instrument(whole):
    replace(whole / "data/instruments.csv", ",Tashkent,1994-04-20,", ",Tashkent,1994-04-21,")
    (found,) = told("the acts")
    assert "1994-04-20 is the first day" in found and "has 1994-04-21 under in_force_on" in found


@pytest.mark.slow
@pytest.mark.parametrize("table", ["themes", "states", "glossary"])
@pytest.mark.parametrize("damage", ["another head", "no file", "a cell too many"])
@pytest.mark.release
def test_one_table_that_cannot_be_read_is_one_fault(whole, table, damage):
    path = whole / f"data/{table}.csv"
    head, first, *others = path.read_text(encoding="utf-8").splitlines()
    if damage == "no file":
        path.unlink()
    else:
        new = [f"x{head}", first] if damage == "another head" else [head, f"{first},x"]
        path.write_text("\n".join([*new, *others]) + "\n", encoding="utf-8")
    found = check_module()
    assert [str(fault) for fault in found.faults if not str(fault).startswith(f"data/{table}.csv")] == []
    assert len(found.faults) == 1 and found.cut_short
