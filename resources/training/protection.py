"""Protected ground: drinking water, nature reserves, heritage, scenic areas, geological hazards."""

import numpy as np
import shapely
from scipy import ndimage
from shapely.geometry import Point
from shapely.ops import substring

from grid import CENTRE_EAST, CENTRE_NORTH
from shapes import parts, rounded, zones

INTAKES = {
    "城关水源地": ("城关镇", 2_800.0, 10_000),
    "双河水源地": ("双河镇", 3_200.0, 6_000),
    "石门水源地": ("石门镇", 3_500.0, 4_000),
    "桃坪水源地": ("桃坪镇", 2_400.0, 4_500),
}
"""Water source -> town served, metres upstream of the seat, intake in m3 a day."""

FIRST_ZONE = (1_000.0, 100.0, 60.0)
SECOND_ZONE = (3_000.0, 300.0, 850.0)
OUTER_ZONE = (7_500.0, 300.0, 1_500.0)
"""Metres upstream, downstream and to each side of the river; smooth training shapes, not a delineation."""

RESERVES = [
    ("云岭自然保护区", "省级", (-15.5, 5.0), 6.5, 0.56),
    ("回峰山自然保护区", "县级", (-15.5, 18.5), 5.0, 0.42),
]
"""Name, level, centre in km, reach in km, share of the ground within reach that belongs to it."""

HERITAGE = [
    ("清泉寺", "省级", "城关镇", 150.0),
    ("云岭古堡", "县级", "城关镇", 110.0),
    ("双河古戏台", "县级", "双河镇", 60.0),
    ("桃坪石窟", "省级", "桃坪镇", 140.0),
    ("石门关遗址", "县级", "石门镇", 180.0),
    ("康宁文昌阁", "县级", "康宁镇", 55.0),
    ("红军渡旧址", "县级", "双河镇", 70.0),
]
SCENIC = [("云岭风景区", "省级", (-11.5, 8.5), 1_700.0), ("温汤温泉旅游区", "县级", (-13.8, -2.6), 1_150.0)]
HAZARD_KINDS = ["滑坡", "崩塌", "泥石流", "滑坡", "崩塌", "滑坡", "泥石流", "地面塌陷", "滑坡", "崩塌"]


def uneven_disc(rng, centre, radius, flatten=0.25, corners=28):
    """Rounded irregular polygon round a point."""
    bearing = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    wave = ndimage.gaussian_filter1d(rng.standard_normal(corners), 2.0, mode="wrap")
    reach = radius * np.clip(1.0 + flatten * wave / wave.std(), 0.45, 1.7)
    points = np.column_stack([centre[0] + reach * np.cos(bearing), centre[1] + reach * np.sin(bearing)])
    ring = np.vstack([points, points[:1]])
    for _ in range(2):
        step = np.diff(ring, axis=0)
        ring = np.stack([ring[:-1] + 0.25 * step, ring[:-1] + 0.75 * step], axis=1).reshape(-1, 2)
        ring = np.vstack([ring, ring[:1]])
    return rounded(shapely.Polygon(ring))


def _river_stretch(river, position, upstream, downstream):
    return substring(river, max(position - upstream, 0.0), min(position + downstream, river.length))


