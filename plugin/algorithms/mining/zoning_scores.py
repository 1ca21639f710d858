"""Permitted zones in order: the weights of the panel, the ranges of the table, every contribution stored."""

from __future__ import annotations

import numpy as np
import shapely

from ...analysis.mining.suitability import (
    FACTORS,
    GROWTH,
    HAUL,
    INDUSTRY,
    SAFETY,
    Range,
    contributions,
    growth_freedom,
    haul_kilometres,
    kilometres_to,
)
from ...analysis.mining.zoning import PERMITTED
from ...bridge.sentences import listed
from ...county.standards import standard_table
from ...language import tr
from .zoning_reading import ZoningReading

WEIGHTS = {INDUSTRY: "W_INDUSTRY", HAUL: "W_HAUL", SAFETY: "W_SAFETY", GROWTH: "W_GROWTH"}
TABLE = "zoning_suitability"


def weight_texts() -> list[tuple[str, str, float]]:
    """Name, text and default of each weight parameter."""
    texts = factor_texts()
    table = standard_table(TABLE).set_index("factor")["weight"]
    said = tr("评分权重：{factor}")
    return [(WEIGHTS[factor], said.format(factor=texts[factor]), float(table[factor])) for factor in FACTORS]


def factor_texts() -> dict[str, str]:
    return {
        INDUSTRY: tr("产业布局"),
        HAUL: tr("运输距离"),
        SAFETY: tr("安全距离"),
        GROWTH: tr("城镇发展方向"),
    }


def score_permitted(zones, reading: ZoningReading, weights, max_snap: float, project, feedback, progress):
    """The zones with score, contributions and haul; empty for zones that are not permitted."""
    for name in ("score", *(f"s_{factor}" for factor in FACTORS), "haul_km"):
        zones[name] = np.nan
    zones["haul_note"] = ""
    here = np.flatnonzero(zones["class"] == PERMITTED)
    if not len(here) or not any(weight > 0 for weight in weights.values()):
        return zones
    table = standard_table(TABLE, project).set_index("factor")
    ranges = {
        factor: Range(weights[factor], float(table.loc[factor, "best"]), float(table.loc[factor, "worst"]))
        for factor in FACTORS
    }
    values, haul = _values(zones.geometry.to_numpy()[here], reading, max_snap, progress)
    parts = contributions(values, ranges)
    absent = [factor for factor in FACTORS if weights[factor] > 0 and factor not in parts]
    if absent and not parts:
        feedback.pushWarning(tr("允许开采区没有评分：各评分因子所需的图层（园区、道路、居民区、城镇开发边界）都没有给出。"))
    elif absent:
        texts = factor_texts()
        feedback.pushWarning(
            tr("允许开采区评分缺少 {factors} 所需的图层，其权重由其余因子分担。").format(
                factors=listed([texts[factor] for factor in absent])
            )
        )
    if not parts:
        return zones
    for factor, part in parts.items():
        zones.iloc[here, zones.columns.get_loc(f"s_{factor}")] = part
    zones.iloc[here, zones.columns.get_loc("score")] = sum(parts.values())
    if haul is not None:
        km, reason = haul
        zones.iloc[here, zones.columns.get_loc("haul_km")] = np.where(np.isfinite(km), km, np.nan)
        zones.iloc[here, zones.columns.get_loc("haul_note")] = _haul_notes(km, reason, max_snap)
        _tell_unreachable(km, feedback)
    return zones


def _values(geometry, reading: ZoningReading, max_snap: float, progress):
    roles = {name: reading.roles.get(name) for name in ("ROADS", "SETTLEMENTS", "URBAN_BOUNDARY")}
    shapes = {name: None if found is None else found.geometry for name, found in roles.items()}
    points = shapely.get_coordinates(shapely.point_on_surface(geometry))
    plants = None
    if reading.plants is not None and len(reading.plants):
        plants = shapely.get_coordinates(shapely.point_on_surface(reading.plants))
    haul = haul_kilometres(points, plants, shapes["ROADS"], max_snap, progress)
    values = {
        INDUSTRY: kilometres_to(geometry, reading.plants),
        HAUL: None if haul is None else haul[0],
        SAFETY: kilometres_to(geometry, shapes["SETTLEMENTS"]),
        GROWTH: growth_freedom(points, shapes["URBAN_BOUNDARY"], shapes["SETTLEMENTS"]),
    }
    return values, haul


def _haul_notes(km: np.ndarray, reason: np.ndarray, max_snap: float) -> list[str]:
    words = {
        "no_road": tr("{metres} 米内没有道路，无路可运").format(metres=f"{max_snap:g}"),
        "no_plant_on_road": tr("园区或选冶厂都没有连上道路"),
    }
    apart = tr("所在路网与园区、选冶厂不连通")
    return ["" if np.isfinite(one) else words.get(why, apart) for one, why in zip(km, reason)]


def _tell_unreachable(km: np.ndarray, feedback) -> None:
    lost = int(np.count_nonzero(~np.isfinite(km)))
    if lost:
        feedback.pushWarning(
            tr("有 {count} 个允许开采区沿道路到不了任何园区或选冶厂，运输得 0 分，原因见“运输说明”。").format(
                count=lost
            )
        )


