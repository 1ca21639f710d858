"""The two maps of a sheet and what belongs to the main one: scale bar, scale and north."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLineSymbol,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor

from ..language import tr
from .boxes import Box
from .measure import text_width
from .page import Page
from .page_items import add_frame, add_label
from .rose import add_north
from .scales import bar_for
from .typefaces import INK, text_format
from .view import View

MAP_GROUND = QColor(246, 248, 243)
ORNAMENT_GROUND = QColor(255, 255, 255)
ORNAMENT = (62.0, 52.0)
LOCATOR_ROOM = 1.06


def add_main_map(layout: QgsPrintLayout, layers: Sequence[QgsMapLayer], box: Box, view: View) -> QgsLayoutItemMap:
    """The main map, filled from the view; its layers are locked, their styles are the clones' own."""
    item = _map(layout, "main_map", layers, box, view)
    item.zoomToExtent(view.extent)
    item.setScale(view.scale)
    layout.setReferenceMap(item)
    return item


def add_locator(
    layout: QgsPrintLayout, layers: Sequence[QgsMapLayer], box: Box, view: View, extent: QgsRectangle
) -> QgsLayoutItemMap:
    """The county among its neighbours or in its prefecture."""
    item = _map(layout, "locator", layers, box, view)
    around = QgsRectangle(extent)
    around.scale(LOCATOR_ROOM)
    item.zoomToExtent(around)
    item.setFrameEnabled(True)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2 * view.factor))
    return item


def add_ornament(
    layout: QgsPrintLayout, main: QgsLayoutItemMap, box: Box, wind: Sequence[float] | None, page: Page, scale: float
) -> None:
    """North above the scale bar above the scale in figures; map labels keep off their ground."""
    factor = page.factor
    ground = add_frame(layout, "ornament_ground", box, 0, fill=ORNAMENT_GROUND)
    main.addLabelBlockingItem(ground)
    figures = Box(box.x, box.bottom - 6.5 * factor, box.w, 5.5 * factor)
    bar = _scale_bar(layout, main, page, scale, Box(box.x, box.y, box.w, figures.y - box.y - factor))
    north_bottom = bar.pos().y() - 1.5 * factor
    add_north(layout, wind, Box(box.x, box.y + 1.5 * factor, box.w, north_bottom - box.y - 1.5 * factor))
    expression = "replace(format_number(round(map_get(item_variables('main_map'),'map_scale')),0,'en'),',',' ')"
    add_label(
        layout,
        "scale",
        tr("比例尺 1:{scale}").format(scale=f"[% {expression} %]"),
        figures,
        8.5 * factor,
        heading=True,
        align="center",
    )


def _map(layout: QgsPrintLayout, item_id: str, layers: Sequence[QgsMapLayer], box: Box, view: View) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    item.setId(item_id)
    item.attemptSetSceneRect(box.rect())  # before any extent: an empty item has no scale, and keeps none
    layout.addLayoutItem(item)
    item.setCrs(view.crs)
    item.setLayers(list(layers))
    item.setKeepLayerSet(True)
    item.setBackgroundColor(MAP_GROUND)
    return item


def _scale_bar(
    layout: QgsPrintLayout, main: QgsLayoutItemMap, page: Page, scale: float, box: Box
) -> QgsLayoutItemScaleBar:
    parts = bar_for(scale, page.frame.w)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setId("scale_bar")
    layout.addLayoutItem(bar)
    bar.setStyle("Line Ticks Up")
    bar.setLinkedMap(main)
    kilometres = parts.metres >= 1000
    unit = QgsUnitTypes.DistanceUnit
    bar.setUnits(unit.DistanceKilometers if kilometres else unit.DistanceMeters)
    bar.setUnitLabel(tr("千米") if kilometres else tr("米"))
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setUnitsPerSegment(parts.part_metres / (1000 if kilometres else 1))
    bar.setNumberOfSegments(parts.parts)
    bar.setNumberOfSegmentsLeft(0)
    bar.setTextFormat(text_format(7.5 * page.factor, INK))
    line = QgsLineSymbol.createSimple({"color": INK.name(), "width": f"{0.35 * page.factor:g}"})
    for set_line in (bar.setLineSymbol, bar.setDivisionLineSymbol, bar.setSubdivisionLineSymbol):
        set_line(line.clone())
    bar.setHeight(1.8 * page.factor)
    bar.setLabelBarSpace(0.8 * page.factor)
    bar.setBoxContentSpace(0.2)
    bar.update()
    width, height = bar.minimumSize().width(), bar.minimumSize().height()
    length = parts.metres / scale * 1000
    overhang = text_width("0", 7.5 * page.factor) / 2  # of the first figure, left of the line
    bar.attemptSetSceneRect(Box(box.x + (box.w - length) / 2 - overhang, box.bottom - height, width, height).rect())
    return bar
