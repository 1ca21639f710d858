"""What a run leaves behind: layers with names, units, style and origin, and nothing at all when it did not succeed."""

import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)

MEMORY = "TEMPORARY_OUTPUT"
TABLES = ("DEMAND_OUT", "ZONES_OUT", "GAPS", "BANDS", "LEVELS_OUT")


@pytest.fixture
def given(road, points_of):
    """A coverage run of the valley."""
    villages = points_of([(5000, 0, "甲", 100), (20000, 0, "乙", 200)], "行政村", 村名="string", 人口="integer")
    return {
        "FACILITIES": points_of([(0, 0)], "卫生院"),
        "DEMAND": villages,
        "POPULATION_FIELD": "人口",
        "ROADS": road,
        "SPEED_FIELD": "车速",
    }


def history_of(path: str) -> str:
    """The history that the GeoPackage at ``path`` keeps of its table."""
    uri = QgsProviderRegistry.instance().encodeUri("ogr", {"path": path, "layerName": Path(path).stem})
    layer = QgsVectorLayer(uri, "结果", "ogr")
    assert layer.isValid()
    return "\n".join(layer.metadata().history())


def test_memory_layers_keep_aliases_with_units_style_and_origin(run, given):
    got = run("servicecoverage", **given, **dict.fromkeys(TABLES, MEMORY))
    layer = got["DEMAND_OUT"]
    alias = {field.name(): field.alias() for field in layer.fields()}
    assert alias["minutes"] == "出行时间（分钟）" and alias["people"] == "参与统计的人口（人）"
    bands = {field.name(): field.alias() for field in got["BANDS"].fields()}
    assert bands["area_hm2"] == "面积（公顷）"
    assert layer.renderer().type() != "singleSymbol"
    history = "\n".join(layer.metadata().history())
    assert "输入 DEMAND：图层“行政村”，参与计算 2 条，未参与 0 条" in history
    assert "ronghe:servicecoverage" in history


def test_aliases_are_english_for_those_who_read_english(run, given, monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "en_GB")
    fields = run("servicecoverage", **given, DEMAND_OUT=MEMORY)["DEMAND_OUT"].fields()
    assert fields.field("minutes").alias() == "Travel time (min)"


def test_origin_names_every_parameter_also_those_left_at_their_default(run, given):
    """A table that is filed must say with which walking speed it was made, whoever left it unset."""
    history = "\n".join(run("servicecoverage", **given, DEMAND_OUT=MEMORY)["DEMAND_OUT"].metadata().history())
    for line in ("参数 THRESHOLD_MINUTES = 30", "参数 WALK_SPEED = 5.0", "参数 MAX_SNAP = 1000", "参数 WALK_MODEL = 0"):
        assert line in history


def test_geopackages_keep_everything_in_the_file(run, given, tmp_path):
    files = {name: str(tmp_path / f"{name.lower()}.gpkg") for name in TABLES}
    got = run("servicecoverage", **given, **files)
    assert {name: got[name] for name in TABLES} == files
    assert [(row["村名"], row["minutes"]) for row in got.rows("DEMAND_OUT")] == [("甲", 10.0), ("乙", 40.0)]
    assert "参与计算 2 条" in history_of(files["DEMAND_OUT"])
    loaded = QgsVectorLayer(files["DEMAND_OUT"], "结果", "ogr")
    assert loaded.renderer().type() != "singleSymbol"
    assert loaded.fields().field("minutes").alias() == "出行时间（分钟）"


def test_a_raster_keeps_its_origin_in_the_file(run, given, tmp_path):
    from osgeo import gdal

    out = str(tmp_path / "minutes.tif")
    run("traveltime", FACILITIES=given["FACILITIES"], ROADS=given["ROADS"], SPEED_FIELD="车速", OUTPUT=out)
    tags = gdal.Open(out).GetMetadata()
    assert tags["RONGHE_ALGORITHM"] == "ronghe:traveltime" and "图层“卫生院”，参与计算 1 条" in tags["RONGHE_HISTORY"]
    assert QgsRasterLayer(out, "结果").renderer().type() == "singlebandpseudocolor"


