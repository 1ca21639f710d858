"""A project with the layers of a county."""

import numpy as np
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsVectorLayer

POINT, LINE, SQUARE = "Point(1 1)", "LineString(0 0, 1 1)", "Polygon((0 0, 1 0, 1 1, 0 0))"
COUNTY_LAYERS = {
    "县界": ("Polygon", ["名称:string"], SQUARE, 1),
    "乡镇边界": ("Polygon", ["乡镇名称:string", "总人口:integer"], SQUARE, 7),
    "行政村": ("Point", ["村名:string", "人口:integer", "所属乡镇:string"], POINT, 94),
    "医疗设施": ("Point", ["名称:string", "类型:string", "级别:string"], POINT, 12),
    "县域路网": ("LineString", ["道路名称:string", "道路等级:string", "设计车速:double"], LINE, 40),
    "水系": ("LineString", ["名称:string"], LINE, 9),
}


def vector(name, kind, fields, wkt, count):
    definition = "&".join([f"{kind}?crs=EPSG:4546", *(f"field={field}" for field in fields)])
    layer = QgsVectorLayer(definition, name, "memory")
    features = []
    for _ in range(count):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.fixture
def raster(tmp_path, qgis_app):
    """A function that makes a small raster layer of a name."""
    from qgis.core import QgsCoordinateReferenceSystem

    from ronghe.plugin.analysis.grid import Grid
    from ronghe.plugin.bridge.raster import write_grid

    def make(name):
        crs = QgsCoordinateReferenceSystem("EPSG:4546")
        path = write_grid(tmp_path / f"{name}.tif", Grid(np.ones((3, 3)), 0, 90, 30, 30), crs)
        return QgsRasterLayer(str(path), name)

    return make


@pytest.fixture
def county(qgis_new_project, raster):
    """A function-scoped project that holds the layers of a county."""
    project = QgsProject.instance()
    for name, (kind, fields, wkt, count) in COUNTY_LAYERS.items():
        project.addMapLayer(vector(name, kind, fields, wkt, count))
    for name in ("DEM_30m", "土地利用2020"):
        project.addMapLayer(raster(name))
    yield project
    project.clear()
