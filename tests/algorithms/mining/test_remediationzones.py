"""Remediation zones through the algorithm that a planner runs: a made-up valley with a few square mines."""

import numpy as np
import pytest
import shapely

MEMORY = "TEMPORARY_OUTPUT"
FIELDS = {"名称": "string", "状态": "string", "方式": "string", "权利人": "string"}
NAMES = {"NAME_FIELD": "名称", "STATUS_FIELD": "状态", "METHOD_FIELD": "方式", "HOLDER_FIELD": "权利人"}


def square(x, y=0.0, side=100.0):
    return shapely.box(x, y, x + side, y + side)


@pytest.fixture
def mines_of(layer_of):
    """A function that makes mines: ``mines_of((square(0), "甲矿", "生产", "露天", "甲公司"), …)``."""

    def make(*rows, kind="Polygon", **more):
        whole = [(*row, *[None] * (len(FIELDS) + 1 - len(row))) for row in rows]
        return layer_of(kind, FIELDS, whole, "矿山", **more)

    return make


@pytest.fixture
def areas_of(layer_of):
    """A function that makes a layer of areas with a name and a class."""

    def make(*rows, name="面"):
        return layer_of(
            "Polygon", {"名称": "string", "级别": "string"}, [(*row, *[None] * (3 - len(row))) for row in rows], name
        )

    return make


@pytest.fixture
def judged(run):
    """A function that runs the algorithm and answers with the run; ``by_name`` has its mines by their name."""

    def start(mines, **more):
        finished = run("remediationzones", MINES=mines, **{**NAMES, "ZONES": MEMORY, "MINES_OUT": MEMORY, **more})
        finished.by_name = {row["mine_name"]: row for row in finished.rows("MINES_OUT")}
        return finished

    return start


def parts_of(row):
    return {name: value for name, value in row.items() if name.startswith("c_")}


def test_a_mine_in_a_first_class_zone_stands_ahead_of_every_score(judged, mines_of, areas_of, road):
    mines = mines_of((square(0), "路边矿", "废弃", "露天"), (square(9000, 5000), "水源矿", "停产", "露天"))
    water = areas_of((square(9050, 5050, 500), "东泉一级保护区", "一级"))
    found = judged(mines, ROADS=road, WATER_PROTECTION=water, WATER_PROTECTION_CLASS_FIELD="级别")
    first, second = found.by_name["水源矿"], found.by_name["路边矿"]
    assert (first["rank"], first["priority"], second["rank"]) == (1, "重点", 2)
    assert (first["rank_low"], first["rank_high"]) == (1, 1)
    assert all(
        word in first["trigger"] for word in ("饮用水水源一级保护区", "东泉一级保护区", "R27", "生态环境法典第317条")
    )
    assert not second["trigger"]


@pytest.mark.parametrize(
    ("layer", "level", "rule"),
    [
        ("REDLINE", None, "R25"),
        ("RESERVES", None, "R16"),
        ("HAZARD_AREAS", None, "R23"),
        ("WATER_PROTECTION", "二级", None),
        ("SCENIC_AREAS", None, None),
        ("FARMLAND", None, None),
    ],
)
def test_statutory_triggers(judged, mines_of, areas_of, layer, level, rule):
    more = {f"{layer}_CLASS_FIELD": "级别"} if level else {}
    found = judged(
        mines_of((square(0), "甲", "停产", "露天")), **{layer: areas_of((square(50), "某处", level))}, **more
    )
    trigger = found.by_name["甲"]["trigger"]
    assert (rule in trigger and "某处" in trigger) if rule else trigger is None
    if rule:
        assert found.by_name["甲"]["priority"] == "重点"


def test_a_mine_that_only_touches_the_red_line_is_not_in_it(judged, mines_of, areas_of):
    found = judged(mines_of((square(0), "甲", "停产", "露天")), REDLINE=areas_of((square(100), "红线")))
    assert found.by_name["甲"]["trigger"] is None


def test_contributions_add_up_to_the_score(judged, mines_of, areas_of, road):
    mines = mines_of(*[(square(700 * n, 40 * n), f"矿{n}", "生产" if n % 2 else "废弃", "露天") for n in range(9)])
    found = judged(
        mines, ROADS=road, FARMLAND=areas_of((square(400, 0, 300),)), SETTLEMENTS=areas_of((square(2000, 900),))
    )
    for row in found.rows("MINES_OUT"):
        assert sum(parts_of(row).values()) == pytest.approx(row["score"], abs=1e-9)
        assert row["rank_low"] <= row["rank"] <= row["rank_high"]
    order = sorted(found.rows("MINES_OUT"), key=lambda row: row["rank"])
    assert [row["score"] for row in order] == sorted((row["score"] for row in order), reverse=True)


