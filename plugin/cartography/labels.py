"""Names on the map: their type by rank, where the placement engine may put them, and what they must not cover."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsLabelObstacleSettings,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRuleBasedLabeling,
    QgsTextBackgroundSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor

from .typefaces import INK, QUIET, text_format

RIVER_INK = QColor(28, 96, 148)
GAP_INK = QColor(150, 20, 20)
RELIEF_INK = QColor(104, 84, 62)
AREA_INK = QColor(96, 40, 30)
AREA_POINTS = 6.8
ZONE_INK = QColor(120, 10, 36)
PLACE_INK = QColor(64, 70, 70)
RANK_POINTS = 6.6
SEAT_POINTS = (11.0, 9.0, 8.0)


def label_seats(layer: QgsVectorLayer, name: str, rank_filters: list[str], factor: float) -> None:
    """Names of towns, larger and bolder by rank, beside their symbol. ``rank_filters`` are expressions, first
    rank first."""
    root = QgsRuleBasedLabeling.Rule(None)
    for rank, condition in enumerate(rank_filters):
        points = SEAT_POINTS[min(rank, len(SEAT_POINTS) - 1)] * factor
        settings = _around_point(name, text_format(points, INK, bold=rank < 2, heading=True, halo=0.8 * factor), factor)
        settings.priority = 10 - rank
        settings.displayAll = rank == 0
        _as_obstacle(settings, 2.0)
        rule = QgsRuleBasedLabeling.Rule(settings)
        rule.setFilterExpression(condition)
        root.appendChild(rule)
    layer.setLabeling(QgsRuleBasedLabeling(root))
    layer.setLabelsEnabled(True)


def label_towns(layer: QgsVectorLayer, name: str, factor: float) -> None:
    """Names inside the polygons, for counties without town seats."""
    settings = _settings(name, text_format(9 * factor, INK, bold=True, heading=True, halo=0.8 * factor))
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.priority = 9
    _not_as_obstacle(settings)
    _set(layer, settings)


def label_areas(layer: QgsVectorLayer, name: str, factor: float) -> None:
    """Names of areas inside them, small enough to stay behind the names of towns."""
    settings = _settings(name, text_format(AREA_POINTS * factor, AREA_INK, heading=True, halo=0.6 * factor))
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.priority = 5
    _not_as_obstacle(settings)
    _set(layer, settings)


def label_key_zones(layer: QgsVectorLayer, shown: str, factor: float, marker_radius: float = 0.0) -> None:
    """Names beside zones, not on them, where the expression ``shown`` gives one; also clear of a marker in the zone,
    whose radius is in units of the layer."""
    settings = _settings(shown, text_format(6.4 * factor, ZONE_INK, heading=True, halo=0.7 * factor), expression=True)
    settings.placement = QgsPalLayerSettings.Placement.OutsidePolygons
    if marker_radius:
        settings.geometryGeneratorEnabled = True
        settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PolygonGeometry
        settings.geometryGenerator = f"combine($geometry, buffer(point_on_surface($geometry), {marker_radius:g}))"
    settings.dist = 0.3 * factor
    settings.distUnits = QgsUnitTypes.RenderUnit.RenderMillimeters
    settings.priority = 9
    _as_obstacle(settings, 0.8)
    _set(layer, settings)


def label_neighbours(
    layer: QgsVectorLayer, name: str, factor: float, points: float = 10.5, inside_only: bool = True
) -> None:
    """Names of counties in spaced grey letters, inside the part of the polygon that is in the map.

    Without a halo: a PDF shows the halo of the room between the letters as white boxes.
    """
    settings = _settings(
        name, text_format(points * factor, QUIET, heading=True, spacing=points * factor / 4)
    )
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.fitInPolygonOnly = inside_only
    settings.priority = 3
    _not_as_obstacle(settings)
    _set(layer, settings)


def label_here(layer: QgsVectorLayer, name: str, factor: float, points: float) -> None:
    """The county's own name on the locator; names of its surroundings keep off it, also when it has no name."""
    settings = _settings(
        name or "''", text_format(points * factor, INK, heading=True, halo=0.5 * factor), expression=not name
    )
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.drawLabels = bool(name)
    settings.priority = 10
    _as_obstacle(settings, 2.0)
    _set(layer, settings)


