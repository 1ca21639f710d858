"""Fields of the ledgers' layers that a planner need not choose: results of 矿山整治 and national layers name them."""

from __future__ import annotations

from qgis.core import QgsProcessingFeatureSource

from ...county.role_table import Role
from ...county.words import plain
from . import ledger_parameters as names

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


def usual_field(given: QgsProcessingFeatureSource, parameter: str, roles: dict[str, Role]) -> str:
    """The field of the layer ``given`` that is usually meant by a parameter, '' when there is none."""
    _, role, field_role = USUAL[parameter]
    words = LAND_WORDS
    if role:
        words = next((one.words for one in roles[role].fields if one.field_role == field_role), ())
    fields = {plain(one.name()): one.name() for one in given.fields()}
    return next((fields[word] for word in words if word in fields), "")
