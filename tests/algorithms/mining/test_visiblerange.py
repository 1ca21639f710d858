"""What is seen from roads and towns: cells, mines, and what is said about bad input."""

import time

import numpy as np
import pytest
import shapely
from osgeo import gdal
from shapely import affinity

MEMORY = "TEMPORARY_OUTPUT"
CELL = 30.0
LEVEL = {"REFRACTION": 1.0}  # the curvature of the earth cancelled: shapes whose answer can be reasoned out
ROAD = "LINESTRING(0 -315, 1230 -315)"


def centre(row: int, column: int) -> tuple[float, float]:
    """Where a cell of the rasters of these tests has its middle, metres."""
    return (column + 0.5) * CELL, -(row + 0.5) * CELL


def square(row: int, column: int, size: int):
    """An area of ``size`` × ``size`` cells with its upper left cell at (row, column)."""
    return shapely.box(column * CELL, -(row + size) * CELL, (column + size) * CELL, -row * CELL)


@pytest.fixture
def ridge(raster_of):
    """A plain of 41 × 41 cells of 30 m, with a ridge of 30 m from west to east in row 20."""
    heights = np.full((41, 41), 800.0)
    heights[20] = 830.0
    return raster_of(heights)


@pytest.fixture
def road(layer_of):
    """A road along row 10, north of the ridge, 1,230 m long."""
    return layer_of("LineString", {}, [(ROAD,)], "省道")


@pytest.fixture
def mines(layer_of):
    """A mine north of the ridge, one behind it, and one that lies half in front and half behind."""
    rows = [(square(14, 4, 4), "北矿"), (square(30, 20, 4), "南矿"), (square(18, 30, 5), "脊上矿")]
    return layer_of("Polygon", {"名称": "string"}, rows, "矿山")


def test_a_plain_cone_is_seen_whole_from_its_top(run, raster_of, points_of):
    """1,681 of 1,681 cells; engines that take the nearest cell's height see 377. 32-bit heights, curvature and all."""
    row, column = np.mgrid[0:41, 0:41] - 20
    cone = raster_of(500 - 0.3 * CELL * np.hypot(row, column))
    got = run("visiblerange", DEM=cone, OBSERVERS=points_of([centre(20, 20)]), EYE_HEIGHT=0, OUTPUT=MEMORY)
    assert (got.grid() == 1).sum() == 1681


def test_a_knoll_sees_its_plain(run, raster_of, points_of):
    """Three metres above a level plain with the eye on the ground: 1,681 of 1,681 (801 in GDAL 3.6)."""
    plain = np.zeros((41, 41))
    plain[20, 20] = 3.0
    knoll = points_of([centre(20, 20)])
    got = run("visiblerange", DEM=raster_of(plain), OBSERVERS=knoll, EYE_HEIGHT=0, OUTPUT=MEMORY)
    assert (got.grid() == 1).sum() == 1681


def test_the_raster_counts_the_observers_along_a_road(run, ridge, road):
    """At 41 m there are 31 observers; all see the near side and the ridge, none the far side."""
    got = run("visiblerange", DEM=ridge, OBSERVERS=road, SPACING=41, OUTPUT=MEMORY, **LEVEL)
    assert got["OBSERVER_POINTS"] == 31
    counts = got.grid()
    assert (counts[:21] == 31).all() and (counts[21:] == 0).all()
    raster = gdal.Open(got["OUTPUT"])
    assert raster.GetRasterBand(1).DataType == gdal.GDT_Int32 and raster.GetRasterBand(1).GetNoDataValue() == -9999
    assert raster.GetGeoTransform() == (500_000.0, 30.0, 0.0, 4_090_000.0, 0.0, -30.0)


def test_mines_are_listed_with_share_observers_and_nearest(run, ridge, road, mines):
    """The mine across the ridge, rows 18–22, shows three of its five rows."""
    got = run("visiblerange", DEM=ridge, OBSERVERS=road, SPACING=41, TARGETS=mines, TARGETS_OUT=MEMORY, **LEVEL)
    north, south, across = got.rows("TARGETS_OUT")
    assert [row["名称"] for row in (north, south, across)] == ["北矿", "南矿", "脊上矿"]
    assert (north["visible_share"], north["observers"], north["note"]) == (1.0, 31, "")
    assert north["nearest_m"] == pytest.approx(4 * CELL, abs=1.0)
    assert (south["visible_share"], south["observers"], south["nearest_m"]) == (0.0, 0, None)
    assert (across["visible_share"], across["observers"]) == (pytest.approx(0.6), 31)
    assert north["geometry"].equals(affinity.translate(square(14, 4, 4), 500_000.0, 4_090_000.0))
    assert got["TARGETS_SEEN"] == 2
    assert got["HEADLINE"] == "3,000 米以内，3 处目标中有 2 处看得到（31 个观察点）。"


