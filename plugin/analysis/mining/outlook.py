"""What a mine will do to its surroundings: the forecast half of the matrix of DZ/T 0223-2011 § 8.2."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .nearness import nearest, shared_pairs
from .rules import RoleFeatures
from .severity import SLIGHT

INSIDE, NEAR, UPSTREAM, DOWNSTREAM = "inside", "near", "upstream", "downstream"
PLACES = (INSIDE, NEAR, UPSTREAM, DOWNSTREAM)
#: Statuses in which a mine still grows.
WORKING = ("proposed", "under construction", "operating")


@dataclass(frozen=True)
class OutlookStep:
    """Something of ``role`` and ``classes`` (all when empty) ``place``-d at the mine makes its forecast ``severity``;
    ``working`` rows hold only for mines that still grow.
    """

    id: str
    role: str
    classes: tuple[str, ...]
    place: str
    working: bool
    severity: int


def outlook_severity(
    steps: list[OutlookStep],
    places: np.ndarray,
    status: np.ndarray,
    roles: dict[str, RoleFeatures],
    buffer_m: float,
    by_flow: dict[str, np.ndarray],
) -> tuple[np.ndarray, list[tuple[int, np.ndarray]]]:
    """The forecast (n,) of the mines, and for every step that holds somewhere its number and the mines it holds for.

    'near' means within ``buffer_m`` metres of the mine. ``by_flow`` has (n,) booleans for 'upstream' (of an intake)
    and 'downstream' (settlements on the flow path of a tailings pond).
    """
    severity, held = np.full(len(places), SLIGHT), []
    working = np.isin(status.astype(str), WORKING)
    for number, step in enumerate(steps):
        if step.place in by_flow:
            holds = by_flow[step.place].copy()
        elif step.role in roles:
            holds = _placed(step, places, roles[step.role], buffer_m)
        else:
            continue
        if step.working:
            holds &= working
        if holds.any():
            severity = np.maximum(severity, np.where(holds, step.severity, SLIGHT))
            held.append((number, np.flatnonzero(holds)))
    return severity, held


def _placed(step: OutlookStep, places: np.ndarray, features: RoleFeatures, buffer_m: float) -> np.ndarray:
    """Whether (n,) mines have a feature of the step's classes where it says."""
    own = np.isin(features.classes.astype(str), step.classes) if step.classes else np.ones(len(features), dtype=bool)
    holds = np.zeros(len(places), dtype=bool)
    if not own.any():
        return holds
    if step.place == INSIDE:
        holds[shared_pairs(places, features.geometry[own])[0]] = True
    elif step.place == NEAR:
        holds = nearest(places, features.geometry[own]).metres <= buffer_m
    return holds
