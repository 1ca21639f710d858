"""Files of the training county: GeoPackage, GeoTIFFs and the table of walking speeds."""

import csv

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

from grid import EPSG
from landcover import LABELS

FICTION = "云岭县为虚构县，仅供培训与测试 / fictional county for training"
NOTE = (
    f"{FICTION}。规划图层同样是虚构的；“备注”中以“培训用”开头的重叠、空白和冲突是故意设置的 / "
    "the plan is invented too; what 备注 calls 培训用 is deliberate"
)
FIXED_DATE = "2026-01-01T00:00:00Z"
"""Written in place of the time of writing, so that the same script gives the same file."""

GEOMETRY = {"Point": ogr.wkbPoint, "LineString": ogr.wkbLineString, "MultiPolygon": ogr.wkbMultiPolygon}
FIELD = {str: ogr.OFTString, int: ogr.OFTInteger, float: ogr.OFTReal}
TILE = 256


def reference():
    """The county's coordinate system, easting first."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def _value(value):
    return value.item() if isinstance(value, np.generic) else value


def write_layer(source, name, geometry_type, fields, rows):
    """One layer; ``fields`` maps names to str, int or float, each row is (values..., geometry)."""
    options = [f"DESCRIPTION={FICTION}", f"IDENTIFIER={name}", "GEOMETRY_NAME=geom", "FID=fid"]
    layer = source.CreateLayer(name, reference(), GEOMETRY[geometry_type], options)
    for field, kind in fields.items():
        layer.CreateField(ogr.FieldDefn(field, FIELD[kind]))
    layer.StartTransaction()
    for *values, geometry in rows:
        if geometry_type == "MultiPolygon":
            geometry = shapely.multipolygons(
                [p for p in shapely.get_parts(geometry) if p.geom_type == "Polygon"]
            )
        feature = ogr.Feature(layer.GetLayerDefn())
        for index, value in enumerate(values):
            if value not in ("", None):
                feature.SetField(index, _value(value))
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(geometry, output_dimension=2)))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def write_geopackage(path, layers):
    """GeoPackage with the given layers and the table 说明 that says the county is invented."""
    path.unlink(missing_ok=True)
    gdal.SetConfigOption("OGR_CURRENT_DATE", FIXED_DATE)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, (geometry_type, fields, rows) in layers.items():
        write_layer(source, name, geometry_type, fields, rows)
    note = source.CreateLayer("说明", None, ogr.wkbNone, [f"DESCRIPTION={FICTION}"])
    note.CreateField(ogr.FieldDefn("内容", ogr.OFTString))
    feature = ogr.Feature(note.GetLayerDefn())
    feature.SetField(0, NOTE)
    note.CreateFeature(feature)
    feature = None
    note = source = None
    gdal.SetConfigOption("OGR_CURRENT_DATE", None)


def write_raster(path, grid, values, data_type, predictor):
    """Tiled, deflated GeoTIFF without nodata cells."""
    options = ["COMPRESS=DEFLATE", "ZLEVEL=9", f"PREDICTOR={predictor}", "TILED=YES"]
    options += [f"BLOCKXSIZE={TILE}", f"BLOCKYSIZE={TILE}"]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), grid.cols, grid.rows, 1, data_type, options)
    raster.SetGeoTransform((grid.left, grid.cell, 0.0, grid.top, 0.0, -grid.cell))
    raster.SetSpatialRef(reference())
    raster.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", FICTION)
    raster.GetRasterBand(1).WriteArray(values)
    raster = None


def write_speeds(path):
    """Walking speed on each land cover class; none of the values is from a standard yet."""
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(["class", "label_zh", "label_en", "speed_kmh", "mode", "source", "verified"])
        for code, (chinese, english, speed) in LABELS.items():
            table.writerow(
                [code, chinese, english, speed, "walk", "engineering default, from memory", "待核"]
            )
