"""The Processing provider: the list of what Ronghe computes."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..language import RESOURCES, tr
from .mining.compensationledger import CompensationLedger
from .mining.mineralzoning import MineralZoning
from .mining.quarryclusters import QuarryClusters
from .mining.remediationzones import RemediationZones
from .mining.visiblerange import VisibleRange
from .odmatrix import OdMatrix
from .roadreach import RoadReach
from .servicecoverage import ServiceCoverage
from .sheets.countyplan import CountyPlan
from .sheets.exportsheets import ExportSheets
from .structure.spacebalance import SpaceBalance
from .structure.spatialstructure import SpatialStructure
from .structure.townhierarchy import TownHierarchy
from .traveltime import TravelTime

ALGORITHMS = (
    TravelTime,
    RoadReach,
    OdMatrix,
    ServiceCoverage,
    MineralZoning,
    VisibleRange,
    RemediationZones,
    QuarryClusters,
    CompensationLedger,
    SpatialStructure,
    TownHierarchy,
    SpaceBalance,
    ExportSheets,
    CountyPlan,
)


class RongheProvider(QgsProcessingProvider):
    """Every algorithm of the plugin under the id ``ronghe``."""

    def id(self):
        return "ronghe"

    def name(self):
        return tr("融合规划 Ronghe")

    def icon(self):
        return QIcon(str(RESOURCES / "icons" / "ronghe.svg"))

    def loadAlgorithms(self):
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
