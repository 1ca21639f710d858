"""The table of the sheet 生态修复和综合整治规划图: the mines that come first, and who is to restore them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import NULL, QgsFeature, QgsVectorLayer

from ..language import tr
from .cells import UNKNOWN, text
from .spec import Column, TableSpec

MOST_MINES = 12
KEY = "重点"
#: What follows a name or a reason in the sentence that says who is responsible.
AFTER_THE_WORD = re.compile(r"[（(：:；;，,]")
BETWEEN_NAMES = re.compile(r"\s*[、；;,，]\s*")


@dataclass(frozen=True)
class MineFields:
    """The fields of ranked mines that say what each mine is called, where it lies, what it digs and how it stands; ''
    where there is none."""

    name: str = ""
    town: str = ""
    mineral: str = ""
    status: str = ""
    responsible: str = ""


def mines_table(mines: QgsVectorLayer, fields: MineFields, most: int = MOST_MINES) -> TableSpec:
    """The first mines of a layer by rank."""
    return ranked_table(mines.getFeatures(), fields, most)


def ranked_table(mines: Iterable[QgsFeature], fields: MineFields, most: int = MOST_MINES) -> TableSpec:
    """The first of some mines by rank; a column that no mine has anything in is left out."""
    ranked = sorted((one for one in mines if one["rank"] != NULL), key=lambda one: one["rank"])
    rows = tuple(
        (
            str(one["rank"]),
            _cell(one, fields.name),
            _cell(one, fields.town),
            _cell(one, fields.mineral),
            status_word(one[fields.status] if fields.status else NULL),
            priority_word(one["priority"]),
            payer_word(one[fields.responsible] if fields.responsible else NULL),
        )
        for one in ranked[:most]
    )
    columns = (
        Column(tr("次序")),
        Column(tr("矿山"), "left", letters=11),
        Column(tr("乡镇"), "left", letters=6),
        Column(tr("矿种"), "left", letters=7),
        Column(tr("状态")),
        Column(tr("等级")),
        Column(tr("责任主体"), "left", letters=7),
    )
    told = [i for i in range(len(columns)) if any(row[i] != UNKNOWN for row in rows)]
    columns, rows = tuple(columns[i] for i in told), tuple(tuple(row[i] for i in told) for row in rows)
    title = tr("矿山治理次序") if len(ranked) <= most else tr("矿山治理次序（前 {count} 座）").format(count=most)
    return TableSpec(title, columns, rows)


def status_word(status) -> str:
    """A status as planners write it; other words stay as they are."""
    words = {
        "proposed": tr("拟建"),
        "under construction": tr("在建"),
        "operating": tr("生产"),
        "idle": tr("停产"),
        "abandoned": tr("废弃"),
    }
    return words.get(status, text(status))


def priority_word(priority) -> str:
    """A priority in the user's language; results keep the Chinese word in both."""
    return {KEY: tr("重点"), "次重点": tr("次重点"), "一般": tr("一般")}.get(priority, text(priority))


def payer_word(responsible) -> str:
    """Who is responsible in one word: what the sentence says before the name and the article of the law."""
    return text(AFTER_THE_WORD.split(text(responsible))[0])


@dataclass(frozen=True)
class ZoneCount:
    """Zones of a priority, or of all: how many, their hectares, and the mines that they hold, each once."""

    zones: int
    hectares: float
    mines: int


def count_zones(zones: QgsVectorLayer, priority: str = "") -> ZoneCount:
    """The zones of a priority, of all where it is empty."""
    return count_of(zones.getFeatures(), priority)


def count_of(zones: Iterable[QgsFeature], priority: str = "") -> ZoneCount:
    """Some zones of a priority, of all where it is empty."""
    counted = [one for one in zones if priority in ("", one["priority"])]
    named = any(one.fields().indexOf("mines") >= 0 for one in counted)
    names = {name for one in counted if named for name in BETWEEN_NAMES.split(text(one["mines"]))}
    hectares = sum(one["area_hm2"] for one in counted if one["area_hm2"] != NULL)
    return ZoneCount(len(counted), hectares, len(names))


def _cell(mine: QgsFeature, field: str) -> str:
    return text(mine[field]) if field else text(None)
