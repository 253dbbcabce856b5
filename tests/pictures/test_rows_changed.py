"""Correcting a row is enough: one row is changed, and table, bars, map, tiles, alt texts and captions follow."""

import csv
import json
from datetime import date

import pytest

import cst1992 as cst
from cst1992.facts import files, package
from cst1992.facts.mistakes import Mistake
from tests.geometry import collisions

WITHDRAWN = {
    "id": "withdrawn",
    "standing": "withdrawn",
    "order": "8",
    "after": "withdrawn",
    "in_force": "",
    "ends": "yes",
    "meaning": "The state left the Treaty by a notice.",
    "look": "grey with level lines",
    "key_order": "8",
    "key": "withdrawn",
    "since": "left {year}",
    "whole": "withdrawn in {year}",
    "said": "withdrew in {year}",
    "effect": "",
    "caption": "A notice ends the Treaty for its author alone.",
    "source": "",
}


@pytest.fixture
def change(copied):
    """Change rows of a table in a copy of the data: `edit` gives the new row, the same one, or None to leave it out."""

    def changed(table, edit, *more):
        path = copied / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            known = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, known[0])
            writer.writeheader()
            writer.writerows([new for row in known if (new := edit(dict(row))) is not None] + list(more))

    return changed


def leave_out(folder, *names):
    """Take resources out of the copied module, with their files."""
    file = folder / "datapackage.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    for one in [one for one in told["resources"] if one["name"] in names]:
        told["resources"].remove(one)
        (folder / one["path"]).unlink()
    file.write_text(json.dumps(told), encoding="utf-8")


def where(column, value, **new):
    return lambda row: {**row, **new} if row[column] == value else row


def same(row):
    return row


def withdrawal(state="Kyrgyzstan", day="2027-03-01"):
    with files.data_file("treaty_actions.csv").open(encoding="utf-8", newline="") as file:
        act = next(row for row in csv.DictReader(file) if row["act"] == "did not prolong")
    return {
        **act,
        "id": f"{day}-{state.lower()}-withdrawal",
        "date": day,
        "state": state,
        "status_after": "withdrawn",
        "dispute": "",
    }


def texts_of(figure):
    return {text.get_text() for text in figure.axes[0].texts}


def test_a_withdrawal_with_a_new_word_shows_everywhere_as_itself(change):
    change("standings", same, WITHDRAWN)
    change("treaty_actions", same, withdrawal())
    assert cst.standing("2027-03-01").set_index("state").loc["Kyrgyzstan", "standing"] == "withdrawn"
    assert "Kyrgyzstan" not in set(cst.parties("2027-03-01")["state"])
    bars = cst.membership()
    assert "1992 to 2027" in bars.alt and "Kyrgyzstan withdrew in 2027." in bars.alt
    assert "withdrawn" in texts_of(bars.figure) and collisions(bars.figure) == collisions(bars.narrow) == []
    for style in ("outlines", "tiles"):
        drawn = cst.membership_map("2027-06-01", style=style)
        assert "Withdrawn: Kyrgyzstan." in drawn.alt and WITHDRAWN["caption"] in drawn.caption
        assert "withdrawn" in texts_of(drawn.figure) and collisions(drawn.figure) == []
    assert "left 2027" in texts_of(cst.membership_map("2027-06-01").figure)
    box = cst.explore_membership("2027-06-01")
    assert "Withdrawn: Kyrgyzstan" in box.told[0].value and "2027-03-01" in dict(box.controls[0].options)


def test_a_status_without_a_standing_is_told_with_its_mend(change):
    change("treaty_actions", same, withdrawal())
    told = r"2027-03-01-kyrgyzstan-withdrawal has the status 'withdrawn'.*data/standings\.csv.*Add such a row"
    for draw in (lambda: cst.standing("1994-04-20"), cst.membership, lambda: cst.membership_map("2027-06-01")):
        with pytest.raises(Mistake, match=told):
            draw()


def test_another_day_of_entry_into_force_moves_bars_maps_and_explorer(change):
    change("treaty_actions", where("date", "1994-04-20", date="1994-05-20"))
    assert "from 20 May 1994" in cst.membership().alt
    assert any("20 May 1994" in text for text in texts_of(cst.membership().figure))
    assert "In force" not in cst.membership_map("1994-04-20").alt
    assert "In force: Armenia" in cst.membership_map("1994-05-20").alt
    days = dict(cst.explore_membership().controls[0].options)
    assert "1994-05-20" in days and "1994-04-20" not in days


