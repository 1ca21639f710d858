"""What step 3 found: the balance by town, overlaps, gaps and conflicts."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor

from ...plugin.language import tr
from ..steps.step_answer import StepAnswer
from ..steps.table_tab import TableTab
from ..widgets.algorithm_run import Outcome
from ..widgets.parts_bar import Part
from ..widgets.result_table import Column, rows_of
from ..widgets.written_numbers import percent, tenths, text

#: Spaces of the balance in their order, with the colours of the sheet.
COLOURS = {
    "agriculture": "#ead98b",
    "ecology": "#82c5ae",
    "urban": "#e48b8b",
    "overlap": "#8e44ad",
    "unassigned": "#9aa0a6",
}
PLACE = "#"


class SpacesAnswer(StepAnswer):
    """Balance, overlaps, gaps, conflicts."""

    def add_tabs(self):
        self.balance = self.add_tab(tr("面积平衡"), tr("各乡镇五项合计等于乡镇面积，最后一行为全县。"), self._say_row)
        self.overlaps = self.add_tab(tr("重叠"), tr("点击一行，地图移到重叠处。"), self._show_overlap)
        self.gaps = self.add_tab(tr("空白"), tr("点击一行，地图移到未划入处。"), self._show_gap)
        self.conflicts = self.add_tab(tr("冲突"), tr("点击一行，地图移到冲突处，这里给出说明。"), self._show_conflict)

    def fill(self, outcome: Outcome) -> None:
        layers = outcome.layers
        self.page.secondLabel.setText(self.headline)
        rows = rows_of(layers["BALANCE"])
        by_zone: dict[str, dict] = {}
        for row in rows:
            by_zone.setdefault(row["zone"], {"zone": row["zone"]})[row["space"]] = row["area_hm2"]
        zones = list(by_zone.values())
        for zone in zones:
            zone["total"] = sum(zone.get(space) or 0.0 for space in COLOURS)
        self.balance.show_rows(balance_columns(), zones, "", empty=tr("没有可以平衡的面积。"), sort=False)
        county = zones[-1] if zones else {}
        names = {row["space"]: row["space_zh"] for row in rows}
        self.parts.show_parts(
            [
                Part(
                    tr("{space} {share} %").format(space=names[space], share=percent(county[space] / county["total"])),
                    county[space] / county["total"],
                    QColor(colour),
                )
                for space, colour in COLOURS.items()
                if county.get(space) and county.get("total")
            ]
        )
        overlaps, gaps = rows_of(layers["OVERLAPS"]), rows_of(layers["UNASSIGNED"])
        conflicts = rows_of(layers["CONFLICTS"]) if "CONFLICTS" in layers else []
        largest = tr("按面积由大到小")
        self.overlaps.show_rows(overlap_columns(largest), overlaps, layers["OVERLAPS"].id(), empty=tr("没有重叠。"))
        self.gaps.show_rows(gap_columns(largest), gaps, layers["UNASSIGNED"].id(), empty=tr("没有空白。"))
        self.conflicts.show_rows(
            conflict_columns(largest),
            conflicts,
            layers["CONFLICTS"].id() if "CONFLICTS" in layers else "",
            "message",
            tr("没有冲突，或没有给出控制线。"),
        )
        self.headline = tr("重叠 {overlaps} 处，空白 {gaps} 处，三区三线冲突 {conflicts} 处").format(
            overlaps=len(overlaps), gaps=len(gaps), conflicts=len(conflicts)
        )

    def _say_row(self, tab: TableTab, row: dict) -> None:
        tab.say(tab.hint)

    def _show_overlap(self, tab: TableTab, row: dict) -> None:
        said = tr("{zone}：{a}与{b}重叠 {area} 公顷。").format(
            zone=text(row["zone"]), a=row["a_zh"], b=row["b_zh"], area=tenths(row["area_hm2"])
        )
        self.show_row_on_map(tab, row, said)

    def _show_gap(self, tab: TableTab, row: dict) -> None:
        said = tr("{zone}：{area} 公顷没有划入任何空间。").format(zone=text(row["zone"]), area=tenths(row["area_hm2"]))
        self.show_row_on_map(tab, row, said)

    def _show_conflict(self, tab: TableTab, row: dict) -> None:
        self.show_row_on_map(tab, row, text(row["message"]))


def balance_columns() -> list[Column]:
    """The columns of the balance."""
    return [
        Column("zone", tr("乡镇")),
        Column("agriculture", tr("农业 公顷"), tenths),
        Column("ecology", tr("生态 公顷"), tenths),
        Column("urban", tr("城镇 公顷"), tenths),
        Column("overlap", tr("重叠 公顷"), tenths),
        Column("unassigned", tr("未划入 公顷"), tenths),
        Column("total", tr("合计 公顷"), tenths),
    ]


def overlap_columns(tip: str) -> list[Column]:
    return [
        Column("area_hm2", tr("面积 公顷"), tenths, tip),
        Column("a_zh", tr("空间甲")),
        Column("b_zh", tr("空间乙")),
        Column("zone", tr("乡镇")),
    ]


def gap_columns(tip: str) -> list[Column]:
    return [Column("area_hm2", tr("面积 公顷"), tenths, tip), Column("zone", tr("乡镇"))]


def conflict_columns(tip: str) -> list[Column]:
    return [
        Column("area_hm2", tr("面积 公顷"), tenths, tip),
        Column("line_zh", tr("控制线")),
        Column("space_zh", tr("所在空间")),
        Column("zone", tr("乡镇")),
        Column("message", tr("说明")),
    ]
