"""The faults of mining as sentences."""

from __future__ import annotations

from ...analysis.mining.faults import (
    AllMinesOutside,
    BadDiscount,
    BadYears,
    NoMines,
    NoObservers,
    NoQuarries,
    NoResources,
    NothingToPayFor,
    ObserversWithoutGround,
)
from ...bridge.sentences import sentence
from ...language import tr
from .faults import BadDate

__all__ = ["sentence"]


@sentence.register
def _no_resources(fault: NoResources) -> str:
    if fault.given:
        return tr("矿产资源图层的 {count} 条要素都没有可用的面；请检查几何图形后重算。").format(count=fault.given)
    return tr("矿产资源图层中没有要素（或没有选中、被筛选条件排除）；请添加资源区后重算。")


@sentence.register
def _no_observers(fault: NoObservers) -> str:
    if fault.given:
        return tr("观察位置图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。").format(
            count=fault.given
        )
    return tr(
        "观察位置图层中没有要素（或没有选中、被筛选条件排除）；请选择道路、铁路、河流、城镇边界或观景点后重算。"
    )


@sentence.register
def _observers_without_ground(fault: ObserversWithoutGround) -> str:
    return tr("{count} 个观察点所在的像元都没有高程值，无法计算通视；请检查高程数据的无值区后重算。").format(
        count=fault.count
    )


@sentence.register
def _bad_years(fault: BadYears) -> str:
    return tr("计提年限 {years} 年不可用；请填 1 到 {longest} 的整数。").format(
        years=f"{fault.years:g}", longest=fault.longest
    )


@sentence.register
def _bad_discount(fault: BadDiscount) -> str:
    return tr("折现率 {discount} 不可用；请写成小数，例如 4 % 写 0.04，须大于 -1 且小于 1。").format(
        discount=f"{fault.discount:g}"
    )


@sentence.register
def _nothing_to_pay_for(fault: NothingToPayFor) -> str:
    return tr("矿山图层中没有要素（或没有选中、被筛选条件排除），无法编制台账；请添加矿山后重算。")


@sentence.register
def _no_mines(fault: NoMines) -> str:
    if fault.given:
        return tr("矿山图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。").format(count=fault.given)
    return tr("矿山图层中没有要素（或没有选中、被筛选条件排除）；请添加矿山后重算。")


@sentence.register
def _all_mines_outside(fault: AllMinesOutside) -> str:
    return tr("{count} 座矿山都在{what}以外；请检查矿山和界线的坐标系，或改选图层。").format(
        count=fault.count, what=fault.what
    )


@sentence.register
def _no_quarries(fault: NoQuarries) -> str:
    if fault.other:
        return tr(
            "石料厂图层的 {count} 条要素中没有矿种为石料而又有可用位置的；请检查矿种字段，或不选矿种字段后重算。"
        ).format(count=fault.given)
    if fault.given:
        return tr("石料厂图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。").format(
            count=fault.given
        )
    return tr("石料厂图层中没有要素（或没有选中、被筛选条件排除）；请添加石料厂后重算。")


@sentence.register
def _bad_date(fault: BadDate) -> str:
    return tr("法律适用日期“{text}”不是日期；请写成 2026-08-15 的样子，或留空按今天计。").format(text=fault.text)
