"""Which layer and field of a project an algorithm's parameter takes when nobody has chosen another.

Parameters are named after the roles: ``RESERVES`` takes the layer of the role ``reserves``, ``RESERVES_NAME_FIELD`` its
field ``name``. Only what is named otherwise is listed here.
"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsVectorLayer,
)

from .layers import geometry_of
from .role_table import roles_of
from .roles import RoleSet

NO_ROLE = ""
#: Parameter → role, where the name is not the role's; '' for parameters that no role fills.
ROLES = {
    "DEMAND": "villages",
    "AREA": "boundary",
    "COUNTY": "boundary",
    "QUARRIES": "mines",
    "TARGETS": "mines",
    "OBSERVERS": "roads",
    "TUNNELS": "bridges",
    "LANDUSE_RASTER": "landcover",
    "AGRICULTURE": "agriculture_space",
    "ECOLOGY": "ecology_space",
    "URBAN": "urban_space",
    "POPULATION_RASTER": NO_ROLE,
}
#: The same for one algorithm: the zones of coverage are the towns.
OWN_ROLES = {("servicecoverage", "ZONES"): "towns", ("compensationledger", "ZONES"): NO_ROLE}
FIELD, CAPACITY = "_FIELD", "capacity"
#: Parameter → field role, where the end of the name does not tell it.
FIELD_ROLES = {"OUTPUT_FIELD": CAPACITY}
SHAPES = {0: ("point",), 1: ("line",), 2: ("polygon",)}


@dataclass(frozen=True)
class FieldInput:
    """A field of a role's layer that is a parameter."""

    role: str
    field_role: str
    parameter: str


def role_of(parameter: str, algorithm: str = "") -> str:
    """The role whose layer a parameter takes; '' where it takes none of a role."""
    usual = ROLES.get(parameter, parameter.lower())
    role = OWN_ROLES.get((algorithm, parameter), usual)
    return role if role in roles_of() else NO_ROLE


def field_input(parameter: str, role: str) -> FieldInput | None:
    """The field of ``role`` that a parameter takes: ``FACILITY_TYPE_FIELD`` its ``type``; None for no such field."""
    known = {one.field_role for one in roles_of()[role].fields} if role in roles_of() else set()
    named = FIELD_ROLES.get(parameter)
    words = parameter.removesuffix(FIELD).lower().split("_")
    ends = [named] if named else ["_".join(words[start:]) for start in range(len(words))]
    return next((FieldInput(role, end, parameter) for end in ends if end in known), None)


def role_values(algorithm: QgsProcessingAlgorithm, project: QgsProject, roles: RoleSet) -> dict:
    """The layers and fields of the project that the parameters of an algorithm take: {parameter: layer or field}."""
    layers, fields = {}, {}
    for one in algorithm.parameterDefinitions():
        if isinstance(one, (QgsProcessingParameterFeatureSource, QgsProcessingParameterRasterLayer)):
            layer = roles.layer(role_of(one.name(), algorithm.name()), project)
            if layer is not None and layer.isValid() and _takes(one, layer):
                layers[one.name()] = layer
    for one in algorithm.parameterDefinitions():
        parent = layers.get(one.parentLayerParameterName()) if isinstance(one, QgsProcessingParameterField) else None
        if isinstance(parent, QgsVectorLayer):
            role = role_of(one.parentLayerParameterName(), algorithm.name())
            wanted = field_input(one.name(), role)
            name = roles.field(role, wanted.field_role) if wanted else ""
            if name and parent.fields().lookupField(name) >= 0:
                fields[one.name()] = name
    return {**layers, **fields}


def _takes(parameter, layer) -> bool:
    """Whether a layer has a shape that the parameter takes."""
    if isinstance(parameter, QgsProcessingParameterRasterLayer):
        return geometry_of(layer) == "raster"
    shapes = {shape for kind in parameter.dataTypes() for shape in SHAPES.get(int(kind), ())}
    return isinstance(layer, QgsVectorLayer) and (not shapes or geometry_of(layer) in shapes)
