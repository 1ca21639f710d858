"""Axes and networks along the strongest links between towns, and axes along trunk roads where links do not suffice."""

from __future__ import annotations

import numpy as np
import shapely

from .ground import MAIN, SUB, Missing, Proposal
from .proposals_roads import trunk_roads
from .proposals_skeleton import Skeleton, best_path, skeleton_of
from .proposals_sketch import Sketch, clipped
from .seats import plain_name

UPRIGHT, ACROSS = "纵", "横"
#: An axis lies on another when more than this share of its length runs beside it.
SAME_LINE = 0.4
BESIDE = 600.0  #: metres


def propose_axes(one: Missing, sketch: Sketch) -> list[Proposal]:
    """Axes from the strongest: the first through the main core, all along roads that link towns; 纵 runs north and
    south, 横 east and west.
    """
    skeleton = skeleton_of(sketch)
    if skeleton is None and sketch.ground.roads is None:
        sketch.lacks(one, 0, "no_links")
        return []
    found = []
    main_there = any(rank == MAIN for _, _, rank in sketch._placed("axis"))
    taken = list(sketch.drawn_lines("axis"))
    wanted = one.count if one.count is not None else max(one.least, 2)
    for line, values, key in _candidates(one, sketch, skeleton, taken):
        if len(found) == wanted:
            break
        if _on_another(line, taken + [other.geometry for other in found]):
            continue
        rank = one.rank
        if rank == MAIN and one.count != 1 and one.modifier not in (UPRIGHT, ACROSS) and (found or main_there):
            rank = SUB
        found.append(Proposal(one.order, values.pop("name"), line, rank, key, {"noun": "axis", **values}))
    if len(found) < wanted and one.count is not None:
        sketch.lacks(one, len(found), "links_used_up", modifier=one.modifier)
    return found


def propose_networks(one: Missing, sketch: Sketch) -> list[Proposal]:
    """One network a clause: all links between neighbouring towns, a street that several links share drawn once."""
    skeleton = skeleton_of(sketch)
    if skeleton is None:
        sketch.lacks(one, 0, "no_links")
        return []
    kept = skeleton.neighbour | skeleton.tree
    lines = shapely.line_merge(clipped(_streets(skeleton.line[kept]), sketch.boundary))
    values = {"noun": "network", "links": int(kept.sum()), "towns": len(skeleton.names)}
    return [Proposal(one.order, one.noun_text, lines, one.rank, "network", values)]


def _streets(lines: np.ndarray):
    """Lines as one, what several share once. Shared pieces are found before the overlay, which takes long over them."""
    xy, line = shapely.get_coordinates(lines, return_index=True)
    pieces = np.stack([xy[:-1], xy[1:]], axis=1)[line[:-1] == line[1:]]
    swapped = (pieces[:, 0, 0] > pieces[:, 1, 0]) | (
        (pieces[:, 0, 0] == pieces[:, 1, 0]) & (pieces[:, 0, 1] > pieces[:, 1, 1])
    )
    pieces[swapped] = pieces[swapped][:, ::-1]
    return shapely.union_all(shapely.linestrings(np.unique(pieces, axis=0)))


def _candidates(one: Missing, sketch: Sketch, skeleton: Skeleton | None, taken: list):
    """(line, values, reason) from the best. Each axis takes links that no axis before it took."""
    if skeleton is not None:
        free = skeleton.tree.copy()
        for number in np.flatnonzero(free):
            free[number] = not _on_another(skeleton.line[number], taken)
        first = not taken
        while free.any():
            best = best_path(skeleton, free, first, lambda xy: _right_way(xy, one.modifier))
            if best is None:
                break
            towns, links = best
            free[links], first = False, False
            yield _line_of(skeleton, towns, links, sketch), _values(skeleton, towns, links), "axis_links"
        for number in np.argsort(-skeleton.strength):
            if skeleton.neighbour[number] and not skeleton.tree[number]:
                towns, links = [int(skeleton.first[number]), int(skeleton.second[number])], [int(number)]
                if _right_way(skeleton.xy[towns], one.modifier):
                    yield _line_of(skeleton, towns, links, sketch), _values(skeleton, towns, links), "axis_links"
    for road in trunk_roads(sketch):
        xy = shapely.get_coordinates(road.line)[[0, -1]]
        if _right_way(xy, one.modifier):
            yield road.line, {"name": road.name, "road": road.name, "km": road.line.length / 1000}, "axis_road"


def _right_way(xy: np.ndarray, modifier: str) -> bool:
    """Whether the way from the first to the last point runs as the slogan says."""
    across, up = np.abs(xy[-1] - xy[0])
    return {UPRIGHT: up >= across, ACROSS: across > up}.get(modifier, True)


def _on_another(line, others: list) -> bool:
    """Whether much of a line runs beside one of the others."""
    if not others:
        return False
    near = shapely.buffer(shapely.union_all(others), BESIDE)
    return shapely.intersection(line, near).length > SAME_LINE * line.length


def _line_of(skeleton: Skeleton, towns: list[int], links: list[int], sketch: Sketch):
    line = clipped(skeleton.line_through(towns, links), sketch.boundary)
    parts = shapely.get_parts(line)
    parts = parts[shapely.get_dimensions(parts) == 1]
    if len(parts) <= 1:
        return line
    merged = shapely.line_merge(shapely.multilinestrings(parts))
    return max(shapely.get_parts(merged), key=shapely.length)


def _values(skeleton: Skeleton, towns: list[int], links: list[int]) -> dict:
    names = [skeleton.names[town] for town in towns]
    total = skeleton.strength.sum()
    return {
        "name": "—".join(plain_name(names[place]) for place in _told(towns, skeleton.core)),
        "towns": names,
        "core": bool(skeleton.core in towns),
        "share": float(skeleton.strength[links].sum() / total) if total > 0 else np.nan,
        "km": float(sum(skeleton.line[link].length for link in links) / 1000),
    }


def _told(towns: list[int], core: int) -> list[int]:
    """Places in a way that its name tells: the ends, and the main core between them."""
    middle = [towns.index(core)] if core in towns[1:-1] else []
    return [0, *middle, len(towns) - 1]
