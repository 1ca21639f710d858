"""The tables of the sheet 矿产资源规划图: how much of each mineral lies in which class, and which rules take most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import NULL, QgsFeature, QgsVectorLayer

from ..language import tr
from .cells import UNKNOWN, number, per_cent, text
from .spec import Column, TableSpec

CLASSES = ("prohibited", "restricted", "permitted")
MOST_RULES = 7
BETWEEN_RULES = ";"
NAME_LETTERS = 17  #: of a rule's object in a line


def class_areas(zones: QgsVectorLayer) -> dict[str, list[float]]:
    """Mineral → hectares prohibited, restricted and permitted; the mineral with most area first."""
    areas: dict[str, list[float]] = {}
    for feature in zones.getFeatures():
        if feature["class"] in CLASSES and feature["area_hm2"] != NULL:
            mineral = text(feature["mineral"]) if zones.fields().indexOf("mineral") >= 0 else UNKNOWN
            areas.setdefault(mineral, [0.0, 0.0, 0.0])[CLASSES.index(feature["class"])] += feature["area_hm2"]
    return dict(sorted(areas.items(), key=lambda one: -sum(one[1])))


def class_table(areas: dict[str, list[float]]) -> TableSpec:
    """Hectares by mineral and class with their sums, and the share that each class has of all."""
    total = [sum(column) for column in zip(*areas.values())] or [0.0, 0.0, 0.0]
    rows = [_class_row(mineral, row) for mineral, row in areas.items()]
    if len(areas) > 1:
        rows.append(_class_row(tr("合计"), total))
    whole = sum(total)
    if whole:
        rows.append((tr("占比（%）"), *(per_cent(area / whole) for area in total), per_cent(1.0), UNKNOWN))
    columns = (
        Column(tr("矿种"), "left"),
        Column(tr("禁止开采\n（公顷）"), "right"),
        Column(tr("限制开采\n（公顷）"), "right"),
        Column(tr("允许开采\n（公顷）"), "right"),
        Column(tr("合计\n（公顷）"), "right"),
        Column(tr("禁止占比\n（%）"), "right"),
    )
    return TableSpec(tr("各矿种开采分区面积"), columns, tuple(rows) if areas else ())


@dataclass(frozen=True)
class TakingRule:
    """A rule that takes resource areas: its number, object and effect, hectares, and those that no other rule takes."""

    rule: str
    name: str
    effect: str
    hectares: float
    alone: float


def balance_rules(balance: QgsVectorLayer) -> list[TakingRule]:
    """The rules of a county as the run has measured them."""
    return [
        TakingRule(str(one["rule"]), text(one["name"]), _effect(one["effect"]), _area(one), one["exclusive_area_hm2"])
        for one in balance.getFeatures()
        if _area(one) > 0
    ]


def taking_rules(zones: QgsVectorLayer, balance: QgsVectorLayer) -> list[TakingRule]:
    """The rules by which some zones are prohibited or restricted, measured from these zones."""
    taken: dict[str, list[float]] = {}
    for zone in zones.getFeatures():
        rules = [] if zone["rules"] == NULL else [rule for rule in zone["rules"].split(BETWEEN_RULES) if rule]
        for rule in rules:
            both = taken.setdefault(rule, [0.0, 0.0])
            both[0] += _area(zone)
            both[1] += _area(zone) if len(rules) == 1 else 0.0
    words = {str(one["rule"]): (text(one["name"]), _effect(one["effect"])) for one in balance.getFeatures()}
    return [TakingRule(rule, *words.get(rule, (UNKNOWN, UNKNOWN)), *areas) for rule, areas in taken.items()]


def rules_table(taking: Iterable[TakingRule], most: int = MOST_RULES) -> TableSpec:
    """The rules that take most of the resource areas, and how much each takes that no other rule does."""
    ranked = sorted(taking, key=lambda one: one.hectares, reverse=True)[:most]
    rows = tuple((one.rule, one.name, one.effect, number(one.hectares), number(one.alone)) for one in ranked)
    columns = (
        Column(tr("编号"), "left"),
        Column(tr("管控对象"), "left", letters=NAME_LETTERS),
        Column(tr("效力"), letters=3),
        Column(tr("涉及\n（公顷）"), "right"),
        Column(tr("仅此一条\n（公顷）"), "right"),
    )
    return TableSpec(tr("占用资源区面积最多的规则"), columns, rows)


def _class_row(name: str, row: Iterable[float]) -> tuple[str, ...]:
    areas = list(row)
    whole = sum(areas)
    share = per_cent(areas[0] / whole) if whole else UNKNOWN
    return (name, *(number(area) for area in areas), number(whole), share)


def _effect(effect) -> str:
    return {"prohibited": tr("禁止"), "restricted": tr("限制")}.get(effect, text(effect))


def _area(one: QgsFeature) -> float:
    return 0.0 if one["area_hm2"] == NULL else one["area_hm2"]
