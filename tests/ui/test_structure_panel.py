"""The panel 空间格局: the slogan on the map, the town system, the three spaces, as a planner uses them."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QLabel

from ronghe.plugin.county.structure_elements import element_layers
from ronghe.ui.structure_panel.panel import StructurePanel
from ronghe.ui.widgets import algorithm_run

MINUTES = 120_000
SLOGAN = "双核引领、两园驱动、一屏六廊"


@pytest.fixture
def project(qgis_new_project, qgis_app):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    yield project
    project.clear()


@pytest.fixture
def county(project, training_data):
    """The layers of the training county by name."""
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    layers = [QgsVectorLayer(table.uri(), table.name(), "ogr") for table in tables]
    layers.append(QgsRasterLayer(str(training_data / "yunling_dem.tif"), "高程"))
    project.addMapLayers(layers)
    return {layer.name(): layer for layer in layers}


@pytest.fixture
def panel(provider, county, project, drawing_iface, qtbot, monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")
    monkeypatch.setattr(algorithm_run, "add_to_history", lambda *run: None)
    panel = StructurePanel(drawing_iface, project)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.release()


def run(page, qtbot, act=None):
    """What a planner does: press a button, wait."""
    assert page.runButton.isEnabled(), page.runButton.toolTip()
    with qtbot.waitSignal(page.run.ended, timeout=MINUTES):
        (act or page.runButton.click)()
    assert not page.errorLabel.text(), page.errorLabel.text()


def click(tab, row):
    tab.view.clicked.emit(tab.view.model().index(row, 1))


def test_a_slogan_is_read_while_it_is_typed(panel):
    step = panel.pattern
    assert "请写下总体格局的口号" in step.reasonLabel.text()
    step.sloganEdit.setText(SLOGAN)
    said = step.sloganLine.text()
    assert said.startswith("读作：") and "双核引领（2 个" in said and "六廊（6 个" in said
    assert step.runButton.isEnabled()


def test_a_false_friend_is_refused_with_its_reason(panel):
    panel.pattern.sloganEdit.setText("三区三线")
    assert not panel.pattern.runButton.isEnabled()
    assert "三区三线" in panel.pattern.reasonLabel.text()
    said = [label for label in panel.pattern.findChildren(QLabel) if "三区三线" in label.text()]
    assert said == [panel.pattern.reasonLabel]


def test_proposals_are_accepted_and_then_count_as_settled(panel, project, qtbot):
    step = panel.pattern
    step.sloganEdit.setText(SLOGAN)
    run(step, qtbot)
    clauses = step.answer.clauses.table.rows
    assert [row["text"] for row in clauses] == ["双核引领", "两园驱动", "一屏", "六廊"]
    assert [row["found"] for row in clauses] == [0, 0, 0, 0] and all(row["proposed"] for row in clauses)
    assert "0 个对象已定" in panel.answerLabel.text()
    run(step, qtbot, step.answer.settling.all_button.click)
    clauses = step.answer.clauses.table.rows
    assert [row["proposed"] for row in clauses] == [0, 0, 0, 0]
    proposals = {row["name"]: row["basis"] for row in step.answer.elements.table.rows}
    assert proposals["城关镇"] and "规划人员绘制" not in proposals.values()  # accepted proposals keep their reason
    assert [row["found"] for row in clauses] == [2, 2, 1, 6]
    assert set(element_layers(project)) >= {"point", "line"}
    assert not step.answer.settling.all_button.isEnabled()


def test_selected_features_are_assigned_to_a_clause(panel, county, drawing_iface, qtbot):
    step = panel.pattern
    step.sloganEdit.setText(SLOGAN)
    run(step, qtbot)
    click(step.answer.clauses, 0)
    step.answer.settling.assign_button.click()
    assert "选中要素" in step.errorLabel.text()  # nothing is selected yet
    roads = county["道路"]
    roads.selectByIds([next(roads.getFeatures()).id()])
    drawing_iface.active = roads
    step.answer.settling.assign_button.click()
    assert "不能用线要素表示，应为点或面要素" in step.errorLabel.text()
    seats = county["乡镇驻地"]
    seats.selectByExpression("\"名称\" IN ('城关镇', '桃坪镇')")
    drawing_iface.active = seats
    click(step.answer.clauses, 0)
    run(step, qtbot, step.answer.settling.assign_button.click)
    cores = step.answer.clauses.table.rows[0]
    assert (cores["found"], cores["proposed"]) == (2, 0)
    names = [row["name"] for row in step.answer.elements.table.rows if row["clause"] == 1]
    assert sorted(names) == ["城关镇", "桃坪镇"]


def test_drawing_goes_into_the_layer_of_the_clause(panel, drawing_iface, qtbot):
    step = panel.pattern
    step.sloganEdit.setText("一轴两核")
    run(step, qtbot)
    click(step.answer.clauses, 0)
    step.answer.settling.draw_button.click()
    assert drawing_iface.active.isEditable() and drawing_iface.triggered == 1
    layer = drawing_iface.active
    assert layer.defaultValueDefinition(layer.fields().indexOf("格局")).expression() == "'一轴'"
    drawing_iface.active.rollBack()


def test_the_town_system_ranks_seven_towns(panel, qtbot):
    run(panel.towns, qtbot)
    assert panel.towns.answer.headline == "7 个乡镇分为 3 级"
    rows = panel.towns.answer.towns.table.rows
    assert rows[0]["town_"] == "城关镇" and rows[0]["level_zh"] == "中心城区"
    click(panel.towns.answer.towns, 0)
    assert "城关镇：中心城区" in panel.towns.detailLabel.text()
    click(panel.towns.answer.links, 0)
    assert "占全部联系的" in panel.towns.answer.links.said


def test_what_is_missing_for_the_three_spaces_is_said(panel, county, project):
    given = [county[name].id() for name in ("农业空间", "生态空间", "城镇空间") if name in county]
    project.removeMapLayers(given)
    panel.reload()
    assert not panel.spaces.runButton.isEnabled()
    assert "农业空间" in panel.spaces.reasonLabel.text()
