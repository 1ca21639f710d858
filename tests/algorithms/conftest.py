"""A small valley, and a way to run an algorithm that writes down what it says.

The valley: one straight road from west to east at 30 km/h, so that a kilometre takes two minutes. Coordinates in the
tests are metres from the road's western end.
"""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

WEST, SOUTH = 500_000.0, 4_090_000.0
CRS = "EPSG:4546"
MEMORY = "TEMPORARY_OUTPUT"


class Said(QgsProcessingFeedback):
    """Feedback that remembers. ``cancel_at``: a word of a progress text at which the planner presses cancel."""

    def __init__(self, cancel_at: str = ""):
        super().__init__(False)
        self.infos, self.warnings, self.errors, self.steps = [], [], [], []
        self.cancel_at, self.cancelled_at = cancel_at, None

    def pushInfo(self, text):
        self.infos.append(text)

    def pushWarning(self, text):
        self.warnings.append(text)

    def reportError(self, text, fatalError=False):  # noqa: N803 - QGIS's name
        self.errors.append(text)

    def setProgressText(self, text):
        self.steps.append(text)
        if self.cancel_at and self.cancel_at in text:
            self.cancelled_at = time.perf_counter()
            self.cancel()

    def warned(self, *words: str) -> bool:
        """Whether one warning holds all ``words``."""
        return any(all(word in text for word in words) for text in self.warnings)


@dataclass
class Run:
    """A finished run: its ``results`` and what was ``said``."""

    results: dict
    said: Said
    _rows: dict = field(default_factory=dict)

    def __getitem__(self, name):
        return self.results[name]

    def rows(self, name: str) -> list[dict]:
        """The rows of a result, NULL as None, the shape under ``geometry``."""
        if name not in self._rows:
            self._rows[name] = rows_of(self.results[name])
        return self._rows[name]

    def grid(self, name: str = "OUTPUT") -> np.ndarray:
        """The values of a raster result, NaN where it has none."""
        return grid_of(self.results[name])


def rows_of(layer) -> list[dict]:
    """The rows of a layer or of a file."""
    if isinstance(layer, str):
        layer = QgsVectorLayer(layer, "result", "ogr")
        assert layer.isValid()
    names = layer.fields().names()
    found = []
    for feature in layer.getFeatures():
        values = [None if isinstance(v, QVariant) else v for v in feature.attributes()]
        row = dict(zip(names, values))
        row["geometry"] = shapely.from_wkb(feature.geometry().asWkb().data()) if feature.hasGeometry() else None
        found.append(row)
    return found


def grid_of(path) -> np.ndarray:
    from osgeo import gdal

    raster = gdal.Open(str(path))
    values = raster.GetRasterBand(1).ReadAsArray().astype(float)
    values[values == raster.GetRasterBand(1).GetNoDataValue()] = np.nan
    return values


@pytest.fixture(scope="session", autouse=True)
def nothing_outlives_qgis(qgis_app):
    """A layer that is freed after QGIS has ended takes the interpreter with it. QGIS never frees the traceback of a run
    that failed, nor the layers of the frames in it: they are ended here, while QGIS is still there.
    """
    from qgis.PyQt import sip

    yield
    gc.collect()
    for layer in [one for one in gc.get_objects() if isinstance(one, QgsMapLayer)]:
        if not sip.isdeleted(layer) and sip.ispyowned(layer):
            sip.delete(layer)


@pytest.fixture(autouse=True)
def layers_end_with_their_test(request, nothing_outlives_qgis):
    """pytest keeps the fixtures of the last test until QGIS has ended."""
    yield
    request.node.funcargs.clear()


@pytest.fixture(autouse=True)
def chinese(monkeypatch, qgis_app):
    """The planner works in Chinese."""
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")


@pytest.fixture
def said():
    """The class of feedback that remembers."""
    return Said


