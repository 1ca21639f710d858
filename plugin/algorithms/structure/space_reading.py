"""What a balance of the three spaces is worked out from: the spaces, the county, its towns and the control lines."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from ...analysis.structure.control_lines import FARMLAND, REDLINE, URBAN_BOUNDARY
from ...analysis.structure.faults import NoCounty
from ...analysis.structure.space_zones import Zones, zones_of
from ...analysis.structure.spaces import AGRICULTURE, ECOLOGY, OVERLAP, UNASSIGNED, URBAN
from ...bridge.areas import ellipsoidal_areas
from ...language import tr
from ..attribute_words import word_of
from ..layer_reading import Reading, read_layer, told_crs
from ..mining.usual_fields import found_fields

COUNTY, TOWNS, TOWNS_NAME_FIELD = "COUNTY", "TOWNS", "TOWNS_NAME_FIELD"
SPACE_PARAMETERS = {"AGRICULTURE": AGRICULTURE, "ECOLOGY": ECOLOGY, "URBAN": URBAN}
LINE_PARAMETERS = {"REDLINE": REDLINE, "FARMLAND": FARMLAND, "URBAN_BOUNDARY": URBAN_BOUNDARY}
SQUARE_METRES = 10_000.0  #: of a hectare
SAID = 100.0  #: square metres from which ground outside the county or in two towns is worth a word
#: Metres; an edge of a drawing is straight on the plan, and short pieces of it are straight on the ellipsoid as well.
EDGE = 100.0


def space_titles() -> dict[str, str]:
    """The spaces as the planner reads them."""
    return {
        AGRICULTURE: tr("农业空间"),
        ECOLOGY: tr("生态空间"),
        URBAN: tr("城镇空间"),
        OVERLAP: tr("空间重叠"),
        UNASSIGNED: tr("未划入三类空间"),
    }


def line_titles() -> dict[str, str]:
    """The control lines as the planner reads them."""
    return {
        REDLINE: tr("生态保护红线"),
        FARMLAND: tr("永久基本农田"),
        URBAN_BOUNDARY: tr("城镇开发边界"),
    }


@dataclass
class SpaceReading:
    """The polygons of each space and control line, the ``zones`` and the names of the towns; ``county_name`` is what
    the whole county is called.
    """

    run: Reading
    spaces: dict[str, np.ndarray] = field(default_factory=dict)
    lines: dict[str, np.ndarray] = field(default_factory=dict)
    zones: Zones | None = None
    town_names: list[str] = field(default_factory=list)
    county_name: str = ""

    @property
    def crs(self):
        return self.run.crs

    def zone_name(self, number: int) -> str:
        """What the zone of a number is called."""
        town = self.zones.town[number]
        if town >= 0:
            return self.town_names[town]
        return tr("（不在任何乡镇内）") if self.town_names else self.county_name

    def hectares(self, shapes) -> np.ndarray:
        """Ellipsoidal areas in hm² of polygons (n,) in the run's system: outlines less holes, every ring in short
        pieces. Rings are measured one by one, because putting vertices into a polygon with a spike may destroy it.
        """
        parts, owner = shapely.get_parts(np.asarray(shapes, dtype=object), return_index=True)
        rings, part = shapely.get_rings(parts, return_index=True)
        hole = np.r_[False, part[1:] == part[:-1]][: len(part)]
        xy, line = shapely.get_coordinates(rings, return_index=True)
        lines = shapely.segmentize(shapely.linestrings(xy, indices=line), EDGE)
        xy, line = shapely.get_coordinates(lines, return_index=True)
        outlines = shapely.polygons(shapely.linearrings(xy, indices=line))
        area = ellipsoidal_areas(outlines, self.crs, self.run.context.project())
        signed = np.where(hole, -area, area)
        return np.bincount(owner[part], weights=signed, minlength=len(shapes)) / SQUARE_METRES


def read_spaces(algorithm, parameters, context, feedback) -> SpaceReading:
    """Read all layers in one metric system. Raises NoCounty."""
    given = algorithm.parameterAsSource(parameters, COUNTY, context)
    if given is None or given.featureCount() == 0:
        raise NoCounty()
    crs = told_crs(given, tr("县界"), context, feedback)
    run = Reading(algorithm, parameters, context, feedback, crs)
    reading = SpaceReading(run)
    county = read_layer(run, COUNTY, tr("县界"), geometry="polygon")
    if not len(county.frame):
        raise NoCounty(county.total)
    reading.county_name = tr("全县")
    _read_towns(reading, county.frame.geometry.to_numpy())
    for target, parameters_of, titles in (
        (reading.spaces, SPACE_PARAMETERS, space_titles()),
        (reading.lines, LINE_PARAMETERS, line_titles()),
    ):
        for parameter, key in parameters_of.items():
            features = read_layer(run, parameter, titles[key], geometry="polygon", fields=[])
            if features is not None:
                target[key] = features.frame.geometry.to_numpy()
                if not len(features.frame):
                    feedback.pushWarning(tr("{layer}图层中没有可用的面，按没有处理。").format(layer=titles[key]))
    return reading


def _read_towns(reading: SpaceReading, county: np.ndarray) -> None:
    """The zones: one a town name, so that a town drawn in several features is one zone."""
    run = reading.run
    name_field = found_fields(run, TOWNS, "towns", {TOWNS_NAME_FIELD: "name"})[TOWNS_NAME_FIELD]
    features = read_layer(run, TOWNS, tr("乡镇"), geometry="polygon", fields=[name_field])
    shapes = np.empty(0, dtype=object)
    if features is not None and len(features.frame):
        frame = features.frame
        names = frame[name_field].map(word_of) if name_field else frame.index.map(lambda fid: "")
        names = [name or tr("乡镇 {number}").format(number=fid) for fid, name in zip(frame.index, names)]
        reading.town_names = list(dict.fromkeys(names))
        of_town = [[shape for shape, name in zip(frame.geometry, names) if name == one] for one in reading.town_names]
        shapes = np.array([shapely.union_all(parts) for parts in of_town], dtype=object)
    reading.zones = zones_of(county, shapes)
    _say_zones(reading)


def _say_zones(reading: SpaceReading) -> None:
    zones, feedback = reading.zones, reading.run.feedback
    if zones.twice >= SAID:
        feedback.pushWarning(
            tr("乡镇界相互重叠 {area} 公顷，重叠处计入排在前面的乡镇；请核对乡镇界。").format(
                area=f"{zones.twice / SQUARE_METRES:,.2f}"
            )
        )
    if zones.beyond >= SAID:
        feedback.pushWarning(
            tr("乡镇有 {area} 公顷在县界以外，不参与平衡；请核对乡镇界与县界是否一致。").format(
                area=f"{zones.beyond / SQUARE_METRES:,.2f}"
            )
        )
    nowhere = shapely.area(zones.shapes[zones.town < 0]).sum() if len(reading.town_names) else 0.0
    if nowhere >= SAID:
        feedback.pushWarning(
            tr("县内有 {area} 公顷不在任何乡镇内，在平衡表中单列一行；请核对乡镇界与县界是否一致。").format(
                area=f"{nowhere / SQUARE_METRES:,.2f}"
            )
        )
