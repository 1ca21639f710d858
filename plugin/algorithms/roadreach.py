"""Which roads are within reach: road stretches cut exactly where the time runs out."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import shapely
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..analysis.travel.faults import NoRoads
from ..analysis.travel.reach import Stretches, reached_stretches
from ..analysis.travel.search import nearest_facility
from ..analysis.travel.surface import minutes_surface
from ..bridge.crs import frame_crs
from ..bridge.fields import FieldSpec
from ..cartography.result_styles import bands_style, reach_style
from ..language import tr
from .band_output import BAND_FIELDS, POLYGONS, band_frame
from .base import RongheAlgorithm, watch
from .travel_parameters import add_travel_parameters, breaks_of, source
from .travel_reading import facility_points, read_travel
from .unconnected import report_facilities, report_parts

FACILITIES, BREAKS, OUTPUT, BANDS, TOTAL_LENGTH = "FACILITIES", "BREAKS", "OUTPUT", "BANDS", "TOTAL_LENGTH"
STEPS = {"graph": (0, 50), "search": (50, 70), "surface": (70, 80), "bands": (80, 95)}
FIELDS = [
    FieldSpec("band_min", "real", "时间（含）", "Within (included)", "min"),
    FieldSpec("length_m", "real", "长度", "Length", "m"),
]


class RoadReach(RongheAlgorithm):
    """Parameters: facilities, breaks, the shared travel parameters. Outputs: stretches, bands, total length."""

    ID = "roadreach"

    def title(self):
        return tr("道路可达范围")

    def initAlgorithm(self, configuration=None):
        anything = QgsProcessing.SourceType.TypeVectorAnyGeometry
        line, polygon = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(source(FACILITIES, tr("设施"), [anything], optional=False))
        self.addParameter(QgsProcessingParameterString(BREAKS, tr("时间分段（分钟）"), "15,30,45,60"))
        add_travel_parameters(self)
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("可达道路"), line, optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSink(BANDS, tr("等时圈"), polygon, optional=True, createByDefault=False)
        )
        self.addOutput(QgsProcessingOutputNumber(TOTAL_LENGTH, tr("可达道路总长（米）")))

    def compute(self, parameters, context, feedback):
        breaks = breaks_of(self.parameterAsString(parameters, BREAKS, context))
        travel = read_travel(self, parameters, context, feedback, FACILITIES)
        if travel.roads is None:
            raise NoRoads(0)
        facilities, facility_xy = facility_points(travel, FACILITIES, tr("设施"), [])
        travel.settings = replace(travel.settings, max_minutes=max(breaks))
        progress = watch(feedback, STEPS)
        graph = travel.graph(facility_xy, progress)
        report_facilities(graph, feedback, facilities.frame.index)
        report_parts(graph, feedback)
        search = nearest_facility(graph, max(breaks), progress=progress)
        stretches = reached_stretches(graph, search, breaks)

        self.outputs.inputs += travel.inputs
        frame = _by_band(stretches, breaks, travel.crs)
        lines = QgsWkbTypes.Type.MultiLineString
        style = reach_style(breaks)
        self.outputs.add_layer(OUTPUT, frame, FIELDS, lines, travel.crs, title=tr("可达道路"), style=style)
        if self.outputs.wanted(BANDS):
            minutes = minutes_surface(graph, search, travel.cell_size, progress)
            bands = band_frame(minutes, breaks, travel, progress)
            self.outputs.add_layer(
                BANDS, bands, BAND_FIELDS, POLYGONS, travel.crs, title=tr("等时圈"), style=bands_style(breaks)
            )
        return {TOTAL_LENGTH: float(stretches.length.sum())}


def _by_band(stretches: Stretches, breaks, crs) -> gpd.GeoDataFrame:
    """One row a band that reaches any road: all its stretches and their length."""
    order = np.argsort(stretches.band, kind="stable")
    band, first = np.unique(stretches.band[order], return_index=True)
    lines = shapely.multilinestrings(stretches.line[order], indices=np.searchsorted(band, stretches.band[order]))
    length = np.add.reduceat(stretches.length[order], first) if len(band) else np.empty(0)
    columns = {"band_min": np.asarray(breaks, dtype=float)[band], "length_m": length}
    return gpd.GeoDataFrame(columns, geometry=lines, crs=frame_crs(crs))
