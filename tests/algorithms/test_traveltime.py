"""Minutes to the nearest facility as a raster, and the bands drawn from it."""

import numpy as np
import pytest
import shapely
from osgeo import gdal, osr

MEMORY = "TEMPORARY_OUTPUT"
WEST, SOUTH = 500_000.0, 4_090_000.0
FLAT = {"WALK_MODEL": 2, "WALK_SPEED": 3.0, "OFF_ROAD_FACTOR": 1.0}  # 3 km/h everywhere: 50 metres a minute
PLAIN = np.full((21, 31), 100.0)  # 930 × 630 m at 30 m


@pytest.fixture
def plain(raster_of):
    return raster_of(PLAIN)


def header(path):
    raster = gdal.Open(path)
    band = raster.GetRasterBand(1)
    return raster.GetGeoTransform(), (raster.RasterXSize, raster.RasterYSize), raster, band


def test_raster_is_float32_minutes_with_nodata_minus_9999(run, road, points_of):
    got = run("traveltime", FACILITIES=points_of([(0, 0)]), ROADS=road, SPEED_FIELD="车速", OUTPUT=MEMORY)
    _, _, raster, band = header(got["OUTPUT"])
    assert band.DataType == gdal.GDT_Float32 and band.GetNoDataValue() == -9999
    assert raster.GetDriver().ShortName == "GTiff"
    assert got.grid()[np.isfinite(got.grid())].min() >= 0


def test_minutes_on_the_flat_are_distance_over_speed(run, plain, points_of):
    """A facility in the middle of the left upper cell; 600 m east of it is 12 minutes at 3 km/h."""
    got = run("traveltime", FACILITIES=points_of([(15, -15)]), DEM=plain, OUTPUT=MEMORY, **FLAT)
    minutes = got.grid()
    assert minutes[0, 0] == 0
    assert minutes[0, 20] == pytest.approx(12.0, rel=1e-6)
    assert minutes[20, 20] == pytest.approx(12.0 * np.sqrt(2), rel=1e-6)


def test_sixteen_neighbours_shorten_the_way_between_the_axes(run, plain, points_of):
    """Two cells east and one south: 1 + √2 steps with eight neighbours, √5 with the knight's move."""
    given = dict(FACILITIES=points_of([(15, -15)]), DEM=plain, OUTPUT=MEMORY, **FLAT)
    assert run("traveltime", **given).grid()[1, 2] == pytest.approx((1 + np.sqrt(2)) * 0.6)
    assert run("traveltime", **given, NEIGHBOURS=1).grid()[1, 2] == pytest.approx(np.sqrt(5) * 0.6)


def test_walk_speed_is_the_speed_on_the_flat_and_is_scaled_off_the_road(run, plain, points_of):
    """Tobler at the default 5 km/h × 0.6: 600 m of flat ground are 12 minutes."""
    got = run("traveltime", FACILITIES=points_of([(15, -15)]), DEM=plain, OUTPUT=MEMORY)
    assert got.grid()[0, 20] == pytest.approx(12.0, rel=1e-6)


def test_langmuir_keeps_its_own_coefficients(run, plain, points_of):
    """0.72 s a metre whatever WALK_SPEED says: 600 m are 7.2 minutes."""
    for speed in (3.0, 5.0):
        got = run(
            "traveltime", FACILITIES=points_of([(15, -15)]), DEM=plain, OUTPUT=MEMORY, WALK_MODEL=1, WALK_SPEED=speed
        )
        assert got.grid()[0, 20] == pytest.approx(7.2, rel=1e-6)


def test_published_tobler_comes_out_with_its_own_flat_speed(run, raster_of, points_of):
    """v = 6 exp(-3.5 |m + 0.05|) km/h: up a slope of 10 % to the facility, 600 m take 10.14 minutes."""
    slope = raster_of(np.tile(1000 - 3.0 * np.arange(31), (21, 1)))
    got = run(
        "traveltime",
        FACILITIES=points_of([(15, -15)]),
        DEM=slope,
        OUTPUT=MEMORY,
        WALK_SPEED=float(6 * np.exp(-0.175)),
        OFF_ROAD_FACTOR=1.0,
    )
    assert got.grid()[0, 20] == pytest.approx(600 * 0.06 / (6 * np.exp(-3.5 * 0.15)), rel=1e-6)


