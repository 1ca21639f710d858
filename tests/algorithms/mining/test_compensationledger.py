"""The two ledgers as a planner gets them: figures worked out by hand, payers, sentences, and sums that agree."""

import math

import numpy as np
import pytest
import shapely

MEMORY = "TEMPORARY_OUTPUT"
ALL = dict.fromkeys(("RESPONSIBILITY", "BENEFIT", "TOTALS"), MEMORY)
COSTS = "land,damage,yuan_per_hm2,management_rate,care_yuan_per_hm2,care_years,recovery_years\n"
COSTS += "林地,,100000,0.1,5000,3,20\n耕地,,150000,0.1,3000,3,5\n耕地,塌陷,60000,0.1,3000,3,5\n"
FIELDS = {"名称": "string", "状态": "string", "采矿权人": "string", "面积": "double", "地类": "string"}
#: Yuan/hm² a year in Shanxi 2018, by hand: V·(0.562·Σ by NPP + 0.782·Σ of water + soil).
DRY_LAND, MIXED_FOREST, WATER = (
    1412.6 * (0.562 * 2.69 + 0.782 * 0.29 + 1.03),
    1412.6 * (0.562 * 16.35 + 0.782 * 3.88 + 2.86),
    1412.6 * (0.562 * 14.15 + 0.782 * 110.53 + 0.93),
)


@pytest.fixture
def mines(points_of):
    """A function that makes point mines: name, state, holder, damaged hectares, land."""

    def make(*rows, **more):
        return points_of([(1000 * n, 0, *row) for n, row in enumerate(rows)], "矿山", **FIELDS, **more)

    return make


@pytest.fixture
def ledger(run, csv_of):
    """A function that runs the ledgers over mines, with the unit costs above."""

    def start(layer, said=None, **more):
        given = {
            "MINES": layer,
            "NAME_FIELD": "名称",
            "STATUS_FIELD": "状态",
            "HOLDER_FIELD": "采矿权人",
            "AREA_FIELD": "面积",
            "LAND_FIELD": "地类",
            "UNIT_COSTS": csv_of(COSTS, "单价.csv"),
            **ALL,
        }
        return run("compensationledger", said, **{**given, **more})

    return start


def box(x, y, width, height):
    return shapely.box(x, y, x + width, y + height)


@pytest.fixture
def square_mine(layer_of):
    """100 hm² from (0, 0) to (1000, 1000)."""
    return layer_of("Polygon", FIELDS, [(box(0, 0, 1000, 1000), "甲矿", "生产", "甲公司", None, None)], "矿山")


def test_the_cost_of_ten_hectares_of_forest(ledger, mines):
    """10 hm² × (100,000 × 1.1 + 3 × 5,000) = 1,250,000 yuan, a tenth of it each year."""
    got = ledger(mines(("甲矿", "生产", "甲公司", 10.0, "林地")))
    (row,) = got.rows("RESPONSIBILITY")
    assert (row["mine"], row["payer"], row["area_hm2"]) == ("甲矿", "甲公司", 10)
    assert row["restoration_cost"] == pytest.approx(1_250_000)
    assert (row["annual_accrual"], row["years"], row["present_value"]) == pytest.approx((125_000, 10, 1_250_000))
    assert got["RESTORATION_COST"] == pytest.approx(1_250_000) and got["UNPRICED"] == 0
    assert (row["status"], row["land"], row["interim_loss"]) == ("测算", "林地 10.00 公顷", None)


def test_a_discount_makes_care_and_later_years_cheaper(ledger, mines):
    got = ledger(mines(("甲矿", "生产", "甲公司", 10.0, "林地")), YEARS=2, DISCOUNT=0.05)
    (row,) = got.rows("RESPONSIBILITY")
    cost = 10 * (110_000 + 5_000 * 2.723248029)
    assert row["restoration_cost"] == pytest.approx(cost) and row["annual_accrual"] == pytest.approx(cost / 2)
    assert row["present_value"] == pytest.approx(cost / 2 / 1.05 + cost / 2 / 1.05**2)


def test_lands_in_the_proportion_that_the_field_says(ledger, mines):
    """6 of 10 parts cropland at 165,000 + 9,000, 4 forest at 125,000."""
    got = ledger(mines(("甲矿", "生产", "甲公司", 20.0, "耕地60%；林地40%")))
    (row,) = got.rows("RESPONSIBILITY")
    assert row["restoration_cost"] == pytest.approx(12 * 174_000 + 8 * 125_000)
    assert row["land"] == "耕地 12.00 公顷、林地 8.00 公顷"


