"""The articles of the Treaty at a glance."""

import cst1992 as cst
from cst1992.cards.grouped_table import capital
from cst1992.facts.arguments import agreed_words
from cst1992.facts.package import Row, rows
from tests.cards.cells import Cells


def test_the_articles_stand_by_what_they_are_for_with_how_well_their_wording_is_known():
    table = Cells(cst.treaty_at_a_glance().html)
    assert list(table.groups) == [capital(part) for part in agreed_words("articles", "part")]
    known = {line[0].split()[0]: line[2].strip() for lines in table.groups.values() for line in lines}
    words = {"read": "read", "reported": "only reported"}
    assert known == {row.text("number"): words[row.text("basis")] for row in rows("articles")}


def test_articles_that_somebody_reads_at_last_are_not_called_reported(monkeypatch):
    read = [Row({**row, "basis": "read"}) for row in rows("articles")]
    monkeypatch.setattr("cst1992.cards.treaty_at_a_glance.rows", lambda table: read)
    monkeypatch.setattr("cst1992.cards.grouped_table.rows", lambda table: read)
    assert "reported" not in cst.treaty_at_a_glance().text
