"""The one metric coordinate system of a run."""

from __future__ import annotations

from functools import lru_cache

from pyproj import CRS, Proj
from pyproj.exceptions import ProjError
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
)

from .faults import MissingCrs

# The extent that the State's coordinate systems are made for, in degrees.
# A projection is not used where its metres are off by more: a 6-degree zone is off by 0.001 at its edge.
LARGEST_SCALE_ERROR = 0.002
CHINA_LONGITUDES = (73.5, 135.0)
CHINA_LATITUDES = (3.0, 54.0)
# CGCS2000 / 3-degree Gauss-Krüger by central meridian: EPSG:4534 is 75° E … EPSG:4554 is 135° E.
FIRST_ZONE_EPSG, FIRST_MERIDIAN, LAST_MERIDIAN, ZONE_WIDTH = 4534, 75, 135, 3


def metric_crs_of(
    extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, project: QgsProject | None = None
) -> QgsCoordinateReferenceSystem:
    """The metric system to compute in: inside China the CGCS2000 3-degree zone of the extent's centre,
    elsewhere its WGS 84 UTM zone. Raises MissingCrs when ``crs`` is not valid."""
    if not crs.isValid():
        raise MissingCrs("")
    project = project or QgsProject.instance()
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    centre = QgsCoordinateTransform(crs, wgs84, project.transformContext()).transform(extent.center())
    return QgsCoordinateReferenceSystem(f"EPSG:{_zone_of(centre.x(), centre.y())}")


def _zone_of(longitude: float, latitude: float) -> int:
    """The EPSG number of the zone a place lies in."""
    in_china = (
        CHINA_LONGITUDES[0] <= longitude <= CHINA_LONGITUDES[1] and CHINA_LATITUDES[0] <= latitude <= CHINA_LATITUDES[1]
    )
    if in_china:
        meridian = ZONE_WIDTH * int((longitude + ZONE_WIDTH / 2) // ZONE_WIDTH)
        meridian = min(max(meridian, FIRST_MERIDIAN), LAST_MERIDIAN)
        return FIRST_ZONE_EPSG + (meridian - FIRST_MERIDIAN) // ZONE_WIDTH
    utm = min(max(int((longitude + 180) // 6) + 1, 1), 60)
    return (32600 if latitude >= 0 else 32700) + utm


def is_metric(crs: QgsCoordinateReferenceSystem | None) -> bool:
    """True for a projected system in metres whose metres are true ones: not a world Mercator."""
    if crs is None or not crs.isValid() or crs.isGeographic():
        return False
    if QgsUnitTypes.encodeUnit(crs.mapUnits()) != "meters":
        return False
    return crs.projectionAcronym() not in ("merc", "webmerc") and crs.authid() != "EPSG:900913"


def is_true_at(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle, extent_crs, project=None) -> bool:
    """Whether a metre of ``crs`` is a metre in the middle of ``extent``: a projection made for another part of the
    world is metric there and wrong here.
    """
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    context = (project or QgsProject.instance()).transformContext()
    try:
        centre = QgsCoordinateTransform(extent_crs, wgs84, context).transform(extent.center())
        factors = Proj(frame_crs(crs)).get_factors(centre.x(), centre.y(), errcheck=True)
    except (QgsCsException, ProjError):
        return False
    scales = (factors.meridional_scale, factors.parallel_scale)
    return all(abs(scale - 1.0) <= LARGEST_SCALE_ERROR for scale in scales)


def run_crs(
    *,
    dem_crs: QgsCoordinateReferenceSystem | None = None,
    project_crs: QgsCoordinateReferenceSystem | None = None,
    extent: QgsRectangle,
    extent_crs: QgsCoordinateReferenceSystem,
    label: str = "",
    project: QgsProject | None = None,
) -> QgsCoordinateReferenceSystem:
    """The system a run computes in: the terrain's when it is metric, so that nothing is resampled; else the
    project's when it is metric; else the zone of ``extent``. Raises MissingCrs naming ``label``, the layer
    that ``extent`` was taken from, when that one has to be asked and has no system."""
    if is_metric(dem_crs):
        return dem_crs
    if not extent_crs.isValid():
        if is_metric(project_crs):
            return project_crs
        raise MissingCrs(label)
    if is_metric(project_crs) and is_true_at(project_crs, extent, extent_crs, project):
        return project_crs
    return metric_crs_of(extent, extent_crs, project)


def frame_crs(crs: QgsCoordinateReferenceSystem) -> CRS:
    """The same system as geopandas knows it."""
    authid = crs.authid()
    if authid.upper().startswith("EPSG:"):
        return _parsed(authid)
    return _parsed(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))


@lru_cache(maxsize=32)
def _parsed(definition: str) -> CRS:
    return CRS.from_user_input(definition)