def test_a_score_by_hand(judged, mines_of, layer_of):
    """The edge of the mine is 560 m from a national road whose land is 10 m wide on this side: 550 m, half of the way
    from 100 to 1000 m; abandoned. Weights 0.12 and 0.12 of 1.
    """
    road = layer_of("LineString", {"等级": "string"}, [("LINESTRING(-2000 -560, 2000 -560)", "国道")], "道路")
    row = judged(mines_of((square(0), "甲", "废弃", "露天")), ROADS=road, ROADS_CLASS_FIELD="等级").by_name["甲"]
    assert row["d_road"] == pytest.approx(550.0)
    assert row["c_road"] == pytest.approx(6.0) and row["c_abandoned"] == pytest.approx(12.0)
    assert row["score"] == pytest.approx(18.0)


def test_weights_of_the_planner_win(judged, mines_of, csv_of):
    weights = csv_of(
        "factor,weight\nabandoned,1\nwater,0\ntown,0\nroad,0\nconstruction,1\nhazard,0\nfarmland,0\nriver,0\nreserve,0\ngreen,0\n"
    )
    found = judged(mines_of((square(0), "甲", "废弃"), (square(5000), "乙", "新建")), WEIGHTS=weights)
    assert parts_of(found.by_name["甲"])["c_abandoned"] == pytest.approx(50.0)
    assert found.by_name["乙"]["score"] == pytest.approx(25.0)


def test_the_same_seed_gives_the_same_interval(judged, mines_of, road):
    mines = mines_of(*[(square(500 * n, 90 * n), f"矿{n}", "生产" if n % 3 else "停产") for n in range(12)])

    def interval(seed):
        rows = judged(mines, ROADS=road, SEED=seed).rows("MINES_OUT")
        return [(row["rank_low"], row["rank_high"]) for row in rows]

    assert interval(1) == interval(1)


@pytest.mark.parametrize(
    ("method", "now", "later"), [("露天", "严重", "严重"), (None, "严重", "严重"), ("地下", "不明", "严重")]
)
def test_farmland_is_damaged_by_an_open_pit_and_threatened_by_an_underground_mine(
    judged, mines_of, areas_of, method, now, later
):
    found = judged(mines_of((square(0), "甲", "生产", method)), FARMLAND=areas_of((square(50),)))
    row = found.by_name["甲"]
    assert (row["severity_now"], row["severity_next"], row["priority"]) == (now, later, "重点")
    assert row["land"] == "永久基本农田 0.50 公顷"
    assert "矿区内有永久基本农田 0.50 公顷（分级判据待核）" in row["reasons"]


@pytest.mark.parametrize(
    ("side", "layer", "now", "priority"),
    [
        (100.0, "CROPLAND", "较严重", "次重点"),
        (150.0, "CROPLAND", "严重", "重点"),
        (100.0, "FOREST", "较轻", "一般"),
        (150.0, "FOREST", "较严重", "次重点"),
        (210.0, "FOREST", "严重", "重点"),
    ],
)
def test_how_much_land_is_severe(judged, mines_of, areas_of, side, layer, now, priority):
    """1.00, 2.25 and 4.41 hm²: the limits are 2 hm² of cropland, 2 and 4 hm² of forest."""
    row = judged(
        mines_of((square(0, 0, side), "甲", "停产", "露天")), **{layer: areas_of((square(0, 0, 500),))}
    ).by_name["甲"]
    assert (row["severity_now"], row["priority"]) == (now, priority)


@pytest.mark.parametrize(
    ("land", "now"),
    [
        ("耕地", "较严重"),
        ("0303", "较轻"),
        ("耕地 3 公顷；林地 1 公顷", "严重"),
        ("永久基本农田", "严重"),
        (None, "不明"),
    ],
)
def test_land_may_be_said_by_a_field(run, layer_of, land, now):
    mines = layer_of("Polygon", {"状态": "string", "地类": "string"}, [(square(0), "停产", land)], "矿山")
    found = run("remediationzones", MINES=mines, STATUS_FIELD="状态", LAND_FIELD="地类", MINES_OUT=MEMORY)
    assert found.rows("MINES_OUT")[0]["severity_now"] == now


