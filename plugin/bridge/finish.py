"""The last touch to a result: names, style and where it comes from, kept with the data where they can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    QgsException,
    QgsMapLayer,
    QgsNotSupportedException,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from .faults import NotWritten
from .fields import FieldSpec


def result_layer(destination: str, context: QgsProcessingContext) -> QgsMapLayer | None:
    """The layer of a result that has been written, held by the context.

    Processing itself would hand out a layer of the project that has the same source: an older result whose table was
    written over, or the copy of it that a sheet draws, neither of which may be restyled or taken for the new one.
    """
    held = context.temporaryLayerStore()
    for layer in held.mapLayers().values():
        if destination in (layer.id(), layer.source()):
            return layer
    layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    in_project = layer is not None and context.project() is not None and context.project().mapLayer(layer.id())
    if not in_project or not isinstance(layer, QgsVectorLayer):
        return layer
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    name = parts.get("layerName") or Path(parts.get("path") or layer.name()).stem
    return held.addMapLayer(QgsVectorLayer(layer.source(), name, layer.providerType()))


def finish_layer(
    layer: QgsMapLayer,
    specs: list[FieldSpec] | None = None,
    style: Callable[[QgsMapLayer], None] | str | Path | None = None,
    provenance=None,
    *,
    title: str = "",
    abstract: str = "",
) -> None:
    """Give a result its aliases, style and provenance.

    ``style`` is a function that styles the layer or the path of a .qml file; ``provenance`` a Provenance. In
    a GeoPackage or PostGIS the style becomes the table's default style and the metadata is saved with the
    table; beside other files a .qml and a .qmd are written; a memory layer simply keeps them.
    Belongs in the main thread. Raises NotWritten.
    """
    if isinstance(layer, QgsVectorLayer):
        for spec in specs or []:
            layer.setFieldAlias(layer.fields().lookupField(spec.name), spec.alias)
    if callable(style):
        style(layer)
    elif style is not None:
        message, loaded = layer.loadNamedStyle(str(style))
        if not loaded:
            raise NotWritten(layer.name(), message)
    if provenance is not None:
        layer.setMetadata(provenance.to_metadata(layer.metadata(), title or layer.name(), abstract))
    _persist(layer)
    layer.triggerRepaint()


def _persist(layer: QgsMapLayer) -> None:
    provider = layer.dataProvider()
    if layer.providerType() == "memory" or not provider.isValid():
        return
    if isinstance(layer, QgsVectorLayer) and provider.isSaveAndLoadStyleToDatabaseSupported():
        _forget_styles(layer)
        message = layer.saveStyleToDatabase(layer.name(), "", True, "")
        saved = not message
    else:
        message, saved = layer.saveNamedStyle(layer.styleURI())
    if not saved:
        raise NotWritten(layer.name(), message)
    try:
        saved, message = QgsProviderRegistry.instance().saveLayerMetadata(
            layer.providerType(), _table_uri(layer), layer.metadata()
        )
    except (QgsException, QgsNotSupportedException):  # not supported by this kind of source
        message, saved = layer.saveDefaultMetadata()
    if not saved:
        raise NotWritten(layer.name(), message)


def _forget_styles(layer: QgsVectorLayer) -> None:
    """Delete the styles that a table has from an earlier run: QGIS would ask in a window whether to overwrite one of
    the same name, and a run without a window would wait for the answer for ever.
    """
    related, ids, names, *_ = layer.listStylesInDatabase()
    for number, name in list(zip(ids, names))[: max(related, 0)]:
        if name == layer.name():
            layer.deleteStyleFromDatabase(number)


def _table_uri(layer: QgsMapLayer) -> str:
    """The layer's source with its table named, as saving metadata wants it also for a file of one table."""
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri(layer.providerType(), layer.source())
    if "layerName" in parts and not parts["layerName"]:
        table = Path(parts["path"]).stem
        parts["layerName"] = table
        return registry.encodeUri(layer.providerType(), parts)
    return layer.source()
