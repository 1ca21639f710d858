"""Quarry consolidation as a planner runs it: clusters, leads, reasons in words, and what may be wrong with a layer."""

import numpy as np
import pytest
import shapely
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsRenderContext, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
FIELDS = {"名称": "string", "产能": "double", "状态": "string"}
GIVEN = {"NAME_FIELD": "名称", "OUTPUT_FIELD": "产能", "STATUS_FIELD": "状态"}
ROW = [
    (0, 0, "甲", 30.0, "生产"),
    (1500, 0, "乙", 80.0, "生产"),
    (3000, 0, "丙", None, "停产"),
    (6400, 0, "丁", 20.0, "生产"),
]


@pytest.fixture
def consolidate(run):
    """A function that runs the algorithm with both results in memory."""

    def start(quarries, said=None, **parameters):
        parameters = {"OUTPUT": MEMORY, "CLUSTERS": MEMORY, **parameters}
        return run("quarryclusters", said, QUARRIES=quarries, **parameters)

    return start


@pytest.fixture
def row(points_of):
    """甲, 乙, 丙 1.5 km apart from each other, 丁 3.4 km farther on."""
    return points_of(ROW, "石料厂", **FIELDS)


def by_name(run, field="名称"):
    return {one[field]: one for one in run.rows("OUTPUT")}


def test_the_defaults_are_two_kilometres_and_no_cap(provider):
    algorithm = provider.algorithm("quarryclusters")
    assert algorithm.parameterDefinition("MAX_DISTANCE").defaultValue() == 2000
    assert algorithm.parameterDefinition("MAX_DIAMETER").defaultValue() is None
    assert algorithm.groupId() == "mining"


def test_the_answer_in_one_sentence_and_in_numbers(consolidate, row):
    done = consolidate(row, **GIVEN)
    assert (done["CLUSTERS_COUNT"], done["ALONE_COUNT"]) == (2, 1)
    assert done["HEADLINE"] == "石料厂 4 处，在 2 公里以内可就近整合为 1 组（3 处），1 处单独保留"


def test_each_quarry_says_why_it_is_where_it_is(consolidate, row):
    quarries = by_name(consolidate(row, **GIVEN))
    assert {name: one["cluster"] for name, one in quarries.items()} == {"甲": 1, "乙": 1, "丙": 1, "丁": 2}
    assert quarries["乙"]["lead"] and quarries["乙"]["joined_to"] is None and quarries["乙"]["distance_m"] is None
    assert quarries["乙"]["why"] == "牵头石料厂：产能最大（80）。"
    assert not quarries["甲"]["lead"] and quarries["甲"]["joined_to"] == "乙" and quarries["甲"]["distance_m"] == 1500
    assert quarries["甲"]["why"].startswith("距“乙” 1.5 公里，在 2 公里以内，因此并为一组；没有提供阻隔图层")
    assert quarries["丁"]["lead"] and quarries["丁"]["why"] == "最近的“丙”相距 3.4 公里，超过 2 公里，单独保留。"
    assert quarries["丙"]["状态"] == "停产"


def test_a_cluster_names_its_lead_sums_what_is_known_and_has_a_hull(consolidate, row):
    first, second = consolidate(row, **GIVEN).rows("CLUSTERS")
    assert (first["cluster"], first["quarries"], first["members"]) == (1, 3, "乙、甲、丙")
    assert (first["lead"], first["capacity"], first["capacity_unknown"]) == ("乙", 110, 1)
    assert "甲—乙 1.5 公里、丙—乙 1.5 公里" in first["joined_because"]
    assert first["apart_because"] == "其他石料厂与各成员的距离都超过 2 公里。"
    assert "产能合计未含产能不明的丙" in first["note"]
    assert "机制砂—石灰—建材—修复用土" in first["note"] and "不是矿区范围" in first["note"]
    assert first["geometry"].is_valid and first["geometry"].area == pytest.approx(3000 * 100 + np.pi * 2500, rel=0.01)
    assert first["area_hm2"] == pytest.approx(first["geometry"].area / 1e4, rel=1e-3)
    assert first["quarry_area_hm2"] is None
    assert (second["quarries"], second["lead"], second["capacity"]) == (1, "丁", 20)
    assert "机制砂" not in second["note"] and "单独保留" in second["joined_because"]
    assert second["geometry"].area == pytest.approx(np.pi * 2500, rel=0.01)


