"""What a county plan computes, in its order, and what each step is given: layers by role, results of earlier steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition, QgsProject, QgsVectorLayer

from ...bridge.sentences import listed
from ...county.layer_part import part_with, words_in
from ...county.roles import RoleSet
from ...county.run_inputs import role_values
from ...county.words import words_meaning
from ...language import tr

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
TRUNK = ("expressway", "national", "provincial")
#: Metres between observers along the trunk roads: a county's plan needs no finer view.
SPACING = 400.0
#: The field of judged mines in which status words are already understood.
JUDGED_STATUS, LEVEL_WORDS = "status", "level_zh"


@dataclass(frozen=True)
class Given:
    """What all steps may draw on: the project and its roles, the planner's own values, and the results so far, by
    algorithm and output."""

    project: QgsProject
    roles: RoleSet
    slogan: str = ""
    cell_size: float = 0.0
    results: dict[str, dict[str, QgsVectorLayer]] = field(default_factory=dict)

    def result(self, algorithm: str, output: str) -> QgsVectorLayer | None:
        return self.results.get(algorithm, {}).get(output)


@dataclass(frozen=True)
class PlanStep:
    """A step: the algorithm, what it cannot do without (alternatives in a tuple) beyond the parameters that the
    algorithm itself requires, how its values differ from those of the roles, and the tables of standards whose values
    it takes. ``tweak`` answers with a sentence where the step makes no sense, else ''."""

    algorithm: str
    needs: tuple[tuple[str, ...], ...] = ()
    tweak: Callable[[dict, Given], str] = lambda values, given: ""
    tables: tuple[str, ...] = ()


def plan_steps() -> tuple[PlanStep, ...]:
    """All steps. Later ones may take results of earlier ones."""
    return (
        PlanStep("servicecoverage", (("DEMAND",), ("ROADS", "DEM")), _coverage, ("road_speeds",)),
        PlanStep("mineralzoning", (), _as_given, ("mining_rules", "zoning_suitability")),
        PlanStep("remediationzones", (), _as_given, ("mining_rules", "remediation_factors")),
        PlanStep("quarryclusters", (("MINERAL_FIELD",),), _as_given, ("mining_rules",)),
        PlanStep("compensationledger", (), _ledger, ("restoration_costs", "equivalent_values")),
        PlanStep("visiblerange", (("TARGETS",),), _sight),
        PlanStep("townhierarchy", (), _as_given, ("road_speeds",)),
        PlanStep("spacebalance"),
        PlanStep("spatialstructure", (), _structure),
    )


def table_titles() -> dict[str, str]:
    """The tables of standards as the planner calls them."""
    return {
        "road_speeds": tr("道路车速"),
        "mining_rules": tr("采矿法规"),
        "zoning_suitability": tr("允许区评分"),
        "remediation_factors": tr("整治评分因子"),
        "restoration_costs": tr("修复单价"),
        "equivalent_values": tr("当量价值"),
    }


def values_of(step: PlanStep, algorithm: QgsProcessingAlgorithm, given: Given) -> tuple[dict, str]:
    """The values of the step's parameters, and why it cannot run ('': it can). Raises BadStandard."""
    values = role_values(algorithm, given.project, given.roles)
    refused = step.tweak(values, given)
    if refused:
        return {}, refused
    needed = [(one.name(),) for one in algorithm.parameterDefinitions() if _is_needed(one)]
    missing = [names for names in (*needed, *step.needs) if not any(name in values for name in names)]
    if missing:
        titles = {one.name(): one.description() for one in algorithm.parameterDefinitions()}
        words = [tr(" 或 ").join(titles[name] for name in names) for names in missing]
        return {}, tr("缺少：{what}。").format(what=listed(list(dict.fromkeys(words))))
    return values, ""


def _is_needed(one: QgsProcessingParameterDefinition) -> bool:
    return not one.isDestination() and not one.flags() & OPTIONAL and one.defaultValue() is None


def _as_given(values: dict, given: Given) -> str:
    return ""


def _coverage(values: dict, given: Given) -> str:
    if given.cell_size > 0:
        values["CELL_SIZE"] = given.cell_size
    return ""


def _ledger(values: dict, given: Given) -> str:
    """The mines that were judged for remediation, whose status words are understood already."""
    judged = given.result("remediationzones", "MINES_OUT")
    if judged is not None:
        values |= {"MINES": judged, "STATUS_FIELD": JUDGED_STATUS}
    return ""


def _sight(values: dict, given: Given) -> str:
    """From trunk roads only: 三区两线 means no village road."""
    roads, name = values.get("OBSERVERS"), given.roles.field("roads", "class")
    if not isinstance(roads, QgsVectorLayer):
        return ""
    words = words_meaning("road", words_in(roads, name), TRUNK, given.project) if name else []
    if not words:
        return tr("道路图层中没有认得出的高速公路、国道、省道，不计算可视范围。")
    values |= {"OBSERVERS": part_with(roads, name, words), "SPACING": SPACING}
    return ""


def _structure(values: dict, given: Given) -> str:
    """From the slogan; towns with the level that was computed where their layer has none."""
    if not given.slogan.strip():
        return tr("没有给出总体格局口号，不生成总体格局。")
    values["SLOGAN"] = given.slogan.strip()
    ranked = given.result("townhierarchy", "OUTPUT")
    if ranked is not None and "TOWNS_LEVEL_FIELD" not in values:
        values |= {"TOWNS": ranked, "TOWNS_LEVEL_FIELD": LEVEL_WORDS}
    return ""
