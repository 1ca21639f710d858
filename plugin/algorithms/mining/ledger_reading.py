"""What the two ledgers are read from: layers in one coordinate system, towns, and the land under a shape."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsCoordinateReferenceSystem

from ...analysis.grid import Grid
from ...analysis.mining.faults import NothingToPayFor
from ...analysis.mining.land_parts import Parts, grid_parts, polygon_parts, town_parts
from ...bridge.raster import read_grid
from ...bridge.sentences import listed
from ...bridge.vector import Features
from ...county.land_codes import GUIDE, SURVEY, UNKNOWN, LandReading, land_table, read_land
from ...county.provenance import InputRecord
from ...county.role_table import roles_of
from ...language import language, tr
from ..attribute_words import word_of
from ..layer_reading import chosen_field, read_layer, told_crs
from . import ledger_parameters as names
from .ledger_fields import USUAL, field_meant
from .usual_fields import say_usual


@dataclass
class LedgerReading:
    """The inputs of a run, each read once. ``crs`` is the system of the run."""

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    crs: QgsCoordinateReferenceSystem
    table: pd.DataFrame
    inputs: list[InputRecord] = field(default_factory=list)
    _fields: dict[str, str] = field(default_factory=dict)

    @property
    def project(self):
        return self.context.project()

    def read(self, parameter: str, label: str, geometry: str | None, fields: list[str]) -> Features | None:
        """A vector input with the fields that were chosen; what was left out of it is said. None when not given."""
        return read_layer(self, parameter, label, geometry=geometry, fields=fields)

    def field(self, parameter: str) -> str:
        """The chosen field's name, else the usual one, which is said; empty when there is none."""
        if parameter not in self._fields:
            self._fields[parameter] = chosen_field(self, parameter) or self._usual(parameter)
        return self._fields[parameter]

    def _usual(self, parameter: str) -> str:
        layer = USUAL[parameter][0] if parameter in USUAL else ""
        given = self.algorithm.parameterAsSource(self.parameters, layer, self.context) if layer else None
        if given is None:
            return ""
        found = field_meant(given, parameter, roles_of(self.project))
        if found:
            say_usual(self, parameter, found)
        return found

    def file(self, parameter: str) -> str:
        return self.algorithm.parameterAsFile(self.parameters, parameter, self.context)

    def code_system(self) -> str:
        """The planner's choice, '' for finding out."""
        chosen = self.algorithm.parameterAsEnum(self.parameters, names.LAND_CODES, self.context)
        return ("", GUIDE, SURVEY)[chosen]

    def land(self, words: pd.Series, label: str) -> LandReading:
        """Land-use words as rows of the table; the code system and unknown words are said."""
        reading = read_land(words, self.table, self.code_system())
        for text in land_sentences(reading, label):
            self.feedback.pushWarning(text)
        if reading.system and not reading.assumed:
            self.feedback.pushInfo(
                tr("{label}的地类编码按“{system}”理解。").format(label=label, system=system_name(reading.system))
            )
        return reading


def system_name(system: str) -> str:
    """A code system as the planner reads it."""
    return {GUIDE: tr("2023 年用地用海分类指南"), SURVEY: tr("第三次国土调查（三调）工作分类")}[system]


def land_sentences(reading: LandReading, label: str) -> list[str]:
    """What a planner must know about how land was read; maybe nothing."""
    said = []
    if reading.assumed:
        said.append(
            tr(
                "{label}的地类编码在 2023 年指南和三调中都有，无法判断体系（例如 0602 在指南中是设施农用地，"
                "在三调中是采矿用地），暂按“{system}”理解；请在“地类编码体系”中选定。"
            ).format(label=label, system=system_name(reading.system))
        )
    if len(reading.unknown):
        words = reading.unknown["word"].astype(str)
        said.append(
            tr("{label}中有 {kinds} 种地类写法不认识（{words}），共 {count} 处，不计费用和价值。").format(
                label=label,
                kinds=len(words),
                words=listed(words.tolist()),
                count=int(reading.unknown["count"].sum()),
            )
        )
    return said


def start_reading(algorithm, parameters, context, feedback) -> LedgerReading:
    """The reading of a run: its coordinate system is the land raster's when that is metric, else the project's, else
    the zone of the mines. Raises NothingToPayFor when there is no mine.
    """
    given = algorithm.parameterAsSource(parameters, names.MINES, context)
    if given is None or given.featureCount() == 0:
        raise NothingToPayFor()
    raster = algorithm.parameterAsRasterLayer(parameters, names.LANDUSE_RASTER, context)
    crs = told_crs(given, tr("矿山"), context, feedback, raster)
    return LedgerReading(algorithm, parameters, context, feedback, crs, land_table(context.project()))


