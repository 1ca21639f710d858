"""The town hierarchy as a planner runs it: levels, links along the road, and what is missing or different said."""

import shutil

import numpy as np
import pytest
import shapely
from qgis.core import QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
FIELDS = {"名称": "string", "人口": "int", "等级": "string"}
#: Towns on the valley's road: 30 km/h, two minutes a kilometre.
ROW = [
    (0, 0, "甲镇", 30000, "中心城区"),
    (5000, 0, "乙镇", 12000, "重点镇"),
    (10000, 0, "丙镇", 11000, "重点镇"),
    (20000, 0, "丁乡", 3000, "一般乡"),
]


@pytest.fixture
def rank(run):
    """A function that runs the algorithm with both results in memory."""

    def start(towns, said=None, **parameters):
        parameters = {"OUTPUT": MEMORY, "LINKS": MEMORY, "POPULATION_FIELD": "人口", **parameters}
        if "ROADS" in parameters and "车速" in parameters["ROADS"].fields().names():
            parameters["SPEED_FIELD"] = "车速"
        return run("townhierarchy", said, TOWNS=towns, **parameters)

    return start


@pytest.fixture
def row(points_of):
    return points_of(ROW, **FIELDS)


def levels(done):
    return {one["名称"]: one["level"] for one in done.rows("OUTPUT")}


def test_levels_scores_and_headline(rank, row, road):
    done = rank(row, ROADS=road, W_FUNCTIONS=0)
    assert levels(done) == {"甲镇": 1, "乙镇": 2, "丙镇": 2, "丁乡": 3}
    first = done.rows("OUTPUT")[0]
    assert (first["level_zh"], first["rank"], first["s_population"]) == ("中心城区", 1, 1.0)
    minutes = [(10, 20, 40), (10, 10, 30), (20, 10, 20), (40, 30, 20)]
    nearness = np.array([sum(1 / one for one in others) / 3 for others in minutes])
    assert first["closeness"] == pytest.approx(nearness[0])
    central = (nearness[0] - nearness.min()) / np.ptp(nearness)
    assert first["s_centrality"] == pytest.approx(central)
    assert first["score"] == pytest.approx(5 / 7 + 2 / 7 * central, abs=1e-9)
    assert done["TOWNS_COUNT"] == 4
    assert done["HEADLINE"].startswith("4 个乡镇分为 3 级：中心城区 1 个（甲镇）、重点镇 2 个（乙镇、丙镇）、一般镇")
    assert "联系最强的是甲镇—乙镇" in done["HEADLINE"]
    assert any("一致" in text for text in done.said.infos)


def test_links_run_along_the_road_with_minutes_kilometres_share_and_rank(rank, points_of, layer_of):
    bend = layer_of("LineString", {}, [("LINESTRING(0 0, 3000 0, 3000 4000)",)], "道路")
    towns = points_of([(0, 0, "甲镇", 2000), (3000, 4000, "乙镇", 1000)], 名称="string", 人口="int")
    (link,) = rank(towns, ROADS=bend, LEVELS=2).rows("LINKS")
    assert (link["a"], link["b"], link["rank"], link["grade"]) == ("甲镇", "乙镇", 1, 1)
    assert link["minutes"] == pytest.approx(7 / 15 * 60) and link["km"] == pytest.approx(7.0)
    assert link["strength"] == pytest.approx(2000 * 1000 / 28**2) and link["share"] == 1
    assert link["geometry"].length == pytest.approx(7000)


def test_without_roads_links_are_straight_and_the_weight_goes_to_the_others(rank, row):
    done = rank(row)
    link = done.rows("LINKS")[0]
    assert link["minutes"] is None and link["km"] == pytest.approx(5.0)
    assert link["strength"] == pytest.approx(30000 * 12000 / 25)
    assert done.said.warned("没有职能、路网中心性的数据", "人口 1.00")
    assert done.rows("OUTPUT")[0]["s_centrality"] is None


def test_a_town_of_unknown_population_is_listed_not_counted_as_empty(rank, points_of, road):
    towns = points_of([*ROW, (15000, 0, "戊乡", None, "一般乡")], **FIELDS)
    done = rank(towns, ROADS=road)
    lost = next(one for one in done.rows("OUTPUT") if one["名称"] == "戊乡")
    assert (lost["level"], lost["score"], lost["rank"]) == (None, None, None) and "人口缺失" in lost["note"]
    assert done.said.warned("戊乡", "不评分") and "戊乡" not in {one["a"] for one in done.rows("LINKS")}


def test_a_town_of_no_people_is_named_and_not_scored(rank, points_of):
    done = rank(points_of([*ROW, (15000, 0, "庚乡", 0, "一般乡")], **FIELDS))
    assert done.said.warned("1 个乡镇的人口为 0（庚乡）") and done.said.warned("庚乡", "不评分")