def test_lands_in_hectares_and_what_they_leave_open(ledger, mines):
    got = ledger(
        mines(
            ("甲矿", "生产", "甲公司", 20.0, "耕地 6 公顷、林地 4 公顷"),
            ("乙矿", "生产", "乙公司", 5.0, "耕地 6 公顷、林地 4 公顷"),
            ("丙矿", "生产", "丙公司", None, "耕地 6.00 公顷、林地 1,004.00 公顷"),
        )
    )
    half, too_much, stated = got.rows("RESPONSIBILITY")
    assert half["restoration_cost"] == pytest.approx(6 * 174_000 + 4 * 125_000)
    assert "有 10.00 公顷地类不明，未计费用。" in half["note"]
    assert too_much["restoration_cost"] == pytest.approx(3 * 174_000 + 2 * 125_000)
    assert "大于损毁面积" in too_much["note"]
    assert stated["area_hm2"] == 1010 and stated["restoration_cost"] == pytest.approx(6 * 174_000 + 1004 * 125_000)


def test_lands_without_amounts_are_not_guessed(ledger, mines):
    got = ledger(mines(("甲矿", "生产", "甲公司", 20.0, "耕地、林地")))
    (row,) = got.rows("RESPONSIBILITY")
    assert row["restoration_cost"] is None and "没有写各占多少" in row["note"] and got["UNPRICED"] == 1


def test_set_aside_by_output(ledger, mines):
    """60 of 150 (10⁴ t) each year: two fifths, two fifths, one fifth."""
    layer = mines(("甲矿", "生产", "甲公司", 10.0, "林地", 60.0, 150.0), 产量="double", 储量="double")
    got = ledger(layer, CAPACITY_FIELD="产量", REMAINING_FIELD="储量")
    (row,) = got.rows("RESPONSIBILITY")
    assert (row["annual_accrual"], row["years"]) == pytest.approx((500_000, 3))
    assert "按产量比例计提：每年 60 万吨，剩余 150 万吨。" in row["note"]


def test_output_in_million_tonnes(ledger, mines):
    """0.6 of 1.5 Mt is 60 of 150 (10⁴ t)."""
    kinds = {"Capacity (Mtpa)": "double", "储量": "double"}
    layer = mines(("甲矿", "生产", "甲公司", 10.0, "林地", 0.6, 150.0), **kinds)
    got = ledger(layer, CAPACITY_FIELD="Capacity (Mtpa)", REMAINING_FIELD="储量")
    assert "每年 60 万吨，剩余 150 万吨" in got.rows("RESPONSIBILITY")[0]["note"]
    assert any("已乘以 100 折算为万吨" in text for text in got.said.infos)


def test_damage_by_method_has_its_own_price(ledger, mines):
    layer = mines(
        ("甲矿", "生产", "甲公司", 1.0, "耕地", "地下"), ("乙矿", "生产", "乙公司", 1.0, "耕地", "露天"), 方式="string"
    )
    first, second = ledger(layer, METHOD_FIELD="方式").rows("RESPONSIBILITY")
    assert first["restoration_cost"] == pytest.approx(66_000 + 9_000)
    assert second["restoration_cost"] == pytest.approx(165_000 + 9_000)
    assert "推定为塌陷" in first["note"] and "推定为挖损" in second["note"]


def test_a_given_damage_goes_before_the_method(ledger, mines):
    row = ("甲矿", "生产", "甲公司", 1.0, "耕地", "露天", "采空塌陷区")
    got = ledger(mines(row, 方式="string", 损毁="string"), METHOD_FIELD="方式", DAMAGE_FIELD="损毁")
    assert got.rows("RESPONSIBILITY")[0]["restoration_cost"] == pytest.approx(75_000)


def test_who_pays_and_by_which_law(ledger, mines):
    got = ledger(
        mines(
            ("甲矿", "生产", "甲公司", 1.0, "林地"),
            ("乙矿", "拟建", "乙公司", 1.0, "林地"),
            ("丙矿", "已关闭", "丙公司", 1.0, "林地"),
            ("丁矿", "废弃", None, 1.0, "林地"),
            ("戊矿", "历史遗留", "丁公司（已注销）", 1.0, "林地"),
            ("己矿", "停产", "", 1.0, "林地"),
            ("庚矿", "整顿", "无锡公司", 1.0, "林地"),
        ),
        GOVERNMENT="云岭县人民政府",
    )
    rows = got.rows("RESPONSIBILITY")
    assert [row["payer"] for row in rows] == [
        "甲公司",
        "乙公司",
        "丙公司",
        "云岭县人民政府",
        "云岭县人民政府",
        "责任人待查明",
        "无锡公司",
    ]
    assert rows[0]["basis"] == (
        "依据《矿产资源法》（2024 年修订，2025 年 7 月 1 日起施行）第四十五条、第四十七条、第四十九条和"
        "《土地复垦条例》（国务院令第 592 号）第三条，采矿权人应当边开采、边修复，并提取修复费用计入成本；"
        "单位费用为工程取值，待核。"
    )
    for row, words in zip(rows, ("边修复", "第四十六条", "不因采矿权消灭而免除", "第四十五条第三款", "责任人灭失")):
        assert words in row["basis"]
    assert "须先查明" in rows[5]["basis"] and "没有采矿权人" in rows[5]["note"]
    assert "“整顿”不明" in rows[6]["note"] and got.said.warned("1 种写法不认识", "整顿")
    assert got["PUBLIC_COST"] == pytest.approx(250_000)


