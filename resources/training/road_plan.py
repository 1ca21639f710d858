"""Which roads there are and the cells they run over: one network, laid from the national road down.

Each road takes the path of least effort (length, gradient, cross slope, river crossings) over a 90 m grid and
prefers cells where a road already lies, so that roads join instead of running side by side.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy import ndimage
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from grid import sample, smooth_noise
from paths import cost_graph

CELL_M = 90.0
CLASSES = ["国道", "省道", "县道", "乡道", "村道"]
RIVER_KM2 = 8.0
CROSSING_FACTOR = 3.5
TRUNK_REUSE, VILLAGE_REUSE = 0.8, 0.42
"""Effort on cells with a road: main roads keep their own valleys, village roads join the next road."""
UNCONNECTED_CLEAR_M = 1_500.0
"""Other roads keep this far from a village that is left without connection."""
LINK_REACH_M = 4_500.0
LINK_CELLS = 60
LINK_EFFORT = 16_000.0
HAMLETS = 150
TOWNSHIP_ROADS = 34
"""Villages, largest first, that get a 乡道; the others get a 村道."""

TRUNK_ROADS = [
    ("云平线", "G999", "国道", ["东", "康宁镇", "城关镇", "桃坪镇", "西南"]),
    ("石双线", "S998", "省道", ["东北", "石门镇", "城关镇", "双河镇", "南"]),
    ("桃双线", "S999", "省道", ["桃坪镇", "双河镇"]),
    ("城回线", "X001", "县道", ["城关镇", "回峰镇"]),
    ("桃温线", "X002", "县道", ["桃坪镇", "温汤乡"]),
    ("石回线", "X003", "县道", ["石门镇", "回峰镇"]),
    ("康石线", "X004", "县道", ["康宁镇", "石门镇"]),
    ("康双线", "X005", "县道", ["康宁镇", "双河镇"]),
]
GATES = {"东": (1.0, 0.63), "西南": (0.16, 0.21), "东北": (0.77, 0.85), "南": (0.55, 0.0)}
"""Border crossings, as shares of the county's box; the road takes the lowest border point nearby."""


@dataclass
class Road:
    """A named road; ``edges`` are pairs of node numbers in the order it was laid."""

    name: str
    code: str
    rank: int
    edges: list = field(default_factory=list)


