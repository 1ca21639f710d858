"""Bar charts of a sheet, and what else the strip and the sides of the map may hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsLayoutExporter, QgsPrintLayout, QgsProject
from qgis.PyQt.QtGui import QColor

from ronghe.plugin.cartography.boxes import Box
from ronghe.plugin.cartography.chart import Bar, ChartSpec, Series, add_chart, measured_chart
from ronghe.plugin.cartography.sheet import build_sheet

RED, BLUE = QColor(200, 40, 40), QColor(40, 40, 200)
AMOUNTS = ChartSpec(
    "各乡镇面积",
    (Series("面积", RED),),
    (Bar("甲镇", (30.0,), "30"), Bar("乙镇", (15.0,), "15"), Bar("丙镇", (0.0,), "—")),
)
SHARES = ChartSpec(
    "构成", (Series("农业", RED), Series("生态", BLUE)), (Bar("甲镇", (1.0, 3.0)), Bar("乙镇", (5.0, 5.0))), shares=True
)


def drawn(chart: ChartSpec, width: float = 90.0) -> dict[str, Box]:
    layout = QgsPrintLayout(QgsProject.instance())
    fit = measured_chart(chart, 8.0, width)
    add_chart(layout, "chart_1", fit, Box(10, 10, width, fit.height))
    return boxes(layout)


def boxes(layout) -> dict[str, Box]:
    found = {}
    for item in layout.items():
        name = getattr(item, "id", lambda: "")()
        if name:
            at, size = item.scenePos(), item.rect()
            found[name] = Box(at.x(), at.y(), size.width(), size.height())
    return found


def test_bars_are_as_long_as_their_amounts_and_values_stand_behind_them(qgis_app):
    found = drawn(AMOUNTS)
    longest, half = found["chart_1_bar_1_1"], found["chart_1_bar_2_1"]
    assert half.w == pytest.approx(longest.w / 2, rel=1e-3) and half.x == pytest.approx(longest.x)
    assert "chart_1_bar_3_1" not in found and found["chart_1_bar_3_text"].x < half.right
    assert found["chart_1_bar_1_text"].x > longest.right
    assert all(one.right <= 100.1 for one in found.values())


def test_divided_bars_are_of_one_length_and_say_their_larger_shares(qgis_app):
    found = drawn(SHARES)
    first, second = found["chart_1_bar_1_1"], found["chart_1_bar_1_2"]
    assert second.w == pytest.approx(3 * first.w, rel=1e-3) and second.x == pytest.approx(first.right)
    assert second.right == pytest.approx(found["chart_1_bar_2_2"].right)
    assert {"chart_1_key_1_name", "chart_1_key_2_name", "chart_1_bar_1_2_share"} <= set(found)


def test_a_chart_that_has_no_room_for_its_bars_is_not_drawn(qgis_app):
    long = ChartSpec("面积", (Series("面积", RED),), (Bar("名字很长很长很长很长的一个镇" * 3, (1.0,), "1"),))
    assert measured_chart(long, 8.0, 90.0) is None


@pytest.mark.parametrize("parts", [(1.0,), (1.0, -2.0)])
def test_bars_must_fit_the_series_and_have_no_negative_parts(parts):
    with pytest.raises(ValueError, match="甲镇"):
        ChartSpec("构成", (Series("农业", RED), Series("生态", BLUE)), (Bar("甲镇", parts),))


@pytest.mark.parametrize("county", [{}, {"width_km": 90, "height_km": 30, "towns": 8}], ids=["side", "bottom"])
def test_a_sheet_takes_charts_beside_its_tables(made_up, county):
    project, layers = made_up.county(**county)
    charts = (AMOUNTS, replace(SHARES, bars=()))
    layout = build_sheet(project, made_up.chinese_spec(), layers.sheet(), made_up.town_table(layers), charts=charts)
    QgsLayoutExporter(layout).renderPageToImage(0, dpi=20)
    found = boxes(layout)
    parts = [found[name] for name in ("legend", "table_1", "headline_ground", "notes") if name in found]
    chart = [box for name, box in found.items() if name.startswith("chart_1_")]
    assert chart and not any(name.startswith("chart_2") for name in found)
    assert not any(one.overlaps(part) for one in chart for part in parts)
    assert all(found["frame_inner"].holds(one) for one in chart)
    project.clear()


def test_charts_give_way_before_type_becomes_small(made_up):
    project, layers = made_up.county()
    many = ChartSpec("面积", (Series("面积", RED),), tuple(Bar(f"{at}镇", (1.0,), "1") for at in range(60)))
    layout = build_sheet(project, made_up.chinese_spec(), layers.sheet(), made_up.town_table(layers), charts=(many,))
    assert not any(name.startswith("chart_") for name in boxes(layout))
    project.clear()


@pytest.mark.parametrize("title", ["县域国土空间控制线规划图（城关镇）", "Control lines of the county (Chengguan)"])
def test_a_vertical_title_stands_beside_the_map_and_not_above_it(made_up, title):
    project, layers = made_up.county()
    spec = replace(made_up.chinese_spec(), theme_title=title, vertical_title=True)
    layout = build_sheet(project, spec, layers.sheet(), made_up.town_table(layers))
    band, main = boxes(layout)["title_ground"], boxes(layout)["main_map"]
    letters = [item for item in layout.items() if getattr(item, "id", lambda: "")().startswith("theme_title")]
    assert not band.overlaps(main) and boxes(layout)["frame_inner"].holds(band)
    for letter in letters:
        around = letter.mapToScene(letter.rect()).boundingRect()
        assert band.holds(Box(around.x(), around.y(), around.width(), around.height()), 0.1)
    if len(letters) > 1:
        assert len(letters) == len(title) and "︵" in {letter.text() for letter in letters}
    project.clear()
