"""What step 2 found: the zones by priority, the mines by rank, and the card of a mine."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ...plugin.analysis.faults import Fault
from ...plugin.county.remediation_tables import remediation_factors
from ...plugin.language import tr
from ..steps.step_answer import StepAnswer
from ..steps.table_tab import TableTab
from ..widgets.algorithm_run import Outcome
from ..widgets.parts_bar import Part
from ..widgets.result_table import FEATURE_ID, Column, rows_of
from ..widgets.scroll import scroll_to
from ..widgets.written_numbers import is_none, tenths, text, whole
from .mine_card import MineCard
from .mine_facts import bullets, mine_facts
from .value_titles import title_of
from .zoning_answer import PLACE, placed_rows

PRIORITIES = ("重点", "次重点", "一般")
COLOURS = {"重点": "#be283c", "次重点": "#f08c3c", "一般": "#fae082"}
LAST = 10**9  #: rank of a mine without one
INTERVAL = "interval_"
PART = "c_"  #: begins the name of a contribution to the score
HECTARES = 100.0  #: in a square kilometre


class RemediationAnswer(StepAnswer):
    """Zones, mines and the card."""

    def add_tabs(self):
        #: What the ledgers say of a mine, once there are any.
        self.debt_of = lambda mine: ""
        self.card = MineCard(self.page)
        self.page.cardSlot.addWidget(self.card)
        self.mines = self.add_tab(tr("矿山次序"), "", self._show_mine)
        self.zones = self.add_tab(tr("整治区"), tr("点击一行，地图移到该区，这里给出理由。"), self._show_zone)

    def clear(self) -> None:
        super().clear()
        self.card.hide()
        if hasattr(self.page, "pick"):
            self.page.pick.look_in(None)

    def fill(self, outcome: Outcome) -> None:
        zones, mines = outcome.layers["ZONES"], outcome.layers["MINES_OUT"]
        values = outcome.values
        self.page.secondLabel.setText(
            tr("共 {mines} 座矿山，划定 {zones} 处整治区，{area} 平方公里。").format(
                mines=whole(values["MINES_COUNT"]),
                zones=whole(values["ZONE_COUNT"]),
                area=tenths(values["AREA_HM2"] / HECTARES),
            )
        )
        zone_rows = ranked_zones(rows_of(zones))
        self.parts.show_parts(_parts(zone_rows))
        self.zones.show_rows(zone_columns(), zone_rows, zones.id(), "reasons", tr("没有需要整治的区域。"))
        self.name_tab(self.zones, tr("整治区（{count}）").format(count=len(zone_rows)))
        self.factors = factor_titles(mines, self.project)
        mine_rows = sorted(rows_of(mines), key=lambda row: row["rank"] or LAST)
        mine_rows = [{**row, INTERVAL: interval_of(row)} for row in mine_rows]
        ranked = sum(not is_none(row["rank"]) for row in mine_rows)
        self.mines.hint = mine_hint(len(mine_rows) - ranked)
        most = max((row["score"] or 0.0 for row in mine_rows), default=0.0)
        self.mines.show_rows(mine_columns(most), mine_rows, mines.id(), "reasons", tr("没有可以评价的矿山。"))
        self.name_tab(self.mines, tr("矿山次序（{count}）").format(count=ranked))
        self.page.pick.look_in(mines)

    def show_picked(self, fid: int) -> None:
        """The card of the mine that was clicked in the map."""
        row = next((one for one in self.mines.table.rows if one[FEATURE_ID] == fid), None)
        if row is not None:
            self.page.tabs.setCurrentWidget(self.mines)
            self.mines.select(FEATURE_ID, fid)
            self._show_card(row)
            scroll_to(self.card)

    def _show_mine(self, tab: TableTab, row: dict) -> None:
        self.show_row_on_map(tab, row, self.mines.hint)
        self._show_card(row)
        # The table stays in sight for the next click.
        scroll_to(self.card.nameLabel, keep=self.page.tabs)

    def _show_card(self, row: dict) -> None:
        facts = mine_facts(row, self.factors, self.page.asked, self.project)
        debt = (tr("修复费用"), self.debt_of(facts.name))
        self.card.show_mine(replace(facts, sections=(*facts.sections[:2], debt, *facts.sections[2:])))

    def _show_zone(self, tab: TableTab, row: dict) -> None:
        said = tr("{priority}整治区，区内矿山：{mines}。\n{reasons}").format(
            priority=title_of(row["priority"]), mines=text(row.get("mines")), reasons=bullets(row.get("reasons") or "")
        )
        self.show_row_on_map(tab, row, said)


def mine_hint(outside: int) -> str:
    """What is said while no mine is chosen; those outside the county have no rank."""
    hint = tr("点击一行，地图移到该矿山，下面给出它的卡片。")
    if not outside:
        return hint
    return "\n".join([hint, tr("另有 {count} 座在县域以外，不参与排序，列在最后。").format(count=whole(outside))])


def factor_titles(mines: QgsVectorLayer, project: QgsProject) -> dict[str, str]:
    """The contributions to the score: field and name, as the table of factors calls them, else as the layer does."""
    try:
        _, names = remediation_factors(project)
    except Fault:
        names = {}
    titles = {}
    for index, field in enumerate(mines.fields()):
        if field.name().startswith(PART):
            known = names.get(field.name()[len(PART) :])
            titles[field.name()] = known.title if known else mines.attributeDisplayName(index)
    return titles


def interval_of(row: dict) -> str:
    """The ranks that a mine has as the weights vary: "2–6"."""
    if is_none(row.get("rank_low")):
        return ""
    return f"{whole(row['rank_low'])}–{whole(row['rank_high'])}"


def ranked_zones(rows: list[dict]) -> list[dict]:
    """By priority, the largest first."""

    def order(row):
        known = row["priority"] in PRIORITIES
        return (PRIORITIES.index(row["priority"]) if known else len(PRIORITIES), -(row["area_hm2"] or 0.0))

    return placed_rows(sorted(rows, key=order))


def _parts(zones: list[dict]) -> list[Part]:
    """The area of each priority."""
    total = sum(row["area_hm2"] or 0.0 for row in zones)
    parts = []
    for priority in PRIORITIES:
        area = sum(row["area_hm2"] or 0.0 for row in zones if row["priority"] == priority)
        if total:
            words = tr("{priority} {area} 平方公里").format(priority=title_of(priority), area=tenths(area / HECTARES))
            parts.append(Part(words, area / total, QColor(COLOURS[priority])))
    return parts


def zone_columns() -> list[Column]:
    """The columns of the remediation zones."""
    return [
        Column(PLACE, tr("序号"), whole, tr("重点、次重点、一般依次排列，面积由大到小")),
        Column("priority", tr("等级"), title_of),
        Column("town", tr("乡镇")),
        Column("area_hm2", tr("面积 公顷"), tenths),
        Column("mine_count", tr("矿山 座"), whole),
        Column("reasons", tr("理由")),
    ]


def mine_columns(most: float) -> list[Column]:
    """The columns of the ranked mines; ``most`` is the highest score, whose bar fills the cell."""
    return [
        Column("rank", tr("名次"), whole, tr("有法定情形的在前，其余按评分由高到低")),
        Column("mine_name", tr("矿山")),
        Column("priority", tr("等级"), title_of),
        Column("score", tr("评分"), tenths, tr("各因素贡献之和（0–100）"), full=most),
        Column("status_name", tr("状态")),
        Column(INTERVAL, tr("名次区间"), text, tr("权重随机变动 1,000 次，名次所在的区间")),
        Column("town", tr("乡镇")),
        Column("trigger", tr("法定情形")),
        Column("measure", tr("措施")),
        Column("responsible", tr("责任主体")),
    ]
