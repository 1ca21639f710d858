"""A planner's own layout of a sheet: a QPT file beside the project, filled with what the built sheet holds.

The template gives place and look, the built sheet everything that is data: a template saved elsewhere knows other
layers, and QGIS leaves its map, legend and tables empty. Items are found by their ids, those of the built sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsLayoutItem, QgsLayoutItemMap, QgsPrintLayout, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ..bridge.sentences import listed
from ..county.standards import project_file
from ..language import tr
from .faults import SheetFault
from .template_filling import PIECE, fill, replace_charts, set_bars

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
    missing, taller = [], []
    for item in _named(built):
        target = layout.itemById(item.id())
        if PIECE.match(item.id()):
            continue
        if target is None and (item.id().startswith(RULE) or item.id() in OPTIONAL):
            continue
        if target is None or type(target) is not type(item):
            missing.append(item.id())
        elif fill(target, item):
            taller.append(item.id())
    lacking, higher = replace_charts(layout, built)
    missing, taller = missing + lacking, taller + higher
    there = {item.id() for item in _named(built)}
    for item in _named(layout):
        if DATA.fullmatch(item.id()) and item.id() not in there:
            item.setVisibility(False)
    set_bars(layout, main)
    layout.refresh()
    return layout, tuple(_notes(path, missing, taller))


def _notes(path: Path, missing: list[str], taller: list[str]) -> Iterator[str]:
    if missing:
        said = tr("模板“{file}”中没有编号为 {items} 的条目，这些内容没有放上图。")
        yield said.format(file=path.name, items=listed(missing))
    if taller:
        said = tr("模板“{file}”中的 {items} 放不下全部内容，已向下加高，请检查是否压住其他内容。")
        yield said.format(file=path.name, items=listed(taller))


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
