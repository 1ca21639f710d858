"""The findings about a structure as sentences."""

from __future__ import annotations

from ...analysis.structure import checks as kinds
from ...analysis.structure.checks import Check
from ...analysis.structure.clauses import Clause
from ...analysis.structure.elements import EMPTY, GEOMETRY, SEVERAL, UNKNOWN
from ...bridge.sentences import geometry_word, listed, listed_ids
from ...language import tr
from ..mining.quarry_reasons import joined_sentences

UNASSIGNED, REFUSED = "unassigned", "refused"


def verdict_word(verdict: str) -> str:
    return {kinds.OK: tr("相符"), kinds.WARNING: tr("提醒"), kinds.ERROR: tr("不符")}[verdict]


def kind_word(kind: str) -> str:
    return {
        kinds.COUNT: tr("数量"),
        kinds.ENDS: tr("轴的端点"),
        kinds.ALONG: tr("廊道走向"),
        kinds.TILING: tr("片区铺满县域"),
        kinds.OUTSIDE: tr("县域范围"),
        UNASSIGNED: tr("未归入的要素"),
        REFUSED: tr("不是格局要素的词"),
    }[kind]


def check_sentence(check: Check, clause: Clause, advice: str) -> str:
    """What the planner reads; ``advice`` says which layers would bring proposals, '' when none would."""
    makers = {
        kinds.COUNT: _count,
        kinds.ENDS: _ends,
        kinds.ALONG: _along,
        kinds.TILING: _tiling,
        kinds.OUTSIDE: _outside,
    }
    return makers[check.kind](check, clause, advice).strip()


def _count(check: Check, clause: Clause, advice: str) -> str:
    text = _numbers(check, clause, advice).strip()
    if check.verdict == kinds.OK or not check.data["shared"]:
        return text
    shared = [tr("{name} {count} 处").format(name=name, count=count) for name, count in check.data["shared"].items()]
    return joined_sentences(
        [text, tr("同名的图形按一个要素计（{names}）；不是同一要素的，请改名。").format(names=listed(shared))]
    )


def _numbers(check: Check, clause: Clause, advice: str) -> str:
    values = {
        "clause": clause.text,
        "wanted": _wanted(clause),
        "drawn": check.data["drawn"],
        "proposed": check.data["proposed"],
        "lacking": int(check.expected - check.found),
        "surplus": int(check.found - check.expected),
        "advice": advice,
    }
    if check.verdict == kinds.OK:
        return tr("“{clause}”{wanted}，已绘 {drawn} 个，相符。").format(**values)
    if check.verdict == kinds.WARNING:
        return tr("“{clause}”{wanted}，已绘 {drawn} 个，插件建议 {proposed} 个；请逐个确认或修改建议的要素。").format(
            **values
        )
    if check.found > check.expected:
        return tr("“{clause}”{wanted}，已绘 {drawn} 个，多 {surplus} 个；请删去多余的要素，或修改口号。").format(
            **values
        )
    if check.data["proposed"]:
        return tr(
            "“{clause}”{wanted}，已绘 {drawn} 个，插件建议 {proposed} 个，还缺 {lacking} 个；请补绘。{advice}"
        ).format(**values)
    return tr("“{clause}”{wanted}，已绘 {drawn} 个，还缺 {lacking} 个；请补绘。{advice}").format(**values)


def _wanted(clause: Clause) -> str:
    if clause.count is None:
        return tr("应至少有 {count} 个").format(count=clause.least)
    return tr("应有 {count} 个").format(count=clause.count)


def _ends(check: Check, clause: Clause, advice: str) -> str:
    limit = f"{check.data['limit_m'] / 1000:g}"
    if not check.data["centres"]:
        return tr("没有核、极或节点，“{clause}”的端点无从核对；请先确定核或节点。").format(clause=clause.text)
    said = []
    if check.data["alone"]:
        said.append(
            tr("“{clause}”有 {count} 条距核和节点都超过 {limit} 公里（{names}），请核对走向。").format(
                clause=clause.text, count=len(check.data["alone"]), names=listed(check.data["alone"]), limit=limit
            )
        )
    if check.data["loose"]:
        said.append(
            tr("“{clause}”有 {count} 条的一端不在核、节点、乡镇或县界附近（{names}），请延长或截短。").format(
                clause=clause.text, count=len(check.data["loose"]), names=listed(check.data["loose"])
            )
        )
    if said:
        return joined_sentences(said)
    return tr("“{clause}”都连着核或节点（{limit} 公里以内），各端到达核、节点、乡镇或县界。").format(
        clause=clause.text, limit=limit
    )


