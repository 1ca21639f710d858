"""Sentences for what is not connected, each with the reason and what to do."""

from __future__ import annotations

import numpy as np

from ..analysis.access.coverage import FAR, LONG_WALK, NO_FACILITY, NO_MAIN_ROAD
from ..analysis.travel.graph import NO_ROAD, NO_TERRAIN_VALUE, OUTSIDE_TERRAIN, TravelGraph
from ..analysis.travel.points import BEYOND_LIMIT, SEPARATE_PART
from ..bridge.sentences import listed_ids
from ..language import tr


def reason_text(reason: str, settings) -> str:
    """A reason code in words, as it stands in the tables; empty for a place that is connected."""
    return {
        NO_ROAD: tr("{metres} 米内没有道路").format(metres=f"{settings.max_snap:g}"),
        SEPARATE_PART: tr("与设施之间没有连通的道路或地形"),
        OUTSIDE_TERRAIN: tr("在高程或土地覆盖范围之外"),
        NO_TERRAIN_VALUE: tr("所在像元没有高程或不可通行"),
        BEYOND_LIMIT: tr("超过 {minutes} 分钟").format(minutes=f"{settings.max_minutes:g}"),
        NO_FACILITY: tr("本区没有此类设施"),
        NO_MAIN_ROAD: tr("{metres} 米内无县道及以上道路连通").format(metres=f"{settings.max_snap:g}"),
        LONG_WALK: tr("到道路的步行路程过长"),
        FAR: tr("距设施较远"),
        "": "",
    }[reason]


def report_facilities(graph: TravelGraph, feedback, ids=None) -> None:
    """Say which facilities take no part, and why."""
    for reason in np.unique(graph.facility_reason[graph.facility_reason != ""].astype(str)):
        which = np.flatnonzero(graph.facility_reason == reason)
        shown = which + 1 if ids is None else np.asarray(ids)[which]
        feedback.pushWarning(
            tr("{count} 处设施未参与计算（编号 {ids}）：{reason}。请核对位置后重算。").format(
                count=len(which), ids=listed_ids(list(shown)), reason=reason_text(reason, graph.settings)
            )
        )


def report_unreached(reason: np.ndarray, ids, settings, feedback) -> None:
    """Say which places (n,) reach nothing, and why; who is merely too far is in the tables only."""
    for code in dict.fromkeys(reason.tolist()):
        if code in ("", BEYOND_LIMIT):
            continue
        which = np.flatnonzero(reason == code)
        feedback.pushWarning(
            tr("{count} 个需求点到不了设施（编号 {ids}）：{reason}。请核对位置、道路和高程后重算。").format(
                count=len(which), ids=listed_ids(list(np.asarray(ids)[which])), reason=reason_text(code, settings)
            )
        )


def report_parts(graph: TravelGraph, feedback) -> None:
    """Say when the roads do not hang together: villages beside a separate part reach nothing on roads alone."""
    if graph.network is None or graph.terrain is not None:
        return
    part = graph.network.part[graph.network.start]
    if part.max() == 0:
        return
    longest = graph.network.length[part == 0].sum() / graph.network.length.sum()
    feedback.pushWarning(
        tr(
            "道路由 {count} 个互不连通的部分组成，最长的一部分占总长的 {share} %；"
            "请检查路口和断头处的端点是否相接，不相接的路段旁的村庄可能到不了设施。"
        ).format(count=int(part.max()) + 1, share=f"{100 * longest:.1f}")
    )
