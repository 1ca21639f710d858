"""Quarry consolidation: which quarries are near enough to be merged, who leads, and why the others stay alone."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...analysis.mining.clusters import Limits, consolidate
from ...bridge.sentences import listed
from ...bridge.write import sink_type
from ...cartography.result_styles import quarries_style, quarry_clusters_style
from ...county.mining_rules import mining_rules
from ...language import tr
from ..base import watch
from ..travel_parameters import DOUBLE, field, number, source
from . import quarry_tables as tables
from .group import MiningAlgorithm
from .quarry_barriers import add_barrier_parameters, read_barriers
from .quarry_reading import MINERAL_FIELD, NAME_FIELD, OUTPUT_FIELD, QUARRIES, STATUS_FIELD, read_quarries
from .quarry_reasons import Reasons, distance_words, limit_words

MAX_DISTANCE, MAX_DIAMETER = "MAX_DISTANCE", "MAX_DIAMETER"
OUTPUT, CLUSTERS = "OUTPUT", "CLUSTERS"
CLUSTERS_COUNT, ALONE_COUNT, HEADLINE = "CLUSTERS_COUNT", "ALONE_COUNT", "HEADLINE"
SAFETY_RULE = "R29"  #: the distance between neighbouring open pits
STEPS = {"links": (5, 40), "clusters": (40, 75), "reasons": (75, 95)}


class QuarryClusters(MiningAlgorithm):
    """Parameters: quarries, the farthest they are joined, barriers. Outputs: quarries and clusters with reasons."""

    ID = "quarryclusters"

    def title(self):
        return tr("石料厂就近整合")

    def initAlgorithm(self, configuration=None):
        kinds = QgsProcessing.SourceType
        point, polygon = kinds.TypeVectorPoint, kinds.TypeVectorPolygon
        self.addParameter(source(QUARRIES, tr("石料厂（点或面）"), [point, polygon], optional=False))
        self.addParameter(field(NAME_FIELD, tr("名称字段"), QUARRIES))
        self.addParameter(field(OUTPUT_FIELD, tr("产能字段（万吨/年）"), QUARRIES))
        self.addParameter(field(STATUS_FIELD, tr("状态字段"), QUARRIES))
        self.addParameter(field(MINERAL_FIELD, tr("矿种字段（只取石料）"), QUARRIES))
        self.addParameter(number(MAX_DISTANCE, tr("最大间距（米，规划取值）"), 2000.0, advanced=False))
        self.addParameter(
            QgsProcessingParameterNumber(
                MAX_DIAMETER, tr("组内最远两处的距离上限（米，不填为不限）"), DOUBLE, optional=True, minValue=0.0
            )
        )
        add_barrier_parameters(self)
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("石料厂与所在组"), optional=True))
        self.addParameter(QgsProcessingParameterFeatureSink(CLUSTERS, tr("整合组"), polygon, optional=True))
        self.addOutput(QgsProcessingOutputNumber(CLUSTERS_COUNT, tr("组数（含单独保留的）")))
        self.addOutput(QgsProcessingOutputNumber(ALONE_COUNT, tr("单独保留的石料厂数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def compute(self, parameters, context, feedback):
        reading = read_quarries(self, parameters, context, feedback)
        barriers = read_barriers(reading)
        safety = next(rule for rule in mining_rules(context.project()) if rule.id == SAFETY_RULE)
        # An empty number parameter is read as 0: no cap.
        limits = Limits(
            self.parameterAsDouble(parameters, MAX_DISTANCE, context),
            self.parameterAsDouble(parameters, MAX_DIAMETER, context) or None,
            safety.distance_m,
        )
        progress = watch(feedback, STEPS)
        found = consolidate(reading.quarries, limits, barriers.shapes, progress)
        progress("reasons", 0.0)
        reasons = Reasons(reading, barriers, limits, found, safety)
        _warn(reasons, feedback)

        self.outputs.inputs += reading.inputs
        several = int((found.sizes > 1).sum())
        given, own = tables.quarry_rows(reading, reasons)
        self.outputs.add_layer(
            OUTPUT,
            own,
            tables.QUARRY_FIELDS,
            sink_type(reading.features.frame),
            reading.crs,
            given=given,
            given_fields=reading.features.qgs_fields,
            label=reading.features.label,
            title=tr("石料厂与所在组"),
            style=quarries_style(several),
        )
        progress("reasons", 0.5)
        self.outputs.add_layer(
            CLUSTERS,
            tables.cluster_rows(reading, reasons),
            tables.cluster_fields(reading.capacities.unit_word),
            QgsWkbTypes.Type.MultiPolygon,
            reading.crs,
            title=tr("整合组"),
            style=quarry_clusters_style(several),
        )
        return _answer(found, limits, feedback)


def _warn(reasons: Reasons, feedback) -> None:
    """Pairs of pits too near each other in different clusters, and quarries that a barrier runs through."""
    found, labels = reasons.found, reasons.reading.labels
    close = found.close
    apart = np.flatnonzero(found.cluster[close.first] != found.cluster[close.second])
    if len(apart):
        pairs = [
            tr("{one}—{two} {distance}").format(
                one=labels[close.first[pair]],
                two=labels[close.second[pair]],
                distance=distance_words(close.metres[pair], reasons.limits.safe),
            )
            for pair in apart
        ]
        feedback.pushWarning(
            tr(
                "有 {count} 对石料厂不在同一组而距离小于相邻露天采石场应有的 {limit} 米（{basis}）：{pairs}；"
                "请核对开采范围，或放宽整合条件。"
            ).format(
                count=len(apart),
                limit=f"{reasons.limits.safe:g}",
                basis=reasons.basis(),
                pairs=listed(pairs),
            )
        )
    together = len(close) - len(apart)
    if together:
        feedback.pushInfo(
            tr("另有 {count} 对同组的石料厂距离小于 {limit} 米（{basis}），整合后应按一个采场统一设计。").format(
                count=together, limit=f"{reasons.limits.safe:g}", basis=reasons.basis()
            )
        )
    if len(found.split):
        feedback.pushWarning(
            tr("有 {count} 处石料厂被阻隔穿过（{names}），按面积较大的一侧判断是否隔着阻隔；请核对其范围。").format(
                count=len(found.split),
                names=listed(labels[found.split]),
            )
        )


def _answer(found, limits: Limits, feedback) -> dict:
    alone = int((found.sizes == 1).sum())
    several = len(found.sizes) - alone
    given = {"total": len(found.cluster), "limit": limit_words(limits.distance), "alone": alone}
    if several:
        headline = tr(
            "石料厂 {total} 处，在 {limit}以内可就近整合为 {groups} 组（{joined} 处），{alone} 处单独保留"
        ).format(groups=several, joined=len(found.cluster) - alone, **given)
    else:
        headline = tr("石料厂 {total} 处，在 {limit}以内没有可以就近整合的，{alone} 处都单独保留").format(**given)
    feedback.pushInfo(headline)
    return {CLUSTERS_COUNT: len(found.sizes), ALONE_COUNT: alone, HEADLINE: headline}
