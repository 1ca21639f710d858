"""The table of a sheet as a stock manual table, with every column and row given its size."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutMultiFrame,
    QgsLayoutTable,
    QgsLayoutTableStyle,
    QgsPrintLayout,
    QgsTableCell,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .boxes import Box
from .measure import LINE_PITCH, MM_PER_POINT, text_width, wrapped
from .spec import Column, TableSpec
from .typefaces import INK, text_format

GRID = QColor(150, 154, 150)
HEAD_GROUND = QColor(226, 234, 228)
ODD_GROUND = QColor(246, 248, 245)
ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
STROKE = 0.15
ROUNDING = 0.2
HEADING_CHARACTERS = 4.2


@dataclass(frozen=True)
class TableFit:
    """A table broken into ``parts`` side by side: text size, widths of the columns (with margins), texts of the
    ``cells`` with their breaks, heights of the rows."""

    table: TableSpec
    points: float
    widths: tuple[float, ...]
    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    head_height: float
    row_heights: tuple[float, ...]
    parts: int

    @property
    def margin(self) -> float:
        """Room between a text and the line of its cell, mm."""
        return self.points * 0.1

    @property
    def rows_in_part(self) -> int:
        return -(-len(self.table.rows) // self.parts)

    @property
    def part_width(self) -> float:
        return sum(self.widths) + STROKE * (len(self.widths) + 1)

    @property
    def gap(self) -> float:
        return self.points * 0.5

    @property
    def width(self) -> float:
        return self.parts * self.part_width + (self.parts - 1) * self.gap

    @property
    def height(self) -> float:
        return max(self.height_of(part) for part in range(self.parts))

    def rows_of(self, part: int) -> slice:
        """The rows that stand in a part."""
        return slice(part * self.rows_in_part, (part + 1) * self.rows_in_part)

    def height_of(self, part: int) -> float:
        """Height of a part with its heading; a hair more, for a frame too low by rounding drops a row."""
        rows = self.row_heights[self.rows_of(part)]
        return self.head_height + sum(rows) + STROKE * (len(rows) + 2) + ROUNDING


def measured(table: TableSpec, points: float, parts: int = 1) -> TableFit:
    """The table at its natural size: each column as wide as its texts, headings and long texts broken into lines."""
    margin = points * 0.1
    cells = tuple(
        tuple(_broken(text, column, points) for text, column in zip(row, table.columns)) for row in table.rows
    )
    widest = [max((text_width(row[i], points) for row in cells), default=0.0) for i in range(len(table.columns))]
    headings = tuple(
        wrapped(column.heading, points, max(HEADING_CHARACTERS * points * MM_PER_POINT, width), bold=True)
        for column, width in zip(table.columns, widest)
    )
    widths = tuple(
        max(column.width, max(text_width(heading, points, bold=True), width) * 1.04 + 2 * margin + 0.6)
        for column, heading, width in zip(table.columns, headings, widest)
    )
    line = points * MM_PER_POINT * LINE_PITCH
    head = max(map(_lines, headings)) * line + 4 * margin
    heights = tuple(max(map(_lines, row)) * line + 2 * margin for row in cells)
    return TableFit(table, points, widths, headings, cells, head, heights, parts)


def _broken(text: str, column: Column, points: float) -> str:
    return wrapped(text, points, column.letters * points * MM_PER_POINT) if column.letters else text


def _lines(text: str) -> int:
    return text.count("\n") + 1


def widened(fit: TableFit, width: float) -> TableFit:
    """The same table spread over ``width`` mm, every column by the same amount."""
    spare = (width - fit.width) / (fit.parts * len(fit.widths))
    return replace(fit, widths=tuple(w + spare for w in fit.widths)) if spare > 0 else fit


def add_table(layout: QgsPrintLayout, item_id: str, fit: TableFit, box: Box) -> None:
    """Put the table, part beside part, into the box from its top left corner. The first part has the id, others
    the id and their number."""
    for part in range(fit.parts):
        name = item_id if part == 0 else f"{item_id}_part_{part + 1}"
        x = box.x + part * (fit.part_width + fit.gap)
        _add_part(layout, fit, fit.rows_of(part), name, Box(x, box.y, fit.part_width, fit.height_of(part)))


def _add_part(layout: QgsPrintLayout, fit: TableFit, rows: slice, name: str, box: Box) -> None:
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    table.setCellMargin(fit.margin)
    table.setGridStrokeWidth(STROKE)
    table.setGridColor(GRID)
    table.setContentTextFormat(text_format(fit.points))
    table.setHeaderTextFormat(text_format(fit.points, INK, bold=True))
    odd = QgsLayoutTableStyle()
    odd.enabled = True
    odd.cellBackgroundColor = ODD_GROUND
    table.setCellStyle(QgsLayoutTable.CellStyleGroup.EvenRows, odd)
    table.setTableContents([_head(fit), *(_row(fit, row) for row in fit.cells[rows])])
    table.setColumnWidths([width - 2 * fit.margin for width in fit.widths])
    table.setRowHeights([height - 2 * fit.margin for height in (fit.head_height, *fit.row_heights[rows])])
    frame = QgsLayoutFrame(layout, table)
    frame.setId(name)
    frame.attemptSetSceneRect(box.rect())
    table.addFrame(frame)
    table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
    table.refresh()


def _head(fit: TableFit) -> list[QgsTableCell]:
    cells = []
    for heading in fit.headings:
        cell = QgsTableCell(heading)
        cell.setTextFormat(text_format(fit.points, INK, bold=True))
        cell.setBackgroundColor(HEAD_GROUND)
        _align(cell, "center")
        cells.append(cell)
    return cells


def _row(fit: TableFit, row) -> list[QgsTableCell]:
    cells = []
    for text, column in zip(row, fit.table.columns):
        cell = QgsTableCell(text)
        _align(cell, column.align)
        cells.append(cell)
    return cells


def _align(cell: QgsTableCell, align: str) -> None:
    cell.setHorizontalAlignment(ALIGNMENTS[align])
    cell.setVerticalAlignment(Qt.AlignmentFlag.AlignVCenter)
