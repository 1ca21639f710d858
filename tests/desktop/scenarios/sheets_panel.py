"""A planner ticks sheets, has them checked, exports a booklet and an atlas by town, and thinks better of another."""

import runpy
import time
from pathlib import Path

from qgis import utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[3]
WIDTH, NARROW = 420, 360
SMALL = (1366, 768)
MINUTES = 120
FOUR = ("control_lines", "transport", "planning_zones", "reserves")


def run(iface, report):
    runpy.run_path(str(ROOT / "scripts" / "open_training.py"))
    report.settle()
    panels = utils.plugins["ronghe"].panels
    dock, panel = panels.docks["sheets"], panels.panel("sheets")
    started = time.monotonic()
    panels.actions["sheets"].trigger()
    report["seconds_to_open"] = round(time.monotonic() - started, 2)
    report.settle(0.3)
    window = iface.mainWindow()
    window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)
    report.screenshot("1_before")
    report["sheets"] = panel.sheets.possible()
    report.wait_for(lambda: not panel.previews.waiting, MINUTES)
    report["seconds_of_previews"] = round(time.monotonic() - started, 1)
    report.screenshot("1_pictures")
    report.screenshot("1_content", panel.content)
    panel.moreBox.setCollapsed(False)
    report.screenshot("1_more", panel.content)
    panel.moreBox.setCollapsed(True)
