"""The parameters that all travel algorithms share, and what they declare."""

from __future__ import annotations

from math import isfinite

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..language import tr
from .faults import BadBreaks

ROADS, ROAD_CLASS_FIELD, SPEED_FIELD = "ROADS", "ROAD_CLASS_FIELD", "SPEED_FIELD"
SPEED_TABLE, ONEWAY_FIELD = "SPEED_TABLE", "ONEWAY_FIELD"
DEM, LANDCOVER, LANDCOVER_SPEEDS = "DEM", "LANDCOVER", "LANDCOVER_SPEEDS"
BARRIERS, AREA, CELL_SIZE = "BARRIERS", "AREA", "CELL_SIZE"
WALK_MODEL, WALK_SPEED, OFF_ROAD_FACTOR = "WALK_MODEL", "WALK_SPEED", "OFF_ROAD_FACTOR"
NEIGHBOURS, DIRECTION, MAX_SNAP, MAX_MINUTES = "NEIGHBOURS", "DIRECTION", "MAX_SNAP", "MAX_MINUTES"

DOUBLE = QgsProcessingParameterNumber.Type.Double


def number(name, text, default, minimum=0.0, maximum=None, advanced=True):
    """A number parameter with its unit in the text."""
    limits = {"minValue": minimum} if maximum is None else {"minValue": minimum, "maxValue": maximum}
    parameter = QgsProcessingParameterNumber(name, text, DOUBLE, default, **limits)
    return as_advanced(parameter) if advanced else parameter


def as_advanced(parameter):
    """The same parameter, folded away until the planner asks for more."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def field(name, text, parent):
    """An optional field of the layer ``parent``."""
    return QgsProcessingParameterField(name, text, parentLayerParameterName=parent, optional=True)


def source(name, text, kinds, optional=True):
    return QgsProcessingParameterFeatureSource(name, text, kinds, optional=optional)


def csv_file(name, text):
    return as_advanced(QgsProcessingParameterFile(name, text, extension="csv", optional=True))


def add_travel_parameters(algorithm) -> None:
    """Declare the shared travel parameters, in the order in which a planner thinks of them."""
    line, polygon = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVectorPolygon
    anything = QgsProcessing.SourceType.TypeVectorAnyGeometry
    for parameter in (
        source(ROADS, tr("道路"), [line]),
        field(ROAD_CLASS_FIELD, tr("道路等级字段"), ROADS),
        field(SPEED_FIELD, tr("车速字段（公里/小时，优先于道路等级）"), ROADS),
        field(ONEWAY_FIELD, tr("单向通行字段（yes/true/1/FT 顺向，-1/TF 逆向，其他为双向）"), ROADS),
        QgsProcessingParameterRasterLayer(DEM, tr("高程（DEM）"), optional=True),
        QgsProcessingParameterRasterLayer(LANDCOVER, tr("土地覆盖"), optional=True),
        source(AREA, tr("计算范围（面）"), [polygon]),
        source(BARRIERS, tr("阻隔（线或面，只能经道路通过）"), [anything]),
        number(MAX_MINUTES, tr("时间上限（分钟）"), 120.0, advanced=False),
        csv_file(SPEED_TABLE, tr("道路车速表（CSV：class,speed_kmh）")),
        csv_file(LANDCOVER_SPEEDS, tr("土地覆盖步行速度表（CSV：class,speed_kmh,mode）")),
        number(CELL_SIZE, tr("像元尺寸（米，0 为采用高程数据的像元，没有时取 30）"), 0.0),
        as_advanced(
            QgsProcessingParameterEnum(
                WALK_MODEL, tr("步行模型"), [tr("Tobler"), tr("Naismith–Langmuir"), tr("不计坡度")], defaultValue=0
            )
        ),
        number(WALK_SPEED, tr("平地步行速度（公里/小时）"), 5.0, minimum=0.01),
        number(OFF_ROAD_FACTOR, tr("路外步行速度系数"), 0.6, minimum=0.01),
        as_advanced(QgsProcessingParameterEnum(NEIGHBOURS, tr("相邻像元"), ["8", "16"], defaultValue=0)),
        as_advanced(
            QgsProcessingParameterEnum(
                DIRECTION, tr("方向"), [tr("前往设施"), tr("从设施出发")], defaultValue=0
            )
        ),
        number(MAX_SNAP, tr("距道路最远（米，超过即视为未连通）"), 1000.0),
    ):
        algorithm.addParameter(parameter)


def breaks_of(text: str) -> list[float]:
    """"15,30,45,60" as ascending minutes; raises :class:`BadBreaks` for anything else."""
    parts = [part.strip() for part in text.replace("，", ",").replace("、", ",").split(",")]
    try:
        values = sorted({float(part) for part in parts if part})
    except ValueError:
        raise BadBreaks(text) from None
    if not values or values[0] <= 0 or not all(map(isfinite, values)):
        raise BadBreaks(text)
    return values