def test_mines_as_points_are_seen_where_they_are(run, ridge, points_of):
    """From (315, -315) to a mine 400 m east of it: seen whole, by one, from 400 m."""
    eye, mine = points_of([(315, -315)]), points_of([(715, -315), (715, -900)])
    got = run("visiblerange", DEM=ridge, OBSERVERS=eye, TARGETS=mine, TARGETS_OUT=MEMORY, **LEVEL)
    seen, hidden = got.rows("TARGETS_OUT")
    assert (seen["visible_share"], seen["observers"], seen["nearest_m"]) == (1.0, 1, pytest.approx(400.0))
    assert (hidden["visible_share"], hidden["observers"], hidden["nearest_m"]) == (0.0, 0, None)


def test_the_edges_of_towns_look_too(run, ridge, layer_of, mines):
    town = layer_of("Polygon", {}, [(square(2, 2, 10),)], "城镇")
    got = run("visiblerange", DEM=ridge, OBSERVERS=town, SPACING=100, TARGETS=mines, TARGETS_OUT=MEMORY, **LEVEL)
    assert got["OBSERVER_POINTS"] == 12
    assert [row["observers"] for row in got.rows("TARGETS_OUT")] == [12, 0, 12]


def test_a_higher_target_shows_over_the_ridge(run, ridge, road, mines):
    given = dict(DEM=ridge, OBSERVERS=road, TARGETS=mines, TARGETS_OUT=MEMORY, **LEVEL)
    low = run("visiblerange", **given).rows("TARGETS_OUT")[1]
    high = run("visiblerange", **given, TARGET_HEIGHT=100.0).rows("TARGETS_OUT")[1]
    assert low["visible_share"] == 0 and high["visible_share"] == 1


def test_the_earth_hides_two_metres_at_5400_metres(run, raster_of, points_of):
    """k = 0.13: eye on a sea, target of 1.5 m below the horizon, of 2.5 m above it."""
    sea, eye, mine = raster_of(np.zeros((3, 200))), points_of([(15, -45)]), points_of([(15 + 5400, -45)])
    given = {
        "DEM": sea,
        "OBSERVERS": eye,
        "TARGETS": mine,
        "TARGETS_OUT": MEMORY,
        "EYE_HEIGHT": 0,
        "MAX_DISTANCE": 6000,
    }
    seen = {
        height: run("visiblerange", **given, TARGET_HEIGHT=height).rows("TARGETS_OUT")[0]["visible_share"]
        for height in (1.5, 2.5)
    }
    assert seen == {1.5: 0.0, 2.5: 1.0}
    assert run("visiblerange", **given, TARGET_HEIGHT=1.5, **LEVEL).rows("TARGETS_OUT")[0]["visible_share"] == 1.0


def test_nothing_is_claimed_beyond_the_greatest_distance(run, ridge, points_of, mines):
    """500 m from the corner: cells farther away have no value, and a mine farther away is listed with the reason."""
    eye = points_of([centre(0, 0)])
    given = {"DEM": ridge, "OBSERVERS": eye, "TARGETS": mines, "MAX_DISTANCE": 500}
    got = run("visiblerange", **given, OUTPUT=MEMORY, TARGETS_OUT=MEMORY)
    counts = got.grid()
    assert np.isfinite(counts[0, 16]) and np.isnan(counts[0, 17]) and np.isnan(counts[30, 30])
    north, south, _ = got.rows("TARGETS_OUT")
    assert north["note"] == "" and "500 米以内没有观察点" in south["note"] and south["visible_share"] == 0


def test_the_distance_is_told_to_be_a_planning_parameter(run, ridge, road):
    said = run("visiblerange", DEM=ridge, OBSERVERS=road, MAX_DISTANCE=2500, OUTPUT=MEMORY).said
    assert any("2,500 米" in text and "不是法定距离" in text and "待核" in text for text in said.infos)