def test_towns_off_the_network_are_named(rank, points_of, road):
    towns = points_of([*ROW, (10000, 9000, "己乡", 2500, "一般乡")], **FIELDS)
    done = rank(towns, ROADS=road)
    assert done.said.warned("1000 米内没有道路", "己乡")
    lost = next(one for one in done.rows("OUTPUT") if one["名称"] == "己乡")
    assert lost["closeness"] == 0 and "未接入路网" in lost["note"] and lost["level"] == 3


def test_a_level_that_differs_from_the_given_one_is_said(rank, points_of, road):
    towns = points_of([*ROW[:3], (20000, 0, "丁乡", 3000, "重点镇")], **FIELDS)
    done = rank(towns, ROADS=road)
    assert done.said.warned("1 个乡镇的计算等级", "丁乡给定重点镇、计算为一般镇（乡）")
    assert "给定等级为重点镇，计算为一般镇（乡）" in done.rows("OUTPUT")[3]["note"]


def test_facilities_count_by_kind_and_level_in_the_town(rank, layer_of, points_of):
    towns = layer_of(
        "Polygon",
        {"名称": "string", "人口": "int"},
        [(shapely.box(x, 0, x + 1000, 1000), name, 4000 - x) for x, name in zip((0, 1000, 2000), "甲乙丙")],
        "乡镇",
    )
    facilities = points_of(
        [
            (100, 100, "医疗", "中心城区"),
            (200, 100, "医疗", "村"),
            (300, 100, "教育", "村"),
            (1100, 100, "医疗", "重点镇"),
            (9000, 0, "医疗", "村"),
        ],
        类型="string",
        级别="string",
    )
    done = rank(towns, FACILITIES=facilities, FACILITY_TYPE_FIELD="类型", FACILITY_LEVEL_FIELD="级别")
    assert [one["functions"] for one in done.rows("OUTPUT")] == [4, 2, 0]
    assert [one["s_functions"] for one in done.rows("OUTPUT")] == [1.0, 0.5, 0.0]
    assert done.said.warned("1 处公共服务设施不在任何乡镇内")


