"""The coverage panel on a made-up county: two towns, six villages, one road, one clinic and one school."""

import csv
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QLabel

from ronghe.plugin.county.layer_part import part_with
from ronghe.plugin.county.roles import RoleAssignment, RoleSet, save_roles
from ronghe.ui.coverage_panel.panel import CoveragePanel
from ronghe.ui.coverage_panel.problems import problems_of
from ronghe.ui.widgets import algorithm_run
from ronghe.ui.widgets.processing_history import add_to_history
from ronghe.ui.widgets.sheet_dialog import SheetDialog
from ronghe.ui.widgets.sheet_facts import SheetWords, load_words

WEST, EAST = 500000.0, 520000.0
SOUTH, NORTH = 4000000.0, 4010000.0
MIDDLE = 4005000.0
HALF_HOUR = 30_000


def layer_of(name, kind, fields, rows, crs="EPSG:4546"):
    """A memory layer of (wkt, values…)."""
    layer = QgsVectorLayer(f"{kind}?" + "&".join(f"field={one}" for one in fields), name, "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(crs))
    features = []
    for wkt, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def square(west, east):
    return QgsGeometry.fromRect(QgsRectangle(west, SOUTH, east, NORTH)).asWkt()


def beside_road(kilometres, off=0.0):
    return f"Point({WEST + 1000 * kilometres} {MIDDLE + off})"


def county():
    """Layer by role. The road is passed at 30 km/h, so half an hour is 15 km; the last village has no road."""
    middle = (WEST + EAST) / 2
    villages = [
        (beside_road(1), "甲村", 100),
        (beside_road(4), "乙村", 200),
        (beside_road(8), "丙村", 300),
        (beside_road(12), "丁村", 150),
        (beside_road(19), "戊村", 200),
        (beside_road(15, 3000), "己村", 50),
    ]
    return {
        "towns": layer_of(
            "乡镇", "Polygon", ["名称:string"], [(square(WEST, middle), "东河镇"), (square(middle, EAST), "西山乡")]
        ),
        "villages": layer_of("行政村", "Point", ["村名:string", "人口:integer"], villages),
        "facilities": layer_of(
            "公共服务设施",
            "Point",
            ["名称:string", "类型:string"],
            [(beside_road(1), "卫生院", "医疗"), (beside_road(19), "小学", "教育")],
        ),
        "roads": layer_of(
            "道路",
            "LineString",
            ["等级:string", "车速:double"],
            [(f"LineString({WEST} {MIDDLE}, {EAST} {MIDDLE})", "县道", 30.0)],
        ),
    }


@pytest.fixture
def project(qgis_new_project, qgis_app):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    yield project
    project.clear()


@pytest.fixture
def layers(project):
    layers = county()
    for layer in layers.values():
        project.addMapLayer(layer)
    return layers


@pytest.fixture
def history(monkeypatch):
    commands = []
    monkeypatch.setattr(
        algorithm_run, "add_to_history", lambda *run: commands.append(run[0].asPythonCommand(run[1], run[2]))
    )
    return commands


@pytest.fixture
def iface(map_iface):
    return map_iface


@pytest.fixture
def panel(provider, project, iface, history, qtbot, monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")
    panel = CoveragePanel(iface, project)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.release()


@pytest.fixture
def filled(layers, panel):
    """The panel of the made-up county."""
    return panel


def run(panel, qtbot, service="医疗"):
    """What a planner does: choose the service, press the button, wait."""
    panel.serviceCombo.setCurrentIndex(panel.serviceCombo.findText(service))
    with qtbot.waitSignal(panel.run.ended, timeout=HALF_HOUR):
        panel.runButton.click()


def texts(view, column):
    model = view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click(view, row):
    view.clicked.emit(view.model().index(row, 1))


def result_names(project):
    return [one.name() for one in project.layerTreeRoot().children()[0].children()]


def test_choices_are_filled_from_the_roles(filled):
    combos = filled.inputs.combos
    assert {role: combo.currentLayer().name() for role, combo in combos.items() if combo.currentLayer()} == {
        "facilities": "公共服务设施",
        "villages": "行政村",
        "towns": "乡镇",
        "roads": "道路",
    }
    assert filled.populationField.currentField() == "人口"
    assert filled.speedField.currentField() == "车速"
    assert [filled.serviceCombo.itemText(row) for row in range(3)] == ["全部", "医疗", "教育"]
    assert filled.limitSpin.value() == 30
    assert filled.runButton.isEnabled(), filled.runButton.toolTip()


def test_a_role_that_changes_changes_the_choice(filled, project, layers):
    other = layer_of("新设施", "Point", ["名称:string", "类别:string"], [(beside_road(2), "医院", "医疗")])
    project.addMapLayer(other)
    save_roles(project, RoleSet({"facilities": RoleAssignment(other.id(), {"type": "类别"})}))
    filled.reload()
    assert filled.inputs.layer("facilities") == other
    assert filled.inputs.field_of("FACILITY_TYPE_FIELD") == "类别"


def test_a_choice_by_hand_outlives_a_reload(filled):
    combo = filled.inputs.combos["towns"]
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    filled.reload()
    assert combo.currentLayer() is None
    assert "没有统计分区" in filled.townsSaid.text()


def test_an_empty_project_says_what_is_missing(panel):
    assert not panel.runButton.isEnabled()
    assert "还没有设施图层" in panel.facilitiesSaid.text() and panel.facilitiesSaid.isVisible()
    assert "还没有设施图层" in panel.runButton.toolTip()
    assert "还不能计算" in panel.reasonLabel.text()
    assert panel.moreBox.isCollapsed()


def test_layers_that_arrive_make_the_button_ready(panel, project, qtbot):
    for layer in county().values():
        project.addMapLayer(layer)
    qtbot.waitUntil(panel.runButton.isEnabled, timeout=2000)
    assert not panel.reasonLabel.isVisible()


def test_a_layer_without_crs_is_said_where_it_is_chosen(filled, layers):
    layers["villages"].setCrs(QgsCoordinateReferenceSystem())
    filled.check()
    assert "“行政村”没有坐标系" in filled.villagesSaid.text()
    assert not filled.runButton.isEnabled()


def test_wrong_words_and_numbers_under_more_open_it(filled):
    filled.breaksEdit.setText("15,半小时")
    assert filled.breaksSaid.text() and not filled.moreBox.isCollapsed()
    filled.breaksEdit.setText("15，30")
    assert filled.runButton.isEnabled()
    filled.maxMinutesSpin.setValue(20)
    assert "时间上限小于服务时限" in filled.maxMinutesSaid.text()
    assert filled.runButton.isEnabled()


@pytest.mark.parametrize("by_hand", [True, False])
def test_more_opens_without_empty_lines(filled, by_hand):
    if by_hand:
        filled.moreBox.setCollapsed(False)
    else:
        filled.breaksEdit.setText("半小时")
    assert not filled.moreBox.isCollapsed()
    empty = [label for label in filled.moreBox.findChildren(QLabel) if not label.text()]
    assert empty and not any(label.isVisible() for label in empty)


def test_nothing_to_travel_on(filled, project, layers, qtbot):
    project.removeMapLayer(layers["roads"])
    qtbot.waitUntil(lambda: "至少要有一个" in filled.roadsSaid.text(), timeout=2000)


def test_quick_minutes(filled):
    filled.inputs.quick.button(45).click()
    assert filled.limitSpin.value() == 45
    filled.limitSpin.setValue(20)
    assert filled.inputs.quick.checkedId() == -1


def test_a_standard_that_nobody_checked_is_shown_as_such(filled):
    assert "不是国家标准" in filled.limitSaid.text()
    filled.serviceCombo.setCurrentIndex(filled.serviceCombo.findText("医疗"))
    filled.standardCheck.setChecked(True)
    assert filled.limitSaid.text().startswith("待核：医疗·中心城区 60 分钟")
    assert "没有级别字段" in filled.limitSaid.text()
    assert filled.inputs.parameters()["STANDARD"].endswith("service_standards.csv")


def test_a_run_answers_and_puts_the_layers_in_the_project(filled, project, qtbot, history):
    run(filled, qtbot)
    assert not filled.errorLabel.text()
    assert filled.headlineLabel.text() == "全县 30 分钟医疗覆盖率 75.0 %"
    assert filled.secondLabel.text() == "共 1,000 人，未覆盖 250 人，1 处到不了。"
    assert texts(filled.townsTable, 1) == ["西山乡", "东河镇"]
    assert texts(filled.townsTable, 2) == ["37.5", "100.0"]
    assert texts(filled.gapsTable, 1) == ["己村", "戊村"] or texts(filled.gapsTable, 1) == ["戊村", "己村"]
    assert "—" in texts(filled.gapsTable, 4)
    assert result_names(project) == [
        "未覆盖清单 医疗 30 分钟",
        "需求与出行时间 医疗 30 分钟",
        "等时圈 医疗 30 分钟",
        "乡镇覆盖率 医疗 30 分钟",
    ]
    group = project.layerTreeRoot().children()[0]
    assert group.name() == "融合规划 · 服务覆盖"
    assert not group.children()[-1].itemVisibilityChecked()
    assert "ronghe:servicecoverage" in history[0] and "THRESHOLD_MINUTES" in history[0]


def test_every_type_has_its_rows(filled, qtbot):
    run(filled, qtbot, "全部")
    assert "平均覆盖率" in filled.headlineLabel.text()
    assert sorted(texts(filled.townsTable, 2)) == ["医疗", "医疗", "教育", "教育"]
    assert len(filled.answer.chart.bars) == 4


def test_a_second_run_takes_the_place_of_the_first(filled, project, qtbot):
    run(filled, qtbot)
    run(filled, qtbot, "教育")
    assert [one.name() for one in project.layerTreeRoot().children()].count("融合规划 · 服务覆盖") == 1
    assert result_names(project)[0] == "未覆盖清单 教育 30 分钟"
    assert len(project.mapLayers()) == 4 + 4


def test_results_are_not_offered_as_inputs(filled, project, layers, qtbot):
    run(filled, qtbot)
    project.removeMapLayers([layers["towns"].id()])
    filled.reload()
    combo = filled.inputs.combos["towns"]
    assert combo.currentLayer() is None
    assert not any("覆盖率" in combo.itemText(row) for row in range(combo.count()))


def test_results_can_go_into_a_geopackage(filled, project, qtbot, tmp_path):
    filled.savePath.setText(str(tmp_path / "结果"))
    run(filled, qtbot)
    assert not filled.errorLabel.text()
    gaps = project.layerTreeRoot().children()[0].children()[0].layer()
    assert gaps.providerType() == "ogr" and gaps.featureCount() == 2
    assert (tmp_path / "结果.gpkg").exists()
    filled.savePath.setText(str(tmp_path / "没有" / "结果.gpkg"))
    assert "文件夹不存在" in filled.saveSaid.text()
    project.clear()


def test_cancel_leaves_no_result(filled, project, qtbot):
    filled.runButton.click()
    assert filled.progressBox.isVisible() and not filled.runButton.isVisible()
    with qtbot.waitSignal(filled.run.ended, timeout=HALF_HOUR):
        filled.cancelButton.click()
    assert filled.errorLabel.text() == "已取消，没有留下结果。"
    assert not filled.resultsBox.isVisible() and filled.runButton.isVisible()
    assert len(project.mapLayers()) == 4


def test_what_the_algorithm_cannot_do_is_said_in_the_panel(filled, layers, project, qtbot):
    villages = layers["villages"]
    index = villages.fields().lookupField("人口")
    villages.dataProvider().changeAttributeValues({fid: {index: 0} for fid in villages.allFeatureIds()})
    run(filled, qtbot)
    assert "人" in filled.errorLabel.text() and filled.errorLabel.isVisible()
    assert "Traceback" not in filled.errorLabel.text()
    assert filled.runButton.isEnabled() and len(project.mapLayers()) == 4


def test_warnings_are_kept_apart(filled, layers, qtbot):
    villages = layers["villages"]
    villages.dataProvider().changeAttributeValues({1: {villages.fields().lookupField("人口"): None}})
    run(filled, qtbot)
    assert filled.hintsBox.title().startswith("数据提示（") and filled.hintsBox.isVisible()
    assert "人口" in filled.hintsLabel.text()
    assert not filled.errorLabel.text()


def test_a_row_shows_itself_on_the_map(filled, iface, qtbot):
    run(filled, qtbot)
    click(filled.townsTable, 0)
    assert iface.canvas.extent().contains(QgsRectangle(WEST + 10001, SOUTH + 1, EAST - 1, NORTH - 1))
    assert "西山乡" in filled.detailLabel.text()
    row = texts(filled.gapsTable, 1).index("己村")
    click(filled.gapsTable, row)
    assert iface.canvas.extent().center().x() == pytest.approx(WEST + 15000, abs=50)
    assert "己村" in filled.gapLabel.text()


def test_a_row_whose_layer_is_gone_says_so(filled, project, qtbot):
    run(filled, qtbot)
    project.removeMapLayers([filled.answer.towns.layer_id])
    click(filled.townsTable, 0)
    assert "重新计算" in filled.detailLabel.text()
    filled.make_sheet()
    assert "不能出图" in filled.errorLabel.text()


def test_tables_are_saved_for_excel(filled, iface, qtbot, tmp_path):
    run(filled, qtbot)
    filled.answer.export(tmp_path / "乡镇.csv")
    content = (tmp_path / "乡镇.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert rows[0][:3] == ["名次", "乡镇", "覆盖率 %"]
    assert rows[1][:4] == ["1", "西山乡", "37.5", "400"]
    assert [path.name for path in tmp_path.iterdir()] == ["乡镇.csv"]
    filled.answer.export(tmp_path / "没有" / "乡镇.csv")
    assert "没有写出" in iface.said[-1]


def test_another_project_leaves_nothing_of_the_last(filled, project, qtbot):
    run(filled, qtbot)
    project.clear()
    assert not filled.resultsBox.isVisible()
    qtbot.waitUntil(lambda: not filled.runButton.isEnabled(), timeout=2000)


def test_a_project_that_closes_stops_the_run(filled, project, qtbot):
    filled.runButton.click()
    project.clear()
    assert not filled.run.running, "the layers are gone and the algorithm would still read them"
    assert not filled.resultsBox.isVisible()


@pytest.mark.parametrize("subset", ["", "\"名称\" = '卫生院'"])
@pytest.mark.parametrize("kind", ["memory", "ogr"])
def test_one_type_of_facilities_respects_the_planners_filter(qgis_app, tmp_path, kind, subset):
    layer = county()["facilities"]
    if kind == "ogr":
        options = QgsVectorFileWriter.SaveVectorOptions()
        context = QgsProject.instance().transformContext()
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(tmp_path / "a.gpkg"), context, options)
        layer = QgsVectorLayer(str(tmp_path / "a.gpkg"), "设施", "ogr")
    layer.setSubsetString(subset)
    assert part_with(layer, "类型", ["医疗"]).featureCount() == 1
    assert part_with(layer, "类型", ["教育"]).featureCount() == (0 if subset else 1)
    assert layer.subsetString() == subset


def test_unsaved_facilities_count_too(qgis_app):
    layer = county()["facilities"]
    layer.startEditing()
    layer.changeAttributeValue(2, 1, "医疗")
    assert part_with(layer, "类型", ["医疗"]).featureCount() == 2
    layer.rollBack()


def test_history_has_the_run(provider, qgis_processing, monkeypatch):
    if hasattr(QgsGui, "historyProviderRegistry"):
        pytest.skip("QGIS keeps its history in a database since 3.24")
    from processing.core.ProcessingLog import ProcessingLog

    written = []
    monkeypatch.setattr(ProcessingLog, "addToLog", written.append)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ronghe:servicecoverage")
    add_to_history(algorithm, {"THRESHOLD_MINUTES": 45}, QgsProcessingContext())
    assert written == ["processing.run(\"ronghe:servicecoverage\", {'THRESHOLD_MINUTES':45})"]


def test_sheet_dialog_remembers_its_words(iface, project, qtbot, tmp_path):
    built = []
    dialog = SheetDialog(iface, project, "服务覆盖图", lambda words: built.append(words))
    qtbot.addWidget(dialog)
    dialog.planTitleEdit.setText("云岭县国土空间总体规划")
    dialog.organisationEdit.setText("云岭县人民政府")
    dialog.dateEdit.setText("2026年1月")
    dialog.open_layout()
    words = SheetWords("云岭县国土空间总体规划", "云岭县人民政府", "", "2026年1月")
    assert built == [words] and load_words(project) == words
    again = SheetDialog(iface, project, "服务覆盖图", lambda words: None)
    qtbot.addWidget(again)
    assert again.words() == words


def test_the_result_becomes_a_sheet(filled, iface, project, qtbot, tmp_path, monkeypatch):
    run(filled, qtbot)

    def answer(dialog):
        dialog.planTitleEdit.setText("方县国土空间总体规划")
        dialog.formatCombo.setCurrentIndex(dialog.formatCombo.findText("PNG"))
        dialog.dpiSpin.setValue(72)
        dialog.export(tmp_path / "图.png")
        if not iface.said:  # typefaces are missing: told once, then it goes on
            dialog.export(tmp_path / "图.png")
        assert not dialog.errorLabel.text(), dialog.errorLabel.text()
        dialog.open_layout()

    monkeypatch.setattr(SheetDialog, "exec", answer)
    filled.make_sheet()
    assert (tmp_path / "图.png").stat().st_size > 10_000
    assert len(iface.designed) == 1


def test_the_file_window_offers_geopdf_as_a_pdf(iface, project, qtbot, monkeypatch, tmp_path):
    asked = []

    def answer(parent, title, suggested, kinds):
        asked.append((Path(suggested).name, kinds))
        return str(tmp_path / "图"), kinds

    monkeypatch.setattr("ronghe.ui.widgets.sheet_dialog.QFileDialog.getSaveFileName", answer)
    dialog = SheetDialog(iface, project, "服务覆盖图", lambda words: None)
    qtbot.addWidget(dialog)
    exported = []
    monkeypatch.setattr(dialog, "export", exported.append)
    dialog.formatCombo.setCurrentIndex(dialog.formatCombo.findData("geopdf"))
    dialog.ask_file()
    assert asked == [("服务覆盖图.pdf", "GeoPDF (*.pdf)")]
    assert exported == [tmp_path / "图.pdf"]


def test_problems_are_plain_sentences(panel):
    said = problems_of(panel.inputs)
    assert all(text.endswith("。") for text in [*said.hinders.values(), *said.notes.values()])
