import csv
import json

import pytest

from cst1992.facts import files

HARBOURS = """id,number,name,kind,since,deep,source
harbour-north,1,North,river,1891-05-02,yes,almanac
harbour-south,2,South,sea,1902-11-30,no,almanac
harbour-old,3,Old,sea,,no,survey
"""
SOURCES = """id,author,title,organisation,published,address,seen
almanac,,An almanac of harbours,The Pilots,1950,,in a library
survey,A. Mate,A survey,,,https://example.org,on paper
"""
CITATIONS = """id,table,row,source,note
one,harbours,harbour-old,almanac,names another year
"""
TYPES = {
    "number": {"type": "integer", "constraints": {"required": True}},
    "kind": {"type": "string", "constraints": {"enum": ["river", "sea"]}},
    "since": {"type": "date"},
    "deep": {"type": "boolean"},
}


def described(name, text):
    """A table as a Data Package describes it."""
    head = next(csv.reader([text.splitlines()[0]]))
    columns = [{"name": column, **TYPES.get(column, {"type": "string"})} for column in head]
    return {"name": name, "path": f"{name}.csv", "schema": {"fields": columns}}


@pytest.fixture
def harbours(tmp_path, monkeypatch):
    """Data that have nothing to do with the Treaty: what reads them reads any."""
    folder = tmp_path / "data"
    folder.mkdir()
    tables = {"harbours": HARBOURS, "sources": SOURCES, "citations": CITATIONS}
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    resources = [described(name, text) for name, text in tables.items()]
    (folder / "datapackage.json").write_text(json.dumps({"resources": resources}), encoding="utf-8")
    monkeypatch.setattr(files, "INSTALLED", folder)
    yield folder
