"""Symbols of spatial structures: painted in the map and in a legend, whole, and as lines and areas in a PDF."""

from __future__ import annotations

import time

import numpy as np
import pytest
from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsGradientFillSymbolLayer,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPolygonF

DOTS_A_MM = 8
SWATCH = (7.0, 3.5)  #: mm, in a legend of 7.4 points
AROUND = 6.0  #: mm
SPILL = 1.1  #: mm that edges, casings and round joins may reach beyond a swatch
GEOMETRIES = {"point": "Point", "line": "LineString", "polygon": "Polygon"}


@pytest.fixture(scope="module")
def drawn(qgis_app):
    """Every style of the catalogue that has a symbol, by code."""
    from ronghe.plugin.cartography.catalogue import styles

    return {code: found for code, found in styles().items() if found.geometry != "raster"}


def painted(symbol: QgsSymbol, width: float, height: float) -> np.ndarray:
    """Where a swatch of that size leaves ink, in cells of 1/8 mm, with room around it: as a legend paints, from no
    feature."""
    across, down = (int((side + 2 * AROUND) * DOTS_A_MM) for side in (width, height))
    image = QImage(across, down, QImage.Format.Format_ARGB32)
    image.setDotsPerMeterX(DOTS_A_MM * 1000)
    image.setDotsPerMeterY(DOTS_A_MM * 1000)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    context = QgsRenderContext.fromQPainter(painter)
    box = QRectF(AROUND * DOTS_A_MM, AROUND * DOTS_A_MM, width * DOTS_A_MM, height * DOTS_A_MM)
    symbol.startRender(context)
    if symbol.type() == QgsSymbol.SymbolType.Marker:
        symbol.renderPoint(box.center(), None, context)
    elif symbol.type() == QgsSymbol.SymbolType.Line:
        middle = box.center().y()
        symbol.renderPolyline(QPolygonF([QPointF(box.left(), middle), QPointF(box.right(), middle)]), None, context)
    else:
        symbol.renderPolygon(QPolygonF(box), None, None, context)
    symbol.stopRender(context)
    painter.end()
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    cells = np.frombuffer(bits, np.uint8).reshape(down, across, 4)[:, :, :3]
    return (cells < 250).any(axis=2)


def mapped(layer: QgsVectorLayer, extent: QgsRectangle) -> np.ndarray:
    """Where a map of 100 × 100 mm leaves ink, in cells of 1/4 mm."""
    return (picture(layer, extent) < 250).any(axis=2)


