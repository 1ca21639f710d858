"""How the elements of a spatial structure look when they arrive in the project; proposals pale, and named as such."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsLabeling,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsSymbol,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..county.layers import geometry_of
from ..language import tr
from .catalogue import Style, style_for, styles
from .symbols import GENERATOR, symbol_for
from .typefaces import INK, text_format

#: How strong a proposal is drawn beside what the planner drew.
PROPOSED_OPACITY = 0.6
#: The style of an element whose code the catalogue does not have.
FALLBACK = {"point": "node", "line": "axis_sub", "polygon": "zone_8"}
NAME_POINTS = {"point": 9.5, "line": 8.5, "polygon": 10.0}
GREEN_INK = QColor(20, 84, 50)
INKS = {"point": INK, "line": GREEN_INK, "polygon": INK}
ON_LINE = QgsLabeling.LinePlacementFlag.OnLine | QgsLabeling.LinePlacementFlag.AboveLine
SHARPEST = 50.0  #: degrees by which letters along a line may turn
PRIORITIES = {"point": 10, "line": 8, "polygon": 6}
IS_PARK = "\"symbol\" = 'park'"
MARK = " *"  #: behind the code of a proposal

Styling = Callable[[QgsMapLayer], None]


def structure_style() -> Styling:
    """Elements by their symbol, those proposed apart; named."""

    def style(layer):
        geometry = geometry_of(layer)
        if geometry in FALLBACK:
            layer.setRenderer(structure_renderer(layer, geometry))
            _label(layer, geometry)

    return style


def structure_renderer(layer: QgsVectorLayer, geometry: str, factor: float = 1.0) -> QgsCategorizedSymbolRenderer:
    """A class for each code that occurs, in the order of the catalogue, and one for its proposals."""
    expression = f"concat(\"symbol\", CASE WHEN \"proposed\" = 1 THEN '{MARK}' ELSE '' END)"
    renderer = QgsCategorizedSymbolRenderer(expression)
    for code, proposed in _present(layer):
        found = style_of(code, geometry)
        if found is None:
            continue
        symbol = symbol_for(found, factor)
        if proposed:
            _pale(symbol)
        label = tr("{name}（建议）").format(name=found.name) if proposed else found.name
        # One by one: a list of categories is copied as a whole, and each copy reads the expressions of axes again.
        renderer.addCategory(QgsRendererCategory(code + MARK * proposed, symbol, label))
    return renderer


def _pale(symbol: QgsSymbol) -> None:
    """A symbol less strong; what a geometry generator draws does not follow the opacity of the symbol around it."""
    symbol.setOpacity(PROPOSED_OPACITY)
    for layer in symbol.symbolLayers():
        if layer.layerType() == GENERATOR:
            layer.subSymbol().setOpacity(PROPOSED_OPACITY)


def style_of(code: str, geometry: str) -> Style | None:
    """The style of a code for a geometry, another of that geometry where the catalogue has none."""
    known = styles()
    found = style_for(code, geometry) if code in known else None
    if found is None or found.geometry != geometry:
        found = known.get(FALLBACK[geometry])
    return found


def _present(layer: QgsVectorLayer) -> list[tuple[str, bool]]:
    """Codes that occur and whether for proposals, in the order of the catalogue."""
    pairs = {
        (str(one["symbol"]), one["proposed"] == 1) for one in layer.getFeatures() if one["symbol"] not in (None, NULL)
    }
    order = {code: place for place, code in enumerate(styles())}
    return sorted(pairs, key=lambda one: (order.get(one[0], len(order)), one))


def _label(layer: QgsVectorLayer, geometry: str) -> None:
    """Names; of proposals with the word for it. Those of parks, which are small, beside them."""
    placements = QgsPalLayerSettings.Placement
    usual = {"point": placements.OrderedPositionsAroundPoint, "line": placements.Curved}
    root = QgsRuleBasedLabeling.Rule(None)
    if geometry == "polygon":
        root.appendChild(_rule(_names(geometry, placements.OutsidePolygons), IS_PARK))
        root.appendChild(_rule(_names(geometry, placements.Horizontal), f"NOT ({IS_PARK})"))
    else:
        root.appendChild(_rule(_names(geometry, usual[geometry]), ""))
    layer.setLabeling(QgsRuleBasedLabeling(root))
    layer.setLabelsEnabled(True)


def name_elements(layer: QgsVectorLayer, geometry: str, field: str) -> None:
    """Name the features of a layer by a field of the planner's, as elements are named."""
    placements = QgsPalLayerSettings.Placement
    usual = {"point": placements.OrderedPositionsAroundPoint, "line": placements.Curved}
    settings = _names(geometry, usual.get(geometry, placements.Horizontal))
    settings.fieldName, settings.isExpression = field, False
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _rule(settings: QgsPalLayerSettings, condition: str) -> QgsRuleBasedLabeling.Rule:
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setFilterExpression(condition)
    return rule


def _names(geometry: str, placement) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    mark = tr("（建议）").replace("'", "''")
    settings.fieldName = f"CASE WHEN \"proposed\" = 1 THEN concat(\"name\", '{mark}') ELSE \"name\" END"
    settings.isExpression = True
    settings.setFormat(text_format(NAME_POINTS[geometry], INKS[geometry], bold=True, heading=True, halo=0.9))
    settings.placement = placement
    settings.displayAll = placement == QgsPalLayerSettings.Placement.OutsidePolygons
    settings.priority = PRIORITIES[geometry]
    if geometry == "point":
        settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
        settings.dist = 0.6
        settings.distUnits = QgsUnitTypes.RenderUnit.RenderMillimeters
    elif geometry == "line":
        line = settings.lineSettings()
        line.setPlacementFlags(ON_LINE)
        line.setMergeLines(True)
        settings.setLineSettings(line)
        settings.maxCurvedCharAngleIn, settings.maxCurvedCharAngleOut = SHARPEST, -SHARPEST
    return settings
