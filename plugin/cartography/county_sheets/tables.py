"""What sheets say beside their maps, by the name in the column ``table`` of ``sheets.csv``."""

from __future__ import annotations

from collections.abc import Callable

from .atlas import AtlasPage
from .contents import (
    agriculture,
    control,
    ecology,
    hazards,
    heritage,
    land_use,
    planning_zones,
    reserves,
    spaces,
    transport,
)
from .contents.contents import SheetContents
from .county import County

#: (county, page) → contents; a sheet whose table is not here has a map only.
CONTENTS: dict[str, Callable[[County, AtlasPage | None], SheetContents]] = {
    "landuse": land_use.contents,
    "reserves": reserves.contents,
    "heritage": heritage.contents,
    "hazards": hazards.contents,
    "control": control.contents,
    "planzones": planning_zones.contents,
    "agriculture": agriculture.contents,
    "ecology": ecology.contents,
    "transport": transport.contents,
    "spaces": spaces.contents,
}


def contents_of(table: str, county: County, page: AtlasPage | None) -> SheetContents:
    """Headline, notes, tables and charts of a sheet, for the county or for a page of an atlas. Raises BadStandard."""
    made = CONTENTS.get(table)
    return made(county, page) if made else SheetContents()
