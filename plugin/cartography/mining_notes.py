"""What the sheets of 矿山整治 say beside the map: on what a result depends, and what nobody has checked yet."""

from __future__ import annotations

from qgis.core import NULL, QgsProject, QgsVectorLayer

from ..county.standards import standard_table
from ..language import tr

VISIBLE = "VIS"  #: the rule of what is seen from roads and towns


def zoning_notes(conditions: tuple[str, ...], unverified: tuple[str, ...]) -> tuple[str, ...]:
    """The notes of 矿产资源规划图. ``conditions`` are texts such as "在缺少耕地图层的情况下", ``unverified`` ids of
    rules."""
    notes = [
        tr("开采分区由法定和规划管控范围与矿产资源区叠加得出，禁止优先于限制、限制优先于允许；面积为椭球面积。"),
        *(tr("{condition}得出的分区是有条件的，补充图层后须重新划定。").format(condition=one) for one in conditions),
        tr("表中“涉及”为一条规则管到的面积，各规则相互重叠，不能相加；“仅此一条”为没有其他规则管到的面积。"),
    ]
    if unverified:
        notes.append(tr("规则 {rules} 未与法规标准原文核对，待核。").format(rules=tr("、").join(unverified)))
    return tuple(notes)


def remediation_notes(project: QgsProject) -> tuple[str, ...]:
    """The notes of 生态修复和综合整治规划图."""
    return (
        tr("圆内数字为矿山治理次序：触及法定情形的矿山优先，其余按现状与预测影响的综合得分排序。"),
        tr("治理次序和责任主体由数据推算，供规划比选，以主管部门认定为准。"),
    )


def conditions(zones: QgsVectorLayer) -> tuple[str, ...]:
    """The different conditions that zones were drawn under, none where all layers were there."""
    index = zones.fields().indexOf("conditional")
    values = zones.uniqueValues(index) if index >= 0 else ()
    return tuple(sorted({str(value).strip(" ，。") for value in values if value != NULL and str(value).strip()}))


def unverified_rules(project: QgsProject, zones: QgsVectorLayer) -> tuple[str, ...]:
    """Ids of the rules of some zone that the table of rules does not call verified, in the order of the table."""
    index = zones.fields().indexOf("rules")
    cells = zones.uniqueValues(index) if index >= 0 else ()
    held = {part.strip() for cell in cells if cell != NULL for part in str(cell).split(";")}
    table = standard_table("mining_rules", project)
    rows = table[table["id"].isin(held) & (table["verified"] != "yes")]
    return tuple(rows["id"].drop_duplicates())
