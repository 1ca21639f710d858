"""What the planner has said about the layers: kept in the project, and the default of every panel and algorithm."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from qgis.core import QgsMapLayer, QgsProject

from .guess import RoleGuess, guess_roles

SCOPE, KEY = "ronghe", "/layer_roles"


@dataclass(frozen=True)
class RoleAssignment:
    """The layer that has a role, the field of each field role, and whether nobody has confirmed it yet.

    An empty ``layer_id`` is the planner's word that no layer has the role; it is not guessed again.
    """

    layer_id: str
    fields: dict[str, str] = field(default_factory=dict)
    guessed: bool = False


@dataclass(frozen=True)
class Vanished:
    """A layer that had a role and is in the project no more."""

    role: str
    name: str
    layer_id: str = ""


@dataclass(frozen=True)
class RoleSet:
    """All roles of a project; ``vanished`` are those whose layer was not found when the project was read."""

    assignments: dict[str, RoleAssignment] = field(default_factory=dict)
    vanished: tuple[Vanished, ...] = ()

    def get(self, role: str) -> RoleAssignment | None:
        """The assignment of a role, None when it has no layer."""
        assignment = self.assignments.get(role)
        return assignment if assignment and assignment.layer_id else None

    def layer(self, role: str, project: QgsProject) -> QgsMapLayer | None:
        """The layer that has a role."""
        assignment = self.get(role)
        return project.mapLayer(assignment.layer_id) if assignment else None

    def field(self, role: str, field_role: str) -> str:
        """The field that has a field role in the role's layer, '' when there is none."""
        assignment = self.get(role)
        return assignment.fields.get(field_role, "") if assignment else ""

    def with_assignment(self, role: str, assignment: RoleAssignment) -> RoleSet:
        """The same roles with one of them given to another layer, or to none."""
        vanished = tuple(one for one in self.vanished if one.role != role)
        return replace(self, assignments={**self.assignments, role: assignment}, vanished=vanished)

    def confirmed(self) -> RoleSet:
        """The same roles, none of them a guess any more."""
        given = {role: replace(one, guessed=False) for role, one in self.assignments.items()}
        return replace(self, assignments=given)


def guessed_roles(guesses: list[RoleGuess]) -> RoleSet:
    """The roles that guesses amount to."""
    return RoleSet({one.role: RoleAssignment(one.layer_id, dict(one.fields), guessed=True) for one in guesses})


def project_roles(project: QgsProject) -> RoleSet:
    """What panels and algorithms take their defaults from: what the planner has said, and guesses for the rest.

    Nothing is written to the project. Raises BadStandard.
    """
    return completed(load_roles(project), project)


def completed(roles: RoleSet, project: QgsProject) -> RoleSet:
    """The same roles, those that nobody has confirmed guessed anew from the project's other layers."""
    settled = {role: given for role, given in roles.assignments.items() if not given.guessed}
    taken = {given.layer_id for given in settled.values()}
    free = [layer for layer in project.mapLayers().values() if layer.id() not in taken]
    guessed = guessed_roles([one for one in guess_roles(free, project) if one.role not in settled]).assignments
    vanished = tuple(one for one in roles.vanished if one.role not in guessed)
    return RoleSet({**guessed, **settled}, vanished)


def save_roles(project: QgsProject, roles: RoleSet) -> None:
    """Keep the roles in the project; they are on disk when the planner saves it."""
    kept = {}
    for role, given in roles.assignments.items():
        layer = project.mapLayer(given.layer_id)
        kept[role] = {
            "layer": given.layer_id,
            "name": layer.name() if layer else "",
            "source": layer.publicSource() if layer else "",
            "fields": given.fields,
            "guessed": given.guessed,
        }
    for one in roles.vanished:
        kept[one.role] = {"layer": one.layer_id, "name": one.name}
    project.writeEntry(SCOPE, KEY, json.dumps(kept, ensure_ascii=False))


def load_roles(project: QgsProject) -> RoleSet:
    """The roles kept in the project; none when there are none or they cannot be read.

    A layer that was removed and loaded again from the same source keeps its role. Layers that are gone are
    listed in ``vanished``.
    """
    text, _ = project.readEntry(SCOPE, KEY, "")
    try:
        kept = json.loads(text) if text else {}
    except ValueError:
        return RoleSet()
    assignments, vanished = {}, []
    for role, entry in kept.items():
        layer = project.mapLayer(entry.get("layer", "")) or _reloaded(project, entry.get("source", ""))
        if layer is not None:
            assignments[role] = RoleAssignment(layer.id(), entry.get("fields", {}), entry.get("guessed", False))
        elif entry.get("layer"):
            vanished.append(Vanished(role, entry.get("name", ""), entry["layer"]))
        else:
            assignments[role] = RoleAssignment("")
    return RoleSet(assignments, tuple(vanished))


def _reloaded(project: QgsProject, source: str) -> QgsMapLayer | None:
    if not source:
        return None
    return next((one for one in project.mapLayers().values() if one.publicSource() == source), None)