def picture(layer: QgsVectorLayer, extent: QgsRectangle) -> np.ndarray:
    """A map of 100 × 100 mm in cells of 1/4 mm: blue, green, red."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(400, 400))
    settings.setOutputDpi(101.6)
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_ARGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint8).reshape(400, 400, 4)[:, :, :3].copy()


def layer_of(geometry: str, wkt: str, code: str, factor: float = 1.0) -> QgsVectorLayer:
    """A layer of one feature, drawn by a style."""
    from ronghe.plugin.cartography.symbols import apply_style

    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4546", code, "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    apply_style(layer, code, factor)
    return layer


def test_every_style_is_seen_on_white_and_fits_into_a_legend(drawn):
    """White veils and grounds are seen on a map only."""
    from ronghe.plugin.cartography.symbols import symbol_for

    for code, style in drawn.items():
        symbol = symbol_for(style)
        if isinstance(symbol, QgsMarkerSymbol) and symbol.size() > SWATCH[1]:
            symbol.setSize(SWATCH[1])  # as the legend does
        ink = painted(symbol, *SWATCH)
        if code not in ("outside_veil", "atlas_veil"):
            assert ink.sum() > 20, code
        margin = int((AROUND - SPILL) * DOTS_A_MM)
        inside = np.zeros_like(ink)
        inside[margin:-margin, margin:-margin] = True
        if style.theme not in ("boundary", "atlas", "villages"):  # boundaries lie along an edge, ahead of the legend
            assert not (ink & ~inside).any(), f"{code} spills out of its swatch"


def test_a_large_core_becomes_small_in_the_legend_of_a_sheet(qgis_app):
    from ronghe.plugin.cartography import legend
    from ronghe.plugin.cartography.drawing import Drawn
    from ronghe.plugin.cartography.dressing import Entry
    from ronghe.plugin.cartography.spec import Role, Theme

    heights = []
    for code in ("core_main", "seat_1"):
        layer = layer_of("Point", "Point(0 0)", code)
        drawn = [Drawn(layer, Entry(code, Role(layer), code, dress=print, theme="places"))]
        layout = QgsPrintLayout(QgsProject.instance())
        made = legend.add_legend(layout, drawn, [Theme("places", "地点")])
        heights.append(legend.lowest(made, 100, 7.0, 1.0).height)
    assert heights[0] < heights[1] + 2  # 20 mm on the map


def test_widths_are_millimetres_on_paper_and_grow_with_the_paper(qgis_app):
    line, extent = "LineString(0 5000, 10000 5000)", QgsRectangle(0, 0, 10000, 10000)
    across = [mapped(layer_of("LineString", line, "belt_river", factor), extent)[:, 200].sum() / 4 for factor in (1, 2)]
    assert across == pytest.approx([12, 24], abs=0.5)


def test_an_axis_has_a_head_at_both_ends_and_a_radiating_axis_at_one(qgis_app):
    line, extent = "LineString(1000 5000, 9000 5000)", QgsRectangle(0, 0, 10000, 10000)
    double = mapped(layer_of("LineString", line, "axis_main"), extent).sum(axis=0)
    single = mapped(layer_of("LineString", line, "axis_radial"), extent).sum(axis=0)
    left, middle, right = slice(40, 100), slice(180, 220), slice(300, 360)
    assert min(double[left].max(), double[right].max()) > 1.6 * double[middle].max()
    assert single[right].max() > 2 * single[left].max()


def test_shades_of_an_axis_go_from_pale_to_strong_along_its_bends(qgis_app):
    """Here and back: a straight gradient would give both arms one colour."""
    hairpin = "LineString(1000 7000, 8500 7000, 8500 3000, 1000 3000)"
    seen = picture(layer_of("LineString", hairpin, "axis_radial"), QgsRectangle(0, 0, 10000, 10000))
    start, end = seen[120, 100].astype(int), seen[280, 100].astype(int)
    assert start.sum() > end.sum() + 150, (start, end)


def test_several_lines_of_one_feature_have_shades_of_their_own(qgis_app):
    two = "MultiLineString((1000 2000, 9000 2000), (1000 8000, 9000 8000))"
    seen = picture(layer_of("MultiLineString", two, "axis_main"), QgsRectangle(0, 0, 10000, 10000)).astype(int)
    for row in (80, 320):
        assert np.abs(seen[row, 60] - seen[row, 340]).sum() < 60  # both ends are strong
        assert seen[row, 200].sum() > seen[row, 60].sum() + 100  # the middle is pale


def test_an_axis_that_leaves_the_map_is_not_given_a_head_at_its_edge(qgis_app):
    line = "LineString(1000 5000, 40000 5000)"
    breadth = mapped(layer_of("LineString", line, "axis_radial"), QgsRectangle(0, 0, 10000, 10000)).sum(axis=0)
    assert breadth[395] <= breadth[380] + 2


def test_every_part_of_a_river_is_drawn(qgis_app):
    two = "MultiLineString((1000 2000, 9000 2000), (1000 8000, 9000 8000))"
    rows = mapped(layer_of("MultiLineString", two, "corridor"), QgsRectangle(0, 0, 10000, 10000)).sum(axis=1)
    assert rows[80] > 200 and rows[320] > 200


def test_a_narrow_ridge_is_not_rounded_away(qgis_app):
    ridge = "Polygon((1000 5000, 9000 5300, 9000 5600, 1000 5300, 1000 5000))"
    ink = mapped(layer_of("Polygon", ridge, "screen"), QgsRectangle(0, 0, 10000, 10000))
    assert ink[:, 60:340].any(axis=0).all()


def test_a_park_too_small_to_be_seen_keeps_its_mark(qgis_app):
    park = "Polygon((5000 5000, 5040 5000, 5040 5040, 5000 5040, 5000 5000))"
    ink = mapped(layer_of("Polygon", park, "park"), QgsRectangle(0, 0, 10000, 10000))
    assert ink.any(axis=0).sum() >= 3 * 4  # mm in cells


def test_a_screen_has_mountains_and_a_dashed_edge_that_follow_its_shape(qgis_app):
    area = "Polygon((1000 1000, 9000 1000, 9000 9000, 1000 9000, 1000 1000))"
    dark = mapped(layer_of("Polygon", area, "screen"), QgsRectangle(0, 0, 10000, 10000))
    assert dark[100:300, 100:300].any() and not dark[:35].any()


def test_expressions_are_flat_enough_to_be_read_at_once(drawn):
    """QGIS reads them again whenever it copies a symbol; a nested one took half a second."""
    from ronghe.plugin.cartography.symbols import symbol_for

    for code, style in drawn.items():
        symbol = symbol_for(style)
        times = []
        for _ in range(2):
            start = time.process_time()
            symbol.clone()
            times.append(time.process_time() - start)
        assert min(times) < 0.12, code


def test_a_style_has_another_look_for_points_where_the_catalogue_has_one(qgis_app):
    assert layer_of("Point", "Point(0 0)", "park").renderer().symbol().type() == QgsSymbol.SymbolType.Marker
    area = layer_of("Polygon", "Polygon((0 0, 1 0, 1 1, 0 0))", "park")
    assert area.renderer().symbol().type() == QgsSymbol.SymbolType.Fill


def sheet_of(layers, path) -> bytes:
    """A PDF of a map and a legend of the layers."""
    project = QgsProject()
    project.setCrs(layers[0].crs())
    project.addMapLayers(layers)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    main = QgsLayoutItemMap(layout)
    main.attemptSetSceneRect(QRectF(10, 10, 190, 190))
    main.setLayers(layers)
    main.zoomToExtent(QgsRectangle(0, 0, 10000, 10000))
    layout.addLayoutItem(main)
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    assert QgsLayoutExporter(layout).exportToPdf(str(path), QgsLayoutExporter.PdfExportSettings()) == 0
    written = path.read_bytes()
    project.clear()
    return written


def pictures(pdf: bytes) -> int:
    """The number of raster images in a PDF."""
    return pdf.count(b"/Subtype /Image")


def test_a_sheet_of_all_structure_symbols_holds_no_picture(drawn, tmp_path):
    from ronghe.plugin.cartography.vector_patterns import without_pictures

    shapes = {
        "point": "Point(5000 5000)",
        "line": "LineString(1000 2000, 5000 7000, 9000 6000)",
        "polygon": "Polygon((1000 1000, 9000 1000, 8000 8000, 1000 1000))",
    }
    layers = []
    for code, style in drawn.items():
        if style.theme in ("structure", "links", "tourism", "industry", "spaces", "towntypes", "townlevels"):
            layer = layer_of(GEOMETRIES[style.geometry], shapes[style.geometry], code)
            without_pictures(layer.renderer())
            layers.append(layer)
    assert len(layers) > 60
    assert pictures(sheet_of(layers, tmp_path / "structure.pdf")) == 0


def test_the_count_of_pictures_would_find_one(tmp_path):
    """QGIS 3.22 prints gradient fills as pictures: why arrows are drawn in shades."""
    layer = layer_of("Polygon", "Polygon((1000 1000, 9000 1000, 8000 8000, 1000 1000))", "zone_1")
    gradient = QgsFillSymbol()
    gradient.changeSymbolLayer(0, QgsGradientFillSymbolLayer(QColor("red"), QColor("yellow")))
    layer.setRenderer(QgsSingleSymbolRenderer(gradient))
    assert pictures(sheet_of([layer], tmp_path / "gradient.pdf")) > 0


@pytest.mark.parametrize("code", ["facility_medical", "towntype_tourism", "industry_park_point"])
def test_the_character_of_a_marker_stands_in_its_middle(qgis_app, code):
    from dataclasses import replace

    from ronghe.plugin.cartography.catalogue import style
    from ronghe.plugin.cartography.symbols import symbol_for

    whole = style(code)
    character = replace(whole.strokes[-1], size=20.0, colour=QColor("black"))
    rows, columns = np.nonzero(painted(symbol_for(replace(whole, strokes=(character,))), 30, 30))
    middle = (15 + AROUND) * DOTS_A_MM
    for cells in (rows, columns):
        assert (cells.min() + cells.max()) / 2 == pytest.approx(middle, abs=0.3 * DOTS_A_MM)
