"""The tables of a town hierarchy: the towns with their level, and the links between them."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...analysis.progress import Progress
from ...analysis.structure.links import Gravity
from ...analysis.structure.seat_network import METRES, SeatNetwork, straight_km
from ...analysis.structure.seats import INSIDE
from ...analysis.structure.town_levels import level_number
from ...analysis.structure.towns import Hierarchy
from ...bridge.crs import frame_crs
from ...bridge.fields import FieldSpec
from ...language import tr
from ..demand_reading import lost_words
from ..mining.quarry_reasons import joined_sentences
from .town_reading import TownReading

TOWN_FIELDS = [
    FieldSpec("level", "int", "级", "Level"),
    FieldSpec("level_zh", "text", "规模等级", "Level in words"),
    FieldSpec("score", "real", "得分（0–1）", "Score (0–1)"),
    FieldSpec("rank", "int", "名次", "Rank"),
    FieldSpec("s_population", "real", "人口得分（0–1）", "Population score (0–1)"),
    FieldSpec("s_functions", "real", "职能得分（0–1）", "Functions score (0–1)"),
    FieldSpec("s_centrality", "real", "路网中心性得分（0–1）", "Centrality score (0–1)"),
    FieldSpec("type_zh", "text", "职能类型", "Type of town"),
    FieldSpec("closeness", "real", "调和接近度（1/分钟）", "Harmonic closeness (1/min)"),
    FieldSpec("functions", "real", "设施职能数", "Functions by facilities"),
    FieldSpec("note", "text", "说明", "Note"),
]
LINK_FIELDS = [
    FieldSpec("a", "text", "乡镇甲", "Town A"),
    FieldSpec("b", "text", "乡镇乙", "Town B"),
    FieldSpec("strength", "real", "引力强度", "Strength"),
    FieldSpec("share", "real", "占全部联系的比例（0–1）", "Share of all links (0–1)"),
    FieldSpec("minutes", "real", "行车时间", "Travel time", "min"),
    FieldSpec("km", "real", "距离", "Distance", "km"),
    FieldSpec("rank", "int", "名次", "Rank"),
    FieldSpec("grade", "int", "强度级（1 最强）", "Grade (1 strongest)"),
]


def level_titles(levels: int) -> list[str]:
    """The names of the levels, the highest first."""
    if levels == 3:
        return [tr("中心城区"), tr("重点镇"), tr("一般镇（乡）")]
    ordinal = [
        tr("一级"),
        tr("二级"),
        tr("三级"),
        tr("四级"),
        tr("五级"),
        tr("六级"),
        tr("七级"),
        tr("八级"),
        tr("九级"),
        tr("十级"),
    ]
    return ordinal[:levels]


def town_rows(reading: TownReading, found: Hierarchy, levels: int, types, network: SeatNetwork | None, columns):
    """OUTPUT: the towns as given, those without a usable place last, and the fields above."""
    titles, score = level_titles(levels), found.score
    ranked = found.level > 0
    own = pd.DataFrame(
        {
            "level": np.where(ranked, found.level.astype(float), np.nan),
            "level_zh": [titles[level - 1] if level else "" for level in found.level],
            "score": score.score,
            "rank": np.where(ranked, score.rank.astype(float), np.nan),
            "s_population": score.parts[:, 0],
            "s_functions": score.parts[:, 1],
            "s_centrality": score.parts[:, 2],
            "type_zh": types,
            "closeness": columns["closeness"],
            "functions": columns["functions"],
            "note": [_note(reading, found, titles, network, row) for row in range(len(found.level))],
        }
    )
    features = reading.features
    if len(features.lost):
        why = features.left_out["reason"].map(lost_words()).to_numpy(dtype=object)
        own = pd.concat([own, pd.DataFrame({"note": why})], ignore_index=True)
    return pd.concat([features.frame, features.lost], ignore_index=True), own


def _note(reading: TownReading, found: Hierarchy, titles, network: SeatNetwork | None, row: int) -> str:
    said = []
    if not np.isfinite(reading.population[row]):
        said.append(tr("人口缺失，未评分。"))
    elif not found.level[row]:
        said.append(tr("指标缺失，未评分。"))
    if network is not None and network.reason[row]:
        said.append(tr("驻地附近没有道路，未接入路网。"))
    elif network is not None and network.separate[row]:
        said.append(tr("所在道路与其他乡镇不连通。"))
    if reading.places[row] == INSIDE:
        said.append(tr("没有驻地，位置取范围内的一点。"))
    if differs(reading.given_level[row], found.level[row], len(titles)):
        said.append(
            tr("给定等级为{given}，计算为{found}。").format(
                given=reading.given_level[row], found=titles[found.level[row] - 1]
            )
        )
    return joined_sentences(said)


def differs(given: str, level: int, levels: int) -> bool:
    """Whether the planner's word for a town's level says another level than the one that was found."""
    number = level_number(given)
    return bool(0 < number <= levels and level and number != level)


def link_rows(
    reading: TownReading, links: Gravity, network: SeatNetwork | None, progress: Progress
) -> gpd.GeoDataFrame:
    """LINKS: seat to seat, along the roads where there are roads, else straight."""
    first, second = links.first, links.second
    if network is None:
        ends = np.stack([reading.xy[first], reading.xy[second]], axis=1).reshape(-1, 2, 2)
        lines, minutes = shapely.linestrings(ends), np.full(len(first), np.nan)
        km = straight_km(reading.xy)[first, second]
    else:
        lines = np.empty(len(first), dtype=object)
        for row, (one, other) in enumerate(zip(first.tolist(), second.tolist())):
            progress("hierarchy", 0.5 + 0.5 * row / len(first))
            lines[row] = network.path(one, other)
        minutes, km = network.minutes[first, second], shapely.length(lines) / METRES
    columns = {
        "a": reading.labels[first],
        "b": reading.labels[second],
        "strength": links.strength,
        "share": links.share,
        "minutes": minutes,
        "km": km,
        "rank": links.rank,
        "grade": links.grade,
    }
    return gpd.GeoDataFrame(columns, geometry=list(lines), crs=frame_crs(reading.crs))
