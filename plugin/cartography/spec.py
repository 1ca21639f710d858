"""What a sheet is made of: its words, its layers by role, its table. Plain values; nothing here draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace

from qgis.core import QgsFeatureRequest, QgsMapLayer, QgsVectorLayer

from .paper import paper_size, size_beside_a3
from .view import View

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


PLACES, GROUNDS = "places", "grounds"


@dataclass(frozen=True)
class Subject:
    """A layer that a sheet is about, drawn with the base map that all sheets share.

    ``kind`` tells its clone from others of the same layer, ``name`` heads it, ``dress(layer, view)`` styles it, and
    ``theme`` is the key of its group in the legend ('': none). ``stratum`` puts it among the places, under the seats of
    towns, or among the grounds, under roads and rivers. ``derive(role, view)`` makes what is drawn from the layer where
    that depends on the scale; such a layer is made anew for each sheet, others may be ``shared`` by all sheets.
    """

    kind: str
    role: Role
    name: str
    dress: Callable[[QgsMapLayer, View], None]
    theme: str = ""
    stratum: str = GROUNDS
    derive: Callable[[Role, View], Role] | None = None
    shared: bool = False

    def __post_init__(self):
        if self.stratum not in (PLACES, GROUNDS):
            raise ValueError(f"a subject lies among {PLACES} or {GROUNDS}, not {self.stratum!r}")
        if self.derive and self.shared:
            raise ValueError(f"{self.kind}: what is derived for one scale cannot be shared by sheets")
        object.__setattr__(self, "role", _as_role(self.role))


@dataclass(frozen=True)
class SheetLayers:
    """The layers of a sheet: the base map by role, and what the sheet is about on it, the uppermost subject first.

    A bare layer is taken as a :class:`Role` with guessed fields. All but ``boundary`` may be missing. ``road_codes``
    are the styles of the roads that the sheet shows, empty for all that its scale allows, ``road_factor`` how much
    stronger than on other sheets they are drawn. ``focus`` holds the one area
    that a page of an atlas shows in place of the whole county.
    """

    boundary: Role
    prefecture: Role | None = None
    neighbours: Role | None = None
    towns: Role | None = None
    seats: Role | None = None
    roads: Role | None = None
    railways: Role | None = None
    rivers: Role | None = None
    water: Role | None = None
    peaks: Role | None = None
    dem: Role | None = None
    focus: Role | None = None
    subjects: tuple[Subject, ...] = ()
    road_codes: tuple[str, ...] = ()
    road_factor: float = 1.0

    def __post_init__(self):
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None and field.name not in ("subjects", "road_codes", "road_factor"):
                object.__setattr__(self, field.name, _as_role(value))

    def without_relief(self) -> SheetLayers:
        """The same layers on plain ground, where what the sheet is about covers the county."""
        return replace(self, dem=None, peaks=None)

    def all_roles(self) -> list[Role]:
        """Every role that has a layer, those of the subjects included."""
        base = [getattr(self, field.name) for field in fields(self)]
        return [one for one in base if isinstance(one, Role)] + [one.role for one in self.subjects]


def _as_role(given: Role | QgsMapLayer) -> Role:
    return (given if isinstance(given, Role) else Role(given)).with_guessed_fields()


@dataclass(frozen=True)
class Theme:
    """A group of the legend: the key by which subjects belong to it, and its heading."""

    key: str
    name: str


@dataclass(frozen=True)
class SheetSpec:
    """The words and choices of a sheet. Texts arrive in the language of the sheet; ``themes`` are the groups of its
    legend that stand ahead of those of the base map."""

    plan_title: str
    theme_title: str
    organisation: str = ""
    date_text: str = ""
    drawing_office: str = ""
    sheet_number: str = ""
    secrecy: str = ""
    approval: str = ""
    headline_text: str = ""
    headline_value: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    wind: tuple[float, ...] | None = None
    paper: str = "A3"
    crs: str = ""
    themes: tuple[Theme, ...] = ()
    vertical_title: bool = False

    def __post_init__(self):
        paper_size(self.paper)
        if self.wind is not None and len(self.wind) not in (8, 16):
            raise ValueError(f"a wind rose has 8 or 16 directions, not {len(self.wind)}")

    @property
    def factor(self) -> float:
        """How much larger than on A3 everything is drawn: type and symbols grow more slowly than the paper."""
        return size_beside_a3(*paper_size(self.paper)) ** 0.75


@dataclass(frozen=True)
class Column:
    """A column of the table: heading, alignment ('left', 'center', 'right'), least width in mm, and after how many
    letters its texts are broken into lines (0: never)."""

    heading: str
    align: str = "center"
    width: float = 0.0
    letters: int = 0


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