def test_a_point_has_no_area_and_says_so(judged, mines_of, areas_of):
    found = judged(mines_of(("POINT(0 0)", "甲", "生产"), kind="Point"), FARMLAND=areas_of((square(-50),)), BUFFER=400)
    row = found.by_name["甲"]
    assert row["severity_now"] == "不明" and row["area_hm2"] is None and "只有点位" in row["note"]
    assert found.said.warned("1 座矿山只有点位", "现状影响程度不明")
    (zone,) = found.rows("ZONES")
    assert zone["area_hm2"] == pytest.approx(np.pi * 16.0, rel=3e-3)


@pytest.mark.parametrize(
    ("status", "holder", "measure", "responsible"),
    [
        ("新建", "甲公司", "投产前达到绿色矿山建设标准", "采矿权人：甲公司"),
        ("在建", "甲公司", "同步建设", "采矿权人：甲公司"),
        ("生产", "甲公司", "加快升级改造", "采矿权人：甲公司"),
        ("生产", None, "加快升级改造", "采矿权人（图层中没有名称"),
        ("停产", "甲公司", "复产前", "采矿权人：甲公司"),
        ("废弃", "甲公司", "废弃矿山：", "原采矿权人：甲公司"),
        ("废弃", None, "废弃矿山：", "县级人民政府"),
        (None, None, "先查明矿山状态", "先查明采矿权人"),
        ("神秘", "甲公司", "先查明矿山状态", "采矿权人：甲公司"),
    ],
)
def test_every_mine_has_a_measure_and_somebody_responsible(judged, mines_of, status, holder, measure, responsible):
    row = judged(mines_of((square(0), "甲", status, "露天", holder))).by_name["甲"]
    assert measure in row["measure"] and row["responsible"].startswith(responsible)


@pytest.mark.parametrize(
    ("x", "side", "layer", "mode"),
    [
        (0, 100, "HAZARD_AREAS", "生态重建"),
        (0, 100, "FARMLAND", "生态重建"),
        (0, 150, "SETTLEMENTS", "转型利用"),
        (9000, 150, "SETTLEMENTS", "自然恢复"),
        (9000, 300, "SETTLEMENTS", "辅助再生"),
        (9000, 500, "SETTLEMENTS", "生态重建"),
    ],
)
def test_an_abandoned_mine_finds_its_way_back(judged, mines_of, areas_of, raster_of, x, side, layer, mode):
    """On level ground: near a settlement a new use; else by size."""
    dem = raster_of(np.full((60, 400), 900.0), x=-600, y=900)
    found = judged(mines_of((square(x, 0, side), "甲", "废弃")), **{layer: areas_of((square(50),))}, DEM=dem)
    row = found.by_name["甲"]
    assert (
        row["mode"] == mode
        and row["measure"].startswith(f"废弃矿山：{mode}。")
        and row["slope_deg"] == pytest.approx(0)
    )


def test_the_gap_list_says_what_the_layers_show_and_what_they_cannot(judged, mines_of, areas_of):
    found = judged(
        mines_of((square(0), "甲", "生产"), (square(5000), "乙", "废弃")),
        SETTLEMENTS=areas_of((square(300), "东村")),
        RESERVES=areas_of((square(3000), "远山")),
    )
    gaps = found.by_name["甲"]["gap_list"]
    assert (
        "矿区环境：距居民区（东村） 200 米" in gaps
        and "先决条件（矿区不涉及自然保护地）：影响范围内图层未见问题" in gaps
    )
    assert "须现场核查（图层看不出）：资源开发、综合利用、绿色低碳、生态修复与环境治理、科技创新与规范管理" in gaps
    assert "分" not in gaps.replace("分析", "") and found.by_name["乙"]["gap_list"] is None


def test_zones_are_disjoint_and_cover_the_surroundings_of_every_mine(judged, mines_of, areas_of):
    mines = mines_of(
        *[(square(350 * n, 200 * (n % 4)), f"矿{n}", "生产" if n % 2 else "停产", "露天") for n in range(14)]
    )
    found = judged(
        mines, FARMLAND=areas_of((square(700, 300, 300),)), CROPLAND=areas_of((square(2500, 0, 400),)), BUFFER=300
    )
    zones = found.rows("ZONES")
    shapes = np.array([zone["geometry"] for zone in zones])
    around = shapely.union_all([row["geometry"].buffer(300, quad_segs=16) for row in found.rows("MINES_OUT")])
    assert set(shapely.get_type_id(shapes)) == {3} and {zone["priority"] for zone in zones} == {
        "重点",
        "次重点",
        "一般",
    }
    assert shapely.area(shapes).sum() == pytest.approx(around.area, rel=1e-6)
    assert shapely.union_all(shapes).area == pytest.approx(around.area, rel=1e-6)
    assert sum(zone["area_hm2"] for zone in zones) == pytest.approx(found["AREA_HM2"])
    assert {name for zone in zones for name in zone["mines"].split("、")} == {f"矿{n}" for n in range(14)}
    assert all(zone["mine_count"] == len(zone["mines"].split("、")) and zone["reasons"] for zone in zones)


