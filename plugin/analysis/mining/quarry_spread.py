"""How far apart the farthest two quarries of two groups are, without measuring every pair of polygons."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.spatial.distance import cdist


class Spread:
    """Points or polygons (n,) with what bounds the distances between them: a point inside each, a circle about it."""

    def __init__(self, shapes: np.ndarray):
        self._shapes = shapes
        self._inside = shapely.get_coordinates(shapely.point_on_surface(shapes))
        box = shapely.bounds(shapes)
        self._centre = (box[:, :2] + box[:, 2:]) / 2
        self._radius = np.hypot(*(box[:, 2:] - box[:, :2]).T) / 2

    def farthest(self, one, two) -> float:
        """Metres between the edges of the farthest pair with a quarry of ``one`` and a quarry of ``two`` (positions).

        Edges are no farther apart than points inside, and no nearer than the circles: only pairs that can be the
        farthest are measured.
        """
        one, two = np.asarray(one), np.asarray(two)
        most = cdist(self._inside[one], self._inside[two])
        least = cdist(self._centre[one], self._centre[two]) - self._radius[one][:, None] - self._radius[two]
        row, column = np.nonzero(most >= least.max())
        return float(shapely.distance(self._shapes[one[row]], self._shapes[two[column]]).max())
