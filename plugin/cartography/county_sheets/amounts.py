"""How much of a layer lies in which place: hectares of areas, kilometres of lines, numbers of points."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from ...bridge.areas import ellipsoidal_areas, ellipsoidal_lengths
from ...county.layers import geometry_of
from .county import County
from .ground import Ground, read_role

SQUARE_METRES_PER_HECTARE, METRES_PER_KILOMETRE = 1e4, 1e3
#: Less than this of a feature in a place is a matter of digitising: square metres, metres.
LEAST = {"polygon": 1.0, "line": 1.0}


def amounts(county: County, role: str, ground: Ground, *fields: str) -> pd.DataFrame:
    """A row for each piece of a feature in a place: ``place`` (its position in the ground), ``fid``, ``amount`` and the
    wanted fields of the layer under their own names, texts without spaces around them, '' where there is none.

    ``amount`` is in hectares on the ellipsoid for areas, in kilometres for lines, 1 for points. No rows without a
    layer, no columns for fields that are ''. Measured once a run.
    """
    fields = tuple(name for name in fields if name)
    layer = county.layer(role)
    key = ("amounts", None if layer is None else layer.id(), ground.keys, ground.names, fields)
    if key not in county.kept:
        county.kept[key] = _amounts(county, role, ground, fields)
    return county.kept[key]


def by_place(pieces: pd.DataFrame, ground: Ground) -> np.ndarray:
    """The amounts of the places (p,)."""
    return np.bincount(pieces["place"], weights=pieces["amount"], minlength=len(ground.names)).astype(float)


def touching(shapes: np.ndarray, places: np.ndarray, distance: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (position of a place, position of a shape) that meet, or come as near as ``distance`` metres."""
    tree = shapely.STRtree(shapes)
    if distance:
        return tree.query(places, predicate="dwithin", distance=distance)
    return tree.query(places, predicate="intersects")


def _amounts(county: County, role: str, ground: Ground, fields: tuple[str, ...]) -> pd.DataFrame:
    layer = county.layer(role)
    features = read_role(county, role, list(fields))
    if features is None or features.frame.empty or not len(ground.shapes):
        return _none(fields)
    geometry, shapes = geometry_of(layer), features.frame.geometry.to_numpy()
    place, which = touching(shapes, ground.shapes)
    if geometry == "point":
        amount = np.ones(len(which))
    else:
        cut, unit = _measures(county, ground, geometry)
        amount = _inside(shapes, ground.shapes, place, which, cut) / unit
    rows = pd.DataFrame({"place": place, "fid": features.frame.index.to_numpy()[which], "amount": amount})
    for name in fields:
        values = features.frame[name] if name in features.frame else pd.Series("", index=features.frame.index)
        rows[name] = values.map(_text).to_numpy()[which]
    least = LEAST.get(geometry, 0.0) / (SQUARE_METRES_PER_HECTARE if geometry == "polygon" else METRES_PER_KILOMETRE)
    return rows if geometry == "point" else rows[rows["amount"] >= least].reset_index(drop=True)


def _measures(county: County, ground: Ground, geometry: str):
    if geometry == "polygon":
        return lambda shapes: ellipsoidal_areas(shapes, ground.crs, county.project), SQUARE_METRES_PER_HECTARE
    return lambda shapes: ellipsoidal_lengths(shapes, ground.crs, county.project), METRES_PER_KILOMETRE


def _inside(shapes, places, place, which, measure) -> np.ndarray:
    """What each shape has in each place. Only shapes that a place does not hold as a whole are cut."""
    shapely.prepare(places)
    held = shapely.contains_properly(places[place], shapes[which])
    pieces = shapes[which].copy()
    pieces[~held] = shapely.intersection(shapes[which[~held]], places[place[~held]])
    return measure(pieces)


def _text(value) -> str:
    if value is None or value != value:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value).strip()


def _none(fields: tuple[str, ...]) -> pd.DataFrame:
    numbers = {"place": np.zeros(0, int), "fid": np.zeros(0, int), "amount": np.zeros(0)}
    return pd.DataFrame({**numbers, **{name: pd.Series(dtype=object) for name in fields}})
