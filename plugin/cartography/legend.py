"""The legend: grouped by theme, only what the map shows, measured before it is placed.

Its size comes from the same renderer that paints it, asked for the size only; a legend item itself knows its size
after it has been painted, which is too late to keep it from covering a neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRenderContext,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSizeF, Qt

from ..language import tr
from .boxes import Box
from .drawing import Drawn
from .spec import Theme
from .typefaces import INK, font
from .view import View

MOST_COLUMNS = 5
MOST_MARKER = 0.75  #: mm per point: cores of 20 mm on the map are drawn smaller here, seats of towns are not
HEADING_LINES = 1.8  # what a theme's heading takes, in lines of the legend
COLUMN_BREAK = "legend/column-break"
LINES = "ronghe/lines"  #: on a theme: how many lines of the legend it takes
STYLE = QgsLegendStyle.Style


@dataclass(frozen=True)
class LegendFit:
    """How a legend is set so that it takes ``width`` × ``height`` mm."""

    points: float
    columns: int
    width: float
    height: float


def base_themes() -> tuple[Theme, ...]:
    """The groups that the base map has on every sheet, after those that the sheet is about."""
    return (
        Theme("towns", tr("乡镇驻地")),
        Theme("traffic", tr("交通")),
        Theme("water", tr("水系")),
        Theme("boundary", tr("境界")),
        Theme("relief", tr("地形")),
    )


def add_legend(
    layout: QgsPrintLayout, drawn: Sequence[Drawn], themes: Sequence[Theme], view: View | None = None
) -> QgsLayoutItemLegend:
    """A legend item filled with the themes in their order, as far as layers belong to them and, with a ``view``, have
    anything there; not yet sized (see :func:`fits`)."""
    drawn = [one for one in drawn if one.entry.theme and (view is None or _occurs(one.layer, view))]
    legend = QgsLayoutItemLegend(layout)
    legend.setId("legend")
    layout.addLayoutItem(legend)
    legend.setAutoUpdateModel(False)
    legend.setResizeToContents(True)
    legend.setTitle(tr("图  例"))
    legend.setTitleAlignment(Qt.AlignmentFlag.AlignHCenter)
    legend.setEqualColumnWidth(False)
    legend.setSplitLayer(False)
    legend.setBoxSpace(0)
    legend.setFontColor(INK)
    root = legend.model().rootGroup()
    root.clear()
    for theme in themes:
        members = [one for one in drawn if one.entry.theme == theme.key and _has_symbols(one.layer)]
        if members:
            _add_theme(root, theme.name, members)
    for node in root.findLayers():
        legend.model().refreshLayerLegend(node)
    for theme in root.children():
        lines = sum(len(legend.model().layerLegendNodes(node)) for node in theme.children())
        theme.setCustomProperty(LINES, HEADING_LINES + lines)
    return legend


def fits(legend: QgsLayoutItemLegend, width: float, height: float, points: float, factor: float) -> LegendFit | None:
    """The setting with the fewest columns at which the legend fits into ``width`` × ``height`` mm, or ``None``."""
    for columns in range(1, MOST_COLUMNS + 1):
        size = _size(legend, points, columns, factor)
        if size.width() > width:
            return None
        if size.height() <= height:
            return LegendFit(points, columns, size.width(), size.height())
    return None


def lowest(legend: QgsLayoutItemLegend, width: float, points: float, factor: float) -> LegendFit | None:
    """The setting of the least height at which the legend is no wider than ``width`` mm, or ``None``."""
    settings = []
    for columns in range(1, MOST_COLUMNS + 1):
        size = _size(legend, points, columns, factor)
        if size.width() > width:
            break  # more columns are wider still
        settings.append(LegendFit(points, columns, size.width(), size.height()))
    return min(settings, key=lambda fit: fit.height, default=None)


def place_legend(legend: QgsLayoutItemLegend, fit: LegendFit, box: Box, factor: float) -> None:
    """Set the legend as measured and put its top left corner, centred in width, into the box."""
    size = _size(legend, fit.points, fit.columns, factor)
    x = box.x + max(0.0, (box.w - size.width()) / 2)
    legend.attemptSetSceneRect(Box(x, box.y, size.width(), size.height()).rect())
    legend.layout().moveItemToTop(legend)


def _add_theme(root: QgsLayerTreeGroup, name: str, members: list[Drawn]) -> None:
    group = root.addGroup(name)
    QgsLegendRenderer.setNodeLegendStyle(group, STYLE.Group)
    for one in members:
        node = group.addLayer(one.layer)
        renderer = _drawing(one.layer.renderer())
        if len(renderer.legendSymbolItems()) > 1 or renderer.type() != "singleSymbol":
            QgsLegendRenderer.setNodeLegendStyle(node, STYLE.Hidden)
        _lines_as_lines(node, renderer)
        _types_before_levels(node, renderer)


def _drawing(renderer: QgsFeatureRenderer) -> QgsFeatureRenderer:
    """The renderer that draws: the embedded one where polygons are drawn as one."""
    return renderer.embeddedRenderer() if renderer.type() == "mergedFeatureRenderer" else renderer


def _lines_as_lines(node: QgsLayerTreeLayer, renderer: QgsFeatureRenderer) -> None:
    """A boundary is a polygon on the map and a stretch of line in the legend."""
    if renderer.type() != "singleSymbol":
        return
    symbol = renderer.symbol().clone()
    strokes = [symbol.symbolLayer(i) for i in range(symbol.symbolLayerCount())]
    if symbol.type() == QgsSymbol.SymbolType.Fill and all(s.type() == QgsSymbol.SymbolType.Line for s in strokes):
        line = QgsLineSymbol()
        line.deleteSymbolLayer(0)
        for stroke in strokes:
            line.appendSymbolLayer(stroke.clone())
        QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, 0, line)


def _types_before_levels(node: QgsLayerTreeLayer, renderer: QgsFeatureRenderer) -> None:
    """QGIS lists the sizes, under a heading, ahead of the classes; a reader wants to know what before how large. The
    heading says that sizes are levels, for grey circles alone do not."""
    sizes = renderer.dataDefinedSizeLegend() if hasattr(renderer, "dataDefinedSizeLegend") else None
    if sizes:
        total = len(renderer.legendSymbolItems())
        first_class = 1 + len(sizes.classes())
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, [*range(first_class, total), *range(first_class)])


def _occurs(layer, view: View) -> bool:
    """Whether a vector layer has anything in the view; of areas of which only the edge is drawn, an edge."""
    if not isinstance(layer, QgsVectorLayer):
        return True
    transform = QgsCoordinateTransform(view.crs, layer.crs(), QgsProject.instance())
    request = QgsFeatureRequest(transform.transformBoundingBox(view.extent)).setNoAttributes()
    request.setFlags(request.flags() | QgsFeatureRequest.Flag.ExactIntersect)
    edges = layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry and _draws_edges(layer)
    seen = QgsGeometry.fromRect(request.filterRect())
    return any(not edges or _edge(one.geometry()).intersects(seen) for one in layer.getFeatures(request))


def _draws_edges(layer: QgsVectorLayer) -> bool:
    symbols = _drawing(layer.renderer()).symbols(QgsRenderContext())
    return all(
        symbol.symbolLayer(at).type() == QgsSymbol.SymbolType.Line
        for symbol in symbols
        for at in range(symbol.symbolLayerCount())
    )


def _edge(area: QgsGeometry) -> QgsGeometry:
    return QgsGeometry(area.constGet().boundary())


def _has_symbols(layer) -> bool:
    return hasattr(layer, "renderer") and bool(layer.renderer().legendSymbolItems())


def _size(legend: QgsLayoutItemLegend, points: float, columns: int, factor: float) -> QSizeF:
    _set_type(legend, points)
    legend.setColumnCount(columns)
    _break_between_themes(legend, columns)
    legend.setSymbolWidth(points * 0.95)
    legend.setSymbolHeight(points * 0.48)
    legend.setMaximumSymbolSize(points * MOST_MARKER)
    legend.setColumnSpace(points * 0.5)
    return QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize()


def _break_between_themes(legend: QgsLayoutItemLegend, columns: int) -> None:
    """Start columns at themes only, so that none is torn apart, with the tallest column as low as can be."""
    themes = legend.model().rootGroup().children()
    lines = [float(theme.customProperty(LINES)) for theme in themes]
    cuts = min(
        combinations(range(1, len(themes)), min(columns, len(themes)) - 1),
        key=lambda cuts: max(sum(lines[a:b]) for a, b in zip((0, *cuts), (*cuts, len(lines)))),
    )
    for position, theme in enumerate(themes):
        theme.setCustomProperty(COLUMN_BREAK, 1 if position in cuts else 0)


def _set_type(legend: QgsLayoutItemLegend, points: float) -> None:
    legend.setStyleFont(STYLE.Title, font(points * 1.5, bold=True, heading=True))
    legend.setStyleFont(STYLE.Group, font(points * 1.05, bold=True, heading=True))
    legend.setStyleFont(STYLE.Subgroup, font(points))
    legend.setStyleFont(STYLE.SymbolLabel, font(points))
    side = QgsLegendStyle.Side
    legend.setStyleMargin(STYLE.Title, side.Bottom, points * 0.2)
    legend.setStyleMargin(STYLE.Group, side.Top, points * 0.36)
    legend.setStyleMargin(STYLE.Subgroup, side.Top, points * 0.16)
    legend.setStyleMargin(STYLE.Symbol, side.Top, points * 0.16)
    legend.setStyleMargin(STYLE.SymbolLabel, side.Left, points * 0.22)
    legend.setStyleMargin(STYLE.SymbolLabel, side.Top, points * 0.16)
