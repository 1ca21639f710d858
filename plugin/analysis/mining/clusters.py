"""Which quarries are worked as one: single linkage over the links that no barrier cuts, with a cap on the spread.

Without a cap the clusters are the minimum spanning tree of the quarries without its edges that are too long (Gower &
Ross 1969, Applied Statistics 18: 54–64), which is single linkage. Links across a barrier are taken out before the tree
is made, so that a longer way that no barrier cuts still joins. A cap on the distance between any two members stops the
chains that single linkage is known for; links are then tried from the shortest to the longest (Kruskal 1956).

Quarries are put in an order of their own first (place, then name), and equal links follow it: the clusters do not
depend on the order of the input.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import breadth_first_order, connected_components, minimum_spanning_tree

from ..progress import Progress, silent
from .cluster_leads import Leads, leads_of
from .faults import NoQuarries
from .quarry_links import TOLERANCE, Links, links_between
from .quarry_spread import Spread

BLOCK = 2_000


@dataclass(frozen=True)
class Quarries:
    """n quarries, all columns (n,): ``shape`` points or polygons in metres, ``name``, ``capacity`` NaN where unknown,
    ``status`` rank with 0 the most active, ``area`` 0 where unknown.
    """

    shape: np.ndarray
    name: np.ndarray
    capacity: np.ndarray
    status: np.ndarray
    area: np.ndarray

    def __len__(self) -> int:
        return len(self.shape)

    def taken(self, order: np.ndarray) -> Quarries:
        """The quarries at the positions ``order``."""
        return Quarries(*(column[order] for column in vars(self).values()))


@dataclass(frozen=True)
class Limits:
    """Metres. ``distance``: farther edges are not joined. ``diameter``: the farthest two members of a cluster, None for
    no cap. ``safe``: nearer pairs are listed.
    """

    distance: float
    diameter: float | None = None
    safe: float = 0.0


@dataclass(frozen=True)
class Refusal:
    """The shortest link of its kind from a cluster's ``member`` to another cluster's ``other`` that was not joined:
    across ``barrier`` (its number, else -1), or because the farthest two would be ``spread`` metres apart (else NaN).
    """

    member: int
    other: int
    metres: float
    barrier: int = -1
    spread: float = np.nan

    def renumbered(self, order: np.ndarray) -> Refusal:
        """The same with quarry ``i`` called ``order[i]``."""
        return replace(self, member=int(order[self.member]), other=int(order[self.other]))


@dataclass(frozen=True)
class Consolidation:
    """n quarries in k clusters, numbered from 0 with the largest first.

    ``cluster`` (n,); ``joined_to`` (n,) the member towards the lead that a quarry was joined to and ``metres`` (n,) to
    it, -1 and NaN for leads; ``nearest`` (n,) the nearest other quarry of those alone in their cluster and
    ``nearest_metres`` (n,) to it, else -1 and NaN. ``leads`` are the k leads. ``blocked`` and ``capped`` hold for each
    cluster the :class:`Refusal` or None. ``close`` are the pairs nearer than the safe distance. ``split`` are quarries
    that a barrier runs through.
    """

    cluster: np.ndarray
    joined_to: np.ndarray
    metres: np.ndarray
    nearest: np.ndarray
    nearest_metres: np.ndarray
    leads: Leads
    blocked: list[Refusal | None]
    capped: list[Refusal | None]
    close: Links
    split: np.ndarray

    @property
    def sizes(self) -> np.ndarray:
        """Members of each cluster (k,)."""
        return np.bincount(self.cluster)

    def members(self, number: int) -> np.ndarray:
        """Positions of the quarries of one cluster, the lead first."""
        inside = np.flatnonzero(self.cluster == number)
        lead = self.leads.quarry[number]
        return np.concatenate([[lead], inside[inside != lead]])


def consolidate(quarries: Quarries, limits: Limits, barriers=(), progress: Progress = silent) -> Consolidation:
    """The clusters of ``quarries``; ``barriers`` are lines and polygons that no cluster is joined across.

    Raises :class:`NoQuarries`.
    """
    if not len(quarries):
        raise NoQuarries(0)
    order = _own_order(quarries)
    found = _in_own_order(quarries.taken(order), limits, barriers, progress)
    return _in_given_order(found, order)


def hulls(found: Consolidation, shapes: np.ndarray, margin: float) -> np.ndarray:
    """The convex hull (k,) of each cluster's quarries, ``margin`` metres wider all round: one point, or a row of them,
    has a polygon too.
    """
    order = np.argsort(found.cluster, kind="stable")
    together = shapely.geometrycollections(shapes[order], indices=found.cluster[order])
    return shapely.buffer(shapely.convex_hull(together), margin)


def _own_order(quarries: Quarries) -> np.ndarray:
    """Positions sorted by place, then shape, name and all else: rows that are still equal are alike."""
    shapes = shapely.normalize(quarries.shape)
    xy = shapely.bounds(shapes)[:, :2]
    wkb = shapely.to_wkb(shapes)
    rest = (quarries.capacity, quarries.status, quarries.area)
    keys = [
        (x, y, shape, str(name), *(np.nan_to_num(column[row], nan=-1.0) for column in rest))
        for row, (x, y, shape, name) in enumerate(zip(*xy.T, wkb, quarries.name))
    ]
    return np.array(sorted(range(len(keys)), key=keys.__getitem__))


def _in_own_order(quarries: Quarries, limits: Limits, barriers, progress: Progress) -> Consolidation:
    count = len(quarries)
    shapes = shapely.normalize(quarries.shape)
    near = links_between(shapes, max(limits.distance, limits.safe), barriers, progress)
    links = near.where(near.metres <= limits.distance + TOLERANCE)
    open_links, spread = links.where(links.barrier < 0), Spread(shapes)
    if limits.diameter is None:
        joined = _spanning(open_links, count)
    else:
        joined = _capped(open_links, count, spread, limits.diameter, progress)
    joined = open_links.where(joined)
    progress("clusters", 0.9)

    label = connected_components(_graph(joined, count), directed=False)[1]
    leads, label = leads_of(label, quarries.capacity, quarries.status, quarries.area, quarries.name)
    joined_to, metres = _towards_leads(joined, leads.quarry, count)
    nearest, nearest_metres = _nearest(shapes, np.flatnonzero(np.bincount(label)[label] == 1))
    outward = links.where(label[links.first] != label[links.second])
    blocked = _refusals(outward.where(outward.barrier >= 0), label, len(leads.quarry))
    capped = _refusals(outward.where(outward.barrier < 0), label, len(leads.quarry), spread)
    close = near.where(near.metres < limits.safe - TOLERANCE)
    return Consolidation(
        label, joined_to, metres, nearest, nearest_metres, leads, blocked, capped, close, near.split
    )


def _graph(links: Links, count: int) -> coo_matrix:
    """Links weighted by their place in the order, from 1: all weights differ, and quarries at one place are linked."""
    return coo_matrix((np.arange(1.0, len(links) + 1), (links.first, links.second)), shape=(count, count))


def _spanning(links: Links, count: int) -> np.ndarray:
    """Positions of the links of the minimum spanning tree (or forest)."""
    tree = minimum_spanning_tree(_graph(links, count).tocsr())
    return np.sort(tree.data.astype(int) - 1)


def _capped(links: Links, count: int, spread: Spread, cap: float, progress: Progress) -> np.ndarray:
    """Positions of the links that join, tried from the shortest, when no two members may be farther apart than ``cap``.

    Two clusters once refused stay refused: they only grow.
    """
    label, members = np.arange(count), [[quarry] for quarry in range(count)]
    refused, kept = set(), []
    for start in range(0, len(links), BLOCK):
        progress("clusters", 0.9 * start / len(links))
        here = slice(start, start + BLOCK)
        apart = start + np.flatnonzero(label[links.first[here]] != label[links.second[here]])
        for link in apart.tolist():
            one, two = sorted((int(label[links.first[link]]), int(label[links.second[link]])))
            if one == two or (one, two) in refused:
                continue
            if spread.farthest(members[one], members[two]) > cap + TOLERANCE:
                refused.add((one, two))
                continue
            label[members[two]] = one
            members[one] += members[two]
            kept.append(link)
    return np.array(kept, dtype=int)


def _towards_leads(joined: Links, leads: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The next member on the way to the lead, -1 for leads, and the metres to it, NaN for leads."""
    ends = np.concatenate([joined.first, np.full(len(leads), count)]), np.concatenate([joined.second, leads])
    graph = coo_matrix((np.ones(len(ends[0])), ends), shape=(count + 1, count + 1))
    before = breadth_first_order(graph.tocsr(), count, directed=False)[1][:count]
    metres = np.full(count, np.nan)
    outer = np.where(before[joined.first] == joined.second, joined.first, joined.second)
    metres[outer] = joined.metres
    return np.where(before == count, -1, before), metres