def test_barriers_of_every_kind_keep_apart_and_are_named(consolidate, points_of, layer_of):
    quarries = points_of([(x, 0, f"{x}") for x in (0, 1000, 2000, 3000, 4000)], 名称="string")
    line = "LINESTRING({0} -5000, {0} 5000)"
    river = layer_of("LineString", {"名称": "string"}, [(line.format(500), "清水河")], "河流")
    roads = layer_of(
        "LineString",
        {"名称": "string", "等级": "string"},
        [(line.format(1500), "G209", "国道"), (line.format(3600), "村道", "村道")],
        "道路",
    )
    towns = layer_of(
        "Polygon",
        {},
        [(shapely.box(-2000, -5000, 2500, 5000),), (shapely.box(2500, -5000, 9000, 5000),)],
        "乡镇",
    )
    done = consolidate(
        quarries, NAME_FIELD="名称", RIVERS=river, ROADS=roads, ROADS_CLASS_FIELD="等级", TOWNS=towns
    )
    quarries = by_name(done)
    assert [quarries[name]["cluster_size"] for name in ("0", "1000", "2000", "3000", "4000")] == [1, 1, 1, 2, 2]
    assert quarries["0"]["why"] == "距“1000” 1 公里，但其间隔着河流“清水河”，不并为一组。"
    # The nearest neighbours are equally far; the western one comes first.
    assert "河流“清水河”" in quarries["1000"]["why"] and "干线道路“G209”" in quarries["2000"]["why"]
    joined = next(one for one in done.rows("OUTPUT") if one["joined_to"])
    assert "其间没有河流、干线道路、乡镇界，因此并为一组。" in joined["why"]
    apart = done.rows("CLUSTERS")[0]["apart_because"]
    assert apart == "“3000”与第 4 组的“2000”相距 1 公里，但其间隔着乡镇界，两组不合并。"


def test_a_drawn_barrier_is_named_by_its_field_or_number(consolidate, points_of, layer_of):
    quarries = points_of([(0, 0, "甲"), (1000, 0, "乙")], 名称="string")
    ridge = layer_of("LineString", {"山名": "string"}, [("LINESTRING(500 -900, 500 900)", "鹰嘴岭")], "山脊")
    done = consolidate(quarries, NAME_FIELD="名称", BARRIERS=ridge, BARRIERS_NAME_FIELD="山名")
    assert done["CLUSTERS_COUNT"] == 2 and "隔着“鹰嘴岭”" in by_name(done)["甲"]["why"]
    assert "隔着阻隔（编号 1）" in by_name(consolidate(quarries, NAME_FIELD="名称", BARRIERS=ridge))["甲"]["why"]


def test_townships_given_as_barrier_areas_are_noticed(consolidate, points_of, layer_of):
    quarries = points_of([(0, 0), (1000, 0)])
    towns = layer_of("Polygon", {}, [(shapely.box(-5000, -5000, 5000, 5000),)], "乡镇")
    done = consolidate(quarries, BARRIERS=towns)
    assert done["CLUSTERS_COUNT"] == 2 and done.said.warned("整个在阻隔面之内", "乡镇")


def test_roads_without_classes_all_count_and_it_is_said(consolidate, points_of, layer_of):
    road = layer_of("LineString", {}, [("LINESTRING(500 -900, 500 900)",)], "道路")
    done = consolidate(points_of([(0, 0), (1000, 0)]), ROADS=road)
    assert done["CLUSTERS_COUNT"] == 2 and done.said.warned("没有指定道路等级字段", "1 条")


def test_a_chain_is_stopped_by_the_cap_and_it_is_said(consolidate, points_of):
    quarries = points_of([(1000 * number, 0, f"{number}号") for number in range(5)], 名称="string")
    assert consolidate(quarries, NAME_FIELD="名称")["CLUSTERS_COUNT"] == 1
    done = consolidate(quarries, NAME_FIELD="名称", MAX_DIAMETER=2000)
    first, second = done.rows("CLUSTERS")
    assert (first["quarries"], second["quarries"]) == (3, 2)
    assert first["apart_because"] == (
        "“2号”与第 2 组的“3号”相距 1 公里，但合并后最远的两处相距 4 公里，超过 2 公里，两组不合并。"
    )
    pair = points_of([(0, 0, "甲"), (1000, 0, "乙")], 名称="string")
    alone = by_name(consolidate(pair, NAME_FIELD="名称", MAX_DIAMETER=900))
    assert alone["甲"]["why"] == "距“乙” 1 公里，但并入后组内最远的两处相距 1 公里，超过 900 米，不并为一组。"


