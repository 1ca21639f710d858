"""Layers to frames: what is kept, what is left out and why, and how fast."""

import time

import numpy as np
import pandas as pd
import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeedback,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ronghe.plugin.bridge.faults import Cancelled, MissingCrs, MissingField, WrongGeometry
from ronghe.plugin.bridge.sentences import left_out_sentences
from ronghe.plugin.bridge.vector import read_features, read_table

BOW_TIE = "Polygon((0 0, 10 10, 10 0, 0 10, 0 0))"
SQUARE = "Polygon((0 0, 10 0, 10 10, 0 10, 0 0))"


@pytest.fixture
def zone(qgis_app):
    return QgsCoordinateReferenceSystem("EPSG:4546")


@pytest.fixture
def villages(layer_of):
    return layer_of(
        "Point?crs=EPSG:4490&field=名称:string&field=人口:integer&field=海拔:double",
        [
            ("Point(111.20 36.98)", "水头村", 820, 1021.5),
            ("Point(111.30 37.05)", "康城村", None, 985.0),
            ("Point(111.10 37.00)", None, 310, None),
        ],
        name="行政村",
    )


def test_fields_keep_their_names_and_get_fitting_types(villages, zone):
    read = read_features(villages, zone, label="行政村", geometry="point")
    assert list(read.frame.columns) == ["名称", "人口", "海拔", "geometry"]
    assert read.frame.index.name == "fid" and read.frame.index.tolist() == [1, 2, 3]
    assert read.frame["名称"].tolist() == ["水头村", "康城村", None]
    assert read.frame["人口"].dtype == float and np.isnan(read.frame["人口"].iloc[1])
    assert (read.label, read.name, read.total, read.repaired) == ("行政村", "行政村", 3, [])
    assert [field.name() for field in read.qgs_fields] == ["名称", "人口", "海拔"]
    assert read.frame.crs.to_epsg() == 4546


def test_whole_numbers_stay_whole_when_none_is_missing(layer_of, zone):
    layer = layer_of("Point?crs=EPSG:4546&field=户数:integer", [("Point(0 0)", 3), ("Point(0 1)", 4)])
    assert read_features(layer, zone, label="村").frame["户数"].dtype == np.int64


def test_coordinates_come_out_in_the_run_s_system(villages, zone):
    first = read_features(villages, zone, label="行政村").frame.geometry.iloc[0]
    expected = QgsGeometry.fromPointXY(QgsPointXY(111.2, 36.98))
    from qgis.core import QgsCoordinateTransform

    expected.transform(QgsCoordinateTransform(villages.crs(), zone, QgsProject.instance()))
    assert (first.x, first.y) == pytest.approx((expected.asPoint().x(), expected.asPoint().y()), abs=1e-6)


def test_only_wanted_fields_are_read(villages, zone):
    read = read_features(villages, zone, label="行政村", fields=["人口"])
    assert list(read.frame.columns) == ["人口", "geometry"]
    assert [field.name() for field in read.qgs_fields] == ["人口"]
    assert list(read_features(villages, zone, label="行政村", fields=[]).frame.columns) == ["geometry"]
    with pytest.raises(MissingField) as caught:
        read_features(villages, zone, label="行政村", fields=["面积"])
    assert (caught.value.field, caught.value.present) == ("面积", ("名称", "人口", "海拔"))


def test_a_field_called_geometry_keeps_its_name(layer_of, zone):
    layer = layer_of("Point?crs=EPSG:4546&field=geometry:string", [("Point(1 2)", "文字")])
    frame = read_features(layer, zone, label="村").frame
    assert frame["geometry"].tolist() == ["文字"] and frame.geometry.iloc[0].x == 1


def test_dates_are_iso_text_and_moments_timestamps(layer_of, zone):
    layer = layer_of(
        "Point?crs=EPSG:4546&field=d:date&field=t:time&field=m:datetime",
        [
            ("Point(0 0)", QDate(2023, 5, 1), QTime(8, 30), QDateTime(QDate(2023, 5, 1), QTime(8, 30))),
            ("Point(0 0)", None, None, None),
        ],
    )
    frame = read_features(layer, zone, label="村").frame
    assert frame["d"].tolist() == ["2023-05-01", None] and frame["t"].tolist() == ["08:30:00", None]
    assert frame["m"].iloc[0] == pd.Timestamp("2023-05-01 08:30") and pd.isna(frame["m"].iloc[1])


