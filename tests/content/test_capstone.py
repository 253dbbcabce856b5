"""The capstone: an invented event does not pass unseen, and no honest timeline loses a point."""

import pytest

from tests.sheets import filled, score

TABLES = """
def ours(*ids):
    table = cst.events()
    return table[table["id"].isin(ids)]

def own(*rows):
    table = pd.DataFrame(rows, columns=["date", "title", "source"])
    return table.assign(date=pd.to_datetime(table["date"]))

the_request = cst.requests().query("id == @request_id").rename(columns={"label": "title"})
"""
END = 'my_events = pd.concat(parts)[["date", "title", "source"]].sort_values("date")'

ARMENIA_1992 = {
    "a-request": 'request_id = "1992-08-09-armenia-asks-five"\ndate_of_the_request = "9.8.1992"\nasked_by = "Armenia"',
    "a-text": 'text_in_force = "1992 wording, signed only"\nat_the_request_of_the_victim = "no"',
    "a-sources": 'cited_sources = ["independent-armenia-appeals-1992", "csmonitor-1992-05-18", "latimes-1992-09-27", '
    '"treaty-1992-en"]',
    "a-timeline": f"""{TABLES}
parts = [ours("1992-05-15-treaty-signed", "1994-04-20-treaty-in-force"), the_request]
parts += [cst.requests().query("id == '1992-06-16-armenia-asks-cis'").rename(columns={{"label": "title"}})]
parts += [own(
    ("1992-08-11", "Russia: political consultations before any armed action", "independent-armenia-appeals-1992"),
    ("1992-09-19", "A ceasefire, talks at Sochi", "latimes-1992-09-27"),
    ("1992-09-26", "The ceasefire breaks down", "latimes-1992-09-27"),
)]
{END}""",
    "a-picture": 'alt_text = "Dots on a scale from May 1992 to April 1994, one line an event. Six stand within five months '
    'of 1992, the request of August among them, and one stands far after them."\n'
    'caption = "A request between signature and entry into force, and what was said of it."',
}
KYRGYZSTAN_1999 = {
    "a-request": 'request_id = "1999-10-02-kyrgyzstan-treaty-states"\ndate_of_the_request = "2 October 1999"\n'
    'asked_by = ["Kyrgyzstan"]',
    "a-text": 'text_in_force = "1992 wording, in force"\nat_the_request_of_the_victim = "no"',
    "a-sources": 'cited_sources = list(cst.sources_for("1999-10-02-kyrgyzstan-treaty-states")["id"]) + ["protocol-1999"]',
    "a-timeline": f"""{TABLES}
evidence = cst.threat_evidence().rename(columns={{"what": "title"}}).query("date >= '1999' and date < '2001'")
acts = cst.treaty_actions().rename(columns={{"act": "title"}})
acts = acts.query("state == 'Kyrgyzstan' and date >= '1999' and date < '2003'")
parts = [evidence, acts, the_request]
{END}""",
    "a-picture": 'alt_text = "Dots on a scale of years from 1999 to 2002, one line an event. Most stand in 1999 and 2000, '
    'around the request of October 1999; two acts of 2002 come last."\n'
    'caption = "Attacks, acts under the Treaty and a request of 1999."',
}
RUSSIA_2015 = {
    "a-request": 'request_id = "2015-11-25-russia-aircraft"\ndate_of_the_request = "25 November 2015"\nasked_by = "Россия"',
    "a-text": 'text_in_force = "2010 wording, in force"\nat_the_request_of_the_victim = "yes"',
    "a-sources": 'cited_sources = ["belta-2015-11-25", "armradio-2015-12-21", "reuters-2015-11-24", "protocol-2010"]',
    "a-timeline": f"""{TABLES}
papers = cst.instruments().query("date >= '2002'")
parts = [papers, the_request, own(
    ("2015-11-24", "Turkey shoots down the aircraft", "reuters-2015-11-24"),
    ("2015-12-21", "Armenia's president on the conduct of allies", "armradio-2015-12-21"),
)]
{END}""",
    "a-picture": 'alt_text = "Dots on a scale of years from 2002 to 2018, one line a paper or an event. The request of 2015 '
    'stands between two other dots of the same winter; papers stand before and after it."\n'
    'caption = "Papers of the Treaty and the days around one session."',
}


@pytest.mark.parametrize("answers", [ARMENIA_1992, KYRGYZSTAN_1999, RUSSIA_2015], ids=["1992", "1999", "2015"])
def test_an_honest_capstone_loses_no_point(answers):
    scored = score(filled("06_capstone", answers))
    assert scored.total == 6, scored.printed


def with_an_event(day, title, key):
    """The capstone of 1992 with one row more."""
    timeline = ARMENIA_1992["a-timeline"].replace(END, f"parts += [own(({day!r}, {title!r}, {key!r}))]\n{END}")
    return score(filled("06_capstone", {**ARMENIA_1992, "a-timeline": timeline}))


@pytest.mark.parametrize(
    ("day", "title", "key"),
    [
        ("1993-03-01", "Joint army founded", "csmonitor-1992-05-18"),
        ("1994-01-10", "Armenia withdraws its request", "latimes-1992-09-27"),
    ],
)
def test_an_event_later_than_its_source_costs_a_point(day, title, key):
    scored = with_an_event(day, title, key)
    assert scored.total == pytest.approx(5.83)
    assert f"✗ no source older than its event: The source is older than the event: {title} ({key})" in scored.printed


@pytest.mark.parametrize(
    ("day", "title", "key", "why"),
    [
        (
            "1992-07-02",
            "Five send tanks",
            "latimes-1992-09-27",
            "no row of our tables that cites the source has this day",
        ),
        ("1992-09-19", "Belarus offers soldiers", "latimes-1992-09-27", "do not have: belarus, soldiers"),
        ("1992-08-11", "Russia sends troops", "independent-armenia-appeals-1992", "do not have: sends"),
    ],
    ids=["another day", "another actor", "another deed"],
)
def test_an_event_that_our_rows_do_not_bear_out_is_named_to_the_marker(day, title, key, why):
    scored = with_an_event(day, title, key)
    told = next(line for line in scored.printed.splitlines() if line.startswith("→ for the marker"))
    assert f"{title}, {day}, {key}: " in told and why in told
    assert scored.total == 6, "no machine can see what a report says"


def test_what_our_rows_bear_out_is_not_named_to_the_marker():
    assert "for the marker" not in score(filled("06_capstone", {})).printed
