"""Colours, letters and sizes of every picture.

Marks keep a contrast of 3:1 and text one of 4.5:1 on every ground, in both themes. A picture is drawn in the light
colours; on the page each of them is a variable that the dark theme sets anew.
"""

from __future__ import annotations

from typing import Any

from cst1992.facts.tab import quiet

quiet("matplotlib.font_manager")  # it lists the letters of the machine at the first picture

LIGHT = {
    "ground": "#ffffff",
    "ink": "#1f2933",
    "soft": "#58636f",
    "line": "#dfe4ea",
    "band": "#f5f7fa",
    "accent": "#1a5a9a",
    "ring": "#737f8d",
    "orange": "#b8620f",
    "signed": "#b9d6ef",
    "tint1": "#eef3f9",
    "tint2": "#d9e7f4",
}
DARK = {
    "ground": "#111418",
    "ink": "#e6eaf0",
    "soft": "#a3adba",
    "line": "#29313a",
    "band": "#181d23",
    "accent": "#6db3f2",
    "ring": "#8792a0",
    "orange": "#f0a04b",
    "signed": "#28517a",
    "tint1": "#182432",
    "tint2": "#22374d",
}

WIDE, NARROW = 760, 288
SMALLEST = 12  # what a letter measures on the page at least, as its small print does
TEXT, SMALL = 13, 13

SETTINGS: Any = {
    "font.family": "DejaVu Sans",
    "font.size": TEXT,
    "text.color": LIGHT["ink"],
    "text.hinting": "none",
    "svg.fonttype": "none",
    "svg.hashsalt": "cst1992",
}