def test_without_targets_the_answer_is_the_share_of_the_ground(run, ridge, road):
    """21 of 41 rows."""
    got = run("visiblerange", DEM=ridge, OBSERVERS=road, OUTPUT=MEMORY, **LEVEL)
    assert got["HEADLINE"] == "3,000 米以内，51.2 % 的地面看得到（8 个观察点）。"
    assert got["TARGETS_SEEN"] == 0


def test_voids_stay_without_value_and_hide_nothing(run, raster_of, road):
    heights = np.full((41, 41), 800.0)
    heights[20, 10:] = np.nan
    got = run("visiblerange", DEM=raster_of(heights), OBSERVERS=road, OUTPUT=MEMORY, **LEVEL)
    assert np.isnan(got.grid()[20, 10:]).all() and (got.grid()[~np.isnan(heights)] == 8).all()


def test_mines_without_known_ground_are_listed_with_the_reason(run, raster_of, road, layer_of):
    """Outside the elevation, in a void, half outside, and without a shape: none is lost, none is called hidden."""
    heights = np.full((41, 41), 800.0)
    heights[0:6, 0:6] = np.nan
    shapes = [square(100, 100, 3), square(1, 1, 3), square(14, -2, 4), None]
    mines = layer_of("Polygon", {"名称": "string"}, [(one, str(i)) for i, one in enumerate(shapes)])
    got = run("visiblerange", DEM=raster_of(heights), OBSERVERS=road, TARGETS=mines, TARGETS_OUT=MEMORY, **LEVEL)
    rows = got.rows("TARGETS_OUT")
    assert [row["名称"] for row in rows] == ["0", "1", "2", "3"]
    assert [row["visible_share"] for row in rows] == [None, None, 1.0, None]
    assert [row["observers"] for row in rows] == [None, None, 8, None]
    assert all("无法判断" in row["note"] for row in rows[:2])
    assert "50 %" in rows[2]["note"] and "没有几何图形" in rows[3]["note"]
    assert "4 处目标中有 1 处看得到" in got["HEADLINE"] and "另有 3 处" in got["HEADLINE"]
    assert got.said.warned("目标", "没有几何图形")


def test_observers_off_the_elevation_are_said(run, ridge, layer_of):
    road = layer_of("LineString", {}, [("LINESTRING(615 -315, 1815 -315)",)])
    got = run("visiblerange", DEM=ridge, OBSERVERS=road, SPACING=200, OUTPUT=MEMORY)
    assert got["OBSERVER_POINTS"] == 4 and got.said.warned("3 个观察点", "高程范围以外")


def test_elevation_in_degrees_is_brought_into_metres_and_that_is_said(run, raster_of, layer_of):
    """A bowl of 41 × 41 cells of 1″ near Jiaokou: the run is in the zone of the place, and the bottom sees it whole."""
    row, column = np.mgrid[0:41, 0:41] - 20
    second = 1 / 3600
    bowl = raster_of(1000 + (row**2 + column**2) / 4, x=111.2, y=36.98, cell=second, crs="EPSG:4490", move=False)
    bottom = shapely.Point(111.2 + 20.5 * second, 36.98 - 20.5 * second)
    observers = layer_of("Point", {}, [(bottom,)], crs="EPSG:4490")
    got = run("visiblerange", DEM=bowl, OBSERVERS=observers, OUTPUT=MEMORY)
    assert got.said.warned("EPSG:4490", "EPSG:4546", "像元")
    raster = gdal.Open(got["OUTPUT"])
    assert 'AUTHORITY["EPSG","4546"]' in raster.GetProjection() and 25 < raster.GetGeoTransform()[1] < 32
    counts = got.grid()
    assert np.isfinite(counts).sum() > 1500
    assert (counts[1:-1, 1:-1][np.isfinite(counts[1:-1, 1:-1])] == 1).all()  # the warp bends the outermost row


