"""The tables of a coverage run: demand, zones, gaps, levels."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..analysis.access.coverage import CONNECTED, ServiceTimes, gap_causes, gaps, main_cause, zone_statistics
from ..analysis.travel.settings import WITHIN
from ..bridge.crs import frame_crs
from ..bridge.fields import FieldSpec
from ..bridge.sentences import listed
from ..language import tr
from .demand_reading import Demand
from .service_types import LEVELS, FacilityGroups, level_word
from .unconnected import reason_text

WORST_VILLAGES = 3

DEMAND_FIELDS = [
    FieldSpec("zone", "text", "所在分区", "Zone"),
    FieldSpec("type", "text", "设施类型", "Type of facility"),
    FieldSpec("people", "real", "参与统计的人口", "Population counted", "person"),
    FieldSpec("facility", "text", "最近设施", "Nearest facility"),
    FieldSpec("minutes", "real", "出行时间", "Travel time", "min"),
    FieldSpec("threshold", "real", "服务时限", "Time allowed", "min"),
    FieldSpec("covered", "bool", "已覆盖", "Covered"),
    FieldSpec("access_m", "real", "到道路的距离", "Distance to the road", "m"),
    FieldSpec("reason", "text", "未到达原因", "Why not reached"),
    FieldSpec("note", "text", "说明", "Note"),
]
ZONE_FIELDS = [
    FieldSpec("zone", "text", "分区", "Zone"),
    FieldSpec("type", "text", "设施类型", "Type of facility"),
    FieldSpec("population", "real", "人口", "Population", "person"),
    FieldSpec("covered_population", "real", "已覆盖人口", "Covered population", "person"),
    FieldSpec("covered_share", "real", "覆盖率（0–1）", "Covered share (0–1)"),
    FieldSpec("mean_minutes", "real", "平均时间（能到达者）", "Mean time (of those who reach)", "min"),
    FieldSpec("median_minutes", "real", "中位时间", "Median time", "min"),
    FieldSpec("p90_minutes", "real", "90% 人口以内的时间", "Time within which 90 % arrive", "min"),
    FieldSpec("facilities", "int", "设施数", "Facilities"),
    FieldSpec("unreached", "int", "到不了的需求数", "Demand rows not reached"),
    FieldSpec("worst_villages", "text", "时间最长的需求点", "Worst demand"),
    FieldSpec("diagnosis", "text", "诊断", "Diagnosis"),
]
GAP_FIELDS = [
    FieldSpec("rank", "int", "序号", "Rank"),
    FieldSpec("name", "text", "名称", "Name"),
    FieldSpec("zone", "text", "所在分区", "Zone"),
    FieldSpec("type", "text", "设施类型", "Type of facility"),
    FieldSpec("people", "real", "人口", "Population", "person"),
    FieldSpec("minutes", "real", "出行时间", "Travel time", "min"),
    FieldSpec("over_minutes", "real", "超出时限", "Minutes over", "min"),
    FieldSpec("people_minutes", "real", "人口×超出分钟", "People × minutes over"),
    FieldSpec("cause", "text", "原因", "Cause"),
]
LEVEL_FIELDS = [
    FieldSpec("zone", "text", "分区", "Zone"),
    FieldSpec("type", "text", "设施类型", "Type of facility"),
    FieldSpec("level", "text", "级别（本级及以上）", "Level (this or higher)"),
    FieldSpec("threshold", "real", "服务时限", "Time allowed", "min"),
    FieldSpec("population", "real", "人口", "Population", "person"),
    FieldSpec("covered_population", "real", "已覆盖人口", "Covered population", "person"),
    FieldSpec("covered_share", "real", "覆盖率（0–1）", "Covered share (0–1)"),
]


@dataclass(frozen=True)
class Zones:
    """z zones: their ``geometry`` and ``name``; ``of_demand`` (n,) and ``of_facility`` (k,) are zone numbers, -1
    outside all zones. Without a zone layer there is one zone, the whole.
    """

    geometry: np.ndarray
    name: np.ndarray
    of_demand: np.ndarray
    of_facility: np.ndarray

    def named(self, number: np.ndarray) -> np.ndarray:
        """Names of zone numbers."""
        return np.append(self.name, tr("（分区外）")).astype(object)[number]

    @property
    def numbers(self) -> list[int]:
        """All zones, and -1 when some demand lies in none."""
        return [*range(len(self.name)), *([-1] if (self.of_demand == -1).any() else [])]


def zone_of(zones: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Number of the first zone that holds or touches each point (n, 2), -1 when none does."""
    found = np.full(len(xy), -1)
    point, zone = shapely.STRtree(zones).query(shapely.points(xy), predicate="intersects")
    order = np.lexsort((zone, point))
    point, first = np.unique(point[order], return_index=True)
    found[point] = zone[order][first]
    return found


def demand_rows(demand: Demand, zones: Zones, all_times: list[ServiceTimes], groups: FacilityGroups, settings):
    """DEMAND_OUT: every demand row once a type, those without a usable place last; the given columns and our own."""
    own = []
    for times in all_times:
        own.append(
            pd.DataFrame(
                {
                    "zone": zones.named(zones.of_demand),
                    "type": times.type,
                    "people": demand.population,
                    "facility": np.append(groups.name, None)[times.facility],
                    "minutes": np.where(np.isfinite(times.minutes), times.minutes, np.nan),
                    "threshold": times.threshold,
                    "covered": times.covered,
                    "access_m": np.where(np.isfinite(times.leg), times.leg, np.nan),
                    "reason": _reason_texts(times.reason, settings),
                    "note": demand.note,
                }
            )
        )
    given = [demand.frame] * len(all_times)
    if len(demand.lost):
        for times in all_times:
            own.append(pd.DataFrame({"type": times.type, "covered": False, "reason": demand.lost_reason}))
        given += [demand.lost] * len(all_times)
    return pd.concat(given, ignore_index=True), pd.concat(own, ignore_index=True)


