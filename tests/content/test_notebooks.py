"""Every notebook: its form, and that it runs from top to bottom."""

import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

import cst1992 as cst
from tests.clock import RUN, run_once

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TITLES = {
    "00": "What would you expect of a promise of help?",
    "01": "Who speaks in 2004, to whom, and what is claimed?",
    "02": "What was promised, and who decides?",
    "03": "Why do states join, stay out, leave?",
    "04": "Who declares a threat, to whom, with what result?",
    "05": "What did each partner gain and give?",
    "06": "When was help asked for, and what happened?",
}
PICTURES = r"cst\.(\w+_at_a_glance|timeline|threat_timeline|membership|membership_map|then_and_now)\("
DISMISSIVE = r"\b(simply|just|obviously|clearly|easy|easily|of course|trivial)\b"


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def cells(notebook, kind):
    return [cell for cell in notebook.cells if cell.cell_type == kind]


def headings(notebook):
    text = "\n".join(cell.source for cell in cells(notebook, "markdown"))
    return [(len(marks), title) for marks, title in re.findall(r"^(#{1,6}) (.+)$", text, re.MULTILINE)]


def test_a_notebook_ships_without_outputs_and_with_telling_ids(notebook):
    for cell in cells(notebook, "code"):
        assert not cell.outputs and cell.execution_count is None, f"cell {cell.id} has outputs"
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids) and "widgets" not in notebook.metadata
    for one in ids:
        assert re.fullmatch(r"[a-z][a-z0-9-]+", one), f"the id {one!r} tells nothing"


def test_a_notebook_has_one_title_which_is_its_question(notebook):
    levels = headings(notebook)
    assert [level for level, _ in levels].count(1) == 1 and levels[0][0] == 1
    assert notebook.metadata["title"] == levels[0][1]
    assert levels[0][1].endswith("?")


def test_a_notebook_skips_no_heading_level(notebook):
    levels = [level for level, _ in headings(notebook)]
    for above, below in pairwise(levels):
        assert below <= above + 1


def words_in(text):
    """Words of prose; the addresses of links do not count, nor what is folded."""
    text = re.sub(r"<details>.*?</details>", "", text, flags=re.DOTALL)
    return len(re.findall(r"[\w'’-]*\w", re.sub(r"\]\([^)]*\)", "]", text)))


def test_a_notebook_has_the_size_of_one_hour(notebook):
    words = words_in("\n".join(cell.source for cell in cells(notebook, "markdown")))
    lines = [[line for line in cell.source.splitlines() if line.strip()] for cell in cells(notebook, "code")]
    count = sum(map(len, lines))
    start = notebook.metadata["title"] == TITLES["00"]
    rest = next(place for place, cell in enumerate(notebook.cells) if cell.source.startswith("## If you have time"))
    most_cells, fewest_words, fewest_lines = (28, 400, 8) if start else (48, 500, 20)
    assert (10 if start else 25) <= len(notebook.cells) <= 65, f"{len(notebook.cells)} cells"
    assert rest <= most_cells, f"{rest} cells in the core"
    assert fewest_words <= words <= 1500, f"{words} words"
    assert fewest_lines <= count <= 75, f"{count} lines of code"
    assert words / count >= 15, f"{words / count:.1f} words of prose for each line of code"
    assert max(map(len, lines)) <= 4, "a cell has one to four lines, none longer than 79 characters"


def test_no_two_code_cells_follow_each_other_without_a_sentence(notebook):
    for above, below in pairwise(notebook.cells):
        assert not (above.cell_type == below.cell_type == "code"), f"{above.id} and {below.id}"


def test_a_notebook_talks_down_to_nobody(notebook):
    for cell in cells(notebook, "markdown"):
        found = re.search(DISMISSIVE, cell.source, re.IGNORECASE)
        assert not found, f"cell {cell.id} says {found.group() if found else ''!r}"


