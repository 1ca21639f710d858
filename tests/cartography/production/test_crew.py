"""Several processes at one order: the same files, whatever happens to one of them."""

from __future__ import annotations

import os
import signal
import sys

import pytest
from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtGui import QImage


@pytest.fixture
def in_memory(county, open_project):
    """The county with its towns as a layer in memory that has that role, as a planner's sketch would."""
    from dataclasses import replace

    from ronghe.plugin.county.roles import RoleAssignment

    towns = county.layer("towns")
    sketch = QgsVectorLayer("Polygon?crs=EPSG:4546&field=name:string&field=fid:int", "乡镇草图", "memory")
    field = county.roles.field("towns", "name")
    features = []
    for feature in towns.getFeatures():
        made = QgsFeature(sketch.fields())
        made.setGeometry(feature.geometry())
        made.setAttributes([feature[field], 1])
        features.append(made)
    sketch.dataProvider().addFeatures(features)
    sketch.updateExtents()
    open_project.addMapLayer(sketch, False)
    open_project.setDirty(False)
    yield replace(county, roles=county.roles.with_assignment("towns", RoleAssignment(sketch.id(), {"name": "name"})))
    open_project.removeMapLayer(sketch.id())


def finished(order, county, watch=lambda step: None):
    from ronghe.plugin.cartography.production.produce import produce

    for step in produce(order, county):
        watch(step)
    return step.result


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def children() -> list[str]:
    """Commands of this process's children that draw pages."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat") as stat, open(f"/proc/{pid}/cmdline") as command:
                parent, words = stat.read().rpartition(")")[2].split()[1], command.read()
        except OSError:
            continue
        if parent == str(os.getpid()) and "worker.py" in words:
            found.append(pid)
    return found


def test_two_processes_make_what_one_makes(order, in_memory, open_project, tmp_path):
    alone = order(fmt="png")
    (tmp_path / "two").mkdir()
    together = order(fmt="png", workers=2, folder=tmp_path / "two")
    assert finished(alone, in_memory).pages == 7
    result = finished(together, in_memory)
    assert result.pages == 7 and not result.failed
    assert names(together.folder) == names(alone.folder)
    assert not open_project.isDirty(), "not even the mark of unsaved changes is touched"
    for name in names(alone.folder):
        if name.endswith(".png"):
            one, two = (QImage(str(folder / name)) for folder in (alone.folder, together.folder))
            assert one.size() == two.size()
    assert not children()


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="the processes are found in /proc")
def test_the_pages_of_a_process_that_dies_are_drawn_by_another(order, in_memory):
    killed = []

    def kill_one(step):
        if step.done >= 1 and not killed:
            killed.append(children()[0])
            os.kill(int(killed[0]), signal.SIGKILL)

    asked = order(fmt="pdf", workers=2)
    result = finished(asked, in_memory, kill_one)
    assert killed and result.pages == 7 and not result.failed
    assert len(names(asked.folder)) == 2


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="the processes are found in /proc")
def test_cancelling_ends_the_processes_and_keeps_what_is_finished(order, county):
    from ronghe.plugin.cartography.production.produce import produce

    asked = order(fmt="png", workers=2)
    steps = produce(asked, county)
    done = next(step.done for step in steps if step.done >= 2)
    steps.close()
    assert not children()
    kept = names(asked.folder)
    assert len(kept) == done + 1 and kept[-1] == "图件目录.csv"


def test_a_process_that_hangs_is_given_up(order, county, monkeypatch):
    from ronghe.plugin.cartography.production import crew

    monkeypatch.setattr(crew, "SECONDS_TO_START", 0.2)
    result = finished(order(fmt="png", workers=2), county)
    assert result.pages == 7 and not result.failed
    assert not children()


def test_without_an_interpreter_the_pages_are_drawn_here(order, county, monkeypatch):
    from ronghe.plugin.cartography.production import crew

    monkeypatch.setattr(crew, "python_program", lambda: None)
    assert finished(order(fmt="png", workers=2), county).pages == 7


@pytest.mark.parametrize(
    ("platform", "running", "home", "there"),
    [
        ("win32", "bin/qgis-bin.exe", "apps/Python39", "apps/Python39/python3.exe"),
        ("win32", "bin/qgis-ltr-bin.exe", "apps/Python39", "apps/Python39/python.exe"),
        ("darwin", "Contents/MacOS/QGIS", "Contents/Frameworks", "Contents/MacOS/bin/python3"),
        ("linux", "bin/qgis.bin", "usr", "usr/bin/python3"),
        ("linux", "bin/python3.11", "usr", "bin/python3.11"),
    ],
)
def test_the_interpreter_beside_qgis_is_found(platform, running, home, there, tmp_path, monkeypatch):
    from ronghe.plugin.cartography.production.interpreter import python_program

    program = tmp_path / there
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(sys, "executable", str(tmp_path / running))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path / home))
    assert python_program() == program


def test_the_window_does_not_take_another_python_that_comes_first_in_the_path(tmp_path, monkeypatch):
    from ronghe.plugin.cartography.production import interpreter

    for place in ("shims/python3", "usr/bin/python3"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).touch()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "shims/python3"))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path / "usr"))
    monkeypatch.setattr(interpreter, "process_name", lambda: "qgis.bin")
    assert interpreter.python_program() == tmp_path / "usr/bin/python3"
    monkeypatch.setattr(interpreter, "process_name", lambda: "python3.11")
    assert interpreter.python_program() == tmp_path / "shims/python3"


def test_the_copy_has_the_roles_and_what_lies_beside_the_project(in_memory, open_project, training_data, tmp_path):
    from qgis.core import QgsProject

    from ronghe.plugin.cartography.production.project_copy import copy_project
    from ronghe.plugin.county.roles import load_roles

    (training_data / "styles.csv").write_text("code\n", encoding="utf-8")
    try:
        path = copy_project(in_memory, tmp_path)
    finally:
        (training_data / "styles.csv").unlink()
    copy = QgsProject()
    assert copy.read(str(path))
    roles = load_roles(copy)
    towns = roles.layer("towns", copy)
    assert towns.isValid() and towns.providerType() == "ogr" and towns.featureCount() == 7
    assert roles.field("towns", "name") == "name"
    assert roles.layer("dem", copy).isValid()
    assert (tmp_path / "styles.csv").is_file()
    assert not open_project.isDirty()
    copy.clear()
