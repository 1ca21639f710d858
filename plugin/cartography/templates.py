"""A planner's own layout of a sheet: a QPT file beside the project, filled with what the built sheet holds.

The template gives place and look, the built sheet everything that is data: a template saved elsewhere knows other
layers, and QGIS leaves its map, legend and tables empty. Items are found by their ids, those of the built sheet.
"""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import (
    QgsLayerTree,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsUnitTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from ..bridge.sentences import listed
from ..county.standards import project_file
from ..language import tr
from .faults import SheetFault
from .scales import bar_for, round_scale

SUFFIX = ".qpt"
#: Words of the built sheet that a template may leave out without a word being lost that a reader needs.
OPTIONAL = ("headline_ground", "ornament_ground", "strip_ground", "strip_edge", "frame_outer", "frame_inner", "north")
RULE = "rule_"
#: Ids of what a sheet says and shows. In a template saved from another sheet they hold that sheet's words, and are
#: hidden where this sheet has none.
DATA = re.compile(
    r"(table|chart|headline)_.*|secrecy|approval|sheet_number|organisation|drawing_office|locator|notes.*"
)


def project_template(project: QgsProject, sheet: str, title: str) -> Path | None:
    """The file ``<sheet id>.qpt`` or ``<title>.qpt`` in the folder of the saved project, None where there is none."""
    return project_file(f"{sheet}{SUFFIX}", project) or project_file(f"{title}{SUFFIX}", project)


def save_template(layout: QgsPrintLayout, path: Path | str) -> Path:
    """The layout as a QPT file, for a planner to start from. Raises :class:`SheetFault`."""
    path = Path(path)
    if not path.parent.is_dir():
        raise SheetFault("no_folder", folder=str(path.parent))
    if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
        raise SheetFault("not_writable", path=str(path))
    return path


def with_template(project: QgsProject, built: QgsPrintLayout, path: Path) -> tuple[QgsPrintLayout, tuple[str, ...]]:
    """A layout of the template's look with the data of the built sheet, and what is to be said about it.

    Raises :class:`SheetFault` for a file that is no template or has no map ``main_map``.
    """
    layout = _loaded(project, path)
    main = layout.itemById("main_map")
    if not isinstance(main, QgsLayoutItemMap):
        raise SheetFault("template_without_map", path=str(path))
    layout.setName(built.name())
    missing = []
    for item in _named(built):
        target = layout.itemById(item.id())
        if target is None:
            if not item.id().startswith(RULE) and item.id() not in OPTIONAL:
                missing.append(item.id())
        elif type(target) is not type(item):
            missing.append(item.id())
        else:
            _fill(target, item)
    there = {item.id() for item in _named(built)}
    for item in _named(layout):
        if DATA.fullmatch(item.id()) and item.id() not in there:
            item.setVisibility(False)
    _bar(layout, main)
    layout.refresh()
    notes = []
    if missing:
        said = tr("模板“{file}”中没有编号为 {items} 的条目，这些内容没有放上图。")
        notes.append(said.format(file=path.name, items=listed(missing)))
    return layout, tuple(notes)


def _loaded(project: QgsProject, path: Path) -> QgsPrintLayout:
    document = QDomDocument()
    try:
        read = document.setContent(path.read_bytes())
    except OSError as error:
        raise SheetFault("template_unreadable", path=str(path)) from error
    if not (read[0] if isinstance(read, tuple) else read):
        raise SheetFault("template_unreadable", path=str(path))
    layout = QgsPrintLayout(project)
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not loaded or layout.pageCollection().pageCount() == 0:
        raise SheetFault("template_unreadable", path=str(path))
    return layout


def _named(layout: QgsPrintLayout) -> list[QgsLayoutItem]:
    return [item for item in layout.items() if isinstance(item, QgsLayoutItem) and item.id()]


def _fill(target: QgsLayoutItem, source: QgsLayoutItem) -> None:
    """What is data of an item; its place, size, type and colours stay the template's."""
    if isinstance(source, QgsLayoutItemMap):
        _map(target, source)
    elif isinstance(source, QgsLayoutItemLabel):
        target.setText(source.text())
    elif isinstance(source, QgsLayoutItemLegend):
        _legend(target, source)
    elif isinstance(source, QgsLayoutFrame):
        _table(target, source)


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


def _legend(target: QgsLayoutItemLegend, source: QgsLayoutItemLegend) -> None:
    target.setAutoUpdateModel(False)
    root = target.model().rootGroup()
    root.clear()
    for child in source.model().rootGroup().children():
        root.addChildNode(child.clone())
    if isinstance(root, QgsLayerTree):
        for node in root.findLayers():
            target.model().refreshLayerLegend(node)
    target.adjustBoxSize()


def _table(target: QgsLayoutFrame, source: QgsLayoutFrame) -> None:
    """The cells; columns share the width of the frame as they do on the built sheet."""
    made, given = target.multiFrame(), source.multiFrame()
    if not isinstance(made, QgsLayoutItemManualTable) or not isinstance(given, QgsLayoutItemManualTable):
        return
    made.setTableContents(given.tableContents())
    share = target.rect().width() / source.rect().width() if source.rect().width() else 1.0
    made.setColumnWidths([width * share for width in given.columnWidths()])
    made.setRowHeights(given.rowHeights())
    made.refresh()


def _bar(layout: QgsPrintLayout, main: QgsLayoutItemMap) -> None:
    """Scale bars of the map, with round parts for its scale."""
    parts = bar_for(main.scale(), layout.pageCollection().page(0).rect().width())
    for item in layout.items():
        if isinstance(item, QgsLayoutItemScaleBar) and item.linkedMap() in (None, main):
            item.setLinkedMap(main)
            kilometres = item.units() == QgsUnitTypes.DistanceUnit.DistanceKilometers
            item.setUnitsPerSegment(parts.part_metres / (1000 if kilometres else 1))
            item.setNumberOfSegments(parts.parts)
            item.update()
