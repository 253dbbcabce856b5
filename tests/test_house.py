"""The house: its files agree with each other."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from cst1992.facts.package import sections, table_names
from cst1992.teacher.verb_stubs import OF_THE_LIBRARY, OF_THE_TABLES, stub_of_the_library, stubs_of_the_tables

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CARD = ("jupyterlab", "pandas", "matplotlib", "ipywidgets")


def requirement(line):
    name, bound = re.match(r"([A-Za-z0-9._-]+)\s*(>=[0-9.]+)?", line).groups()
    return name, bound


def test_conda_gets_the_same_packages_as_pip():
    environment = YAML(typ="safe", pure=True).load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    conda = dict(requirement(line) for line in environment["dependencies"] if isinstance(line, str))
    pip = next(line["pip"] for line in environment["dependencies"] if isinstance(line, dict))
    needed = dict(requirement(line) for line in PROJECT["dependencies"])
    assert {name: needed[name] for name in CARD} == {name: conda[name] for name in CARD}
    assert conda["python"] == PROJECT["requires-python"] and pip == ["-e ."]
    assert set(conda) == {*CARD, "python", "pip"}, "students install the packages of the card; the rest comes with ours"


def test_the_lock_names_every_package_we_need_and_no_address():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = {line.split("==")[0] for line in lock.splitlines() if line}
    extras = [line for extra in PROJECT["optional-dependencies"].values() for line in extra]
    wanted = {requirement(line)[0] for line in [*PROJECT["dependencies"], *extras]}
    own = PROJECT["name"]
    normal = {name.lower().replace("_", "-").replace(".", "-") for name in wanted if name != own}
    assert normal <= {name.lower().replace(".", "-") for name in pinned}, "run `make lock`"
    for line in lock.splitlines():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==\S+( ; .+)?", line), f"not a plain pin: {line}"


def test_every_command_that_the_readme_names_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert {"lab", "test"} <= named <= targets, f"unknown: {named - targets}"


def test_every_file_that_our_pages_link_to_exists():
    for page in (
        "README.md",
        "CONTRIBUTING.md",
        "data/README.md",
        "docs/activities.md",
        "docs/adapting.md",
        "docs/exercises.md",
        "docs/in-class.md",
        "docs/in-the-browser.md",
        "docs/marking.md",
        "docs/objectives.md",
        "docs/pulse.md",
        "docs/quizzes.md",
        "docs/teaching.md",
        *(f"docs/teaching/{path.name}" for path in (ROOT / "docs" / "teaching").glob("*.md")),
    ):
        text = (ROOT / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!http)([^)#]+)(?:#[^)]*)?\)", text):
            assert ((ROOT / page).parent / target).exists(), f"{page} links to {target}, which is not there"
        for named in re.findall(r"`((?:cst1992|tests|data|docs|benchmarks)/[\w./]*)`", text):
            assert (ROOT / named).exists(), f"{page} names {named}, which is not there"


def test_every_picture_of_the_readme_has_an_alt_text():
    for alt in re.findall(r"!\[([^\]]*)\]", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert len(alt.split()) >= 8, f"too short: {alt!r}"


def test_the_readme_fits_a_screen():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 90, f"{len(lines)} lines"


def test_an_old_python_ends_in_one_clear_sentence(tmp_path):
    old = tmp_path / "old-python"
    old.write_text('#!/bin/sh\n[ "$1" = "--version" ] && echo "Python 3.9.1" && exit 0\nexit 1\n', encoding="utf-8")
    old.chmod(0o755)
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text(encoding="utf-8"), encoding="utf-8")
    done = subprocess.run(["make", "lab", f"PYTHON={old}"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0 and "needs Python 3.11 or newer" in done.stderr and "Python 3.9.1" in done.stderr


MODULES = sorted((ROOT / "cst1992").rglob("*.py"))


def length_of(function):
    """The lines of a function without its docstring."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    return function.end_lineno - function.lineno + 1 - has_docstring * (first.end_lineno - first.lineno + 1)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "cst1992")))