def test_costs_that_are_verified_say_so(ledger, mines, csv_of):
    file = csv_of("land,yuan_per_hm2,verified\n林地,100000,yes\n", "核.csv")
    got = ledger(mines(("甲矿", "生产", "甲公司", 1.0, "林地")), UNIT_COSTS=file)
    assert got.rows("RESPONSIBILITY")[0]["basis"].endswith("单位费用在费用表中标为已核。")
    assert not got.said.warned("待核：是工程取值")


def test_shipped_costs_are_working_values(ledger, mines):
    got = ledger(mines(("甲矿", "生产", "甲公司", 1.0, "林地")), UNIT_COSTS=None)
    assert got.said.warned("72 行中有 72 行待核：是工程取值，不是标准")
    assert got.rows("RESPONSIBILITY")[0]["restoration_cost"] == pytest.approx(110_000 + 5 * 5_000)


def test_land_from_polygons_and_what_they_leave_open(ledger, square_mine, layer_of):
    land = layer_of(
        "Polygon",
        {"地类编码": "string"},
        [(box(-500, 0, 1000, 1000), "0301"), (box(500, 0, 300, 1000), "0103"), (box(800, 0, 100, 1000), "火星")],
        "地类",
    )
    got = ledger(square_mine, LANDUSE=land, LANDUSE_CLASS_FIELD="地类编码")
    (row,) = got.rows("RESPONSIBILITY")
    assert row["area_hm2"] == pytest.approx(100, rel=1e-4)
    share = row["area_hm2"] / 100
    assert row["restoration_cost"] == pytest.approx(share * (50 * 125_000 + 30 * 174_000))
    assert row["land"] == "乔木林地 50.00 公顷、旱地 30.00 公顷、地类不明 20.00 公顷"
    assert "有 20.00 公顷地类不明，未计费用。" in row["note"] and "是上限" in row["note"]
    assert got.said.warned("地类图斑中有 1 种地类写法不认识", "火星")


def test_land_drawn_twice_is_not_paid_twice(ledger, square_mine, layer_of):
    twice = [(box(0, 0, 1000, 1000), "林地"), (box(0, 0, 1000, 1000), "林地")]
    land = layer_of("Polygon", {"地类": "string"}, twice, "地类")
    (row,) = ledger(square_mine, LANDUSE=land, LANDUSE_CLASS_FIELD="地类").rows("RESPONSIBILITY")
    assert row["restoration_cost"] == pytest.approx(row["area_hm2"] * 125_000) and "相互重叠" in row["note"]


@pytest.fixture
def cover(raster_of):
    """Cells of 100 m: forest (3) in the west, cropland (1) in the east, no class in the last column."""
    values = np.full((20, 20), 3.0)
    values[:, 10:] = 1.0
    values[:, 19] = np.nan
    return raster_of(values, x=0, y=2000, cell=100, name="地类")


def test_land_from_a_raster(ledger, layer_of, cover):
    layer = layer_of("Polygon", FIELDS, [(box(800, 0, 500, 1000), "甲矿", "生产", "甲公司", None, None)], "矿山")
    (row,) = ledger(layer, LANDUSE_RASTER=cover).rows("RESPONSIBILITY")
    assert row["restoration_cost"] == pytest.approx(row["area_hm2"] * (0.4 * 125_000 + 0.6 * 174_000))


def test_the_code_system_is_said_and_may_be_chosen(ledger, square_mine, layer_of, csv_of):
    land = layer_of("Polygon", {"编码": "string"}, [(box(0, 0, 1000, 1000), "0602")], "地类")
    file = csv_of("land,yuan_per_hm2\n建设用地,1\n采矿用地,1000\n", "单价2.csv")
    given = {"LANDUSE": land, "LANDUSE_CLASS_FIELD": "编码", "UNIT_COSTS": file}
    guide = ledger(square_mine, **given)
    assert guide.rows("RESPONSIBILITY")[0]["land"].startswith("设施农用地")
    assert guide.said.warned("无法判断体系", "暂按“2023 年用地用海分类指南”理解")
    survey = ledger(square_mine, LAND_CODES=2, **given)
    assert survey.rows("RESPONSIBILITY")[0]["land"].startswith("采矿用地")
    assert survey["RESTORATION_COST"] == pytest.approx(1000 * guide["RESTORATION_COST"])


