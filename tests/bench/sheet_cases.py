"""The benchmark's cases of sheets, called like ``cases.py``: atlases of the training county at 300 dpi on A3."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import cases
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ronghe.plugin.cartography.county_sheets.county import County, county_of
from ronghe.plugin.cartography.county_sheets.drafts import draft
from ronghe.plugin.cartography.draft import build
from ronghe.plugin.cartography.facts import SheetFacts
from ronghe.plugin.cartography.production.jobs import Order
from ronghe.plugin.cartography.production.produce import produce

SHEET = "control_lines"
THREE = ("control_lines", "transport", "reserves")
PAGES_BEFORE = 10  #: after which memory has settled


def training_county(folder: Path) -> County:
    """The training county as a planner has it open, in a saved project."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    data = folder / "data"
    shutil.copytree(cases.ROOT / "resources" / "training" / "data", data)
    project = QgsProject.instance()
    sublayers = QgsProviderRegistry.instance().querySublayers(str(data / "yunling.gpkg"))
    layers = [QgsVectorLayer(one.uri(), one.name(), "ogr") for one in sublayers]
    layers += [QgsRasterLayer(str(path), path.stem) for path in sorted(data.glob("*.tif"))]
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    project.addMapLayers(layers)
    project.write(str(data / "yunling.qgz"))
    return county_of(project, SheetFacts("云岭县国土空间总体规划（2021—2035年）", "云岭县人民政府"))


def produced(folder: Path, **changes) -> dict:
    """One order, from reading the drafts to the last file."""
    county = training_county(folder)
    out = folder / "out"
    out.mkdir()
    usual = {"sheets": (SHEET,), "atlas": "town", "overview": False, "workers": 1, "folder": out}
    order = Order(**{**usual, **changes})
    before, begin, memory = cases.megabytes(), time.perf_counter(), []
    for step in produce(order, county):  # noqa: B007 - the last one has the result
        memory.append(resident())
    seconds = time.perf_counter() - begin
    result = step.result
    assert not result.failed, result.failed
    size = sum(path.stat().st_size for path in result.files) / 1e6
    results = {"pages": result.pages, "megabytes_written": size}
    if result.pages > 2 * PAGES_BEFORE:
        results["memory_growth_mb"] = memory[-2] - memory[PAGES_BEFORE]
    return {
        "seconds": seconds,
        "stages": {},
        "results": results,
        "memory_before_mb": before,
        "memory_mb": cases.megabytes(),
    }


def resident() -> float:
    """Memory that the process has now; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def atlas_qgis(folder: Path) -> dict:
    """The same sheet, its map driven through the towns by QGIS's own atlas: one call, one PDF. The layout is made
    before the clock starts."""
    county = training_county(folder)
    layout: QgsPrintLayout = build(county.project, draft(county, SHEET))
    layout.atlas().setCoverageLayer(county.layer("towns"))
    layout.atlas().setEnabled(True)
    main: QgsLayoutItemMap = layout.itemById("main_map")
    main.setAtlasDriven(True)
    main.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    main.setAtlasMargin(0.1)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = 300
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.rasterizeWholeImage = False
    settings.simplifyGeometries = True
    before, begin = cases.megabytes(), time.perf_counter()
    file = folder / "atlas.pdf"
    result, message = QgsLayoutExporter.exportToPdf(layout.atlas(), str(file), settings)
    seconds = time.perf_counter() - begin
    assert result == QgsLayoutExporter.ExportResult.Success, message
    return {
        "seconds": seconds,
        "stages": {},
        "results": {"pages": layout.atlas().count(), "megabytes_written": file.stat().st_size / 1e6},
        "memory_before_mb": before,
        "memory_mb": cases.megabytes(),
    }


CASES = {
    "sheets_atlas": produced,
    "sheets_qgis": atlas_qgis,
    "sheets_two": lambda folder: produced(folder, sheets=THREE, fmt="png", workers=2),
    "sheets_one": lambda folder: produced(folder, sheets=THREE, fmt="png"),
    "sheets_villages": lambda folder: produced(folder, atlas="village"),
}


if __name__ == "__main__":
    cases.start(CASES)
