"""The names that models, batch files and qgis_process call: ids, parameters, defaults, outputs."""

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterDestination,
)

TRAVEL = [
    "ROADS",
    "ROAD_CLASS_FIELD",
    "SPEED_FIELD",
    "SPEED_TABLE",
    "ONEWAY_FIELD",
    "DEM",
    "LANDCOVER",
    "LANDCOVER_SPEEDS",
    "BARRIERS",
    "AREA",
    "CELL_SIZE",
    "WALK_MODEL",
    "WALK_SPEED",
    "OFF_ROAD_FACTOR",
    "NEIGHBOURS",
    "DIRECTION",
    "MAX_SNAP",
    "MAX_MINUTES",
]
OWN = {
    "townhierarchy": (
        "TOWNS NAME_FIELD POPULATION_FIELD INDICATOR_FIELDS SEATS SEATS_NAME_FIELD FACILITIES FACILITY_TYPE_FIELD "
        "ROADS ROAD_CLASS_FIELD LEVELS W_POPULATION W_FUNCTIONS W_CENTRALITY EXPONENT"
    ),
    "spacebalance": "AGRICULTURE ECOLOGY URBAN COUNTY TOWNS TOWNS_NAME_FIELD REDLINE FARMLAND URBAN_BOUNDARY MIN_AREA",
    "traveltime": "FACILITIES BREAKS",
    "roadreach": "FACILITIES BREAKS",
    "odmatrix": "ORIGINS ORIGIN_ID DESTINATIONS DESTINATION_ID",
    "servicecoverage": (
        "FACILITIES FACILITY_TYPE_FIELD FACILITY_LEVEL_FIELD DEMAND POPULATION_FIELD POPULATION_RASTER ZONES "
        "ZONE_NAME_FIELD THRESHOLD_MINUTES STANDARD BREAKS"
    ),
    "mineralzoning": (
        "RESOURCES METHOD_FIELD MINERAL_FIELD RULES DEM MIN_AREA ROADS RAILWAYS BRIDGES TUNNELS RIVERS "
        "WATER_PROTECTION RESERVES SCENIC_AREAS REDLINE FARMLAND CROPLAND FOREST HERITAGE URBAN_BOUNDARY SETTLEMENTS "
        "PIPELINES HAZARD_AREAS ROADS_CLASS_FIELD WATER_PROTECTION_CLASS_FIELD"
    ),
    "visiblerange": "DEM OBSERVERS SPACING TARGETS EYE_HEIGHT TARGET_HEIGHT MAX_DISTANCE REFRACTION",
    "remediationzones": (
        "MINES STATUS_FIELD MINERAL_FIELD NAME_FIELD TOWNS DEM WEIGHTS BUFFER ROADS RAILWAYS BRIDGES TUNNELS RIVERS "
        "WATER_PROTECTION RESERVES SCENIC_AREAS REDLINE FARMLAND CROPLAND FOREST HERITAGE URBAN_BOUNDARY SETTLEMENTS "
        "PIPELINES HAZARD_AREAS ROADS_CLASS_FIELD WATER_PROTECTION_CLASS_FIELD METHOD_FIELD HOLDER_FIELD "
        "CAPACITY_FIELD LAND_FIELD INTAKES TOWNS_NAME_FIELD COUNTY RULES STATUS_WORDS UPSTREAM_KM SEED"
    ),
    "quarryclusters": "QUARRIES MAX_DISTANCE MAX_DIAMETER BARRIERS OUTPUT_FIELD",
    "compensationledger": "MINES LAND_FIELD LANDUSE UNIT_COSTS YEARS DISCOUNT",
    "spatialstructure": (
        "SLOGAN ELEMENTS ROLE_FIELD NAME_FIELD COUNTY PROPOSE TOWNS TOWNS_NAME_FIELD POPULATION_FIELD "
        "TOWNS_LEVEL_FIELD SEATS SEATS_NAME_FIELD ROADS ROADS_CLASS_FIELD RIVERS RIVERS_NAME_FIELD RIVERS_LEVEL_FIELD "
        "PARKS PARKS_NAME_FIELD PEAKS PEAKS_NAME_FIELD DEM RESERVES SCENIC_AREAS"
    ),
    "exportsheets": (
        "SHEETS ATLAS FORMAT DPI PAPER BOOKLET FOLDER PREFLIGHT FORCE WORKERS PLAN_TITLE ORGANISATION DRAWING_OFFICE "
        "DATE_TEXT SECRECY APPROVAL WIND VERTICAL_TITLE"
    ),
    "countyplan": (
        "FOLDER SHEETS SLOGAN PLAN_TITLE ORGANISATION DRAWING_OFFICE DATE_TEXT SECRECY APPROVAL WIND VERTICAL_TITLE "
        "ANALYSES PAPER"
    ),
}
#: Algorithms that take the shared travel parameters.
TRAVELLING = ("traveltime", "roadreach", "odmatrix", "servicecoverage")
REQUIRED = {
    "townhierarchy": {"TOWNS", "POPULATION_FIELD"},
    "spacebalance": {"AGRICULTURE", "ECOLOGY", "URBAN", "COUNTY"},
    "traveltime": {"FACILITIES"},
    "roadreach": {"FACILITIES"},
    "odmatrix": {"ORIGINS", "DESTINATIONS"},
    "servicecoverage": {"FACILITIES"},
    "mineralzoning": {"RESOURCES"},
    "visiblerange": {"DEM", "OBSERVERS"},
    "remediationzones": {"MINES"},
    "quarryclusters": {"QUARRIES"},
    "compensationledger": {"MINES"},
    "spatialstructure": {"SLOGAN"},
    "exportsheets": {"FOLDER"},
    "countyplan": {"FOLDER"},
}
OUTPUTS = {
    "townhierarchy": "OUTPUT LINKS TOWNS_COUNT HEADLINE",
    "spacebalance": "OVERLAPS UNASSIGNED BALANCE CONFLICTS HEADLINE",
    "traveltime": "OUTPUT BANDS",
    "roadreach": "OUTPUT TOTAL_LENGTH",
    "odmatrix": "OUTPUT",
    "servicecoverage": "DEMAND_OUT ZONES_OUT GAPS BANDS COVERED_SHARE POPULATION UNREACHED",
    "mineralzoning": "ZONES BALANCE NOT_APPLIED",
    "visiblerange": "OUTPUT TARGETS_OUT",
    "remediationzones": (
        "ZONES MINES_OUT ZONE_COUNT AREA_HM2 MINES_COUNT KEY_ZONES KEY_AREA_HM2 KEY_MINES HEADLINE"
    ),
    "quarryclusters": "OUTPUT CLUSTERS CLUSTERS_COUNT",
    "compensationledger": "RESPONSIBILITY BENEFIT",
    "spatialstructure": (
        "PARSED CHECK STRUCTURE STRUCTURE_POINTS STRUCTURE_LINES STRUCTURE_POLYGONS PARSED_COUNT HEADLINE"
    ),
    "exportsheets": "FILES INDEX PAGES SKIPPED HEADLINE",
    "countyplan": "GEOPACKAGE BOOKLET REPORT",
}
DEFAULTS = {
    "WALK_SPEED": 5.0,
    "OFF_ROAD_FACTOR": 0.6,
    "MAX_SNAP": 1000.0,
    "MAX_MINUTES": 120.0,
    "CELL_SIZE": 0.0,
    "WALK_MODEL": 0,
    "NEIGHBOURS": 0,
    "DIRECTION": 0,
}
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


