"""What a town hierarchy is worked out from: the towns in words, places and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsCoordinateReferenceSystem

from ...analysis.structure.faults import NoTowns
from ...analysis.structure.seats import INSIDE, place_towns
from ...bridge.columns import number_column
from ...bridge.faults import MissingField, WrongGeometry
from ...bridge.sentences import listed, number_sentences
from ...bridge.vector import Features
from ...county.provenance import InputRecord
from ...language import tr
from ..attribute_words import word_of
from ..layer_reading import chosen_field, read_layer, told_crs
from ..mining.usual_fields import found_fields

TOWNS, NAME_FIELD, POPULATION_FIELD = "TOWNS", "NAME_FIELD", "POPULATION_FIELD"
LEVEL_FIELD, INDICATOR_FIELDS = "LEVEL_FIELD", "INDICATOR_FIELDS"
SEATS, SEATS_NAME_FIELD = "SEATS", "SEATS_NAME_FIELD"
LINES = (1, 2, 5)


@dataclass
class TownReading:
    """The towns of a run in the metric system ``crs``. In the order of ``features.frame``: what to call them
    (``labels``), their ``population`` (NaN unknown), ``indicators`` (n, k), where they lie (``xy``, ``places``) and the
    ``given_level`` in the planner's words.
    """

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    crs: QgsCoordinateReferenceSystem
    features: Features | None = None
    name_field: str = ""
    labels: np.ndarray | None = None
    population: np.ndarray | None = None
    indicator_fields: list[str] = field(default_factory=list)
    indicators: np.ndarray | None = None
    given_level: np.ndarray | None = None
    xy: np.ndarray | None = None
    places: np.ndarray | None = None
    inputs: list[InputRecord] = field(default_factory=list)

    @property
    def shapes(self) -> np.ndarray:
        return self.features.frame.geometry.to_numpy()

    @property
    def project(self):
        return self.context.project()


def read_towns(algorithm, parameters, context, feedback) -> TownReading:
    """The towns of a run and their seats. Raises NoTowns, and WrongGeometry for lines."""
    given = algorithm.parameterAsSource(parameters, TOWNS, context)
    if given is None or given.featureCount() == 0:
        raise NoTowns()
    label = tr("乡镇")
    crs = told_crs(given, label, context, feedback)
    reading = TownReading(algorithm, parameters, context, feedback, crs)
    features = read_layer(reading, TOWNS, label)
    if not len(features.frame):
        raise NoTowns(features.total)
    reading.features = features
    if np.isin(shapely.get_type_id(reading.shapes), LINES).any():
        raise WrongGeometry(label, "polygon", "line")
    _read_columns(reading)
    _place(reading)
    return reading


def _read_columns(reading: TownReading) -> None:
    frame = reading.features.frame
    fields = found_fields(reading, TOWNS, "towns", {NAME_FIELD: "name", LEVEL_FIELD: "level"})
    reading.indicator_fields = reading.algorithm.parameterAsFields(
        reading.parameters, INDICATOR_FIELDS, reading.context
    )
    population_field = chosen_field(reading, POPULATION_FIELD)
    for name in (*filter(None, fields.values()), population_field, *reading.indicator_fields):
        if name not in frame:
            present = tuple(one.name() for one in reading.features.qgs_fields)
            raise MissingField(reading.features.label, name, present)
    reading.name_field = fields[NAME_FIELD]
    reading.labels = _labels(frame, reading.name_field, reading.feedback)
    reading.population = _numbers(reading, population_field)
    _say_empty(reading)
    reading.population[~(reading.population > 0)] = np.nan
    columns = [_numbers(reading, name) for name in reading.indicator_fields]
    reading.indicators = np.column_stack(columns) if columns else np.empty((len(frame), 0))
    level = fields[LEVEL_FIELD]
    reading.given_level = (
        frame[level].map(word_of).to_numpy(dtype=object) if level else np.full(len(frame), "", dtype=object)
    )


def _say_empty(reading: TownReading) -> None:
    """Towns of no people: gravity and score need some, so that 0 is taken for a value that is missing."""
    names = reading.labels[reading.population == 0].tolist()
    if names:
        reading.feedback.pushWarning(
            tr("{count} 个乡镇的人口为 0（{names}），按缺失处理；请核对人口字段。").format(
                count=len(names), names=listed(names)
            )
        )


def _numbers(reading: TownReading, name: str) -> np.ndarray:
    values, bad = number_column(reading.features, name)
    for text in number_sentences(reading.features, name, bad):
        reading.feedback.pushWarning(text)
    return values.copy()


def _labels(frame: pd.DataFrame, name_field: str, feedback) -> np.ndarray:
    """What to call each town: its name; with the feature's number where several have the same, or none."""
    names = frame[name_field].map(word_of) if name_field else pd.Series("", index=frame.index, dtype=object)
    double = (names != "") & names.duplicated(keep=False)
    if double.any():
        feedback.pushWarning(
            tr("有 {count} 个乡镇重名（{names}）；结果中在名称后加要素编号区分，请核对是否应合并为一个要素。").format(
                count=int(double.sum()), names=listed(list(dict.fromkeys(names[double])))
            )
        )
    return np.array(
        [
            tr("乡镇 {number}").format(number=fid)
            if not name
            else tr("{name}（编号 {number}）").format(name=name, number=fid)
            if again
            else name
            for fid, name, again in zip(names.index, names, double)
        ],
        dtype=object,
    )


def _place(reading: TownReading) -> None:
    """Where the towns lie on the network; those that no seat was found for are named."""
    name_field = found_fields(reading, SEATS, "seats", {SEATS_NAME_FIELD: "name"})[SEATS_NAME_FIELD]
    seats = read_layer(reading, SEATS, tr("乡镇驻地"), fields=[name_field])
    shapes, names = np.empty(0, dtype=object), ()
    if seats is not None:
        shapes = seats.frame.geometry.to_numpy()
        if name_field:
            names = seats.frame[name_field].map(word_of).tolist()
    reading.xy, reading.places = place_towns(reading.shapes, reading.labels, shapes, names)
    inside = reading.places == INSIDE
    if seats is None and inside.any():
        reading.feedback.pushWarning(
            tr("没有给出乡镇驻地，{count} 个乡镇取其范围内的一点；这一点可能离道路很远，请给出乡镇驻地图层。").format(
                count=int(inside.sum())
            )
        )
    elif inside.any():
        reading.feedback.pushWarning(
            tr("{count} 个乡镇没有找到驻地（{names}），取其范围内的一点；请核对驻地的名称和位置。").format(
                count=int(inside.sum()), names=listed(reading.labels[inside].tolist())
            )
        )
