"""Zoning of real areas: coal mines of Shanxi, a county, disturbed land of Andorra.

There are no constraints for the mines of Shanxi, so Andorra's roads, rivers and land are moved to where most of the
mines lie: real lines and edges, in a made-up place.
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

MEMORY = "TEMPORARY_OUTPUT"
OUTPUTS = ("ZONES", "BALANCE", "NOT_APPLIED", "RULES_USED")
TO_SHANXI = {"DELTA_X": 112.75 - 1.40, "DELTA_Y": 35.92 - 42.43}  # degrees
CGCS2000 = "EPSG:1024"


def layer(path, name="", only=""):
    source = f"{path}|layername={name}" if name else str(path)
    found = QgsVectorLayer(f"{source}|subset={only}" if only else source, name or Path(path).stem, "ogr")
    assert found.isValid() and found.featureCount() > 0, path
    return found


def native(algorithm, given, **parameters):
    """The result of a native algorithm that takes invalid shapes as they are."""
    import processing

    if given.id() not in QgsProject.instance().mapLayers():
        QgsProject.instance().addMapLayer(given, False)
    unchecked = QgsProcessingFeatureSourceDefinition(
        given.id(),
        flags=QgsProcessingFeatureSourceDefinition.Flag.FlagOverrideDefaultGeometryCheck,
        geometryCheck=QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck,
    )
    made = processing.run(f"native:{algorithm}", {"INPUT": unchecked, **parameters, "OUTPUT": MEMORY})["OUTPUT"]
    made.setName(given.name())
    return made


@pytest.fixture
def andorra(shared_data):
    """A function for the layers of Andorra, or of a part of one."""
    return lambda name, only="": layer(shared_data / "andorra" / "andorra_layers.gpkg", name, only)


@pytest.fixture
def constraints(andorra):
    """The role layers that Andorra has, by parameter, without class fields."""
    return {
        "ROADS": andorra("roads"),
        "RAILWAYS": andorra("roads", "highway='trunk'"),
        "BRIDGES": andorra("roads", "bridge is not null"),
        "TUNNELS": andorra("roads", "tunnel='yes'"),
        "RIVERS": andorra("waterways"),
        "RESERVES": andorra("admin", "name='Ordino'"),
        "FARMLAND": andorra("landuse", "landuse='farmland'"),
        "FOREST": andorra("landuse", "landuse='forest' or \"natural\"='wood'"),
        "URBAN_BOUNDARY": andorra("landuse", "landuse='residential'"),
        "SETTLEMENTS": andorra("buildings"),
    }


@pytest.fixture
def mines(shared_data):
    return layer(shared_data / "gem_coal_mines" / "gem_mine_boundaries_shanxi.gpkg", "mine_boundaries")


@pytest.fixture
def zone(run):
    def call(**parameters):
        return run("mineralzoning", **{**dict.fromkeys(OUTPUTS, MEMORY), "MIN_AREA": 0, **parameters})

    return call


def square_metres(shapes, crs) -> np.ndarray:
    """What QGIS measures on the ellipsoid of CGCS2000."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem(crs), QgsProject.instance().transformContext())
    measure.setEllipsoid(CGCS2000)
    areas = []
    for shape in shapes:
        geometry = QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(shape))
        areas.append(measure.measureArea(geometry))
    return np.array(areas)


def shapes_of(given, crs=None) -> list:
    request = QgsFeatureRequest()
    if crs is not None:
        request.setDestinationCrs(crs, QgsProject.instance().transformContext())
    return [shapely.from_wkb(feature.geometry().asWkb().data()) for feature in given.getFeatures(request)]


def taken(found) -> dict[str, float]:
    return {row["rule"]: row["area_hm2"] for row in found.rows("BALANCE")}


MINE_FIELDS = {"NAME_FIELD": "id", "METHOD_FIELD": "mine feature subcategory"}


