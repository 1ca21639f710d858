"""The hierarchy of towns: what each scores, the level it has, and how strongly the towns are linked."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...analysis.structure.links import SHORTEST_KM, gravity_links
from ...analysis.structure.seat_network import straight_km
from ...analysis.structure.towns import SHORTEST_MINUTES, Weights, harmonic_closeness, rank_towns, score_towns
from ...bridge.sentences import listed
from ...bridge.write import sink_type
from ...cartography.hierarchy_styles import links_style, towns_style
from ...language import tr
from ..base import watch
from ..travel_parameters import as_advanced, field, number, source
from . import town_reading as towns
from . import town_scoring as scoring
from . import town_tables as tables
from .group import StructureAlgorithm

LEVELS, EXPONENT = "LEVELS", "EXPONENT"
W_POPULATION, W_FUNCTIONS, W_CENTRALITY = "W_POPULATION", "W_FUNCTIONS", "W_CENTRALITY"
OUTPUT, LINKS = "OUTPUT", "LINKS"
TOWNS_COUNT, HEADLINE = "TOWNS_COUNT", "HEADLINE"
MOST_LEVELS = 10
MOST_LINKS = 5000  #: links that are drawn; a county's towns have far fewer
STEPS = {"graph": (5, 30), "search": (30, 70), "hierarchy": (70, 95)}


class TownHierarchy(StructureAlgorithm):
    """Parameters: towns, what scores them, roads, levels. Outputs: towns with their level, and gravity links."""

    ID = "townhierarchy"

    def title(self):
        return tr("城镇等级与联系")

    def initAlgorithm(self, configuration=None):
        kinds = QgsProcessing.SourceType
        point, line, polygon = kinds.TypeVectorPoint, kinds.TypeVectorLine, kinds.TypeVectorPolygon
        whole = QgsProcessingParameterNumber.Type.Integer
        numeric = QgsProcessingParameterField.DataType.Any
        self.addParameter(source(towns.TOWNS, tr("乡镇（点或面）"), [point, polygon], optional=False))
        self.addParameter(field(towns.NAME_FIELD, tr("乡镇名称字段"), towns.TOWNS))
        self.addParameter(
            QgsProcessingParameterField(
                towns.POPULATION_FIELD, tr("人口字段（人）"), parentLayerParameterName=towns.TOWNS
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                towns.INDICATOR_FIELDS,
                tr("职能指标字段（可多选，越大越强）"),
                parentLayerParameterName=towns.TOWNS,
                type=numeric,
                allowMultiple=True,
                optional=True,
            )
        )
        self.addParameter(field(towns.LEVEL_FIELD, tr("给定等级字段（只用于对照）"), towns.TOWNS))
        self.addParameter(source(towns.SEATS, tr("乡镇驻地"), [point]))
        self.addParameter(as_advanced(field(towns.SEATS_NAME_FIELD, tr("驻地名称字段"), towns.SEATS)))
        self.addParameter(source(scoring.FACILITIES, tr("公共服务设施"), [point, polygon]))
        self.addParameter(field(scoring.FACILITY_TYPE_FIELD, tr("设施类型字段"), scoring.FACILITIES))
        self.addParameter(field(scoring.FACILITY_LEVEL_FIELD, tr("设施级别字段"), scoring.FACILITIES))
        self.addParameter(source(scoring.ROADS, tr("道路"), [line]))
        self.addParameter(field(scoring.ROAD_CLASS_FIELD, tr("道路等级字段"), scoring.ROADS))
        self.addParameter(
            as_advanced(field(scoring.SPEED_FIELD, tr("车速字段（公里/小时，优先于道路等级）"), scoring.ROADS))
        )
        self.addParameter(
            QgsProcessingParameterNumber(LEVELS, tr("级数"), whole, 3, minValue=2, maxValue=MOST_LEVELS)
        )
        self.addParameter(number(W_POPULATION, tr("人口权重"), 0.5))
        self.addParameter(number(W_FUNCTIONS, tr("职能权重"), 0.3))
        self.addParameter(number(W_CENTRALITY, tr("路网中心性权重"), 0.2))
        self.addParameter(number(EXPONENT, tr("引力模型的距离指数"), 2.0))
        self.addParameter(number(scoring.MAX_SNAP, tr("距道路最远（米，超过即视为未连通）"), 1000.0))
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("乡镇与等级"), optional=True))
        self.addParameter(QgsProcessingParameterFeatureSink(LINKS, tr("城镇联系"), line, optional=True))
        self.addOutput(QgsProcessingOutputNumber(TOWNS_COUNT, tr("乡镇数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def compute(self, parameters, context, feedback):
        reading = towns.read_towns(self, parameters, context, feedback)
        progress = watch(feedback, STEPS)
        index, kinds = scoring.read_functions(reading)
        network = scoring.read_network(reading, progress)
        if network is not None and not np.isfinite(network.minutes[~np.eye(len(network.minutes), dtype=bool)]).any():
            feedback.pushWarning(tr("乡镇之间没有路网联系，改按直线距离计算引力，不计路网中心性。"))
            network = None
        closeness = None if network is None else harmonic_closeness(network.minutes)

        progress("hierarchy", 0.0)
        levels = self.parameterAsInt(parameters, LEVELS, context)
        value = [self.parameterAsDouble(parameters, one, context) for one in (W_POPULATION, W_FUNCTIONS, W_CENTRALITY)]
        score = score_towns(reading.population, index, closeness, Weights(*value))
        scoring.say_weights(reading, score)
        found = rank_towns(score, levels)
        exponent = self.parameterAsDouble(parameters, EXPONENT, context)
        if network is None:
            feedback.pushInfo(tr("没有路网，联系强度按直线距离（公里）计算。"))
            links = gravity_links(reading.population, straight_km(reading.xy), exponent, SHORTEST_KM)
        else:
            links = gravity_links(reading.population, network.minutes, exponent, SHORTEST_MINUTES)
        types = scoring.read_types(reading, found.level)
        nothing = np.full(len(reading.labels), np.nan)
        columns = {
            "closeness": nothing if closeness is None else closeness,
            "functions": nothing if kinds is None else kinds,
        }
        if len(links) > MOST_LINKS:
            feedback.pushWarning(
                tr("乡镇之间有 {count} 条联系，只绘出最强的 {drawn} 条；比例和名次按全部联系计算。").format(
                    count=len(links), drawn=MOST_LINKS
                )
            )
        rows = tables.town_rows(reading, found, levels, types, network, columns)
        self._hand_over(reading, rows, links, network, levels, progress)
        return self._answer(reading, found, links, network, levels, feedback)

    def _hand_over(self, reading, rows, links, network, levels, progress) -> None:
        given, own = rows
        self.outputs.inputs += reading.inputs
        self.outputs.add_layer(
            OUTPUT,
            own,
            tables.TOWN_FIELDS,
            sink_type(reading.features.frame),
            reading.crs,
            given=given,
            given_fields=reading.features.qgs_fields,
            label=reading.features.label,
            title=tr("乡镇与等级"),
            style=towns_style(tables.level_titles(levels), reading.name_field),
        )
        self.outputs.add_layer(
            LINKS,
            tables.link_rows(reading, links.strongest(MOST_LINKS), network, progress),
            tables.LINK_FIELDS,
            QgsWkbTypes.Type.LineString,
            reading.crs,
            title=tr("城镇联系"),
            style=links_style(),
        )

    def _answer(self, reading, found, links, network, levels, feedback) -> dict:
        titles = tables.level_titles(levels)
        _say_differences(reading, found, titles, feedback)
        each = [
            tr("{level} {count} 个（{names}）").format(
                level=title, count=len(names), names=listed(names, len(names))
            )
            for title, names in zip(titles, _names_by_level(reading, found, levels))
        ]
        given = {"count": int((found.level > 0).sum()), "levels": levels, "each": listed(each, levels)}
        if len(links):
            strongest = {
                "a": reading.labels[links.first[0]],
                "b": reading.labels[links.second[0]],
                "share": f"{100 * links.share[0]:.0f}",
            }
            headline = tr(
                "{count} 个乡镇分为 {levels} 级：{each}；联系最强的是{a}—{b}，占全部联系的 {share} %"
            ).format(**given, **strongest)
        else:
            headline = tr("{count} 个乡镇分为 {levels} 级：{each}；{reason}").format(
                **given, reason=scoring.why_no_links(reading)
            )
        feedback.pushInfo(headline)
        feedback.pushInfo(
            tr("自然断点的方差拟合优度为 {fit}（1 为完全吻合）。").format(fit=f"{found.fit:.3f}")
        )
        return {TOWNS_COUNT: len(reading.labels), HEADLINE: headline}


def _names_by_level(reading, found, levels: int) -> list[list[str]]:
    """The towns of each level, the best first."""
    order = np.argsort(-np.nan_to_num(found.score.score, nan=-1.0), kind="stable")
    return [[reading.labels[row] for row in order if found.level[row] == level] for level in range(1, levels + 1)]


def _say_differences(reading, found, titles, feedback) -> None:
    """Towns whose level is not the one that the planner's field says."""
    rows = [
        row
        for row in range(len(found.level))
        if tables.differs(reading.given_level[row], found.level[row], len(titles))
    ]
    given = sum(bool(one) for one in reading.given_level)
    if rows:
        each = [
            tr("{town}给定{given}、计算为{found}").format(
                town=reading.labels[row], given=reading.given_level[row], found=titles[found.level[row] - 1]
            )
            for row in rows
        ]
        feedback.pushWarning(
            tr(
                "{count} 个乡镇的计算等级与图层中给定的等级不同：{towns}；"
                "规划等级可以高于或低于现状，请说明理由，或调整权重。"
            ).format(count=len(rows), towns=listed(each, len(each)))
        )
    elif given:
        feedback.pushInfo(tr("{count} 个乡镇的计算等级与图层中给定的等级一致。").format(count=given))
