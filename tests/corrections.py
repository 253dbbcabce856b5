"""What a lecturer does to the tables: correct a cell, drop rows, leave a table out; for the fixture `copied`."""

import csv
import json


def _written(file, columns, rows):
    with file.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, columns)
        writer.writeheader()
        writer.writerows(rows)


def rewritten(folder, table, change):
    """Write a table anew: `change` gets each row as a dictionary of texts, and gives it back, or None to drop it."""
    file = folder / f"{table}.csv"
    with file.open(encoding="utf-8", newline="") as text:
        before = list(csv.DictReader(text))
    after = [changed for row in before if (changed := change(row)) is not None]
    _written(file, list(before[0]), after)


def corrected(folder, table, identity, **cells):
    """Correct cells of one row."""
    rewritten(folder, table, lambda row: {**row, **cells} if row["id"] == identity else row)


def with_column(folder, table, column, cell):
    """Give a table one more column of text; `cell` says what stands in a row."""
    file = folder / f"{table}.csv"
    with file.open(encoding="utf-8", newline="") as text:
        before = list(csv.DictReader(text))
    _written(file, [*before[0], column], [{**row, column: cell(row)} for row in before])
    described(folder, table, lambda one: one["schema"]["fields"].append({"name": column, "type": "string"}))


def without(folder, *tables):
    """Leave tables out, with their files."""
    file = folder / "datapackage.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    told["resources"] = [one for one in told["resources"] if one["name"] not in tables]
    file.write_text(json.dumps(told), encoding="utf-8")
    for table in tables:
        (folder / f"{table}.csv").unlink()


def described(folder, table, change):
    """Change what the Data Package says of a table."""
    file = folder / "datapackage.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    change(next(one for one in told["resources"] if one["name"] == table))
    file.write_text(json.dumps(told), encoding="utf-8")


def module_says(folder, old, new):
    """Change a line of module.yaml."""
    file = folder / "module.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"module.yaml has {text.count(old)} times {old!r}"
    file.write_text(text.replace(old, new), encoding="utf-8")
