"""Tables that most sheets have: amounts by town, with their sum and their share, and amounts by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ....language import tr
from ...cells import UNKNOWN
from ...spec import Column, TableSpec
from ..ground import Ground
from .figures import decimals_for, rounded_parts, shares, shown

MOST_ROWS = 24


@dataclass(frozen=True)
class Amounts:
    """A column of a table by town: its heading with its unit, and the amount of each place (p,)."""

    heading: str
    amounts: np.ndarray


def table_by_town(
    title: str, ground: Ground, columns: Sequence[Amounts], share: bool = True, decimals: int | None = None
) -> TableSpec:
    """Amounts by town with a row of sums, and what share of the county's area those are of; columns of nothing are left
    out. Beyond ``MOST_ROWS`` the smallest towns are one row. No rows where there is nothing at all."""
    columns = [one for one in columns if one.amounts.sum() > 0]
    heads = (Column(tr("乡镇"), "left"), *(Column(one.heading, "right") for one in columns))
    if not columns:
        return TableSpec(title, heads, ())
    names, gathered = _towns(ground, np.array([one.amounts for one in columns]))
    decimals = decimals_for(gathered.ravel()) if decimals is None else decimals
    cells = np.array([rounded_parts(column, decimals) for column in gathered])
    rows = [
        (name, *(shown(one, decimals, exact) for one, exact in zip(cells[:, at], gathered[:, at])))
        for at, name in enumerate(names)
    ]
    if len(names) > 1:
        rows.append((tr("合计"), *(shown(one, decimals) for one in cells.sum(axis=1))))
    if share and ground.area:
        hectares = ground.area / 1e4
        rows.append((tr("占总面积（%）"), *shares(gathered.sum(axis=1), hectares)))
    return TableSpec(title, heads, tuple(rows))


def table_by_class(
    title: str,
    heading: str,
    unit_heading: str,
    names: Sequence[str],
    amounts: Sequence[float],
    whole: float | None = None,
    share_heading: str = "",
) -> TableSpec:
    """A row for each class with something, its amount and its share: of all classes, which then have a row of sums, or
    of a ``whole`` that they overlap on, which then have none."""
    kept = [(name, amount) for name, amount in zip(names, amounts) if amount > 0]
    heads = (
        Column(heading, "left"),
        Column(unit_heading, "right"),
        Column(share_heading or tr("占比\n（%）"), "right"),
    )
    if not kept:
        return TableSpec(title, heads, ())
    values = [amount for _, amount in kept]
    decimals = decimals_for(values)
    cells = rounded_parts(values, decimals) if whole is None else values
    said = shares(values, whole)
    rows = [(name, shown(cell, decimals, exact), share) for (name, exact), cell, share in zip(kept, cells, said)]
    if whole is None and len(kept) > 1:
        rows.append((tr("合计"), shown(float(np.sum(cells)), decimals), "100.00"))
    return TableSpec(title, heads, tuple(rows))


def shortened(rows: Sequence[tuple[str, ...]], most: int, rest: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """At most ``most`` rows, the last of which is then ``rest``."""
    return tuple(rows) if len(rows) <= most else (*rows[: most - 1], rest)


def _towns(ground: Ground, amounts: np.ndarray) -> tuple[list[str], np.ndarray]:
    """The towns in their order, those with least as one where there are too many. ``amounts`` are (columns, places)."""
    if len(ground.names) <= MOST_ROWS:
        return list(ground.names), amounts
    relative = (amounts / np.maximum(amounts.sum(axis=1, keepdims=True), 1e-9)).sum(axis=0)
    kept = np.sort(np.argsort(-relative, kind="stable")[: MOST_ROWS - 1])
    rest = amounts.sum(axis=1) - amounts[:, kept].sum(axis=1)
    return [*(ground.names[at] for at in kept), tr("其他")], np.column_stack([amounts[:, kept], rest])


def dash_if_none(amount: float, text: str) -> str:
    """A text, or a dash where there is nothing."""
    return text if amount else UNKNOWN
