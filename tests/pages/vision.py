"""How colours look to people: with full colour vision, without one kind of cone, and in greyscale."""

from itertools import combinations
from pkgutil import iter_modules
from importlib import import_module

import pages.parts
from pages.parts.palette import State, bands, steps
from tests.pages.made_up import LADDER

# G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, A Physiologically-based Model for Simulation of
# Color Vision Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, table 1
# at severity 1.0: linear red, green and blue as they are seen. Greyscale is the relative luminance.
SEEN_WITH = {
    "full colour vision": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
}  # fmt: skip
# Cells of a grid hold their words, so their fills need not tell them apart.
WORDS_INSIDE = {"SHADES", "COVERAGE"}

Three = tuple[float, float, float]


def linear(colour: str) -> Three:
    """A #rrggbb colour as linear red, green and blue."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def lab(rgb: Three) -> Three:
    """Linear RGB as CIE L*a*b*, under D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [sum(a * b for a, b in zip(row, rgb, strict=True)) / w for row, w in zip(rows, white, strict=True)]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, vision: str) -> float:
    """How far apart two colours look (CIE 1976 ΔE) to somebody with this vision."""
    seen = []
    for colour in (one, other):
        rgb = linear(colour)
        mixed = [sum(a * b for a, b in zip(row, rgb, strict=True)) for row in SEEN_WITH[vision]]
        red, green, blue = (min(1.0, max(0.0, part)) for part in mixed)
        seen.append(lab((red, green, blue)))
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


def pieces() -> dict[str, tuple[State, ...]]:
    """Every set of fills that stand beside one another in a picture, by its name in pages/parts."""
    found = {"bands": bands(LADDER), "steps": steps(LADDER)}
    for module in iter_modules(pages.parts.__path__, "pages.parts."):
        for name, held in vars(import_module(module.name)).items():
            if isinstance(held, tuple) and held and all(isinstance(one, State) for one in held):
                found[name] = held
    return {name: held for name, held in found.items() if not held[0].sign or name in WORDS_INSIDE}


def told_by_fill(states: tuple[State, ...]) -> list[tuple[State, State]]:
    """The pairs that only their fills tell apart: no dashes, and no figure under each that names it."""
    return [
        (one, other) for one, other in combinations(states, 2)
        if one.dashed == other.dashed and not (one.tick and other.tick)
    ]  # fmt: skip


def nearest(states: tuple[State, ...], vision: str) -> int:
    """How far apart the two fills look that look most alike."""
    return int(min(distance(one.fill, other.fill, vision) for one, other in told_by_fill(states)))
