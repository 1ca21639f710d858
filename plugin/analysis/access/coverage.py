"""Who is served in time: service times by type and level, statistics by zone, gaps and their causes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..progress import Progress, silent
from ..travel.graph import CONNECTED, TravelGraph
from ..travel.points import Attached, minutes_to_nearest
from ..travel.search import Search, nearest_facility
from ..travel.settings import WITHIN

#: Causes of a gap besides the reasons for not being connected.
NO_FACILITY = "no_facility"
NO_MAIN_ROAD = "no_main_road"
LONG_WALK = "long_walk"
FAR = "far"


@dataclass(frozen=True)
class ServiceTimes:
    """One type of service seen from n demand points.

    ``minutes`` to the nearest facility of the type (infinite: not reached), its index ``facility`` (-1), the access
    ``leg`` in metres, ``threshold`` in minutes that the facility deciding over coverage allows, ``over`` minutes above
    it (0 where covered, infinite where not reached), ``covered``, and the ``reason`` where nothing is reached.
    ``level_minutes``: level → minutes to the nearest facility of that level.
    """

    type: str
    minutes: np.ndarray
    facility: np.ndarray
    leg: np.ndarray
    threshold: np.ndarray
    over: np.ndarray
    covered: np.ndarray
    reason: np.ndarray
    level_minutes: Mapping[str, np.ndarray]
    search: Search


def service_times(
    graph: TravelGraph,
    attached: Attached,
    service: str,
    facilities: np.ndarray,
    level: np.ndarray,
    threshold: np.ndarray,
    progress: Progress = silent,
) -> ServiceTimes:
    """Times to the ``facilities`` (indices) of one service. ``level`` (text) and ``threshold`` (minutes) have one entry
    a facility. A point is covered when some facility is within that facility's own threshold.
    """
    groups = list(dict.fromkeys(zip(level.tolist(), threshold.tolist())))
    found, searches = [], []
    for number, (name, allowed) in enumerate(groups):
        chosen = facilities[(level == name) & (threshold == allowed)]

        def part(step, share, number=number):
            progress(step, (number + share) / len(groups))

        search = nearest_facility(graph, graph.settings.max_minutes + WITHIN, chosen, part)
        searches.append(search)
        found.append(minutes_to_nearest(graph, search, attached))
    minutes = np.vstack([times.minutes for times in found])
    allowed = np.array([limit for _, limit in groups], dtype=float)[:, None]
    over = np.maximum(minutes - allowed - WITHIN, 0.0)
    over[over > 0] += WITHIN
    nearest, deciding = minutes.argmin(axis=0), _deciding(over, minutes)
    points = np.arange(minutes.shape[1])
    return ServiceTimes(
        type=service,
        minutes=minutes[nearest, points],
        facility=np.vstack([times.facility for times in found])[nearest, points],
        leg=found[0].leg,
        threshold=np.broadcast_to(allowed, minutes.shape)[deciding, points],
        over=over[deciding, points],
        covered=over[deciding, points] == 0,
        reason=_reason(found, minutes[nearest, points]),
        level_minutes=_by_level(groups, minutes),
        search=_together(searches),
    )


def _deciding(over: np.ndarray, minutes: np.ndarray) -> np.ndarray:
    """The group with the least minutes over its threshold; of several that cover, the nearest."""
    best = over.min(axis=0)
    return np.where(over <= best, minutes, np.inf).argmin(axis=0)


def _reason(found, minutes: np.ndarray) -> np.ndarray:
    """Not reached by any group: the reason of the group that says most, 'beyond the limit' before 'separate part'."""
    reason = found[0].reason.copy()
    for times in found[1:]:
        reason = np.where(times.reason == "beyond_limit", times.reason, reason)
    return np.where(np.isfinite(minutes), CONNECTED, reason)


def _by_level(groups, minutes: np.ndarray) -> dict[str, np.ndarray]:
    levels = list(dict.fromkeys(name for name, _ in groups))
    each = {name: minutes[[n for n, (other, _) in enumerate(groups) if other == name]].min(axis=0) for name in levels}
    return each


def _together(searches: list[Search]) -> Search:
    minutes = np.vstack([search.minutes for search in searches])
    best = minutes.argmin(axis=0)
    nodes = np.arange(minutes.shape[1])
    return Search(minutes[best, nodes], np.vstack([search.facility for search in searches])[best, nodes])


def weighted_quantile(values: np.ndarray, weights: np.ndarray, share: float) -> float:
    """The smallest value such that at least ``share`` of the weight has it or less; NaN without weight.

    Infinite values (not reached) count at the end, so a quantile that falls among them is infinite.
    """
    total = weights.sum()
    if total <= 0:
        return float("nan")
    order = np.argsort(values, kind="stable")
    reached = np.searchsorted(np.cumsum(weights[order]), share * total - 1e-9 * total)
    return float(values[order[min(reached, len(order) - 1)]])


def zone_statistics(
    zone: np.ndarray, population: np.ndarray, times: ServiceTimes, facility_zone: np.ndarray, zones: int
) -> pd.DataFrame:
    """One row a zone (0 … zones-1; and -1 when some demand lies in none): people, covered people and share, mean
    minutes of those who reach, median and 90th percentile of all, number of facilities. Minutes weigh by people.

    ``facility_zone``: zone of each facility of the type.
    """
    numbers = list(range(zones)) + ([-1] if (zone == -1).any() else [])
    rows = []
    for number in numbers:
        here = zone == number
        people, minutes = population[here], times.minutes[here]
        covered = people[times.covered[here]].sum()
        reached = np.isfinite(minutes) & (people > 0)
        rows.append(
            {
                "zone_number": number,
                "type": times.type,
                "population": people.sum(),
                "covered_population": covered,
                "covered_share": covered / people.sum() if people.sum() > 0 else np.nan,
                "mean_minutes": np.average(minutes[reached], weights=people[reached]) if reached.any() else np.nan,
                "median_minutes": _finite(weighted_quantile(minutes, people, 0.5)),
                "p90_minutes": _finite(weighted_quantile(minutes, people, 0.9)),
                "facilities": int(np.count_nonzero(facility_zone == number)),
                "unreached": int(np.count_nonzero(~np.isfinite(minutes))),
            }
        )
    return pd.DataFrame(rows)


def _finite(value: float) -> float:
    return value if np.isfinite(value) else float("nan")


def gaps(population: np.ndarray, times: ServiceTimes, max_minutes: float) -> pd.DataFrame:
    """Uncovered demand, worst first: ``demand`` index, ``over_minutes``, ``people_minutes``.

    Who reaches nothing counts as ``max_minutes`` away, the least that is known.
    """
    index = np.flatnonzero(~times.covered)
    least = max_minutes - times.threshold[index]
    over = np.where(np.isfinite(times.over[index]), times.over[index], np.maximum(least, 0.0))
    table = pd.DataFrame(
        {"demand": index, "over_minutes": over, "people_minutes": over * population[index]},
    )
    return table.sort_values(["people_minutes", "over_minutes"], ascending=False, kind="stable", ignore_index=True)


def gap_causes(
    times: ServiceTimes, zone: np.ndarray, facility_zone: np.ndarray, main_road_metres: np.ndarray, settings
) -> np.ndarray:
    """Why each demand point (n,) is not covered, empty where it is: not connected, no facility in its zone, no main
    road near, most of the time spent walking to the road, or simply far. ``main_road_metres`` may be NaN (unknown).
    """
    cause = np.full(len(times.minutes), FAR, dtype=object)
    walk = times.leg * settings.access_pace
    with np.errstate(invalid="ignore"):
        cause[np.isfinite(times.minutes) & (walk > times.minutes / 2)] = LONG_WALK
        cause[main_road_metres > settings.max_snap] = NO_MAIN_ROAD
    served_zones = np.unique(facility_zone)
    cause[(zone >= 0) & ~np.isin(zone, served_zones)] = NO_FACILITY
    lost = times.reason != CONNECTED
    cause[lost] = times.reason[lost]
    cause[times.covered] = CONNECTED
    return cause


def main_cause(cause: np.ndarray, population: np.ndarray) -> str:
    """The cause that leaves most people uncovered; empty when nobody is."""
    uncovered = cause != CONNECTED
    if not uncovered.any():
        return CONNECTED
    weight = pd.Series(population[uncovered]).groupby(cause[uncovered]).sum()
    if weight.max() <= 0:
        weight = pd.Series(cause[uncovered]).value_counts()
    return str(weight.sort_index().idxmax())