@pytest.fixture(params=OWN)
def algorithm(request, provider):
    return QgsApplication.processingRegistry().algorithmById(f"ronghe:{request.param}")


@pytest.fixture(params=TRAVELLING)
def travelling(request, provider):
    return QgsApplication.processingRegistry().algorithmById(f"ronghe:{request.param}")


def test_provider_has_the_id_ronghe(provider):
    assert provider.id() == "ronghe"
    assert set(OWN) <= {one.name() for one in provider.algorithms()}


def test_parameters_have_the_promised_names(algorithm):
    names = {one.name() for one in algorithm.parameterDefinitions()}
    assert set(OWN[algorithm.name()].split()) <= names


def test_travel_parameters_have_the_promised_names(travelling):
    assert set(TRAVEL) <= {one.name() for one in travelling.parameterDefinitions()}


def test_outputs_have_the_promised_names(algorithm):
    assert set(OUTPUTS[algorithm.name()].split()) <= {one.name() for one in algorithm.outputDefinitions()}


def test_shared_parameters_have_the_promised_defaults(travelling):
    assert {name: travelling.parameterDefinition(name).defaultValue() for name in DEFAULTS} == DEFAULTS


def test_own_parameters_have_the_promised_defaults(provider):
    registry = QgsApplication.processingRegistry()
    for name in ("traveltime", "roadreach", "servicecoverage"):
        assert registry.algorithmById(f"ronghe:{name}").parameterDefinition("BREAKS").defaultValue() == "15,30,45,60"
    coverage = registry.algorithmById("ronghe:servicecoverage")
    assert coverage.parameterDefinition("THRESHOLD_MINUTES").defaultValue() == 30.0
    view = registry.algorithmById("ronghe:visiblerange")
    promised = {"SPACING": 200, "EYE_HEIGHT": 1.7, "TARGET_HEIGHT": 0, "MAX_DISTANCE": 3000, "REFRACTION": 0.13}
    assert {name: view.parameterDefinition(name).defaultValue() for name in promised} == promised
    towns = registry.algorithmById("ronghe:townhierarchy")
    promised = {"LEVELS": 3, "W_POPULATION": 0.5, "W_FUNCTIONS": 0.3, "W_CENTRALITY": 0.2, "EXPONENT": 2.0}
    assert {name: towns.parameterDefinition(name).defaultValue() for name in promised} == promised
    assert registry.algorithmById("ronghe:spacebalance").parameterDefinition("MIN_AREA").defaultValue() == 0.01


def test_choices_are_numbered_as_promised(travelling):
    def options(name):
        return travelling.parameterDefinition(name).options()

    assert options("WALK_MODEL")[:2] == ["Tobler", "Naismith–Langmuir"] and len(options("WALK_MODEL")) == 3
    assert options("NEIGHBOURS") == ["8", "16"]
    assert len(options("DIRECTION")) == 2


def test_only_what_has_no_sensible_default_must_be_given(algorithm):
    required = {
        one.name()
        for one in algorithm.parameterDefinitions()
        if not one.flags() & OPTIONAL and not one.isDestination() and one.defaultValue() is None
    }
    assert required == REQUIRED[algorithm.name()]


def test_every_result_may_be_left_out(algorithm):
    for one in algorithm.destinationParameterDefinitions():
        assert one.flags() & OPTIONAL, one.name()
        assert isinstance(one, (QgsProcessingParameterFeatureSink, QgsProcessingParameterRasterDestination))


def test_every_text_is_written_for_planners(algorithm):
    """A description that is only the id of its parameter tells a planner nothing."""
    for one in algorithm.parameterDefinitions():
        assert one.description() and one.description() != one.name(), one.name()
        assert any("一" <= letter <= "鿿" for letter in one.description()), one.description()
