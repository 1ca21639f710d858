"""A planner goes through the three mining steps on the training county, in the real window, also on a small screen."""

import runpy
import time
from pathlib import Path

from qgis import utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[3]
WIDTH, NARROW = 420, 360
SMALL = (1366, 768)
SECONDS_FOR_A_RUN = 120


def run(iface, report):
    runpy.run_path(str(ROOT / "scripts" / "open_training.py"))
    report.settle()
    panels = utils.plugins["ronghe"].panels
    dock, panel = panels.docks["mining"], panels.panel("mining")
    panels.actions["mining"].trigger()
    report.settle(0.6)
    window = iface.mainWindow()
    window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)
    report.settle(0.5)
    report.screenshot("1_before")
    panel.zoning.moreBox.setCollapsed(False)
    report.screenshot("1_more", panel.zoning.content)
    panel.zoning.moreBox.setCollapsed(True)

    calculate(panel, panel.zoning, report, "2_zoning")
    assert "禁止开采区占资源区" in panel.answerLabel.text()
    show_rows(panel.zoning, report, "2_zoning")
    make_sheet(panel.zoning, report, "2_zoning")

    panel.steps.setCurrentWidget(panel.remediation)
    calculate(panel, panel.remediation, report, "3_remediation")
    assert "整治重点区" in panel.answerLabel.text()
    show_rows(panel.remediation, report, "3_remediation")
    report.screenshot("3_card", panel.remediation.content)
    pick_mine(iface, panel.remediation, report)
    make_sheet(panel.remediation, report, "3_remediation")

    panel.steps.setCurrentWidget(panel.ledgers)
    report.wait_for(lambda: panel.ledgers.runButton.isEnabled(), 10)
    calculate(panel, panel.ledgers, report, "4_ledgers")
    assert "测算" in panel.answerLabel.text()
    show_rows(panel.ledgers, report, "4_ledgers")
    report["answer"] = panel.answerLabel.text()
    groups = QgsProject.instance().layerTreeRoot().children()[:3]
    report["groups"] = {group.name(): [one.name() for one in group.children()] for group in groups}

    for step, tool, name in ((0, panel.visible_range, "5_visible"), (1, panel.quarries, "5_quarries")):
        panel.steps.setCurrentIndex(step)
        tool.parentWidget().setCollapsed(False)
        calculate(panel, tool, report, name)
        tool.parentWidget().setCollapsed(True)

    cancel(panel, panel.zoning, report)
    small_screen(window, dock, panel, report)


def calculate(panel, page, report, name):
    """Press the button of a page, wait for its answer, take its picture."""
    assert page.runButton.isEnabled(), page.runButton.toolTip()
    started = time.monotonic()
    page.runButton.click()
    report.wait_for(lambda: page.progressBar.value() > 0 or not page.run.running, 60)
    report[f"{name}_step"] = page.progressBar.text()
    report.wait_for(lambda: not page.run.running, SECONDS_FOR_A_RUN)
    report[f"{name}_seconds"] = round(time.monotonic() - started, 1)
    assert not page.errorLabel.text(), page.errorLabel.text()
    report[f"{name}_said"] = page.secondLabel.text()
    report[f"{name}_hints"] = page.hintsLabel.text()
    report.settle(1)
    report.screenshot(f"{name}_answer")


def show_rows(page, report, name):
    """Click the first row of every table."""
    for place, tab in enumerate(page.answer.tabs):
        page.tabs.setCurrentWidget(tab)
        index = tab.view.model().index(0, 1)
        tab.view.setCurrentIndex(index)
        tab.view.clicked.emit(index)
        report.screenshot(f"{name}_tab{place}")
    page.tabs.setCurrentIndex(0)


def pick_mine(iface, page, report):
    """Choose a mine in the map."""
    page.pickButton.click()
    row = page.answer.mines.table.rows[4]
    page.pick.tool.featureIdentified.emit(page.pick.layer.getFeature(row["fid_"]))
    report.screenshot("3_picked")
    assert page.answer.card.nameLabel.text() == row["mine_name"]
    page.pickButton.click()


def make_sheet(page, report, name):
    """Fill in the words and open the layout; the panel waits for the dialog, so a timer answers."""

    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.planTitleEdit.setText("云岭县国土空间总体规划（2021—2035年）")
        dialog.organisationEdit.setText("云岭县人民政府")
        dialog.openButton.click()

    QTimer.singleShot(300, answer)
    page.sheetButton.click()
    report.settle(2)
    windows = [one for one in QApplication.topLevelWidgets() if one.objectName() == "QgsLayoutDesignerBase"]
    windows = [one for one in windows if one.isVisible()]
    assert windows, page.errorLabel.text()
    report.screenshot(f"{name}_sheet", windows[0])
    windows[0].close()


def cancel(panel, page, report):
    """Begin again and think better of it."""
    panel.steps.setCurrentWidget(page)
    page.runButton.click()
    report.wait_for(lambda: page.progressBar.value() > 5, 60)
    asked = time.monotonic()
    page.cancelButton.click()
    report.wait_for(lambda: not page.run.running, 30)
    report["seconds_to_cancel"] = round(time.monotonic() - asked, 2)
    report["cancelled"] = page.errorLabel.text()
    assert report["seconds_to_cancel"] < 2


def small_screen(window, dock, panel, report):
    """The same on the screen that many county offices have."""
    window.setGeometry(0, 0, *SMALL)
    window.resizeDocks([dock], [NARROW], Qt.Orientation.Horizontal)
    for place, step in enumerate(panel.stages):
        panel.steps.setCurrentWidget(step)
        step.scrollArea.verticalScrollBar().setValue(0)
        report.settle(0.5)
        report.screenshot(f"6_small_{place}", window)
    report["narrow_width"] = dock.width()
    panel.steps.setCurrentWidget(panel.remediation)
    panel.remediation.answer.mines.view.clicked.emit(panel.remediation.answer.mines.view.model().index(2, 1))
    report.screenshot("6_small_card", window)
    report.screenshot("6_small_content", panel.remediation.content)
