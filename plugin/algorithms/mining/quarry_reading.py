"""What a consolidation of quarries is worked out from: the quarries in words and places."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsCoordinateReferenceSystem

from ...analysis.mining.clusters import Quarries
from ...analysis.mining.faults import NoQuarries
from ...bridge.areas import ellipsoidal_areas
from ...bridge.faults import WrongGeometry
from ...bridge.sentences import listed
from ...bridge.vector import Features
from ...county.provenance import InputRecord
from ...county.role_table import roles_of
from ...language import tr
from ..layer_reading import chosen_field, read_layer, told_crs
from .capacity_reading import Capacities, read_capacities
from .mine_words import classes, statuses, words_of
from .role_layers import name_field_of

QUARRIES, NAME_FIELD, OUTPUT_FIELD = "QUARRIES", "NAME_FIELD", "OUTPUT_FIELD"
STATUS_FIELD, MINERAL_FIELD = "STATUS_FIELD", "MINERAL_FIELD"
STONE = "stone"
#: Statuses from the most active; unknown comes last.
ACTIVITY = ("operating", "under construction", "proposed", "idle", "abandoned")
LINES = (1, 2, 5)
SQUARE_METRES = 10_000.0  #: of a hectare


@dataclass
class QuarryReading:
    """The inputs of a run in the metric system ``crs``: ``quarries`` for the science and, in the same order, what to
    call them (``labels``) and their canonical ``status``. ``features`` are their rows.
    """

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    crs: QgsCoordinateReferenceSystem
    features: Features | None = None
    quarries: Quarries | None = None
    labels: np.ndarray | None = None
    status: np.ndarray | None = None
    capacities: Capacities | None = None
    inputs: list[InputRecord] = field(default_factory=list)

    def read(self, parameter: str, label: str, fields=None, geometry: str | None = None) -> Features | None:
        """A layer in the run's system; what was left out of it is said. None when it was not given."""
        return read_layer(self, parameter, label, geometry=geometry, fields=fields)

    def field(self, parameter: str) -> str:
        """The chosen field's name, empty when none is."""
        return chosen_field(self, parameter)


def read_quarries(algorithm, parameters, context, feedback) -> QuarryReading:
    """The quarries of a run. Raises NoQuarries, and WrongGeometry for lines."""
    given = algorithm.parameterAsSource(parameters, QUARRIES, context)
    if given is None or given.featureCount() == 0:
        raise NoQuarries()
    label = tr("石料厂")
    crs = told_crs(given, label, context, feedback)
    reading = QuarryReading(algorithm, parameters, context, feedback, crs)
    features = reading.read(QUARRIES, label)
    if np.isin(shapely.get_type_id(features.frame.geometry.to_numpy()), LINES).any():
        raise WrongGeometry(label, "polygon", "line")
    reading.features, other = _of_stone(reading, features)
    if not len(reading.features.frame):
        raise NoQuarries(features.total, other)
    _read_columns(reading)
    return reading


def _of_stone(reading: QuarryReading, features: Features) -> tuple[Features, int]:
    """The features whose mineral is stone, when a field says which; and how many are something else."""
    mineral = reading.field(MINERAL_FIELD)
    if not mineral:
        return features, 0
    both = pd.concat([words_of(features.frame, mineral), words_of(features.lost, mineral)])
    stone = classes("mineral", tr("矿种"), both, reading.context.project(), reading.feedback) == STONE
    other = int((~stone).sum())
    if other:
        reading.feedback.pushWarning(
            tr("有 {count} 座矿山的矿种不是石料或不明，不参与整合，也不在结果中。").format(count=other)
        )
    kept, lost = np.split(stone, [len(features.frame)])
    return (
        replace(
            features, frame=features.frame[kept], lost=features.lost[lost], left_out=features.left_out[lost]
        ),
        other,
    )


def _read_columns(reading: QuarryReading) -> None:
    frame, project = reading.features.frame, reading.context.project()
    shapes = frame.geometry.to_numpy()
    given = reading.algorithm.parameterAsSource(reading.parameters, QUARRIES, reading.context)
    names = words_of(frame, reading.field(NAME_FIELD) or name_field_of(given, "mines", roles_of(project)))
    reading.labels = _labels(names, reading.feedback)
    reading.capacities = read_capacities(reading.features, reading.field(OUTPUT_FIELD), reading.feedback)
    reading.status = np.full(len(frame), "", dtype=object)
    if reading.field(STATUS_FIELD):
        words = words_of(frame, reading.field(STATUS_FIELD))
        reading.status = statuses(words, "", project, reading.feedback)[0]
    rank = {status: place for place, status in enumerate(ACTIVITY)}
    areas = np.zeros(len(frame))
    polygon = shapely.area(shapes) > 0
    areas[polygon] = ellipsoidal_areas(shapes[polygon], reading.crs, project) / SQUARE_METRES
    reading.quarries = Quarries(
        shapes,
        names.to_numpy(dtype=object),
        reading.capacities.value,
        np.array([rank.get(one, len(rank)) for one in reading.status]),
        areas,
    )


def _labels(names: pd.Series, feedback) -> np.ndarray:
    """What to call each quarry: its name; with the feature's number where several have the same, or none."""
    double = (names != "") & names.duplicated(keep=False)
    if double.any():
        same = list(dict.fromkeys(names[double]))
        feedback.pushWarning(
            tr("有 {count} 处石料厂重名（{names}）；结果中在名称后加要素编号区分，请核对是否重复录入。").format(
                count=int(double.sum()), names=listed(same)
            )
        )
    return np.array(
        [
            tr("石料厂 {number}").format(number=fid)
            if not name
            else tr("{name}（编号 {number}）").format(name=name, number=fid)
            if again
            else name
            for fid, name, again in zip(names.index, names, double)
        ],
        dtype=object,
    )
