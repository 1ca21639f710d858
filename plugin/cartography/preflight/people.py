"""People who should add up, and densities that no county has."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from qgis.core import NULL, QgsVectorLayer

from ...bridge.sentences import listed
from ...language import tr
from .finding import WARNING, Case, Finding
from .ground import KM2, ground_of, number_of

CHECK = "people"
TOLERANCE = 0.05
#: People on a square kilometre between which towns of a county lie.
FEWEST, MOST = 10.0, 2000.0


def people_findings(case: Case) -> Iterator[Finding]:
    """Villages against towns, and towns against the ground that they have."""
    if not case.wanted() & {"towns", "villages"}:
        return
    towns, villages = _people(case, "towns"), _people(case, "villages")
    if towns is not None and villages is not None:
        yield from _sums(float(np.nansum(towns)), float(np.nansum(villages)))
    if towns is not None:
        yield from _densities(case, towns)


def _sums(towns: float, villages: float) -> Iterator[Finding]:
    if towns <= 0 or villages <= 0 or abs(villages - towns) <= TOLERANCE * towns:
        return
    yield Finding(
        CHECK,
        WARNING,
        "",
        tr("各村人口合计 {villages} 人，各乡镇人口合计 {towns} 人，相差 {people} 人。").format(
            villages=f"{villages:,.0f}", towns=f"{towns:,.0f}", people=f"{abs(villages - towns):,.0f}"
        ),
        tr("请核对两者是否同一口径（户籍或常住）、同一年份，村是否齐全。"),
    )


def _densities(case: Case, people: np.ndarray) -> Iterator[Finding]:
    ground = ground_of(case, "towns")
    if ground is None or len(ground.areas) != len(people):
        return
    name = case.county.roles.field("towns", "name")
    with np.errstate(divide="ignore", invalid="ignore"):
        density = people / (ground.areas / KM2)
    odd = np.isfinite(density) & ((density < FEWEST) | (density > MOST))
    if not odd.any():
        return
    names = [_said(feature, name) for feature in ground.layer.getFeatures()]
    yield Finding(
        CHECK,
        WARNING,
        "",
        tr("{count} 个乡镇的人口密度不在每平方公里 {fewest}—{most} 人之间：{towns}。").format(
            count=int(odd.sum()),
            fewest=f"{FEWEST:g}",
            most=f"{MOST:g}",
            towns=listed(
                [
                    tr("{town} {density} 人").format(town=names[row], density=f"{density[row]:,.1f}")
                    for row in np.flatnonzero(odd)
                ]
            ),
        ),
        tr("请核对人口字段的单位（人还是万人）和乡镇界。"),
    )


def _people(case: Case, role: str) -> np.ndarray | None:
    """People (n,) of the features of a layer, NaN where unknown; None without such a field."""
    layer, field = case.county.layer(role), case.county.roles.field(role, "population")
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid() or layer.fields().lookupField(field) < 0:
        return None
    return np.array([number_of(feature[field]) for feature in layer.getFeatures()], dtype=float)


def _said(feature, name: str) -> str:
    value = feature[name] if name and feature.fields().lookupField(name) >= 0 else NULL
    return str(feature.id()) if value in (None, NULL) else str(value)
