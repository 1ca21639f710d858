"""What the sheets of 产业布局 and 全域旅游 share: rows of ``sheet_layers.csv`` under subjects of their own, and the
lengths, areas and kinds of what they show."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import NULL, QgsCoordinateReferenceSystem, QgsDistanceArea, QgsFeature, QgsGeometry, QgsVectorLayer

from ...bridge.sentences import listed
from ..cells import UNKNOWN, text
from ..county_layers import role_of
from ..role_subjects import Look, role_subjects
from ..spec import Role, Subject
from .atlas import AtlasPage
from .county import County
from .kinds import SheetKind, layers_of_sheet
from .looks import within_sheet


def row_subjects(county: County, kind: SheetKind, page: AtlasPage | None, named: bool = True) -> tuple[Subject, ...]:
    """The rows of a sheet, as all sheets draw them; without names where others say them."""
    rows = layers_of_sheet(kind.id, county.project)
    looks = [Look(row.role, row.theme, row.plain, row.classes, row.named and named, row.marker) for row in rows]
    return role_subjects(county.project, county.roles, looks, within_sheet(county, page))


def classed_role(county: County, name: str) -> Role | None:
    """The layer of a role with its names and classes."""
    return role_of(county.project, county.roles, name, "class")


def kinds_of(features: Iterable[QgsFeature], field: str) -> list[str]:
    """The different values of a field, in the order of their first feature."""
    if not field:
        return []
    found = (one[field] for one in features)
    return list(dict.fromkeys(str(value) for value in found if value not in (None, NULL, "")))


def said(feature: QgsFeature, field: str) -> str:
    """A cell as text, the sign for a missing one where there is no field."""
    return text(feature[field]) if field and feature.fields().indexOf(field) >= 0 else UNKNOWN


def named(features: Iterable[QgsFeature], field: str) -> str:
    """The names of features, each once."""
    names = list(dict.fromkeys(name for name in (said(one, field) for one in features) if name != UNKNOWN))
    return listed(names, len(names)) or UNKNOWN


class Measure:
    """Lengths and areas on the ellipsoid, of what lies on a page."""

    def __init__(self, county: County, page: AtlasPage | None):
        crs = QgsCoordinateReferenceSystem(county.crs())
        self.page = page.shape if page is not None else None
        self.made = QgsDistanceArea()
        self.made.setSourceCrs(crs, county.project.transformContext())
        self.made.setEllipsoid(crs.ellipsoidAcronym())

    def kilometres(self, feature: QgsFeature) -> float:
        """Length of a line."""
        return self.made.measureLength(self._here(feature)) / 1000

    def hectares(self, feature: QgsFeature) -> float:
        """Area of a polygon."""
        return self.made.measureArea(self._here(feature)) / 1e4

    def _here(self, feature: QgsFeature) -> QgsGeometry:
        shape = feature.geometry()
        return shape if self.page is None else shape.intersection(self.page)


def first_field(layer: QgsVectorLayer, *names: str) -> str:
    """The first of some names that is a field of a layer, '' where none is."""
    return next((one for one in names if one and layer.fields().indexOf(one) >= 0), "")