def test_chinese_file_and_field_names_survive(run, given, tmp_path):
    folder = tmp_path / "交口县 成果"
    out = str(folder / "医疗覆盖（三十分钟）.gpkg")
    got = run("servicecoverage", **given, DEMAND_OUT=out)
    assert got["DEMAND_OUT"] == out and [row["村名"] for row in got.rows("DEMAND_OUT")] == ["甲", "乙"]


def test_input_fields_with_the_names_of_results_are_renamed_and_that_is_said(run, given, points_of):
    villages = points_of([(5000, 0, 7.0, "旧")], "行政村", minutes="double", Reason="string")
    got = run("servicecoverage", **{**given, "DEMAND": villages, "POPULATION_FIELD": ""}, DEMAND_OUT=MEMORY)
    (row,) = got.rows("DEMAND_OUT")
    assert (row["minutes_2"], row["Reason_2"], row["minutes"], row["reason"]) == (7.0, "旧", 10.0, "")
    assert any("字段“minutes”与结果字段同名" in text and "“minutes_2”" in text for text in got.said.infos)


def test_the_feature_ids_of_a_geopackage_are_no_column_of_results(run, given, tmp_path):
    """A second run on the result of the first: its field names are all taken, its fid was never an attribute."""
    first, second = str(tmp_path / "一.gpkg"), str(tmp_path / "二.gpkg")
    run("servicecoverage", **given, DEMAND_OUT=first)
    got = run("servicecoverage", **{**given, "DEMAND": first}, DEMAND_OUT=second)
    row = got.rows("DEMAND_OUT")[1]
    assert row["村名"] == "乙" and row["minutes_2"] == row["minutes"] == 40.0
    assert list(row)[:2] == ["fid", "村名"] and "fid_2" not in row
    assert not any("“fid”" in text for text in got.said.infos)


def test_a_field_of_the_planner_s_that_is_called_fid_is_kept_under_another_name(run, given, points_of, tmp_path):
    villages = points_of([(5000, 0, 77)], "行政村", fid="integer")
    out = str(tmp_path / "结果.gpkg")
    got = run("servicecoverage", **{**given, "DEMAND": villages, "POPULATION_FIELD": ""}, DEMAND_OUT=out)
    (row,) = got.rows("DEMAND_OUT")
    assert row["fid_2"] == 77 and any("“fid_2”" in text for text in got.said.infos)


def test_a_filter_on_the_layer_is_respected(run, given):
    given["DEMAND"].setSubsetString("\"村名\" = '乙'")
    got = run("servicecoverage", **given, DEMAND_OUT=MEMORY)
    assert got["POPULATION"] == 200 and len(got.rows("DEMAND_OUT")) == 1


def test_a_filter_in_the_source_of_a_geopackage_is_respected(run, given, tmp_path):
    saved = str(tmp_path / "行政村.gpkg")
    run("servicecoverage", **given, DEMAND_OUT=saved)
    given["DEMAND"] = f"{saved}|layername=行政村|subset=\"村名\" = '甲'"
    assert run("servicecoverage", **given)["POPULATION"] == 100


def test_only_selected_features_take_part_when_that_is_chosen(run, given):
    layer = given["DEMAND"]
    QgsProject.instance().addMapLayer(layer, False)
    layer.selectByExpression("\"村名\" = '甲'")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    got = run("servicecoverage", **{**given, "DEMAND": chosen}, DEMAND_OUT=MEMORY)
    assert got["POPULATION"] == 100
    history = "\n".join(got["DEMAND_OUT"].metadata().history())
    assert "object at 0x" not in history and "参与计算 1 条" in history


STEPS = ("出行网络", "计算出行时间", "时间面", "等时圈", "写出")


@pytest.mark.parametrize("step", STEPS)
def test_cancel_at_any_step_leaves_nothing(fails, said, given, tmp_path, leftovers, step):
    out = tmp_path / "结果"
    out.mkdir()
    feedback = said(cancel_at=step)
    message, _ = fails(
        "traveltime",
        feedback,
        **{name: given[name] for name in ("FACILITIES", "ROADS", "SPEED_FIELD")},
        OUTPUT=str(out / "分钟.tif"),
        BANDS=str(out / "圈.gpkg"),
    )
    assert "已取消" in message
    assert time.perf_counter() - feedback.cancelled_at < 2
    assert leftovers(out) == []


