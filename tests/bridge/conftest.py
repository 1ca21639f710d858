"""Small layers that the tests of the bridge read."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer


@pytest.fixture
def layer_of(qgis_app):
    """A function that makes a memory layer of (wkt or None, attribute …) rows."""

    def make(definition, rows, name="测试图层"):
        layer = QgsVectorLayer(definition, name, "memory")
        assert layer.isValid(), definition
        features = []
        for wkt, *attributes in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes(attributes)
            if wkt is not None:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            features.append(feature)
        # Not dataProvider().addFeatures alone: the layer's extent has to follow.
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return layer

    return make
