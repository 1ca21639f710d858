"""A sheet of any county: everything on the page, nothing on top of anything else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTree,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsProject,
    QgsVectorLayer,
)

ON_THE_PAGE = ("plan_title", "theme_title", "frame_outer", "organisation", "drawing_office")
IN_THE_FRAME = (
    *("main_map", "legend", "headline_ground", "table_1_title", "table_1", "notes_title", "notes", "locator"),
    "ornament_ground",
)
ON_THE_MAP = ("ornament_ground", "locator")

COUNTIES = {
    "ordinary": {},
    "wide": {"width_km": 90, "height_km": 30, "towns": 8},
    "tall": {"width_km": 20, "height_km": 80, "towns": 12},
    "small": {"width_km": 9, "height_km": 11, "towns": 4},
    "many towns": {"width_km": 70, "height_km": 60, "towns": 22},
}


@pytest.fixture(scope="module", params=COUNTIES, ids=COUNTIES.keys())
def any_sheet(request, made_up):
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county(**COUNTIES[request.param])
    layout = build_sheet(project, made_up.chinese_spec(), layers.sheet(), made_up.town_table(layers))
    yield layout
    project.clear()


def boxes(layout) -> dict:
    """Rectangles of the items of a painted layout by id; the map's corner items only where they are separate."""
    from ronghe.plugin.cartography.boxes import Box

    QgsLayoutExporter(layout).renderPageToImage(0, dpi=20)
    layout.refresh()
    found = {}
    for item in layout.items():
        item_id = getattr(item, "id", lambda: "")()
        if item_id:
            at, size = item.scenePos(), item.rect()
            found[item_id] = Box(at.x(), at.y(), size.width(), size.height())
    return found


def test_nothing_covers_anything_else(any_sheet):
    found = boxes(any_sheet)
    tables = [name for name in found if name.startswith("table_1_part_")]
    parts = [name for name in (*ON_THE_PAGE, *IN_THE_FRAME, *tables) if name in found]
    allowed = {frozenset(("frame_outer", part)) for part in (*IN_THE_FRAME, *tables)}
    allowed |= {frozenset(("main_map", part)) for part in ON_THE_MAP}
    for i, one in enumerate(parts):
        for other in parts[i + 1 :]:
            if frozenset((one, other)) not in allowed:
                assert not found[one].overlaps(found[other]), f"{one} covers {other}"


def test_everything_stays_on_the_page_and_in_the_frame(any_sheet):
    found = boxes(any_sheet)
    page = any_sheet.pageCollection().page(0).rect()
    for name in ON_THE_PAGE:
        box = found[name]
        assert box.x >= 0 and box.right <= page.width() and box.y >= 0 and box.bottom <= page.height(), name
    for name in set(IN_THE_FRAME) & set(found):
        assert found["frame_inner"].holds(found[name]), name


def test_the_legend_has_entries_and_stays_beside_the_map(any_sheet):
    found = boxes(any_sheet)
    assert found["strip_ground"].holds(found["legend"], tolerance=0.3)
    root = any_sheet.itemById("legend").model().rootGroup()
    assert root.children()[0].name().startswith("服务圈层")
    assert all(group.children() for group in root.children())


def test_all_rows_of_the_table_are_shown(any_sheet):
    frames = [item for item in any_sheet.items() if isinstance(item, QgsLayoutFrame)]
    assert frames
    for frame in frames:
        table = frame.multiFrame()
        assert table.totalHeight() <= frame.rect().height()
        assert table.totalWidth() <= frame.rect().width() + 0.1


def test_the_scale_is_round_and_the_county_is_inside_the_map(any_sheet):
    from ronghe.plugin.cartography.scales import is_round

    main = any_sheet.itemById("main_map")
    assert is_round(main.scale())
    county = next(layer for layer in main.layers() if "county" in layer.customProperty("ronghe/drawn_as").split("|"))
    assert main.extent().contains(county.extent())
    widest = max(county.extent().width() / main.extent().width(), county.extent().height() / main.extent().height())
    assert widest > 0.6


def test_the_scale_bar_is_a_tenth_of_the_frame(any_sheet):
    bar = any_sheet.itemById("scale_bar")
    metres = bar.unitsPerSegment() * bar.numberOfSegments() * 1000
    on_paper = metres / any_sheet.itemById("main_map").scale() * 1000
    assert 0.08 <= on_paper / any_sheet.itemById("frame_outer").rect().width() <= 0.12


def test_no_line_of_text_is_wider_than_its_box(any_sheet):
    from ronghe.plugin.cartography.measure import text_width

    for item in any_sheet.items():
        if isinstance(item, QgsLayoutItemLabel) and "[%" not in item.text():
            wide = text_width(item.text(), item.font().pointSizeF(), item.font().bold())
            assert wide <= item.rect().width() + 0.3, item.id()


@pytest.mark.parametrize("paper", ["A4", "A3", "A1", "A3 竖", "A4 portrait", "900x1200", "500×500"])
def test_other_paper_sizes_hold_the_same_sheet(made_up, paper):
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    layout = build_sheet(project, made_up.chinese_spec(paper=paper), layers.sheet(), made_up.town_table(layers))
    test_nothing_covers_anything_else(layout)
    test_everything_stays_on_the_page_and_in_the_frame(layout)


def test_a_county_of_nothing_but_a_boundary_has_a_sheet(made_up):
    from ronghe.plugin.cartography.sheet import build_sheet
    from ronghe.plugin.cartography.spec import SheetLayers, SheetSpec

    project, layers = made_up.county()
    layout = build_sheet(project, SheetSpec("某县规划", "某图"), SheetLayers(boundary=layers.boundary))
    found = boxes(layout)
    assert "locator" not in found and "table_1" not in found and "headline_ground" not in found
    assert found["frame_inner"].holds(found["legend"])


