"""Rings, wings, clusters and parks."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.ndimage import gaussian_filter1d, minimum_filter1d

from .ground import POLYGON, Missing, Proposal
from .proposals_skeleton import main_path
from .proposals_sketch import Sketch, clipped
from .proposals_zones import gathered, leaders, town_parts, weights_of
from .seats import named_in

#: Shares of the county's radius: an inner ring, the room around a town in a cluster, between a core and its wing.
RING, ROOM, BESIDE = 0.35, 0.16, 0.12
#: Share of a half's offset from the direction that its wing keeps, and its greatest breadth as a share of its length.
DRAWN, BROADEST = 0.5, 1.15
SPOTS = 60  #: places across a half of the county by which its middle and length are found
#: Share of the way to the border that a ring keeps within, and the degrees over which its turns are calmed.
WITHIN, CALM = 0.9, 14
LEAST_TOWNS = 3  #: around a core for a ring through them
#: Share of a wing that has to lie in the county; degrees between the two arms of an axis that make two wings.
INSIDE, APART = 0.985, 95


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
    shapes = [] if loop is None else [(loop, "ring_of_towns")]
    circles = wanted - len(shapes)
    for number in range(circles):
        radius = RING * sketch.reach * (number + 1) / (circles if loop is not None else 1)
        shapes.append((clipped(shapely.buffer(core, radius, quad_segs=24), sketch.boundary), "ring_around"))
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
    """A calm loop through the other towns and within the county, None where the core does not lie among them."""
    xy = shapely.get_coordinates(sketch.towns.geometry.to_numpy()) - [core.x, core.y]
    far = np.hypot(*xy.T)
    xy, far = xy[far > 0.05 * sketch.reach], far[far > 0.05 * sketch.reach]
    if len(xy) < LEAST_TOWNS or sketch.boundary is None:
        return None
    angle = np.arctan2(xy[:, 1], xy[:, 0])
    order = np.argsort(angle)
    if np.diff(np.r_[angle[order], angle[order[0]] + 2 * np.pi]).max() > np.pi:
        return None
    degrees = np.radians(np.arange(360))
    through = np.interp(degrees, angle[order] % (2 * np.pi), far[order], period=2 * np.pi)
    border = WITHIN * np.array([_to_border(core, np.array([np.cos(one), np.sin(one)]), sketch) for one in degrees])
    wide = np.minimum(through, minimum_filter1d(border, 2 * CALM + 1, mode="wrap"))
    wide = gaussian_filter1d(wide, CALM, mode="wrap")
    return shapely.Polygon(np.column_stack([np.cos(degrees), np.sin(degrees)]) * wide[:, None] + [core.x, core.y])


def _to_border(core, way: np.ndarray, sketch: Sketch) -> float:
    """Metres from the core to the border in a direction, the first time it is met."""
    start = np.array([core.x, core.y])
    ray = shapely.LineString([start, start + way * 4 * sketch.reach])
    met = shapely.intersection(ray, shapely.boundary(sketch.boundary))
    return float(shapely.distance(core, met)) if not shapely.is_empty(met) else sketch.reach


def propose_wings(one: Missing, sketch: Sketch) -> list[Proposal]:
    """Two lobes beside the main core, along the main axis where there is one, else along the length of the county."""
    if sketch.core is None or sketch.boundary is None:
        sketch.lacks(one, 0, "no_core")
        return []
    name, core = sketch.core
    wanted = one.count if one.count is not None else 2
    if wanted > 2:
        sketch.lacks(one, 2, "two_sides_only")
    found = []
    for way in _sides(core, sketch)[:wanted]:
        shape = _lobe(core, way, sketch)
        members = sketch.towns[shapely.intersects(shape, sketch.towns.geometry.to_numpy())]["name"].tolist()
        values = {
            "noun": "wing",
            "core": name,
            "side": _direction(way),
            "towns": [town for town in members if town != name],
        }
        found.append(Proposal(one.order, "", shape, one.rank, "wing", values))
    return found


def _sides(core, sketch: Sketch) -> list[np.ndarray]:
    """Two opposite unit steps away from the core: along the main axis where its ends lie on two sides, else along the
    length of the county.
    """
    start = np.array([core.x, core.y])
    axes = sketch.drawn_lines("axis")
    line = max(axes, key=shapely.length) if axes else main_path(sketch)
    if line is not None:
        arms = [end - start for end in shapely.get_coordinates(shapely.get_parts(line)[0])[[0, -1]]]
        length = [np.hypot(*arm) for arm in arms]
        if min(length) > 0.1 * sketch.reach:
            arms = [arm / far for arm, far in zip(arms, length)]
            if np.degrees(np.arccos(np.clip(arms[0] @ arms[1], -1, 1))) >= APART:
                way = (arms[0] - arms[1]) / np.hypot(*(arms[0] - arms[1]))
                return [way, -way]
    box = shapely.get_coordinates(shapely.oriented_envelope(sketch.boundary))
    sides = np.diff(box[:3], axis=0)
    way = sides[np.hypot(*sides.T).argmax()]
    way = way / max(np.hypot(*way), 1e-9)
    return [way, -way]


def _lobe(core, way: np.ndarray, sketch: Sketch):
    """An ellipse as large as the half of the county that lies in a direction from the core, drawn towards the line of
    that direction and made smaller until it lies inside.
    """
    start, far = np.array([core.x, core.y]) + way * BESIDE * sketch.reach, 4 * sketch.reach
    across = np.array([-way[1], way[0]])
    corners = [start + across * far, start - across * far, start + (way - across) * far, start + (way + across) * far]
    half = shapely.Polygon(corners)
    half = shapely.intersection(half, sketch.boundary)
    if shapely.is_empty(half):
        return half
    west, south, east, north = shapely.bounds(half)
    x, y = np.meshgrid(np.linspace(west, east, SPOTS), np.linspace(south, north, SPOTS))
    shapely.prepare(half)
    inside = shapely.contains_xy(half, x, y)
    spots = np.column_stack([x[inside], y[inside]])
    along, aside = (spots - start) @ way, (spots - start) @ across
    middle = start + way * along.mean() + across * aside.mean() * DRAWN
    length, breadth = 2 * along.std(), min(2 * aside.std(), BROADEST * 2 * along.std())
    angle = np.linspace(0, 2 * np.pi, 73)[:-1, None]
    circle = np.cos(angle) * way * length + np.sin(angle) * across * breadth
    for share in np.linspace(0.92, 0.4, 27):
        lobe = shapely.Polygon(middle + share * circle)
        kept = shapely.intersection(lobe, half)
        if kept.area >= INSIDE * lobe.area:
            break
    return max(shapely.get_parts(kept), key=shapely.area)


def _direction(way: np.ndarray) -> str:
    """One of eight directions, n, ne, e …"""
    angle = np.degrees(np.arctan2(*way)) % 360
    return ("n", "ne", "e", "se", "s", "sw", "w", "nw")[int((angle + 22.5) // 45) % 8]


def propose_clusters(one: Missing, sketch: Sketch) -> list[Proposal]:
    """Towns gathered around those of weight, as rounded hulls."""
    names, areas = town_parts(sketch)
    if not len(names):
        sketch.lacks(one, 0, "no_towns")
        return []
    heavy = int(sketch.towns["level_number"].between(1, 2).sum()) or len(names)
    wanted = sketch.several(one, heavy)
    if wanted > len(names):
        sketch.lacks(one, len(names), "fewer_towns_than_clusters", towns=len(names))
        wanted = len(names)
    weight, xy = weights_of(names, areas, sketch)
    group = gathered(weight, xy, areas, wanted)
    found = []
    for number, leader in enumerate(leaders(names, weight, group)):
        members = np.flatnonzero(group == number)
        hull = shapely.buffer(shapely.convex_hull(shapely.multipoints(xy[members])), ROOM * sketch.reach)
        values = {"noun": "cluster", "around": leader, "towns": [names[row] for row in members]}
        shape = clipped(hull, sketch.boundary)
        found.append(Proposal(one.order, leader, shape, one.rank, "town_cluster", values))
    return found


def propose_parks(one: Missing, sketch: Sketch) -> list[Proposal]:
    """The parks of the county: those that the slogan names in brackets, then the largest."""
    parks = sketch.ground.parks
    if parks is None or not len(parks):
        sketch.lacks(one, 0, "no_parks")
        return []
    free = parks[~parks["name"].isin(sketch.names("park"))]
    free = free.iloc[np.argsort(-free.geometry.area.to_numpy(), kind="stable")]
    said = named_in(one.note, free["name"])
    free = free.iloc[[*said, *(number for number in range(len(free)) if number not in said)]]
    count = sketch.several(one, len(free), len(said))
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
