"""Names on the map of a sheet laid out on trial: those that found no place, and those that lie on others."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from qgis.core import (
    QgsGeometry,
    QgsLabelingEngineSettings,
    QgsLabelPosition,
    QgsLayoutItemMap,
    QgsMapRendererSequentialJob,
)
from qgis.PyQt.QtCore import QSizeF

from ...bridge.sentences import listed
from ...language import tr
from ..county_sheets.states import SheetState
from ..legend import base_themes
from ..sheet import LooseSheet
from .finding import INFO, WARNING, Finding

CHECK = "labels"
DPI = 96
MM_PER_INCH = 25.4
#: Base layers whose names matter as much as those of the sheet's own layers.
NEEDED = ("seats", "towns")
#: Share of the smaller of two names that may be covered.
TOUCHING = 0.05


def label_findings(
    state: SheetState, made: LooseSheet, with_base: bool, within: QgsGeometry | None = None
) -> Iterator[Finding]:
    """Names without a place by layer, those of the sheet itself as warnings, and names on top of each other; of a page
    that shows one area, the names ``within`` it. The base map is much the same on all sheets: its rivers and peaks are
    told ``with_base`` only."""
    labels = placed_labels(made.layout.itemById("main_map"))
    if within is not None:
        labels = [one for one in labels if one.labelGeometry.intersects(within)]
    entries = {one.layer.id(): one.entry for one in made.drawn}
    base = {"", *(theme.key for theme in base_themes())}
    for layer_id, names in unplaced_names(labels).items():
        entry = entries.get(layer_id)
        if entry is None:
            continue
        needed = entry.theme not in base or entry.kind in NEEDED
        if not needed and not with_base:
            continue
        yield Finding(
            CHECK,
            WARNING if needed else INFO,
            state.kind.id,
            tr("《{sheet}》上{layer}有 {count} 个名称没有位置，图上不写：{names}。").format(
                sheet=state.kind.title, layer=entry.name, count=len(names), names=listed(names)
            ),
            tr("请改用更大的幅面，或导出到布局后手工移动注记。"),
        )
    pairs = overlapping_pairs(labels)
    if pairs:
        yield Finding(
            CHECK,
            WARNING,
            state.kind.id,
            tr("《{sheet}》上有 {count} 对名称互相压盖：{pairs}。").format(
                sheet=state.kind.title,
                count=len(pairs),
                pairs=listed([tr("{one}与{other}").format(one=one, other=other) for one, other in pairs]),
            ),
            tr("请改用更大的幅面，或导出到布局后手工移动注记。"),
        )


def placed_labels(item: QgsLayoutItemMap) -> list[QgsLabelPosition]:
    """All names of a map as they would be placed on paper, those without a place among them."""
    dots = DPI / MM_PER_INCH
    size = QSizeF(item.rect().width() * dots, item.rect().height() * dots)
    settings = item.mapSettings(item.extent(), size, DPI, True)
    engine = settings.labelingEngineSettings()
    engine.setFlag(QgsLabelingEngineSettings.Flag.CollectUnplacedLabels, True)
    settings.setLabelingEngineSettings(engine)
    settings.setLayers([layer for layer in settings.layers() if getattr(layer, "labelsEnabled", lambda: False)()])
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    results = job.takeLabelingResults()
    return results.allLabels() if results is not None else []


def unplaced_names(labels: list[QgsLabelPosition]) -> dict[str, list[str]]:
    """Layer id → names that stand nowhere on the map; a river may be named once for all of its parts."""
    there = {(one.layerID, one.labelText) for one in labels if not one.isUnplaced}
    found: dict[str, list[str]] = {}
    for one in labels:
        if one.isUnplaced and one.labelText and (one.layerID, one.labelText) not in there:
            found.setdefault(one.layerID, []).append(one.labelText)
    return {layer: list(dict.fromkeys(names)) for layer, names in found.items()}


def overlapping_pairs(labels: list[QgsLabelPosition]) -> list[tuple[str, str]]:
    """Names placed on top of each other; letters along one line are one name."""
    placed = [one for one in labels if not one.isUnplaced and one.labelText and not one.isDiagram]
    if len(placed) < 2:
        return []
    shapes = np.array([shapely.from_wkt(one.labelGeometry.asWkt()) for one in placed], dtype=object)
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    apart = first < second
    first, second = first[apart], second[apart]
    shared = shapely.area(shapely.intersection(shapes[first], shapes[second]))
    smaller = np.minimum(shapely.area(shapes[first]), shapely.area(shapes[second]))
    heavy = shared > TOUCHING * np.maximum(smaller, 1e-9)
    pairs = [
        (placed[a].labelText, placed[b].labelText)
        for a, b in zip(first[heavy].tolist(), second[heavy].tolist())
        if not _of_one_name(placed[a], placed[b])
    ]
    return list(dict.fromkeys(pairs))


def _of_one_name(one: QgsLabelPosition, other: QgsLabelPosition) -> bool:
    """A name that follows a line is placed letter by letter: by QGIS as parts of one feature, by a sheet that keeps its
    letters upright as features of a layer."""
    if one.layerID != other.layerID:
        return False
    return one.featureId == other.featureId or len(one.labelText) == len(other.labelText) == 1
