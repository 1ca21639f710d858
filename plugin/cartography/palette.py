"""Whether classes of a legend can be told apart: by normal eyes, by colour-blind ones, and on a grey print.

Colours are compared as distances in CIE L*a*b* (D65, CIE 1976): 2.3 is just visible side by side, and classes of a map,
which lie apart from their swatches, need several times that. Colour blindness is simulated after Machado, Oliveira and
Fernandes (2009) at full severity; a grey print keeps the lightness L* alone. Classes that no colour tells apart need
another mark: a hatch, dashes, a shape, a letter, a clearly different size or width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from qgis.PyQt.QtGui import QColor

from .catalogue import Stroke, Style
from .strokes import TEXT_SHAPE

NORMAL, PROTANOPIA, DEUTERANOPIA, GREY = "normal", "protanopia", "deuteranopia", "grey"
#: Linear RGB as it is seen: Machado et al. 2009, table 1, severity 1.0.
SEEN = {
    PROTANOPIA: np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    DEUTERANOPIA: np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
#: The least distance of two classes that differ by colour alone.
LEAST = {NORMAL: 8.0, PROTANOPIA: 6.0, DEUTERANOPIA: 6.0, GREY: 3.0}
XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.119192, 0.9503041]])
WHITE = XYZ.sum(axis=1)
PAPER = QColor(240, 244, 234)  #: the ground of a county without terrain
#: Strokes that cover what they draw; pens and rows of marks do not.
COVERING = ("fill", "soft", "ribbon", "lens", "arrow", "arrow~", "double_arrow", "double_arrow~")
PALE = 0.9  #: of the lightness of white: casings, grounds of markers
#: Sizes and widths that differ by less are the same to the eye.
SAME_SIZE = 1.25


@dataclass(frozen=True)
class Clash:
    """Two styles that ``vision`` cannot tell apart by colour, at ``distance``, and that have no other mark."""

    one: str
    other: str
    vision: str
    distance: float


def lab(colour: QColor, vision: str = NORMAL) -> np.ndarray:
    """L*, a*, b* of a colour as it is seen; a and b are nought on a grey print."""
    linear = _linear(np.array(colour.getRgbF()[:3]))
    if vision in SEEN:
        linear = np.clip(SEEN[vision] @ linear, 0.0, 1.0)
    x, y, z = (_lightness_root(part) for part in XYZ @ linear / WHITE)
    found = np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
    return found * (1, 0, 0) if vision == GREY else found


def distance(one: QColor, other: QColor, vision: str = NORMAL) -> float:
    """The distance of two colours as they are seen."""
    return float(np.linalg.norm(lab(one, vision) - lab(other, vision)))


def colour_of(style: Style, ground: QColor = PAPER) -> QColor:
    """The colour by which a reader knows the style: of areas and bands the covering strokes over the ground, else the
    strongest pen or marker."""
    covering = [s for s in style.strokes if s.shape in COVERING and s.colour]
    if covering:
        seen = ground
        for stroke in covering:
            seen = _over(stroke.colour, seen)
        return seen
    drawn = [s for s in style.strokes if not s.shape.startswith(TEXT_SHAPE)]
    inked = [s.colour or s.outline for s in drawn if s.colour or s.outline]
    dark = [c for c in inked if lab(c)[0] < PALE * 100] or inked
    return max(dark, key=lambda c: c.alphaF())


def clashes(styles: Sequence[Style]) -> list[Clash]:
    """Pairs of styles of one geometry that cannot be told apart, in every way of seeing."""
    found = []
    for one, other in combinations(styles, 2):
        if one.geometry == other.geometry and not marked_apart(one, other):
            for vision, least in LEAST.items():
                apart = distance(colour_of(one), colour_of(other), vision)
                if apart < least:
                    found.append(Clash(one.code, other.code, vision, round(apart, 1)))
    return found


def marked_apart(one: Style, other: Style) -> bool:
    """Whether two styles differ by more than colour: other strokes, other letters, other dashes, other sizes."""
    mine, yours = _marks(one), _marks(other)
    return len(mine) != len(yours) or any(_differ(a, b) for a, b in zip(mine, yours))


def _marks(style: Style) -> list[Stroke]:
    return [s for s in style.strokes if s.shape != "fill" or s.outline]


def _differ(one: Stroke, other: Stroke) -> bool:
    if one.shape != other.shape or one.dash != other.dash:
        return True
    if one.shape in ("hatch", "ticks") and one.angle != other.angle:
        return True
    return any(_apart(a, b) for a, b in ((one.size, other.size), (one.width, other.width)))


def _apart(one: float, other: float) -> bool:
    small, large = sorted((one, other))
    return large > small * SAME_SIZE


def _linear(rgb: np.ndarray) -> np.ndarray:
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _lightness_root(part: float) -> float:
    return part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29


def _over(colour: QColor, ground: QColor) -> QColor:
    alpha = colour.alphaF()
    mixed = (a * alpha + b * (1 - alpha) for a, b in zip(colour.getRgbF()[:3], ground.getRgbF()[:3]))
    return QColor.fromRgbF(*mixed)
