"""What planners really bring along: each fault is said in a sentence that tells what to do, and nothing is lost."""

import numpy as np
import pytest
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"


@pytest.fixture
def given(road, points_of):
    return {"FACILITIES": points_of([(0, 0)], "设施"), "ROADS": road, "SPEED_FIELD": "车速"}


@pytest.fixture
def villages(points_of):
    return points_of([(5000, 0, 100), (20000, 0, 200)], "行政村", 人口="integer")


@pytest.mark.parametrize("algorithm", ["traveltime", "roadreach", "servicecoverage"])
def test_no_facilities(fails, given, villages, points_of, algorithm):
    more = {"DEMAND": villages} if algorithm == "servicecoverage" else {}
    message, _ = fails(algorithm, **{**given, "FACILITIES": points_of([])}, **more)
    assert "设施图层中没有要素" in message and "请添加设施后重算" in message


def test_no_facilities_and_nothing_else_that_tells_the_place(fails, points_of, raster_of):
    dem = raster_of(np.ones((4, 4)), x=111, y=37, cell=0.001, crs="EPSG:4326", move=False)
    message, _ = fails("traveltime", FACILITIES=points_of([]), DEM=dem)
    assert "设施图层中没有要素" in message


def test_facilities_without_a_place(fails, given, layer_of):
    message, said = fails("traveltime", **{**given, "FACILITIES": layer_of("Point", {"名": "string"}, [(None, "甲")])})
    assert "设施图层的 1 条要素都没有可用的位置" in message
    assert said.warned("1 条要素没有几何图形（要素编号 1）")


def test_nothing_to_travel_on(fails, given):
    message, _ = fails("traveltime", FACILITIES=given["FACILITIES"])
    assert "没有道路，也没有高程或土地覆盖" in message and "请至少选择其中一项" in message


def test_road_reach_without_roads(fails, given, raster_of):
    message, _ = fails("roadreach", FACILITIES=given["FACILITIES"], DEM=raster_of(np.ones((4, 4))))
    assert "道路图层中没有要素" in message and "请添加道路" in message


def test_empty_demand(fails, given, points_of):
    message, _ = fails("servicecoverage", **given, DEMAND=points_of([]))
    assert "没有需求" in message and "人口栅格" in message


def test_neither_demand_nor_population(fails, given):
    message, _ = fails("servicecoverage", **given)
    assert "没有需求" in message


def test_empty_origins(fails, given, points_of):
    message, _ = fails(
        "odmatrix", ORIGINS=points_of([]), DESTINATIONS=given["FACILITIES"], ROADS=given["ROADS"], SPEED_FIELD="车速"
    )
    assert "起点图层中没有要素" in message and "请添加起点" in message


@pytest.mark.parametrize("which", ["FACILITIES", "ROADS", "DEMAND"])
def test_a_layer_without_coordinate_system_is_named(fails, given, villages, which):
    layers = {**given, "DEMAND": villages}
    layers[which].setCrs(QgsCoordinateReferenceSystem())
    message, _ = fails("servicecoverage", **layers)
    word = {"FACILITIES": "设施", "ROADS": "道路", "DEMAND": "需求"}[which]
    assert f"{word}图层没有坐标系" in message and "指定正确的坐标系" in message


@pytest.mark.parametrize("by_id", [False, True])
def test_a_layer_whose_file_is_gone_is_told_as_that(fails, given, by_id):
    gone = QgsVectorLayer("/移走了/道路.gpkg", "国省道", "ogr")
    QgsProject.instance().addMapLayer(gone)
    message, _ = fails("roadreach", **{**given, "ROADS": gone.id() if by_id else gone, "SPEED_FIELD": ""})
    assert "道路图层“国省道”的数据源打不开" in message and "更改数据源" in message


def test_an_elevation_model_without_coordinate_system_is_named(fails, given, raster_of):
    dem = raster_of(np.ones((9, 9)))
    dem.setCrs(QgsCoordinateReferenceSystem())
    message, _ = fails("traveltime", **given, DEM=dem)
    assert "高程图层没有坐标系" in message


