"""The result tables of the coverage panel: towns, worst first, and gaps, ranked."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from ...plugin.language import tr
from ..widgets.result_table import Column, rows_of
from ..widgets.written_numbers import percent, tenths, whole

PLACE = "#"


def town_columns(several_types: bool) -> list[Column]:
    """The columns of the ranking of towns."""
    columns = [
        Column(PLACE, tr("名次"), whole, tr("覆盖率最低的排在最前")),
        Column("zone", tr("乡镇")),
        Column("type", tr("类型")),
        Column("covered_share", tr("覆盖率 %"), percent, tr("时限内能到达服务的人口占全部人口的百分比"), full=1.0),
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


def ranked_towns(layer: QgsVectorLayer) -> list[dict]:
    """The zones with their place, the least covered first; those without population last."""

    def badness(row):
        share = row["covered_share"]
        return (share is None, share or 0.0, -(row["population"] or 0.0))

    rows = sorted(rows_of(layer), key=badness)
    return [{**row, PLACE: place} for place, row in enumerate(rows, start=1)]
