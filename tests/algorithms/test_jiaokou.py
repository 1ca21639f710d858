"""The county of the paper, Jiaokou: its boundary loads, and one in GCJ-02 is noticed by the villages it loses."""

import csv

import numpy as np
import pytest
import shapely
from qgis.core import QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
OFFICIAL_KM2 = 1258.0


def county(shared_data, file):
    layer = QgsVectorLayer(str(shared_data / "jiaokou" / file), "县界", "ogr")
    assert layer.isValid()
    layer.setSubsetString('"adcode" = 141130')
    return layer


def shape_of(layer):
    (feature,) = layer.getFeatures()
    return shapely.from_wkb(feature.geometry().asWkb().data())


@pytest.mark.parametrize(
    ("file", "km2"),
    [("jiaokou_and_6_neighbours_wgs84.geojson", 1258.9), ("jiaokou_and_6_neighbours.geojson", 1260.5)],
)
def test_the_county_loads_with_the_area_that_is_published(shared_data, file, km2, qgis_new_project):
    """Ellipsoidal, CGCS2000, of the generalised outline; the official figure is 1258 km². The offset of GCJ-02 moves
    the county and hardly changes its area: the area cannot tell the two apart.
    """
    from ronghe.plugin.bridge.areas import ellipsoidal_areas

    layer = county(shared_data, file)
    area = ellipsoidal_areas(np.array([shape_of(layer)], dtype=object), layer.crs())[0] / 1e6
    assert area == pytest.approx(km2, abs=0.1)
    assert area == pytest.approx(OFFICIAL_KM2, rel=3e-3)


def test_the_seven_towns_and_their_villages_are_listed(shared_data):
    with open(shared_data / "jiaokou" / "jiaokou_villages_2010_2023.csv", encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == "2023"]
    assert len(rows) == 94 and len({row["town_code"] for row in rows}) == 7
    assert len({(row["town"], row["village"]) for row in rows}) == 94 > len({row["village"] for row in rows})


@pytest.fixture
def border_villages(shared_data, points_of):
    """Villages 300 m inside the county all along its border, with ten people each, in the true coordinates."""
    degrees = 300 / 90_000
    inner = shape_of(county(shared_data, "jiaokou_and_6_neighbours_wgs84.geojson")).buffer(-degrees)
    ring = max(shapely.get_parts(inner), key=lambda one: one.area).exterior
    places = shapely.line_interpolate_point(ring, np.linspace(0, 1, 60, endpoint=False), normalized=True)
    rows = [(point.x, point.y, f"村{number}", 10) for number, point in enumerate(places)]
    return points_of(rows, "行政村", crs="EPSG:4326", 村名="string", 人口="integer")


@pytest.mark.parametrize(
    ("file", "shifted"),
    [("jiaokou_and_6_neighbours_wgs84.geojson", False), ("jiaokou_and_6_neighbours.geojson", True)],
)
def test_villages_outside_a_shifted_boundary_are_said_with_their_number(
    run, shared_data, border_villages, file, shifted
):
    """GCJ-02 moves the county 560 m to the east: villages on the western border fall out of it."""
    got = run(
        "servicecoverage",
        FACILITIES=border_villages,
        DEMAND=border_villages,
        POPULATION_FIELD="人口",
        ZONES=county(shared_data, file),
        ZONE_NAME_FIELD="name",
        ROADS=_ring_road(border_villages),
        ZONES_OUT=MEMORY,
    )
    rows = got.rows("ZONES_OUT")
    assert sum(row["population"] for row in rows) == 600 == got["POPULATION"]
    outside = sum(row["population"] for row in rows if row["zone"] == "（分区外）")
    assert (outside > 0) == shifted
    if shifted:
        assert 50 <= outside <= 300
        assert got.said.warned(
            f"{int(outside / 10)} 个需求点（{int(outside)} 人）不在任何统计分区内", "GCJ-02", "坐标系"
        )


def _ring_road(villages):
    """A road from village to village."""
    from qgis.core import QgsFeature, QgsGeometry

    line = QgsVectorLayer("LineString?crs=EPSG:4326", "道路", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPolylineXY([one.geometry().asPoint() for one in villages.getFeatures()]))
    line.dataProvider().addFeatures([feature])
    line.updateExtents()
    return line
