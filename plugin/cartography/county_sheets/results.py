"""Sheets that show what a run has found."""

from __future__ import annotations

from ..draft import Draft
from ..mining_sheet import ZoningResults, mining_draft
from .atlas import AtlasPage
from .county import County
from .kinds import SheetKind


def minerals(county: County, kind: SheetKind, page: AtlasPage | None) -> Draft:
    """矿产资源规划图."""
    run = county.results.run("mineralzoning")
    results = ZoningResults(run.layers["ZONES"], run.layers.get("BALANCE"))
    return mining_draft(county.project, county.roles, results, county.facts, county.crs())