def test_long_english_titles_shrink_and_do_not_meet(made_up):
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    spec = made_up.chinese_spec(
        plan_title="Territorial spatial master plan of Jiaohe County (2021–2035)",
        theme_title="Urban and rural living circles and public service facilities of the county",
    )
    layout = build_sheet(project, spec, layers.sheet())
    test_no_line_of_text_is_wider_than_its_box(layout)
    test_nothing_covers_anything_else(layout)


def test_the_planners_own_layers_keep_their_style(made_up):
    from ronghe.plugin.cartography.sheet import build_sheet
    from ronghe.plugin.county.layers import is_own

    project, layers = made_up.county()
    before = {role: one.layer.renderer().dump() for role, one in layers.roles.items()}
    layout = build_sheet(project, made_up.chinese_spec(), layers.sheet())
    assert {role: one.layer.renderer().dump() for role, one in layers.roles.items()} == before
    assert all(is_own(layer) for layer in layout.itemById("main_map").layers())
    assert not any(is_own(one.layer) for one in layers.roles.values())


def test_a_sheet_built_again_replaces_the_first(made_up):
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    build_sheet(project, made_up.chinese_spec(), layers.sheet())
    count = len(project.mapLayers())
    build_sheet(project, made_up.chinese_spec(), layers.sheet())
    assert len(project.mapLayers()) == count
    assert len(project.layoutManager().printLayouts()) == 1


@pytest.mark.parametrize("there", ["", "融合规划 出图"])
def test_the_copies_of_a_sheet_lie_in_one_group_also_in_older_projects(made_up, there):
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    root = project.layerTreeRoot()
    if there:
        root.insertGroup(0, there)
    build_sheet(project, made_up.chinese_spec(), layers.sheet())
    groups = [group.name() for group in root.children() if QgsLayerTree.isGroup(group) and group.findLayers()]
    assert [name for name in groups if "出图" in name] == [there or "融合规划 · 出图"]


def test_sheets_of_a_project_share_their_base(made_up):
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    first = build_sheet(project, made_up.chinese_spec(), layers.sheet())
    second = build_sheet(project, made_up.chinese_spec(sheet_number="09"), layers.sheet())
    shared = {x.id() for x in first.itemById("main_map").layers()} & {
        x.id() for x in second.itemById("main_map").layers()
    }
    assert len(shared) >= 6


def test_the_sheet_can_be_saved_loaded_and_printed_again(sheet, tmp_path):
    project, _, layout = sheet
    assert project.write(str(tmp_path / "county.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "county.qgz"))
    loaded = again.layoutManager().layoutByName(layout.name())
    ids = {item.id() for item in layout.items() if hasattr(item, "id") and item.id()}
    assert {item.id() for item in loaded.items() if hasattr(item, "id") and item.id()} == ids
    assert len(loaded.itemById("main_map").layers()) == len(layout.itemById("main_map").layers())
    assert loaded.itemById("main_map").scale() == pytest.approx(layout.itemById("main_map").scale())
    assert len(loaded.itemById("legend").model().rootGroup().findLayers()) > 5
    test_nothing_covers_anything_else(loaded)
    again.clear()


def test_a_sheet_in_degrees_is_refused(made_up):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    with pytest.raises(SheetFault) as caught:
        build_sheet(project, made_up.chinese_spec(crs="EPSG:4490"), layers.sheet())
    assert caught.value.kind == "not_metric" and "EPSG:4490" in caught.value.sentence()


def test_layers_in_degrees_are_drawn_in_the_system_of_the_sheet(made_up):
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    metric, degrees = layers.boundary.layer.crs(), QgsCoordinateReferenceSystem("EPSG:4490")
    boundary = QgsVectorLayer("Polygon?crs=EPSG:4490&field=名称:string", "县界", "memory")
    county = next(layers.boundary.layer.getFeatures())
    shape = county.geometry()
    shape.transform(QgsCoordinateTransform(metric, degrees, project))
    county.setGeometry(shape)
    boundary.dataProvider().addFeatures([county])
    boundary.updateExtents()
    main = build_sheet(project, made_up.chinese_spec(), layers.sheet(boundary=boundary)).itemById("main_map")
    assert main.crs() == metric
    assert main.extent().contains(layers.boundary.layer.extent())


def test_a_layer_without_coordinate_system_is_named(made_up):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    lost = QgsVectorLayer("LineString?field=等级:string", "老道路图", "memory")
    lost.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(SheetFault) as caught:
        build_sheet(project, made_up.chinese_spec(), layers.sheet(roads=lost))
    assert "老道路图" in caught.value.sentence()


def test_an_empty_boundary_is_named(made_up):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    empty = QgsVectorLayer(f"Polygon?crs={made_up.CRS}", "空县界", "memory")
    with pytest.raises(SheetFault) as caught:
        build_sheet(project, made_up.chinese_spec(), layers.sheet(boundary=empty))
    assert caught.value.kind == "no_boundary" and "空县界" in caught.value.sentence()


def test_a_table_of_a_prefecture_does_not_fit_and_says_so(made_up):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    table = made_up.town_table(layers)
    with pytest.raises(SheetFault) as caught:
        build_sheet(project, made_up.chinese_spec(), layers.sheet(), replace(table, rows=table.rows * 40))
    assert caught.value.kind == "too_full"
    assert not project.layoutManager().printLayouts()


def test_a_wind_rose_has_8_or_16_directions(made_up):
    with pytest.raises(ValueError, match="8 or 16"):
        made_up.chinese_spec(wind=(1, 2, 3))
