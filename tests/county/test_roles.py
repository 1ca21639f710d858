"""Which layer is what: guessed, corrected, kept in the project."""

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from ronghe.plugin.county.guess import guess_fields, guess_roles
from ronghe.plugin.county.role_problems import role_problems
from ronghe.plugin.county.role_table import roles_of
from ronghe.plugin.county.roles import (
    RoleAssignment,
    RoleSet,
    completed,
    guessed_roles,
    load_roles,
    project_roles,
    save_roles,
)


def named(project, guesses):
    return {one.role: project.mapLayer(one.layer_id).name() for one in guesses}


def test_the_layers_of_a_county_are_recognised(county):
    guesses = guess_roles(list(county.mapLayers().values()))
    assert named(county, guesses) == {
        "boundary": "县界",
        "towns": "乡镇边界",
        "villages": "行政村",
        "facilities": "医疗设施",
        "roads": "县域路网",
        "rivers": "水系",
        "dem": "DEM_30m",
        "landcover": "土地利用2020",
    }
    assert all(0 < one.confidence <= 1 and one.why for one in guesses)


def test_fields_are_recognised_with_the_layers(county):
    roles = guessed_roles(guess_roles(list(county.mapLayers().values())))
    assert roles.get("villages").fields == {"name": "村名", "population": "人口", "town": "所属乡镇"}
    assert roles.get("roads").fields == {"class": "道路等级", "name": "道路名称", "speed": "设计车速"}
    assert roles.get("facilities").fields == {"name": "名称", "type": "类型", "level": "级别"}
    assert roles.get("towns").fields == {"name": "乡镇名称", "population": "总人口"}
    assert roles.get("villages").guessed and roles.field("towns", "population") == "总人口"


def test_andorra_s_osm_layers_are_recognised(qgis_app, shared_data):
    path = shared_data / "andorra" / "andorra_layers.gpkg"
    names = ["roads", "waterways", "places", "facilities_all_points", "buildings", "landuse", "disturbed_land", "admin"]
    layers = {name: QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in names}
    guesses = {one.role: one for one in guess_roles(list(layers.values()))}
    found = {role: one.layer_id for role, one in guesses.items()}
    assert found == {
        "towns": layers["admin"].id(),
        "villages": layers["places"].id(),
        "facilities": layers["facilities_all_points"].id(),
        "roads": layers["roads"].id(),
        "rivers": layers["waterways"].id(),
        "settlements": layers["buildings"].id(),
        "landuse": layers["landuse"].id(),
    }
    assert guesses["roads"].fields["class"] == "highway"
    assert guesses["villages"].fields["population"] == "population"


#: Usual pinyin codes of county databases, and the English names of the Global Coal Mine Tracker: role → field role →
#: field. Licence numbers (XKZH) and areas (KQMJ) stand among them and have no role.
USUAL_CODES = {
    "mines": {
        "name": "KSMC",
        "status": "KSZT",
        "mineral": "KCZKZ",
        "method": "KCFS",
        "holder": "CKQRMC",
        "capacity": "SJGM",
    },
    "resources": {"name": "KQMC", "mineral": "ZKCKZ", "method": "KCFS"},
    "boundary": {"name": "XZQMC"},
    "towns": {"name": "XZQMC"},
    "villages": {"name": "XZQMC", "town": "XZMC"},
    "roads": {"class": "XZDJ", "name": "LXMC"},
    "rivers": {"name": "HLMC", "level": "HLDJ"},
    "water_protection": {"name": "SYDMC", "class": "BHQJB"},
    "reserves": {"name": "BHQMC", "class": "GNFQ"},
    "farmland": {"name": "YJJBNTTBBH"},
    "forest": {"class": "DLMC"},
}
NO_ROLE = ("BSM", "YSDM", "XKZH", "KQMJ", "LXCD", "BZ")


@pytest.mark.parametrize("role", USUAL_CODES)
def test_pinyin_codes_of_county_databases_are_known(qgis_app, role):
    from .conftest import POINT, vector

    wanted = USUAL_CODES[role]
    layer = vector("图层", "Point", [f"{name}:string" for name in (*NO_ROLE, *wanted.values())], POINT, 1)
    assert guess_fields(roles_of()[role], layer) == wanted


@pytest.mark.parametrize(
    ("role", "field_role", "code"),
    [
        ("mines", "holder", "CKQR"),
        ("mines", "mineral", "KCKZ"),
        ("mines", "mineral", "ZKCKZ"),
        ("mines", "capacity", "SCGM"),
        ("mines", "status", "SCZT"),
        ("mines", "holder", "Operators"),
        ("mines", "name", "Mine Name (Non-ENG)"),
        ("roads", "name", "LXBM"),
        ("roads", "class", "JSDJ"),
        ("water_protection", "name", "BHQMC"),
        ("rivers", "name", "河流名称"),
        ("forest", "class", "地类名称"),
    ],
)
def test_other_usual_codes(qgis_app, role, field_role, code):
    from .conftest import POINT, vector

    layer = vector("图层", "Point", [f"{name}:string" for name in (*NO_ROLE, code)], POINT, 1)
    assert guess_fields(roles_of()[role], layer) == {field_role: code}