@pytest.mark.parametrize(
    ("lon", "lat", "code"), [(111.2, 36.98, "EPSG:4546"), (113.0, 36.98, "EPSG:4547"), (1.5, 42.5, "EPSG:32631")]
)
def test_layers_in_degrees_are_computed_in_the_metric_zone_of_their_place(run, layer_of, points_of, lon, lat, code):
    """A road of one hundredth of a degree of latitude is 1110 m long: 2.2 minutes at 30 km/h."""
    line = shapely.LineString([(lon, lat), (lon, lat + 0.01)])
    road = layer_of("LineString", {"车速": "double"}, [(line, 30.0)], crs="EPSG:4326")
    got = run(
        "odmatrix",
        ORIGINS=points_of([(lon, lat + 0.01)], crs="EPSG:4326"),
        DESTINATIONS=points_of([(lon, lat)], crs="EPSG:4326"),
        ROADS=road,
        SPEED_FIELD="车速",
        OUTPUT=MEMORY,
    )
    assert got.rows("OUTPUT")[0]["minutes"] == pytest.approx(2.22, abs=0.01)
    assert any(f"（{code}）" in text for text in got.said.infos)


def test_a_metric_project_keeps_its_own_system(run, given):
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:32649"))
    said = run("traveltime", **given, BANDS=MEMORY).said
    assert any("（EPSG:32649）" in text for text in said.infos)


def test_wrong_kind_of_layer(fails, given, villages):
    message, _ = fails("traveltime", **{**given, "ROADS": villages, "SPEED_FIELD": ""})
    assert "ROADS" in message or "道路图层是点图层" in message


def test_null_negative_and_written_population_are_counted_as_nobody_and_listed(run, given, points_of):
    rows = [
        (1000, 0, "100"),
        (2000, 0, None),
        (3000, 0, "-5"),
        (4000, 0, "约三百"),
        (5000, 0, "１,２００ 人"),
        (6000, 0, ""),
    ]
    got = run(
        "servicecoverage", **given, DEMAND=points_of(rows, 人口="string"), POPULATION_FIELD="人口", DEMAND_OUT=MEMORY
    )
    assert got["POPULATION"] == 1300
    assert got.said.warned("字段“人口”有 2 条为空", "2", "6") and got.said.warned("1 条为负数（要素编号 3）")
    assert got.said.warned("1 条不是数字（要素编号 4）")
    notes = [row["note"] for row in got.rows("DEMAND_OUT")]
    assert notes == ["", "人口为空，按 0 计", "人口为负，按 0 计", "人口不是数字，按 0 计", "", "人口为空，按 0 计"]


def test_nobody_to_serve(fails, given, points_of):
    message, _ = fails(
        "servicecoverage",
        **given,
        DEMAND=points_of([(0, 0, None), (9, 0, -3)], 人口="integer"),
        POPULATION_FIELD="人口",
    )
    assert "2 条要素人口都为空、为负或为 0（字段“人口”）" in message and "请检查人口字段" in message


def test_all_speeds_zero(fails, given, layer_of):
    roads = layer_of("LineString", {"车速": "double"}, [("LINESTRING(0 0, 9 0)", 0.0), ("LINESTRING(0 0, 0 9)", -1.0)])
    message, _ = fails("traveltime", **{**given, "ROADS": roads})
    assert "2 条道路车速都为 0 或负数" in message and "请检查车速字段" in message


@pytest.mark.parametrize("text", ["十五,三十", "15;30", "", " , ", "0,15", "-5,15", "15,nan", "inf", "15,30分钟"])
def test_breaks_that_are_no_numbers(fails, given, text):
    message, _ = fails("traveltime", **given, BREAKS=text)
    assert "BREAKS" in message or ("等时圈" in message and "例如 15,30,45,60" in message)


def test_breaks_out_of_order_and_twice_are_put_in_order(run, given):
    got = run("traveltime", **given, BREAKS="30、15，30", BANDS=MEMORY)
    assert [row["to_min"] for row in got.rows("BANDS")] == [15, 30]


@pytest.mark.parametrize("with_dem", [True, False])
def test_a_cell_size_that_would_need_more_memory_than_there_is(fails, given, raster_of, with_dem):
    more = {"DEM": raster_of(np.ones((500, 500)))} if with_dem else {}
    message, _ = fails("traveltime", **given, **more, CELL_SIZE=0.01, OUTPUT=MEMORY)
    assert "GB" in message and "像元尺寸" in message


def test_facilities_all_outside_the_elevation_model(fails, given, raster_of):
    message, _ = fails("traveltime", **given, DEM=raster_of(np.ones((9, 9)), x=90_000, y=90_000))
    assert "高程或土地覆盖与设施不重叠" in message and "请检查两者的坐标系和范围" in message


