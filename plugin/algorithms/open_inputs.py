"""The layers of a run whose data source cannot be opened: said before anything is read from them."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProcessingFeatureSourceDefinition, QgsProject, QgsProperty

from ..bridge.faults import UnreadableLayer


def check_open(algorithm, parameters: dict, project: QgsProject | None) -> None:
    """Raises UnreadableLayer for the first parameter whose layer is dead: such a layer has no system and no features,
    and would be refused for that.
    """
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination():
            continue
        value = parameters.get(definition.name())
        for one in value if isinstance(value, (list, tuple)) else (value,):
            layer = _layer_of(one, project)
            if layer is not None and not layer.isValid():
                raise UnreadableLayer(definition.description(), layer.name())


def _layer_of(value, project: QgsProject | None) -> QgsMapLayer | None:
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    if isinstance(value, QgsMapLayer):
        return value
    if not isinstance(value, str) or not value or project is None:
        return None
    found = project.mapLayer(value)
    return found or next((one for one in project.mapLayersByName(value) if not one.isValid()), None)
