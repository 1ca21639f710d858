"""Renderers of vector layers whose classes are looked up in the style catalogue.

Only classes that occur in the layer become legend entries, so that a legend never has to be filtered by what a
map shows (filtering draws every layer once more and is a known source of wrong and late legends).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsDataDefinedSizeLegend,
    QgsFeatureRequest,
    QgsGraduatedSymbolRenderer,
    QgsInvertedPolygonRenderer,
    QgsProperty,
    QgsRectangle,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..county.layers import geometry_of
from ..language import tr
from .catalogue import Style, style, styles_of, styles_of_values
from .land_styles import LAND, land_styles, styles_of_land
from .symbols import symbol_for

COVERED_FIELD = "covered"
BAND_EDGE_FIELDS = ("from_min", "to_min")
TYPE_FIELD = "type"


def class_renderer(
    layer: QgsVectorLayer,
    field: str,
    prefix: str,
    factor: float = 1.0,
    scale: float | None = None,
    extent: QgsRectangle | None = None,
    only: Sequence[str] = (),
    other: str = "",
    values: Iterable[object] | None = None,
) -> QgsCategorizedSymbolRenderer:
    """Classes of ``field`` drawn by the styles whose codes begin with ``prefix``; where lines cross, the class that
    comes first in the catalogue lies on top. Values that mean the same class share one entry; values without a style
    are drawn by the style ``other``, or left out where there is none (see :func:`unknown_values`). ``extent``, in the
    layer's CRS, limits the classes to those inside it, ``values`` to those that these values of the field mean (None:
    an empty cell), ``only`` to some styles."""
    by_code: dict[str, list] = {}
    for value, found in _styled(layer, field, prefix, extent, bool(other), values):
        code = found.code if found else other
        if code:
            by_code.setdefault(code, []).append(value)
    categories = [
        QgsRendererCategory(by_code[found.code], symbol_for(found, factor), found.name)
        for found in _candidates(layer, prefix)
        if found.code in by_code and found.shown_at(scale) and (not only or found.code in only)
    ]
    renderer = QgsCategorizedSymbolRenderer(field, categories)
    _draw_first_class_last(renderer)
    return renderer


def listed_renderer(field: str, prefix: str, factor: float = 1.0) -> QgsCategorizedSymbolRenderer:
    """Every style of ``prefix`` as a class of ``field``, also those that do not occur (yet): for a field that the
    plugin itself fills, in layers that the planner goes on working with."""
    categories = [
        QgsRendererCategory([*found.words], symbol_for(found, factor), found.name) for found in styles_of(prefix)
    ]
    renderer = QgsCategorizedSymbolRenderer(field, categories)
    _draw_first_class_last(renderer)
    return renderer


def unknown_values(layer: QgsVectorLayer, field: str, prefix: str) -> list[str]:
    """Values of ``field`` that no style of ``prefix`` stands for, and which a class renderer therefore leaves out."""
    return [str(value) for value, found in _styled(layer, field, prefix, None) if not found]


def facilities_renderer(
    layer: QgsVectorLayer, type_field: str, level_field: str = "", factor: float = 1.0
) -> QgsCategorizedSymbolRenderer:
    """Facilities coloured by type and, when there is a level field, sized by level; the legend shows both."""
    by_code: dict[str, list] = {}
    for value, found in _styled(layer, type_field, "facility", None):
        by_code.setdefault((found or style("facility_other")).code, []).append(value)
    levels = [found for _, found in _styled(layer, level_field, "level", None) if found] if level_field else []
    size = _size_by_level(layer, level_field, factor) if levels else None
    categories = []
    for found in styles_of("facility"):
        if found.code in by_code:
            symbol = symbol_for(found, factor)
            if size:
                symbol.setDataDefinedSize(QgsProperty.fromExpression(size))
            categories.append(QgsRendererCategory(by_code[found.code], symbol, found.name))
    renderer = QgsCategorizedSymbolRenderer(type_field, categories)
    if len(levels) > 1:
        plain = symbol_for("level_2", factor)  # the swatch of the levels: no type's colour
        plain.setDataDefinedSize(QgsProperty.fromExpression(size))
        renderer.setSourceSymbol(plain)
        renderer.setDataDefinedSizeLegend(_level_legend(levels, factor))
    return renderer


def bands_renderer(
    layer: QgsVectorLayer, breaks: Sequence[float], service_type: str = "", factor: float = 1.0
) -> QgsCategorizedSymbolRenderer:
    """Bands of minutes (fields ``from_min``, ``to_min`` and perhaps ``type``) from dark, near, to light, far.

    ``breaks`` are the upper edges in minutes; ``service_type`` picks one type of a layer that holds several."""
    edges = sorted(breaks)
    lower = [0.0, *edges[:-1]]
    colours = ramp("band", len(edges))
    categories = [
        QgsRendererCategory(float(to), symbol_for(colours[i], factor), band_label(lower[i], to))
        for i, to in enumerate(edges)
    ]
    return QgsCategorizedSymbolRenderer(of_type(layer, BAND_EDGE_FIELDS[1], service_type), categories)


def band_label(from_minutes: float, to_minutes: float) -> str:
    """How a band reads: the upper edge belongs to the band."""
    if from_minutes <= 0:
        return tr("≤{to:g} 分钟").format(to=to_minutes)
    return tr("{start:g}–{to:g} 分钟").format(start=from_minutes, to=to_minutes)


def covered_renderer(
    layer: QgsVectorLayer, service_type: str = "", factor: float = 1.0
) -> QgsCategorizedSymbolRenderer:
    """Demand points by their field ``covered``: within reach quiet, out of reach conspicuous by colour, shape
    and size."""
    covered, uncovered = style("village_covered"), style("village_uncovered")
    expression = of_type(
        layer, f'CASE WHEN "{COVERED_FIELD}" THEN 1 WHEN NOT "{COVERED_FIELD}" THEN 0 END', service_type
    )
    return QgsCategorizedSymbolRenderer(
        expression,
        [
            QgsRendererCategory(0, symbol_for(uncovered, factor), uncovered.name),
            QgsRendererCategory(1, symbol_for(covered, factor), covered.name),
        ],
    )


def share_renderer(field: str = "covered_share", factor: float = 1.0) -> QgsGraduatedSymbolRenderer:
    """Zones by their covered share (0–1) in five classes that read as per cent."""
    steps = [0.0, 0.5, 0.7, 0.85, 0.95, 1.0]
    ranges = [
        QgsRendererRange(low, high, symbol_for(f"share_{i}", factor), f"{low * 100:g}–{high * 100:g} %")
        for i, (low, high) in enumerate(zip(steps, steps[1:]), start=1)
    ]
    return QgsGraduatedSymbolRenderer(field, ranges)


def outside_renderer(code: str, factor: float = 1.0) -> QgsInvertedPolygonRenderer:
    """Everything outside the polygons of the layer, drawn with one style."""
    renderer = QgsInvertedPolygonRenderer(QgsSingleSymbolRenderer(symbol_for(code, factor)))
    # Where two polygons overlap, a county among its towns for one, QGIS would otherwise see the outside.
    renderer.setPreprocessingEnabled(True)
    return renderer


def of_type(layer: QgsVectorLayer, expression: str, service_type: str) -> str:
    """``expression`` for the rows of one service type, NULL for the others, when the layer has a type field."""
    plain = f'"{expression}"' if layer.fields().indexOf(expression) >= 0 else expression
    if not service_type or layer.fields().indexOf(TYPE_FIELD) < 0:
        return plain
    quoted = service_type.replace("'", "''")
    return f"CASE WHEN \"{TYPE_FIELD}\" = '{quoted}' THEN {plain} END"


def _styled(
    layer,
    field: str,
    prefix: str,
    extent: QgsRectangle | None,
    empty: bool = False,
    values: Iterable[object] | None = None,
) -> list[tuple[object, Style | None]]:
    """Values that occur and their styles; cells without a value as '' where ``empty`` cells are asked for."""
    values = set(_values(layer, field, extent) if values is None else values)
    present = sorted((v for v in values if v is not None and v != NULL), key=str)
    looked_up = styles_of_land(present) if prefix == LAND else styles_of_values(present, prefix, geometry_of(layer))
    found = list(looked_up.items())
    return [*found, ("", None)] if empty and len(present) < len(values) else found


def _values(layer, field: str, extent: QgsRectangle | None) -> Iterable[object]:
    request = QgsFeatureRequest().setSubsetOfAttributes([field], layer.fields())
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if extent:
        request.setFlags(QgsFeatureRequest.Flag.ExactIntersect)
        request.setFilterRect(extent)
    return (feature[field] for feature in layer.getFeatures(request))


def _candidates(layer: QgsVectorLayer, prefix: str) -> list[Style]:
    return land_styles() if prefix == LAND else styles_of(prefix, geometry_of(layer))


def _draw_first_class_last(renderer: QgsCategorizedSymbolRenderer) -> None:
    """Symbol levels: all casings of a class below all its fills, so that crossings of one class merge."""
    renderer.setUsingSymbolLevels(True)
    top = len(renderer.categories())
    for i, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        for depth in range(symbol.symbolLayerCount()):
            symbol.symbolLayer(depth).setRenderingPass((top - i) * 10 + depth)
        renderer.updateCategorySymbol(i, symbol)


def ramp(prefix: str, count: int) -> list[Style]:
    colours = styles_of(prefix)
    if count <= 1:
        return colours[:1] * count
    last = len(colours) - 1
    return [colours[round(i * last / (count - 1)) if count != 2 else i * last // 2] for i in range(count)]


def _size_by_level(layer, field: str, factor: float) -> str:
    cases = []
    for value, found in _styled(layer, field, "level", None):
        if found:
            quoted = str(value).replace("'", "''")
            cases.append(f"WHEN \"{field}\" = '{quoted}' THEN {found.size * factor:g}")
    middle = style("level_2").size * factor
    return f"CASE {' '.join(cases)} ELSE {middle:g} END" if cases else f"{middle:g}"


def _level_legend(levels: list[Style], factor: float) -> QgsDataDefinedSizeLegend:
    present = {found.code for found in levels}
    legend = QgsDataDefinedSizeLegend()
    legend.setLegendType(QgsDataDefinedSizeLegend.LegendType.LegendSeparated)
    legend.setTitle(tr("设施级别（符号大小）"))
    legend.setClasses(
        [
            QgsDataDefinedSizeLegend.SizeClass(found.size * factor, found.name)
            for found in styles_of("level")
            if found.code in present
        ]
    )
    return legend
