"""A county plan in one run: all calculations that the layers allow, one GeoPackage, the booklet, and a report."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...language import tr
from ..travel_parameters import as_advanced, number
from .group import SheetAlgorithm, names_in

FOLDER, SHEETS, SLOGAN, ANALYSES, CELL_SIZE, PAPER = "FOLDER", "SHEETS", "SLOGAN", "ANALYSES", "CELL_SIZE", "PAPER"
GEOPACKAGE, BOOKLET, REPORT = "GEOPACKAGE", "BOOKLET", "REPORT"
RUNS, PAGES, HEADLINE = "RUNS", "PAGES", "HEADLINE"


class CountyPlan(SheetAlgorithm):
    """Parameters: where to, which sheets, the slogan, the words. Outputs: GeoPackage, booklet and report."""

    ID = "countyplan"

    def title(self):
        return tr("一键成果（计算、图集和报告）")

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterFile(FOLDER, tr("输出文件夹"), QgsProcessingParameterFile.Behavior.Folder)
        )
        for name, title in (
            (SHEETS, tr("图件代号（用逗号分开，不填为全部可出的）")),
            (SLOGAN, tr("总体格局口号（如：双核引领、两园驱动、一屏六廊）")),
            (ANALYSES, tr("要做的计算（算法代号用逗号分开，不填为全部）")),
        ):
            self.addParameter(QgsProcessingParameterString(name, title, optional=True))
        self.add_paper()
        self.addParameter(as_advanced(number(CELL_SIZE, tr("服务覆盖的像元尺寸（米，0 为采用高程数据的像元）"), 0.0)))
        self.add_words()
        self.addOutput(QgsProcessingOutputFile(GEOPACKAGE, tr("成果数据（GeoPackage）")))
        self.addOutput(QgsProcessingOutputFile(BOOKLET, tr("图集（PDF）")))
        self.addOutput(QgsProcessingOutputHtml(REPORT, tr("成果报告（HTML）")))
        self.addOutput(QgsProcessingOutputNumber(RUNS, tr("完成的计算项数")))
        self.addOutput(QgsProcessingOutputNumber(PAGES, tr("图件页数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def make(self, parameters, context, feedback):
        # Not before a plan is asked for: production takes a while to import, and QGIS waits for the toolbox.
        from .plan import Wanted, planned_county

        wanted = Wanted(
            folder=self.parameterAsString(parameters, FOLDER, context),
            analyses=names_in(self.parameterAsString(parameters, ANALYSES, context)),
            sheets=names_in(self.parameterAsString(parameters, SHEETS, context)),
            slogan=self.parameterAsString(parameters, SLOGAN, context),
            cell_size=self.parameterAsDouble(parameters, CELL_SIZE, context),
        )
        facts = self.facts(parameters, context, self.paper(parameters, context))
        made = planned_county(context, facts, wanted, feedback)
        feedback.pushInfo(made.headline)
        return {
            GEOPACKAGE: made.package,
            BOOKLET: made.booklet,
            REPORT: made.report,
            RUNS: made.runs,
            PAGES: made.pages,
            HEADLINE: made.headline,
        }
