"""Areas and lengths as planning tables state them: on the ellipsoid of CGCS2000, whatever the projection."""

from __future__ import annotations

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsGeometry, QgsProject

CGCS2000_ELLIPSOID = "EPSG:1024"


def ellipsoidal_areas(geometries, crs: QgsCoordinateReferenceSystem, project: QgsProject | None = None) -> np.ndarray:
    """Square metres of polygons (n,) given in ``crs``."""
    return _measured(geometries, _measure(crs, project).measureArea)


def ellipsoidal_lengths(geometries, crs: QgsCoordinateReferenceSystem, project: QgsProject | None = None) -> np.ndarray:
    """Metres of lines (n,) given in ``crs``."""
    return _measured(geometries, _measure(crs, project).measureLength)


def _measure(crs: QgsCoordinateReferenceSystem, project: QgsProject | None) -> QgsDistanceArea:
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, (project or QgsProject.instance()).transformContext())
    measure.setEllipsoid(CGCS2000_ELLIPSOID)
    return measure


def _measured(geometries, measure_one) -> np.ndarray:
    found = []
    for wkb in shapely.to_wkb(np.asarray(geometries, dtype=object)):
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        found.append(measure_one(geometry))
    return np.array(found, dtype=float)
