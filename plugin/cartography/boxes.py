"""Rectangles on the page, in millimetres from its top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF


@dataclass(frozen=True)
class Box:
    """A rectangle on the page."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def inset(self, by: float) -> Box:
        """The box without a margin on all sides."""
        return Box(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    def rect(self) -> QRectF:
        return QRectF(self.x, self.y, self.w, self.h)

    def overlaps(self, other: Box, tolerance: float = 0.01) -> bool:
        """Whether the two share more than an edge."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > tolerance
            and min(self.bottom, other.bottom) - max(self.y, other.y) > tolerance
        )

    def holds(self, other: Box, tolerance: float = 0.01) -> bool:
        """Whether the other lies inside."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


def stacked(box: Box, heights: Sequence[float], gap: float, widest_gap: float) -> list[Box]:
    """Boxes of the given heights one under another; room that is left widens the gaps up to ``widest_gap``."""
    spare = box.h - sum(heights)
    between = max(gap, min(widest_gap, spare / max(len(heights) - 1, 1)))
    made, y = [], box.y
    for height in heights:
        made.append(Box(box.x, y, box.w, height))
        y += height + between
    return made


def abreast(box: Box, widths: Sequence[float], gap: float, widest_gap: float) -> list[Box]:
    """Boxes of the given widths side by side; room that is left widens the gaps up to ``widest_gap``."""
    turned = stacked(Box(box.y, box.x, box.h, box.w), widths, gap, widest_gap)
    return [Box(b.y, b.x, b.h, b.w) for b in turned]
