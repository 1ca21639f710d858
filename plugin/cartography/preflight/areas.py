"""Areas that should add up: the towns to the county, the zones of a run to what was zoned."""

from __future__ import annotations

from collections.abc import Iterator

from ...language import tr
from .finding import WARNING, Case, Finding
from .ground import HECTARE, KM2, MOST_TO_JOIN, apart, ground_of

CHECK = "areas"
TOLERANCE = 0.01


def area_findings(case: Case) -> Iterator[Finding]:
    """Sums of areas that are off by more than one per cent."""
    yield from _towns(case)
    yield from _zones(case)


def _towns(case: Case) -> Iterator[Finding]:
    towns, county = ground_of(case, "towns"), ground_of(case, "boundary")
    if towns is None or county is None or apart(towns.total, county.total) <= TOLERANCE:
        return
    yield Finding(
        CHECK,
        WARNING,
        "",
        tr("{count} 个乡镇的面积合计 {towns} 平方公里，县界内 {county} 平方公里，相差 {share}。").format(
            count=len(towns.areas),
            towns=f"{towns.total / KM2:,.2f}",
            county=f"{county.total / KM2:,.2f}",
            share=f"{apart(towns.total, county.total):.1%}",
        ),
        tr("请核对乡镇界有无缺漏、重叠，两个图层是否出自同一套界线。"),
    )


def _zones(case: Case) -> Iterator[Finding]:
    """Zones of mining cover the resource areas that they were made from: areas of two minerals, one above the other,
    are zoned each for itself."""
    if "mineralzoning:ZONES" not in case.wanted():
        return
    zones, resources = ground_of(case, "mineralzoning:ZONES"), ground_of(case, "resources")
    if zones is None or resources is None or max(len(zones.areas), len(resources.areas)) > MOST_TO_JOIN:
        return
    whole = min((resources.total, resources.joined()), key=lambda area: apart(zones.total, area))
    if apart(zones.total, whole) <= TOLERANCE:
        return
    yield Finding(
        CHECK,
        WARNING,
        "minerals",
        tr("开采分区面积合计 {zones} 公顷，资源区 {resources} 公顷，相差 {share}。").format(
            zones=f"{zones.total / HECTARE:,.2f}",
            resources=f"{whole / HECTARE:,.2f}",
            share=f"{apart(zones.total, whole):.1%}",
        ),
        tr("资源区在划定之后可能改过，或划定时只用了一部分；请重新划定开采分区。"),
    )
