"""The main job on the training county: who reaches a clinic or hospital in half an hour, and the sheet of it.

Writes to out/: coverage.gpkg (all result layers), the sheet as PDF and PNG; prints what was found.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out"
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

SERVICE, MINUTES, BREAKS, CELL = "医疗", 30.0, (15.0, 30.0, 45.0, 60.0), 60.0
RESULTS = ("DEMAND_OUT", "ZONES_OUT", "GAPS", "BANDS", "LEVELS_OUT")


class Quiet(QgsProcessingFeedback):
    """Keeps what the run has to say and prints none of it."""

    def __init__(self):
        super().__init__(False)
        self.warnings = []

    def pushWarning(self, text):
        self.warnings.append(text)


def open_county(project: QgsProject) -> None:
    """Load the training county as a planner would: every table of its GeoPackage and every raster."""
    folder = OUT / "training"  # a copy: QGIS changes the journal of a GeoPackage that it opens
    shutil.copytree(ROOT / "resources" / "training" / "data", folder, dirs_exist_ok=True)
    sublayers = QgsProviderRegistry.instance().querySublayers(str(folder / "yunling.gpkg"))
    layers = [QgsVectorLayer(one.uri(), one.name(), "ogr") for one in sublayers]
    layers += [QgsRasterLayer(str(path), path.stem) for path in sorted(folder.glob("*.tif"))]
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    project.addMapLayers(layers)


def run_coverage(project: QgsProject, roles, feedback) -> dict:
    import processing

    facilities = roles.layer("facilities", project)
    kind = roles.field("facilities", "type")
    level = roles.field("facilities", "level")
    uri = f"{facilities.source()}|subset=\"{kind}\" = '{SERVICE}' AND \"{level}\" <> '村'"
    context = QgsProcessingContext()
    context.setProject(project)
    parameters = {
        "FACILITIES": QgsVectorLayer(uri, facilities.name()),
        "FACILITY_TYPE_FIELD": kind,
        "FACILITY_LEVEL_FIELD": roles.field("facilities", "level"),
        "FACILITY_NAME_FIELD": roles.field("facilities", "name"),
        "DEMAND": roles.layer("villages", project),
        "POPULATION_FIELD": roles.field("villages", "population"),
        "DEMAND_NAME_FIELD": roles.field("villages", "name"),
        "ZONES": roles.layer("towns", project),
        "ZONE_NAME_FIELD": roles.field("towns", "name"),
        "THRESHOLD_MINUTES": MINUTES,
        "BREAKS": ",".join(f"{value:g}" for value in BREAKS),
        "ROADS": roles.layer("roads", project),
        "ROAD_CLASS_FIELD": roles.field("roads", "class"),
        "ONEWAY_FIELD": roles.field("roads", "oneway"),
        "DEM": roles.layer("dem", project),
        "AREA": roles.layer("boundary", project),
        "CELL_SIZE": CELL,
        "DEMAND_OUT": str(OUT / "需求与出行时间.gpkg"),
        "ZONES_OUT": str(OUT / "分区覆盖统计.gpkg"),
        "GAPS": str(OUT / "未覆盖清单.gpkg"),
        "BANDS": str(OUT / "等时圈.gpkg"),
        "LEVELS_OUT": str(OUT / "分级覆盖统计.gpkg"),
    }
    return processing.run("ronghe:servicecoverage", parameters, context=context, feedback=feedback)


def gather(results: dict) -> Path:
    """All result tables in one GeoPackage, their styles and metadata with them."""
    import processing

    package = OUT / "coverage.gpkg"
    layers = [QgsVectorLayer(results[name], Path(results[name]).stem) for name in RESULTS]
    processing.run(
        "native:package",
        {"LAYERS": layers, "OUTPUT": str(package), "OVERWRITE": True, "SAVE_STYLES": True, "SAVE_METADATA": True},
    )
    del layers
    for name in RESULTS:
        Path(results[name]).unlink()
    return package


def main() -> None:
    from processing.core.Processing import Processing

    from ronghe.plugin.algorithms.provider import RongheProvider
    from ronghe.plugin.cartography.coverage_sheet import CoverageResults, SheetFacts, coverage_sheet
    from ronghe.plugin.cartography.export import export_sheet
    from ronghe.plugin.county.roles import project_roles

    begin = time.perf_counter()
    OUT.mkdir(exist_ok=True)
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # QGIS asks GDAL to georeference a PNG, which it cannot
    Processing.initialize()
    provider = RongheProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    project = QgsProject.instance()
    open_county(project)
    roles = project_roles(project)
    feedback = Quiet()
    results = run_coverage(project, roles, feedback)
    package = gather(results)

    def layer(name: str) -> QgsVectorLayer:
        return QgsVectorLayer(f"{package}|layername={name}", name)

    demand, zones, gaps, bands = (layer(name) for name in ("需求与出行时间", "分区覆盖统计", "未覆盖清单", "等时圈"))
    sheet = coverage_sheet(
        project,
        roles,
        CoverageResults(demand, zones, gaps, bands, results["HEADLINE"], MINUTES, BREAKS, SERVICE),
        SheetFacts(
            plan_title="云岭县国土空间总体规划（2021—2035年）",
            organisation="云岭县人民政府",
            drawing_office="云岭县自然资源局",
            date_text="二〇二六年十一月",
            notes=("医疗设施计中心城区和重点镇两级（乡镇卫生院及以上）。",),
        ),
    )
    pdf = export_sheet(sheet, OUT / "coverage_sheet.pdf", "pdf")
    png = export_sheet(sheet, OUT / "coverage_sheet.png", "png")

    worst = min(zones.getFeatures(), key=lambda zone: zone["covered_share"])
    first = next(gaps.getFeatures(), None)
    print(results["HEADLINE"])
    missed, lost = gaps.featureCount(), results["UNREACHED"]
    print(f"人口 {results['POPULATION']:,.0f} 人；未覆盖村庄 {missed} 个，其中到不了的 {lost} 个")
    print(worst["diagnosis"])
    if first is not None:
        print(f"缺口最大：{first['name']}（{first['zone']}），{first['people']:,.0f} 人，{first['cause']}")
    names = "、".join(path.relative_to(ROOT).as_posix() for path in (package, pdf, png))
    print(f"写出 {names}，用时 {time.perf_counter() - begin:.1f} 秒，数据提示 {len(feedback.warnings)} 条")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main()
    QgsProject.instance().clear()
    sys.stdout.flush()
    os._exit(0)
