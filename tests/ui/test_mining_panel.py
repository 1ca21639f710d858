"""The mining panel on the training county: three steps, their answers, the card of a mine, the small tools."""

import csv
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QLabel

from ronghe.plugin.county.layers import DRAWN_MARK
from ronghe.plugin.county.status_words import load_meanings
from ronghe.ui.mining_panel.ledgers_answer import short_headline
from ronghe.ui.mining_panel.mine_facts import bullets
from ronghe.ui.mining_panel.panel import MiningPanel
from ronghe.ui.mining_panel.zoning_answer import ranked_areas
from ronghe.ui.widgets import algorithm_run
from ronghe.ui.widgets.layer_combo import show_layer
from ronghe.ui.widgets.result_group import result_layers
from ronghe.ui.widgets.sheet_dialog import SheetDialog

MINUTES = 120_000


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
    layers += [QgsRasterLayer(str(file), file.stem) for file in sorted(training_data.glob("*.tif"))]
    project.addMapLayers(layers)
    return {layer.name(): layer for layer in layers}


@pytest.fixture
def iface(map_iface):
    return map_iface


@pytest.fixture
def history(monkeypatch):
    commands = []
    monkeypatch.setattr(
        algorithm_run, "add_to_history", lambda *run: commands.append(run[0].asPythonCommand(run[1], run[2]))
    )
    return commands


@pytest.fixture
def panel(provider, project, iface, history, qtbot, monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "zh_CN")
    panel = MiningPanel(iface, project)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.release()


@pytest.fixture
def filled(county, panel):
    """The panel of the training county."""
    return panel


def run(page, qtbot):
    """What a planner does: press the button, wait."""
    assert page.runButton.isEnabled(), page.runButton.toolTip()
    with qtbot.waitSignal(page.run.ended, timeout=MINUTES):
        page.runButton.click()
    assert not page.errorLabel.text(), page.errorLabel.text()


def texts(tab, column):
    """What a column of a table shows, by its heading."""
    model = tab.view.model()
    headings = [model.headerData(number, tab.view.horizontalHeader().orientation()) for number in range(99)]
    return [model.index(row, headings.index(column)).data() for row in range(model.rowCount())]


def click(tab, row):
    tab.view.clicked.emit(tab.view.model().index(row, 1))


def empty_copy(project, layer, name):
    """A layer in the project with the same fields and no features."""
    copy = layer.materialize(QgsFeatureRequest().setLimit(0))
    copy.setName(name)
    project.addMapLayer(copy)
    return copy


def choose(page, role, layer):
    """What a planner's click in a layer choice does."""
    combo = page.inputs.combos[role]
    show_layer(combo, layer)
    combo.activated.emit(combo.currentIndex())


def chosen(page):
    return {role: combo.currentLayer().name() for role, combo in page.inputs.combos.items() if combo.currentLayer()}


def result_names(project):
    return [one.name() for one in project.layerTreeRoot().children()[0].children()]


def with_status(county, word, count):
    """The first mines get another status word, unsaved as an edit in QGIS is."""
    mines = county["矿山"]
    index = mines.fields().lookupField("状态")
    mines.startEditing()
    for feature in list(mines.getFeatures())[:count]:
        mines.changeAttributeValue(feature.id(), index, word)
    return mines


# --- choices and what is wrong with them


def test_choices_are_filled_from_the_roles(filled):
    remediation = filled.remediation
    assert {"mines": "矿山", "intakes": "取水口", "dem": "yunling_dem"}.items() <= chosen(remediation).items()
    assert remediation.inputs.field_of("STATUS_FIELD") == "状态"
    assert remediation.inputs.field_of("HOLDER_FIELD") == "采矿权人"
    assert remediation.runButton.isEnabled()
    ledgers = filled.ledgers
    assert {"judged": "矿山", "landcover": "yunling_landcover"}.items() <= chosen(ledgers).items()


def test_no_step_asks_for_more_than_five_choices(filled):
    assert all(1 <= len(step.inputs.first) <= 5 for step in filled.stages)


