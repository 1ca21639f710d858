"""The faults of the town hierarchy and of the three spaces as sentences."""

from __future__ import annotations

from ...analysis.structure.faults import (
    NoCounty,
    NoSpaces,
    NothingToScore,
    NoTowns,
    TooFewScores,
    TooFewTowns,
    TooFewValues,
)
from ...bridge.sentences import sentence
from ...language import tr


@sentence.register
def _no_towns(fault: NoTowns) -> str:
    if fault.given:
        return tr("乡镇图层的 {count} 条要素都没有可用的位置；请检查几何图形和坐标系后重算。").format(count=fault.given)
    return tr("乡镇图层中没有要素（或没有选中、被筛选条件排除）；请添加乡镇后重算。")


@sentence.register
def _too_few_towns(fault: TooFewTowns) -> str:
    return tr(
        "只有 {count} 个乡镇可以评分（图层中有 {given} 个），分不成 {levels} 级；请减少级数，或补全人口后重算。"
    ).format(count=fault.towns, given=fault.given, levels=fault.levels)


@sentence.register
def _too_few_scores(fault: TooFewScores) -> str:
    return tr(
        "{count} 个乡镇的得分只有 {different} 种，分不成 {levels} 级；请减少级数，或增加评分指标后重算。"
    ).format(count=fault.towns, different=fault.different, levels=fault.levels)


@sentence.register
def _too_few_values(fault: TooFewValues) -> str:
    return tr("{count} 个数值只有 {different} 种，分不成 {groups} 类；请减少类数后重算。").format(
        count=fault.values, different=fault.different, groups=fault.groups
    )


@sentence.register
def _nothing_to_score(fault: NothingToScore) -> str:
    return tr(
        "没有可以区分乡镇的评分内容：人口、职能和中心性或者没有给出，或者各乡镇都一样，或者权重为 0；"
        "{count} 个乡镇中填了人口（大于 0）的有 {known} 个；请补填人口，或检查指标字段、设施、道路和权重后重算。"
    ).format(count=fault.towns, known=fault.peopled)


@sentence.register
def _no_county(fault: NoCounty) -> str:
    if fault.given:
        return tr("县界图层的 {count} 条要素都没有可用的面；请检查几何图形后重算。").format(count=fault.given)
    return tr("县界图层中没有要素（或没有选中、被筛选条件排除）；请选择县界后重算。")


@sentence.register
def _no_spaces(fault: NoSpaces) -> str:
    return tr("农业空间、生态空间和城镇空间图层在县界内都没有面；请检查三个图层和县界的坐标系，或改选图层。")
