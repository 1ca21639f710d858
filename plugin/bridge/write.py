"""Frames to the sinks of Processing: memory, GeoPackage or PostGIS."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsFeature, QgsFeatureSink, QgsField, QgsFields, QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QVariant

from .faults import Cancelled, NotWritten

BATCH = 5000
POINT = 0
SINK_TYPES = {
    POINT: QgsWkbTypes.Type.MultiPoint,
    1: QgsWkbTypes.Type.MultiLineString,
    3: QgsWkbTypes.Type.MultiPolygon,
    4: QgsWkbTypes.Type.MultiPoint,
    5: QgsWkbTypes.Type.MultiLineString,
    6: QgsWkbTypes.Type.MultiPolygon,
    7: QgsWkbTypes.Type.GeometryCollection,
}
# Each single type of shapely and what makes its multi type of an array of parts.
PROMOTIONS = {POINT: shapely.multipoints, 1: shapely.multilinestrings, 3: shapely.multipolygons}


def write_features(
    sink: QgsFeatureSink,
    frame: pd.DataFrame,
    fields: QgsFields,
    *,
    target: str = "",
    wkb_type: QgsWkbTypes.Type | None = None,
    feedback=None,
) -> int:
    """Add the rows of a frame to a sink and return how many there were.

    ``fields`` are the sink's fields; each names a column of the frame. NaN, None and NaT become NULL.
    ``wkb_type`` is the sink's geometry type, ``sink_type(frame)`` when not given; shapes become multi-part
    where it is. A plain DataFrame is written without geometry. Raises KeyError for a column that is not
    there, NotWritten naming ``target``, and Cancelled.
    """
    rows = list(zip(*(_attribute_values(frame[field.name()], field) for field in fields)))
    shapes = _wkb(frame, sink_type(frame) if wkb_type is None else wkb_type)
    for start in range(0, len(frame), BATCH):
        if feedback is not None and feedback.isCanceled():
            raise Cancelled
        batch = []
        for position in range(start, min(start + BATCH, len(frame))):
            feature = QgsFeature(fields)
            feature.setAttributes(list(rows[position]) if rows else [])
            if shapes is not None and shapes[position] is not None:
                geometry = QgsGeometry()
                geometry.fromWkb(shapes[position])
                feature.setGeometry(geometry)
            batch.append(feature)
        added = sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert)
        # A data provider answers with the features as well.
        if not (added[0] if isinstance(added, tuple) else added):
            raise NotWritten(target, sink.lastError())
    return len(frame)


def sink_type(frame: pd.DataFrame) -> QgsWkbTypes.Type:
    """The geometry type of a sink that holds a frame: NoGeometry for a table, Point when all are single
    points, else the multi type of the first shape (a sink of polygons would refuse a multi-polygon)."""
    if not isinstance(frame, gpd.GeoDataFrame):
        return QgsWkbTypes.Type.NoGeometry
    types = shapely.get_type_id(frame.geometry.array)
    types = types[types >= 0]
    if not len(types):
        return QgsWkbTypes.Type.Unknown
    if (types == POINT).all():
        return QgsWkbTypes.Type.Point
    return SINK_TYPES[types[0]]


def _wkb(frame: pd.DataFrame, wkb_type: QgsWkbTypes.Type) -> np.ndarray | None:
    """WKB of every row's geometry, None where there is none; None for a frame without geometry."""
    if not isinstance(frame, gpd.GeoDataFrame) or wkb_type == QgsWkbTypes.Type.NoGeometry:
        return None
    shapes = np.array(frame.geometry.array, dtype=object)
    return shapely.to_wkb(multi_part(shapes) if QgsWkbTypes.isMultiType(wkb_type) else shapes)


def multi_part(shapes: np.ndarray) -> np.ndarray:
    """The same shapes, each single-part one as a multi-part of one."""
    shapes = shapes.copy()
    types = shapely.get_type_id(shapes)
    for type_id, make in PROMOTIONS.items():
        single = np.flatnonzero((types == type_id) & ~shapely.is_empty(shapes))
        if len(single):
            shapes[single] = make(shapes[single], indices=np.arange(len(single)))
    return shapes


def _attribute_values(column: pd.Series, field: QgsField) -> list:
    """Plain Python values as QGIS takes them for the field's type, None for NULL."""
    missing = column.isna().to_numpy()
    convert = _CONVERSIONS.get(field.type(), _as_it_is)
    return [None if none else convert(value) for none, value in zip(missing, column.tolist())]


def _date(value) -> QDate:
    return QDate.fromString(str(value)[:10], Qt.DateFormat.ISODate)


def _moment(value) -> QDateTime:
    return QDateTime.fromString(pd.Timestamp(value).isoformat()[:19], Qt.DateFormat.ISODate)


def _time(value) -> QTime:
    return QTime.fromString(str(value)[:8], Qt.DateFormat.ISODate)


def _as_it_is(value):
    return value.item() if isinstance(value, np.generic) else value


_CONVERSIONS = {
    QVariant.Int: int,
    QVariant.LongLong: int,
    QVariant.Double: float,
    QVariant.String: str,
    QVariant.Bool: bool,
    QVariant.Date: _date,
    QVariant.DateTime: _moment,
    QVariant.Time: _time,
}
