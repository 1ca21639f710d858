"""GCJ-02 coordinates and back, and mines that change county when the boundary turns out to be GCJ-02."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from ronghe.plugin.analysis.datum import counts_by_area, counts_if_gcj02, to_gcj02, to_wgs84

# The pairs that implementations of the offset test themselves against (googollee/eviltransform, 2015).
SHANGHAI = ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597))
SHENZHEN = ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766))
BEIJING = ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069))


@pytest.mark.parametrize(("wgs84", "gcj02"), [SHANGHAI, SHENZHEN, BEIJING])
def test_published_pairs(wgs84, gcj02):
    assert to_gcj02([wgs84])[0] == pytest.approx(gcj02, abs=1e-12)
    assert to_wgs84([gcj02])[0] == pytest.approx(wgs84, abs=1e-11)


def test_there_and_back_everywhere_in_china():
    lonlat = np.random.default_rng(3).uniform([73.0, 3.0], [135.0, 54.0], size=(20_000, 2))
    assert np.abs(to_wgs84(to_gcj02(lonlat)) - lonlat).max() < 1e-11


def test_no_offset_outside_china():
    andorra = [[1.52, 42.51]]
    assert (to_gcj02(andorra) == andorra).all()
    assert (to_wgs84(andorra) == andorra).all()


def test_counts_include_the_boundary_and_skip_what_is_no_place():
    west, east = shapely.box(110, 36, 111, 37), shapely.box(111, 36, 112, 37)
    points = [[110.5, 36.5], [111.0, 36.5], [111.5, 36.5], [111.6, 36.6], [113.0, 36.5], [np.nan, 36.5]]
    assert counts_by_area(points, [west, east, None, shapely.Polygon()]).tolist() == [2, 3, 0, 0]


def test_mines_that_change_county_with_the_datum(shared_data):
    """SOURCE.txt of the mines: 孝义 19 and 灵石 33 with the true boundaries, 18 and 35 with those that are GCJ-02."""
    mines = gpd.read_file(shared_data / "gem_coal_mines" / "gem_gcmt_shanxi_mines.gpkg")
    counties = gpd.read_file(shared_data / "jiaokou" / "jiaokou_and_6_neighbours.geojson")
    lonlat = shapely.get_coordinates(mines.geometry.values)

    counts = counts_if_gcj02(lonlat, counties.geometry.values)

    as_given = dict(zip(counties["name"], counts.as_given))
    if_gcj02 = dict(zip(counties["name"], counts.if_gcj02))
    assert (as_given["孝义市"], if_gcj02["孝义市"]) == (18, 19)
    assert (as_given["灵石县"], if_gcj02["灵石县"]) == (35, 33)
    assert (counts.as_given.sum(), counts.if_gcj02.sum()) == (74, 73)
    assert set(counties["name"][counts.changed]) == {"孝义市", "灵石县"}
    # One mine goes from 灵石 to 孝义, one from 灵石 to a county that is not in the file.
    assert counts.moved.sum() == 2

    true = gpd.read_file(shared_data / "jiaokou" / "jiaokou_and_6_neighbours_wgs84.geojson")
    assert counts.if_gcj02.tolist() == counts_by_area(lonlat, true.geometry.values).tolist()


def test_areas_outside_china_do_not_change():
    parish = shapely.box(1.4, 42.4, 1.6, 42.6)
    counts = counts_if_gcj02([[1.5, 42.5], [1.4001, 42.5]], [parish])
    assert counts.as_given.tolist() == counts.if_gcj02.tolist() == [2]
    assert len(counts.changed) == 0
    assert not counts.moved.any()


def test_nothing_to_count():
    counts = counts_if_gcj02(np.empty((0, 2)), [])
    assert len(counts.as_given) == len(counts.moved) == 0
