"""Zones: the towns gathered around the most important ones into connected groups that tile the county."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import combinations
from math import comb

import numpy as np
import shapely

from ..travel.bands import only_polygons
from .ground import Missing, Proposal
from .proposals_rivers import river_table
from .proposals_sketch import Sketch
from .seats import plain_name

#: Metres of common border that make two areas neighbours.
TOUCH = 1.0
#: Metres that neighbours drawn one by one may gape.
SNAP = 50.0
#: What uneven areas and the weight of the hearts count against the distance to the heart.
EVENNESS, WEIGHT = 0.5, 0.15
CHOICES = 1500  #: choices of hearts that are tried


def propose_zones(one: Missing, sketch: Sketch) -> list[Proposal]:
    """As many zones as are missing: each a town of weight and the towns nearest to it, in one piece; together they
    are the county without gap or overlap. More zones than towns cannot be given.
    """
    names, areas = town_parts(sketch)
    wanted = one.count if one.count is not None else min(len(names), max(one.least, 3))
    if not len(names):
        sketch.lacks(one, 0, "no_towns")
        return []
    if wanted > len(names):
        sketch.lacks(one, len(names), "fewer_towns_than_zones", towns=len(names))
        wanted = len(names)
    by_river = one.noun == "basin"
    group, labels = _basins(names, areas, sketch, wanted) if by_river else _around_towns(names, areas, sketch, wanted)
    found = []
    for number, label in enumerate(labels):
        members = np.flatnonzero(group == number)
        if not len(members):
            continue
        shape = only_polygons(shapely.union_all(areas[members]))
        values = {"noun": one.noun, "around": label, "towns": [names[row] for row in members], "km2": shape.area / 1e6}
        found.append(Proposal(one.order, label, shape, one.rank, "basin_towns" if by_river else "near_towns", values))
    if by_river and len(found) < wanted:
        sketch.lacks(one, len(found), "rivers_used_up", rivers=len(river_table(sketch)))
    return found


def town_parts(sketch: Sketch) -> tuple[list[str], np.ndarray]:
    """Names and areas (n,) of the towns that tile the county exactly: overlaps go to the first, gaps to the neighbour
    with the longest border. Towns that are points get the ground nearest to them.
    """
    boundary, frame = sketch.boundary, sketch.ground.town_areas
    if frame is not None and len(frame):
        names, areas = frame["name"].tolist(), frame.geometry.to_numpy().copy()
    elif len(sketch.towns) and boundary is not None:
        names, points = sketch.towns["name"].tolist(), sketch.towns.geometry.to_numpy()
        areas = _nearest_ground(points, boundary)
    else:
        return [], np.empty(0, dtype=object)
    if boundary is None:
        return names, areas
    covered = None
    for row, area in enumerate(areas):
        area = shapely.intersection(area, boundary)
        areas[row] = only_polygons(area if covered is None else shapely.difference(area, covered))
        covered = areas[row] if covered is None else shapely.union(covered, areas[row])
    for gap in shapely.get_parts(only_polygons(shapely.difference(boundary, covered))):
        border = shapely.length(shapely.intersection(shapely.boundary(areas), shapely.buffer(gap, 0.01)))
        owner = int(border.argmax()) if border.max() > 0 else int(shapely.distance(areas, gap).argmin())
        areas[owner] = only_polygons(shapely.union(areas[owner], gap))
    kept = ~shapely.is_empty(areas)
    return [name for name, keep in zip(names, kept) if keep], areas[kept]


def _nearest_ground(points: np.ndarray, boundary) -> np.ndarray:
    if len(points) == 1:
        return np.array([boundary], dtype=object)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=boundary))
    cell_of = {int(point): int(cell) for point, cell in zip(*shapely.STRtree(cells).query(points, "intersects"))}
    return np.array([cells[cell_of[row]] for row in range(len(points))], dtype=object)


def _around_towns(names: list[str], areas: np.ndarray, sketch: Sketch, wanted: int):
    """The group (n,) of each town and the name of the town at its heart."""
    weight, xy = weights_of(names, areas, sketch)
    group = gathered(weight, xy, areas, wanted)
    return group, leaders(names, weight, group)


def leaders(names: list[str], weight: np.ndarray, group: np.ndarray) -> list[str]:
    """The town of the greatest weight in each group."""
    return [names[int(np.where(group == number, weight, -1.0).argmax())] for number in range(group.max() + 1)]


def gathered(weight: np.ndarray, xy: np.ndarray, areas: np.ndarray, wanted: int) -> np.ndarray:
    """The group (n,) of each area, of ``wanted`` groups around hearts. Of all choices of hearts that have the town of
    the greatest ``weight`` (n,) among them, the one whose groups are compact and alike in size and whose hearts weigh
    most (p-median, Hakimi 1964, with a term for the evenness of the areas and one for the weights).
    """
    first = int(weight.argmax())
    others = [int(row) for row in np.argsort(-weight, kind="stable") if row != first]
    while comb(len(others), wanted - 1) > CHOICES and len(others) > wanted - 1:
        others.pop()
    touching = _touching(areas)
    size = shapely.area(areas) / shapely.area(areas).sum()
    apart = np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))
    apart = apart / max(apart.max(), 1.0)
    best = None
    for more in combinations(others, wanted - 1):
        seeds = [first, *more]
        group = grown(seeds, apart[:, seeds], touching)
        share = np.bincount(group, weights=size, minlength=wanted)
        far = (size * apart[np.arange(len(size)), np.array(seeds)[group]]).sum()
        cost = far + EVENNESS * wanted * ((share - 1 / wanted) ** 2).sum() - WEIGHT * weight[seeds].mean()
        if best is None or cost < best[0] - 1e-12:
            best = (cost, group)
    return best[1]


def weights_of(names: list[str], areas: np.ndarray, sketch: Sketch) -> tuple[np.ndarray, np.ndarray]:
    """How much each town counts (1 for the first of the hierarchy, falling), and where it lies."""
    xy = shapely.get_coordinates(shapely.point_on_surface(areas))
    weight = np.full(len(names), 0.1)
    place = {plain_name(town["name"]): (town["number"], town.geometry) for _, town in sketch.towns.iterrows()}
    for row, name in enumerate(names):
        if plain_name(name) in place:
            number, point = place[plain_name(name)]
            weight[row] = 1.0 / number**0.5
            xy[row] = point.x, point.y
    return weight, xy


def grown(seeds: list[int], apart: np.ndarray, touching: np.ndarray) -> np.ndarray:
    """The group (n,) of each area: groups grow from their seeds by the neighbour nearest to the seed (``apart``
    (n, k)), so that each is in one piece as far as the areas hang together; an area that touches none goes to the
    nearest seed.
    """
    group = np.full(len(apart), -1)
    group[seeds] = np.arange(len(seeds))
    offers = []

    def offer(row: int) -> None:
        for other in np.flatnonzero(touching[row] & (group < 0)).tolist():
            heappush(offers, (float(apart[other, group[row]]), other, int(group[row])))

    for seed in seeds:
        offer(seed)
    while offers:
        _, row, number = heappop(offers)
        if group[row] < 0:
            group[row] = number
            offer(row)
    alone = group < 0
    group[alone] = apart[alone].argmin(axis=1)
    return group


def _touching(areas: np.ndarray) -> np.ndarray:
    """Which areas (n, n) have a common border."""
    wider = shapely.buffer(areas, SNAP)
    found = np.zeros((len(areas), len(areas)), dtype=bool)
    one, other = shapely.STRtree(wider).query(wider, predicate="intersects")
    border = shapely.length(shapely.intersection(shapely.boundary(areas[one]), wider[other]))
    long_enough = (border > max(TOUCH, 2.5 * SNAP)) & (one != other)
    found[one[long_enough], other[long_enough]] = True
    return found | found.T


def _basins(names: list[str], areas: np.ndarray, sketch: Sketch, wanted: int):
    """Towns by the main river that runs farthest in them; the group (n,) and the rivers."""
    rivers = river_table(sketch).sort_values(["level", "km"], ascending=[True, False], kind="stable").head(wanted)
    if not len(rivers):
        return np.full(len(names), -1), []
    inside = np.array([shapely.length(shapely.intersection(areas, line)) for line in rivers["line"]])
    apart = np.array([shapely.distance(areas, line) for line in rivers["line"]])
    seeds = list(dict.fromkeys(int(row) for row in inside.argmax(axis=1)))
    xy = shapely.get_coordinates(shapely.point_on_surface(areas))
    group = np.where(inside.max(axis=0) > 0, inside.argmax(axis=0), apart.argmin(axis=0))
    if len(seeds) == len(rivers):
        group = _connected(group, seeds, areas, xy)
    return group, rivers["name"].tolist()


def _connected(group: np.ndarray, seeds: list[int], areas: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """The same groups, a member that does not hang together with its seed given to the group that it touches."""
    touching = _touching(areas)
    sure = np.full(len(group), -1)
    for number, seed in enumerate(seeds):
        sure[seed], front = number, [seed]
        while front:
            row = front.pop()
            fresh = np.flatnonzero(touching[row] & (group == number) & (sure < 0))
            sure[fresh] = number
            front += fresh.tolist()
    while (sure < 0).any():
        free = [row for row in np.flatnonzero(sure < 0) if (sure[touching[row]] >= 0).any()]
        if not free:
            sure[sure < 0] = group[sure < 0]
            break
        row = free[0]
        sure[row] = np.bincount(sure[touching[row]][sure[touching[row]] >= 0]).argmax()
    return sure
