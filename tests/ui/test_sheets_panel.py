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
    assert "8 个或 16 个" in panel.errorLabel.text()


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
    panel.runButton.click()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.png"))), timeout=MINUTES)
    panel.cancelButton.click()
    assert not panel.work.running and "已取消" in panel.errorLabel.text()
    assert 1 <= len(list(tmp_path.glob("*.png"))) < 3
    assert not list(tmp_path.glob(".*"))


def test_a_sheet_opens_in_the_layout_window(panel, map_iface):
    item = panel.sheetsTree.topLevelItem(0)
    panel.sheetsTree.setCurrentItem(item)
    panel.openButton.click()
    assert [layout.name() for layout in map_iface.designed] == ["县域国土空间用地用海现状图"]
