"""The parameters of the remediation zones."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...language import tr
from ..travel_parameters import as_advanced, csv_file, field, number, source
from .role_layers import add_role_parameters

MINES, STATUS_FIELD, MINERAL_FIELD, NAME_FIELD = "MINES", "STATUS_FIELD", "MINERAL_FIELD", "NAME_FIELD"
METHOD_FIELD, HOLDER_FIELD, CAPACITY_FIELD, LAND_FIELD = "METHOD_FIELD", "HOLDER_FIELD", "CAPACITY_FIELD", "LAND_FIELD"
INTAKES, TOWNS, TOWNS_NAME_FIELD, COUNTY, DEM = "INTAKES", "TOWNS", "TOWNS_NAME_FIELD", "COUNTY", "DEM"
WEIGHTS, RULES, STATUS_WORDS, AS_OF = "WEIGHTS", "RULES", "STATUS_WORDS", "AS_OF"
BUFFER, UPSTREAM_KM, SEED = "BUFFER", "UPSTREAM_KM", "SEED"


def add_remediation_parameters(algorithm) -> None:
    """Declare the parameters in the order in which a planner thinks of them."""
    kinds = QgsProcessing.SourceType
    point, polygon = kinds.TypeVectorPoint, kinds.TypeVectorPolygon
    for parameter in (
        source(MINES, tr("矿山（点或面）"), [point, polygon], optional=False),
        field(NAME_FIELD, tr("矿山名称字段"), MINES),
        field(STATUS_FIELD, tr("矿山状态字段"), MINES),
        field(MINERAL_FIELD, tr("矿种字段"), MINES),
        field(METHOD_FIELD, tr("开采方式字段"), MINES),
        field(HOLDER_FIELD, tr("采矿权人字段"), MINES),
        field(CAPACITY_FIELD, tr("产能字段（万吨/年）"), MINES),
        field(LAND_FIELD, tr("矿山占用地类字段"), MINES),
        source(COUNTY, tr("县界（面）"), [polygon]),
        source(TOWNS, tr("乡镇（面，或驻地点）"), [point, polygon]),
        field(TOWNS_NAME_FIELD, tr("乡镇名称字段"), TOWNS),
        number(BUFFER, tr("影响范围（矿区外延，米）"), 500.0, minimum=1.0, advanced=False),
    ):
        algorithm.addParameter(parameter)
    add_role_parameters(algorithm)
    whole = QgsProcessingParameterNumber.Type.Integer
    for parameter in (
        source(INTAKES, tr("饮用水取水口（点）"), [point]),
        QgsProcessingParameterRasterLayer(DEM, tr("高程（DEM）"), optional=True),
        number(UPSTREAM_KM, tr("取水口上游追踪距离（公里，沿水流）"), 20.0),
        csv_file(WEIGHTS, tr("权重表（CSV：factor,weight）")),
        csv_file(RULES, tr("矿山规则表（CSV，同 mining_rules.csv）")),
        as_advanced(QgsProcessingParameterString(AS_OF, tr("法律适用日期（留空为今天）"), "", optional=True)),
        csv_file(STATUS_WORDS, tr("状态写法对照表（CSV：word,canonical）")),
        as_advanced(QgsProcessingParameterNumber(SEED, tr("随机种子（排名区间用）"), whole, 1, minValue=0)),
    ):
        algorithm.addParameter(parameter)
