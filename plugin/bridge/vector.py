"""QGIS layers to frames: read once, reprojected once, checked, and everything left out is listed."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import itemgetter

import geopandas as gpd
import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsField,
    QgsFieldConstraints,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsWkbTypes,
)

from .columns import column_of
from .crs import frame_crs
from .faults import Cancelled, MissingCrs, MissingField, WrongGeometry
from .geometry import checked_geometries

CANCEL_EVERY = 1000
WAITS = (0.05, 0.2, 0.5)  #: seconds before a layer that gave nothing is asked again
KEY = "fid"  #: what a GeoPackage calls the ids of its features
GEOMETRY_WORDS = {
    QgsWkbTypes.GeometryType.PointGeometry: "point",
    QgsWkbTypes.GeometryType.LineGeometry: "line",
    QgsWkbTypes.GeometryType.PolygonGeometry: "polygon",
    QgsWkbTypes.GeometryType.NullGeometry: "none",
}


@dataclass(frozen=True)
class Features:
    """A layer as it was read.

    ``frame`` is indexed by ``fid`` (QGIS feature ids) and holds the wanted fields under their own names and
    2-D geometries in the run's system (``frame.geometry``). ``left_out`` lists fid and reason of the features
    that are not in it: 'no_geometry', 'empty', 'wrong_type', 'invalid' or 'not_transformable'. ``repaired``
    are the fids of invalid polygons that were mended and stay in the frame. ``label`` is what to call the
    layer in a sentence, ``name`` its own name, ``total`` the number of features seen, ``lost`` the
    rows of ``left_out`` with their fields and without geometry, ``qgs_fields``
    the fields of the frame's columns that are the layer's own: a column that only repeats the feature ids of a
    GeoPackage is none of them.
    """

    frame: gpd.GeoDataFrame
    left_out: pd.DataFrame
    label: str
    name: str
    total: int
    qgs_fields: QgsFields
    repaired: list[int] = field(default_factory=list)
    lost: gpd.GeoDataFrame | None = None


def read_features(
    source: QgsFeatureSource,
    crs: QgsCoordinateReferenceSystem,
    *,
    label: str,
    fields: list[str] | None = None,
    geometry: str | None = None,
    feedback=None,
    transform_context: QgsCoordinateTransformContext | None = None,
    project: QgsProject | None = None,
) -> Features:
    """The features of a layer or Processing source as a GeoDataFrame in ``crs``.

    ``fields`` are the wanted field names, all of them when None, none when empty. ``geometry`` is 'point',
    'line' or 'polygon', None takes any. The layer's filter holds; so does the selection when ``source`` is a
    QgsProcessingFeatureSource made from selected features. Curves become lines, Z and M are dropped,
    multi-part geometries stay so. Raises MissingCrs, WrongGeometry, MissingField; Cancelled when ``feedback``
    says so.
    """
    if not source.sourceCrs().isValid():
        raise MissingCrs(label)
    found = GEOMETRY_WORDS.get(QgsWkbTypes.geometryType(source.wkbType()))
    if found == "none" or (geometry and found and found != geometry):
        raise WrongGeometry(label, geometry or "", found)

    request = QgsFeatureRequest()
    if source.sourceCrs() != crs:
        context = transform_context or (project or QgsProject.instance()).transformContext()
        request.setDestinationCrs(crs, context)
    wanted = _wanted(source, fields, label)
    fids, columns, wkb = _iterate(source, request, wanted, feedback, with_geometry=True)

    fids = np.array(fids, dtype=np.int64)
    shapes, reasons, mended = checked_geometries(wkb, geometry)
    lost = _lost_in_transformation(source, fids[reasons == "no_geometry"], request)
    reasons[np.isin(fids, lost)] = "not_transformable"

    kept = reasons == ""
    geometry_name = "geometry" if "geometry" not in columns else "geometry_"
    columns[geometry_name] = gpd.GeoSeries(shapes, crs=frame_crs(crs)).array
    frame = gpd.GeoDataFrame(columns, index=pd.Index(fids, name="fid"), geometry=geometry_name)
    return Features(
        frame=frame if kept.all() else frame[kept],
        lost=frame[~kept].set_geometry([None] * int((~kept).sum()), crs=frame_crs(crs)),
        left_out=pd.DataFrame({"fid": fids[~kept], "reason": reasons[~kept]}),
        label=label,
        name=source.sourceName(),
        total=len(fids),
        qgs_fields=_subset(source.fields(), fields, frame),
        repaired=fids[mended].tolist(),
    )


def read_table(
    source: QgsFeatureSource, fields: list[str] | None = None, *, label: str = "", feedback=None
) -> pd.DataFrame:
    """The attributes of a layer or table, indexed by ``fid``; geometry stays unread. Raises MissingField,
    Cancelled."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    wanted = _wanted(source, fields, label or source.sourceName())
    fids, columns, _ = _iterate(source, request, wanted, feedback, with_geometry=False)
    return pd.DataFrame(columns, index=pd.Index(fids, name="fid", dtype=np.int64))


def _subset(all_fields: QgsFields, names: list[str] | None, frame: pd.DataFrame) -> QgsFields:
    chosen = QgsFields()
    for one in all_fields:
        if (names is None or one.name() in names) and not _is_feature_id(one, frame):
            chosen.append(one)
    return chosen


