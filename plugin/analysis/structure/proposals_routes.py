"""Belts and corridors along roads: through parks for industry, through scenic areas for tourism, trunk roads else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely
from scipy.sparse.csgraph import minimum_spanning_tree

from .ground import Missing, Proposal
from .proposals_axes import propose_axes
from .proposals_roads import road_network, trunk_roads
from .proposals_sketch import Sketch
from .seat_network import SeatNetwork, between_seats, straight_km

#: Metres from a park or a scenic area to the road that leads there.
FARTHEST = 5000.0
SAME_LINE, BESIDE = 0.6, 400.0


def propose_routes(one: Missing, sketch: Sketch) -> list[Proposal]:
    """Ways along the roads by the theme of the clause."""
    if one.theme in ("industry", "tourism"):
        found = _joining(one, sketch)
    elif one.theme == "transport":
        found = []
    else:
        return [
            replace(other, rank=one.rank, basis_values={**other.basis_values, "noun": one.noun})
            for other in propose_axes(one, sketch)
        ]
    wanted = one.count if one.count is not None else max(one.least, 1)
    taken = [*sketch.drawn_lines(one.noun), *(other.geometry for other in found)]
    for road in trunk_roads(sketch) if one.theme != "tourism" else ():
        if len(found) >= wanted:
            break
        if not _beside(road.line, taken):
            values = {"noun": one.noun, "road": road.name, "km": road.line.length / 1000}
            found.append(Proposal(one.order, road.name, road.line, one.rank, "trunk_road", values))
            taken.append(road.line)
    if len(found) < wanted:
        sketch.lacks(one, len(found), "routes_used_up")
    return found[:wanted]


def _joining(one: Missing, sketch: Sketch) -> list[Proposal]:
    """Ways that join the places of a theme and the towns beside them, the one with most places first."""
    names, xy = _places(one.theme, sketch)
    if len(names) < 2:
        return []
    roads = road_network(sketch)
    network = None if roads is None else between_seats(xy, roads, FARTHEST)
    apart = straight_km(xy) if network is None else network.minutes
    if not np.isfinite(apart[~np.eye(len(xy), dtype=bool)]).any():
        network, apart = None, straight_km(xy)
    found = []
    for places in _strings(apart):
        line = _through(places, xy, network)
        if line is None or _beside(line, [other.geometry for other in found]):
            continue
        called = [names[place] for place in places]
        values = {"noun": one.noun, "places": called, "km": line.length / 1000}
        name = "—".join((called[0], called[-1]))
        found.append(Proposal(one.order, name, line, one.rank, f"joins_{one.theme}", values))
    return found


def _places(theme: str, sketch: Sketch) -> tuple[list[str], np.ndarray]:
    """The places of a theme, and the towns when there are too few of them to make a way."""
    frames = {"industry": sketch.ground.parks, "tourism": sketch.ground.scenic}
    frame = frames[theme]
    names, points = [], []
    if frame is not None and len(frame):
        names = [str(one or "") for one in frame["name"]]
        points = list(shapely.point_on_surface(frame.geometry.to_numpy()))
    towns = sketch.towns
    if len(towns) and names:
        main = towns.head(1)
        names += main["name"].tolist()
        points += list(main.geometry)
    return names, shapely.get_coordinates(points).reshape(-1, 2)


def _strings(apart: np.ndarray) -> list[list[int]]:
    """The places in strings: the longest way through the minimum spanning tree, then what hangs beside it."""
    tree = minimum_spanning_tree(np.where(np.isfinite(apart), np.maximum(apart, 1e-6), 0.0)).tocoo()
    beside = {}
    for one, other, length in zip(tree.row.tolist(), tree.col.tolist(), tree.data.tolist()):
        beside.setdefault(one, {})[other] = length
        beside.setdefault(other, {})[one] = length
    found = []
    while any(beside.values()):
        ways = [way for start in beside for way in _ways(beside, start)]
        longest = max(ways, key=lambda way: (way[1], len(way[0])))[0]
        found.append(longest)
        for one, other in zip(longest[:-1], longest[1:]):
            del beside[one][other], beside[other][one]
    return found


def _ways(beside: dict, start: int) -> list[tuple[list[int], float]]:
    found, open_ways = [], [([start], 0.0)]
    while open_ways:
        places, length = open_ways.pop()
        found.append((places, length))
        open_ways += [
            ([*places, place], length + more) for place, more in beside[places[-1]].items() if place not in places
        ]
    return found


def _through(places: list[int], xy: np.ndarray, network: SeatNetwork | None):
    if network is None:
        return shapely.LineString(xy[places])
    lines = [network.path(one, other) for one, other in zip(places[:-1], places[1:])]
    if any(line is None for line in lines):
        return None
    return shapely.LineString(np.vstack([shapely.get_coordinates(line) for line in lines]))


def _beside(line, others: list) -> bool:
    if not others:
        return False
    near = shapely.buffer(shapely.union_all(others), BESIDE)
    return shapely.intersection(line, near).length > SAME_LINE * line.length
