"""县域自然灾害风险分布图: kinds of hazards, their number and area, and the villages in and near them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ....county.layers import geometry_of
from ....language import tr
from ...catalogue import styles
from ...chart import Bar, ChartSpec, Series
from ...spec import Column, TableSpec
from ..amounts import amounts, touching
from ..atlas import AtlasPage
from ..county import County
from ..ground import Ground, ground_of, read_role
from .charts_by import MOST_BARS
from .classes import class_codes, colour_of, in_order
from .contents import SheetContents
from .figures import area_said, decimals_for, rounded_parts, shown
from .tables_by import dash_if_none

ROLE, PREFIX = "hazard_areas", "hazard"
NEAR = 500.0  #: metres around a hazard in which villages count as near


@dataclass(frozen=True)
class _Kind:
    """A kind of hazard: its style, its features, their area in hectares, the villages in and near them (positions)."""

    code: str
    features: set
    area: float
    inside: set
    near: set

    @property
    def name(self) -> str:
        found = styles().get(self.code)
        return found.name if found else tr("其他灾害")


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """Hazards by kind with the villages in and near them, and how many each town has."""
    ground = ground_of(county, page)
    field, geometry = county.roles.field(ROLE, "class"), geometry_of(county.layer(ROLE))
    pieces = amounts(county, ROLE, ground, field)
    if pieces.empty:
        return SheetContents()
    codes = class_codes(pieces, field, PREFIX, geometry)
    villages = read_role(county, "villages", [], "point")
    kinds = _kinds(county, ground, pieces, codes, None if villages is None else villages.frame.geometry.to_numpy())
    notes = [tr("跨乡镇的隐患区按所在乡镇分别计面积，处数在各乡镇分别计一处，合计只计一处。")]
    if any(kind.near for kind in kinds):
        said = tr("邻近行政村为隐患区及其外 {distance:g} 米内的村点；该距离为插件取值，待核。")
        notes.append(said.format(distance=NEAR))
    table = _table(kinds, geometry == "polygon")
    return SheetContents(_headline(kinds), tuple(notes), (table,), (_chart(pieces, codes, kinds, ground),))


def _kinds(county: County, ground: Ground, pieces: pd.DataFrame, codes: pd.Series, villages) -> list[_Kind]:
    hazards = read_role(county, ROLE, [county.roles.field(ROLE, "class")]).frame.geometry
    kinds = []
    for code in in_order(codes, PREFIX):
        mine = pieces[codes == code]
        area = float(mine["amount"].sum()) if geometry_of(county.layer(ROLE)) == "polygon" else 0.0
        shapes = hazards.loc[mine["fid"].unique()].to_numpy()
        inside, near = (_within(shapes, villages, ground, distance) for distance in (0.0, NEAR))
        kinds.append(_Kind(code, set(mine["fid"]), area, inside, near))
    return kinds


def _within(shapes: np.ndarray, villages: np.ndarray | None, ground: Ground, distance: float) -> set:
    """Positions of the villages of the ground within a distance of hazards."""
    if villages is None or not len(villages):
        return set()
    return set(touching(villages, shapes, distance)[1]) & set(touching(villages, ground.shapes)[1])


def _table(kinds: list[_Kind], areas: bool) -> TableSpec:
    decimals = decimals_for([kind.area for kind in kinds])
    hectares = rounded_parts([kind.area for kind in kinds], decimals)
    columns = [
        (Column(tr("灾害类型"), "left"), [kind.name for kind in kinds], tr("合计")),
        (
            Column(tr("处数"), "right"),
            [str(len(kind.features)) for kind in kinds],
            str(len(set().union(*(kind.features for kind in kinds)))),
        ),
    ]
    if areas:
        cells = [shown(cell, decimals) for cell in hectares]
        columns.append((Column(tr("面积\n（公顷）"), "right"), cells, shown(hectares.sum(), decimals)))
    for heading, attribute in ((tr("区内\n行政村"), "inside"), (tr("邻近\n行政村"), "near")):
        sets = [getattr(kind, attribute) for kind in kinds]
        every = set().union(*sets)
        if every:
            cells = [dash_if_none(len(one), str(len(one))) for one in sets]
            columns.append((Column(heading, "right"), cells, str(len(every))))
    rows = list(zip(*(cells for _, cells, _ in columns)))
    if len(kinds) > 1:
        rows.append(tuple(total for _, _, total in columns))
    return TableSpec(tr("自然灾害隐患统计"), tuple(column for column, _, _ in columns), tuple(rows))


def _headline(kinds: list[_Kind]) -> tuple[str, str]:
    count, area = len(set().union(*(kind.features for kind in kinds))), sum(kind.area for kind in kinds)
    figure = tr("{count} 处").format(count=count)
    if area:
        figure = tr("{count} 处（{area}）").format(count=count, area=area_said(area))
    return tr("地质灾害隐患"), figure


def _chart(pieces: pd.DataFrame, codes: pd.Series, kinds: list[_Kind], ground: Ground) -> ChartSpec:
    """How many hazards of each kind each town has."""
    series = tuple(Series(kind.name, colour_of(kind.code)) for kind in kinds)
    counted = pieces.assign(code=codes).groupby(["place", "code"])["fid"].nunique()
    bars = []
    for place, name in enumerate(ground.names):
        parts = tuple(float(counted.get((place, kind.code), 0)) for kind in kinds)
        if sum(parts):
            bars.append(Bar(name, parts, f"{sum(parts):.0f}"))
    bars = sorted(bars, key=lambda bar: -sum(bar.parts))[:MOST_BARS] if len(ground.names) > 1 else []
    return ChartSpec(tr("各乡镇隐患处数"), series, tuple(bars))
