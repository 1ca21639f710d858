"""The sheets of a county plan as files: checked, laid out, exported page by page, and listed."""

from __future__ import annotations

import re

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...bridge.faults import Cancelled
from ...cartography.county_sheets.atlas import ATLASES
from ...cartography.county_sheets.county import county_of
from ...cartography.county_sheets.kinds import sheet_kinds
from ...cartography.export import FORMATS
from ...cartography.production.jobs import NO_ATLAS, Order, planned
from ...language import tr
from ..travel_parameters import as_advanced
from .checking import checked, stop_for_errors
from .faults import NothingToExport
from .group import SheetAlgorithm
from .making import made_files, made_folder

SHEETS, ATLAS, FORMAT, DPI, PAPER = "SHEETS", "ATLAS", "FORMAT", "DPI", "PAPER"
BOOKLET, FOLDER, PREFLIGHT, FORCE, WORKERS = "BOOKLET", "FOLDER", "PREFLIGHT", "FORCE", "WORKERS"
FILES, INDEX, PAGES, SKIPPED, HEADLINE = "FILES", "INDEX", "PAGES", "SKIPPED", "HEADLINE"
BETWEEN = re.compile(r"[\s,，、;；]+")
INTEGER = QgsProcessingParameterNumber.Type.Integer
CHECKS, EXPORT = (0.0, 20.0), (20.0, 99.0)


class ExportSheets(SheetAlgorithm):
    """Parameters: which sheets, how divided, how written, where. Outputs: the files and their list."""

    ID = "exportsheets"

    def title(self):
        return tr("导出图件")

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterString(SHEETS, tr("图件代号（用逗号分开，不填为全部可出的）"), optional=True)
        )
        atlases = [tr("不分幅"), tr("按乡镇"), tr("按设施类型"), tr("按整治区"), tr("按村")]
        self.addParameter(QgsProcessingParameterEnum(ATLAS, tr("图集"), atlases, defaultValue=0))
        self.addParameter(
            QgsProcessingParameterEnum(FORMAT, tr("格式"), ["PDF", "PNG", "SVG", "GeoPDF"], defaultValue=0)
        )
        self.addParameter(
            QgsProcessingParameterNumber(DPI, tr("分辨率（dpi）"), INTEGER, 300, minValue=72, maxValue=1200)
        )
        self.addParameter(
            QgsProcessingParameterString(PAPER, tr("幅面（A4—A0，可加“竖”，或宽×高毫米）"), defaultValue="A3")
        )
        self.addParameter(QgsProcessingParameterBoolean(BOOKLET, tr("合成一册 PDF"), defaultValue=False))
        self.addParameter(
            QgsProcessingParameterFile(FOLDER, tr("输出文件夹"), QgsProcessingParameterFile.Behavior.Folder)
        )
        self.addParameter(QgsProcessingParameterBoolean(PREFLIGHT, tr("出图前检查"), defaultValue=True))
        self.addParameter(as_advanced(QgsProcessingParameterBoolean(FORCE, tr("有错误也导出"), defaultValue=False)))
        workers = QgsProcessingParameterNumber(
            WORKERS, tr("同时导出的进程数（0 为自动）"), INTEGER, 0, minValue=0, maxValue=16
        )
        self.addParameter(as_advanced(workers))
        self.add_words()
        self.addOutput(QgsProcessingOutputMultipleLayers(FILES, tr("导出的文件")))
        self.addOutput(QgsProcessingOutputFile(INDEX, tr("图件目录（CSV）")))
        self.addOutput(QgsProcessingOutputNumber(PAGES, tr("页数")))
        self.addOutput(QgsProcessingOutputNumber(SKIPPED, tr("没有导出的图件或页数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def make(self, parameters, context, feedback):
        county = county_of(context.project(), self.facts(parameters, context, self._paper(parameters, context)))
        asked = tuple(dict.fromkeys(filter(None, BETWEEN.split(self.parameterAsString(parameters, SHEETS, context)))))
        order = self._order(parameters, context, asked or tuple(sheet_kinds(county.project)))
        if self.parameterAsBool(parameters, PREFLIGHT, context):
            found = checked(county, order, asked, feedback, CHECKS)
            if not self.parameterAsBool(parameters, FORCE, context):
                stop_for_errors(found)
        plan = planned(order, county)
        missing = tuple(tr("《{sheet}》{why}").format(sheet=kind.title, why=why) for kind, why in plan.left_out)
        if not plan.jobs:
            raise NothingToExport(missing)
        if not self.parameterAsBool(parameters, PREFLIGHT, context):
            for text in missing:
                feedback.pushInfo(text)
        if feedback.isCanceled():
            raise Cancelled
        made_folder(order.folder)
        made = made_files(order, county, feedback, EXPORT)
        headline = tr("导出 {sheets} 张图件共 {pages} 页（{format}，{paper}），{skipped} 张没有导出").format(
            sheets=len(plan.kinds),
            pages=made.pages,
            format=order.fmt.upper(),
            paper=order.paper,
            skipped=len(plan.left_out) + len(made.failed),
        )
        feedback.pushInfo(headline)
        *files, index = made.files
        return {
            FILES: [str(file) for file in files],
            INDEX: str(index),
            PAGES: made.pages,
            SKIPPED: len(plan.left_out) + len(made.failed),
            HEADLINE: headline,
        }

    def _paper(self, parameters, context) -> str:
        return self.parameterAsString(parameters, PAPER, context).strip() or "A3"

    def _order(self, parameters, context, sheets: tuple[str, ...]) -> Order:
        """Raises SheetFault."""
        return Order(
            sheets=sheets,
            folder=self.parameterAsString(parameters, FOLDER, context),
            atlas=(NO_ATLAS, *ATLASES)[self.parameterAsEnum(parameters, ATLAS, context)],
            fmt=FORMATS[self.parameterAsEnum(parameters, FORMAT, context)],
            dpi=self.parameterAsInt(parameters, DPI, context),
            paper=self._paper(parameters, context),
            booklet=self.parameterAsBool(parameters, BOOKLET, context),
            workers=self.parameterAsInt(parameters, WORKERS, context),
        )