def _is_feature_id(one: QgsField, frame: pd.DataFrame) -> bool:
    """Whether a field is the key that a database gives its features and no attribute: named as in a GeoPackage, unique
    and never empty by the provider's own word, and the same as the feature ids. A result has ids of its own.
    """
    if one.name().lower() != KEY:
        return False
    constraints, provider = one.constraints(), QgsFieldConstraints.ConstraintOrigin.ConstraintOriginProvider
    asked = (QgsFieldConstraints.Constraint.ConstraintUnique, QgsFieldConstraints.Constraint.ConstraintNotNull)
    is_key = all(constraints.constraintOrigin(constraint) == provider for constraint in asked)
    return is_key and bool((frame[one.name()].to_numpy() == frame.index.to_numpy()).all())


def _wanted(source: QgsFeatureSource, names: list[str] | None, label: str) -> list[int]:
    """Indexes of the wanted fields, in the layer's order."""
    present = [one.name() for one in source.fields()]
    if names is None:
        return list(range(len(present)))
    for name in names:
        if name not in present:
            raise MissingField(label, name, tuple(present))
    return sorted({present.index(name) for name in names})


def _features_of(source: QgsFeatureSource, request: QgsFeatureRequest):
    if isinstance(source, QgsProcessingFeatureSource):
        # The check that Processing makes by default stops at the first invalid geometry, and raising from
        # inside the iterator corrupts the interpreter in QGIS 3.22. Validity is checked here, all at once.
        return source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    return source.getFeatures(request)


def _iterate(source, request: QgsFeatureRequest, wanted: list[int], feedback, *, with_geometry: bool):
    """One pass: feature ids, a dict of columns, and a list of WKB (None where there is no geometry).

    QGIS reads GeoPackages without locks. While another layer of the same file is being opened, such a reader sees
    nothing and says so on the console only: a layer that has features and gives none is asked again.
    """
    for wait in (*WAITS, None):
        with _collector_at_rest():
            read = _iterate_plainly(source, request, wanted, feedback, with_geometry)
        if read[0] or wait is None or source.featureCount() <= 0:
            return read
        time.sleep(wait)


@contextmanager
def _collector_at_rest():
    """Reading makes hundreds of thousands of objects and no cycles: looking for cycles meanwhile costs a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _iterate_plainly(source, request: QgsFeatureRequest, wanted: list[int], feedback, with_geometry: bool):
    fids, rows, wkb = [], [], []
    all_fields = source.fields()
    if len(wanted) < all_fields.count():
        request.setSubsetOfAttributes(wanted)
    row_of = _row_reader(wanted, all_fields.count())
    as_wkb = _plain_wkb if source.wkbType() in _PLAIN_TYPES else _flat_wkb
    for position, feature in enumerate(_features_of(source, request)):
        if position % CANCEL_EVERY == 0 and feedback is not None and feedback.isCanceled():
            raise Cancelled
        fids.append(feature.id())
        if wanted:
            rows.append(row_of(feature))
        if with_geometry:
            wkb.append(as_wkb(feature))
    columns = {}
    for index, values in zip(wanted, zip(*rows) if rows else [()] * len(wanted)):
        columns[all_fields[index].name()] = column_of(list(values), all_fields[index])
    return fids, columns, wkb


def _row_reader(wanted: list[int], count: int):
    """The quickest way to the values of the ``wanted`` fields of a feature with ``count`` fields, as a tuple."""
    if len(wanted) == 1:
        only = wanted[0]
        return lambda feature: (feature.attribute(only),)
    if len(wanted) == count:
        return lambda feature: feature.attributes()
    if 2 * len(wanted) > count:
        return lambda feature: itemgetter(*wanted)(feature.attributes())
    return lambda feature: [feature.attribute(index) for index in wanted]


_PLAIN_TYPES = frozenset(
    {
        QgsWkbTypes.Type.Point,
        QgsWkbTypes.Type.LineString,
        QgsWkbTypes.Type.Polygon,
        QgsWkbTypes.Type.MultiPoint,
        QgsWkbTypes.Type.MultiLineString,
        QgsWkbTypes.Type.MultiPolygon,
    }
)


def _plain_wkb(feature) -> bytes | None:
    """The geometry of a feature whose layer holds one plain 2-D type: as it is, without asking for its type."""
    return feature.geometry().asWkb().data() or None


def _flat_wkb(feature) -> bytes | None:
    """The geometry of a feature as 2-D WKB without curves: older GEOS reads neither M values nor curves."""
    geometry = feature.geometry()
    if geometry.isNull():
        return None
    if geometry.wkbType() not in _PLAIN_TYPES:
        shape = geometry.get()
        shape.dropZValue()
        shape.dropMValue()
        if QgsWkbTypes.isCurvedType(shape.wkbType()):
            geometry = QgsGeometry(shape.segmentize())
    return geometry.asWkb().data()


def _lost_in_transformation(source, without_geometry: np.ndarray, request: QgsFeatureRequest) -> list[int]:
    """Those of the features read without geometry that do have one in the layer's own system."""
    if not len(without_geometry) or not request.destinationCrs().isValid():
        return []
    again = QgsFeatureRequest().setFilterFids(without_geometry.tolist()).setNoAttributes()
    return [one.id() for one in _features_of(source, again) if not one.geometry().isNull()]
