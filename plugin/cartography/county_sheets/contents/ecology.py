"""县域生态系统保护规划图: the red line, reserves, water sources and ecological space by town."""

from __future__ import annotations

from ....language import tr
from ..amounts import amounts, by_place
from ..atlas import AtlasPage
from ..county import County
from ..ground import ground_of
from .charts_by import bars_by_town
from .classes import colour_of
from .contents import SheetContents
from .figures import area_and_share
from .spaces import overlap_note
from .tables_by import Amounts, table_by_class, table_by_town


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """What is protected in each town; the areas overlap each other and are not added up."""
    ground = ground_of(county, page)
    headings = {
        "redline": (tr("生态保护红线"), tr("生态保护\n红线\n（公顷）")),
        "reserves": (tr("自然保护地"), tr("自然\n保护地\n（公顷）")),
        "water_protection": (tr("水源保护区"), tr("水源\n保护区\n（公顷）")),
        "ecology_space": (tr("生态空间"), tr("生态空间\n（公顷）")),
    }
    found = {role: by_place(amounts(county, role, ground), ground) for role in headings}
    if len(ground.names) > 1:
        columns = [Amounts(heading, found[role]) for role, (_, heading) in headings.items()]
        table = table_by_town(tr("各乡镇生态保护面积"), ground, columns)
    else:
        names, values = [name for name, _ in headings.values()], [float(one.sum()) for one in found.values()]
        table = table_by_class(
            tr("生态保护面积"), tr("类别"), tr("面积\n（公顷）"), names, values, ground.area / 1e4
        )
    redline = found["redline"]
    share = 100 * redline / (ground.areas / 1e4)
    chart = bars_by_town(tr("生态保护红线占各乡镇面积（%）"), ground, share, colour_of("control_redline"), 1)
    headline = (tr("生态保护红线面积及占比"), area_and_share(float(redline.sum()), ground.area / 1e4))
    notes = (
        tr("生态保护红线、自然保护地、水源保护区和生态空间相互重叠，各列面积不能相加。"),
        *overlap_note(county, ground),
    )
    return SheetContents(headline if redline.sum() or len(ground.names) == 1 else ("", ""), notes, (table,), (chart,))
