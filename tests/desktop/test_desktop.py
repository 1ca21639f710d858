"""Drives the real QGIS window. Every file of scenarios/ is run once; see runner.py for what a scenario is."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUTPUT = ROOT / "out" / "desktop"
SCENARIOS = sorted(path.stem for path in (HERE / "scenarios").glob("*.py"))
LIMIT_SECONDS = 180
# A window that draws nothing has a handful of colours; one with menus, icons and text has hundreds.
LEAST_COLOURS = 20

_done: dict[str, dict] = {}


def run_scenario(scenario: Path, output: Path, limit: int = LIMIT_SECONDS, plugin: Path = ROOT) -> dict:
    """Run a scenario in its own QGIS; its result.json with the exit code of QGIS."""
    run = subprocess.run(
        [str(ROOT / "scripts" / "desktop.sh"), str(scenario), str(output), str(plugin)],
        env={**os.environ, "RONGHE_DESKTOP_LIMIT": str(limit)},
        timeout=limit + 60,
        check=False,
    )
    written = output / "result.json"
    if not written.exists():
        log = (output / "qgis.log").read_text(encoding="utf-8", errors="replace")
        pytest.fail(f"QGIS ended with {run.returncode} and wrote no result:\n{log[-3000:]}")
    return {"exit": run.returncode, **json.loads(written.read_text(encoding="utf-8"))}


def result_of(name: str) -> dict:
    """The result of one of the scenarios, run on first demand."""
    if name not in _done:
        _done[name] = run_scenario(HERE / "scenarios" / f"{name}.py", OUTPUT / name)
    return _done[name]


@pytest.mark.parametrize("name", SCENARIOS)
def test_scenario_ends_well(name):
    result = result_of(name)
    assert not result["errors"], "\n".join(result["errors"] + result["messages"])
    assert result["exit"] == 0
    blank = [shot for shot, picture in result["screenshots"].items() if picture["colours"] < LEAST_COLOURS]
    assert not blank


def test_plugin_is_loaded_with_its_algorithms():
    result = result_of("plugin_loads")
    assert result["values"]["plugin"], result["messages"]
    assert {"traveltime", "roadreach", "odmatrix", "servicecoverage"} <= set(result["values"]["algorithms"])
    assert result["values"]["locale"] == "zh-Hans"


def test_geometry_libraries_work_inside_the_window():
    libraries = result_of("plugin_loads")["values"]["libraries"]
    assert int(libraries["shapely"].split(".")[0]) >= 2
    # Half a disc of 0.1 degrees at 37° N: half of pi·a·b with a = 8.90 km, b = 11.10 km.
    assert libraries["half_disc_km2"] == pytest.approx(155.2, rel=0.01)


def test_training_county_opens():
    values = result_of("training_county")["values"]
    assert not values["invalid"]
    assert len(values["layers"]) >= 5
    assert values["county_on_map"]
    assert values["map_heights_of_county"] < 1.5


def test_packaged_plugin_loads_in_the_window(tmp_path):
    subprocess.run(["make", "--silent", "package"], cwd=ROOT, check=True)
    newest = max((ROOT / "dist").glob("ronghe-*.zip"), key=lambda path: path.stat().st_mtime)
    subprocess.run(["unzip", "-q", str(newest), "-d", str(tmp_path)], check=True)
    result = run_scenario(HERE / "scenarios" / "plugin_loads.py", OUTPUT / "package", plugin=tmp_path / "ronghe")
    assert not result["errors"]
    assert result["values"]["plugin"], result["messages"]
    assert result["values"]["algorithms"]


def test_harness_reports_an_error_of_the_scenario(tmp_path):
    scenario = tmp_path / "fails.py"
    scenario.write_text("def run(iface, report):\n    assert 1 == 2, 'one is not two'\n", encoding="utf-8")
    result = run_scenario(scenario, tmp_path / "out")
    assert "one is not two" in result["errors"][0]
    assert result["exit"] == 0


def test_harness_reports_a_dialog_that_nobody_closes(tmp_path):
    scenario = tmp_path / "hangs.py"
    scenario.write_text(
        "from qgis.PyQt.QtWidgets import QMessageBox\n\n\n"
        "def run(iface, report):\n    QMessageBox.information(None, 'Ronghe', 'who answers?')\n",
        encoding="utf-8",
    )
    result = run_scenario(scenario, tmp_path / "out", limit=30)
    assert "who answers?" in result["errors"][0]
    assert result["exit"] == 3


def test_harness_reports_an_error_in_a_slot(tmp_path):
    scenario = tmp_path / "slot.py"
    scenario.write_text(
        "from qgis.PyQt.QtCore import QTimer\n\n\n"
        "def run(iface, report):\n    QTimer.singleShot(0, lambda: 1 / 0)\n    report.settle()\n",
        encoding="utf-8",
    )
    result = run_scenario(scenario, tmp_path / "out")
    assert "ZeroDivisionError" in result["errors"][0]