def test_direction_turns_uphill_into_downhill(run, raster_of, points_of):
    slope = raster_of(np.tile(1000 - 3.0 * np.arange(31), (21, 1)))
    given = {"FACILITIES": points_of([(15, -15)]), "DEM": slope, "OUTPUT": MEMORY, "WALK_MODEL": 1}
    towards, away = run("traveltime", **given).grid(), run("traveltime", **given, DIRECTION=1).grid()
    assert towards[0, 20] == pytest.approx((0.72 * 600 + 6.0 * 60) / 60, rel=1e-6)
    assert away[0, 20] == pytest.approx((0.72 * 600 - 1.9998 * 60) / 60, rel=1e-6)


def test_raster_keeps_the_grid_of_the_elevation_model(run, raster_of, points_of, qgis_new_project):
    """Also where the cells are not square and the project uses the neighbouring zone: nothing is resampled."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:4547"))
    dem = raster_of(PLAIN, x=7.0, y=11.0, cell=30.01579779, cell_y=29.97858672)
    got = run("traveltime", FACILITIES=points_of([(22, -4)]), DEM=dem, OUTPUT=MEMORY, **FLAT)
    place, size, raster, _ = header(got["OUTPUT"])
    assert place == pytest.approx((WEST + 7, 30.01579779, 0, SOUTH + 11, 0, -29.97858672), abs=1e-9)
    assert size == (31, 21)
    assert osr.SpatialReference(raster.GetProjection()).GetAuthorityCode(None) == "4546"
    minutes = got.grid()
    assert minutes[0, 20] == pytest.approx(20 * 30.01579779 / 50, rel=1e-6)
    assert minutes[20, 0] == pytest.approx(20 * 29.97858672 / 50, rel=1e-6)


def test_cell_size_other_than_the_elevations_resamples(run, plain, points_of):
    got = run("traveltime", FACILITIES=points_of([(15, -15)]), DEM=plain, CELL_SIZE=60, OUTPUT=MEMORY, **FLAT)
    assert header(got["OUTPUT"])[0][1] == 60
    same = run("traveltime", FACILITIES=points_of([(15, -15)]), DEM=plain, CELL_SIZE=30, OUTPUT=MEMORY, **FLAT)
    assert header(same["OUTPUT"])[0] == pytest.approx((WEST, 30, 0, SOUTH, 0, -30))


def test_voids_are_closed_and_nothing_passes_a_wall_of_them(run, raster_of, points_of):
    wall = PLAIN.copy()
    wall[:, 10] = np.nan
    got = run("traveltime", FACILITIES=points_of([(15, -15)]), DEM=raster_of(wall), OUTPUT=MEMORY, **FLAT)
    assert np.isnan(got.grid()[:, 10:]).all() and np.isfinite(got.grid()[:, :10]).all()


def test_bands_are_rings_with_their_edges_area_and_no_overlap(run, plain, points_of):
    got = run(
        "traveltime",
        FACILITIES=points_of([(465, -315)]),
        DEM=plain,
        BREAKS="2, 4，6",
        BANDS=MEMORY,
        OUTPUT=MEMORY,
        **FLAT,
    )
    rows = got.rows("BANDS")
    assert list(rows[0])[:4] == ["from_min", "to_min", "area_hm2", "population"]
    assert [(row["from_min"], row["to_min"]) for row in rows] == [(0, 2), (2, 4), (4, 6)]
    shapes = [row["geometry"] for row in rows]
    assert all(shape.is_valid and shape.geom_type == "MultiPolygon" for shape in shapes)
    for one, other in zip(shapes, shapes[1:]):
        assert shapely.intersection(one, other).area < 1e-6
    for row in rows:
        assert row["area_hm2"] == pytest.approx(row["geometry"].area / 1e4, rel=2e-3)
    reached = (got.grid() <= 6).sum() * 900
    assert shapely.union_all(shapes).area == pytest.approx(reached, rel=0.15)


def test_bands_count_the_people_of_a_raster(run, plain, raster_of, points_of):
    """One person a cell: the bands hold as many people as the raster of minutes has cells up to the last break."""
    people = raster_of(np.ones_like(PLAIN), name="人口")
    got = run(
        "traveltime",
        FACILITIES=points_of([(15, -15)]),
        DEM=plain,
        POPULATION_RASTER=people,
        BREAKS="6,12",
        OUTPUT=MEMORY,
        BANDS=MEMORY,
        **FLAT,
    )
    minutes = got.grid()
    assert [row["population"] for row in got.rows("BANDS")] == [
        (minutes <= 6.0 + 1e-6).sum(),
        ((minutes > 6.0 + 1e-6) & (minutes <= 12.0 + 1e-6)).sum(),
    ]


def test_people_of_a_raster_in_degrees_are_all_counted_once(run, plain, raster_of, points_of):
    """1000 people in 100 cells of a second of arc around the middle of the plain; all live within the last break."""
    second = 1 / 3600
    people = raster_of(
        np.full((10, 10), 10.0), x=111.003, y=36.9395, cell=second, crs="EPSG:4326", name="人口", nodata=-1, move=False
    )
    got = run(
        "traveltime",
        FACILITIES=points_of([(465, -315)]),
        DEM=plain,
        POPULATION_RASTER=people,
        BREAKS="60",
        BANDS=MEMORY,
        **FLAT,
    )
    assert sum(row["population"] for row in got.rows("BANDS")) == pytest.approx(1000, rel=1e-3)


def test_3000_minutes_are_legal(run, points_of, layer_of):
    """A track of 90 km at 2 km/h takes 2700 minutes; the limit has no upper bound but memory."""
    track = layer_of("LineString", {"车速": "double"}, [("LINESTRING(0 0, 90000 0)", 2.0)])
    got = run(
        "traveltime",
        FACILITIES=points_of([(0, 0)]),
        ROADS=track,
        SPEED_FIELD="车速",
        MAX_MINUTES=3000,
        BREAKS="1000,3000",
        OUTPUT=MEMORY,
        BANDS=MEMORY,
    )
    assert 2690 < np.nanmax(got.grid()) <= 3000
    assert [row["to_min"] for row in got.rows("BANDS")] == [1000, 3000]


def test_minutes_end_at_the_limit(run, road, points_of):
    got = run(
        "traveltime",
        FACILITIES=points_of([(0, 0)]),
        ROADS=road,
        SPEED_FIELD="车速",
        MAX_MINUTES=20,
        BREAKS="20",
        OUTPUT=MEMORY,
    )
    assert 19 < np.nanmax(got.grid()) <= 20


def test_a_band_beyond_the_limit_is_not_drawn_as_if_it_were_known(run, road, points_of):
    """With a limit of 20 minutes a band up to 60 would hold only what takes 20: it is drawn to 20, and that is said."""
    got = run(
        "traveltime",
        FACILITIES=points_of([(0, 0)]),
        ROADS=road,
        SPEED_FIELD="车速",
        MAX_MINUTES=20,
        BREAKS="15,30,60",
        BANDS=MEMORY,
    )
    assert [row["to_min"] for row in got.rows("BANDS")] == [15, 20]
    assert got.said.warned("等时圈 30、60 分钟超过时间上限", "只画到 20 分钟")


def test_roads_and_terrain_together_let_one_leave_the_road_anywhere(run, plain, points_of, layer_of):
    """A road along the upper edge at 30 km/h; a place 300 m south of it is 6 minutes farther on foot at 3 km/h."""
    road = layer_of("LineString", {"车速": "double"}, [("LINESTRING(15 -15, 915 -15)", 30.0)])
    got = run(
        "traveltime",
        FACILITIES=points_of([(15, -15)]),
        ROADS=road,
        SPEED_FIELD="车速",
        DEM=plain,
        OUTPUT=MEMORY,
        **FLAT,
    )
    minutes = got.grid()
    assert minutes[0, 20] == pytest.approx(600 / 500, rel=1e-6)
    assert minutes[10, 20] == pytest.approx(600 / 500 + 300 / 50, rel=1e-6)


def test_an_expressway_is_left_only_at_its_junctions(run, plain, points_of, layer_of):
    """It meets village roads (18 km/h) at both ends; a place beside its middle is reached on foot."""
    road = layer_of(
        "LineString",
        {"等级": "string"},
        [
            ("LINESTRING(15 -15, 915 -15)", "高速"),
            ("LINESTRING(15 -15, 15 -45)", "村道"),
            ("LINESTRING(915 -15, 915 -45)", "村道"),
        ],
    )
    given = dict(
        FACILITIES=points_of([(15, -15)]), ROADS=road, ROAD_CLASS_FIELD="等级", DEM=plain, OUTPUT=MEMORY, **FLAT
    )
    minutes = run("traveltime", **given).grid()
    at_end, beside = 900 * 0.06 / 80, 300 / 50
    assert minutes[0, 30] == pytest.approx(at_end, rel=1e-6)
    assert minutes[0, 10] == pytest.approx(beside, rel=1e-6)


def test_land_cover_gives_the_speed_of_each_class(run, raster_of, points_of, csv_of):
    """Class 1 at 6 km/h on foot, class 2 by vehicle at 30, class 3 not at all; no elevation, so all is level."""
    cover = np.ones((21, 31))
    cover[:, 10:20], cover[15:, :] = 2, 3
    speeds = csv_of("class,speed_kmh,mode\n1,6,walking\n2,30,vehicle\n3,0,walking\n")
    got = run(
        "traveltime",
        FACILITIES=points_of([(15, -15)]),
        LANDCOVER=raster_of(cover, name="土地覆盖"),
        LANDCOVER_SPEEDS=speeds,
        OUTPUT=MEMORY,
    )
    minutes = got.grid()
    assert minutes[0, 9] == pytest.approx(270 * 0.06 / 6, rel=1e-6)
    assert minutes[0, 15] == pytest.approx((285 / 6 + 165 / 30) * 0.06, rel=1e-6)
    assert np.isnan(minutes[15:]).all()


def test_mode_decides_whether_slope_applies(run, raster_of, points_of, csv_of):
    """On a slope of 10 % the vehicle's class keeps its speed, the walked class does not; walking is the default."""
    slope = raster_of(np.tile(1000 - 3.0 * np.arange(31), (21, 1)))
    cover = raster_of(np.ones((21, 31)), name="土地覆盖")
    minutes = {}
    for mode in ("vehicle", "walking", ""):
        table = csv_of(f"class,speed_kmh,mode\n1,6,{mode}\n", name=f"{mode or 'none'}.csv")
        got = run(
            "traveltime",
            FACILITIES=points_of([(15, -15)]),
            DEM=slope,
            LANDCOVER=cover,
            LANDCOVER_SPEEDS=table,
            OUTPUT=MEMORY,
        )
        minutes[mode] = got.grid()[0, 20]
    assert minutes["vehicle"] == pytest.approx(6.0, rel=1e-6)
    assert minutes["walking"] == pytest.approx(6.0 * np.exp(3.5 * 0.15 - 0.175), rel=1e-6)
    assert minutes[""] == minutes["walking"]


