"""What step 3 found: the two ledgers and their totals, all of them estimates."""

from __future__ import annotations

from ...plugin.language import tr
from ..steps.step_answer import StepAnswer
from ..steps.table_tab import TableTab
from ..widgets.algorithm_run import Outcome
from ..widgets.result_table import Column, rows_of
from ..widgets.written_numbers import is_none, tenths, text, whole
from .zoning_answer import PLACE, placed_rows

TEN_THOUSAND = 10_000.0


class LedgersAnswer(StepAnswer):
    """Responsibility, benefit, totals: 测算 in every heading."""

    def add_tabs(self):
        mine_hint = tr("点击一行，地图移到该矿山，这里给出测算依据。")
        self.responsibility = self.add_tab(tr("责任账"), mine_hint, self._show_row)
        zone_hint = tr("点击一行，地图移到该保护区，这里给出测算依据。")
        self.benefit = self.add_tab(tr("受益账"), zone_hint, self._show_row)
        self.totals = self.add_tab(tr("合计"), tr("按乡镇和支付方合计。"), self._show_total)

    def fill(self, outcome: Outcome) -> None:
        layers, values = outcome.layers, outcome.values
        # The algorithm's own sentence is too long for large letters.
        self.page.secondLabel.setText(self.headline)
        self.parts.show_parts([])
        debts = sorted(rows_of(layers["RESPONSIBILITY"]), key=lambda row: -(row["restoration_cost"] or 0.0))
        most = max((row["restoration_cost"] or 0.0 for row in debts), default=0.0)
        self.responsibility.show_rows(
            debt_columns(most), placed_rows(debts), layers["RESPONSIBILITY"].id(), "basis", tr("没有可以测算的矿山。")
        )
        served = []
        if "BENEFIT" in layers:
            served = sorted(rows_of(layers["BENEFIT"]), key=lambda row: -(row["service_value"] or 0.0))
            most = max((row["service_value"] or 0.0 for row in served), default=0.0)
            self.benefit.show_rows(
                benefit_columns(most),
                placed_rows(served),
                layers["BENEFIT"].id(),
                "basis",
                tr("没有可以测算的保护区。"),
            )
        if "TOTALS" in layers:
            totals = rows_of(layers["TOTALS"])
            self.totals.show_rows(total_columns(), placed_rows(totals), "", empty=tr("没有合计。"))
        self.headline = short_headline(debts, served, values)

    def debt_of(self, mine: str) -> str:
        """What the ledger of responsibility says of a mine, '' for none or several of that name."""
        rows = self.responsibility.table.rows if self.responsibility.table else []
        rows = [row for row in rows if row["mine"] == mine]
        return debt_sentence(rows[0]) if len(rows) == 1 else ""

    def _show_row(self, tab: TableTab, row: dict) -> None:
        said = "\n".join(part for part in (row.get("land"), row.get("basis"), row.get("note")) if part)
        self.show_row_on_map(tab, row, said)

    def _show_total(self, tab: TableTab, row: dict) -> None:
        tab.say(tab.hint)


def short_headline(debts: list[dict], served: list[dict], values: dict) -> str:
    """Both sums in large letters; what has no price is never said to be 0."""
    unpriced = sum(is_none(row["restoration_cost"]) for row in debts)
    if unpriced == len(debts):
        cost = tr("修复费用未能计价")
    elif unpriced:
        cost = tr("修复 {cost} 万元（另有 {unpriced} 座未能计价）")
    else:
        cost = tr("修复 {cost} 万元")
    known = any(not is_none(row["service_value"]) for row in served)
    value = tr("受益补偿上限 {value} 万元/年") if known else tr("受益补偿未测算")
    return tr("测算：{cost}，{value}").format(
        cost=cost.format(cost=whole(values["RESTORATION_COST"] / TEN_THOUSAND), unpriced=unpriced),
        value=value.format(value=whole(values["SERVICE_VALUE"] / TEN_THOUSAND)),
    )


def debt_sentence(row: dict) -> str:
    """Who pays for a mine, and how much: a row of the ledger of responsibility in one sentence."""
    return tr("{payer}：{cost} 万元，首年计提 {annual} 万元（测算）。").format(
        payer=text(row["payer"]), cost=wan(row["restoration_cost"]), annual=wan(row["annual_accrual"])
    )


def wan(value) -> str:
    """Yuan as 万元."""
    return tenths(None if is_none(value) else value / TEN_THOUSAND)


def debt_columns(most: float) -> list[Column]:
    return [
        Column(PLACE, tr("名次"), whole, tr("按修复费用由高到低")),
        Column("mine", tr("矿山")),
        Column("restoration_cost", tr("修复费用 万元"), wan, tr("测算"), full=most),
        Column("payer", tr("谁来付")),
        Column("mine_status", tr("矿山状态")),
        Column("annual_accrual", tr("首年计提 万元"), wan, tr("测算")),
        Column("area_hm2", tr("损毁 公顷"), tenths),
        Column("town", tr("乡镇")),
        Column("basis", tr("依据")),
    ]


def benefit_columns(most: float) -> list[Column]:
    return [
        Column(PLACE, tr("名次"), whole, tr("按生态服务价值由高到低")),
        Column("zone", tr("保护区")),
        Column("service_value", tr("服务价值 万元/年"), wan, tr("测算"), full=most),
        Column("beneficiary", tr("谁来付")),
        Column("kind", tr("类型")),
        Column("area_hm2", tr("面积 公顷"), tenths),
        Column("town", tr("乡镇")),
        Column("basis", tr("依据")),
    ]


def total_columns() -> list[Column]:
    return [
        Column(PLACE, tr("序号"), whole),
        Column("ledger", tr("台账"), tip=tr("两本台账各算各的，不相加")),
        Column("town", tr("乡镇")),
        Column("payer", tr("谁来付")),
        Column("amount", tr("金额 万"), wan, tr("测算；单位见后一列")),
        Column("unit", tr("单位")),
        Column("annual", tr("每年 万元"), wan, tr("测算")),
        Column("count", tr("处"), whole, tr("矿山或保护区域数")),
    ]
