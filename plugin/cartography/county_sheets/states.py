"""Which sheets a project can have, and what the others lack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...county.role_table import roles_of
from ...language import tr
from .county import RESULT, County
from .kinds import SheetKind, sheet_kinds

#: What a structure draws: its clauses alone make no map.
ELEMENTS = "spatialstructure:STRUCTURE"


@dataclass(frozen=True)
class SheetState:
    """A sheet and the alternatives that the project lacks for it, each as a reader understands it."""

    kind: SheetKind
    missing: tuple[str, ...]

    @property
    def possible(self) -> bool:
        return not self.missing


def sheet_states(county: County) -> list[SheetState]:
    """All sheets in their order. Raises BadStandard."""
    names = _role_names(county)
    return [
        SheetState(kind, tuple(dict.fromkeys(_lacking(kind, county, names))))
        for kind in sheet_kinds(county.project).values()
    ]


def possible_sheets(county: County) -> list[str]:
    """The ids of the sheets that the project can have, in their order."""
    return [state.kind.id for state in sheet_states(county) if state.possible]


def _lacking(kind: SheetKind, county: County, names: dict[str, str]) -> Iterable[str]:
    for alternatives in kind.required:
        if any(_there(county, one) for one in alternatives):
            continue
        words = list(dict.fromkeys(_with_reason(county, one, _said(one, names)) for one in alternatives))
        yield (
            words[0]
            if len(words) == 1
            else tr("{first}或{others}").format(first=words[0], others=tr("或").join(words[1:]))
        )


def _with_reason(county: County, what: str, name: str) -> str:
    """A layer that is there and dead is missing for that reason."""
    layer = county.layer(what)
    if layer is None or layer.isValid():
        return name
    return tr("{layer}（“{name}”的数据源打不开）").format(layer=name, name=layer.name())


def _there(county: County, what: str) -> bool:
    """Whether a sheet can draw it: a result that holds nothing would leave the sheet empty."""
    layer = county.layer(what)
    return layer is not None and layer.isValid() and (RESULT not in what or layer.featureCount() != 0)


def _said(what: str, names: dict[str, str]) -> str:
    if what.startswith(ELEMENTS):
        return tr("总体格局的空间对象（在“空间格局”中指定、采纳或绘制）")
    if RESULT in what:
        algorithm = what.partition(RESULT)[0]
        return _results().get(algorithm, algorithm)
    return tr("{role}图层").format(role=names.get(what, what))


def _results() -> dict[str, str]:
    """What makes the results that sheets are drawn from."""
    return {
        "servicecoverage": tr("服务覆盖的结果（在“服务覆盖”中计算）"),
        "mineralzoning": tr("开采分区的结果（在“矿山整治”中划定）"),
        "remediationzones": tr("整治分区的结果（在“矿山整治”中划定）"),
        "townhierarchy": tr("城镇体系的结果（在“空间格局”中计算）"),
        "spatialstructure": tr("总体格局的结果（在“空间格局”中生成）"),
        "spacebalance": tr("三类空间平衡的结果（在“空间格局”中计算）"),
    }


def _role_names(county: County) -> dict[str, str]:
    return {name: role.title for name, role in roles_of(county.project).items()}