def test_types_only_where_indicators_say_so(rank, points_of):
    rows = [(x, 0, name, 10000 - x // 10, coal, guests) for x, name, coal, guests in
            ((0, "甲镇", 10, 5), (5000, "乙镇", 90, 5), (9000, "丙镇", 10, 90), (12000, "丁乡", 10, 5))]
    towns = points_of(rows, 名称="string", 人口="int", 原煤产量="double", 旅游人次="double")
    done = rank(towns, INDICATOR_FIELDS=["原煤产量", "旅游人次"], W_FUNCTIONS=0.1)
    assert [one["type_zh"] for one in done.rows("OUTPUT")] == ["综合型", "矿产型", "旅游型", ""]
    assert {one["type_zh"] for one in rank(towns).rows("OUTPUT")} == {""}


def test_seats_place_the_towns_on_the_roads(rank, layer_of, points_of, road):
    areas = [(shapely.box(x, -9000, x + 5000, 9000), name, people) for x, name, people in
             ((0, "甲镇", 9000), (5000, "乙镇", 5000), (10000, "丙镇", 1000))]
    towns = layer_of("Polygon", {"名称": "string", "人口": "int"}, areas, "乡镇")
    seats = points_of([(500, 0, "甲镇"), (5500, 0, "乙镇"), (10500, 0, "丙")], name="乡镇驻地", 名称="string")
    done = rank(towns, SEATS=seats, SEATS_NAME_FIELD="名称", ROADS=road)
    assert {one["km"] for one in done.rows("LINKS")} == {5.0, 10.0}
    assert rank(towns, ROADS=road).said.warned("没有给出乡镇驻地", "3 个乡镇")


def test_other_numbers_of_levels_have_plain_names(rank, row, road):
    found = {one["level_zh"] for one in rank(row, ROADS=road, LEVELS=4).rows("OUTPUT")}
    assert found == {"一级", "二级", "三级", "四级"}


@pytest.mark.parametrize(
    ("rows", "more", "words"),
    [
        ([], {}, ("没有要素",)),
        (ROW[:2], {}, ("只有 2 个乡镇可以评分", "分不成 3 级")),
        ([(0, 0, "甲", 5, ""), (1, 0, "乙", 4, ""), (2, 0, "丙", 4, "")], {}, ("得分只有 2 种",)),
        ([(x, 0, "同", 5, "") for x in range(4)], {}, ("没有可以区分乡镇的评分内容",)),
        (ROW, {"W_POPULATION": 0}, ("没有可以区分乡镇的评分内容",)),
    ],
)
def test_what_cannot_be_ranked_is_said(fails, points_of, rows, more, words):
    towns = points_of(rows, **FIELDS)
    text, _ = fails("townhierarchy", TOWNS=towns, POPULATION_FIELD="人口", OUTPUT=MEMORY, **more)
    assert all(word in text for word in words), text


def test_towns_of_the_same_name_are_told_apart(rank, points_of):
    towns = points_of([*ROW[:3], (20000, 0, "甲镇", 3000, "一般乡")], **FIELDS)
    done = rank(towns)
    assert done.said.warned("2 个乡镇重名") and any("编号" in one["a"] for one in done.rows("LINKS"))


def test_cancel_is_heard(said, row, road, run, qgis_app):
    from qgis.core import QgsProcessingException

    feedback = said(cancel_at="出行网络")
    with pytest.raises(QgsProcessingException):
        run("townhierarchy", feedback, TOWNS=row, POPULATION_FIELD="人口", ROADS=road, OUTPUT=MEMORY)


def training(training_data, name):
    layer = QgsVectorLayer(f"{training_data / 'yunling.gpkg'}|layername={name}", name, "ogr")
    assert layer.isValid()
    return layer


def test_the_training_county(rank, training_data):
    """The level in the layer is the plan's; the figures give 石门镇 one less, and it is said."""
    done = rank(
        training(training_data, "乡镇"),
        SEATS=training(training_data, "乡镇驻地"),
        FACILITIES=training(training_data, "公共服务设施"),
        ROADS=training(training_data, "道路"),
    )
    assert levels(done) == {
        "城关镇": 1, "双河镇": 2, "桃坪镇": 2, "康宁镇": 2, "石门镇": 3, "回峰镇": 3, "温汤乡": 3,
    }  # fmt: skip
    assert done.said.warned("1 个乡镇的计算等级", "石门镇给定重点镇、计算为一般镇（乡）")
    links = done.rows("LINKS")
    assert len(links) == 21 and sum(one["share"] for one in links) == pytest.approx(1)
    assert (links[0]["a"], links[0]["b"]) == ("城关镇", "康宁镇")
    assert all(one["geometry"].length == pytest.approx(1000 * one["km"]) for one in links)
    assert not done.said.warned("没有道路") and "type_zh" in done.rows("OUTPUT")[0]
    assert [one.value() for one in done["LINKS"].renderer().categories()] == [1, 2, 3]
    assert [one.label() for one in done["OUTPUT"].renderer().categories()] == ["中心城区", "重点镇", "一般镇（乡）"]


def test_andorra_the_parishes_on_a_real_road_network(rank, points_of, shared_data, tmp_path):
    """Real roads with one-way streets; made-up people in four of the seven towns: the others are not scored."""
    package, other = shared_data / "andorra" / "andorra_layers.gpkg", tmp_path / "roads.gpkg"
    shutil.copyfile(package, other)  # QGIS changes the journal of a GeoPackage while others of its layers are opened
    places = QgsVectorLayer(f"{package}|layername=places", "places", "ogr")
    roads = QgsVectorLayer(f"{other}|layername=roads", "roads", "ogr")
    assert places.isValid() and roads.isValid()
    places.setSubsetString("\"place\" = 'town'")
    people = iter((22000, 14000, 11000, 10000))
    rows = [(one.geometry(), one["name"], next(people, None)) for one in places.getFeatures()]
    towns = points_of(
        [(where.asPoint().x(), where.asPoint().y(), name, count) for where, name, count in rows],
        crs="EPSG:4326",
        move=False,
        town="string",
        people="int",
    )
    given = {"NAME_FIELD": "town", "POPULATION_FIELD": "people", "ROADS": roads, "ROAD_CLASS_FIELD": "highway"}
    done = rank(towns, LEVELS=2, **given)
    assert done["TOWNS_COUNT"] == 7
    assert len([one for one in done.rows("OUTPUT") if one["level"]]) == 4 and done.said.warned("3 个乡镇", "不评分")
    links = done.rows("LINKS")
    assert len(links) == 6
    assert all(one["minutes"] > 0 and one["geometry"].length > 500 * one["km"] for one in links)
    # A road is never shorter than the straight line between its ends.
    ends = [shapely.get_coordinates(one["geometry"])[[0, -1]] for one in links]
    assert all(1000 * one["km"] >= np.hypot(*(a - b)) for one, (a, b) in zip(links, ends))


def test_mostly_empty_population_is_told_with_numbers_and_is_the_reason_for_no_links(rank, points_of, road):
    towns = points_of([(x, y, name, None if row else people, level)
                       for row, (x, y, name, people, level) in enumerate(ROW)], **FIELDS)
    done = rank(towns, ROADS=road)
    assert done.said.warned("4 个乡镇中填了人口（大于 0）的有 1 个", "字段“人口”", "乙镇、丙镇、丁乡")
    assert not done.said.warned("人口都一样")
    assert "联系按两地人口计算，4 个乡镇中填了人口（大于 0）的有 1 个" in done["HEADLINE"]


def test_an_indicator_that_is_the_same_everywhere_is_named_and_not_called_missing(rank, points_of):
    towns = points_of([(*one, 5, None if one[2] != "甲镇" else 3) for one in ROW], **FIELDS, 学校="int", 医院="int")
    done = rank(towns, INDICATOR_FIELDS=["学校", "医院"])
    assert done.said.warned("职能指标“学校”在 4 个乡镇都一样（5）")
    assert done.said.warned("4 个乡镇中只有 1 个填了职能指标“医院”")
    assert done.said.warned("各乡镇的职能都一样") and not done.said.warned("没有职能")
