"""Which room may open which door (imports), read from the syntax so that no import hides in a function."""

from __future__ import annotations

import ast

import pytest

ROOMS = ("plugin.analysis", "plugin.bridge", "plugin.county", "plugin.algorithms", "plugin.cartography", "ui")

# room -> what no file of it imports
CLOSED = {
    "plugin.bridge": ("ronghe.plugin.algorithms", "ronghe.plugin.cartography", "ronghe.ui"),
    "plugin.county": ("ronghe.plugin.algorithms", "ronghe.plugin.cartography", "ronghe.ui"),
    "plugin.cartography": ("ronghe.plugin.algorithms", "ronghe.ui"),
    "plugin.algorithms": ("ronghe.ui",),
}
WIDGETS = ("qgis.PyQt.QtWidgets", "qgis.gui")
QT_DIRECTLY = ("PyQt5", "PyQt6", "PySide2", "PySide6")
QGIS_AND_QT = ("qgis", "osgeo", "processing", "sip", *QT_DIRECTLY)


def imported(tree: ast.Module, file: str) -> set[str]:
    """Full dotted names of all that a file imports; relative names are resolved inside ``ronghe``."""
    package = ["ronghe", *file.removesuffix(".py").split("/")][:-1]
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            names |= {f"{origin}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            names |= {part.value for part in node.args[:1] if isinstance(part, ast.Constant)}
    return names


def through(names: set[str], doors: tuple[str, ...]) -> list[str]:
    """Those of the imported names that lie behind one of the doors."""
    return sorted(name for name in names if any(f"{name}.".startswith(f"{door}.") for door in doors))


def room_of(file: str) -> str:
    """The room of a file, or an empty string."""
    dotted = file.replace("/", ".")
    return next((room for room in ROOMS if dotted.startswith(f"{room}.")), "")


def faults(tree: ast.Module, file: str) -> list[str]:
    """One sentence for each import that goes through a closed door."""
    names = imported(tree, file)
    room = room_of(file)
    found = through(names, QT_DIRECTLY)
    if room == "plugin.analysis":
        found += through(names, QGIS_AND_QT)
        # The science imports nothing of the rest, not even the plugin's own top.
        found += sorted(set(through(names, ("ronghe",))) - set(through(names, ("ronghe.plugin.analysis",))))
    if file.startswith("plugin/"):
        found += through(names, WIDGETS)
    found += through(names, CLOSED.get(room, ()))
    return [f"{file} imports {name}" for name in dict.fromkeys(found)]


def test_no_room_opens_a_closed_door(syntax_trees):
    found = [sentence for file, tree in syntax_trees.items() for sentence in faults(tree, file)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("plugin/analysis/travel/graph.py", "import qgis.core"),
        ("plugin/analysis/travel/graph.py", "def f():\n    from qgis.core import QgsPointXY"),
        ("plugin/analysis/travel/graph.py", "from ...bridge import crs"),
        ("plugin/analysis/travel/graph.py", "from ...language import tr"),
        ("plugin/analysis/travel/graph.py", "import_module('qgis.core')"),
        ("plugin/bridge/read.py", "from ..algorithms.base import Base"),
        ("plugin/bridge/read.py", "from ...ui import panels"),
        ("plugin/cartography/sheet.py", "from ..algorithms import provider"),
        ("plugin/algorithms/base.py", "from qgis.gui import QgsMapCanvas"),
        ("plugin/county/roles.py", "from qgis.PyQt import QtWidgets"),
        ("plugin/ronghe.py", "from qgis.PyQt.QtWidgets import QAction"),
        ("ui/coverage/panel.py", "from PyQt5.QtWidgets import QLabel"),
    ],
)
def test_a_closed_door_is_noticed(file, line):
    assert len(faults(ast.parse(line), file)) == 1


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("plugin/analysis/access/coverage.py", "from ..travel.graph import Graph\nimport numpy as np"),
        ("plugin/analysis/access/coverage.py", "from . import gaps"),
        ("plugin/bridge/read.py", "from ..analysis.travel import graph\nimport qgis.core"),
        ("plugin/algorithms/base.py", "from ..bridge import read\nfrom qgis.PyQt.QtGui import QIcon"),
        ("ui/coverage/panel.py", "from qgis.gui import QgsDockWidget\nfrom ...plugin.county import roles"),
    ],
)
def test_an_open_door_stays_open(file, line):
    assert not faults(ast.parse(line), file)
