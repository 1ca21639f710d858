"""From a slogan to elements on the map, through the algorithm that planners run.

The county is a square of 20 km; coordinates are kilometres from its south-western corner.
"""

import numpy as np
import pytest
import shapely
from qgis.core import QgsVectorLayer

PAPER = "双核引领、两园驱动、一屏六廊"
MEMORY = "TEMPORARY_OUTPUT"
RESULTS = dict.fromkeys(("PARSED", "CHECK", "STRUCTURE_POINTS", "STRUCTURE_LINES", "STRUCTURE_POLYGONS"), MEMORY)
LAYERS = ("STRUCTURE_POINTS", "STRUCTURE_LINES", "STRUCTURE_POLYGONS")


@pytest.fixture
def structure(run):
    """A function that reads a slogan with all results in memory; proposals only where they are asked for."""
    return lambda slogan, **given: run("spatialstructure", SLOGAN=slogan, **{"PROPOSE": False, **RESULTS, **given})


@pytest.fixture
def drawn(layer_of):
    """A function that makes a layer of elements of (shape in km, role, name)."""

    def make(kind, *rows, name="要素", **more):
        shapes = [shapely.transform(shape, lambda xy: xy * 1000.0) for shape, *_ in rows]
        found = [(shape, *row[1:]) for shape, row in zip(shapes, rows)]
        return layer_of(kind, {"格局": "string", "名称": "string"}, found, name, **more)

    return make


@pytest.fixture
def county(drawn):
    return drawn("Polygon", (shapely.box(0, 0, 20, 20), "", "县"), name="县界")


def line(*points):
    return shapely.LineString(points)


def verdicts(run):
    return [(row["clause"], row["check"], row["verdict"]) for row in run.rows("CHECK")]


def elements(run):
    return [row for name in LAYERS for row in run.rows(name)]


def test_the_slogan_of_the_paper_is_read_without_any_layer(structure):
    run = structure(PAPER)
    names = ("order", "text", "count", "noun", "geometry", "symbol")
    assert [tuple(feature[name] for name in names) for feature in run["PARSED"].getFeatures()] == [
        (1, "双核引领", 2, "core", "point", "core_main"),
        (2, "两园驱动", 2, "park", "polygon", "park"),
        (3, "一屏", 1, "screen", "polygon", "screen"),
        (4, "六廊", 6, "corridor", "line", "corridor"),
    ]
    assert [(row["verb"], row["noun_zh"], row["found"]) for row in run.rows("PARSED")][:2] == [
        ("引领", "核", 0), ("驱动", "园", 0)
    ]
    assert run["PARSED_COUNT"] == 4
    assert verdicts(run) == [(order, "数量", "error") for order in (1, 2, 3, 4)]
    assert "应有 11 个" in run["HEADLINE"] and not elements(run)


def test_several_has_no_count_and_takes_two(structure):
    (row,) = structure("多组团").rows("PARSED")
    assert row["count"] is None
    (check,) = structure("多组团").rows("CHECK")
    assert (check["expected"], check["found"], check["verdict"]) == (2, 0, "error")
    assert "至少有 2 个" in check["message"]


def test_drawn_elements_of_three_layers_fulfil_a_slogan(structure, drawn, county):
    cores = drawn("Point", (shapely.Point(10, 10), "核", "县城"))
    axes = drawn("LineString", (line((10, 10), (10, 20)), "轴", "北轴"), (line((10, 10), (10, 0)), "2", "南轴"))
    zones = drawn("Polygon", *[(shapely.box(*box), "三区", name) for box, name in (
        ((0, 0, 20, 5), "南区"), ((0, 5, 20, 15), "中区"), ((0, 15, 20, 20), "北区"))])
    run = structure("一核两轴三区", ELEMENTS=[cores, axes, zones], ROLE_FIELD="格局", NAME_FIELD="名称", COUNTY=county)
    assert verdicts(run) == [
        (1, "数量", "ok"),
        (2, "数量", "ok"),
        (2, "轴的端点", "ok"),
        (3, "数量", "ok"),
        (3, "片区铺满县域", "ok"),
    ]
    shown = {row["name"]: (row["clause"], row["clause_text"], row["symbol"], row["proposed"]) for row in elements(run)}
    assert shown == {
        "县城": (1, "一核", "core_main", 0),
        "北轴": (2, "两轴", "axis_main", 0),
        "南轴": (2, "两轴", "axis_main", 0),
        "南区": (3, "三区", "zone_1", 0),
        "中区": (3, "三区", "zone_2", 0),
        "北区": (3, "三区", "zone_3", 0),
    }
    tiling = run.rows("CHECK")[-1]
    assert tiling["expected"] == tiling["found"] == pytest.approx(40_000, rel=2e-3)  # hm2, on the ellipsoid
    assert any(text.startswith("计算坐标系：CGCS2000") for text in run.said.infos)
    assert len(run["STRUCTURE"]) == 3


