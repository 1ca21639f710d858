"""The plugin is there, its provider holds the algorithms, and its libraries fit those of the window."""

import sys

from qgis import utils
from qgis.core import QgsApplication


def geometry_round_trip():
    """Calls that fail inside the window when shapely or pyproj meets a GEOS or PROJ it was not built for."""
    import geopandas
    import shapely
    from shapely.geometry import Point, box

    disc = Point(111.18, 36.98).buffer(0.1)
    again = shapely.from_wkb(shapely.to_wkb(disc))
    assert again.equals(disc)
    west = geopandas.GeoDataFrame(geometry=[box(111.0, 36.8, 111.18, 37.2)], crs="EPSG:4490")
    discs = geopandas.GeoDataFrame(geometry=[again], crs="EPSG:4490")
    half = geopandas.overlay(discs, west, how="intersection").to_crs("EPSG:4546")
    return {
        "shapely": shapely.__version__,
        "shapely_file": shapely.__file__,
        "geos": shapely.geos_version_string,
        "geopandas": geopandas.__version__,
        "half_disc_km2": half.area.sum() / 1e6,
    }


def run(iface, report):
    report["python"] = sys.version
    report["locale"] = QgsApplication.locale()
    report["plugin"] = "ronghe" in utils.plugins
    provider = QgsApplication.processingRegistry().providerById("ronghe")
    report["algorithms"] = sorted(algorithm.name() for algorithm in provider.algorithms()) if provider else []
    report["libraries"] = geometry_round_trip()
    report.screenshot("window")
