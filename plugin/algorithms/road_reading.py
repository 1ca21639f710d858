"""Road layers to roads: speeds by field or class, one-way words, and a sentence for everything assumed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..analysis.travel.faults import NoRoads
from ..analysis.travel.roads import Roads, roads_of
from ..bridge.columns import number_column
from ..bridge.sentences import listed
from ..county.standards import standard_table
from ..county.words import canonical
from ..language import tr
from .attribute_words import word_of

FORWARD = {"yes", "true", "1", "ft", "y", "是", "单向", "顺向"}
BACKWARD = {"-1", "tf", "逆向", "reverse"}
WALKED = {"walking", "walk", "步行", "bicycling", "cycling", "骑行", "自行车"}
MAIN_ROAD_RANK = 3  #: county roads and better
ROW_COLUMNS = ("speed_kmh", "mode", "leave", "rank")  #: what a road needs to know from the row of its class
DEFAULT_CLASS = "default"


@dataclass(frozen=True)
class RoadReading:
    """Roads for the science and, for each row of the layer, the speed used; ``notes`` are sentences."""

    roads: Roads
    speed_kmh: np.ndarray
    notes: list[str]


def roads_from(
    features, class_field: str, speed_field: str, oneway_field: str, table: pd.DataFrame | None, project
) -> RoadReading:
    """Speeds from ``speed_field``, else from the class in ``table`` (class, speed_kmh, mode?), else from the plugin's
    own table. A speed of zero or less closes a road.
    """
    frame, notes = features.frame, []
    if len(frame) == 0:
        raise NoRoads(features.total)
    standard = standard_table("road_speeds", project).set_index("class")
    by_class, unknown = _class_rows(frame, class_field, table, standard, project)
    if class_field and len(unknown):
        notes.append(
            tr(
                "道路等级中有 {kinds} 种写法不认识（{words}），共 {count} 条，"
                "按“{fallback}”的速度 {speed} 公里/小时计。"
            ).format(
                kinds=len(unknown),
                words=_shown(unknown["word"]),
                count=int(unknown["count"].sum()),
                fallback=tr("等级不明的道路"),
                speed=f"{float(standard.loc[DEFAULT_CLASS, 'speed_kmh']):g}",
            )
        )
    speed = by_class["speed_kmh"].to_numpy(dtype=float).copy()
    walked = np.isin(by_class["mode"].to_numpy(dtype=str), list(WALKED))
    if speed_field:
        given, _ = number_column(features, speed_field)
        known = np.isfinite(given)
        speed[known], walked[known] = given[known], False
        if not known.all():
            notes.append(
                tr("道路图层有 {count} 条没有有效车速，按道路等级的速度计。").format(count=int((~known).sum()))
            )
    elif not class_field:
        notes.append(
            tr("没有指定道路等级或车速字段，全部道路按 {speed} 公里/小时计。").format(
                speed=f"{float(standard.loc[DEFAULT_CLASS, 'speed_kmh']):g}"
            )
        )
    closed = ~(speed > 0)
    if closed.any() and not closed.all():
        notes.append(
            tr("道路图层有 {count} 条车速为 0 或负数，视为不通行。").format(count=int(closed.sum()))
        )
    oneway = _oneway(frame[oneway_field]) if oneway_field else None
    roads = roads_of(
        frame.geometry.to_numpy(),
        speed,
        walked=walked,
        oneway=oneway,
        leave=(by_class["leave"] != "junctions").to_numpy(),
        rank=by_class["rank"].to_numpy(dtype=float).astype(int),
    )
    return RoadReading(roads, speed, notes)


def _class_rows(frame, class_field, table, standard, project):
    """The row of the speed table for every road, and the words that no row was found for."""
    nothing = pd.DataFrame({"word": [], "count": []})
    if not class_field:
        row = standard.loc[DEFAULT_CLASS]
        return pd.DataFrame({name: np.full(len(frame), row[name]) for name in ROW_COLUMNS}), nothing
    words = frame[class_field].map(word_of)
    known, unknown = canonical("road", words, project)
    rows = standard.reindex(known.where(known.isin(standard.index), DEFAULT_CLASS)).reset_index(drop=True)
    if table is None:
        return rows, unknown
    own = table.assign(key=table["class"].map(word_of)).drop_duplicates("key").set_index("key")
    found = words.where(words.isin(own.index), known.where(known.isin(own.index)))
    in_table = found.notna().to_numpy()
    rows.loc[in_table, "speed_kmh"] = own["speed_kmh"].reindex(found[in_table]).to_numpy(dtype=float)
    rows.loc[in_table, "mode"] = "vehicle"
    if "mode" in own:
        modes = own["mode"].astype(str).str.strip().str.lower()
        rows.loc[in_table, "mode"] = modes.reindex(found[in_table]).to_numpy()
    still = unknown[~unknown["word"].map(word_of).isin(own.index)]
    return rows, still


def _oneway(column: pd.Series) -> np.ndarray:
    words = column.map(word_of).str.lower()
    return np.where(words.isin(FORWARD), 1, np.where(words.isin(BACKWARD), -1, 0))


def _shown(words) -> str:
    return listed([str(word) for word in words])
