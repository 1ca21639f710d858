"""What quarries are not joined across: rivers, main roads, township lines, and whatever else the planner draws."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from qgis.core import QgsProcessing

from ...bridge.faults import WrongGeometry
from ...language import tr
from ..attribute_words import word_of
from ..travel_parameters import as_advanced, source
from ..travel_parameters import field as field_parameter
from .quarry_reading import QuarryReading
from .role_layers import CLASS_FIELD, read_roles

BARRIERS, BARRIERS_NAME_FIELD = "BARRIERS", "BARRIERS_NAME_FIELD"
RIVERS, ROADS, TOWNS = "RIVERS", "ROADS", "TOWNS"
ROADS_CLASS_FIELD = CLASS_FIELD.format(role=ROADS)
#: The classes of roads that are trunk roads (干线公路).
TRUNK = ("expressway", "national", "provincial")
POINTS = (0, 4)


@dataclass
class BarrierReading:
    """b barriers: ``shapes``, and ``labels`` that name them in a sentence. ``kinds`` are the layers that were looked
    at, as the planner calls them; empty when none was given.
    """

    shapes: list = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, kind: str, shapes, labels) -> None:
        """One more layer."""
        self.kinds.append(kind)
        self.shapes += list(shapes)
        self.labels += list(labels)


def add_barrier_parameters(algorithm) -> None:
    """Declare the layers that quarries are not joined across."""
    kinds = QgsProcessing.SourceType
    line, polygon = kinds.TypeVectorLine, kinds.TypeVectorPolygon
    for parameter in (
        source(BARRIERS, tr("阻隔（河流、干道、山脊等，线或面）"), [line, polygon]),
        as_advanced(field_parameter(BARRIERS_NAME_FIELD, tr("阻隔名称字段"), BARRIERS)),
        source(RIVERS, tr("河流（作为阻隔）"), [line, polygon]),
        source(ROADS, tr("道路（高速公路、国道、省道作为阻隔）"), [line]),
        field_parameter(ROADS_CLASS_FIELD, tr("道路等级字段"), ROADS),
        source(TOWNS, tr("乡镇（乡镇界作为阻隔）"), [polygon]),
    ):
        algorithm.addParameter(parameter)


def read_barriers(reading: QuarryReading) -> BarrierReading:
    """All barriers of a run. Raises WrongGeometry for points."""
    found = BarrierReading()
    _read_drawn(reading, found)
    roles = read_roles(reading, (RIVERS, ROADS))
    rivers, roads = roles.get(RIVERS), roles.get(ROADS)
    if rivers is not None:
        texts = [tr("河流“{name}”").format(name=name) if name else tr("一条河流") for name in rivers.names]
        found.add(tr("河流"), rivers.geometry, texts)
    if roads is not None:
        trunk = np.isin(roads.classes, TRUNK)
        if not roads.classed:
            trunk[:] = True
            reading.feedback.pushWarning(
                tr("没有指定道路等级字段，全部 {count} 条道路都作为阻隔。").format(count=len(trunk))
            )
        names = roads.names[trunk]
        texts = [tr("干线道路“{name}”").format(name=name) if name else tr("一条干线道路") for name in names]
        found.add(tr("干线道路"), roads.geometry[trunk], texts)
    towns = reading.read(TOWNS, tr("乡镇"), [], "polygon")
    if towns is not None:
        lines = shapely.boundary(towns.frame.geometry.to_numpy())
        found.add(tr("乡镇界"), lines, [tr("乡镇界")] * len(lines))
    return found


def _read_drawn(reading: QuarryReading, found: BarrierReading) -> None:
    """The layer that the planner calls a barrier as a whole."""
    name_field = reading.field(BARRIERS_NAME_FIELD)
    features = reading.read(BARRIERS, tr("阻隔"), [name_field] if name_field else [])
    if features is None:
        return
    shapes = features.frame.geometry.to_numpy()
    if np.isin(shapely.get_type_id(shapes), POINTS).any():
        raise WrongGeometry(tr("阻隔"), "line", "point")
    names = features.frame[name_field].map(word_of) if name_field else [""] * len(shapes)
    texts = [
        tr("“{name}”").format(name=name) if name else tr("阻隔（编号 {number}）").format(number=number)
        for name, number in zip(names, features.frame.index)
    ]
    found.add(tr("“{layer}”").format(layer=features.name), shapes, texts)
    _warn_of_areas_around(reading, shapes)


def _warn_of_areas_around(reading: QuarryReading, shapes: np.ndarray) -> None:
    """Polygons of townships are no barriers, their lines are: taken as they are they keep every quarry alone."""
    quarries = reading.quarries.shape
    inside = np.unique(shapely.STRtree(quarries).query(shapes, predicate="contains")[1])
    if len(inside):
        reading.feedback.pushWarning(
            tr(
                "有 {count} 处石料厂（共 {total} 处）整个在阻隔面之内，不与任何石料厂相连；"
                "如果阻隔图层其实是乡镇等分区，请改在“乡镇”中选择，只以界线为阻隔。"
            ).format(count=len(inside), total=len(quarries))
        )