def test_a_notebook_has_its_parts(notebook):
    titles = {title for _, title in headings(notebook)}
    assert {"Your first answer", "Key points", "Your answer, revised", "If you have time", "Reading"} <= titles
    text = "\n".join(cell.source for cell in cells(notebook, "markdown"))
    assert "**For discussion in class.**" in text and "**Time:**" in text
    code = " ".join(cell.source for cell in cells(notebook, "code"))
    assert code.count("cst.my_answer(") >= 2 and "revised=True" in code, "the first answer, and the answer revised"
    assert "cst.country(" in code, "the country that is followed"
    order = [title for _, title in headings(notebook)]
    assert order.index("Key points") < order.index("Your answer, revised") < order.index("If you have time")


def test_a_notebook_of_an_hour_has_quizzes_pictures_and_an_explorer():
    for path in NOTEBOOKS[1:]:
        code = [cell.source for cell in cells(nbformat.read(path, as_version=4), "code")]
        assert sum("cst.quiz(" in source for source in code) >= 3, f"{path.stem}: three stops for a quiz"
        assert any("cst.explore_" in source for source in code), f"{path.stem}: something to turn over"
        pictures = re.findall(PICTURES, "\n".join(code))
        assert len(pictures) >= 2, f"{path.stem}: two pictures, found {pictures}"


ASKS = re.compile(r"cst\.(begin|done|my_answer|my_answers|quiz|decide|choose_country|review|my_record|explore_\w+)\(")
PROMPTS = re.compile(
    r"\?|\b(guess|predict|note|write|expect|sketch|draw|decide|compare|verdict|terms)\b", re.IGNORECASE
)


def test_the_reader_is_asked_before_a_box_shows_something(notebook):
    for above, below in pairwise(notebook.cells):
        if below.cell_type == "code" and not ASKS.search(below.source):
            assert PROMPTS.search(above.source), f"nothing is asked above {below.id}"


def test_the_core_of_a_notebook_has_one_source_quarrel_at_most(notebook):
    starts = [cell.source.startswith("## If you have time") for cell in notebook.cells]
    core = notebook.cells[: starts.index(True)]
    quarrels = [cell.id for cell in core if cell.cell_type == "code" and "cst.disagreements(" in cell.source]
    assert len(quarrels) <= 1, quarrels


def test_what_a_notebook_promises_is_what_the_objectives_say(notebook):
    """The reading list stands at the end, and each skill taught is among the aims."""
    first, last = cells(notebook, "markdown")[0].source, cells(notebook, "markdown")[-1].source
    assert "**At the end you can**" in first + cells(notebook, "markdown")[1].source
    assert last.startswith("## Reading") and re.search(r"\]\(http", last), "reading with a link"


def test_the_walk_has_seven_questions_and_each_page_leads_to_the_next():
    assert [path.stem[:2] for path in NOTEBOOKS] == list(TITLES)
    for path, title in zip(NOTEBOOKS, TITLES.values(), strict=True):
        assert nbformat.read(path, as_version=4).metadata["title"] == title
    for path, after in pairwise(NOTEBOOKS):
        last = nbformat.read(path, as_version=4).cells[-1].source
        assert f"]({after.name})" in last, f"{path.stem} does not end with a link to {after.name}"