def label_uncovered(layer: QgsVectorLayer, name: str, condition: str, factor: float) -> None:
    """Names of villages out of reach; the others stay without a name but no name may cover them."""
    shown = f'CASE WHEN {condition} THEN "{name}" END'
    settings = _around_point(shown, text_format(6.2 * factor, GAP_INK, halo=0.6 * factor), factor, expression=True)
    settings.priority = 6
    _as_obstacle(settings, 0.6)
    _set(layer, settings)


def label_places(layer: QgsVectorLayer, name: str, factor: float) -> None:
    """Names of villages and other small places on a page that is large enough for them."""
    settings = _around_point(name, text_format(6.4 * factor, PLACE_INK, halo=0.6 * factor), factor)
    settings.priority = 4
    _as_obstacle(settings, 0.8)
    _set(layer, settings)


def label_mines(layer: QgsVectorLayer, name: str, factor: float) -> None:
    """Names of mines inside or beside their areas, ahead of all but towns."""
    letters = text_format(8.2 * factor, ZONE_INK, bold=True, heading=True, halo=0.8 * factor)
    settings = _settings(name, letters)
    settings.placement = QgsPalLayerSettings.Placement.OutsidePolygons
    settings.dist = 0.6 * factor
    settings.distUnits = QgsUnitTypes.RenderUnit.RenderMillimeters
    settings.priority = 9
    _as_obstacle(settings, 1.0)
    _set(layer, settings)


def label_facilities(layer: QgsVectorLayer, factor: float) -> None:
    """Facilities are not named on a county sheet; names of towns and villages keep off them."""
    settings = _settings("''", text_format(6 * factor), expression=True)
    settings.drawLabels = False
    _as_obstacle(settings, 1.5)
    _set(layer, settings)


def label_rank(layer: QgsVectorLayer, rank: str, priority: str, factor: float = 1.0) -> None:
    """The number of each mine in the order of remediation, in the middle of its symbol."""
    settings = _settings(rank, text_format(RANK_POINTS * factor, INK, heading=True))
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.centroidInside = True
    settings.displayAll = True
    settings.priority = 10
    colour = f"CASE WHEN \"{priority}\" = '重点' THEN color_rgb(255,255,255) ELSE color_rgb(34,34,40) END"
    inks = QgsPropertyCollection()
    inks.setProperty(QgsPalLayerSettings.Property.Color, QgsProperty.fromExpression(colour))
    settings.setDataDefinedProperties(inks)
    _as_obstacle(settings, 2.0)
    _set(layer, settings)


def label_clusters(layer: QgsVectorLayer, factor: float = 1.0) -> None:
    """The number of each cluster of several quarries."""
    number = 'CASE WHEN "quarries" > 1 THEN "cluster" END'
    settings = _settings(number, text_format(9 * factor, INK, bold=True, halo=0.8 * factor), expression=True)
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.priority = 8
    _not_as_obstacle(settings)
    _set(layer, settings)


@dataclass(frozen=True)
class Face:
    """How a name is written: points, ink, and the colour of the plate under it (None: a halo) with its margin."""

    points: float
    ink: QColor
    plate: QColor | None = None
    pad: float = 0.0