def test_a_mine_without_land_or_area_is_listed_with_its_reason(ledger, layer_of):
    rows = [
        (shapely.Point(0, 0), "无面积", "生产", "甲公司", None, "林地"),
        (shapely.Point(9, 0), "无地类", "生产", "甲公司", 5.0, None),
        (shapely.Point(9, 9), "负面积", "生产", "甲公司", -5.0, "林地"),
        (None, "无图形", "废弃", None, 2.0, "林地"),
        (shapely.Point(5, 5), None, None, None, None, None),
    ]
    got = ledger(layer_of("Point", FIELDS, rows, "矿山"))
    by_name = {row["mine"]: row for row in got.rows("RESPONSIBILITY")}
    assert list(by_name)[-1] == "无图形"
    assert [by_name[name]["restoration_cost"] for name in ("无面积", "无地类", "负面积")] == [None, None, None]
    assert len(by_name) == 5 and got["UNPRICED"] == 4
    assert "也没有损毁面积，未计费用" in by_name["无面积"]["note"]
    assert "没有地类资料，未计费用" in by_name["无地类"]["note"]
    assert "不是大于 0 的数" in by_name["负面积"]["note"]
    assert by_name["无图形"]["restoration_cost"] == pytest.approx(250_000)
    assert by_name["无图形"]["geometry"] is None and by_name["无图形"]["annual_accrual"] == pytest.approx(25_000)
    assert by_name["矿山 5"]["payer"] == "责任人待查明" and by_name["矿山 5"]["annual_accrual"] is None


def test_numbers_that_are_text(ledger, points_of):
    kinds = {**FIELDS, "面积": "string"}
    rows = [(0, 0, "甲矿", "生产", "甲公司", "１０.５", "林地"), (9, 0, "乙矿", "生产", "乙公司", "十公顷", "林地")]
    got = ledger(points_of(rows, "矿山", **kinds))
    first, second = got.rows("RESPONSIBILITY")
    assert first["restoration_cost"] == pytest.approx(10.5 * 125_000) and second["restoration_cost"] is None
    assert got.said.warned("字段“面积”有 1 条不是数字")


def test_duplicate_names_are_two_mines(ledger, mines):
    one = ("柳沟矿", "生产", "甲公司", 1.0, "林地")
    got = ledger(mines(one, one))
    assert len(got.rows("RESPONSIBILITY")) == 2 and got["RESTORATION_COST"] == pytest.approx(250_000)
    (total,) = got.rows("TOTALS")
    assert total["amount"] == pytest.approx(250_000) and total["count"] == 2


def test_a_self_touching_mine_is_mended_and_paid(ledger, layer_of, cover):
    bow = "POLYGON((0 0, 400 400, 400 0, 0 400, 0 0))"
    got = ledger(layer_of("Polygon", FIELDS, [(bow, "甲矿", "生产", "甲公司", None, None)]), LANDUSE_RASTER=cover)
    assert got.rows("RESPONSIBILITY")[0]["area_hm2"] == pytest.approx(8, rel=1e-3)
    assert got["RESTORATION_COST"] == pytest.approx(8 * 125_000, rel=1e-3) and got.said.warned("已自动修复")


def test_services_lost_meanwhile_are_a_column_of_their_own(ledger, mines):
    """Forest recovers in 20 years and loses (20 + 1) / 2 years of its value; the cost does not change."""
    got = ledger(mines(("甲矿", "生产", "甲公司", 10.0, "林地")), INTERIM_LOSS=True)
    (row,) = got.rows("RESPONSIBILITY")
    assert row["interim_loss"] == pytest.approx(10 * MIXED_FOREST * 10.5)
    assert got["RESTORATION_COST"] == pytest.approx(1_250_000)


@pytest.fixture
def zones(layer_of):
    """A water source half of which lies in the reserve; 100 hm² each."""
    sources = [(box(0, 0, 1000, 1000), "甲水源地", "西镇")]
    water = layer_of("Polygon", {"名称": "string", "供水": "string"}, sources, "水源")
    reserve = layer_of("Polygon", {"名称": "string"}, [(box(500, 0, 1000, 1000), "乙保护区")], "保护区")
    return {
        "WATER_PROTECTION": water,
        "WATER_PROTECTION_NAME_FIELD": "名称",
        "WATER_PROTECTION_BENEFICIARY_FIELD": "供水",
        "RESERVES": reserve,
        "RESERVES_NAME_FIELD": "名称",
    }


@pytest.fixture
def towns(layer_of):
    boxes = [(box(-1000, -1000, 2200, 4000), "西镇"), (box(1200, -1000, 5000, 4000), "东镇")]
    return {"TOWNS": layer_of("Polygon", {"镇名": "string"}, boxes, "乡镇"), "TOWNS_NAME_FIELD": "镇名"}


