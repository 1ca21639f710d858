"""The tables of remediation: every mine with its rank, its reasons and its measure; every zone with its mines."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ...analysis.mining.factors import DISTANCE, Factor
from ...analysis.mining.remediation import Assessment
from ...analysis.mining.severity import GENERAL, KEY, MODERATE, SECOND, SEVERE, SLIGHT
from ...bridge.areas import ellipsoidal_areas
from ...bridge.crs import frame_crs
from ...bridge.fields import FieldSpec
from ...bridge.sentences import listed
from ...county.remediation_tables import FactorWording
from ...language import tr
from .mine_words import status_titles
from .remediation_reading import RemediationReading
from .remediation_reasons import Reason, joined, zone_sentences

#: Values that styles, sheets and other algorithms know: the same in both languages.
PRIORITIES = {KEY: "重点", SECOND: "次重点", GENERAL: "一般"}
SEVERITIES = {SEVERE: "严重", MODERATE: "较严重", SLIGHT: "较轻"}
UNKNOWN_SEVERITY = "不明"

ZONE_FIELDS = [
    FieldSpec("zone", "int", "编号", "Number"),
    FieldSpec("priority", "text", "整治等级", "Priority"),
    FieldSpec("severity", "text", "影响程度", "Severity"),
    FieldSpec("reasons", "text", "划定理由", "Reasons"),
    FieldSpec("mines", "text", "涉及矿山", "Mines"),
    FieldSpec("mine_count", "int", "矿山数", "Number of mines"),
    FieldSpec("town", "text", "所在乡镇", "Town"),
    FieldSpec("area_hm2", "real", "面积", "Area", "hm2"),
]


def mine_fields(factors: list[Factor], words: dict[str, FactorWording]) -> list[FieldSpec]:
    """The fields of MINES_OUT: one ``c_`` for every factor of the score, one ``d_`` for those told by distance."""
    far = [factor.key for factor in factors if DISTANCE in factor.measures]
    return [
        FieldSpec("mine_no", "int", "矿山编号", "Mine number"),
        FieldSpec("mine_name", "text", "矿山", "Mine"),
        FieldSpec("priority", "text", "整治等级", "Priority"),
        FieldSpec("rank", "int", "整治次序", "Rank"),
        FieldSpec("rank_low", "int", "次序区间（最前）", "Rank, from"),
        FieldSpec("rank_high", "int", "次序区间（最后）", "Rank, to"),
        FieldSpec("score", "real", "得分（0–100）", "Score (0–100)"),
        FieldSpec("trigger", "text", "法定优先情形", "Statutory trigger"),
        FieldSpec("measure", "text", "整治措施", "Measure"),
        FieldSpec("responsible", "text", "责任主体", "Responsible"),
        FieldSpec("status", "text", "状态代码", "Status, as calculated with"),
        FieldSpec("status_name", "text", "状态", "Status"),
        FieldSpec("mineral", "text", "矿种代码", "Mineral, as calculated with"),
        FieldSpec("method", "text", "开采方式代码", "Method, as calculated with"),
        FieldSpec("town", "text", "所在乡镇", "Town"),
        FieldSpec("area_hm2", "real", "矿区面积", "Area of the mine", "hm2"),
        FieldSpec("severity_now", "text", "现状影响程度", "Severity now"),
        FieldSpec("severity_next", "text", "预测影响程度", "Severity to come"),
        FieldSpec("land", "text", "矿区内土地", "Land within the mine"),
        FieldSpec("rules", "text", "涉及规则", "Rules that bear on it"),
        FieldSpec("reasons", "text", "理由", "Reasons"),
        FieldSpec("mode", "text", "修复方式", "Way of restoration"),
        FieldSpec("gap_list", "text", "绿色矿山差距清单", "Gaps of the green-mine index"),
        FieldSpec("upstream_of", "text", "下游取水口", "Intake downstream"),
        FieldSpec("flow_km", "real", "沿水流到取水口", "Along the water to the intake", "km"),
        FieldSpec("karst", "text", "岩溶提示", "Karst note"),
        FieldSpec("slope_deg", "real", "平均坡度（度）", "Mean slope (degrees)"),
        *(FieldSpec(f"c_{key}", "real", one.zh, one.en) for key, one in words.items()),
        *(FieldSpec(f"d_{key}", "real", f"{words[key].zh}：距离", f"{words[key].en}: distance", "m") for key in far),
        FieldSpec("note", "text", "说明", "Note"),
    ]


def severity_text(levels: np.ndarray) -> list[str]:
    return [SEVERITIES.get(int(level), UNKNOWN_SEVERITY) for level in levels]


def land_texts(land: dict[str, np.ndarray], count: int) -> list[str]:
    """The land that every mine takes, as in 永久基本农田 3.20 公顷; '' where nothing is taken or known."""
    words = {
        "farmland": tr("永久基本农田"),
        "cropland": tr("耕地"),
        "forest": tr("林草地"),
        "wasteland": tr("荒地"),
    }
    texts = []
    for mine in range(count):
        parts = [
            tr("{land} {area} 公顷").format(land=words[kind], area=f"{hectares[mine]:.2f}")
            for kind, hectares in land.items()
            if hectares[mine] >= 0.005
        ]
        texts.append(listed(parts))
    return texts


def zone_frame(found: Assessment, reasons: list[Reason], reading: RemediationReading) -> gpd.GeoDataFrame:
    """ZONES: one row a zone."""
    zones, labels = found.zones, reading.labels[reading.taking]
    by_mine = _by_mine(reasons, len(labels))
    worst = np.maximum(found.now, found.later)
    towns = np.full(len(zones.geometry), "", dtype=object)
    if reading.towns is not None:
        towns = reading.towns.of(zones.geometry)
    status = reading.mines.status
    rows = [
        {
            "zone": number + 1,
            "priority": PRIORITIES[int(level)],
            "severity": SEVERITIES[int(worst[mines].max())],
            "reasons": joined(
                [
                    _status_sentence(status[mines]),
                    zone_sentences(_of_mines(reasons, by_mine, mines), labels, len(mines) == 1),
                ]
            ).strip(),
            "mines": listed(labels[mines], len(mines)),
            "mine_count": len(mines),
            "town": towns[number],
        }
        for number, (level, mines) in enumerate(zip(zones.priority, zones.mines))
    ]
    columns = [spec.name for spec in ZONE_FIELDS if spec.name != "area_hm2"]
    frame = gpd.GeoDataFrame(pd.DataFrame(rows, columns=columns), geometry=zones.geometry, crs=frame_crs(reading.crs))
    frame["area_hm2"] = ellipsoidal_areas(zones.geometry, reading.crs, reading.project) / 1e4
    return frame


def _status_sentence(status: np.ndarray) -> str:
    """How many mines of each status a zone has: 涉及矿山 3 座：生产 1 座、废弃 2 座。"""
    titles = status_titles()
    counts = [
        tr("{status} {count} 座").format(status=title, count=int((status == word).sum()))
        for word, title in titles.items()
        if (status == word).any()
    ]
    return tr("涉及矿山 {count} 座：{by_status}。").format(count=len(status), by_status=listed(counts))


def _by_mine(reasons: list[Reason], count: int) -> list[list[int]]:
    """The places in ``reasons`` of every mine's own."""
    found = [[] for _ in range(count)]
    for place, reason in enumerate(reasons):
        found[reason.mine].append(place)
    return found


def _of_mines(reasons: list[Reason], by_mine: list[list[int]], mines: np.ndarray) -> list[Reason]:
    """The reasons of some mines in the order of all reasons: those of the law first."""
    return [reasons[place] for place in sorted(place for mine in mines for place in by_mine[mine])]


def headline(frame: gpd.GeoDataFrame, key_mines: int) -> str:
    """What a planner would quote: "整治重点区 12 处 38.6 km²，涉矿 27 座"."""
    key = frame[frame["priority"] == PRIORITIES[KEY]]
    if len(key):
        return tr("整治重点区 {count} 处 {area} km²，涉矿 {mines} 座").format(
            count=len(key), area=f"{key['area_hm2'].sum() / 100:.1f}", mines=key_mines
        )
    return tr("没有整治重点区；次重点区和一般区共 {count} 处 {area} km²").format(
        count=len(frame), area=f"{frame['area_hm2'].sum() / 100:.1f}"
    )
