"""The tables of zoning: zones, what each rule takes, rules that could not be applied, the edition of the rules."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ...analysis.mining import applied as fates
from ...analysis.mining.applied import AppliedRules, Fate, objects_in
from ...analysis.mining.rules import ALL_METHODS, PROHIBITED, RESTRICTED, Rule
from ...analysis.mining.zoning import CLASSES, UNDERGROUND, Zoning
from ...bridge.crs import frame_crs
from ...bridge.fields import FieldSpec
from ...bridge.sentences import listed
from ...county.mining_rules import citation
from ...language import language, tr
from .role_layers import role_titles
from .zoning_reading import ZoningReading

CLASS_ZH = {"prohibited": "禁止开采区", "restricted": "限制开采区", "permitted": "允许开采区"}
SQUARE_METRES_PER_HECTARE = 1e4
EVERY = 100  #: as many words as a list may have where nothing may be left out
SHOWN_OBJECTS = 2  #: objects that a condition names of a layer whose classes are not known

ZONE_FIELDS = [
    FieldSpec("class", "text", "分区代码", "Class"),
    FieldSpec("class_zh", "text", "开采分区", "Class (Chinese)"),
    FieldSpec("resource", "text", "资源区", "Resource area"),
    FieldSpec("mineral", "text", "矿种", "Mineral"),
    FieldSpec("method", "text", "开采方式", "Mining method"),
    FieldSpec("area_hm2", "real", "面积", "Area", "hm2"),
    FieldSpec("rules", "text", "规则编号", "Rules"),
    FieldSpec("reasons", "text", "划定理由", "Reasons"),
    FieldSpec("objects", "text", "涉及对象", "Objects"),
    FieldSpec("sources", "text", "依据", "Sources"),
    FieldSpec("conditional", "text", "前提", "Condition"),
    FieldSpec("merged_hm2", "real", "并入的碎斑面积", "Slivers merged in", "hm2"),
    FieldSpec("score", "real", "适宜性得分（0–100）", "Suitability (0–100)"),
    FieldSpec("s_industry", "real", "得分：产业布局", "Score: industry"),
    FieldSpec("s_haul", "real", "得分：运输距离", "Score: haul"),
    FieldSpec("s_safety", "real", "得分：安全距离", "Score: safety"),
    FieldSpec("s_growth", "real", "得分：城镇发展方向", "Score: growth of towns"),
    FieldSpec("haul_km", "real", "沿道路运输距离", "Haul distance by road", "km"),
    FieldSpec("haul_note", "text", "运输说明", "Note on haul"),
]
BALANCE_FIELDS = [
    FieldSpec("rule", "text", "规则编号", "Rule"),
    FieldSpec("name", "text", "管控对象", "Object"),
    FieldSpec("effect", "text", "管控作用", "Effect"),
    FieldSpec("area_hm2", "real", "占用资源区面积", "Resource area taken", "hm2"),
    FieldSpec("exclusive_area_hm2", "real", "仅由本规则占用的面积", "Taken by this rule alone", "hm2"),
    FieldSpec("share", "real", "占资源区比例（0–1）", "Share of the resource area (0–1)"),
]
MISSING_FIELDS = [
    FieldSpec("rule", "text", "规则编号", "Rule"),
    FieldSpec("role", "text", "图层参数", "Layer parameter"),
    FieldSpec("layer", "text", "需要的图层", "Layer needed"),
    FieldSpec("name", "text", "管控对象", "Object"),
    FieldSpec("effect", "text", "管控作用", "Effect"),
    FieldSpec("reason", "text", "未采用的原因", "Why not applied"),
    FieldSpec("features", "int", "涉及要素数", "Features concerned"),
]
EDITION_FIELDS = [
    FieldSpec("rule", "text", "规则编号", "Rule"),
    FieldSpec("class", "text", "适用类别", "Classes"),
    FieldSpec("name", "text", "管控对象", "Object"),
    FieldSpec("effect", "text", "管控作用", "Effect"),
    FieldSpec("method", "text", "适用开采方式", "Mining method"),
    FieldSpec("distance_m", "real", "距离", "Distance", "m"),
    FieldSpec("half_width_m", "real", "中心线外加半宽", "Half width added to a line", "m"),
    FieldSpec("measured", "text", "起算位置", "Measured from"),
    FieldSpec("source", "text", "依据", "Source"),
    FieldSpec("in_force", "text", "施行日期", "In force since"),
    FieldSpec("checked", "text", "核对情况", "Checked"),
    FieldSpec("use", "text", "本次采用情况", "Use in this run"),
    FieldSpec("features", "int", "采用的要素数", "Features used"),
    FieldSpec("note", "text", "说明", "Note"),
]


def effect_words() -> dict[str, str]:
    return {PROHIBITED: tr("禁止"), RESTRICTED: tr("限制"), "weighed": tr("参考")}


def method_words() -> dict[str, str]:
    return {"open pit": tr("露天"), UNDERGROUND: tr("地下"), ALL_METHODS: tr("全部"), "": tr("不明")}


def reason_of(rule: Rule) -> str:
    text = rule.text("reason", language())
    return text if rule.verified or "待核" in text else tr("{reason}（待核）").format(reason=text)


def use_words() -> dict[str, str]:
    """What became of a rule row, as the planner reads it."""
    return {
        fates.APPLIED: tr("已采用"),
        fates.LAYER_MISSING: tr("缺少图层"),
        fates.LAYER_EMPTY: tr("图层中没有可用的要素"),
        fates.CLASS_UNKNOWN: tr("要素类别不明，未按本规则判定"),
        fates.NO_TERRAIN: tr("缺少高程（DEM）"),
        fates.NOT_IN_FORCE: tr("在适用日期不是现行规定"),
        fates.OTHER_SUBJECT: tr("管控的不是采矿（尾矿库、采砂、建筑等）"),
        fates.WEIGHED_ONLY: tr("只作参考，不划定分区"),
    }


def zone_rows(reading: ZoningReading, zoning: Zoning, applied: AppliedRules) -> gpd.GeoDataFrame:
    """ZONES without scores: every piece with its rules, the prohibitions first."""
    rules = [clause.rule for clause in zoning.clauses]
    strict = sorted(range(len(rules)), key=lambda i: (rules[i].effect != PROHIBITED, i))
    texts = {}
    for row in np.unique(zoning.holds, axis=0):
        texts[row.tobytes()] = _texts([rules[i] for i in strict if row[i]])
    lines = [texts[row.tobytes()] for row in zoning.holds]
    named = objects_in(applied, zoning.geometry, zoning.holds)
    resource, methods = zoning.resource, method_words()
    conditions = _conditions(applied.missing)
    return gpd.GeoDataFrame(
        {
            "class": [CLASSES[rank] for rank in zoning.rank],
            "class_zh": [CLASS_ZH[CLASSES[rank]] for rank in zoning.rank],
            "resource": reading.name[resource],
            "mineral": reading.mineral[resource],
            "method": [methods[one] for one in reading.method[resource]],
            "area_hm2": zoning.area_m2 / SQUARE_METRES_PER_HECTARE,
            "rules": [one[0] for one in lines],
            "reasons": [_with_slivers(one[1], merged) for one, merged in zip(lines, zoning.merged_m2)],
            "sources": [one[2] for one in lines],
            "objects": [listed(one, EVERY) if one else "" for one in named],
            "conditional": [
                conditions[(int(rank), method == UNDERGROUND)]
                for rank, method in zip(zoning.rank, reading.method[resource])
            ],
            "merged_hm2": zoning.merged_m2 / SQUARE_METRES_PER_HECTARE,
        },
        geometry=zoning.geometry,
        crs=frame_crs(reading.crs),
    )


def _with_slivers(reasons: str, merged_m2: float) -> str:
    """The reasons of a zone, and what it has taken in of ground with other reasons."""
    if merged_m2 <= 0:
        return reasons
    told = tr("图斑内并入了小于最小图斑面积的碎斑 {area} 公顷，碎斑原有的规则不再列出。").format(
        area=f"{merged_m2 / SQUARE_METRES_PER_HECTARE:,.3f}"
    )
    return f"{reasons} {told}" if language() == "en" else reasons + told


def _texts(rules: list[Rule]) -> tuple[str, str, str]:
    """Ids joined by ';', whole sentences of reason, and sources, each once."""
    ids = ";".join(dict.fromkeys(rule.id for rule in rules))
    reasons = "".join(dict.fromkeys(reason_of(rule) for rule in rules))
    sources = "；".join(dict.fromkeys(citation(rule) for rule in rules))
    if language() == "en":
        reasons = " ".join(dict.fromkeys(reason_of(rule) for rule in rules))
        sources = "; ".join(dict.fromkeys(citation(rule) for rule in rules))
    return ids, reasons or tr("没有规则限制开采。"), sources


def _conditions(missing: list[Fate]) -> dict[tuple[int, bool], str]:
    """For each rank and for open pit or underground: on what the class depends that nobody could look at. A prohibition
    depends on nothing: no further rule could make it laxer.
    """
    found = {}
    for rank, effects in ((0, ()), (1, (PROHIBITED,)), (2, (PROHIBITED, RESTRICTED))):
        for underground in (False, True):
            layers = _lacking(
                [
                    fate
                    for fate in missing
                    if fate.rule.effect in effects and not (underground and fate.rule.method != ALL_METHODS)
                ]
            )
            found[(rank, underground)] = (
                tr("在缺少 {layers} 的情况下").format(layers=listed(layers, EVERY)) if layers else ""
            )
    return found


def _lacking(missing: list[Fate]) -> list[str]:
    """What is not there, each once: a layer by its name; of a layer that is there the classes, with the objects that
    they would tell: 河流与河道管理范围的类别（堤防和护堤地）.
    """
    objects: dict[str, list[str]] = {}
    for fate in missing:
        own = objects.setdefault(_layer_needed(fate), [])
        name = fate.rule.text("name", language())
        if fate.what == fates.CLASS_UNKNOWN and name not in own:
            own.append(name)
    said = tr("{layer}（{objects}）")
    return [
        said.format(layer=layer, objects=listed(names, SHOWN_OBJECTS)) if names else layer
        for layer, names in objects.items()
    ]


def _layer_needed(fate: Fate) -> str:
    """The layer that a rule could not do without; where it is there without classes, its classes."""
    titles = role_titles()
    if fate.what == fates.NO_TERRAIN:
        return titles["DEM"]
    if fate.what == fates.CLASS_UNKNOWN:
        return tr("{layer}的类别").format(layer=titles[fate.role])
    return titles[fate.role]


def balance_rows(zoning: Zoning, applied: AppliedRules, total_hm2: float) -> pd.DataFrame:
    """BALANCE: a row a rule that was applied, the one that takes most first."""
    held: dict[str, list[Fate]] = {}
    for fate in applied.fates:
        if fate.what == fates.APPLIED:
            held.setdefault(fate.rule.id, []).append(fate)
    words = effect_words()
    rows = []
    for name, own in held.items():
        taken, alone = (value / SQUARE_METRES_PER_HECTARE for value in zoning.rule_m2.get(name, (0.0, 0.0)))
        used = [fate.rule for fate in own if fate.features] or [fate.rule for fate in own]
        effects = [words[effect] for effect in (PROHIBITED, RESTRICTED) if any(r.effect == effect for r in used)]
        rows.append(
            {
                "rule": name,
                "name": listed(list(dict.fromkeys(rule.text("name", language()) for rule in used)), EVERY),
                "effect": listed(effects),
                "area_hm2": taken,
                "exclusive_area_hm2": alone,
                "share": taken / total_hm2 if total_hm2 else np.nan,
            }
        )
    frame = pd.DataFrame(rows, columns=[spec.name for spec in BALANCE_FIELDS])
    return frame.sort_values("area_hm2", ascending=False, kind="stable", ignore_index=True)


def missing_rows(applied: AppliedRules) -> pd.DataFrame:
    """NOT_APPLIED: rules in force whose layer, class or elevation is missing, a row a rule and layer."""
    words, uses = effect_words(), use_words()
    rows = {}
    for fate in applied.missing:
        key = (fate.rule.id, fate.role, fate.what)
        if key in rows:
            rows[key]["features"] = max(rows[key]["features"], fate.features)
            continue
        rows[key] = {
            "rule": fate.rule.id,
            "role": fate.role,
            "layer": _layer_needed(fate),
            "name": fate.rule.text("name", language()),
            "effect": words[fate.rule.effect],
            "reason": uses[fate.what],
            "features": fate.features,
        }
    return pd.DataFrame(list(rows.values()), columns=[spec.name for spec in MISSING_FIELDS])


def edition_rows(rules: list[Rule], applied: AppliedRules) -> pd.DataFrame:
    """RULES_USED: every row of the table and what became of it in this run."""
    tongue, words, methods, uses = language(), effect_words(), method_words(), use_words()
    rows = []
    for rule in rules:
        own = [fate for fate in applied.fates if fate.rule is rule]
        rows.append(
            {
                "rule": rule.id,
                "class": listed(rule.classes, EVERY),
                "name": rule.text("name", tongue),
                "effect": words[rule.effect],
                "method": methods[rule.method],
                "distance_m": rule.distance_m,
                "half_width_m": rule.half_width_m,
                "measured": rule.text("measured", tongue),
                "source": citation(rule),
                "in_force": _since(rule),
                "checked": tr("已核对") if rule.verified else tr("待核"),
                "use": listed(list(dict.fromkeys(uses[fate.what] for fate in own)), EVERY),
                "features": sum(fate.features for fate in own if fate.what == fates.APPLIED),
                "note": rule.text("note", tongue),
            }
        )
    return pd.DataFrame(rows, columns=[spec.name for spec in EDITION_FIELDS])


def _since(rule: Rule) -> str:
    if rule.in_force is None:
        return ""
    day = rule.in_force.isoformat()
    return day if rule.date_verified else tr("{day}（待核）").format(day=day)
