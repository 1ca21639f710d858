"""Runs inside the QGIS window (``qgis --code``): one scenario, its report, and a clean way out.

A scenario is a file with a function ``run(iface, report)``. It may ``assert``; a failed assertion, like any
error, ends in the report with its traceback. QGIS is closed afterwards in every case.
"""

import importlib.util
import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis import utils
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

iface = utils.iface
SCENARIO = Path(os.environ["RONGHE_SCENARIO"])
OUTPUT = Path(os.environ["RONGHE_OUTPUT"])
# Before the shell kills QGIS, tell what it hangs on.
PATIENCE_SECONDS = max(int(os.environ["RONGHE_DESKTOP_LIMIT"]) - 20, 5)
# Wide enough for a picture of a panel beside the map.
WINDOW = (1600, 1000)
WATCHED_LOGS = ("ronghe", "Ronghe", "融合规划", "Plugins", "Python error", "Python warning", "Processing")


class Report:
    """What a scenario found: ``report["key"] = value`` and ``report.screenshot("name")``."""

    def __init__(self):
        self.values = {}
        self.screenshots = {}
        self.messages = []
        # Shared with startup.py: errors that nobody caught, from the start of QGIS on.
        self.errors = utils.showException.kept
        self.started = time.monotonic()

    def __setitem__(self, key, value):
        self.values[key] = value

    def __getitem__(self, key):
        return self.values[key]

    def settle(self, seconds=0.3):
        """Let QGIS paint, run its timers and finish drawing the map."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            time.sleep(0.01)
        iface.mapCanvas().waitWhileRendering()
        QApplication.processEvents()

    def wait_for(self, condition, seconds=60):
        """Keep the window alive until ``condition()`` holds; an assertion fails when it never does."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"not so after {seconds} s: {condition}"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            time.sleep(0.01)

    def screenshot(self, name, widget=None):
        """Keep a picture of a widget, or of the whole screen; the path. ``colours`` tells a blank one."""
        self.settle()
        picture = widget.grab() if widget is not None else QApplication.primaryScreen().grabWindow(0)
        path = OUTPUT / f"{name}.png"
        picture.save(str(path))
        image = picture.toImage()
        step = max(1, min(image.width(), image.height()) // 100)
        colours = {image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)}
        self.screenshots[name] = {
            "file": path.name,
            "width": image.width(),
            "height": image.height(),
            "colours": len(colours),
        }
        return path

    def message(self, text, tag, level):
        """Keep what QGIS logs above information, from the plugin and from Python."""
        if tag in WATCHED_LOGS and level not in (Qgis.MessageLevel.Info, Qgis.MessageLevel.Success):
            self.messages.append(f"{tag}: {text}")

    def write(self):
        """Write result.json; complete or not there."""
        result = {
            "scenario": SCENARIO.stem,
            "seconds": round(time.monotonic() - self.started, 1),
            "errors": self.errors,
            "messages": self.messages,
            "values": self.values,
            "screenshots": self.screenshots,
        }
        unfinished = OUTPUT / "result.part"
        unfinished.write_text(json.dumps(result, ensure_ascii=False, indent=1, default=str), encoding="utf-8")
        unfinished.replace(OUTPUT / "result.json")


report = Report()


def scenario():
    """The scenario's module."""
    spec = importlib.util.spec_from_file_location(f"scenario_{SCENARIO.stem}", SCENARIO)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def give_up():
    """The scenario hangs, most likely on a dialog: keep a picture and where the code stands, then end."""
    modal = QApplication.activeModalWidget()
    title = f"{type(modal).__name__} {modal.windowTitle()}" if modal else "no dialog is open"
    if isinstance(modal, QMessageBox):
        title += f": {modal.text()}"
    places = "".join(line for frame in sys._current_frames().values() for line in traceback.format_stack(frame))
    report.errors.append(f"not finished after {PATIENCE_SECONDS} s; {title}\n{places}")
    try:
        report.screenshot("hanging")
    finally:
        report.write()
        os._exit(3)


def leave():
    """Close QGIS. A changed project would ask whether to save it, and nobody answers."""
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


def main():
    """Run the scenario once the window stands."""
    window = iface.mainWindow()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(0, 0, *WINDOW)
    report.settle()
    # A warning that the plugin gave while QGIS started stands in the message bar.
    report.messages += [item.text() for item in iface.messageBar().items()]
    try:
        scenario().run(iface, report)
    except Exception:
        report.errors.append(traceback.format_exc())
    try:
        report.screenshot("end")
    finally:
        report.write()
        QTimer.singleShot(0, leave)


QgsApplication.messageLog().messageReceived.connect(report.message)
watchdog = QTimer()
watchdog.setSingleShot(True)
watchdog.timeout.connect(give_up)
watchdog.start(PATIENCE_SECONDS * 1000)
QTimer.singleShot(0, main)
