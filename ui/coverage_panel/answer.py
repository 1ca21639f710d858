"""The lower half of the coverage panel: the answer, the ranked tables that lead to the map, the chart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QTableView

from ...plugin.language import tr
from ..widgets.algorithm_run import Outcome
from ..widgets.bar_chart import BarChart
from ..widgets.result_table import ResultTable, fill_view, row_at, rows_of, set_model
from ..widgets.said import QUIET
from ..widgets.show_feature import show_feature
from ..widgets.table_export import ask_table_file, export_table
from ..widgets.written_numbers import text, whole
from .results import gap_columns, ranked_towns, town_columns
from .share_bars import show_shares

HEADLINE_GROWTH = 5  #: points


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
        self.asked: Question | None = None
        self.question: Question | None = None
        self.towns: ResultTable | None = None
        self.gaps: ResultTable | None = None
        self.chart = BarChart(form.chartScroll)
        form.chartScroll.setWidget(self.chart)
        form.chartScroll.viewport().setAutoFillBackground(False)
        self.chart.setAutoFillBackground(False)
        self._dress()
        for view in (form.townsTable, form.gapsTable):
            view.clicked.connect(lambda index, view=view: self.show_row(view, index))
            view.activated.connect(lambda index, view=view: self.show_row(view, index))
        form.exportButton.clicked.connect(self.ask_file)
        self.clear()

    def clear(self) -> None:
        """Nothing has been computed."""
        self.question = self.towns = self.gaps = None
        for view in (self.form.townsTable, self.form.gapsTable):
            set_model(view, None)
        self.form.resultsBox.hide()

    def show(self, outcome: Outcome) -> None:
        """Show the results of the run that was ``asked`` for; its layers are in the project."""
        form, values = self.form, outcome.values
        zones, gaps = outcome.layers["ZONES_OUT"], outcome.layers["GAPS"]
        town_rows = ranked_towns(zones)
        several = len({row["type"] for row in town_rows}) > 1
        self.question = self.asked
        self.towns = ResultTable(town_columns(several), town_rows, zones.id(), self, told="diagnosis")
        self.gaps = ResultTable(gap_columns(several), rows_of(gaps), gaps.id(), self)
        form.headlineLabel.setText(values["HEADLINE"])
        form.secondLabel.setText(self._second_line(values, several))
        fill_view(form.townsTable, self.towns)
        fill_view(form.gapsTable, self.gaps)
        form.tabs.setTabText(1, tr("未覆盖清单（{count}）").format(count=whole(len(self.gaps.rows))))
        bars = [(self._bar_label(row, several), row["covered_share"]) for row in town_rows]
        show_shares(self.chart, bars, values["COVERED_SHARE"])
        form.detailLabel.setText(tr("点击一行，地图移到该乡镇，这里给出诊断。"))
        form.gapLabel.setText(
            tr("点击一行，地图移到该处。") if self.gaps.rows else tr("没有未覆盖的需求：人人都在时限以内。")
        )
        form.resultsBox.show()

    def show_row(self, view: QTableView, index) -> None:
        """Move the map to what a row is about."""
        table = self.towns if view is self.form.townsTable else self.gaps
        row = row_at(view, index)
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
        path = ask_table_file(self.form, self.project, f"{kind} {self.question.name}")
        if path:
            self.export(path)

    def export(self, path: Path) -> None:
        """Save the open table and say where it is."""
        export_table(self.iface, self.shown_table(), path)

    def _dress(self) -> None:
        big = self.form.headlineLabel.font()
        big.setPointSizeF(big.pointSizeF() + HEADLINE_GROWTH)
        big.setBold(True)
        self.form.headlineLabel.setFont(big)
        for label in (self.form.detailLabel, self.form.gapLabel):
            label.setStyleSheet(QUIET)

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
