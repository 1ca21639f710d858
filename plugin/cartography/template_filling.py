"""Filling the items of a planner's template with what the items of a built sheet hold."""

from __future__ import annotations

import re

from qgis.core import (
    QgsLayerTree,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsReadWriteContext,
    QgsUnitTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from .boxes import Box
from .legend import lowest, place_legend
from .measure import text_height, text_width, wrapped
from .paper import size_beside_a3
from .scales import bar_for, round_scale

#: The pieces of a bar chart, which belong together and are drawn for one set of figures.
PIECE = re.compile(r"(chart_\d+)_(?!title)")
LEAST_POINTS, SHRINKING = 4.0, 0.3
SNUG = 0.98
NOTES = "notes"
#: The end of a line within a note, between the letters beside it: each note begins with its number.
LINE_IN_NOTE = re.compile(r"(?<=(\S))\n(?!\d+\. )(?=(\S))")
SLACK_MM = 1.0


def fill(target: QgsLayoutItem, source: QgsLayoutItem) -> bool:
    """What is data of an item; its place, size, type and colours stay the template's, as far as all fits in. Whether
    the item had to become taller than it was."""
    if isinstance(source, QgsLayoutItemMap):
        _map(target, source)
    elif isinstance(source, QgsLayoutItemLabel) and source.id() == NOTES:
        return _notes(target, source.text())
    elif isinstance(source, QgsLayoutItemLabel):
        _label(target, source)
    elif isinstance(source, QgsLayoutItemLegend):
        _legend(target, source)
    elif isinstance(source, QgsLayoutFrame):
        return _table(target, source)
    return False


def replace_charts(layout: QgsPrintLayout, built: QgsPrintLayout) -> tuple[list[str], list[str]]:
    """The bars of the built sheet in the place of the template's, under its title. Charts that the template has not,
    and charts that are now taller than the template's."""
    missing, taller = [], []
    before = {item.id(): item.scenePos().y() for item in _pieces(layout)}
    for item in _pieces(layout):
        layout.removeLayoutItem(item)
    names = dict.fromkeys(PIECE.match(item.id()).group(1) for item in _pieces(built))
    for name in names:
        here, there = layout.itemById(f"{name}_title"), built.itemById(f"{name}_title")
        if here is None or there is None:
            missing.append(name)
            continue
        pieces = [item for item in _pieces(built) if item.id().startswith(f"{name}_")]
        copied = _copied(layout, pieces)
        for item in copied:
            item.attemptMoveBy(here.scenePos().x() - there.scenePos().x(), here.scenePos().y() - there.scenePos().y())
        lowest_before = max((y for piece, y in before.items() if piece.startswith(f"{name}_")), default=0.0)
        if max(item.scenePos().y() for item in copied) > lowest_before + SLACK_MM:
            taller.append(name)
    return missing, taller


def set_bars(layout: QgsPrintLayout, main: QgsLayoutItemMap) -> None:
    """Scale bars of the map, with round parts for its scale."""
    parts = bar_for(main.scale(), layout.pageCollection().page(0).rect().width())
    for item in layout.items():
        if isinstance(item, QgsLayoutItemScaleBar) and item.linkedMap() in (None, main):
            item.setLinkedMap(main)
            kilometres = item.units() == QgsUnitTypes.DistanceUnit.DistanceKilometers
            item.setUnitsPerSegment(parts.part_metres / (1000 if kilometres else 1))
            item.setNumberOfSegments(parts.parts)
            item.update()


def _pieces(layout: QgsPrintLayout) -> list[QgsLayoutItem]:
    return [item for item in layout.items() if isinstance(item, QgsLayoutItem) and PIECE.match(item.id())]


def _copied(layout: QgsPrintLayout, items: list[QgsLayoutItem]) -> list[QgsLayoutItem]:
    document = QDomDocument()
    parent = document.createElement("Layout")
    for item in sorted(items, key=lambda one: one.zValue()):
        item.writeXml(parent, document, QgsReadWriteContext())
    return layout.addItemsFromXml(parent, document, QgsReadWriteContext())


def _map(target: QgsLayoutItemMap, source: QgsLayoutItemMap) -> None:
    """The layers, and all that the built map shows, at a round scale."""
    target.setCrs(source.crs())
    target.setFollowVisibilityPreset(False)
    target.setLayers(source.layers())
    target.setKeepLayerSet(True)
    extent = source.extent()
    width, height = target.rect().width(), target.rect().height()
    target.zoomToExtent(extent)
    if source.id() == "main_map":
        target.setScale(round_scale(max(extent.width() / width, extent.height() / height) * 1000))


def _label(target: QgsLayoutItemLabel, source: QgsLayoutItemLabel) -> None:
    """The words, in smaller type where they are wider than the label of the template."""
    text = source.text()
    target.setText(text)
    points, bold = _type_of(target)
    wide, room = text_width(text, points, bold, True), target.rect().width() * SNUG
    if "[%" in text or points <= 0 or wide <= room:
        return
    _set_points(target, max(LEAST_POINTS, points * room / wide))


def _notes(target: QgsLayoutItemLabel, text: str) -> bool:
    """The notes in lines of the template's width, in smaller type where they are higher than its label; whether the
    label had to become taller."""
    given, _ = _type_of(target)
    room, notes = target.rect(), LINE_IN_NOTE.sub(_joint, text)
    points = given
    while True:
        lines = wrapped(notes, points, room.width() * SNUG)
        if text_height(lines, points) <= room.height() + SLACK_MM or points - SHRINKING < LEAST_POINTS:
            break
        points -= SHRINKING
    target.setText(lines)
    if points < given:
        _set_points(target, points)
    high = text_height(lines, points)
    if high <= room.height() + SLACK_MM:
        return False
    target.attemptResize(QgsLayoutSize(room.width(), high, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    return True


def _joint(line_end) -> str:
    """What stood between the ends of two lines before they were broken: a space in writing that has them."""
    return " " if line_end.group(1).isascii() and line_end.group(2).isascii() else ""


def _type_of(label: QgsLayoutItemLabel) -> tuple[float, bool]:
    """Size in points, and whether the type is bold."""
    font = label.textFormat().font() if hasattr(label, "textFormat") else label.font()
    return label.textFormat().size() if hasattr(label, "textFormat") else font.pointSizeF(), font.bold()


def _set_points(label: QgsLayoutItemLabel, points: float) -> None:
    if hasattr(label, "textFormat"):
        made = label.textFormat()
        made.setSize(points)
        label.setTextFormat(made)
    else:
        font = label.font()
        font.setPointSizeF(points)
        label.setFont(font)


def _legend(target: QgsLayoutItemLegend, source: QgsLayoutItemLegend) -> None:
    """The entries; in the legend's own type where they fit into the room it has, else in as large a type as does."""
    at, room = target.scenePos(), target.rect()
    box = Box(at.x(), at.y(), room.width(), room.height())
    target.setAutoUpdateModel(False)
    root = target.model().rootGroup()
    root.clear()
    for child in source.model().rootGroup().children():
        root.addChildNode(child.clone())
    if isinstance(root, QgsLayerTree):
        for node in root.findLayers():
            target.model().refreshLayerLegend(node)
    size = QgsLegendRenderer(target.model(), target.legendSettings()).minimumSize()
    if size.width() <= box.w + SLACK_MM and size.height() <= box.h + SLACK_MM:
        target.adjustBoxSize()
        return
    page = target.layout().pageCollection().page(0).rect()
    factor = size_beside_a3(page.width(), page.height()) ** 0.75
    points = source.styleFont(QgsLegendStyle.Style.SymbolLabel).pointSizeF()
    fit = None
    while points >= LEAST_POINTS and (fit is None or fit.height > box.h):
        fit = lowest(target, box.w, points, factor) or fit
        points -= SHRINKING
    if fit:
        place_legend(target, fit, box, factor)


def _table(target: QgsLayoutFrame, source: QgsLayoutFrame) -> bool:
    """The cells; columns share the width of the frame as they do on the built sheet. A frame that is too low for the
    rows is made taller, for QGIS leaves out without a word what does not fit; whether it was."""
    made, given = target.multiFrame(), source.multiFrame()
    if not isinstance(made, QgsLayoutItemManualTable) or not isinstance(given, QgsLayoutItemManualTable):
        return False
    width, before = target.rect().width(), target.rect().height()  # each setting below changes them
    made.setCellMargin(given.cellMargin())  # the heights of rows were measured for these two
    made.setGridStrokeWidth(given.gridStrokeWidth())
    made.setTableContents(given.tableContents())
    made.setColumnWidths(_shared(width, given))
    made.setRowHeights(given.rowHeights())
    made.refresh()
    needed = source.rect().height()
    if needed <= before:
        return False
    millimetres = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    target.attemptResize(QgsLayoutSize(target.rect().width(), needed, millimetres))
    made.recalculateFrameSizes()
    return needed > before + SLACK_MM


def _shared(width: float, given: QgsLayoutItemManualTable) -> list[float]:
    """Widths of the columns, without their margins and lines, that fill ``width`` as they share the given table."""
    around = 2 * given.cellMargin()
    lines = given.gridStrokeWidth() * (len(given.columnWidths()) + 1)
    wide = [column + around for column in given.columnWidths()]
    return [max(1.0, column * (width - lines) / sum(wide) - around) for column in wide]
