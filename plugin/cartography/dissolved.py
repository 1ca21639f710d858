"""Areas of one class as one area: a county sheet shows the class, not the pieces that it was put together from."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProject, QgsVectorLayer

from .view import View


def dissolved(layer: QgsVectorLayer, field: str, view: View) -> QgsVectorLayer:
    """A memory layer in the CRS of the view with one feature for each value of a text field of a polygon layer."""
    request = QgsFeatureRequest().setDestinationCrs(view.crs, QgsProject.instance().transformContext())
    request.setSubsetOfAttributes([field], layer.fields())
    pieces: dict[str, list[QgsGeometry]] = {}
    for feature in layer.getFeatures(request):
        if not feature.geometry().isEmpty():
            pieces.setdefault(str(feature[field]), []).append(feature.geometry())
    made = QgsVectorLayer(f"MultiPolygon?field={field}:string", "", "memory")
    made.setCrs(view.crs)
    whole = []
    for value, shapes in pieces.items():
        one = QgsFeature(made.fields())
        one.setAttributes([value])
        one.setGeometry(QgsGeometry.unaryUnion(shapes))
        whole.append(one)
    made.dataProvider().addFeatures(whole)
    made.updateExtents()
    return made
