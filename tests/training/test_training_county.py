"""The fictional training county keeps its promises: size, shape, network, services, being invented."""

import csv
import sqlite3
from collections import Counter

import numpy as np
import pytest
import shapely
from osgeo import ogr

COUNTY_KM2 = 1258.0
POPULATION = 95_000
OUTSIDE_COUNTY = ("邻县", "地市")
SERVICES = {"医疗", "养老", "教育", "文化", "体育", "社会保障", "应急安全"}
THIN_TOWNS = {"回峰镇", "温汤乡"}
CLASSES = {1, 2, 3, 4, 7, 10, 12, 17, 23}
UNCONNECTED_VILLAGES = 3


def road_parts(county):
    """(lines, part number of each line): lines are connected where they share an end point."""
    lines = [line for _, line in county["道路"]]
    parent = {}

    def root(node):
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for line in lines:
        parent[root(line.coords[0])] = root(line.coords[-1])
    roots = [root(line.coords[0]) for line in lines]
    return lines, roots


def test_layers_are_all_there_and_nothing_else(training_folder, layer_names):
    source = ogr.Open(str(training_folder / "data" / "yunling.gpkg"))
    names = {source.GetLayer(i).GetName() for i in range(source.GetLayerCount())}
    assert names == {*layer_names, "说明"}


def test_geometries_are_valid_and_in_the_county(county, outline):
    near = outline.buffer(30.0)
    for name, rows in county.items():
        for attributes, shape in rows:
            assert shapely.is_valid(shape) and not shape.is_empty, (name, attributes)
            if name not in OUTSIDE_COUNTY:
                assert near.contains(shape), (name, attributes)


def test_coordinates_are_whole_centimetres(county):
    for name, rows in county.items():
        coordinates = shapely.get_coordinates([shape for _, shape in rows]) * 100
        assert np.abs(coordinates - np.round(coordinates)).max() < 1e-3, name


def test_county_has_its_area_and_reference_system(outline, training_folder):
    assert outline.area / 1e6 == pytest.approx(COUNTY_KM2, rel=0.01)
    source = ogr.Open(str(training_folder / "data" / "yunling.gpkg"))
    assert source.GetLayerByName("县界").GetSpatialRef().GetAuthorityCode(None) == "4546"
    west, south, east, north = outline.bounds
    assert 43_000 < east - west < 50_000 and 50_000 < north - south < 56_000


def test_towns_tile_the_county(county, outline):
    towns = [shape for _, shape in county["乡镇"]]
    assert Counter(a["类型"] for a, _ in county["乡镇"]) == {"镇": 6, "乡": 1}
    assert sum(town.area for town in towns) == pytest.approx(outline.area, abs=1.0)
    assert shapely.union_all(towns).symmetric_difference(outline).area < 1.0
    for i, town in enumerate(towns):
        assert town.area / 1e6 == pytest.approx(county["乡镇"][i][0]["面积_km2"], abs=0.001)
        for other in towns[i + 1 :]:
            assert town.intersection(other).area < 1.0


def test_villages_and_their_people(county):
    villages = [a for a, _ in county["行政村"]]
    assert len(villages) == 94
    assert sum(v["人口"] for v in villages) == POPULATION
    for town, shape in county["乡镇"]:
        own = [(a, p) for a, p in county["行政村"] if a["乡镇"] == town["名称"]]
        assert sum(a["人口"] for a, _ in own) == town["人口"]
        assert all(shape.contains(place) for _, place in own)
    assert {v["类型"] for v in villages} == {"村庄", "镇中心区", "镇乡结合区", "乡中心区"}


def test_one_pair_of_villages_shares_a_name_across_two_towns(county):
    names = Counter(a["名称"] for a, _ in county["行政村"])
    twice = [name for name, count in names.items() if count > 1]
    assert len(twice) == 1 and names[twice[0]] == 2
    assert len({a["乡镇"] for a, _ in county["行政村"] if a["名称"] == twice[0]}) == 2


