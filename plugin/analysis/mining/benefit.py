"""The ledger of benefit: what protected land gives in a year, by the equivalent factors of Xie Gaodi et al. (2015).
Calculated figures for agreements between those who benefit and those who protect; never added to what mines owe.
"""

from __future__ import annotations

import numpy as np
import shapely

#: Common ground below this (m²) is two boundaries drawn side by side, not worth a word: 0.01 hm².
LEAST_TOLD = 100.0


def unit_values(factors: np.ndarray, adjustment: np.ndarray, equivalent: float) -> np.ndarray:
    """Yuan/hm² and year of k kinds of land: V·Σ_f E_f·a_f.

    ``factors`` E (k, services) of Xie Gaodi et al. (2015), J. Nat. Resour. 30(8):1243; ``adjustment`` a (services,),
    the regional factor (net primary production, precipitation or soil conservation) of each service; ``equivalent`` V,
    yuan/hm² and year of one equivalent.
    """
    return equivalent * (factors @ adjustment)


def sums_by_owner(owner: np.ndarray, amount: np.ndarray, count: int) -> np.ndarray:
    """Sums (count,) of the amounts of parts by owner, parts without an amount left out; NaN for an owner none of whose
    parts has one.
    """
    known = np.isfinite(amount)
    total = np.bincount(owner[known], weights=amount[known], minlength=count)
    return np.where(np.bincount(owner[known], minlength=count) > 0, total, np.nan)


def kept_apart(shapes: np.ndarray) -> tuple[np.ndarray, list[tuple[int, int, float]]]:
    """Polygons (n,) that hold no ground twice: what two have in common stays with the earlier one, so that no hectare
    is valued twice. Also the overlaps that are to be told: (later, earlier, m²).
    """
    given = np.asarray(shapes, dtype=object)
    apart = given.copy()
    later, earlier = shapely.STRtree(given).query(given, predicate="intersects")
    before = earlier < later
    later, earlier = later[before], earlier[before]
    common = shapely.area(shapely.intersection(given[later], given[earlier]))
    for one in np.unique(later[common > 0]):
        taken = shapely.union_all(given[earlier[(later == one) & (common > 0)]])
        apart[one] = shapely.difference(given[one], taken)
    told = common >= LEAST_TOLD
    return apart, sorted(zip(later[told].tolist(), earlier[told].tolist(), common[told].tolist()))
