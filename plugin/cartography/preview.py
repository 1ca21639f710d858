"""A small picture of a sheet, for lists in which a planner picks sheets."""

from __future__ import annotations

from qgis.core import QgsLayoutExporter
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

from .county_sheets.county import County
from .county_sheets.drafts import draft
from .draft import build_loose

MM_PER_INCH = 25.4


def preview(county: County, sheet: str, width: int) -> QImage:
    """The sheet ``width`` pixels wide. Belongs in the main thread. Raises SheetFault and BadStandard."""
    made = build_loose(county.project, draft(county, sheet))
    paper = made.layout.pageCollection().page(0).pageSize()
    size = QSize(width, round(width * paper.height() / paper.width()))
    dpi = width / (paper.width() / MM_PER_INCH)
    return QgsLayoutExporter(made.layout).renderPageToImage(0, size, dpi)