def test_a_class_without_speed_is_said(run, raster_of, points_of, csv_of):
    cover = np.ones((5, 5))
    cover[2, 2] = 99
    got = run(
        "traveltime",
        FACILITIES=points_of([(15, -15)]),
        LANDCOVER=raster_of(cover, name="土地覆盖"),
        LANDCOVER_SPEEDS=csv_of("class,speed_kmh\n1,4\n"),
        OUTPUT=MEMORY,
    )
    assert got.said.warned("1 个类别没有给出速度（99）")


def test_a_barrier_is_crossed_only_on_a_road(run, plain, points_of, layer_of):
    """A river from north to south; on foot nobody gets over, by the bridge one does."""
    river = layer_of("LineString", {}, [("LINESTRING(465 100, 465 -700)",)])
    bridge = layer_of("LineString", {"车速": "double"}, [("LINESTRING(15 -15, 915 -15)", 30.0)])
    given = dict(FACILITIES=points_of([(15, -15)]), DEM=plain, BARRIERS=river, OUTPUT=MEMORY, **FLAT)
    dry = run("traveltime", **given).grid()
    assert np.isfinite(dry[:, :15]).all() and np.isnan(dry[:, 16:]).all()
    over = run("traveltime", **given, ROADS=bridge, SPEED_FIELD="车速").grid()
    assert np.isfinite(over[:, 16:]).all()


def test_area_bounds_the_grid_and_the_bands(run, plain, points_of, layer_of):
    area = layer_of("Polygon", {}, [("POLYGON((0 0, 300 0, 300 -300, 0 -300, 0 0))",)])
    got = run(
        "traveltime", FACILITIES=points_of([(15, -15)]), DEM=plain, AREA=area, OUTPUT=MEMORY, BANDS=MEMORY, **FLAT
    )
    assert got.grid().shape == (10, 10)
    limits = shapely.box(WEST, SOUTH - 300, WEST + 300, SOUTH)
    assert all(limits.buffer(1e-6).contains(row["geometry"]) for row in got.rows("BANDS"))
