"""Facilities generalised for a county sheet.

At 1:200 000 the hospitals, schools and halls of a town lie on top of each other and of the town's own symbol.
As drawn by
hand, each place then shows each type once, at its highest level, in an open ring around the place; the ring leaves the
right side free for the name. Levels that the catalogue does not draw at this scale are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from .catalogue import Style, style, styles_of, styles_of_values
from .spec import Role

NEAR_MM = 4.0  # facilities nearer than this on paper are one place
NEAR_SEAT_MM = 8.0  # and those that would lie in or under the ring of a town belong to the town
OPENING = 152.0  # degrees clockwise from north that the ring leaves free
WIDEST_STEP = 52.0  # degrees between two symbols of a ring
CLEARANCE = 1.14
FIELDS = "field=type:string(40)&field=level:string(40)&field=facilities:integer"


@dataclass
class _Place:
    """A point of the sheet with the best level and the number of facilities of each type."""

    point: QgsPointXY
    seat: bool
    types: dict[str, tuple[str, int]]


def generalised(
    facilities: Role,
    seats: Role | None,
    crs: QgsCoordinateReferenceSystem,
    scale: float,
    factor: float,
    service_type: str = "",
) -> QgsVectorLayer:
    """A memory layer in ``crs`` with one point a place and type: fields ``type`` and ``level`` (codes of the catalogue)
    and ``facilities`` (how many the symbol stands for). ``service_type`` leaves out all other types."""
    metres = scale / 1000
    places = [_Place(point, True, {}) for point, _ in _points(seats, crs)] if seats else []
    levels = [found.code for found in styles_of("level")]
    for point, feature_type, level in _classified(facilities, crs, scale, service_type):
        place = _nearest(places, point, factor * metres)
        if place is None:
            place = _Place(point, False, {})
            places.append(place)
        best, count = place.types.get(feature_type, (level, 0))
        place.types[feature_type] = (min(best, level, key=levels.index), count + 1)
    return _layer(places, crs, metres * factor)


def _classified(facilities: Role, crs, scale: float, service_type: str) -> list[tuple[QgsPointXY, str, str]]:
    """Point, type and level (codes) of what is drawn at the scale; higher levels first: they found the places."""
    rows = _points(facilities, crs)
    if service_type:
        rows = [(point, feature) for point, feature in rows if str(feature[facilities.class_field]) == service_type]
    types = styles_of_values({feature[facilities.class_field] for _, feature in rows}, "facility")
    levels: dict[object, Style | None] = {}
    if facilities.level_field:
        levels = styles_of_values({feature[facilities.level_field] for _, feature in rows}, "level")
    found = []
    for point, feature in rows:
        kind = types[feature[facilities.class_field]] or style("facility_other")
        level = (levels[feature[facilities.level_field]] if levels else None) or style("level_2")
        if level.shown_at(scale):
            found.append((point, kind.code, level.code))
    return sorted(found, key=lambda one: one[2])


def _points(role: Role, crs) -> list[tuple[QgsPointXY, QgsFeature]]:
    transform = QgsCoordinateTransform(role.layer.crs(), crs, QgsProject.instance())
    request = QgsFeatureRequest().setDestinationCrs(crs, transform.context())
    return [
        (feature.geometry().centroid().asPoint(), feature)
        for feature in role.layer.getFeatures(request)
        if not feature.geometry().isEmpty()
    ]


def _nearest(places: list[_Place], point: QgsPointXY, metres: float) -> _Place | None:
    """The nearest place that takes the point in, towns from further away; ``metres`` are 1 mm on paper."""

    def distance(place: _Place) -> float:
        return place.point.distance(point) / metres / (NEAR_SEAT_MM if place.seat else NEAR_MM)

    near = min(places, key=distance, default=None)
    return near if near and distance(near) <= 1 else None


def _layer(places: list[_Place], crs, metres: float) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Point?{FIELDS}", "", "memory")
    layer.setCrs(crs)
    order = [found.code for found in styles_of("facility")]
    features = []
    for place in places:
        members = sorted(place.types.items(), key=lambda one: order.index(one[0]))
        for (kind, (level, count)), point in zip(members, _ring(place, members, metres)):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([kind, level, count])
            feature.setGeometry(QgsGeometry.fromPointXY(point))
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def _ring(place: _Place, members: list, metres: float) -> list[QgsPointXY]:
    """Where the symbols of a place go: on the place itself when one stands alone, else counter-clockwise from
    the top."""
    count = len(members)
    if count == 0 or (count == 1 and not place.seat):
        return [place.point] * count
    step = min(WIDEST_STEP, (360.0 - OPENING) / max(count - 1, 1))
    largest = max(style(level).size for _, (level, _) in members)
    beside_each_other = largest * CLEARANCE / (2 * sin(step * pi / 360))
    beside_the_seat = (style("seat_1").size + largest) / 2 * CLEARANCE if place.seat else 0.0
    radius = max(beside_each_other, beside_the_seat) * metres
    turns = [-step * k * pi / 180 for k in range(count)]
    return [QgsPointXY(place.point.x() + radius * sin(t), place.point.y() + radius * cos(t)) for t in turns]
