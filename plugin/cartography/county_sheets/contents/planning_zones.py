"""县域国土空间规划分区图: the zones, their areas and shares, and how each town is divided by them."""

from __future__ import annotations

from ....language import tr
from ...catalogue import styles_of_values
from ..amounts import amounts
from ..atlas import AtlasPage
from ..county import County
from ..ground import Ground, ground_of
from .charts_by import shares_by_town
from .classes import ClassAmount, by_class, listed_unknown, with_rest
from .contents import SheetContents
from .figures import area_and_share
from .tables_by import table_by_class

ROLE, PREFIX = "planning_zones", "planzone"
WORTH_SAYING = 0.001


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """Areas by zone, and each town divided by zone."""
    ground = ground_of(county, page)
    field = county.roles.field(ROLE, "class")
    pieces = amounts(county, ROLE, ground, field)
    zones = by_class(pieces, field, PREFIX, len(ground.names))
    whole = with_rest(zones, ground, tr("未划入规划分区"), WORTH_SAYING)
    table = table_by_class(
        tr("规划分区面积"),
        tr("规划分区"),
        tr("面积\n（公顷）"),
        [one.name for one in whole],
        [one.amount for one in whole],
    )
    chart = shares_by_town(tr("各乡镇规划分区构成（%）"), ground, whole)
    return SheetContents(_headline(zones, ground), _notes(pieces, field, zones, ground), (table,), (chart,))


def _headline(zones: list[ClassAmount], ground: Ground) -> tuple[str, str]:
    """The zone that takes most."""
    if not zones:
        return "", ""
    most = max(zones, key=lambda one: one.amount)
    return tr("{zone}面积及占比").format(zone=most.name), area_and_share(most.amount, ground.area / 1e4)


def _notes(pieces, field: str, zones: list[ClassAmount], ground: Ground) -> tuple[str, ...]:
    notes = []
    unknown = [one for one in zones if not one.known]
    if unknown:
        words = listed_unknown(unknown_words(pieces, field))
        notes.append(
            tr("分区名称“{words}”不在规范附录 C 中，计 {count} 个图斑 {area} 公顷，图上未表示。").format(
                words=words, count=unknown[0].features, area=f"{unknown[0].amount:,.1f}"
            )
        )
    rest = ground.area / 1e4 - sum(one.amount for one in zones)
    if zones and abs(rest) > WORTH_SAYING * ground.area / 1e4:
        text = tr("有 {area} 公顷未划入规划分区。") if rest > 0 else tr("规划分区图斑之间重叠 {area} 公顷，须核对。")
        notes.append(text.format(area=f"{abs(rest):,.1f}"))
    return tuple(notes)


def unknown_words(pieces, field: str) -> list[str]:
    """The words of the pieces that no style stands for."""
    values = list(dict.fromkeys(pieces[field])) if field in pieces else []
    return [value for value, found in styles_of_values(values, PREFIX).items() if found is None]