@dataclass(frozen=True)
class LandCover:
    """Land-use polygons or a grid of classes, and what each patch or class means (``kinds``)."""

    kinds: LandReading
    patches: np.ndarray | None = None
    grid: Grid | None = None
    classes: np.ndarray | None = None

    def under(self, shapes: np.ndarray, progress=lambda share: None) -> tuple[Parts, np.ndarray]:
        """The parts of n shapes, and the row (m,) of the land table that each part is, UNKNOWN where it is not."""
        if self.grid is None:
            parts = polygon_parts(shapes, self.patches, progress)
            return parts, self.kinds.row[parts.other]
        parts = grid_parts(shapes, self.grid, progress)
        place = np.searchsorted(self.classes, parts.other)
        return parts, self.kinds.row[place] if len(place) else np.zeros(0, dtype=int)


def read_cover(reading: LedgerReading, bounds: tuple[float, float, float, float] | None) -> LandCover | None:
    """Land-use polygons, else the class raster within ``bounds``; None when neither was given."""
    features = reading.read(names.LANDUSE, tr("地类图斑"), "polygon", [reading.field(names.LANDUSE_CLASS_FIELD)])
    if features is not None and reading.field(names.LANDUSE_CLASS_FIELD):
        words = features.frame[reading.field(names.LANDUSE_CLASS_FIELD)].map(word_of)
        return LandCover(reading.land(words, tr("地类图斑")), patches=features.frame.geometry.to_numpy())
    if features is not None:
        reading.feedback.pushWarning(tr("没有指定地类图斑的编码或名称字段，地类图斑没有采用。"))
    raster = reading.algorithm.parameterAsRasterLayer(reading.parameters, names.LANDUSE_RASTER, reading.context)
    if raster is None or bounds is None:
        return None
    reading.inputs.append(InputRecord(names.LANDUSE_RASTER, raster.name(), raster.source()))
    grid = read_grid(
        raster,
        reading.crs,
        bounds=bounds,
        resampling="nearest",
        label=tr("地类栅格"),
        other=tr("矿山"),
        project=reading.project,
    )
    classes = np.unique(grid.values[np.isfinite(grid.values)])
    kinds = reading.land(pd.Series([word_of(float(code)) for code in classes], dtype=object), tr("地类栅格"))
    _say_classes(reading, classes, kinds)
    return LandCover(kinds, grid=grid, classes=classes)


def _say_classes(reading: LedgerReading, classes: np.ndarray, kinds: LandReading) -> None:
    """How the classes of a raster were understood: another product may have numbered its classes otherwise."""
    known = kinds.row != UNKNOWN
    shown = [
        tr("{code} {land}").format(code=word_of(float(code)), land=reading.table[language()].iat[row])
        for code, row in zip(classes[known], kinds.row[known])
    ]
    if shown:
        reading.feedback.pushInfo(tr("地类栅格的编码理解为：{classes}。").format(classes=listed(shown, len(shown))))


def bounds_of(*groups: np.ndarray) -> tuple[float, float, float, float] | None:
    """The bounds of all shapes of several groups, None when there is none."""
    boxes = np.concatenate([shapely.bounds(shapes) for shapes in groups if len(shapes)] or [np.zeros((0, 4))])
    boxes = boxes[np.isfinite(boxes).all(axis=1)]
    return (*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0)) if len(boxes) else None


@dataclass(frozen=True)
class Towns:
    """z towns by ``name``; without a layer of towns there is one, the whole county (``shapes`` is None)."""

    name: np.ndarray
    shapes: np.ndarray | None = None

    def parts(self, shapes: np.ndarray) -> Parts:
        """The shares of n shapes in the towns, together 1 for each."""
        if self.shapes is not None:
            return town_parts(shapes, self.shapes)
        here = np.arange(len(shapes))
        return Parts(here, np.zeros(len(shapes), dtype=int), np.ones(len(shapes)), here[:0])

    def named(self, number: np.ndarray) -> np.ndarray:
        return np.append(self.name, tr("（乡镇范围外）")).astype(object)[number]

    def texts(self, parts: Parts, count: int) -> np.ndarray:
        """The towns (count,) that each shape lies in, the largest share first."""
        words = pd.Series(self.named(parts.other)).groupby(parts.owner).agg(all_listed)
        return words.reindex(range(count), fill_value="").to_numpy(dtype=object)


def all_listed(words: pd.Series) -> str:
    """All words of a group as the planner's language lists them."""
    return listed(words.tolist(), len(words))


def read_towns(reading: LedgerReading) -> Towns:
    name_field = reading.field(names.TOWNS_NAME_FIELD)
    features = reading.read(names.TOWNS, tr("乡镇"), "polygon", [name_field])
    if features is None or not len(features.frame):
        return Towns(np.array([tr("全域")], dtype=object))
    values = features.frame[name_field] if name_field else features.frame.index
    name = np.array([word_of(value) for value in values], dtype=object)
    return Towns(name, features.frame.geometry.to_numpy())
