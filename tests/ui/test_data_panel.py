"""The data panel guesses, the planner corrects, the project remembers."""

import pytest
from qgis.gui import QgsFieldComboBox

from ronghe.plugin.county.roles import load_roles
from ronghe.ui.data_panel.panel import LAYER, STATE, TITLE, DataPanel
from ronghe.ui.widgets.layer_combo import show_layer


@pytest.fixture
def panel(iface, project, qtbot, monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")
    panel = DataPanel(iface, project)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def row_of(panel, role):
    return [getattr(one, "role", "") for one in panel.rows].index(role)


def combo_of(panel, role):
    return panel.roleTable.cellWidget(row_of(panel, role), LAYER)


def state_of(panel, role):
    return panel.roleTable.item(row_of(panel, role), STATE).text()


def choose(combo, layer):
    """What a planner's click does."""
    show_layer(combo, layer)
    combo.activated.emit(combo.currentIndex())


def select(panel, role):
    panel.roleTable.setCurrentCell(row_of(panel, role), TITLE)


def field_combos(panel):
    return {one.objectName(): one for one in panel.fieldsBox.findChildren(QgsFieldComboBox)}


def test_every_role_of_the_table_has_a_row(panel):
    rows = {panel.roleTable.item(row, TITLE).text() for row in range(panel.roleTable.rowCount())}
    assert len(panel.role_list) >= 40 and {role.title for role in panel.role_list} <= rows
    assert panel.windowTitle() == "数据准备"


def test_roles_stand_under_headings_that_cannot_be_chosen(panel):
    headings = [(row, one) for row, one in enumerate(panel.rows) if isinstance(one, str)]
    assert headings[0] == (0, "基础地理") and "保护与控制" in [one for _, one in headings]
    assert all(role.group for role in panel.role_list)
    for row, heading in headings:
        assert panel.roleTable.item(row, TITLE).text() == heading and panel.roleTable.columnSpan(row, TITLE) == 3
        panel.roleTable.setCurrentCell(row, TITLE)
        assert panel.selected_role() is None and not panel.fieldsBox.isVisible()


def test_guesses_are_shown_and_not_written(panel, project):
    assert combo_of(panel, "roads").currentLayer().name() == "道路"
    assert state_of(panel, "roads") == "推测"
    assert load_roles(project).assignments == {}
    assert not project.isDirty() or not project.readEntry("ronghe", "/layer_roles")[1]


def test_what_is_missing_is_said_in_the_panel(panel):
    assert combo_of(panel, "towns").currentText() == "（无）"
    assert state_of(panel, "towns") == "未指定"
    assert "还没有指定乡镇图层" in panel.problemsLabel.text() and panel.problemsLabel.isVisible()


def test_red_is_what_keeps_a_task_from_its_last_layer(panel, project, memory_layer, qtbot):
    def colour(role):
        return panel.roleTable.item(row_of(panel, role), STATE).foreground().color().name()

    assert colour("towns") == colour("facilities") != "#c62828"
    assert "#c62828" not in panel.problemsLabel.styleSheet()
    point = "Point(1 1)"
    project.addMapLayer(memory_layer("医院", "Point", ["名称:string", "类型:string"], point))
    qtbot.waitUntil(lambda: state_of(panel, "facilities") == "推测", timeout=1000)
    assert colour("towns") == "#c62828" and "#c62828" in panel.problemsLabel.styleSheet()


def test_only_layers_that_fit_are_offered(panel):
    names = [combo_of(panel, "roads").itemText(index) for index in range(combo_of(panel, "roads").count())]
    assert "行政村" not in names and {"道路", "线路"} < set(names)


def test_a_correction_is_in_the_project_at_once(panel, project, qtbot):
    other = project.mapLayersByName("线路")[0]
    with qtbot.waitSignal(panel.rolesChanged, timeout=1000):
        choose(combo_of(panel, "roads"), other)
    assert load_roles(project).get("roads").layer_id == other.id()
    assert not load_roles(project).get("roads").guessed
    assert state_of(panel, "roads") == "已确认" and project.isDirty()


def test_no_layer_is_a_choice_too(panel, project):
    choose(combo_of(panel, "roads"), None)
    assert load_roles(project).get("roads") is None
    panel.reload()
    assert combo_of(panel, "roads").currentLayer() is None


def test_a_layer_that_gets_another_role_leaves_its_old_one(panel, project):
    roads = project.mapLayersByName("道路")[0]
    choose(combo_of(panel, "rivers"), roads)
    assert load_roles(project).get("roads") is None
    assert combo_of(panel, "roads").currentLayer() is None


def test_the_fields_of_the_selected_role_are_offered(panel):
    select(panel, "villages")
    combos = field_combos(panel)
    assert list(combos) == ["name", "population", "town"]
    assert combos["name"].currentField() == "村名" and combos["population"].currentField() == "人口"
    assert combos["town"].currentField() == ""
    select(panel, "towns")
    assert not panel.fieldsBox.isVisible()


def test_a_corrected_field_is_kept(panel, project):
    select(panel, "villages")
    combo = field_combos(panel)["population"]
    combo.setField("户籍人口")
    combo.activated.emit(combo.currentIndex())
    assert load_roles(project).field("villages", "population") == "户籍人口"
    assert field_combos(panel)["population"] is combo
    combo.setField("")
    combo.activated.emit(combo.currentIndex())
    assert load_roles(project).field("villages", "population") == ""


def test_layers_that_come_and_go_are_followed(panel, project, memory_layer, qtbot):
    towns = memory_layer("乡镇", "Polygon", ["name:string"], "Polygon((0 0, 1 0, 1 1, 0 0))")
    project.addMapLayer(towns)
    qtbot.waitUntil(lambda: combo_of(panel, "towns").currentLayer() == towns, timeout=1000)
    choose(combo_of(panel, "towns"), towns)
    project.removeMapLayer(towns.id())
    qtbot.waitUntil(lambda: state_of(panel, "towns") == "已移除", timeout=1000)
    assert "乡镇" in panel.problemsLabel.text()


def test_guess_again_forgets_corrections(panel, project):
    choose(combo_of(panel, "roads"), project.mapLayersByName("线路")[0])
    panel.guessButton.click()
    assert combo_of(panel, "roads").currentLayer().name() == "道路"
    assert load_roles(project).get("roads").guessed


def test_save_confirms_the_guesses_and_saves_the_project(panel, project, iface):
    panel.saveButton.click()
    assert iface.save.triggered == 1
    assert state_of(panel, "roads") == "已确认"
    assert not load_roles(project).get("villages").guessed


def test_a_faulty_table_beside_the_project_is_said(panel, project, tmp_path):
    (tmp_path / "layer_roles.csv").write_text("role,zh\nroads\nroads\n", encoding="utf-8")
    project.setFileName(str(tmp_path / "县.qgz"))
    panel.reload()
    assert "layer_roles.csv" in panel.problemsLabel.text()
    (tmp_path / "layer_roles.csv").unlink()
    panel.reload()
    assert state_of(panel, "roads") == "推测"
