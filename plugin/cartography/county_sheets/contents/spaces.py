"""县域三类空间规划图: agricultural, ecological and urban space by town."""

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
from .figures import rounded_parts
from .tables_by import Amounts, table_by_class, table_by_town

SPACES = {
    "agriculture_space": "space_agriculture",
    "ecology_space": "space_ecology",
    "urban_space": "space_urban",
}
#: Share of the ground from which what is in no space, or in two, is worth a word.
WORTH_SAYING = 0.001


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """The three spaces by town, and what lies in none of them or in two."""
    ground = ground_of(county, page)
    spaces = [_space(county, role, code, ground) for role, code in SPACES.items()]
    rest = ground.areas / 1e4 - sum(one.by_place for one in spaces)
    if len(ground.names) > 1:
        columns = [Amounts(tr("{space}\n（公顷）").format(space=one.name), one.by_place) for one in spaces]
        table = table_by_town(tr("各乡镇三类空间面积"), ground, columns)
    else:
        names, values = [one.name for one in spaces], [one.amount for one in spaces]
        table = table_by_class(
            tr("三类空间面积"), tr("空间"), tr("面积\n（公顷）"), names, values, ground.area / 1e4
        )
    left_over = tr("未划入") if rest.sum() > WORTH_SAYING * ground.area / 1e4 else ""
    chart = shares_by_town(tr("各乡镇三类空间构成（%）"), ground, spaces, left_over)
    return SheetContents(_headline(spaces), _notes(rest, ground), (table,), (chart,))


def _space(county: County, role: str, code: str, ground: Ground) -> ClassAmount:
    pieces = amounts(county, role, ground)
    return ClassAmount(name_of(code), colour_of(code), by_place(pieces, ground), int(pieces["fid"].nunique()))


def _headline(spaces: list[ClassAmount]) -> tuple[str, str]:
    total = sum(one.amount for one in spaces)
    if not total:
        return "", ""
    parts = rounded_parts([100 * one.amount / total for one in spaces], 1)
    return tr("农业、生态、城镇空间之比"), " : ".join(f"{part:.1f}" for part in parts)


def _notes(rest: np.ndarray, ground: Ground) -> tuple[str, ...]:
    notes = [tr("三类空间的配色规范未作规定，由规划分区配色派生。")]
    least = WORTH_SAYING * ground.area / 1e4
    if rest.sum() > least:
        notes.append(tr("有 {area} 公顷未划入任何一类空间。").format(area=f"{rest.sum():,.1f}"))
    if -np.minimum(rest, 0.0).sum() > least:
        notes.append(tr("三类空间之间有重叠，各乡镇面积之和大于乡镇面积，须在“空间格局”中核对。"))
    return tuple(notes)
