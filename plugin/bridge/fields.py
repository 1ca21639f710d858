"""The fields of a result: declared once, named for the planner in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsField, QgsFields
from qgis.PyQt.QtCore import QVariant

from ..language import language

KINDS = {"text": QVariant.String, "real": QVariant.Double, "int": QVariant.LongLong, "bool": QVariant.Bool}

# Units as they are written in a FieldSpec, and as the planner reads them.
UNITS = {
    "min": ("分钟", "min"),
    "m": ("米", "m"),
    "km": ("公里", "km"),
    "m2": ("平方米", "m²"),
    "hm2": ("公顷", "ha"),
    "km2": ("平方公里", "km²"),
    "person": ("人", "persons"),
    "km/h": ("公里/小时", "km/h"),
    "a": ("年", "years"),
    "yuan": ("元", "yuan"),
    "yuan/a": ("元/年", "yuan/year"),
    "yuan/hm2/a": ("元/公顷·年", "yuan/ha/year"),
    "%": ("%", "%"),
}

# Names that a GeoPackage keeps for itself.
RESERVED = ("fid", "geom")


@dataclass(frozen=True)
class FieldSpec:
    """One field of a result. ``kind`` is 'text', 'real', 'int' or 'bool'; ``unit`` is a key of UNITS, or is
    shown as it is."""

    name: str
    kind: str
    alias_zh: str
    alias_en: str
    unit: str = ""

    @property
    def alias(self) -> str:
        """The field's name for the planner, with its unit."""
        chinese = language() == "zh"
        words = self.alias_zh if chinese else self.alias_en
        if not self.unit:
            return words
        unit = UNITS.get(self.unit, (self.unit, self.unit))[0 if chinese else 1]
        return f"{words}（{unit}）" if chinese else f"{words} ({unit})"


def fields_of(specs: list[FieldSpec]) -> QgsFields:
    """QGIS fields, aliases set."""
    fields = QgsFields()
    for spec in specs:
        field = QgsField(spec.name, KINDS[spec.kind])
        field.setAlias(spec.alias)
        fields.append(field)
    return fields


def merged_fields(input_fields: QgsFields, specs: list[FieldSpec]) -> tuple[QgsFields, dict[str, str]]:
    """The input's fields followed by the result's own.

    An input field whose name (in any case: databases do not tell them apart) is one of ours, or is kept by
    GeoPackage for itself, is renamed with a suffix _2, _3 …; the second answer maps its old name to its new
    one, ready for ``frame.rename(columns=…)``.
    """
    taken = {spec.name.lower() for spec in specs} | set(RESERVED)
    taken_by_input = {field.name().lower() for field in input_fields}
    fields, renamed = QgsFields(), {}
    for field in input_fields:
        name = field.name()
        if name.lower() in taken:
            suffix = 2
            while f"{name}_{suffix}".lower() in taken | taken_by_input:
                suffix += 1
            renamed[name] = f"{name}_{suffix}"
            taken.add(renamed[name].lower())
            field = QgsField(field)
            field.setName(renamed[name])
        fields.append(field)
    for field in fields_of(specs):
        fields.append(field)
    return fields, renamed
