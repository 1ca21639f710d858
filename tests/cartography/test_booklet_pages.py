"""Cover and contents of a booklet."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry, QgsProject

from ronghe.plugin.cartography.booklet_pages import ContentsRow, contents_count, contents_layouts, cover_layout
from ronghe.plugin.cartography.facts import SheetFacts

FACTS = {
    "plan_title": "云岭县国土空间总体规划（2021—2035年）",
    "organisation": "云岭县人民政府",
    "date_text": "二〇二六年十一月",
    "secrecy": "内部资料",
    "approval": "晋S（2026）015号",
}
COUNTY = QgsGeometry.fromWkt("MULTIPOLYGON(((0 0,9 0,9 6,4 9,0 6,0 0)),((20 20,20.01 20,20 20.01,20 20)))")


@pytest.fixture
def project(qgis_app):
    project = QgsProject()
    yield project
    project.clear()


def texts(layout) -> list[str]:
    return [item.text() for item in layout.items() if hasattr(item, "text")]


@pytest.mark.parametrize("paper", ["A3", "A4", "A3 竖", "900x1200"])
def test_the_cover_has_all_words_and_the_county_inside_its_frame(project, paper):
    layout = cover_layout(project, SheetFacts(**FACTS, paper=paper), COUNTY, "图集")
    said = texts(layout)
    for text in (*FACTS.values(), "图　集"):
        assert any(text in one for one in said), text
    frame, county = layout.itemById("frame_inner"), layout.itemById("county_1")
    inside = frame.mapRectToScene(frame.rect())
    assert inside.contains(county.mapRectToScene(county.rect()))
    assert layout.itemById("county_2") is None, "a speck of the county is left out"
    words = layout.itemById("organisation")
    assert not words.mapRectToScene(words.rect()).intersects(county.mapRectToScene(county.rect()))


def test_words_that_nobody_gave_leave_no_label(project):
    layout = cover_layout(project, SheetFacts("某县规划"), COUNTY, "图集")
    assert all(layout.itemById(name) is None for name in ("secrecy", "approval", "organisation", "date"))


@pytest.mark.parametrize("count", [1, 25, 100])
def test_the_contents_have_as_many_pages_as_they_need(project, count):
    long = "，其后还有很多字" * 12
    titles = [f"图{i}{long if i == 3 else ''}" for i in range(count)]
    rows = [ContentsRow(f"{i:02d}", title, "管控型", "1:120 000", i + 3, i % 2) for i, title in enumerate(titles)]
    layouts = contents_layouts(project, SheetFacts(**FACTS), rows)
    assert len(layouts) == contents_count("A3", count)
    shown = []
    for layout in layouts:
        frame = layout.itemById("contents")
        table = frame.multiFrame()
        assert table.totalHeight() <= frame.rect().height()
        inner = layout.itemById("frame_inner")
        assert inner.mapRectToScene(inner.rect()).contains(frame.mapRectToScene(frame.rect()))
        shown += [row[1].content().strip("　") for row in table.tableContents()[1:]]
    assert [title.split("，")[0] for title in shown] == [row.title.split("，")[0] for row in rows]
    assert count < 4 or shown[3].endswith("…")