def test_some_facilities_outside_the_elevation_model_are_listed(run, points_of, raster_of):
    facilities = points_of([(15, -15), (9000, 0)], "设施")
    got = run("traveltime", FACILITIES=facilities, DEM=raster_of(np.ones((9, 9))), OUTPUT=MEMORY)
    assert got.said.warned("1 处设施未参与计算（编号 2）", "在高程或土地覆盖范围之外")


def test_facilities_keep_their_numbers_when_only_some_are_selected(run, given, points_of):
    """The third feature of the layer is called 3, not 1."""
    from qgis.core import QgsProcessingFeatureSourceDefinition

    layer = points_of([(0, 0), (1000, 0), (0, 9000)], "设施")
    QgsProject.instance().addMapLayer(layer, False)
    layer.selectByIds([2, 3])
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    got = run("traveltime", **{**given, "FACILITIES": chosen}, OUTPUT=MEMORY)
    assert got.said.warned("1 处设施未参与计算（编号 3）", "1000 米内没有道路")


def test_no_facility_connected_at_all(fails, given, points_of):
    message, _ = fails("traveltime", **{**given, "FACILITIES": points_of([(0, 9000), (0, 9500)])})
    assert "2 处设施都没有连上道路" in message and "坐标系和范围" in message


def test_terrain_without_a_single_open_cell(fails, given, raster_of):
    message, _ = fails(
        "traveltime", FACILITIES=given["FACILITIES"], DEM=raster_of(np.full((9, 9), np.nan), x=-90, y=90)
    )
    assert "81 个像元都不可通行" in message


def test_a_speed_table_without_the_promised_columns(fails, given, csv_of):
    message, _ = fails("traveltime", **given, SPEED_TABLE=csv_of("等级,速度\n县道,30\n", name="速度.csv"))
    assert "速度.csv" in message and "class" in message


def test_a_speed_table_with_a_word_for_a_number(fails, given, csv_of):
    message, _ = fails("traveltime", **given, SPEED_TABLE=csv_of("class,speed_kmh\n县道,快\n", name="速度.csv"))
    assert "速度.csv" in message and "快" in message and "2" in message


def test_a_speed_table_that_is_not_there(fails, given, tmp_path):
    message, _ = fails("traveltime", **given, SPEED_TABLE=str(tmp_path / "没有.csv"))
    assert "“没有.csv”无法读取" in message


@pytest.mark.parametrize("parameter", ["POPULATION_FIELD", "DEMAND_NAME_FIELD"])
def test_a_field_that_the_layer_does_not_have(fails, given, villages, parameter):
    """As a model or batch file may ask for after the layer was changed."""
    message, _ = fails("servicecoverage", **given, DEMAND=villages, **{parameter: "常住人口"})
    assert "需求图层中没有字段“常住人口”；现有字段：人口" in message


def test_a_population_raster_without_people(fails, given, raster_of):
    message, _ = fails("servicecoverage", **given, POPULATION_RASTER=raster_of(np.zeros((3, 3)), name="人口"))
    assert "人口栅格“人口”在计算范围内没有大于 0 的像元" in message


# Real data with real faults.


def layer(folder, file, table=None, subset=None):
    parts = [str(folder / file), *([f"layername={table}"] if table else []), *([f"subset={subset}"] if subset else [])]
    found = QgsVectorLayer("|".join(parts), table or "图层", "ogr")
    assert found.isValid()
    return found


def test_elevation_somewhere_else_than_the_roads(fails, shared_data):
    """QGIS's training data: the elevation lies around Stellenbosch, the roads around Swellendam, 150 km apart."""
    folder = shared_data / "swellendam_za"
    message, _ = fails(
        "traveltime",
        FACILITIES=layer(folder, "training_data.gpkg", "schools"),
        ROADS=layer(folder, "training_data.gpkg", "roads"),
        DEM=QgsRasterLayer(str(folder / "SRTM.tif"), "SRTM"),
        OUTPUT=MEMORY,
    )
    assert "高程" in message and "不重叠" in message and "请检查两者的坐标系和范围" in message


def test_invalid_buildings_are_mended_and_listed(run, shared_data):
    """Two of Andorra's 7382 buildings are invalid; all take part, the two are named."""
    andorra = shared_data / "andorra"
    got = run(
        "servicecoverage",
        FACILITIES=layer(andorra, "andorra_layers.gpkg", "facilities_all_points", "amenity = 'hospital'"),
        DEMAND=layer(andorra, "andorra_layers.gpkg", "buildings"),
        ROADS=layer(andorra, "andorra_drive_graph.gpkg", "edges"),
        ROAD_CLASS_FIELD="highway",
        DEMAND_OUT=MEMORY,
    )
    assert got.said.warned("需求图层有 2 条要素几何无效（要素编号", "已自动修复并参与计算")
    assert got["POPULATION"] == len(got.rows("DEMAND_OUT")) == 7382
    assert got.said.warned("道路由 37 个互不连通的部分组成")


