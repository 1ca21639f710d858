"""What of a layer occurs in the area that a sheet shows, so that its legend has that and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)

NEARLY = 1.02  #: by how much a layer of the county may be larger than the county
TOUCH = 30.0  #: metres by which a feature must reach into the area; less is a matter of digitising


@dataclass(frozen=True)
class Within:
    """The area of a sheet, in a metric system: a county, or a page of an atlas, whose ``key`` tells it from others."""

    shape: QgsGeometry
    crs: QgsCoordinateReferenceSystem
    project: QgsProject
    key: str = ""

    def is_needed_for(self, layer: QgsVectorLayer) -> bool:
        """Whether a layer may have more than occurs here: any layer on a page, one that reaches out of the county."""
        if self.key:
            return True
        transform = QgsCoordinateTransform(layer.crs(), self.crs, self.project)
        around = self.shape.boundingBox()
        around.scale(NEARLY)
        try:
            return not around.contains(transform.transformBoundingBox(layer.extent()))
        except QgsCsException:
            return True

    def values(self, layer: QgsVectorLayer, field: str) -> list[object]:
        """The different values of a field that occur, in no order; those that are empty as None."""
        at = layer.fields().indexOf(field)
        if at < 0:
            return []
        found: set = set()
        for feature in self._candidates(layer, field):
            value = feature[field]
            value = None if value == NULL else value
            if value not in found and self._reaches(feature.geometry(), layer):
                found.add(value)
        return list(found)

    def holds(self, layer: QgsVectorLayer) -> bool:
        """Whether anything of the layer occurs."""
        return any(self._reaches(feature.geometry(), layer) for feature in self._candidates(layer, ""))

    def _candidates(self, layer: QgsVectorLayer, field: str):
        request = QgsFeatureRequest().setSubsetOfAttributes([field] if field else [], layer.fields())
        inner = self._inner(layer)
        if not inner.isEmpty():
            request.setFilterRect(inner.boundingBox())
        return layer.getFeatures(request)

    def _reaches(self, geometry: QgsGeometry, layer: QgsVectorLayer) -> bool:
        inner = self._inner(layer)
        if inner.isEmpty():
            return True
        engine = self._engines.get(layer.crs().authid())
        return not geometry.isEmpty() and engine.intersects(geometry.constGet())

    def _inner(self, layer: QgsVectorLayer) -> QgsGeometry:
        """The area without its edge, in the system of the layer; prepared once a system."""
        key = layer.crs().authid()
        if key not in self._inners:
            inner = self.shape.buffer(-TOUCH, 4)
            inner = QgsGeometry(self.shape if inner.isEmpty() else inner)
            try:
                inner.transform(QgsCoordinateTransform(self.crs, layer.crs(), self.project))
            except QgsCsException:
                inner = QgsGeometry()
            self._inners[key] = inner
            if not inner.isEmpty():
                engine = QgsGeometry.createGeometryEngine(inner.constGet())
                engine.prepareGeometry()
                self._engines[key] = engine
        return self._inners[key]

    def __post_init__(self):
        object.__setattr__(self, "_inners", {})
        object.__setattr__(self, "_engines", {})
