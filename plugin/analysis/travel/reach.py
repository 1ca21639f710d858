"""Road stretches within given minutes, cut exactly where the time runs out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .graph import TravelGraph
from .roads import RoadNetwork
from .search import Search

SHORTEST_STRETCH = 1e-6  #: metres; what is shorter is rounding


@dataclass(frozen=True)
class Stretches:
    """Parts of road lines: ``line`` (k,) shapely lines, ``road`` row of the planner's road table, ``band`` index of the
    smallest break that reaches it, ``length`` in metres. Each stretch of road occurs once.
    """

    line: np.ndarray
    road: np.ndarray
    band: np.ndarray
    length: np.ndarray


def reached_stretches(graph: TravelGraph, search: Search, breaks: np.ndarray) -> Stretches:
    """Stretches reached within each of ``breaks`` (minutes, ascending).

    From each end of an edge the time left buys a share of it; where the two shares meet the whole edge is reached. A
    forbidden direction buys nothing.
    """
    network = graph.network
    from_start = search.minutes[graph.cells + network.start]
    from_end = search.minutes[graph.cells + network.end]
    near, far, band = [], [], []
    low, high = np.zeros(network.edges), np.ones(network.edges)
    for number, limit in enumerate(breaks):
        share_start = _share(limit - from_start, graph.out_start)
        share_end = 1.0 - _share(limit - from_end, graph.out_end)
        meet = share_start >= share_end
        new_low = np.where(meet, high, np.maximum(low, share_start))
        new_high = np.where(meet, high, np.minimum(high, share_end))
        edge = np.arange(network.edges)
        near += [np.column_stack([edge, low]), np.column_stack([edge, new_high])]
        far += [new_low, high]
        band += [np.full(2 * network.edges, number)]
        low, high = new_low, new_high
    near, far, band = np.vstack(near), np.concatenate(far), np.concatenate(band)
    edge = near[:, 0].astype(int)
    origin = network.along[network.first[edge]]
    begin = origin + near[:, 1] * network.length[edge]
    finish = origin + far * network.length[edge]
    kept = finish - begin > SHORTEST_STRETCH
    return _joined(network, begin[kept], finish[kept], network.edge_line[edge[kept]], band[kept])


def _share(minutes_left: np.ndarray, minutes_across: np.ndarray) -> np.ndarray:
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(np.isfinite(minutes_left), minutes_left, -1.0) / minutes_across
    return np.clip(np.nan_to_num(share, nan=0.0, posinf=1.0), 0.0, 1.0)


def _joined(network: RoadNetwork, begin, finish, line, band) -> Stretches:
    """Join stretches of the same band that follow one another on a line, then cut them out of the lines."""
    order = np.lexsort((begin, line))
    begin, finish, line, band = begin[order], finish[order], line[order], band[order]
    follows = np.r_[
        False,
        (line[1:] == line[:-1]) & (band[1:] == band[:-1]) & (begin[1:] - finish[:-1] <= SHORTEST_STRETCH),
    ][: len(begin)]
    head = np.flatnonzero(~follows)
    tail = np.r_[head[1:] - 1, len(begin) - 1][: len(head)]
    begin, finish, line, band = begin[head], finish[tail], line[head], band[head]
    return Stretches(cut(network, begin, finish), network.roads.row[line], band, finish - begin)


def cut(network: RoadNetwork, begin: np.ndarray, finish: np.ndarray) -> np.ndarray:
    """Lines between running distances ``begin`` and ``finish`` (k,) of one road line each."""
    if len(begin) == 0:
        return np.empty(0, dtype=object)
    first = np.searchsorted(network.along, begin + SHORTEST_STRETCH, side="left")
    last = np.searchsorted(network.along, finish - SHORTEST_STRETCH, side="right")
    inner = np.maximum(last - first, 0)
    count = inner + 2
    stretch = np.repeat(np.arange(len(begin)), count)
    head = np.cumsum(count) - count
    xy = np.empty((count.sum(), 2))
    offset = np.arange(len(stretch)) - head[stretch] - 1
    middle = (offset >= 0) & (offset < inner[stretch])
    xy[middle] = network.xy[first[stretch[middle]] + offset[middle]]
    xy[head], xy[head + count - 1] = network.place(begin), network.place(finish)
    return shapely.linestrings(xy, indices=stretch)
