"""A panel of steps: the answer of the open step stands above them, one step computes at a time."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.language import tr
from ..widgets.answer_page import AnswerPage
from ..widgets.role_reader import RoleReader
from ..widgets.tab_titles import keep_in_sight, name_tab
from .step import Step

ANSWER_GROWTH = 2  #: points
NARROWEST = 330  #: pixels


class StepPanel(QWidget):
    """A subclass has a form with ``steps`` (tabs) and ``answerLabel``, makes its steps, and hands them to ``begin``."""

    def __init__(self, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self.setupUi(self)
        self.setMinimumWidth(NARROWEST)
        self.project = project
        self.stages: tuple[Step, ...] = ()
        self.pages: tuple[AnswerPage, ...] = ()

    def begin(self, stages: tuple[Step, ...], tools: tuple[AnswerPage, ...] = ()) -> None:
        """Show the steps and read the roles for the first time; ``tools`` are pages inside the steps."""
        self.stages, self.pages = stages, (*stages, *tools)
        for step in stages:
            self.steps.addTab(step, "")
            step.answered.connect(self._show_answers)
        keep_in_sight(self.steps)
        self.steps.currentChanged.connect(lambda _: self._show_answers())
        for page in self.pages:
            page.running_changed.connect(lambda running, page=page: self._let_wait(page, running))
        big = self.answerLabel.font()
        big.setPointSizeF(big.pointSizeF() + ANSWER_GROWTH)
        big.setBold(True)
        self.answerLabel.setFont(big)
        self.reader = RoleReader(self.project, self)
        self.reader.found.connect(self._fill)
        self.reader.leaving.connect(self._layers_go)
        self.reader.another.connect(self.reset)
        self._show_answers()
        self.reload()

    def reload_soon(self, *_) -> None:
        """Read the roles again once the layer choices have followed the project; many changes make one reload."""
        self.reader.read_soon()

    def reload(self) -> None:
        """Take the defaults from the layer roles."""
        self.reader.read()

    def reset(self) -> None:
        """Another project: what was computed and chosen belongs to the last one."""
        for page in self.pages:
            page.reset()
        self.reload_soon()

    def release(self) -> None:
        """The panel is about to go: stop what runs."""
        self.reader.stop()
        for page in self.pages:
            page.release()

    def _fill(self, roles, fault: str) -> None:
        for page in self.pages:
            page.fill(roles, fault)

    def _layers_go(self, layer_ids) -> None:
        for page in self.pages:
            page.layers_go(layer_ids)

    def _let_wait(self, runner: AnswerPage, running: bool) -> None:
        """One run at a time: a step reads what the step before has made."""
        busy = tr("“{title}”正在计算，请等它结束。").format(title=runner.title()) if running else ""
        for page in self.pages:
            if page is not runner:
                page.wait_for(busy)

    def _show_answers(self) -> None:
        """What the open step has found, in large letters; what the others have found is read in their tool tips."""
        headline = self.steps.currentWidget().answer.headline
        self.answerLabel.setText(headline)
        self.answerLabel.setVisible(bool(headline))
        for number, step in enumerate(self.stages):
            done = tr("{number} {title} ✓") if step.answer.headline else tr("{number} {title}")
            name_tab(self.steps, number, done.format(number=number + 1, title=step.title()), step.answer.headline)