def test_the_fields_of_the_coal_mine_tracker_are_known(qgis_app, shared_data):
    path = shared_data / "gem_coal_mines" / "gem_gcmt_shanxi_mines.gpkg"
    assert guess_fields(roles_of()["mines"], QgsVectorLayer(str(path), "mines", "ogr")) == {
        "name": "Mine Name",
        "status": "Status",
        "mineral": "Coal Type",
        "method": "Mine Type",
        "holder": "Owners",
        "capacity": "Capacity (Mtpa)",
    }


def test_one_polygon_is_the_county_and_several_are_towns(qgis_app):
    from .conftest import SQUARE, vector

    one, several = (vector("行政区划", "Polygon", ["name:string"], SQUARE, count) for count in (1, 7))
    assert [guess.role for guess in guess_roles([one])] == ["boundary"]
    assert [guess.role for guess in guess_roles([several])] == ["towns"]


@pytest.mark.parametrize("name", ["坡度", "山体阴影_dem", "OUTPUT", "hillshade"])
def test_what_is_derived_from_the_terrain_is_not_the_terrain(raster, name):
    assert guess_roles([raster(name)]) == []


def test_a_layer_has_one_role_and_a_role_one_layer(county):
    from .conftest import LINE, vector

    county.addMapLayer(vector("道路", "LineString", ["等级:string"], LINE, 50))
    guesses = guess_roles(list(county.mapLayers().values()))
    assert named(county, guesses)["roads"] == "道路"
    assert len({one.layer_id for one in guesses}) == len(guesses) == len({one.role for one in guesses})


def test_no_field_serves_twice_and_numbers_are_preferred(qgis_app):
    from .conftest import POINT, vector

    layer = vector("行政村", "Point", ["人口:string", "人口_2020:integer", "name:string"], POINT, 6)
    fields = guess_fields(roles_of()["villages"], layer)
    assert fields["name"] == "name" and fields["population"] == "人口"
    layer = vector("行政村", "Point", ["人口备注:string", "人口数:integer"], POINT, 6)
    assert guess_fields(roles_of()["villages"], layer)["population"] == "人口数"


def test_roles_survive_the_saving_of_the_project(county, tmp_path):
    roads = county.mapLayersByName("县域路网")[0]
    roles = RoleSet({"roads": RoleAssignment(roads.id(), {"class": "道路等级"})})
    save_roles(county, roles)
    path = str(tmp_path / "交口县.qgz")
    assert county.write(path)
    county.clear()
    assert load_roles(county) == RoleSet()
    assert county.read(path)
    assert load_roles(county) == roles
    assert load_roles(county).layer("roads", county).name() == "县域路网"


def test_a_layer_that_vanished_is_reported(county):
    villages = county.mapLayersByName("行政村")[0]
    save_roles(county, RoleSet({"villages": RoleAssignment(villages.id())}))
    county.removeMapLayer(villages.id())
    roles = load_roles(county)
    assert roles.get("villages") is None and roles.layer("villages", county) is None
    assert [(one.role, one.name) for one in roles.vanished] == [("villages", "行政村")]
    save_roles(county, roles)
    assert load_roles(county).vanished == roles.vanished
    said = [one.sentence for one in role_problems(county, roles) if one.role == "villages"]
    assert "行政村" in said[0] and "已不在工程中" in said[0]


def test_a_layer_loaded_again_keeps_its_role(county, raster):
    terrain = county.mapLayersByName("DEM_30m")[0]
    save_roles(county, RoleSet({"dem": RoleAssignment(terrain.id())}))
    source = terrain.source()
    county.removeMapLayer(terrain.id())
    from qgis.core import QgsRasterLayer

    again = county.addMapLayer(QgsRasterLayer(source, "地形"))
    assert load_roles(county).get("dem").layer_id == again.id()


def test_what_the_planner_has_said_is_not_guessed_again(county):
    rivers = county.mapLayersByName("水系")[0]
    said = RoleSet({"roads": RoleAssignment(rivers.id())})
    roles = completed(said, county)
    assert roles.get("roads") == said.get("roads")
    assert roles.layer("dem", county).name() == "DEM_30m"
    assert roles.get("rivers") is None or roles.layer("rivers", county) != rivers


def test_a_role_that_no_layer_has_is_not_guessed_again(county):
    save_roles(county, RoleSet({"rivers": RoleAssignment("")}))
    roles = project_roles(county)
    assert roles.get("rivers") is None and roles.layer("rivers", county) is None
    assert roles.get("roads").guessed and not roles.confirmed().get("roads").guessed


def test_unreadable_roles_are_no_roles(qgis_app):
    project = QgsProject()
    project.writeEntry("ronghe", "/layer_roles", "{坏")
    assert load_roles(project) == RoleSet()


def test_problems_are_said_where_they_can_be_mended(county):
    roles = completed(RoleSet(), county)
    assert role_problems(county, roles) == []
    villages = roles.get("villages")
    villages = RoleAssignment(villages.layer_id, {**villages.fields, "population": "户籍人口"})
    roles = roles.with_assignment("villages", villages).with_assignment("roads", RoleAssignment(""))
    problems = {one.role: one for one in role_problems(county, roles)}
    assert set(problems) == {"villages", "roads"}
    assert "户籍人口" in problems["villages"].sentence and not problems["villages"].hinders
    assert "还没有指定" in problems["roads"].sentence and problems["roads"].hinders
    swapped = roles.with_assignment("dem", RoleAssignment(county.mapLayersByName("水系")[0].id()))
    assert any("类型不能用作" in one.sentence for one in role_problems(county, swapped))
