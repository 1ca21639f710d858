"""What the planner has drawn: features of several layers with the words that say which clause they belong to."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
from qgis.core import QgsVectorLayer, QgsVectorLayerSelectedFeatureSource

from ...bridge.crs import frame_crs
from ...bridge.faults import WrongGeometry
from ...bridge.sentences import left_out_sentences
from ...bridge.vector import Features, read_features
from ...county.provenance import InputRecord
from ...county.words import plain
from ...language import tr
from ..attribute_words import word_of
from ..layer_reading import Reading
from . import structure_parameters as names

#: Fields that say the clause of an element, and its name, when the planner names none.
ROLE_WORDS = ("格局", "格局要素", "格局字段", "角色", "结构", "要素", "要素类型", "子句", "role", "clause", "structure")
NAME_WORDS = ("名称", "要素名称", "name", "mc")
BASIS_WORDS = ("依据", "basis")
COLUMNS = ("role", "name", "basis", "layer", "fid")


def element_layers(algorithm, parameters, context) -> list[QgsVectorLayer]:
    """The vector layers that were chosen."""
    layers = algorithm.parameterAsLayerList(parameters, names.ELEMENTS, context) or []
    return [layer for layer in layers if isinstance(layer, QgsVectorLayer)]


def read_elements(run: Reading, layers: list[QgsVectorLayer]) -> gpd.GeoDataFrame:
    """role, name, basis, layer, fid and geometry of all features of the layers in the run's system."""
    wanted = {
        "role": run.algorithm.parameterAsString(run.parameters, names.ROLE_FIELD, run.context).strip(),
        "name": run.algorithm.parameterAsString(run.parameters, names.NAME_FIELD, run.context).strip(),
    }
    selected = run.algorithm.parameterAsBool(run.parameters, names.SELECTED_ONLY, run.context)
    frames = [_read_one(run, layer, wanted, selected) for layer in layers]
    if not frames:
        columns = {name: np.empty(0, dtype=object) for name in COLUMNS}
        return gpd.GeoDataFrame(columns, geometry=[], crs=frame_crs(run.crs))
    return pd.concat(frames, ignore_index=True)


def _read_one(run: Reading, layer: QgsVectorLayer, wanted: dict[str, str], selected: bool) -> gpd.GeoDataFrame:
    label = layer.name()
    if not layer.isSpatial():
        raise WrongGeometry(label, "", "none")
    fields = {
        "role": _field(run, layer, wanted["role"], ROLE_WORDS, tr("格局字段")),
        "name": _field(run, layer, wanted["name"], NAME_WORDS, tr("要素名称字段")),
        "basis": _field(run, layer, "", BASIS_WORDS, ""),
    }
    features = read_features(
        QgsVectorLayerSelectedFeatureSource(layer) if selected else layer,
        run.crs,
        label=label,
        fields=[one for one in dict.fromkeys(fields.values()) if one],
        feedback=run.feedback,
        transform_context=run.context.transformContext(),
        project=run.context.project(),
    )
    for text in left_out_sentences(features):
        run.feedback.pushWarning(text)
    if not len(features.frame):
        run.feedback.pushWarning(
            tr("图层“{layer}”中没有可用的要素（或没有选中），没有归入任何格局要素。").format(layer=label)
        )
    count, left_out = len(features.frame), len(features.left_out)
    run.inputs.append(InputRecord(names.ELEMENTS, label, layer.source(), count, left_out))
    return _columns(features, fields, label)


def _columns(features: Features, fields: dict[str, str], label: str) -> gpd.GeoDataFrame:
    frame = features.frame
    columns = {
        key: frame[name].map(word_of).to_numpy(dtype=object) if name else np.full(len(frame), "", dtype=object)
        for key, name in fields.items()
    }
    columns |= {"layer": np.full(len(frame), label, dtype=object), "fid": frame.index.to_numpy()}
    return gpd.GeoDataFrame(columns, geometry=frame.geometry.to_numpy(), crs=frame.crs)


def _field(run: Reading, layer: QgsVectorLayer, asked: str, usual: tuple[str, ...], what: str) -> str:
    """The field of a layer that was asked for, else the one that is usually meant; '' when it has none."""
    present = {plain(one.name()): one.name() for one in layer.fields()}
    present |= {plain(one.alias()): one.name() for one in layer.fields() if one.alias()}
    if asked:
        found = present.get(plain(asked), "")
        if not found:
            run.feedback.pushWarning(
                tr("图层“{layer}”没有字段“{field}”（{what}），按其他字段和图层名判断。").format(
                    layer=layer.name(), field=asked, what=what
                )
            )
        return found
    return next((present[word] for word in usual if word in present), "")
