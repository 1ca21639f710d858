"""The sheets of a county plan as files: checked, laid out, exported page by page, and listed."""

from __future__ import annotations

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

from ...language import tr
from ..travel_parameters import as_advanced
from .group import SheetAlgorithm, names_in

SHEETS, ATLAS, FORMAT, DPI, PAPER = "SHEETS", "ATLAS", "FORMAT", "DPI", "PAPER"
BOOKLET, FOLDER, PREFLIGHT, FORCE, WORKERS = "BOOKLET", "FOLDER", "PREFLIGHT", "FORCE", "WORKERS"
FILES, INDEX, PAGES, SKIPPED, HEADLINE = "FILES", "INDEX", "PAGES", "SKIPPED", "HEADLINE"
INTEGER = QgsProcessingParameterNumber.Type.Integer


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
        self.add_paper()
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
        # Not before a sheet is asked for: production takes a while to import, and QGIS waits for the toolbox.
        from .export_run import Wanted, exported

        wanted = Wanted(
            sheets=names_in(self.parameterAsString(parameters, SHEETS, context)),
            atlas=self.parameterAsEnum(parameters, ATLAS, context),
            fmt=self.parameterAsEnum(parameters, FORMAT, context),
            dpi=self.parameterAsInt(parameters, DPI, context),
            paper=self.paper(parameters, context),
            booklet=self.parameterAsBool(parameters, BOOKLET, context),
            folder=self.parameterAsString(parameters, FOLDER, context),
            workers=self.parameterAsInt(parameters, WORKERS, context),
            check=self.parameterAsBool(parameters, PREFLIGHT, context),
            force=self.parameterAsBool(parameters, FORCE, context),
        )
        found = exported(context.project(), self.facts(parameters, context, wanted.paper), wanted, feedback)
        feedback.pushInfo(found.headline)
        return {
            FILES: found.files,
            INDEX: found.index,
            PAGES: found.pages,
            SKIPPED: found.skipped,
            HEADLINE: found.headline,
        }
