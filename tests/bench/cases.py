"""The benchmark's cases: each runs once in a process of its own and reports seconds a stage and peak memory.

Called by ``run.py`` as ``python cases.py CASE``; prints one line of JSON.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("RONGHE_SHARED_DATA", ROOT.parent / "shared" / "data"))
sys.path[:0] = [str(ROOT / "tests"), "/usr/share/qgis/python/plugins"]

import conftest  # noqa: E402, F401 - makes the package ``ronghe``
import numpy as np  # noqa: E402
import shapely  # noqa: E402
from osgeo import gdal, osr  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsVectorLayer,
)

CELLS, CELL = 1200, 30.0
WEST, NORTH = 500_000.0, 4_100_000.0
FACILITIES = 20
NY_BREAKS = (7.5, 15.0, 22.5, 30.0)


class Stopwatch(QgsProcessingFeedback):
    """Seconds between the steps that an algorithm names; what comes before the first is reading."""

    def __init__(self):
        super().__init__(False)
        self.marks = [("read", time.perf_counter())]

    def setProgressText(self, text):
        self.marks.append((text, time.perf_counter()))

    def stages(self) -> dict[str, float]:
        ends = [*[moment for _, moment in self.marks[1:]], time.perf_counter()]
        return {name: end - begin for (name, begin), end in zip(self.marks, ends)}


def terrain(folder: Path) -> Path:
    """A smooth mountain terrain of 1200 × 1200 cells of 30 m, the same every time."""
    from scipy.ndimage import gaussian_filter

    height = gaussian_filter(np.random.default_rng(1).normal(size=(CELLS, CELLS)), 25)
    height = (1200 + 180 * height / height.std()).astype(np.float32)
    path = folder / "dem.tif"
    tiff = gdal.GetDriverByName("GTiff").Create(str(path), CELLS, CELLS, 1, gdal.GDT_Float32)
    tiff.SetGeoTransform((WEST, CELL, 0, NORTH, 0, -CELL))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4546)
    tiff.SetProjection(system.ExportToWkt())
    tiff.GetRasterBand(1).WriteArray(height)
    return path


def points(crs: str, xy) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Point?crs={crs}", "facilities", "memory")
    features = []
    for x, y in xy:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(float(x), float(y))))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def starts_on_terrain() -> QgsVectorLayer:
    inside = np.random.default_rng(2).uniform(0.05, 0.95, (FACILITIES, 2)) * CELLS * CELL
    return points("EPSG:4546", np.column_stack([WEST + inside[:, 0], NORTH - inside[:, 1]]))


def ny_roads(folder: Path) -> QgsVectorLayer:
    """The roads in metres (UTM 18 N), with a speed: made once, so that nobody is charged for reprojecting."""
    import processing

    copy = folder / "ny.gpkg"
    shutil.copyfile(SHARED / "dimacs_ny" / "ny_roads_40k.gpkg", copy)
    metric = str(folder / "ny_utm.gpkg")
    moved = str(folder / "utm.gpkg")
    processing.run(
        "native:reprojectlayer",
        {"INPUT": f"{copy}|layername=roads", "TARGET_CRS": "EPSG:32618", "OUTPUT": moved},
    )
    speed = {"FIELD_NAME": "speed", "FIELD_TYPE": 0, "FORMULA": "20 + 20 * (@row_number % 3)"}
    processing.run("native:fieldcalculator", {"INPUT": moved, **speed, "OUTPUT": metric})
    return QgsVectorLayer(metric, "roads")


def ny_starts(roads: QgsVectorLayer) -> QgsVectorLayer:
    """Ends of road segments: the native algorithm snaps to nodes, and both shall start at the same places."""
    ids = np.random.default_rng(3).choice(roads.featureCount(), FACILITIES, replace=False) + 1
    xy = []
    for number in ids:
        start = roads.getFeature(int(number)).geometry().asPolyline()[0]
        xy.append((start.x(), start.y()))
    return points("EPSG:32618", xy)


def run(algorithm: str, parameters: dict, prepared: float) -> dict:
    import processing

    watch = Stopwatch()
    begin = time.perf_counter()
    results = processing.run(algorithm, parameters, feedback=watch)
    seconds = time.perf_counter() - begin
    kept = {name: value for name, value in results.items() if isinstance(value, (int, float))}
    return {"seconds": seconds, "stages": watch.stages(), "results": kept, "memory_before_mb": prepared}


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def terrain_ronghe(folder: Path, minutes: float) -> dict:
    parameters = {
        "FACILITIES": starts_on_terrain(),
        "DEM": QgsRasterLayer(str(terrain(folder)), "dem"),
        "MAX_MINUTES": minutes,
        "WALK_MODEL": 1,
        "DIRECTION": 1,
        "OUTPUT": str(folder / "minutes.tif"),
    }
    return run("ronghe:traveltime", parameters, megabytes())


def terrain_grass(folder: Path, minutes: float) -> dict:
    import processing

    dem = QgsRasterLayer(str(terrain(folder)), "dem")
    friction = str(folder / "friction.tif")
    processing.run(
        "native:createconstantrasterlayer",
        {"EXTENT": dem.extent(), "TARGET_CRS": dem.crs(), "PIXEL_SIZE": CELL, "NUMBER": 0, "OUTPUT": friction},
    )
    parameters = {
        "elevation": dem,
        "friction": friction,
        "start_points": starts_on_terrain(),
        "max_cost": 0 if minutes > 1000 else int(minutes * 60),
        "walk_coeff": "0.72,6.0,1.9998,-1.9998",
        "lambda": 1.0,
        "slope_factor": -0.2125,
        "-k": False,
        "output": str(folder / "cost.tif"),
        "outdir": str(folder / "direction.tif"),
    }
    provider = "grass7" if QgsApplication.processingRegistry().providerById("grass7") else "grass"
    return run(f"{provider}:r.walk.points", parameters, megabytes())


def reach_ronghe(folder: Path) -> dict:
    roads = ny_roads(folder)
    parameters = {
        "FACILITIES": ny_starts(roads),
        "ROADS": roads,
        "SPEED_FIELD": "speed",
        "BREAKS": ",".join(map(str, NY_BREAKS)),
        "MAX_MINUTES": max(NY_BREAKS),
        "OUTPUT": "TEMPORARY_OUTPUT",
        "BANDS": "TEMPORARY_OUTPUT",
    }
    return run("ronghe:roadreach", parameters, megabytes())


def reach_native(folder: Path) -> dict:
    import processing

    roads = ny_roads(folder)
    starts = ny_starts(roads)
    before, begin = megabytes(), time.perf_counter()
    for minutes in NY_BREAKS:
        parameters = {
            "INPUT": roads,
            "STRATEGY": 1,
            "SPEED_FIELD": "speed",
            "DEFAULT_SPEED": 50,
            "START_POINTS": starts,
            "TRAVEL_COST2": minutes / 60,
            "TOLERANCE": 0,
            "OUTPUT_LINES": "TEMPORARY_OUTPUT",
        }
        lines = processing.run("native:serviceareafromlayer", parameters)["OUTPUT_LINES"]
    seconds, peak = time.perf_counter() - begin, megabytes()
    parts = shapely.from_wkb([feature.geometry().asWkb().data() for feature in lines.getFeatures()])
    # The truth about the last run: every stretch once, whatever it was drawn for; to 5 cm, because the native
    # algorithm's cut ends do not lie exactly on the lines they were cut from.
    once = shapely.union_all(parts, grid_size=0.05)
    results = {"length": shapely.length(parts).sum(), "length_once": once.length}
    return {"seconds": seconds, "stages": {}, "results": results, "memory_before_mb": before, "memory_mb": peak}


def nearest_school(folder: Path) -> dict:
    copy = folder / "andorra.gpkg"
    shutil.copyfile(SHARED / "andorra" / "andorra_layers.gpkg", copy)
    parameters = {
        "FACILITIES": QgsVectorLayer(f"{copy}|layername=facilities_all_points|subset=amenity='school'", "schools"),
        "DEMAND": QgsVectorLayer(f"{copy}|layername=buildings", "buildings"),
        "ROADS": QgsVectorLayer(f"{copy}|layername=roads", "roads"),
        "ROAD_CLASS_FIELD": "highway",
        "ONEWAY_FIELD": "oneway",
        "DEMAND_OUT": "TEMPORARY_OUTPUT",
    }
    return run("ronghe:servicecoverage", parameters, megabytes())


CASES = {
    "terrain_60_ronghe": lambda folder: terrain_ronghe(folder, 60.0),
    "terrain_60_grass": lambda folder: terrain_grass(folder, 60.0),
    "terrain_all_ronghe": lambda folder: terrain_ronghe(folder, 100_000.0),
    "terrain_all_grass": lambda folder: terrain_grass(folder, 100_000.0),
    "reach_ronghe": reach_ronghe,
    "reach_native": reach_native,
    "nearest_school": nearest_school,
}


def main(case: str, cases: dict) -> dict:
    from processing.core.Processing import Processing

    from ronghe.plugin.algorithms.provider import RongheProvider

    Processing.initialize()
    provider = RongheProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    with tempfile.TemporaryDirectory() as folder:
        report = cases[case](Path(folder))
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"memory_mb": megabytes(), "children_mb": children, **report}


def start(cases: dict) -> None:
    """Run the case that the command line names."""
    application = QgsApplication([], False)
    application.initQgis()
    print("REPORT " + json.dumps(main(sys.argv[1], cases)), flush=True)
    os._exit(0)  # QGIS's own clean-up is no part of the measurement


if __name__ == "__main__":
    start(CASES)
