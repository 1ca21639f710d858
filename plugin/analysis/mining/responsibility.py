"""The ledger of responsibility: what it costs to restore the land of a mine, who bears it, and in which years the
money is set aside. Calculated figures, not an assessed debt; never added to the ledger of benefit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .faults import BadDiscount, BadYears

LONGEST_YEARS = 100
#: The case of the law that a mine falls under; the first five are also its status.
PROPOSED, UNDER_CONSTRUCTION, OPERATING, IDLE = "proposed", "under construction", "operating", "idle"
ABANDONED, LEGACY, UNKNOWN, UNSTATED = "abandoned", "legacy", "unknown", "unstated"
HOLDER_LIABLE = (PROPOSED, UNDER_CONSTRUCTION, OPERATING, IDLE, ABANDONED)


@dataclass(frozen=True)
class Accrual:
    """How n costs are set aside: the sum of the first year (yuan/year), the number of years until the cost is
    together, the present value of all years (yuan), and whether it follows the output (else equal parts).
    """

    annual: np.ndarray
    years: np.ndarray
    present_value: np.ndarray
    by_output: np.ndarray


def check_terms(years: float, discount: float) -> None:
    """Raise BadYears or BadDiscount for terms that no sum can be spread over. ``discount`` is a share: 0.04 is 4 %."""
    if not (1 <= years <= LONGEST_YEARS and float(years).is_integer()):
        raise BadYears(years, LONGEST_YEARS)
    if not -1 < discount < 1:
        raise BadDiscount(discount)


def annuity(discount: float, years: np.ndarray) -> np.ndarray:
    """Σ 1/(1+d)^t for t = 1 … ``years``: what one yuan a year is worth today. Without discount the years."""
    years = np.asarray(years, dtype=float)
    if discount == 0:
        return years
    return -np.expm1(-years * np.log1p(discount)) / discount


def restoration_costs(
    area: np.ndarray,
    works: np.ndarray,
    management_rate: np.ndarray,
    care: np.ndarray,
    care_years: np.ndarray,
    discount: float,
) -> np.ndarray:
    """Yuan to restore k parts of land: A·u·(1+r) + Σ_t A·m/(1+d)^t over the years of care.

    ``area`` in hm², ``works`` u in yuan/hm², ``management_rate`` r as a share of the works, ``care`` m in yuan/hm² and
    year. Restoration-cost method; care after the works as in the reclamation estimates of TD/T 1031.
    """
    return area * (works * (1 + management_rate) + care * annuity(discount, care_years))


def interim_losses(area: np.ndarray, value: np.ndarray, recovery_years: np.ndarray, discount: float) -> np.ndarray:
    """Yuan of services lost while k parts of land recover: A·V·Σ_t (1 − s(t))/(1+d)^t, t = 1 … R, s(t) = (t−1)/R.

    ``value`` V in yuan/hm² and year, ``recovery_years`` R; recovery is linear and begins after the first year. In the
    manner of habitat equivalency analysis (NOAA 2000).
    """
    factor = np.zeros(len(area))
    for years in np.unique(recovery_years[recovery_years >= 1]):
        t = np.arange(1, int(years) + 1)
        factor[recovery_years == years] = np.sum((1 - (t - 1) / years) / (1 + discount) ** t)
    return area * value * factor


def accruals(cost: np.ndarray, years: int, discount: float, output: np.ndarray, remaining: np.ndarray) -> Accrual:
    """Spread n costs (yuan) over time. Where yearly ``output`` q and ``remaining`` reserves Q (the same unit) are
    known, by the output: accrual_t = C·q_t/Q until the reserves are gone, which is how expected abandonment costs are
    written off (财建〔2017〕638号; 江西省实施办法第三条). Elsewhere C/``years`` each year: the same rule for an output
    that does not change.
    """
    by_output = (output > 0) & (remaining > 0)
    q = np.where(by_output, np.minimum(output, remaining), 1.0)
    total = np.where(by_output, remaining, float(years))
    full = np.floor(total / q + 1e-9)
    rest = np.maximum(total - full * q, 0.0)
    rest[rest < 1e-9 * total] = 0.0
    worth = q * annuity(discount, full) + rest / (1 + discount) ** (full + 1)
    return Accrual(cost * q / total, full + (rest > 0), cost * worth / total, by_output)


def liability_case(status: np.ndarray, holder_known: np.ndarray, stated: bool = True) -> np.ndarray:
    """Which rule says who restores, for n mines: the holder of a right in every status (Mineral Resources Law 2024,
    Art. 45: the duty outlives the right); the local government for an abandoned mine whose holder is gone or not known
    (Art. 45 para. 3); 'unknown' where status or holder leave it open. Where nobody ``stated`` who holds any of them (no
    field of holders, which is not an empty cell) an abandoned mine is 'unstated': it may have a holder.
    """
    case = np.where(holder_known & np.isin(status, HOLDER_LIABLE), status, UNKNOWN).astype(object)
    case[~holder_known & (status == ABANDONED)] = LEGACY if stated else UNSTATED
    return case