def test_the_table_of_role_layers_is_filled_with_class_fields(filled):
    inputs = filled.remediation.inputs
    assert inputs.layer("roads").name() == "道路" and inputs.field_of("ROADS_CLASS_FIELD") == "等级"
    assert inputs.field_of("WATER_PROTECTION_CLASS_FIELD") == "级别"
    assert inputs.layer("tunnels").name() == "桥隧" and inputs.field_of("TUNNELS_CLASS_FIELD") == "类型"
    assert "缺" in filled.remediation.rowsState.text() and "油气管道" in filled.remediation.rowsState.text()
    filled.remediation.rowsState.linkActivated.emit("layers")
    assert not filled.remediation.moreBox.isCollapsed()
    empty = [label for label in filled.remediation.moreBox.findChildren(QLabel) if not label.text()]
    assert empty and not any(label.isVisible() for label in empty)


def test_a_layer_chosen_in_one_step_is_chosen_in_the_others(filled, county):
    choose(filled.zoning, "rivers", None)
    filled.reload()
    assert filled.remediation.inputs.layer("rivers") is None
    choose(filled.remediation, "rivers", county["河流"])
    assert filled.zoning.inputs.layer("rivers") == county["河流"]


def test_an_empty_project_says_what_is_missing(panel):
    for step in panel.stages:
        assert not step.runButton.isEnabled()
        assert step.reasonLabel.text().startswith("还不能计算：还没有")
        assert step.moreBox.isCollapsed()


def test_a_layer_without_crs_or_features_is_said(filled, project, county):
    empty = empty_copy(project, county["矿山"], "新矿山")
    choose(filled.remediation, "mines", empty)
    county["铁路"].setCrs(QgsCoordinateReferenceSystem())
    filled.reload()
    assert "“新矿山”中没有要素" in filled.remediation.minesSaid.text()
    assert "“铁路”没有坐标系" in filled.remediation.rolesSaid.text()
    assert not filled.remediation.runButton.isEnabled()


def test_an_empty_role_layer_leaves_out_its_rules_only(filled, project, county):
    choose(filled.remediation, "scenic_areas", empty_copy(project, county["景区"], "新景区"))
    assert filled.remediation.rolesSaid.text() == "风景名胜区图层中没有要素，按没有该图层处理。"
    assert filled.remediation.runButton.isEnabled()


def test_terrain_in_degrees_is_noted(filled, county):
    county["yunling_dem"].setCrs(QgsCoordinateReferenceSystem("EPSG:4490"))
    filled.reload()
    assert "以度为单位" in filled.remediation.demSaid.text()


def test_mines_without_status_are_noted(filled):
    box = filled.remediation.inputs.boxes["STATUS_FIELD"]
    box.setField("")
    assert "没有状态字段" in filled.remediation.STATUS_FIELDSaid.text()
    assert filled.remediation.runButton.isEnabled()


def test_a_table_that_is_not_there_opens_more(filled, tmp_path):
    filled.remediation.inputs.files["RULES"].setFilePath(str(tmp_path / "没有.csv"))
    assert "找不到文件" in filled.remediation.RULESSaid.text() and not filled.remediation.moreBox.isCollapsed()
    assert not filled.remediation.runButton.isEnabled()


# --- step 1


def test_zoning_answers(filled, project, county, qtbot, iface):
    page = filled.zoning
    run(page, qtbot)
    answer, shares = page.answer, [part.share for part in page.answer.parts.parts]
    assert filled.answerLabel.text() == f"禁止开采区占资源区 {100 * shares[0]:.1f} %"
    assert sum(shares) == pytest.approx(1.0)
    assert filled.steps.tabText(0) == "1 开采分区 ✓"
    assert result_names(project) == ["开采分区", "各规则占用面积", "未采用的规则", "采用的规则版本"]

    areas = answer.areas.table.rows
    assert {row["resource"] for row in areas} == {feature["名称"] for feature in county["资源区"].getFeatures()}
    prohibited = sum(row["prohibited"] * row["area_hm2"] for row in areas) / sum(row["area_hm2"] for row in areas)
    assert prohibited == pytest.approx(shares[0])
    click(answer.areas, 0)
    assert areas[0]["resource"] in answer.areas.said and page.detailLabel.text() == answer.areas.said
    area = next(one for one in county["资源区"].getFeatures() if one["名称"] == areas[0]["resource"])
    assert iface.canvas.extent().contains(area.geometry().boundingBox())

    classes = [row["class"] for row in answer.zones.table.rows]
    assert classes == sorted(classes, key=("prohibited", "restricted", "permitted").index)
    page.tabs.setCurrentWidget(answer.zones)
    click(answer.zones, 0)
    assert page.detailLabel.text().startswith("理由：\n· ") and "依据：" in page.detailLabel.text()

    taken = [row["area_hm2"] for row in answer.rules.table.rows]
    assert taken == sorted(taken, reverse=True)
    click(answer.rules, 0)
    assert answer.rules.said.startswith(f"{answer.rules.table.rows[0]['rule']} ")
    click(answer.left, 0)
    assert "缺少" in answer.left.said
    assert "待核" in texts(answer.edition, "核对")


