"""A planner's own layout of a sheet: saved from ours, changed, and filled again."""

from __future__ import annotations

import pytest
from qgis.core import QgsLayoutExporter, QgsLayoutItemLabel, QgsProject
from qgis.PyQt.QtCore import QRectF


@pytest.fixture
def qpt(sheet, tmp_path):
    from ronghe.plugin.cartography.templates import save_template

    return save_template(sheet[2], tmp_path / "living_circle.qpt")


@pytest.fixture
def another(made_up):
    """The sheet of another county with other layers."""
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county(width_km=60, height_km=30, towns=5, seed=9)
    spec = made_up.chinese_spec(theme_title="另一张图")
    layout = build_sheet(project, spec, layers.sheet(), made_up.town_table(layers))
    yield project, layout
    project.clear()


def test_a_template_of_one_county_takes_all_of_another(qpt, another):
    from ronghe.plugin.cartography.scales import is_round
    from ronghe.plugin.cartography.templates import with_template

    project, built = another
    layout, notes = with_template(project, built, qpt)
    assert notes == ()
    assert layout.itemById("theme_title").text() == "另一张图"
    main, ours = layout.itemById("main_map"), built.itemById("main_map")
    assert [layer.id() for layer in main.layers()] == [layer.id() for layer in ours.layers()]
    assert is_round(main.scale()) and main.extent().contains(ours.layers()[0].extent())
    legend = layout.itemById("legend").model().rootGroup()
    assert all(node.layer() is not None for node in legend.findLayers())
    assert [group.name() for group in legend.children()] == [
        group.name() for group in built.itemById("legend").model().rootGroup().children()
    ]
    rows = layout.itemById("table_1").multiFrame().tableContents()
    assert rows[1][0].content() == built.itemById("table_1").multiFrame().tableContents()[1][0].content()
    assert len(rows) == 1 + 5
    assert not QgsLayoutExporter(layout).renderPageToImage(0, dpi=40).isNull()


def test_place_and_own_words_of_the_template_stay(sheet, another, tmp_path):
    from ronghe.plugin.cartography.templates import save_template, with_template

    project, built = another
    mine = sheet[2].clone()
    mine.itemById("legend").attemptSetSceneRect(QRectF(20, 200, 60, 60))
    mine.removeLayoutItem(mine.itemById("notes"))
    seal = QgsLayoutItemLabel(mine)
    seal.setId("seal")
    seal.setText("规划专用章")
    mine.addLayoutItem(seal)
    layout, notes = with_template(project, built, save_template(mine, tmp_path / "另一张图.qpt"))
    assert layout.itemById("legend").scenePos().y() == pytest.approx(200)
    assert layout.itemById("seal").text() == "规划专用章"
    assert len(notes) == 1 and "notes" in notes[0] and "另一张图.qpt" in notes[0]


def test_what_the_sheet_has_not_is_hidden(qpt, made_up):
    from ronghe.plugin.cartography.sheet import build_sheet
    from ronghe.plugin.cartography.templates import with_template

    project, layers = made_up.county()
    built = build_sheet(project, made_up.chinese_spec(headline_text="", headline_value=""), layers.sheet())
    layout, _ = with_template(project, built, qpt)
    for gone in ("table_1", "table_1_title", "headline_value"):
        assert not layout.itemById(gone).isVisible(), gone
    assert layout.itemById("notes").isVisible()
    project.clear()


def test_the_template_beside_the_project_is_found_by_id_or_title(tmp_path):
    from ronghe.plugin.cartography.templates import project_template

    project = QgsProject()
    assert project_template(project, "minerals", "县域矿产资源规划图") is None
    assert project.write(str(tmp_path / "county.qgz"))
    assert project_template(project, "minerals", "县域矿产资源规划图") is None
    (tmp_path / "县域矿产资源规划图.qpt").write_text("")
    assert project_template(project, "minerals", "县域矿产资源规划图").name == "县域矿产资源规划图.qpt"
    (tmp_path / "minerals.qpt").write_text("")
    assert project_template(project, "minerals", "县域矿产资源规划图").name == "minerals.qpt"


def test_rows_words_and_entries_beyond_the_template_are_all_shown(sheet, made_up, tmp_path):
    """A small, low template: the table grows and says so, the headline and the legend shrink."""
    from ronghe.plugin.cartography.sheet import build_sheet
    from ronghe.plugin.cartography.templates import save_template, with_template

    mine = sheet[2].clone()
    for name, width, height in (("table_1", 89, 12), ("headline_value", 30, 12), ("legend", 60, 70)):
        item = mine.itemById(name)
        item.attemptSetSceneRect(QRectF(item.scenePos().x(), item.scenePos().y(), width, height))
    project, layers = made_up.county(towns=12)
    spec = made_up.chinese_spec(headline_value="339.8 平方公里（26.96 %）")
    built = build_sheet(project, spec, layers.sheet(), made_up.town_table(layers))
    layout, notes = with_template(project, built, save_template(mine, tmp_path / "narrow.qpt"))
    table = layout.itemById("table_1")
    assert table.multiFrame().totalHeight() <= table.rect().height()
    assert table.rect().width() == pytest.approx(mine.itemById("table_1").rect().width(), abs=0.1)
    assert len(notes) == 1 and "table_1" in notes[0]
    figure = layout.itemById("headline_value")
    assert figure.font().pointSizeF() < mine.itemById("headline_value").font().pointSizeF()
    legend = layout.itemById("legend")
    QgsLayoutExporter(layout).renderPageToImage(0, dpi=30)
    assert legend.rect().width() <= 61 and legend.rect().height() <= 71
    project.clear()


def test_notes_are_broken_anew_for_the_template_and_never_cut_off(sheet, made_up, tmp_path):
    from ronghe.plugin.cartography.measure import text_height
    from ronghe.plugin.cartography.sheet import build_sheet
    from ronghe.plugin.cartography.templates import save_template, with_template

    mine = sheet[2].clone()
    mine.itemById("notes").attemptSetSceneRect(QRectF(320, 230, 78, 14))
    path = save_template(mine, tmp_path / "mine.qpt")
    project, layers = made_up.county(seed=4)
    long = "面积按椭球面积计算，里程按图上线路中心线量算，与统计年报可能不一致" * 3
    spec = made_up.chinese_spec(notes=(long, "Roads are those of 2024, as surveyed"))
    built = build_sheet(project, spec, layers.sheet())
    layout, said = with_template(project, built, path)
    label = layout.itemById("notes")
    assert "".join(label.text().split()) == "".join(built.itemById("notes").text().split())
    assert "as surveyed" in label.text().replace("\n", " ")
    points = label.font().pointSizeF()
    fits = text_height(label.text(), points) <= label.rect().height() + 1
    assert fits and points < mine.itemById("notes").font().pointSizeF()
    assert label.rect().height() <= 14.1 or any("notes" in sentence for sentence in said)
    project.clear()


@pytest.mark.parametrize("content", ["", "<Layout/>", "no xml"])
def test_what_is_no_template_is_said(another, tmp_path, content):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.templates import with_template

    path = tmp_path / "broken.qpt"
    path.write_text(content)
    with pytest.raises(SheetFault) as caught:
        with_template(*another, path)
    assert "broken.qpt" in caught.value.sentence()