def test_everything_left_out_is_listed_with_its_reason(layer_of, zone):
    layer = layer_of(
        "Polygon?crs=EPSG:4546",
        [(SQUARE,), (None,), ("Polygon EMPTY",), (BOW_TIE,), ("Polygon((0 0, 5 5, 0 0, 0 0))",)],
    )
    read = read_features(layer, zone, label="耕地", geometry="polygon")
    assert read.frame.index.tolist() == [1, 4] and read.repaired == [4] and read.total == 5
    assert read.left_out.to_dict("list") == {"fid": [2, 3, 5], "reason": ["no_geometry", "empty", "invalid"]}
    assert read.frame.geometry.is_valid.all()
    assert read.frame.geometry.loc[4].area == pytest.approx(50)


def test_mixed_layers_give_up_what_is_not_wanted(layer_of, zone):
    layer = layer_of("GeometryCollection", [("GeometryCollection(Point(0 0))",)])
    layer.setCrs(zone)
    read = read_features(layer, zone, label="道路", geometry="line")
    assert read.left_out["reason"].tolist() == ["wrong_type"] and read.frame.empty


def test_a_place_that_cannot_be_transformed_is_reported(layer_of, zone):
    layer = layer_of("Point?crs=EPSG:4490&field=名称:string", [("Point(111 37)", "甲"), ("Point(111 9000)", "乙")])
    read = read_features(layer, zone, label="行政村")
    assert read.left_out.to_dict("list") == {"fid": [2], "reason": ["not_transformable"]}
    assert "无法转换坐标" in left_out_sentences(read)[0]


def test_curves_become_lines_and_heights_are_dropped(layer_of, zone):
    layer = layer_of("CompoundCurve?crs=EPSG:4546", [("CompoundCurve(CircularString(0 0, 1 1, 2 0))",)])
    line = read_features(layer, zone, label="道路", geometry="line").frame.geometry.iloc[0]
    assert line.length == pytest.approx(np.pi, rel=1e-3) and line.geom_type == "LineString"
    layer = layer_of("LineStringZM?crs=EPSG:4546", [("LineStringZM(0 0 5 1, 3 4 6 2)",)])
    line = read_features(layer, zone, label="道路", geometry="line").frame.geometry.iloc[0]
    assert not line.has_z and line.length == 5


def test_a_layer_of_another_kind_or_without_system_is_refused(layer_of, zone, villages):
    with pytest.raises(WrongGeometry) as caught:
        read_features(villages, zone, label="道路", geometry="line")
    assert (caught.value.expected, caught.value.found) == ("line", "point")
    nowhere = layer_of("Point", [("Point(0 0)",)])
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(MissingCrs):
        read_features(nowhere, zone, label="道路")
    table = layer_of("None?field=a:integer", [(None, 1)])
    table.setCrs(zone)
    with pytest.raises(WrongGeometry):
        read_features(table, zone, label="村")


def test_the_layer_s_filter_holds(villages, zone):
    villages.setSubsetString('"人口" > 400')
    assert read_features(villages, zone, label="行政村").frame["名称"].tolist() == ["水头村"]


def test_a_processing_source_of_selected_features_reads_those(villages, zone):
    villages.selectByIds([2])
    QgsProject.instance().addMapLayer(villages, False)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    definition = QgsProcessingFeatureSourceDefinition(villages.id(), True)
    source = QgsProcessingUtils.variantToSource(definition, context, villages.id())
    assert isinstance(source, QgsProcessingFeatureSource)
    assert read_features(source, zone, label="行政村").frame["名称"].tolist() == ["康城村"]
    del source
    QgsProject.instance().clear()


def test_cancel_stops_the_reading(villages, zone):
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        read_features(villages, zone, label="行政村", feedback=feedback)


def test_a_table_is_read_without_geometry(layer_of, villages):
    table = layer_of("None?field=origin:string&field=minutes:double", [(None, "水头村", 12.5), (None, "康城村", None)])
    frame = read_table(table, ["minutes"])
    assert list(frame.columns) == ["minutes"] and frame["minutes"].iloc[0] == 12.5
    assert list(read_table(villages).columns) == ["名称", "人口", "海拔"]


