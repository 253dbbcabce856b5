"""How a table is read: each cell by its type, and a damaged file told with line, column and mend. Any data will do."""

import csv
import io
from datetime import date

import pytest

from cst1992.facts.lines import DamagedTable
from cst1992.facts.mistakes import Mistake
from cst1992.facts.package import Row, fields, row_with, rows, table_names
from tests.facts.conftest import HARBOURS


def test_each_cell_is_read_by_the_type_of_its_column(harbours):
    assert table_names() == ["harbours", "sources", "citations"]
    assert rows("harbours")[0] == {
        "id": "harbour-north",
        "number": 1,
        "name": "North",
        "kind": "river",
        "since": date(1891, 5, 2),
        "deep": True,
        "source": "almanac",
    }
    assert row_with("harbours", "name", "Old")["since"] is None, "an empty cell"


def test_a_row_gives_a_cell_as_the_type_that_is_asked_for():
    row = Row(number=3, day=date(1902, 11, 30), empty=None)
    assert (row.whole("number"), row.text("number"), row.day("day"), row.text("empty")) == (3, "3", row["day"], "")
    for wrong in (lambda: row.whole("empty"), lambda: row.day("number")):
        with pytest.raises(ValueError):
            wrong()


def test_a_table_that_is_corrected_is_read_again(harbours):
    assert row_with("harbours", "number", 2)["name"] == "South"
    (harbours / "harbours.csv").write_text(HARBOURS.replace("South", "Southern"), encoding="utf-8")
    assert row_with("harbours", "number", 2)["name"] == "Southern"


def test_what_is_done_to_a_list_of_rows_stays_outside_the_table(harbours):
    rows("harbours")[0]["name"] = "spoilt"
    assert rows("harbours")[0]["name"] == "North"


def test_a_table_that_does_not_exist_names_the_nearest(harbours):
    for call in (fields, rows):
        with pytest.raises(Mistake, match=r"There is no table 'harbour'\. Did you mean 'harbours'\? There are: "):
            call("harbour")


def test_a_row_that_is_not_there_is_told_with_table_column_and_nearest_value(harbours):
    with pytest.raises(Mistake, match=r"^No row of harbours has 'Nord' under name\. Did you mean 'North'\?$"):
        row_with("harbours", "name", "Nord")
    with pytest.raises(Mistake, match=r"^No row of harbours has None under name\.$"):
        row_with("harbours", "name", None)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("south,2,", "south,two,", r"data/harbours\.csv, line 3, column number: expected a whole number, found 'two'"),
        ("south,2,", "south,,", r"line 3, column number: a value is required here"),
        ("1902-11-30", "30.11.1902", r"line 3, column since: expected a date such as 1995-05-31, found '30.11.1902'"),
        (",yes,", ",true,", r"line 2, column deep: expected yes or no, found 'true'"),
        (",river,", ",rivr,", r"line 2, column kind: expected one of the agreed words.*Did you mean 'river'"),
        ("id,number,name", "id,nr,name", r"line 1: expected the columns id, number"),
        ("south,2,", "south,2,extra,", r"line 3: expected 7 cells, found 8"),
    ],
)
def test_a_damaged_table_says_file_line_column_and_what_was_expected(harbours, old, new, message):
    assert old in HARBOURS
    (harbours / "harbours.csv").write_text(HARBOURS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DamagedTable, match=message):
        rows("harbours")


def as_csv(text, **form):
    """A table as another program writes it."""
    written = io.StringIO()
    csv.writer(written, **form).writerows(csv.reader(io.StringIO(text, newline="")))
    return written.getvalue()


@pytest.mark.parametrize("ending", ["", "\r\n", "\n\n\n", ",,,,,,\n"], ids=["none", "blank", "three", "commas"])
def test_a_table_saved_by_excel_as_utf8_is_read_with_its_empty_lines_left_out(harbours, ending):
    before = rows("harbours")
    file = harbours / "harbours.csv"
    file.write_bytes((as_csv(HARBOURS, lineterminator="\r\n") + ending).encode("utf-8-sig"))
    assert rows("harbours") == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            HARBOURS.replace("North", "Север").encode("cp1251"),
            r"data/harbours\.csv is not in UTF-8\. Save it once more as UTF-8",
        ),
        (HARBOURS.encode("utf-16"), r"data/harbours\.csv is not in UTF-8"),
        (as_csv(HARBOURS, delimiter=";").encode(), "separated by semicolons. Save the file with commas"),
        (as_csv(HARBOURS, delimiter="\t").encode(), "separated by tabs. Save the file with commas"),
        (b"", "found nothing"),
        (HARBOURS.replace(",river,", ",lake,").encode(), r"There are: river, sea\.$"),
    ],
    ids=["cp1251", "UTF-16", "semicolons", "tabs", "empty", "one full stop"],
)
def test_a_table_saved_in_another_form_says_how_to_save_it(harbours, content, message):
    (harbours / "harbours.csv").write_bytes(content)
    with pytest.raises(DamagedTable, match=message):
        rows("harbours")


def test_a_quotation_mark_that_is_never_closed_is_looked_for(harbours):
    most = csv.field_size_limit(100_000)
    with (harbours / "harbours.csv").open("a", encoding="utf-8") as file:
        file.write('"' + 150_000 * "x")
    with pytest.raises(DamagedTable, match="Look for a quotation mark that is not closed"):
        rows("harbours")
    csv.field_size_limit(most)


def test_a_folder_in_the_place_of_a_table_is_named(harbours):
    (harbours / "harbours.csv").unlink()
    (harbours / "harbours.csv").mkdir()
    with pytest.raises(DamagedTable, match=r"data/harbours\.csv cannot be read"):
        rows("harbours")


def test_a_missing_table_says_how_to_bring_it_back(harbours):
    (harbours / "harbours.csv").unlink()
    with pytest.raises(Mistake, match=r"There is no file harbours.csv in .* Copy the whole folder"):
        rows("harbours")