class RoadBuilder:
    """Lays roads on the 90 m grid and remembers who was first on each edge."""

    def __init__(self, land, rng):
        self.grid = land.grid.with_cell(CELL_M)
        thin = (slice(1, None, 3), slice(1, None, 3))
        self.height = ndimage.uniform_filter(land.elevation.astype(float), 3)[thin]
        inside = ndimage.distance_transform_edt(land.county, sampling=30.0)[thin] > 130.0
        slope = ndimage.uniform_filter(land.slope, 3)[thin]
        wet = ndimage.maximum_filter(np.where(land.area > RIVER_KM2, 1.0, 0.0), 3)[thin] > 0
        ground = 1.0 + (slope / 0.22) ** 2 + np.where(wet, CROSSING_FACTOR, 0.0)
        ground *= np.exp(0.30 * smooth_noise(rng, self.grid, 900, 2))
        self.ground = np.where(inside, ground, np.inf)
        self.inside = inside
        shift = rng.uniform(-0.30, 0.30, (2, *self.grid.shape)) * CELL_M
        east, north = self.grid.east_north(*np.indices(self.grid.shape))
        self.node_xy = np.column_stack([(east + shift[0]).ravel(), (north + shift[1]).ravel()])
        self.owner = {}
        self.roads = []
        self.reuse = TRUNK_REUSE
        self._weigh(land, None)

    def _weigh(self, land, avoid):
        """(Re)build the graph; ``avoid`` is a factor on the effort of each cell."""
        ground = self.ground if avoid is None else self.ground * avoid
        graph = cost_graph(self.grid, ground).tocoo()
        node_height = sample(land.grid, land.elevation, *self.node_xy.T)
        length = np.hypot(*(self.node_xy[graph.row] - self.node_xy[graph.col]).T)
        grade = np.abs(node_height[graph.row] - node_height[graph.col]) / length
        graph.data *= 1.0 + (grade / 0.055) ** 2
        self.graph = graph.tocsr()
        for first, second in self.owner:
            self._cheapen(first, second)

    def keep_clear(self, land, places):
        """Make the surroundings of places so costly that roads stay out."""
        east, north = self.grid.axes_km()
        avoid = np.ones(self.grid.shape)
        for place, radius in places:
            row, col = self.grid.row_col(*place)
            off = 1000 * np.hypot(east - east[0, col], north - north[row, 0])
            avoid[off < radius] = 60.0
        self._weigh(land, avoid)

    def _cheapen(self, first, second):
        first, second = min(first, second), max(first, second)
        for row, col in ((first, second), (second, first)):
            start, stop = self.graph.indptr[row], self.graph.indptr[row + 1]
            at = start + np.flatnonzero(self.graph.indices[start:stop] == col)
            self.graph.data[at] *= self.reuse

    def node_at(self, east, north):
        """Number of the network node nearest to a point, inside the county."""
        row, col = self.grid.row_col(east, north)
        rows, cols = np.mgrid[max(row - 4, 0) : row + 5, max(col - 4, 0) : col + 5]
        near = (rows * self.grid.cols + cols)[self.inside[rows, cols]]
        return int(near[np.argmin(np.hypot(*(self.node_xy[near] - (east, north)).T))])

    def network_nodes(self):
        """Nodes that carry a road."""
        return np.unique(np.array(list(self.owner), dtype=int))

    def lay(self, road, nodes):
        """Give a chain of nodes to a road; edges that exist already keep their first owner."""
        index = len(self.roads)
        self.roads.append(road)
        for edge in zip(nodes[:-1], nodes[1:]):
            edge = (min(edge), max(edge))
            if edge not in self.owner:
                self.owner[edge] = index
                road.edges.append(edge)
                self._cheapen(*edge)

    def path(self, start, goal, limit=np.inf):
        """Nodes of the least-effort path between two nodes; only the goal if it costs more than ``limit``."""
        _, before = dijkstra(self.graph, directed=False, indices=start, return_predecessors=True, limit=limit)
        return trace(before, goal)

    def connect(self, nodes):
        """Effort and predecessors from the existing network to all nodes; returns them for ``nodes``."""
        effort, before, _ = dijkstra(
            self.graph, directed=False, indices=self.network_nodes(), min_only=True, return_predecessors=True
        )
        return effort[nodes], before


def trace(before, goal):
    """Path that ends in ``goal``, from a predecessor array."""
    nodes = [goal]
    while before[nodes[-1]] >= 0:
        nodes.append(int(before[nodes[-1]]))
    return nodes[::-1]


def gate_points(land):
    """Gate -> point on the county border where a main road leaves."""
    west, south, east, north = land.outline.bounds
    border = np.array(land.outline.exterior.coords)
    height = sample(land.grid, land.elevation, *border.T)
    gates = {}
    for gate, (right, up) in GATES.items():
        wished = (west + right * (east - west), south + up * (north - south))
        off = np.hypot(*(border - wished).T)
        gates[gate] = border[np.argmin(height + 0.05 * np.maximum(off - off.min(), 0))]
    return gates


def remote_villages(builder, villages):
    """Three villages far from the main roads and from each other village: they stay unconnected."""
    sites = np.array([(v.east, v.north) for v in villages])
    to_road = cKDTree(builder.node_xy[builder.network_nodes()]).query(sites)[0]
    to_village = cKDTree(sites).query(sites, k=2)[0][:, 1]
    chosen = []
    for town in ("回峰镇", "温汤乡", "石门镇"):
        own = [i for i, v in enumerate(villages) if v.town == town and v.kind == "村庄"]
        chosen.append(max(own, key=lambda i: min(to_road[i], to_village[i])))
    return chosen


def connect_villages(builder, villages, wanted, class_name, letter):
    """Lay a road to each wanted village from the nearest point of the network, nearest village first."""
    nodes = {i: builder.node_at(villages[i].east, villages[i].north) for i in wanted}
    effort, before = builder.connect(np.array([nodes[i] for i in wanted]))
    order = [wanted[i] for i in np.argsort(effort, kind="stable")]
    laid = set(builder.network_nodes().tolist())
    for number, index in enumerate(order):
        path = trace(before, nodes[index])
        joint = max((i for i, node in enumerate(path) if node in laid), default=0)
        name = villages[index].name.removesuffix("村")
        builder.lay(Road(f"{name}路", f"{letter}{number + 1:03d}", CLASSES.index(class_name)), path[joint:])
        laid.update(path)


