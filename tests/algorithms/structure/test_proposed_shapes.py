"""What is proposed looks like what a planner draws: on the training county and on real roads, rivers and terrain."""

import shutil

import numpy as np
import pytest
import shapely
from qgis.core import QgsRasterLayer, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
SHAPES = ("STRUCTURE_POINTS", "STRUCTURE_LINES", "STRUCTURE_POLYGONS")


@pytest.fixture
def propose(run):
    """A function that lets the plugin propose all elements of a slogan: rows by the number of their clause."""

    def start(slogan, layers):
        done = run("spatialstructure", SLOGAN=slogan, CHECK=MEMORY, **dict.fromkeys(SHAPES, MEMORY), **layers)
        rows = [row for name in SHAPES for row in done.rows(name)]
        assert all(row["proposed"] for row in rows)
        clauses = sorted({row["clause"] for row in rows})
        return done, {order: [row for row in rows if row["clause"] == order] for order in clauses}

    return start


def layer(package, name, where=""):
    found = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
    assert found.isValid() and found.crs().isValid(), name
    found.setSubsetString(where)
    return found


@pytest.fixture
def yunling(training_data):
    """The training county's layers by the parameter that takes them."""
    names = {
        "COUNTY": "县界",
        "TOWNS": "乡镇",
        "SEATS": "乡镇驻地",
        "ROADS": "道路",
        "RIVERS": "河流",
        "PARKS": "产业园区",
        "PEAKS": "山峰",
        "RESERVES": "自然保护区",
        "SCENIC_AREAS": "景区",
    }
    layers = {parameter: layer(training_data / "yunling.gpkg", name) for parameter, name in names.items()}
    return {**layers, "DEM": QgsRasterLayer(str(training_data / "yunling_dem.tif"), "高程")}


@pytest.fixture(scope="module")
def copies(shared_data, tmp_path_factory):
    """A file for each layer: QGIS changes the journal of a GeoPackage while others of its layers are being opened."""
    folder = tmp_path_factory.mktemp("andorra")
    for name in ("country", "parishes", "places", "roads", "waterways"):
        shutil.copyfile(shared_data / "andorra" / "andorra_layers.gpkg", folder / f"{name}.gpkg")
    return folder


@pytest.fixture
def andorra(shared_data, copies):
    """A real mountain country by the parameter that takes its layers."""
    return {
        "COUNTY": layer(copies / "country.gpkg", "admin", "\"admin_level\" = '2'"),
        "TOWNS": layer(copies / "parishes.gpkg", "admin", "\"admin_level\" = '7'"),
        "TOWNS_NAME_FIELD": "name",
        "SEATS": layer(copies / "places.gpkg", "places", "\"place\" = 'town'"),
        "SEATS_NAME_FIELD": "name",
        "ROADS": layer(copies / "roads.gpkg", "roads"),
        "ROADS_CLASS_FIELD": "highway",
        "RIVERS": layer(copies / "waterways.gpkg", "waterways"),
        "RIVERS_NAME_FIELD": "name",
        "DEM": QgsRasterLayer(str(shared_data / "andorra" / "andorra_dem_90m_utm31.tif"), "dem"),
    }


def outline(layers):
    (feature,) = layers["COUNTY"].getFeatures()
    return shapely.from_wkb(feature.geometry().asWkb().data())


def stretched(shape):
    """How many times the longer side of the smallest box around a shape is the shorter one."""
    box = shapely.get_coordinates(shapely.oriented_envelope(shape))
    sides = np.sort(np.hypot(*np.diff(box[:3], axis=0).T))
    return sides[1] / sides[0]


def test_the_screen_of_the_training_county_is_one_smooth_area_along_its_high_rim(propose, yunling):
    _, found = propose("一屏六廊", yunling)
    (screen,) = found[1]
    shape, county = screen["geometry"], outline(yunling)
    (part,) = shapely.get_parts(shape)
    assert part.is_valid and not part.interiors and stretched(part) > 1.8
    # A strip, not a blob: much longer along its edge than a circle of its size.
    assert part.length > 1.9 * 2 * np.sqrt(np.pi * part.area)
    assert shapely.covers(shapely.buffer(county, 1), part) and 0.05 < part.area / county.area < 0.2
    assert "云岭主峰" in screen["basis"] and screen["name"] == "云岭屏障"
    assert [one["name"][:3] for one in found[2]][:3] == ["清水河", "杏花河", "石门河"] and len(found[2]) == 6


def test_seven_towns_make_three_zones_but_not_eight(propose, yunling):
    county = outline(yunling)
    for slogan, count in (("一核两轴三区", 3), ("一心两轴八区", 7)):
        done, found = propose(slogan, yunling)
        zones = [one["geometry"] for one in found[3]]
        assert len(zones) == count
        assert sum(zone.area for zone in zones) == pytest.approx(county.area, rel=1e-9)
        assert shapely.union_all(zones).area == pytest.approx(county.area, rel=1e-9)
        assert all(len(shapely.get_parts(zone)) == 1 for zone in zones)
        assert [one["rank"] for one in found[2]] == ["main", "sub"]
    assert any("只有 7 个乡镇" in row["message"] and row["verdict"] == "error" for row in done.rows("CHECK"))


def test_the_axes_of_the_training_county_meet_in_the_core_and_do_not_lie_on_each_other(propose, yunling):
    _, found = propose("一核两轴", yunling)
    core = found[1][0]["geometry"]
    first, second = (one["geometry"] for one in found[2])
    assert core.distance(first) < 500 and core.distance(second) < 500
    assert shapely.intersection(second, shapely.buffer(first, 300)).length < 0.2 * second.length


def test_wings_lie_on_either_side_of_the_core(propose, yunling):
    _, found = propose("一核两翼", yunling)
    one, other = (wing["geometry"] for wing in found[2])
    assert {wing["name"] for wing in found[2]} == {"北翼", "南翼"} and not shapely.intersects(one, other)


@pytest.mark.parametrize(
    "slogan", ["一核两轴一屏四廊", "双核两副三区", "一环两翼一网", "两屏三组团多点", "两流域两山", "一带两纵两横"]
)
def test_real_data_gets_sound_proposals_inside_the_country(propose, andorra, slogan):
    done, found = propose(slogan, andorra)
    assert found
    for row in (row for rows in found.values() for row in rows):
        assert row["geometry"].is_valid and not row["geometry"].is_empty and row["basis"] and row["name"]
    outside = [row for row in done.rows("CHECK") if "县域以外" in row["message"]]
    assert not outside, outside
