"""The panel 出图: which sheets there are, the check, the export, as a planner uses them."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

from ronghe.ui.sheets_panel.panel import SheetsPanel

MINUTES = 120_000


@pytest.fixture
def project(qgis_new_project, qgis_app):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    yield project
    project.clear()


@pytest.fixture
def county(project, training_data):
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    project.addMapLayers([QgsVectorLayer(table.uri(), table.name(), "ogr") for table in tables])


@pytest.fixture
def panel(provider, county, project, map_iface, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")
    monkeypatch.setattr("ronghe.ui.sheets_panel.ordering.add_run_to_history", lambda *run: None)
    panel = SheetsPanel(map_iface, project)
    qtbot.addWidget(panel)
    panel.folderWidget.setFilePath(str(tmp_path))
    panel.planTitleEdit.setText("云岭县国土空间总体规划（2021—2035年）")
    panel.show()
    yield panel
    panel.release()


def wait(panel, qtbot):
    qtbot.waitUntil(lambda: not panel.work.running, timeout=MINUTES)


def when(panel, so, act):
    """Do something, once, as soon as a step of the work is so."""
    done = []

    def look(step):
        if not done and so(step):
            done.append(step)
            act()

    panel.work.stepped.connect(look)


def tick_only(panel, *sheets):
    panel.sheets.tick(False)
    for row in range(panel.sheetsTree.topLevelItemCount()):
        item = panel.sheetsTree.topLevelItem(row)
        if item.data(0, Qt.ItemDataRole.UserRole) in sheets:
            item.setCheckState(0, Qt.CheckState.Checked)


def test_sheets_that_lack_a_layer_say_which(panel):
    rows = [panel.sheetsTree.topLevelItem(row) for row in range(panel.sheetsTree.topLevelItemCount())]
    texts = {item.data(0, Qt.ItemDataRole.UserRole): item.text(0) for item in rows}
    assert "管控型" in texts["control_lines"]
    assert "缺少开采分区的结果" in texts["minerals"]
    assert "minerals" not in panel.sheets.possible() and "control_lines" in panel.sheets.possible()


def test_ticked_sheets_become_files_and_a_list_of_them(panel, qtbot, tmp_path):
    tick_only(panel, "control_lines", "transport")
    panel.bookletCheck.setChecked(False)
    panel.dpiSpin.setValue(72)
    assert panel.runButton.text() == "导出 2 幅图"
    panel.runButton.click()
    wait(panel, qtbot)
    assert not panel.errorLabel.text(), panel.errorLabel.text()
    assert panel.headlineLabel.text().startswith("已导出 2 页")
    assert len(list(tmp_path.glob("*.pdf"))) == 2 and list(tmp_path.glob("*.csv"))
    assert not list(tmp_path.glob(".*"))


def test_nothing_ticked_is_said(panel):
    panel.sheets.tick(False)
    panel.runButton.click()
    assert "还没有勾选图件" in panel.errorLabel.text()


def test_a_wind_rose_that_cannot_be_read_is_said(panel):
    panel.windEdit.setText("1,2,3")
    panel.runButton.click()
    assert "8 个或 16 个" in panel.windSaid.text() and not panel.errorLabel.text()


def test_errors_stop_the_export_until_it_is_asked_for_again(panel, qtbot, tmp_path):
    tick_only(panel, "transport")
    panel.dpiSpin.setValue(72)
    panel.folderWidget.setFilePath(str(tmp_path / "nowhere" / "deep"))
    panel.runButton.click()
    wait(panel, qtbot)
    assert panel.errorLabel.text() and not panel.folderButton.isVisible()


def test_cancel_keeps_what_is_finished(panel, qtbot, tmp_path):
    tick_only(panel, "control_lines", "transport", "ecology")
    panel.bookletCheck.setChecked(False)
    panel.formatCombo.setCurrentIndex(panel.formatCombo.findData("png"))
    panel.dpiSpin.setValue(72)
    when(panel, lambda step: getattr(step, "done", 0) == 1, panel.cancelButton.click)
    panel.runButton.click()
    wait(panel, qtbot)
    assert "已取消" in panel.errorLabel.text()
    made = list(tmp_path.glob("*.png"))
    assert 1 <= len(made) < 3 and all(file.name in panel.filesText.toPlainText() for file in made)
    assert not list(tmp_path.glob(".*"))


def test_what_is_finished_of_a_booklet_stays_and_is_listed(panel, qtbot, tmp_path):
    tick_only(panel, "control_lines", "transport", "ecology")
    when(panel, lambda step: getattr(step, "done", 0) == 1, panel.cancelButton.click)
    panel.runButton.click()
    wait(panel, qtbot)
    assert "已取消" in panel.errorLabel.text()
    assert next(file.name for file in tmp_path.glob("*.pdf")).endswith("（未完成）.pdf")
    assert "（未完成）.pdf" in panel.filesText.toPlainText() and panel.folderButton.isVisible()


def test_a_project_that_goes_ends_the_export(panel, project, qtbot, tmp_path):
    tick_only(panel, "control_lines", "transport")
    panel.bookletCheck.setChecked(False)
    when(panel, lambda step: getattr(step, "done", 0) == 1, project.clear)
    panel.runButton.click()
    wait(panel, qtbot)
    assert not panel.work.running and not list(tmp_path.glob(".*"))
    qtbot.waitUntil(lambda: not panel.sheets.possible(), timeout=MINUTES)


def test_a_panel_that_goes_ends_the_export_and_its_processes(panel, qtbot, tmp_path):
    tick_only(panel, "control_lines", "transport", "ecology")
    panel.workersSpin.setValue(2)
    when(panel, lambda step: "多个进程" in getattr(step, "sentence", ""), panel.release)
    panel.runButton.click()
    wait(panel, qtbot)
    assert not panel.work.running and not list(tmp_path.glob(".*"))


def test_the_atlas_says_how_many_pages_it_has(panel):
    texts = [panel.atlasCombo.itemText(row) for row in range(panel.atlasCombo.count())]
    assert texts[1] == "按乡镇分页（7 页）" and texts[4] == "按行政村分页（94 页）"
    assert "还没有计算服务覆盖" in texts[2] and not panel.atlasCombo.model().item(2).isEnabled()
    tick_only(panel, "control_lines", "transport")
    panel.atlasCombo.setCurrentIndex(1)
    assert panel.runButton.text() == "导出 2 幅图，16 页"


def test_choices_are_kept_in_the_project(panel, project, map_iface, qtbot, tmp_path):
    tick_only(panel, "transport")
    panel.paperCombo.setCurrentText("A4 竖")
    panel.atlasCombo.setCurrentIndex(1)
    panel.bookletCheck.setChecked(False)
    panel.verticalCheck.setChecked(True)
    panel.openButton.click()  # nothing is chosen: nothing is kept
    panel.sheetsTree.setCurrentItem(panel.sheetsTree.topLevelItem(0))
    panel.openButton.click()
    again = SheetsPanel(map_iface, project)
    qtbot.addWidget(again)
    again.show()
    assert again.sheets.ticked() == ["transport"] and again.paperCombo.currentText() == "A4 竖"
    assert again.atlasCombo.currentData() == "town" and not again.bookletCheck.isChecked()
    assert again.verticalCheck.isChecked()
    assert again.folderWidget.filePath() == str(tmp_path)
    again.release()


def test_what_is_wrong_is_said_beside_its_input(panel):
    assert not panel.folderSaid.isVisible()
    panel.folderWidget.setFilePath("")
    panel.paperCombo.setCurrentText("A9")
    assert "还没有选文件夹" in panel.folderSaid.text() and panel.folderSaid.isVisible()
    assert "A9" in panel.paperSaid.text() and panel.paperSaid.isVisible()
    panel.runButton.click()
    assert not panel.errorLabel.text() and not panel.work.running  # said once, beside the input


def test_pictures_of_sheets_whose_layers_stay_are_not_made_again(panel, project, qtbot):
    panel.previews.idle.resting = lambda: True
    tick_only(panel, "control_lines")
    qtbot.waitUntil(lambda: "land_use" in panel.sheets.pictures, timeout=MINUTES)
    kept = panel.sheets.pictures["land_use"]
    [heritage] = project.mapLayersByName("文物保护单位") or project.mapLayersByName("文物保护范围")
    project.removeMapLayer(heritage.id())
    qtbot.waitUntil(lambda: "heritage" not in panel.sheets.possible(), timeout=MINUTES)
    assert panel.sheets.pictures["land_use"] is kept and "land_use" not in panel.previews.waiting


def test_pictures_wait_while_the_planner_types(panel, qtbot):
    panel.moreBox.setCollapsed(False)
    panel.planTitleEdit.setFocus()
    panel.previews.idle.resting()
    panel.planTitleEdit.setText("云岭县")
    assert not panel.previews.idle.resting() or not panel.planTitleEdit.hasFocus()
    assert panel.previews.idle.resting()


def test_a_new_folder_is_made_for_the_files(panel, qtbot, tmp_path):
    tick_only(panel, "transport")
    panel.bookletCheck.setChecked(False)
    panel.folderWidget.setFilePath(str(tmp_path / "图集"))
    panel.runButton.click()
    wait(panel, qtbot)
    assert list((tmp_path / "图集").glob("*.pdf")) and not panel.errorLabel.text()


def test_without_a_chosen_row_the_first_ticked_sheet_opens(panel, map_iface):
    panel.sheetsTree.setCurrentItem(None)
    tick_only(panel, "transport", "control_lines")
    panel.openButton.click()
    assert [layout.name() for layout in map_iface.designed] == ["县域国土空间控制线规划图"]
    panel.sheets.tick(False)
    panel.openButton.click()
    assert "选中或勾选" in panel.errorLabel.text() and len(map_iface.designed) == 1


def test_a_sheet_opens_in_the_layout_window(panel, map_iface):
    item = panel.sheetsTree.topLevelItem(0)
    panel.sheetsTree.setCurrentItem(item)
    panel.openButton.click()
    assert [layout.name() for layout in map_iface.designed] == ["县域国土空间用地用海现状图"]
