"""The result tables as the panel shows and saves them: towns, worst first, and gaps, ranked."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt

from ...plugin.language import tr
from ..widgets.share_delegate import SHARE_ROLE
from ..widgets.written_numbers import NONE, is_none, percent, tenths, text, whole

SORT_ROLE = SHARE_ROLE
PLACE = "#"


@dataclass(frozen=True)
class Column:
    """A field of the result under a heading with its unit; ``write`` makes the value readable."""

    field: str
    heading: str
    write: Callable[[object], str] = text
    tip: str = ""


def town_columns(several_types: bool) -> list[Column]:
    """The columns of the ranking of towns."""
    columns = [
        Column(PLACE, tr("名次"), whole, tr("覆盖率最低的排在最前")),
        Column("zone", tr("乡镇")),
        Column("type", tr("类型")),
        Column("covered_share", tr("覆盖率 %"), percent, tr("时限内能到达服务的人口占全部人口的百分比")),
        Column("population", tr("人口"), whole, tr("人")),
        Column("mean_minutes", tr("平均 分"), tenths, tr("能到达者的平均时间（分钟）")),
        Column("median_minutes", tr("中位 分"), tenths, tr("中位时间（分钟）")),
        Column("p90_minutes", tr("90% 分"), tenths, tr("90% 的人口在这一时间以内（分钟）")),
        Column("facilities", tr("设施"), whole, tr("乡镇内的设施数（处）")),
    ]
    return [one for one in columns if several_types or one.field != "type"]


def gap_columns(several_types: bool) -> list[Column]:
    """The columns of the list of those not covered."""
    columns = [
        Column("rank", tr("序号"), whole, tr("按“人口 × 超出分钟”由大到小")),
        Column("name", tr("名称")),
        Column("zone", tr("乡镇")),
        Column("type", tr("类型")),
        Column("people", tr("人口"), whole, tr("人")),
        Column("minutes", tr("时间 分"), tenths, tr("到最近设施的时间（分钟），“—”为到不了")),
        Column("over_minutes", tr("超出 分"), tenths, tr("超出时限的分钟数")),
        Column("cause", tr("原因")),
    ]
    return [one for one in columns if several_types or one.field != "type"]


class ResultTable(QAbstractTableModel):
    """Rows read once from a result layer; the layer may go, the table stays."""

    def __init__(self, columns: list[Column], rows: list[dict], layer_id: str, parent=None):
        super().__init__(parent)
        self.columns = columns
        self.rows = rows
        self.layer_id = layer_id

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
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column.write is text else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.rows[index.row()].get("diagnosis") or column.write(value)
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

    def lessThan(self, left, right):
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if one is None or other is None:
            return other is None and one is not None
        return one < other


def rows_of(layer: QgsVectorLayer) -> list[dict]:
    """The rows of a result layer as dictionaries, with their feature id as ``fid_``; absent values are None."""
    names = layer.fields().names()
    rows = []
    for feature in layer.getFeatures():
        values = (None if is_none(value) else value for value in feature.attributes())
        rows.append({**dict(zip(names, values)), "fid_": feature.id()})
    return rows


def ranked_towns(layer: QgsVectorLayer) -> list[dict]:
    """The zones with their place, the least covered first; those without population last."""

    def badness(row):
        share = row["covered_share"]
        return (share is None, share or 0.0, -(row["population"] or 0.0))

    rows = sorted(rows_of(layer), key=badness)
    return [{**row, PLACE: place} for place, row in enumerate(rows, start=1)]


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
    return written if column.write is text else written.replace(",", "")
