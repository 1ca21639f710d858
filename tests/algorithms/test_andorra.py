"""A real mountain country from end to end: Andorra's hospitals and schools, every building as a household.

Speeds come from OpenStreetMap's road classes by the plugin's own table. What is asserted are loose physical bounds;
the figures themselves depend on the speeds.
"""

import numpy as np
import pytest
import shapely
from qgis.core import QgsRasterLayer, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
TABLES = ("DEMAND_OUT", "ZONES_OUT", "GAPS", "BANDS", "LEVELS_OUT")
PARISHES = {
    "Andorra la Vella",
    "Canillo",
    "Encamp",
    "Escaldes-Engordany",
    "La Massana",
    "Ordino",
    "Sant Julià de Lòria",
}
BUILDINGS = 7382
#: A straight line at 110 km/h is faster than any road of the country.
FASTEST_METRES_A_MINUTE = 110_000 / 60


@pytest.fixture
def andorra(shared_data):
    folder = shared_data / "andorra"

    def layer(file, table, subset=""):
        source = f"{folder / file}|layername={table}" + (f"|subset={subset}" if subset else "")
        found = QgsVectorLayer(source, table, "ogr")
        assert found.isValid() and found.featureCount() > 0
        return found

    return {
        "FACILITIES": layer("andorra_layers.gpkg", "facilities_all_points", "amenity in ('hospital', 'school')"),
        "DEMAND": layer("andorra_layers.gpkg", "buildings"),
        "ZONES": layer("andorra_layers.gpkg", "admin", "admin_level = '7'"),
        "ROADS": layer("andorra_drive_graph.gpkg", "edges"),
        "ELEVATION": QgsRasterLayer(str(folder / "andorra_dem_90m_utm31.tif"), "高程"),
    }


@pytest.fixture
def coverage(run, andorra):
    def start(**more):
        given = {name: andorra[name] for name in ("FACILITIES", "DEMAND", "ZONES", "ROADS")}
        fields = {"FACILITY_TYPE_FIELD": "amenity", "ZONE_NAME_FIELD": "name", "ROAD_CLASS_FIELD": "highway"}
        return run("servicecoverage", **{**given, **fields, "ONEWAY_FIELD": "oneway", "THRESHOLD_MINUTES": 15, **more})

    return start


def check(got):
    """What holds for every run: people are conserved, every demand has minutes or a reason, nobody is faster than light
    traffic, bands are rings.
    """
    rows = got.rows("DEMAND_OUT")
    assert len(rows) == 2 * BUILDINGS and got["POPULATION"] == BUILDINGS
    for row in rows:
        assert (row["minutes"] is None) == (row["facility"] is None) == bool(row["reason"])
        assert row["covered"] == (row["minutes"] is not None and row["minutes"] <= 15)
    zones = got.rows("ZONES_OUT")
    assert {row["zone"] for row in zones} == PARISHES | {"（分区外）"}
    for kind in ("hospital", "school"):
        here = [row for row in zones if row["type"] == kind]
        assert sum(row["population"] for row in here) == BUILDINGS
        covered = sum(row["covered"] for row in rows if row["type"] == kind)
        assert sum(row["covered_population"] for row in here) == covered
        assert all(0 <= row["covered_share"] <= 1 for row in here)
        shapes = [row["geometry"] for row in got.rows("BANDS") if row["type"] == kind]
        assert [row["to_min"] for row in got.rows("BANDS") if row["type"] == kind] == [15, 30, 45, 60]
        assert all(shape.is_valid for shape in shapes)
        total = sum(shape.area for shape in shapes)
        assert shapely.union_all(shapes).area == pytest.approx(total, rel=1e-6)
    gaps = got.rows("GAPS")
    assert len(gaps) == sum(not row["covered"] for row in rows)
    weight = [row["people_minutes"] for row in gaps]
    assert weight == sorted(weight, reverse=True)


def by_type(got, kind):
    rows = [row for row in got.rows("DEMAND_OUT") if row["type"] == kind]
    minutes = np.array([np.nan if row["minutes"] is None else row["minutes"] for row in rows])
    return minutes, np.array([row["geometry"].centroid.coords[0] for row in rows])


def test_coverage_on_roads(coverage, andorra):
    got = coverage(**dict.fromkeys(TABLES, MEMORY))
    check(got)
    hospital, place = by_type(got, "hospital")
    school, _ = by_type(got, "school")
    assert 3 < np.nanmedian(hospital) < 20 and np.nanmedian(school) < np.nanmedian(hospital)
    assert np.nanmax(hospital) <= 120
    assert 0.5 < got["COVERED_SHARE"] < 0.98
    nobody_flies = straight_metres(andorra, place) / FASTEST_METRES_A_MINUTE
    # A snap of at most 1000 m is walked, at 3 km/h; it never makes a way faster than the straight line.
    assert (hospital[np.isfinite(hospital)] >= nobody_flies[np.isfinite(hospital)] - 0.5).all()


