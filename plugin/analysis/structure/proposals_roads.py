"""Trunk roads as single lines, and ways along the roads that join places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..travel.roads import Roads, roads_of
from .proposals_sketch import Sketch, clipped

TRUNK = ("expressway", "national", "provincial", "county")
#: Preference of a way for better roads; no speeds: only the order and the proportion matter.
PREFERENCE = {"expressway": 60.0, "national": 50.0, "provincial": 45.0, "county": 35.0, "township": 25.0}
OTHER = 15.0
#: Share of the county's radius below which a named road is no axis.
SHORTEST = 0.5
GAP = 300.0  #: metres that pieces of one road may be apart where it runs through a town


@dataclass(frozen=True)
class Trunk:
    """A named road as one line, with its class and its place in the order of classes."""

    name: str
    road_class: str
    line: shapely.LineString


def trunk_roads(sketch: Sketch) -> list[Trunk]:
    """Named trunk roads, the best class first and the longest first in a class."""
    roads = sketch.ground.roads
    if roads is None or not len(roads):
        return []
    found = []
    for rank, road_class in enumerate(TRUNK):
        of_class = roads[roads["class"] == road_class]
        for name, rows in of_class.groupby("name", sort=False):
            line = main_line(clipped(rows.geometry.to_numpy(), sketch.boundary))
            if str(name or "").strip() and line is not None and line.length >= SHORTEST * sketch.reach:
                found.append((rank, -line.length, Trunk(str(name), road_class, line)))
    return [trunk for _, _, trunk in sorted(found, key=lambda one: one[:2])]


def main_line(lines: np.ndarray) -> shapely.LineString | None:
    """The longest single line that pieces of one name form, small gaps bridged by the nearest ends; None without any
    line of some length.
    """
    parts = shapely.get_parts(shapely.line_merge(shapely.union_all(np.asarray(lines, dtype=object))))
    parts = sorted(parts[shapely.length(parts) > 0], key=shapely.length, reverse=True)
    parts = [one for one in parts if one.geom_type == "LineString"]
    if not parts:
        return None
    line, rest = shapely.get_coordinates(parts[0]), [shapely.get_coordinates(one) for one in parts[1:]]
    grown = True
    while grown and rest:
        grown = False
        for place, other in enumerate(rest):
            joined = _end_to_end(line, other)
            if joined is not None:
                line, grown = joined, True
                del rest[place]
                break
    return shapely.LineString(line)


def _end_to_end(line: np.ndarray, other: np.ndarray) -> np.ndarray | None:
    """Two lines as one where an end of one is near an end of the other."""
    for one in (line, line[::-1]):
        for two in (other, other[::-1]):
            if np.hypot(*(one[-1] - two[0])) <= GAP:
                return np.vstack([one, two])
    return None


def road_network(sketch: Sketch) -> Roads | None:
    """All roads for finding ways, None without roads."""
    roads = sketch.ground.roads
    if roads is None or not len(roads):
        return None
    speed = roads["class"].map(PREFERENCE).fillna(OTHER).to_numpy(dtype=float)
    return roads_of(roads.geometry.to_numpy(), speed)