def test_what_protected_land_gives_and_who_benefits(ledger, mines, cover, zones):
    got = ledger(mines(("甲矿", "生产", "甲公司", 1.0, "林地")), LANDUSE_RASTER=cover, **zones)
    water, reserve = got.rows("BENEFIT")
    assert (water["zone"], water["beneficiary"], water["kind"]) == ("甲水源地", "西镇", "饮用水水源保护区")
    assert water["service_value"] == pytest.approx(water["area_hm2"] * MIXED_FOREST)
    assert water["value_per_hm2"] == pytest.approx(21_306, abs=1)
    assert reserve["area_hm2"] == pytest.approx(50, rel=1e-4)
    assert reserve["service_value"] == pytest.approx(reserve["area_hm2"] * DRY_LAND)
    assert reserve["note"] == (
        "与“甲水源地”重叠的 50.00 公顷已计入后者，不重复计价。受益方按保护区域的类型假定，待核。"
    )
    assert reserve["beneficiary"] == "市、县财政（争取上级转移支付）"
    assert water["basis"] == (
        "依据《生态保护补偿条例》（国务院令第 779 号，2024 年 6 月 1 日起施行）第九条第六项、第十四条、第十五条和"
        "《生态环境法典》（2026 年 8 月 15 日起施行）第一百一十一条至第一百一十六条；"
        "按谢高地等（2015）当量因子和山西 2018 年一个当量 1412.6 元/公顷·年测算，"
        "受益方、地类对应和调节因子的用法待核；是补偿的上限参考，不是补偿标准。"
    )
    assert got["SERVICE_VALUE"] == pytest.approx(water["service_value"] + reserve["service_value"])


def test_another_value_of_an_equivalent(ledger, mines, cover, zones):
    layer = mines(("甲矿", "生产", "甲公司", 1.0, "林地"))
    got = ledger(layer, LANDUSE_RASTER=cover, EQUIVALENT=1, **zones)
    assert got.rows("BENEFIT")[0]["value_per_hm2"] == pytest.approx(1498.58 * 23.09)
    got = ledger(layer, LANDUSE_RASTER=cover, EQUIVALENT=2, **zones)
    assert "一个当量的价值待核。" in got.rows("BENEFIT")[0]["note"]


def test_zones_of_many_kinds_in_one_layer(ledger, mines, cover, layer_of):
    rows = [(box(0, 0, 300, 300), "一级公益林"), (box(300, 0, 300, 300), "湿地公园"), (box(600, 0, 300, 300), "火星")]
    layer = layer_of("Polygon", {"类型": "string"}, rows, "区域")
    given = {"ZONES": layer, "ZONES_KIND_FIELD": "类型", "LANDUSE_RASTER": cover}
    got = ledger(mines(("甲矿", "生产", "甲公司", 1.0, "林地")), **given)
    assert [row["kind"] for row in got.rows("BENEFIT")] == ["公益林", "自然保护地", "其他保护区域"]
    assert got.said.warned("保护区域的类型中有 1 种写法不认识", "火星")


def test_zones_without_land_have_no_value(ledger, mines, zones):
    got = ledger(mines(("甲矿", "生产", "甲公司", 1.0, "林地")), **zones)
    assert [row["service_value"] for row in got.rows("BENEFIT")] == [None, None] and got["SERVICE_VALUE"] == 0
    assert "没有地类资料，未计价值" in got.rows("BENEFIT")[0]["note"]


def test_the_ledgers_agree_by_town_and_by_payer_and_are_never_added(ledger, layer_of, cover, zones, towns):
    rows = [
        (box(1100, 0, 200, 100), "甲矿", "生产", "甲公司", None, None),
        (box(0, 1500, 100, 100), "乙矿", "废弃", None, None, None),
        (box(1500, 1500, 100, 100), "丙矿", "废弃", None, None, None),
        (box(9000, 0, 100, 100), "丁矿", "生产", "甲公司", None, "林地"),
    ]
    got = ledger(layer_of("Polygon", FIELDS, rows, "矿山"), LANDUSE_RASTER=cover, **zones, **towns)
    totals = got.rows("TOTALS")
    for name, unit, output, total, amount in (
        ("责任", "元", "RESPONSIBILITY", "RESTORATION_COST", "restoration_cost"),
        ("受益", "元/年", "BENEFIT", "SERVICE_VALUE", "service_value"),
    ):
        ledger_rows = got.rows(output)
        here = [row for row in totals if row["ledger"] == name]
        assert {row["unit"] for row in here} == {unit} and {row["status"] for row in here} == {"测算"}
        assert math.fsum(row["amount"] for row in here) == pytest.approx(got[total], rel=1e-12)
        assert math.fsum(row[amount] for row in ledger_rows) == pytest.approx(got[total], rel=1e-12)
        payer = {"责任": "payer", "受益": "beneficiary"}[name]
        for who in {row["payer"] for row in here}:
            own = math.fsum(row["amount"] for row in here if row["payer"] == who)
            assert own == pytest.approx(math.fsum(row[amount] for row in ledger_rows if row[payer] == who), rel=1e-12)
        assert sum(row["count"] for row in here) == len(ledger_rows)
    by_name = {row["mine"]: row for row in got.rows("RESPONSIBILITY")}
    assert by_name["甲矿"]["town"] == "西镇、东镇" and by_name["丁矿"]["town"] == "（乡镇范围外）"
    west = [r for r in totals if (r["ledger"], r["town"], r["payer"]) == ("责任", "西镇", "甲公司")]
    assert west[0]["amount"] == pytest.approx(by_name["甲矿"]["restoration_cost"] / 2)
    assert west[0]["annual"] == pytest.approx(west[0]["amount"] / 10)