def test_mines_of_shanxi_lose_no_ground(zone, mines, constraints):
    moved = {role: native("affinetransform", one, **TO_SHANXI) for role, one in constraints.items()}
    found = zone(RESOURCES=mines, MIN_AREA=0.1, ROADS_CLASS_FIELD="highway", **MINE_FIELDS, **moved)
    rows, crs = found.rows("ZONES"), found["ZONES"].crs()
    hectares, shapes = np.array([row["area_hm2"] for row in rows]), np.array([row["geometry"] for row in rows])

    # Each mine is divided without remainder, and its size is that of the drawing in degrees on the ellipsoid.
    names = [feature["id"] for feature in mines.getFeatures()]
    zone_of = np.array([names.index(row["resource"]) for row in rows])
    of_mine = np.bincount(zone_of, weights=hectares, minlength=len(names))
    plane = np.bincount(zone_of, weights=shapely.area(shapes), minlength=len(names))
    assert of_mine == pytest.approx(square_metres(shapes_of(mines), "EPSG:4326") / 1e4, rel=1e-6)
    assert plane == pytest.approx(shapely.area(shapes_of(mines, crs)), rel=1e-9)
    assert hectares.sum() == pytest.approx(found["RESOURCE_AREA"], rel=1e-9)
    # The mines lie up to 3.5° from the central meridian, where the scale changes by 1 in 10,000 within a mine; QGIS
    # measures to a thousandth of a square metre.
    assert hectares == pytest.approx(square_metres(shapes, crs) / 1e4, rel=2e-4, abs=1e-7)

    assert {shapely.get_type_id(shape) for shape in shapes} == {6} and shapely.is_valid(shapes).all()
    assert shapely.area(shapely.union_all(shapes[zone_of == 3])) == pytest.approx(plane[3], rel=1e-9)
    # No crumbs: with so many shared edges there are some of a few square centimetres before they are merged.
    assert min(row["area_hm2"] for row in rows if row["class"] == "prohibited") > 1e-3
    area = taken(found)
    assert all(area[rule] > 100 for rule in ("R1", "R2", "R3", "R4", "R13", "R16", "R19", "R21", "UGB"))
    assert area["R7"] == area["R28"] == 0  # all of these mines are underground
    assert found.said.warned("林地与湿地", "几何无效") and found.said.warned("highway", "via_ferrata")
    assert found.said.warned("重叠") and found.said.warned("没有采用", "R12", "R25")


@pytest.mark.parametrize("step", ["叠加", "碎斑"])
def test_cancel_is_answered_within_two_seconds(run, said, mines, constraints, step):
    moved = {role: native("affinetransform", one, **TO_SHANXI) for role, one in constraints.items()}
    said = said(cancel_at=step)
    with pytest.raises(QgsProcessingException, match="取消"):
        run("mineralzoning", said, RESOURCES=mines, ROADS_CLASS_FIELD="highway", ZONES=MEMORY, **moved)
    assert time.perf_counter() - said.cancelled_at < 2


def test_layers_in_degrees_and_in_metres_give_the_same_areas(zone, mines, constraints):
    # In one system of metres: two zones of the State's grid differ by as much as their scale, here 2 in 10,000.
    system = QgsCoordinateReferenceSystem("EPSG:4547")
    QgsProject.instance().setCrs(system)
    degrees = {role: native("affinetransform", one, **TO_SHANXI) for role, one in constraints.items()}
    first = zone(RESOURCES=mines, ROADS_CLASS_FIELD="highway", **MINE_FIELDS, **degrees)
    metres = {role: native("reprojectlayer", one, TARGET_CRS=system) for role, one in degrees.items()}
    second = zone(
        RESOURCES=native("reprojectlayer", mines, TARGET_CRS=system),
        ROADS_CLASS_FIELD="highway",
        **MINE_FIELDS,
        **metres,
    )
    assert second["RESOURCE_AREA"] == pytest.approx(first["RESOURCE_AREA"], rel=1e-9)
    for name in ("PROHIBITED_SHARE", "RESTRICTED_SHARE", "PERMITTED_SHARE"):
        assert second[name] == pytest.approx(first[name], rel=1e-7)
    assert taken(second) == pytest.approx(taken(first), rel=1e-6)


#: Metres from the centreline by class: 100 or 50 from the edge of the road's land, and half its width.
NATIONAL_TO_COUNTY = {"trunk": 110, "primary": 110, "secondary": 106}
TOWNSHIP = {"tertiary": 55}