def test_villages_lie_apart_on_gentle_ground(county, elevation):
    places = np.array([(p.x, p.y) for _, p in county["行政村"]])
    between = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    assert between[~np.eye(len(places), dtype=bool)].min() > 400
    slope = np.hypot(*np.gradient(elevation.values.astype(float), elevation.cell))
    col = ((places[:, 0] - elevation.left) // elevation.cell).astype(int)
    row = ((elevation.top - places[:, 1]) // elevation.cell).astype(int)
    assert np.degrees(np.arctan(slope[row, col])).max() < 15


def test_elevation_covers_the_county_with_a_margin(elevation, outline):
    assert elevation.code == "4546" and elevation.nodata is None and elevation.values.dtype == np.int16
    assert elevation.box.contains(shapely.box(*outline.bounds).buffer(1_500))
    inside = elevation.at(
        np.array(
            outline.exterior.coords if outline.geom_type == "Polygon" else outline.geoms[0].exterior.coords
        )
    )
    assert elevation.values.min() > 800 and elevation.values.max() < 2400
    assert inside.max() > 1_600


def test_no_cell_is_a_pit(elevation):
    height = elevation.values.astype(int)
    lowest = np.full(height[1:-1, 1:-1].shape, 9_999)
    for row, col in [(0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)]:
        beside = height[1 + row : height.shape[0] - 1 + row, 1 + col : height.shape[1] - 1 + col]
        lowest = np.minimum(lowest, beside)
    assert (lowest <= height[1:-1, 1:-1]).all()


def test_every_river_runs_downhill(county, elevation):
    for attributes, line in county["河流"]:
        height = elevation.at(np.array(line.coords)).astype(int)
        rise = height - np.minimum.accumulate(height)
        assert rise.max() <= 2, attributes
        assert line.length < 1_500 or height[0] > height[-1], attributes


def test_main_rivers_have_names_and_ranks(county):
    first = {a["名称"] for a, _ in county["河流"] if a["等级"] == 1}
    assert first == {"清水河", "石门河", "杏花河"}
    assert {a["等级"] for a, _ in county["河流"]} == {1, 2, 3}


def test_summits_stand_at_their_height(county, elevation):
    for attributes, place in county["山峰"]:
        here = elevation.at(np.array([[place.x, place.y]]))[0]
        around = elevation.at(
            np.array([[place.x + dx, place.y + dy] for dx in (-90, 90) for dy in (-90, 90)])
        )
        assert here == attributes["高程_m"] and (around <= here).all()


def test_roads_form_one_network_but_for_the_deliberate_gap(county):
    lines, part = road_parts(county)
    main, *others = [root for root, _ in Counter(part).most_common()]
    assert len(others) == 1
    assert sum(line.length for line, root in zip(lines, part) if root != main) < 2_500
    network = shapely.union_all([line for line, root in zip(lines, part) if root == main])
    away = [place.distance(network) for _, place in county["行政村"]]
    assert sum(distance > 1_000 for distance in away) == UNCONNECTED_VILLAGES
    assert sum(distance > 150 for distance in away) == UNCONNECTED_VILLAGES


def test_roads_meet_only_at_shared_end_points(county):
    lines = [line for _, line in county["道路"]]
    tree = shapely.STRtree(lines)
    first, second = tree.query(lines, predicate="intersects")
    for i, j in zip(first, second):
        if i < j:
            shared = lines[i].intersection(lines[j])
            ends = {lines[i].coords[0], lines[i].coords[-1]} & {lines[j].coords[0], lines[j].coords[-1]}
            assert {tuple(p) for p in shapely.get_coordinates(shared)} <= ends, (i, j)


def test_roads_have_the_five_classes_and_some_one_way_streets(county):
    assert {a["等级"] for a, _ in county["道路"]} == {"国道", "省道", "县道", "乡道", "村道"}
    length = sum(line.length for _, line in county["道路"]) / 1000
    assert 400 < length < 1_500
    assert 1 <= sum(a["单向"] == "yes" for a, _ in county["道路"]) < 30


def test_national_road_enters_and_leaves_at_the_border(county, outline):
    national = [line for a, line in county["道路"] if a["等级"] == "国道"]
    ends = {end for line in national for end in (line.coords[0], line.coords[-1])}
    at_border = [end for end in ends if shapely.Point(end).distance(outline.boundary) < 0.05]
    assert len(at_border) == 2


def test_services_of_all_kinds_and_levels(county):
    kinds = {(a["类型"], a["级别"]) for a, _ in county["公共服务设施"]}
    assert kinds == {(kind, level) for kind in SERVICES for level in ("中心城区", "重点镇", "村")}
    assert 300 <= len(county["公共服务设施"]) <= 450


def test_remote_towns_are_thinly_served(county):
    villages = Counter(a["乡镇"] in THIN_TOWNS for a, _ in county["行政村"])
    clinics = Counter(
        a["乡镇"] in THIN_TOWNS for a, _ in county["公共服务设施"] if (a["级别"], a["类型"]) == ("村", "医疗")
    )
    assert clinics[True] / villages[True] < 0.45 < 0.75 < clinics[False] / villages[False]
    assert not [a for a, _ in county["公共服务设施"] if a["乡镇"] == "温汤乡" and a["类型"] == "养老"]


def test_mines_include_abandoned_ones_without_holder_and_conflicts(county):
    mines = county["矿山"]
    assert 20 <= len(mines) <= 30
    assert {a["状态"] for a, _ in mines} == {"生产", "在建", "停产", "废弃", "新建"}
    assert any(a["状态"] == "废弃" and not a["采矿权人"] for a, _ in mines)
    second = shapely.union_all([s for a, s in county["饮用水水源保护区"] if a["级别"] == "二级"])
    reserve = shapely.union_all([s for _, s in county["自然保护区"]])
    national = shapely.union_all([line for a, line in county["道路"] if a["等级"] == "国道"])
    assert any(shape.intersects(second) for _, shape in mines)
    assert any(shape.intersects(reserve) for _, shape in mines)
    assert any(shape.distance(national) < 100 for _, shape in mines)


def test_resources_cover_their_share(county, outline):
    share = shapely.union_all([shape for _, shape in county["资源区"]]).area / outline.area
    assert 0.13 < share < 0.21


def test_water_zones_do_not_overlap_and_hold_their_intake(county):
    shapes = [shape for _, shape in county["饮用水水源保护区"]]
    assert sum(shape.area for shape in shapes) == pytest.approx(shapely.union_all(shapes).area, abs=20.0)
    for intake, place in county["取水口"]:
        zones = [(a, s) for a, s in county["饮用水水源保护区"] if a["水源名称"] == intake["水源名称"]]
        assert next(s for a, s in zones if a["级别"] == "一级").contains(place)


def test_land_cover_and_population_fit_together(land_cover, people, elevation):
    assert land_cover.values.shape == elevation.values.shape and set(np.unique(land_cover.values)) == CLASSES
    assert people.values.sum(dtype=float) == pytest.approx(POPULATION, abs=5)
    assert people.values.min() >= 0 and people.cell == 3 * land_cover.cell
    built = (
        (land_cover.values == 7)
        .reshape(people.values.shape[0], 3, people.values.shape[1], 3)
        .any(axis=(1, 3))
    )
    assert people.values[built].sum() > 0.97 * people.values.sum()


def test_neighbours_surround_the_county(county, outline):
    shapes = [shape for _, shape in county["邻县"]]
    assert len(shapes) == 6
    box = shapely.box(*outline.bounds).buffer(25_000, join_style="mitre")
    assert sum(s.area for s in shapes) + outline.area == pytest.approx(box.area, rel=1e-6)
    assert county["地市"][0][1].buffer(1.0).contains(outline)


def test_walking_speeds_are_marked_unchecked(training_folder):
    with open(training_folder / "data" / "landcover_speeds.csv", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert {int(row["class"]) for row in rows} == CLASSES
    assert all(row["verified"] == "待核" and 0 <= float(row["speed_kmh"]) <= 6 for row in rows)


def test_everything_says_that_it_is_fictional(training_folder, layer_names, elevation, land_cover, people):
    with sqlite3.connect(training_folder / "data" / "yunling.gpkg") as database:
        contents = database.execute(
            "SELECT table_name, description, last_change FROM gpkg_contents"
        ).fetchall()
        note = database.execute("SELECT * FROM 说明").fetchall()
    assert {row[0] for row in contents} == {*layer_names, "说明"}
    for _, description, changed in contents:
        assert "虚构" in description and "fictional" in description
        assert changed.startswith("2026-01-01T00:00:00")
    assert len(note) == 1 and "虚构" in note[0][-1]
    for raster in (elevation, land_cover, people):
        assert "fictional" in raster.description
    readme = (training_folder / "README.md").read_text(encoding="utf-8")
    assert "虚构" in readme and "fictional" in readme


def test_data_stay_small(training_folder):
    assert sum(path.stat().st_size for path in (training_folder / "data").iterdir()) < 8e6
