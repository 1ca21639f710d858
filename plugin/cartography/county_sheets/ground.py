"""The ground that the tables of a sheet speak of: the towns of the county, or the area of one page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

from ...bridge.areas import ellipsoidal_areas
from ...bridge.vector import Features, read_features
from ...county.layers import geometry_of
from ...language import tr
from .atlas import TOWN, AtlasPage
from .county import County

#: Share of the county outside all towns from which it is a place of its own; less is a matter of digitising.
LEAST_REST = 0.001


@dataclass(frozen=True)
class Ground:
    """p places: their ``names``, the ``keys`` by which pages know them ('' for the rest of the county outside its
    towns), ``shapes`` in ``crs`` and ellipsoidal ``areas`` in square metres."""

    names: tuple[str, ...]
    keys: tuple[str, ...]
    shapes: np.ndarray
    areas: np.ndarray
    crs: QgsCoordinateReferenceSystem

    @property
    def area(self) -> float:
        return float(self.areas.sum())


def whole_county(county: County) -> Ground:
    """The towns in the order of their layer, cut by the county's boundary, and the rest of the county; without towns
    the county as one place. Read once a run."""
    if "ground" not in county.kept:
        county.kept["ground"] = _whole_county(county)
    return county.kept["ground"]


def ground_of(county: County, page: AtlasPage | None) -> Ground:
    """The places of a sheet: the towns on a sheet of the county, one place on a page of an atlas."""
    whole = whole_county(county)
    if page is None or page.shape is None:
        return whole
    if page.by == TOWN and page.key in whole.keys:
        at = whole.keys.index(page.key)
        return Ground((page.name,), (page.key,), whole.shapes[at : at + 1], whole.areas[at : at + 1], whole.crs)
    shape = shapely.make_valid(shapely.from_wkb(bytes(page.shape.asWkb())))
    return _ground(county, [page.name], [page.key], [shape], whole.crs)


def county_shape(county: County):
    """The county as one shapely geometry in the sheets' system."""
    if "county shape" not in county.kept:
        county.kept["county shape"] = shapely.union_all(whole_county(county).shapes)
    return county.kept["county shape"]


def read_role(county: County, role: str, fields: list[str], geometry: str | None = None) -> Features | None:
    """The features of a role's layer in the sheets' system, once a run; None without a layer of that geometry.

    Fields that are '' are passed over.
    """
    layer = county.layer(role)
    if not isinstance(layer, QgsVectorLayer) or (geometry and geometry_of(layer) != geometry):
        return None
    wanted = tuple(name for name in dict.fromkeys(fields) if name and layer.fields().indexOf(name) >= 0)
    key = ("features", layer.id(), wanted)
    if key not in county.kept:
        crs = QgsCoordinateReferenceSystem(county.crs())
        county.kept[key] = read_features(layer, crs, label=layer.name(), fields=list(wanted), project=county.project)
    return county.kept[key]


def _whole_county(county: County) -> Ground:
    crs = QgsCoordinateReferenceSystem(county.crs())
    name = county.roles.field("towns", "name")
    towns, boundary = read_role(county, "towns", [name], "polygon"), read_role(county, "boundary", [], "polygon")
    whole = None if boundary is None else shapely.union_all(boundary.frame.geometry.to_numpy())
    if towns is None or towns.frame.empty:
        shapes = [] if whole is None else [whole]
        return _ground(county, [tr("全县")] * len(shapes), [""] * len(shapes), shapes, crs)
    shapes = towns.frame.geometry.to_numpy()
    keys = [str(fid) for fid in towns.frame.index]
    names = towns.frame[name].fillna("").astype(str).tolist() if name in towns.frame else keys
    if whole is not None:
        rest = shapely.difference(whole, shapely.union_all(shapes))
        shapes = shapely.intersection(shapes, whole)
        if shapely.area(rest) > LEAST_REST * shapely.area(whole):
            shapes, keys, names = [*shapes, rest], [*keys, ""], [*names, tr("其他")]
    return _ground(county, names, keys, shapes, crs)


def _ground(county: County, names, keys, shapes, crs: QgsCoordinateReferenceSystem) -> Ground:
    places = np.array(shapes, dtype=object)
    areas = ellipsoidal_areas(places, crs, county.project) if len(places) else np.zeros(0)
    return Ground(tuple(names), tuple(keys), places, areas, crs)
