"""Land use is coloured by its own code system: the same number is another class in the 2023 guide and in 三调."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

MINING, FACILITY_FARMLAND = QColor(158, 108, 84), QColor(216, 215, 159)


@pytest.fixture(scope="module")
def styles_of_land(qgis_app):
    from ronghe.plugin.cartography.land_styles import styles_of_land

    return styles_of_land


def codes(found) -> list[str]:
    return [style.code if style else "" for style in found.values()]


def test_0602_is_mining_land_where_the_other_codes_are_of_the_third_survey(styles_of_land):
    found = styles_of_land(["0602", "0701", "1006", "08H2"])
    assert codes(found) == ["landuse3_0602", "landuse3_0701", "landuse3_1006", "landuse3_08H2"]
    assert found["0602"].strokes[0].colour == MINING


def test_0602_is_facility_farmland_where_the_other_codes_are_of_the_guide(styles_of_land):
    found = styles_of_land(["0602", "1002", "1401", "070102"])
    assert codes(found) == ["landuse_06", "landuse_1002", "landuse_1401", "landuse_0701"]
    assert found["0602"].strokes[0].colour == FACILITY_FARMLAND


def test_the_name_beside_a_code_tells_the_system(styles_of_land):
    assert codes(styles_of_land(["0602 采矿用地"])) == ["landuse3_0602"]
    assert codes(styles_of_land(["1002 采矿用地"])) == ["landuse_1002"]


def test_names_alone_and_numbers_without_the_leading_nought_are_known(styles_of_land):
    assert codes(styles_of_land(["采矿用地", "旱地", "有林地", "水域"])) == [
        *("landuse_1002", "landuse_01", "landuse_03", "landuse_17"),
    ]
    assert codes(styles_of_land([601, 1001.0])) == ["landuse_06", "landuse_1001"]


def test_what_is_no_land_has_no_style(styles_of_land):
    assert styles_of_land(["不知何物", None, ""]) == {"不知何物": None, None: None, "": None}


def test_a_class_renderer_of_land_use_lists_the_classes_that_occur(qgis_app):
    from ronghe.plugin.cartography.renderers import class_renderer

    layer = QgsVectorLayer("Polygon?crs=EPSG:4546&field=DLBM:string", "用地", "memory")
    features = []
    for code in ("0101", "0103", "0602", "1107"):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt("Polygon((0 0, 1 0, 1 1, 0 0))"))
        feature["DLBM"] = code
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    labels = [category.label() for category in class_renderer(layer, "DLBM", "landuse").categories()]
    assert labels == ["01 耕地", "0602 采矿用地", "11 水域及水利设施用地"]
