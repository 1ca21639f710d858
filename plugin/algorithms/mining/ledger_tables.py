"""The tables of the two ledgers, and their totals: never added to each other."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ...analysis.mining.benefit import sums_by_owner, unit_values
from ...analysis.mining.land_parts import Parts
from ...analysis.mining.ledger_totals import ledger_totals
from ...analysis.mining.responsibility import Accrual, accruals, interim_losses, restoration_costs
from ...bridge.crs import frame_crs
from ...bridge.fields import FieldSpec
from ...county.land_codes import UNKNOWN
from ...county.ledger_tables import Equivalents, liability_texts
from ...language import language, tr
from .ledger_land import MineLand
from .ledger_mines import Mines
from .ledger_reading import LedgerReading, all_listed
from .ledger_zones import Zones

RESPONSIBILITY_FIELDS = [
    FieldSpec("mine", "text", "矿山", "Mine"),
    FieldSpec("payer", "text", "修复责任人", "Who restores"),
    FieldSpec("basis", "text", "依据", "Basis"),
    FieldSpec("town", "text", "所在乡镇", "Town"),
    FieldSpec("mine_status", "text", "矿山状态", "State of the mine"),
    FieldSpec("area_hm2", "real", "损毁面积", "Damaged area", "hm2"),
    FieldSpec("land", "text", "地类构成", "Land"),
    FieldSpec("restoration_cost", "real", "修复费用（测算）", "Restoration cost (calculated)", "yuan"),
    FieldSpec("annual_accrual", "real", "首年计提（测算）", "Set aside in the first year (calculated)", "yuan/a"),
    FieldSpec("years", "int", "计提年限", "Years of setting aside", "a"),
    FieldSpec("present_value", "real", "计提现值（测算）", "Present value (calculated)", "yuan"),
    FieldSpec("interim_loss", "real", "修复期间服务损失（测算，另列）", "Services lost meanwhile (calculated)", "yuan"),
    FieldSpec("status", "text", "性质", "Nature of the figures"),
    FieldSpec("note", "text", "说明", "Note"),
]
BENEFIT_FIELDS = [
    FieldSpec("zone", "text", "保护区域", "Protected zone"),
    FieldSpec("kind", "text", "类型", "Kind"),
    FieldSpec("beneficiary", "text", "受益方（补偿方）", "Who benefits and pays"),
    FieldSpec("town", "text", "所在乡镇", "Town"),
    FieldSpec("area_hm2", "real", "面积", "Area", "hm2"),
    FieldSpec("land", "text", "地类构成", "Land"),
    FieldSpec("service_value", "real", "生态服务价值（测算，补偿上限）", "Service value (calculated, most)", "yuan/a"),
    FieldSpec("value_per_hm2", "real", "单位面积价值（测算）", "Value per area (calculated)", "yuan/hm2/a"),
    FieldSpec("basis", "text", "依据", "Basis"),
    FieldSpec("status", "text", "性质", "Nature of the figures"),
    FieldSpec("note", "text", "说明", "Note"),
]
TOTAL_FIELDS = [
    FieldSpec("ledger", "text", "台账", "Ledger"),
    FieldSpec("town", "text", "乡镇", "Town"),
    FieldSpec("payer", "text", "付款方", "Payer"),
    FieldSpec("amount", "real", "金额（测算）", "Amount (calculated)"),
    FieldSpec("unit", "text", "金额单位", "Unit of the amount"),
    FieldSpec("annual", "real", "每年（测算）", "Each year (calculated)", "yuan/a"),
    FieldSpec("area_hm2", "real", "面积", "Area", "hm2"),
    FieldSpec("count", "int", "矿山或保护区域数", "Mines or zones"),
    FieldSpec("unpriced", "int", "其中未能计价", "Of these without an amount"),
    FieldSpec("status", "text", "性质", "Nature of the figures"),
]


@dataclass(frozen=True)
class Ledger:
    """One ledger: its rows, the ``amount`` (n,) of each, what falls due each year, and the towns that each lies in."""

    rows: gpd.GeoDataFrame
    amount: np.ndarray
    annual: np.ndarray
    towns: Parts

    @property
    def total(self) -> float:
        return float(np.nansum(self.amount))


def responsibility_ledger(
    reading: LedgerReading, mines: Mines, land: MineLand, towns, costs: pd.DataFrame, values: pd.Series, terms
) -> Ledger:
    """The ledger of responsibility. ``costs`` are unit costs by (land, damage), ``values`` yuan/hm² and year by kind of
    land (for the services lost meanwhile), ``terms`` the years, the discount and whether such losses are asked for.
    """
    years, discount, with_losses = terms
    count = len(mines.name)
    kind = np.where(land.row == UNKNOWN, "", reading.table["cost"].to_numpy(dtype=object)[land.row])
    prices = _prices(costs, kind, mines.damage[land.owner])
    _note_unpriced(mines, land, prices, kind)
    amounts = restoration_costs(
        land.hectares,
        prices["yuan_per_hm2"].to_numpy(),
        prices["management_rate"].to_numpy(),
        prices["care_yuan_per_hm2"].to_numpy(),
        prices["care_years"].to_numpy(),
        discount,
    )
    cost = sums_by_owner(land.owner, amounts, count)
    accrual = accruals(cost, years, discount, mines.output, mines.remaining)
    losses = np.full(count, np.nan)
    if with_losses:
        equivalent = np.where(land.row == UNKNOWN, "", reading.table["equivalent"].to_numpy(dtype=object)[land.row])
        value = values.reindex(equivalent).to_numpy()
        lost = interim_losses(land.hectares, value, prices["recovery_years"].fillna(0).to_numpy(), discount)
        losses = sums_by_owner(land.owner, lost, count)
    _note_no_land(mines, land)
    _note_spread(mines, accrual, cost)
    parts = towns.parts(mines.shapes)
    rows = pd.DataFrame(
        {
            "mine": mines.name,
            "payer": mines.payer,
            "basis": _bases(reading, mines, land, prices),
            "town": towns.texts(parts, count),
            "mine_status": mines.status_word,
            "area_hm2": mines.hectares,
            "land": land_texts(reading, land.owner, land.row, land.hectares, count),
            "restoration_cost": cost,
            "annual_accrual": accrual.annual,
            "years": np.where(np.isfinite(cost), accrual.years, np.nan),
            "present_value": accrual.present_value,
            "interim_loss": losses,
            "status": tr("测算"),
            "note": mines.notes.texts(),
        }
    )
    frame = gpd.GeoDataFrame(rows, geometry=list(mines.shapes), crs=frame_crs(reading.crs))
    here = ~mines.outside
    return Ledger(frame, cost, accrual.annual, _only(parts, here[parts.owner]))


def _only(parts: Parts, which: np.ndarray) -> Parts:
    """Some of the parts: mines outside the county are in no total."""
    return Parts(parts.owner[which], parts.other[which], parts.share[which], parts.twice)


def _prices(costs: pd.DataFrame, kind: np.ndarray, damage: np.ndarray) -> pd.DataFrame:
    """The row of unit costs (m rows, NaN where there is none) for each part: of its damage, else of any damage."""
    exact = costs.index.get_indexer(pd.MultiIndex.from_arrays([kind, damage]))
    of_any = costs.index.get_indexer(pd.MultiIndex.from_arrays([kind, np.full(len(kind), "", dtype=object)]))
    place = np.where(exact >= 0, exact, of_any)
    rows = costs.reset_index(drop=True).reindex(np.where(place >= 0, place, -1))
    return rows.reset_index(drop=True)


def _note_unpriced(mines: Mines, land: MineLand, prices: pd.DataFrame, kind: np.ndarray) -> None:
    without = prices["yuan_per_hm2"].isna().to_numpy() & (kind != "") & (land.hectares > 0)
    for place in np.flatnonzero(without):
        mines.notes.add(
            land.owner[place],
            tr("有 {area} 公顷土地在费用表中没有单价，未计费用。").format(area=f"{land.hectares[place]:,.2f}"),
        )


def _note_no_land(mines: Mines, land: MineLand) -> None:
    known = np.bincount(land.owner[land.row != UNKNOWN], minlength=len(mines.name)) > 0
    for place in np.flatnonzero(~known):
        mines.notes.add(place, tr("没有地类资料，未计费用；请填写地类字段，或提供地类图斑、地类栅格。"))


def _note_spread(mines: Mines, accrual: Accrual, cost: np.ndarray) -> None:
    for place in np.flatnonzero(np.isfinite(cost)):
        mines.notes.add(
            place,
            tr("按产量比例计提：每年 {output} 万吨，剩余 {remaining} 万吨。").format(
                output=f"{mines.output[place]:g}", remaining=f"{mines.remaining[place]:g}"
            )
            if accrual.by_output[place]
            else tr("没有产量或剩余储量，按年限平均计提。"),
        )


def _bases(reading: LedgerReading, mines: Mines, land: MineLand, prices: pd.DataFrame) -> np.ndarray:
    """For every mine the law and the state of the unit costs as one sentence."""
    laws = liability_texts(reading.project)
    priced = prices["yuan_per_hm2"].notna().to_numpy()
    verified = prices["verified"].eq(True).to_numpy()
    count = len(mines.name)
    unsure = np.bincount(land.owner[priced & ~verified], minlength=count) > 0
    sure = ~unsure & (np.bincount(land.owner[priced], minlength=count) > 0)
    to_check, checked = tr("依据{law}；单位费用为工程取值，待核。"), tr("依据{law}；单位费用在费用表中标为已核。")
    bases = [(checked if one else to_check).format(law=laws[case]) for case, one in zip(mines.case, sure)]
    return np.where(mines.outside, tr("矿山在本县以外，不属本县台账。"), bases).astype(object)


def benefit_ledger(reading: LedgerReading, zones: Zones, cover, towns, given: Equivalents, progress) -> Ledger:
    """The ledger of benefit: the yearly value of what each zone gives."""
    count = len(zones)
    values = kind_values(given)
    if cover is None:
        owner, row, share = (np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0))
    else:
        parts, row = cover.under(zones.shapes, progress)
        owner, share = parts.owner, parts.share
        for place in parts.twice:
            zones.notes.add(place, tr("地类图斑相互重叠，按比例折减后计。"))
    hectares = zones.hectares[owner] * share
    kind = np.where(row == UNKNOWN, "", reading.table["equivalent"].to_numpy(dtype=object)[row])
    value = sums_by_owner(owner, hectares * values.reindex(kind).to_numpy(), count)
    value[zones.hectares == 0] = 0.0
    _note_zones(zones, owner, kind, share, given)
    parts = towns.parts(zones.shapes)
    sentence = tr(
        "依据{law}；按谢高地等（2015）当量因子和{edition}一个当量 {value} 元/公顷·年测算，"
        "受益方、地类对应和调节因子的用法待核；是补偿的上限参考，不是补偿标准。"
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        per_hectare = np.where(zones.hectares > 0, value / zones.hectares, np.nan)
    rows = pd.DataFrame(
        {
            "zone": zones.name,
            "kind": zones.kind,
            "beneficiary": zones.beneficiary,
            "town": towns.texts(parts, count),
            "area_hm2": zones.hectares,
            "land": land_texts(reading, owner, row, hectares, count),
            "service_value": value,
            "value_per_hm2": per_hectare,
            "basis": [sentence.format(law=law, edition=given.name, value=f"{given.value:g}") for law in zones.law],
            "status": tr("测算"),
            "note": zones.notes.texts(),
        }
    )
    frame = gpd.GeoDataFrame(rows, geometry=list(zones.shapes), crs=frame_crs(reading.crs))
    return Ledger(frame, value, value, parts)


def kind_values(given: Equivalents) -> pd.Series:
    """Yuan/hm² and year by kind of land; built-up and mining land ('none') gives nothing, by convention."""
    values = unit_values(given.factors.to_numpy(), given.adjustment, given.value)
    return pd.concat([pd.Series(values, index=given.factors.index), pd.Series({"none": 0.0})])


def _note_zones(zones: Zones, owner, kind, share, given: Equivalents) -> None:
    covered = np.bincount(owner, weights=np.where(kind == "", 0.0, share), minlength=len(zones))
    once = given.verified.reindex(kind).fillna(True).to_numpy(dtype=bool)
    unsure = np.bincount(owner[~once], minlength=len(zones)) > 0
    for place in range(len(zones)):
        if zones.hectares[place] == 0:
            continue
        missing = (1 - covered[place]) * zones.hectares[place]
        if covered[place] == 0:
            zones.notes.add(place, tr("没有地类资料，未计价值；请提供地类图斑或地类栅格。"))
        elif covered[place] < 1 - 1e-3:
            zones.notes.add(place, tr("有 {area} 公顷地类不明，未计价值。").format(area=f"{missing:,.2f}"))
        if unsure[place]:
            zones.notes.add(place, tr("所用当量因子中有未核实的行，待核。"))
        if not given.value_verified:
            zones.notes.add(place, tr("一个当量的价值待核。"))


def land_texts(reading: LedgerReading, owner, row, hectares, count: int) -> np.ndarray:
    """"林地 12.30 公顷、草地 4.50 公顷" (count,), the largest first; '' where no area is known."""
    names = np.append(reading.table[language()].to_numpy(dtype=object), tr("地类不明"))
    table = pd.DataFrame({"owner": owner, "name": names[row], "hectares": hectares})
    table = table[table["hectares"] > 0.005].groupby(["owner", "name"], as_index=False)["hectares"].sum()
    table = table.sort_values(["owner", "hectares"], ascending=[True, False], kind="stable")
    pieces = [
        tr("{land} {area} 公顷").format(land=name, area=f"{area:,.2f}")
        for name, area in zip(table["name"], table["hectares"])
    ]
    texts = pd.Series(pieces, index=table.index, dtype=object).groupby(table["owner"]).agg(all_listed)
    return texts.reindex(range(count), fill_value="").to_numpy(dtype=object)


def total_rows(responsibility: Ledger, benefit: Ledger, towns) -> pd.DataFrame:
    """TOTALS: rows of the two ledgers one under the other, in their own units."""
    tables = []
    for ledger, payer, name, unit in (
        (responsibility, "payer", tr("责任"), tr("元")),
        (benefit, "beneficiary", tr("受益"), tr("元/年")),
    ):
        payers = ledger.rows[payer].to_numpy(dtype=object)
        hectares = ledger.rows["area_hm2"].to_numpy(dtype=float)
        table = ledger_totals(ledger.amount, ledger.annual, hectares, payers, ledger.towns)
        table["town"] = towns.named(table["town"].to_numpy(dtype=int))
        tables.append(table.assign(ledger=name, unit=unit, status=tr("测算")))
    return pd.concat(tables, ignore_index=True)


