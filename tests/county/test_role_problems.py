"""Faults of the data that nobody sees in the layer list: words in the wrong encoding, a county beside itself."""

import numpy as np
import pytest
import shapely
from osgeo import ogr, osr
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

from ronghe.plugin.analysis.datum import to_gcj02
from ronghe.plugin.county.broken_text import broken_text, encoding_meant
from ronghe.plugin.county.role_problems import role_problems
from ronghe.plugin.county.roles import RoleAssignment, RoleSet
from ronghe.plugin.county.web_map_offset import offset_twin

COUNTY = shapely.Point(111.2, 37.0).buffer(0.2)  # degrees; some 35 km across
LANGUAGE_BYTE = 29  # of a dBASE file: its code page
NAMES = ("云岭县康源煤矿", "石门永兴石料厂", "双河铝土矿", "煤")


@pytest.fixture
def project(qgis_new_project):
    project = QgsProject.instance()
    yield project
    project.clear()


def garbled(text, written, read):
    return text.encode(written).decode(read, "replace")


@pytest.mark.parametrize(
    ("written", "read", "meant"),
    [
        ("gb18030", "utf-8", "GBK"),
        ("gb18030", "latin-1", "GBK"),
        ("utf-8", "gb18030", "UTF-8"),
        ("utf-8", "latin-1", "UTF-8"),
        ("utf-8", "cp1252", "UTF-8"),
    ],
)
def test_the_encoding_that_was_meant_is_told_from_the_letters(written, read, meant):
    assert encoding_meant([garbled(name, written, read) for name in NAMES]) == meant


@pytest.mark.parametrize(
    "texts",
    [
        NAMES,
        ("Escaldes-Engordany", "Sant Julià de Lòria", "la Seu d'Urgell"),
        ("Estação de São João", "Übergrößenträger", "Île-de-France"),
        ("联通", "力量"),  # their bytes in GBK are letters in UTF-8 too
        ("云岭县康源矿业有限公\ufffd", "石门永兴石料厂"),  # a short field has cut the last letter
        (*NAMES, "\ufffd\ufffd"),  # one broken text among good ones
        ("R19", "G209", ""),
        (),
    ],
)
def test_what_reads_well_is_left_alone(texts):
    assert encoding_meant(texts) == ""


def mines_in_gbk(folder):
    """A shapefile as a survey office hands it over: Chinese in GBK, and nothing beside it that says so."""
    path = folder / "矿山.shp"
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    system = osr.SpatialReference()
    system.ImportFromEPSG(4546)
    layer = source.CreateLayer("矿山", system, ogr.wkbPoint, options=["ENCODING=UTF-8"])
    layer.CreateField(ogr.FieldDefn("KSMC", ogr.OFTString))
    for name in NAMES:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("KSMC", name)
        feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (500000 4090000)"))
        layer.CreateFeature(feature)
    del layer, source
    path.with_suffix(".cpg").unlink(missing_ok=True)
    table = bytearray(path.with_suffix(".dbf").read_bytes())
    table[LANGUAGE_BYTE] = 0
    for name in NAMES:  # put in by hand: once QGIS has opened a shapefile, GDAL writes no encoding but UTF-8
        written = name.encode("utf-8")
        table = table.replace(written, name.encode("gbk").ljust(len(written)))
    path.with_suffix(".dbf").write_bytes(table)
    return QgsVectorLayer(str(path), "采矿权", "ogr")


def test_a_layer_read_in_the_wrong_encoding_says_what_to_set(project, tmp_path):
    layer = project.addMapLayer(mines_in_gbk(tmp_path))
    roles = RoleSet({"mines": RoleAssignment(layer.id(), {"name": "KSMC"})})

    def problems():
        return [one for one in role_problems(project, roles) if one.role == "mines"]

    layer.setProviderEncoding("UTF-8")
    (problem,) = problems()
    assert problem.brief == "乱码" and not problem.hinders
    assert "“采矿权”的字段“KSMC”" in problem.sentence
    assert "图层属性 → 数据源" in problem.sentence and "改为 GBK（仍是乱码时改为 UTF-8）" in problem.sentence
    layer.setProviderEncoding("GBK")
    assert problems() == []


def test_garbled_field_names_are_noticed_without_features(qgis_app):
    from .conftest import POINT, vector

    layer = vector("矿山", "Point", [f"{garbled('矿山', 'utf-8', 'gb18030')}:string"], POINT, 0)
    found = broken_text(layer)
    assert (found.sample, found.encoding) == ("鐭垮北", "UTF-8")


def county_layer(project, name, *shapes):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", name, "memory")
    features = []
    for shape in shapes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(shape.wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return project.addMapLayer(layer)


def offset(shape):
    return shapely.transform(shape, to_gcj02)


def boundary_problems(project, layer, guessed=True):
    roles = RoleSet({"boundary": RoleAssignment(layer.id(), guessed=guessed)})
    return [one.sentence for one in role_problems(project, roles) if one.role == "boundary"]


def test_a_county_in_web_map_coordinates_beside_the_true_one_is_named(project):
    east = shapely.transform(COUNTY, lambda xy: np.add(xy, (0.5, 0.1)))
    shifted = county_layer(project, "县界_网络地图", offset(COUNTY))
    true = county_layer(project, "本县与邻县", COUNTY.simplify(0.002), east)
    (said,) = boundary_problems(project, shifted, guessed=False)
    assert said.index("县界_网络地图") < said.index("本县与邻县") and "“县界_网络地图”很可能是" in said
    # The true one as a guess might be changed for the other; once confirmed there is nothing to mend.
    (said,) = boundary_problems(project, true)
    assert "“县界_网络地图”很可能是" in said
    assert boundary_problems(project, true, guessed=False) == []


def test_another_edition_or_another_county_is_not_taken_for_an_offset(project):
    layer = county_layer(project, "县界", COUNTY)
    county_layer(project, "县界（概略）", COUNTY.simplify(0.01))
    county_layer(project, "反向错开", shapely.transform(COUNTY, lambda xy: 2 * xy - to_gcj02(xy) + (0.004, 0)))
    county_layer(project, "保护区", offset(COUNTY.buffer(-0.1)))
    assert offset_twin(project, layer) is None and boundary_problems(project, layer) == []


def test_jiaokou_from_a_web_map_is_recognised(project, shared_data):
    folder = shared_data / "jiaokou"
    given = project.addMapLayer(QgsVectorLayer(str(folder / "jiaokou_141130.geojson"), "县界", "ogr"))
    true = project.addMapLayer(QgsVectorLayer(str(folder / "jiaokou_and_6_neighbours_wgs84.geojson"), "邻县", "ogr"))
    twin = offset_twin(project, given)
    assert twin.layer.id() == true.id() and not twin.offset
    assert 400 < twin.metres < 800


def test_a_layer_whose_file_is_gone_is_told_with_what_to_do(project):
    gone = QgsVectorLayer("/移走了/县界.gpkg", "县界", "ogr")
    project.addMapLayer(gone)
    roles = RoleSet({"boundary": RoleAssignment(gone.id())})
    (problem,) = [one for one in role_problems(project, roles) if one.role == "boundary"]
    assert problem.brief == "打不开" and problem.hinders
    assert "可能已移动、改名或删除" in problem.sentence and "更改数据源" in problem.sentence
