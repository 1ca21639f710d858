"""One directed graph of cells, roads and facilities, turned into the direction of the search.

Nodes are numbered cells first, then road nodes, then facilities. In the direction of the search an edge weighs what
the traveller spends on it: towards the facility the search runs against the traveller.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from ..progress import Progress, silent
from .barriers import Barriers
from .exits import Exits, leave_everywhere
from .faults import AllRoadsClosed, NoFacilities, NoSourceConnected, NothingToTravelOn
from .pace import minutes_per_metre, slope_factor
from .roads import RoadNetwork, Roads, Snap, build_network, snap, split
from .settings import Direction, TravelSettings
from .terrain import Steps, Terrain, require_memory, steps_between, within_reach

SHORTEST_EDGE = 1e-9  #: metres; what a slope is divided by at least
SNAP_ROUNDING = 1e-3  #: metres by which "within MAX_SNAP" may be missed by rounding
CLOSED_CELL_REACH = 3.0  #: cell diagonals that one walks straight to a road from a cell that is closed
STEEPEST_ROAD = 0.3  #: slopes of walked roads are capped here: a steeper one is a fault of the elevation model

CONNECTED = ""
NO_ROAD = "no_road"
OUTSIDE_TERRAIN = "outside_terrain"
NO_TERRAIN_VALUE = "no_terrain_value"


@dataclass(frozen=True)
class TravelGraph:
    """What a search needs. ``steps`` between cells, None without terrain; ``links`` (nodes, nodes): minutes of all
    other edges, in the direction of the search.

    ``out_start``, ``out_end``: minutes from the start node of each road edge to its end and back, in that direction;
    infinite where forbidden. ``facility_reason``: why a facility is not connected, empty when it is. ``beyond``: mask
    of the cells that were left out of the terrain because nobody gets there in time.
    """

    steps: Steps | None
    links: csr_matrix
    settings: TravelSettings
    terrain: Terrain | None
    network: RoadNetwork | None
    out_start: np.ndarray
    out_end: np.ndarray
    facility_xy: np.ndarray
    facility_reason: np.ndarray
    facility_leg: np.ndarray
    barriers: Barriers | None = field(repr=False, default=None)
    beyond: np.ndarray | None = field(repr=False, default=None)

    @property
    def nodes(self) -> int:
        return self.links.shape[0]

    @property
    def cells(self) -> int:
        """How many of the nodes are cells; they come first."""
        return 0 if self.steps is None else len(self.steps.minutes)

    @property
    def first_facility(self) -> int:
        """Node number of facility 0."""
        return self.nodes - len(self.facility_xy)

    @cached_property
    def part(self) -> np.ndarray:
        """For each node the connected part it belongs to, whatever the direction."""
        links = self.links.tocoo()  # nonzero() would forget links of no time
        start, end = links.row, links.col
        if self.steps is not None:
            cell, step = np.nonzero(np.isfinite(self.steps.minutes))
            start = np.concatenate([start, cell])
            end = np.concatenate([end, self.steps.target[cell, step]])
        graph = coo_matrix((np.ones(len(start), dtype=np.int8), (start, end)), shape=self.links.shape)
        return connected_components(graph, directed=False)[1]

    @property
    def snappable(self) -> np.ndarray:
        """Road edges that one may join or leave anywhere."""
        return joinable(self.network, self.terrain)


def open_roads(roads: Roads) -> Roads:
    """The roads with a speed above zero; raises when none is left."""
    usable = roads.speed_kmh > 0
    if not usable.any():
        raise AllRoadsClosed(len(np.unique(roads.row)))
    return roads if usable.all() else roads.kept(usable)


def build_graph(
    facility_xy: np.ndarray,
    settings: TravelSettings,
    *,
    roads: Roads | None = None,
    terrain: Terrain | None = None,
    barriers: Barriers | None = None,
    progress: Progress = silent,
) -> TravelGraph:
    """Put roads, terrain and facilities (k, 2) together. Roads alone give a pure network, terrain alone a pure raster,
    both a hybrid in which one may leave the road in every cell that it passes.
    """
    if roads is None and terrain is None:
        raise NothingToTravelOn()
    if len(facility_xy) == 0:
        raise NoFacilities()
    progress("graph", 0.0)
    if terrain is not None and barriers is not None:
        terrain = terrain.closed_where(barriers.cells_inside(terrain.grid))
    beyond = None
    if terrain is not None:
        terrain, beyond = _needed_terrain(terrain, facility_xy, settings, hybrid=roads is not None)

    network = build_network(open_roads(roads)) if roads is not None else None
    on_road = _attach_to_roads(network, terrain, barriers, facility_xy, settings)
    road_node = np.full(len(facility_xy), -1)
    if network is not None:
        attached = on_road.edge >= 0
        network, road_node[attached] = split(network, on_road.edge[attached], on_road.distance[attached])
        if terrain is not None:
            network, exits = leave_everywhere(network, terrain)

    blocked = None
    if terrain is not None and barriers is not None:
        blocked = barriers.blocked_steps(terrain, settings.neighbours)
    cells = 0 if terrain is None else int(np.count_nonzero(terrain.open))
    out_start, out_end = _edge_minutes(network, terrain, settings) if network is not None else (np.empty(0),) * 2

    links = _Links()
    if network is not None:
        links.add(cells + network.start, cells + network.end, out_start)
        links.add(cells + network.end, cells + network.start, out_end)
        if terrain is not None:
            _add_leaving(links, network, terrain, barriers, exits)
    facility_cell, cell_reason = _facility_cells(terrain, facility_xy)
    first_facility = cells + (network.nodes if network is not None else 0)
    number = first_facility + np.arange(len(facility_xy))
    in_cell, by_road = facility_cell >= 0, road_node >= 0
    links.add(number[in_cell], facility_cell[in_cell], np.zeros(np.count_nonzero(in_cell)))
    links.add(number[by_road], cells + road_node[by_road], on_road.leg[by_road] * settings.access_pace)

    reason = np.where(in_cell | by_road, CONNECTED, cell_reason if terrain is not None else NO_ROAD).astype(object)
    if not (in_cell | by_road).any():
        raise NoSourceConnected(reason.tolist())
    steps = None if terrain is None else steps_between(terrain, settings, blocked, progress)
    return TravelGraph(
        steps=steps,
        links=links.matrix(first_facility + len(facility_xy)),
        settings=settings,
        terrain=terrain,
        network=network,
        out_start=out_start,
        out_end=out_end,
        facility_xy=np.asarray(facility_xy, dtype=float),
        facility_reason=reason,
        facility_leg=on_road.leg,
        barriers=barriers,
        beyond=beyond,
    )


def joinable(network: RoadNetwork, terrain: Terrain | None) -> np.ndarray:
    """Which edges a point may be put on: in a hybrid graph not those that can only be left at junctions; on roads alone
    all of them, for there an expressway may be the only road.
    """
    if terrain is None:
        return np.ones(network.edges, dtype=bool)
    return network.roads.leave[network.edge_line]


def near_road(
    snapped: Snap, xy: np.ndarray, network: RoadNetwork, terrain: Terrain | None, barriers, settings
) -> np.ndarray:
    """Which points may go straight to the road they were snapped to: within ``max_snap`` in a pure network; within
    one cell in a hybrid graph, where farther ones walk over the terrain; within a few cells from a cell that is
    closed (a village drawn into the river beside it); never across a barrier.
    """
    if terrain is None:
        near = snapped.leg <= settings.max_snap + SNAP_ROUNDING
    else:
        diagonal = np.hypot(terrain.grid.dx, terrain.grid.dy)
        row, column = terrain.grid.cell_of(xy)
        closed = (row < 0) | (terrain.node[np.maximum(row, 0), np.maximum(column, 0)] < 0)
        near = snapped.leg <= np.where(closed, CLOSED_CELL_REACH, 1.0) * diagonal
    near &= snapped.edge >= 0
    if barriers is not None and near.any():
        along = network.along[network.first[snapped.edge[near]]] + snapped.distance[near]
        across = barriers.crossed_by(network.place(along), xy[near]) & (snapped.leg[near] > 0)
        near[np.flatnonzero(near)[across]] = False
    return near


def _attach_to_roads(network, terrain, barriers, xy, settings) -> Snap:
    if network is None:
        return Snap(np.full(len(xy), -1), np.zeros(len(xy)), np.full(len(xy), np.inf))
    snapped = snap(network, xy, joinable(network, terrain))
    near = near_road(snapped, xy, network, terrain, barriers, settings)
    return Snap(np.where(near, snapped.edge, -1), snapped.distance, snapped.leg)


def _needed_terrain(terrain: Terrain, facility_xy, settings, hybrid: bool) -> tuple[Terrain, np.ndarray | None]:
    """On foot alone only the surroundings of the facilities matter; roads may lead anywhere. Also the mask of the open
    cells that were left out, None when none was.
    """
    beyond = None
    if not hybrid and np.isfinite(settings.max_minutes):
        row, column = terrain.grid.cell_of(facility_xy)
        inside = row >= 0
        if inside.any():
            reach = within_reach(terrain, np.column_stack([row[inside], column[inside]]), settings)
            if reach is not None:
                beyond = terrain.open & ~reach
                terrain = terrain.closed_where(~reach)
    require_memory(int(np.count_nonzero(terrain.open)), settings.neighbours, terrain.grid.dx)
    return terrain, beyond


def _facility_cells(terrain: Terrain | None, xy) -> tuple[np.ndarray, np.ndarray]:
    if terrain is None:
        return np.full(len(xy), -1), np.full(len(xy), NO_ROAD, dtype=object)
    row, column = terrain.grid.cell_of(xy)
    inside = row >= 0
    node = np.where(inside, terrain.node[np.where(inside, row, 0), np.where(inside, column, 0)], -1)
    return node, np.where(inside, NO_TERRAIN_VALUE, OUTSIDE_TERRAIN).astype(object)


def _edge_minutes(network: RoadNetwork, terrain: Terrain | None, settings: TravelSettings):
    """Minutes of every road edge in the direction of the search, from its start and from its end."""
    roads, line = network.roads, network.edge_line
    along = network.length * minutes_per_metre(roads.speed_kmh[line])
    forward, backward = along.copy(), along.copy()
    walked = roads.walked[line]
    if terrain is not None and walked.any():
        height = terrain.grid.sample(network.node_xy)
        climb = height[network.end] - height[network.start]
        slope = np.where(walked, climb / np.maximum(network.length, SHORTEST_EDGE), 0.0)
        slope = np.clip(np.nan_to_num(slope), -STEEPEST_ROAD, STEEPEST_ROAD)
        forward = np.where(walked, forward * slope_factor(settings.walk_model, slope), forward)
        backward = np.where(walked, backward * slope_factor(settings.walk_model, -slope), backward)
    driven_oneway = np.where(walked, 0, roads.oneway[line])
    forward[driven_oneway < 0] = np.inf
    backward[driven_oneway > 0] = np.inf
    return (backward, forward) if settings.direction == Direction.TOWARDS else (forward, backward)


class _Links:
    """Single edges collected before they become a matrix."""

    def __init__(self):
        self.start, self.end, self.minutes = [], [], []

    def add(self, start, end, minutes):
        usable = np.isfinite(minutes)
        self.start.append(np.asarray(start)[usable])
        self.end.append(np.asarray(end)[usable])
        self.minutes.append(np.asarray(minutes, dtype=float)[usable])

    def matrix(self, size: int) -> csr_matrix:
        """Of several edges between the same two nodes the quickest counts."""
        start, end, minutes = (np.concatenate(part) for part in (self.start, self.end, self.minutes))
        order = np.lexsort((minutes, end, start))
        start, end, minutes = start[order], end[order], minutes[order]
        quickest = np.r_[True, (start[1:] != start[:-1]) | (end[1:] != end[:-1])][: len(start)]
        return csr_matrix((minutes[quickest], (start[quickest], end[quickest])), shape=(size, size))


def _add_leaving(links: _Links, network: RoadNetwork, terrain: Terrain, barriers, exits: Exits) -> None:
    """Join road nodes and cells where one may leave the road, at the pace of the cell."""
    xy, centre = network.node_xy[exits.node], terrain.grid.centres(exits.row, exits.column)
    cell = terrain.node[exits.row, exits.column]
    usable = cell >= 0
    if barriers is not None:
        usable &= ~barriers.crossed_by(xy, centre)
    minutes = (np.hypot(*(xy - centre).T) * terrain.pace[exits.row, exits.column])[usable]
    node, cell = np.count_nonzero(terrain.open) + exits.node[usable], cell[usable]
    links.add(node, cell, minutes)
    links.add(cell, node, minutes)
