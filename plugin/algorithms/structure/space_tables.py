"""The tables of a balance of the three spaces."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from ...analysis.structure.control_lines import OWN_SPACE
from ...analysis.structure.spaces import OVERLAP, SPACES, UNASSIGNED, Balance, Pieces
from ...bridge.crs import frame_crs
from ...bridge.fields import FieldSpec
from ...language import tr
from .space_reading import SpaceReading, line_titles, space_titles

ORDER = (*SPACES, OVERLAP, UNASSIGNED)
AREA = FieldSpec("area_hm2", "real", "面积", "Area", "hm2")
ZONE = FieldSpec("zone", "text", "乡镇", "Town")
OVERLAP_FIELDS = [
    FieldSpec("a", "text", "空间甲", "Space A"),
    FieldSpec("b", "text", "空间乙", "Space B"),
    FieldSpec("a_zh", "text", "空间甲名称", "Space A in words"),
    FieldSpec("b_zh", "text", "空间乙名称", "Space B in words"),
    AREA,
    ZONE,
]
GAP_FIELDS = [AREA, ZONE]
BALANCE_FIELDS = [
    ZONE,
    FieldSpec("space", "text", "空间", "Space"),
    FieldSpec("space_zh", "text", "空间名称", "Space in words"),
    AREA,
    FieldSpec("share", "real", "占本区面积的比例（0–1）", "Share of the zone (0–1)"),
]
CONFLICT_FIELDS = [
    FieldSpec("line", "text", "控制线", "Control line"),
    FieldSpec("space", "text", "所在空间或重叠的控制线", "Space it lies in, or the other line"),
    FieldSpec("line_zh", "text", "控制线名称", "Control line in words"),
    FieldSpec("space_zh", "text", "所在空间或控制线的名称", "Space or other line in words"),
    AREA,
    ZONE,
    FieldSpec("message", "text", "说明", "Message"),
]


def balance_rows(reading: SpaceReading, balance: Balance) -> pd.DataFrame:
    """BALANCE: five rows a zone and five for the whole county, in hm² on the ellipsoid."""
    area = reading.hectares(balance.shape)
    zones = len(reading.zones.shapes)
    table = np.zeros((zones, len(ORDER)))
    column = np.array([ORDER.index(space) for space in balance.space])
    np.add.at(table, (balance.zone, column), area)
    names = [reading.zone_name(number) for number in range(zones)]
    if reading.town_names:
        table, names = np.vstack([table, table.sum(axis=0)]), [*names, reading.county_name]
    whole = table.sum(axis=1, keepdims=True)
    titles = space_titles()
    return pd.DataFrame(
        {
            "zone": np.repeat(np.array(names, dtype=object), len(ORDER)),
            "space": np.tile(np.array(ORDER, dtype=object), len(names)),
            "space_zh": np.tile(np.array([titles[space] for space in ORDER], dtype=object), len(names)),
            "area_hm2": table.ravel(),
            "share": (table / np.where(whole > 0, whole, 1.0)).ravel(),
        }
    )


def overlap_rows(reading: SpaceReading, pieces: Pieces) -> gpd.GeoDataFrame:
    """OVERLAPS, the largest first."""
    titles = space_titles()
    return _frame(
        reading,
        pieces,
        {
            "a": pieces.one,
            "b": pieces.other,
            "a_zh": [titles[one] for one in pieces.one],
            "b_zh": [titles[other] for other in pieces.other],
        },
    )


def gap_rows(reading: SpaceReading, pieces: Pieces) -> gpd.GeoDataFrame:
    """UNASSIGNED, the largest first."""
    return _frame(reading, pieces, {})


def conflict_rows(reading: SpaceReading, pieces: Pieces) -> gpd.GeoDataFrame:
    """CONFLICTS, the largest first, each with its sentence."""
    titles = {**space_titles(), **line_titles()}
    frame = _frame(
        reading,
        pieces,
        {
            "line": pieces.one,
            "space": pieces.other,
            "line_zh": [titles[one] for one in pieces.one],
            "space_zh": [titles[other] for other in pieces.other],
        },
    )
    frame["message"] = [
        _message(line, space, zone, area)
        for line, space, zone, area in zip(frame["line"], frame["space"], frame["zone"], frame["area_hm2"])
    ]
    return frame


def _message(line: str, other: str, zone: str, area: float) -> str:
    titles, spaces = line_titles(), space_titles()
    given = {"zone": zone, "line": titles[line], "area": f"{area:,.2f}"}
    if other in titles:
        return tr("{zone}有 {area} 公顷{line}与{other}重叠，三条控制线不得交叉；请协调后重新划定。").format(
            other=titles[other], **given
        )
    own = spaces[OWN_SPACE[line]]
    if other == UNASSIGNED:
        return tr("{zone}有 {area} 公顷{line}没有划入任何空间；请划入{own}。").format(own=own, **given)
    return tr("{zone}有 {area} 公顷{line}位于{space}而不在{own}；请调整空间或核对控制线。").format(
        space=spaces[other], own=own, **given
    )


def _frame(reading: SpaceReading, pieces: Pieces, columns: dict) -> gpd.GeoDataFrame:
    columns = {
        **columns,
        "area_hm2": reading.hectares(pieces.shape),
        "zone": [reading.zone_name(number) for number in pieces.zone],
    }
    frame = gpd.GeoDataFrame(columns, geometry=pieces.shape, crs=frame_crs(reading.crs))
    return frame.sort_values("area_hm2", ascending=False, kind="stable").reset_index(drop=True)
