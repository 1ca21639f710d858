"""Ready for Qt 6: every enumeration value is written with its class, and ``exec_`` is gone."""

from __future__ import annotations

import ast
import enum
import importlib

import pytest

QT_MODULES = ("qgis.core", "qgis.gui", "qgis.analysis", "qgis.PyQt")


def qt_classes(tree: ast.Module) -> dict[str, type]:
    """Classes that a file imports from QGIS or Qt, under the names it gives them."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(QT_MODULES):
            for alias in node.names:
                thing = getattr(importlib.import_module(node.module), alias.name, None)
                if isinstance(thing, type):
                    found[alias.asname or alias.name] = thing
    return found


def is_unscoped(owner: type, name: str) -> bool:
    """True for Qt.AlignCenter, whose class is Qt.AlignmentFlag; false for Qt.AlignmentFlag.AlignCenter."""
    # Field types are the exception: QGIS puts QVariant.Int back under Qt 6, but not QVariant.Type.
    if owner.__name__ == "QVariant":
        return False
    value = getattr(owner, name, None)
    enumeration = type(value)
    if isinstance(value, enum.Enum):
        return enumeration is not owner
    # PyQt5's own enumerations are subclasses of int that lie in the class they belong to.
    return isinstance(value, int) and getattr(owner, enumeration.__name__, None) is enumeration


def faults(tree: ast.Module, file: str) -> list[str]:
    """One sentence for each thing that Qt 6 refuses."""
    classes = qt_classes(tree)
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        if node.attr == "exec_":
            found.append(f"{file}:{node.lineno} exec_() is exec() in Qt 6")
        if ast.unparse(node) == "QVariant.Type":
            found.append(f"{file}:{node.lineno} QVariant.Type is gone in Qt 6; QVariant.Int and its like are not")
        owner = classes.get(node.value.id) if isinstance(node.value, ast.Name) else None
        if owner is not None and is_unscoped(owner, node.attr):
            scope = type(getattr(owner, node.attr)).__name__
            found.append(f"{file}:{node.lineno} {ast.unparse(node)} is to be written with its enumeration, {scope}")
    return found


def test_code_is_ready_for_qt6(syntax_trees):
    found = [sentence for file, tree in syntax_trees.items() for sentence in faults(tree, file)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "lines",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.AlignCenter",
        "from qgis.PyQt.QtCore import Qt\nQt.DisplayRole",
        "from qgis.PyQt.QtWidgets import QSizePolicy\nQSizePolicy.Expanding",
        "from qgis.PyQt.QtWidgets import QLabel\nQLabel.StyledPanel",
        "from qgis.core import QgsWkbTypes\nQgsWkbTypes.Polygon",
        "from qgis.core import QgsProcessing as P\nP.TypeVectorPoint",
        "from qgis.PyQt.QtCore import QVariant\nQVariant.Type.Int",
        "dialog.exec_()",
        "from qgis.core import QgsProcessingParameterNumber\nQgsProcessingParameterNumber.Double",
    ],
)
def test_an_unscoped_value_is_noticed(lines):
    assert len(faults(ast.parse(lines), "x.py")) == 1


@pytest.mark.parametrize(
    "lines",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.AlignmentFlag.AlignCenter",
        "from qgis.core import QgsWkbTypes\nQgsWkbTypes.Type.Polygon\nQgsWkbTypes.displayString(3)",
        "from qgis.PyQt.QtCore import QVariant\nQVariant.Int",
        "from qgis.core import QgsMapLayerType\nQgsMapLayerType.VectorLayer",
        "from qgis.core import Qgis\nQgis.MessageLevel.Warning\nQgis.QGIS_VERSION_INT",
    ],
)
def test_a_scoped_value_is_right(lines):
    assert not faults(ast.parse(lines), "x.py")
