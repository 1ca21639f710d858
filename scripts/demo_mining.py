"""The demo of mining: where it may go on, what is repaired first, who pays; with the two sheets."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer

from training import FACTS, OUT, Quiet, gather, run, said, table_of, work_file

LEAST_HECTARES = 0.5
QUARRY_APART_M, QUARRY_WIDEST_M = 3000.0, 6000.0
#: Layer parameters that take the layer of another role: bridges and tunnels share one.
SHARED = {"TUNNELS": "bridges"}


def show_mining(project: QgsProject, roles) -> list[str]:
    """Write out/mining.gpkg and the two sheets; lines that say what was found."""
    from ronghe.plugin.cartography.export import export_sheet
    from ronghe.plugin.cartography.facts import SheetFacts
    from ronghe.plugin.cartography.mining_sheet import ZoningResults, mining_sheet
    from ronghe.plugin.cartography.remediation_sheet import RemediationResults, remediation_sheet

    feedback = Quiet()
    layers = _role_layers(project, roles)
    zoning = run("mineralzoning", _zoning(project, roles, layers), feedback)
    repair = run("remediationzones", _remediation(project, roles, layers), feedback)
    quarries = run("quarryclusters", _quarries(project, roles), feedback)
    ledgers = run("compensationledger", _ledgers(project, roles, repair["MINES_OUT"]), feedback)
    seen = run("visiblerange", _sight(project, roles), feedback)
    files = [str(value) for result in (zoning, repair, quarries, ledgers, seen) for value in result.values()]
    package = gather([file for file in files if file.endswith(".gpkg")], OUT / "mining.gpkg")

    facts = SheetFacts(**FACTS)
    zones, mines = table_of(package, "开采分区"), table_of(package, "矿山整治清单")
    sheets = {
        "mining_sheet": mining_sheet(
            project, roles, ZoningResults(zones, table_of(package, "各规则占用面积")), facts
        ),
        "remediation_sheet": remediation_sheet(
            project, roles, RemediationResults(table_of(package, "整治分区"), mines), facts
        ),
    }
    written = [
        export_sheet(sheet, OUT / f"{name}.{kind}", kind) for name, sheet in sheets.items() for kind in ("pdf", "png")
    ]
    first = min(mines.getFeatures(), key=lambda mine: mine["rank"])
    return [
        zoning["HEADLINE"],
        repair["HEADLINE"],
        f"最先治理：{first['mine_name']}（{first['trigger'] or first['priority']}），责任主体 {first['responsible']}",
        quarries["HEADLINE"],
        seen["HEADLINE"],
        ledgers["HEADLINE"],
        *feedback.told(),
        f"写出 {said((package, *written))}",
    ]


def _role_layers(project: QgsProject, roles) -> dict:
    """The layers that rules are measured from, and their fields of classes, as parameters."""
    from ronghe.plugin.analysis.mining.rules import LAYER_ROLES

    found = {}
    for name in LAYER_ROLES:
        role = SHARED.get(name, name.lower())
        layer = roles.layer(role, project)
        if layer is not None:
            found[name] = layer
        if layer is not None and roles.field(role, "class"):
            found[f"{name}_CLASS_FIELD"] = roles.field(role, "class")
    return found


def _zoning(project: QgsProject, roles, layers: dict) -> dict:
    return {
        "RESOURCES": roles.layer("resources", project),
        "MINERAL_FIELD": roles.field("resources", "mineral"),
        "NAME_FIELD": roles.field("resources", "name"),
        "METHOD_FIELD": roles.field("resources", "method"),
        "MIN_AREA": LEAST_HECTARES,
        "DEM": roles.layer("dem", project),
        "PARKS": roles.layer("parks", project),
        **layers,
        "ZONES": work_file("开采分区"),
        "BALANCE": work_file("各规则占用面积"),
        "NOT_APPLIED": work_file("未采用的规则"),
        "RULES_USED": work_file("规则版本与采用情况"),
    }


def _mines(project: QgsProject, roles) -> dict:
    fields = {"NAME_FIELD": "name", "STATUS_FIELD": "status", "HOLDER_FIELD": "holder", "METHOD_FIELD": "method"}
    return {
        "MINES": roles.layer("mines", project),
        **{parameter: roles.field("mines", field) for parameter, field in fields.items()},
        "TOWNS": roles.layer("towns", project),
        "TOWNS_NAME_FIELD": roles.field("towns", "name"),
    }


def _remediation(project: QgsProject, roles, layers: dict) -> dict:
    return {
        **_mines(project, roles),
        "MINERAL_FIELD": roles.field("mines", "mineral"),
        "CAPACITY_FIELD": roles.field("mines", "capacity"),
        "COUNTY": roles.layer("boundary", project),
        "INTAKES": roles.layer("intakes", project),
        "DEM": roles.layer("dem", project),
        **layers,
        "ZONES": work_file("整治分区"),
        "MINES_OUT": work_file("矿山整治清单"),
    }


def _ledgers(project: QgsProject, roles, mines: str) -> dict:
    return {
        **_mines(project, roles),
        "MINES": mines,
        "LANDUSE_RASTER": roles.layer("landcover", project),
        "WATER_PROTECTION": roles.layer("water_protection", project),
        "WATER_PROTECTION_NAME_FIELD": roles.field("water_protection", "name"),
        "RESERVES": roles.layer("reserves", project),
        "RESERVES_NAME_FIELD": roles.field("reserves", "name"),
        "RESPONSIBILITY": work_file("修复责任台账"),
        "BENEFIT": work_file("受益补偿台账"),
        "TOTALS": work_file("台账汇总"),
    }


def _quarries(project: QgsProject, roles) -> dict:
    mines = roles.layer("mines", project)
    mineral = roles.field("mines", "mineral")
    stone = QgsVectorLayer(f"{mines.source()}|subset=\"{mineral}\" LIKE '石灰岩%'", "石料厂")
    return {
        "QUARRIES": stone,
        "NAME_FIELD": roles.field("mines", "name"),
        "STATUS_FIELD": roles.field("mines", "status"),
        "OUTPUT_FIELD": roles.field("mines", "capacity"),
        "MAX_DISTANCE": QUARRY_APART_M,
        "MAX_DIAMETER": QUARRY_WIDEST_M,
        "BARRIERS": roles.layer("rivers", project),
        "OUTPUT": work_file("石料厂"),
        "CLUSTERS": work_file("石料厂整合"),
    }


def _sight(project: QgsProject, roles) -> dict:
    roads = roles.layer("roads", project)
    trunk = QgsVectorLayer(f"{roads.source()}|subset=\"{roles.field('roads', 'class')}\" IN ('国道', '省道')", "国省道")
    return {
        "DEM": roles.layer("dem", project),
        "OBSERVERS": trunk,
        "TARGETS": roles.layer("mines", project),
        "TARGETS_OUT": work_file("矿山可见情况"),
    }