def straight_metres(andorra, place):
    """Straight distance from each place (UTM 31 N) to the nearest hospital."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    layer = andorra["FACILITIES"]
    utm = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem("EPSG:32631"), QgsProject.instance())
    points = []
    for feature in layer.getFeatures():
        if feature["amenity"] == "hospital":
            geometry = feature.geometry()
            geometry.transform(utm)
            points.append(shapely.Point(geometry.centroid().asPoint().x(), geometry.centroid().asPoint().y()))
    return shapely.distance(shapely.MultiPoint(points), shapely.points(place))


def test_coverage_on_roads_and_terrain(coverage, andorra):
    """With the 90 m elevation model everybody who has ground under the feet gets somewhere: only too far is left."""
    got = coverage(DEM=andorra["ELEVATION"], **dict.fromkeys(TABLES, MEMORY))
    check(got)
    reasons = {row["reason"] for row in got.rows("DEMAND_OUT")}
    assert reasons <= {"", "超过 120 分钟"}
    roads_only = coverage(DEMAND_OUT=MEMORY)
    assert got["UNREACHED"] < roads_only["UNREACHED"]
    with_terrain, on_roads = by_type(got, "hospital")[0], by_type(roads_only, "hospital")[0]
    assert np.nanmedian(with_terrain) == pytest.approx(np.nanmedian(on_roads), rel=0.4)


def test_highways_are_faster_than_streets(coverage):
    """With every class at half its speed the way by road takes longer for everybody who drives at all."""
    quick, _ = by_type(coverage(DEMAND_OUT=MEMORY), "hospital")
    both, _ = by_type(coverage(DEMAND_OUT=MEMORY, ONEWAY_FIELD=""), "hospital")
    known = np.isfinite(quick) & np.isfinite(both)
    assert (both[known] <= quick[known] + 1e-9).all(), "one-way rules never make a way shorter"
    assert (both[known] < quick[known] - 0.01).mean() > 0.2


def test_on_foot_over_the_mountains(run, andorra):
    """Walking only: the surface covers what can be walked in two hours, never faster than 5 km/h × 0.6 × e^0.175."""
    got = run(
        "traveltime",
        FACILITIES=andorra["FACILITIES"],
        DEM=andorra["ELEVATION"],
        OUTPUT=MEMORY,
        BANDS=MEMORY,
        BREAKS="30,60,120",
    )
    minutes = got.grid()
    assert minutes.shape == (390, 444)
    assert 0.05 < np.isfinite(minutes).mean() < 0.8
    rows = got.rows("BANDS")
    areas = [row["area_hm2"] for row in rows]
    radius = 3.0 * np.exp(0.175) * 1000 * 0.5
    facilities = andorra["FACILITIES"].featureCount()
    assert areas[0] * 1e4 < facilities * np.pi * (radius + 90) ** 2
    drawn = sum(areas) * 1e4
    assert drawn == pytest.approx(np.isfinite(minutes).sum() * 8100, rel=0.1)


def test_uphill_is_not_downhill(run, andorra):
    """Going to the facility in the valley takes less than coming back up, for most places and on the whole."""
    given = {"FACILITIES": andorra["FACILITIES"], "DEM": andorra["ELEVATION"], "OUTPUT": MEMORY}
    down, up = run("traveltime", **given).grid(), run("traveltime", **given, DIRECTION=1).grid()
    both = np.isfinite(down) & np.isfinite(up)
    assert (down[both] < up[both]).mean() > 0.6 and down[both].mean() < up[both].mean()
    assert np.isfinite(down).sum() > np.isfinite(up).sum()


def test_reached_roads_are_no_longer_than_the_roads_there_are(run, andorra):
    """SOURCE: 880 km of roads. Within two hours nearly all of the main network is reached, and nothing twice."""
    got = run(
        "roadreach",
        FACILITIES=andorra["FACILITIES"],
        ROADS=andorra["ROADS"],
        ROAD_CLASS_FIELD="highway",
        BREAKS="15,120",
        OUTPUT=MEMORY,
    )
    assert 700_000 < got["TOTAL_LENGTH"] < 885_000
    assert got["TOTAL_LENGTH"] == pytest.approx(sum(row["length_m"] for row in got.rows("OUTPUT")))
