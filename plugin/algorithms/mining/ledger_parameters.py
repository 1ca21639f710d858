"""The parameters of the two ledgers."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...language import tr
from ..travel_parameters import as_advanced, csv_file, field, source

MINES, NAME_FIELD, STATUS_FIELD, HOLDER_FIELD = "MINES", "NAME_FIELD", "STATUS_FIELD", "HOLDER_FIELD"
METHOD_FIELD, DAMAGE_FIELD, AREA_FIELD = "METHOD_FIELD", "DAMAGE_FIELD", "AREA_FIELD"
CAPACITY_FIELD, REMAINING_FIELD, LAND_FIELD = "CAPACITY_FIELD", "REMAINING_FIELD", "LAND_FIELD"
LANDUSE, LANDUSE_CLASS_FIELD, LANDUSE_RASTER = "LANDUSE", "LANDUSE_CLASS_FIELD", "LANDUSE_RASTER"
LAND_CODES, UNIT_COSTS, FACTORS, EQUIVALENT = "LAND_CODES", "UNIT_COSTS", "FACTORS", "EQUIVALENT"
YEARS, DISCOUNT, INTERIM_LOSS, GOVERNMENT = "YEARS", "DISCOUNT", "INTERIM_LOSS", "GOVERNMENT"
TOWNS, TOWNS_NAME_FIELD = "TOWNS", "TOWNS_NAME_FIELD"
WATER_PROTECTION, RESERVES, ZONES = "WATER_PROTECTION", "RESERVES", "ZONES"
ZONES_KIND_FIELD = "ZONES_KIND_FIELD"
#: Layer of protected zones → its name field and the field that says who benefits.
ZONE_FIELDS = {
    WATER_PROTECTION: ("WATER_PROTECTION_NAME_FIELD", "WATER_PROTECTION_BENEFICIARY_FIELD"),
    RESERVES: ("RESERVES_NAME_FIELD", "RESERVES_BENEFICIARY_FIELD"),
    ZONES: ("ZONES_NAME_FIELD", "BENEFICIARY_FIELD"),
}
DEFAULT_YEARS, DEFAULT_DISCOUNT = 10, 0.0


def add_ledger_parameters(algorithm) -> None:
    """Declare the parameters in the order in which a planner thinks of them."""
    kinds = QgsProcessing.SourceType
    anything, polygon = [kinds.TypeVectorAnyGeometry], [kinds.TypeVectorPolygon]
    whole, real = QgsProcessingParameterNumber.Type.Integer, QgsProcessingParameterNumber.Type.Double
    codes = [tr("自动识别"), tr("2023 年用地用海分类指南"), tr("第三次国土调查（三调）")]
    values = [tr("山西 2018 年（1412.6 元/公顷）"), tr("全国 1990—2015 年平均"), tr("全国 2010 年（待核）")]
    for parameter in (
        source(MINES, tr("矿山（点或面）"), anything, optional=False),
        field(NAME_FIELD, tr("矿山名称字段"), MINES),
        field(STATUS_FIELD, tr("矿山状态字段"), MINES),
        field(HOLDER_FIELD, tr("采矿权人字段"), MINES),
        field(METHOD_FIELD, tr("开采方式字段"), MINES),
        field(DAMAGE_FIELD, tr("损毁类型或程度字段"), MINES),
        field(AREA_FIELD, tr("损毁面积字段（公顷）"), MINES),
        field(CAPACITY_FIELD, tr("年产量字段（万吨/年）"), MINES),
        field(REMAINING_FIELD, tr("剩余可采储量字段（万吨）"), MINES),
        field(LAND_FIELD, tr("矿山地类字段"), MINES),
        source(LANDUSE, tr("地类图斑（面）"), polygon),
        field(LANDUSE_CLASS_FIELD, tr("地类编码或名称字段"), LANDUSE),
        QgsProcessingParameterRasterLayer(LANDUSE_RASTER, tr("地类栅格"), optional=True),
        as_advanced(QgsProcessingParameterEnum(LAND_CODES, tr("地类编码体系"), codes, defaultValue=0)),
        source(TOWNS, tr("乡镇（面）"), polygon),
        field(TOWNS_NAME_FIELD, tr("乡镇名称字段"), TOWNS),
        QgsProcessingParameterNumber(YEARS, tr("计提年限（年）"), whole, DEFAULT_YEARS),
        QgsProcessingParameterNumber(DISCOUNT, tr("折现率（小数，例如 0.04）"), real, DEFAULT_DISCOUNT),
        QgsProcessingParameterString(GOVERNMENT, tr("历史遗留矿山的修复主体"), tr("县级人民政府")),
        csv_file(UNIT_COSTS, tr("修复单位费用表（CSV：land,damage,yuan_per_hm2…）")),
        as_advanced(QgsProcessingParameterBoolean(INTERIM_LOSS, tr("另算修复期间的服务损失"), False)),
        *_zone_parameters(polygon),
        csv_file(FACTORS, tr("当量因子表（CSV：type,food…landscape）")),
        as_advanced(QgsProcessingParameterEnum(EQUIVALENT, tr("一个当量的价值"), values, defaultValue=0)),
    ):
        algorithm.addParameter(parameter)


def _zone_parameters(polygon):
    labels = zone_labels()
    for layer, (name_field, beneficiary_field) in ZONE_FIELDS.items():
        yield source(layer, labels[layer], polygon)
        yield field(name_field, tr("{layer}：名称字段").format(layer=labels[layer]), layer)
        yield field(beneficiary_field, tr("{layer}：受益方字段").format(layer=labels[layer]), layer)
    yield field(ZONES_KIND_FIELD, tr("其他保护区域：类型字段"), ZONES)


def zone_labels() -> dict[str, str]:
    """The layers of protected zones as the planner reads them."""
    return {
        WATER_PROTECTION: tr("饮用水水源保护区"),
        RESERVES: tr("自然保护区"),
        ZONES: tr("其他保护区域"),
    }