def test_numbers_and_headline_are_those_of_the_zones(judged, mines_of, areas_of):
    mines = mines_of((square(0), "甲", "生产"), (square(250), "乙", "废弃"), (square(9000), "丙", "停产"))
    found = judged(mines, REDLINE=areas_of((square(0, 0, 400), "红线")))
    key = [zone for zone in found.rows("ZONES") if zone["priority"] == "重点"]
    assert (found["ZONE_COUNT"], found["MINES_COUNT"], found["KEY_ZONES"], found["KEY_MINES"]) == (2, 3, 1, 2)
    assert found["KEY_AREA_HM2"] == pytest.approx(key[0]["area_hm2"])
    assert found["HEADLINE"] == f"整治重点区 1 处 {key[0]['area_hm2'] / 100:.1f} km²，涉矿 2 座"
    assert found["HEADLINE"] in found.said.infos


def test_the_reasons_of_a_zone_name_the_mines_they_are_about(judged, mines_of, areas_of):
    mines = mines_of((square(0), "甲", "生产"), (square(250), "乙", "废弃"))
    zone = judged(mines, REDLINE=areas_of((square(0), "红线"))).rows("ZONES")[0]
    assert "涉及矿山 2 座：生产 1 座、废弃 1 座。" in zone["reasons"]
    assert "甲：位于生态保护红线内，属法定优先整治情形（R25，自然资发〔2022〕142号第一条）。" in zone["reasons"]
    assert zone["reasons"].endswith("。")


def test_the_town_of_mines_and_zones(judged, mines_of, areas_of, points_of):
    mines = mines_of((square(-80), "甲", "生产"), (square(3000), "乙", "生产"))
    towns = areas_of((square(-9000, -4500, 9000), "西镇"), (square(0, -4500, 9000), "东镇"))
    found = judged(mines, TOWNS=towns, TOWNS_NAME_FIELD="名称")
    assert (found.by_name["甲"]["town"], found.by_name["乙"]["town"]) == ("西镇", "东镇")
    assert {zone["mines"]: zone["town"] for zone in found.rows("ZONES")} == {"甲": "西镇", "乙": "东镇"}
    seats = points_of([(-500, 0, "西镇"), (3500, 0, "东镇")], 名称="string")
    found = judged(mines, TOWNS=seats, TOWNS_NAME_FIELD="名称")
    assert found.by_name["乙"]["town"] == "东镇" and found.by_name["乙"]["d_town"] == pytest.approx(400.0)


def test_the_rule_file_of_a_run_wins(judged, mines_of, layer_of, csv_of):
    road = layer_of("LineString", {"等级": "string"}, [("LINESTRING(-2000 -150, 2000 -150)", "国道")], "道路")
    given = {"ROADS": road, "ROADS_CLASS_FIELD": "等级"}
    mines = mines_of((square(0), "甲", "停产"))
    assert judged(mines, **given).by_name["甲"]["rules"] is None
    rules = csv_of("id,class,distance_m\nR1,national,200\n", "mining_rules.csv")
    row = judged(mines, **given, RULES=rules).by_name["甲"]
    assert row["rules"] == "R1|national"
    assert (
        "距国道用地外缘 200 米以内，禁止采矿、采石、取土、爆破（R1，公路安全保护条例第17条第1项；距道路 140 米）"
        in row["reasons"]
    )


@pytest.mark.parametrize("holder", ["无", "已注销", "甲公司（灭失）"])
def test_a_holder_that_is_gone_pays_nothing(judged, mines_of, holder):
    row = judged(mines_of((square(0), "甲", "废弃", "露天", holder))).by_name["甲"]
    assert row["responsible"].startswith("县级人民政府")


