"""The results of a spatial structure as rows: clauses, findings, elements."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...analysis.structure.checks import ERROR, WARNING, Check
from ...analysis.structure.clauses import Clause
from ...analysis.structure.elements import count_of, kinds_of
from ...analysis.structure.grammar import Grammar
from ...analysis.structure.slogan import Refused
from ...bridge.fields import FieldSpec
from ...bridge.sentences import geometry_word
from ...language import tr
from . import check_sentences as say

DECIMALS = 4  #: of what was expected and found
PARSED_FIELDS = [
    FieldSpec("order", "int", "序号", "Order"),
    FieldSpec("text", "text", "格局要素", "Clause"),
    FieldSpec("count", "int", "应有数量（空为多个）", "Count (empty: several)"),
    FieldSpec("noun", "text", "要素代码", "Noun code"),
    FieldSpec("noun_zh", "text", "要素名词", "Noun as written"),
    FieldSpec("meaning", "text", "含义", "Meaning"),
    FieldSpec("geometry", "text", "几何类型代码", "Geometry code"),
    FieldSpec("geometry_zh", "text", "画作", "Drawn as"),
    FieldSpec("symbol", "text", "符号代码", "Symbol code"),
    FieldSpec("rank", "text", "主次", "Rank"),
    FieldSpec("modifier", "text", "修饰词", "Modifier"),
    FieldSpec("verb", "text", "动词", "Verb"),
    FieldSpec("theme", "text", "主题代码", "Theme code"),
    FieldSpec("note", "text", "括注", "Note in brackets"),
    FieldSpec("found", "int", "已绘数量", "Drawn"),
    FieldSpec("proposed", "int", "建议数量", "Proposed"),
]
CHECK_FIELDS = [
    FieldSpec("clause", "int", "格局要素序号", "Clause"),
    FieldSpec("clause_text", "text", "格局要素", "Text of the clause"),
    FieldSpec("check", "text", "核对内容", "Check"),
    FieldSpec("expected", "real", "应有", "Expected"),
    FieldSpec("found", "real", "实有", "Found"),
    FieldSpec("verdict", "text", "结论代码", "Verdict code"),
    FieldSpec("verdict_zh", "text", "结论", "Verdict"),
    FieldSpec("message", "text", "说明", "Message"),
]
ELEMENT_FIELDS = [
    FieldSpec("clause", "int", "格局要素序号", "Clause"),
    FieldSpec("clause_text", "text", "格局要素", "Text of the clause"),
    FieldSpec("noun", "text", "要素代码", "Noun code"),
    FieldSpec("name", "text", "名称", "Name"),
    FieldSpec("symbol", "text", "符号代码", "Symbol code"),
    FieldSpec("rank", "text", "主次", "Rank"),
    FieldSpec("proposed", "int", "插件建议（1 是，0 否）", "Proposed by the plugin (1 yes, 0 no)"),
    FieldSpec("basis", "text", "依据", "Basis"),
]


def parsed_rows(clauses: Sequence[Clause], elements: gpd.GeoDataFrame, grammar: Grammar) -> pd.DataFrame:
    """PARSED: a row a clause, in the order of the slogan."""
    rows = []
    for clause in clauses:
        own = elements[elements["order"] == clause.order]
        drawn = count_of(own.loc[~own["proposed"], "name"])
        rows.append(
            {
                "order": clause.order,
                "text": clause.text,
                "count": clause.count,
                "noun": clause.noun,
                "noun_zh": clause.noun_text,
                "meaning": grammar.nouns[clause.noun_text].meaning,
                "geometry": clause.geometry,
                "geometry_zh": geometry_word(clause.geometry),
                "symbol": clause.symbol,
                "rank": clause.rank,
                "modifier": clause.modifier,
                "verb": clause.verb,
                "theme": clause.theme,
                "note": clause.note,
                "found": drawn,
                "proposed": count_of(own["name"]) - drawn,
            }
        )
    table = pd.DataFrame(rows)
    return table.astype({"count": "Int64"})


def check_rows(
    checks: Sequence[Check],
    clauses: Sequence[Clause],
    refused: Sequence[Refused],
    unassigned: pd.DataFrame,
    advice: dict[int, str],
) -> pd.DataFrame:
    """CHECK: the findings clause by clause, then drawn elements without a clause, then phrases that are none."""
    by_order = {clause.order: clause for clause in clauses}
    rows = [
        _row(
            check.order,
            by_order[check.order].text,
            check.kind,
            check.expected,
            check.found,
            check.verdict,
            say.check_sentence(check, by_order[check.order], advice.get(check.order, "")),
        )
        for check in checks
    ]
    for (layer, reason, word, orders), group in unassigned_groups(unassigned):
        message = say.unassigned_sentence(reason, layer, word, group, [by_order[one] for one in orders])
        rows.append(_row(None, word or layer, say.UNASSIGNED, 0.0, float(len(group)), WARNING, message))
    rows += [
        _row(None, one.phrase, say.REFUSED, np.nan, np.nan, ERROR, say.refused_sentence(one.phrase, one.reason))
        for one in refused
    ]
    return pd.DataFrame(rows).astype({"clause": "Int64"})


def unassigned_groups(unassigned: pd.DataFrame):
    """(layer, reason, word, clauses in question) and the feature ids that share them."""
    word = unassigned["role"].where(unassigned["role"] != "", unassigned["name"])
    keys = list(zip(unassigned["layer"], unassigned["reason"], word, unassigned["orders"]))
    groups: dict[tuple, list[int]] = {}
    for key, fid in zip(keys, unassigned["fid"]):
        groups.setdefault(key, []).append(int(fid))
    return list(groups.items())


def _row(order, text, kind, expected, found, verdict, message) -> dict:
    return {
        "clause": order,
        "clause_text": text,
        "check": say.kind_word(kind),
        "expected": round(expected, DECIMALS),
        "found": round(found, DECIMALS),
        "verdict": verdict,
        "verdict_zh": say.verdict_word(verdict),
        "message": message,
    }


def element_rows(elements: gpd.GeoDataFrame, clauses: Sequence[Clause], geometry: str) -> gpd.GeoDataFrame:
    """STRUCTURE_POINTS, _LINES or _POLYGONS: the elements of one geometry, each part of a multi-point by itself."""
    texts = {clause.order: clause.text for clause in clauses}
    own = elements[kinds_of(elements.geometry.to_numpy()) == geometry]
    if geometry == "point":
        own = own.explode(ignore_index=True)
    columns = {
        "clause": own["order"].astype(int),
        "clause_text": own["order"].map(texts),
        "noun": own["noun"],
        "name": own["name"],
        "symbol": own["symbol"],
        "rank": own["rank"],
        "proposed": own["proposed"].astype(int),
        "basis": own["basis"],
    }
    shapes = own.geometry.to_numpy()
    if len(shapes):
        shapes = np.array([_only(shape, geometry) for shape in shapes], dtype=object)
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=elements.crs)


def _only(shape, geometry: str):
    """A shape without the parts that a layer of this geometry cannot hold."""
    if shape.geom_type != "GeometryCollection":
        return shape
    wanted = {"point": 0, "line": 1, "polygon": 2}[geometry]
    return shapely.union_all([part for part in shape.geoms if shapely.get_dimensions(part) == wanted])


def headline(clauses: Sequence[Clause], parsed: pd.DataFrame, checks: pd.DataFrame) -> str:
    """What the run found, in one line."""
    verdicts = checks["verdict"].value_counts()
    values = {
        "clauses": len(clauses),
        "wanted": sum(clause.least for clause in clauses),
        "drawn": int(parsed["found"].sum()),
        "proposed": int(parsed["proposed"].sum()),
        "ok": int(verdicts.get("ok", 0)),
        "warning": int(verdicts.get("warning", 0)),
        "error": int(verdicts.get("error", 0)),
    }
    if any(clause.count is None for clause in clauses):
        return tr(
            "口号读出 {clauses} 项格局要素，至少应有 {wanted} 个；已绘 {drawn} 个，建议 {proposed} 个；"
            "核对相符 {ok} 项、提醒 {warning} 项、不符 {error} 项"
        ).format(**values)
    return tr(
        "口号读出 {clauses} 项格局要素，应有 {wanted} 个；已绘 {drawn} 个，建议 {proposed} 个；"
        "核对相符 {ok} 项、提醒 {warning} 项、不符 {error} 项"
    ).format(**values)
