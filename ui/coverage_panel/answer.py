"""The lower half of the coverage panel: the answer, the ranked tables that lead to the map, the chart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QFileDialog, QHeaderView, QTableView

from ...plugin.language import tr
from ..widgets.algorithm_run import Outcome
from ..widgets.share_delegate import ShareDelegate
from ..widgets.show_feature import show_feature
from ..widgets.written_numbers import text, whole
from .chart import ShareChart
from .results import (
    ResultTable,
    SortedTable,
    gap_columns,
    ranked_towns,
    rows_of,
    save_table,
    town_columns,
)


@dataclass(frozen=True)
class Question:
    """What was asked, for the names of layers, files and sheets. ``service_type`` is empty for all types."""

    service_type: str
    types: tuple[str, ...]
    minutes: float
    breaks: tuple[float, ...]
    by_standard: bool = False

    @property
    def name(self) -> str:
        """医疗 30 分钟"""
        kind = self.service_type or tr("全部设施")
        if self.by_standard:
            return tr("{type} 分级时限").format(type=kind)
        return tr("{type} {minutes} 分钟").format(type=kind, minutes=f"{self.minutes:g}")


class CoverageAnswer(QObject):
    """Shows what a run found in the widgets of ``form``."""

    def __init__(self, form, iface, project: QgsProject):
        super().__init__(form)
        self.form = form
        self.iface = iface
        self.project = project
        self.question: Question | None = None
        self.towns: ResultTable | None = None
        self.gaps: ResultTable | None = None
        self.chart = ShareChart(form.chartScroll)
        form.chartScroll.setWidget(self.chart)
        form.chartScroll.viewport().setAutoFillBackground(False)
        self.chart.setAutoFillBackground(False)
        self.bar = ShareDelegate(self)
        for view in (form.townsTable, form.gapsTable):
            view.clicked.connect(lambda index, view=view: self.show_row(view, index))
            view.activated.connect(lambda index, view=view: self.show_row(view, index))
        form.exportButton.clicked.connect(self.ask_file)
        self.clear()

    def clear(self) -> None:
        """Nothing has been computed."""
        self.question = self.towns = self.gaps = None
        for view in (self.form.townsTable, self.form.gapsTable):
            self._set_model(view, None)
        self.form.resultsBox.hide()

    def show(self, outcome: Outcome, question: Question) -> None:
        """Show the results of a run whose layers are in the project."""
        form, values = self.form, outcome.values
        zones, gaps = outcome.layers["ZONES_OUT"], outcome.layers["GAPS"]
        town_rows = ranked_towns(zones)
        several = len({row["type"] for row in town_rows}) > 1
        self.question = question
        self.towns = ResultTable(town_columns(several), town_rows, zones.id(), self)
        self.gaps = ResultTable(gap_columns(several), rows_of(gaps), gaps.id(), self)
        form.headlineLabel.setText(values["HEADLINE"])
        form.secondLabel.setText(self._second_line(values, several))
        self._fill_table(form.townsTable, self.towns)
        self._fill_table(form.gapsTable, self.gaps)
        form.tabs.setTabText(1, tr("未覆盖清单（{count}）").format(count=whole(len(self.gaps.rows))))
        bars = [(self._bar_label(row, several), row["covered_share"]) for row in town_rows]
        self.chart.show_shares(bars, values["COVERED_SHARE"])
        form.detailLabel.setText(tr("点击一行，地图移到该乡镇，这里给出诊断。"))
        form.gapLabel.setText(
            tr("点击一行，地图移到该处。") if self.gaps.rows else tr("没有未覆盖的需求：人人都在时限以内。")
        )
        form.resultsBox.show()

    def show_row(self, view: QTableView, index) -> None:
        """Move the map to what a row is about."""
        table = self.towns if view is self.form.townsTable else self.gaps
        row = table.rows[view.model().mapToSource(index).row()]
        label = self.form.detailLabel if table is self.towns else self.form.gapLabel
        label.setText(self._detail(row))
        layer = self.project.mapLayer(table.layer_id)
        if not isinstance(layer, QgsVectorLayer):
            label.setText(tr("结果图层已不在工程中，无法在地图上显示；请重新计算。"))
        else:
            show_feature(self.iface.mapCanvas(), layer, row["fid_"])

    def shown_table(self) -> ResultTable | None:
        """The table of the open tab; the chart shows the towns."""
        return self.gaps if self.form.tabs.currentWidget() is self.form.gapsTab else self.towns

    def ask_file(self) -> None:
        """Ask where the open table is to be saved."""
        kind = tr("未覆盖清单") if self.shown_table() is self.gaps else tr("乡镇覆盖率")
        folder = self.project.absolutePath() or str(Path.home())
        suggested = str(Path(folder) / f"{kind} {self.question.name}.csv")
        path, _ = QFileDialog.getSaveFileName(self.form, tr("导出表格"), suggested, "CSV (*.csv)")
        if path:
            self.export(Path(path if path.lower().endswith(".csv") else f"{path}.csv"))

    def export(self, path: Path) -> None:
        """Save the open table and say where it is."""
        try:
            save_table(self.shown_table(), path)
        except OSError as error:
            reason = error.strerror or str(error)
            said = tr("表格没有写出：{path}（{reason}）。请关闭该文件或另选位置。").format(path=path, reason=reason)
            self.iface.messageBar().pushWarning(tr("融合规划"), said)
        else:
            self.iface.messageBar().pushSuccess(tr("融合规划"), tr("表格已导出：{path}").format(path=path))

    def _second_line(self, values: dict, several: bool) -> str:
        people, unreached = values["POPULATION"], values["UNREACHED"]
        if several:
            return tr("共 {people} 人，{gaps} 项缺口，{unreached} 处有设施到不了。").format(
                people=whole(people), gaps=whole(len(self.gaps.rows)), unreached=whole(unreached)
            )
        return tr("共 {people} 人，未覆盖 {uncovered} 人，{unreached} 处到不了。").format(
            people=whole(people),
            uncovered=whole(people * (1 - values["COVERED_SHARE"])),
            unreached=whole(unreached),
        )

    def _bar_label(self, row: dict, several: bool) -> str:
        zone = text(row["zone"])
        return tr("{zone}·{type}").format(zone=zone, type=row["type"]) if several else zone

    def _detail(self, row: dict) -> str:
        if "diagnosis" in row:
            worst = row["worst_villages"]
            said = row["diagnosis"] or ""
            return tr("{diagnosis}时间最长：{worst}。").format(diagnosis=said, worst=worst) if worst else said
        return tr("{name}（{zone}），{people} 人：{cause}").format(
            name=text(row["name"]), zone=text(row["zone"]), people=whole(row["people"]), cause=text(row["cause"])
        )

    def _fill_table(self, view: QTableView, table: ResultTable) -> None:
        sorted_table = SortedTable(table, view)
        sorted_table.setSortRole(Qt.ItemDataRole.UserRole)
        self._set_model(view, sorted_table)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        for number, column in enumerate(table.columns):
            view.setItemDelegateForColumn(number, self.bar if column.field == "covered_share" else None)
        view.resizeColumnsToContents()

    def _set_model(self, view: QTableView, model) -> None:
        old = view.model()
        view.setModel(model)
        if old is not None:
            old.deleteLater()
