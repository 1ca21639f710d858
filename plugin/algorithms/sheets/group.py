"""What the algorithms of 出图 share: their group, that they run where layouts may be drawn, and their words."""

from __future__ import annotations

import re

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterBoolean, QgsProcessingParameterString

from ...cartography.facts import SheetFacts, facts_of
from ...cartography.faults import SheetFault
from ...county.sheet_words import load_words
from ...language import tr
from ..base import RongheAlgorithm
from ..travel_parameters import as_advanced
from . import sentences  # noqa: F401 - registers the sentences of the faults of sheets
from .faults import NoProject, SheetTrouble

FLAG = QgsProcessingAlgorithm.Flag
PAPER, VERTICAL_TITLE = "PAPER", "VERTICAL_TITLE"
BETWEEN = re.compile(r"[\s,，、;；]+")
#: Parameter → the word of the project that stands in its place when it is empty.
WORDS = {
    "PLAN_TITLE": "plan_title",
    "ORGANISATION": "organisation",
    "DRAWING_OFFICE": "drawing_office",
    "DATE_TEXT": "date_text",
    "SECRECY": "secrecy",
    "APPROVAL": "approval",
    "WIND": "wind",
}


class SheetAlgorithm(RongheAlgorithm):
    """An algorithm of the group 出图. Subclasses write ``make`` in place of ``compute``."""

    def group(self):
        return tr("出图")

    def groupId(self):
        return "sheets"

    def flags(self):
        """Layouts are drawn in the main thread only, and the roles of layers lie in a project."""
        return super().flags() | FLAG.FlagNoThreading | FLAG.FlagRequiresProject

    def add_words(self) -> None:
        """The words on the sheets, folded away: they are kept in the project."""
        titles = {
            "PLAN_TITLE": tr("规划名称（不填取工程中的，下同）"),
            "ORGANISATION": tr("编制单位"),
            "DRAWING_OFFICE": tr("制图单位"),
            "DATE_TEXT": tr("日期（照写在图上）"),
            "SECRECY": tr("密级"),
            "APPROVAL": tr("审图号"),
            "WIND": tr("风向频率（8 或 16 个数，从北顺时针）"),
        }
        for name, title in titles.items():
            self.addParameter(as_advanced(QgsProcessingParameterString(name, title, optional=True)))
        upright = QgsProcessingParameterBoolean(
            VERTICAL_TITLE, tr("图名竖排在图的一侧（不勾选取工程中的）"), optional=True, defaultValue=False
        )
        self.addParameter(as_advanced(upright))

    def add_paper(self) -> None:
        """The size of the paper."""
        title = tr("幅面（A4—A0，可加“竖”，或宽×高毫米）")
        self.addParameter(QgsProcessingParameterString(PAPER, title, defaultValue="A3"))

    def paper(self, parameters, context) -> str:
        return self.parameterAsString(parameters, PAPER, context).strip() or "A3"

    def facts(self, parameters, context, paper: str) -> SheetFacts:
        """The words of the run, else of the project. Raises BadWind."""
        given = {word: self.parameterAsString(parameters, name, context).strip() for name, word in WORDS.items()}
        upright = self.parameterAsBool(parameters, VERTICAL_TITLE, context)
        words = load_words(context.project()).given(**given, vertical_title=upright)
        if not words.plan_title:
            words = words.given(plan_title=context.project().title())
        return facts_of(words, paper)

    def compute(self, parameters, context, feedback):
        if context.project() is None:
            raise NoProject
        try:
            return self.make(parameters, context, feedback)
        except SheetFault as fault:
            raise SheetTrouble(fault.sentence()) from None

    def make(self, parameters, context, feedback) -> dict:
        """Make the files; raises Fault and SheetFault."""
        raise NotImplementedError


def names_in(text: str) -> tuple[str, ...]:
    """Names separated by commas, Chinese ones too, each once."""
    return tuple(dict.fromkeys(filter(None, BETWEEN.split(text))))
