"""Fields of levels (国家级, 省级 …), which many layers have and no role names."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayer, QgsVectorLayer

LEVEL_FIELDS = ("级别", "保护级别", "等级", "level", "grade", "jb", "dj", "易发程度", "危险性等级")
#: Words of levels, the highest first; a longer word stands before one that it holds.
RANKS = ("世界", "国家", "全国", "国保", "省", "市", "县", "一般", "未定级", "未核定")


def level_field(layer: QgsMapLayer | None, taken: Iterable[str] = ()) -> str:
    """The field of a layer that says the level of its features, '' where there is none besides the ``taken`` ones."""
    if not isinstance(layer, QgsVectorLayer):
        return ""
    names = {field.name().lower(): field.name() for field in layer.fields()}
    found = (names[word] for word in LEVEL_FIELDS if word in names)
    return next((name for name in found if name not in set(taken)), "")


def rank_of(level: str) -> int:
    """The place of a level, 0 the highest; unknown words come last."""
    return next((at for at, word in enumerate(RANKS) if word in level), len(RANKS))
