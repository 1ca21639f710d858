"""How elements of a structure look when they arrive in the project."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from ronghe.plugin.cartography.structure_styles import PROPOSED_OPACITY, structure_style, style_of

SHAPES = {
    "Point": "Point(0 0)",
    "LineString": "LineString(0 0, 9 9)",
    "Polygon": "Polygon((0 0, 9 0, 9 9, 0 0))",
}


def styled(kind, *rows):
    """A layer of elements of (symbol, proposed, name), styled."""
    fields = "field=symbol:string&field=proposed:integer&field=name:string"
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4546&{fields}", "要素", "memory")
    features = []
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        feature.setGeometry(QgsGeometry.fromWkt(SHAPES[kind]))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    structure_style()(layer)
    return layer


def classes(layer):
    return {one.value(): (one.label(), one.symbol().opacity()) for one in layer.renderer().categories()}


def test_proposals_are_a_class_of_their_own_pale_and_named(qgis_app):
    found = classes(styled("Point", ("core_main", 0, "水头"), ("core_main", 1, "双池"), ("core_sub", 1, "康城")))
    assert list(found) == ["core_main", "core_main *", "core_sub *"]
    assert found["core_main"][1] == 1.0 and found["core_main *"][1] == PROPOSED_OPACITY
    assert found["core_main *"][0] == f"{found['core_main'][0]}（建议）"


def test_every_element_is_drawn_by_its_class(qgis_app):
    from qgis.core import QgsRenderContext

    layer = styled("Polygon", ("park", 0, "甲"), ("zone_2", 1, "乙"), ("unheard_of", 0, "丙"))
    renderer, context = layer.renderer(), QgsRenderContext()
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        assert renderer.symbolForFeature(feature, context) is not None, feature["name"]
    renderer.stopRender(context)


@pytest.mark.parametrize(
    ("code", "geometry", "expected"),
    [
        ("park", "point", "park_point"),
        ("ring", "polygon", "ring_polygon"),
        ("belt_river", "polygon", "belt_river_polygon"),
        ("core_main", "point", "core_main"),
        ("unheard_of", "line", "axis_sub"),
        ("core_main", "polygon", "zone_8"),  # no such style: another of that geometry
    ],
)
def test_a_style_for_the_geometry_is_always_found(qgis_app, code, geometry, expected):
    found = style_of(code, geometry)
    assert (found.code, found.geometry) == (expected, geometry)


def test_names_say_what_is_proposed(qgis_app):
    layer = styled("LineString", ("axis_main", 1, "东西轴"))
    assert layer.labelsEnabled()
    (rule,) = layer.labeling().rootRule().children()
    assert "（建议）" in rule.settings().fieldName


def test_an_empty_layer_is_styled_without_a_fault(qgis_app):
    assert classes(styled("Point")) == {}
