"""What remediation zones are made from: the mines in words and places, the layers around them, the terrain."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsCoordinateReferenceSystem

from ...analysis.grid import Grid
from ...analysis.mining.faults import AllMinesOutside, NoMines
from ...analysis.mining.remediation import Mines
from ...analysis.mining.rules import RoleFeatures
from ...bridge.areas import ellipsoidal_areas
from ...bridge.faults import MissingField
from ...bridge.raster import read_grid
from ...bridge.vector import Features
from ...county.provenance import InputRecord
from ...language import tr
from ..layer_reading import chosen_field, read_layer, told_crs
from . import mine_words
from . import remediation_parameters as names
from .ledger_mines import is_holder
from .mine_places import Areas, areas_of, inside_county, mine_labels, warn_of_web_boundaries
from .role_layers import name_field_of, read_roles, role_titles
from .usual_fields import found_fields

#: Fields of mines → what they are in the table of field roles, which knows their usual names; '' none.
MINE_FIELDS = {
    names.NAME_FIELD: "name",
    names.STATUS_FIELD: "status",
    names.MINERAL_FIELD: "mineral",
    names.METHOD_FIELD: "method",
    names.HOLDER_FIELD: "holder",
    names.CAPACITY_FIELD: "capacity",
    names.LAND_FIELD: "",
}


@dataclass
class RemediationReading:
    """The inputs of a run, each read once, in the metric system ``crs``.

    ``features`` are all usable mines (r rows); ``taking`` (r,) are those in the county, and ``mines`` (n of them) is
    what the science sees. ``labels``, ``holders`` and ``unknown_status`` have a text for every row of ``features``.
    ``holders`` is None where the layer has no field of holders: nobody knows whether there is one.
    ``roles`` holds the layers that have features, with INTAKES and town seats (TOWNS) among them.
    """

    algorithm: object
    parameters: dict
    context: object
    feedback: object
    crs: QgsCoordinateReferenceSystem
    features: Features | None = None
    labels: np.ndarray | None = None
    holders: np.ndarray | None = None
    unknown_status: np.ndarray | None = None
    all_mines: Mines | None = None
    taking: np.ndarray | None = None
    roles: dict[str, RoleFeatures] = field(default_factory=dict)
    towns: Areas | None = None
    inputs: list[InputRecord] = field(default_factory=list)

    @property
    def project(self):
        return self.context.project()

    @property
    def mines(self) -> Mines:
        """The mines that take part."""
        return self.all_mines.only(self.taking)

    def holders_of(self, which: np.ndarray) -> np.ndarray | None:
        """The holders of some mines, None where the layer has no field of them."""
        return None if self.holders is None else self.holders[which]

    def read(self, parameter: str, label: str, fields: list[str] | None, geometry: str | None = None):
        """A layer in the run's system; what was left out of it is said. None when it was not given."""
        return read_layer(self, parameter, label, geometry=geometry, fields=fields)

    def field(self, parameter: str) -> str:
        """The chosen field's name, empty when none is."""
        return chosen_field(self, parameter)

    def file(self, parameter: str) -> str:
        return self.algorithm.parameterAsFile(self.parameters, parameter, self.context)

    def number(self, parameter: str) -> float:
        return self.algorithm.parameterAsDouble(self.parameters, parameter, self.context)

    def elevation(self, around_m: float) -> Grid | None:
        """The terrain within ``around_m`` metres of mines and intakes; None without an elevation model."""
        dem = self.algorithm.parameterAsRasterLayer(self.parameters, names.DEM, self.context)
        if dem is None:
            return None
        shapes = [self.mines.places]
        if names.INTAKES in self.roles:
            shapes.append(self.roles[names.INTAKES].geometry)
        west, south, east, north = shapely.total_bounds(np.concatenate(shapes))
        bounds = (west - around_m, south - around_m, east + around_m, north + around_m)
        self.inputs.append(InputRecord(names.DEM, dem.name(), dem.source()))
        if dem.crs().isGeographic():
            self.feedback.pushWarning(
                tr("高程数据以度为单位，已换算到{name}（{code}）后使用。").format(
                    name=self.crs.description(), code=self.crs.authid()
                )
            )
        return read_grid(dem, self.crs, bounds=bounds, label=tr("高程"), other=tr("矿山"), project=self.project)


def read_remediation(algorithm, parameters, context, feedback) -> RemediationReading:
    """All vector inputs of a run. Raises NoMines, AllMinesOutside and the faults of reading."""
    given = algorithm.parameterAsSource(parameters, names.MINES, context)
    if given is None or given.featureCount() == 0:
        raise NoMines()
    dem = algorithm.parameterAsRasterLayer(parameters, names.DEM, context)
    crs = told_crs(given, tr("矿山"), context, feedback, dem)
    reading = RemediationReading(algorithm, parameters, context, feedback, crs)
    _read_mines(reading)
    _read_surroundings(reading)
    return reading


