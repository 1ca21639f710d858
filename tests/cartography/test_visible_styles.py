"""How a visible range looks when it arrives in the project."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRasterLayer, QgsRenderContext, QgsVectorLayer

SQUARE = QgsGeometry.fromWkt("POLYGON((0 0, 0 9, 9 9, 9 0, 0 0))")


@pytest.fixture(scope="module")
def styles(qgis_app):
    from ronghe.plugin.cartography import result_styles

    return result_styles


@pytest.fixture
def counts(tmp_path):
    """A raster with the numbers 0 to 99 of observers."""
    path = str(tmp_path / "counts.tif")
    tiff = gdal.GetDriverByName("GTiff").Create(path, 10, 10, 1, gdal.GDT_Int32)
    tiff.GetRasterBand(1).WriteArray(np.arange(100).reshape(10, 10))
    del tiff
    return QgsRasterLayer(path, "counts")


def test_the_raster_has_a_class_for_every_number_of_observers(styles, counts):
    """0 is a class of its own: asked, and not seen."""
    styles.visible_style()(counts)
    shader = counts.renderer().shader().rasterShaderFunction()
    labels = {}
    for number in (0, 1, 4, 5, 49, 50, 5000):
        upper = next(item for item in shader.colorRampItemList() if number <= item.value)
        labels[number] = upper.label
        shown, red, green, blue, _ = shader.shade(float(number))
        assert shown and (red, green, blue) == (upper.color.red(), upper.color.green(), upper.color.blue())
    assert labels[0] == "看不到" and labels[1] == "1 个观察点看到" and labels[50] == labels[5000]
    assert len(set(labels.values())) == 6


def test_more_observers_are_darker(styles):
    from ronghe.plugin.cartography.symbols import symbol_for

    lightness = [symbol_for(f"visible_from_{number}").color().lightness() for number in range(1, 6)]
    assert all(before - after > 10 for before, after in zip(lightness, lightness[1:]))


@pytest.mark.parametrize("geometry", ["Point", "Polygon"])
def test_targets_are_seen_hidden_or_unknown(styles, geometry):
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4546&field=visible_share:double", "", "memory")
    for share in (0.3, 0.0, None):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([share])
        feature.setGeometry(SQUARE if geometry == "Polygon" else QgsGeometry.fromPointXY(QgsPointXY(1, 1)))
        layer.dataProvider().addFeatures([feature])
    styles.visible_targets_style()(layer)
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    context.expressionContext().setFields(layer.fields())
    renderer.startRender(context, layer.fields())
    labels = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        keys = renderer.legendKeysForFeature(feature, context)
        labels.append([item.label() for item in renderer.legendSymbolItems() if item.ruleKey() in keys])
    renderer.stopRender(context)
    assert labels == [["看得到的目标"], ["看不到或超出视距的目标"], ["无法判断的目标"]]