def test_a_distance_just_over_the_limit_does_not_read_like_the_limit(consolidate, points_of):
    quarries = points_of([(0, 0, "甲"), (2000.4, 0, "乙")], 名称="string")
    assert "相距 2000.4 米，超过 2 公里" in by_name(consolidate(quarries, NAME_FIELD="名称"))["甲"]["why"]


@pytest.mark.parametrize(
    ("written", "total", "unknown"),
    [
        (["80 万吨", "20万吨/年"], 100, 0),
        (["80 万吨", "200000 吨"], 100, 0),
        (["８０万吨／年", "约 20 万 t/a"], 100, 0),
        (["80 万吨", None], 80, 1),
        (["80 万吨", "未定"], 80, 1),
        (["80 万吨", "-5 万吨"], 80, 1),
        (["80 万吨", "20"], 100, 0),
        ([None, ""], None, 2),
        (["1,200,000 吨", "30 万立方米"], 120, 1),
    ],
)
def test_capacity_kept_as_text(consolidate, points_of, written, total, unknown):
    quarries = points_of([(0, 0, written[0]), (500, 0, written[1])], 生产规模="string")
    done = consolidate(quarries, OUTPUT_FIELD="生产规模")
    cluster = done.rows("CLUSTERS")[0]
    assert cluster["capacity"] == (None if total is None else pytest.approx(total))
    assert cluster["capacity_unknown"] == unknown
    if unknown:
        assert done.said.warned("生产规模")


def test_the_unit_of_the_capacity_is_told(consolidate, points_of):
    def alias(layer):
        return layer.fields().field("capacity").alias()

    tonnes = points_of([(0, 0, "80 万吨"), (500, 0, "20 万吨")], 规模="string")
    cubic = points_of([(0, 0, 30.0)], 规模_万立方米="double")
    unsaid = points_of([(0, 0, 30.0)], 规模="double")
    assert "万吨/年" in alias(consolidate(tonnes, OUTPUT_FIELD="规模")["CLUSTERS"])
    assert "万立方米/年" in alias(consolidate(cubic, OUTPUT_FIELD="规模_万立方米")["CLUSTERS"])
    assert alias(consolidate(unsaid, OUTPUT_FIELD="规模")["CLUSTERS"]) == "产能合计"
    large = points_of([(0, 0, 800_000)], 产能_吨="double")
    assert consolidate(large, OUTPUT_FIELD="产能_吨").rows("CLUSTERS")[0]["capacity"] == pytest.approx(80)
    word = points_of([(0, 0, 80)], output="double")  # the t is no unit
    assert consolidate(word, OUTPUT_FIELD="output").rows("CLUSTERS")[0]["capacity"] == 80


@pytest.mark.parametrize(
    ("field", "value", "capacity", "said"),
    [
        ("Capacity (Mtpa)", 1.5, 150, "“百万吨”为单位，已乘以 100 折算为万吨"),
        ("capacity_mtpa", 1.5, 150, "已乘以 100 折算为万吨"),
        ("Output (Mt)", 0.3, 30, "已乘以 100 折算为万吨"),
        ("Output kt/a", 300.0, 30, "已乘以 0.1 折算为万吨"),
        ("产能（百万吨/年）", 2.0, 200, "已乘以 100 折算为万吨"),
        ("产能_吨", 800_000.0, 80, "已乘以 0.0001 折算为万吨"),
        ("产能_万吨", 80.0, 80, ""),
        ("amount", 80.0, 80, ""),
    ],
)
def test_million_tonnes_are_not_taken_for_ten_thousands(consolidate, points_of, field, value, capacity, said):
    done = consolidate(points_of([(0, 0, value)], **{field: "double"}), OUTPUT_FIELD=field)
    assert done.rows("CLUSTERS")[0]["capacity"] == pytest.approx(capacity)
    told = [text for text in done.said.infos if "折算为" in text]
    assert len(told) == bool(said) and all(said in text and field in text for text in told)
    assert not done.said.warned("不是认识的单位")


