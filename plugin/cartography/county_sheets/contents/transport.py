"""县域综合交通规划图: kilometres of roads by class and by town, and how dense they are."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ....language import tr
from ...catalogue import styles
from ...spec import Column, TableSpec
from ..amounts import amounts, by_place
from ..atlas import AtlasPage
from ..county import County
from ..ground import Ground, ground_of
from .charts_by import bars_by_town
from .classes import class_codes, colour_of, in_order
from .contents import SheetContents
from .figures import rounded_parts, shown
from .tables_by import Amounts, table_by_town

ROLE, PREFIX = "roads", "road"
TRUNK = ("road_expressway", "road_national", "road_provincial")
#: What statistics of highways count, from expressways to village roads.
HIGHWAYS = (*TRUNK, "road_county", "road_township", "road_village")
TABULATED = (*HIGHWAYS, "road_street")


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """Length and density of roads by class, trunk and other highways by town."""
    ground = ground_of(county, page)
    field = county.roles.field(ROLE, "class")
    pieces = amounts(county, ROLE, ground, field)
    if pieces.empty:
        return SheetContents()
    codes = class_codes(pieces, field, PREFIX, "line")
    highways = codes.isin(HIGHWAYS) if codes.isin(HIGHWAYS).any() else pd.Series(True, index=codes.index)
    square_kilometres = ground.areas / 1e6
    length = by_place(pieces[highways], ground)
    tables = [_classes(county, ground, pieces, codes)]
    if len(ground.names) > 1:
        trunk = by_place(pieces[codes.isin(TRUNK)], ground)
        columns = [
            Amounts(tr("国省干线\n（公里）"), trunk),
            Amounts(tr("农村公路\n（公里）"), length - trunk),
            Amounts(tr("合计\n（公里）"), length),
        ]
        tables.append(table_by_town(tr("各乡镇公路里程"), ground, columns, share=False, decimals=1))
    density = 100 * length / square_kilometres
    chart = bars_by_town(tr("各乡镇公路密度（公里/百平方公里）"), ground, density, colour_of("road_national"), 1)
    figure = tr("{density} 公里/百平方公里").format(density=f"{100 * length.sum() / square_kilometres.sum():.1f}")
    notes = [tr("里程按图上线路中心线量算，双线绘制的道路按两条计，与公路统计年报可能不一致。")]
    if (codes == "").any():
        other = float(pieces[codes == ""]["amount"].sum())
        notes.append(tr("另有 {length} 公里道路的等级未能识别，图上未表示。").format(length=f"{other:,.1f}"))
    return SheetContents((tr("公路网密度"), figure), tuple(notes), tuple(tables), (chart,))


def _classes(county: County, ground: Ground, pieces: pd.DataFrame, codes: pd.Series) -> TableSpec:
    """A row for each class of roads and one for railways; the sum is of the highways."""
    named = [code for code in in_order(codes, PREFIX) if code in TABULATED]
    lengths = [float(pieces[codes == code]["amount"].sum()) for code in named]
    cells = rounded_parts(lengths, 1)
    area = ground.area / 1e6
    rows = [_row(styles()[code].name, cell, length, area) for code, cell, length in zip(named, cells, lengths)]
    highways = [code in HIGHWAYS for code in named]
    if sum(highways) > 1:
        chosen = np.array(highways)
        total = _row(tr("公路合计"), float(cells[chosen].sum()), float(np.array(lengths)[chosen].sum()), area)
        rows.insert(max(at for at, one in enumerate(highways) if one) + 1, total)
    railways = float(amounts(county, "railways", ground)["amount"].sum())
    if railways:
        rows.append(_row(tr("铁路"), railways, railways, area))
    columns = (
        Column(tr("类别"), "left"),
        Column(tr("里程\n（公里）"), "right"),
        Column(tr("密度\n（公里/\n百km²）"), "right"),
    )
    return TableSpec(tr("交通线路里程"), columns, tuple(rows))


def _row(name: str, shown_length: float, length: float, area: float) -> tuple[str, str, str]:
    return name, shown(shown_length, 1), f"{100 * length / area:.1f}" if area else ""
