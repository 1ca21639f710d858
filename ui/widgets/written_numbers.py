"""Numbers as planners read them: thousands separated, a dash where there is none."""

from __future__ import annotations

import math

from qgis.core import NULL

NONE = "—"


def is_none(value) -> bool:
    """No value: NULL of the data, or not a number."""
    return value is None or value == NULL or (isinstance(value, float) and math.isnan(value))


def whole(value) -> str:
    """12,345"""
    return NONE if is_none(value) else f"{value:,.0f}"


def tenths(value) -> str:
    """12.3"""
    return NONE if is_none(value) else f"{value:,.1f}"


def percent(value) -> str:
    """0.864 as 86.4"""
    return NONE if is_none(value) else f"{100 * value:.1f}"


def text(value) -> str:
    return NONE if is_none(value) or value == "" else str(value)
