"""县域历史文化遗存分布图: the list of heritage sites by level."""

from __future__ import annotations

import pandas as pd

from ....county.layers import geometry_of
from ....language import tr
from ...cells import UNKNOWN, text
from ...spec import Column, TableSpec
from ..amounts import amounts
from ..atlas import AtlasPage
from ..county import County
from ..ground import Ground, ground_of
from .contents import SheetContents
from .figures import decimals_for, rounded_parts, shown
from .level_fields import level_field, rank_of
from .tables_by import shortened

ROLE = "heritage"
MOST_ROWS = 20
NAME_LETTERS = 12
PROVINCIAL = rank_of("省级")


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """The sites, the highest level first, with the town that they lie in."""
    ground = ground_of(county, page)
    sites = _sites(county, ground)
    if sites.empty:
        return SheetContents()
    notes = (tr("名录按保护级别排列，同级按面积排列；保护范围以公布文件为准。"),)
    return SheetContents(_headline(sites), notes, (_table(sites, county, ground),))


def _sites(county: County, ground: Ground) -> pd.DataFrame:
    """A row for each site: name, level, kind, town, area in hectares (0 for points), the highest level first."""
    name, kind = county.roles.field(ROLE, "name"), county.roles.field(ROLE, "class")
    level = level_field(county.layer(ROLE), (name,))
    kind = "" if kind == level else kind
    pieces = amounts(county, ROLE, ground, *[one for one in (name, level, kind) if one])
    pieces = pieces.sort_values("amount", ascending=False, kind="stable")
    frame = pd.DataFrame(
        {
            "name": pieces[name] if name else "",
            "level": pieces[level] if level else "",
            "kind": pieces[kind] if kind else "",
            "town": [ground.names[at] for at in pieces["place"]],
            "area": pieces["amount"] if geometry_of(county.layer(ROLE)) == "polygon" else 0.0,
            "fid": pieces["fid"],
        }
    )
    keys = ["name", "level", "kind"] if name else ["fid"]
    sites = frame.groupby(keys, sort=False).agg(
        {column: "sum" if column == "area" else "first" for column in frame.columns if column not in keys}
    )
    sites = sites.reset_index()
    ranks = sites["level"].map(rank_of)
    return sites.assign(rank=ranks).sort_values(["rank", "area"], ascending=[True, False], kind="stable")


def _table(sites: pd.DataFrame, county: County, ground: Ground) -> TableSpec:
    decimals = decimals_for(sites["area"])
    cells = rounded_parts(sites["area"], decimals)
    columns = {
        "name": (Column(tr("名称"), "left", letters=NAME_LETTERS), sites["name"].map(text)),
        "level": (Column(tr("级别"), letters=6), sites["level"].map(text)),
        "kind": (Column(tr("类型"), letters=6), sites["kind"].map(text)),
        "town": (Column(tr("乡镇")), sites["town"].map(text)),
        "area": (Column(tr("面积\n（公顷）"), "right"), pd.Series([shown(cell, decimals) for cell in cells])),
    }
    if len(ground.names) < 2:
        columns.pop("town")
    shown_columns = [one for one in columns.values() if (one[1] != UNKNOWN).any()]
    rows = list(zip(*(values for _, values in shown_columns)))
    rest = [tr("其他 {count} 处").format(count=len(rows) - MOST_ROWS + 1), *[""] * (len(shown_columns) - 1)]
    if "area" in columns and sites["area"].sum() > 0:
        rest[-1] = shown(cells[MOST_ROWS - 1 :].sum(), decimals)
        rows = [*shortened(rows, MOST_ROWS, tuple(rest))]
        if len(sites) > 1:
            middle = [""] * (len(shown_columns) - 2)
            rows.append((tr("合计"), *middle, shown(cells.sum(), decimals)))
    else:
        rows = [*shortened(rows, MOST_ROWS, tuple(rest))]
    return TableSpec(tr("历史文化遗存名录"), tuple(column for column, _ in shown_columns), tuple(rows))


def _headline(sites: pd.DataFrame) -> tuple[str, str]:
    high = int((sites["rank"] <= PROVINCIAL).sum())
    figure = tr("{count} 处").format(count=len(sites))
    if not high:
        return tr("历史文化遗存"), figure
    return tr("历史文化遗存，其中省级及以上 {count} 处").format(count=high), figure
