"""The catalogue as files for use by hand: the style manager imports them, layers load them."""

from __future__ import annotations

import pytest
from qgis.core import QgsStyle, QgsVectorLayer

GEOMETRIES = {"point": "Point", "line": "LineString", "polygon": "Polygon"}


@pytest.fixture(scope="module")
def written(qgis_app, tmp_path_factory):
    from ronghe.plugin.cartography.style_library import write_library

    library, *kinds = write_library(tmp_path_factory.mktemp("symbols"))
    return library, kinds


@pytest.fixture(scope="module")
def imported(written):
    """A style manager's database after import of the library."""
    style = QgsStyle()
    style.createMemoryDatabase()
    assert style.importXml(str(written[0])), style.errorString()
    return style


def test_the_style_manager_imports_every_symbol_under_its_chinese_name(imported):
    from ronghe.plugin.cartography.catalogue import styles

    drawn = [found for found in styles().values() if found.geometry != "raster"]
    names = set(imported.symbolNames())
    assert len(names) == len(drawn)
    assert {"主核", "主要发展轴", "生态保护红线", "0602 采矿用地", "01 耕地（三调）"} <= names
    assert {"旅游城镇（点）", "旅游城镇（面）"} <= names


def test_symbols_are_tagged_by_theme(imported):
    assert set(imported.tagsOfSymbol(QgsStyle.StyleEntity.SymbolEntity, "主核")) == {"融合规划", "空间结构"}
    assert "用地用海" in imported.tagsOfSymbol(QgsStyle.StyleEntity.SymbolEntity, "01 耕地（用地用海）")


def test_an_imported_symbol_has_all_its_layers(imported):
    from ronghe.plugin.cartography.symbols import symbol_for

    assert imported.symbol("主要发展轴").symbolLayerCount() == symbol_for("axis_main").symbolLayerCount()


def test_every_kind_of_layer_has_a_file_that_its_layers_load(written):
    from ronghe.plugin.cartography.style_library import layer_kinds

    paths = {path.stem: path for path in written[1]}
    for kind in layer_kinds():
        layer = QgsVectorLayer(f"{GEOMETRIES[kind['geometry']]}?crs=EPSG:4546", kind["zh"], "memory")
        _, done = layer.loadNamedStyle(str(paths[kind["zh"]]))
        assert done, kind["zh"]
        renderer = layer.renderer()
        assert renderer.type() == ("categorizedSymbol" if kind["field"] else "singleSymbol"), kind["zh"]
        if kind["field"]:
            assert renderer.categories(), kind["zh"]


def test_classes_of_a_file_know_the_words_of_the_planners_data(written):
    path = next(path for path in written[1] if path.stem == "道路")
    layer = QgsVectorLayer("LineString?crs=EPSG:4546&field=等级:string", "道路", "memory")
    layer.loadNamedStyle(str(path))
    of_national = next(c for c in layer.renderer().categories() if c.label() == "国道")
    assert {"国道", "national"} <= set(of_national.value())


def test_finer_land_use_codes_are_drawn_by_the_class_above_them(written):
    path = next(path for path in written[1] if path.stem.startswith("用地用海"))
    layer = QgsVectorLayer("Polygon?crs=EPSG:4546&field=地类编码:string", "用地", "memory")
    layer.loadNamedStyle(str(path))
    assert layer.renderer().classAttribute() == 'left("地类编码", 4)'
    cropland = next(c for c in layer.renderer().categories() if c.label() == "01 耕地")
    assert {"01", "0101", "0103"} <= set(cropland.value())


def test_every_theme_of_the_catalogue_has_a_name_in_both_languages():
    from ronghe.plugin.cartography.catalogue import styles
    from ronghe.plugin.county.standards import standard_table

    themes = standard_table("style_themes").set_index("theme")
    assert {found.theme for found in styles().values()} <= set(themes.index)
    assert (themes[["zh", "en"]] != "").all().all()
