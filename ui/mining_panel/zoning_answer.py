"""What step 1 found: the three classes, their zones, the rules by the area they take, the rules not applied."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor

from ...plugin.language import tr
from ..steps.step_answer import StepAnswer
from ..steps.table_tab import TableTab
from ..widgets.algorithm_run import Outcome
from ..widgets.parts_bar import Part
from ..widgets.result_table import FEATURE_ID, Column, rows_of
from ..widgets.written_numbers import is_none, percent, tenths, text, whole
from .mine_facts import bullets
from .value_titles import title_of

CLASSES = ("prohibited", "restricted", "permitted")
COLOURS = {"prohibited": "#d63031", "restricted": "#faaa28", "permitted": "#6eb95a"}
SHARES = {
    "prohibited": "PROHIBITED_SHARE",
    "restricted": "RESTRICTED_SHARE",
    "permitted": "PERMITTED_SHARE",
}
PLACE = "#"
HECTARES = 100.0  #: in a square kilometre


class ZoningAnswer(StepAnswer):
    """Classes, zones and rules."""

    def add_tabs(self):
        area_hint = tr("点击一行，地图移到该资源区的各个分区。")
        self.areas = self.add_tab(tr("资源区"), area_hint, self._show_area)
        zone_hint = tr("点击一行，地图移到该分区，这里给出理由和依据。")
        self.zones = self.add_tab(tr("分区"), zone_hint, self._show_zone)
        self.rules = self.add_tab(tr("规则占地"), tr("点击一行，地图移到这条规则占用的分区。"), self._show_rule)
        self.name_tab(self.rules, tr("占地"))  # five tabs must fit into a narrow dock
        self.left = self.add_tab(tr("未采用"), tr("点击一行，这里说明为什么没有采用。"), self._show_left)
        self.edition = self.add_tab(tr("版本"), tr("点击一行，这里给出依据和采用情况。"), self._show_edition)

    def fill(self, outcome: Outcome) -> None:
        layers, values = outcome.layers, outcome.values
        self.headline = tr("禁止开采区占资源区 {share} %").format(share=percent(values["PROHIBITED_SHARE"]))
        names = {
            "prohibited": tr("禁止 {share} %"),
            "restricted": tr("限制 {share} %"),
            "permitted": tr("允许 {share} %"),
        }
        shares = {one: float(values[SHARES[one]] or 0.0) for one in CLASSES}
        self.parts.show_parts(
            [Part(names[one].format(share=percent(shares[one])), shares[one], QColor(COLOURS[one])) for one in CLASSES]
        )
        zones = layers["ZONES"]
        rows = ranked_zones(rows_of(zones))
        self.zones.show_rows(zone_columns(), rows, zones.id(), "reasons", tr("资源区中没有可以分区的图形。"))
        areas = ranked_areas(rows)
        self.areas.show_rows(area_columns(), areas, zones.id())
        self.page.secondLabel.setText(
            tr("资源区 {areas} 处，{area} 平方公里，划分为 {zones} 块。").format(
                areas=whole(len(areas)), area=tenths(values["RESOURCE_AREA"] / HECTARES), zones=whole(len(rows))
            )
        )
        balance = sorted(rows_of(layers["BALANCE"]), key=lambda row: -(row["area_hm2"] or 0.0))
        widest = max((row["area_hm2"] or 0.0 for row in balance), default=0.0)
        self.rules.show_rows(
            rule_columns(widest), placed_rows(balance), zones.id(), empty=tr("没有规则占用资源区。")
        )
        left = rows_of(layers["NOT_APPLIED"])
        self.left.show_rows(left_columns(), placed_rows(left), "", empty=tr("没有因缺少图层而未采用的规则。"))
        self.name_tab(self.left, tr("未采用 {count}").format(count=len(left)))
        edition = rows_of(layers["RULES_USED"])
        self.edition.show_rows(edition_columns(), placed_rows(edition), "")
        if left:
            said = tr("有 {count} 条规则没有采用，分区是有条件的，见“未采用”。").format(count=len(left))
            self.page.secondLabel.setText(f"{self.page.secondLabel.text()}\n{said}")
        if all(is_none(row["features"]) or not row["features"] for row in edition):
            # "0.0 %" would read as leave to mine everywhere.
            self.headline = tr("没有管控图层参与，还不能判断哪里禁止开采")

    def _show_area(self, tab: TableTab, row: dict) -> None:
        held = [one[FEATURE_ID] for one in self.zones.table.rows if _area_of(one) == _area_of(row)]
        said = tr("{resource}：禁止 {prohibited} %，限制 {restricted} %，允许 {permitted} %。").format(
            resource=text(row["resource"]), **{one: percent(row[one]) for one in CLASSES}
        )
        self.show_rows_on_map(tab, tab.table.layer_id, held, said)

    def _show_zone(self, tab: TableTab, row: dict) -> None:
        lines = [
            (tr("理由：\n{words}"), bullets(row.get("reasons") or "")),
            (tr("涉及：{words}"), row.get("objects")),
            (tr("依据：{words}"), row.get("sources")),
            (tr("前提：{words}"), row.get("conditional")),
            (tr("运输：{words}"), row.get("haul_note")),
        ]
        self.show_row_on_map(tab, row, "\n".join(line.format(words=words) for line, words in lines if words))

    def _show_rule(self, tab: TableTab, row: dict) -> None:
        held = [one[FEATURE_ID] for one in self.zones.table.rows if row["rule"] in str(one["rules"] or "").split(";")]
        said = tr("{rule} {name}：占用资源区 {area} 公顷，其中只因这一条而占用 {alone} 公顷。").format(
            rule=row["rule"],
            name=text(row.get("name")),
            area=tenths(row["area_hm2"]),
            alone=tenths(row["exclusive_area_hm2"]),
        )
        self.show_rows_on_map(tab, tab.table.layer_id, held, said)

    def _show_left(self, tab: TableTab, row: dict) -> None:
        tab.say(
            tr("{rule} {name}：{reason}（{layer}）。").format(
                rule=row["rule"], name=text(row["name"]), reason=text(row["reason"]), layer=text(row["layer"])
            )
        )

    def _show_edition(self, tab: TableTab, row: dict) -> None:
        lines = [
            (tr("依据：{words}"), row.get("source")),
            (tr("起算位置：{words}"), row.get("measured")),
            (tr("采用情况：{words}"), row.get("use")),
            (tr("说明：{words}"), row.get("note")),
        ]
        tab.say("\n".join(line.format(words=words) for line, words in lines if words))


def ranked_areas(zones: list[dict]) -> list[dict]:
    """The resource areas with the share of each class, the most prohibited first."""
    areas: dict[tuple, dict] = {}
    for zone in zones:
        named = {one: zone[one] for one in ("resource", "mineral", FEATURE_ID)}
        area = areas.setdefault(_area_of(zone), {**named, **dict.fromkeys(("area_hm2", *CLASSES), 0.0)})
        area["area_hm2"] += zone["area_hm2"] or 0.0
        area[zone["class"]] += zone["area_hm2"] or 0.0
    for area in areas.values():
        area |= {one: area[one] / area["area_hm2"] if area["area_hm2"] else None for one in CLASSES}
    return placed_rows(sorted(areas.values(), key=lambda area: (-(area["prohibited"] or 0.0), -area["area_hm2"])))


def _area_of(zone: dict) -> tuple:
    """What makes zones those of one resource area: its name. One without a name stands for itself."""
    return (zone["resource"], zone["mineral"]) if zone["resource"] else (zone[FEATURE_ID],)


def ranked_zones(rows: list[dict]) -> list[dict]:
    """Prohibited first, then restricted, then permitted; the best scored permitted ones first, else the largest."""

    def order(row):
        score = row.get("score")
        known = row["class"] in CLASSES
        return (
            CLASSES.index(row["class"]) if known else len(CLASSES),
            0.0 if is_none(score) else -score,
            -(row["area_hm2"] or 0.0),
        )

    return placed_rows(sorted(rows, key=order))


def placed_rows(rows: list[dict]) -> list[dict]:
    """The rows with their place, from 1."""
    return [{**row, PLACE: place} for place, row in enumerate(rows, start=1)]


def area_columns() -> list[Column]:
    """The columns of the resource areas."""
    return [
        Column(PLACE, tr("名次"), whole, tr("禁止开采的比例由高到低")),
        Column("resource", tr("资源区")),
        Column("prohibited", tr("禁止 %"), percent, full=1.0),
        Column("restricted", tr("限制 %"), percent, full=1.0),
        Column("permitted", tr("允许 %"), percent, full=1.0),
        Column("area_hm2", tr("面积 公顷"), tenths),
        Column("mineral", tr("矿种")),
    ]


def zone_columns() -> list[Column]:
    """The columns of the zones."""
    return [
        Column(PLACE, tr("序号"), whole, tr("禁止、限制、允许依次排列，允许区按评分由高到低")),
        Column("class", tr("分区"), title_of),
        Column("resource", tr("资源区")),
        Column("mineral", tr("矿种")),
        Column("area_hm2", tr("面积 公顷"), tenths),
        Column("score", tr("评分"), tenths, tr("只对允许开采区评分（0–100）"), full=100.0),
        Column("haul_km", tr("运距 公里"), tenths, tr("沿道路到最近园区或选厂，“—”为到不了或未计")),
        Column("rules", tr("规则")),
        Column("reasons", tr("理由")),
    ]


def rule_columns(widest: float) -> list[Column]:
    """The columns of the balance of rules; ``widest`` is the largest area, whose bar fills the cell."""
    return [
        Column(PLACE, tr("名次"), whole, tr("按占用资源区的面积由大到小")),
        Column("rule", tr("规则")),
        Column("area_hm2", tr("占用 公顷"), tenths, tr("规则范围与资源区重叠的面积"), full=widest),
        Column("exclusive_area_hm2", tr("独占 公顷"), tenths, tr("只因这一条规则而占用的面积")),
        Column("share", tr("占资源区 %"), percent),
        Column("effect", tr("效力")),
        Column("name", tr("对象")),
    ]


def left_columns() -> list[Column]:
    """The columns of the rules that were not applied."""
    return [
        Column(PLACE, tr("序号"), whole),
        Column("rule", tr("规则")),
        Column("name", tr("对象")),
        Column("layer", tr("所需图层")),
        Column("reason", tr("原因")),
    ]


def edition_columns() -> list[Column]:
    """The columns of the edition of the rules that the run used."""
    return [
        Column(PLACE, tr("序号"), whole),
        Column("rule", tr("规则")),
        Column("name", tr("对象")),
        Column("effect", tr("效力")),
        Column("distance_m", tr("距离 米"), whole),
        Column("use", tr("采用情况")),
        Column("checked", tr("核对")),
        Column("in_force", tr("施行日期")),
        Column("source", tr("依据")),
    ]