def test_what_disagrees_is_said_with_what_to_do(structure, drawn, county):
    cores = drawn("Point", (shapely.Point(10, 10), "核", "县城"), (shapely.Point(30, 5), "核", "邻县"))
    axes = drawn("LineString", (line((1, 1), (5, 1)), "轴", "西轴"))
    rivers = drawn("LineString", (line((0, 15), (20, 15)), "", "清水河"), name="河流")
    away = drawn("LineString", (line((0, 18), (20, 18)), "廊", "北廊"))
    zones = drawn("Polygon", (shapely.box(0, 0, 20, 12), "区", "南区"), (shapely.box(0, 10, 20, 20), "区", "北区"))
    run = structure(
        "一核一轴一廊两区", ELEMENTS=[cores, axes, away, zones], COUNTY=county, RIVERS=rivers
    )
    said = {(row["clause"], row["check"]): row for row in run.rows("CHECK")}
    assert said[1, "数量"]["verdict"] == "error" and "多 1 个" in said[1, "数量"]["message"]
    assert said[1, "县域范围"]["verdict"] == "error" and "邻县" in said[1, "县域范围"]["message"]
    assert said[2, "轴的端点"]["verdict"] == "warning" and "西轴" in said[2, "轴的端点"]["message"]
    assert said[3, "廊道走向"]["verdict"] == "warning" and "北廊 0 %" in said[3, "廊道走向"]["message"]
    assert said[4, "片区铺满县域"]["verdict"] == "error" and "重叠 10.00 %" in said[4, "片区铺满县域"]["message"]
    assert run.said.warned("北廊")


def test_shapes_of_one_name_are_one_element_and_it_is_said(structure, drawn):
    cores = drawn("Point", (shapely.Point(1, 1), "核", "甲"), (shapely.Point(9, 1), "核", "甲"))
    (check,) = structure("双核", ELEMENTS=[cores]).rows("CHECK")
    assert check["verdict"] == "error" and "同名的图形按一个要素计（甲 2 处）" in check["message"]
    (check,) = structure("一核", ELEMENTS=[cores]).rows("CHECK")
    assert check["verdict"] == "ok" and "同名" not in check["message"]


def test_schematic_zones_are_not_held_against_the_area(structure, drawn, county):
    zones = drawn("Polygon", (shapely.box(0, 0, 5, 5), "区", "甲"), (shapely.box(4, 4, 9, 9), "区", "乙"))
    given = {"ELEMENTS": [zones], "COUNTY": county}
    assert verdicts(structure("两区", **given))[-1] == (1, "片区铺满县域", "error")
    assert verdicts(structure("两区", **given, SCHEMATIC=True))[-1] == (1, "片区铺满县域", "ok")


def test_elements_without_a_clause_are_listed_with_the_reason(structure, drawn):
    points = drawn("Point", (shapely.Point(1, 1), "核"), (shapely.Point(2, 2), "市场"), (shapely.Point(3, 3), "六廊"),
                   (shapely.Point(4, 4), None), name="草图")
    run = structure(PAPER, ELEMENTS=[points])
    lost = [row for row in run.rows("CHECK") if row["clause"] is None]
    assert [(row["check"], row["found"], row["verdict"]) for row in lost] == [("未归入的要素", 1, "warning")] * 3
    texts = "".join(row["message"] for row in lost)
    assert "写的是“市场”" in texts and "“六廊”应以线表示" in texts and "没有写明属于哪个格局要素" in texts
    assert len(elements(run)) == 1


