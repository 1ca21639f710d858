"""The sheet of the last run, from its layers in the project."""

from __future__ import annotations

from qgis.core import QgsPrintLayout, QgsProject

from ...plugin.county.roles import project_roles
from ..widgets.result_group import result_layers
from ..widgets.sheet_facts import SheetWords, facts_of
from .answer import Question

NEEDED = ("DEMAND_OUT", "ZONES_OUT", "GAPS", "BANDS")


def sheet_is_possible(project: QgsProject, owner: str) -> bool:
    """Whether the planner has left all layers that a sheet shows."""
    return set(NEEDED) <= set(result_layers(project, owner))


def build_sheet(
    project: QgsProject, owner: str, question: Question, headline: str, words: SheetWords
) -> QgsPrintLayout:
    """The print layout of the last run. Raises SheetFault, and BadStandard when the role tables cannot be read."""
    # Not before a sheet is asked for: cartography is slow to import.
    from ...plugin.cartography.coverage_sheet import CoverageResults, coverage_sheet

    layers = result_layers(project, owner)
    results = CoverageResults(
        demand=layers["DEMAND_OUT"],
        zones=layers["ZONES_OUT"],
        gaps=layers["GAPS"],
        bands=layers["BANDS"],
        headline=headline,
        threshold_minutes=None if question.by_standard else question.minutes,
        breaks=question.breaks,
        service_type=question.service_type or next(iter(question.types), ""),
    )
    return coverage_sheet(project, project_roles(project), results, facts_of(words))
