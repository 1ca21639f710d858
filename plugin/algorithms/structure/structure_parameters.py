"""The parameters of a spatial structure: the slogan, what the planner has drawn, and what lies in the county."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...language import tr
from ..travel_parameters import as_advanced, field, number, source

SLOGAN, ELEMENTS, ROLE_FIELD, NAME_FIELD = "SLOGAN", "ELEMENTS", "ROLE_FIELD", "NAME_FIELD"
SELECTED_ONLY, COUNTY, PROPOSE, SCHEMATIC = "SELECTED_ONLY", "COUNTY", "PROPOSE", "SCHEMATIC"
TOWNS, TOWNS_NAME_FIELD, TOWNS_LEVEL_FIELD = "TOWNS", "TOWNS_NAME_FIELD", "TOWNS_LEVEL_FIELD"
POPULATION_FIELD, SEATS, SEATS_NAME_FIELD = "POPULATION_FIELD", "SEATS", "SEATS_NAME_FIELD"
ROADS, ROADS_CLASS_FIELD = "ROADS", "ROADS_CLASS_FIELD"
RIVERS, RIVERS_NAME_FIELD, RIVERS_LEVEL_FIELD = "RIVERS", "RIVERS_NAME_FIELD", "RIVERS_LEVEL_FIELD"
PARKS, PARKS_NAME_FIELD, PEAKS, PEAKS_NAME_FIELD = "PARKS", "PARKS_NAME_FIELD", "PEAKS", "PEAKS_NAME_FIELD"
DEM, RESERVES, SCENIC_AREAS = "DEM", "RESERVES", "SCENIC_AREAS"
END_DISTANCE, ALONG_DISTANCE = "END_DISTANCE", "ALONG_DISTANCE"


def add_structure_parameters(algorithm) -> None:
    """Declare them in the order in which a planner thinks of them."""
    kinds = QgsProcessing.SourceType
    anything, point, line, polygon = (
        kinds.TypeVectorAnyGeometry,
        kinds.TypeVectorPoint,
        kinds.TypeVectorLine,
        kinds.TypeVectorPolygon,
    )
    for parameter in (
        QgsProcessingParameterString(SLOGAN, tr("总体格局口号（如：双核引领、两园驱动、一屏六廊）")),
        QgsProcessingParameterMultipleLayers(ELEMENTS, tr("已绘的格局要素（点、线、面图层）"), anything, optional=True),
        QgsProcessingParameterString(ROLE_FIELD, tr("格局字段名（写明核、主核、六廊或序号）"), optional=True),
        QgsProcessingParameterString(NAME_FIELD, tr("要素名称字段名"), optional=True),
        as_advanced(QgsProcessingParameterBoolean(SELECTED_ONLY, tr("只用图层中选中的要素"), defaultValue=False)),
        source(COUNTY, tr("县界"), [polygon]),
        QgsProcessingParameterBoolean(PROPOSE, tr("为缺少的要素提出建议"), defaultValue=True),
        source(TOWNS, tr("乡镇（点或面）"), [point, polygon]),
        field(TOWNS_NAME_FIELD, tr("乡镇名称字段"), TOWNS),
        field(POPULATION_FIELD, tr("人口字段（人）"), TOWNS),
        field(TOWNS_LEVEL_FIELD, tr("乡镇等级字段"), TOWNS),
        source(SEATS, tr("乡镇驻地"), [point]),
        as_advanced(field(SEATS_NAME_FIELD, tr("驻地名称字段"), SEATS)),
        source(ROADS, tr("道路"), [line]),
        field(ROADS_CLASS_FIELD, tr("道路等级字段"), ROADS),
        source(RIVERS, tr("河流"), [line]),
        as_advanced(field(RIVERS_NAME_FIELD, tr("河流名称字段"), RIVERS)),
        as_advanced(field(RIVERS_LEVEL_FIELD, tr("河流等级字段"), RIVERS)),
        source(PARKS, tr("产业园区（点或面）"), [point, polygon]),
        as_advanced(field(PARKS_NAME_FIELD, tr("园区名称字段"), PARKS)),
        source(PEAKS, tr("山峰"), [point]),
        as_advanced(field(PEAKS_NAME_FIELD, tr("山峰名称字段"), PEAKS)),
        QgsProcessingParameterRasterLayer(DEM, tr("高程（DEM）"), optional=True),
        source(RESERVES, tr("自然保护区"), [polygon]),
        source(SCENIC_AREAS, tr("风景名胜区"), [polygon]),
        number(END_DISTANCE, tr("轴的端点距核或节点最远（米）"), 3000.0),
        number(ALONG_DISTANCE, tr("廊道距河流或道路最远（米）"), 500.0),
        as_advanced(
            QgsProcessingParameterBoolean(SCHEMATIC, tr("片区只是示意，不核对面积"), defaultValue=False)
        ),
    ):
        algorithm.addParameter(parameter)
