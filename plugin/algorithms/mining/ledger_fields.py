"""Which fields of the ledgers' layers a planner need not choose."""

from __future__ import annotations

from qgis.core import QgsProcessingFeatureSource

from ...county.role_table import Role
from . import ledger_parameters as names
from .usual_fields import usual_field, usual_words

#: Field parameter → the layer it is a field of, and the role and field role whose words its name may have.
USUAL = {
    names.NAME_FIELD: (names.MINES, "mines", "name"),
    names.STATUS_FIELD: (names.MINES, "mines", "status"),
    names.HOLDER_FIELD: (names.MINES, "mines", "holder"),
    names.TOWNS_NAME_FIELD: (names.TOWNS, "towns", "name"),
    names.ZONE_FIELDS[names.WATER_PROTECTION][0]: (names.WATER_PROTECTION, "water_protection", "name"),
    names.ZONE_FIELDS[names.RESERVES][0]: (names.RESERVES, "reserves", "name"),
    names.ZONE_FIELDS[names.ZONES][0]: (names.ZONES, "reserves", "name"),
    names.LANDUSE_CLASS_FIELD: (names.LANDUSE, "", ""),
}
#: Fields of land-use codes and names in plain form, the codes of the national survey first.
LAND_WORDS = (
    *("dlbm", "地类编码", "用地编码", "dlmc", "地类名称", "地类", "用地用海分类"),
    *("landuse", "land use", "class"),
)


def field_meant(given: QgsProcessingFeatureSource, parameter: str, roles: dict[str, Role]) -> str:
    """The field of the layer ``given`` that is usually meant by a parameter, '' when there is none."""
    _, role, field_role = USUAL[parameter]
    return usual_field(given, usual_words(role, field_role, roles) if role else LAND_WORDS)
