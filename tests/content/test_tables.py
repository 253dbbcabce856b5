"""The tables of the module: whole, described, sourced, in the words of the house."""

import json
import re
from pathlib import Path

import pytest

from cst1992.facts import files
from cst1992.facts.package import fields, rows, table_names
from cst1992.quizzes.bank import bank_names, load_bank

PHRASES = (Path(__file__).parent / "article_phrases.txt").read_text(encoding="utf-8").splitlines()


COPIES = [
    "docslib",
    "issuhub",
    "studfile",
    "zzapomni",
    "blogen.wiki",
    "iiab",
    "kiwix",
    "wikimili",
    "armeniandiaspora",
    "armenianclub",
    "news-pravda",
    "fdocuments",
    "vdocuments",
    "helpiks",
    "hoonting",
    "amansaja",
    "yokvadro",
    "allrefer",
    "en-academic",
    "zaki.ru",
    "pavlodar.com",
    "iplex360",
    "parus.ua",
    "prgapp",
    "hartford-hwp",
]


def test_the_data_package_is_valid():
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(files.data_file("datapackage.json"))).validate()
    broken = report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert report.valid, f"frictionless found: {broken[:5]}"


def test_every_table_of_the_package_is_a_file_and_every_file_a_table():
    names = {path.stem for path in files.data_folder().glob("*.csv")}
    assert names == set(table_names())


def test_every_column_is_described():
    for table in table_names():
        for field in fields(table):
            assert field.get("description"), f"{table}.{field['name']} has no description"


def test_no_source_is_an_orphan_and_none_is_missing():
    cited = {str(row["source"]) for table in table_names() for row in rows(table) if row.get("source")}
    cited |= {question.source for name in bank_names() for question in load_bank(name).questions}
    known = {str(row["id"]) for row in rows("sources")}
    assert cited <= known, f"cited but not in sources.csv: {sorted(cited - known)}"
    assert known <= cited, f"in sources.csv but cited nowhere: {sorted(known - cited)}"


def test_every_citation_belongs_to_a_row():
    for citation in rows("citations"):
        table, row = str(citation["table"]), citation["row"]
        assert row in {entry["id"] for entry in rows(table)}, f"{citation['id']}: no row {row!r} in {table}"
        assert citation["source"] != next(entry["source"] for entry in rows(table) if entry["id"] == row), (
            f"{citation['id']} repeats the source that the row names itself"
        )


def test_no_address_is_a_copy_site():
    for row in rows("sources"):
        assert not any(host in str(row["address"]) for host in COPIES), f"{row['id']} leads to a copy: {row['address']}"


def test_phrases_quoted_from_the_text_of_2004_are_its_own():
    for claim in rows("claims"):
        assert claim["phrase"] in PHRASES, f"{claim['id']} quotes what is not in the text: {claim['phrase']!r}"
        assert len(str(claim["phrase"]).split()) <= 25, f"{claim['id']} quotes more than 25 words"


def test_what_nobody_here_has_verified_is_not_printed():
    treaty = " ".join(
        str(list(row.values())) for table in ("articles", "provisions", "amendments") for row in rows(table)
    )
    for unverified in ("six months", "six-month", "Belarus keeps"):
        assert unverified not in treaty, f"{unverified!r} is not verified for the Treaty"
    everything = " ".join(str(list(row.values())) for table in table_names() for row in rows(table))
    assert not re.search(r"vol(ume|\.) 1894", everything), "volume and page in the UN series are not verified"


def test_the_words_of_the_house_hold():
    avoided = (
        r"\b(dropped out|drop out|loophole|brotherly|puppet|satellite|post-Soviet states|the Treaty (failed|worked))\b"
    )
    for table in table_names():
        for row in rows(table):
            for column, value in row.items():
                if column != "phrase" and table != "sources":
                    found = re.search(avoided, str(value), re.IGNORECASE)
                    assert not found, f"{table}, {row['id']}, {column}: {found.group() if found else ''}"


def test_the_package_states_licence_version_and_contributors():
    package = json.loads(files.data_file("datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == "CC-BY-4.0" and package["version"] and package["contributors"]


def test_every_table_has_its_essay():
    essay = (Path(__file__).parents[2] / "data" / "README.md").read_text(encoding="utf-8")
    for table in table_names():
        assert f"[{table}.csv]({table}.csv)" in essay, f"data/README.md says nothing about {table}"
    assert "outlines.geojson" in essay
    assert f"There are {len(table_names())} tables and one file of outlines" in essay


def test_the_data_version_is_stated_once():
    version = json.loads(files.data_file("datapackage.json").read_text(encoding="utf-8"))["version"]
    assert version not in (Path(__file__).parents[2] / "data" / "README.md").read_text(encoding="utf-8")