def test_areas_without_a_name_stay_apart():
    zone = {"mineral": "煤", "class": "prohibited", "area_hm2": 1.0}
    zones = [{**zone, "resource": name, "fid_": fid} for fid, name in enumerate(["甲", "甲", None, None])]
    assert sorted((str(area["resource"]), area["area_hm2"]) for area in ranked_areas(zones)) == [
        ("None", 1.0),
        ("None", 1.0),
        ("甲", 2.0),
    ]


def test_all_tabs_are_in_sight_in_a_narrow_dock(filled, qtbot):
    run(filled.zoning, qtbot)
    filled.resize(380, 700)
    qtbot.wait(50)
    assert filled.minimumSizeHint().width() <= filled.minimumWidth() == 330
    for tabs in (filled.steps, filled.zoning.tabs):
        bar = tabs.tabBar()
        assert bar.tabRect(bar.count() - 1).right() <= filled.width()
    assert filled.zoning.tabs.tabText(2) == "占地" and "规则占地" in filled.zoning.tabs.tabToolTip(2)


def test_what_a_rule_needs_and_is_not_there_is_told(filled, qtbot):
    for role in ("dem", "farmland"):
        choose(filled.zoning, role, None)
    assert "可视范围的规则不采用" in filled.zoning.demSaid.text()
    run(filled.zoning, qtbot)
    left = filled.zoning.answer.left.table.rows
    assert {"永久基本农田", "高程（DEM）"} <= {row["layer"] for row in left}
    assert any("在缺少" in (row["conditional"] or "") for row in filled.zoning.answer.zones.table.rows)


# --- status words


def test_a_wrong_encoding_is_told_from_unknown_words(filled, county):
    mines = with_status(county, "\ufffd\ufffd", 3)
    filled.reload()
    assert "编码" in filled.remediation.statusWords.head.text()
    mines.rollBack()


def test_unknown_status_words_get_a_meaning(filled, project, county, qtbot, history):
    mines = with_status(county, "资源整合", 3)
    filled.reload()
    words = filled.remediation.statusWords
    assert words.isVisibleTo(filled.remediation) and words.words == [("资源整合", 3)]
    assert "不认识" in words.head.text()
    combo = words.combos["资源整合"]
    combo.setCurrentIndex(combo.findText("停产"))
    combo.activated.emit(combo.currentIndex())
    assert load_meanings(project) == {"资源整合": "idle"} and project.isDirty()
    assert "由本工程指定" in words.head.text()
    run(filled.remediation, qtbot)
    assert "STATUS_WORDS" in history[-1]
    shown = [row["status_name"] for row in filled.remediation.answer.mines.table.rows if row["状态"] == "资源整合"]
    assert shown == ["停产"] * 3
    mines.rollBack()


def test_a_meaning_can_be_kept_beside_the_project(filled, project, county, tmp_path):
    project.setFileName(str(tmp_path / "县.qgz"))
    mines = with_status(county, "资源整合", 1)
    filled.reload()
    words = filled.remediation.statusWords
    combo = words.combos["资源整合"]
    combo.setCurrentIndex(combo.findText("停产"))
    combo.activated.emit(combo.currentIndex())
    words.keepButton.click()
    assert "mine_status,资源整合,idle" in (tmp_path / "class_words.csv").read_text(encoding="utf-8-sig")
    assert not words.isVisible()
    mines.rollBack()


def test_zones_without_any_rule_are_no_leave_to_mine(county, panel, project, qtbot):
    project.removeMapLayers([layer.id() for layer in county.values() if layer.name() != "资源区"])
    qtbot.waitUntil(lambda: list(chosen(panel.zoning)) == ["resources"], timeout=2000)
    run(panel.zoning, qtbot)
    assert panel.answerLabel.text() == "没有管控图层参与，还不能判断哪里禁止开采"
    assert "没有采用" in panel.zoning.secondLabel.text()


