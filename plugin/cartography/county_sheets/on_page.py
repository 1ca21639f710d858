"""What of a layer lies on a page of an atlas."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
)

from ..lettering import part_in
from .atlas import TOWN, ZONE, AtlasPage
from .county import County

SQUARE_METRES_PER_HECTARE = 1e4


def on_page(county: County, layer: QgsVectorLayer | None, page: AtlasPage | None) -> list[QgsFeature]:
    """The features of a layer in the system of the sheets, on a page with an area those that lie in it by more than a
    touch; none of a missing layer."""
    if layer is None:
        return []
    crs = QgsCoordinateReferenceSystem(county.crs())
    request = QgsFeatureRequest().setDestinationCrs(crs, county.project.transformContext())
    features = list(layer.getFeatures(request))
    if page is None or page.shape is None:
        return features
    return [one for one in features if not part_in(one.geometry(), page.shape).isEmpty()]


def copy_of(layer: QgsVectorLayer, features: list[QgsFeature]) -> QgsVectorLayer:
    """A layer in memory of some features of a layer, in its system: what a page shows and its legend names."""
    return layer.materialize(QgsFeatureRequest().setFilterFids([one.id() for one in features]))


def hectares_on_page(county: County, features: list[QgsFeature], page: AtlasPage) -> list[float]:
    """What each feature, in the system of the sheets, has in the area of a page, in hectares on the ellipsoid."""
    crs = QgsCoordinateReferenceSystem(county.crs())
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, county.project.transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    parts = [one.geometry().intersection(page.shape) for one in features]
    return [measure.measureArea(part) / SQUARE_METRES_PER_HECTARE for part in parts]


def area_of(page: AtlasPage | None) -> QgsGeometry | None:
    """The area of a page, in the system of the sheets."""
    return page.shape if page is not None else None


def of_town(page: AtlasPage | None) -> str:
    """The name of the town that a page is about, '' for other pages."""
    return page.name if page and page.by == TOWN else ""


def of_zone(page: AtlasPage | None) -> bool:
    """Whether a page is about a zone of remediation."""
    return page is not None and page.by == ZONE
