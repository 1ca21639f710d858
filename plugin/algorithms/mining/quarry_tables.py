"""The tables of a consolidation: the quarries with their cluster, and the clusters."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ...analysis.mining.clusters import hulls
from ...bridge.areas import ellipsoidal_areas
from ...bridge.crs import frame_crs
from ...bridge.fields import FieldSpec
from ...county.standards import standard_table
from ...language import language, tr
from ..demand_reading import lost_words
from .quarry_reading import SQUARE_METRES, QuarryReading
from .quarry_reasons import Reasons, all_of, joined_sentences

HULL_MARGIN = 50.0  #: metres that a hull is wider than its quarries, so that a cluster of points is seen on a map

QUARRY_FIELDS = [
    FieldSpec("cluster", "int", "组号", "Cluster"),
    FieldSpec("cluster_size", "int", "组内石料厂数", "Quarries in the cluster"),
    FieldSpec("lead", "bool", "牵头", "Lead"),
    FieldSpec("joined_to", "text", "并向", "Joined to"),
    FieldSpec("distance_m", "real", "与所并石料厂的距离", "Distance to it", "m"),
    FieldSpec("why", "text", "理由", "Why"),
    FieldSpec("too_close", "text", "安全间距", "Safe distance"),
]


def cluster_fields(unit: str) -> list[FieldSpec]:
    """Fields of CLUSTERS; ``unit`` is that of the capacity, '' when it is not known."""
    return [
        FieldSpec("cluster", "int", "组号", "Cluster"),
        FieldSpec("quarries", "int", "石料厂数", "Quarries"),
        FieldSpec("members", "text", "成员", "Members"),
        FieldSpec("lead", "text", "牵头石料厂", "Lead quarry"),
        FieldSpec("lead_because", "text", "牵头理由", "Why it leads"),
        FieldSpec("capacity", "real", "产能合计", "Capacity", unit),
        FieldSpec("capacity_unknown", "int", "产能不明的石料厂数", "Quarries of unknown capacity"),
        FieldSpec("quarry_area_hm2", "real", "石料厂面积合计", "Area of the quarries", "hm2"),
        FieldSpec("joined_because", "text", "成组理由", "Why they are joined"),
        FieldSpec("apart_because", "text", "不再扩大的理由", "Why not more"),
        FieldSpec("too_close", "text", "安全间距", "Safe distance"),
        FieldSpec("area_hm2", "real", "组界面积（示意）", "Area of the outline (schematic)", "hm2"),
        FieldSpec("note", "text", "说明", "Note"),
    ]


def quarry_rows(reading: QuarryReading, reasons: Reasons):
    """OUTPUT: the quarries as given, those without a usable place last, and the fields above."""
    found, features = reasons.found, reading.features
    rows = range(len(found.cluster))
    own = pd.DataFrame(
        {
            "cluster": found.cluster + 1,
            "cluster_size": found.sizes[found.cluster],
            "lead": np.isin(np.arange(len(found.cluster)), found.leads.quarry),
            "joined_to": np.append(reading.labels, None)[found.joined_to],
            "distance_m": found.metres,
            "why": [reasons.of_quarry(row) for row in rows],
            "too_close": [reasons.too_close(row) for row in rows],
        }
    )
    if len(features.lost):
        why = features.left_out["reason"].map(lost_words()).to_numpy(dtype=object)
        own = pd.concat([own, pd.DataFrame({"lead": False, "why": why})], ignore_index=True)
    return pd.concat([features.frame, features.lost], ignore_index=True), own


def cluster_rows(reading: QuarryReading, reasons: Reasons) -> gpd.GeoDataFrame:
    """CLUSTERS: one row a cluster, also of a single quarry, with its hull."""
    found, quarries, project = reasons.found, reading.quarries, reading.context.project()
    areas = hulls(found, quarries.shape, HULL_MARGIN)
    chain = standard_table("quarry_chain", project)[language()].iloc[0]
    numbers = range(len(found.sizes))
    members = [found.members(number) for number in numbers]
    size = np.bincount(found.cluster, weights=quarries.area)
    columns = {
        "cluster": np.arange(len(found.sizes)) + 1,
        "quarries": found.sizes,
        "members": [all_of(reading.labels[rows]) for rows in members],
        "lead": reading.labels[found.leads.quarry],
        "lead_because": [reasons.lead(number) for number in numbers],
        "capacity": found.leads.capacity,
        "capacity_unknown": found.leads.unknown,
        "quarry_area_hm2": np.where(size > 0, size, np.nan),
        "joined_because": [reasons.joined(number) for number in numbers],
        "apart_because": [reasons.apart(number) for number in numbers],
        "too_close": [joined_sentences(_close_pairs(reasons, rows)) for rows in members],
        "area_hm2": ellipsoidal_areas(areas, reading.crs, project) / SQUARE_METRES,
        "note": [joined_sentences(_notes(reading, rows, chain)) for rows in members],
    }
    return gpd.GeoDataFrame(columns, geometry=areas, crs=frame_crs(reading.crs))


def _close_pairs(reasons: Reasons, rows) -> list[str]:
    """One sentence for each member that has a neighbour too near."""
    close = reasons.found.close
    near = [row for row in rows if ((close.first == row) | (close.second == row)).any()]
    return [
        tr("“{name}”{text}").format(name=reasons.reading.labels[row], text=reasons.too_close(row)) for row in near
    ]


def _notes(reading: QuarryReading, rows, chain: str) -> list[str]:
    said = [chain] if len(rows) > 1 else []
    unknown = rows[np.isnan(reading.quarries.capacity[rows])]
    if len(unknown) and len(unknown) < len(rows):
        said.append(
            tr("产能合计未含产能不明的{names}。").format(names=all_of(reading.labels[unknown]))
        )
    elif len(unknown):
        said.append(tr("产能不明。"))
    said.append(
        tr("组界为成员的凸包外扩 {margin} 米，只示意位置，不是矿区范围。").format(margin=f"{HULL_MARGIN:g}")
    )
    return said
