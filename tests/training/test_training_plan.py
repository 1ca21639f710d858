"""The plan of the training county: what tiles it, what agrees with the three lines, and the faults put in on purpose."""

import csv
from collections import Counter

import numpy as np
import pytest
import shapely

ZONES = {"生态保护区", "生态控制区", "农田保护区", "城镇集中建设区", "城镇弹性发展区", "特别用途区", "乡村发展区", "矿产能源发展区"}
RURAL = {"村庄建设区", "一般农业区", "林业发展区"}
SPACES = ("农业空间", "生态空间", "城镇空间")
SAME_M2 = 1_258.0  # a millionth of the county
NOTICED_M2 = 100.0  # the smallest piece that the balance of the three spaces reports
PLANTED = "培训用"


def whole(county, layer, **wanted):
    """Union of the features whose attributes are as wanted."""
    return shapely.union_all([s for a, s in county[layer] if all(a[k] == v for k, v in wanted.items())])


def pieces(shape):
    """Polygons large enough to be reported."""
    return [part for part in shapely.get_parts(shape) if part.area > NOTICED_M2]


def planted(county, word):
    """(layer, attributes, shape) of the features whose note begins as wanted."""
    return [(n, a, s) for n in SPACES for a, s in county[n] if (a["备注"] or "").startswith(PLANTED + word)]


@pytest.mark.parametrize("layer", ["规划分区", "用地现状"])
def test_polygons_tile_the_county(county, outline, layer):
    shapes = [shape for _, shape in county[layer]]
    together = shapely.union_all(shapes)
    assert together.symmetric_difference(outline).area < SAME_M2
    assert sum(shape.area for shape in shapes) == pytest.approx(together.area, abs=SAME_M2)


@pytest.mark.parametrize(("layer", "least_m2", "least_width_m"), [("规划分区", 900, 10), ("用地现状", 3_000, 10)])
def test_no_polygon_is_a_sliver(county, layer, least_m2, least_width_m):
    for attributes, shape in county[layer]:
        assert shape.area > least_m2, attributes
        assert 2 * shape.area / shape.length > least_width_m, attributes


def test_zones_are_those_of_the_guide(county):
    assert {a["分区"] for a, _ in county["规划分区"]} == ZONES
    assert {a["二级分区"] for a, _ in county["规划分区"] if a["分区"] == "乡村发展区"} == RURAL
    assert {a["二级分区"] for a, _ in county["规划分区"] if a["分区"] != "乡村发展区"} == {None}


def test_zones_keep_to_the_three_lines(county):
    town = shapely.union_all([whole(county, "规划分区", 分区=name) for name in sorted(ZONES) if name[:2] in ("城镇", "特别")])
    for line, ground, slack in [
        ("生态保护红线", whole(county, "规划分区", 分区="生态保护区"), 0.01),
        ("永久基本农田", whole(county, "规划分区", 分区="农田保护区"), 0.05),
        ("城镇开发边界", town, 0.01),
    ]:
        limits = whole(county, line)
        assert not pieces(limits.difference(ground)), line
        assert ground.area < (1 + slack) * limits.area, line


def test_land_use_has_codes_and_names_of_the_2023_guide(county, training_folder):
    with open(training_folder.parent / "standards" / "land_equivalents.csv", encoding="utf-8-sig") as file:
        legal = {(r["code"], r["zh"]) for r in csv.DictReader(file) if r["system"] == "guide2023"}
    used = {(a["地类编码"], a["地类名称"]) for a, _ in county["用地现状"]}
    assert used <= legal
    needed = ["0101", "0103", "0201", "0301", "0304", "0403", "0701", "0703", "0804", "0806", "1001", "1002", "1201", "1202", "1401", "1701", "1703", "2306"]
    assert set(needed) <= {code for code, _ in used}
    assert 800 <= len(county["用地现状"]) <= 2_500


def test_land_use_is_what_the_land_cover_shows(county, land_cover):
    rng = np.random.default_rng(1)
    west, south, east, north = county["县界"][0][1].bounds
    places = np.column_stack([rng.uniform(west, east, 4_000), rng.uniform(south, north, 4_000)])
    shapes = [shape for _, shape in county["用地现状"]]
    place, polygon = shapely.STRtree(shapes).query(shapely.points(places), predicate="within")
    codes = np.array([int(a["地类编码"][:2]) for a, _ in county["用地现状"]])[polygon]
    assert len(place) > 2_000
    assert (codes == land_cover.at(places[place])).mean() > 0.85


def test_land_use_lies_in_one_town_each(county):
    towns = {a["名称"]: shape for a, shape in county["乡镇"]}
    for name, town in towns.items():
        own = [shape for a, shape in county["用地现状"] if a["乡镇"] == name]
        assert sum(shape.area for shape in own) == pytest.approx(town.area, abs=SAME_M2)
        assert shapely.union_all(own).symmetric_difference(town).area < SAME_M2


def test_towns_live_in_0701_and_villages_in_0703(county):
    seats = shapely.union_all([p.buffer(400.0) for _, p in county["乡镇驻地"]])
    homes = {code: whole(county, "用地现状", 地类编码=code) for code in ("0701", "0703")}
    assert homes["0701"].intersection(seats).area > 10 * homes["0703"].intersection(seats).area
    growth = whole(county, "城镇开发边界")
    assert homes["0701"].difference(growth.buffer(15.0)).area < SAME_M2
    villages = [p for a, p in county["行政村"] if a["类型"] == "村庄"]
    assert np.mean([homes["0703"].distance(place) < 60.0 for place in villages]) > 0.9


