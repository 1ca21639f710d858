"""The metric coordinate system of a run."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsVectorLayer

from ronghe.plugin.bridge.crs import frame_crs, is_metric, metric_crs_of, run_crs
from ronghe.plugin.bridge.faults import MissingCrs


def crs(number):
    return QgsCoordinateReferenceSystem(f"EPSG:{number}")


def around(longitude, latitude):
    return QgsRectangle(longitude - 0.2, latitude - 0.2, longitude + 0.2, latitude + 0.2)


@pytest.mark.parametrize(
    ("longitude", "latitude", "number"),
    [
        (111.2, 36.98, 4546),  # Jiaokou, central meridian 111° E
        (73.9, 39.5, 4534),  # the western border, CM 75° E
        (134.6, 48.3, 4554),  # the eastern border, CM 135° E
        (112.49, 30, 4546),
        (112.51, 30, 4547),
        (1.52, 42.54, 32631),  # Andorra
        (20.44, -34.02, 32734),  # Swellendam
        (-179.9, 0.5, 32601),
    ],
)
def test_zone_of_a_place(qgis_app, longitude, latitude, number):
    assert metric_crs_of(around(longitude, latitude), crs(4326)).authid() == f"EPSG:{number}"


def test_zone_of_an_extent_in_metres(qgis_app):
    zone = metric_crs_of(QgsRectangle(500000, 4090000, 540000, 4120000), crs(4546))
    assert zone.authid() == "EPSG:4546"


def test_jiaokou_is_in_the_zone_of_111_degrees_and_keeps_its_area(qgis_app, shared_data):
    from ronghe.plugin.bridge.vector import read_features

    path = shared_data / "jiaokou" / "jiaokou_and_6_neighbours_wgs84.geojson"
    county = QgsVectorLayer(str(path), "交口县", "ogr")
    county.setSubsetString("adcode = 141130")
    zone = metric_crs_of(county.extent(), county.crs())
    assert zone.authid() == "EPSG:4546"
    frame = read_features(county, zone, label="县界", geometry="polygon").frame
    # 1258.92 km² on the ellipsoid; near the central meridian the plane differs by some 20 parts in a million.
    assert frame.geometry.area.sum() / 1e6 == pytest.approx(1258.92, rel=5e-5)


@pytest.mark.parametrize(
    ("number", "metric"),
    [(4546, True), (32649, True), (4490, False), (3857, False), (3395, False), (2263, False)],
)
def test_metric_means_true_metres(qgis_app, number, metric):
    assert is_metric(crs(number)) is metric


def test_nothing_is_metric_without_a_system(qgis_app):
    assert not is_metric(None) and not is_metric(QgsCoordinateReferenceSystem())


def test_the_terrain_goes_before_the_project_and_the_project_before_the_zone(qgis_app):
    extent = {"extent": around(111.2, 37), "extent_crs": crs(4490)}
    assert run_crs(dem_crs=crs(32649), project_crs=crs(4547), **extent) == crs(32649)
    assert run_crs(dem_crs=crs(4326), project_crs=crs(4547), **extent) == crs(4547)
    assert run_crs(dem_crs=crs(4326), project_crs=crs(3857), **extent) == crs(4546)


def test_a_layer_without_system_is_named(qgis_app):
    with pytest.raises(MissingCrs) as caught:
        run_crs(extent=around(0, 0), extent_crs=QgsCoordinateReferenceSystem(), label="乡镇")
    assert caught.value.label == "乡镇"


def test_geopandas_gets_the_same_system(qgis_app):
    assert frame_crs(crs(4546)).to_epsg() == 4546
    custom = QgsCoordinateReferenceSystem.fromProj("+proj=tmerc +lat_0=0 +lon_0=111.5 +ellps=GRS80 +units=m")
    assert frame_crs(custom).is_projected


def test_a_metric_project_made_for_another_place_is_not_computed_in():
    """UTM 31 N and the equidistant cylindrical are in metres, but not in Shanxi's."""
    jiaokou = QgsRectangle(111.05, 36.72, 111.57, 37.2)
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    for elsewhere in ("EPSG:32631", "EPSG:4087"):
        chosen = run_crs(project_crs=QgsCoordinateReferenceSystem(elsewhere), extent=jiaokou, extent_crs=wgs84)
        assert chosen.authid() == "EPSG:4546"
    for here in ("EPSG:4546", "EPSG:4547", "EPSG:4508", "EPSG:32649"):
        chosen = run_crs(project_crs=QgsCoordinateReferenceSystem(here), extent=jiaokou, extent_crs=wgs84)
        assert chosen.authid() == here
