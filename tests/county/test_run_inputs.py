"""Parameters take the layers and fields that their names speak of, in panels and in runs of a whole county alike."""

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

from ronghe.plugin.county.roles import RoleAssignment, RoleSet
from ronghe.plugin.county.run_inputs import FieldInput, field_input, role_of, role_values


@pytest.mark.parametrize(
    ("parameter", "algorithm", "role"),
    [
        ("RESERVES", "mineralzoning", "reserves"),
        ("TUNNELS", "mineralzoning", "bridges"),
        ("DEMAND", "servicecoverage", "villages"),
        ("ZONES", "servicecoverage", "towns"),
        ("ZONES", "compensationledger", ""),
        ("URBAN", "spacebalance", "urban_space"),
        ("BARRIERS", "servicecoverage", ""),
    ],
)
def test_a_layer_parameter_takes_the_layer_of_its_role(qgis_app, parameter, algorithm, role):
    assert role_of(parameter, algorithm) == role


@pytest.mark.parametrize(
    ("parameter", "role", "field_role"),
    [
        ("FACILITY_TYPE_FIELD", "facilities", "type"),
        ("WATER_PROTECTION_NAME_FIELD", "water_protection", "name"),
        ("ROAD_CLASS_FIELD", "roads", "class"),
        ("OUTPUT_FIELD", "mines", "capacity"),
    ],
)
def test_a_field_parameter_takes_the_field_that_its_name_ends_with(qgis_app, parameter, role, field_role):
    assert field_input(parameter, role) == FieldInput(role, field_role, parameter)


def test_a_field_that_no_role_has_is_left_to_the_planner(qgis_app):
    assert field_input("DAMAGE_FIELD", "mines") is None


def test_only_layers_and_fields_that_fit_are_taken(provider):
    project = QgsProject()
    towns = QgsVectorLayer("Point?crs=EPSG:4546&field=名称:string", "乡镇", "memory")
    villages = QgsVectorLayer("Point?crs=EPSG:4546&field=名称:string&field=人口:integer", "村", "memory")
    project.addMapLayers([towns, villages])
    roles = RoleSet(
        {
            "towns": RoleAssignment(towns.id(), {"name": "名称"}),
            "villages": RoleAssignment(villages.id(), {"name": "名称", "population": "没有这个字段"}),
        }
    )
    coverage = QgsApplication.processingRegistry().algorithmById("ronghe:servicecoverage")
    values = role_values(coverage, project, roles)
    # Zones must be polygons, these towns are points.
    assert values == {"DEMAND": villages, "DEMAND_NAME_FIELD": "名称"}


def test_the_steps_of_the_panels_agree(provider):
    """A panel and a run of the whole county take a parameter from the same role."""
    from ronghe.ui.mining_panel.quarry_tool import QuarryTool
    from ronghe.ui.mining_panel.remediation import RemediationStep
    from ronghe.ui.mining_panel.visible_tool import VisibleTool
    from ronghe.ui.mining_panel.zoning import ZoningStep
    from ronghe.ui.steps.choices import FieldChoice, LayerChoice

    known = 0
    for step in (ZoningStep, RemediationStep, QuarryTool, VisibleTool):
        given = step.choices(None)
        every = [*given[0], *given[1]] if isinstance(given, tuple) else given
        name = step.ALGORITHM.partition(":")[2]
        for one in every:
            if isinstance(one, LayerChoice):
                assert role_of(one.parameter, name) == one.role, one.parameter
                known += 1
            elif isinstance(one, FieldChoice) and field_input(one.parameter, one.role):
                assert field_input(one.parameter, one.role).field_role == one.field_role, one.parameter
                known += 1
    assert known > 20