def link_neighbours(builder, villages, served):
    """Roads between neighbouring villages whose way round by the network is long: they close loops."""
    sites = np.array([(villages[i].east, villages[i].north) for i in served])
    nodes = [builder.node_at(*site) for site in sites]
    pairs = sorted(
        cKDTree(sites).query_pairs(LINK_REACH_M), key=lambda p: np.hypot(*(sites[p[0]] - sites[p[1]]))
    )
    for first, second in pairs:
        path = builder.path(nodes[first], nodes[second], LINK_EFFORT)
        fresh = [(min(e), max(e)) not in builder.owner for e in zip(path[:-1], path[1:])]
        if 8 <= sum(fresh) <= LINK_CELLS:
            builder.lay(Road("", "", CLASSES.index("村道")), path)


def hamlets(land, builder, clear, rng):
    """Points of hamlets and fields off the roads, where a farm track ends."""
    grid = builder.grid
    thin = (slice(1, None, 3), slice(1, None, 3))
    usable = builder.inside & (land.slope[thin] < 0.22) & (ndimage.maximum_filter(land.area[thin], 5) > 0.35)
    row, col = np.nonzero(usable)
    order = rng.permutation(len(row))
    points = np.column_stack(grid.east_north(row[order], col[order]))
    taken = list(builder.node_xy[builder.network_nodes()][::3])
    far = cKDTree(np.array(taken)).query(points)[0]
    points = points[(far > 600.0) & (far < 3_200.0)]
    for place, radius in clear:
        points = points[np.hypot(*(points - place).T) > 1.4 * radius]
    chosen = np.empty((0, 2))
    for point in points:
        if len(chosen) == HAMLETS:
            break
        if not len(chosen) or np.hypot(*(chosen - point).T).min() > 1_200.0:
            chosen = np.vstack([chosen, point])
    return chosen


def connect_hamlets(builder, points):
    """Farm tracks from the network to the hamlets."""
    nodes = np.array([builder.node_at(*point) for point in points])
    effort, before = builder.connect(nodes)
    laid = set(builder.network_nodes().tolist())
    for index in np.argsort(effort, kind="stable"):
        path = trace(before, nodes[index])
        joint = max((i for i, node in enumerate(path) if node in laid), default=0)
        builder.lay(Road("", "", CLASSES.index("村道")), path[joint:])
        laid.update(path)


def lay_cut_off_streets(builder, village):
    """Two short streets in an unconnected village: a part of the network of its own."""
    home = builder.node_at(village.east, village.north)
    for shift in ((450.0, 250.0), (-400.0, -300.0)):
        end = builder.node_at(village.east + shift[0], village.north + shift[1])
        builder.lay(Road("", "", CLASSES.index("村道")), builder.path(home, end))


def plan_network(land, seats, villages, rng):
    """The builder with all roads laid, and the positions of the unconnected villages."""
    builder = RoadBuilder(land, rng)
    gates = gate_points(land)
    for name, code, class_name, stops in TRUNK_ROADS:
        road = Road(name, code, CLASSES.index(class_name))
        nodes = []
        for first, second in zip(stops[:-1], stops[1:]):
            ends = [builder.node_at(*(gates[s] if s in gates else seats[s])) for s in (first, second)]
            path = builder.path(*ends)
            nodes += path[1:] if nodes else path
        builder.lay(road, nodes)
    cut_off = remote_villages(builder, villages)
    clear = [((villages[i].east, villages[i].north), UNCONNECTED_CLEAR_M) for i in cut_off]
    builder.reuse = VILLAGE_REUSE
    builder.keep_clear(land, clear)
    served = sorted((i for i in range(len(villages)) if i not in cut_off), key=lambda i: -villages[i].people)
    connect_villages(builder, villages, served[:TOWNSHIP_ROADS], "乡道", "Y")
    connect_villages(builder, villages, served[TOWNSHIP_ROADS:], "村道", "C")
    link_neighbours(builder, villages, served)
    connect_hamlets(builder, hamlets(land, builder, clear, rng))
    lay_cut_off_streets(builder, villages[cut_off[0]])
    return builder, gates, cut_off
