"""A planner ticks sheets, has them checked, exports a booklet and an atlas by town, and thinks better of another."""

import runpy
import tempfile
import time
from pathlib import Path

from qgis import utils
from qgis.core import QgsLayoutItemLabel, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[3]
WIDTH, NARROW = 420, 360
SMALL = (1366, 768)
MINUTES = 120
FOUR = ("control_lines", "transport", "planning_zones", "reserves")
MANY = 3  #: sheets, each with a page a town: more than twenty pages


class Heartbeat:
    """The longest time for which the window did not answer, in seconds."""

    def __init__(self):
        self.longest, self.last = 0.0, time.monotonic()
        self.timer = QTimer()
        self.timer.timeout.connect(self.beat)
        self.timer.start(20)

    def beat(self):
        now = time.monotonic()
        self.longest, self.last = max(self.longest, now - self.last), now


def run(iface, report):
    runpy.run_path(str(ROOT / "scripts" / "open_training.py"))
    report.settle()
    panels = utils.plugins["ronghe"].panels
    dock, panel = panels.docks["sheets"], panels.panel("sheets")
    started = time.monotonic()
    panels.actions["sheets"].trigger()
    report["seconds_to_open"] = round(time.monotonic() - started, 2)
    window = iface.mainWindow()
    window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)
    beats = Heartbeat()
    report.screenshot("1_before")
    report["sheets"] = panel.sheets.possible()
    report.wait_for(lambda: not panel.previews.waiting, MINUTES)
    report["seconds_of_previews"] = round(time.monotonic() - started, 1)
    report["longest_standstill_of_previews"] = round(beats.longest, 2)
    report.screenshot("1_pictures")
    panel.sheetsTree.scrollToBottom()
    report.screenshot("1_lacking", panel.content)
    panel.moreBox.setCollapsed(False)
    report.screenshot("1_more", panel.content)
    panel.moreBox.setCollapsed(True)
    with tempfile.TemporaryDirectory() as folder:
        panel.folderWidget.setFilePath(str(Path(folder) / "图集"))
        panel.planTitleEdit.setText("云岭县国土空间总体规划（2021—2035年）")
        report["atlases"] = [panel.atlasCombo.itemText(row) for row in range(panel.atlasCombo.count())]
        tick(panel, FOUR)
        check(panel, report)
        booklet(panel, report, Path(folder) / "图集")
        atlas(panel, report, Path(folder) / "图集")
        open_layout(panel, report)
        small_screen(window, dock, panel, report)
        unload(panel, report, Path(folder) / "图集")


def tick(panel, sheets):
    panel.noneButton.click()
    for row in range(panel.sheetsTree.topLevelItemCount()):
        item = panel.sheetsTree.topLevelItem(row)
        if item.data(0, Qt.ItemDataRole.UserRole) in sheets:
            item.setCheckState(0, Qt.CheckState.Checked)


def check(panel, report):
    """The planner looks for what would spoil the sheets."""
    beats, started = Heartbeat(), time.monotonic()
    panel.checkButton.click()
    report.wait_for(lambda: not panel.work.running, MINUTES)
    report["check_seconds"] = round(time.monotonic() - started, 1)
    report["longest_standstill_of_the_check"] = round(beats.longest, 2)
    report["check"] = panel.headlineLabel.text()
    report["findings"] = panel.findingsText.toPlainText()
    report.screenshot("2_checked")
    report.screenshot("2_findings", panel.content)


