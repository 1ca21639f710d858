"""Frames to layers, and what a finished layer tells about itself."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsField,
    QgsFields,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QVariant
from qgis.PyQt.QtGui import QColor

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.bridge.faults import NotWritten
from ronghe.plugin.bridge.fields import FieldSpec, fields_of, merged_fields
from ronghe.plugin.bridge.finish import finish_layer
from ronghe.plugin.bridge.raster import write_grid
from ronghe.plugin.bridge.sentences import renamed_sentences
from ronghe.plugin.bridge.vector import read_features
from ronghe.plugin.bridge.write import sink_type, write_features
from ronghe.plugin.county.provenance import InputRecord, Provenance

SPECS = [
    FieldSpec("minutes", "real", "出行时间", "Travel time", "min"),
    FieldSpec("facility", "text", "最近设施", "Nearest facility"),
    FieldSpec("rank", "int", "名次", "Rank"),
    FieldSpec("covered", "bool", "是否覆盖", "Covered"),
]


@pytest.fixture
def frame():
    return gpd.GeoDataFrame(
        {
            "minutes": [12.5, np.nan],
            "facility": ["县医院", None],
            "rank": np.array([1, 2], dtype=np.int32),
            "covered": [True, False],
        },
        geometry=[shapely.Point(1, 2), shapely.Point(3, 4)],
        crs=4546,
    )


@pytest.fixture
def geopackage(tmp_path, qgis_app):
    """A function that makes an empty GeoPackage layer and opens it."""

    def make(fields, wkb_type=QgsWkbTypes.Type.Point, name="覆盖"):
        path = str(tmp_path / "结果.gpkg")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = name
        crs = QgsCoordinateReferenceSystem("EPSG:4546")
        writer = QgsVectorFileWriter.create(path, fields, wkb_type, crs, QgsCoordinateTransformContext(), options)
        del writer
        return QgsVectorLayer(f"{path}|layername={name}", name, "ogr")

    return make


def test_rows_become_features_and_nothing_becomes_null(frame, geopackage):
    layer = geopackage(fields_of(SPECS))
    fields = fields_of(SPECS)
    assert write_features(layer.dataProvider(), frame, fields_of_sink(layer, frame, fields)) == 2
    first, second = layer.getFeatures()
    assert [first[name] for name in ("minutes", "facility", "rank", "covered")] == [12.5, "县医院", 1, True]
    assert second["minutes"] == NULL and second["facility"] == NULL and second["covered"] is False
    assert first.geometry().asPoint().y() == 2


def fields_of_sink(layer, frame, fields):
    """A GeoPackage layer begins with its own fid, which the frame has to hold as well."""
    frame.insert(0, "fid", [1, 2])
    return layer.fields()


def test_what_was_written_is_read_back_alike(frame, qgis_app):
    layer = QgsVectorLayer("Point?crs=EPSG:4546", "m", "memory")
    fields = fields_of(SPECS)
    layer.dataProvider().addAttributes(list(fields))
    layer.updateFields()
    write_features(layer.dataProvider(), frame, fields)
    back = read_features(layer, layer.crs(), label="覆盖").frame
    assert back["minutes"].iloc[0] == 12.5 and np.isnan(back["minutes"].iloc[1])
    assert back["facility"].tolist() == ["县医院", None] and back["covered"].tolist() == [True, False]
    assert back.geometry.geom_equals(frame.geometry.set_axis(back.index)).all()


def test_dates_and_moments_are_written_as_such(qgis_app):
    fields = QgsFields()
    for name, kind in (("d", QVariant.Date), ("t", QVariant.Time), ("m", QVariant.DateTime)):
        fields.append(QgsField(name, kind))
    layer = QgsVectorLayer("None", "m", "memory")
    layer.dataProvider().addAttributes(list(fields))
    layer.updateFields()
    moment = pd.Timestamp("2023-05-01 08:30")
    write_features(layer.dataProvider(), pd.DataFrame({"d": ["2023-05-01"], "t": ["08:30:00"], "m": [moment]}), fields)
    row = next(layer.getFeatures()).attributes()
    assert row == [QDate(2023, 5, 1), QTime(8, 30), QDateTime(QDate(2023, 5, 1), QTime(8, 30))]


def test_the_sink_takes_the_shapes_of_the_frame(frame):
    square = shapely.box(0, 0, 1, 1)
    assert sink_type(frame) == QgsWkbTypes.Type.Point
    assert sink_type(gpd.GeoDataFrame(geometry=[square])) == QgsWkbTypes.Type.MultiPolygon
    assert sink_type(gpd.GeoDataFrame(geometry=[shapely.MultiPoint([(0, 0)])])) == QgsWkbTypes.Type.MultiPoint
    assert sink_type(gpd.GeoDataFrame(geometry=[])) == QgsWkbTypes.Type.Unknown
    assert sink_type(pd.DataFrame({"a": [1]})) == QgsWkbTypes.Type.NoGeometry


def test_single_parts_become_multi_parts_where_the_sink_is_one(qgis_app):
    squares = [shapely.box(0, 0, 1, 1), shapely.MultiPolygon([shapely.box(2, 2, 3, 3)]), None]
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4546", "m", "memory")
    write_features(layer.dataProvider(), gpd.GeoDataFrame(geometry=squares), QgsFields())
    kinds = [one.geometry().isMultipart() for one in layer.getFeatures() if one.hasGeometry()]
    assert kinds == [True, True] and layer.featureCount() == 3


def test_a_sink_that_refuses_is_reported(frame, qgis_app):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4546", "m", "memory")
    with pytest.raises(NotWritten) as caught:
        write_features(layer.dataProvider(), frame[["geometry"]], QgsFields(), target="覆盖")
    assert caught.value.target == "覆盖"


def test_fields_of_the_input_give_way_to_the_result_s_own(qgis_app):
    given = QgsFields()
    for name in ("fid", "名称", "Minutes", "minutes_2", "人口"):
        given.append(QgsField(name, QVariant.String))
    fields, renamed = merged_fields(given, SPECS[:2])
    assert renamed == {"fid": "fid_2", "Minutes": "Minutes_3"}
    names = [field.name() for field in fields]
    assert names == ["fid_2", "名称", "Minutes_3", "minutes_2", "人口", "minutes", "facility"]
    assert "改名为“Minutes_3”" in renamed_sentences(renamed, "村庄")[1]


@pytest.mark.parametrize(("locale", "alias"), [("zh_CN", "出行时间（分钟）"), ("en_GB", "Travel time (min)")])
def test_aliases_carry_the_unit_in_the_planner_s_language(monkeypatch, qgis_app, locale, alias):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: locale)
    assert SPECS[0].alias == alias
    assert fields_of(SPECS).field("minutes").alias() == alias


def red(layer):
    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    symbol.setColor(QColor("#c00000"))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


@pytest.fixture
def provenance():
    return Provenance(
        algorithm="ronghe:servicecoverage",
        parameters={"THRESHOLD_MINUTES": 30, "BREAKS": "15,30"},
        inputs=[InputRecord("roads", "道路", "roads.gpkg", count=7520, left_out=2)],
    )


def test_a_geopackage_keeps_aliases_style_and_provenance(geopackage, provenance):
    layer = geopackage(fields_of(SPECS))
    finish_layer(layer, SPECS, red, provenance, title="服务覆盖")
    source = layer.source()
    del layer
    opened = QgsVectorLayer(source, "重新打开", "ogr")
    opened.loadDefaultStyle()
    assert opened.attributeAlias(opened.fields().lookupField("minutes")) == SPECS[0].alias
    assert opened.renderer().symbol().color().name() == "#c00000"
    assert opened.metadata().title() == "服务覆盖"
    history = "\n".join(opened.metadata().history())
    for part in ("ronghe:servicecoverage", provenance.version, provenance.created, "THRESHOLD_MINUTES = 30", "7520"):
        assert part in history


def test_a_raster_file_has_them_beside_it(tmp_path, provenance, qgis_app):
    grid = Grid(np.array([[1.0, 2.0]]), 0, 30, 30, 30)
    path = write_grid(
        tmp_path / "时间.tif", grid, QgsCoordinateReferenceSystem("EPSG:4546"), metadata=provenance.to_tags()
    )
    layer = QgsRasterLayer(str(path), "时间")
    finish_layer(layer, provenance=provenance, title="出行时间")
    opened = QgsRasterLayer(str(path), "重新打开")
    opened.loadDefaultMetadata()
    assert opened.metadata().title() == "出行时间"
    assert any("道路" in line for line in opened.metadata().history())


def test_a_memory_layer_keeps_them_itself(qgis_app, provenance):
    layer = QgsVectorLayer("Point?crs=EPSG:4546&field=minutes:double", "m", "memory")
    finish_layer(layer, SPECS[:1], red, provenance)
    assert layer.attributeAlias(0) == SPECS[0].alias
    assert layer.metadata().history() == provenance.history()


def test_a_shapefile_has_them_beside_it(tmp_path, qgis_app, provenance):
    source = QgsVectorLayer("Point?crs=EPSG:4546&field=minutes:double", "m", "memory")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "ESRI Shapefile"
    path = str(tmp_path / "结果.shp")
    QgsVectorFileWriter.writeAsVectorFormatV3(source, path, QgsCoordinateTransformContext(), options)
    finish_layer(QgsVectorLayer(path, "结果", "ogr"), SPECS[:1], red, provenance)
    opened = QgsVectorLayer(path, "结果", "ogr")
    assert opened.attributeAlias(0) == SPECS[0].alias