def test_the_unit_in_an_alias_counts_and_one_in_a_cell(consolidate, points_of):
    layer = points_of([(0, 0, 1.5)], cap="double")
    layer.setFieldAlias(layer.fields().indexOf("cap"), "Capacity (Mtpa)")
    assert consolidate(layer, OUTPUT_FIELD="cap").rows("CLUSTERS")[0]["capacity"] == pytest.approx(150)
    cells = points_of([(0, 0, "1.5 Mt"), (500, 0, "20 万吨/年"), (900, 0, "300 ktpa")], 规模="string")
    assert consolidate(cells, OUTPUT_FIELD="规模").rows("CLUSTERS")[0]["capacity"] == pytest.approx(200)


@pytest.mark.parametrize(("field", "word"), [("Capacity (bbl/d)", "bbl/d"), ("capacity_MT", "MT")])
def test_words_that_are_no_known_unit_are_said(consolidate, points_of, field, word):
    done = consolidate(points_of([(0, 0, 7.0)], **{field: "double"}), OUTPUT_FIELD=field)
    assert done.rows("CLUSTERS")[0]["capacity"] == 7 and done.said.warned(f"“{word}”不是认识的单位", field)


def test_pits_too_near_each_other_are_warned_of_across_clusters_and_noted_within(consolidate, points_of, layer_of):
    quarries = points_of([(0, 0, "甲"), (200, 0, "乙"), (450, 0, "丙")], 名称="string")
    river = layer_of("LineString", {"名称": "string"}, [("LINESTRING(300 -900, 300 900)", "清水河")], "河流")
    done = consolidate(quarries, NAME_FIELD="名称", RIVERS=river)
    assert done.said.warned("1 对", "300 米", "R29", "第39号", "待核", "乙—丙 250 米")
    rows = by_name(done)
    assert "“甲”（200 米，同组）、“丙”（250 米，不同组）" in rows["乙"]["too_close"]
    assert rows["甲"]["too_close"].startswith("与“乙”（200 米，同组）的距离小于相邻露天采石场应有的 300 米（R29，")
    assert "待核" in done.rows("CLUSTERS")[0]["too_close"]
    apart = consolidate(points_of([(0, 0), (300, 0)]))
    assert not apart.rows("OUTPUT")[0]["too_close"] and not apart.said.warned("R29")


def test_quarries_at_the_same_place_with_the_same_name_are_told_apart(consolidate, points_of):
    quarries = points_of([(0, 0, "甲", 10.0), (0, 0, "甲", 20.0), (900, 0, None, 5.0)], 名称="string", 产能="double")
    done = consolidate(quarries, NAME_FIELD="名称", OUTPUT_FIELD="产能")
    assert done["CLUSTERS_COUNT"] == 1 and done.said.warned("2 处石料厂重名", "甲")
    cluster = done.rows("CLUSTERS")[0]
    assert cluster["lead"] == "甲（编号 2）" and "石料厂 3" in cluster["members"]
    assert any("0 米（相接或重叠）" in one["why"] for one in done.rows("OUTPUT"))


def test_one_quarry(consolidate, points_of):
    done = consolidate(points_of([(0, 0, "甲")], 名称="string"), NAME_FIELD="名称")
    assert done.rows("OUTPUT")[0]["why"] == "没有其他石料厂可以整合。"
    assert (done["CLUSTERS_COUNT"], done["ALONE_COUNT"]) == (1, 1)


def test_layers_that_cannot_be_used_are_refused_in_words(fails, points_of, layer_of):
    given = {"OUTPUT": MEMORY, "CLUSTERS": MEMORY}
    assert "没有要素" in fails("quarryclusters", QUARRIES=points_of([]), **given)[0]
    assert "没有可用的位置" in fails("quarryclusters", QUARRIES=layer_of("Point", {}, [(None,)]), **given)[0]
    lines = layer_of("LineString", {}, [("LINESTRING(0 0, 9 9)",)])
    assert "线图层" in fails("quarryclusters", QUARRIES=lines, **given)[0]
    coal = points_of([(0, 0, "煤")], 矿种="string")
    assert "矿种" in fails("quarryclusters", QUARRIES=coal, MINERAL_FIELD="矿种", **given)[0]
    points = points_of([(0, 0)])
    assert "阻隔图层是点图层" in fails("quarryclusters", QUARRIES=points, BARRIERS=points, **given)[0]
    assert "坐标系" in fails("quarryclusters", QUARRIES=layer_of("Point", {}, [("POINT(0 0)",)], crs=""), **given)[0]


