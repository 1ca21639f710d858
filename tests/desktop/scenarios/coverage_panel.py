"""A planner asks for the half-hour medical coverage of the training county, in the real window."""

import runpy
import time
from pathlib import Path

from qgis import utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[3]
WIDTH, NARROW = 420, 360
SECONDS_FOR_A_RUN = 120
NOTICED = 0.5


class Heartbeat:
    """The longest time for which the window did not answer, in seconds."""

    def __init__(self, step):
        self.step, self.standstills = step, []
        self.longest, self.last = 0.0, time.monotonic()
        self.timer = QTimer()
        self.timer.timeout.connect(self.beat)
        self.timer.start(20)

    def beat(self):
        now = time.monotonic()
        if now - self.last > NOTICED:
            self.standstills.append(f"{now - self.last:.1f} s {self.step()}")
        self.longest, self.last = max(self.longest, now - self.last), now


def run(iface, report):
    runpy.run_path(str(ROOT / "scripts" / "open_training.py"))
    report.settle()
    panels = utils.plugins["ronghe"].panels
    for action in panels.actions.values():
        action.trigger()
    report.settle(0.6)
    window, dock, panel = iface.mainWindow(), panels.docks["coverage"], panels.panel("coverage")
    window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)
    report.settle(0.5)
    report.screenshot("1_before")
    assert panel.runButton.isEnabled(), panel.runButton.toolTip()

    panel.serviceCombo.setCurrentIndex(panel.serviceCombo.findText("医疗"))
    assert panel.serviceCombo.currentText() == "医疗"
    beats = Heartbeat(panel.progressBar.text)
    started = time.monotonic()
    panel.runButton.click()
    report.wait_for(lambda: panel.progressBar.value() > 0 or not panel.run.running, 60)
    report.screenshot("2_running")
    report.wait_for(lambda: not panel.run.running, SECONDS_FOR_A_RUN)
    report["seconds"] = round(time.monotonic() - started, 1)
    report["longest_standstill"] = round(beats.longest, 2)
    report["standstills"] = beats.standstills
    assert not panel.errorLabel.text(), panel.errorLabel.text()
    report["headline"] = panel.headlineLabel.text()
    assert "30 分钟医疗覆盖率" in report["headline"]
    report["second"] = panel.secondLabel.text()
    report["hints"] = panel.hintsLabel.text()
    report["group"] = [one.name() for one in QgsProject.instance().layerTreeRoot().children()[0].children()]
    report.settle(1)
    report.screenshot("3_answer")
    index = panel.townsTable.model().index(0, 1)
    panel.townsTable.setCurrentIndex(index)
    panel.townsTable.clicked.emit(index)
    report.screenshot("4_town")
    panel.tabs.setCurrentIndex(1)
    index = panel.gapsTable.model().index(0, 1)
    panel.gapsTable.setCurrentIndex(index)
    panel.gapsTable.clicked.emit(index)
    report.screenshot("5_gap")
    panel.tabs.setCurrentIndex(2)
    report.screenshot("6_chart", panel)
    panel.moreBox.setCollapsed(False)
    panel.hintsBox.setCollapsed(False)
    panel.standardCheck.setChecked(True)
    report.screenshot("7_more", panel.content)
    window.resizeDocks([dock], [NARROW], Qt.Orientation.Horizontal)
    report.settle(0.5)
    report["narrow_width"] = dock.width()
    report.screenshot("8_narrow", panel.content)

    make_sheet(panel, report)

    panel.runButton.click()
    report.wait_for(lambda: panel.progressBar.value() > 5, 60)
    asked = time.monotonic()
    panel.cancelButton.click()
    report.wait_for(lambda: not panel.run.running, 30)
    report["seconds_to_cancel"] = round(time.monotonic() - asked, 2)
    report["cancelled"] = panel.errorLabel.text()
    assert report["seconds_to_cancel"] < 2
    report.screenshot("9_cancelled", dock)


def make_sheet(panel, report):
    """Fill in the words, look at the dialog, open the layout; the panel waits for the dialog, so a timer answers."""

    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.planTitleEdit.setText("云岭县国土空间总体规划（2021—2035年）")
        dialog.organisationEdit.setText("云岭县人民政府")
        dialog.drawingOfficeEdit.setText("云岭县自然资源局")
        report.screenshot("sheet_dialog", dialog)
        dialog.openButton.click()

    QTimer.singleShot(300, answer)
    panel.sheetButton.click()
    report.settle(2)
    windows = [one for one in QApplication.topLevelWidgets() if one.objectName() == "QgsLayoutDesignerBase"]
    assert windows, panel.errorLabel.text()
    report.screenshot("sheet", windows[0])
    windows[0].close()
