"""Figures of the tables: rounded so that what is shown adds up to the total that is shown."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ....language import tr
from ...cells import UNKNOWN

#: Hectares from which an amount reads better in square kilometres, and from which tables do without decimals.
AS_SQUARE_KILOMETRES, WITHOUT_DECIMALS, WITH_ONE = 10_000.0, 10_000.0, 1_000.0
HECTARES_PER_SQUARE_KILOMETRE = 100.0
MU_PER_HECTARE = 15.0


def decimals_for(amounts: Sequence[float]) -> int:
    """As many decimals as four figures of the greatest amount need, at most two."""
    most = max((abs(one) for one in amounts), default=0.0)
    return 0 if most >= WITHOUT_DECIMALS else 1 if most >= WITH_ONE else 2


def rounded_parts(parts: Sequence[float], decimals: int) -> np.ndarray:
    """The parts rounded so that they add up to their rounded sum: the largest remainders are rounded up."""
    unit = 10.0**-decimals
    exact = np.asarray(parts, dtype=float) / unit
    whole = np.floor(exact + 1e-9)
    missing = int(round(exact.sum())) - int(whole.sum())
    if missing > 0:
        whole[np.argsort(-(exact - whole), kind="stable")[:missing]] += 1
    return whole * unit


def shown(amount: float, decimals: int, exact: float | None = None) -> str:
    """An amount with thousands separated; a dash for nothing at all, and a bound for what is ``exact``ly so little
    that it was rounded to nothing."""
    if round(amount, decimals) == 0:
        return f"<{10.0**-decimals:.{decimals}f}" if exact else UNKNOWN
    return f"{amount:,.{decimals}f}"


def shares(parts: Sequence[float], whole: float | None = None) -> list[str]:
    """Per cent with two decimals of the sum, adding up to 100, or of a ``whole`` that the parts are not all of."""
    if whole is None:
        total = float(np.sum(parts))
        found = rounded_parts([100 * part / total for part in parts], 2) if total else np.zeros(len(parts))
    else:
        found = [100 * part / whole if whole else 0.0 for part in parts]
    return [f"{one:.2f}" for one in found]


def area_said(hectares: float) -> str:
    """An area as a headline says it."""
    if hectares >= AS_SQUARE_KILOMETRES:
        return tr("{area} 平方公里").format(area=f"{hectares / HECTARES_PER_SQUARE_KILOMETRE:,.1f}")
    return tr("{area} 公顷").format(area=f"{hectares:,.1f}")


def area_and_share(hectares: float, whole: float) -> str:
    """An area and its share of the county or page, as the large figure of a sheet.

    One decimal from one per cent on: the second one may differ from that of the table, whose shares add up to 100.
    """
    if not hectares:
        return tr("0 公顷（没有）")
    if not whole:
        return area_said(hectares)
    share = 100 * hectares / whole
    return tr("{area}（{share} %）").format(area=area_said(hectares), share=f"{share:.{1 if share >= 1 else 2}f}")
