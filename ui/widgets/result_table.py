"""Rows of a result layer as a panel shows them in a table and saves them for Excel."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from qgis.PyQt.QtWidgets import QHeaderView, QTableView

from .share_delegate import SHARE_ROLE, ShareDelegate
from .written_numbers import NONE, is_none, text

SORT_ROLE = Qt.ItemDataRole.UserRole
FEATURE_ID = "fid_"
WIDEST = 220  #: pixels of a column at first; longer texts are in its tooltip


@dataclass(frozen=True)
class Column:
    """A field of the result under a heading with its unit; ``write`` makes the value readable, ``full`` is the value
    whose bar fills the cell (0 for no bar).
    """

    field: str
    heading: str
    write: Callable[[object], str] = text
    tip: str = ""
    full: float = 0.0


class ResultTable(QAbstractTableModel):
    """Rows read once from a result layer; the layer may go, the table stays. ``told`` names the field that explains
    a row in its tooltip.
    """

    def __init__(self, columns: list[Column], rows: list[dict], layer_id: str, parent=None, told: str = ""):
        super().__init__(parent)
        self.columns = columns
        self.rows = rows
        self.layer_id = layer_id
        self.told = told

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        column = self.columns[index.column()]
        value = self.rows[index.row()].get(column.field)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.write(value)
        if role == SORT_ROLE:
            return None if is_none(value) else value
        if role == SHARE_ROLE:
            return None if is_none(value) or not column.full else value / column.full
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if isinstance(value, str) else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.rows[index.row()].get(self.told) or column.write(value)
        return None

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].tip or self.columns[section].heading
        return None


class SortedTable(QSortFilterProxyModel):
    """Sorts by value, not by what is written; rows without a value come last when the least comes first."""

    def __init__(self, table: ResultTable, parent=None):
        super().__init__(parent)
        self.setSourceModel(table)
        self.setSortRole(SORT_ROLE)

    def lessThan(self, left, right):
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if one is None or other is None:
            return other is None and one is not None
        return one < other


def fill_view(view: QTableView, table: ResultTable) -> None:
    """Show a table, sorted by its first column."""
    set_model(view, SortedTable(table, view))
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(False)
    bars = ShareDelegate(view)
    for number, column in enumerate(table.columns):
        view.setItemDelegateForColumn(number, bars if column.full else None)
    view.resizeColumnsToContents()
    for number in range(len(table.columns)):
        view.setColumnWidth(number, min(view.columnWidth(number), WIDEST))


def set_model(view: QTableView, model) -> None:
    """Give a view another model, or none; the old one goes."""
    old = view.model()
    view.setModel(model)
    if old is not None:
        old.deleteLater()


def row_at(view: QTableView, index) -> dict:
    """The row of the table that a place in the sorted view stands for."""
    table = view.model().sourceModel()
    return table.rows[view.model().mapToSource(index).row()]


def rows_of(layer: QgsVectorLayer) -> list[dict]:
    """The rows of a result layer as dictionaries, with their feature id as ``fid_``; absent values are None."""
    names = layer.fields().names()
    rows = []
    for feature in layer.getFeatures():
        values = (None if is_none(value) else value for value in feature.attributes())
        rows.append({**dict(zip(names, values)), FEATURE_ID: feature.id()})
    return rows


def save_table(table: ResultTable, path: Path) -> None:
    """Write the table as CSV that Excel opens in Chinese: whole or not at all. Raises OSError."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.heading for column in table.columns])
            for row in table.rows:
                writer.writerow([_plain(column, row.get(column.field)) for column in table.columns])
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _plain(column: Column, value) -> str:
    written = column.write(value)
    if written == NONE:
        return ""
    return written if isinstance(value, str) else written.replace(",", "")
