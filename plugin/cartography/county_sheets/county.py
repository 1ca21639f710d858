"""All that the sheets of one county are drafted from."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsMapLayer, QgsProject

from ...bridge.crs import run_crs
from ...bridge.faults import UnreadableLayer
from ...county.results import Results, project_results
from ...county.roles import RoleSet, project_roles
from ...language import tr
from ..facts import SheetFacts

RESULT = ":"


@dataclass(frozen=True)
class County:
    """A project with its layer roles, its results and what the bureau writes on its sheets."""

    project: QgsProject
    roles: RoleSet
    results: Results = field(default_factory=Results)
    facts: SheetFacts = field(default_factory=lambda: SheetFacts(""))
    #: What the sheets of one run have read and measured, so that the pages of an atlas do not do so again.
    kept: dict = field(default_factory=dict, compare=False, repr=False)

    def layer(self, what: str) -> QgsMapLayer | None:
        """The layer of a role, or of a result written ``algorithm:OUTPUT``; None where there is none."""
        if RESULT not in what:
            return self.roles.layer(what, self.project)
        algorithm, _, output = what.partition(RESULT)
        run = self.results.run(algorithm)
        return run.layers.get(output) if run else None

    def crs(self) -> str:
        """The authid of the sheets' system: the project's where its metres are true ones here, else the CGCS2000 zone
        of the county. Raises MissingCrs for a county without a system, UnreadableLayer for one whose layers are dead.
        """
        there = [layer for layer in (self.layer("boundary"), self.layer("towns")) if layer is not None]
        if not there:
            return self.project.crs().authid()
        ground = next((layer for layer in there if layer.isValid()), None)
        if ground is None:
            raise UnreadableLayer(tr("县界"), there[0].name())
        found = run_crs(
            project_crs=self.project.crs(),
            extent=ground.extent(),
            extent_crs=ground.crs(),
            label=ground.name(),
            project=self.project,
        )
        return found.authid()


def county_of(project: QgsProject, facts: SheetFacts) -> County:
    """What a project is for its sheets. Raises BadStandard."""
    return County(project, project_roles(project), project_results(project), facts)