@pytest.fixture
def run(provider, qgis_new_project):
    """A function that runs an algorithm of Ronghe in a new project."""
    import processing

    def start(algorithm: str, said: Said | None = None, **parameters) -> Run:
        said = said or Said()
        return Run(processing.run(f"ronghe:{algorithm}", parameters, feedback=said), said)

    return start


@pytest.fixture
def fails(run):
    """A function that runs an algorithm which must fail, and answers with its sentence and what was said before."""
    from qgis.core import QgsProcessingException

    def start(algorithm: str, said: Said | None = None, **parameters):
        said = said or Said()
        with pytest.raises(QgsProcessingException) as caught:
            run(algorithm, said, **parameters)
        return str(caught.value), said

    return start


@pytest.fixture
def layer_of(qgis_app):
    """A function that makes a memory layer: ``layer_of("Point", {"名称": "string"}, [(wkt or shape, …), …])``.

    Coordinates are moved by the valley's corner unless ``crs`` is another system.
    """

    def make(kind, fields, rows, name="测试", crs=CRS, move=True):
        definition = "&".join([f"{kind}?crs={crs}", *(f"field={name}:{kind}" for name, kind in fields.items())])
        layer = QgsVectorLayer(definition, name, "memory")
        if not crs:
            layer.setCrs(QgsCoordinateReferenceSystem())
        assert layer.isValid(), definition
        features = []
        for shape, *attributes in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes(attributes)
            if shape is not None:
                shape = shapely.from_wkt(shape) if isinstance(shape, str) else shape
                if move and crs == CRS:
                    shape = shapely.transform(shape, lambda xy: xy + np.array([WEST, SOUTH]))
                geometry = QgsGeometry()
                geometry.fromWkb(shapely.to_wkb(shape))
                feature.setGeometry(geometry)
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return layer

    return make


@pytest.fixture
def points_of(layer_of):
    """A function that makes points at (x, y) metres: ``points_of([(0, 0, "县医院")], 名称="string")``."""

    def make(rows, name="点", crs=CRS, move=True, **fields):
        return layer_of("Point", fields, [(shapely.Point(x, y), *rest) for x, y, *rest in rows], name, crs, move)

    return make


@pytest.fixture
def road(layer_of):
    """The valley's road, 20 km from west to east at 30 km/h: two minutes a kilometre."""
    return layer_of("LineString", {"车速": "double"}, [("LINESTRING(0 0, 20000 0)", 30.0)], "道路")


@pytest.fixture
def raster_of(tmp_path, qgis_app):
    """A function that makes a raster layer of an array; its upper left corner is (x, y) metres."""
    from osgeo import gdal, osr

    def make(values, x=0.0, y=0.0, cell=30.0, cell_y=None, crs=CRS, name="高程", nodata=-32768.0, move=True):
        values = np.asarray(values, dtype=np.float32)
        path = tmp_path / f"{name}.tif"
        rows, cols = values.shape
        tiff = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, 1, gdal.GDT_Float32)
        dx, dy = (WEST, SOUTH) if move else (0.0, 0.0)
        tiff.SetGeoTransform((x + dx, cell, 0, y + dy, 0, -(cell_y or cell)))
        system = osr.SpatialReference()
        system.ImportFromEPSG(int(crs.split(":")[1]))
        tiff.SetProjection(system.ExportToWkt())
        tiff.GetRasterBand(1).SetNoDataValue(nodata)
        tiff.GetRasterBand(1).WriteArray(np.where(np.isnan(values), nodata, values))
        tiff.FlushCache()
        del tiff
        layer = QgsRasterLayer(str(path), name)
        assert layer.isValid()
        return layer

    return make


@pytest.fixture
def csv_of(tmp_path):
    """A function that writes a CSV file of text and answers with its path."""

    def make(text: str, name="表.csv", encoding="utf-8") -> str:
        path = tmp_path / name
        path.write_text(text, encoding=encoding)
        return str(path)

    return make


def leftovers(folder: Path) -> list[str]:
    """Everything that lies in a folder, hidden files too."""
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*"))


@pytest.fixture(name="leftovers")
def leftovers_fixture():
    return leftovers