def test_andorra_s_two_invalid_buildings_are_mended_and_named(qgis_app, shared_data):
    path = shared_data / "andorra" / "andorra_layers.gpkg"
    layer = QgsVectorLayer(f"{path}|layername=buildings", "buildings", "ogr")
    read = read_features(
        layer, QgsCoordinateReferenceSystem("EPSG:25831"), label="建筑", fields=["name"], geometry="polygon"
    )
    assert read.total == 7382 == len(read.frame) + len(read.left_out)
    assert len(read.repaired) + (read.left_out["reason"] == "invalid").sum() == 2
    assert shapely.is_valid(read.frame.geometry.array).all()
    assert any("2 条要素几何无效" in said for said in left_out_sentences(read))


def test_a_hundred_thousand_points_with_five_fields(qgis_app, zone, capsys):
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4490&field=a:integer&field=b:double&field=名称:string&field=c:string&field=d:double",
        "很多点",
        "memory",
    )
    random = np.random.default_rng(1)
    features = []
    for number, (x, y) in enumerate(random.uniform((110, 36), (112, 38), (100_000, 2))):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, number / 2 if number % 10 else None, f"村{number}", "x", 1.0])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    del features, feature
    # Processor time: what else the machine does at the moment is not the reader's fault.
    start = time.process_time()
    read = read_features(layer, zone, label="点", geometry="point")
    seconds = time.process_time() - start
    with capsys.disabled():
        print(f"\n100,000 points with 5 fields, reprojected: {seconds:.2f} s of processor time")
    assert len(read.frame) == 100_000
    assert seconds < 4


def geopackage_of(layer, file):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    # A field of the layer that is called fid would become the key: the key has another name then.
    options.layerOptions = ["FID=id"] if layer.fields().indexOf("fid") >= 0 else []
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(file), QgsCoordinateTransformContext(), options)
    written = QgsVectorLayer(str(file), "村", "ogr")
    assert written.isValid()
    return written


@pytest.mark.parametrize("selected", [False, True])
def test_the_feature_ids_of_a_geopackage_are_no_attribute(layer_of, zone, tmp_path, qgis_new_project, selected):
    layer = layer_of("Point?crs=EPSG:4546&field=村名:string", [("Point(0 0)", "甲"), ("Point(0 1)", "乙")])
    layer = geopackage_of(layer, tmp_path / "村.gpkg")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds([2])
    given = QgsProcessingFeatureSourceDefinition(layer.id(), selected)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    source = QgsProcessingUtils.variantToSource(given, context)
    read = read_features(source, zone, label="村")
    assert [field.name() for field in read.qgs_fields] == ["村名"]
    # It can still be asked for, say as the number of a village.
    assert read.frame["fid"].tolist() == ([2] if selected else [1, 2])


def test_a_field_called_fid_that_is_not_the_key_stays(layer_of, zone, tmp_path):
    rows = [("Point(0 0)", 1, "甲"), ("Point(0 1)", 2, "乙")]
    layer = layer_of("Point?crs=EPSG:4546&field=fid:integer&field=村名:string", rows)
    assert [one.name() for one in read_features(layer, zone, label="村").qgs_fields] == ["fid", "村名"]
    written = geopackage_of(layer, tmp_path / "村.gpkg")
    assert [one.name() for one in read_features(written, zone, label="村").qgs_fields] == ["id", "fid", "村名"]


class Shy:
    """A source that gives nothing the first times it is asked, as a GeoPackage does while QGIS opens it elsewhere."""

    def __init__(self, layer, times):
        self.layer, self.times, self.asked = layer, times, 0

    def __getattr__(self, name):
        return getattr(self.layer, name)

    def getFeatures(self, *given):
        self.asked += 1
        return iter(()) if self.asked <= self.times else self.layer.getFeatures(*given)


def test_a_layer_that_gives_nothing_though_it_has_features_is_asked_again(qgis_app):
    layer = QgsVectorLayer("Point?crs=EPSG:4546&field=名称:string", "村", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("Point(1 1)"))
    layer.dataProvider().addFeatures([feature])
    shy = Shy(layer, 2)
    assert len(read_table(shy)) == 1 and shy.asked == 3
    layer.dataProvider().truncate()
    empty = Shy(layer, 0)
    assert len(read_table(empty)) == 0 and empty.asked == 1
