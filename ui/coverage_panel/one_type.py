"""The facilities of one type, as a layer of their own that leaves the planner's layer and its filter alone."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer

from ..widgets.written_numbers import is_none

#: More types than a planner distinguishes: the field is something else, such as a name.
MOST_TYPES = 60


def types_in(layer: QgsVectorLayer | None, field: str) -> list[str]:
    """The types that occur in a field, in order; the layer's own filter applies."""
    index = layer.fields().lookupField(field) if layer is not None and field else -1
    if index < 0:
        return []
    values = layer.uniqueValues(index, MOST_TYPES + 1)
    types = sorted({str(value).strip() for value in values if not is_none(value)} - {""})
    return types if len(types) <= MOST_TYPES else []


def facilities_of_type(layer: QgsVectorLayer, field: str, service_type: str) -> QgsVectorLayer:
    """A layer of the facilities of one type.

    A clone with one more filter where the source can filter, so that the history names the source; a copy in memory
    for the rest: unsaved changes, virtual and joined fields, memory layers.
    """
    wanted = f"trim(\"{field}\") = {QgsExpression.quotedString(service_type)}"
    if not layer.isEditable() and layer.providerType() != "memory":
        clone = layer.clone()
        given = layer.subsetString()
        if clone.setSubsetString(f"({given}) AND ({wanted})" if given else wanted) and clone.isValid():
            return clone
    copy = layer.materialize(QgsFeatureRequest().setFilterExpression(wanted))
    copy.setName(layer.name())
    return copy
