"""Every layer of the training county is known for what it is, by its name and fields alone."""

import pytest
from qgis.core import QgsProject, QgsProviderRegistry, QgsRasterLayer, QgsVectorLayer

from ronghe.plugin.county.roles import project_roles

LAYERS = {
    "boundary": "县界",
    "towns": "乡镇",
    "villages": "行政村",
    "facilities": "公共服务设施",
    "roads": "道路",
    "rivers": "河流",
    "dem": "yunling_dem",
    "landcover": "yunling_landcover",
    "population_raster": "yunling_population",
    "seats": "乡镇驻地",
    "railways": "铁路",
    "neighbours": "邻县",
    "prefecture": "地市",
    "peaks": "山峰",
    "mines": "矿山",
    "resources": "资源区",
    "bridges": "桥隧",
    "water_protection": "饮用水水源保护区",
    "intakes": "取水口",
    "reserves": "自然保护区",
    "scenic_areas": "景区",
    "redline": "生态保护红线",
    "farmland": "永久基本农田",
    "heritage": "文物保护单位",
    "urban_boundary": "城镇开发边界",
    "hazard_areas": "地质灾害隐患区",
    "parks": "产业园区",
    "landuse": "用地现状",
    "planning_zones": "规划分区",
    "agriculture_space": "农业空间",
    "ecology_space": "生态空间",
    "urban_space": "城镇空间",
    "tourism_corridors": "旅游廊带",
    "tourism_nodes": "旅游节点",
    "industry_links": "产业链联系",
    "flood_areas": "洪涝风险控制线",
}
FIELDS = {
    ("landuse", "class"): "地类编码",
    ("planning_zones", "class"): "分区",
    ("planning_zones", "name"): "二级分区",
    ("tourism_nodes", "class"): "类型",
    ("industry_links", "class"): "产业链",
    ("parks", "class"): "主导产业",
}


@pytest.fixture
def training_project(qgis_new_project, training_data):
    """A project with every table and raster of the training county."""
    project = QgsProject.instance()
    tables = QgsProviderRegistry.instance().querySublayers(str(training_data / "yunling.gpkg"))
    project.addMapLayers([QgsVectorLayer(one.uri(), one.name(), "ogr") for one in tables])
    project.addMapLayers([QgsRasterLayer(str(file), file.stem) for file in sorted(training_data.glob("*.tif"))])
    yield project
    project.clear()


def test_every_layer_has_its_role_and_none_has_another(training_project):
    roles = project_roles(training_project)
    found = {role: roles.layer(role, training_project).name() for role in roles.assignments if roles.get(role)}
    assert found == LAYERS
    assert {key: roles.field(*key) for key in FIELDS} == FIELDS
