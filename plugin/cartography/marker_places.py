"""Where markers go that would hide each other at the scale of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from .view import View

ROUNDS = 60
FARTHEST = 1.6  #: markers move no farther than this from their place, in widths of a marker
MOST_MARKERS = 1500  #: more than these are not moved: the sheet is full of them anyway


def apart(
    layer: QgsVectorLayer,
    fields: str,
    values: Callable[[QgsFeature], list],
    view: View,
    width_mm: float,
    around: Sequence[QgsVectorLayer] = (),
) -> QgsVectorLayer:
    """A memory layer in the CRS of the view with one point for each feature of a layer (points or polygons), moved by
    little where markers of a width on paper would lie on each other or on those of the layers ``around``.

    ``fields`` are "name:type" parted by spaces, ``values`` fills them for a feature of the layer.
    """
    features = _features(layer, view)
    points = _places(features)
    fixed = np.vstack([np.empty((0, 2)), *(_places(_features(other, view)) for other in around)])
    made = QgsVectorLayer("Point?" + "&".join(f"field={one}" for one in fields.split()), "", "memory")
    made.setCrs(view.crs)
    markers = []
    for (x, y), feature in zip(spread(points, width_mm * view.factor * view.scale / 1000, fixed), features):
        marker = QgsFeature(made.fields())
        marker.setAttributes(values(feature))
        marker.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        markers.append(marker)
    made.dataProvider().addFeatures(markers)
    made.updateExtents()
    return made


def spread(points: np.ndarray, width: float, fixed: np.ndarray | None = None) -> np.ndarray:
    """Points (n, 2) pushed apart until each is ``width`` from the others and from the ``fixed`` ones (m, 2), as far as
    that is possible without moving any by more than ``FARTHEST`` widths."""
    count, fixed = len(points), np.empty((0, 2)) if fixed is None else fixed
    if not 1 < count + len(fixed) <= MOST_MARKERS:
        return points
    # Points that coincide have no direction to part in: each is first set off a little in a direction of its own.
    turns = np.arange(count) * 2.399963
    home, now = points, points + width * 1e-3 * np.column_stack([np.cos(turns), np.sin(turns)])
    for _ in range(ROUNDS):
        between = now[:, None, :] - np.vstack([now, fixed])[None, :, :]
        distance = np.hypot(between[..., 0], between[..., 1])
        np.fill_diagonal(distance, np.inf)
        lack = np.clip(width - distance, 0.0, None)
        if not lack.any():
            break
        lack[:, :count] /= 2  # of two that move each goes half the way
        push = (between / np.maximum(distance, width * 1e-9)[..., None] * lack[..., None]).sum(axis=1)
        away = now + push - home
        length = np.hypot(away[:, 0], away[:, 1])
        now = home + away * np.minimum(1.0, FARTHEST * width / np.maximum(length, width * 1e-9))[:, None]
    return now


def _features(layer: QgsVectorLayer, view: View) -> list[QgsFeature]:
    request = QgsFeatureRequest().setDestinationCrs(view.crs, QgsProject.instance().transformContext())
    return [one for one in layer.getFeatures(request) if not one.geometry().isEmpty()]


def _places(features: list[QgsFeature]) -> np.ndarray:
    return np.array([_inside(one.geometry()) for one in features], dtype=float).reshape(-1, 2)


def _inside(shape: QgsGeometry) -> tuple[float, float]:
    polygon = shape.type() == QgsWkbTypes.GeometryType.PolygonGeometry
    point = (shape.pointOnSurface() if polygon else shape.centroid()).asPoint()
    return point.x(), point.y()
