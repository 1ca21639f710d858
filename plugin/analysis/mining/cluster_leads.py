"""Which quarry of a cluster the others are merged into, and in which order clusters are numbered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: What decides between two quarries, in this order; ``order`` when they are alike in all of it.
CRITERIA = ("capacity", "status", "area", "name")
ALONE, ORDER = "alone", "order"


@dataclass(frozen=True)
class Leads:
    """k clusters: ``quarry`` (k,) the lead of each; ``by`` (k,) the criterion that sets it before the next quarry;
    ``capacity`` (k,) of all members whose capacity is known, NaN when none is; ``unknown`` (k,) members whose is not.
    """

    quarry: np.ndarray
    by: np.ndarray
    capacity: np.ndarray
    unknown: np.ndarray

    def renumbered(self, order: np.ndarray) -> Leads:
        """The same with quarry ``i`` called ``order[i]``."""
        return Leads(order[self.quarry], self.by, self.capacity, self.unknown)


def leads_of(label, capacity, status, area, name) -> tuple[Leads, np.ndarray]:
    """The leads of the clusters ``label`` (n,), and the labels numbered anew.

    The lead has the largest capacity (unknown ones come last), else the most active status (lowest rank), else the
    largest area, else the first name. Clusters are numbered by members, then capacity, then their first quarry.
    """
    known = np.isfinite(capacity)
    total = np.bincount(label, weights=np.where(known, capacity, 0.0))
    unknown = np.bincount(label, weights=~known).astype(int)
    size = np.bincount(label)
    total = np.where(unknown == size, np.nan, total)
    first_seen = np.unique(label, return_index=True)[1]
    number = np.argsort(np.lexsort((first_seen, -np.nan_to_num(total, nan=-1.0), -size)))
    label = number[label]
    back = np.argsort(number)

    keys = (np.where(known, -capacity, np.inf), status, -area, np.unique(name.astype(str), return_inverse=True)[1])
    ranked = np.lexsort((*reversed(keys), label))
    first = np.searchsorted(label[ranked], np.arange(len(size)))
    quarry = ranked[first]
    by = np.full(len(size), ORDER, dtype=object)
    by[size[back] == 1] = ALONE
    several = np.flatnonzero(size[back] > 1)
    runner_up = ranked[first[several] + 1]
    for criterion, key in zip(reversed(CRITERIA), reversed(keys)):
        differs = key[quarry[several]] != key[runner_up]
        by[several[differs]] = criterion
    return Leads(quarry, by, total[back], unknown[back]), label
