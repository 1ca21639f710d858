"""The training county as a planner has it open, and orders of its sheets at a low resolution."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsProviderRegistry, QgsRasterLayer, QgsVectorLayer

SHEET = "control_lines"


@pytest.fixture(scope="module")
def open_project(qgis_app, training_data):
    """A project with all layers of the training county, saved, with nothing unsaved."""
    project = QgsProject()
    sublayers = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    layers = [QgsVectorLayer(one.uri(), one.name(), "ogr") for one in sublayers]
    layers += [QgsRasterLayer(str(path), path.stem) for path in sorted(training_data.glob("*.tif"))]
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    project.addMapLayers(layers)
    assert project.write(str(training_data / "yunling.qgz"))
    yield project
    project.clear()


@pytest.fixture
def county(open_project):
    """What the sheets of the project are drafted from."""
    from ronghe.plugin.cartography.county_sheets.county import county_of
    from ronghe.plugin.cartography.facts import SheetFacts

    return county_of(open_project, SheetFacts("云岭县国土空间总体规划（2021—2035年）", "云岭县人民政府"))


@pytest.fixture
def order(tmp_path):
    """A function that makes an order of pages by town into an empty folder."""
    from ronghe.plugin.cartography.production.jobs import Order

    folder = tmp_path / "出图"
    folder.mkdir()

    def make(**changes):
        usual = {"sheets": (SHEET,), "atlas": "town", "overview": False, "dpi": 30, "workers": 1, "folder": folder}
        return Order(**{**usual, **changes})

    return make


@pytest.fixture
def made(county):
    """A function that makes an order to its end and gives the last step's result."""
    from ronghe.plugin.cartography.production.produce import produce

    def run(order, **more):
        return list(produce(order, county, **more))[-1].result

    return run
