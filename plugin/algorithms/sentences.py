"""The science's faults and the parameters' faults as sentences."""

from __future__ import annotations

from ..analysis.travel.faults import (
    AllRoadsClosed,
    AllTerrainClosed,
    GridTooLarge,
    NoFacilities,
    NoRoads,
    NoSourceConnected,
    NothingToTravelOn,
)
from ..bridge.sentences import listed, sentence
from ..language import tr
from .faults import BadBreaks, NobodyInRaster, NobodyToServe, NoDemand, NoOrigins, SameFile, WouldDestroy

__all__ = ["sentence"]

GIGABYTE = 1024**3


@sentence.register
def _nothing_to_travel_on(fault: NothingToTravelOn) -> str:
    return tr("没有道路，也没有高程或土地覆盖，无法计算出行时间；请至少选择其中一项。")


@sentence.register
def _no_facilities(fault: NoFacilities) -> str:
    if fault.given:
        return tr("设施图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。").format(count=fault.given)
    return tr("设施图层中没有要素（或没有选中、被筛选条件排除）；请添加设施后重算。")


@sentence.register
def _no_roads(fault: NoRoads) -> str:
    if fault.given:
        return tr("道路图层的 {count} 条要素都没有可用的线；请检查几何图形后重算。").format(count=fault.given)
    return tr("道路图层中没有要素（或没有选中、被筛选条件排除）；请添加道路，或改用高程数据按步行计算。")


@sentence.register
def _all_roads_closed(fault: AllRoadsClosed) -> str:
    return tr(
        "道路图层的 {count} 条道路车速都为 0 或负数，无法通行；请检查车速字段或车速表（单位：公里/小时）。"
    ).format(count=fault.roads)


@sentence.register
def _all_terrain_closed(fault: AllTerrainClosed) -> str:
    return tr("高程或土地覆盖的 {count} 个像元都不可通行；请检查无值像元、计算范围和步行速度表。").format(
        count=fault.cells
    )


@sentence.register
def _grid_too_large(fault: GridTooLarge) -> str:
    return tr(
        "按 {cell} 米像元需要 {cells} 万个像元、约 {needed} GB 内存，现有 {available} GB；"
        "请把像元尺寸改为 {fitting} 米或更大，或缩小计算范围。"
    ).format(
        cell=f"{fault.cell_size:g}",
        cells=f"{fault.cells / 1e4:,.0f}",
        needed=f"{fault.needed_bytes / GIGABYTE:,.1f}",
        available=f"{fault.available_bytes / GIGABYTE:.1f}",
        fitting=f"{fault.fitting_cell_size:,.0f}",
    )


@sentence.register
def _no_source_connected(fault: NoSourceConnected) -> str:
    return tr(
        "{count} 处设施都没有连上道路，也不在有高程的像元内；请检查设施与道路、高程的坐标系和范围是否一致。"
    ).format(count=len(fault.reasons))


@sentence.register
def _bad_breaks(fault: BadBreaks) -> str:
    return tr("等时圈“{text}”应为用逗号分开的正数，例如 15,30,45,60；请改正后重算。").format(text=fault.text)


@sentence.register
def _no_demand(fault: NoDemand) -> str:
    if fault.given:
        return tr("需求图层的 {count} 条要素都没有可用的位置；请检查几何图形后重算。").format(count=fault.given)
    return tr("没有需求：请选择村庄等需求图层（不能为空），或选择人口栅格。")


@sentence.register
def _no_origins(fault: NoOrigins) -> str:
    if fault.given:
        return tr("起点图层的 {count} 条要素都没有可用的位置；请检查几何图形后重算。").format(count=fault.given)
    return tr("起点图层中没有要素（或没有选中、被筛选条件排除）；请添加起点后重算。")


@sentence.register
def _nobody_in_raster(fault: NobodyInRaster) -> str:
    return tr("人口栅格“{name}”在计算范围内没有大于 0 的像元；请检查栅格的范围、波段和无值设置后重算。").format(
        name=fault.name
    )


@sentence.register
def _same_file(fault: SameFile) -> str:
    return tr("有两个结果指定了同一个文件“{target}”，后写的会盖掉先写的；请为每个结果另起文件名。").format(
        target=fault.target
    )


@sentence.register
def _would_destroy(fault: WouldDestroy) -> str:
    if fault.tables:
        return tr("“{target}”中还有其他图层（{tables}），覆盖会把它们删除；请为结果另选文件名。").format(
            target=fault.target, tables=listed(fault.tables)
        )
    return tr("“{target}”是本次计算的输入，不能覆盖；请为结果另选文件名。").format(target=fault.target)


@sentence.register
def _nobody_to_serve(fault: NobodyToServe) -> str:
    return tr("需求的 {count} 条要素人口都为空、为负或为 0（字段“{field}”）；请检查人口字段后重算。").format(
        count=fault.rows, field=fault.field
    )
