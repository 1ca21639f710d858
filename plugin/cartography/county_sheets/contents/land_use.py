"""县域国土空间用地用海现状图: areas by class of the first level, and what nobody could read."""

from __future__ import annotations

import pandas as pd

from ....county.land_codes import SURVEY, land_table, read_land
from ....language import tr
from ...catalogue import Style, styles
from ...land_styles import PREFIXES, land_styles, styles_of_land
from ..amounts import amounts
from ..atlas import AtlasPage
from ..county import County
from ..ground import Ground, ground_of, whole_county
from .charts_by import shares_by_town
from .classes import ClassAmount, amount_of, listed_unknown, with_rest
from .contents import SheetContents
from .figures import area_and_share
from .tables_by import table_by_class

ROLE = "landuse"
CROPLAND = ("landuse_01", "landuse3_01")
#: Classes of the survey that belong to 湿地 (00), whatever their code begins with.
SURVEY_WETLANDS = frozenset(("0303", "0304", "0306", "0402", "0603", "1105", "1106", "1108"))
WORTH_SAYING = 0.001


def contents(county: County, page: AtlasPage | None) -> SheetContents:
    """The classes of the first level with their areas and shares, and how each town is made up of them."""
    ground = ground_of(county, page)
    field = county.roles.field(ROLE, "class")
    pieces = amounts(county, ROLE, ground, field)
    if field not in pieces:
        return SheetContents(notes=(tr("用地现状图层没有地类编码或名称字段，无法分类。"),))
    finest = styles_of_land(_all_values(county, field), county.project)
    classes = _classes(pieces, field, finest, ground)
    whole = with_rest(classes, ground, tr("无用地图斑"), WORTH_SAYING)
    table = table_by_class(
        tr("用地现状面积（一级类）"),
        tr("地类"),
        tr("面积\n（公顷）"),
        [one.name for one in whole],
        [one.amount for one in whole],
    )
    chart = shares_by_town(tr("各乡镇用地构成（%）"), ground, whole)
    notes = (_system_note(county, finest), *_notes(pieces, field, finest, classes, ground))
    return SheetContents(_headline(classes, ground), notes, (table,), (chart,))


def first_level(style: Style | None) -> Style | None:
    """The class of the first level that a class belongs to."""
    if style is None:
        return None
    prefix, _, code = style.code.rpartition("_")
    first = "00" if prefix == PREFIXES[SURVEY] and code in SURVEY_WETLANDS else code[:2]
    return styles().get(f"{prefix}_{first}", style)


def _all_values(county: County, field: str) -> list[str]:
    """The values of the whole county: those of one page would not tell which system of codes is used."""
    return list(dict.fromkeys(amounts(county, ROLE, whole_county(county), field)[field]))


def _classes(pieces: pd.DataFrame, field: str, finest: dict, ground: Ground) -> list[ClassAmount]:
    order = {one.code: at for at, one in enumerate(land_styles())}
    level = {value: first_level(style) for value, style in finest.items()}
    codes = pieces[field].map(lambda value: level[value].code if level.get(value) else "")
    kept = sorted(dict.fromkeys(codes), key=lambda code: order.get(code, len(order)))
    return [amount_of(styles().get(code), pieces[codes == code], len(ground.names)) for code in kept]


def _headline(classes: list[ClassAmount], ground: Ground) -> tuple[str, str]:
    """Cropland, else the class that takes most."""
    known = [one for one in classes if one.known]
    if not known:
        return "", ""
    names = {styles()[code].name for code in CROPLAND if code in styles()}
    said = next((one for one in known if one.name in names), max(known, key=lambda one: one.amount))
    name = said.name.partition(" ")[2] or said.name
    return tr("{land}面积及占比").format(land=name), area_and_share(said.amount, ground.area / 1e4)


def _system_note(county: County, finest: dict) -> str:
    reading = read_land(pd.Series(list(finest), dtype=object), land_table(county.project))
    drawn = {style.code.rpartition("_")[0] for style in finest.values() if style}
    if PREFIXES[SURVEY] in drawn:
        return tr("地类编码按第三次全国国土调查工作分类判读，配色由规范附录 B 的相应地类派生。")
    if reading.assumed or not reading.system:
        return tr("地类按《国土空间调查、规划、用途管制用地用海分类指南》（2023）判读；数据未写明所用分类，待核。")
    return tr("地类编码按《国土空间调查、规划、用途管制用地用海分类指南》（2023）判读。")


def _notes(pieces, field: str, finest: dict, classes: list[ClassAmount], ground: Ground) -> list[str]:
    notes = []
    unknown = [one for one in classes if not one.known]
    if unknown:
        words = [value for value in dict.fromkeys(pieces[field]) if finest.get(value) is None]
        notes.append(
            tr("{count} 个图斑的地类（{words}）未能识别，计 {area} 公顷，图上未表示。").format(
                words=listed_unknown(words), count=unknown[0].features, area=f"{unknown[0].amount:,.1f}"
            )
        )
    rest = ground.area / 1e4 - sum(one.amount for one in classes)
    if classes and abs(rest) > WORTH_SAYING * ground.area / 1e4:
        text = tr("有 {area} 公顷没有用地图斑。") if rest > 0 else tr("用地图斑之间重叠 {area} 公顷，须核对。")
        notes.append(text.format(area=f"{abs(rest):,.1f}"))
    return notes
