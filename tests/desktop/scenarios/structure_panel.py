"""A planner writes the slogan, accepts, takes back, draws; ranks the towns; weighs the three spaces; opens sheets."""

import runpy
import time
from pathlib import Path

from qgis import utils
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

ROOT = Path(__file__).resolve().parents[3]
WIDTH, NARROW = 420, 360
SMALL = (1366, 768)
SECONDS_FOR_A_RUN = 120
SLOGAN = "双核引领、两园驱动、一屏六廊"


def run(iface, report):
    runpy.run_path(str(ROOT / "scripts" / "open_training.py"))
    report.settle()
    panels = utils.plugins["ronghe"].panels
    dock, panel = panels.docks["structure"], panels.panel("structure")
    panels.actions["structure"].trigger()
    report.settle(0.6)
    window = iface.mainWindow()
    window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)
    report.settle(0.5)
    report.screenshot("1_before")
    write_slogan(panel, report)
    calculate(panel, panel.pattern, report, "2_pattern")
    show_rows(panel.pattern, report, "2_pattern")
    accept(panel, report)
    draw(iface, panel, report)
    make_sheet(panel.pattern, report, "2_pattern")
    for step, name in ((panel.towns, "3_towns"), (panel.spaces, "4_spaces")):
        panel.steps.setCurrentWidget(step)
        calculate(panel, step, report, name)
        show_rows(step, report, name)
        make_sheet(step, report, name)
    small_screen(window, dock, panel, report)


def write_slogan(panel, report):
    """The clauses are read while they are typed."""
    step = panel.pattern
    assert not step.runButton.isEnabled()
    step.sloganEdit.setText(SLOGAN)
    report["read"] = step.sloganLine.text()
    report.screenshot("1_typed")
    step.moreBox.setCollapsed(False)
    report.screenshot("1_more", step.content)
    step.moreBox.setCollapsed(True)


def calculate(panel, page, report, name, act=None):
    """Press a button of a page, wait for its answer, take its picture."""
    assert page.runButton.isEnabled(), page.runButton.toolTip()
    started = time.monotonic()
    (act or page.runButton.click)()
    report.wait_for(lambda: page.run.running, 10)
    report.wait_for(lambda: not page.run.running, SECONDS_FOR_A_RUN)
    report[f"{name}_seconds"] = round(time.monotonic() - started, 1)
    assert not page.errorLabel.text(), page.errorLabel.text()
    report[f"{name}_answer"] = panel.answerLabel.text()
    report[f"{name}_said"] = page.secondLabel.text()
    report[f"{name}_hints"] = page.hintsLabel.text()
    report.settle(1)
    report.screenshot(f"{name}_answer")


def show_rows(page, report, name):
    """Click the first row of every table."""
    for place, tab in enumerate(page.answer.tabs):
        page.tabs.setCurrentWidget(tab)
        if not tab.table.rows:
            continue
        index = tab.view.model().index(0, 1)
        tab.view.setCurrentIndex(index)
        tab.view.clicked.emit(index)
        report.screenshot(f"{name}_tab{place}")
    page.tabs.setCurrentIndex(0)


def accept(panel, report):
    """What is proposed becomes the planner's; one element is taken back and accepted again."""
    step = panel.pattern
    settling = step.answer.settling
    calculate(panel, step, report, "2_accepted", settling.all_button.click)
    assert report["2_accepted_answer"] == "口号 4 条：11 个对象已定，0 个为建议"
    step.tabs.setCurrentWidget(step.answer.elements)
    index = step.answer.elements.view.model().index(0, 1)
    step.answer.elements.view.clicked.emit(index)
    calculate(panel, step, report, "2_taken_back", settling.back_button.click)
    assert report["2_taken_back_answer"] == "口号 4 条：10 个对象已定，1 个为建议"


def draw(iface, panel, report):
    """A corridor is drawn with QGIS's own tool; its form is answered by a timer, for the tool waits for it."""
    step = panel.pattern
    step.tabs.setCurrentWidget(step.answer.clauses)
    last = step.answer.clauses.view.model().index(3, 1)
    step.answer.clauses.view.clicked.emit(last)
    report.settle(0.5)
    step.answer.settling.draw_button.click()
    layer, canvas = iface.activeLayer(), iface.mapCanvas()
    assert layer.isEditable() and iface.actionAddFeature().isChecked()
    report.screenshot("2_drawing")
    spots = [QPoint(canvas.width() // 2 + 30 * x, canvas.height() // 2 - 20 * x) for x in range(4)]
    QTimer.singleShot(800, lambda: fill_form(report))
    for spot in spots:
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=spots[-1])
    report.wait_for(lambda: layer.editBuffer() and layer.editBuffer().addedFeatures(), 10)
    drawn = next(iter(layer.editBuffer().addedFeatures().values()))
    report["drawn"] = [str(value) for value in drawn.attributes()]
    assert "六廊" in report["drawn"] and "新廊道" in report["drawn"]
    calculate(panel, step, report, "2_unsaved")
    assert step.answer.clauses.table.rows[3]["found"] == 7
    calculate(panel, step, report, "2_saved", layer.commitChanges)
    assert step.answer.clauses.table.rows[3]["found"] == 7


def fill_form(report):
    """The form of a new feature: its clause is filled in, its name is the planner's."""
    form = QApplication.activeModalWidget() or QApplication.activeWindow()
    report.screenshot("2_form", form)
    edits = [edit for edit in form.findChildren(QLineEdit) if edit.isVisible()]
    edits[-1].setText("新廊道")
    form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


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


def small_screen(window, dock, panel, report):
    """The same on the screen that many county offices have."""
    window.setGeometry(0, 0, *SMALL)
    window.resizeDocks([dock], [NARROW], Qt.Orientation.Horizontal)
    for place, step in enumerate(panel.stages):
        panel.steps.setCurrentWidget(step)
        step.scrollArea.verticalScrollBar().setValue(0)
        report.settle(0.5)
        report.screenshot(f"5_small_{place}", window)
        report.screenshot(f"5_small_content_{place}", step.content)
    report["narrow_width"] = dock.width()
