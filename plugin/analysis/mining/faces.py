"""Areas cut along lines into faces. All lines of an area are joined in one arrangement, so that neighbours share
their edges vertex by vertex and nothing lies between them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import shapely

from .regions import ROOM, batches


# GEOS sets the processor's mark for an invalid number where lines are nearly parallel, and then finds its way.
@np.errstate(invalid="ignore")
def faces_of(
    areas: np.ndarray, lines: np.ndarray, area_of_line: np.ndarray, look: Callable[[], None] = lambda: None
) -> tuple[np.ndarray, np.ndarray]:
    """The m ``areas`` (valid polygons) cut along ``lines`` (k,), of which each cuts the area ``area_of_line`` (k,).

    Returns f single polygons, in the order of the areas, and the number of the area that each lies in. Their areas
    add up to that of the area; lines may end anywhere but cut only what they run through. Lines should reach beyond
    the area: one that ends on its boundary may miss it by rounding. ``look`` is called between pieces of work and may
    raise.
    """
    cut = np.unique(area_of_line)
    if not len(cut):
        return shapely.get_parts(areas, return_index=True)
    west, south, east, north = shapely.bounds(areas[area_of_line]).T
    near = shapely.box(west - ROOM, south - ROOM, east + ROOM, north + ROOM)
    edges = np.concatenate([shapely.boundary(areas[cut]), shapely.intersection(lines, near)])
    owner = np.concatenate([cut, area_of_line])
    order = np.argsort(owner, kind="stable")
    together = shapely.geometrycollections(edges[order], indices=np.searchsorted(cut, owner[order]))
    parts, place = [], []
    for some in batches(shapely.get_num_coordinates(together)):
        look()
        noded = shapely.union_all(together[some].reshape(-1, 1), axis=1)
        look()
        found, area = shapely.get_parts(shapely.polygonize(noded.reshape(-1, 1)), return_index=True)
        area = cut[some][area]
        inside = shapely.intersects(areas[area], shapely.point_on_surface(found))  # not in a hole, not beyond the edge
        parts.append(found[inside])
        place.append(area[inside])
    whole, number = shapely.get_parts(np.delete(areas, cut), return_index=True)
    faces = np.concatenate([*parts, whole])
    owner = np.concatenate([*place, np.delete(np.arange(len(areas)), cut)[number]])
    order = np.argsort(owner, kind="stable")
    return faces[order], owner[order]


def common_edges(faces: np.ndarray, group: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Which of f faces of the same ``group`` (f,) lie side by side: first and second (p,) with first < second, and the
    metres (p,) of their common edge. Only edges drawn with the same vertices count, as those of ``faces_of`` are.
    """
    rings, face = shapely.get_rings(faces, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    here = np.flatnonzero(ring[1:] == ring[:-1])
    owner = face[ring[here]]
    # The two sides of an edge run in opposite directions; the sum of the ends is the same to the last bit.
    middle = xy[here] + xy[here + 1]
    edge = pd.DataFrame({"x": middle[:, 0], "y": middle[:, 1], "group": group[owner]})
    edge = edge.groupby(["x", "y", "group"], sort=False).ngroup().to_numpy()
    order = np.argsort(edge, kind="stable")
    twice = np.flatnonzero(edge[order][1:] == edge[order][:-1])
    one, other = owner[order[twice]], owner[order[twice + 1]]
    metres = np.hypot(*(xy[here[order[twice]] + 1] - xy[here[order[twice]]]).T)
    first, second = np.minimum(one, other), np.maximum(one, other)
    pairs, place = np.unique(np.column_stack([first, second]), axis=0, return_inverse=True)
    metres = np.bincount(place.ravel(), weights=metres, minlength=len(pairs))
    return pairs[:, 0], pairs[:, 1], metres
