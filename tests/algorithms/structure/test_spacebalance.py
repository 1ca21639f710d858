"""The balance of the three spaces as a planner runs it: tables that add up, conflicts in words, slivers counted."""

import numpy as np
import pytest
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
RESULTS = ("OVERLAPS", "UNASSIGNED", "BALANCE", "CONFLICTS")
KM = 1000.0


def box(*km):
    return shapely.box(*(KM * one for one in km))


@pytest.fixture
def plan(layer_of):
    """A county of 10 × 10 km in two towns; the north is in no space, a strip of 1 km in two."""

    def polygons(name, *boxes, **fields):
        return layer_of("Polygon", fields, [(box(*one[:4]), *one[4:]) for one in boxes], name)

    return {
        "COUNTY": polygons("县界", (0, 0, 10, 10)),
        "TOWNS": polygons("乡镇", (0, 0, 5, 10, "甲镇"), (5, 0, 10, 10, "乙镇"), 名称="string"),
        "AGRICULTURE": polygons("农业空间", (0, 0, 5.5, 8)),
        "ECOLOGY": polygons("生态空间", (4.5, 0, 10, 8)),
        "URBAN": polygons("城镇空间", (0, 8, 2, 9)),
    }


@pytest.fixture
def balance(run):
    """A function that runs the algorithm with all results in memory."""
    return lambda layers, said=None, **more: run(
        "spacebalance", said, **dict.fromkeys(RESULTS, MEMORY), **layers, **more
    )


def table(done):
    return {(one["zone"], one["space"]): one for one in done.rows("BALANCE")}


def zone_area(done, wanted):
    return sum(one["area_hm2"] for one in done.rows("BALANCE") if one["zone"] == wanted)


def ellipsoidal(layer):
    from ronghe.plugin.bridge.areas import ellipsoidal_areas

    shapes = [shapely.from_wkb(one.geometry().asWkb().data()) for one in layer.getFeatures()]
    return ellipsoidal_areas(np.array(shapes, dtype=object), layer.crs()).sum() / 1e4


def test_the_balance_by_town_and_county_adds_up(balance, plan):
    done = balance(plan)
    found = table(done)
    assert len(found) == 15
    assert zone_area(done, "全县") == pytest.approx(ellipsoidal(plan["COUNTY"]), rel=1e-6)
    for (zone, space), one in found.items():
        if zone == "全县":
            assert one["area_hm2"] == pytest.approx(sum(found[town, space]["area_hm2"] for town in ("甲镇", "乙镇")))
    for zone in ("甲镇", "乙镇", "全县"):
        assert sum(found[zone, space]["share"] for z, space in found if z == zone) == pytest.approx(1)
    assert found["甲镇", "overlap"]["area_hm2"] == pytest.approx(400, rel=1e-3)
    assert found["乙镇", "unassigned"]["area_hm2"] == pytest.approx(1000, rel=1e-3)
    assert found["全县", "ecology"]["space_zh"] == "生态空间"
    assert done["OVERLAP_HM2"] == pytest.approx(800, rel=1e-3) and "重叠 80" in done["HEADLINE"]


def test_overlaps_and_gaps_are_polygons_by_town(balance, plan):
    done = balance(plan)
    assert {(one["a"], one["b"], one["zone"]) for one in done.rows("OVERLAPS")} == {
        ("agriculture", "ecology", "甲镇"),
        ("agriculture", "ecology", "乙镇"),
    }
    assert [one["zone"] for one in done.rows("UNASSIGNED")] == ["乙镇", "甲镇"]
    assert sum(one["geometry"].area for one in done.rows("UNASSIGNED")) == pytest.approx(18 * KM**2)


def test_without_towns_the_county_is_the_only_zone(balance, plan):
    del plan["TOWNS"]
    done = balance(plan)
    assert {one["zone"] for one in done.rows("BALANCE")} == {"全县"} and len(done.rows("BALANCE")) == 5
    assert done.rows("OVERLAPS")[0]["area_hm2"] == pytest.approx(800, rel=1e-3)


