"""The planner's layers of a county, by their roles, as the base map of any sheet."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject

from ..county.layers import geometry_of
from ..county.roles import RoleSet
from .spec import Role, SheetLayers, Subject

#: The roads of a sheet that is about something else: trunk roads only, so that they do not cover it.
TRUNK_ROADS = ("road_expressway", "road_national", "road_provincial", "road_county")
#: Role of the county → field roles of its classes and levels.
BASE = {
    "prefecture": ("", ""),
    "neighbours": ("", ""),
    "towns": ("level", ""),
    "seats": ("level", ""),
    "roads": ("class", ""),
    "railways": ("", ""),
    "rivers": ("level", ""),
    "peaks": ("height", ""),
    "dem": ("", ""),
}


def role_of(
    project: QgsProject, roles: RoleSet, name: str, class_role: str = "", level_role: str = ""
) -> Role | None:
    """The layer that has a role with the fields of its names, classes and levels; ``None`` when no layer has it."""
    layer = roles.layer(name, project)
    if layer is None:
        return None
    return Role(layer, roles.field(name, "name"), roles.field(name, class_role), roles.field(name, level_role))


def roles_of(project: QgsProject, roles: RoleSet, *names: str) -> tuple[Role, ...]:
    """Those of the roles that have a layer."""
    found = (role_of(project, roles, name) for name in names)
    return tuple(role for role in found if role is not None)


def county_layers(
    project: QgsProject,
    roles: RoleSet,
    result: QgsMapLayer,
    subjects: tuple[Subject, ...],
    road_codes: tuple[str, ...] = (),
) -> SheetLayers:
    """The base map from the roles under the subjects of a sheet. Where no layer is the county's boundary, its towns
    stand in for it as one, and where there are none with areas, the result does."""
    found = {name: role_of(project, roles, name, *fields) for name, fields in BASE.items()}
    towns = found["towns"] if found["towns"] and geometry_of(found["towns"].layer) == "polygon" else None
    boundary = role_of(project, roles, "boundary") or towns or Role(result)
    return SheetLayers(boundary=boundary, subjects=subjects, road_codes=road_codes, **found)
