"""What the ledgers amount to in one sentence, and why mines could not be priced: none is said to cost nothing."""

from __future__ import annotations

import numpy as np

from ...analysis.mining.responsibility import LEGACY, UNSTATED
from ...county.land_codes import UNKNOWN
from ...language import tr
from .ledger_land import MineLand
from .ledger_mines import Mines

NO_AREA, NO_LAND, STRANGE_LAND, NO_PRICE = "no_area", "no_land", "strange_land", "no_price"
WAN = 10_000.0  #: yuan in 万元


def unpriced_reasons(mines: Mines, land: MineLand, cost: np.ndarray) -> dict[str, int]:
    """How many mines of the county have no cost (n,), by the reason; the main one first."""
    known = np.bincount(land.owner[land.row != UNKNOWN], minlength=len(cost)) > 0
    worded = np.array([bool(one.words) for one in mines.land], dtype=bool)
    why = np.select(
        [np.isnan(mines.hectares), ~known & ~worded, ~known], [NO_AREA, NO_LAND, STRANGE_LAND], NO_PRICE
    )
    why = why[~mines.outside & ~np.isfinite(cost)]
    counts = {reason: int((why == reason).sum()) for reason in (NO_LAND, NO_AREA, STRANGE_LAND, NO_PRICE)}
    return {reason: counts[reason] for reason in sorted(counts, key=lambda one: -counts[one]) if counts[reason]}


def say_unpriced(reasons: dict[str, int], feedback) -> None:
    """Why mines have no cost and what to do, one warning a reason."""
    texts = {
        NO_LAND: tr("有 {count} 座矿山没有地类资料，未能计价；请选择矿山地类字段，或提供地类图斑、地类栅格后重算。"),
        NO_AREA: tr("有 {count} 座矿山没有损毁面积，未能计价；请选择损毁面积字段，或改用有矿区范围的面图层后重算。"),
        STRANGE_LAND: tr("有 {count} 座矿山的地类写法不认识，未能计价；请改正地类字段或指定地类编码体系后重算。"),
        NO_PRICE: tr("有 {count} 座矿山的地类在费用表中没有单价，未能计价；请在修复单位费用表中补充后重算。"),
    }
    for reason, count in reasons.items():
        feedback.pushWarning(texts[reason].format(count=count))


def _reason_text(reason: str) -> str:
    return {
        NO_LAND: tr("没有地类资料"),
        NO_AREA: tr("没有损毁面积"),
        STRANGE_LAND: tr("地类写法不认识"),
        NO_PRICE: tr("费用表中没有单价"),
    }[reason]


def public_cost(mines: Mines, cost: np.ndarray) -> float | None:
    """Yuan for the mines that the county restores; None where nobody knows which of the abandoned ones these are."""
    here = ~mines.outside
    if (here & (mines.case == UNSTATED)).any():
        return None
    return float(np.nansum(cost[here & (mines.case == LEGACY)]))


def headline(mines: Mines, zones, responsibility, benefit, reasons: dict[str, int]) -> str:
    """What a planner would quote of both ledgers."""
    return tr("测算：{costs}；{values}。").format(
        costs=_costs(mines, responsibility, reasons), values=_values(zones, benefit)
    )


def _costs(mines: Mines, responsibility, reasons: dict[str, int]) -> str:
    count, unpriced = int((~mines.outside).sum()), sum(reasons.values())
    main = _reason_text(next(iter(reasons))) if reasons else ""
    if not count:
        return tr("矿山都在县界以外，没有编制修复责任台账")
    if unpriced == count:
        return tr("{mines} 座矿山的修复费用都未能计价（主要原因：{reason}）").format(mines=count, reason=main)
    public = public_cost(mines, responsibility.amount)
    figures = {
        "mines": count,
        "cost": f"{responsibility.total / WAN:,.0f}",
        "public": f"{(public or 0) / WAN:,.0f}",
        "unpriced": unpriced,
        "reason": main,
    }
    if public is None and unpriced:
        text = tr(
            "{mines} 座矿山的修复费用 {cost} 万元，没有采矿权人字段，其中历史遗留矿山未能认定"
            "（{unpriced} 座未能计价，主要原因：{reason}）"
        )
    elif public is None:
        text = tr("{mines} 座矿山的修复费用 {cost} 万元，没有采矿权人字段，其中历史遗留矿山未能认定")
    elif unpriced:
        text = tr(
            "{mines} 座矿山的修复费用 {cost} 万元，其中历史遗留矿山 {public} 万元"
            "（{unpriced} 座未能计价，主要原因：{reason}）"
        )
    else:
        text = tr("{mines} 座矿山的修复费用 {cost} 万元，其中历史遗留矿山 {public} 万元")
    return text.format(**figures)


def _values(zones, benefit) -> str:
    if not len(zones):
        return tr("没有给出保护区域，未编制受益补偿台账")
    if not np.isfinite(benefit.amount).any():
        return tr("{zones} 处保护区域没有可用的地类资料，生态服务价值未能计价。两本台账分列，不相加").format(
            zones=len(zones)
        )
    return tr(
        "{zones} 处保护区域的生态服务价值每年 {value} 万元，是受益补偿的上限。两本台账分列，不相加"
    ).format(zones=len(zones), value=f"{benefit.total / WAN:,.0f}")