def _nearest(shapes: np.ndarray, alone: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For the positions ``alone`` the nearest other quarry that is not at the very same place, and the metres to it."""
    nearest, metres = np.full(len(shapes), -1), np.full(len(shapes), np.nan)
    (one, other), distance = shapely.STRtree(shapes).query_nearest(
        shapes[alone], return_distance=True, exclusive=True
    )
    order = np.lexsort((other, one))
    one, first = np.unique(one[order], return_index=True)
    nearest[alone[one]], metres[alone[one]] = other[order][first], distance[order][first]
    return nearest, metres


def _refusals(outward: Links, label: np.ndarray, clusters: int, spread: Spread | None = None) -> list[Refusal | None]:
    """For each cluster the shortest of the links that lead out of it; with ``spread`` how far apart the farthest
    members of the two clusters are.
    """
    ends = np.stack([outward.first, outward.second], axis=1)
    cluster, position = np.unique(label[ends].ravel(), return_index=True)
    found: list[Refusal | None] = [None] * clusters
    for number, (link, side) in zip(cluster.tolist(), zip(*np.divmod(position, 2))):
        member, other = int(ends[link, side]), int(ends[link, 1 - side])
        metres, barrier = float(outward.metres[link]), int(outward.barrier[link])
        far = np.nan
        if spread is not None:
            far = spread.farthest(np.flatnonzero(label == number), np.flatnonzero(label == label[other]))
        found[number] = Refusal(member, other, metres, barrier, far)
    return found


def _in_given_order(found: Consolidation, order: np.ndarray) -> Consolidation:
    """The same with the quarries at the positions that they were given at."""
    back, given = np.argsort(order), np.append(order, -1)
    close = replace(found.close, first=order[found.close.first], second=order[found.close.second])
    return Consolidation(
        found.cluster[back],
        given[found.joined_to[back]],
        found.metres[back],
        given[found.nearest[back]],
        found.nearest_metres[back],
        found.leads.renumbered(order),
        [one and one.renumbered(order) for one in found.blocked],
        [one and one.renumbered(order) for one in found.capped],
        close,
        order[found.split],
    )