def test_modules_and_functions_stay_small_enough_to_read_in_one_sitting(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 250, f"{len(text.splitlines())} lines"
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    long = {one.name: length_of(one) for one in functions if length_of(one) > 40}
    assert long == {}, "more than 40 lines"


def test_the_version_is_stated_once():
    found = [
        path.name for path in (ROOT / "cst1992").rglob("*.py") if "__version__ =" in path.read_text(encoding="utf-8")
    ]
    assert found == ["__init__.py"] and PROJECT["dynamic"] == ["version"]


ROOMS = {
    "facts": set(),
    "answers": {"facts"},
    "quizzes": {"facts", "answers"},
    "pictures": {"facts"},
    "cards": {"facts", "pictures"},
    "page": {"facts", "answers", "quizzes", "pictures", "cards"},
    "teacher": {"facts", "answers", "quizzes", "pictures", "cards", "page"},
}


def imported_by(path):
    """The rooms from which a module imports, also inside its functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: an import by dots"
            names = [node.module] if node.module != "cst1992" else [f"cst1992.{name.name}" for name in node.names]
        else:
            names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        yield from (name.split(".")[1] for name in names if name.startswith("cst1992."))


def test_the_library_has_seven_rooms_and_nothing_beside_them():
    there = {path.name for path in (ROOT / "cst1992").iterdir()} - {"__pycache__"}
    assert there == {*ROOMS, "__init__.py", "__init__.pyi", "py.typed"}


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_one_way(room):
    for path in (ROOT / "cst1992" / room).rglob("*.py"):
        wrong = set(imported_by(path)) - ROOMS[room] - {room}
        assert not wrong, f"{path.relative_to(ROOT)} imports from {', '.join(wrong)}"


MAP = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## A map of the house")[2]
STOPS = re.findall(r"(?m)^\d+\. `([^`]+)`((?:, `[^`]+`)*): ", MAP)


def names_in(path):
    """The functions, classes, methods and constants of a module; of any other file its words."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return set(re.findall(r"[\w-]+", text))
    body = ast.parse(text).body
    made = [node for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    inside = {f"{outer.name}.{node.name}" for outer in made for node in outer.body if isinstance(node, ast.FunctionDef)}
    named = {
        target.id for node in body if isinstance(node, ast.Assign) for target in node.targets if hasattr(target, "id")
    }
    return {node.name for node in made} | inside | named


@pytest.mark.parametrize(("file", "names"), STOPS)
def test_every_file_and_every_name_on_the_map_of_the_house_exists(file, names):
    assert (ROOT / file).is_file(), f"{file} is not there"
    missing = set(re.findall(r"`([^`]+)`", names)) - names_in(ROOT / file)
    assert not missing, f"{file} has no {', '.join(missing)}"


def test_the_map_of_the_house_has_its_three_ways_and_nothing_but_files():
    assert len(re.findall(r"(?m)^\*\*Follow a .*\.\*\*$", MAP)) == 3
    assert len(STOPS) == len(re.findall(r"(?m)^\d+\. ", MAP)) > 20


def test_every_room_is_on_the_map_with_the_rooms_it_takes_from():
    lines = re.findall(r"(?m)^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", MAP)
    every = ", ".join(room for room in ROOMS if room != "teacher")
    taken = {room: {"nothing": "", "all of them": every}.get(named, named) for room, named in lines}
    assert {room: set(filter(None, named.split(", "))) for room, named in taken.items()} == ROOMS


def test_the_library_and_editors_know_every_table_of_our_data():
    assert set(sections()) == set(table_names()), "a table of the library has its words in cst1992/facts/sections.json"
    library, tables = OF_THE_LIBRARY.read_text(encoding="utf-8"), OF_THE_TABLES.read_text(encoding="utf-8")
    assert (library, tables) == (stub_of_the_library(library), stubs_of_the_tables()), "run `make stubs`"


# Names and words of this Treaty, and years of its time. A language that the reader of answers knows is none of them, nor
# are round numbers and the names of standards.
OF_THIS_TREATY = re.compile(
    r"opium|afghan|tajik|uzbek|kyrgyz|turkmen|kazakhstan|russia(?!n)|armenia|azerbaijan|belarus|georgia|ukraine|moldova|"
    r"tashkent|crimea|bayzakova|csto\b|\bcis\b|soviet|\b(?:1991|1992|1993|1994|1999|200[1-9]|201\d|202\d)\b",
    re.IGNORECASE,
)
NO_FACTS = ("w3.org/1999",)


def said_in(tree):
    """The texts, numbers and names of a module, without its docstrings."""
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef
    documented = [node for node in ast.walk(tree) if isinstance(node, kinds) and ast.get_docstring(node) is not None]
    docstrings = {id(node.body[0].value) for node in documented}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield str(node.value)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name.replace("_", " ")
        elif isinstance(node, ast.Name):
            yield node.id.replace("_", " ")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "cst1992")))
def test_facts_of_this_treaty_stand_in_the_data_and_not_in_code(path):
    said = [text for text in said_in(ast.parse(path.read_text(encoding="utf-8"))) if OF_THIS_TREATY.search(text)]
    assert [text for text in said if not any(name in text for name in NO_FACTS)] == []


def test_what_the_library_knows_of_tables_names_nothing_of_this_treaty():
    assert not OF_THIS_TREATY.search((ROOT / "cst1992" / "facts" / "sections.json").read_text(encoding="utf-8"))