def test_calculated_stands_on_every_page(ledger, mines, cover, zones):
    got = ledger(mines(("甲矿", "生产", "甲公司", 2.0, "林地")), LANDUSE_RASTER=cover, **zones)
    for output in ALL:
        layer = got[output]
        assert "测算" in layer.name(), output
        assert {row["status"] for row in got.rows(output)} == {"测算"}
    fields = got["RESPONSIBILITY"].fields()
    for name in ("restoration_cost", "annual_accrual", "present_value", "interim_loss"):
        assert "测算" in fields.field(name).alias() and "（元" in fields.field(name).alias()
    assert got["HEADLINE"] == (
        "测算：1 座矿山的修复费用 25 万元，其中历史遗留矿山 0 万元；"
        "2 处保护区域的生态服务价值每年 233 万元，是受益补偿的上限。两本台账分列，不相加。"
    )


def test_without_zones_there_is_no_second_ledger(ledger, mines):
    got = ledger(mines(("甲矿", "生产", "甲公司", 1.0, "林地")))
    assert got.rows("BENEFIT") == [] and got["HEADLINE"].endswith("没有给出保护区域，未编制受益补偿台账。")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"YEARS": 0}, "计提年限 0 年不可用；请填 1 到 100 的整数。"),
        ({"DISCOUNT": 4.0}, "折现率 4 不可用；请写成小数，例如 4 % 写 0.04，须大于 -1 且小于 1。"),
        ({"DISCOUNT": -1.0}, "折现率 -1 不可用"),
    ],
)
def test_terms_that_cannot_be(fails, mines, given, words):
    sentence, _ = fails("compensationledger", MINES=mines(("甲矿", "生产", "甲公司", 1.0, "林地")), **given, **ALL)
    assert words in sentence


def test_a_negative_price_is_named_by_row_and_column(fails, mines, csv_of):
    file = csv_of("land,yuan_per_hm2\n林地,100\n草地,-1\n", "单价.csv")
    layer = mines(("甲矿", "生产", "甲公司", 1.0, "林地"))
    sentence, _ = fails("compensationledger", MINES=layer, UNIT_COSTS=file, **ALL)
    assert sentence == "标准表“单价.csv”第 3 行“yuan_per_hm2”列的“-1”是负数；请改正后重试。"


def test_an_empty_layer_of_mines(fails, mines):
    sentence, _ = fails("compensationledger", MINES=mines(), **ALL)
    assert sentence.startswith("矿山图层中没有要素")


@pytest.fixture(scope="module")
def county(training_data):
    from qgis.core import QgsRasterLayer, QgsVectorLayer

    def layer(name):
        return QgsVectorLayer(f"{training_data / 'yunling.gpkg'}|layername={name}", name, "ogr")

    return {
        "MINES": layer("矿山"),
        "NAME_FIELD": "名称",
        "STATUS_FIELD": "状态",
        "HOLDER_FIELD": "采矿权人",
        "METHOD_FIELD": "开采方式",
        "CAPACITY_FIELD": "产能_万吨",
        "LANDUSE_RASTER": QgsRasterLayer(str(training_data / "yunling_landcover.tif"), "地类"),
        "TOWNS": layer("乡镇"),
        "TOWNS_NAME_FIELD": "名称",
        "WATER_PROTECTION": layer("饮用水水源保护区"),
        "WATER_PROTECTION_NAME_FIELD": "名称",
        "WATER_PROTECTION_BENEFICIARY_FIELD": "乡镇",
        "RESERVES": layer("自然保护区"),
        "RESERVES_NAME_FIELD": "名称",
        **ALL,
    }