def test_cancel_while_statistics_are_made(fails, said, given, tmp_path, leftovers):
    out = tmp_path / "结果"
    message, _ = fails("servicecoverage", said(cancel_at="统计"), **given, DEMAND_OUT=str(out / "需求.gpkg"))
    assert "已取消" in message and not out.exists()


@pytest.mark.parametrize("step", ["出行网络", "计算出行时间", "写出"])
def test_cancel_on_a_large_terrain_is_heard_within_two_seconds(
    fails, said, points_of, raster_of, tmp_path, leftovers, step
):
    """A million cells, twenty facilities."""
    rng = np.random.default_rng(7)
    hills = 1000 + 60 * np.sin(np.arange(1000) / 40)[:, None] * np.cos(np.arange(1000) / 25)[None, :]
    facilities = points_of([(float(x), -float(y)) for x, y in rng.uniform(0, 30000, (20, 2))])
    out = tmp_path / "结果"
    out.mkdir()
    feedback = said(cancel_at=step)
    message, _ = fails(
        "traveltime",
        feedback,
        FACILITIES=facilities,
        DEM=raster_of(hills),
        MAX_MINUTES=3000,
        OUTPUT=str(out / "分钟.tif"),
    )
    assert "已取消" in message
    assert time.perf_counter() - feedback.cancelled_at < 2
    assert leftovers(out) == []


def test_an_older_result_is_replaced_only_on_success(run, fails, said, given, tmp_path, leftovers):
    out = tmp_path / "圈.gpkg"
    run("servicecoverage", **given, DEMAND_OUT=str(out))
    before = out.read_bytes()
    fails("servicecoverage", said(cancel_at="写出"), **{**given, "THRESHOLD_MINUTES": 50}, DEMAND_OUT=str(out))
    assert out.read_bytes() == before
    assert run("servicecoverage", **{**given, "THRESHOLD_MINUTES": 50}, DEMAND_OUT=str(out))["COVERED_SHARE"] == 1
    assert out.read_bytes() != before
    assert leftovers(tmp_path) == ["圈.gpkg"]


def test_an_older_result_that_is_open_in_the_project_is_replaced_whole(run, given, tmp_path):
    """QGIS keeps a journal beside an open GeoPackage; what is left in it must not be taken for the new file's."""
    out = str(tmp_path / "需求.gpkg")
    run("servicecoverage", **given, DEMAND_OUT=out)
    layer = QgsVectorLayer(out, "旧结果", "ogr")
    QgsProject.instance().addMapLayer(layer, False)
    layer.dataProvider().changeAttributeValues({1: {layer.fields().lookupField("reason"): "手工批注"}})
    next(layer.getFeatures())
    got = run("servicecoverage", **{**given, "DEMAND": given["DEMAND"]}, DEMAND_OUT=out)
    assert [row["reason"] for row in got.rows("DEMAND_OUT")] == ["", ""]


def test_when_one_result_cannot_be_written_the_others_stay_as_they_were(run, fails, given, tmp_path, leftovers):
    """A folder lies where the list of gaps should be: the older table of demand is not touched."""
    old, blocked = tmp_path / "需求.gpkg", tmp_path / "清单.gpkg"
    run("servicecoverage", **given, DEMAND_OUT=str(old))
    before = old.read_bytes()
    blocked.mkdir()
    message, said = fails(
        "servicecoverage", **{**given, "THRESHOLD_MINUTES": 50}, DEMAND_OUT=str(old), GAPS=str(blocked)
    )
    assert "结果无法写入" in message and str(blocked) in message and "请检查文件夹权限" in message
    assert old.read_bytes() == before and leftovers(tmp_path) == ["清单.gpkg", "需求.gpkg"]
    assert not said.steps, "a place that cannot be written is said before anything is computed"


@pytest.mark.parametrize(("parameter", "name"), [("OUTPUT", "分钟.tif"), ("BANDS", "圈.gpkg"), ("BANDS", "圈.shp")])
def test_a_place_that_is_no_folder_is_said(fails, given, tmp_path, leftovers, parameter, name):
    (tmp_path / "文件").write_text("这里不是文件夹", encoding="utf-8")
    target = tmp_path / "文件" / name
    message, _ = fails(
        "traveltime",
        **{one: given[one] for one in ("FACILITIES", "ROADS", "SPEED_FIELD")},
        **{parameter: str(target)},
    )
    assert "结果无法写入" in message and "请检查文件夹权限" in message
    assert leftovers(tmp_path) == ["文件"]


