"""Elements of a structure become the planner's and stop being so: accepted, taken back, drawn, kept."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ronghe.plugin.county.structure_elements import FILE, element_layers
from ronghe.ui.structure_panel.panel import StructurePanel
from ronghe.ui.widgets import algorithm_run

MINUTES = 120_000
CORES = 0  #: the first clause: 双核引领
TABLES = ("乡镇", "乡镇驻地", "道路", "河流", "县界", "产业园区")


@pytest.fixture
def project(qgis_new_project, qgis_app):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    yield project
    project.clear()
    project.setFileName("")


@pytest.fixture
def county(project, training_data):
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    layers = [QgsVectorLayer(table.uri(), table.name(), "ogr") for table in tables if table.name() in TABLES]
    project.addMapLayers(layers)
    return {layer.name(): layer for layer in layers}


@pytest.fixture
def step(provider, county, project, drawing_iface, qtbot, monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")
    monkeypatch.setattr(algorithm_run, "add_to_history", lambda *run: None)
    panel = StructurePanel(drawing_iface, project)
    qtbot.addWidget(panel)
    panel.show()
    panel.pattern.sloganEdit.setText("双核引领、两园驱动、六廊")
    run(panel.pattern, qtbot)
    yield panel.pattern
    panel.release()


def run(step, qtbot, act=None):
    with qtbot.waitSignal(step.run.ended, timeout=MINUTES):
        (act or step.runButton.click)()
    assert not step.errorLabel.text(), step.errorLabel.text()


def click(step, tab, row):
    step.tabs.setCurrentWidget(tab)
    tab.view.clicked.emit(tab.view.model().index(row, 1))


def counts(step):
    return [(row["found"], row["proposed"]) for row in step.answer.clauses.table.rows]


def settled(project):
    return sum(layer.featureCount() for layer in element_layers(project).values())


def test_the_proposals_of_one_clause_are_accepted_and_taken_back(step, project, qtbot):
    settling = step.answer.settling
    assert not settling.one_button.isEnabled() and not settling.back_button.isEnabled()
    click(step, step.answer.clauses, CORES)
    run(step, qtbot, settling.one_button.click)
    assert counts(step) == [(2, 0), (0, 2), (0, 6)]
    assert settling.back_button.isEnabled()  # the clause is still the chosen one
    run(step, qtbot, settling.back_button.click)
    assert counts(step) == [(0, 2), (0, 2), (0, 6)] and settled(project) == 0


def test_one_element_of_several_is_taken_back(step, project, qtbot):
    settling = step.answer.settling
    run(step, qtbot, settling.all_button.click)
    names = [row["name"] for row in step.answer.elements.table.rows if row["clause"] == 3]
    click(step, step.answer.elements, 0)
    gone = step.answer.elements.chosen_row["name"]
    run(step, qtbot, settling.back_button.click)
    assert settled(project) == 9
    left = {f["名称"] for layer in element_layers(project).values() for f in layer.getFeatures()}
    assert gone not in left and len(names) == 6


def test_what_is_drawn_counts_before_it_is_saved_and_after(step, project, drawing_iface, qtbot):
    click(step, step.answer.clauses, CORES)
    step.answer.settling.draw_button.click()
    layer = drawing_iface.active
    assert layer.isEditable() and drawing_iface.triggered == 1 and "正在画“双核引领”" in step.detailLabel.text()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("MultiPoint((510000 4090000))"))
    feature["格局"], feature["名称"] = layer.defaultValue(layer.fields().indexOf("格局")), "新城"
    assert feature["格局"] == "双核引领"
    assert layer.addFeature(feature)
    run(step, qtbot)
    assert counts(step)[CORES] == (1, 1)
    run(step, qtbot, layer.commitChanges)  # ends the editing, which makes the structure anew
    assert counts(step)[CORES] == (1, 1) and settled(project) == 1


def test_settled_elements_move_beside_the_project_when_it_is_saved(step, project, qtbot, tmp_path):
    run(step, qtbot, step.answer.settling.all_button.click)
    assert {layer.providerType() for layer in element_layers(project).values()} == {"memory"}
    assert project.write(str(tmp_path / "云岭.qgz"))
    assert (tmp_path / FILE).is_file()
    assert {layer.providerType() for layer in element_layers(project).values()} == {"ogr"}
    project.clear()
    assert project.read(str(tmp_path / "云岭.qgz"))
    layers = element_layers(project)
    assert {kind: layer.featureCount() for kind, layer in layers.items()} == {"point": 2, "polygon": 2, "line": 6}
    names = {feature["名称"] for feature in layers["point"].getFeatures()}
    assert names == {"城关镇", "双河镇"}


def test_in_a_saved_project_they_are_written_at_once(step, project, qtbot, tmp_path):
    project.write(str(tmp_path / "云岭.qgz"))
    click(step, step.answer.clauses, CORES)
    run(step, qtbot, step.answer.settling.one_button.click)
    again = QgsVectorLayer(f"{tmp_path / FILE}|layername=格局要素（点）", "", "ogr")
    assert again.isValid() and again.featureCount() == 2


def test_opening_another_project_writes_nothing_beside_it(step, project, qtbot, tmp_path):
    other = QgsProject()
    (tmp_path / "b").mkdir()
    other.write(str(tmp_path / "b" / "另一个.qgz"))
    run(step, qtbot, step.answer.settling.all_button.click)
    project.read(str(tmp_path / "b" / "另一个.qgz"))
    assert not (tmp_path / "b" / FILE).exists()


def test_settled_elements_are_thin_outlines_under_the_structure(step, project, qtbot):
    run(step, qtbot, step.answer.settling.all_button.click)
    layers = element_layers(project)
    assert layers["polygon"].renderer().symbol().symbolLayer(0).properties()["style"] == "no"
    root = project.layerTreeRoot().children()
    assert [node.name() for node in root[:1]] == ["融合规划 · 总体格局"]
    assert {node.name() for node in root[1:4]} == {layer.name() for layer in layers.values()}


def test_a_layer_of_the_planners_takes_the_symbol_of_a_clause(step, county, drawing_iface, qtbot):
    settling = step.answer.settling
    click(step, step.answer.clauses, CORES)
    settling.style_button.click()
    assert "选一个点图层" in step.errorLabel.text()
    drawing_iface.active = county["乡镇驻地"]
    settling.style_button.click()
    assert not step.errorLabel.text() and "已套用“双核引领”的样式" in step.detailLabel.text()
    assert county["乡镇驻地"].labelsEnabled() and county["乡镇驻地"].renderer().symbol().symbolLayerCount() > 1
    drawing_iface.active = county["道路"]
    settling.style_button.click()
    assert "几何类型不符" in step.errorLabel.text()


def test_the_map_shows_the_results_of_the_open_step(step, project, qtbot):
    panel = step.parent().parent().parent()
    run(step, qtbot, step.answer.settling.all_button.click)
    run(panel.towns, qtbot)
    panel.steps.setCurrentWidget(panel.towns)
    root = project.layerTreeRoot()
    [settled_points] = project.mapLayersByName("格局要素（点）")

    def shown():
        return {node.name(): node.itemVisibilityChecked() for node in root.findGroups()}

    assert shown() == {"融合规划 · 城镇体系": True, "融合规划 · 总体格局": False}
    assert not root.findLayer(settled_points.id()).isVisible()
    panel.steps.setCurrentWidget(panel.pattern)
    assert shown() == {"融合规划 · 城镇体系": False, "融合规划 · 总体格局": True}
    assert root.findLayer(settled_points.id()).isVisible()