def test_the_training_county(run, county):
    """25 mines, 6 of the 7 abandoned ones without a holder; 4 water sources of three zones and 4 parts of reserves."""
    got = run("compensationledger", **county)
    mines, zones, totals = got.rows("RESPONSIBILITY"), got.rows("BENEFIT"), got.rows("TOTALS")
    assert (len(mines), len(zones), got["UNPRICED"]) == (25, 16, 0)
    public = [row for row in mines if row["payer"] == "县级人民政府"]
    assert len(public) == 6 and {row["mine_status"] for row in public} == {"废弃"}
    assert math.fsum(row["restoration_cost"] for row in public) == pytest.approx(got["PUBLIC_COST"])
    assert "云岭县康源矿业有限公司（虚构）" in {row["payer"] for row in mines if row["mine_status"] == "废弃"}
    assert {row["beneficiary"] for row in zones if "水源" in row["zone"]} == {"城关镇", "双河镇", "石门镇", "桃坪镇"}
    # The polygons of the county were drawn in the projection: 3,868 hm² of mines on the ellipsoid too.
    assert math.fsum(row["area_hm2"] for row in mines) == pytest.approx(3868, rel=1e-4)
    first = next(row for row in zones if row["zone"] == "石门水源地一级保护区")
    assert first["land"] == "耕地 8.06 公顷、陆地水域 6.00 公顷"
    assert first["service_value"] == pytest.approx(8.06 * DRY_LAND + 6.00 * WATER, rel=1e-3)
    for name, total in (("责任", got["RESTORATION_COST"]), ("受益", got["SERVICE_VALUE"])):
        here = [row for row in totals if row["ledger"] == name]
        assert math.fsum(row["amount"] for row in here) == pytest.approx(total, rel=1e-12)
        assert "（乡镇范围外）" not in {row["town"] for row in here}
    assert not any("不明" in row["note"] for row in mines + zones)


def test_the_training_county_by_counting_cells(run, county):
    """The land of one mine counted by GDAL: cells whose middle lies in the polygon, 0.09 hm² each."""
    from osgeo import gdal, ogr

    got = run("compensationledger", **county)
    row = next(one for one in got.rows("RESPONSIBILITY") if one["mine"] == "双河金岭煤矿")
    raster = gdal.Open(county["LANDUSE_RASTER"].source())
    mask = gdal.GetDriverByName("MEM").Create("", raster.RasterXSize, raster.RasterYSize, 1)
    mask.SetGeoTransform(raster.GetGeoTransform())
    mask.SetProjection(raster.GetProjection())
    gpkg = ogr.Open(county["MINES"].source().split("|")[0])
    layer = gpkg.GetLayerByName("矿山")
    layer.SetAttributeFilter("名称 = '双河金岭煤矿'")
    gdal.RasterizeLayer(mask, [1], layer, burn_values=[1])
    codes, cells = np.unique(raster.ReadAsArray()[mask.ReadAsArray() == 1], return_counts=True)
    share = dict(zip(codes.tolist(), cells / cells.sum()))
    # Subsidence: works × 1.1 and care, yuan/hm² of restoration_costs.csv.
    price = {1: 82_500 + 9_000, 2: 66_000 + 30_000, 3: 55_000 + 25_000, 4: 33_000 + 6_000, 17: 82_500 + 9_000}
    price |= {7: 55_000, 12: 55_000}
    assert row["restoration_cost"] == pytest.approx(row["area_hm2"] * sum(share[c] * price[c] for c in share), rel=1e-9)


def test_fields_with_their_usual_names_need_not_be_chosen(run, layer_of, csv_of):
    """Mines as 矿山整治 writes them, and land parcels of the national survey: only layers and terms are given."""
    mines = layer_of(
        "Polygon",
        {"mine_name": "string", "status": "string", "采矿权人": "string"},
        [(box(0, 0, 1000, 1000), "甲矿", "operating", "甲公司"), (box(3000, 0, 1000, 1000), "乙矿", "abandoned", None)],
    )
    land = layer_of("Polygon", {"DLMC": "string"}, [(box(-10, -10, 9000, 2000), "林地")])
    found = run("compensationledger", MINES=mines, LANDUSE=land, UNIT_COSTS=csv_of(COSTS), YEARS=10, **ALL)
    rows = {row["mine"]: row for row in found.rows("RESPONSIBILITY")}
    assert rows["甲矿"]["payer"] == "甲公司" and rows["乙矿"]["payer"] == "县级人民政府"
    assert rows["甲矿"]["restoration_cost"] == pytest.approx(100 * (110_000 + 15_000), rel=1e-3)
    assert any("mine_name" in text for text in found.said.infos) and any("DLMC" in text for text in found.said.infos)


def test_zones_without_land_are_not_said_to_be_worth_nothing(ledger, square_mine, layer_of):
    """Without land parcels the value is unknown: a bound of 0 would be wrong."""
    zone = layer_of("Polygon", {"名称": "string"}, [(box(0, 0, 1000, 1000), "保护区")])
    headline = ledger(square_mine, RESERVES=zone)["HEADLINE"]
    assert "1 处保护区域没有可用的地类资料" in headline and "上限" not in headline


