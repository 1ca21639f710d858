"""Values as the cells of a sheet's table show them."""

from __future__ import annotations

from qgis.core import NULL

from ..bridge.columns import number_of

UNKNOWN = "—"


def number(value, decimals: int = 0) -> str:
    """A number with thousands separated, also one that is stored as text; text that is no number as it stands."""
    if _missing(value):
        return UNKNOWN
    found = number_of(value)
    return text(value) if found != found else f"{found:,.{decimals}f}"


def per_cent(share, decimals: int = 1) -> str:
    """A share (0–1) in per cent, without the sign."""
    found = UNKNOWN if _missing(share) else number_of(share)
    return UNKNOWN if found == UNKNOWN or found != found else f"{100 * found:.{decimals}f}"


def text(value) -> str:
    """A text, or the sign for a missing one."""
    return UNKNOWN if _missing(value) or not str(value).strip() else str(value).strip()


def _missing(value) -> bool:
    return value is None or value == NULL or value != value