def test_a_dispute_that_is_emptied_leaves_bars_and_captions(change):
    assert "Uzbekistan" in " ".join(texts_of(cst.membership().figure))
    change("treaty_actions", where("state", "Azerbaijan", dispute=""))
    assert not any(text.startswith("Azerbaijan. ") for text in texts_of(cst.membership().figure))
    assert "Azerbaijan. " not in cst.membership_map("1994-04-20").caption
    assert not any(line[4] for line in cst.membership().same.lines if line[0] == "Azerbaijan")


def test_a_sentence_on_a_standing_stands_only_where_it_is_drawn_and_is_that_of_its_row(change):
    change("standings", where("id", "suspended", caption="It is out for now.", effect="That is open."))
    assert (
        "It is out for now." in cst.membership_map("2013-01-01").caption and "That is open." in cst.membership().caption
    )
    change("treaty_actions", lambda row: None if row["status_after"] == "suspended" else row)
    assert "out for now" not in cst.membership_map("2013-01-01").caption
    assert "is open" not in cst.membership().caption and "suspended" not in cst.membership().alt


def test_a_heading_of_a_role_is_drawn_and_a_role_without_a_row_is_told(change):
    change("roles", where("role", "acceded in 1993", heading="Came later"))
    assert "Came later" in texts_of(cst.membership().figure) and "Acceded in 1993" not in texts_of(
        cst.membership().figure
    )
    change("states", where("role", "acceded in 1993", role="joined later"))
    with pytest.raises(Mistake, match=r"Azerbaijan has the role 'joined later'.*data/roles\.csv has no row"):
        cst.membership()
    change("roles", where("role", "acceded in 1993", role="joined later"))
    assert "Came later" in texts_of(cst.membership().figure)


def test_a_state_that_is_renamed_in_one_table_is_told_and_in_all_it_is_drawn(change):
    change("states", where("name", "Belarus", name="Byelorussia"))
    with pytest.raises(Mistake, match=r"one of 'Belarus', and no row of data/states\.csv has this name"):
        cst.membership()
    change("treaty_actions", where("state", "Belarus", state="Byelorussia"))
    assert "Byelorussia" in texts_of(cst.membership().figure)
    for style in ("outlines", "tiles"):
        drawn = cst.membership_map("1994-04-20", style=style)
        assert "Byelorussia" in texts_of(drawn.figure) and "Belarus" not in drawn.alt


def test_a_sixteenth_state_stands_in_the_next_free_tile_and_is_named_where_the_map_has_no_outline(change):
    newcomer = {column["name"]: "" for column in package.fields("states")}
    newcomer |= {"id": "atlantis", "name": "Atlantis", "name_ru": "Атлантида", "name_official": "Atlantis"}
    newcomer |= {"iso2": "XA", "iso3": "XAT", "role": "never a party", "source": "iso-3166"}
    change("states", same, newcomer)
    tiles = cst.membership_map("1994-04-20", style="tiles")
    assert "Tiles of the sixteen former union republics" in tiles.alt and "Atlantis" in texts_of(tiles.figure)
    assert collisions(tiles.figure) == []
    assert "Not on the map: Atlantis." in cst.membership_map("1994-04-20").caption


def test_a_module_without_outlines_shows_tiles_and_offers_no_map(copied):
    leave_out(copied, "outlines", "outlines-flat")
    assert cst.membership_map("1994-04-20").alt.startswith("Tiles of the fifteen")
    assert [value for _, value in cst.explore_membership().controls[2].options] == ["tiles"]
    with pytest.raises(Mistake, match=r"^This module has no map"):
        cst.membership_map("1994-04-20", style="outlines")


def test_a_map_takes_window_inset_borders_and_credit_from_its_outlines(copied):
    pytest.importorskip("shapely", reason="outlines are laid flat with the extra: outlines")
    from cst1992.teacher.outlines.flat import write_flat

    before = cst.membership_map("1994-04-20")
    file = copied / "outlines.geojson"
    told = json.loads(file.read_text(encoding="utf-8"))
    shapes = len(before.narrow.axes[0].patches)
    del told["windows"]
    told |= {"borders": "Borders as the Sultan drew them.", "credit": "Outlines: a map of 1900."}
    file.write_text(json.dumps(told), encoding="utf-8")
    write_flat()
    drawn = cst.membership_map("1994-04-20")
    assert "Borders as the Sultan drew them." in drawn.caption and "68/262" not in drawn.caption
    assert drawn.credit.startswith("Outlines: a map of 1900.")
    assert drawn.figure.get_size_inches()[1] != before.figure.get_size_inches()[1], "the whole of all states is drawn"
    assert len(drawn.narrow.axes[0].patches) < shapes, "no inset"


