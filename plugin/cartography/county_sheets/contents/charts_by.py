"""Charts that most sheets have: bars by town, and towns divided by class."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.PyQt.QtGui import QColor

from ....language import tr
from ...chart import Bar, ChartSpec, Series
from ..ground import Ground
from .classes import ClassAmount
from .figures import decimals_for, shown

MOST_BARS, MOST_SERIES = 16, 6
REST = QColor(164, 166, 165)  #: no colour of a class


def bars_by_town(
    title: str, ground: Ground, amounts: np.ndarray, colour: QColor, decimals: int | None = None
) -> ChartSpec:
    """The towns with something, the most first, with their values; no bars for a single place."""
    if decimals is None:
        decimals = decimals_for(amounts)
    order = [at for at in np.argsort(-amounts, kind="stable") if amounts[at] > 0][:MOST_BARS]
    bars = tuple(Bar(ground.names[at], (float(amounts[at]),), shown(amounts[at], decimals)) for at in order)
    return ChartSpec(title, (Series(title, colour),), bars if len(ground.names) > 1 else ())


def shares_by_town(title: str, ground: Ground, classes: Sequence[ClassAmount], rest: str = "") -> ChartSpec:
    """Each town divided by class, beyond the largest classes as others; the part of a town's area in no class is the
    ``rest`` where that has a name. For a single place its classes one under another instead, under a title of its own.
    """
    classes = [one for one in classes if one.amount > 0]
    if len(ground.names) < 2:
        return _shares_of_place(ground, classes)
    if len(ground.names) > MOST_BARS or not classes:
        return ChartSpec(title, (), ())
    largest = sorted(classes, key=lambda one: -one.amount)[:MOST_SERIES]
    shown_classes = [one for one in classes if one in largest]
    parts = [one.by_place for one in shown_classes]
    series = [Series(one.name, one.colour) for one in shown_classes]
    others = sum(one.by_place for one in classes if one not in largest)
    if rest:
        others = others + np.maximum(0.0, ground.areas / 1e4 - sum(one.by_place for one in classes))
    if np.sum(others) > 0.001 * sum(one.amount for one in classes):
        parts.append(others)
        series.append(Series(rest or tr("其他"), REST))
    bars = [Bar(name, tuple(float(part[at]) for part in parts)) for at, name in enumerate(ground.names)]
    return ChartSpec(title, tuple(series), tuple(bar for bar in bars if sum(bar.parts) > 0), shares=True)


def _shares_of_place(ground: Ground, classes: Sequence[ClassAmount]) -> ChartSpec:
    title = tr("占{place}面积的比例").format(place=ground.names[0]) if ground.names else ""
    whole = ground.area / 1e4
    largest = sorted(classes, key=lambda one: -one.amount)[:MOST_BARS]
    if len(largest) < 2 or not whole:
        return ChartSpec(title, (), ())
    bars = tuple(Bar(one.name, (one.amount,), f"{100 * one.amount / whole:.1f} %", one.colour) for one in largest)
    return ChartSpec(title, (Series(title, largest[0].colour),), bars)
