"""The county as surveyed: the layers and rasters that ``make_county`` wrote, read back from their files.

The plan is made from the files and not from the memory of the first half. Other versions of the numerical libraries
give other ground from the same seed; the shipped ground stays as it is when the plan on it is made anew.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from osgeo import gdal, ogr

from grid import Grid

KINDS = {ogr.OFTString: str, ogr.OFTInteger: int, ogr.OFTInteger64: int, ogr.OFTReal: float}
TYPES = {ogr.wkbPoint: "Point", ogr.wkbLineString: "LineString", ogr.wkbMultiPolygon: "MultiPolygon"}
RANKS = ["国道", "省道", "县道", "乡道", "村道"]


@dataclass(frozen=True)
class Survey:
    """Tables as ``write_geopackage`` takes them, and the rasters on their 30 m frame."""

    tables: dict
    """Layer name -> (geometry type, {field: str, int or float}, [(values..., geometry)])."""
    grid: Grid
    elevation: np.ndarray
    cover: np.ndarray

    def rows(self, layer, **wanted):
        """(attributes, geometry) of the features whose attributes are as wanted."""
        _, fields, rows = self.tables[layer]
        named = [(dict(zip(fields, values)), shape) for *values, shape in rows]
        return [(a, shape) for a, shape in named if all(a[field] == value for field, value in wanted.items())]

    def shapes(self, layer, **wanted):
        """Geometries of these features."""
        return [shape for _, shape in self.rows(layer, **wanted)]

    def whole(self, layer, **wanted):
        """Their union."""
        return shapely.union_all(self.shapes(layer, **wanted))

    @property
    def outline(self):
        """The county."""
        return self.whole("县界")

    @property
    def towns(self):
        """Town -> polygon."""
        return {a["名称"]: shape for a, shape in self.rows("乡镇")}

    @property
    def seats(self):
        """Town -> point."""
        return {a["名称"]: shape for a, shape in self.rows("乡镇驻地")}


def _table(layer):
    """One layer with its values and coordinates exactly as they are."""
    definition = layer.GetLayerDefn()
    fields = {
        definition.GetFieldDefn(i).GetName(): KINDS[definition.GetFieldDefn(i).GetType()]
        for i in range(definition.GetFieldCount())
    }
    rows = [
        (*feature.items().values(), shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())))
        for feature in layer
    ]
    return TYPES[layer.GetGeomType()], fields, rows


def read_survey(folder, without):
    """The survey in a folder; ``without`` names the layers that are made from it."""
    source = ogr.Open(str(folder / "yunling.gpkg"))
    found = [source.GetLayer(i) for i in range(source.GetLayerCount())]
    tables = {
        layer.GetName(): _table(layer)
        for layer in found
        if layer.GetName() not in without and layer.GetGeomType() != ogr.wkbNone
    }
    rasters = [gdal.Open(str(folder / f"yunling_{name}.tif")) for name in ("dem", "landcover")]
    left, cell, _, top, _, _ = rasters[0].GetGeoTransform()
    elevation, cover = (raster.ReadAsArray() for raster in rasters)
    return Survey(tables, Grid(left, top, cell, *elevation.shape), elevation.astype(float), cover)