def test_the_law_is_that_of_the_day(judged, mines_of, areas_of):
    """The environment code is law from 2026-08-15; before, the law on water pollution was, and is told with its mark.
    What is no law yet is a trigger all the same, and says so; what is law no more bears on nothing.
    """
    water = {"WATER_PROTECTION": areas_of((square(50), "东泉", "一级")), "WATER_PROTECTION_CLASS_FIELD": "级别"}
    mines = mines_of((square(0), "甲", "停产"))
    now = judged(mines, **water, AS_OF="2026-08-15").by_name["甲"]
    assert "生态环境法典" in now["trigger"] and now["rules"] == "R27|first class"
    early = judged(mines, **water, AS_OF="2026-08-14").by_name["甲"]
    assert early["priority"] == "重点" and "生态环境法典第" not in early["trigger"]
    assert "R27a，水污染防治法" in early["trigger"] and "待核" in early["trigger"]
    red = judged(mines, REDLINE=areas_of((square(50), "红线")), AS_OF="2022-08-15").by_name["甲"]
    assert red["priority"] == "重点" and "自 2022-08-16 起施行" in red["trigger"]


def test_defaults(provider):
    algorithm = provider.algorithm("remediationzones")
    defaults = {name: algorithm.parameterDefinition(name).defaultValue() for name in ("BUFFER", "UPSTREAM_KM", "SEED")}
    assert defaults == {"BUFFER": 500.0, "UPSTREAM_KM": 20.0, "SEED": 1}


def test_without_a_field_of_holders_nobody_is_charged_with_an_abandoned_mine(run, layer_of):
    """No field is not an empty cell: the law is told for both cases, and the county is not named as the one to pay."""
    rows = [(square(0), "甲", "废弃"), (square(5000), "乙", "生产")]
    mines = layer_of("Polygon", {"名称": "string", "状态": "string"}, rows)
    found = run("remediationzones", MINES=mines, MINES_OUT=MEMORY)
    by_name = {row["mine_name"]: row["responsible"] for row in found.rows("MINES_OUT")}
    assert by_name["甲"].startswith("先查明采矿权人（图层没有采矿权人字段）")
    assert "有采矿权人的，由其修复" in by_name["甲"] and "无法确认的，由县级人民政府组织修复" in by_name["甲"]
    assert by_name["乙"].startswith("采矿权人（图层中没有名称")
    assert found.said.warned("没有采矿权人字段")


def test_fields_with_their_usual_names_need_not_be_chosen(run, layer_of):
    fields = dict.fromkeys(("矿山名称", "矿山状态", "采矿权人", "主矿种", "开采方式"), "string")
    rows = [
        (square(0), "甲", "废弃", None, "石料", "露天"),
        (square(5000), "乙", "废弃", "乙公司", "煤", "地下"),
    ]
    found = run("remediationzones", MINES=layer_of("Polygon", fields, rows), MINES_OUT=MEMORY)
    first, second = sorted(found.rows("MINES_OUT"), key=lambda row: row["mine_no"])
    assert (first["mine_name"], first["status"], first["mineral"], first["method"]) == (
        "甲",
        "abandoned",
        "stone",
        "open pit",
    )
    assert first["responsible"].startswith("县级人民政府（历史遗留")
    assert second["responsible"].startswith("原采矿权人：乙公司")
    for name in fields:
        assert sum(f"采用图层中的“{name}”字段" in text for text in found.said.infos) == 1


def test_a_forecast_is_a_fact_whose_grading_is_to_be_checked(judged, mines_of, areas_of):
    water = areas_of((square(300, 0, 200), "东泉", "一级"))
    mines = mines_of((square(0), "甲", "生产", "露天", "甲公司"))
    row = judged(mines, WATER_PROTECTION=water, WATER_PROTECTION_CLASS_FIELD="级别").by_name["甲"]
    assert "影响范围内有饮用水水源一级保护区（分级判据待核）。" in row["reasons"]


def test_the_ledger_leaves_out_what_remediation_found_outside(run, mines_of, areas_of, tmp_path):
    """From one step to the next through a file, with nothing chosen but the layer."""
    mines = mines_of((square(0), "甲", "生产", "露天", "甲公司"), (square(9000), "乙", "废弃", "露天"))
    file = str(tmp_path / "清单.gpkg")
    run("remediationzones", MINES=mines, **NAMES, COUNTY=areas_of((square(-500, -500, 2000), "县")), MINES_OUT=file)
    found = run("compensationledger", MINES=file, HOLDER_FIELD="权利人", RESPONSIBILITY=MEMORY)
    payers = {row["mine"]: (row["payer"], row["restoration_cost"]) for row in found.rows("RESPONSIBILITY")}
    assert payers == {"甲": ("甲公司", None), "乙": ("由所在县处理", None)}
    assert found.said.warned("1 座在县界以外（乙）") and found["UNPRICED"] == 1
    assert found["HEADLINE"].startswith("测算：1 座矿山的修复费用都未能计价（主要原因：没有地类资料）")
