"""The protected zones of the ledger of benefit, what kind they are, and who benefits from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...analysis.mining.benefit import kept_apart
from ...bridge.areas import ellipsoidal_areas
from ...bridge.sentences import listed
from ...county.ledger_tables import benefit_payers
from ...county.words import canonical
from ...language import tr
from ..attribute_words import word_of
from . import ledger_parameters as names
from .ledger_mines import SQUARE_METRES
from .ledger_notes import Notes
from .ledger_reading import LedgerReading

#: The kind of the zones of a layer that holds one kind only.
KIND_OF_LAYER = {names.WATER_PROTECTION: "water_protection", names.RESERVES: "reserve"}


@dataclass(frozen=True)
class Zones:
    """z zones whose ``shapes`` hold no ground twice, with ``hectares``, ``name``, ``kind`` in the planner's words,
    ``beneficiary`` and the ``law`` behind it.
    """

    shapes: np.ndarray
    hectares: np.ndarray
    name: np.ndarray
    kind: np.ndarray
    beneficiary: np.ndarray
    law: np.ndarray
    notes: Notes

    def __len__(self) -> int:
        return len(self.shapes)


def read_zones(reading: LedgerReading) -> Zones:
    """The zones of all layers that were given: water sources first, then reserves, then the others. Ground that two
    have in common is valued with the first.
    """
    tables = [table for layer in names.ZONE_FIELDS if (table := _zones_of(reading, layer)) is not None]
    columns = ["shape", "name", "kind", "stated"]
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=columns)
    notes = Notes(len(table))
    shapes = table["shape"].to_numpy(dtype=object)
    shapes, pairs = kept_apart(shapes) if len(shapes) else (shapes, [])
    for later, earlier, common in pairs:
        notes.add(
            later,
            tr("与“{name}”重叠的 {area} 公顷已计入后者，不重复计价。").format(
                name=table["name"][earlier], area=f"{common / SQUARE_METRES:,.2f}"
            ),
        )
    if pairs:
        reading.feedback.pushWarning(
            tr("保护区域之间有 {count} 处重叠，重叠部分只计一次（先水源、后自然保护区、再其他）。").format(
                count=len(pairs)
            )
        )
    payers = benefit_payers(reading.project).reindex(table["kind"])
    stated = table["stated"].to_numpy(dtype=object)
    for place in np.flatnonzero(stated == ""):
        notes.add(place, tr("受益方按保护区域的类型假定，待核。"))
    return Zones(
        shapes=shapes,
        hectares=ellipsoidal_areas(shapes, reading.crs, reading.project) / SQUARE_METRES,
        name=table["name"].to_numpy(dtype=object),
        kind=payers["name"].to_numpy(dtype=object),
        beneficiary=np.where(stated != "", stated, payers["beneficiary"]).astype(object),
        law=payers["basis"].to_numpy(dtype=object),
        notes=notes,
    )


def _zones_of(reading: LedgerReading, layer: str) -> pd.DataFrame | None:
    """Rows ``shape, name, kind, stated`` (who benefits, '' where the layer does not say) of one layer."""
    label = names.zone_labels()[layer]
    name_field, beneficiary_field = (reading.field(one) for one in names.ZONE_FIELDS[layer])
    kind_field = reading.field(names.ZONES_KIND_FIELD) if layer == names.ZONES else ""
    features = reading.read(layer, label, "polygon", [name_field, beneficiary_field, kind_field])
    if features is None:
        return None
    frame = features.frame

    def words(field):
        cells = frame[field] if field else pd.Series("", index=frame.index)
        return cells.map(word_of).to_numpy(dtype=object)

    named = words(name_field)
    numbered = [tr("{layer} {number}").format(layer=label, number=fid) for fid in frame.index]
    kind = KIND_OF_LAYER.get(layer)
    if kind is None:
        kind = _kinds(reading, words(kind_field) if kind_field else named, features.name)
    return pd.DataFrame(
        {
            "shape": frame.geometry.to_numpy(),
            "name": np.where(named != "", named, np.array(numbered, dtype=object)),
            "kind": kind,
            "stated": words(beneficiary_field),
        }
    )


def _kinds(reading: LedgerReading, words: np.ndarray, layer_name: str) -> np.ndarray:
    """The kind of each zone by its word, else by the name of the layer, else 'other'; words nobody knows are said."""
    found, unknown = canonical("zone_kind", pd.Series(words, dtype=object), reading.project)
    of_layer, _ = canonical("zone_kind", pd.Series([layer_name], dtype=object), reading.project)
    otherwise = of_layer.iloc[0] or "other"
    if len(unknown) and otherwise == "other":
        reading.feedback.pushWarning(
            tr("保护区域的类型中有 {kinds} 种写法不认识（{words}），按“其他保护区域”计。").format(
                kinds=len(unknown),
                words=listed(unknown["word"].tolist()),
            )
        )
    return found.fillna(otherwise).to_numpy(dtype=object)