def test_a_row_of_tiles_less_makes_the_picture_lower(change):
    before = cst.membership_map("1994-04-20", style="tiles").figure.get_size_inches()[1]
    change(
        "states", lambda row: {**row, "tile_row": str(min(3, int(row["tile_row"]))), "tile_column": row["tile_column"]}
    )
    after = cst.membership_map("1994-04-20", style="tiles")
    assert collisions(after.figure) == [] and len(texts_of(after.figure) & set(cst.states()["name"])) == 15
    change("states", lambda row: {**row, "tile_row": "", "tile_column": ""})
    assert cst.membership_map("1994-04-20", style="tiles").figure.get_size_inches()[1] < before


def test_a_way_is_named_by_its_row_and_a_way_without_one_is_told(change):
    change("ways", where("way", "offered", heading="Put forward", said="put forward in {count}"))
    drawn = cst.requests_at_a_glance()
    assert "Put forward" in texts_of(drawn.figure) and "put forward in " in drawn.alt
    change("ways", lambda row: None if row["way"] == "offered" else row)
    with pytest.raises(Mistake, match=r"has the way 'offered', and data/ways\.csv has no row"):
        cst.requests_at_a_glance()


def test_the_strip_of_requests_and_the_bars_name_the_wordings_of_the_table(change):
    change("wordings", where("id", "2010", short_name="new wording"))
    change("instruments", where("id", "protocol-2010", in_force_on="2011-12-19"))
    drawn = cst.requests_at_a_glance()
    assert "new wording in force" in texts_of(drawn.figure) & texts_of(drawn.narrow)
    assert "new wording, 19 December 2011" in texts_of(cst.membership().figure)


def test_a_module_without_wordings_has_no_strip_of_them(copied):
    leave_out(copied, "wordings")
    drawn = cst.requests_at_a_glance()
    assert not any("wording" in text for text in texts_of(drawn.figure) | texts_of(drawn.narrow))
    assert not any("wording" in text for text in texts_of(cst.membership().figure))


def test_a_turning_point_is_bold_by_its_row(change):
    change(
        "events",
        lambda row: {**row, "turning_point": "yes" if row["id"] == "2003-09-18-csto-charter-in-force" else "no"},
    )
    assert cst.timeline().narrow.count("<strong>") == 1


def test_an_event_without_a_theme_is_told(change):
    change("event_themes", lambda row: None if row["event"] == "1992-05-15-treaty-signed" else row)
    with pytest.raises(Mistake, match=r"1992-05-15-treaty-signed has no theme.*event_themes\.csv"):
        cst.timeline()


def test_a_module_without_eras_has_no_strip(copied):
    leave_out(copied, "eras")
    drawn = cst.timeline()
    assert "strip" not in drawn.caption and "cst-status" not in drawn.narrow
    assert "status of the Treaty" not in drawn.same.heads


def none(row):
    return None


def test_tables_without_rows_end_in_an_empty_picture_or_a_sentence(change):
    for table in ("treaty_actions", "requests", "event_themes", "event_states", "events", "threat_evidence"):
        change(table, none)
    assert cst.membership().alt.startswith("Empty bars")
    assert "No act found for 15" in cst.membership_map("1994-04-20").alt
    assert "No act found for 15" in cst.explore_membership().told[0].value
    assert cst.requests_at_a_glance().alt.startswith("Empty timeline")
    assert cst.timeline().alt.startswith("Empty timeline")
    assert "Empty timeline" in cst.explore_timeline().told[0].value
    with pytest.raises(Mistake, match=r"^This module has no evidence on this: drug business"):
        cst.threat_timeline("drug-business")
    change("harvests", none)
    change("threats", none)
    for draw in (cst.harvests_at_a_glance, cst.explore_threats, lambda: cst.threat_timeline("drug-business")):
        with pytest.raises(Mistake, match=r"^This module has no "):
            draw()


def test_the_first_view_of_the_explorers_is_that_of_the_module_or_of_its_tables(copied):
    file = copied / "module.yaml"
    text = file.read_text(encoding="utf-8")
    start, end = text.index("first_view:"), text.index("country:")
    file.write_text(
        text[:start] + "first_view: {theme: nuclear, years: [1993, 1996], day: 1999-04-20}\n\n" + text[end:]
    )
    assert [control.value for control in cst.explore_timeline().controls] == ["nuclear", "", 1993, 1996]
    assert cst.explore_membership().controls[1].value == date(1999, 4, 20)
    file.write_text(text[:start] + text[end:])
    years = [int(day.year) for day in cst.events()["date"]]
    assert [control.value for control in cst.explore_timeline().controls] == ["", "", min(years), max(years)]
    assert cst.explore_membership().controls[1].value == date(1994, 4, 20)