def test_results_that_nobody_asked_for_are_not_made(run, given):
    results = run("servicecoverage", **given).results
    assert not set(TABLES) & set(results) and results["POPULATION"] == 300


def test_two_runs_into_one_folder_do_not_meet(run, given, tmp_path, leftovers):
    """A folder of unfinished results that another run is filling is left alone."""
    other = tmp_path / ".ronghe-unfinished-other"
    other.mkdir()
    (other / "需求.gpkg").write_bytes(b"half")
    run("servicecoverage", **given, DEMAND_OUT=str(tmp_path / "需求.gpkg"))
    assert (other / "需求.gpkg").read_bytes() == b"half"
    shutil.rmtree(other)
    assert leftovers(tmp_path) == ["需求.gpkg"]


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".shp"])
def test_other_formats(run, given, tmp_path, suffix):
    out = str(tmp_path / f"gaps{suffix}")
    got = run("servicecoverage", **given, GAPS=out)
    assert len(got.rows("GAPS")) == 1


def test_tables_of_one_geopackage_are_written_again_without_a_question(run, given, tmp_path):
    """QGIS asks in a window before it replaces the style of a table; a batch run must not wait for an answer."""
    tables = {
        name: f"ogr:dbname='{tmp_path}/成果.gpkg' table=\"{name.lower()}\" (geom)" for name in ("ZONES_OUT", "GAPS")
    }
    for _ in range(2):
        got = run("servicecoverage", **given, **tables)
    assert len(got.rows("GAPS")) == 1 == len(got.rows("ZONES_OUT"))
    loaded = QgsVectorLayer(got["GAPS"], "清单", "ogr")
    assert loaded.fields().field("minutes").alias() == "出行时间（分钟）" and loaded.metadata().history()


def test_tables_of_one_geopackage_stay_whole_when_a_run_is_cancelled(run, fails, said, given, tmp_path, monkeypatch):
    """They are replaced where they stand: cancel is heard until the first is begun, and not in the middle of one."""
    from ronghe.plugin.algorithms import outputs

    place = f"ogr:dbname='{tmp_path}/成果.gpkg' table=\"清单\" (geom)"
    first = run("servicecoverage", **given, GAPS=place).rows("GAPS")
    message, _ = fails("servicecoverage", said(cancel_at="写出"), **given, GAPS=place)
    assert "已取消" in message
    kept = QgsVectorLayer(f"{tmp_path}/成果.gpkg|layername=清单", "清单", "ogr")
    assert kept.featureCount() == len(first) > 0

    heard = []
    write = outputs.write_features

    def listening(*given, feedback, **more):
        heard.append(feedback)
        return write(*given, feedback=feedback, **more)

    monkeypatch.setattr(outputs, "write_features", listening)
    run("servicecoverage", **given, GAPS=place, ZONES_OUT="TEMPORARY_OUTPUT")
    assert [one is None for one in heard] == [False, True]


def test_two_results_in_one_file_are_refused(fails, given, tmp_path, leftovers):
    out = str(tmp_path / "成果.gpkg")
    message, _ = fails("servicecoverage", **given, DEMAND_OUT=out, GAPS=out)
    assert "有两个结果指定了同一个文件" in message and out in message and leftovers(tmp_path) == []


def test_a_result_may_not_replace_its_own_input(run, fails, given, tmp_path):
    out = str(tmp_path / "需求.gpkg")
    run("servicecoverage", **given, DEMAND_OUT=out)
    message, _ = fails("servicecoverage", **{**given, "DEMAND": out}, DEMAND_OUT=out)
    assert "是本次计算的输入" in message


@pytest.mark.parametrize("source", ["{out}", "{out}|layername=需求"])
def test_a_result_may_not_replace_the_table_of_an_input(run, fails, given, tmp_path, source):
    out = str(tmp_path / "需求.gpkg")
    run("servicecoverage", **given, DEMAND_OUT=out)
    other = f"ogr:dbname='{out}' table=\"需求\" (geom)"
    message, _ = fails("servicecoverage", **{**given, "DEMAND": source.format(out=out)}, GAPS=other)
    assert "是本次计算的输入" in message
    run("servicecoverage", **{**given, "DEMAND": source.format(out=out)}, GAPS=other.replace("需求\"", "清单\""))
