"""Part of a layer, as a layer of its own that leaves the planner's layer and its filter alone."""

from __future__ import annotations

from qgis.core import NULL, QgsExpression, QgsFeatureRequest, QgsVectorLayer

#: More words than a planner distinguishes: the field is something else, such as a name.
MOST_WORDS = 60


def words_in(layer: QgsVectorLayer | None, field: str) -> list[str]:
    """The words that occur in a field, in order; the layer's own filter applies. None when there are too many."""
    index = layer.fields().lookupField(field) if layer is not None and field else -1
    if index < 0:
        return []
    # Not uniqueValues(): it finds nothing while QGIS opens another layer of the same GeoPackage.
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
    values = set()
    for feature in layer.getFeatures(request):
        values.add(feature.attribute(index))
        if len(values) > MOST_WORDS + 1:
            break
    words = sorted({str(value).strip() for value in values if value is not None and value != NULL} - {""})
    return words if len(words) <= MOST_WORDS else []


def part_with(layer: QgsVectorLayer, field: str, words: list[str]) -> QgsVectorLayer:
    """A layer of the features whose field is one of the words.

    A clone with one more filter where the source can filter, so that the history names the source; a copy in memory
    for the rest: unsaved changes, virtual and joined fields, memory layers.
    """
    listed = ", ".join(QgsExpression.quotedString(word) for word in words)
    wanted = f'trim("{field}") IN ({listed})'
    if not layer.isEditable() and layer.providerType() != "memory":
        clone = layer.clone()
        given = layer.subsetString()
        if clone.setSubsetString(f"({given}) AND ({wanted})" if given else wanted) and clone.isValid():
            return clone
    copy = layer.materialize(QgsFeatureRequest().setFilterExpression(wanted))
    copy.setName(layer.name())
    return copy
