"""What zoning is made from, read once in one metric system: resource areas, role layers, rules, plants, elevation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem

from ...analysis.grid import Grid
from ...analysis.mining.faults import NoResources
from ...analysis.mining.rules import Rule
from ...bridge.areas import ellipsoidal_areas
from ...bridge.faults import MissingField, NoOverlap
from ...bridge.raster import read_grid
from ...bridge.sentences import listed
from ...bridge.vector import Features
from ...county.faults import BadStandard
from ...county.mining_rules import mining_rules
from ...county.provenance import InputRecord
from ...county.words import canonical
from ...language import tr
from ..attribute_words import word_of
from ..layer_reading import Reading, read_layer, told_crs
from .faults import BadDate
from .role_layers import RoleReading, read_roles
from .usual_fields import found_fields

RESOURCES, METHOD_FIELD, MINERAL_FIELD, NAME_FIELD = "RESOURCES", "METHOD_FIELD", "MINERAL_FIELD", "NAME_FIELD"
#: Fields of resource areas → what they are in the table of field roles, which knows their usual names.
RESOURCE_FIELDS = {NAME_FIELD: "name", MINERAL_FIELD: "mineral", METHOD_FIELD: "method"}
RULES, DEM, AS_OF, PARKS = "RULES", "DEM", "AS_OF", "PARKS"


@dataclass
class ZoningReading:
    """The inputs of a run. ``geometry`` (m,) resource areas with ``name``, ``mineral`` (as written), ``kind`` (its
    canonical word), ``method`` (canonical, '' unknown), and ``hectares`` on the ellipsoid; ``plants`` are parks and
    works.
    """

    crs: QgsCoordinateReferenceSystem
    geometry: np.ndarray
    name: np.ndarray
    mineral: np.ndarray
    kind: np.ndarray
    method: np.ndarray
    hectares: np.ndarray
    roles: RoleReading
    rules: list[Rule]
    day: date
    feedback: object
    dem: object = None
    plants: np.ndarray | None = None
    inputs: list[InputRecord] = field(default_factory=list)

    def heights(self, room: float, project) -> Grid | None:
        """Elevation around the resource areas, ``room`` metres more on each side; None without a DEM."""
        if self.dem is None:
            return None
        bounds = pd.DataFrame([shape.bounds for shape in self.geometry])
        west, south = bounds[0].min() - room, bounds[1].min() - room
        east, north = bounds[2].max() + room, bounds[3].max() + room
        return read_grid(
            self.dem,
            self.crs,
            bounds=(west, south, east, north),
            label=tr("高程"),
            other=tr("矿产资源"),
            project=project,
        )


def read_zoning(algorithm, parameters, context, feedback) -> ZoningReading:
    """Read everything. Raises NoResources, BadStandard, BadDate and the faults of the bridge."""
    day = day_of(algorithm.parameterAsString(parameters, AS_OF, context))
    rules = _rules(algorithm, parameters, context)
    dem = algorithm.parameterAsRasterLayer(parameters, DEM, context)
    given = algorithm.parameterAsSource(parameters, RESOURCES, context)
    if given is None or given.featureCount() == 0:
        raise NoResources()
    project = context.project()
    crs = told_crs(given, tr("矿产资源"), context, feedback, dem)

    run = Reading(algorithm, parameters, context, feedback, crs)
    resources = read_layer(run, RESOURCES, tr("矿产资源"), geometry="polygon")
    if not len(resources.frame):
        raise NoResources(resources.total)
    names = found_fields(run, RESOURCES, "resources", RESOURCE_FIELDS)
    name, mineral, method = (_words(resources, names[one]) for one in RESOURCE_FIELDS)
    geometry = resources.frame.geometry.to_numpy()
    roles = read_roles(run)
    reading = ZoningReading(
        crs=crs,
        geometry=geometry,
        name=_named(name),
        mineral=mineral,
        kind=_canonical("mineral", mineral, names[MINERAL_FIELD], feedback, project),
        method=_canonical("mining_method", method, names[METHOD_FIELD], feedback, project),
        hectares=ellipsoidal_areas(geometry, crs, project) / 1e4,
        roles=roles,
        rules=rules,
        day=day,
        feedback=feedback,
        dem=dem,
        inputs=run.inputs,
    )
    if dem is not None:
        reading.inputs.append(InputRecord(DEM, dem.name(), dem.source()))
    plants = read_layer(run, PARKS, tr("园区或选冶厂"))
    if plants is not None:
        reading.plants = plants.frame.geometry.to_numpy()
    return reading


def _rules(algorithm, parameters, context) -> list[Rule]:
    path = algorithm.parameterAsFile(parameters, RULES, context)
    if path and not Path(path).is_file():
        raise BadStandard(Path(path).name, 0, "", tr("文件不存在"), "unreadable")
    return mining_rules(context.project(), path)


def day_of(text: str) -> date:
    """The day on which the law is looked at, today when nothing is written. Raises BadDate."""
    if not text.strip():
        return date.today()
    found = pd.to_datetime(text.strip(), errors="coerce")
    if pd.isna(found):
        raise BadDate(text)
    return found.date()


def _words(features: Features, name: str) -> np.ndarray:
    if not name:
        return np.full(len(features.frame), "", dtype=object)
    if name not in features.frame:
        raise MissingField(features.label, name, tuple(field.name() for field in features.qgs_fields))
    return features.frame[name].map(word_of).to_numpy(dtype=object)


def _named(names: np.ndarray) -> np.ndarray:
    """What to call each resource area: its name, else its place among the areas (from 1)."""
    numbered = [name or tr("资源区 {number}").format(number=place + 1) for place, name in enumerate(names)]
    return np.array(numbered, dtype=object)


def _canonical(domain: str, words: np.ndarray, name: str, feedback, project) -> np.ndarray:
    """What the words mean, '' where nobody knows; unknown words are said."""
    known, unknown = canonical(domain, pd.Series(words, dtype=object), project)
    unknown = unknown[unknown["word"] != ""]
    if len(unknown):
        shown = listed(unknown["word"].tolist())
        said = {
            "mining_method": tr(
                "字段“{field}”中有 {kinds} 种开采方式不认识（{words}），共 {count} 条，从严按露天开采处理；"
                "可在工程旁的 class_words.csv 中补充。"
            ),
            "mineral": tr(
                "字段“{field}”中有 {kinds} 种矿种不认识（{words}），共 {count} 条，按一般固体矿产处理；"
                "可在工程旁的 class_words.csv 中补充。"
            ),
        }[domain]
        count = int(unknown["count"].sum())
        feedback.pushWarning(said.format(field=name, kinds=len(unknown), words=shown, count=count))
    return known.fillna("").to_numpy(dtype=object)


def require_overlap(grid: Grid | None) -> None:
    """Raise NoOverlap when elevation around the resources holds no value at all."""
    if grid is not None and not np.isfinite(grid.values).any():
        raise NoOverlap(tr("高程"), tr("矿产资源"))
