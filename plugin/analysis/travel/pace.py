"""Walking: how slope changes the pace.

A pace is time per horizontal distance. Every model is written as ``pace on the flat × slope factor``, the
factor being 1 on the flat, so that a chosen flat speed or the speed of a land-cover class scales the curve.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np

TOBLER_FLAT_SPEED = 6.0 * np.exp(-0.175)  #: km/h, 5.0368 (Tobler 1993)

LANGMUIR_FLAT = 0.72  #: s/m on the flat (Aitken 1977, Langmuir 1984, as in GRASS r.walk)
LANGMUIR_UP = 6.0  #: s per metre climbed
LANGMUIR_DOWN = 1.9998  #: s per metre gained on a gentle descent
LANGMUIR_STEEP_DOWN = -1.9998  #: s per metre of a steep descent
LANGMUIR_STEEP = -0.2125  #: slope below which a descent is steep, tan(-12°)
LANGMUIR_FLAT_SPEED = 3.6 / LANGMUIR_FLAT  #: km/h, 5.0


class WalkModel(IntEnum):
    """How walking speed depends on slope."""

    TOBLER = 0
    LANGMUIR = 1
    FLAT = 2


def tobler_factor(slope: np.ndarray) -> np.ndarray:
    """Pace relative to the flat at ``slope`` (rise over horizontal run in the direction of travel).

    Tobler, W. (1993), NCGIA Technical Report 93-1: v = 6 exp(-3.5 |slope + 0.05|) km/h.
    """
    return np.exp(3.5 * np.abs(slope + 0.05) - 0.175)


def langmuir_factor(slope: np.ndarray) -> np.ndarray:
    """Pace relative to the flat at ``slope`` after Naismith, Aitken (1977) and Langmuir (1984).

    T = 0.72 S + 6 climb + 1.9998 gentle descent − 1.9998 steep descent (steeper than 12°), descents negative.
    """
    per_rise = np.where(
        slope >= 0, LANGMUIR_UP, np.where(slope >= LANGMUIR_STEEP, LANGMUIR_DOWN, LANGMUIR_STEEP_DOWN)
    )
    return 1.0 + per_rise / LANGMUIR_FLAT * slope


def slope_factor(model: WalkModel, slope: np.ndarray) -> np.ndarray:
    """Pace at ``slope`` divided by the pace on the flat."""
    if model == WalkModel.TOBLER:
        return tobler_factor(slope)
    if model == WalkModel.LANGMUIR:
        return langmuir_factor(slope)
    return np.ones_like(slope)


def fastest_factor(model: WalkModel) -> float:
    """The smallest slope factor the model can give: nobody walks faster than flat speed / this."""
    if model == WalkModel.TOBLER:
        return float(np.exp(-0.175))
    if model == WalkModel.LANGMUIR:
        return float(langmuir_factor(np.array([LANGMUIR_STEEP]))[0])
    return 1.0


def flat_speed(model: WalkModel, walk_speed: float, off_road_factor: float) -> float:
    """Speed on level ground off the road, km/h. Langmuir keeps its own coefficients (5 km/h)."""
    if model == WalkModel.LANGMUIR:
        return LANGMUIR_FLAT_SPEED
    return walk_speed * off_road_factor


def minutes_per_metre(speed_kmh: np.ndarray | float) -> np.ndarray:
    """Pace of a speed; infinite where the speed is not above zero."""
    speed = np.asarray(speed_kmh, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(speed > 0, 0.06 / speed, np.inf)
