"""What a sheet is made of: its words, its layers by role, its table. Plain values; nothing here draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from qgis.core import QgsFeatureRequest, QgsMapLayer, QgsVectorLayer

PAPERS_MM = {
    "A4": (297.0, 210.0),
    "A3": (420.0, 297.0),
    "A2": (594.0, 420.0),
    "A1": (841.0, 594.0),
    "A0": (1189.0, 841.0),
}

NAME_FIELDS = ("名称", "name", "乡镇", "zone", "NAME", "Name", "村名", "县名", "地名", "xzqmc", "XZQMC")
CLASS_FIELDS = ("等级", "类型", "级别", "class", "highway", "waterway", "type", "railway", "amenity", "level")
LEVEL_FIELDS = ("级别", "level", "等级")


@dataclass(frozen=True)
class Role:
    """A layer and the fields that hold its names, classes and levels; empty fields are guessed from usual names."""

    layer: QgsMapLayer
    name_field: str = ""
    class_field: str = ""
    level_field: str = ""

    def with_guessed_fields(self) -> Role:
        """The same role, its empty fields filled where the layer has a field of a usual name."""
        if not isinstance(self.layer, QgsVectorLayer):
            return self
        class_field = self.class_field or self._first(CLASS_FIELDS)
        level_field = self.level_field or self._first(tuple(f for f in LEVEL_FIELDS if f != class_field))
        return replace(
            self,
            name_field=self.name_field or self._first(NAME_FIELDS),
            class_field=class_field,
            level_field=level_field,
        )

    def _first(self, names: Sequence[str]) -> str:
        """The first of the names that is a field with values; layers from OpenStreetMap have many that are empty."""
        here = self.layer.fields()
        return next((name for name in names if here.indexOf(name) >= 0 and self._has_values(name)), "")

    def _has_values(self, name: str) -> bool:
        request = QgsFeatureRequest().setFilterExpression(f'"{name}" IS NOT NULL').setLimit(1)
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return any(True for _ in self.layer.getFeatures(request))


@dataclass(frozen=True)
class SheetLayers:
    """The layers of a sheet by role; a bare layer is taken as a :class:`Role` with guessed fields.

    ``villages`` are demand points, with field ``covered`` when they come from 服务覆盖; ``bands`` are polygons with
    ``from_min`` and ``to_min``; ``zones`` polygons with ``covered_share``; ``gaps`` uncovered demand points, drawn when
    ``villages`` does not know what is covered. All but ``boundary`` may be missing.
    """

    boundary: Role
    prefecture: Role | None = None
    neighbours: Role | None = None
    towns: Role | None = None
    seats: Role | None = None
    villages: Role | None = None
    facilities: Role | None = None
    roads: Role | None = None
    railways: Role | None = None
    rivers: Role | None = None
    water: Role | None = None
    peaks: Role | None = None
    dem: Role | None = None
    bands: Role | None = None
    zones: Role | None = None
    gaps: Role | None = None

    def __post_init__(self):
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None:
                role = value if isinstance(value, Role) else Role(value)
                object.__setattr__(self, field.name, role.with_guessed_fields())

    def present(self) -> dict[str, Role]:
        """The roles that have a layer, by name."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: role for name, role in found.items() if role is not None}


@dataclass(frozen=True)
class SheetSpec:
    """The words and choices of a sheet. Texts arrive in the language of the sheet."""

    plan_title: str
    theme_title: str
    organisation: str = ""
    date_text: str = ""
    drawing_office: str = ""
    sheet_number: str = ""
    secrecy: str = ""
    headline_text: str = ""
    headline_value: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    wind: tuple[float, ...] | None = None
    paper: str = "A3"
    crs: str = ""
    service_type: str = ""
    threshold_minutes: float | None = None
    breaks: tuple[float, ...] = ()

    def __post_init__(self):
        if self.paper not in PAPERS_MM:
            raise ValueError(f"paper is {self.paper!r}, not one of {', '.join(PAPERS_MM)}")
        if self.wind is not None and len(self.wind) not in (8, 16):
            raise ValueError(f"a wind rose has 8 or 16 directions, not {len(self.wind)}")

    @property
    def factor(self) -> float:
        """How much larger than on A3 everything is drawn: type and symbols grow more slowly than the paper."""
        return (PAPERS_MM[self.paper][0] / PAPERS_MM["A3"][0]) ** 0.75


@dataclass(frozen=True)
class Column:
    """A column of the table: heading, alignment ('left', 'center', 'right') and least width in mm."""

    heading: str
    align: str = "center"
    width: float = 0.0


@dataclass(frozen=True)
class TableSpec:
    """The table of a sheet; every cell is text as it is to be read."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self):
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"the row {row} has {len(row)} cells, the table {len(self.columns)} columns")
