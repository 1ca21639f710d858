"""Whether the elements of a structure are what the slogan says and lie where such elements lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .clauses import Clause
from .elements import count_of, kinds_of
from .ground import LINE, POLYGON, CountyGround

OK, WARNING, ERROR = "ok", "warning", "error"
COUNT, ENDS, ALONG, TILING, OUTSIDE = "count", "ends", "along", "tiling", "outside"
#: Shares of the county by which zones may fail to fill it or lie over each other (standards, part F2).
GAP, OVERLAP = 0.01, 0.01
#: The share of an element that may lie outside the county without being told.
STRAY = 0.01
#: Metres by which a boundary drawn at another scale may be off.
EDGE_SLACK = 50.0
#: The share of a corridor that runs along rivers or roads when it follows them.
FOLLOWS = 0.7
#: Metres between the points of a corridor that are looked at.
STEP = 50.0
DECIMALS = 9  #: of shares: what differs by less is the same
CENTRES, FOLLOWERS, ZONES = ("core", "pole", "node"), ("corridor", "river"), ("zone",)
SCHEMATIC = "示意"


@dataclass(frozen=True)
class Limits:
    """``end_m`` metres within which the end of an axis touches a core, ``along_m`` metres within which a corridor
    follows a river or road; ``schematic``: zones are not held against the county's area.
    """

    end_m: float = 3000.0
    along_m: float = 500.0
    schematic: bool = False


@dataclass(frozen=True)
class Check:
    """One finding about the clause ``order`` (0: none): what was ``expected`` and ``found``, and the ``verdict`` ok,
    warning or error. ``data`` has what the sentence names.
    """

    order: int
    kind: str
    expected: float
    found: float
    verdict: str
    data: dict = field(default_factory=dict)


def check_structure(
    clauses: Sequence[Clause], elements: gpd.GeoDataFrame, ground: CountyGround, limits: Limits, area_hm2: float
) -> list[Check]:
    """All checks, clause by clause. ``elements`` order, noun, name, layer, proposed, geometry; ``area_hm2`` that of
    the county as tables state it, NaN without a county.
    """
    checks = []
    for clause in clauses:
        own = elements[elements["order"] == clause.order]
        checks.append(_count(clause, own))
        if not len(own):
            continue
        if clause.noun == "axis":
            checks.append(_ends(clause, own, elements, ground, limits))
        if clause.noun in FOLLOWERS or (clause.noun == "belt" and clause.theme == "river"):
            checks.append(_along(clause, own, ground, limits))
        if clause.noun in ZONES and ground.boundary is not None:
            checks.append(_tiling(clause, own, ground, limits, area_hm2))
        if ground.boundary is not None:
            checks += _outside(clause, own, ground)
    return checks


def _count(clause: Clause, own: gpd.GeoDataFrame) -> Check:
    """Elements against the number; 多 is at least two. Proposals fill up what was not drawn."""
    found, drawn = count_of(own["name"]), count_of(own.loc[~own["proposed"], "name"])
    enough = found >= clause.least if clause.count is None else found == clause.count
    verdict = ERROR if not enough else OK if found == drawn else WARNING
    names = own.loc[~own["proposed"] & (own["name"] != ""), "name"].value_counts(sort=False)
    data = {"drawn": drawn, "proposed": found - drawn, "shared": names[names > 1].to_dict()}
    return Check(clause.order, COUNT, float(clause.least), float(found), verdict, data)


def _ends(clause: Clause, own: gpd.GeoDataFrame, elements: gpd.GeoDataFrame, ground, limits: Limits) -> Check:
    """An axis ends at or runs through a core, pole or node; its ends are near one, a town or the county's edge."""
    names, shapes = _as_elements(own)
    centres = elements.geometry[elements["noun"].isin(CENTRES)].to_numpy()
    data = {"limit_m": limits.end_m, "alone": [], "loose": [], "centres": len(centres)}
    if not len(centres):
        return Check(clause.order, ENDS, float(len(names)), 0.0, WARNING, data)
    others = list(centres)
    if ground.towns is not None:
        others += list(ground.towns.geometry)
    if ground.boundary is not None:
        others.append(shapely.boundary(ground.boundary))
    others = shapely.union_all(others)
    centres = shapely.union_all(centres)
    for name, shape in zip(names, shapes):
        ends = shapely.get_parts(shapely.boundary(shapely.line_merge(shape)))
        if shapely.distance(shape, centres) > limits.end_m:
            data["alone"].append(name)
        elif (shapely.distance(ends, others) > limits.end_m).any():
            data["loose"].append(name)
    good = len(names) - len(data["alone"]) - len(data["loose"])
    return Check(clause.order, ENDS, float(len(names)), float(good), OK if good == len(names) else WARNING, data)


