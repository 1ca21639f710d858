"""The surroundings: six neighbouring counties, the prefecture, and the peaks of the county."""

import numpy as np
import shapely
from scipy import ndimage
from shapely.geometry import LineString, Point, box
from shapely.ops import polygonize

NAMES = ["清源县", "康阳县", "平河县", "南岭县", "西屏县", "云中区"]
"""Clockwise from the north; all invented."""
IN_PREFECTURE = ("西屏县", "云中区", "清源县")
PREFECTURE = "云州市（虚构）"
MARGIN_M = 25_000.0
FAR_M = 112_000.0
FIRST_BEARING = 20.0
PEAKS = ["云岭主峰", "玉皇顶", "笔架山", "回峰山", "石门山", "老君顶", "鹰嘴崖", "双乳峰"]
PEAK_APART_M = 4_500.0


def wandering_line(rng, start, end, roughness=0.16, halvings=8):
    """Line between two points that wanders like a divide (midpoint displacement)."""
    points = np.array([start, end], dtype=float)
    for _ in range(halvings):
        step = np.diff(points, axis=0)
        across = np.column_stack([-step[:, 1], step[:, 0]]) * rng.normal(0.0, roughness, (len(step), 1))
        middle = (points[:-1] + points[1:]) / 2 + across
        merged = np.empty((2 * len(points) - 1, 2))
        merged[::2], merged[1::2] = points, middle
        points = merged
    return LineString(np.round(points, 2)).simplify(60.0)


def surroundings(county, rng):
    """(list of (name, polygon) of the neighbours within the box, polygon of the prefecture)."""
    centre = county.centroid
    border = np.array(county.exterior.coords)
    ring, rays = [], []
    for index in range(len(NAMES)):
        bearing = np.radians(FIRST_BEARING + 360.0 / len(NAMES) * (index - 0.5))
        outward = np.array([np.sin(bearing), np.cos(bearing)])
        far = np.array([centre.x, centre.y]) + FAR_M * rng.uniform(0.92, 1.12) * outward
        start = border[np.argmin(np.hypot(*(border - (far + 40_000 * outward)).T))]
        ring.append(far)
        rays.append(wandering_line(rng, start, far, 0.10).difference(county.buffer(-1.0)))
    rim = [wandering_line(rng, ring[i], ring[(i + 1) % len(ring)], 0.06) for i in range(len(ring))]
    lines = shapely.union_all([county.exterior, *rays, *rim], grid_size=0.01)
    cells = [cell for cell in polygonize(shapely.get_parts(lines)) if cell.area > 1.0]
    cells = [cell for cell in cells if not county.contains(cell.representative_point())]
    # A ray can cut off small corners at the border or the rim; they go to the neighbour beside them.
    large = [cell for cell in cells if cell.area > 2e8]
    for corner in (cell for cell in cells if cell.area <= 2e8):
        beside = max(range(len(large)), key=lambda i: large[i].boundary.intersection(corner.boundary).length)
        large[beside] = shapely.union(large[beside], corner, grid_size=0.01)
    cells = large
    named = {}
    for index, name in enumerate(NAMES):
        bearing = np.radians(FIRST_BEARING + 360.0 / len(NAMES) * index)
        probe = Point(centre.x + 0.82 * FAR_M * np.sin(bearing), centre.y + 0.82 * FAR_M * np.cos(bearing))
        named[name] = min(cells, key=lambda cell: cell.distance(probe))
    west, south, east, north = county.bounds
    frame = box(west - MARGIN_M, south - MARGIN_M, east + MARGIN_M, north + MARGIN_M)
    neighbours = [(name, shapely.intersection(cell, frame, grid_size=0.01)) for name, cell in named.items()]
    prefecture = shapely.union_all([county, *(named[name] for name in IN_PREFECTURE)], grid_size=0.01)
    return neighbours, prefecture


def peaks(land):
    """(name, height, east, north) of the highest summits, well apart."""
    highest = ndimage.maximum_filter(land.elevation, 41) == land.elevation
    row, col = np.nonzero(highest & land.county)
    east, north = land.grid.east_north(row, col)
    order = np.argsort(-land.elevation[row, col].astype(int), kind="stable")
    chosen = []
    for index in order:
        place = np.array([east[index], north[index]])
        inside = land.outline.contains(Point(place))
        if inside and all(np.hypot(*(place - other[2:])) > PEAK_APART_M for other in chosen):
            chosen.append((PEAKS[len(chosen)], int(land.elevation[row[index], col[index]]), *place))
        if len(chosen) == len(PEAKS):
            break
    return chosen