def _along(check: Check, clause: Clause, advice: str) -> str:
    limit, least = f"{check.data['limit_m']:g}", f"{check.data['least'] * 100:g}"
    if not check.data["ways"]:
        return tr("没有给出河流和道路，“{clause}”是否沿河沿路无从核对；请选择河流或道路图层。").format(
            clause=clause.text
        )
    if check.data["away"]:
        names = [
            tr("{name} {share} %").format(name=name, share=f"{share * 100:.0f}") for name, share in check.data["away"]
        ]
        return tr(
            "“{clause}”有 {count} 条沿河流或道路 {limit} 米以内的长度不到 {least} %（{names}）；请核对走向。"
        ).format(clause=clause.text, count=len(names), limit=limit, least=least, names=listed(names))
    return tr("“{clause}”沿河流或道路 {limit} 米以内的长度都在 {least} % 以上。").format(
        clause=clause.text, limit=limit, least=least
    )


def _tiling(check: Check, clause: Clause, advice: str) -> str:
    values = {
        "clause": clause.text,
        "total": f"{check.found / 100:,.2f}",
        "county": f"{check.expected / 100:,.2f}",
        "gap": f"{check.data['gap'] * 100:.2f}",
        "overlap": f"{check.data['overlap'] * 100:.2f}",
    }
    if check.data["schematic"]:
        return tr("“{clause}”是示意，合计 {total} 平方公里，不与县域面积 {county} 平方公里核对。").format(**values)
    if check.verdict == kinds.OK:
        return tr(
            "“{clause}”合计 {total} 平方公里，县域 {county} 平方公里；空缺 {gap} %，重叠 {overlap} %，铺满县域。"
        ).format(**values)
    return tr(
        "“{clause}”合计 {total} 平方公里，县域 {county} 平方公里；空缺 {gap} %，重叠 {overlap} %，应各在 1 % 以内。"
        "请修改片区界线；只是示意的，请在名称中写明“示意”。"
    ).format(**values)


def _outside(check: Check, clause: Clause, advice: str) -> str:
    said = []
    if check.data["whole"]:
        said.append(
            tr("“{clause}”有 {count} 个要素全在县域以外（{names}）；请核对坐标系和位置。").format(
                clause=clause.text, count=len(check.data["whole"]), names=listed(check.data["whole"])
            )
        )
    if check.data["parts"]:
        names = [
            tr("{name} {share} %").format(name=name, share=f"{share * 100:.0f}") for name, share in check.data["parts"]
        ]
        said.append(
            tr("“{clause}”有 {count} 个要素部分在县域以外（{names}）；请核对是否应在县界处截断。").format(
                clause=clause.text, count=len(names), names=listed(names)
            )
        )
    return joined_sentences(said)


def unassigned_sentence(reason: str, layer: str, word: str, fids: list[int], clauses: list[Clause]) -> str:
    """Why drawn elements belong to no clause; ``word`` is what their field says."""
    values = {
        "layer": layer,
        "count": len(fids),
        "fids": listed_ids(fids),
        "word": word,
        "clauses": listed([tr("“{text}”").format(text=clause.text) for clause in clauses]),
        "geometry": geometry_word(clauses[0].geometry) if clauses else "",
    }
    return {
        EMPTY: tr(
            "图层“{layer}”有 {count} 个要素没有写明属于哪个格局要素（要素编号 {fids}），未归入；"
            "请在格局字段中填写，如 核、六廊 或序号。"
        ),
        UNKNOWN: tr(
            "图层“{layer}”有 {count} 个要素写的是“{word}”（要素编号 {fids}），口号中没有，未归入；请改写，或修改口号。"
        ),
        SEVERAL: tr(
            "图层“{layer}”有 {count} 个要素写的是“{word}”（要素编号 {fids}），可属于{clauses}，未归入；请改写为序号。"
        ),
        GEOMETRY: tr(
            "图层“{layer}”有 {count} 个要素写的是“{word}”（要素编号 {fids}），"
            "但{clauses}应以{geometry}表示，未归入；请改绘。"
        ),
    }[reason].format(**values)


def refused_sentence(phrase: str, reason: str) -> str:
    return tr("“{phrase}”不是空间格局要素：{reason}。").format(phrase=phrase, reason=reason)
