"""What is missing or wrong with the roles of a project, said where the planner can mend it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ..language import tr
from .broken_text import GBK, UTF8, broken_text
from .layers import geometry_of
from .role_table import Role, roles_of
from .roles import RoleAssignment, RoleSet
from .web_map_offset import offset_twin

BOUNDARY = "boundary"
SHOWN = 12  #: letters of a garbled text that are quoted


@dataclass(frozen=True)
class RoleProblem:
    """One thing to mend: ``brief`` names it in a word or two, ``sentence`` says what to do, and ``hinders`` is
    True when no calculation can do with it."""

    role: str
    hinders: bool
    brief: str
    sentence: str


def role_problems(project: QgsProject, roles: RoleSet) -> list[RoleProblem]:
    """Everything that stands in the way of using the roles, in the order of the role table."""
    found = []
    for role in roles_of(project).values():
        given = roles.get(role.role)
        if given is None:
            found += _absent(role, roles)
            continue
        layer = project.mapLayer(given.layer_id)
        if layer is None:
            found.append(_gone(role, ""))
        else:
            found += _layer_problems(role, layer)
            found += _field_problems(role, layer, given.fields)
            found += _text_problems(role, layer)
            found += _offset_problems(project, role, layer, given)
    return found


def _absent(role: Role, roles: RoleSet) -> list[RoleProblem]:
    for gone in roles.vanished:
        if gone.role == role.role:
            return [_gone(role, gone.name)]
    if role.required_for:
        said = tr("还没有指定{title}图层；请在表中选择。").format(title=role.title)
        return [RoleProblem(role.role, True, tr("未指定"), said)]
    return []


def _gone(role: Role, name: str) -> RoleProblem:
    said = tr("原来的{title}图层“{name}”已不在工程中；请重新加载或改选图层。")
    return RoleProblem(role.role, bool(role.required_for), tr("已移除"), said.format(title=role.title, name=name))


def _layer_problems(role: Role, layer: QgsMapLayer) -> list[RoleProblem]:
    if not layer.isValid():
        brief = tr("打不开")
        said = tr(
            "{title}图层“{name}”的数据源打不开（文件可能已移动、改名或删除，或数据库没有连上）；"
            "请在图层面板中右键该图层，用“更改数据源…”指到现在的文件，或改选图层。"
        )
    elif geometry_of(layer) not in role.geometry:
        brief, said = tr("类型不符"), tr("图层“{name}”的类型不能用作{title}；请改选图层。")
    elif not layer.crs().isValid():
        brief, said = tr("无坐标系"), tr("{title}图层“{name}”没有坐标系；请在图层属性中指定正确的坐标系。")
    elif isinstance(layer, QgsVectorLayer) and layer.featureCount() == 0:
        brief, said = tr("没有要素"), tr("{title}图层“{name}”中没有要素；请检查图层的过滤条件或改选图层。")
    else:
        return []
    return [RoleProblem(role.role, True, brief, said.format(title=role.title, name=layer.name()))]


def _field_problems(role: Role, layer: QgsMapLayer, fields: dict[str, str]) -> list[RoleProblem]:
    if not isinstance(layer, QgsVectorLayer):
        return []
    titles = {one.field_role: one.title for one in role.fields}
    return [
        RoleProblem(
            role.role,
            False,
            tr("缺字段"),
            tr("{title}图层“{name}”中没有字段“{field}”，无法取得“{wanted}”；请在下方改选字段。").format(
                title=role.title, name=layer.name(), field=field, wanted=titles.get(field_role, field_role)
            ),
        )
        for field_role, field in fields.items()
        if field and layer.fields().lookupField(field) < 0
    ]


def _text_problems(role: Role, layer: QgsMapLayer) -> list[RoleProblem]:
    """Words in the wrong encoding: nothing is found by them, and a sheet would print them."""
    broken = broken_text(layer) if isinstance(layer, QgsVectorLayer) and layer.isValid() else None
    if broken is None:
        return []
    said = tr(
        "{title}图层“{name}”的字段“{field}”中有乱码（如“{sample}”），是读取时用错了编码；请在“图层属性 → 数据源”中"
        "把编码改为 {encoding}（仍是乱码时改为 {other}），都不行时请从原始数据重新导出。"
    ).format(
        title=role.title,
        name=layer.name(),
        field=broken.field,
        sample=broken.sample[:SHOWN],
        encoding=broken.encoding,
        other=UTF8 if broken.encoding == GBK else GBK,
    )
    return [RoleProblem(role.role, False, tr("乱码"), said)]


def _offset_problems(project: QgsProject, role: Role, layer: QgsMapLayer, given: RoleAssignment) -> list[RoleProblem]:
    """A boundary in the coordinates of a web map beside the true one. The true one, once confirmed, is no problem."""
    if role.role != BOUNDARY or geometry_of(layer) != "polygon":
        return []
    twin = offset_twin(project, layer)
    if twin is None or (twin.offset and not given.guessed):
        return []
    wrong, right = (twin.layer, layer) if twin.offset else (layer, twin.layer)
    said = tr(
        "图层“{wrong}”与“{right}”是同一个县，却相差约 {metres:.0f} 米，正是 GCJ-02（火星坐标）的偏移：“{wrong}”很可能是"
        "网络地图的坐标，请以“{right}”为准，或先把“{wrong}”纠偏再用。"
    ).format(wrong=wrong.name(), right=right.name(), metres=twin.metres)
    return [RoleProblem(role.role, False, tr("坐标偏移"), said)]