def booklet(panel, report, folder):
    """A booklet of four sheets."""
    assert panel.runButton.text() == "导出 4 幅图", panel.runButton.text()
    beats, started = Heartbeat(), time.monotonic()
    panel.runButton.click()
    report.wait_for(lambda: "第 2 页" in panel.stepLabel.text() or not panel.work.running, MINUTES)
    report["step"] = panel.stepLabel.text()
    report.screenshot("3_running")
    report.wait_for(lambda: not panel.work.running, MINUTES)
    report["booklet_seconds"] = round(time.monotonic() - started, 1)
    report["longest_standstill_of_the_booklet"] = round(beats.longest, 2)
    assert not panel.errorLabel.text(), panel.errorLabel.text()
    report["booklet"] = panel.headlineLabel.text()
    report["files"] = sorted(file.name for file in folder.iterdir())
    assert len(list(folder.glob("*.pdf"))) == 1 and panel.filesText.toPlainText().count("\n") == 1
    report.screenshot("3_booklet")
    report.screenshot("3_files", panel.content)


def atlas(panel, report, folder):
    """An atlas by town of three sheets, 24 pages, which several processes draw; then once more, and cancelled."""
    tick(panel, FOUR[:MANY])
    panel.atlasCombo.setCurrentIndex(1)
    assert panel.runButton.text() == "导出 3 幅图，24 页", panel.runButton.text()
    beats, started = Heartbeat(), time.monotonic()
    panel.runButton.click()
    report.wait_for(lambda: panel.progressBar.value() > 2 or not panel.work.running, MINUTES)
    report["atlas_step"] = panel.stepLabel.text()
    report.screenshot("4_running")
    asked = time.monotonic()
    panel.cancelButton.click()
    report["seconds_to_cancel"] = round(time.monotonic() - asked, 2)
    assert not panel.work.running and report["seconds_to_cancel"] < 2
    report["atlas_seconds_until_cancelled"] = round(asked - started, 1)
    report["longest_standstill_of_the_atlas"] = round(beats.longest, 2)
    report["cancelled"] = panel.errorLabel.text()
    assert "已取消" in report["cancelled"] and not list(folder.glob(".*"))
    assert "未完成" in panel.filesText.toPlainText()
    report["files_after_cancel"] = sorted(file.name for file in folder.iterdir())
    report.screenshot("4_cancelled")


def open_layout(panel, report):
    """A sheet in the layout window, twice: what the planner has changed in the first stays."""
    panel.sheetsTree.setCurrentItem(panel.sheetsTree.topLevelItem(1))
    for name in ("5_layout", "5_again"):
        panel.openButton.click()
        report.settle(1.5)
        windows = [one for one in QApplication.topLevelWidgets() if one.objectName() == "QgsLayoutDesignerBase"]
        windows = [one for one in windows if one.isVisible()]
        assert windows, panel.errorLabel.text()
        report.screenshot(name, windows[0])
        for one in windows:
            one.close()
        report.settle(0.3)
        layout = QgsProject.instance().layoutManager().printLayouts()[0]
        layout.addLayoutItem(QgsLayoutItemLabel(layout))
    report["layouts"] = sorted(one.name() for one in QgsProject.instance().layoutManager().printLayouts())
    assert report["layouts"] == ["县域自然保护地分布图", "县域自然保护地分布图（原有 1）"]


def small_screen(window, dock, panel, report):
    """The same on the screen that many county offices have."""
    window.setGeometry(0, 0, *SMALL)
    window.resizeDocks([dock], [NARROW], Qt.Orientation.Horizontal)
    panel.scrollArea.verticalScrollBar().setValue(0)
    report.settle(0.5)
    report["narrow_width"] = dock.width()
    report.screenshot("6_small", window)
    report.screenshot("6_small_content", panel.content)


def unload(panel, report, folder):
    """The plugin is switched off while it exports."""
    panel.runButton.click()
    report.wait_for(lambda: "多个进程" in panel.stepLabel.text() or not panel.work.running, MINUTES)
    assert panel.work.running, panel.errorLabel.text()
    started = time.monotonic()
    assert utils.unloadPlugin("ronghe")
    report["seconds_to_unload"] = round(time.monotonic() - started, 2)
    report.settle(0.5)
    assert not list(folder.glob(".*"))
    assert utils.loadPlugin("ronghe") and utils.startPlugin("ronghe")