def _read_mines(reading: RemediationReading) -> None:
    features = reading.read(names.MINES, tr("矿山"), None)
    if not len(features.frame):
        raise NoMines(features.total)
    chosen = found_fields(reading, names.MINES, "mines", MINE_FIELDS)
    for name in filter(None, chosen.values()):
        if name not in features.frame:
            raise MissingField(tr("矿山"), name, tuple(one.name() for one in features.qgs_fields))
    words = {parameter: mine_words.words_of(features.frame, name) for parameter, name in chosen.items()}
    project, feedback = reading.project, reading.feedback
    status, unknown = mine_words.statuses(
        words[names.STATUS_FIELD], reading.file(names.STATUS_WORDS), project, feedback
    )
    places = features.frame.geometry.to_numpy()
    flat = shapely.get_dimensions(places) == 2
    hectares = np.full(len(places), np.nan)
    hectares[flat] = ellipsoidal_areas(places[flat], reading.crs, project) / 1e4
    if not flat.all():
        feedback.pushWarning(
            tr("有 {count} 座矿山只有点位、没有矿区范围：现状影响程度不明，只按预测评价；影响范围取点位周围。").format(
                count=int((~flat).sum())
            )
        )
    reading.features, reading.unknown_status = features, unknown
    if chosen[names.HOLDER_FIELD]:
        holders = words[names.HOLDER_FIELD]
        reading.holders = holders.where(holders.map(is_holder), "").to_numpy(dtype=object)
    else:
        feedback.pushWarning(
            tr("没有采矿权人字段，无法判断废弃矿山是否历史遗留，责任主体须先查明采矿权人；请选定字段后重算。")
        )
    reading.labels = mine_labels(words[names.NAME_FIELD], feedback)
    lands = mine_words.stated_lands(words[names.LAND_FIELD], hectares, project, feedback)
    reading.all_mines = Mines(
        places,
        status,
        mine_words.classes("mineral", tr("矿种"), words[names.MINERAL_FIELD], project, feedback),
        mine_words.classes("mining_method", tr("开采方式"), words[names.METHOD_FIELD], project, feedback),
        hectares,
        lands.hectares,
        lands.stated,
    )


def _read_surroundings(reading: RemediationReading) -> None:
    """Towns and county, who lies outside, and the role layers."""
    algorithm, parameters, context, feedback = (
        reading.algorithm,
        reading.parameters,
        reading.context,
        reading.feedback,
    )
    county = _read_areas(reading, names.COUNTY, "boundary", tr("县界"), "polygon")
    reading.towns = _read_areas(reading, names.TOWNS, "towns", tr("乡镇"), None, reading.field(names.TOWNS_NAME_FIELD))
    places = reading.all_mines.places
    for parameter, role, label in ((names.COUNTY, "boundary", tr("县界")), (names.TOWNS, "towns", tr("乡镇"))):
        given = algorithm.parameterAsSource(parameters, parameter, context)
        warn_of_web_boundaries(given, role, label, places, reading.crs, context, feedback)
    bounds, what = (county, tr("县界")) if county is not None else (reading.towns, tr("各乡镇"))
    reading.taking = inside_county(places, reading.labels, bounds, what, feedback)
    if not reading.taking.any():
        raise AllMinesOutside(len(places), what)

    found = read_roles(reading)
    reading.roles = {role: features for role, features in found.features.items() if len(features)}
    intakes = reading.read(names.INTAKES, tr("取水口"), None, "point")
    if intakes is not None and len(intakes.frame):
        given = algorithm.parameterAsSource(parameters, names.INTAKES, context)
        areas = areas_of(intakes, name_field_of(given, "INTAKES") if given is not None else "")
        reading.roles[names.INTAKES] = _unclassed(areas.shapes, areas.name)
    elif intakes is not None:
        feedback.pushWarning(tr("取水口图层中没有可用的要素；没有追踪取水口上游。"))
    if reading.towns is not None and reading.towns.are_seats:
        reading.roles[names.TOWNS] = _unclassed(reading.towns.shapes, reading.towns.name)


def _read_areas(reading, parameter: str, role: str, label: str, geometry: str | None, name_field="") -> Areas | None:
    """A layer of counties or towns; its name field is found where none was chosen. None when there is nothing in it."""
    given = reading.algorithm.parameterAsSource(reading.parameters, parameter, reading.context)
    if given is None:
        return None
    name_field = name_field or name_field_of(given, role)
    features = reading.read(parameter, label, [name_field] if name_field else [], geometry)
    if not len(features.frame):
        reading.feedback.pushWarning(
            tr("{label}图层中没有可用的要素；请检查筛选条件和几何图形，本次按没有{label}处理。").format(label=label)
        )
        return None
    return areas_of(features, name_field)


def _unclassed(shapes: np.ndarray, name: np.ndarray) -> RoleFeatures:
    return RoleFeatures(shapes, np.full(len(shapes), "", dtype=object), name, False)


def all_role_titles() -> dict[str, str]:
    """The roles that remediation looks at, as the planner reads them."""
    return {**role_titles(), names.TOWNS: tr("乡镇驻地")}


def lost_rows(reading: RemediationReading) -> tuple[pd.DataFrame, np.ndarray]:
    """The mines without a usable place and why: they are listed all the same."""
    words = {
        "no_geometry": tr("没有几何图形，未参与评价"),
        "empty": tr("几何图形为空，未参与评价"),
        "wrong_type": tr("几何类型不符，未参与评价"),
        "invalid": tr("几何无效，未参与评价"),
        "not_transformable": tr("坐标无法转换，未参与评价"),
    }
    features = reading.features
    return features.lost, features.left_out["reason"].map(words).to_numpy(dtype=object)
