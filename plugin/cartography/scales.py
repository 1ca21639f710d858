"""Round scales and the scale bar whose length is a tenth of the frame (S1 §2.5)."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

ROUND_STEPS = (1, 1.2, 1.5, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10)
BAR_STEPS = (1, 2, 2.5, 5, 3, 4, 1.5, 6, 8)
BAR_PARTS = (2, 4, 3)
BAR_SHARE = 0.10
BAR_RANGE = (0.08, 0.12)


@dataclass(frozen=True)
class Bar:
    """A scale bar: its parts and the length of a part in metres on the ground."""

    parts: int
    part_metres: float

    @property
    def metres(self) -> float:
        return self.parts * self.part_metres


def round_scale(denominator: float) -> float:
    """The next round denominator that is not smaller, so that what fitted still fits."""
    if denominator <= 0:
        raise ValueError(f"a scale has a positive denominator, not {denominator}")
    decade = 10.0 ** floor(log10(denominator))
    return next(step * decade for step in ROUND_STEPS if step * decade >= denominator * (1 - 1e-9))


def is_round(denominator: float) -> bool:
    """Whether a denominator is one of the round ones."""
    return abs(round_scale(denominator * (1 - 1e-6)) - denominator) <= denominator * 1e-5


def bar_for(denominator: float, frame_width_mm: float) -> Bar:
    """The bar with round parts whose whole length comes nearest to a tenth of the frame."""
    wanted = frame_width_mm * BAR_SHARE / 1000 * denominator
    bars = []
    for rank, parts in enumerate(BAR_PARTS):
        decade = 10.0 ** floor(log10(wanted / parts))
        for plainness, step in enumerate(BAR_STEPS):
            for power in (decade, decade * 10):
                bar = Bar(parts, step * power)
                off = abs(bar.metres / wanted - 1)
                bars.append((off > 0.2, off + 0.012 * plainness + 0.02 * rank, bar))
    return min(bars, key=lambda found: found[:2])[2]
