"""The pages of an atlas: one a town, a kind of facility, a zone of remediation, or a village."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
)

from ...bridge.sentences import listed
from ...county.layers import geometry_of
from ...language import tr
from ..remediation_tables import BETWEEN_NAMES
from ..spec import Role
from .county import County

TOWN, FACILITY, ZONE, VILLAGE = "town", "facility", "zone", "village"
ATLASES = (TOWN, FACILITY, ZONE, VILLAGE)
#: What is shown around a village that is a point, and around a zone of remediation, in metres.
VILLAGE_RADIUS, ZONE_MARGIN = 1500.0, 1500.0
ROUND = 45  #: sides of a quarter of a circle
MOST_NAMED = 2  #: mines of a zone that the title of its page names
SERVICE, REMEDIATION = "servicecoverage", "remediationzones"


@dataclass(frozen=True)
class AtlasPage:
    """A page: what the atlas goes ``by``, the ``key`` of the page in it, what it is called, the area that it shows in
    place of the county, in the sheets' system (None: the whole county), and how many metres of that lie ``around``
    what the page is about."""

    by: str
    key: str
    name: str
    shape: QgsGeometry | None = None
    around: float = 0.0


def atlas_pages(county: County, by: str) -> list[AtlasPage]:
    """The pages in the order of the layer that they come from; none where the project has no such layer.

    Raises ``ValueError`` for an atlas that nobody knows.
    """
    makers = {TOWN: _towns, FACILITY: _facilities, ZONE: _zones, VILLAGE: _villages}
    if by not in makers:
        raise ValueError(f"an atlas goes by {', '.join(ATLASES)}, not by {by!r}")
    return makers[by](county)


def focus_role(page: AtlasPage, crs: str) -> Role | None:
    """The page's area as a layer of one feature."""
    if page.shape is None:
        return None
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=name:string", page.name, "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(page.shape)
    feature["name"] = page.name
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return Role(layer, "name")


def _towns(county: County) -> list[AtlasPage]:
    layer = county.layer("towns")
    if layer is None or geometry_of(layer) != "polygon":
        return []
    name = county.roles.field("towns", "name")
    return _of_features(county, layer, name, TOWN)


def _villages(county: County) -> list[AtlasPage]:
    layer = county.layer("villages")
    if layer is None:
        return []
    margin = VILLAGE_RADIUS if geometry_of(layer) == "point" else 0.0
    return _of_features(county, layer, county.roles.field("villages", "name"), VILLAGE, margin)


def _zones(county: County) -> list[AtlasPage]:
    layer = county.layer(f"{REMEDIATION}:ZONES")
    pages = [] if layer is None else _of_features(county, layer, "mines", ZONE, ZONE_MARGIN)
    return [replace(page, name=_mines_named(page.name)) for page in pages]


def _mines_named(names: str) -> str:
    """Up to two mines by their names, more by the first and their number."""
    each = BETWEEN_NAMES.split(names)
    if len(each) <= MOST_NAMED:
        return listed(each)
    return tr("{first}等 {count} 座").format(first=each[0], count=len(each))


def _facilities(county: County) -> list[AtlasPage]:
    """The kinds that the coverage run knows, in the order of their names."""
    layer = county.layer(f"{SERVICE}:ZONES_OUT")
    if layer is None or layer.fields().indexOf("type") < 0:
        return []
    kinds = layer.uniqueValues(layer.fields().indexOf("type"))
    names = sorted(str(kind) for kind in kinds if kind not in (None, NULL, ""))
    return [AtlasPage(FACILITY, name, name) for name in names]


def _of_features(county: County, layer: QgsVectorLayer, name: str, by: str, margin: float = 0.0) -> list[AtlasPage]:
    crs = QgsCoordinateReferenceSystem(county.crs())
    transform = QgsCoordinateTransform(layer.crs(), crs, county.project)
    pages = []
    for feature in layer.getFeatures():
        shape = QgsGeometry(feature.geometry())
        if shape.isEmpty():
            continue
        shape.transform(transform)
        if margin:
            shape = shape.buffer(margin, ROUND)
        said = feature[name] if name and layer.fields().indexOf(name) >= 0 else NULL
        title = str(feature.id()) if said in (None, NULL) else str(said)
        pages.append(AtlasPage(by, str(feature.id()), title, shape, margin))
    return pages
