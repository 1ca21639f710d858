"""How long every place takes to the nearest facility: a raster of minutes and the bands drawn from it."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..analysis.travel.search import nearest_facility
from ..analysis.travel.settings import WITHIN
from ..analysis.travel.surface import minutes_surface
from ..cartography.result_styles import bands_style, minutes_style
from ..language import tr
from .band_output import BAND_FIELDS, POLYGONS, band_frame, drawn_breaks, population_of_bands
from .base import RongheAlgorithm, watch
from .travel_parameters import add_travel_parameters, breaks_of, source
from .travel_reading import facility_points, read_travel
from .unconnected import report_facilities, report_parts

FACILITIES, BREAKS, POPULATION_RASTER, OUTPUT, BANDS = "FACILITIES", "BREAKS", "POPULATION_RASTER", "OUTPUT", "BANDS"
STEPS = {"graph": (0, 35), "search": (35, 75), "surface": (75, 85), "bands": (85, 95)}


class TravelTime(RongheAlgorithm):
    """Parameters: facilities, breaks, the shared travel parameters. Outputs: minutes raster, bands."""

    ID = "traveltime"

    def title(self):
        return tr("出行时间面与等时圈")

    def initAlgorithm(self, configuration=None):
        anything = QgsProcessing.SourceType.TypeVectorAnyGeometry
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(source(FACILITIES, tr("设施"), [anything], optional=False))
        self.addParameter(QgsProcessingParameterString(BREAKS, tr("等时圈（分钟）"), "15,30,45,60"))
        add_travel_parameters(self)
        self.addParameter(
            QgsProcessingParameterRasterLayer(POPULATION_RASTER, tr("人口栅格（人/像元）"), optional=True)
        )
        self.addParameter(QgsProcessingParameterRasterDestination(OUTPUT, tr("出行时间（分钟）"), optional=True))
        self.addParameter(QgsProcessingParameterFeatureSink(BANDS, tr("等时圈"), polygon, optional=True))

    def compute(self, parameters, context, feedback):
        breaks = breaks_of(self.parameterAsString(parameters, BREAKS, context))
        travel = read_travel(self, parameters, context, feedback, FACILITIES)
        breaks = drawn_breaks(breaks, travel.settings.max_minutes, feedback)
        facilities, facility_xy = facility_points(travel, FACILITIES, tr("设施"), [])
        progress = watch(feedback, STEPS)
        graph = travel.graph(facility_xy, progress)
        report_facilities(graph, feedback, facilities.frame.index)
        report_parts(graph, feedback)
        search = nearest_facility(graph, graph.settings.max_minutes + WITHIN, progress=progress)
        minutes = minutes_surface(graph, search, travel.cell_size, progress)

        self.outputs.add_raster(OUTPUT, minutes, travel.crs, tr("出行时间（分钟）"), minutes_style(breaks))
        if self.outputs.wanted(BANDS):
            population = self.parameterAsRasterLayer(parameters, POPULATION_RASTER, context)
            people = None if population is None else population_of_bands(population, minutes, breaks, travel)
            frame = band_frame(minutes, breaks, travel, progress, people)
            self.outputs.add_layer(
                BANDS,
                frame,
                BAND_FIELDS,
                POLYGONS,
                travel.crs,
                title=tr("等时圈"),
                style=bands_style(breaks),
            )
        self.outputs.inputs += travel.inputs
        return {}
