"""Rings, wings, clusters and parks."""

from __future__ import annotations

import numpy as np
import shapely

from .ground import POLYGON, Missing, Proposal
from .proposals_screens import side_of
from .proposals_sketch import Sketch, clipped, curved
from .proposals_zones import _spread, _weights, grown, town_parts

#: Shares of the county's radius: an inner ring, the room around a town in a cluster, the breadth of a wing.
RING, ROOM, WING_BREADTH = 0.35, 0.16, 0.42
CORNERS = 4  #: times that corners are cut off
LEAST_TOWNS = 3  #: around a core for a ring through them


def propose_rings(one: Missing, sketch: Sketch) -> list[Proposal]:
    """Rings around the main core from the inside: a circle, then one through the towns around it where the core lies
    among them.
    """
    if sketch.core is None:
        sketch.lacks(one, 0, "no_core")
        return []
    name, core = sketch.core
    wanted = one.count if one.count is not None else max(one.least, 1)
    loop = _loop(core, sketch)
    shapes = []
    if loop is not None:
        shapes.append((loop, "ring_of_towns"))
    radius = RING * sketch.reach
    while len(shapes) < wanted:
        share = 1.0 / (1 + sum(key == "ring_around" for _, key in shapes)) if loop is not None else 1.0 + len(shapes)
        shapes.append((clipped(shapely.buffer(core, radius * share, quad_segs=24), sketch.boundary), "ring_around"))
    shapes = sorted(shapes[:wanted], key=lambda pair: pair[0].area)
    towns = [town for town in sketch.towns["name"] if town != name]
    return [
        Proposal(
            one.order,
            name,
            shape if one.geometry == POLYGON else shapely.boundary(shape),
            one.rank,
            key,
            {"noun": "ring", "core": name, "km": float(np.sqrt(shape.area / np.pi) / 1000), "towns": towns},
        )
        for shape, key in shapes
    ]


def _loop(core, sketch: Sketch):
    """A rounded loop through the other towns, None where the core does not lie among them."""
    xy = shapely.get_coordinates(sketch.towns.geometry.to_numpy()) - [core.x, core.y]
    xy = xy[np.hypot(*xy.T) > 0.05 * sketch.reach]
    if len(xy) < LEAST_TOWNS:
        return None
    angle = np.arctan2(xy[:, 1], xy[:, 0])
    order = np.argsort(angle)
    if np.diff(np.r_[angle[order], angle[order[0]] + 2 * np.pi]).max() > np.pi:
        return None
    loop = shapely.buffer(shapely.Polygon(curved(xy[order] + [core.x, core.y], CORNERS, closed=True)), 0)
    return clipped(max(shapely.get_parts(loop), key=shapely.area), sketch.boundary)


def propose_wings(one: Missing, sketch: Sketch) -> list[Proposal]:
    """Two lobes beside the main core, along the main axis where there is one, else along the length of the county."""
    if sketch.core is None or sketch.boundary is None:
        sketch.lacks(one, 0, "no_core")
        return []
    name, core = sketch.core
    way = _main_way(core, sketch)
    wanted = one.count if one.count is not None else 2
    if wanted > 2:
        sketch.lacks(one, 2, "two_sides_only")
    found = []
    for direction in (way, -way)[:wanted]:
        shape = _lobe(core, direction, sketch)
        members = sketch.towns[shapely.intersects(shape, sketch.towns.geometry.to_numpy())]["name"].tolist()
        side = side_of(shapely.Point(np.array([core.x, core.y]) + direction), sketch) if shape.is_empty else None
        side = side or _direction(shapely.centroid(shape), core)
        values = {"noun": "wing", "core": name, "side": side, "towns": [town for town in members if town != name]}
        found.append(Proposal(one.order, "", shape, one.rank, "wing", values))
    return found


def _main_way(core, sketch: Sketch) -> np.ndarray:
    """A unit step along the main axis or the length of the county."""
    axes = sketch.drawn_lines("axis")
    if axes:
        ends = shapely.get_coordinates(max(axes, key=shapely.length))[[0, -1]]
        way = ends[1] - ends[0]
    else:
        box = shapely.get_coordinates(shapely.oriented_envelope(sketch.boundary))
        sides = np.diff(box[:3], axis=0)
        way = sides[np.hypot(*sides.T).argmax()]
    return way / max(np.hypot(*way), 1e-9)


def _lobe(core, way: np.ndarray, sketch: Sketch):
    """A leaf from beside the core to near the rim, half as broad as it is long at most."""
    start = np.array([core.x, core.y])
    ray = shapely.LineString([start, start + way * 4 * sketch.reach])
    inside = shapely.get_parts(shapely.intersection(ray, sketch.boundary))
    length = max((part.length for part in inside), default=sketch.reach) * 0.94
    beside = 0.06 * sketch.reach
    along = np.linspace(0, 1, 25)
    breadth = min(WING_BREADTH * sketch.reach, 0.32 * length)
    out = start + way * (beside + along[:, None] * (length - beside))
    across = np.array([-way[1], way[0]])
    half = breadth * np.sin(np.pi * along**0.8)[:, None] * across
    leaf = shapely.buffer(shapely.Polygon(np.vstack([out + half, (out - half)[::-1]])), 0)
    return max(shapely.get_parts(shapely.intersection(leaf, sketch.boundary)), key=shapely.area)


def _direction(point, core) -> str:
    angle = np.degrees(np.arctan2(point.x - core.x, point.y - core.y)) % 360
    return ("n", "ne", "e", "se", "s", "sw", "w", "nw")[int((angle + 22.5) // 45) % 8]


def propose_clusters(one: Missing, sketch: Sketch) -> list[Proposal]:
    """Towns gathered around those of weight, as rounded hulls."""
    names, areas = town_parts(sketch)
    if not len(names):
        sketch.lacks(one, 0, "no_towns")
        return []
    heavy = int(sketch.towns["level_number"].between(1, 2).sum()) or len(names)
    wanted = one.count if one.count is not None else max(one.least, heavy)
    if wanted > len(names):
        sketch.lacks(one, len(names), "fewer_towns_than_clusters", towns=len(names))
        wanted = len(names)
    weight, xy = _weights(names, areas, sketch)
    seeds = _spread(weight, xy, wanted)
    group = grown(seeds, xy, areas)
    found = []
    for number, seed in enumerate(seeds):
        members = np.flatnonzero(group == number)
        hull = shapely.buffer(shapely.convex_hull(shapely.multipoints(xy[members])), ROOM * sketch.reach)
        values = {"noun": "cluster", "around": names[seed], "towns": [names[row] for row in members]}
        shape = clipped(hull, sketch.boundary)
        found.append(Proposal(one.order, names[seed], shape, one.rank, "town_cluster", values))
    return found


def propose_parks(one: Missing, sketch: Sketch) -> list[Proposal]:
    """The parks of the county, the largest first."""
    parks = sketch.ground.parks
    if parks is None or not len(parks):
        sketch.lacks(one, 0, "no_parks")
        return []
    free = parks[~parks["name"].isin(sketch.names("park"))]
    free = free.iloc[np.argsort(-free.geometry.area.to_numpy(), kind="stable")]
    count = one.count if one.count is not None else max(one.least, len(free))
    if len(free) < count:
        sketch.lacks(one, len(free), "parks_used_up", parks=len(parks))
    return [
        Proposal(
            one.order,
            str(park["name"] or ""),
            park.geometry,
            one.rank,
            "park",
            {"noun": "park", "park": str(park["name"] or ""), "hm2": float(park.geometry.area / 1e4)},
        )
        for _, park in free.head(count).iterrows()
    ]
