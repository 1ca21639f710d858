"""Remediation zones on real data: coal mines of Shanxi and counties from a web map, disturbed land in Andorra."""

import numpy as np
import pytest
import shapely
from qgis.core import QgsRasterLayer, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"


def layer(path, name="", only=""):
    source = f"{path}|layername={name}" if name else str(path)
    found = QgsVectorLayer(f"{source}|subset={only}" if only else source, path.stem, "ogr")
    assert found.isValid(), path
    return found


@pytest.fixture
def shanxi(run, shared_data):
    """A function that ranks the coal mines of the seven counties with some boundaries."""

    def start(boundaries):
        return run(
            "remediationzones",
            MINES=layer(shared_data / "gem_coal_mines" / "gem_gcmt_shanxi_mines.gpkg", "mines"),
            NAME_FIELD="Mine Name (Non-ENG)",
            STATUS_FIELD="Status",
            MINERAL_FIELD="Coal Type",
            METHOD_FIELD="Mine Type",
            HOLDER_FIELD="Owners (Non-ENG)",
            COUNTY=layer(shared_data / "jiaokou" / boundaries),
            MINES_OUT=MEMORY,
            ZONES=MEMORY,
        )

    return start


def test_boundaries_of_a_web_map_move_mines_to_other_counties(shanxi):
    found = shanxi("jiaokou_and_6_neighbours.geojson")
    assert found.said.warned("GCJ-02", "孝义市 18 座→19 座", "灵石县 35 座→33 座")
    assert found["MINES_COUNT"] == 74 and found.said.warned("有 701 座矿山（共 775 座）在县界以外")


def test_corrected_boundaries(shanxi):
    found = shanxi("jiaokou_and_6_neighbours_wgs84.geojson")
    assert found.said.warned("孝义市 19 座→", "灵石县 33 座→") and found["MINES_COUNT"] == 73


def test_what_the_mine_list_of_shanxi_leaves_open_is_said(shanxi):
    found = shanxi("jiaokou_and_6_neighbours_wgs84.geojson")
    assert found.said.warned("写法不认识（Cancelled），共 2 座")
    assert found.said.warned("6 座矿山重名", "山西水磨湾煤业有限公司（2 座）")
    rows = found.rows("MINES_OUT")
    assert len(rows) == 775 and sum(row["rank"] is not None for row in rows) == 73
    assert all(row["measure"] and row["responsible"] for row in rows)
    assert {row["status"] for row in rows} == {"operating", "proposed", "idle", None}


def test_mine_boundaries_of_shanxi(run, shared_data):
    """58 polygons of 50 mines; some overlap, their surroundings make 24 zones."""
    mines = layer(shared_data / "gem_coal_mines" / "gem_mine_boundaries_shanxi.gpkg", "mine_boundaries")
    given = {"NAME_FIELD": "Mine Name", "METHOD_FIELD": "mine feature subcategory"}
    found = run("remediationzones", MINES=mines, **given, MINES_OUT=MEMORY, ZONES=MEMORY)
    rows, zones = found.rows("MINES_OUT"), found.rows("ZONES")
    assert len(rows) == 58 and {row["method"] for row in rows} == {"underground"}
    assert 0.6 < min(row["area_hm2"] for row in rows) / 100 < max(row["area_hm2"] for row in rows) / 100 < 163
    shapes = np.array([zone["geometry"] for zone in zones])
    around = shapely.union_all([row["geometry"].buffer(500, quad_segs=16) for row in rows])
    assert shapely.area(shapes).sum() == pytest.approx(around.area, rel=1e-6)


def test_disturbed_land_of_andorra(run, shared_data, csv_of):
    layers = shared_data / "andorra" / "andorra_layers.gpkg"
    found = run(
        "remediationzones",
        MINES=layer(layers, "disturbed_land"),
        STATUS_FIELD="landuse",
        STATUS_WORDS=csv_of("word,canonical\nbrownfield,abandoned\nquarry,operating\nlandfill,idle\n"),
        TOWNS=layer(layers, "admin", "admin_level = '7'"),
        TOWNS_NAME_FIELD="name",
        ROADS=layer(layers, "roads"),
        ROADS_CLASS_FIELD="highway",
        RIVERS=layer(layers, "waterways"),
        SETTLEMENTS=layer(layers, "places"),
        DEM=QgsRasterLayer(str(shared_data / "andorra" / "andorra_dem_srtm3_wgs84.tif"), "SRTM"),
        MINES_OUT=MEMORY,
        ZONES=MEMORY,
    )
    rows = found.rows("MINES_OUT")
    parishes = {row["town"] for row in rows}
    assert len(rows) == 48 and len(parishes) >= 5 and "" not in parishes and None not in parishes
    by_status = {status: sum(row["status"] == status for row in rows) for status in ("abandoned", "under construction")}
    assert by_status == {"abandoned": 27, "under construction": 19}
    assert all(row["mode"] for row in rows if row["status"] == "abandoned")
    assert all(row["slope_deg"] is not None and 0 <= row["slope_deg"] < 60 for row in rows)
    near = [row for row in rows if row["d_road"] is not None and row["d_road"] <= 50]
    assert near and all("R1|" in (row["rules"] or "") or "R2|" in (row["rules"] or "") for row in near)
    assert found.said.warned("高程数据以度为单位")