def test_every_link_inside_the_module_resolves(notebook):
    for cell in cells(notebook, "markdown"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", cell.source):
            assert (ROOT / "notebooks" / target).exists(), f"cell {cell.id} links to {target}, which is not there"


def test_every_outside_link_is_an_address_of_our_tables(notebook):
    import cst1992 as cst

    known = {*cst.sources()["address"].dropna(), *cst.reading()["address"].dropna()}
    for cell in cells(notebook, "markdown"):
        for address in re.findall(r"\]\((https?:[^)]+)\)", cell.source):
            assert address in known, f"cell {cell.id} links to {address}, which stands in no table"


def test_each_verb_is_explained_where_it_first_appears():
    met = set()
    for path in NOTEBOOKS:
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "markdown":
                helps = re.findall(r"^> \*\*New here:\*\*.*(?:\n> .*)*", cell.source, re.MULTILINE)
                for text in helps:
                    assert len(text.splitlines()) <= 2, f"{path.stem}, {cell.id}: help of more than two lines"
                met |= set(re.findall(r"cst\.(\w+)", " ".join(helps)))
            else:
                fresh = set(re.findall(r"cst\.(\w+)\(", cell.source)) - met
                assert not fresh, f"{path.stem}, cell {cell.id}: nothing says what {sorted(fresh)} does"


def test_each_skill_is_introduced_once_and_named_again_later():
    import cst1992 as cst

    pages = {path.stem: nbformat.read(path, as_version=4) for path in NOTEBOOKS}
    for row in cst.objectives().itertuples():
        skill = row.name.lower()
        taught = [name for name, page in pages.items() if (3, f"The skill: {skill}") in headings(page)]
        assert taught == [row.taught_in], f"{skill} is introduced in {taught}"
        named = [
            name
            for name, page in pages.items()
            if any(f"*Skill: {skill}.*" in cell.source for cell in cells(page, "markdown"))
        ]
        assert named and min(named) >= row.taught_in, f"{skill} is named in {named}, and taught in {row.taught_in}"


def test_every_objective_is_quizzed_in_two_notebooks():
    import cst1992 as cst
    from cst1992.quizzes.bank import bank_names, load_bank

    asked = {(question.objective, name) for name in bank_names() for question in load_bank(name).questions}
    for objective, taught in cst.objectives()[["id", "taught_in"]].itertuples(index=False):
        names = {name for found, name in asked if found == objective}
        assert taught in names and len(names) >= 2, f"{objective} is taught in {taught} and asked in {sorted(names)}"


def test_every_section_of_the_quiz_is_asked_in_the_notebook():
    from cst1992.quizzes.bank import bank_names, load_bank

    for name in bank_names():
        text = (ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")
        for section in load_bank(name).sections():
            assert f'section=\\"{section}\\"' in text, f"{name} never asks the section {section!r}"


@pytest.mark.parametrize("path", RUN)
def test_a_notebook_runs_from_top_to_bottom_without_error_or_warning(path):
    notebook = run_once(path)
    for cell in cells(notebook, "code"):
        for output in cell.outputs:
            assert output.output_type != "stream" or output.name != "stderr", f"cell {cell.id}: {output.text}"
            html = output.get("data", {}).get("text/html", "")
            assert "<svg" not in html or re.search(r'role="img" aria-label="[^"]{40,}', html), f"{cell.id}: no alt text"
            assert not {"image/png", "image/svg+xml"} & set(output.get("data", {})), (
                f"{cell.id}: a picture without alt text"
            )


def test_every_column_of_a_table_has_a_name(notebook):
    heads = [line for cell in cells(notebook, "markdown") for line in re.findall(r"(.*)\n\|[-|]+\|", cell.source)]
    assert not [line for line in heads if any(not part.strip() for part in line.strip("|").split("|"))]


def test_the_page_counts_the_filled_squares_as_the_table_does():
    pages = Path(__file__).resolve().parents[2] / "notebooks"
    threats = cst.threats()
    filled = ~threats["in_the_treaty"].str.startswith("Not named")
    html = cst.threats_at_a_glance().html
    assert (html.count("cst-square cst-full"), html.count("cst-square")) == (filled.sum(), len(threats))
    assert (filled.sum(), len(threats)) == (6, 13) and not filled[threats["direction"] == "shared"].any()
    assert "Six of the thirteen squares are filled" in (pages / "04_the_security_threats.ipynb").read_text("utf-8")


def _cell(notebook: str, identity: str) -> str:
    path = next(path for path in NOTEBOOKS if path.name.startswith(notebook))
    return next(cell.source for cell in nbformat.read(path, as_version=4).cells if cell.id == identity)


def test_the_page_on_the_notes_names_every_state_that_was_ever_a_party_and_has_no_voice():
    ever = set(cst.treaty_actions().query("in_force")["state"])
    silent = ever - set(cst.references()["side"])
    assert [state for state in silent if state[:5] not in _cell("01", "fair")] == []


def test_the_key_points_of_06_count_as_the_tables_do():
    words, told = {2: "twice", 3: "three times", 8: "eight"}, _cell("06", "keys")
    forces = cst.requests(answered="forces")
    askers = cst.request_states().query("role == 'asked by'")["state"].nunique()
    unlinked = forces["article_named"].str.startswith("none found").sum()
    assert f"by {words[askers]} states" in told
    assert f"forces {words[len(forces)]}, {words[unlinked]} without a link" in told
