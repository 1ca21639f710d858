"""Layers that lie somewhere else than the county: a wrong system, or the data of another county."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsRectangle,
)

from ...bridge.faults import MissingCrs, UnreadableLayer
from ...language import tr
from .finding import WARNING, Case, Finding

CHECK = "crs"


def whereabouts_findings(case: Case) -> Iterator[Finding]:
    """Layers of the wanted sheets of which nothing can lie in the county."""
    county = case.county.layer("boundary")
    try:
        crs = QgsCoordinateReferenceSystem(case.county.crs())
    except (MissingCrs, UnreadableLayer):
        return
    there = None if county is None else _extent(case, county, crs)
    if there is None:
        return
    layers = [case.county.layer(what) for what in sorted(case.wanted())]
    for layer in dict.fromkeys(layer for layer in layers if layer is not None and layer is not county):
        extent = _extent(case, layer, crs)
        if extent is None or extent.intersects(there):
            continue
        yield Finding(
            CHECK,
            WARNING,
            "",
            tr("图层“{layer}”整个在县界之外，相距约 {km} 公里，图上不会有它的内容。").format(
                layer=layer.name(), km=f"{extent.distance(there.center()) / 1000:,.0f}"
            ),
            tr("请检查它的坐标系是否指定错了，或是否为别县的数据。"),
        )


def _extent(case: Case, layer: QgsMapLayer, crs: QgsCoordinateReferenceSystem) -> QgsRectangle | None:
    """Where a layer lies in the system of the sheets; None for an empty layer and one that cannot be placed."""
    extent = layer.extent()
    if not layer.isValid() or not layer.crs().isValid() or extent.isNull() or not extent.isFinite():
        return None
    try:
        return QgsCoordinateTransform(layer.crs(), crs, case.county.project).transformBoundingBox(extent)
    except QgsCsException:
        return None
