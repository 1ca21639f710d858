"""The ledger of benefit: what protected land gives in a year, by the equivalent factors of Xie Gaodi et al. (2015).
Calculated figures for agreements between those who benefit and those who protect; never added to what mines owe.
"""

from __future__ import annotations

import numpy as np
import shapely

#: Common ground below this (m²) is two boundaries drawn side by side, not an overlap.
LEAST_OVERLAP = 1.0


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


def kept_apart(shapes: np.ndarray) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """Polygons (n,) that hold no ground twice: what two have in common stays with the earlier one, so that no hectare
    is valued twice. Also the pairs (later, earlier) that overlapped.
    """
    apart = np.array(shapes, dtype=object)
    later, earlier = shapely.STRtree(apart).query(apart, predicate="intersects")
    before = earlier < later
    later, earlier = later[before], earlier[before]
    common = shapely.area(shapely.intersection(apart[later], apart[earlier])) > LEAST_OVERLAP
    later, earlier = later[common], earlier[common]
    for one in np.unique(later):
        taken = shapely.union_all(np.asarray(shapes, dtype=object)[earlier[later == one]])
        apart[one] = shapely.difference(apart[one], taken)
    return apart, sorted(zip(later.tolist(), earlier.tolist()))
