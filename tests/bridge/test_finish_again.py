"""A result written twice into the same table of a GeoPackage keeps one style, and nobody is asked anything."""

import processing
from qgis.core import QgsVectorLayer

from ronghe.plugin.bridge.fields import FieldSpec
from ronghe.plugin.bridge.finish import finish_layer


def test_the_style_of_an_earlier_run_is_replaced(qgis_app, qgis_processing, tmp_path):
    points = QgsVectorLayer("Point?crs=EPSG:4546&field=minutes:double", "villages", "memory")
    for alias in ("旧", "新"):
        save = {"INPUT": points, "OUTPUT": str(tmp_path / "county.gpkg"), "LAYER_NAME": "villages"}
        written = processing.run("native:savefeatures", save)["OUTPUT"]
        layer = QgsVectorLayer(written, "villages")
        finish_layer(layer, [FieldSpec("minutes", "real", alias, alias)])
        finish_layer(layer, [FieldSpec("minutes", "real", alias, alias)])
    again = QgsVectorLayer(f"{tmp_path / 'county.gpkg'}|layername=villages", "again")
    again.loadDefaultStyle()
    assert again.attributeAlias(again.fields().lookupField("minutes")) == "新"
    assert again.listStylesInDatabase()[0] == 1