# --- step 2 and the card


@pytest.fixture
def judged(filled, qtbot):
    """The panel after step 2."""
    filled.steps.setCurrentWidget(filled.remediation)
    run(filled.remediation, qtbot)
    return filled


def test_remediation_answers(judged, project, history):
    answer = judged.remediation.answer
    assert judged.answerLabel.text().startswith("整治重点区") and judged.answerLabel.isVisible()
    assert judged.steps.tabText(1) == "2 整治分区 ✓"
    assert judged.answerLabel.text() in judged.steps.tabToolTip(1)
    judged.steps.setCurrentWidget(judged.zoning)
    assert not judged.answerLabel.isVisible()
    judged.steps.setCurrentWidget(judged.remediation)
    assert judged.answerLabel.isVisible()
    assert judged.remediation.secondLabel.text().startswith("共 25 座矿山")
    ranks = [int(rank) for rank in texts(answer.mines, "名次")]
    assert len(ranks) == 25 and ranks == sorted(ranks) and ranks[0] == 1
    assert texts(answer.zones, "等级") == sorted(
        texts(answer.zones, "等级"), key=("重点", "次重点", "一般").index
    )
    assert sum(part.share for part in answer.parts.parts) == pytest.approx(1.0)
    assert result_names(project) == ["矿山整治次序", "整治分区"]
    assert project.layerTreeRoot().children()[0].name() == "融合规划 · 整治分区"
    assert "ronghe:remediationzones" in history[0] and "'ROADS_CLASS_FIELD':'等级'" in history[0]


def test_a_mine_in_the_table_opens_its_card_and_the_map(judged, iface, county):
    answer = judged.remediation.answer
    assert not answer.card.isVisible()
    click(answer.mines, 0)
    row = answer.mines.table.rows[0]
    card = answer.card
    assert card.isVisible() and card.nameLabel.text() == row["mine_name"]
    assert "重点" in card.kindLabel.text() and card.triggerLabel.text() == row["trigger"]
    assert card.placeLabel.text().startswith("第 1 名")
    for title in ("整治措施", "责任主体", "理由", "法规依据"):
        assert title in card.sectionsLabel.text() + card.rulesLabel.text()
    total = sum(row[name] for name in row if name.startswith("c_"))
    assert total == pytest.approx(row["score"])
    assert "饮用水水源" in [bar.label for bar in card.chart.bars]
    mine = next(one for one in county["矿山"].getFeatures() if one["名称"] == row["mine_name"])
    assert iface.canvas.extent().contains(mine.geometry().boundingBox())
    assert iface.canvas.scale() >= 49_999


def test_a_mine_in_the_map_opens_its_card(judged, iface):
    answer = judged.remediation.answer
    judged.remediation.pickButton.click()
    assert iface.canvas.mapTool() == judged.remediation.pick.tool
    row = answer.mines.table.rows[7]
    feature = judged.remediation.pick.layer.getFeature(row["fid_"])
    judged.remediation.pick.tool.featureIdentified.emit(feature)
    assert answer.card.nameLabel.text() == row["mine_name"] and answer.card.isVisible()
    assert answer.mines.view.selectionModel().selectedRows()[0].row() == 7
    judged.remediation.pickButton.click()
    assert iface.canvas.mapTool() is None


def test_the_map_is_given_back_when_the_mines_go(judged, project, iface):
    judged.remediation.pickButton.click()
    project.removeMapLayers([judged.remediation.answer.mines.table.layer_id])
    assert iface.canvas.mapTool() is None
    assert not judged.remediation.pickButton.isEnabled() and not judged.remediation.pickButton.isChecked()
    click(judged.remediation.answer.mines, 0)
    assert "重新计算" in judged.remediation.answer.mines.said


def test_a_zone_shows_itself_and_its_reasons(judged, iface):
    zones = judged.remediation.answer.zones
    click(zones, 0)
    judged.remediation.tabs.setCurrentWidget(zones)
    assert judged.remediation.detailLabel.text() == zones.said
    assert zones.said.startswith("重点整治区，区内矿山：") and "\n· " in zones.said


