"""The table of a visible range: the targets, how far they are seen, and why not."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...analysis.mining.visible_targets import SeenTargets, Targets
from ...bridge.fields import FieldSpec
from ...bridge.vector import Features
from ...language import tr
from ..demand_reading import lost_words

WHOLE = 0.995  #: a target with less of its area on known ground is told so

TARGET_FIELDS = [
    FieldSpec("visible_share", "real", "可见比例（0–1）", "Visible share (0–1)"),
    FieldSpec("observers", "int", "看得到它的观察点数", "Observers that see it"),
    FieldSpec("nearest_m", "real", "最近的看得到它的观察点", "Nearest observer that sees it", "m"),
    FieldSpec("note", "text", "说明", "Note"),
]


def target_rows(features: Features, targets: Targets, seen: SeenTargets, distance: float):
    """TARGETS_OUT: the targets as given, those without a usable place last, and the fields above."""
    known = targets.known > 0
    note = np.full(len(known), "", dtype=object)
    note[~seen.near] = tr("{distance} 米以内没有观察点").format(distance=f"{distance:,.0f}")
    for row in np.flatnonzero(known & (targets.known < WHOLE)):
        note[row] = tr("只有 {share} % 的范围有高程，其余未计").format(share=f"{100 * targets.known[row]:.0f}")
    note[~known] = tr("不在高程范围内，或该处没有高程值，无法判断")
    own = pd.DataFrame(
        {
            "visible_share": seen.share,
            "observers": np.where(known, seen.observers, np.nan),
            "nearest_m": seen.nearest,
            "note": note,
        }
    )
    if len(features.lost):
        lost = pd.DataFrame({"note": features.left_out["reason"].map(lost_words()).to_numpy(dtype=object)})
        own = pd.concat([own, lost], ignore_index=True)
    return pd.concat([features.frame, features.lost], ignore_index=True), own

