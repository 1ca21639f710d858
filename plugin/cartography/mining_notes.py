"""What the sheets of 矿山整治 say beside the map: on what a result depends, and what nobody has checked yet."""

from __future__ import annotations

import re

from qgis.core import NULL, QgsProject, QgsVectorLayer

from ..county.standards import standard_table
from ..language import tr
from .facts import is_unverified

VISIBLE = "VIS"  #: the rule of what is seen from roads and towns
BESIDE_CHINESE = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")
BRACKETS = re.compile(r" ?[（(][^（()）]*[）)]")
BETWEEN_WORDS = re.compile(r"在缺少|的情况下|[、,，;；\s]+")


def zoning_notes(conditions: tuple[str, ...], unverified: tuple[str, ...]) -> tuple[str, ...]:
    """The notes of 矿产资源规划图. ``conditions`` are texts such as "在缺少耕地图层的情况下", ``unverified`` ids of
    rules."""
    return (
        tr("开采分区由管控范围与矿产资源区叠加得出，从严划定；上下叠置的资源区分别计入，面积为椭球面积。"),
        *(tr("{condition}划定的分区是有条件的，补充资料后须重新划定。").format(condition=one) for one in conditions),
        tr("“涉及”为一条规则管到的面积，规则之间有重叠，不能相加；“仅此一条”为只有它管到的面积。"),
        *_unverified_notes(unverified),
    )


def remediation_notes(project: QgsProject, unverified: tuple[str, ...]) -> tuple[str, ...]:
    """The notes of 生态修复和综合整治规划图. ``unverified`` are ids of rules."""
    notes = [tr("圆内数字为矿山治理次序：触及法定情形的矿山优先，其余按现状与预测影响的综合得分排序。")]
    if is_unverified(project, "remediation_factors"):
        notes.append(tr("评分的权重和距离为工程取值，待核；责任主体由数据推定，以主管部门认定为准。"))
    else:
        notes.append(tr("责任主体由数据推定，以主管部门认定为准。"))
    return (*notes, *_unverified_notes(unverified))


def _unverified_notes(rules: tuple[str, ...]) -> list[str]:
    notes = []
    if VISIBLE in rules:
        notes.append(tr("直观可视范围（{rule}）的距离是规划参数，不是法定距离，待核。").format(rule=VISIBLE))
    others = [rule for rule in rules if rule != VISIBLE]
    if others:
        notes.append(tr("规则 {rules} 未与法规标准原文核对，待核。").format(rules=tr("、").join(others)))
    return notes


def conditions(zones: QgsVectorLayer) -> tuple[str, ...]:
    """The different conditions that zones were drawn under, none where all layers were there; a condition that another
    one includes is left out. What a condition says in brackets is for the table: the sheet names layers and classes.
    """
    index = zones.fields().indexOf("conditional")
    values = zones.uniqueValues(index) if index >= 0 else ()
    texts = {
        BESIDE_CHINESE.sub("", _without_brackets(str(value))).strip(" ，。") for value in values if value != NULL
    } - {""}
    parts = {text: set(BETWEEN_WORDS.split(text)) for text in texts}
    return tuple(sorted(text for text in texts if not any(parts[text] < parts[other] for other in texts)))


def _without_brackets(text: str) -> str:
    """A text without what stands in brackets, also where brackets hold brackets."""
    shorter = BRACKETS.sub("", text)
    return text if shorter == text else _without_brackets(shorter)


def unverified_rules(project: QgsProject, result: QgsVectorLayer) -> tuple[str, ...]:
    """Ids of the rules in the field ``rules`` of a result that the table of rules does not call verified, in the order
    of the table."""
    index = result.fields().indexOf("rules")
    cells = result.uniqueValues(index) if index >= 0 else ()
    held = {rule for cell in cells if cell != NULL for rule in BETWEEN_WORDS.split(str(cell))}
    table = standard_table("mining_rules", project)
    rows = table[table["id"].isin(held) & (table["verified"] != "yes")]
    return tuple(rows["id"].drop_duplicates())