def test_only_selected_features_when_asked(structure, drawn):
    points = drawn("Point", (shapely.Point(1, 1), "核", "甲"), (shapely.Point(2, 2), "核", "乙"))
    points.selectByIds([feature.id() for feature in points.getFeatures()][:1])
    names = [row["name"] for row in elements(structure("双核", ELEMENTS=[points], SELECTED_ONLY=True))]
    assert names == ["甲"]
    assert len(elements(structure("双核", ELEMENTS=[points]))) == 2


def test_layers_may_be_in_degrees_and_name_their_clause(structure, layer_of):
    points = layer_of("Point", {"name": "string"}, [("POINT(111.3 36.9)", "水头")], "主核", crs="EPSG:4490")
    run = structure("一主两副", ELEMENTS=[points])
    (row,) = elements(run)
    assert (row["clause"], row["name"], row["symbol"]) == (1, "水头", "core_main")
    assert row["geometry"].x > 100_000  # metres


def test_a_field_that_a_layer_lacks_is_said(structure, drawn):
    points = drawn("Point", (shapely.Point(1, 1), "核"))
    assert structure("一核", ELEMENTS=[points], ROLE_FIELD="类别").said.warned("没有字段“类别”")


@pytest.mark.parametrize(
    "slogan, words",
    [
        ("三区三线", ("三区三线", "不是空间格局口号", "控制线")),
        ("一带一路", ("国家倡议",)),
        ("  ", ("没有填写总体格局口号",)),
        ("一核、胡说、两翼", ("第 4 个字起的“胡说”", "一核、两翼", "几个＋什么")),
        ("春眠不觉晓", ("口号读不懂", "第 1 个字起", "几个＋什么")),
    ],
)
def test_what_is_no_slogan_fails_with_the_reason(fails, slogan, words):
    said, _ = fails("spatialstructure", SLOGAN=slogan, **RESULTS)
    assert all(word in said for word in words) and ".csv" not in said


def test_a_false_friend_inside_is_an_error_of_its_own(structure):
    run = structure("一核两轴、三区三线")
    assert [row["text"] for row in run.rows("PARSED")] == ["一核", "两轴"]
    last = run.rows("CHECK")[-1]
    assert (last["clause_text"], last["verdict"]) == ("三区三线", "error") and "控制线" in last["message"]


def test_text_around_the_slogan_is_told(structure):
    run = structure("构建“一核两翼”的总体格局")
    assert any("口号以外的文字没有读入：构建、的总体格局" in text for text in run.said.infos)


def test_a_layer_without_a_system_or_without_shapes_is_told(fails, layer_of):
    homeless = layer_of("Point", {"格局": "string"}, [("POINT(1 1)", "核")], "无坐标", crs="")
    said, _ = fails("spatialstructure", SLOGAN="一核", ELEMENTS=[homeless], **RESULTS)
    assert "无坐标" in said and "没有坐标系" in said


def test_an_element_layer_is_never_overwritten(fails, run, drawn, tmp_path):
    from qgis.core import QgsVectorFileWriter

    path = tmp_path / "要素.gpkg"
    layer = drawn("Point", (shapely.Point(1, 1), "核"))
    QgsVectorFileWriter.writeAsVectorFormat(layer, str(path), "UTF-8", layer.crs(), "GPKG")
    given = QgsVectorLayer(str(path), "要素", "ogr")
    said, _ = fails("spatialstructure", SLOGAN="一核", ELEMENTS=[given], STRUCTURE_POINTS=str(path))
    assert "是本次计算的输入" in said


def test_results_are_written_to_files_with_aliases_and_styles(run, drawn, tmp_path):
    points = drawn("Point", (shapely.Point(1, 1), "主核", "甲"), (shapely.Point(5, 5), "副核", "乙"))
    files = {name: str(tmp_path / f"{name}.gpkg") for name in RESULTS}
    run("spatialstructure", SLOGAN="双核", ELEMENTS=[points], PROPOSE=False, **files)
    layer = QgsVectorLayer(files["STRUCTURE_POINTS"], "核", "ogr")
    assert layer.attributeAlias(layer.fields().lookupField("basis")) == "依据"
    classes = [category.value() for category in layer.renderer().categories()]
    assert classes == ["core_main", "core_sub"]
    assert layer.labelsEnabled()