def beside_roads(andorra, system, metres) -> float:
    """Square metres, in the plane, of the disturbed land beside roads: worked out once more, with nothing of Ronghe."""
    roads = andorra("roads")
    classes = [str(feature["highway"]).split("_")[0] for feature in roads.getFeatures()]
    width = np.array([metres.get(one, 0) for one in classes])
    lines = np.array(shapes_of(roads, system), dtype=object)
    ground = shapely.union_all(shapely.buffer(lines[width > 0], width[width > 0], quad_segs=64))
    return sum(shape.intersection(ground).area for shape in shapes_of(andorra("disturbed_land"), system))


def test_disturbed_land_of_andorra(zone, andorra, constraints):
    found = zone(
        RESOURCES=andorra("disturbed_land"),
        NAME_FIELD="osm_way_id",
        MINERAL_FIELD="landuse",
        ROADS_CLASS_FIELD="highway",
        **constraints,
    )
    rows = found.rows("ZONES")
    system = found["ZONES"].crs()
    assert system.authid() == "EPSG:32631"
    drawn = square_metres(shapes_of(andorra("disturbed_land")), "EPSG:4326").sum() / 1e4
    assert found["RESOURCE_AREA"] == pytest.approx(drawn, rel=1e-6)
    assert sum(row["area_hm2"] for row in rows) == pytest.approx(drawn, rel=1e-6)
    # Waste land, building sites and dumps of a narrow valley lie beside its roads and houses.
    area, share = taken(found), drawn / shapely.area(shapes_of(andorra("disturbed_land"), system)).sum()
    assert area["R1"] == pytest.approx(share * beside_roads(andorra, system, NATIONAL_TO_COUNTY), rel=1e-5)
    # The arcs of up to 100 metres have 16 corners a quarter circle and run inside the true ones by 0.12 %.
    assert area["R2"] == pytest.approx(share * beside_roads(andorra, system, TOWNSHIP), rel=1.2e-3)
    assert area["R1"] > 0.6 * drawn and area["R28"] > 0.8 * drawn
    assert found["PROHIBITED_SHARE"] > 0.75 and found["PERMITTED_SHARE"] < 0.05
    beside = [row for row in rows if "R1" in row["rules"].split(";")]
    assert any("CG-2" in row["objects"] or "Avinguda" in row["objects"] for row in beside)
    for words in (
        ("highway", "via_ferrata", "22 条"),
        ("林地与湿地", "5 条要素几何无效"),
        ("城镇开发边界", "1 条要素几何无效"),
        ("居民区", "2 条要素几何无效"),
        ("字段“landuse”", "brownfield、construction"),
        ("没有采用", "R25"),
    ):
        assert found.said.warned(*words), words
    assert len(found.said.warnings) == 6  # a building site that overlaps another by less than a square metre is none
    assert all(row["conditional"] for row in rows if row["class"] != "prohibited")


def test_a_county_as_one_resource_area(zone, shared_data):
    county = layer(shared_data / "jiaokou" / "jiaokou_and_6_neighbours_wgs84.geojson", only="\"name\"='交口县'")
    points = layer(shared_data / "gem_coal_mines" / "gem_gcmt_shanxi_mines.gpkg", "mines")
    found = zone(RESOURCES=county, NAME_FIELD="name", SETTLEMENTS=points)
    assert found["RESOURCE_AREA"] == pytest.approx(125_790, rel=1e-3)  # 1,257.9 square kilometres
    # Two mines lie in the county, both far inside: a circle of 300 metres each.
    assert taken(found)["R28"] == pytest.approx(2 * np.pi * 9, rel=1e-3)
    assert len(found.rows("ZONES")) == 3
    system = found["ZONES"].crs()
    round_mines = native("buffer", native("reprojectlayer", points, TARGET_CRS=system), DISTANCE=5000, SEGMENTS=90)
    found = zone(RESOURCES=county, NAME_FIELD="name", RESERVES=round_mines)
    (here,) = shapes_of(county, system)
    expected = here.intersection(shapely.union_all(shapes_of(round_mines))).area / here.area
    assert found["PROHIBITED_SHARE"] == pytest.approx(expected, rel=1e-9)
    assert found["PERMITTED_SHARE"] == pytest.approx(1 - expected, rel=1e-9)