def test_control_lines_in_the_wrong_space_are_told_in_words(balance, plan, layer_of):
    redline = layer_of("Polygon", {}, [(box(3, 0, 4, 1),), (box(6, 8, 7, 9),)], "红线")
    farmland = layer_of("Polygon", {}, [(box(3, 0, 4, 0.5),)], "永农")
    urban = layer_of("Polygon", {}, [(box(0, 8, 1, 9),)], "开发边界")
    done = balance(plan, REDLINE=redline, FARMLAND=farmland, URBAN_BOUNDARY=urban)
    rows = {(one["line"], one["space"]): one for one in done.rows("CONFLICTS")}
    assert set(rows) == {("redline", "agriculture"), ("redline", "unassigned"), ("redline", "farmland")}
    assert rows["redline", "agriculture"]["message"].startswith("甲镇有 100.0")
    assert "生态保护红线位于农业空间而不在生态空间" in rows["redline", "agriculture"]["message"]
    assert "没有划入任何空间；请划入生态空间" in rows["redline", "unassigned"]["message"]
    assert "与永久基本农田重叠" in rows["redline", "farmland"]["message"]
    assert done["CONFLICTS_COUNT"] == 3 and "冲突 3 处" in done["HEADLINE"]


def test_slivers_are_counted_and_stay_in_the_balance(balance, plan, layer_of):
    plan["ECOLOGY"] = layer_of("Polygon", {}, [(box(5.505, 0, 10, 7.9),), (box(5.5, 7.9, 10, 8),)], "生态空间")
    done = balance(plan, MIN_AREA=10.0)
    assert not done.rows("OVERLAPS") and all(one["area_hm2"] > 10 for one in done.rows("UNASSIGNED"))
    assert any("小于 10 公顷的碎斑有 1 处、共 3.9" in text for text in done.said.infos)
    assert table(done)["全县", "unassigned"]["area_hm2"] == pytest.approx(1803.95, rel=1e-4)
    assert len(balance(plan, MIN_AREA=0.0).rows("UNASSIGNED")) == 3


def test_what_lies_outside_the_county_and_twice_in_a_layer_is_said(balance, plan, layer_of):
    plan["AGRICULTURE"] = layer_of("Polygon", {}, [(box(-2, 0, 5.5, 8),), (box(0, 0, 1, 1),)], "农业空间")
    done = balance(plan)
    assert done.said.warned("农业空间有 1,60", "县界以外") and done.said.warned("农业空间图层内部", "相互重叠 100.00")


def test_towns_that_leave_ground_out_get_a_row_for_it(balance, plan, layer_of):
    rows = [(box(0, 0, 5, 11), "甲镇"), (box(5, 0, 9, 10), "乙镇")]
    plan["TOWNS"] = layer_of("Polygon", {"名称": "string"}, rows, "乡镇")
    done = balance(plan)
    assert zone_area(done, "（不在任何乡镇内）") == pytest.approx(1000, rel=1e-3)
    assert done.said.warned("不在任何乡镇内") and done.said.warned("乡镇有", "县界以外")
    assert zone_area(done, "全县") == pytest.approx(ellipsoidal(plan["COUNTY"]), rel=1e-6)


def test_layers_in_degrees_balance_as_well(balance, layer_of):
    def degrees(name, *corners):
        shape = shapely.segmentize(shapely.box(*corners), 0.01)
        return layer_of("Polygon", {}, [(shape,)], name, crs="EPSG:4490", move=False)

    layers = {
        "COUNTY": degrees("县界", 111.0, 36.7, 111.5, 37.2),
        "AGRICULTURE": degrees("农业", 111.0, 36.7, 111.3, 37.2),
        "ECOLOGY": degrees("生态", 111.3, 36.7, 111.5, 37.2),
        "URBAN": degrees("城镇", 111.1, 36.8, 111.15, 36.85),
    }
    done = balance(layers)
    whole = sum(one["area_hm2"] for one in done.rows("BALANCE"))
    assert whole == pytest.approx(ellipsoidal(layers["COUNTY"]), rel=1e-6)


