"""Where mining is prohibited, restricted or permitted: every zone with its legal reason."""

from __future__ import annotations

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...analysis.mining.applied import apply_rules
from ...analysis.mining.rules import RIVER_SAND
from ...analysis.mining.zoning import Zoning, zone_resources
from ...bridge.sentences import listed
from ...cartography.result_styles import zoning_style
from ...county.mining_rules import edition
from ...language import tr
from ..base import watch
from ..travel_parameters import csv_file, field, number, source
from . import zoning_tables as tables
from .group import MiningAlgorithm
from .role_layers import add_role_parameters
from .zoning_reading import (
    AS_OF,
    DEM,
    METHOD_FIELD,
    MINERAL_FIELD,
    NAME_FIELD,
    PARKS,
    RESOURCES,
    RULES,
    ZoningReading,
    read_zoning,
)
from .zoning_scores import WEIGHTS, score_permitted, weight_texts
from .zoning_sight import seen_ground

MIN_AREA, VISIBLE_DISTANCE, MAX_SNAP = "MIN_AREA", "VISIBLE_DISTANCE", "MAX_SNAP"
ZONES, BALANCE, NOT_APPLIED, RULES_USED = "ZONES", "BALANCE", "NOT_APPLIED", "RULES_USED"
RESOURCE_AREA, HEADLINE = "RESOURCE_AREA", "HEADLINE"
SHARES = ("PROHIBITED_SHARE", "RESTRICTED_SHARE", "PERMITTED_SHARE")
STEPS = {"cells": (5, 40), "overlay": (40, 75), "slivers": (75, 85), "graph": (85, 88), "search": (88, 90)}
SMALL_HECTARES = 0.05  #: below this an overlap is told in square metres
OVERLAP_SHARE, OVERLAP_M2 = 1e-6, 1.0  #: less than this share or these square metres is rounding