def test_abandoned_mines_are_not_the_county_s_where_no_field_says_who_holds_them(run, layer_of, csv_of):
    """No field of holders is not an empty cell: the holder has to be found first, and nobody is charged."""
    row = (box(0, 0, 1000, 1000), "甲矿", "废弃", "林地")
    mines = layer_of("Polygon", {"名称": "string", "状态": "string", "地类": "string"}, [row])
    given = {"STATUS_FIELD": "状态", "LAND_FIELD": "地类", "UNIT_COSTS": csv_of(COSTS), **ALL}
    found = run("compensationledger", MINES=mines, **given)
    (row,) = found.rows("RESPONSIBILITY")
    assert row["payer"] == "责任人待查明" and row["restoration_cost"] == pytest.approx(12_500_000, rel=1e-3)
    for words in ("不因采矿权消灭而免除", "责任人灭失或者无法确认", "须先查明采矿权人"):
        assert words in row["basis"]
    assert "不能认定为历史遗留" in row["note"] and found.said.warned("没有采矿权人字段", "1 座废弃矿山")
    assert found["PUBLIC_COST"] is None and "历史遗留矿山未能认定" in found["HEADLINE"]
    assert {one["payer"] for one in found.rows("TOTALS")} == {"责任人待查明"}


@pytest.fixture
def judged(layer_of):
    """Mines as remediation hands them on: the second lies outside the county, the third has no place."""
    fields = {"mine_name": "string", "status": "string", "采矿权人": "string", "priority": "string", "rank": "integer"}
    rows = [
        (box(0, 0, 1000, 1000), "甲矿", "operating", "甲公司", "重点", 1, "加快升级改造。", "林地"),
        (box(9000, 0, 1000, 1000), "乙矿", "abandoned", None, None, None, "不在本县范围。", "林地"),
        (None, "丙矿", "abandoned", None, None, None, "没有可用的位置。", "林地 2 公顷"),
    ]
    return layer_of("Polygon", {**fields, "measure": "string", "地类": "string"}, rows, "矿山整治清单")


def test_mines_outside_the_county_are_listed_and_not_priced(run, judged, csv_of):
    found = run("compensationledger", MINES=judged, LAND_FIELD="地类", UNIT_COSTS=csv_of(COSTS), **ALL)
    rows = {row["mine"]: row for row in found.rows("RESPONSIBILITY")}
    outside = rows["乙矿"]
    assert (outside["restoration_cost"], outside["area_hm2"], outside["payer"]) == (None, None, "由所在县处理")
    assert outside["note"] == "矿山整治清单注明这座矿山在县界以外，未计费用，也不列入合计。"
    assert found.said.warned("矿山整治清单", "1 座在县界以外（乙矿）")
    assert rows["丙矿"]["restoration_cost"] == pytest.approx(250_000) and rows["丙矿"]["payer"] == "县级人民政府"
    assert found["PUBLIC_COST"] == pytest.approx(250_000) and found["UNPRICED"] == 0
    assert found["HEADLINE"].startswith("测算：2 座矿山的修复费用 1,27")
    totals = [row for row in found.rows("TOTALS") if row["ledger"] == "责任"]
    assert sum(row["count"] for row in totals) == 2 and "由所在县处理" not in {row["payer"] for row in totals}


def test_mines_that_nobody_could_price_are_not_said_to_cost_nothing(run, layer_of):
    rows = [(box(0, 0, 900, 900), "甲矿", "生产", "甲公司"), (box(5000, 0, 900, 900), "乙矿", "生产", "乙公司")]
    layer = layer_of("Polygon", {"名称": "string", "状态": "string", "采矿权人": "string"}, rows, "矿山")
    found = run("compensationledger", MINES=layer, **ALL)
    assert found["HEADLINE"].startswith("测算：2 座矿山的修复费用都未能计价（主要原因：没有地类资料）；")
    assert "0 万元" not in found["HEADLINE"] and found["UNPRICED"] == 2
    assert found.said.warned("有 2 座矿山没有地类资料，未能计价", "地类图斑")


def test_the_main_reason_of_missing_prices_is_told(ledger, mines):
    found = ledger(
        mines(
            ("甲矿", "生产", "甲公司", 1.0, "林地"),
            ("乙矿", "生产", "乙公司", None, "林地"),
            ("丙矿", "生产", "丙公司", None, "林地"),
            ("丁矿", "生产", "丁公司", 1.0, "火星"),
            ("戊矿", "生产", "戊公司", 1.0, "草地"),
        )
    )
    assert "（4 座未能计价，主要原因：没有损毁面积）" in found["HEADLINE"]
    for words in ("有 2 座矿山没有损毁面积", "有 1 座矿山的地类写法不认识", "有 1 座矿山的地类在费用表中没有单价"):
        assert found.said.warned(words)


def test_a_mine_without_a_status_is_told_in_a_sentence(ledger, mines):
    (row,) = ledger(mines(("甲矿", None, "甲公司", 1.0, "林地"))).rows("RESPONSIBILITY")
    assert "没有填写矿山状态。" in row["note"] and "“" not in row["note"]
