"""Colours are told apart by everybody, in light and in dark."""

import pytest

from cst1992.pictures.style import DARK, LIGHT


def simulated(colour, kind):
    """A colour as seen with full protan, deutan or tritan deficiency (Machado and others 2009, severity 1)."""
    matrices = {
        "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
        "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
        "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    }
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0), 1) for row in matrices[kind]]
    return lab(seen)


def lab(linear):
    x, y, z = (
        sum(a * b for a, b in zip(row, linear, strict=True)) / white
        for row, white in zip(
            ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)),
            (0.9505, 1.0, 1.089),
            strict=True,
        )
    )
    f = [value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", ["protan", "deutan", "tritan"])
def test_colours_hold_under_simulated_colour_blindness(palette, kind):
    for one, other, least in (("accent", "orange", 30), ("accent", "signed", 20), ("orange", "ring", 15)):
        a, b = simulated(palette[one], kind), simulated(palette[other], kind)
        distance = sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5
        assert distance >= least, f"{one} and {other} differ by {distance:.0f} only"


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_marks_keep_their_contrast(palette):
    for ground in ("ground", "band", "tint1"):
        for text in ("ink", "soft"):
            assert contrast(palette[text], palette[ground]) >= 4.5, f"{text} on {ground}"
        for mark in ("accent", "ring", "orange"):
            assert contrast(palette[mark], palette[ground]) >= 3, f"{mark} on {ground}"
