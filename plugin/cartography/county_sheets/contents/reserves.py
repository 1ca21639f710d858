"""县域自然保护地分布图: every reserve by its zones, and what else is protected."""

from __future__ import annotations

import pandas as pd

from ....language import tr
from ...cells import text
from ...spec import Column, TableSpec
from ..amounts import amounts, by_place
from ..atlas import AtlasPage
from ..county import County
from ..ground import Ground, ground_of
from .charts_by import bars_by_town
from .classes import by_class, colour_of, name_of
from .contents import SheetContents
from .figures import area_and_share, decimals_for, rounded_parts, shown
from .level_fields import level_field
from .tables_by import shortened

MOST_ROWS = 16
NAME_LETTERS = 12


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """The reserves with their level and zones; scenic areas, water sources and the red line beside them."""
    ground = ground_of(county, page)
    pieces = _reserves(county, ground)
    whole = float(pieces["amount"].sum())
    headline = (tr("自然保护地面积及占比"), area_and_share(whole, ground.area / 1e4)) if whole else ("", "")
    chart = bars_by_town(tr("各乡镇自然保护地（公顷）"), ground, by_place(pieces, ground), colour_of("reserve_core"))
    notes = (tr("风景名胜区、水源保护区和生态保护红线与自然保护地有重叠，不计入自然保护地面积。"),)
    return SheetContents(headline, notes, (_table(pieces), _others(county, ground)), (chart,))


def _reserves(county: County, ground: Ground) -> pd.DataFrame:
    """Pieces with the columns name, level and zone."""
    layer = county.layer("reserves")
    name, zone = county.roles.field("reserves", "name"), county.roles.field("reserves", "class")
    level = level_field(layer, (name, zone))
    fields = [one for one in (name, level, zone) if one]
    pieces = amounts(county, "reserves", ground, *fields)
    return pieces.assign(
        name=pieces[name] if name else "", level=pieces[level] if level else "", zone=pieces[zone] if zone else ""
    )


def _table(pieces: pd.DataFrame) -> TableSpec:
    title = tr("自然保护地名录")
    columns = (
        Column(tr("名称"), "left", letters=NAME_LETTERS),
        Column(tr("级别")),
        Column(tr("分区"), letters=6),
        Column(tr("面积\n（公顷）"), "right"),
    )
    sums = pieces.groupby(["name", "level", "zone"], sort=False)["amount"].sum().reset_index()
    if sums.empty:
        return TableSpec(title, columns, ())
    whole = sums.groupby("name")["amount"].transform("sum")
    sums = sums.assign(whole=whole).sort_values(["whole", "amount"], ascending=False, kind="stable")
    decimals = decimals_for(sums["amount"])
    cells = rounded_parts(sums["amount"], decimals)
    rows = [
        (text(name), text(level), text(zone), shown(cell, decimals))
        for name, level, zone, cell in zip(sums["name"], sums["level"], sums["zone"], cells)
    ]
    rest = (tr("其他"), "", "", shown(cells[MOST_ROWS - 1 :].sum(), decimals))
    rows = [*shortened(rows, MOST_ROWS, rest)]
    if len(rows) > 1:
        rows.append((tr("合计"), "", "", shown(cells.sum(), decimals)))
    return TableSpec(title, columns, tuple(rows))


def _others(county: County, ground: Ground) -> TableSpec:
    """Kinds of protected areas beside reserves, each with its number and area; they overlap and have no sum."""
    found = []
    water = county.roles.field("water_protection", "class")
    for one in by_class(amounts(county, "water_protection", ground, water), water, "watersource", len(ground.names)):
        found.append((one.name, one.features, one.amount))
    for role, code in (("scenic_areas", "scenic"), ("redline", "control_redline")):
        pieces = amounts(county, role, ground)
        found.append((name_of(code), pieces["fid"].nunique(), float(pieces["amount"].sum())))
    decimals = decimals_for([area for _, _, area in found])
    columns = (Column(tr("类别"), "left"), Column(tr("图斑\n（个）"), "right"), Column(tr("面积\n（公顷）"), "right"))
    rows = tuple((name, str(count), shown(area, decimals)) for name, count, area in found if area > 0)
    return TableSpec(tr("其他生态保护范围"), columns, rows)
