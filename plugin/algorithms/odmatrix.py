"""Minutes from every origin to every destination."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..analysis.travel.matrix import pair_minutes
from ..analysis.travel.points import attach
from ..bridge.fields import FieldSpec
from ..bridge.sentences import listed_ids
from ..language import tr
from .attribute_words import word_of
from .base import RongheAlgorithm, watch
from .faults import NoOrigins
from .travel_parameters import add_travel_parameters, field, source
from .travel_reading import facility_points, points_of, read_travel
from .unconnected import reason_text, report_facilities, report_parts

ORIGINS, ORIGIN_ID = "ORIGINS", "ORIGIN_ID"
DESTINATIONS, DESTINATION_ID = "DESTINATIONS", "DESTINATION_ID"
OUTPUT, PAIRS, UNREACHED = "OUTPUT", "PAIRS", "UNREACHED"
STEPS = {"graph": (0, 40), "search": (40, 95)}
FIELDS = [
    FieldSpec("origin", "text", "起点", "Origin"),
    FieldSpec("destination", "text", "终点", "Destination"),
    FieldSpec("minutes", "real", "出行时间", "Travel time", "min"),
]


class OdMatrix(RongheAlgorithm):
    """Parameters: origins, destinations, the shared travel parameters. Output: pairs within MAX_MINUTES."""

    ID = "odmatrix"

    def title(self):
        return tr("起讫点出行时间矩阵")

    def initAlgorithm(self, configuration=None):
        anything = QgsProcessing.SourceType.TypeVectorAnyGeometry
        table = QgsProcessing.SourceType.TypeVector
        self.addParameter(source(ORIGINS, tr("起点（村庄等）"), [anything], optional=False))
        self.addParameter(field(ORIGIN_ID, tr("起点编号字段"), ORIGINS))
        self.addParameter(source(DESTINATIONS, tr("终点（设施等）"), [anything], optional=False))
        self.addParameter(field(DESTINATION_ID, tr("终点编号字段"), DESTINATIONS))
        add_travel_parameters(self)
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("出行时间矩阵"), table, optional=True))
        self.addOutput(QgsProcessingOutputNumber(PAIRS, tr("时间上限内的点对数")))
        self.addOutput(QgsProcessingOutputNumber(UNREACHED, tr("到不了任何终点的起点数")))

    def compute(self, parameters, context, feedback):
        travel = read_travel(self, parameters, context, feedback, DESTINATIONS)
        destination_id, origin_id = travel.field(DESTINATION_ID), travel.field(ORIGIN_ID)
        destinations, destination_xy = facility_points(
            travel, DESTINATIONS, tr("终点"), [destination_id] if destination_id else []
        )
        origins = travel.read(ORIGINS, tr("起点"), None, [origin_id] if origin_id else [])
        if len(origins.frame) == 0:
            raise NoOrigins(origins.total)
        progress = watch(feedback, STEPS)
        graph = travel.graph(destination_xy, progress)
        report_facilities(graph, feedback, destinations.frame.index)
        report_parts(graph, feedback)
        origin, destination, minutes = pair_minutes(graph, attach(graph, points_of(origins)), progress)
        unreached = self._report_unreached(origins, origin, graph, feedback)

        frame = pd.DataFrame(
            {
                "origin": _names(origins.frame, origin_id)[origin],
                "destination": _names(destinations.frame, destination_id)[destination],
                "minutes": minutes,
            }
        )
        self.outputs.inputs += travel.inputs
        table, no_crs = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
        self.outputs.add_layer(OUTPUT, frame, FIELDS, table, no_crs, title=tr("出行时间矩阵"))
        return {PAIRS: len(frame), UNREACHED: unreached}

    def _report_unreached(self, origins, origin, graph, feedback) -> int:
        lost = np.setdiff1d(np.arange(len(origins.frame)), origin)
        reason = attach(graph, points_of(origins)[lost]).reason if len(lost) else np.empty(0, dtype=object)
        ids = origins.frame.index.to_numpy()[lost]
        for code in dict.fromkeys(reason.tolist()):
            which = ids[reason == code]
            words = reason_text(code, graph.settings) if code else self._too_far(graph)
            feedback.pushWarning(
                tr("{count} 个起点到不了任何终点（编号 {ids}）：{reason}。").format(
                    count=len(which), ids=listed_ids(which.tolist()), reason=words
                )
            )
        return len(lost)

    def _too_far(self, graph) -> str:
        return tr("超过 {minutes} 分钟或与终点不连通").format(minutes=f"{graph.settings.max_minutes:g}")


def _names(frame, name_field: str) -> np.ndarray:
    """What identifies each row: the chosen field, else the feature number."""
    values = frame[name_field] if name_field else frame.index
    return np.array([word_of(value) for value in values], dtype=object)
