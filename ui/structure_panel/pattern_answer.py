"""What step 1 found: the clauses, the elements of each with their origin, and the check."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ...plugin.bridge.sentences import listed
from ...plugin.language import tr
from ..steps.step_answer import StepAnswer
from ..steps.table_tab import TableTab
from ..widgets.algorithm_run import Outcome
from ..widgets.parts_bar import Part
from ..widgets.result_table import FEATURE_ID, Column, rows_of
from ..widgets.written_numbers import is_none, text, whole
from .settling import Settling

STRUCTURE = ("STRUCTURE_POINTS", "STRUCTURE_LINES", "STRUCTURE_POLYGONS")
MOST = 12  #: elements of a clause that are named
LAYER = "layer_id"  #: in a row of the elements, which lie in three layers
VERDICTS = {"error": 0, "warning": 1, "ok": 2}
COLOURS = {"error": QColor("#c62828"), "warning": QColor("#e0a030"), "ok": QColor("#5d9c6b")}


class PatternAnswer(StepAnswer):
    """Clauses, elements, check."""

    def add_tabs(self):
        self.crs = QgsCoordinateReferenceSystem()
        self.kept_order = self.kept_name = None
        self.settling = Settling(self.page, self)
        layout = self.page.resultsBox.layout()
        layout.insertWidget(layout.indexOf(self.page.tabs) + 1, self.settling)
        self.clauses = self.add_tab(
            tr("口号"), tr("点击一条，看它的空间对象；可以采纳建议、指定选中的要素，或在图上画。"), self._show_clause
        )
        self.elements = self.add_tab(
            tr("对象"),
            tr("点击一行，地图移到该对象，这里给出依据；建议的可以采纳，已定的可以退回。"),
            self._show_element,
        )
        self.check = self.add_tab(tr("核对"), tr("点击一行，这里给出说明。"), self._show_check)
        self.page.tabs.currentChanged.connect(lambda _: self.settling.follow())

    def clear(self) -> None:
        super().clear()
        self.settling.forget()

    def fill(self, outcome: Outcome) -> None:
        layers = outcome.layers
        self.page.secondLabel.setText(self.headline)
        parsed = rows_of(layers["PARSED"])
        self.clauses.show_rows(clause_columns(), parsed, "", "meaning", tr("口号中没有可以落图的要素。"))
        rows = []
        for name in STRUCTURE:
            if name in layers:
                self.crs = layers[name].crs()
                rows += [{**row, LAYER: layers[name].id()} for row in rows_of(layers[name])]
        rows.sort(key=lambda row: row["clause"])
        self.elements.show_rows(element_columns(), rows, "", "basis", tr("没有对象；请加载图层，或在地图上画。"), False)
        findings = sorted(rows_of(layers["CHECK"]), key=lambda row: VERDICTS.get(row["verdict"], 0))
        self.check.show_rows(check_columns(), findings, "", "message", tr("没有可以核对的内容。"))
        wrong = sum(row["verdict"] != "ok" for row in findings)
        self.name_tab(self.check, tr("核对 {count}").format(count=wrong) if wrong else tr("核对 ✓"))
        self.parts.show_parts(_parts(findings))
        proposed = sum(bool(row["proposed"]) for row in rows)
        self.headline = tr("口号 {clauses} 条：{settled} 个对象已定，{proposed} 个为建议").format(
            clauses=len(parsed), settled=len(rows) - proposed, proposed=proposed
        )
        self.clauses.select("order", self.kept_order)
        self.elements.select("name", self.kept_name)
        self.settling.look_at(rows)

    def say_stale(self) -> None:
        """Settled elements have gone."""
        self.page.complain(tr("已定的格局要素图层被移除；请重新生成总体格局。"))

    def chosen_clause(self) -> dict | None:
        """The clause that is chosen in the open table, or to which what is chosen there belongs; else None."""
        row = self.shown_tab().chosen_row if self.tabs else None
        if row is None or self.clauses.table is None:
            return None
        order = row.get("clause", row.get("order"))
        return next((one for one in self.clauses.table.rows if one["order"] == order), None)

    def chosen_elements(self) -> list[dict]:
        """The element that is chosen in the open table, or all those of the clause that is chosen there."""
        if self.tabs and self.shown_tab() is self.elements and self.elements.chosen_row:
            return [self.elements.chosen_row]
        clause = self.chosen_clause()
        rows = self.elements.table.rows if clause and self.elements.table else []
        return [row for row in rows if row["clause"] == clause["order"]]

    def say(self, text: str) -> None:
        """Say something below the open table."""
        self.shown_tab().say(text)

    def layer_of(self, row: dict) -> QgsVectorLayer | None:
        """The result layer in which an element lies."""
        layer = self.project.mapLayer(row[LAYER])
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _show_clause(self, tab: TableTab, row: dict) -> None:
        own = [one for one in self.elements.table.rows if one["clause"] == row["order"]]
        names = [text(one["name"]) for one in own]
        said = tr("“{clause}”：{meaning}。对象：{names}。").format(
            clause=row["text"], meaning=text(row["meaning"]), names=listed(names, MOST) or tr("还没有")
        )
        for layer_id in dict.fromkeys(one[LAYER] for one in own):
            fids = [one[FEATURE_ID] for one in own if one[LAYER] == layer_id]
            self.show_rows_on_map(tab, layer_id, fids, said)
        tab.say(said)
        self.kept_order = row["order"]
        self.settling.follow()

    def _show_element(self, tab: TableTab, row: dict) -> None:
        said = tr("{name}（{clause}）：{basis}").format(
            name=text(row["name"]), clause=row["clause_text"], basis=text(row["basis"])
        )
        self.show_rows_on_map(tab, row[LAYER], [row[FEATURE_ID]], said)
        self.kept_name = row["name"]
        self.settling.follow()

    def _show_check(self, tab: TableTab, row: dict) -> None:
        tab.say(text(row["message"]))
        self.settling.follow()


def clause_columns() -> list[Column]:
    """The columns of the clauses."""
    return [
        Column("order", tr("序号"), whole),
        Column("text", tr("要素")),
        Column("count", tr("应有"), _count, tr("“多”为两个以上")),
        Column("found", tr("已定"), whole, tr("已经指定或画出的对象数")),
        Column("proposed", tr("建议"), whole, tr("插件建议、还没有采纳的对象数")),
        Column("geometry_zh", tr("画作")),
        Column("meaning", tr("含义")),
    ]


def element_columns() -> list[Column]:
    """The columns of the elements."""
    return [
        Column("clause_text", tr("要素")),
        Column("name", tr("名称")),
        Column("proposed", tr("来源"), _origin, tr("建议的对象在采纳以前不算已定")),
        Column("basis", tr("依据")),
    ]


def check_columns() -> list[Column]:
    """The columns of the check."""
    return [
        Column("verdict_zh", tr("结论")),
        Column("clause_text", tr("要素")),
        Column("message", tr("说明")),
    ]


def _count(value) -> str:
    return tr("多") if is_none(value) else whole(value)


def _origin(value) -> str:
    return tr("建议") if value else tr("已定")


def _parts(findings: list[dict]) -> list[Part]:
    """How many findings are right, to be looked at, wrong."""
    words = {"error": tr("不符 {count} 条"), "warning": tr("提醒 {count} 条"), "ok": tr("相符 {count} 条")}
    parts = []
    for verdict in reversed(VERDICTS):
        count = sum(row["verdict"] == verdict for row in findings)
        if count:
            parts.append(Part(words[verdict].format(count=count), count / len(findings), COLOURS[verdict]))
    return parts