def test_cancel_leaves_nothing(fails, said, drawn, tmp_path):
    points = drawn("Point", (shapely.Point(1, 1), "核"))
    pressed = said(cancel_at="核对")
    text, _ = fails("spatialstructure", said=pressed, SLOGAN="一核", ELEMENTS=[points],
                    CHECK=str(tmp_path / "check.gpkg"))
    assert "已取消" in text and not list(tmp_path.iterdir())


def training(folder, name):
    layer = QgsVectorLayer(f"{folder / 'yunling.gpkg'}|layername={name}", name, "ogr")
    assert layer.isValid()
    return layer


@pytest.fixture(scope="module")
def yunling(training_data):
    """The training county's layers as parameters."""
    from qgis.core import QgsRasterLayer

    return {
        "COUNTY": training(training_data, "县界"),
        "TOWNS": training(training_data, "乡镇"),
        "POPULATION_FIELD": "人口",
        "SEATS": training(training_data, "乡镇驻地"),
        "ROADS": training(training_data, "道路"),
        "ROADS_CLASS_FIELD": "等级",
        "RIVERS": training(training_data, "河流"),
        "PARKS": training(training_data, "产业园区"),
        "PEAKS": training(training_data, "山峰"),
        "RESERVES": training(training_data, "自然保护区"),
        "SCENIC_AREAS": training(training_data, "景区"),
        "DEM": QgsRasterLayer(str(training_data / "yunling_dem.tif"), "高程"),
    }


def test_the_training_county_gets_a_proposal_for_all_that_the_paper_asks(structure, yunling):
    run = structure(PAPER, PROPOSE=True, **yunling)
    assert [(row["text"], row["found"], row["proposed"]) for row in run.rows("PARSED")] == [
        ("双核引领", 0, 2),
        ("两园驱动", 0, 2),
        ("一屏", 0, 1),
        ("六廊", 0, 6),
    ]
    counts = [row for row in run.rows("CHECK") if row["check"] == "数量"]
    assert [(row["clause"], row["verdict"]) for row in counts] == [(order, "warning") for order in (1, 2, 3, 4)]
    assert not [row for row in run.rows("CHECK") if row["verdict"] == "error"]
    for row in elements(run):
        assert row["proposed"] == 1 and row["name"] and len(row["basis"]) > 10
        assert shapely.is_valid(row["geometry"])
    cores = run.rows("STRUCTURE_POINTS")
    assert "城关镇" in cores[0]["name"]
    assert np.isclose(len({row["name"] for row in elements(run)}), 11)


def test_what_the_planner_drew_is_kept_and_only_the_rest_is_proposed(structure, yunling, layer_of):
    seat = next(one for one in yunling["SEATS"].getFeatures() if one["名称"] == "城关镇")
    point = seat.geometry().asPoint()
    core = layer_of("Point", {"格局": "string", "名称": "string"},
                    [(shapely.Point(point.x(), point.y()), "主核", "城关镇")], "核", move=False)
    run = structure(PAPER, PROPOSE=True, ELEMENTS=[core], **yunling)
    cores = [(row["name"], row["proposed"]) for row in run.rows("STRUCTURE_POINTS") if row["clause"] == 1]
    assert len(cores) == 2 and cores[0] == ("城关镇", 0) and cores[1][1] == 1
    assert "城关镇" not in cores[1][0]


@pytest.mark.parametrize(
    "slogan",
    [
        "一核两轴三区",
        "一主两副、两纵四横、多组团、一环两翼",
        "两山七河一流域、一带两屏、多点支撑、一网",
        "一极三区多节点、一圈",
        "一条产业带、一条文旅带、一条交通带、一条城镇带、九区",
    ],
)
def test_every_proposal_says_what_it_is_based_on(structure, yunling, slogan):
    from ronghe.plugin.algorithms.structure.basis_sentences import shortage_sentence, unexplained

    run = structure(slogan, PROPOSE=True, **yunling)
    kinds = dict(zip(LAYERS, ({"Point"}, {"LineString", "MultiLineString"}, {"Polygon", "MultiPolygon"})))
    assert elements(run)
    for name, wanted in kinds.items():
        for row in run.rows(name):
            assert row["basis"] != unexplained() and "{" not in row["basis"] and row["name"], row
            assert row["geometry"].geom_type in wanted and not row["geometry"].is_empty
    for row in run.rows("CHECK"):
        assert shortage_sentence("no_such_reason", {}) not in row["message"] and "{" not in row["message"]
        if row["verdict"] == "error":  # what is missing is said with the reason
            assert row["message"].count("。") == 2
    tiling = [row for row in run.rows("CHECK") if row["check"] == "片区铺满县域"]
    assert all(row["verdict"] == "ok" for row in tiling)


