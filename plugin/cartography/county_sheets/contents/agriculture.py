"""县域农业空间规划图: permanent basic farmland and agricultural space by town."""

from __future__ import annotations

from ....language import tr
from ..amounts import amounts, by_place
from ..atlas import AtlasPage
from ..county import County
from ..ground import Ground, ground_of
from .charts_by import bars_by_town
from .classes import colour_of
from .contents import SheetContents
from .figures import MU_PER_HECTARE
from .spaces import overlap_note
from .tables_by import Amounts, table_by_class, table_by_town

MU_IN_TEN_THOUSAND = 1e4


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """Farmland, cropland and agricultural space by town; the headline in hectares and 万亩."""
    ground = ground_of(county, page)
    headings = {
        "farmland": (tr("永久基本农田"), tr("永久基本\n农田\n（公顷）")),
        "cropland": (tr("耕地"), tr("耕地\n（公顷）")),
        "agriculture_space": (tr("农业空间"), tr("农业空间\n（公顷）")),
    }
    found = {role: by_place(amounts(county, role, ground), ground) for role in headings}
    if len(ground.names) > 1:
        columns = [Amounts(heading, found[role]) for role, (_, heading) in headings.items()]
        table = table_by_town(tr("各乡镇农业空间面积"), ground, columns)
    else:
        names, values = [name for name, _ in headings.values()], [float(one.sum()) for one in found.values()]
        table = table_by_class(
            tr("农业空间面积"), tr("类别"), tr("面积\n（公顷）"), names, values, ground.area / 1e4
        )
    farmland = found["farmland"]
    chart = bars_by_town(tr("各乡镇永久基本农田（公顷）"), ground, farmland, colour_of("control_farmland"), 0)
    return SheetContents(_headline(float(farmland.sum())), _notes(county, ground), (table,), (chart,))


def _headline(farmland: float) -> tuple[str, str]:
    if not farmland:
        return "", ""
    mu = farmland * MU_PER_HECTARE / MU_IN_TEN_THOUSAND
    figure = tr("{area} 公顷（{mu} 万亩）").format(area=f"{farmland:,.1f}", mu=f"{mu:,.2f}")
    return tr("永久基本农田面积"), figure


def _notes(county: County, ground: Ground) -> tuple[str, ...]:
    plots = amounts(county, "farmland", ground)["fid"].nunique()
    said = tr("永久基本农田共 {count} 个图斑；面积为图斑的椭球面积，未扣除田坎和图斑内其他地类。")
    notes = [said.format(count=plots)]
    if county.layer("agriculture_space") is None:
        notes.append(tr("未提供农业空间图层，图中只表示永久基本农田。"))
    return (*notes, *overlap_note(county, ground))
