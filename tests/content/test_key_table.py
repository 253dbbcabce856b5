"""The table of keys says the same in 00 and in `cst.keys()`."""

import json

import cst1992 as cst
from cst1992.cards.key_table import WAYS
from cst1992.facts.files import module_folder


def test_00_and_the_card_teach_the_same_ways():
    path = module_folder() / "notebooks" / "00_start_here.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    taught = next("".join(cell["source"]) for cell in cells if cell["id"] == "how")
    card = cst.keys()
    for to, mouse, keyboard in WAYS:
        assert f"| {to} | {mouse} | {keyboard} |" in taught
        assert f"to: {to}; with the mouse: {mouse}; by keyboard: {keyboard}" in card.text
    assert "`z`" in taught and "command palette" in taught and "cst.keys()" in taught
