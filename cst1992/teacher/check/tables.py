"""Every table against `data/datapackage.json`: its cells, its keys, and the rows of other tables that it names."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cst1992.facts.files import data_file, data_folder
from cst1992.facts.package import closest, description, fields, has_table, resource, table_names
from cst1992.teacher.check.fault import Fault, in_table
from cst1992.teacher.check.table_lines import Written, read_all

DESCRIBED = "data/datapackage.json"


def unreadable_description() -> Fault | None:
    """What is wrong with the file that describes the tables, where nothing else can be read."""
    try:
        json.loads(data_file("datapackage.json").read_text(encoding="utf-8"))
        names = table_names()
    except json.JSONDecodeError as error:
        told = f"{error.msg}. Look there, and in the line before, for a comma, a bracket or a quotation mark too few"
        return Fault(f"{DESCRIBED}, line {error.lineno}", f"{told} or too many.")
    except (UnicodeDecodeError, KeyError, TypeError) as error:
        return Fault(DESCRIBED, f"it cannot be read ({type(error).__name__}: {error}). Take an earlier copy of it.")
    twice = next((name for name in names if names.count(name) > 1), None)
    return Fault(DESCRIBED, f"two tables are called {twice!r}. Take one out.") if twice else None


def table_faults() -> Iterator[Fault]:
    """Everything that is wrong in the tables. What a table names in one that cannot be read is told when that is mended."""
    read = {table: read_all(table) for table in table_names()}
    for table, written in read.items():
        yield from written.faults
        yield from _keys(table, read)
    yield from _filters()
    yield from _citations(read)
    yield from _files()


def _keys(table: str, read: dict[str, Written]) -> Iterator[Fault]:
    """Cells that name a row of another table which is not there."""
    for key in resource(table)["schema"].get("foreignKeys", []):
        column, target = key["fields"][0], key["reference"]["resource"] or table
        if not has_table(target):
            told = f"the column {column} of {table} points to {target}, a table that the module does not have."
            yield Fault(DESCRIBED, f"{told} Take the key out, or add the table.")
            continue
        there = key["reference"]["fields"][0]
        known = read[target].values(there)
        for number, row in read[table].lines:
            value = row.get(column)
            if value is not None and known is not None and value not in known:
                hint = closest(value, known - {None})
                told = f"{str(value)!r} does not stand under {there} in data/{target}.csv. {hint} Correct it, or add a row there."
                yield in_table(table, number, column, " ".join(told.split()))


def _filters() -> Iterator[Fault]:
    """Filters that go through a table or a column which is not there."""
    for table in table_names():
        for told in resource(table).get("filters", []):
            tie, name = told.get("through", table), told["name"]
            if not has_table(tie):
                lacks = f"goes through {tie}, a table that the module does not have"
            elif told.get("column", name) not in {field["name"] for field in fields(tie)}:
                lacks = f"looks into the column {told.get('column', name)} of {tie}, which is not there"
            else:
                continue
            yield Fault(DESCRIBED, f"the filter {name} of {table} {lacks}. Take the filter out, or add what it needs.")


def _citations(read: dict[str, Written]) -> Iterator[Fault]:
    """Further sources of a row that is not there."""
    ids = {table: written.values("id") for table, written in read.items()}
    for number, row in read["citations"].lines if "citations" in read else []:
        table, cited = str(row.get("table")), row.get("row")
        known = ids.get(table, set())
        if table not in ids:
            told = f"there is no table {table!r}. {closest(table, ids)} Correct it, or take the row out."
            yield in_table("citations", number, "table", " ".join(told.split()))
        elif known is not None and cited not in known:
            told = f"data/{table}.csv has no row {cited!r}. {closest(cited, known)} Correct it, or take the row out."
            yield in_table("citations", number, "row", " ".join(told.split()))


def _files() -> Iterator[Fault]:
    """Files of the folder that are described nowhere, and described ones of another name."""
    described = {str(one.get("path", "")) for one in description()["resources"]}
    for path in sorted(data_folder().glob("*.csv")):
        if path.name not in described:
            told = (
                f"no table of {DESCRIBED} has this file, so nobody reads it. Describe it there, or take the file away."
            )
            yield Fault(f"data/{path.name}", told)
    for table in table_names():
        path_told = resource(table)["path"]
        if path_told != f"{table}.csv":
            told = f"the table {table} has the file {path_told}. Call the file {table}.csv, there and in the folder."
            yield Fault(DESCRIBED, told)
