"""A made-up language, in which every letter bears a mark; what is left without one was never given to a translator."""

import ast
import csv
import json
import re
import shutil

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po
from ruamel.yaml import YAML

from cst1992.facts import catalogues
from cst1992.facts.agreed import COLUMNS, FILE
from cst1992.facts.module_twin import words_in
from cst1992.facts.package import description
from cst1992.facts.twins import word_columns
from cst1992.pictures.outlines import has_outlines, said_of_outlines
from cst1992.teacher.translations import template

CODE = "xx"
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀćďéƒǵħíĵķłḿńóṕʠŕśťúṽẃẋýźÁɃĆĎÉƑǴĦÍĴĶŁḾŃÓṔɊŔŚŤÚṼẂẊÝŹ",
)
AS_THEY_ARE = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w+;|`[^`]*`|https?://\S+)")


def marked(sentence):
    """The sentence in the made-up language: places in braces, tags, addresses and code stay as they are."""
    parts = AS_THEY_ARE.split(sentence)
    return "".join(part if place % 2 else part.translate(LETTERS) for place, part in enumerate(parts))


def in_marks(forms):
    """One form or several in the made-up language."""
    return marked(forms) if isinstance(forms, str) else tuple(map(marked, forms))


def write_catalogue(folder, code, said):
    """Write the catalogue of a language: `said` gives for the English form or forms what stands in their place."""
    catalogue = Catalog(code if code != CODE else None)
    for message in template():
        if message.id:
            catalogue.add(message.id, said(message.id), context=message.context)
    target = catalogues.catalogue_file(folder, code)
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, catalogue)
    with target.with_suffix(".po").open("wb") as file:
        write_po(file, catalogue)


def write_edition(data):
    """Write everything that an edition of a module in the made-up language has, beside its data, quizzes and notebooks."""
    write_catalogue(data, CODE, in_marks)
    for one in description()["resources"]:
        if "schema" in one:
            _write_table(data, one["name"], word_columns(one["schema"]))
    _write_agreed_words(data)
    _write_module(data)
    _write_outlines(data)
    shutil.copytree(data / "quizzes", data / CODE / "quizzes")
    for quiz in (data / CODE / "quizzes").glob("*.yaml"):
        _write_quiz(quiz)
    shutil.copytree(data.parent / "notebooks", data.parent / "notebooks" / CODE)
    for page in (data.parent / "notebooks" / CODE).glob("*.ipynb"):
        _write_page(page)


def _write_table(data, table, columns):
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if not columns or not rows or "id" not in rows[0]:
        return
    with (data / CODE / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", *columns])
        writer.writerows([row["id"], *(marked(row[name]) for name in columns)] for row in rows)


def _write_agreed_words(data):
    told = {}
    for one in description()["resources"]:
        if "schema" in one:
            told["", one["name"]] = marked(str(one.get("title", ""))), ""
        for field in one.get("schema", {}).get("fields", []):
            name = field["name"]
            told[name, ""] = marked(field.get("title", name.replace("_", " "))), ""
            for word in field.get("constraints", {}).get("enum", []):
                told[name, str(word)] = marked(str(word)), marked(field.get("headings", {}).get(word, str(word)))
            if field.get("words") is False:
                told |= {(name, word): (marked(word), "") for word in _cells(data, one["name"], name)}
    told |= {("state", name): (marked(name), "") for name in _cells(data, "states", "name")}
    with (data / CODE / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([*place, *said] for place, said in told.items())


def _cells(data, table, column):
    """What stands in a column, each once."""
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return dict.fromkeys(row[column] for row in csv.DictReader(file) if row[column])


def _write_module(data):
    yaml = YAML(typ="safe", pure=True)
    content = _texts(yaml.load((data / "module.yaml").read_text(encoding="utf-8")))
    twin = json.loads(json.dumps(content))
    for place, words in words_in(content).items():
        inside = twin
        for step in place[:-1]:
            inside = inside[step]
        inside[place[-1]] = marked(words)
    with (data / CODE / "module.yaml").open("w", encoding="utf-8") as file:
        yaml.dump(twin, file)


def _write_outlines(data):
    """What the file of the outlines says of itself."""
    if has_outlines():
        told = {what: marked(said_of_outlines(what)) for what in ("borders", "credit")}
        (data / CODE / "outlines.json").write_text(json.dumps(told), encoding="utf-8")


def _texts(value):
    """The same with days and keys as texts."""
    if isinstance(value, dict):
        return {str(key): _texts(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_texts(entry) for entry in value]
    return value if isinstance(value, str | int | bool) else str(value)


IN_A_QUIZ = ("title", "section", "prompt", "hint", "explanation", "otherwise", "unit", "text", "reply", "left", "right")
LISTED = ("items", "extra", "accepted")


def _write_quiz(path):
    yaml = YAML()
    yaml.width = 10_000
    content = yaml.load(path.read_text(encoding="utf-8"))
    _mark_quiz(content)
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(content, file)


def _mark_quiz(part):
    """Mark every text of a quiz that a learner reads."""
    if isinstance(part, list):
        for entry in part:
            _mark_quiz(entry)
    elif isinstance(part, dict):
        for key, entry in part.items():
            if key in LISTED:
                part[key] = [marked(str(one)) for one in entry]
            elif key in IN_A_QUIZ or (key in ("first", "then") and isinstance(entry, str)):
                part[key] = marked(str(entry))
            elif key == "answer" and "reply" in part and isinstance(entry, str) and not re.match(r"\d{4}", entry):
                part[key] = marked(entry)
            else:
                _mark_quiz(entry)


def _write_page(path):
    page = json.loads(path.read_text(encoding="utf-8"))
    for cell in page["cells"]:
        text = "".join(cell["source"])
        cell["source"] = marked_prose(text) if cell["cell_type"] == "markdown" else marked_prompts(text)
    path.write_text(json.dumps(page), encoding="utf-8")


CODE_AND_LINKS = re.compile(r"(```.*?```|`[^`]*`|\]\([^)]*\)|<[^<>]*>|https?://\S+)", re.DOTALL)


def marked_prose(text):
    """The text of a page with its letters marked; code, links and tags as they are."""
    parts = CODE_AND_LINKS.split(text)
    return "".join(part if place % 2 else part.translate(LETTERS) for place, part in enumerate(parts))


def marked_prompts(code):
    """A box in which the sentences that a reader meets, and what is looked for in words of a table, are marked."""
    tree, told = ast.parse(code), code
    looked_for = [one.value for one in ast.walk(tree) if isinstance(one, ast.keyword) and one.arg in ("phrase", "name")]
    texts = [one for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    for text in texts:
        if text in looked_for or re.match(r"[A-Z ][^=]*[ |]", text.value) or _read_or_printed(tree, text):
            told = told.replace(ast.get_source_segment(code, text), repr(marked(text.value)))
    return told


def _read_or_printed(tree, text):
    """Is a text printed, or the heading of a table?"""
    calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call)]
    named = [one for one in calls if {"print", "read"} & {*map(str, vars(one.func).values())}]
    return any(text in one.args for one in named)
