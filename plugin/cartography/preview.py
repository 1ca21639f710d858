"""A small picture of a sheet, for lists in which a planner picks sheets."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsLayoutExporter
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

from .county_layers import BASE
from .county_sheets.county import County
from .county_sheets.drafts import draft
from .county_sheets.kinds import SheetKind, layers_of_sheet
from .draft import build_loose

MM_PER_INCH = 25.4


def preview(county: County, sheet: str, width: int) -> QImage:
    """The sheet ``width`` pixels wide. Belongs in the main thread. Raises SheetFault and BadStandard."""
    *_, image = preview_steps(county, sheet, width)
    return image


def preview_steps(county: County, sheet: str, width: int) -> Iterator[QImage | None]:
    """The same in pieces, between which a window can breathe: None until the picture is there."""
    made = draft(county, sheet)
    yield None
    loose = build_loose(county.project, made)
    yield None
    paper = loose.layout.pageCollection().page(0).pageSize()
    size = QSize(width, round(width * paper.height() / paper.width()))
    yield QgsLayoutExporter(loose.layout).renderPageToImage(0, size, width / (paper.width() / MM_PER_INCH))


def drawn_from(county: County, kind: SheetKind) -> tuple:
    """What the picture of a sheet depends on: two that are equal look alike, as long as nobody edits features."""
    asked = [name for alternatives in kind.required for name in alternatives]
    asked += [*kind.optional, *BASE, "boundary", *(one.role for one in layers_of_sheet(kind.id, county.project))]
    found = []
    for name in dict.fromkeys(asked):
        layer, given = county.layer(name), county.roles.get(name)
        if layer is not None:
            found.append((name, layer.id(), tuple(sorted(given.fields.items())) if given else ()))
    return tuple(found)
