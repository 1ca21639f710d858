"""Slivers of an overlay, merged along their longest edge where the law allows it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

SAME_EDGE_M = 0.02  #: how far apart two drawings of one edge may lie after several overlays
CANCEL_EVERY = 50


def absorb_slivers(
    geometry: np.ndarray,
    group: np.ndarray,
    rank: np.ndarray,
    least_m2: float,
    progress: Callable[[str, float], None] = lambda step, share: None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Merge the parts smaller than ``least_m2`` into neighbours.

    ``geometry`` (n,) single polygons, ``group`` (n,) what may be merged with each other, ``rank`` (n,) 0 prohibited,
    1 restricted, 2 permitted. A sliver goes to the neighbour with the longest common edge that lies on the same side
    of every prohibition: no edge of prohibited ground moves. The smallest go first. Returns the k kept
    positions, their polygons, and the square metres each has taken in.
    """
    area = shapely.area(geometry)
    shapes, merged = geometry.copy(), np.zeros(len(geometry))
    alive = np.ones(len(geometry), dtype=bool)
    small = np.flatnonzero(area < least_m2)
    small = small[np.argsort(area[small], kind="stable")]
    tree = shapely.STRtree(geometry) if len(small) else None
    owner = np.arange(len(geometry))
    for count, sliver in enumerate(small):
        if count % CANCEL_EVERY == 0:
            progress("slivers", count / len(small))
        # Neighbours are looked up where they were at first; whoever took one in since stands for it.
        beside = owner[tree.query(geometry[sliver], predicate="dwithin", distance=SAME_EDGE_M)]
        beside = np.unique(beside[alive[beside]])
        beside = beside[(beside != sliver) & (group[beside] == group[sliver]) & _allowed(rank[sliver], rank[beside])]
        target = _longest_edge(shapes[sliver], shapes, beside)
        if target is None:
            continue
        joined = shapely.union(shapes[target], shapes[sliver])
        if shapely.get_type_id(joined) != 3:
            # Two drawings of the common edge a hair apart: closing the gap joins them.
            joined = _closed(joined)
            if shapely.get_type_id(joined) != 3:
                continue
        shapes[target], alive[sliver] = joined, False
        merged[target] += area[sliver] + merged[sliver]
        owner[owner == sliver] = target
    kept = np.flatnonzero(alive)
    return kept, shapes[kept], merged[kept]


def _closed(shape):
    wide = shapely.buffer(shape, SAME_EDGE_M, join_style="mitre")
    return shapely.buffer(wide, -SAME_EDGE_M, join_style="mitre")


def _allowed(own: int, others: np.ndarray) -> np.ndarray:
    return (others == 0) == (own == 0)


def _longest_edge(sliver, shapes: np.ndarray, beside: np.ndarray) -> int | None:
    """The neighbour with the longest common edge; None when all touch in a corner only."""
    if not len(beside):
        return None
    edge = shapely.boundary(sliver)
    common = shapely.length(shapely.intersection(edge, shapely.buffer(shapes[beside], SAME_EDGE_M, quad_segs=2)))
    best = int(np.argmax(common))
    return int(beside[best]) if common[best] > 10 * SAME_EDGE_M else None
