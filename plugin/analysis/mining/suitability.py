"""How well permitted ground suits mining: industrial layout, haul, safety, the direction in which towns grow.

The four considerations are those of Li Gang (2025, 中国矿业 34(3), section 3.6); the ranges are the plugin's own, in a
table. A score never moves a border between classes: it orders what the law permits.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress, silent
from ..travel.faults import NoSourceConnected
from ..travel.graph import build_graph
from ..travel.points import attach, minutes_to_nearest
from ..travel.roads import roads_of
from ..travel.search import nearest_facility
from ..travel.settings import TravelSettings

INDUSTRY, HAUL, SAFETY, GROWTH = "industry", "haul", "safety", "growth"
FACTORS = (INDUSTRY, HAUL, SAFETY, GROWTH)
#: At 60 km/h a minute is a kilometre, so that times are distances.
KILOMETRE_A_MINUTE = 60.0
FARTHEST_KM = 1000.0
GROWTH_REACH_M = 3000.0  #: a town's growth is felt to 1/e at this distance
OWN_CENTRE_M = 2000.0  #: settlements this near a growth boundary are its town's


@dataclass(frozen=True)
class Range:
    """The weight of a factor and the values that are worth everything (``best``) and nothing (``worst``)."""

    weight: float
    best: float
    worst: float


def kilometres_to(shapes: np.ndarray, targets: np.ndarray | None) -> np.ndarray | None:
    """Straight distance (k,) in km from each of k shapes to the nearest target; None without targets."""
    if targets is None or not len(targets):
        return None
    (shape, _), metres = shapely.STRtree(targets).query_nearest(shapes, all_matches=False, return_distance=True)
    found = np.full(len(shapes), np.inf)
    found[shape] = metres / 1000.0
    return found


def haul_kilometres(
    points: np.ndarray,
    plants: np.ndarray | None,
    roads: np.ndarray | None,
    max_snap: float,
    progress: Progress = silent,
) -> tuple[np.ndarray, np.ndarray] | None:
    """Distance (k,) in km along the roads from k points (k, 2) to the nearest of the plants (p, 2), the straight legs
    to the road included, and the reason (k,) where there is no way: infinite there, and nothing is snapped farther than
    ``max_snap`` metres. None without plants or roads.
    """
    if plants is None or roads is None or not len(plants) or not len(roads):
        return None
    settings = TravelSettings(
        walk_speed=KILOMETRE_A_MINUTE, off_road_factor=1.0, max_snap=max_snap, max_minutes=FARTHEST_KM
    )
    network = roads_of(roads, np.full(len(roads), KILOMETRE_A_MINUTE))
    try:
        graph = build_graph(plants, settings, roads=network, progress=progress)
    except NoSourceConnected:
        return np.full(len(points), np.inf), np.full(len(points), "no_plant_on_road", dtype=object)
    search = nearest_facility(graph, FARTHEST_KM, progress=progress)
    found = minutes_to_nearest(graph, search, attach(graph, points))
    return found.minutes, found.reason


def growth_freedom(
    points: np.ndarray, growth: np.ndarray | None, settlements: np.ndarray | None
) -> np.ndarray | None:
    """How little each of k points (k, 2) lies in the way of towns, 0 to 1; None without growth boundaries.

    A town grows from the middle of its settlements towards the middle of its growth boundary. In that direction the
    ground counts fully, behind the town not at all, and everywhere less with the distance from the boundary:
    1 − max over towns of exp(−d / 3 km) · (1 + cos θ) / 2. Without settlements cos θ is 1.
    """
    if growth is None or not len(growth):
        return None
    middle = shapely.get_coordinates(shapely.centroid(growth))
    heading = _headings(growth, middle, settlements)
    felt = np.zeros(len(points))
    for town in range(len(growth)):  # a county has a handful
        away = shapely.distance(shapely.points(points), growth[town])
        toward = points - middle[town]
        length = np.hypot(*toward.T)
        cosine = np.ones(len(points))
        if np.isfinite(heading[town]).all():
            cosine = np.divide(toward @ heading[town], length, out=np.ones(len(points)), where=length > 0)
        felt = np.maximum(felt, np.exp(-away / GROWTH_REACH_M) * (1.0 + cosine) / 2.0)
    return 1.0 - felt


def _headings(growth: np.ndarray, middle: np.ndarray, settlements: np.ndarray | None) -> np.ndarray:
    """Unit vectors (t, 2) of the growth of t towns, NaN where it is not known."""
    heading = np.full((len(growth), 2), np.nan)
    if settlements is None or not len(settlements):
        return heading
    place = shapely.get_coordinates(shapely.centroid(settlements))
    size = np.maximum(shapely.area(settlements), 1.0)
    near = shapely.STRtree(shapely.points(place)).query(growth, predicate="dwithin", distance=OWN_CENTRE_M)
    for town in np.unique(near[0]):
        own = near[1][near[0] == town]
        step = middle[town] - np.average(place[own], axis=0, weights=size[own])
        if np.hypot(*step) > 0:
            heading[town] = step / np.hypot(*step)
    return heading


def contributions(values: dict[str, np.ndarray | None], ranges: dict[str, Range]) -> dict[str, np.ndarray]:
    """What each factor adds to a score of 0 to 100, as (k,) arrays; the score is their sum.

    A value is worth 1 at ``best``, 0 at ``worst`` and in proportion between them; infinite is worth nothing. Factors
    without values leave their weight to the others.
    """
    known = {name: value for name, value in values.items() if value is not None and ranges[name].weight > 0}
    total = sum(ranges[name].weight for name in known)
    found = {}
    for name, value in known.items():
        best, worst = ranges[name].best, ranges[name].worst
        worth = np.clip((np.where(np.isfinite(value), value, worst) - worst) / (best - worst), 0.0, 1.0)
        found[name] = 100.0 * ranges[name].weight / total * worth
    return found
