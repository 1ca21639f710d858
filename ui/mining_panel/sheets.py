"""The sheets of the mining panel, from the results of its steps."""

from __future__ import annotations

from qgis.core import QgsPrintLayout, QgsProject, QgsVectorLayer

from ...plugin.county.roles import project_roles
from ..widgets.sheet_facts import SheetWords, facts_of

# Cartography is imported only when a sheet is asked for: it is slow to import.


def zoning_sheet(project: QgsProject, layers: dict[str, QgsVectorLayer], words: SheetWords) -> QgsPrintLayout:
    """县域矿产资源规划图. Raises SheetFault, and BadStandard when the role tables cannot be read."""
    from ...plugin.cartography.mining_sheet import ZoningResults, mining_sheet

    results = ZoningResults(zones=layers["ZONES"], balance=layers.get("BALANCE"))
    return mining_sheet(project, project_roles(project), results, facts_of(words))


def remediation_sheet(project: QgsProject, layers: dict[str, QgsVectorLayer], words: SheetWords) -> QgsPrintLayout:
    """县域生态修复和综合整治规划图. Raises SheetFault, and BadStandard when the role tables cannot be read."""
    from ...plugin.cartography import remediation_sheet as sheet

    results = sheet.RemediationResults(zones=layers["ZONES"], mines=layers["MINES_OUT"])
    return sheet.remediation_sheet(project, project_roles(project), results, facts_of(words))
