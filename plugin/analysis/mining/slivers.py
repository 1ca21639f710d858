"""Slivers of an overlay, merged along their longest edge where the law allows it."""

from __future__ import annotations

import heapq
from collections.abc import Callable

import numpy as np
import shapely

from .faces import common_edges
from .regions import batches

NUMERICAL_M2 = 1e-4  #: what rounding leaves between two drawings of one edge; it holds no ground and no law
GROUPS_AT_ONCE = 64  #: groups handled together: few enough to keep memory small
CANCEL_EVERY = 1000


def absorb_slivers(
    faces: np.ndarray,
    group: np.ndarray,
    rank: np.ndarray,
    least_m2: float,
    progress: Callable[[str, float], None] = lambda step, share: None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Merge the parts smaller than ``least_m2`` into neighbours.

    ``faces`` (n,) single polygons that share their edges vertex by vertex, ``group`` (n,) in ascending order what may
    be merged with each other, ``rank`` (n,) 0 prohibited, 1 restricted, 2 permitted. A sliver goes to the neighbour
    with the longest common edge that lies on the same side of every prohibition: no edge of prohibited ground moves.
    The smallest go first; one that has grown to ``least_m2`` stays. What is no larger than rounding goes to any
    neighbour, or is left out when it has none. Returns the k kept positions, their polygons, and the square metres
    each has taken in.
    """
    groups = int(group[-1]) + 1 if len(group) else 0
    found = [(np.zeros(0, dtype=int), faces[:0], np.zeros(0))]
    for first in range(0, groups, GROUPS_AT_ONCE):
        begin, end = np.searchsorted(group, [first, first + GROUPS_AT_ONCE])

        def look(first=first) -> None:
            progress("slivers", first / groups)

        some = slice(begin, end)
        kept, shapes, merged = _absorbed(faces[some], group[some], rank[some], least_m2, look)
        found.append((kept + begin, shapes, merged))
    kept, shapes, merged = (np.concatenate(parts) for parts in zip(*found))
    return kept, shapes, merged


def _absorbed(faces, group, rank, least_m2: float, look: Callable[[], None]):
    """``absorb_slivers`` for a few groups."""
    area, least_m2 = shapely.area(faces), max(least_m2, NUMERICAL_M2)
    here = np.flatnonzero(np.isin(group, group[area < least_m2]))
    one, other, metres = common_edges(faces[here], group[here])
    look()
    into, merged = _contracted(area, here[one], here[other], metres, rank, least_m2, look)
    itself = into == np.arange(len(faces))
    kept = np.flatnonzero(itself & (area > NUMERICAL_M2))
    larger = np.intersect1d(kept, into[~itself])
    shapes, members = faces.copy(), np.flatnonzero(np.isin(into, larger))
    members = members[np.argsort(into[members], kind="stable")]
    together = shapely.geometrycollections(faces[members], indices=np.searchsorted(larger, into[members]))
    for batch in batches(shapely.get_num_coordinates(together)):
        look()
        shapes[larger[batch]] = shapely.coverage_union_all(together[batch].reshape(-1, 1), axis=1)
    return kept, shapes[kept], merged[kept]


def _contracted(area, first, second, metres, rank, least_m2: float, look):
    """Into which face each of n goes in the end, itself where it stays, and the square metres each has taken in."""
    area, merged, into = area.copy(), np.zeros(len(area)), np.arange(len(area))
    beside: dict[int, dict[int, float]] = {}
    for one, other, length in zip(first.tolist(), second.tolist(), metres.tolist()):
        beside.setdefault(one, {})[other] = length
        beside.setdefault(other, {})[one] = length
    waiting = [(float(area[one]), one) for one in np.flatnonzero(area < least_m2).tolist()]
    heapq.heapify(waiting)
    done = 0
    while waiting:
        size, one = heapq.heappop(waiting)
        if size != area[one]:
            continue  # it has grown since
        done += 1
        if done % CANCEL_EVERY == 0:
            look()
        target = _neighbour(one, beside.get(one, {}), rank, size <= NUMERICAL_M2)
        if target is None:
            continue
        for other, length in beside.pop(one).items():
            del beside[other][one]
            if other != target:
                beside[target][other] = beside[other][target] = length + beside[target].get(other, 0.0)
        into[one], area[one] = target, np.inf
        area[target] += size
        if size > NUMERICAL_M2:
            merged[target] += size
        if area[target] < least_m2:
            heapq.heappush(waiting, (float(area[target]), target))
    while (into[into] != into).any():
        into = into[into]
    return into, merged


def _neighbour(one: int, beside: dict[int, float], rank: np.ndarray, nothing: bool) -> int | None:
    """The neighbour with the longest common edge on the same side of every prohibition, of equal ones that of its own
    class; for what is ``nothing`` any neighbour when there is none there.
    """
    own = rank[one]
    all_beside = [(length, rank[other] == own, -other) for other, length in beside.items()]
    lawful = [found for found in all_beside if (rank[-found[2]] == 0) == (own == 0)]
    best = max(lawful or (all_beside if nothing else []), default=None)
    return None if best is None else -best[2]
