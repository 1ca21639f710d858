"""Areas written in a field of a layer, against the areas of its shapes on the ellipsoid."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from qgis.core import QgsField

from ...county.words import plain
from ...language import tr
from .finding import ERROR, WARNING, Case, Finding
from .ground import Ground, ground_of, number_of

CHECK = "areas"
DIFFERENT, WRONG = 0.01, 1.5
AREA_WORDS = re.compile(r"面积|(^|[ _])area([ _]|$)|^shape area$|mj$")
#: Square metres of a unit, and how a field's name tells it. The first that is found counts.
UNITS = (
    ("平方公里", 1e6, re.compile(r"平方公里|平方千米|km2|km²|sqkm")),
    ("公顷", 1e4, re.compile(r"公顷|hm2|hm²|(^|[ _(（])ha([ _)）]|$)|hectare")),
    ("万亩", 1e4 * 2000 / 3, re.compile(r"万亩")),
    ("亩", 2000 / 3, re.compile(r"亩|(^|[ _(（])mu([ _)）]|$)")),
    ("平方米", 1.0, re.compile(r"平方米|m2|m²|sqm|shape area")),
)


def stated_area_findings(case: Case) -> Iterator[Finding]:
    """Fields of area that do not fit the shapes of their layer, of all layers that are drawn."""
    for what in sorted(case.wanted()):
        ground = ground_of(case, what) if ":" not in what else None
        if ground is None:
            continue
        for field in ground.layer.fields():
            if field.isNumeric() and AREA_WORDS.search(plain(field.name())):
                yield from _compare(ground, field)


def unit_of(field: QgsField, ratio: float) -> tuple[str, float]:
    """The unit of a field: by its name or alias, else the one that the figures fit best. ``ratio`` is square metres of
    the shapes for one in the field."""
    text = plain(f"{field.name()} {field.alias()}")
    for title, metres, words in UNITS:
        if words.search(text):
            return title, metres
    title, metres, _ = min(UNITS, key=lambda unit: abs(np.log(ratio / unit[1])))
    return title, metres


def _compare(ground: Ground, field: QgsField) -> Iterator[Finding]:
    stated = np.array([number_of(feature[field.name()]) for feature in ground.layer.getFeatures()])
    usable = np.isfinite(stated) & (stated > 0) & (ground.areas > 0)
    if len(stated) != len(ground.areas) or not usable.any():
        return
    ratio = float(ground.areas[usable].sum() / stated[usable].sum())
    title, metres = unit_of(field, ratio)
    off = max(ratio / metres, metres / ratio)
    if off - 1 <= DIFFERENT:
        return
    single = np.abs(stated[usable] * metres / ground.areas[usable] - 1) > DIFFERENT
    yield Finding(
        CHECK,
        ERROR if off > WRONG else WARNING,
        "",
        tr(
            "图层“{layer}”的字段“{field}”合计 {stated} {unit}，图形的椭球面积合计 {drawn} {unit}，相差 {share}；"
            "{count} 条要素相差超过 1%。"
        ).format(
            layer=ground.layer.name(),
            field=field.name(),
            stated=f"{stated[usable].sum():,.2f}",
            drawn=f"{ground.areas[usable].sum() / metres:,.2f}",
            unit=_unit_word(title),
            share=f"{abs(stated[usable].sum() * metres / ground.areas[usable].sum() - 1):.1%}",
            count=int(single.sum()),
        ),
        tr("请核对字段的单位和坐标系，或按图形重新计算面积；图上和表中的面积一律取椭球面积。"),
    )


def _unit_word(title: str) -> str:
    return {
        "平方公里": tr("平方公里"),
        "公顷": tr("公顷"),
        "万亩": tr("万亩"),
        "亩": tr("亩"),
        "平方米": tr("平方米"),
    }[title]
