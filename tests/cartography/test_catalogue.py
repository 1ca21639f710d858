"""The style catalogue and the symbols made from it."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsReadWriteContext, QgsSymbolLayerUtils
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

CODES_WITH_STANDARD_COLOURS = {
    "facility_medical": (255, 127, 126),
    "facility_education": (255, 133, 201),
    "facility_culture": (255, 127, 0),
    "facility_sport": (0, 165, 124),
    "facility_welfare": (255, 159, 127),
}
CONTROL_LINES_OF_THE_STANDARD = {
    "control_urban": (228, 139, 139),
    "control_farmland": (254, 254, 96),
    "control_redline": (77, 151, 87),
    "control_heritage": (87, 3, 213),
    "control_mineral": (155, 70, 55),
}
VECTOR_LAYERS_OF_3_22 = {
    *("SimpleMarker", "FontMarker", "SimpleLine", "HashLine"),
    *("SimpleFill", "LinePatternFill", "PointPatternFill"),
    "GeometryGenerator",
}


def all_layers(symbol):
    """The symbol layers of a symbol and of the symbols inside them."""
    for layer in symbol.symbolLayers():
        yield layer
        if layer.subSymbol():
            yield from all_layers(layer.subSymbol())


@pytest.fixture(scope="module")
def catalogue(qgis_app):
    from ronghe.plugin.cartography import catalogue

    return catalogue


@pytest.fixture(scope="module")
def drawn(catalogue):
    from ronghe.plugin.cartography.symbols import symbol_for

    return {code: symbol_for(code) for code, found in catalogue.styles().items() if found.geometry != "raster"}


def test_every_style_has_a_symbol_of_vector_layers_that_the_oldest_qgis_knows(drawn):
    for code, symbol in drawn.items():
        kinds = {layer.layerType() for layer in all_layers(symbol)}
        assert kinds <= VECTOR_LAYERS_OF_3_22, code


def test_every_symbol_survives_saving(drawn):
    for code, symbol in drawn.items():
        document, context = QDomDocument(), QgsReadWriteContext()
        element = QgsSymbolLayerUtils.saveSymbol(code, symbol, document, context)
        loaded = QgsSymbolLayerUtils.loadSymbol(element, context)
        before, after = list(all_layers(symbol)), list(all_layers(loaded))
        assert [layer.layerType() for layer in after] == [layer.layerType() for layer in before], code
        assert [layer.properties() for layer in after] == [layer.properties() for layer in before], code


def test_every_style_is_named_in_both_languages_and_says_where_it_comes_from(catalogue):
    for found in catalogue.styles().values():
        assert found.zh and found.en and found.source, found.code


@pytest.mark.parametrize(("code", "rgb"), CODES_WITH_STANDARD_COLOURS.items())
def test_facilities_have_the_colours_of_the_mapping_specification(catalogue, code, rgb):
    assert catalogue.style(code).strokes[0].colour == QColor(*rgb)
    assert catalogue.style(code).verified


def test_bands_can_be_told_apart_without_colour(catalogue):
    colours = [found.strokes[0].colour for found in catalogue.styles_of("band")]
    grey = [0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF() for c in colours]
    assert all(after - before > 0.04 for before, after in zip(grey, grey[1:])), grey


@pytest.mark.parametrize("prefix", ["mining", "priority", "watersource"])
def test_zones_can_be_told_apart_without_colour(catalogue, prefix):
    looks = [
        {(s.shape, s.angle, s.size) for s in found.strokes if s.shape in ("hatch", "dots")}
        | {("dashed",) for s in found.strokes if s.dash}
        | {("solid",) for s in found.strokes if s.colour and s.shape == "fill" and s.colour.alphaF() > 0.6}
        for found in catalogue.styles_of(prefix)
    ]
    assert all(one != other for i, one in enumerate(looks) for other in looks[i + 1 :]), looks


@pytest.mark.parametrize(("code", "rgb"), CONTROL_LINES_OF_THE_STANDARD.items())
def test_control_lines_have_the_colours_of_the_mapping_specification(catalogue, code, rgb):
    colour = catalogue.style(code).strokes[0].colour
    assert (colour.red(), colour.green(), colour.blue()) == rgb


@pytest.mark.parametrize(
    ("prefix", "word", "code"),
    [
        ("road", "国道", "road_national"),
        ("road", "tertiary", "road_township"),
        ("river", 1, "river_1"),
        ("seat", "重点镇", "seat_2"),
        ("facility", "敬老院", "facility_welfare"),
        ("level", "村", "level_3"),
        ("mineral", "石灰岩(石料)", "mineral_stone"),
        ("resource", "煤炭", "resource_coal"),
        ("minestatus", "废弃", "minestatus_abandoned"),
        ("minestatus", "under construction", "minestatus_construction"),
        ("watersource", "二级", "watersource_second"),
        ("reserve", "核心保护区", "reserve_core"),
        ("priority", "次重点", "priority_second"),
    ],
)
def test_words_of_the_data_find_their_style(catalogue, prefix, word, code):
    assert catalogue.styles_of_values([word], prefix)[word].code == code


def test_an_unknown_word_has_no_style(catalogue):
    assert catalogue.styles_of_values(["不知何物"], "road") == {"不知何物": None}


def test_lengths_grow_with_the_paper(catalogue):
    from ronghe.plugin.cartography.symbols import symbol_for

    assert symbol_for("seat_1", 2.0).size() == pytest.approx(2 * symbol_for("seat_1").size())


def test_a_row_of_the_project_wins(catalogue, tmp_path, qgis_new_project):
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "county.qgz"))
    own = tmp_path / "styles.csv"
    header = "code,layer,colour,geometry,shape,zh,en,units,width\n"
    own.write_text(header + "boundary_town,1,1 2 3,polygon,line,镇界,Town,mm,0.5\n", encoding="utf-8")
    assert catalogue.style("boundary_town").strokes[0].colour == QColor(1, 2, 3)
    assert catalogue.style("boundary_county").zh == "县界"
    own.unlink()
    assert catalogue.style("boundary_town").strokes[0].colour != QColor(1, 2, 3)


@pytest.mark.parametrize(
    ("code", "rgb"),
    [
        ("landuse_01", (245, 248, 220)),
        ("landuse_1002", (158, 108, 84)),
        ("landuse_17", (51, 142, 192)),
        ("planzone_eco_protection", (77, 151, 87)),
        ("planzone_farmland", (255, 255, 195)),
        ("planzone_mineral", (125, 102, 79)),
        ("control_flood", (0, 0, 196)),
        ("heritage_control", (55, 5, 255)),
    ],
)
def test_land_use_zones_and_lines_have_the_colours_of_the_mapping_specification(catalogue, code, rgb):
    found = catalogue.style(code)
    colour = found.strokes[0].colour
    assert (colour.red(), colour.green(), colour.blue()) == rgb
    assert found.verified and "附录" in found.source


def test_what_is_derived_or_from_memory_is_never_shown_as_the_standard(catalogue):
    derived = ["landuse_07", "landuse_08", "landuse_10", "landuse_14"]
    assert [catalogue.style(code).verified for code in derived] == [False] * 4
    assert not any(found.verified for found in catalogue.styles_of("landuse3"))
    for found in catalogue.styles().values():
        if found.verified:
            assert not found.source.startswith(("派生", "插件自定")), found.code


@pytest.mark.parametrize(
    ("prefix", "geometry", "word", "code"),
    [
        ("townlevel", "polygon", "重点镇", "townlevel_2"),
        ("townlevel", "point", "重点镇", "townlevel_2_point"),
        ("hazard", "polygon", "泥石流", "hazard_debris"),
        ("hazard", "point", "泥石流", "hazard_debris_point"),
        ("heritage", "polygon", "建设控制地带", "heritage_control"),
        ("planzone", "polygon", "城镇集中建设区", "planzone_urban"),
        ("space", "polygon", "ecology", "space_ecology"),
        ("towntype", "point", "工贸型", "towntype_industry"),
        ("link", "line", 1, "link_1"),
    ],
)
def test_words_find_the_style_of_the_layers_geometry(catalogue, prefix, geometry, word, code):
    assert catalogue.styles_of_values([word], prefix, geometry)[word].code == code


@pytest.mark.parametrize(
    ("code", "geometry", "found"),
    [
        ("screen", "line", "screen_line"),
        ("ring", "polygon", "ring_polygon"),
        ("belt_ecology", "polygon", "belt_ecology_polygon"),
        ("park", "point", "park_point"),
        ("axis_main", "line", "axis_main"),
    ],
)
def test_a_code_has_its_style_for_each_geometry(catalogue, code, geometry, found):
    assert catalogue.style_for(code, geometry).code == found


def test_every_symbol_of_the_spatial_structure_has_its_codes(catalogue):
    belts = [f"belt_{kind}" for kind in ("ecology", "river", "industry", "tourism", "agriculture")]
    wanted = [
        *("core_main", "core_sub", "pole", "node", "axis_main", "axis_sub", *belts),
        *("corridor", "screen", "screen_line"),
        *("ring", "wing", *(f"zone_{n}" for n in range(1, 9)), "park", "park_point", "cluster", "cluster_member"),
        *("network", "link_1", "link_2", "link_3", "townlevel_1", "space_overlap", "space_unassigned", "control_flood"),
        *("tourism_corridor", "tourism_node", "tourism_town", "industry_chain", "industry_park", "industry_agri"),
        *("atlas_focus", "atlas_veil"),
    ]
    assert [code for code in wanted if code not in catalogue.styles()] == []
