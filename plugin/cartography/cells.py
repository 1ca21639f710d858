"""Values as the cells of a sheet's table show them."""

from __future__ import annotations

from qgis.core import NULL

UNKNOWN = "—"


def number(value, decimals: int = 0) -> str:
    """A number with thousands separated."""
    return UNKNOWN if _missing(value) else f"{value:,.{decimals}f}"


def per_cent(share, decimals: int = 1) -> str:
    """A share (0–1) in per cent, without the sign."""
    return UNKNOWN if _missing(share) else f"{100 * share:.{decimals}f}"


def text(value) -> str:
    """A text, or the sign for a missing one."""
    return UNKNOWN if _missing(value) or not str(value).strip() else str(value).strip()


def _missing(value) -> bool:
    return value is None or value == NULL or value != value
