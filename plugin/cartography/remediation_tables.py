"""The table of the sheet 生态修复和综合整治规划图: the mines that come first, and who is to restore them."""

from __future__ import annotations

from qgis.core import NULL, QgsFeature, QgsVectorLayer

from ..language import tr
from .cells import text
from .spec import Column, TableSpec

MOST_MINES = 12


def mines_table(
    mines: QgsVectorLayer, name_field: str, mineral_field: str, towns: dict[int, str], most: int = MOST_MINES
) -> TableSpec:
    """The first mines by rank. ``towns`` maps a feature's id to the town it lies in."""
    ranked = sorted((one for one in mines.getFeatures() if one["rank"] != NULL), key=lambda one: one["rank"])
    rows = tuple(
        (
            str(one["rank"]),
            text(one[name_field]) if name_field else text(None),
            text(towns.get(one.id())),
            text(one[mineral_field]) if mineral_field else text(None),
            status_word(one["status"]),
            text(one["priority"]),
        )
        for one in ranked[:most]
    )
    columns = (
        Column(tr("次序")),
        Column(tr("矿山"), "left"),
        Column(tr("乡镇"), "left"),
        Column(tr("矿种"), "left"),
        Column(tr("状态")),
        Column(tr("优先级")),
    )
    title = tr("矿山治理次序") if len(ranked) <= most else tr("矿山治理次序（前 {count} 座）").format(count=most)
    return TableSpec(title, columns, rows)


def status_word(status) -> str:
    """A status as planners write it."""
    words = {
        "proposed": tr("新建"),
        "under construction": tr("在建"),
        "operating": tr("生产"),
        "idle": tr("停产"),
        "abandoned": tr("废弃"),
    }
    return words.get(status, text(status))


def key_zones(zones: QgsVectorLayer) -> tuple[int, float, int]:
    """Number, hectares and mines of the zones of the first priority."""
    key = [one for one in zones.getFeatures() if one["priority"] == "重点"]
    return len(key), sum(_number(one, "area_hm2") for one in key), int(sum(_number(one, "mine_count") for one in key))


def _number(feature: QgsFeature, field: str) -> float:
    value = feature[field] if feature.fields().indexOf(field) >= 0 else NULL
    return 0.0 if value == NULL else float(value)
