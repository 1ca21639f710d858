"""县域三类空间规划图: agricultural, ecological and urban space by town."""

from __future__ import annotations

import numpy as np

from ....analysis.structure.spaces import OVERLAP, UNASSIGNED
from ....language import tr
from ..atlas import AtlasPage
from ..county import County
from ..ground import Ground, ground_of
from .charts_by import shares_by_town
from .classes import ClassAmount, colour_of, name_of
from .contents import SheetContents
from .figures import decimals_for, rounded_parts
from .space_balance import ROLES, SpacesHere, spaces_here
from .tables_by import Amounts, table_by_class, table_by_town

#: Share of the ground from which what is in no space, or in two, has a part in the chart.
WORTH_SHOWING = 0.001


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """The three spaces by town, each without what it shares with another; overlaps and what lies in none apart."""
    ground = ground_of(county, page)
    found = spaces_here(county, ground)
    spaces = [_space(f"space_{space}", found.hectares[space]) for space in ROLES.values()]
    apart = [_space(f"space_{space}", found.hectares[space]) for space in (OVERLAP, UNASSIGNED) if found.total(space)]
    if len(ground.names) > 1:
        columns = [Amounts(tr("{space}\n（公顷）").format(space=one.name), one.by_place) for one in spaces]
        columns.append(Amounts(tr("重叠\n（公顷）"), found.hectares[OVERLAP]))
        columns.append(Amounts(tr("未划入\n（公顷）"), found.hectares[UNASSIGNED]))
        decimals = decimals_for([one.amount for one in apart or spaces])  # of little there is as much to see
        table = table_by_town(tr("各乡镇三类空间面积"), ground, columns, decimals=decimals)
    else:
        names, values = [one.name for one in (*spaces, *apart)], [one.amount for one in (*spaces, *apart)]
        table = table_by_class(
            tr("三类空间面积"), tr("空间"), tr("面积\n（公顷）"), names, values, ground.area / 1e4
        )
    charted = [one for one in apart if one.amount > WORTH_SHOWING * ground.area / 1e4]
    chart = shares_by_town(tr("各乡镇三类空间构成（%）"), ground, [*spaces, *charted])
    return SheetContents(_headline(spaces), _notes(found, ground), (table,), (chart,))


def _space(code: str, hectares: np.ndarray) -> ClassAmount:
    return ClassAmount(name_of(code), colour_of(code), hectares, 0)


def _headline(spaces: list[ClassAmount]) -> tuple[str, str]:
    total = sum(one.amount for one in spaces)
    if not total:
        return "", ""
    parts = rounded_parts([100 * one.amount / total for one in spaces], 1)
    return tr("农业、生态、城镇空间之比"), " : ".join(f"{part:.1f}" for part in parts)


def _notes(found: SpacesHere, ground: Ground) -> tuple[str, ...]:
    notes = [tr("三类空间的配色规范未作规定，由规划分区配色派生。")]
    if found.total(OVERLAP):
        said = tr("三类空间相互重叠 {area} 公顷，单列而不计入任何一类空间，须在“空间格局”中核对。")
        notes.append(said.format(area=f"{found.total(OVERLAP):,.2f}"))
    if found.total(UNASSIGNED):
        notes.append(tr("有 {area} 公顷未划入任何一类空间。").format(area=f"{found.total(UNASSIGNED):,.2f}"))
    if found.conflicts:
        said = tr("三条控制线与三类空间冲突 {count} 处、{area} 公顷，须在“空间格局”中核对。")
        notes.append(said.format(count=found.conflicts, area=f"{found.conflict_hectares:,.2f}"))
    return tuple(notes)


def overlap_note(county: County, ground: Ground) -> tuple[str, ...]:
    """On sheets that give the whole of a space: why sheet 三类空间 has a smaller figure."""
    if not all(county.layer(role) is not None for role in ROLES) or not spaces_here(county, ground).total(OVERLAP):
        return ()
    said = tr("农业空间、生态空间的面积含三类空间相互重叠的部分，三类空间规划图中重叠单列。")
    return (said,)
