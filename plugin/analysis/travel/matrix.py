"""Times between all pairs of points and facilities."""

from __future__ import annotations

import numpy as np

from ..progress import Progress, silent
from .graph import TravelGraph
from .points import Attached, minutes_at
from .search import each_facility
from .settings import WITHIN


def pair_minutes(graph: TravelGraph, attached: Attached, progress: Progress = silent):
    """Pairs within ``max_minutes``: index of the point, index of the facility, minutes; ordered by point, then
    facility.
    """
    points, facilities, times = [], [], []
    limit = graph.settings.max_minutes + WITHIN
    for chosen, node_minutes in each_facility(graph, limit, progress):
        minutes, _ = minutes_at(graph, node_minutes, attached)
        facility, point = np.nonzero(minutes <= limit)
        points.append(point)
        facilities.append(chosen[facility])
        times.append(minutes[facility, point])
    point, facility = np.concatenate(points), np.concatenate(facilities)
    order = np.lexsort((facility, point))
    return point[order], facility[order], np.concatenate(times)[order]
