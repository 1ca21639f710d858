"""Mineral resource areas and mining rights, some in deliberate conflict with protection."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Point, Polygon

from grid import smooth_noise
from shapes import rounded, zones

RESOURCES = [
    ("煤", 0.085, (2.0, -13.0), 4.0e6),
    ("铝土矿", 0.062, (1.0, -1.0), 2.2e6),
    ("石灰岩(石料)", 0.030, (7.0, 12.0), 1.4e6),
]
"""Mineral, share of the county, centre of the district (km), smallest body (m2)."""
GRADES = ["探明资源量", "控制资源量", "推断资源量"]

MINES = [
    ("煤", "地下", "生产", 5.8, 120, ""),
    ("煤", "地下", "生产", 4.6, 90, ""),
    ("煤", "地下", "生产", 3.9, 90, "永久基本农田"),
    ("煤", "地下", "在建", 4.2, 120, ""),
    ("煤", "地下", "停产", 2.7, 45, ""),
    ("煤", "地下", "废弃", 1.6, 0, ""),
    ("煤", "地下", "废弃", 1.2, 0, "二级水源"),
    ("铝土矿", "露天", "生产", 1.9, 60, ""),
    ("铝土矿", "露天", "生产", 1.5, 40, "国道"),
    ("铝土矿", "露天", "生产", 1.2, 30, "二级水源"),
    ("铝土矿", "地下", "在建", 2.1, 60, ""),
    ("铝土矿", "地下", "生产", 2.4, 60, ""),
    ("铝土矿", "露天", "新建", 1.3, 40, "自然保护区"),
    ("铝土矿", "露天", "停产", 0.9, 20, ""),
    ("铝土矿", "露天", "废弃", 0.7, 0, "国道"),
    ("铝土矿", "露天", "废弃", 0.6, 0, ""),
    ("石灰岩(石料)", "露天", "生产", 0.34, 100, ""),
    ("石灰岩(石料)", "露天", "生产", 0.30, 80, "国道"),
    ("石灰岩(石料)", "露天", "生产", 0.26, 60, "景区"),
    ("石灰岩(石料)", "露天", "新建", 0.42, 200, ""),
    ("石灰岩(石料)", "露天", "停产", 0.18, 30, "省道"),
    ("石灰岩(石料)", "露天", "废弃", 0.12, 0, "城镇"),
    ("石灰岩(石料)", "露天", "废弃", 0.10, 0, "省道"),
    ("石灰岩(石料)", "露天", "废弃", 0.14, 0, "一级水源"),
    ("石灰岩(石料)", "露天", "生产", 0.22, 50, ""),
]
"""Mineral, method, state, size (km2), output (10^4 t a year), thing it is to conflict with."""
TITLE = {"煤": "煤矿", "铝土矿": "铝土矿", "石灰岩(石料)": "石料厂"}
FIRST_NAMES = ["兴盛", "宏源", "恒泰", "永兴", "金岭", "福山", "华云", "瑞丰", "东坡", "西沟", "盛安", "长青", "顺达", "同心", "天岳", "广源", "昌平", "万合", "大岭", "小沟", "青崖", "石湾", "丰达", "安泰", "鸿运", "康源"]
APART_M = 250.0


@dataclass
class Mine:
    """A mining right; ``conflict`` names the protected thing it was placed at."""

    name: str
    mineral: str
    method: str
    state: str
    town: str
    output: int
    holder: str
    year: int
    conflict: str
    shape: Polygon


def resource_areas(land, rng):
    """(name, mineral, grade, polygon) of the bodies, mineral by mineral."""
    east, north = land.grid.axes_km()
    found = []
    for mineral, share, (centre_east, centre_north), smallest in RESOURCES:
        off = np.hypot(east - centre_east, north - centre_north)
        promise = smooth_noise(rng, land.grid, 7_500, 3) - off / 16.0
        limit = np.quantile(promise[land.county], 1 - share)
        inside = land.outline.buffer(-150.0)
        for number, shape in enumerate(zones(land.grid, promise > limit, 170.0, smallest, inside)):
            town = max(land.towns, key=lambda name: land.towns[name].intersection(shape).area)
            title = f"{town[:-1]}{mineral.split('(')[0]}资源区{number + 1}"
            found.append((title, mineral, GRADES[number % 3], shape))
    return found


def claim(rng, centre, km2):
    """Straight-sided polygon of a mining right, as given by its corner coordinates."""
    corners = int(rng.integers(5, 9))
    bearing = np.sort(np.linspace(0, 2 * np.pi, corners, endpoint=False) + rng.uniform(-0.3, 0.3, corners))
    reach = rng.uniform(0.72, 1.25, corners)
    stretch, turn = rng.uniform(0.65, 1.0), rng.uniform(0, np.pi)
    points = np.column_stack([reach * np.cos(bearing), stretch * reach * np.sin(bearing)])
    points = points @ np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    points *= np.sqrt(km2 * 1e6 / Polygon(points).area)
    return rounded(Polygon(points + centre))


def _candidates(rng, shape, count):
    """Random points in a polygon."""
    west, south, east, north = shape.bounds
    points = np.column_stack([rng.uniform(west, east, 12 * count), rng.uniform(south, north, 12 * count)])
    shapely.prepare(shape)
    return points[shapely.contains_xy(shape, *points.T)][:count]


def make_mines(land, resources, wanted_places, built, rng):
    """All mining rights; ``wanted_places`` gives the ground for each kind of deliberate conflict."""
    taken = built
    inside = land.outline.buffer(-200.0)
    names, mines = list(rng.permutation(FIRST_NAMES)), []
    for mineral, method, state, km2, output, conflict in MINES:
        bodies = shapely.union_all([row[-1] for row in resources if row[1] == mineral])
        ground = wanted_places[conflict] if conflict else bodies
        if conflict and ground.intersection(bodies).area > 4e5:
            ground = ground.intersection(bodies)
        for size in (km2, 0.75 * km2, 0.5 * km2, 0.3 * km2):
            shapes = [claim(rng, point, size) for point in _candidates(rng, ground, 120)]
            good = [
                s for s in shapes if inside.contains(s) and s.distance(taken) > (0 if conflict else APART_M)
            ]
            if good:
                break
        # A mine meant for a resource body covers as much of it as it can.
        shape = max(good, key=lambda s: s.intersection(bodies).area) if not conflict else good[0]
        taken = taken.union(shape)
        town = next(
            name for name, area in land.towns.items() if area.contains(Point(shape.representative_point()))
        )
        name = f"{town[:-1]}{names.pop()}{TITLE[mineral]}"
        holder = "" if state == "废弃" and rng.random() < 0.7 else f"云岭县{name[2:4]}矿业有限公司（虚构）"
        year = {"废弃": 1996, "停产": 2005, "生产": 2010, "在建": 2021, "新建": 2025}[state]
        year += 0 if state == "新建" else int(rng.integers(0, 5))
        mines.append(Mine(name, mineral, method, state, town, output, holder, year, conflict, shape))
    return mines
