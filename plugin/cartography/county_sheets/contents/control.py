"""县域国土空间控制线规划图: how much of each town the three control lines take."""

from __future__ import annotations

import numpy as np

from ....language import tr
from ..amounts import amounts, by_place
from ..atlas import AtlasPage
from ..county import County
from ..ground import Ground, ground_of
from .charts_by import shares_by_town
from .classes import ClassAmount, colour_of, name_of
from .contents import SheetContents
from .figures import area_and_share
from .tables_by import Amounts, table_by_class, table_by_town

#: Role → style, the order in which plans list the three lines.
LINES = {"farmland": "control_farmland", "redline": "control_redline", "urban_boundary": "control_urban"}



def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """The three lines by town, or on a page what they take of it and what part of the county's that is."""
    ground = ground_of(county, page)
    lines = {role: _line(county, role, code, ground) for role, code in LINES.items()}
    known = [one for one in lines.values() if one.amount > 0]
    if len(ground.names) > 1:
        columns = [Amounts(heading, lines[role].by_place) for role, heading in _headings().items()]
        tables = [table_by_town(tr("各乡镇控制线面积"), ground, columns)]
    else:
        names, values = [one.name for one in known], [one.amount for one in known]
        tables = [
            table_by_class(tr("控制线面积"), tr("控制线"), tr("面积\n（公顷）"), names, values, ground.area / 1e4)
        ]
    chart = shares_by_town(tr("控制线占各乡镇面积（%）"), ground, known, tr("其他")) if _apart(known, ground) else None
    return SheetContents(
        _headline(lines["redline"], ground, county.layer("redline") is not None),
        _notes(ground),
        tuple(tables),
        (chart,) if chart else (),
    )


def _line(county: County, role: str, code: str, ground) -> ClassAmount:
    pieces = amounts(county, role, ground)
    return ClassAmount(name_of(code), colour_of(code), by_place(pieces, ground), int(pieces["fid"].nunique()))


def _apart(lines: list[ClassAmount], ground) -> bool:
    """Whether the lines leave each other room in every town, as they must: only then can a bar be divided by them."""
    return bool(lines) and bool(np.all(sum(one.by_place for one in lines) <= ground.areas / 1e4 * 1.0001))


def _headline(redline: ClassAmount, ground: Ground, given: bool) -> tuple[str, str]:
    if not redline.amount and (len(ground.names) > 1 or not given):
        return "", ""
    return tr("生态保护红线面积及占比"), area_and_share(redline.amount, ground.area / 1e4)


def _notes(ground: Ground) -> tuple[str, ...]:
    return (
        tr("面积为椭球面积，按县界和乡镇界切分；总面积 {area} 公顷。").format(area=f"{ground.area / 1e4:,.0f}"),
    )


def _headings() -> dict[str, str]:
    return {
        "farmland": tr("永久基本\n农田\n（公顷）"),
        "redline": tr("生态保护\n红线\n（公顷）"),
        "urban_boundary": tr("城镇开发\n边界\n（公顷）"),
    }
