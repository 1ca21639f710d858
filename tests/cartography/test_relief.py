"""Terrain drawn once for many pages looks as terrain drawn for each."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsLayoutExporter
from qgis.PyQt.QtGui import QImage

from ronghe.plugin.cartography import relief


@pytest.fixture(scope="module")
def county(made_up, tmp_path_factory):
    project, layers = made_up.county(dem_folder=tmp_path_factory.mktemp("terrain"))
    yield project, layers
    project.clear()


def drawn_once(county, folder, pages):
    layers = county[1]
    crs = QgsCoordinateReferenceSystem("EPSG:4546")
    return relief.drawn_once(layers.dem.layer, crs, layers.boundary.layer.extent(), folder, pages)


def pixels(layout) -> np.ndarray:
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=100).convertToFormat(QImage.Format.Format_RGB888)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    rows = np.frombuffer(bits, np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].astype(int)


def test_a_sheet_looks_the_same(county, made_up, tmp_path):
    from ronghe.plugin.cartography.sheet import build_sheet
    from ronghe.plugin.cartography.spec import Role

    project, layers = county
    picture = drawn_once(county, tmp_path, 7)
    assert relief.is_relief(picture) and picture.bandCount() == 3
    usual = pixels(build_sheet(project, made_up.chinese_spec(), layers.sheet()))
    once = pixels(build_sheet(project, made_up.chinese_spec(), layers.sheet(dem=Role(picture))))
    assert usual.shape == once.shape
    apart = np.abs(usual - once)
    assert apart.mean() < 1.0 and (apart > 24).mean() < 0.002
    assert usual.std() > 20, "there is something to compare"


def test_for_few_pages_and_for_immense_terrain_it_does_not_pay(county, tmp_path, monkeypatch):
    dem = county[1].dem.layer
    assert drawn_once(county, tmp_path, 4) is dem
    monkeypatch.setattr(relief, "MOST_PIXELS", 100.0)
    assert drawn_once(county, tmp_path, 7) is dem
    assert not list(tmp_path.iterdir())


def test_a_picture_cut_short_by_a_full_disk_is_not_used(county, tmp_path):
    resource = pytest.importorskip("resource", reason="only Unix can limit what a process writes")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        assert drawn_once(county, tmp_path, 7) is county[1].dem.layer
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