def water_sources(land, rivers, seats):
    """(intake rows, zone rows): each intake on its river above the town, with three nested zones round it."""
    intakes, found = [], []
    for source, (town, above, amount) in INTAKES.items():
        seat = Point(*seats[town])
        largest = max((r for r in rivers if r.line.distance(seat) < 1_500.0), key=lambda r: r.area)
        river_name, river = largest.name, largest.line
        position = max(river.project(seat) - above, 0.3 * river.project(seat))
        intake = river.interpolate(position)
        intakes.append((f"{source}取水口", source, river_name, town, amount, intake))
        inner = None
        shapes = []
        for upstream, downstream, side in (FIRST_ZONE, SECOND_ZONE, OUTER_ZONE):
            reach = _river_stretch(river, position, upstream, downstream)
            tributaries = [
                _river_stretch(r.line, r.line.length, 0.6 * upstream, 0.0)
                for r in rivers
                if r.name != river_name and side > 100 and Point(r.line.coords[-1]).distance(reach) < 30.0
            ]
            shape = shapely.union_all([reach.simplify(60.0).buffer(side)])
            if tributaries:
                shape = shape.union(
                    shapely.union_all([line.simplify(60.0).buffer(0.55 * side) for line in tributaries])
                )
            shape = shape.buffer(0.3 * side).buffer(-0.3 * side).intersection(land.outline)
            shapes.append(shape if inner is None else shape.union(inner))
            inner = shapes[-1]
        rings = [shapes[0], shapes[1].difference(shapes[0]), shapes[2].difference(shapes[1])]
        for level, ring in zip(("一级", "二级", "准"), rings):
            found.append((f"{source}{level}保护区", source, level, town, rounded(ring.simplify(3.0))))
    return intakes, _without_overlap(found)


def _without_overlap(rows):
    """Zones of different sources made disjoint; the stricter level keeps the ground."""
    taken, kept = shapely.Polygon(), []
    for row in sorted(rows, key=lambda r: ("一级", "二级", "准").index(r[2])):
        shape = rounded(row[-1].difference(taken))
        taken = taken.union(shape)
        kept.append((*row[:-1], shape))
    return sorted(kept, key=lambda r: r[0])


def reserves(land):
    """(name, level, part, polygon): a core on the highest ground and a control zone round it."""
    east, north = land.grid.axes_km()
    broad = ndimage.gaussian_filter(land.elevation.astype(float), 22.0)
    found = []
    for name, level, (centre_east, centre_north), reach, share in RESERVES:
        near = (np.hypot(east - centre_east, (north - centre_north)) < reach) & land.county
        outer = zones(
            land.grid, near & (broad > np.quantile(broad[near], 1 - share)), 240.0, 4e6, land.outline
        )[0]
        high = broad > np.quantile(broad[near], 1 - 0.4 * share)
        cores = zones(land.grid, near & high, 240.0, 1.5e6, outer.buffer(-250.0))
        core = rounded(shapely.union_all(cores))
        found.append((name, level, "核心保护区", core))
        found.append((name, level, "一般控制区", rounded(outer.difference(core))))
    return found


def heritage(villages, rng):
    """(name, level, town, polygon) of the protected extents, each near a village of its town."""
    found = []
    for name, level, town, radius in HERITAGE:
        own = [v for v in villages if v.town == town]
        village = own[int(rng.integers(len(own)))]
        bearing = rng.uniform(0, 2 * np.pi)
        centre = (village.east + 420 * np.cos(bearing), village.north + 420 * np.sin(bearing))
        found.append((name, level, town, uneven_disc(rng, centre, radius, 0.12)))
    return found


def scenic_areas(land, rng):
    """(name, level, polygon)."""
    found = []
    for name, level, (east_km, north_km), radius in SCENIC:
        centre = (CENTRE_EAST + 1000 * east_km, CENTRE_NORTH + 1000 * north_km)
        shape = rounded(uneven_disc(rng, centre, radius).intersection(land.outline))
        found.append((name, level, max(parts(shape), key=lambda part: part.area)))
    return found


def hazard_areas(land, villages, rng):
    """(name, kind, town, level, polygon): steep ground above villages."""
    steep = ndimage.uniform_filter(land.slope, 7)
    found = []
    order = rng.permutation(len(villages))
    for kind, index in zip(HAZARD_KINDS, order):
        village = villages[index]
        row, col = land.grid.row_col(village.east, village.north)
        window = (slice(row - 20, row + 21), slice(col - 20, col + 21))
        down, right = np.unravel_index(np.argmax(steep[window]), (41, 41))
        centre = land.grid.east_north(row - 20 + down, col - 20 + right)
        shape = uneven_disc(rng, centre, rng.uniform(140, 330), 0.3).intersection(land.outline)
        level = str(rng.choice(["高易发", "中易发"]))
        found.append(
            (f"{village.name.removesuffix('村')}{kind}隐患区", kind, village.town, level, rounded(shape))
        )
    return found
