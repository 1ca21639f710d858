"""What step 2 found: the towns by rank, and the links by strength."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor

from ...plugin.language import tr
from ..steps.step_answer import StepAnswer
from ..steps.table_tab import TableTab
from ..widgets.algorithm_run import Outcome
from ..widgets.parts_bar import Part
from ..widgets.result_table import Column, rows_of
from ..widgets.written_numbers import is_none, percent, tenths, text, whole

COLOURS = ("#b3202c", "#e0793f", "#f0c27a", "#cfd8c4", "#a8bcc8")
LAST = 10**9  #: rank of a town without one


class TownsAnswer(StepAnswer):
    """Towns and links."""

    def add_tabs(self):
        self.towns = self.add_tab(tr("乡镇"), tr("点击一行，地图移到该乡镇，这里给出得分的组成。"), self._show_town)
        self.links = self.add_tab(tr("联系"), tr("点击一行，地图移到这条联系。"), self._show_link)

    def fill(self, outcome: Outcome) -> None:
        layers = outcome.layers
        self.page.secondLabel.setText(self.headline)
        towns = sorted(rows_of(layers["OUTPUT"]), key=lambda row: LAST if is_none(row["rank"]) else row["rank"])
        ranked = [row for row in towns if not is_none(row["level"])]
        self.headline = _short(ranked)
        self.parts.show_parts(_parts(ranked))
        name = self.page.inputs.field_of("NAME_FIELD")
        rows = [{**row, "town_": row.get(name) if name else ""} for row in towns]
        self.towns.show_rows(town_columns(), rows, layers["OUTPUT"].id(), "note", tr("没有可以分级的乡镇。"))
        links = rows_of(layers["LINKS"])
        most = max((row["share"] or 0.0 for row in links), default=0.0)
        nothing = tr("乡镇之间没有可以计算的联系，原因见上面的结论。")
        self.links.show_rows(link_columns(most), links, layers["LINKS"].id(), empty=nothing)

    def _show_town(self, tab: TableTab, row: dict) -> None:
        said = tr(
            "{town}：{level}，得分 {score}（人口 {people}，职能 {functions}，中心性 {centrality}）。{note}"
        ).format(
            town=text(row["town_"]),
            level=text(row["level_zh"]),
            score=_score(row["score"]),
            people=_score(row["s_population"]),
            functions=_score(row["s_functions"]),
            centrality=_score(row["s_centrality"]),
            note=row.get("note") or "",
        )
        self.show_row_on_map(tab, row, said)

    def _show_link(self, tab: TableTab, row: dict) -> None:
        said = tr("{a}—{b}：占全部联系的 {share} %，行车 {minutes} 分钟，{km} 公里。").format(
            a=text(row["a"]),
            b=text(row["b"]),
            share=percent(row["share"]),
            minutes=tenths(row["minutes"]),
            km=tenths(row["km"]),
        )
        self.show_row_on_map(tab, row, said)


def town_columns() -> list[Column]:
    """The columns of the towns."""
    return [
        Column("rank", tr("名次"), whole, tr("按得分由高到低")),
        Column("town_", tr("乡镇")),
        Column("level_zh", tr("城镇等级")),
        Column("score", tr("得分"), _score, tr("0–1"), full=1.0),
        Column("s_population", tr("人口"), _score, tr("人口得分 0–1")),
        Column("s_functions", tr("职能"), _score, tr("职能得分 0–1，“—”为没有参与评分")),
        Column("s_centrality", tr("中心性"), _score, tr("路网中心性得分 0–1，“—”为没有参与评分")),
        Column("type_zh", tr("职能类型")),
        Column("note", tr("说明")),
    ]


def link_columns(most: float) -> list[Column]:
    """The columns of the links; ``most`` is the largest share, whose bar fills the cell."""
    return [
        Column("rank", tr("名次"), whole, tr("按联系强度由强到弱")),
        Column("a", tr("乡镇甲")),
        Column("b", tr("乡镇乙")),
        Column("share", tr("占比 %"), percent, tr("占全部联系"), full=most),
        Column("minutes", tr("行车 分钟"), tenths, tr("“—”为没有道路，按直线距离计算")),
        Column("km", tr("距离 公里"), tenths),
    ]


def _parts(ranked: list[dict]) -> list[Part]:
    """The share of the towns that each level has."""
    levels: dict[int, list[dict]] = {}
    for row in ranked:
        levels.setdefault(int(row["level"]), []).append(row)
    words = tr("{level} {count} 个")
    return [
        Part(
            words.format(level=rows[0]["level_zh"], count=len(rows)),
            len(rows) / len(ranked),
            QColor(COLOURS[min(level, len(COLOURS)) - 1]),
        )
        for level, rows in sorted(levels.items())
    ]


def _short(ranked: list[dict]) -> str:
    levels = len({row["level"] for row in ranked})
    return tr("{count} 个乡镇分为 {levels} 级").format(count=len(ranked), levels=levels)


def _score(value) -> str:
    return "—" if is_none(value) else f"{value:.2f}"
