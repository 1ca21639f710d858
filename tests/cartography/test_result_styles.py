"""How results of 矿山整治 look when they arrive in the project."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRenderContext, QgsVectorLayer

SQUARE = QgsGeometry.fromWkt("POLYGON((0 0, 0 9, 9 9, 9 0, 0 0))")


@pytest.fixture(scope="module")
def styles(qgis_app):
    from ronghe.plugin.cartography import result_styles

    return result_styles


def layer_of(geometry: str, field: str, values) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4546&field={field}:string&field=rank:int", "", "memory")
    for number, value in enumerate(values, start=1):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value, number])
        feature.setGeometry(SQUARE if geometry == "Polygon" else QgsGeometry.fromPointXY(QgsPointXY(1, 1)))
        layer.dataProvider().addFeatures([feature])
    return layer


def label_of(layer: QgsVectorLayer, feature: QgsFeature) -> list[str]:
    """Names of the legend entries that a feature is drawn as."""
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    return [item.label() for item in renderer.legendSymbolItems() if item.ruleKey() in keys]


def test_every_class_of_the_zoning_has_its_colour(styles):
    layer = layer_of("Polygon", "class", ["prohibited", "restricted", "permitted"])
    styles.zoning_style()(layer)
    found = [label_of(layer, feature) for feature in layer.getFeatures()]
    assert found == [["禁止开采区"], ["限制开采区"], ["允许开采区"]]


def test_every_priority_of_the_zones_has_its_colour(styles):
    layer = layer_of("Polygon", "priority", ["重点", "次重点", "一般"])
    styles.remediation_style()(layer)
    found = [label_of(layer, feature) for feature in layer.getFeatures()]
    assert found == [["矿山生态修复重点区"], ["矿山生态修复次重点区"], ["矿山生态修复一般区"]]


@pytest.mark.parametrize("geometry", ["Point", "Polygon"])
def test_mines_are_drawn_by_priority_and_numbered_by_rank(styles, geometry):
    layer = layer_of(geometry, "priority", ["一般", "重点"])
    styles.mines_style()(layer)
    assert [label_of(layer, feature) for feature in layer.getFeatures()] == [["一般治理矿山"], ["重点治理矿山"]]
    assert layer.labelsEnabled() and layer.labeling().settings().fieldName == "rank"


def test_an_empty_result_keeps_all_classes_for_the_next_run(styles):
    layer = layer_of("Polygon", "class", [])
    styles.zoning_style()(layer)
    assert len(layer.renderer().categories()) == 3
