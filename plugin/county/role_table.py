"""The roles that layers can have, as rows of the standard tables: nothing in the code knows one by name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProject

from ..language import language
from .standards import standard_table
from .words import plain


@dataclass(frozen=True)
class FieldRole:
    """What a field of a layer can be: ``kind`` is 'text' or 'number', ``evidence`` how much such a field says
    about the layer's role (0 to 1)."""

    field_role: str
    zh: str
    en: str
    kind: str
    evidence: float
    words: tuple[str, ...]

    @property
    def title(self) -> str:
        return self.zh if language() == "zh" else self.en


@dataclass(frozen=True)
class Role:
    """What a layer can be. ``geometry`` holds 'point', 'line', 'polygon', 'raster'; ``required_for`` the tasks
    that cannot do without it; ``features`` the usual least and greatest number of features; ``group`` the
    heading that it stands under."""

    role: str
    zh: str
    en: str
    geometry: tuple[str, ...]
    required_for: tuple[str, ...]
    words: tuple[str, ...]
    not_words: tuple[str, ...]
    features: tuple[float, float]
    fields: tuple[FieldRole, ...]
    group: str = ""

    @property
    def title(self) -> str:
        return self.zh if language() == "zh" else self.en


def roles_of(project: QgsProject | None = None) -> dict[str, Role]:
    """Every role in the order of the table, by its id. Raises BadStandard."""
    fields: dict[str, list[FieldRole]] = {}
    for row in standard_table("field_roles", project).to_dict("records"):
        fields.setdefault(row["role"], []).append(_field_role(row))
    roles = {}
    for row in standard_table("layer_roles", project).to_dict("records"):
        roles[row["role"]] = Role(
            role=row["role"],
            zh=row["zh"],
            en=row["en"],
            geometry=_parts(row["geometry"]),
            required_for=_parts(row["required_for"]),
            words=tuple(plain(word) for word in _parts(row["name_words"])),
            not_words=tuple(plain(word) for word in _parts(row["not_words"])),
            features=(_number(row["typical_min"], 0), _number(row["typical_max"], np.inf)),
            fields=tuple(fields.get(row["role"], ())),
            group=row["group"],
        )
    return roles


def grouped_roles(project: QgsProject | None = None) -> list[tuple[str, list[Role]]]:
    """The roles under their headings, both in the order of their tables; roles of no known group come last, under
    none. Raises BadStandard."""
    headings = standard_table("role_groups", project).set_index("group")["zh" if language() == "zh" else "en"]
    found: dict[str, list[Role]] = {group: [] for group in (*headings.index, "")}
    for role in roles_of(project).values():
        found[role.group if role.group in headings.index else ""].append(role)
    return [(headings.get(group, ""), roles) for group, roles in found.items() if roles]


def _field_role(row: dict) -> FieldRole:
    return FieldRole(
        field_role=row["field_role"],
        zh=row["zh"],
        en=row["en"],
        kind=row["kind"],
        evidence=_number(row["evidence"], 0),
        words=tuple(plain(word) for word in _parts(row["words"])),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in str(cell).split("|") if part.strip())


def _number(cell: float, otherwise: float) -> float:
    return otherwise if np.isnan(cell) else float(cell)
