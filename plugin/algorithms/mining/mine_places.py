"""Where mines lie: names told apart, the town of each, those outside the county, and boundaries from web maps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY

from ...analysis.datum import counts_if_gcj02
from ...analysis.mining.nearness import nearest
from ...bridge.sentences import listed
from ...bridge.vector import read_features
from ...language import tr
from ..attribute_words import word_of
from .role_layers import name_field_of

WGS84 = "EPSG:4326"
#: Systems in which boundaries of web maps come; official data are in CGCS2000.
WEB_SYSTEMS = (WGS84, "OGC:CRS84")


@dataclass(frozen=True)
class Areas:
    """Counties or towns by ``name`` (z,) and ``shapes`` (z,), polygons or seats (points)."""

    name: np.ndarray
    shapes: np.ndarray

    @property
    def are_seats(self) -> bool:
        return bool((shapely.get_dimensions(self.shapes) == 0).any())

    def of(self, places: np.ndarray) -> np.ndarray:
        """The name (n,) of the area that holds most of each place, of the nearest seat, '' where there is none."""
        found = np.full(len(places), "", dtype=object)
        if self.are_seats:
            return self.name[nearest(places, self.shapes).feature]
        place, area = shapely.STRtree(self.shapes).query(places, predicate="intersects")
        share = shapely.area(shapely.intersection(places[place], self.shapes[area]))
        order = np.lexsort((area, -share, place))
        place, first = np.unique(place[order], return_index=True)
        found[place] = self.name[area[order][first]]
        return found


def areas_of(features, name_field: str) -> Areas:
    """The areas of a layer that was read; one without a name has its number."""
    values = features.frame[name_field].map(word_of) if name_field else pd.Series("", index=features.frame.index)
    name = [value or str(fid) for value, fid in zip(values, features.frame.index)]
    return Areas(np.array(name, dtype=object), features.frame.geometry.to_numpy())


def mine_labels(names: pd.Series, feedback) -> np.ndarray:
    """What to call each of n mines: its name; with its number where several have the same, or none."""
    numbers = range(1, len(names) + 1)
    double = names[(names != "") & names.duplicated(keep=False)]
    if len(double):
        texts = [tr("{name}（{count} 座）").format(name=name, count=n) for name, n in double.value_counts().items()]
        feedback.pushWarning(
            tr("有 {count} 座矿山重名：{names}；结果中在名称后加编号区分，请核对是否重复录入。").format(
                count=len(double), names=listed(texts)
            )
        )
    return np.array(
        [
            tr("矿山 {number}").format(number=number)
            if not name
            else tr("{name}（编号 {number}）").format(name=name, number=number)
            if fid in double.index
            else name
            for fid, name, number in zip(names.index, names, numbers)
        ],
        dtype=object,
    )


def inside_county(places: np.ndarray, labels: np.ndarray, areas: Areas | None, what: str, feedback) -> np.ndarray:
    """Whether each of n mines lies in one of the areas, in part at least; those outside are said. ``what`` is what
    the areas are called.
    """
    if areas is None or areas.are_seats:
        return np.ones(len(places), dtype=bool)
    inside = np.zeros(len(places), dtype=bool)
    inside[shapely.STRtree(areas.shapes).query(places, predicate="intersects")[0]] = True
    outside = np.flatnonzero(~inside)
    if len(outside):
        feedback.pushWarning(
            tr(
                "有 {count} 座矿山（共 {total} 座）在{what}以外：{names}；它们不参与排序和分区，在矿山结果中注明。"
                "若本应在内，请检查界线与矿山的坐标系（例如界线为 GCJ-02 火星坐标，偏移约 500 米）。"
            ).format(
                count=len(outside),
                total=len(places),
                what=what,
                names=listed(labels[outside].tolist()),
            )
        )
    return inside


def warn_of_web_boundaries(given, role: str, label: str, places: np.ndarray, crs, context, feedback) -> None:
    """Say how many mines each area has, and would have if its boundaries were GCJ-02, where a boundary layer is in a
    system of web maps and the numbers differ. ``places`` (n,) are the mines in ``crs``.
    """
    if given is None or given.sourceCrs().authid() not in WEB_SYSTEMS or not len(places):
        return
    name_field = name_field_of(given, role)
    wgs84 = QgsCoordinateReferenceSystem(WGS84)
    features = read_features(
        given,
        wgs84,
        label=label,
        fields=[name_field] if name_field else [],
        feedback=feedback,
        transform_context=context.transformContext(),
        project=context.project(),
    )
    areas = areas_of(features, name_field)
    if not len(areas.shapes) or areas.are_seats:
        return
    transform = QgsCoordinateTransform(crs, wgs84, context.transformContext())
    middles = shapely.get_coordinates(shapely.point_on_surface(places))
    points = [transform.transform(QgsPointXY(*xy)) for xy in middles.tolist()]
    counts = counts_if_gcj02(np.array([(point.x(), point.y()) for point in points]), areas.shapes)
    if not len(counts.changed):
        return
    texts = [
        tr("{area} {given} 座→{moved} 座").format(
            area=areas.name[area], given=counts.as_given[area], moved=counts.if_gcj02[area]
        )
        for area in counts.changed
    ]
    feedback.pushWarning(
        tr(
            "{label}图层是经纬度（WGS84）；如果它取自国内网络地图，实际是 GCJ-02（火星坐标，偏移约 500 米），"
            "矿山的归属会变：{areas}（原样→纠正后）。请核实界线的来源，纠正后再统计。"
        ).format(label=label, areas=listed(texts))
    )