def test_quarries_without_a_place_are_listed_with_the_reason(consolidate, layer_of):
    bowtie = "POLYGON((0 2000, 400 2400, 400 2000, 0 2400, 0 2000))"
    quarries = layer_of(
        "Polygon",
        {"名称": "string", "cluster": "string"},
        [(shapely.box(0, 0, 500, 500), "甲", "旧"), (None, "乙", "旧"), (bowtie, "丙", "旧")],
        "石料厂",
    )
    done = consolidate(quarries, NAME_FIELD="名称")
    rows = by_name(done)
    assert rows["乙"]["why"] == "没有几何图形，未参与计算" and rows["乙"]["cluster"] is None
    assert rows["甲"]["cluster"] == rows["丙"]["cluster"] == 1 and rows["甲"]["cluster_2"] == "旧"
    assert done.said.warned("几何无效", "自动修复")
    assert done.rows("CLUSTERS")[0]["quarry_area_hm2"] == pytest.approx(25 + 8, rel=1e-3)


def test_a_layer_in_degrees_gives_metres(consolidate, points_of):
    quarries = points_of([(111.0, 37.0, "甲"), (111.01, 37.0, "乙")], crs="EPSG:4326", 名称="string")
    done = consolidate(quarries, NAME_FIELD="名称")
    assert max(one["distance_m"] or 0 for one in done.rows("OUTPUT")) == pytest.approx(890, abs=3)


def test_only_stone_of_a_layer_of_mines_takes_part(consolidate, points_of):
    minerals = ["煤", "建筑石料用灰岩", "石灰岩(石料)", None]
    mines = points_of([(300 * place, 0, mineral) for place, mineral in enumerate(minerals)], 矿种="string")
    done = consolidate(mines, MINERAL_FIELD="矿种")
    assert len(done.rows("OUTPUT")) == 2 and done["CLUSTERS_COUNT"] == 1
    assert done.said.warned("2 座", "不是石料")


def test_unknown_statuses_are_listed(consolidate, points_of):
    quarries = points_of([(0, 0, "摸鱼"), (500, 0, "生产")], 状态="string")
    done = consolidate(quarries, STATUS_FIELD="状态")
    assert done.said.warned("摸鱼") and [one["lead"] for one in done.rows("OUTPUT")] == [False, True]
    assert "状态（生产）优先" in done.rows("CLUSTERS")[0]["lead_because"]


def test_selected_quarries_only(consolidate, row):
    QgsProject.instance().addMapLayer(row, False)
    row.selectByIds([1, 2])
    done = consolidate(QgsProcessingFeatureSourceDefinition(row.id(), True), **GIVEN)
    assert {one["名称"] for one in done.rows("OUTPUT")} == {"甲", "乙"}


def test_the_order_of_the_rows_changes_nothing(consolidate, points_of):
    rng = np.random.default_rng(4)
    places, capacity = rng.integers(0, 14, (40, 2)) * 600.0, rng.integers(0, 4, 40).astype(float).tolist()
    rows = [(*places[n], f"厂{n}", capacity[n], ("生产", "停产")[n % 2]) for n in range(40)]
    told = []
    for order in (np.arange(40), rng.permutation(40), rng.permutation(40)):
        quarries = points_of([rows[place] for place in order], **FIELDS)
        done = consolidate(quarries, **GIVEN, MAX_DISTANCE=900, MAX_DIAMETER=2500)
        fields = ("名称", "cluster", "lead", "joined_to", "why", "too_close")
        told.append(sorted(str([one[field] for field in fields]) for one in done.rows("OUTPUT")))
    assert told[0] == told[1] == told[2] and done["ALONE_COUNT"] < done["CLUSTERS_COUNT"] < 40


@pytest.mark.parametrize("step", ["距离和阻隔", "归并石料厂", "写明理由", "写出"])
def test_cancel_at_any_step_leaves_nothing(fails, said, row, tmp_path, leftovers, step):
    out = tmp_path / "结果"
    out.mkdir()
    files = {"OUTPUT": str(out / "石料厂.gpkg"), "CLUSTERS": str(out / "组.gpkg")}
    message, _ = fails("quarryclusters", said(cancel_at=step), QUARRIES=row, **files)
    assert "已取消" in message and leftovers(out) == []


def test_results_in_files_have_names_for_planners(consolidate, row, tmp_path):
    consolidate(row, OUTPUT=str(tmp_path / "石料厂.gpkg"), CLUSTERS=str(tmp_path / "组.gpkg"), **GIVEN)
    layer = QgsVectorLayer(str(tmp_path / "组.gpkg"), "组", "ogr")
    assert layer.featureCount() == 2 and "joined_because" in layer.fields().names()