def label_lettering(layer: QgsVectorLayer, faces: dict[str, Face], factor: float) -> None:
    """Names of a layer that already stand where they belong: fields ``text``, ``face`` and ``angle``. All are drawn,
    and other names keep off them."""
    root = QgsRuleBasedLabeling.Rule(None)
    for name, face in faces.items():
        letters = text_format(face.points, face.ink, bold=True, heading=True, halo=0 if face.plate else 0.7 * factor)
        if face.plate:
            letters.setBackground(_plate(face, factor))
        settings = _settings("text", letters)
        settings.placement = QgsPalLayerSettings.Placement.OverPoint
        settings.displayAll = True
        settings.priority = 10
        turned = QgsPropertyCollection()
        turned.setProperty(QgsPalLayerSettings.Property.LabelRotation, QgsProperty.fromField("angle"))
        settings.setDataDefinedProperties(turned)
        _as_obstacle(settings, 2.0)
        rule = QgsRuleBasedLabeling.Rule(settings)
        rule.setFilterExpression(f"\"face\" = '{name}'")
        root.appendChild(rule)
    layer.setLabeling(QgsRuleBasedLabeling(root))
    layer.setLabelsEnabled(True)


def _plate(face: Face, factor: float) -> QgsTextBackgroundSettings:
    millimetres = QgsUnitTypes.RenderUnit.RenderMillimeters
    made = QgsTextBackgroundSettings()
    made.setEnabled(True)
    made.setType(QgsTextBackgroundSettings.ShapeType.ShapeRectangle)
    made.setSizeType(QgsTextBackgroundSettings.SizeType.SizeBuffer)
    made.setSize(QSizeF(face.pad * 1.6, face.pad))
    made.setSizeUnit(millimetres)
    made.setRadii(QSizeF(1.0 * factor, 1.0 * factor))
    made.setRadiiUnit(millimetres)
    made.setFillColor(face.plate)
    made.setStrokeColor(QColor(255, 255, 255))
    made.setStrokeWidth(0.35 * factor)
    made.setStrokeWidthUnit(millimetres)
    return made


def label_rivers(layer: QgsVectorLayer, name: str, factor: float) -> None:
    """Names along rivers in the blue of water, once a stretch of 90 mm."""
    settings = _settings(name, text_format(7 * factor, RIVER_INK, halo=0.5 * factor, spacing=2.0 * factor))
    settings.placement = QgsPalLayerSettings.Placement.Curved
    settings.mergeLines = True
    settings.repeatDistance = 90 * factor
    settings.repeatDistanceUnit = QgsUnitTypes.RenderUnit.RenderMillimeters
    settings.maxCurvedCharAngleIn = 30
    settings.maxCurvedCharAngleOut = -30
    settings.priority = 4
    _not_as_obstacle(settings)
    _set(layer, settings)


def label_peaks(layer: QgsVectorLayer, name: str, height: str, factor: float) -> None:
    """Peaks with their height in metres where the layer has it."""
    text = f'concat("{name}", \' \', to_string(round("{height}")))' if height else f'"{name}"'
    settings = _around_point(text, text_format(5.8 * factor, RELIEF_INK, halo=0.5 * factor), factor, expression=True)
    settings.priority = 2
    _as_obstacle(settings, 0.5)
    _set(layer, settings)


def _settings(name: str, letters: QgsTextFormat, expression: bool = False) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = name
    settings.isExpression = expression
    settings.setFormat(letters)
    return settings


def _around_point(name: str, letters: QgsTextFormat, factor: float, expression: bool = False) -> QgsPalLayerSettings:
    settings = _settings(name, letters, expression)
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
    settings.dist = 0.5 * factor
    settings.distUnits = QgsUnitTypes.RenderUnit.RenderMillimeters
    order = QgsPropertyCollection()
    order.setProperty(
        QgsPalLayerSettings.Property.PredefinedPositionOrder, QgsProperty.fromValue("R,L,T,B,TR,BR,TL,BL")
    )
    settings.setDataDefinedProperties(order)
    return settings


def _as_obstacle(settings: QgsPalLayerSettings, weight: float) -> None:
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(True)
    obstacle.setFactor(weight)
    settings.setObstacleSettings(obstacle)


def _not_as_obstacle(settings: QgsPalLayerSettings) -> None:
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(False)
    settings.setObstacleSettings(obstacle)


def _set(layer: QgsVectorLayer, settings: QgsPalLayerSettings) -> None:
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
