"""Present land use whose codes or names nobody could read: the sheet leaves it white."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from qgis.core import NULL

from ...bridge.sentences import listed
from ...language import tr
from ..land_styles import styles_of_land
from .finding import WARNING, Case, Finding
from .ground import HECTARE, ground_of

CHECK, ROLE, SHEET = "areas", "landuse", "land_use"
UNREAD = 0.01  #: share of the land that nobody could read, from which a planner should hear of it
QUOTED = 6


def land_word_findings(case: Case) -> Iterator[Finding]:
    """Land of unread words over one per cent of what lies in the county."""
    field = case.county.roles.field(ROLE, "class")
    ground, county = (ground_of(case, role) if ROLE in case.wanted() else None for role in (ROLE, "boundary"))
    if ground is None or ground.layer.fields().lookupField(field) < 0:
        return
    areas = ground.areas if county is None else ground.inside(county)
    words = [_word(feature[field]) for feature in ground.layer.getFeatures()]
    styles = styles_of_land(dict.fromkeys(words), case.county.project)
    unread = np.array([styles[word] is None for word in words], dtype=bool)
    area, total = float(areas[unread].sum()), float(areas.sum())
    if not total or area <= UNREAD * total:
        return
    said = list(dict.fromkeys(word or tr("空") for word, one in zip(words, unread) if one))
    yield Finding(
        CHECK,
        WARNING,
        SHEET,
        tr("用地现状有 {area} 公顷（{share}）的地类未识别（{words}），图上不着色，表中列为“未识别”。").format(
            area=f"{area / HECTARE:,.2f}", share=f"{area / total:.1%}", words=listed(said, QUOTED)
        ),
        tr("请核对地类字段是否选对；地类应写 2023 年用地用海分类或三调的编码或名称，如“0101”“水田”。"),
    )


def _word(value) -> str:
    return "" if value in (None, NULL) else f"{value:g}" if isinstance(value, float) else str(value).strip()