@pytest.mark.parametrize("areas", [False, True])
def test_every_row_is_drawn_in_the_colour_of_its_cluster_and_leads_apart(consolidate, layer_of, areas):
    """Nine pairs: more clusters than colours."""
    places = [shapely.Point(x, y * 9000.0) for y in range(9) for x in (0.0, 900.0)] + [shapely.Point(50_000, 0)]
    shapes = [place.buffer(100) if areas else place for place in places]
    done = consolidate(layer_of("Polygon" if areas else "Point", {}, [(shape,) for shape in shapes]))

    def labels(layer, wanted):
        renderer, context, told = layer.renderer(), QgsRenderContext(), []
        context.expressionContext().setFields(layer.fields())
        renderer.startRender(context, layer.fields())
        for one in filter(wanted, layer.getFeatures()):
            context.expressionContext().setFeature(one)
            told += [renderer.categories()[int(key)].label() for key in renderer.legendKeysForFeature(one, context)]
        renderer.stopRender(context)
        return told

    quarries, clusters = done["OUTPUT"], done["CLUSTERS"]
    assert labels(clusters, lambda one: one["quarries"] == 1) == ["单独保留"]
    assert labels(clusters, lambda one: one["cluster"] in (1, 8)) == ["第 1、8 组"] * 2
    assert labels(quarries, lambda one: one["cluster"] == 3 and one["lead"]) == ["第 3 组：牵头"]
    assert labels(quarries, lambda one: one["cluster"] == 3 and not one["lead"]) == ["第 3 组"]
    assert len(labels(quarries, lambda one: True)) == 19
    assert clusters.labelsEnabled()


@pytest.fixture
def county(training_data):
    def layer(name):
        found = QgsVectorLayer(f"{training_data / 'yunling.gpkg'}|layername={name}", name, "ogr")
        assert found.isValid()
        return found

    return layer


TRAINING = {"NAME_FIELD": "名称", "OUTPUT_FIELD": "产能_万吨", "STATUS_FIELD": "状态", "MINERAL_FIELD": "矿种"}


def test_the_training_county(consolidate, county):
    """Nine quarries of stone among the mines; two lie 1.9 km apart in 康宁镇."""
    done = consolidate(county("矿山"), **TRAINING)
    assert done["HEADLINE"] == "石料厂 9 处，在 2 公里以内可就近整合为 1 组（2 处），7 处单独保留"
    first = done.rows("CLUSTERS")[0]
    assert (first["lead"], first["capacity"]) == ("康宁宏源石料厂", 30)
    assert first["members"] == "康宁宏源石料厂、康宁昌平石料厂"
    wide = consolidate(county("矿山"), MAX_DISTANCE=6000, **TRAINING)
    assert wide["CLUSTERS_COUNT"] < done["CLUSTERS_COUNT"]


def test_the_training_county_with_its_rivers_roads_and_towns(consolidate, county):
    roads, rivers, towns = county("道路"), county("河流"), county("乡镇")
    given = {"MAX_DISTANCE": 6000, **TRAINING}
    done = consolidate(
        county("矿山"), ROADS=roads, ROADS_CLASS_FIELD="等级", RIVERS=rivers, TOWNS=towns, **given
    )
    assert done["CLUSTERS_COUNT"] >= consolidate(county("矿山"), **given)["CLUSTERS_COUNT"]
    assert sum("隔着" in one["why"] for one in done.rows("OUTPUT")) > 0


def test_a_limit_is_told_to_the_metre(consolidate, row):
    """1,500 m and a limit of 1,450 m would both read 1.5 km: the limit is never rounded."""
    far = consolidate(row, NAME_FIELD="名称", MAX_DISTANCE=1450)
    assert far["HEADLINE"].startswith("石料厂 4 处，在 1.45 公里以内没有")
    assert "1.5 公里，超过 1.45 公里" in by_name(far)["甲"]["why"]


def test_names_are_found_in_a_field_with_a_usual_name(run, row):
    done = run("quarryclusters", QUARRIES=row, OUTPUT_FIELD="产能", CLUSTERS="TEMPORARY_OUTPUT")
    assert {one["lead"] for one in done.rows("CLUSTERS")} == {"乙", "丁"}
