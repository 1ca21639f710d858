"""Sheets that show what a run has found."""

from __future__ import annotations

from ..coverage_sheet import CoverageResults, coverage_draft
from ..draft import Draft
from ..mining_sheet import ZoningResults, mining_draft
from ..remediation_sheet import RemediationResults, remediation_draft
from .atlas import FACILITY, AtlasPage
from .county import County
from .kinds import SheetKind


def coverage(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """城乡生活圈和公共服务设施: of one kind of facilities on a page by facility, else of the kind the run was about."""
    run = county.results.run("servicecoverage")
    types = _types(run)
    service_type = page.key if page and page.by == FACILITY else next(iter(types), "")
    breaks = tuple(float(part) for part in str(run.parameters.get("BREAKS") or "").split(",") if part.strip())
    results = CoverageResults(
        demand=run.layers["DEMAND_OUT"],
        zones=run.layers["ZONES_OUT"],
        gaps=run.layers.get("GAPS"),
        bands=run.layers.get("BANDS"),
        headline=str(run.answers.get("HEADLINE") or ""),
        threshold_minutes=_threshold(run),
        breaks=breaks,
        service_type=service_type,
    )
    return coverage_draft(county.project, county.roles, results, county.facts, county.crs())


def minerals(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """矿产资源规划图."""
    run = county.results.run("mineralzoning")
    results = ZoningResults(run.layers["ZONES"], run.layers.get("BALANCE"))
    return mining_draft(county.project, county.roles, results, county.facts, county.crs())


def restoration(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """生态修复和综合整治规划图."""
    run = county.results.run("remediationzones")
    results = RemediationResults(run.layers["ZONES"], run.layers["MINES_OUT"])
    return remediation_draft(county.project, county.roles, results, county.facts, county.crs())


def _types(run) -> list[str]:
    layer = run.layers["ZONES_OUT"]
    at = layer.fields().indexOf("type")
    return sorted(str(value) for value in layer.uniqueValues(at) if value) if at >= 0 else []


def _threshold(run) -> float | None:
    given = run.parameters.get("THRESHOLD_MINUTES")
    return float(given) if given not in (None, "") and not run.parameters.get("STANDARDS") else None
