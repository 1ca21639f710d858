"""A page that answers one question: choices above, one large button, the answer below."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject
from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...plugin.county.roles import RoleSet
from ...plugin.language import tr
from .algorithm_run import AlgorithmRun, Outcome
from .keeping import Keeping
from .result_group import Placed, replace_results
from .said import SAID, WRONG, Said, say_at
from .save_target import kept_in
from .scroll import scroll_to


class AnswerPage(QWidget):
    """What such pages share: choices are filled from the roles, what is wrong is said beside the choice, the
    algorithm runs in the background and can be cancelled, the results go into a group of their own.

    A subclass has a form with the widgets that are named here, an ``ALGORITHM`` and an ``OWNER`` of its results. It
    writes the methods that raise NotImplementedError.
    """

    ALGORITHM = OWNER = ""
    #: The results that would hide the others in the map.
    BELOW: tuple[str, ...] = ()
    running_changed = pyqtSignal(bool)
    answered = pyqtSignal()

    def __init__(self, iface, project: QgsProject, parent: QWidget | None = None):
        super().__init__(parent)
        self.setupUi(self)
        self.iface = iface
        self.project = project
        self.role_fault = self.busy = self.why_cancelled = ""
        self.run = AlgorithmRun(self.ALGORITHM, project, self)
        self.scrolling = QTimer(self)
        self.scrolling.setSingleShot(True)
        self.scrolling.timeout.connect(self._scroll_to_news)
        self.more = getattr(self, "moreBox", None)
        self.inputs = self.make_inputs()
        self.answer = self.make_answer()
        self.keeping = Keeping(self, project)
        self._dress()
        self._connect()
        self.show_outcome(Outcome())
        self._show_running(False)

    def make_inputs(self):
        """The choices: ``fill``, ``forget``, ``parameters`` and a signal ``changed``."""
        raise NotImplementedError

    def make_answer(self):
        """The lower half: ``clear`` and ``show``."""
        raise NotImplementedError

    def problems(self) -> Said:
        """Everything that can be known to be wrong without computing."""
        raise NotImplementedError

    def folded_inputs(self) -> tuple[str, ...]:
        """The names of the inputs that are folded away."""
        return ()

    def title(self) -> str:
        """What the page is called."""
        raise NotImplementedError

    def group_title(self) -> str:
        """The name of the group of results."""
        raise NotImplementedError

    def placed(self, layers: dict[str, QgsMapLayer]) -> list[tuple[str, str, bool]]:
        """Output, name and visibility of the results in the order of the layer tree; all that there may be when the
        ``layers`` are not known yet.
        """
        raise NotImplementedError

    def parameters(self) -> dict:
        """The parameters of the run; its results are temporary unless the planner keeps them."""
        values, place = self.inputs.parameters(), self.keeping.place()
        if place:
            titles = {output: title for output, title, _ in self.placed({})}
            values |= kept_in(place, self.ALGORITHM, titles, values)
        return values

    def starting(self) -> None:
        """For what is to be remembered of the choices."""

    def fill(self, roles: RoleSet, fault: str = "") -> None:
        """Take the defaults from the layer roles; ``fault`` says why there are none."""
        self.role_fault = fault
        self.inputs.fill(roles)

    def reset(self) -> None:
        """Another project: what was computed and chosen belongs to the last one."""
        self.run.stop()
        self.answer.clear()
        self.inputs.forget()
        self.keeping.forget()
        self.show_outcome(Outcome())
        self.answered.emit()

    def release(self) -> None:
        """The page is about to go: stop what runs."""
        self.scrolling.stop()
        self.run.stop()

    def layers_go(self, layer_ids) -> None:
        """Stop a run that reads one of these layers."""
        if self.run.uses(layer_ids):
            self.why_cancelled = tr("图层已被移除，计算已取消。")
            self.run.stop()

    def calculate(self) -> None:
        """Check once more and start the run."""
        said = self.check()
        if said.hinders or self.run.running or self.busy:
            return
        self.why_cancelled = ""
        self.starting()
        self.answer.clear()
        self.answered.emit()
        self.show_outcome(Outcome())
        self._show_step(tr("正在读取图层"))
        self.progressBar.setValue(0)
        self._show_running(True)
        self.scrolling.start()
        self.run.start(self.parameters())

    def cancel(self) -> None:
        """Stop the run; the page says so when it has stopped."""
        self.cancelButton.setEnabled(False)
        self._show_step(tr("正在取消"))
        self.run.cancel()

    def wait_for(self, busy: str) -> None:
        """Another page computes, which ``busy`` says; '' when it has ended."""
        self.busy = busy
        self.check()

    def check(self) -> Said:
        """Say at every input what is missing or wrong, and let the button follow."""
        said = self.problems()
        # An empty project lacks everything: what stands above is said first.
        if self.more is not None and said.hinders and all(one in self.folded_inputs() for one in said.hinders):
            self.more.setCollapsed(False)
        for name, label in list(vars(self).items()):
            if name.endswith(SAID) and isinstance(label, QLabel):
                say_at(label, name[: -len(SAID)], said)
        reasons = [one for one in (self.busy, self.role_fault) if one] or list(said.hinders.values())
        self.runButton.setEnabled(not reasons)
        self.runButton.setToolTip("\n".join(reasons))
        self.reasonLabel.setText(tr("还不能计算：{reason}").format(reason=reasons[0]) if reasons else "")
        self.reasonLabel.setVisible(bool(reasons))
        return said

    def show_error(self, text: str) -> None:
        """Say what went wrong, under the button."""
        self.errorLabel.setText(text)
        self.errorLabel.setVisible(bool(text))

    def complain(self, text: str) -> None:
        """Say what went wrong and bring it into sight."""
        self.show_error(text)
        self.scrolling.start()

    def show_outcome(self, outcome: Outcome) -> None:
        """The error of a run and its warnings."""
        cancelled = self.why_cancelled or tr("已取消，没有留下结果。")
        self.show_error(cancelled if outcome.cancelled else outcome.error)
        self.hintsBox.setVisible(bool(outcome.warnings))
        self.hintsBox.setTitle(tr("数据提示（{count}）").format(count=len(outcome.warnings)))
        self.hintsLabel.setText("\n\n".join(outcome.warnings))

    def showEvent(self, event):
        """Layers may have got a coordinate system or features meanwhile."""
        super().showEvent(event)
        self.check()

    def _dress(self) -> None:
        strong = self.runButton.font()
        strong.setPointSizeF(strong.pointSizeF() + 1)
        strong.setBold(True)
        self.runButton.setFont(strong)
        for label in (self.reasonLabel, self.errorLabel):
            label.setStyleSheet(WRONG)
        for box in self.findChildren(QgsCollapsibleGroupBoxBasic):
            box.setFlat(True)

    def _connect(self) -> None:
        self.inputs.changed.connect(self.check)
        # The box shows everything in it when it opens, also the labels that have nothing to say.
        if self.more is not None:
            self.more.collapsedStateChanged.connect(lambda _: self.check())
        self.runButton.clicked.connect(self.calculate)
        self.cancelButton.clicked.connect(self.cancel)
        self.run.stepped.connect(self._show_step)
        self.run.progressed.connect(lambda share: self.progressBar.setValue(int(share)))
        self.run.ended.connect(self._finish)

    def _finish(self, outcome: Outcome) -> None:
        self._show_running(False)
        if outcome.succeeded:
            self._place(outcome.layers)
            self.answer.show(outcome)
            self.keeping.say()
            self.answered.emit()
        self.show_outcome(outcome)
        self.scrolling.start()

    def _place(self, layers: dict[str, QgsMapLayer]) -> None:
        wanted = [(output, title, shown) for output, title, shown in self.placed(layers) if output in layers]
        placed = [Placed(layers[output], title, shown, output, output in self.BELOW) for output, title, shown in wanted]
        replace_results(self.project, self.OWNER, self.group_title(), placed)

    def _scroll_to_news(self) -> None:
        """Bring the progress, or what came of it, into sight."""
        shown = (self.errorLabel, self.resultsBox, self.progressBox)
        widget = next((one for one in shown if one.isVisible()), None)
        if widget is not None:
            scroll_to(widget)

    def _show_running(self, running: bool) -> None:
        self.progressBox.setVisible(running)
        self.runButton.setVisible(not running)
        self.inputsBox.setEnabled(not running)
        if self.more is not None:
            self.more.setEnabled(not running)
        self.cancelButton.setEnabled(running)
        self.running_changed.emit(running)

    def _show_step(self, step: str) -> None:
        self.progressBar.setFormat(tr("{step} %p%").format(step=step))
