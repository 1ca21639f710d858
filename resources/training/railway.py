"""The railway along the main valley, and the bridges and tunnels of the main roads."""

from dataclasses import dataclass

import numpy as np
import shapely
from scipy import ndimage
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import LineString

from channels import densify, smooth_line
from grid import sample
from paths import cost_graph
from road_plan import trace

RAILWAY_NAME = "云平铁路"
RULING_GRADE = 0.02
BRIDGE_APART_M = 150.0
TUNNELS = {"G999": ("云岭隧道", 1480), "S998": ("石门岭隧道", 960), "X004": ("康石隧道", 520)}


@dataclass
class Structure:
    """A bridge or tunnel on a main road."""

    name: str
    kind: str
    length: int
    east: float
    north: float


def lay_railway(land, builder, gate, stops):
    """Line from the border up the valley through the stops, beside the roads rather than on them."""
    grid = builder.grid
    roads = np.zeros(grid.rows * grid.cols, dtype=bool)
    roads[builder.network_nodes()] = True
    beside = np.where(roads.reshape(grid.shape), 4.0, 1.0)
    graph = cost_graph(grid, builder.ground * beside).tocoo()
    height = ndimage.gaussian_filter(builder.height, 3.0).ravel()
    grade = np.abs(height[graph.row] - height[graph.col]) / grid.cell
    graph.data *= 1.0 + (grade / RULING_GRADE) ** 2
    graph = graph.tocsr()
    places = [builder.node_at(gate[0] - 200.0, gate[1] + 250.0)] + [builder.node_at(*stop) for stop in stops]
    nodes = []
    for first, second in zip(places[:-1], places[1:]):
        _, before = dijkstra(graph, directed=False, indices=first, return_predecessors=True)
        path = trace(before, second)
        nodes += path[1:] if nodes else path
    (points,) = densify(builder.node_xy[nodes], 60.0)
    line = LineString(smooth_line(points, 4.5)).simplify(3.0)
    border = shapely.shortest_line(line.boundary.geoms[0], land.outline.exterior)
    return LineString([border.coords[-1], *line.coords])


def bridges(roads, rivers):
    """Points where roads down to 乡道 cross a river."""
    found, taken = [], []
    for road in roads:
        if road.rank > 3:
            continue
        for river in rivers:
            crossing = road.line.intersection(river.line)
            for point in shapely.get_parts(crossing):
                if point.geom_type != "Point" or any(point.distance(t) < BRIDGE_APART_M for t in taken):
                    continue
                taken.append(point)
                length = int(round(18 + 5.5 * river.area**0.5))
                kind = "大桥" if length >= 100 else "桥"
                name = f"{road.name}{river.name}{kind}" if river.name else f"{road.name}{kind}"
                found.append(Structure(name, "桥梁", length, point.x, point.y))
    return found


def tunnels(land, roads):
    """The highest point of each main road that goes through a ridge."""
    found = []
    for code, (name, length) in TUNNELS.items():
        points = np.vstack([np.asarray(r.line.coords) for r in roads if r.code == code] or [np.empty((0, 2))])
        if len(points):
            top = points[np.argmax(sample(land.grid, land.elevation, *points.T))]
            found.append(Structure(name, "隧道", length, *top))
    return found
