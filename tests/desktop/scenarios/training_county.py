"""The training county opens as `make qgis` opens it: every layer valid, the county on the map."""

import runpy
from pathlib import Path

from qgis.core import QgsProject

ROOT = Path(__file__).resolve().parents[3]


def run(iface, report):
    runpy.run_path(str(ROOT / "scripts" / "open_training.py"))
    report.settle()
    layers = QgsProject.instance().layerTreeRoot().layerOrder()
    report["layers"] = [layer.name() for layer in layers]
    report["invalid"] = [layer.name() for layer in layers if not layer.isValid()]
    county = next(layer for layer in layers if layer.name() == "县界").extent()
    report["county_on_map"] = iface.mapCanvas().extent().contains(county)
    report["map_heights_of_county"] = iface.mapCanvas().extent().height() / county.height()
    report.screenshot("county")