def zone_rows(demand: Demand, zones: Zones, all_times, groups: FacilityGroups, settings, main_road, crs):
    """ZONES_OUT: every zone once a type, with its worst demand and a diagnosis."""
    tables = []
    for times in all_times:
        of_type = zones.of_facility[groups.type == times.type]
        table = zone_statistics(zones.of_demand, demand.population, times, of_type, len(zones.name))
        cause = gap_causes(times, zones.of_demand, of_type, main_road, settings)
        numbers = table["zone_number"].to_numpy()
        table["zone"] = zones.named(numbers)
        table["worst_villages"] = [_worst(demand, times, zones.of_demand == number) for number in numbers]
        table["diagnosis"] = [
            _diagnosis(row, times, cause, demand.population, zones.of_demand == number, settings)
            for number, row in zip(numbers, table.to_dict("records"))
        ]
        table["geometry"] = np.append(zones.geometry, None)[numbers]
        tables.append(table)
    return gpd.GeoDataFrame(pd.concat(tables, ignore_index=True), geometry="geometry", crs=frame_crs(crs))


def gap_rows(demand: Demand, zones: Zones, all_times, groups: FacilityGroups, settings, main_road, crs):
    """GAPS: uncovered demand of all types, ranked by people × minutes over."""
    tables = []
    for times in all_times:
        table = gaps(demand.population, times, settings.max_minutes)
        index = table["demand"].to_numpy()
        of_type = zones.of_facility[groups.type == times.type]
        cause = gap_causes(times, zones.of_demand, of_type, main_road, settings)[index]
        table["name"] = demand.name[index]
        table["zone"] = zones.named(zones.of_demand[index])
        table["type"] = times.type
        table["people"] = demand.population[index]
        table["minutes"] = np.where(np.isfinite(times.minutes[index]), times.minutes[index], np.nan)
        table["cause"] = _reason_texts(cause, settings)
        table["geometry"] = shapely.points(demand.xy[index]) if len(index) else []
        tables.append(table)
    table = pd.concat(tables, ignore_index=True)
    table = table.sort_values("people_minutes", ascending=False, kind="stable", ignore_index=True)
    table["rank"] = np.arange(1, len(table) + 1)
    return gpd.GeoDataFrame(table, geometry="geometry", crs=frame_crs(crs))


def level_rows(demand: Demand, zones: Zones, all_times, groups: FacilityGroups) -> pd.DataFrame:
    """LEVELS_OUT: coverage of each level taken alone; a facility of a higher level serves the lower ones too."""
    rows = []
    for times in all_times:
        for level in times.level_minutes:
            higher = LEVELS[: LEVELS.index(level) + 1] if level in LEVELS else (level,)
            minutes = np.min([times.level_minutes[one] for one in higher if one in times.level_minutes], axis=0)
            here = (groups.type == times.type) & (groups.level == level)
            threshold = float(groups.threshold[here].max())
            covered = minutes <= threshold + WITHIN
            for number in zones.numbers:
                people = demand.population[zones.of_demand == number]
                within = demand.population[(zones.of_demand == number) & covered].sum()
                rows.append(
                    {
                        "zone": zones.named(number),
                        "type": times.type,
                        "level": level_word(level),
                        "threshold": threshold,
                        "population": people.sum(),
                        "covered_population": within,
                        "covered_share": within / people.sum() if people.sum() > 0 else np.nan,
                    }
                )
    return pd.DataFrame(rows, columns=[spec.name for spec in LEVEL_FIELDS])


def _reason_texts(codes: np.ndarray, settings) -> np.ndarray:
    """Codes (n,) as words, each code looked up once."""
    words = {code: reason_text(code, settings) for code in set(codes.tolist())}
    return np.array([words[code] for code in codes.tolist()], dtype=object)


def _worst(demand: Demand, times: ServiceTimes, here: np.ndarray) -> str:
    index = np.flatnonzero(here & ~times.covered)
    weight = np.where(np.isfinite(times.over[index]), times.over[index], 1e9) * demand.population[index]
    worst = index[np.argsort(-weight, kind="stable")[:WORST_VILLAGES]]
    return listed(demand.name[worst].tolist())


def _diagnosis(row, times: ServiceTimes, cause, population, here, settings) -> str:
    share = row["covered_share"]
    if share != share:
        return tr("{zone}：没有人口。").format(zone=row["zone"])
    limits = np.unique(times.threshold[here])
    minutes = f"{limits[0]:g}" if len(limits) == 1 else f"{limits[0]:g}–{limits[-1]:g}"
    main = main_cause(cause[here], population[here])
    if main == CONNECTED:
        return tr("{zone}：全部人口在 {minutes} 分钟以内。").format(zone=row["zone"], minutes=minutes)
    return tr("{zone}：{share} % 人口在 {minutes} 分钟外，主因：{cause}。").format(
        zone=row["zone"], share=f"{100 * (1 - share):.1f}", minutes=minutes, cause=reason_text(main, settings)
    )
