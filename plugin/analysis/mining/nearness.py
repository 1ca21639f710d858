"""How far mines are from protected things, what they lie on, and how much of it they take."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .rules import WITHIN, RoleFeatures, Rule

SQUARE_METRES = 1e4  #: of a hectare
#: Areas that share less than this many square metres share an edge, drawn twice.
SHARED_EDGE_M2 = 1.0


@dataclass(frozen=True)
class Nearest:
    """For each of n mines the nearest of some features: its number, -1 where there is none, and the ``metres`` to
    it, infinite then.
    """

    feature: np.ndarray
    metres: np.ndarray


def nearest(places: np.ndarray, geometry: np.ndarray, half_width: np.ndarray | float = 0.0) -> Nearest:
    """The nearest of m features to each of n mines, measured from edge to edge; ``half_width`` (m,) metres are taken
    off: a road's land begins beside its centreline.
    """
    half_width = np.broadcast_to(np.asarray(half_width, dtype=float), len(geometry))
    feature, metres = np.full(len(places), -1), np.full(len(places), np.inf)
    for width in np.unique(half_width):
        own = np.flatnonzero(half_width == width)
        tree = shapely.STRtree(geometry[own])
        (mine, found), away = tree.query_nearest(places, return_distance=True, all_matches=False)
        away = np.maximum(away - width, 0.0)
        closer = away < metres[mine]
        feature[mine[closer]], metres[mine[closer]] = own[found[closer]], away[closer]
    return Nearest(feature, metres)


def half_widths(role: str, features: RoleFeatures, rules: list[Rule]) -> np.ndarray:
    """Half the width of the land (m,) of a role's lines, by class from the rules that measure from it; 0 for areas
    and points, and for a class that no rule names.
    """
    widths = np.zeros(len(features))
    lines = np.isin(shapely.get_type_id(features.geometry), (1, 2, 5))
    classes = features.classes.astype(str)
    for rule in reversed(rules):
        if role in rule.roles and rule.operation == WITHIN:
            about = lines & (np.isin(classes, rule.classes) if rule.classes else widths == 0)
            widths[about] = rule.half_width_m
    return widths


def shared_pairs(places: np.ndarray, geometry: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (mine, feature) where the mine lies on the feature: areas share ground and not only an edge."""
    mine, feature = shapely.STRtree(geometry).query(places, predicate="intersects")
    both_areas = (shapely.get_dimensions(places[mine]) == 2) & (shapely.get_dimensions(geometry[feature]) == 2)
    shared = np.ones(len(mine), dtype=bool)
    overlap = shapely.intersection(places[mine[both_areas]], geometry[feature[both_areas]])
    shared[both_areas] = shapely.area(overlap) > SHARED_EDGE_M2
    return mine[shared], feature[shared]


def shared_hectares(places: np.ndarray, geometry: np.ndarray) -> np.ndarray:
    """Hectares (n,) of each mine that lie on some of the areas; ground under two of them counts once."""
    mine, feature = shapely.STRtree(geometry).query(places, predicate="intersects")
    parts = shapely.intersection(places[mine], geometry[feature])
    order = np.argsort(mine, kind="stable")
    mine, parts = mine[order], parts[order]
    hectares = np.bincount(mine, weights=shapely.area(parts), minlength=len(places)) / SQUARE_METRES
    # Only where areas of the layer overlap inside a mine is the sum too large: few mines, each joined by itself.
    numbers, start = np.unique(mine, return_index=True)
    for number, own in zip(numbers, np.split(parts, start[1:])):
        if len(own) > 1 and len(shapely.STRtree(own).query(own, predicate="overlaps")[0]):
            hectares[number] = shapely.union_all(own).area / SQUARE_METRES
    return hectares