def test_tables_are_saved_for_excel(judged, iface, tmp_path):
    answer = judged.remediation.answer
    answer.export(tmp_path / "矿山.csv")
    rows = list(csv.reader((tmp_path / "矿山.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:4] == ["名次", "矿山", "等级", "评分"] and len(rows) == 26
    assert rows[1][:3] == ["1", answer.mines.table.rows[0]["mine_name"], "重点"]
    answer.export(tmp_path / "没有" / "矿山.csv")
    assert "没有写出" in iface.said[-1]


def test_a_layer_that_goes_is_why_a_run_was_cancelled(filled, project, county, qtbot):
    page = filled.remediation
    page.runButton.click()
    project.removeMapLayers([county["河流"].id()])
    assert not page.run.running
    assert page.errorLabel.text() == "图层已被移除，计算已取消。"
    run(page, qtbot)  # a layer that may be missing: the next run is not said to be cancelled


def test_mines_outside_the_county_are_not_counted_as_ranked(filled, project, county, qtbot):
    mines = county["矿山"]
    away = next(mines.getFeatures())
    mines.startEditing()
    mines.changeGeometry(away.id(), QgsGeometry.fromWkt("MultiPolygon(((0 0, 100 0, 100 100, 0 0)))"))
    page = filled.remediation
    run(page, qtbot)
    mines.rollBack()
    answer = page.answer
    assert page.tabs.tabText(0) == "矿山次序（24）" and "共 24 座矿山" in page.secondLabel.text()
    assert texts(answer.mines, "名次")[-1] == "—" and texts(answer.mines, "矿山")[-1] == away["名称"]
    assert "另有 1 座在县域以外" in page.detailLabel.text()


def test_cancel_leaves_no_result(filled, project, county, qtbot):
    before = len(project.mapLayers())
    page = filled.remediation
    filled.steps.setCurrentWidget(page)
    page.runButton.click()
    assert page.progressBox.isVisible() and not page.runButton.isVisible()
    with qtbot.waitSignal(page.run.ended, timeout=MINUTES):
        page.cancelButton.click()
    assert page.errorLabel.text() == "已取消，没有留下结果。"
    assert not page.resultsBox.isVisible() and len(project.mapLayers()) == before
    assert not filled.answerLabel.isVisible() and filled.steps.tabText(1) == "2 整治分区"


def test_one_step_at_a_time(filled, qtbot):
    with qtbot.waitSignal(filled.remediation.run.ended, timeout=MINUTES):
        filled.remediation.runButton.click()
        assert not filled.ledgers.runButton.isEnabled()
        assert "“整治分区”正在计算" in filled.ledgers.reasonLabel.text()
    assert filled.ledgers.runButton.isEnabled()


def test_results_can_go_into_a_geopackage(filled, project, qtbot, tmp_path):
    filled.remediation.savePath.setText(str(tmp_path / "结果"))
    run(filled.remediation, qtbot)
    layer = project.layerTreeRoot().children()[0].children()[0].layer()
    assert layer.providerType() == "ogr" and (tmp_path / "结果.gpkg").exists()
    assert filled.remediation.keeping.label.text() == f"结果已存入 {tmp_path / '结果.gpkg'}。"
    project.clear()


def tables_of(path):
    return sorted(table.name() for table in QgsProviderRegistry.instance().querySublayers(str(path)))


def test_a_second_run_replaces_its_own_tables_and_no_others(filled, project, county, qtbot, tmp_path):
    page, place = filled.remediation, tmp_path / "结果.gpkg"
    own = QgsVectorFileWriter.SaveVectorOptions()
    own.layerName = "整治分区"  # the planner's, by chance of the same name
    towns = county["乡镇"]
    QgsVectorFileWriter.writeAsVectorFormatV3(towns, str(place), project.transformContext(), own)
    page.savePath.setText(str(place))
    run(page, qtbot)
    assert tables_of(place) == ["整治分区", "整治分区 2", "矿山整治次序"]
    before = {layer.id() for layer in project.mapLayers().values()}
    copy = result_layers(project, page.OWNER)["ZONES"].clone()
    copy.setCustomProperty(DRAWN_MARK, "as a sheet draws it")
    project.addMapLayer(copy)

    page.inputs.slots["BUFFER"].itemAt(0).widget().setValue(900)
    run(page, qtbot)
    assert tables_of(place) == ["整治分区", "整治分区 2", "矿山整治次序"]
    planned = QgsVectorLayer(f"{place}|layername=整治分区", "", "ogr")
    assert planned.featureCount() == towns.featureCount()
    results = result_layers(project, page.OWNER)
    assert {layer.id() for layer in results.values()}.isdisjoint(before | {copy.id()})
    written = QgsVectorLayer(f"{place}|layername=整治分区 2", "", "ogr")
    area = sum(feature["area_hm2"] for feature in written.getFeatures())
    assert area == pytest.approx(sum(feature["area_hm2"] for feature in results["ZONES"].getFeatures()))
    assert area == pytest.approx(sum(row["area_hm2"] for row in page.answer.zones.table.rows))
    project.clear()


def test_results_go_beside_a_saved_project(filled, project, tmp_path, qtbot):
    page = filled.zoning
    assert page.savePath.text() == ""
    project.setFileName(str(tmp_path / "县.qgz"))
    assert page.savePath.text() == str(tmp_path / "融合规划_开采分区.gpkg")
    page.savePath.clear()
    filled.reload()
    project.setFileName(str(tmp_path / "另存.qgz"))
    assert page.savePath.text() == ""
    run(page, qtbot)
    assert "关闭 QGIS 就会丢失" in page.keeping.label.text() and page.keeping.label.isVisible()


def test_a_place_that_only_seems_writable_is_refused_before_the_run(filled):
    filled.zoning.savePath.setText("/proc/结果.gpkg")
    assert "不能写入 /proc/结果.gpkg" in filled.zoning.saveSaid.text()
    assert not filled.zoning.runButton.isEnabled()


def test_another_project_leaves_nothing_of_the_last(judged, project, qtbot):
    project.clear()
    assert not judged.answerLabel.isVisible() and not judged.remediation.resultsBox.isVisible()
    qtbot.waitUntil(lambda: not judged.remediation.runButton.isEnabled(), timeout=2000)


# --- step 3


def test_ledgers_take_the_mines_that_were_judged(judged, project, qtbot):
    page = judged.ledgers
    qtbot.waitUntil(lambda: chosen(page)["judged"] == "矿山整治次序", timeout=2000)
    assert chosen(judged.remediation)["mines"] == "矿山"
    assert page.inputs.field_of("STATUS_FIELD") == "status" and page.inputs.field_of("NAME_FIELD") == "名称"
    run(page, qtbot)
    judged.steps.setCurrentWidget(page)
    answer = page.answer
    assert "测算" in judged.answerLabel.text() and "测算" in page.secondLabel.text()
    costs = [row["restoration_cost"] for row in answer.responsibility.table.rows]
    assert len(costs) == 25 and costs == sorted(costs, reverse=True)
    assert {"责任", "受益"} == set(texts(answer.totals, "台账"))
    click(answer.responsibility, 0)
    assert "待核" in answer.responsibility.said
    assert all("测算" in name for name in result_names(project))
    click(judged.remediation.answer.mines, 0)
    debt = answer.debt_of(judged.remediation.answer.mines.table.rows[0]["mine_name"])
    assert "万元" in debt and debt in judged.remediation.answer.card.sectionsLabel.text()
    assert not page.sheetButton.isVisible()


def test_what_has_no_price_is_not_said_to_cost_nothing(filled, qtbot):
    page = filled.ledgers
    for role in ("landcover", "landuse", "water_protection", "reserves"):
        choose(page, role, None)
    run(page, qtbot)
    assert page.answer.headline == "测算：修复费用未能计价，受益补偿未测算"


def test_sums_in_large_letters():
    mines = [{"restoration_cost": 2e7}, {"restoration_cost": None}]
    values = {"RESTORATION_COST": 2e7, "SERVICE_VALUE": 1e8}
    said = short_headline(mines, [{"service_value": 1e8}], values)
    assert said == "测算：修复 2,000 万元（另有 1 座未能计价），受益补偿上限 10,000 万元/年"
    assert short_headline(mines[:1], [], values) == "测算：修复 2,000 万元，受益补偿未测算"


# --- the small tools


def test_visible_range_looks_from_trunk_roads(filled, qtbot):
    tool = filled.visible_range
    assert "规划参数，不是法定距离" in tool.purposeLabel.text()
    trunk = tool.parameters()["OBSERVERS"]
    assert {feature["等级"] for feature in trunk.getFeatures()} <= {"国道", "省道", "高速公路"}
    tool.trunkCheck.setChecked(False)
    assert tool.parameters()["OBSERVERS"].featureCount() > trunk.featureCount() > 0
    tool.trunkCheck.setChecked(True)
    run(tool, qtbot)
    assert "25 处目标中有" in tool.secondLabel.text() and "请把图层另存" in tool.keeping.label.text()


def test_what_can_be_seen_lies_below_all_results(filled, project, qtbot):
    run(filled.visible_range, qtbot)
    run(filled.zoning, qtbot)
    run(filled.visible_range, qtbot)
    names = [node.name() for node in project.layerTreeRoot().children()]
    seen = names.index("看得到该处的观察点数")
    assert max(place for place, name in enumerate(names) if name.startswith("融合规划 · ")) == seen - 1
    assert names.count("看得到该处的观察点数") == 1
    assert result_layers(project, "mining_visible")["OUTPUT"].opacity() == pytest.approx(0.5)


def test_quarries_are_grouped(filled, qtbot):
    tool = filled.quarries
    assert tool.inputs.plain["MAX_DIAMETER"]() == 0 and tool.inputs.field_of("MINERAL_FIELD") == "矿种"
    run(tool, qtbot)
    assert "石料厂 9 处" in tool.secondLabel.text()


def test_sentences_stand_one_under_the_other():
    said = "位于红线内（R25，第一条）。距国道 100 米以内。"
    assert bullets(said) == "· 位于红线内（R25，第一条）。\n· 距国道 100 米以内。"
    assert bullets(said, "位于红线内（R25，第一条）。") == "· 距国道 100 米以内。"
    assert bullets("Inside the red line. Near a road, 3.5 km.") == "· Inside the red line.\n· Near a road, 3.5 km."


# --- sheets


def test_the_zones_become_a_sheet(judged, project, iface, qtbot, monkeypatch):
    def answer(dialog):
        dialog.planTitleEdit.setText("云岭县国土空间总体规划")
        dialog.open_layout()
        if not iface.designed:  # typefaces are missing: told once, then it goes on
            dialog.open_layout()
        assert not dialog.errorLabel.text(), dialog.errorLabel.text()

    monkeypatch.setattr(SheetDialog, "exec", answer)
    judged.remediation.sheetButton.click()
    assert len(iface.designed) == 1 and "修复" in iface.designed[0].name()

    # The sheet draws copies: none of them is an input, and they outlive the results.
    copies = [layer for layer in project.mapLayers().values() if layer.customProperty(DRAWN_MARK)]
    assert copies
    judged.reload()
    for page in judged.pages:
        for combo in page.inputs.combos.values():
            assert not {combo.layer(row) for row in range(combo.count())} & set(copies)
    assert judged.ledgers.inputs.layer("judged").id() == judged.remediation.answer.mines.table.layer_id
    run(judged.remediation, qtbot)
    assert all(project.mapLayer(layer_id) for layer_id in [layer.id() for layer in copies])


def test_a_file_that_cannot_be_written_is_said_before_the_sheet_is_drawn(judged, project, iface, monkeypatch):
    dialog = SheetDialog(iface, project, "图", lambda words: pytest.fail("drawn"), judged)
    dialog.export(Path("/proc/图.pdf"))
    assert "不能写入 /proc/图.pdf" in dialog.errorLabel.text()


def test_the_table_stays_in_sight_whatever_is_said_of_a_row(judged, qtbot):
    page = judged.remediation
    judged.resize(400, 560)
    zones = page.answer.zones
    page.tabs.setCurrentWidget(zones)
    click(zones, 0)
    qtbot.wait(50)
    top = page.tabs.mapTo(page.scrollArea, page.tabs.rect().topLeft()).y()
    assert page.detailLabel.height() > page.scrollArea.height() / 2
    assert 0 <= top < page.scrollArea.height() / 2


def test_the_card_has_the_wording_of_every_rule_also_of_those_with_classes(qgis_app):
    from ronghe.ui.mining_panel.mine_facts import rule_texts

    texts = rule_texts("R1|provincial;R3;R27|second class", QgsProject.instance())
    assert [text.split("，")[0] for text in texts] == ["R1", "R3", "R27"]
    assert texts[0] == "R1，公路安全保护条例第17条第1项：距省道用地外缘 100 米以内，禁止采矿、采石、取土、爆破。"
    assert "二级保护区" in texts[2]
