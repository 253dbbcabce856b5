"""Who was bound follows from the acts, whatever their order."""

import cst1992 as cst
from cst1992.facts.package import rows


def test_acts_count_by_their_date_not_by_their_place_in_the_table(monkeypatch):
    expected = cst.standing("2020-01-01")
    monkeypatch.setattr(
        "cst1992.facts.membership.rows", lambda table: rows(table)[:: -1 if table == "treaty_actions" else 1]
    )
    assert cst.standing("2020-01-01").equals(expected)
