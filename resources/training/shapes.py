"""Polygons from rasters, with boundaries drawn as a planner would: smooth, and shared between neighbours."""

import numpy as np
import shapely
from osgeo import gdal, ogr, osr
from scipy import ndimage
from shapely.geometry import LineString, Polygon
from shapely.ops import linemerge, polygonize

from channels import densify, smooth_line
from grid import EPSG

PRECISION_M = 0.01
"""Coordinates are kept to the centimetre."""


def _memory_raster(grid):
    raster = gdal.GetDriverByName("MEM").Create("", grid.cols, grid.rows, 1, gdal.GDT_Int32)
    raster.SetGeoTransform((grid.left, grid.cell, 0.0, grid.top, 0.0, -grid.cell))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    # The authority lists northing first; without this the shapes would be rasterised with swapped axes.
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    raster.SetSpatialRef(reference)
    return raster


def raster_polygons(grid, labels):
    """(label, polygon) of each 4-connected patch of a non-zero integer raster."""
    raster = _memory_raster(grid)
    band = raster.GetRasterBand(1)
    band.WriteArray(labels.astype(np.int32))
    store = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = store.CreateLayer("patches")
    layer.CreateField(ogr.FieldDefn("label", ogr.OFTInteger))
    gdal.Polygonize(band, band, layer, 0)
    return [(f.GetField(0), shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb()))) for f in layer]


def parts(geometry):
    """The polygons of a polygon, multipolygon or collection."""
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]


def rounded(geometry):
    """Valid geometry on the centimetre grid."""
    return shapely.set_precision(shapely.make_valid(geometry), PRECISION_M)


def _smooth_ring(ring, sigma_m):
    (points,) = densify(np.asarray(ring.coords), 30.0)
    closed = ndimage.gaussian_filter1d(points[:-1], sigma_m / 30.0, axis=0, mode="wrap")
    return np.vstack([closed, closed[:1]])


def smooth_polygon(polygon, sigma_m, simplify_m=6.0):
    """Polygon with rounded-off boundary; holes and parts that vanish are dropped."""
    holes = [
        _smooth_ring(hole, sigma_m) for hole in polygon.interiors if Polygon(hole).area > 60 * sigma_m**2
    ]
    shape = Polygon(_smooth_ring(polygon.exterior, sigma_m), holes).buffer(0)
    return rounded(shape.simplify(simplify_m))


def zones(grid, mask, sigma_m, smallest_m2, within=None):
    """Smooth polygons of the patches of a mask, largest first, cut to ``within``."""
    found = []
    for _, patch in raster_polygons(grid, mask.astype(np.int32)):
        if patch.area < smallest_m2:
            continue
        shape = smooth_polygon(patch, sigma_m)
        if within is not None:
            shape = rounded(shape.intersection(within))
        found += [part for part in parts(shape) if part.area >= 0.7 * smallest_m2]
    return sorted(found, key=lambda part: -part.area)


def shared_borders(grid, labels, sigma_m, simplify_m=8.0):
    """Smoothed border lines between the patches of a raster, one line for both neighbours."""
    patches = raster_polygons(grid, labels)
    edges = shapely.node(shapely.union_all([patch.boundary for _, patch in patches]))
    arcs = [np.asarray(arc.coords) for arc in shapely.get_parts(linemerge(edges))]
    smoothed = []
    for arc in arcs:
        (points,) = densify(arc, grid.cell)
        closed = np.array_equal(arc[0], arc[-1])
        points = (
            _smooth_ring(LineString(arc), sigma_m) if closed else smooth_line(points, sigma_m / grid.cell)
        )
        smoothed.append(LineString(points).simplify(simplify_m))
    return smoothed


def partition(grid, labels, sigma_m, simplify_m=8.0):
    """Label -> polygon, for patches that share their smoothed borders exactly."""
    smoothed = shared_borders(grid, labels, sigma_m, simplify_m)
    lines = shapely.set_precision(shapely.union_all(smoothed), PRECISION_M)
    shapes = {}
    for cell in polygonize(shapely.get_parts(lines)):
        inside = cell.representative_point()
        row, col = grid.row_col(inside.x, inside.y)
        shapes.setdefault(int(labels[row, col]), []).append(cell)
    shapes.pop(0, None)
    return {label: shapely.union_all(cells, grid_size=PRECISION_M) for label, cells in shapes.items()}


def rasterise(grid, polygons, values=None):
    """Integer raster of polygons: 1, or the value given for each."""
    raster = _memory_raster(grid)
    store = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = store.CreateLayer("shapes", raster.GetSpatialRef())
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    for index, polygon in enumerate(polygons):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, 1 if values is None else int(values[index]))
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(polygon)))
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], layer, options=["ATTRIBUTE=value"])
    return raster.GetRasterBand(1).ReadAsArray()
