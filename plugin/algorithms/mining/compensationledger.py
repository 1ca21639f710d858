"""Two ledgers that are never mixed: what mines owe the land, and what those who benefit owe the protectors."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...analysis.mining.responsibility import check_terms
from ...bridge.write import sink_type
from ...county.ledger_tables import EDITIONS, equivalents, unit_costs
from ...language import tr
from ..base import watch
from . import ledger_parameters as names
from . import ledger_tables as tables
from .group import MiningAlgorithm
from .ledger_headline import headline, public_cost, say_unpriced, unpriced_reasons
from .ledger_land import mine_land
from .ledger_mines import Mines, read_mines
from .ledger_reading import LedgerReading, bounds_of, read_cover, read_towns, start_reading
from .ledger_zones import read_zones

RESPONSIBILITY, BENEFIT, TOTALS = "RESPONSIBILITY", "BENEFIT", "TOTALS"
RESTORATION_COST, PUBLIC_COST = "RESTORATION_COST", "PUBLIC_COST"
SERVICE_VALUE, UNPRICED, HEADLINE = "SERVICE_VALUE", "UNPRICED", "HEADLINE"
STEPS = {"land": (5, 85), "ledger": (85, 95)}


class CompensationLedger(MiningAlgorithm):
    """Parameters: mines, land, costs, towns, protected zones. Outputs: see ``interface``."""

    ID = "compensationledger"

    def title(self):
        return tr("生态补偿台账（测算）")

    def initAlgorithm(self, configuration=None):
        names.add_ledger_parameters(self)
        kinds = QgsProcessing.SourceType
        for name, text, kind in (
            (RESPONSIBILITY, tr("矿山修复责任台账（测算）"), kinds.TypeVectorAnyGeometry),
            (BENEFIT, tr("生态保护受益补偿台账（测算）"), kinds.TypeVectorPolygon),
            (TOTALS, tr("两本台账分乡镇、付款方汇总（测算）"), kinds.TypeVector),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, text, kind, optional=True))
        self.addOutput(QgsProcessingOutputNumber(RESTORATION_COST, tr("修复费用合计（元，测算）")))
        self.addOutput(QgsProcessingOutputNumber(PUBLIC_COST, tr("其中历史遗留矿山（元，测算）")))
        self.addOutput(QgsProcessingOutputNumber(SERVICE_VALUE, tr("生态服务价值合计（元/年，测算）")))
        self.addOutput(QgsProcessingOutputNumber(UNPRICED, tr("未能计价的矿山数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def compute(self, parameters, context, feedback):
        years = self.parameterAsInt(parameters, names.YEARS, context)
        discount = self.parameterAsDouble(parameters, names.DISCOUNT, context)
        check_terms(years, discount)
        reading = start_reading(self, parameters, context, feedback)
        costs = unit_costs(reading.project, reading.file(names.UNIT_COSTS))
        edition = EDITIONS[self.parameterAsEnum(parameters, names.EQUIVALENT, context)]
        given = equivalents(edition, reading.project, reading.file(names.FACTORS))
        mines, zones, towns = read_mines(reading), read_zones(reading), read_towns(reading)
        cover = read_cover(reading, bounds_of(mines.shapes[~mines.outside], zones.shapes))

        progress = watch(feedback, STEPS)
        land = mine_land(reading, mines, cover, lambda share: progress("land", share / 2))
        benefit = tables.benefit_ledger(
            reading, zones, cover, towns, given, lambda share: progress("land", (1 + share) / 2)
        )
        progress("ledger", 0.0)
        with_losses = self.parameterAsBool(parameters, names.INTERIM_LOSS, context)
        terms = (years, discount, with_losses)
        values = tables.kind_values(given)
        responsibility = tables.responsibility_ledger(reading, mines, land, towns, costs, values, terms)
        self._add_outputs(reading, responsibility, benefit, towns)
        _say_unverified(costs, feedback)
        reasons = unpriced_reasons(mines, land, responsibility.amount)
        say_unpriced(reasons, feedback)
        return _answer(mines, zones, responsibility, benefit, reasons, feedback)

    def _add_outputs(self, reading: LedgerReading, responsibility, benefit, towns) -> None:
        self.outputs.inputs += reading.inputs
        self.outputs.add_layer(
            RESPONSIBILITY,
            responsibility.rows,
            tables.RESPONSIBILITY_FIELDS,
            sink_type(responsibility.rows),
            reading.crs,
            title=tr("矿山修复责任台账（测算）"),
        )
        self.outputs.add_layer(
            BENEFIT,
            benefit.rows,
            tables.BENEFIT_FIELDS,
            QgsWkbTypes.Type.MultiPolygon,
            reading.crs,
            title=tr("生态保护受益补偿台账（测算）"),
        )
        self.outputs.add_layer(
            TOTALS,
            tables.total_rows(responsibility, benefit, towns),
            tables.TOTAL_FIELDS,
            QgsWkbTypes.Type.NoGeometry,
            QgsCoordinateReferenceSystem(),
            title=tr("两本台账分乡镇、付款方汇总（测算）"),
        )


def _say_unverified(costs, feedback) -> None:
    unsure = int((~costs["verified"]).sum())
    if unsure:
        feedback.pushWarning(
            tr("修复单位费用表 {rows} 行中有 {count} 行待核：是工程取值，不是标准，只宜用于比较和预算测算。").format(
                rows=len(costs), count=unsure
            )
        )


def _answer(mines: Mines, zones, responsibility, benefit, reasons, feedback) -> dict:
    text = headline(mines, zones, responsibility, benefit, reasons)
    feedback.pushInfo(text)
    return {
        RESTORATION_COST: responsibility.total,
        PUBLIC_COST: public_cost(mines, responsibility.amount),
        SERVICE_VALUE: benefit.total,
        UNPRICED: sum(reasons.values()),
        HEADLINE: text,
    }
