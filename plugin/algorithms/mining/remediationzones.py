"""Which mines are repaired first, and the zones of remediation: 矿山综合整治分区."""

from __future__ import annotations

import numpy as np
import shapely
from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...analysis.mining.downstream import WaterCourse, follow_water
from ...analysis.mining.ground_slope import mean_slopes
from ...analysis.mining.remediation import Criteria, assess_mines
from ...analysis.mining.severity import KEY
from ...bridge.write import sink_type
from ...cartography.result_styles import mines_style, remediation_style
from ...county.mining_rules import mining_rules
from ...county.remediation_tables import (
    green_index,
    measure_wordings,
    remediation_factors,
    restoration_modes,
    severity_steps,
)
from ...language import tr
from ..base import watch
from . import remediation_parameters as names
from .group import MiningAlgorithm
from .remediation_measures import gap_lists, measures_of, responsible_of
from .remediation_mines import Judged, mine_rows
from .remediation_reading import RemediationReading, all_role_titles, read_remediation
from .remediation_reasons import Wordings, reasons_of
from .remediation_report import say_absent, say_land, say_water
from .remediation_rows import ZONE_FIELDS, headline, mine_fields, zone_frame
from .zoning_reading import day_of

ZONES, MINES_OUT, HEADLINE = "ZONES", "MINES_OUT", "HEADLINE"
ZONE_COUNT, AREA_HM2, MINES_COUNT = "ZONE_COUNT", "AREA_HM2", "MINES_COUNT"
KEY_ZONES, KEY_AREA_HM2, KEY_MINES = "KEY_ZONES", "KEY_AREA_HM2", "KEY_MINES"
STEPS = {
    "flow": (0, 40),
    "upstream": (40, 50),
    "rules": (50, 70),
    "severity": (70, 80),
    "score": (80, 88),
    "zones": (88, 95),
}
#: Tailings are followed this far down their course: 应急〔2020〕15号, rule R30.
DAM_RULE = "R30"
#: Statuses that the green-mine index is held against.
INDEXED = ("operating", "idle")


class RemediationZones(MiningAlgorithm):
    """Parameters: mines, the layers around them, terrain, weights. Outputs: zones, ranked mines, what to quote."""

    ID = "remediationzones"

    def title(self):
        return tr("矿山综合整治分区")

    def initAlgorithm(self, configuration=None):
        names.add_remediation_parameters(self)
        kinds = QgsProcessing.SourceType
        for name, text, kind in (
            (ZONES, tr("整治分区"), kinds.TypeVectorPolygon),
            (MINES_OUT, tr("矿山整治清单"), kinds.TypeVectorAnyGeometry),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, text, kind, optional=True))
        for name, text in (
            (ZONE_COUNT, tr("整治分区数")),
            (AREA_HM2, tr("整治分区面积（公顷）")),
            (MINES_COUNT, tr("参与评价的矿山数")),
            (KEY_ZONES, tr("整治重点区数")),
            (KEY_AREA_HM2, tr("整治重点区面积（公顷）")),
            (KEY_MINES, tr("整治重点区涉及的矿山数")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def compute(self, parameters, context, feedback):
        project = context.project()
        day = day_of(self.parameterAsString(parameters, names.AS_OF, context))
        rules = mining_rules(project, self.parameterAsFile(parameters, names.RULES, context))
        # What is law no more bears on no mine; what will be law bears on plans for it.
        rules = [rule for rule in rules if rule.until is None or day <= rule.until]
        factors, factor_words = remediation_factors(project, self.parameterAsFile(parameters, names.WEIGHTS, context))
        land, outlook, severity = severity_steps(project)
        modes, mode_words = restoration_modes(project)
        words = measure_wordings(project)
        reading = read_remediation(self, parameters, context, feedback)
        criteria = Criteria(
            rules,
            land,
            outlook,
            factors,
            modes,
            reading.number(names.BUFFER),
            1000.0 * reading.number(names.UPSTREAM_KM),
            self.parameterAsInt(parameters, names.SEED, context),
        )

        progress = watch(feedback, STEPS)
        mines, titles = reading.mines, all_role_titles()
        slope, water = _terrain(reading, criteria, progress)
        down = None if water is None else water.down
        found = assess_mines(mines, reading.roles, criteria, down, slope, progress)
        say_absent(found.factors.absent, factor_words, titles, feedback)
        say_land(reading, titles)

        reasons = reasons_of(
            found,
            reading.roles,
            Wordings(rules, day, land, outlook, severity, factors, factor_words, titles),
        )
        measures, ways = measures_of(mines, found, modes, mode_words, words)
        gaps = gap_lists(INDEXED, mines, found, reading.roles, green_index(project), titles, criteria.buffer_m)
        responsible = responsible_of(mines.status, reading.holders_of(reading.taking), words)
        judged = Judged(found, reasons, measures, ways, gaps, responsible, slope, water)
        given, own = mine_rows(reading, judged, factors, rules, words)
        self.outputs.inputs += reading.inputs
        self.outputs.add_layer(
            MINES_OUT,
            own,
            mine_fields(factors, factor_words),
            sink_type(given),
            reading.crs,
            given=given,
            given_fields=reading.features.qgs_fields,
            label=tr("矿山"),
            title=tr("矿山整治清单"),
            style=mines_style(),
        )
        zones = zone_frame(found, reasons, reading)
        single = QgsWkbTypes.Type.Polygon
        self.outputs.add_layer(
            ZONES, zones, ZONE_FIELDS, single, reading.crs, title=tr("整治分区"), style=remediation_style()
        )
        return _answer(found, zones, feedback)


def _terrain(reading: RemediationReading, criteria: Criteria, progress) -> tuple[np.ndarray, WaterCourse | None]:
    """Slopes (n,) of the mines, NaN without an elevation model, and where their water goes, None when nothing asks."""
    places, limit_m = reading.mines.places, criteria.upstream_m
    grid = reading.elevation(limit_m)
    if grid is None:
        say_water(None, reading, False)
        return np.full(len(places), np.nan), None
    slope = mean_slopes(grid, places)
    intakes, settlements = reading.roles.get(names.INTAKES), reading.roles.get("SETTLEMENTS")
    ponds = settlements is not None and (reading.mines.mineral == "tailings").any()
    if intakes is None and not ponds:
        say_water(None, reading, True)
        return slope, None
    path_m = max((rule.distance_m for rule in criteria.rules if rule.id == DAM_RULE), default=0.0)
    points = np.empty((0, 2))
    if intakes is not None:
        points = shapely.get_coordinates(shapely.centroid(intakes.geometry))
    below = None if settlements is None else settlements.geometry
    water = follow_water(grid, places, reading.mines.mineral, points, below, limit_m, path_m, progress)
    say_water(water, reading, True)
    return slope, water


def _answer(found, zones, feedback) -> dict:
    key = found.zones.priority == KEY
    key_mines = len(set().union(*(mines.tolist() for mines, urgent in zip(found.zones.mines, key) if urgent)))
    text = headline(zones, key_mines)
    feedback.pushInfo(text)
    area = zones["area_hm2"].to_numpy()
    return {
        ZONE_COUNT: len(zones),
        AREA_HM2: float(area.sum()),
        MINES_COUNT: len(found.rank),
        KEY_ZONES: int(key.sum()),
        KEY_AREA_HM2: float(area[key].sum()),
        KEY_MINES: key_mines,
        HEADLINE: text,
    }
