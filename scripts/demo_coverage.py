"""The demo of service coverage: who reaches a clinic or hospital in half an hour, and the sheet of it."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer

from training import FACTS, OUT, Quiet, gather, run, said, table_of, work_file

SERVICE, MINUTES, BREAKS, CELL = "医疗", 30.0, (15.0, 30.0, 45.0, 60.0), 60.0
RESULTS = ("DEMAND_OUT", "ZONES_OUT", "GAPS", "BANDS", "LEVELS_OUT")


def show_coverage(project: QgsProject, roles) -> list[str]:
    """Write out/coverage.gpkg and the sheet; lines that say what was found."""
    from ronghe.plugin.cartography.coverage_sheet import CoverageResults, coverage_sheet
    from ronghe.plugin.cartography.export import export_sheet
    from ronghe.plugin.cartography.facts import SheetFacts

    feedback = Quiet()
    results = run("servicecoverage", _parameters(project, roles), feedback)
    package = gather([results[name] for name in RESULTS], OUT / "coverage.gpkg")
    names = ("需求与出行时间", "分区覆盖统计", "未覆盖清单", "等时圈")
    demand, zones, gaps, bands = (table_of(package, name) for name in names)
    sheet = coverage_sheet(
        project,
        roles,
        CoverageResults(demand, zones, gaps, bands, results["HEADLINE"], MINUTES, BREAKS, SERVICE),
        SheetFacts(**FACTS, notes=("医疗设施计中心城区和重点镇两级（乡镇卫生院及以上）。",)),
    )
    pdf = export_sheet(sheet, OUT / "coverage_sheet.pdf", "pdf")
    png = export_sheet(sheet, OUT / "coverage_sheet.png", "png")

    worst = min(zones.getFeatures(), key=lambda zone: zone["covered_share"])
    first = next(gaps.getFeatures(), None)
    missed, lost = gaps.featureCount(), results["UNREACHED"]
    lines = [
        results["HEADLINE"],
        f"人口 {results['POPULATION']:,.0f} 人；未覆盖村庄 {missed} 个，其中到不了的 {lost} 个",
        worst["diagnosis"],
    ]
    if first is not None:
        lines.append(f"缺口最大：{first['name']}（{first['zone']}），{first['people']:,.0f} 人，{first['cause']}")
    return [*lines, *feedback.told(), f"写出 {said((package, pdf, png))}"]


def _parameters(project: QgsProject, roles) -> dict:
    facilities = roles.layer("facilities", project)
    kind = roles.field("facilities", "type")
    level = roles.field("facilities", "level")
    uri = f"{facilities.source()}|subset=\"{kind}\" = '{SERVICE}' AND \"{level}\" <> '村'"
    return {
        "FACILITIES": QgsVectorLayer(uri, facilities.name()),
        "FACILITY_TYPE_FIELD": kind,
        "FACILITY_LEVEL_FIELD": level,
        "FACILITY_NAME_FIELD": roles.field("facilities", "name"),
        "DEMAND": roles.layer("villages", project),
        "POPULATION_FIELD": roles.field("villages", "population"),
        "DEMAND_NAME_FIELD": roles.field("villages", "name"),
        "ZONES": roles.layer("towns", project),
        "ZONE_NAME_FIELD": roles.field("towns", "name"),
        "THRESHOLD_MINUTES": MINUTES,
        "BREAKS": ",".join(f"{value:g}" for value in BREAKS),
        "ROADS": roles.layer("roads", project),
        "ROAD_CLASS_FIELD": roles.field("roads", "class"),
        "ONEWAY_FIELD": roles.field("roads", "oneway"),
        "DEM": roles.layer("dem", project),
        "AREA": roles.layer("boundary", project),
        "CELL_SIZE": CELL,
        "DEMAND_OUT": work_file("需求与出行时间"),
        "ZONES_OUT": work_file("分区覆盖统计"),
        "GAPS": work_file("未覆盖清单"),
        "BANDS": work_file("等时圈"),
        "LEVELS_OUT": work_file("分级覆盖统计"),
    }