def test_zones_are_proposed_beside_those_that_are_drawn(structure, yunling, layer_of):
    county = next(yunling["COUNTY"].getFeatures()).geometry().boundingBox()
    south = shapely.box(county.xMinimum(), county.yMinimum(), county.xMaximum(), county.center().y())
    whole = shapely.from_wkb(next(yunling["COUNTY"].getFeatures()).geometry().asWkb().data())
    zone = layer_of("Polygon", {"格局": "string", "名称": "string"},
                    [(shapely.intersection(south, whole), "区", "南部片区")], "片区", move=False)
    run = structure("三区", PROPOSE=True, ELEMENTS=[zone], **yunling)
    drawn = next(row["geometry"] for row in elements(run) if not row["proposed"])
    proposed = [row for row in elements(run) if row["proposed"]]
    assert proposed and all("已绘片区以外" in row["basis"] for row in proposed)
    assert all(shapely.intersection(row["geometry"], drawn).area < 1.0 for row in proposed)
    tiling = next(row for row in run.rows("CHECK") if row["check"] == "片区铺满县域")
    assert tiling["verdict"] == "ok"


def test_rivers_named_in_brackets_come_first(structure, yunling):
    run = structure("两廊（桃花溪、柳林河）", PROPOSE=True, **yunling)
    assert {row["name"] for row in elements(run)} == {"桃花溪生态廊道", "柳林河生态廊道"}
    assert run.rows("PARSED")[0]["note"] == "桃花溪、柳林河"


def test_towns_named_in_brackets_are_the_cores(structure, yunling):
    run = structure("双核（石门镇、温汤乡）引领，两园驱动", PROPOSE=True, **yunling)
    cores = {row["name"]: row["basis"] for row in elements(run) if row["noun"] == "core"}
    assert set(cores) == {"石门镇", "温汤乡"} and "口号括注中写明的石门镇" in cores["石门镇"]


def test_what_layers_would_bring_proposals_is_said(structure, drawn, county):
    run = structure(PAPER, PROPOSE=True, COUNTY=county)
    texts = [row["message"] for row in run.rows("CHECK")]
    for text, layer in zip(texts, ("乡镇", "产业园区", "高程或山峰", "河流")):
        assert layer in text and "可以提出建议" in text
    assert "勾选" in structure(PAPER, COUNTY=county).rows("CHECK")[0]["message"]


def test_an_empty_layer_is_told_and_left_aside(structure, drawn, layer_of):
    nothing = layer_of("Polygon", {"名称": "string"}, [], "县界")
    cores = drawn("Point", (shapely.Point(1, 1), "核"))
    run = structure("一核", COUNTY=nothing, ELEMENTS=[cores])
    assert run.said.warned("县界图层中没有可用的要素")
    assert verdicts(run) == [(1, "数量", "ok")]


def test_several_corridors_are_six_at_most_and_the_basis_says_so(structure, layer_of, county):
    """Fourteen main rivers from south to north, a kilometre apart, the longer the farther east."""
    lines = [(line((1000 * x, 500), (1000 * x, 5000 + 500 * x)), f"{x}号河", 1) for x in range(1, 15)]
    rivers = layer_of("LineString", {"名称": "string", "级别": "int"}, lines, "河流")
    run = structure("多廊", PROPOSE=True, COUNTY=county, RIVERS=rivers)
    found = elements(run)
    assert [row["name"] for row in found] == [f"{x}号河生态廊道" for x in range(14, 8, -1)]
    assert all("口号写“多”，可选的有" in row["basis"] and "最前的 6 个" in row["basis"] for row in found)


def test_cores_without_seats_are_said_to_stand_in_the_middle_of_the_area(structure, yunling):
    without = {name: value for name, value in yunling.items() if name not in ("SEATS", "ROADS")}
    run = structure("一核", PROPOSE=True, **without)
    assert run.said.warned("没有给出乡镇驻地", "范围内的一点") and "没有驻地" in elements(run)[0]["basis"]
    assert "没有驻地" not in elements(structure("一核", PROPOSE=True, **yunling))[0]["basis"]
