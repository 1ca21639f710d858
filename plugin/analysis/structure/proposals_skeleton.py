"""The skeleton of a county: the links between towns that no way round through another town replaces."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import minimum_spanning_tree

from .proposals_sketch import Sketch

#: A link is no neighbour's link when the way through a third town is at most this much longer.
DETOUR = 1.15
#: What the share of the way that goes in one direction adds to the strength of a straight path against a winding one.
STRAIGHT = 0.5
#: Share of half the extent of the towns within which a town is one with the core.
GROWN_TOGETHER = 0.15


@dataclass(frozen=True)
class Skeleton:
    """Towns ``names`` (n,) at ``xy`` (n, 2) and links (m,) between them: ``first``, ``second``, ``length`` (minutes or
    metres), ``strength``, ``line``; ``tree`` (m,) marks those of the minimum spanning tree, ``neighbour`` (m,) those
    whose ends have no town between them. ``core`` is the number of the main core's town.
    """

    names: np.ndarray
    xy: np.ndarray
    first: np.ndarray
    second: np.ndarray
    length: np.ndarray
    strength: np.ndarray
    line: np.ndarray
    tree: np.ndarray
    neighbour: np.ndarray
    core: int

    def paths(self, usable: np.ndarray) -> list[tuple[list[int], list[int]]]:
        """All simple paths over the ``usable`` links that form a forest: (towns, links) of each, every path once."""
        beside = {}
        for number in np.flatnonzero(usable):
            beside.setdefault(int(self.first[number]), []).append((int(self.second[number]), int(number)))
            beside.setdefault(int(self.second[number]), []).append((int(self.first[number]), int(number)))
        found = []
        for start in beside:
            ways = [([start], [])]
            while ways:
                towns, links = ways.pop()
                if links and towns[0] < towns[-1]:
                    found.append((towns, links))
                ways += [
                    ([*towns, town], [*links, link]) for town, link in beside[towns[-1]] if town not in towns
                ]
        return found

    def line_through(self, towns: list[int], links: list[int]):
        """One line along the links, from the first town to the last; where ways in and out of a town are the same
        street, it is walked once.
        """
        pieces = []
        for town, link in zip(towns, links):
            line = self.line[link]
            pieces.append(line if self.first[link] == town else shapely.reverse(line))
        return _joined(pieces)


def skeleton_of(sketch: Sketch) -> Skeleton | None:
    """The skeleton of the ground's links, None without links. Links whose towns are not known are left out."""
    links, towns = sketch.ground.links, sketch.towns
    if links is None or not len(links) or len(towns) < 2:
        return None
    number = {name: place for place, name in reversed(list(enumerate(towns["name"])))}
    known = links["a"].isin(number) & links["b"].isin(number) & ~links.geometry.is_empty
    links = links[known]
    first = links["a"].map(number).to_numpy(dtype=int)
    second = links["b"].map(number).to_numpy(dtype=int)
    length = links.geometry.length.to_numpy() / 1000.0
    if "minutes" in links and np.isfinite(links["minutes"].astype(float)).all():
        length = links["minutes"].to_numpy(dtype=float)
    length = np.maximum(length, 1e-6)
    count = len(towns)
    tree = minimum_spanning_tree(coo_matrix((length, (first, second)), shape=(count, count)).tocsr()).tocoo()
    in_tree = set(zip(tree.row.tolist(), tree.col.tolist()))
    core = sketch.core
    return Skeleton(
        towns["name"].to_numpy(dtype=object),
        shapely.get_coordinates(towns.geometry.to_numpy()),
        first,
        second,
        length,
        links["strength"].to_numpy(dtype=float),
        links.geometry.to_numpy(),
        np.array([pair in in_tree for pair in zip(first.tolist(), second.tolist())], dtype=bool),
        _neighbours(first, second, length, count),
        int(number.get(core[0], 0)) if core else 0,
    )


def best_path(skeleton: Skeleton, free: np.ndarray, through_core: bool, fits=lambda xy: True):
    """The (towns, links) of the free path with the greatest strength, straight ones before winding ones; with
    ``through_core`` through the main core and, where there is one, with the core between its ends. None without any.
    """
    paths = [path for path in skeleton.paths(free) if fits(skeleton.xy[path[0]])]
    if through_core:
        cores = _beside_core(skeleton)
        through = [path for path in paths if cores & set(path[0])]
        paths = [path for path in through if cores & set(path[0][1:-1])] or through or paths
    return max(paths, key=lambda path: _worth(skeleton, *path), default=None)


def _beside_core(skeleton: Skeleton) -> set[int]:
    """The main core and the towns that have grown together with it."""
    reach = np.hypot(*np.ptp(skeleton.xy, axis=0)) / 2
    apart = np.hypot(*(skeleton.xy - skeleton.xy[skeleton.core]).T)
    return set(np.flatnonzero(apart <= GROWN_TOGETHER * reach).tolist())


def main_path(sketch: Sketch):
    """The line of the best path through the main core, None without links."""
    skeleton = skeleton_of(sketch)
    best = None if skeleton is None else best_path(skeleton, skeleton.tree, True)
    return None if best is None else skeleton.line_through(*best)


def _worth(skeleton: Skeleton, towns: list[int], links: list[int]) -> float:
    """Strength of the links, more for a path that keeps its direction."""
    way = np.hypot(*np.diff(skeleton.xy[towns], axis=0).T).sum()
    straight = np.hypot(*(skeleton.xy[towns[-1]] - skeleton.xy[towns[0]])) / max(way, 1.0)
    return float(skeleton.strength[links].sum() * (1 + STRAIGHT * straight))


def _neighbours(first, second, length, count: int) -> np.ndarray:
    """Which links have no third town on a way hardly longer."""
    matrix = np.full((count, count), np.inf)
    matrix[first, second] = matrix[second, first] = length
    through = (matrix[:, :, None] + matrix[None, :, :]).min(axis=1)
    return length * DETOUR < through[first, second]


def _joined(pieces: list):
    """Lines end to end as one; a stretch walked in and at once back is left out."""
    xy = shapely.get_coordinates(pieces[0])
    for piece in pieces[1:]:
        more = shapely.get_coordinates(piece)
        back = xy[::-1]
        shared = 0
        while shared < min(len(back), len(more)) and np.allclose(back[shared], more[shared], atol=1e-3):
            shared += 1
        if shared > 1 and shared < min(len(back), len(more)):
            xy = np.vstack([xy[: len(xy) - shared + 1], more[shared:]])
        else:
            xy = np.vstack([xy, more[1:]])
    return shapely.LineString(xy)
