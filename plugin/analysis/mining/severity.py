"""How bad a mine is for its surroundings, now and in time to come, and the priority that follows from both.

The matrix is that of DZ/T 0223-2011 § 8.2: the present state × the forecast, of which the worse counts (就上). The
thresholds are rows of ``remediation_severity.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Severity: nothing is known, 较轻, 较严重, 严重.
UNKNOWN, SLIGHT, MODERATE, SEVERE = 0, 1, 2, 3
#: Priority: 一般, 次重点, 重点.
GENERAL, SECOND, KEY = 1, 2, 3

#: DZ/T 0223-2011 § 8.2: rows are the present state, columns the forecast, both 较轻, 较严重, 严重.
MATRIX = np.array([[GENERAL, SECOND, KEY], [SECOND, SECOND, KEY], [KEY, KEY, KEY]])


@dataclass(frozen=True)
class LandStep:
    """More than ``above_hm2`` hectares of ``land`` damaged are of this ``severity``."""

    id: str
    land: str
    above_hm2: float
    severity: int


#: Two drawings of the same edge never agree to the square metre: an overlap below this is none.
SMALLEST_OVERLAP_HM2 = 1e-4


def land_severity(hectares: dict[str, np.ndarray], steps: list[LandStep], count: int) -> tuple[np.ndarray, np.ndarray]:
    """Severity (n,) of the land that ``count`` mines take, and the id (n,) of the step that decides ('' for none).

    ``hectares`` has an (n,) array a kind of land; what has no step does not count. The highest step that is passed
    decides; of equal ones the first listed.
    """
    severity, decided = np.full(count, SLIGHT), np.full(count, "", dtype=object)
    for step in steps:
        if step.land not in hectares:
            continue
        taken = hectares[step.land]
        passed = (taken > max(step.above_hm2, SMALLEST_OVERLAP_HM2)) & (severity < step.severity)
        severity[passed], decided[passed] = step.severity, step.id
    return severity, decided


def priority_of(now: np.ndarray, later: np.ndarray, triggered: np.ndarray) -> np.ndarray:
    """Priority (n,) from the severities ``now`` and ``later`` (n,) and the statutory triggers (n,) booleans, which
    stand above the matrix. What is unknown now is judged by the forecast alone.
    """
    present, forecast = (np.maximum(one, SLIGHT) - 1 for one in (now, later))
    return np.where(triggered, KEY, MATRIX[present, forecast])
