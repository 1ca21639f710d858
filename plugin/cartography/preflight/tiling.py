"""Zones that should tile the county: planning zones, present land use, and the three spaces."""

from __future__ import annotations

from collections.abc import Iterator

from ...analysis.structure.spaces import OVERLAP as IN_TWO
from ...analysis.structure.spaces import UNASSIGNED
from ...language import tr
from ..county_sheets.contents.space_balance import SpacesHere, spaces_here
from ..county_sheets.ground import whole_county
from .finding import WARNING, Case, Finding
from .ground import HECTARE, KM2, MOST_TO_JOIN, Ground, apart, ground_of

CHECK = "areas"
GAP, OVERLAP = 0.01, 0.001
LEAST_IN_SPACES = 1.0  #: hectares in two of the three spaces, or in none, from which a planner should hear of it
SPACES = ("agriculture_space", "ecology_space", "urban_space")


def tiling_findings(case: Case) -> Iterator[Finding]:
    """Gaps over one per cent of the county, overlaps over one in a thousand."""
    county, wanted = ground_of(case, "boundary"), case.wanted()
    if county is None:
        return
    tiled = {"planning_zones": ("planning_zones", tr("规划分区")), "landuse": ("land_use", tr("用地现状"))}
    for role, (sheet, title) in tiled.items():
        ground = ground_of(case, role) if role in wanted else None
        if ground is not None:
            yield from _covered(title, sheet, [ground], county)
            yield from _overlaps(title, sheet, ground)
    if set(SPACES) <= wanted:
        spaces = [ground_of(case, role) for role in SPACES]
        if all(spaces):
            yield from _covered(tr("农业、生态、城镇三类空间"), "spaces", spaces, county)
            if sum(len(ground.areas) for ground in spaces) <= MOST_TO_JOIN:
                yield from _spaces(spaces_here(case.county, whole_county(case.county)))


def _spaces(found: SpacesHere) -> Iterator[Finding]:
    """Overlaps of the spaces and ground in none of them, each from a hectare."""
    said = {
        IN_TWO: tr("农业、生态、城镇三类空间相互重叠 {area} 公顷。"),
        UNASSIGNED: tr("有 {area} 公顷没有划入农业、生态、城镇三类空间。"),
    }
    for space, sentence in said.items():
        if found.total(space) > LEAST_IN_SPACES:
            yield Finding(
                CHECK,
                WARNING,
                "spaces",
                sentence.format(area=f"{found.total(space):,.2f}"),
                tr("位置可用“空间格局”中的“三类空间平衡”查出；改正后重新计算。"),
            )


def _covered(title: str, sheet: str, grounds: list[Ground], county: Ground) -> Iterator[Finding]:
    """What lies in the county against the county, and by itself what lies outside."""
    inside = sum(float(ground.inside(county).sum()) for ground in grounds)
    outside = max(sum(ground.total for ground in grounds) - inside, 0.0)
    if outside > GAP * county.total:
        yield Finding(
            CHECK,
            WARNING,
            sheet,
            tr("{title}有 {area} 公顷在县界之外，不计入县内面积。").format(
                title=title, area=f"{outside / HECTARE:,.2f}"
            ),
            tr("请核对图层与县界是否出自同一套界线；需要时按县界裁剪。"),
        )
    yield from _filled(title, sheet, inside, county.total)


def _filled(title: str, sheet: str, total: float, county: float) -> Iterator[Finding]:
    if apart(total, county) <= GAP:
        return
    yield Finding(
        CHECK,
        WARNING,
        sheet,
        tr(
            "{title}在县界内的面积合计 {total} 平方公里，县域 {county} 平方公里，相差 {share}，没有正好铺满县域。"
        ).format(
            title=title,
            total=f"{total / KM2:,.2f}",
            county=f"{county / KM2:,.2f}",
            share=f"{apart(total, county):.1%}",
        ),
        tr("请检查有无空隙和重叠；三类空间可用“三类空间平衡”查出位置。"),
    )


def _overlaps(title: str, sheet: str, ground: Ground) -> Iterator[Finding]:
    if len(ground.areas) > MOST_TO_JOIN:
        return
    double = ground.total - ground.joined()
    if double <= OVERLAP * ground.total:
        return
    yield Finding(
        CHECK,
        WARNING,
        sheet,
        tr("{title}有 {area} 公顷互相重叠。").format(title=title, area=f"{double / HECTARE:,.2f}"),
        tr("同一处只能属于一类；请用拓扑检查找出重叠并改正。"),
    )