def _along(clause: Clause, own: gpd.GeoDataFrame, ground: CountyGround, limits: Limits) -> Check:
    """The least share of a corridor's length that is within ``along_m`` of a river or a road."""
    ways = [frame.geometry.to_numpy() for frame in (ground.rivers, ground.roads) if frame is not None and len(frame)]
    data = {"limit_m": limits.along_m, "ways": len(ways), "away": [], "least": FOLLOWS}
    names, shapes = _as_elements(own)
    if not ways:
        return Check(clause.order, ALONG, FOLLOWS, np.nan, WARNING, data)
    tree = shapely.STRtree(np.concatenate(ways))
    shares = np.array([_share_along(shape, tree, limits.along_m) for shape in shapes])
    data["away"] = [(name, float(share)) for name, share in zip(names, shares) if share < FOLLOWS]
    return Check(clause.order, ALONG, FOLLOWS, float(shares.min()), WARNING if data["away"] else OK, data)


def _share_along(shape, tree: shapely.STRtree, within: float) -> float:
    """The share of points along a line that have a way near; of an area whether a way runs into it."""
    if kinds_of(np.array([shape]))[0] != LINE:
        return 1.0 if len(tree.query(shape, predicate="intersects")) else 0.0
    line = shapely.line_merge(shape)
    parts = shapely.get_parts(line)
    points = [shapely.line_interpolate_point(part, np.arange(STEP / 2, max(part.length, STEP), STEP)) for part in parts]
    points = np.concatenate(points)
    near = tree.query_nearest(points, max_distance=within, all_matches=False)[0]
    return len(np.unique(near)) / len(points)


def _tiling(clause: Clause, own: gpd.GeoDataFrame, ground: CountyGround, limits: Limits, area_hm2: float) -> Check:
    """Zones fill the county and do not lie over each other, unless they are schematic."""
    said = own["name"].str.contains(SCHEMATIC) | own["layer"].str.contains(SCHEMATIC)
    _, shapes = _as_elements(own[kinds_of(own.geometry.to_numpy()) == POLYGON])
    county = ground.boundary.area
    inside = shapely.intersection(np.array(shapes, dtype=object), ground.boundary)
    covered = shapely.area(shapely.union_all(inside))
    overlap = max(float(shapely.area(inside).sum() - covered), 0.0)
    total = float(shapely.area(inside).sum())
    data = {
        "gap": round(max(float(1 - covered / county), 0.0), DECIMALS),
        "overlap": round(overlap / county, DECIMALS),
        "schematic": bool(limits.schematic or said.any()),
    }
    # Areas on the ellipsoid stand to those in the plane as the county's do.
    hectares = area_hm2 / county
    bad = data["gap"] > GAP or data["overlap"] >= OVERLAP
    verdict = ERROR if bad and not data["schematic"] else OK
    return Check(clause.order, TILING, area_hm2, total * hectares, verdict, data)


def _outside(clause: Clause, own: gpd.GeoDataFrame, ground: CountyGround) -> list[Check]:
    """Elements that leave the county; none when all stay."""
    county = shapely.buffer(ground.boundary, EDGE_SLACK)
    shapely.prepare(county)
    names, shapes = _as_elements(own)
    shapes = np.array(shapes, dtype=object)
    size = _sizes(shapes)
    kept = _sizes(shapely.intersection(shapes, county))
    share = 1 - np.minimum(np.divide(kept, size, out=np.zeros(len(size)), where=size > 0), 1.0)
    stray = share > STRAY
    if not stray.any():
        return []
    whole = [name for name, one in zip(names, share) if one >= 1 - 1e-9]
    parts = [(name, float(one)) for name, one in zip(names, share) if STRAY < one < 1 - 1e-9]
    data = {"whole": whole, "parts": parts}
    return [Check(clause.order, OUTSIDE, 0.0, float(stray.sum()), ERROR if whole else WARNING, data)]


def _sizes(shapes: np.ndarray) -> np.ndarray:
    """Area of areas, length of lines, number of points."""
    kinds = kinds_of(shapes)
    points = np.where(shapely.is_empty(shapes), 0, shapely.get_num_geometries(shapes))
    return np.select([kinds == POLYGON, kinds == LINE], [shapely.area(shapes), shapely.length(shapes)], points)


def _as_elements(own: gpd.GeoDataFrame) -> tuple[list[str], list]:
    """Names and shapes of elements: rows of one name are parts of one; without a name a number."""
    labels = own["name"].to_numpy(dtype=object).copy()
    nameless = np.flatnonzero(labels == "")
    labels[nameless] = [f"#{number + 1}" for number in nameless]
    shapes = pd.Series(own.geometry.to_numpy(), dtype=object).groupby(labels, sort=False)
    names, found = [], []
    for name, parts in shapes:
        names.append(name)
        found.append(parts.iloc[0] if len(parts) == 1 else shapely.union_all(parts.to_numpy()))
    return names, found
