"""Without a window: qgis_process finds the plugin in a profile and runs it, as a batch file would."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

ROOT = Path(__file__).resolve().parents[2]
#: The program itself where there is one: Debian's qgis_process is a script that starts it.
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    """A private QGIS profile with the plugin linked and switched on."""
    if PROGRAM is None:
        pytest.skip("qgis_process is not installed")
    settings = tmp_path_factory.mktemp("qgis")
    folder = settings / "profiles" / "default"
    for script in ("profile.sh", "link.sh"):
        subprocess.run(["bash", str(ROOT / "scripts" / script), str(folder)], check=True, capture_output=True)
    return settings


@pytest.fixture
def qgis_process(profile):
    def start(*words: str):
        environment = {
            **os.environ,
            "QGIS_CUSTOM_CONFIG_PATH": str(profile),
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
        }
        return subprocess.run(
            [PROGRAM, *words], env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    return start


def saved(layer, path):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", path.stem
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    return str(path)


def test_service_coverage_from_the_command_line(qgis_process, tmp_path, road, points_of):
    out = tmp_path / "结果" / "需求.gpkg"
    villages = points_of([(5000, 0, "甲", 100), (20000, 0, "乙", 300)], 村名="string", 人口="integer")
    done = qgis_process(
        "run",
        "ronghe:servicecoverage",
        "--json",
        "--",
        f"FACILITIES={saved(points_of([(0, 0)]), tmp_path / '设施.gpkg')}",
        f"DEMAND={saved(villages, tmp_path / '行政村.gpkg')}",
        "POPULATION_FIELD=人口",
        f"ROADS={saved(road, tmp_path / '道路.gpkg')}",
        "SPEED_FIELD=车速",
        f"DEMAND_OUT={out}",
    )
    assert done.returncode == 0, done.stderr[-2000:]
    results = json.loads(done.stdout)["results"]
    assert results["COVERED_SHARE"] == 0.25 and results["POPULATION"] == 400 and results["UNREACHED"] == 0
    assert results["HEADLINE"] == "全县 30 分钟服务覆盖率 25.0 %"
    layer = QgsVectorLayer(str(out), "需求", "ogr")
    assert [feature["minutes"] for feature in layer.getFeatures()] == [10.0, 40.0]


def test_a_fault_is_told_on_the_command_line_and_leaves_nothing(qgis_process, tmp_path, road, points_of, leftovers):
    facilities, roads = saved(points_of([]), tmp_path / "设施.gpkg"), saved(road, tmp_path / "道路.gpkg")
    before = leftovers(tmp_path)
    done = qgis_process(
        "run",
        "ronghe:traveltime",
        "--",
        f"FACILITIES={facilities}",
        f"ROADS={roads}",
        f"OUTPUT={tmp_path / '分钟.tif'}",
    )
    assert done.returncode != 0
    assert "设施图层中没有要素" in done.stdout + done.stderr
    assert not {name for name in set(leftovers(tmp_path)) - set(before) if not name.endswith(("-wal", "-shm"))}


def test_zoning_from_the_command_line(qgis_process, tmp_path, layer_of):
    square = "POLYGON((0 -500,1000 -500,1000 500,0 500,0 -500))"
    resources = layer_of("Polygon", {"名称": "string", "开采方式": "string"}, [(square, "甲区", "露天")])
    roads = layer_of("LineString", {"等级": "string"}, [("LINESTRING(-3000 0,3000 0)", "国道")])
    zones, rules = tmp_path / "规划 成果" / "开采分区.gpkg", tmp_path / "规划 成果" / "未采用的规则.gpkg"
    done = qgis_process(
        "run",
        "ronghe:mineralzoning",
        "--json",
        "--",
        f"RESOURCES={saved(resources, tmp_path / '资源区.gpkg')}",
        "NAME_FIELD=名称",
        "METHOD_FIELD=开采方式",
        f"ROADS={saved(roads, tmp_path / '道路.gpkg')}",
        "ROADS_CLASS_FIELD=等级",
        "AS_OF=2026-10-01",
        f"ZONES={zones}",
        f"NOT_APPLIED={rules}",
    )
    assert done.returncode == 0, done.stderr[-2000:]
    results = json.loads(done.stdout)["results"]
    assert results["PROHIBITED_SHARE"] == pytest.approx(0.22, rel=1e-9)
    assert results["HEADLINE"].startswith("禁止开采区占资源区 22.0 %")
    rows = list(QgsVectorLayer(str(zones), "开采分区", "ogr").getFeatures())
    assert sorted(row["class"] for row in rows) == ["permitted", "permitted", "prohibited"]
    assert "R19" in {row["rule"] for row in QgsVectorLayer(str(rules), "未采用的规则", "ogr").getFeatures()}


def test_sheets_from_the_command_line(qgis_process, tmp_path, layer_of, road):
    """An export needs a project, which has the roles of layers."""
    square = "POLYGON((0 -9000, 20000 -9000, 20000 9000, 0 9000, 0 -9000))"
    county = layer_of("Polygon", {"名称": "string"}, [(square, "云岭县")])
    project = QgsProject()
    project.setCrs(county.crs())
    for layer, name in ((county, "县界"), (road, "道路")):
        project.addMapLayer(QgsVectorLayer(saved(layer, tmp_path / f"{name}.gpkg"), name))
    assert project.write(str(tmp_path / "县.qgz"))
    words = ("ronghe:exportsheets", "--json", f"--project_path={tmp_path / '县.qgz'}", "--")
    values = ("SHEETS=transport", "FORMAT=1", "DPI=72", f"FOLDER={tmp_path / '图'}")
    done = qgis_process("run", *words, *values)
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["PAGES"] == 1 and [Path(file).name for file in results["FILES"]] == ["12 县域综合交通规划图.png"]
    assert Path(results["FILES"][0]).is_file() and Path(results["INDEX"]).is_file()
