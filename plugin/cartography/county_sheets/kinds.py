"""The sheets that a county plan may have: rows of ``sheets.csv``, and what each draws, rows of ``sheet_layers.csv``.

Columns of ``sheets.csv``: ``id``; ``number``, its place in the atlas; the official title ``zh`` and ``en``; ``type``
survey, control or indicative (调查型、管控型、示意型); ``clause`` of the mapping specification; ``required`` and
``optional``, what it is drawn from, joined by ``|``, alternatives by ``/``: a layer role, or ``algorithm:OUTPUT`` for a
result; ``base`` terrain or plain; ``template``, the name of the function that drafts it (``looks`` draws the rows of
``sheet_layers.csv``); ``table``, the name of its table; ``palette``, the groups of its legend. A project's own files
of the same names win row by row.
"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProject

from ...county.standards import standard_table
from ...language import language
from ..spec import Theme

SURVEY, CONTROL, INDICATIVE = "survey", "control", "indicative"
TERRAIN, PLAIN = "terrain", "plain"


@dataclass(frozen=True)
class SheetKind:
    """A row of ``sheets.csv``. ``required`` holds alternatives: one of each tuple must be there."""

    id: str
    number: int
    zh: str
    en: str
    type: str
    clause: str
    required: tuple[tuple[str, ...], ...]
    optional: tuple[str, ...]
    base: str
    template: str
    table: str
    palette: tuple[str, ...]
    source: str
    verified: bool

    @property
    def title(self) -> str:
        """The title in the user's language."""
        return self.zh if language() == "zh" else self.en


@dataclass(frozen=True)
class SheetLayer:
    """A row of ``sheet_layers.csv``: the layer of ``role`` in the legend group ``theme``, by the styles of its classes,
    whose codes begin with ``classes``, else by the style ``plain``; ``named`` when its features are labelled;
    ``marker``, the style in the middle of areas too small for the scale (``class``: that of the class)."""

    sheet: str
    role: str
    theme: str
    plain: str
    classes: str
    named: bool
    marker: str = ""


def sheet_kinds(project: QgsProject | None = None) -> dict[str, SheetKind]:
    """All sheets by id, in the order of their numbers. Raises BadStandard."""
    rows = standard_table("sheets", project).to_dict("records")
    kinds = [_kind(row) for row in rows]
    return {kind.id: kind for kind in sorted(kinds, key=lambda one: one.number)}


def layers_of_sheet(sheet: str, project: QgsProject | None = None) -> list[SheetLayer]:
    """What a sheet draws, the uppermost layer first. Raises BadStandard."""
    rows = standard_table("sheet_layers", project)
    rows = rows[rows["sheet"] == sheet].sort_values("order")
    return [
        SheetLayer(
            row["sheet"],
            row["role"],
            row["theme"],
            row["plain"],
            row["classes"],
            row["named"] == "yes",
            row["marker"],
        )
        for row in rows.to_dict("records")
    ]


def legend_themes(keys, project: QgsProject | None = None) -> tuple[Theme, ...]:
    """Groups of a legend with their headings in the user's language, in the order given."""
    heading = "zh" if language() == "zh" else "en"
    rows = standard_table("sheet_themes", project).set_index("theme")[heading]
    return tuple(Theme(key, rows[key]) for key in dict.fromkeys(keys) if key in rows.index)


def _kind(row: dict) -> SheetKind:
    return SheetKind(
        id=row["id"],
        number=int(row["number"]),
        zh=row["zh"],
        en=row["en"],
        type=row["type"],
        clause=row["clause"],
        required=tuple(tuple(one.split("/")) for one in _parts(row["required"])),
        optional=_parts(row["optional"]),
        base=row["base"],
        template=row["template"],
        table=row["table"],
        palette=_parts(row["palette"]),
        source=row["source"],
        verified=row["verified"] == "yes",
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in str(cell).split("|") if part)
