"""Cells that are seen, as an area."""

from __future__ import annotations

import numpy as np
import shapely

from ..grid import Grid


def visible_area(counts: Grid, least: int = 1):
    """The cells that at least ``least`` observers see, as a valid MultiPolygon in metres along the edges of the cells;
    cells that share no more than a corner are parts of their own. ``counts`` is what ``seen_counts`` found.
    """
    seen = np.pad(np.nan_to_num(counts.values) >= least, 1)
    across = seen[1:, 1:-1] != seen[:-1, 1:-1]  # edges that run along the rows, (rows + 1, columns)
    down = seen[1:-1, 1:] != seen[1:-1, :-1]  # and along the columns, (rows, columns + 1)
    row, begin, end = _runs(across, down)
    column, top, bottom = _runs(down.T, across.T)
    edges = np.concatenate(
        [
            np.stack([begin, row, end, row], axis=1).reshape(-1, 2, 2),
            np.stack([column, top, column, bottom], axis=1).reshape(-1, 2, 2),
        ]
    )
    faces = shapely.get_parts(shapely.polygonize(shapely.linestrings(edges.astype(float))))
    inside = shapely.get_coordinates(shapely.point_on_surface(faces))
    faces = faces[seen[inside[:, 1].astype(int) + 1, inside[:, 0].astype(int) + 1]]
    return shapely.transform(
        shapely.multipolygons(faces), lambda xy: [counts.x0, counts.y0] + xy * [counts.dx, -counts.dy]
    )


def _runs(edges: np.ndarray, crossing: np.ndarray):
    """Straight runs of unit edges along the rows of ``edges`` (m + 1, n) as row, first and last corner. A run ends
    where an edge of ``crossing`` (m, n + 1), which run down from corner to corner, meets it.
    """
    met = np.zeros((edges.shape[0], edges.shape[1] + 1), dtype=bool)
    met[:-1] |= crossing
    met[1:] |= crossing
    beside = np.pad(edges, ((0, 0), (1, 1)))
    before, after = beside[:, :-1], beside[:, 1:]
    row, begin = np.nonzero(after & (~before | met))
    _, end = np.nonzero(before & (~after | met))
    return row, begin, end
