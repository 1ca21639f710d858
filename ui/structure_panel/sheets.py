"""The sheets of the structure panel, from what the project holds."""

from __future__ import annotations

from qgis.core import QgsPrintLayout, QgsProject

from ..widgets.sheet_facts import SheetWords, facts_of

# Cartography is imported only when a sheet is asked for: it is slow to import.


def sheet_of(sheet: str, project: QgsProject, words: SheetWords) -> QgsPrintLayout:
    """A sheet by its id, as a layout of the project. Raises SheetFault, and BadStandard for tables that are wrong."""
    from ...plugin.cartography.county_sheets.county import county_of
    from ...plugin.cartography.county_sheets.drafts import draft
    from ...plugin.cartography.draft import build

    return build(project, draft(county_of(project, facts_of(words)), sheet))
