"""A planner's own QML beside the project decides how a sheet draws that layer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from qgis.core import QgsLineSymbol, QgsProject, QgsSingleSymbolRenderer
from qgis.PyQt.QtGui import QColor

PINK = "#ff00aa"


@dataclass(frozen=True)
class Saved:
    """A county whose project is saved in a folder."""

    project: QgsProject
    layers: object
    spec: object
    folder: Path

    def drawn(self) -> dict:
        """The clones of a sheet by what they are."""
        from ronghe.plugin.cartography.sheet import loose_sheet

        sheet = loose_sheet(self.project, self.spec, self.layers.sheet())
        return {one.entry.kind.split()[0]: one for one in sheet.drawn}


@pytest.fixture()
def county(made_up, tmp_path):
    project, layers = made_up.county()
    assert project.write(str(tmp_path / "county.qgz"))
    yield Saved(project, layers, made_up.chinese_spec(), tmp_path)
    project.clear()


def save_look(layer, path, colour: str = PINK) -> None:
    """What a planner does in QGIS: style the layer, save the style as a QML file."""
    styled = layer.clone()
    styled.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple({"color": colour})))
    _, done = styled.saveNamedStyle(str(path))
    assert done


@pytest.mark.parametrize("name", ["rivers", "河流", "RIVERS"])
def test_a_file_named_like_the_role_wins_over_the_catalogue(county, name):
    save_look(county.layers.rivers.layer, county.folder / f"{name}.qml")
    found = county.drawn()["rivers"]
    assert found.layer.renderer().symbol().color() == QColor(PINK)
    assert found.problem == ""


def test_a_file_named_like_the_style_wins_too(county):
    save_look(county.layers.railways.layer, county.folder / "railway.qml")
    assert county.drawn()["railways"].layer.renderer().symbol().color() == QColor(PINK)


def test_the_planners_layer_and_the_other_layers_keep_their_look(county):
    before = county.layers.rivers.layer.renderer().symbol().color()
    save_look(county.layers.rivers.layer, county.folder / "rivers.qml")
    found = county.drawn()
    assert county.layers.rivers.layer.renderer().symbol().color() == before
    assert found["roads"].layer.renderer().type() == "categorizedSymbol"


def test_a_changed_file_is_read_again(county):
    from ronghe.plugin.cartography.sheet import build_sheet

    save_look(county.layers.rivers.layer, county.folder / "rivers.qml")
    build_sheet(county.project, county.spec, county.layers.sheet())
    save_look(county.layers.rivers.layer, county.folder / "rivers.qml", "#123456")
    assert county.drawn()["rivers"].layer.renderer().symbol().color() == QColor("#123456")


def test_a_broken_file_is_said_and_the_catalogue_is_used(county):
    (county.folder / "rivers.qml").write_text("<qgis><renderer-v2", encoding="utf-8")
    found = county.drawn()["rivers"]
    assert "rivers.qml" in found.problem and "按样式目录绘制" in found.problem
    assert found.layer.renderer().type() == "categorizedSymbol"


def test_a_file_for_another_geometry_is_said(county):
    _, done = county.layers.towns.layer.saveNamedStyle(str(county.folder / "rivers.qml"))
    assert done
    found = county.drawn()["rivers"]
    assert "rivers.qml" in found.problem
    assert found.layer.renderer().type() == "categorizedSymbol"


def test_a_file_without_symbols_is_said(county):
    (county.folder / "rivers.qml").write_text("<!DOCTYPE qgis><qgis version='3.22'/>", encoding="utf-8")
    assert "没有这类图层的符号" in county.drawn()["rivers"].problem


def test_a_planner_hears_of_it_before_an_export(county):
    from ronghe.plugin.cartography.preflight.layouts import style_findings
    from ronghe.plugin.cartography.sheet import loose_sheet

    (county.folder / "rivers.qml").write_text("<qgis>", encoding="utf-8")
    found = list(style_findings(loose_sheet(county.project, county.spec, county.layers.sheet())))
    assert [(one.check, one.severity) for one in found] == [("style", "warning")]
    assert "rivers.qml" in found[0].message and found[0].advice
