"""The benchmark's cases of 矿山整治, called like ``cases.py``: ``python mining_cases.py CASE``."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import cases
import numpy as np
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsVectorLayer

CRS = "EPSG:4546"
ROADS, MINES, MINE_RADIUS = 9, 200, 170.0  # 305 km of road; 9 hm², a hundred cells a mine
SPACING, DISTANCE, EYE, REFRACTION = 200.0, 3000.0, 1.7, 0.13
FEW = 60  #: observers that both sides are asked about; all 1,537 would keep GRASS busy for minutes
VIEWSHED = (
    "g.region raster=dem; g.region n={n} s={s} w={w} e={e} align=dem; "
    "r.viewshed --q -c -r -b input=dem output=v{i} coordinates={x},{y} observer_elevation=1.7 target_elevation=0 "
    "max_distance=3000 refraction_coeff=0.13"
)


def layer(kind: str, shapes) -> QgsVectorLayer:
    made = QgsVectorLayer(f"{kind}?crs={CRS}", kind, "memory")
    features = []
    for shape in shapes:
        feature, geometry = QgsFeature(), QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(shape))
        feature.setGeometry(geometry)
        features.append(feature)
    made.dataProvider().addFeatures(features)
    made.updateExtents()
    return made


def roads() -> list:
    """Winding roads from west to east, four kilometres apart."""
    x = np.linspace(1500, 34500, 400)
    bends = [3000 + 3300 * number + 800 * np.sin(x / 2500 + number) for number in range(ROADS)]
    return [shapely.LineString(np.column_stack([cases.WEST + x, cases.NORTH - y])) for y in bends]


def mines() -> list:
    at = np.random.default_rng(7).uniform(1000, cases.CELLS * cases.CELL - 1000, (MINES, 2))
    return list(shapely.buffer(shapely.points(cases.WEST + at[:, 0], cases.NORTH - at[:, 1]), MINE_RADIUS))


def few_observers() -> np.ndarray:
    """(60, 2) places along the roads: one in 25 of all."""
    from ronghe.plugin.analysis.mining.observers import observer_points

    xy = observer_points(roads(), SPACING)
    return xy[:: len(xy) // FEW][:FEW]


def visible(folder: Path, observers: QgsVectorLayer, spacing: float, raster: bool) -> dict:
    parameters = {
        "DEM": QgsRasterLayer(str(cases.terrain(folder)), "dem"),
        "OBSERVERS": observers,
        "SPACING": spacing,
        "TARGETS": layer("Polygon", mines()),
        "MAX_DISTANCE": DISTANCE,
        "EYE_HEIGHT": EYE,
        "REFRACTION": REFRACTION,
        "TARGETS_OUT": "TEMPORARY_OUTPUT",
        **({"OUTPUT": str(folder / "seen.tif")} if raster else {}),
    }
    return cases.run("ronghe:visiblerange", parameters, cases.megabytes())


def visible_grass(folder: Path) -> dict:
    """One r.viewshed an observer, then their sum and its mean in each mine, as a planner would; all in one GRASS
    session and each in a region cut around its observer, which is the quickest way that GRASS offers.
    """
    import processing

    dem, mine_file, some = cases.terrain(folder), folder / "mines.gpkg", few_observers()
    processing.run("native:savefeatures", {"INPUT": layer("Polygon", mines()), "OUTPUT": str(mine_file)})
    lines = [f"set -e; r.in.gdal --q -o input={dem} output=dem; date +%s.%N"]
    for i, (x, y) in enumerate(some):
        box = {"n": y + DISTANCE, "s": y - DISTANCE, "w": x - DISTANCE, "e": x + DISTANCE}
        lines.append(VIEWSHED.format(i=i, x=x, y=y, **box))
    maps = ",".join(f"v{i}" for i in range(len(some)))
    lines += [
        f"date +%s.%N; g.region raster=dem; r.series --q input={maps} output=seen method=sum",
        f"v.in.ogr --q -o input={mine_file} output=mines; v.to.rast --q input=mines output=mines use=cat",
        "r.univar --q -t map=seen zones=mines > /dev/null",
        f"r.out.gdal --q -f -c input=seen output={folder / 'seen.tif'} type=Int16 nodata=-1",
    ]
    script = folder / "viewshed.sh"
    script.write_text("\n".join(lines) + "\n", encoding="utf-8")
    begin = time.perf_counter()
    command = ["grass", "--tmp-location", "XY", "--exec", "bash", str(script)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=1800).stdout
    seconds = time.perf_counter() - begin
    first, last = (float(line) for line in said.split() if line.replace(".", "").isdigit() and len(line) > 15)
    results = {"observers": len(some), "seconds_an_observer": (last - first) / len(some)}
    # Not what GRASS takes but what it takes at most: a child process is charged with its parent's memory at its start.
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"seconds": seconds, "stages": {}, "results": results, "memory_mb": memory}


def along_roads() -> QgsVectorLayer:
    return layer("LineString", roads())


def at_a_few() -> QgsVectorLayer:
    return layer("Point", shapely.points(few_observers()))


CASES = {
    "visible_ronghe": lambda folder: visible(folder, along_roads(), SPACING, raster=True),
    "visible_few": lambda folder: visible(folder, at_a_few(), SPACING, raster=True),
    "visible_grass": visible_grass,
    "visible_mines": lambda folder: visible(folder, along_roads(), cases.CELL, raster=False),
}


if __name__ == "__main__":
    cases.start(CASES)
