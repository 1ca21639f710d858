"""Long words widen the strip no more than they need, so that the map keeps its scale."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsLayoutExporter, QgsProject

from ronghe.plugin import language
from ronghe.plugin.cartography.boxes import Box
from ronghe.plugin.cartography.facts import SheetFacts
from ronghe.plugin.cartography.mining_sheet import ZoningResults, mining_sheet
from ronghe.plugin.cartography.page import BOTTOM_STRIP, SIDE_STRIP, WIDER_STRIPS, arrangements, page_of
from ronghe.plugin.cartography.sheet import build_sheet
from ronghe.plugin.cartography.spec import Column, TableSpec

PARTS = (
    *("main_map", "legend", "headline_ground", "notes_title", "notes"),
    *("table_1_title", "table_1_part_1", "table_2_title", "table_2_part_1"),
)


def boxes(layout) -> dict[str, Box]:
    QgsLayoutExporter(layout).renderPageToImage(0, dpi=20)
    layout.refresh()
    items = ((getattr(item, "id", lambda: "")(), item) for item in layout.items())
    return {name: _box(item) for name, item in items if name}


def _box(item) -> Box:
    at, size = item.scenePos(), item.rect()
    return Box(at.x(), at.y(), size.width(), size.height())


def strip_width(layout) -> float:
    found = boxes(layout)
    return found["frame_inner"].right - found["main_map"].right


def scale(layout) -> float:
    return layout.itemById("main_map").scale()


def test_strips_beside_the_map_grow_in_steps():
    page = page_of("A3", 1.0)
    side, bottom, *wider = arrangements(page)
    assert bottom.strip.h == pytest.approx(BOTTOM_STRIP)
    assert [one.columns for one in (side, *wider)] == [1, 1, 1, 2]
    assert [one.strip.w for one in (side, *wider)] == pytest.approx([SIDE_STRIP, *WIDER_STRIPS, 2 * SIDE_STRIP])
    assert all(one.map.w + one.strip.w == pytest.approx(page.inner.w) for one in (side, *wider))


def test_a_table_a_little_too_wide_takes_a_little_more_room(made_up):
    project, layers = made_up.county()
    usual = build_sheet(project, made_up.chinese_spec(), layers.sheet(), made_up.town_table(layers))
    assert strip_width(usual) == pytest.approx(SIDE_STRIP, abs=0.1)
    before = scale(usual)
    columns = tuple(Column(name, width=25.0) for name in ("No.", "Object", "Effect", "Concerned"))
    table = TableSpec("Rules", columns, (("R1", "National road", "Prohibited", "331"),))
    layout = build_sheet(project, made_up.chinese_spec(), layers.sheet(), table)
    assert strip_width(layout) == pytest.approx(WIDER_STRIPS[0], abs=0.1) and scale(layout) == pytest.approx(before)
    project.clear()


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setattr("ronghe.plugin.language.QgsApplication.locale", lambda: "en_US")
    language.install_translator()
    yield
    language.remove_translator()


def zoning_sheet_of_training(training_data, mining_results):
    from ronghe.plugin.county.roles import project_roles

    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4546"))
    mining_results.open_training(training_data, project)
    roles = project_roles(project)
    facts = SheetFacts("Master plan of Yunling County", "Yunling County", "Natural Resources Bureau", "November 2026")
    return project, mining_sheet(project, roles, ZoningResults(*mining_results.zoning(project)), facts)


def test_the_english_mineral_sheet_keeps_the_scale_of_the_chinese_one(
    qgis_app, training_data, mining_results, request
):
    project, chinese = zoning_sheet_of_training(training_data, mining_results)
    assert strip_width(chinese) == pytest.approx(SIDE_STRIP, abs=0.1)
    wanted = scale(chinese)
    project.clear()
    request.getfixturevalue("english")
    project, layout = zoning_sheet_of_training(training_data, mining_results)
    assert "Mineral resources plan" in layout.name()
    assert scale(layout) == pytest.approx(wanted) and strip_width(layout) <= WIDER_STRIPS[-1] + 0.1
    found = {name: box for name, box in boxes(layout).items() if name in PARTS}
    assert {"main_map", "legend", "notes", "headline_ground"} < set(found)
    for one in found:
        assert not [other for other in found if other != one and found[one].overlaps(found[other])], one
    project.clear()