def test_bad_layers_are_said(fails, plan, layer_of):
    empty = layer_of("Polygon", {}, [], "空")
    text, _ = fails("spacebalance", **{**plan, "COUNTY": empty}, BALANCE=MEMORY)
    assert "县界图层中没有要素" in text
    far = layer_of("Polygon", {}, [(box(100, 0, 101, 1),)], "远")
    text, _ = fails("spacebalance", **{**plan, "AGRICULTURE": far, "ECOLOGY": far, "URBAN": far}, BALANCE=MEMORY)
    assert "在县界内都没有面" in text


def test_the_paper_county_in_three_spaces_adds_up(balance, shared_data, layer_of):
    """The real outline of Jiaokou, moved about, as makeshift spaces: overlaps, gaps and parts outside."""
    file = str(shared_data / "jiaokou" / "jiaokou_and_6_neighbours_wgs84.geojson")
    county = QgsVectorLayer(file, "县界", "ogr")
    county.setSubsetString('"adcode" = 141130')
    (shape,) = (shapely.from_wkb(one.geometry().asWkb().data()) for one in county.getFeatures())
    layers = {}
    for name, shift in (("AGRICULTURE", (-0.2, 0.0)), ("ECOLOGY", (0.15, 0.1)), ("URBAN", (0.05, -0.3))):
        moved = shapely.transform(shape, lambda xy, by=shift: xy + by)
        layers[name] = layer_of("MultiPolygon", {}, [(moved,)], name, crs="EPSG:4326", move=False)
    done = balance({"COUNTY": county, **layers})
    from ronghe.plugin.bridge.areas import ellipsoidal_areas

    metric = QgsCoordinateReferenceSystem("EPSG:4326")
    whole = ellipsoidal_areas(np.array([shape], dtype=object), metric).sum() / 1e4
    assert sum(one["area_hm2"] for one in done.rows("BALANCE")) == pytest.approx(whole, rel=1e-6)
    assert done.rows("OVERLAPS") and done.rows("UNASSIGNED") and done.said.warned("县界以外")


@pytest.fixture
def training(training_data):
    """A function that opens a layer of the training county."""

    def layer(name):
        found = QgsVectorLayer(f"{training_data / 'yunling.gpkg'}|layername={name}", name, "ogr")
        assert found.isValid(), name
        return found

    return layer


def test_the_training_county_shows_the_faults_that_were_planted(balance, training):
    """Two overlaps, a gap and a red line in agricultural space, and nothing else."""
    names = {
        "COUNTY": "县界",
        "TOWNS": "乡镇",
        "AGRICULTURE": "农业空间",
        "ECOLOGY": "生态空间",
        "URBAN": "城镇空间",
        "REDLINE": "生态保护红线",
        "FARMLAND": "永久基本农田",
        "URBAN_BOUNDARY": "城镇开发边界",
    }
    layers = {parameter: training(name) for parameter, name in names.items()}
    done = balance(layers)
    assert zone_area(done, "全县") == pytest.approx(ellipsoidal(layers["COUNTY"]), rel=1e-6)
    assert len(done.rows("BALANCE")) == 8 * 5
    assert [(one["a"], one["b"], one["zone"]) for one in done.rows("OVERLAPS")] == [
        ("agriculture", "ecology", "石门镇"),
        ("agriculture", "urban", "桃坪镇"),
    ]
    assert [one["zone"] for one in done.rows("UNASSIGNED")] == ["双河镇"]
    assert [(one["line"], one["space"], one["zone"]) for one in done.rows("CONFLICTS")] == [
        ("redline", "agriculture", "桃坪镇")
    ]
    assert not done.said.warnings
    assert done["OVERLAPS"].renderer().symbol().symbolLayerCount() > 1


def test_a_spike_keeps_its_area(balance, plan, layer_of):
    """Vertices put into a polygon with a spike of almost no width make GEOS give up its area."""
    spike = [(2, 2), (3, 2), (3, 3), (4.98999999, 3.99999999), (2, 3)]
    plan["URBAN"] = layer_of("Polygon", {}, [(shapely.Polygon([(KM * x, KM * y) for x, y in spike]),)], "城镇空间")
    assert zone_area(balance(plan), "全县") == pytest.approx(ellipsoidal(plan["COUNTY"]), rel=1e-6)