def test_spaces_overlap_twice_and_only_where_it_is_said(county):
    said = planted(county, "重叠")
    assert len(said) == 2
    space = {name: whole(county, name) for name in SPACES}
    found = []
    for i, first in enumerate(SPACES):
        for second in SPACES[i + 1 :]:
            found += [(first, second, part) for part in pieces(space[first].intersection(space[second]))]
    assert sorted(pair[:2] for pair in found) == [("农业空间", "城镇空间"), ("农业空间", "生态空间")]
    ground = shapely.union_all([shape for _, _, shape in said])
    assert all(part.difference(ground).area < NOTICED_M2 for *_, part in found)
    assert min(shape.area for _, _, shape in said) > 8e4


def test_spaces_leave_one_gap_in_the_town_that_says_so(county, outline):
    gaps = pieces(outline.difference(shapely.union_all([whole(county, name) for name in SPACES])))
    assert len(gaps) == 1 and 1e5 < gaps[0].area < 1e6
    [(_, note, _)] = planted(county, "空白")
    assert whole(county, "乡镇", 名称=note["乡镇"]).contains(gaps[0])


def test_one_piece_of_the_red_line_lies_in_agricultural_space(county):
    [(layer, _, ground)] = planted(county, "冲突")
    outside = pieces(whole(county, "生态保护红线").difference(whole(county, "生态空间")))
    assert layer == "农业空间" and len(outside) == 1
    assert outside[0].symmetric_difference(ground).area < NOTICED_M2
    assert not pieces(whole(county, "永久基本农田").difference(whole(county, "农业空间")))
    assert not pieces(whole(county, "城镇开发边界").difference(whole(county, "城镇空间")))


def test_every_town_has_its_three_spaces(county):
    towns = {a["名称"] for a, _ in county["乡镇"]}
    for name in SPACES:
        rows = [a for a, _ in county[name]]
        assert {a["乡镇"] for a in rows} == towns
        assert all(a["备注"] is None or a["备注"].startswith(PLANTED) for a in rows)


@pytest.mark.parametrize("layer", [*SPACES, "旅游廊带", "旅游节点", "洪涝风险控制线"])
def test_names_are_there_and_different(county, layer):
    names = Counter(a["名称"] for a, _ in county[layer])
    assert None not in names and set(names.values()) == {1}


def test_tourism_corridors_follow_roads_or_rivers_and_reach_the_nodes(county):
    ways = shapely.union_all([line for name in ("道路", "河流") for _, line in county[name]]).buffer(200.0)
    for attributes, line in county["旅游廊带"]:
        assert ways.contains(line) and line.length > 2_000, attributes
    lines = shapely.union_all([line for _, line in county["旅游廊带"]])
    main = [(a, p) for a, p in county["旅游节点"] if a["级别"] == "核心节点"]
    assert len(main) >= 3 and all(p.distance(lines) < 1_500 for _, p in main)
    kinds = {a["类型"] for a, _ in county["旅游节点"]}
    assert kinds == {"自然", "温泉", "红色文化", "历史文化", "乡村", "康养"}


def test_industry_links_lead_from_mines_to_parks_and_towns(county):
    mines = {a["名称"]: (a, s) for a, s in county["矿山"]}
    parks = {a["名称"]: s for a, s in county["产业园区"]}
    seats = {a["名称"]: s for a, s in county["乡镇驻地"]}
    ends = {**{name: s for name, (_, s) in mines.items()}, **parks, **seats}
    assert {a["产业链"] for a, _ in county["产业链联系"]} == {"铝土矿—氧化铝—电解铝—铝加工", "煤—焦—化"}
    for a, line in county["产业链联系"]:
        first, last = shapely.Point(line.coords[0]), shapely.Point(line.coords[-1])
        assert ends[a["起点"]].distance(first) < 1 and ends[a["终点"]].distance(last) < 1, a
        if a["起点"] in mines:
            mine = mines[a["起点"]][0]
            assert mine["状态"] in ("生产", "在建") and mine["矿种"][0] == a["产业链"][0]


def test_parks_say_what_they_are_for(county):
    assert all(a["主导产业"] and list(a)[-1] == "主导产业" for a, _ in county["产业园区"])


def test_flood_lines_hold_the_river_through_two_towns(county):
    towns = {a["名称"]: shape for a, shape in county["乡镇"]}
    assert len({a["乡镇"] for a, _ in county["洪涝风险控制线"]}) == 2
    for a, shape in county["洪涝风险控制线"]:
        river = whole(county, "河流", 名称=a["河流"], 等级=1)
        assert river.intersection(shape).length > 3_000
        assert shape.intersection(towns[a["乡镇"]]).area > 0.8 * shape.area


def test_wind_comes_from_sixteen_directions_a_hundred_times_in_a_hundred(training_folder):
    with open(training_folder / "data" / "wind.csv", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert len({row["direction"] for row in rows}) == len({row["direction_zh"] for row in rows}) == 16
    assert sum(float(row["percent"]) for row in rows) == pytest.approx(100.0)
    assert all("虚构" in row["source"] for row in rows)
