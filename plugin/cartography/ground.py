"""Where on earth the main map of a sheet lies, as a page of a PDF can say it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutItemMap,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
)

from .boxes import Box


@dataclass(frozen=True)
class Ground:
    """The box of the map on the page (mm), its corners as (latitude, longitude) from the lower left one round by the
    upper left one, and the map's system as EPSG number (0: none) and as ESRI's words for it."""

    box: Box
    corners: tuple[tuple[float, float], ...]
    epsg: int
    wkt: str


def ground_of(layout: QgsPrintLayout) -> Ground | None:
    """The ground of the item ``main_map``; None for a page without a map."""
    main = layout.itemById("main_map")
    if not isinstance(main, QgsLayoutItemMap) or not main.crs().isValid():
        return None
    crs, at, extent = main.crs(), main.scenePos(), main.extent()
    box = Box(at.x(), at.y(), main.rect().width(), main.rect().height())
    degrees = QgsCoordinateReferenceSystem(crs.geographicCrsAuthId() or "EPSG:4490")
    transform = QgsCoordinateTransform(crs, degrees, QgsProject.instance())
    west, east, south, north = extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum()
    corners = []
    for x, y in ((west, south), (west, north), (east, north), (east, south)):
        point = transform.transform(QgsPointXY(x, y))
        corners.append((point.y(), point.x()))
    authority, _, number = crs.authid().partition(":")
    epsg = int(number) if authority == "EPSG" and number.isdigit() else 0
    return Ground(box, tuple(corners), epsg, crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT1_ESRI))
