"""The training county in a QGIS without a window: opened as a planner would, with Ronghe's algorithms at hand."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out"
WORK = OUT / "work"  #: results before they are gathered; QGIS holds them open, so that they go when all is done
sys.path[:0] = [str(ROOT / "tests"), "/usr/share/qgis/python/plugins"]

import conftest  # noqa: E402, F401 - makes the package ``ronghe``
from osgeo import gdal  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)

FACTS = {
    "plan_title": "云岭县国土空间总体规划（2021—2035年）",
    "organisation": "云岭县人民政府",
    "drawing_office": "云岭县自然资源局",
    "date_text": "二〇二六年十一月",
}


class Quiet(QgsProcessingFeedback):
    """Keeps what the run has to say and prints none of it."""

    def __init__(self):
        super().__init__(False)
        self.warnings = []

    def pushWarning(self, text):
        self.warnings.append(text)

    def told(self) -> list[str]:
        """The warnings, each once, as lines."""
        return [f"提示：{text}" for text in dict.fromkeys(self.warnings)]


def start():
    """Processing and Ronghe's provider, which lives as long as somebody holds it; OUT is there."""
    from processing.core.Processing import Processing

    from ronghe.plugin.algorithms.provider import RongheProvider

    WORK.mkdir(parents=True, exist_ok=True)
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # QGIS asks GDAL to georeference a PNG, which it cannot
    Processing.initialize()
    provider = RongheProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return provider


def open_county(project: QgsProject) -> None:
    """Load the training county as a planner would: every table of its GeoPackage and every raster."""
    folder = OUT / "training"  # a copy: QGIS changes the journal of a GeoPackage that it opens
    shutil.copytree(ROOT / "resources" / "training" / "data", folder, dirs_exist_ok=True)
    sublayers = QgsProviderRegistry.instance().querySublayers(str(folder / "yunling.gpkg"))
    layers = [QgsVectorLayer(one.uri(), one.name(), "ogr") for one in sublayers]
    layers += [QgsRasterLayer(str(path), path.stem) for path in sorted(folder.glob("*.tif"))]
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    project.addMapLayers(layers)


def run(algorithm: str, parameters: dict, feedback: Quiet) -> dict:
    """The results of one of Ronghe's algorithms."""
    import processing

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return processing.run(f"ronghe:{algorithm}", parameters, context=context, feedback=feedback)


def gather(files: list[str], package: Path) -> Path:
    """Result files in one GeoPackage, their styles and metadata with them."""
    import processing

    layers = [QgsVectorLayer(file, Path(file).stem) for file in files]
    processing.run(
        "native:package",
        {"LAYERS": layers, "OUTPUT": str(package), "OVERWRITE": True, "SAVE_STYLES": True, "SAVE_METADATA": True},
    )
    return package


def work_file(name: str) -> str:
    """Where a result is written first."""
    return str(WORK / f"{name}.gpkg")


def table_of(package: Path, name: str) -> QgsVectorLayer:
    """A table of a GeoPackage."""
    return QgsVectorLayer(f"{package}|layername={name}", name)


def said(paths) -> str:
    """Files as they are named in a line."""
    return "、".join(path.relative_to(ROOT).as_posix() for path in paths)
