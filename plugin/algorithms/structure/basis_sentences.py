"""What proposals are called and what they are based on, in words; and why the plugin has no more to propose."""

from __future__ import annotations

from collections.abc import Callable

from ...analysis.structure.clauses import Clause
from ...analysis.structure.ground import Proposal
from ...analysis.structure.proposals_sketch import MOST_OF_SEVERAL
from ...bridge.sentences import listed
from ...language import tr
from ..mining.quarry_reasons import joined_sentences

LONGEST_LIST = 12


def basis_sentence(proposal: Proposal) -> str:
    """Why an element is proposed."""
    values = proposal.basis_values
    maker = _makers().get(proposal.basis_key)
    if maker is None:
        return unexplained()
    return joined_sentences([maker(values), *_remarks(values)])


def _remarks(values: dict) -> list[str]:
    """What the planner should know besides: that there could be more, and that a town's place is only a stand-in."""
    said = []
    if values.get("candidates"):
        said.append(
            tr("口号写“多”，可选的有 {candidates} 个，按重要程度建议最前的 {most} 个，可自行增减。").format(
                candidates=values["candidates"], most=MOST_OF_SEVERAL
            )
        )
    if values.get("seatless"):
        said.append(
            tr("{towns}没有驻地，位置取乡镇范围内的一点，请移到镇区。").format(towns=_names(values["seatless"]))
        )
    return said


def unexplained() -> str:
    """What is said of a proposal without a reason of its own."""
    return tr("插件建议，须由规划人员确认。")


def element_name(proposal: Proposal, clause: Clause) -> str:
    """What an element is called: 清水河廊道, 城关镇片区, 东翼; the town or park itself where it is one."""
    name, values = proposal.name, proposal.basis_values
    if clause.noun == "wing":
        return tr("{side}翼").format(side=_side(values.get("side", "")))
    if clause.noun == "screen" and not name:
        return tr("{side}部屏障").format(side=_side(values.get("side", "")))
    if not name or clause.noun not in ("axis", "corridor", "belt", "screen", "ring", "zone", "basin", "cluster"):
        return name or clause.noun_text
    if clause.noun == "axis" and len(values.get("towns", ())) > 1:
        return tr("{first}—{last}发展轴").format(first=values["towns"][0], last=values["towns"][-1])
    if clause.noun == "belt" and values.get("side"):
        return tr("{river}{side}岸").format(river=name, side=_side(values["side"]))
    texts = {
        "axis": tr("{name}发展轴"),
        "corridor": tr("{name}生态廊道") if clause.theme in ("", "ecology", "river") else tr("{name}廊道"),
        "belt": tr("{name}{theme}{noun}"),
        "screen": tr("{name}屏障"),
        "ring": tr("{name}环"),
        "zone": tr("{name}片区"),
        "basin": tr("{name}流域"),
        "cluster": tr("{name}组团"),
    }
    return texts[clause.noun].format(name=name, theme=clause.modifier, noun=clause.noun_text)


def _side(side: str) -> str:
    return {
        "n": tr("北"),
        "ne": tr("东北"),
        "e": tr("东"),
        "se": tr("东南"),
        "s": tr("南"),
        "sw": tr("西南"),
        "w": tr("西"),
        "nw": tr("西北"),
    }.get(side, side)


def _makers() -> dict[str, Callable[[dict], str]]:
    return {
        "named_town": lambda values: _town(
            tr("口号括注中写明的{town}，在城镇等级中居第 {number} 位{level}{people}。"), values
        ),
        "first_town": lambda values: _town(tr("{town}在城镇等级中居首位{level}{people}。"), values),
        "next_town": lambda values: _town(tr("{town}在城镇等级中居第 {number} 位{level}{people}。"), values),
        "town_node": lambda values: _town(tr("{town}在城镇等级中居第 {number} 位，作为节点{level}{people}。"), values),
        "axis_links": _axis,
        "axis_road": lambda values: _road(tr("沿干线道路“{road}”，县内长 {km} 公里。"), values),
        "trunk_road": lambda values: _road(tr("沿干线道路“{road}”，县内长 {km} 公里。"), values),
        "joins_industry": lambda values: _joined(tr("沿道路串联{places}等产业园区和城镇，长 {km} 公里。"), values),
        "joins_tourism": lambda values: _joined(tr("沿道路串联{places}等景区和城镇，长 {km} 公里。"), values),
        "network": lambda values: tr("连接 {towns} 个乡镇中相邻的乡镇，共 {links} 条联系。").format(**values),
        "named_river": _river,
        "long_river": _river,
        "bank": lambda values: tr("{river}的{side}岸，离河道约 {m} 米，只示意走向。").format(
            river=values["river"], side=_side(values["side"]), m=f"{values['m']:.0f}"
        ),
        "ring_of_towns": lambda values: tr("环绕{core}，串联周边的{towns}。").format(
            core=values["core"], towns=_names(values["towns"])
        ),
        "ring_around": lambda values: tr("以{core}为中心，半径约 {km} 公里，只示意范围。").format(
            core=values["core"], km=f"{values['km']:.1f}"
        ),
        "wing": _wing,
        "town_cluster": lambda values: tr("以{around}为中心，由{towns}组成；外包线只示意范围。").format(
            around=values["around"], towns=_names(values["towns"])
        ),
        "park": _park,
        "high_rim": _rim,
        "rim_of_peaks": _rim,
        "ridge": lambda values: tr("沿山脊{ridge}，长 {km} 公里。").format(
            ridge=values["ridge"], km=f"{values['km']:.1f}"
        ),
        "near_towns": lambda values: tr(
            "以{around}为中心，由{towns}组成，面积 {km2} 平方公里；各片区合起来铺满县域。"
        ).format(around=values["around"], towns=_names(values["towns"]), km2=f"{values['km2']:,.1f}"),
        "near_towns_rest": lambda values: tr(
            "以{around}为中心的乡镇（{towns}）中已绘片区以外的部分，面积 {km2} 平方公里。"
        ).format(around=values["around"], towns=_names(values["towns"]), km2=f"{values['km2']:,.1f}"),
        "basin_towns": lambda values: tr("{around}流经或邻近的{towns}，面积 {km2} 平方公里。").format(
            around=values["around"], towns=_names(values["towns"]), km2=f"{values['km2']:,.1f}"
        ),
    }


