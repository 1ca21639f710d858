"""A made-up county for every test of this room."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest


def _load(name: str):
    """A module beside this file; pytest's importlib mode puts no folder on the path."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def made_up(qgis_app):
    """The module that makes counties, tables and words up."""
    return _load("made_up_county")


@pytest.fixture(scope="session")
def made_up_mining(made_up):
    """The module that makes mines and results of 矿山整治 up for such a county."""
    return _load("made_up_mining")


@pytest.fixture(scope="session")
def mining_results(made_up):
    """The module that cuts results of 矿山整治 from the training county."""
    return _load("mining_results")


@pytest.fixture(scope="session")
def structure_results(qgis_app):
    """The module that draws results of 空间格局 by hand on the training county."""
    return _load("structure_results")


@pytest.fixture(scope="module")
def sheet(made_up, tmp_path_factory):
    """Project, layers and layout of one ordinary county with terrain."""
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county(dem_folder=tmp_path_factory.mktemp("terrain"))
    layout = build_sheet(project, made_up.chinese_spec(), layers.sheet(), made_up.town_table(layers))
    yield project, layers, layout
    project.clear()


@pytest.fixture(scope="module")
def training_county(qgis_app, training_data):
    """The training county as its sheets are drafted from it."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsProject,
        QgsProviderRegistry,
        QgsRasterLayer,
        QgsVectorLayer,
    )

    from ronghe.plugin.cartography.county_sheets.county import county_of
    from ronghe.plugin.cartography.facts import SheetFacts

    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    project.addMapLayers([QgsVectorLayer(one.uri(), one.name(), "ogr") for one in tables])
    project.addMapLayer(QgsRasterLayer(str(training_data / "yunling_dem.tif"), "高程"))
    yield county_of(project, SheetFacts("云岭县国土空间总体规划（2021—2035年）", "云岭县人民政府"))
    project.clear()