def test_roads_in_pieces_lose_no_village(run, shared_data, points_of):
    """Andorra's road graph has 37 separate parts: who lives beside one without hospital is listed with that reason."""
    andorra = shared_data / "andorra"
    nodes = layer(andorra, "andorra_drive_graph.gpkg", "nodes")
    got = run(
        "servicecoverage",
        FACILITIES=layer(andorra, "andorra_layers.gpkg", "facilities_all_points", "amenity = 'hospital'"),
        DEMAND=nodes,
        ROADS=layer(andorra, "andorra_drive_graph.gpkg", "edges"),
        ROAD_CLASS_FIELD="highway",
        MAX_MINUTES=3000,
        DEMAND_OUT=MEMORY,
    )
    rows = got.rows("DEMAND_OUT")
    assert len(rows) == 5791
    assert all((row["minutes"] is None) == bool(row["reason"]) for row in rows)
    lost = [row for row in rows if row["minutes"] is None]
    assert {row["reason"] for row in lost} == {"与设施之间没有连通的道路或地形"}
    assert 91 <= len(lost) == got["UNREACHED"] < 300


def test_voids_in_the_elevation_do_not_lose_the_road_through_them(run, shared_data):
    """The SRTM of Andorra has 804 void cells, and one node of the roads lies in one. On the road one gets there."""
    andorra = shared_data / "andorra"
    dem = QgsRasterLayer(str(andorra / "andorra_dem_srtm3_wgs84.tif"), "SRTM")
    nodes = layer(andorra, "andorra_drive_graph.gpkg", "nodes", "z is null")
    assert nodes.featureCount() == 1
    given = {
        "FACILITIES": layer(andorra, "andorra_layers.gpkg", "facilities_all_points", "amenity = 'hospital'"),
        "DEMAND": nodes,
        "DEM": dem,
        "MAX_MINUTES": 600,
        "DEMAND_OUT": MEMORY,
    }
    (driven,) = run(
        "servicecoverage",
        **given,
        ROADS=layer(andorra, "andorra_drive_graph.gpkg", "edges"),
        ROAD_CLASS_FIELD="highway",
    ).rows("DEMAND_OUT")
    assert 0 < driven["minutes"] < 120 and driven["reason"] == ""
    (walked,) = run("servicecoverage", **given).rows("DEMAND_OUT")
    assert walked["minutes"] is None and walked["reason"] == "所在像元没有高程或不可通行"


def test_a_file_that_holds_other_layers_is_not_overwritten(fails, given, points_of, qgis_processing, tmp_path):
    """Two layers in one GeoPackage: a result may not take its place, whether one of them is an input or not."""
    import processing

    county = tmp_path / "county.gpkg"
    roads = given["ROADS"].clone()
    roads.setName("路")
    processing.run(
        "native:package", {"LAYERS": [points_of([(0, 0)], "点"), roads], "OUTPUT": str(county), "OVERWRITE": True}
    )
    inside = QgsVectorLayer(f"{county}|layername=路", "路")
    message, _ = fails("roadreach", **{**given, "ROADS": inside}, OUTPUT=str(county))
    assert "是本次计算的输入" in message and "另选文件名" in message
    message, _ = fails("roadreach", **given, OUTPUT=str(county))
    assert "还有其他图层" in message and "点" in message
    assert QgsVectorLayer(f"{county}|layername=点", "点").featureCount() == 1


def test_demand_without_a_place_is_listed_and_not_lost(run, given, layer_of):
    """Two villages, one of them without geometry: it takes no part, stands in the table and counts as not reached."""
    rows = [("POINT(5000 0)", "甲", 100), (None, "乙", 50)]
    villages = layer_of("Point", {"村名": "string", "人口": "integer"}, rows)
    got = run("servicecoverage", **given, DEMAND=villages, POPULATION_FIELD="人口", DEMAND_OUT=MEMORY)
    rows = {row["村名"]: row for row in got.rows("DEMAND_OUT")}
    assert rows["甲"]["minutes"] == pytest.approx(10)
    assert rows["乙"]["minutes"] is None and "没有几何图形" in rows["乙"]["reason"] and not rows["乙"]["covered"]
    assert got["UNREACHED"] == 1 and got["POPULATION"] == 100