def _names(names) -> str:
    return listed([str(name) for name in names], LONGEST_LIST)


def _town(text: str, values: dict) -> str:
    people, level = values.get("population"), values.get("level")
    known = people is not None and people == people
    return text.format(
        town=values["town"],
        number=values["number"],
        level=_level(level),
        people=tr("，人口 {people} 人").format(people=f"{people:,.0f}") if known else "",
    )


def _level(level: str | None) -> str:
    """The level as the layer has it: 重点镇, or a number."""
    if not level:
        return ""
    return (tr("，等级为 {level} 级") if level.isdigit() else tr("，等级为{level}")).format(level=level)


def _axis(values: dict) -> str:
    share = values.get("share")
    given = {"towns": _names(values["towns"]), "km": f"{values['km']:.1f}"}
    if share is None or share != share:
        return tr("沿道路连接{towns}，长 {km} 公里。").format(**given)
    text = (
        tr("沿道路连接{towns}，经过主核，长 {km} 公里；所含联系占各乡镇引力联系总和的 {share} %。")
        if values.get("core")
        else tr("沿道路连接{towns}，长 {km} 公里；所含联系占各乡镇引力联系总和的 {share} %。")
    )
    return text.format(share=f"{share * 100:.0f}", **given)


def _road(text: str, values: dict) -> str:
    return text.format(road=values["road"], km=f"{values['km']:.1f}")


def _joined(text: str, values: dict) -> str:
    return text.format(places=_names(values["places"]), km=f"{values['km']:.1f}")


def _river(values: dict) -> str:
    given = {"river": values["river"], "km": f"{values['km']:.1f}"}
    if values.get("level") is None:
        return tr("沿{river}，县内干流长 {km} 公里。").format(**given)
    return tr("沿{river}（{level} 级河流），县内干流长 {km} 公里。").format(level=values["level"], **given)


def _wing(values: dict) -> str:
    given = {"core": values["core"], "side": _side(values["side"])}
    if not values["towns"]:
        return tr("位于{core}的{side}侧，只示意方向。").format(**given)
    return tr("位于{core}的{side}侧，包括{towns}，只示意方向。").format(towns=_names(values["towns"]), **given)


def _park(values: dict) -> str:
    if values["hm2"] > 0:
        return tr("现有的{park}，面积 {area} 公顷。").format(park=values["park"], area=f"{values['hm2']:,.1f}")
    return tr("现有的{park}。").format(park=values["park"])


def _rim(values: dict) -> str:
    side, county = _side(values["side"]), values.get("county_height")
    text = tr("县域{side}部边缘的高地，长约 {km} 公里").format(side=side, km=f"{values['km']:.0f}")
    parts = [text]
    if county is not None and county == county:
        parts.append(
            tr("平均高程 {height} 米（全县 {county} 米）").format(
                height=f"{values['height']:.0f}", county=f"{county:.0f}"
            )
        )
    if values["peaks"]:
        parts.append(tr("有{peaks}").format(peaks=_names(values["peaks"])))
    if values["reserves"]:
        parts.append(tr("涉及{reserves}").format(reserves=_names(values["reserves"])))
    return tr("{parts}。").format(parts=tr("，").join(parts))


def shortage_sentence(key: str, values: dict) -> str:
    """Why the plugin proposes no more, and what would help."""
    if key == "towns_used_up" and not values["towns"]:
        key = "no_towns"
    return {
        "no_towns": tr("给出乡镇图层后，插件可以提出建议。"),
        "no_core": tr("给出乡镇图层，或先画出主核，插件可以提出建议。"),
        "no_links": tr("给出乡镇和道路图层后，插件可以提出建议。"),
        "no_rivers": tr("给出河流图层（有名称字段）后，插件可以提出建议。"),
        "no_parks": tr("给出产业园区图层后，插件可以提出建议。"),
        "no_heights": tr("给出县界，以及高程或山峰图层后，插件可以提出建议。"),
        "towns_used_up": tr("县内只有 {towns} 个乡镇，已有 {taken} 个是核、极或节点。"),
        "links_used_up": tr("乡镇之间没有更多互不重复的联系可作轴线。"),
        "routes_used_up": tr("没有更多互不重复的干线道路可以依托。"),
        "rivers_used_up": tr("有名称的河流只有 {rivers} 条，较长而又未用的不够。"),
        "parks_used_up": tr("园区图层中只有 {parks} 个园区。"),
        "ridges_used_up": tr("山脊只有 {ridges} 条。"),
        "rim_too_even": tr("县域边缘没有更多明显高起的地段。"),
        "two_sides_only": tr("翼只能建议核的两侧，共两个。"),
        "fewer_towns_than_zones": tr("县内只有 {towns} 个乡镇，片区不能比乡镇多。"),
        "fewer_towns_than_clusters": tr("县内只有 {towns} 个乡镇，组团不能比乡镇多。"),
    }.get(key, tr("这类要素须由规划人员自行绘制。")).format(**values)