def test_observers_in_another_system_are_brought_along(run, ridge, points_of, layer_of):
    """The same place in degrees gives the same raster."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    systems = (QgsCoordinateReferenceSystem("EPSG:4546"), QgsCoordinateReferenceSystem("EPSG:4490"))
    x, y = centre(10, 10)
    degrees = QgsCoordinateTransform(*systems, QgsProject.instance()).transform(QgsPointXY(500_000 + x, 4_090_000 + y))
    same = layer_of("Point", {}, [(shapely.Point(degrees.x(), degrees.y()),)], crs="EPSG:4490")
    one = run("visiblerange", DEM=ridge, OBSERVERS=points_of([(x, y)]), OUTPUT=MEMORY).grid()
    np.testing.assert_array_equal(run("visiblerange", DEM=ridge, OBSERVERS=same, OUTPUT=MEMORY).grid(), one)


def test_elevation_somewhere_else_is_a_plain_sentence(fails, raster_of, road):
    far = raster_of(np.full((41, 41), 800.0), x=90_000.0)
    message, _ = fails("visiblerange", DEM=far, OBSERVERS=road, OUTPUT=MEMORY)
    assert "高程与观察位置不重叠" in message


def test_nobody_to_look_is_a_plain_sentence(fails, ridge, layer_of):
    empty = layer_of("LineString", {}, [], "省道")
    message, _ = fails("visiblerange", DEM=ridge, OBSERVERS=empty, OUTPUT=MEMORY)
    assert "观察位置图层中没有要素" in message
    shapeless = layer_of("LineString", {}, [(None,), (None,)], "省道")
    message, _ = fails("visiblerange", DEM=ridge, OBSERVERS=shapeless, OUTPUT=MEMORY)
    assert "2 条要素都没有可用的位置" in message


def test_observers_only_in_voids_are_a_plain_sentence(fails, raster_of, points_of):
    heights = np.full((41, 41), 800.0)
    heights[:20] = np.nan
    message, _ = fails("visiblerange", DEM=raster_of(heights), OBSERVERS=points_of([(315, -315)]), OUTPUT=MEMORY)
    assert "1 个观察点所在的像元都没有高程值" in message


def test_no_mines_to_look_at_are_said(run, ridge, road, layer_of):
    empty = layer_of("Polygon", {"名称": "string"}, [])
    got = run("visiblerange", DEM=ridge, OBSERVERS=road, TARGETS=empty, TARGETS_OUT=MEMORY, OUTPUT=MEMORY)
    assert got.rows("TARGETS_OUT") == [] and got.said.warned("目标图层中没有要素")
    assert "的地面看得到" in got["HEADLINE"]


def test_elevation_too_large_for_the_memory_is_read_around_the_observers(run, raster_of, points_of, monkeypatch):
    """400 × 400 cells where memory holds 100,000: 1 km around the observer is read, on the same cells."""
    monkeypatch.setattr("ronghe.plugin.bridge.raster.available_memory", lambda: 100_000 * 24)
    dem = raster_of(np.full((400, 400), 800.0))
    eye = points_of([centre(200, 200)])
    got = run("visiblerange", DEM=dem, OBSERVERS=eye, MAX_DISTANCE=1000, OUTPUT=MEMORY)
    assert got.said.warned("1,000 米", "只")
    raster = gdal.Open(got["OUTPUT"])
    west, cell, _, north, _, _ = raster.GetGeoTransform()
    assert raster.RasterXSize < 75 and cell == 30 and (west - 500_000) % 30 == 0 and (north - 4_090_000) % 30 == 0
    assert (got.grid() == 1).sum() == pytest.approx(np.pi * (1000 / 30) ** 2, rel=0.01)


@pytest.mark.parametrize("step", ["每个像元", "目标看得到"])
def test_cancel_is_heard_within_two_seconds_and_leaves_nothing(fails, said, raster_of, layer_of, tmp_path, step):
    """300 observers, 20 km, a million cells and a mine on all of them: minutes of work."""
    y, x = np.mgrid[0:1000, 0:1000]
    dem = raster_of(800 + 100 * np.sin(x / 30) * np.cos(y / 40))
    road = layer_of("LineString", {}, [("LINESTRING(0 -15000, 30000 -15000)",)])
    mine = layer_of("Polygon", {}, [(square(0, 0, 1000),)])
    feedback = said(cancel_at=step)
    given = {
        "DEM": dem,
        "OBSERVERS": road,
        "TARGETS": None if "像元" in step else mine,
        "SPACING": 100,
        "MAX_DISTANCE": 20_000,
    }
    message, _ = fails("visiblerange", feedback, **given, OUTPUT=str(tmp_path / "out" / "可视.tif"))
    assert "取消" in message
    assert time.perf_counter() - feedback.cancelled_at < 2
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())
