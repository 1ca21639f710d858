"""Spatial structure: a slogan read clause by clause, its elements assigned, proposed and checked."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...analysis.structure.checks import Limits, check_structure
from ...analysis.structure.elements import Assignment, assign, placed
from ...analysis.structure.slogan import checked, read
from ...cartography.structure_styles import structure_style
from ...county.slogan_words import grammar
from ...language import tr
from ..base import watch
from ..layer_reading import Reading, say_crs
from . import structure_parameters as names
from . import structure_tables as tables
from .element_reading import element_layers, read_elements
from .ground_reading import read_ground, structure_crs
from .group import StructureAlgorithm
from .slogan_sentences import aside_sentences
from .structure_parameters import add_structure_parameters
from .structure_proposals import missing_of, proposed_elements

PARSED, CHECK, STRUCTURE = "PARSED", "CHECK", "STRUCTURE"
POINTS, LINES, POLYGONS = "STRUCTURE_POINTS", "STRUCTURE_LINES", "STRUCTURE_POLYGONS"
PARSED_COUNT, HEADLINE = "PARSED_COUNT", "HEADLINE"
LAYERS = {
    POINTS: ("point", QgsWkbTypes.Type.Point),
    LINES: ("line", QgsWkbTypes.Type.MultiLineString),
    POLYGONS: ("polygon", QgsWkbTypes.Type.MultiPolygon),
}
STEPS = {"layers": (2, 25), "graph": (25, 35), "search": (35, 50), "proposals": (50, 80), "checks": (80, 95)}


class SpatialStructure(StructureAlgorithm):
    """Parameters: slogan, drawn elements, the county's layers. Outputs: clauses, findings, elements by geometry."""

    ID = "spatialstructure"

    def title(self):
        return tr("总体格局（口号落图）")

    def initAlgorithm(self, configuration=None):
        kinds = QgsProcessing.SourceType
        add_structure_parameters(self)
        table = kinds.TypeVector
        for parameter in (
            QgsProcessingParameterFeatureSink(PARSED, tr("口号读出的格局要素"), table, optional=True),
            QgsProcessingParameterFeatureSink(CHECK, tr("格局核对"), table, optional=True),
            QgsProcessingParameterFeatureSink(POINTS, tr("格局要素（点）"), kinds.TypeVectorPoint, optional=True),
            QgsProcessingParameterFeatureSink(LINES, tr("格局要素（线）"), kinds.TypeVectorLine, optional=True),
            QgsProcessingParameterFeatureSink(POLYGONS, tr("格局要素（面）"), kinds.TypeVectorPolygon, optional=True),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputMultipleLayers(STRUCTURE, tr("格局要素图层")))
        self.addOutput(QgsProcessingOutputNumber(PARSED_COUNT, tr("读出的格局要素项数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def processAlgorithm(self, parameters, context, feedback):
        results = super().processAlgorithm(parameters, context, feedback)
        return {**results, STRUCTURE: [results[name] for name in LAYERS if results.get(name)]}

    def compute(self, parameters, context, feedback):
        text, words = self.parameterAsString(parameters, names.SLOGAN, context), grammar(context.project())
        slogan = checked(read(text, words), text)
        for said in aside_sentences(slogan):
            feedback.pushInfo(said)
        progress = watch(feedback, STEPS)
        progress("layers", 0.0)
        layers = element_layers(self, parameters, context)
        crs = structure_crs(self, parameters, context, layers)
        say_crs(crs, feedback)
        run = Reading(self, parameters, context, feedback, crs)
        ground = read_ground(run)
        assignment = assign(read_elements(run, layers), slogan.clauses, words)
        self.outputs.inputs += run.inputs

        missing = missing_of(slogan.clauses, assignment.assigned)
        asked = self.parameterAsBool(parameters, names.PROPOSE, context)
        tick = tr("勾选“为缺少的要素提出建议”可由插件建议。")
        proposals, advice = None, {one.order: tick for one in missing}
        if missing and asked:
            proposals, advice = proposed_elements(missing, slogan.clauses, ground, assignment.assigned, words, progress)
        elements = _all_elements(assignment, proposals)
        progress("checks", 0.0)
        limits = Limits(
            self.parameterAsDouble(parameters, names.END_DISTANCE, context),
            self.parameterAsDouble(parameters, names.ALONG_DISTANCE, context),
            self.parameterAsBool(parameters, names.SCHEMATIC, context),
        )
        checks = check_structure(slogan.clauses, elements, ground.ground, limits, ground.area_hm2)
        parsed = tables.parsed_rows(slogan.clauses, elements, words)
        findings = tables.check_rows(checks, slogan.clauses, slogan.refused, assignment.unassigned, advice)
        self._hand_over(parsed, findings, elements, slogan.clauses, crs)
        return _answer(slogan.clauses, parsed, findings, feedback)

    def _hand_over(self, parsed, findings, elements, clauses, crs) -> None:
        nothing = QgsWkbTypes.Type.NoGeometry
        self.outputs.add_layer(
            PARSED, parsed, tables.PARSED_FIELDS, nothing, crs, title=tr("口号读出的格局要素")
        )
        self.outputs.add_layer(CHECK, findings, tables.CHECK_FIELDS, nothing, crs, title=tr("格局核对"))
        titles = {POINTS: tr("格局要素（点）"), LINES: tr("格局要素（线）"), POLYGONS: tr("格局要素（面）")}
        for name, (geometry, wkb_type) in LAYERS.items():
            rows = tables.element_rows(elements, clauses, geometry)
            self.outputs.add_layer(
                name, rows, tables.ELEMENT_FIELDS, wkb_type, crs, title=titles[name], style=structure_style()
            )


def _all_elements(assignment: Assignment, proposals: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame:
    """Drawn and proposed elements in the order of the slogan, as they are drawn."""
    drawn = assignment.assigned.assign(proposed=False)
    drawn["basis"] = drawn["basis"].where(drawn["basis"] != "", tr("规划人员绘制"))
    if proposals is None or not len(proposals):
        return placed(drawn)
    parts = [drawn, proposals.assign(proposed=True)] if len(drawn) else [proposals.assign(proposed=True)]
    both = pd.concat(parts, ignore_index=True)
    both["proposed"] = both["proposed"].astype(bool)
    both = gpd.GeoDataFrame(both, geometry=drawn.geometry.name, crs=drawn.crs)
    return placed(both.iloc[np.argsort(both["order"].to_numpy(), kind="stable")])


def _answer(clauses, parsed, findings, feedback) -> dict:
    line = tables.headline(clauses, parsed, findings)
    feedback.pushInfo(line)
    for message in findings.loc[findings["verdict"] != "ok", "message"]:
        feedback.pushWarning(message)
    return {PARSED_COUNT: len(clauses), HEADLINE: line}