class MineralZoning(MiningAlgorithm):
    """Parameters: resource areas, role layers, rules. Outputs: zones, what each rule takes, what was not applied."""

    ID = "mineralzoning"

    def title(self):
        return tr("矿产开采分区")

    def initAlgorithm(self, configuration=None):
        kinds = QgsProcessing.SourceType
        anything, polygon, table = kinds.TypeVectorAnyGeometry, kinds.TypeVectorPolygon, kinds.TypeVector
        self.addParameter(source(RESOURCES, tr("矿产资源区"), [polygon], optional=False))
        self.addParameter(field(METHOD_FIELD, tr("开采方式字段（露天、地下；不明从严按露天）"), RESOURCES))
        self.addParameter(field(MINERAL_FIELD, tr("矿种字段"), RESOURCES))
        self.addParameter(field(NAME_FIELD, tr("资源区名称字段"), RESOURCES))
        self.addParameter(number(MIN_AREA, tr("最小图斑面积（公顷，更小的并入相邻分区）"), 0.1, advanced=False))
        add_role_parameters(self)
        self.addParameter(QgsProcessingParameterRasterLayer(DEM, tr("高程（DEM）"), optional=True))
        self.addParameter(csv_file(RULES, tr("矿业规则表（CSV，逐行替换自带的规则）")))
        self.addParameter(QgsProcessingParameterString(AS_OF, tr("法律适用日期（留空为今天）"), "", optional=True))
        visible = tr("直观可视距离（米，规划参数；0 为按规则表）")
        self.addParameter(number(VISIBLE_DISTANCE, visible, 0.0))
        self.addParameter(source(PARKS, tr("产业园区或选冶厂（评分用）"), [anything]))
        for name, text, default in weight_texts():
            self.addParameter(number(name, text, default))
        self.addParameter(number(MAX_SNAP, tr("距道路最远（米，超过即视为无路可运）"), 1000.0))
        for name, text, kind in (
            (ZONES, tr("开采分区"), polygon),
            (BALANCE, tr("各规则占用面积"), table),
            (NOT_APPLIED, tr("未采用的规则"), table),
            (RULES_USED, tr("规则版本与采用情况"), table),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, text, kind, optional=True))
        self.addOutput(QgsProcessingOutputNumber(RESOURCE_AREA, tr("资源区面积（公顷）")))
        for name, text in zip(SHARES, (tr("禁止开采区比例（0–1）"), tr("限制比例（0–1）"), tr("允许比例（0–1）"))):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def compute(self, parameters, context, feedback):
        def value(name):
            return self.parameterAsDouble(parameters, name, context)

        reading = read_zoning(self, parameters, context, feedback)
        self._tell_edition(reading, feedback)
        _tell_overlaps(reading, feedback)
        progress = watch(feedback, STEPS)
        applied = apply_rules(
            reading.rules,
            reading.roles.features,
            reading.day,
            seen_ground(reading, value(VISIBLE_DISTANCE), context.project(), progress),
            sand=bool((reading.kind == RIVER_SAND).any()),
        )
        zoning = zone_resources(
            reading.geometry,
            reading.method,
            reading.kind,
            applied.clauses,
            true_m2=reading.hectares * tables.SQUARE_METRES_PER_HECTARE,
            least_m2=value(MIN_AREA) * tables.SQUARE_METRES_PER_HECTARE,
            progress=progress,
        )
        zones = tables.zone_rows(reading, zoning, applied)
        weights = {factor: value(name) for factor, name in WEIGHTS.items()}
        zones = score_permitted(zones, reading, weights, value(MAX_SNAP), context.project(), feedback, progress)
        self._add_layers(reading, zoning, applied, zones)
        return self._answer(reading, zoning, applied, feedback)

    def _add_layers(self, reading: ZoningReading, zoning: Zoning, applied, zones) -> None:
        self.outputs.inputs += reading.inputs
        no_geometry, no_crs = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
        self.outputs.add_layer(
            ZONES,
            zones,
            tables.ZONE_FIELDS,
            QgsWkbTypes.Type.MultiPolygon,
            reading.crs,
            title=tr("开采分区"),
            style=zoning_style(),
        )
        balance = tables.balance_rows(zoning, applied, float(reading.hectares.sum()))
        for name, frame, specs, title in (
            (BALANCE, balance, tables.BALANCE_FIELDS, tr("各规则占用面积")),
            (NOT_APPLIED, tables.missing_rows(applied), tables.MISSING_FIELDS, tr("未采用的规则")),
            (RULES_USED, tables.edition_rows(reading.rules, applied), tables.EDITION_FIELDS, tr("规则版本与采用情况")),
        ):
            self.outputs.add_layer(name, frame, specs, no_geometry, no_crs, title=title)

    def _tell_edition(self, reading: ZoningReading, feedback) -> None:
        count, youngest = edition(reading.rules, reading.day)
        feedback.pushInfo(
            tr("规则版本：按 {day} 现行的 {count} 条规则，其中最近施行的一条自 {youngest} 起。").format(
                day=reading.day.isoformat(), count=count, youngest=youngest.isoformat() if youngest else "—"
            )
        )

    def _answer(self, reading: ZoningReading, zoning: Zoning, applied, feedback) -> dict:
        total = float(reading.hectares.sum())
        area = np.bincount(zoning.rank, weights=zoning.area_m2, minlength=3) / tables.SQUARE_METRES_PER_HECTARE
        shares = area / total
        headline = tr(
            "禁止开采区占资源区 {prohibited} %，限制开采区 {restricted} %，允许开采区 {permitted} %"
            "（资源区 {area} 平方公里）"
        ).format(
            prohibited=f"{100 * shares[0]:.1f}",
            restricted=f"{100 * shares[1]:.1f}",
            permitted=f"{100 * shares[2]:.1f}",
            area=f"{total / 100:,.1f}",
        )
        missing = list(dict.fromkeys(fate.rule.id for fate in applied.missing))
        if missing:
            feedback.pushWarning(
                tr("有 {count} 条规则因缺少图层、类别或高程而没有采用（{ids}），详见“未采用的规则”。").format(
                    count=len(missing), ids=listed(missing, len(missing))
                )
            )
        merged = zoning.merged_m2.sum() / tables.SQUARE_METRES_PER_HECTARE
        if merged > 0:
            feedback.pushInfo(
                tr(
                    "小于最小图斑面积的碎斑共 {area} 公顷，已沿最长的公共边并入相邻分区，没有跨越禁止开采区界线。"
                ).format(area=f"{merged:,.2f}")
            )
        feedback.pushInfo(headline)
        return {RESOURCE_AREA: total, **dict(zip(SHARES, map(float, shares))), HEADLINE: headline}


def _tell_overlaps(reading: ZoningReading, feedback) -> None:
    """Areas one over the other are counted each; the planner must know when reading shares."""
    plane = shapely.area(reading.geometry)
    twice = plane.sum() - shapely.area(shapely.union_all(reading.geometry))
    if twice > max(OVERLAP_SHARE * plane.sum(), OVERLAP_M2):
        hectares = twice / tables.SQUARE_METRES_PER_HECTARE
        if hectares < SMALL_HECTARES:
            said = tr("矿产资源区之间有 {area} 平方米重叠（例如数字化误差），各自分别划定，面积分别计入。")
            area = f"{twice:,.0f}"
        else:
            said = tr("矿产资源区之间有 {area} 公顷重叠（例如不同矿种上下叠置），各自分别划定，面积分别计入。")
            area = f"{hectares:,.1f}" if hectares >= 1 else f"{hectares:.2f}"
        feedback.pushWarning(said.format(area=area))
