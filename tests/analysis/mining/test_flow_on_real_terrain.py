"""The drainage of Andorra, with the voids of its radar heights, and of the training county."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from osgeo import gdal

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.analysis.mining.d8 import OUTLET
from ronghe.plugin.analysis.mining.flow import accumulate, drain, flow_to
from ronghe.plugin.analysis.mining.footprints import cells_under
from ronghe.plugin.analysis.mining.streams import ON_STREAM, downstream_lines, snap_to_streams
from ronghe.plugin.analysis.mining.upstream import upstream_mines

gdal.UseExceptions()
RIVER_KM2 = 1.2  #: the training county draws a river from 1.6 km² on


def heights_of(path):
    raster = gdal.Open(str(path))
    band = raster.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    values[values == band.GetNoDataValue()] = np.nan
    left, width, _, top, _, height = raster.GetGeoTransform()
    return Grid(values, left, top, width, -height)


def along(lines, spacing):
    """Points every ``spacing`` metres along lines."""
    parts = shapely.get_parts(np.asarray(lines, dtype=object))
    return np.concatenate(
        [shapely.get_coordinates(part.interpolate(np.arange(spacing / 2, part.length, spacing))) for part in parts]
    )


@pytest.fixture(scope="module")
def andorra(shared_data):
    """Drainage, upstream cells, and a reader of layers in the raster's coordinates."""
    folder = shared_data / "andorra"
    drainage = drain(heights_of(folder / "andorra_dem_90m_utm31.tif"))

    def layer(name):
        return gpd.read_file(folder / "andorra_layers.gpkg", layer=name).to_crs(25831)

    return drainage, accumulate(drainage), layer


@pytest.fixture(scope="module")
def yunling(training_data):
    drainage = drain(heights_of(training_data / "yunling_dem.tif"))

    def layer(name):
        return gpd.read_file(training_data / "yunling.gpkg", layer=name)

    return drainage, accumulate(drainage), layer


def test_andorra_loses_no_water_in_its_voids(andorra):
    drainage, upstream, _ = andorra
    assert drainage.bridged > 500
    assert upstream[drainage.direction == OUTLET].sum() == np.isfinite(drainage.grid.values).sum()


def test_all_rivers_of_the_valira_leave_by_the_main_valley(andorra):
    drainage, upstream, layer = andorra
    rivers = layer("waterways").query("waterway == 'river' and name.notna()")
    mouth = int(upstream.argmax())
    row, _ = np.divmod(mouth, drainage.grid.cols)
    assert row > 0.97 * drainage.grid.rows  # the Valira runs south, to the Segre
    to_mouth = flow_to(drainage, [mouth])

    snapped = snap_to_streams(drainage, upstream, along(rivers[rivers.name.str.contains("Valira")].geometry, 100.0), 3)
    assert set(snapped.state) == {ON_STREAM}
    assert np.median(snapped.metres) < drainage.grid.dx
    assert np.isfinite(to_mouth.metres.reshape(-1)[snapped.cell]).all()

    # The Ariège rises in Andorra too, and runs to France.
    snapped = snap_to_streams(drainage, upstream, along(rivers[rivers.name.str.startswith("L'Ari")].geometry, 100.0), 3)
    assert (snapped.cell >= 0).sum() > 20
    assert np.isinf(to_mouth.metres.reshape(-1)[snapped.cell[snapped.cell >= 0]]).all()


def test_andorras_disturbed_land_is_upstream_of_the_border(andorra):
    drainage, upstream, layer = andorra
    land = layer("disturbed_land").geometry.values
    flow = upstream_mines(drainage, [int(upstream.argmax())], land)
    assert flow.on_terrain.all()
    assert (flow.intake == 0).all()
    # The water cannot take less than the straight line, and in these valleys not thrice as much.
    mouth = drainage.grid.centres(*np.divmod(upstream.argmax(), drainage.grid.cols))[0]
    straight = shapely.distance(shapely.centroid(land), shapely.Point(mouth))
    assert (flow.metres > straight - 2 * drainage.grid.dx).all()
    assert (flow.metres < 3 * straight).all()


def test_most_of_andorra_drains_to_the_valira(andorra):
    drainage, upstream, layer = andorra
    country = layer("admin").query("admin_level == '2'").geometry.values
    _, cell = cells_under(drainage.grid, country)
    to_mouth = flow_to(drainage, [int(upstream.argmax())])
    assert 0.9 < np.isfinite(to_mouth.metres.reshape(-1)[cell]).mean() < 0.97


def test_intakes_of_the_training_county_stand_on_their_rivers(yunling):
    drainage, upstream, layer = yunling
    intakes, rivers = layer("取水口"), layer("河流")
    snapped = snap_to_streams(drainage, upstream, shapely.get_coordinates(intakes.geometry.values))
    assert set(snapped.state) == {ON_STREAM}
    assert snapped.metres.max() < 2 * drainage.grid.dx
    placed = shapely.points(drainage.grid.centres(*np.divmod(snapped.cell, drainage.grid.cols)))
    for point, name in zip(placed, intakes["河流"]):
        assert rivers[rivers["名称"] == name].distance(point).min() < 2 * drainage.grid.dx, name


def test_rivers_of_the_training_county_are_where_water_gathers(yunling):
    drainage, upstream, layer = yunling
    points = along(layer("河流").geometry.values, 60.0)
    least = int(RIVER_KM2 * 1e6 / drainage.grid.dx**2)
    snapped = snap_to_streams(drainage, upstream, points, within_cells=3, least_cells=least)
    assert set(snapped.state) == {ON_STREAM}
    assert np.percentile(snapped.metres, 99) <= 2 * drainage.grid.dx


def test_rivers_of_the_training_county_are_drawn_as_they_flow(yunling):
    """Along every river that is drawn downstream, the water grows."""
    drainage, upstream, layer = yunling
    rivers = shapely.get_parts(layer("河流").geometry.values)
    rivers = rivers[shapely.length(rivers) > 1000.0]
    ends = shapely.get_coordinates(shapely.line_interpolate_point(rivers[:, None], [0.1, 0.9], normalized=True))
    flow = snap_to_streams(drainage, upstream, ends).upstream.reshape(-1, 2)
    assert len(rivers) > 30
    assert (flow[:, 1] > flow[:, 0]).all()


def test_mines_of_the_training_county_above_an_intake(yunling):
    """Those drawn on purpose beside an intake are upstream of it, with the least distance."""
    drainage, upstream, layer = yunling
    intakes, mines = layer("取水口"), layer("矿山")
    snapped = snap_to_streams(drainage, upstream, shapely.get_coordinates(intakes.geometry.values))
    flow = upstream_mines(drainage, snapped.cell, mines.geometry.values)
    conflict = mines["备注"].fillna("").str.contains("水源").to_numpy()
    assert conflict.sum() == 3
    assert (flow.metres[conflict] < 1000.0).all()
    assert set(intakes["乡镇"].to_numpy()[flow.intake[conflict]]) == set(mines["乡镇"][conflict])
    assert (flow.intake == -1).any()


def test_a_kilometre_below_each_mine(yunling):
    drainage, _, layer = yunling
    start = shapely.get_coordinates(shapely.point_on_surface(layer("矿山").geometry.values))
    lines, metres = downstream_lines(drainage, start, 1000.0)
    assert metres == pytest.approx(1000.0)
    assert shapely.length(lines) == pytest.approx(1000.0)
    # The course is not the radius: no end is farther off, most are clearly nearer.
    reach = np.hypot(*(shapely.get_coordinates(shapely.get_point(lines, -1)) - start).T)
    assert reach.max() <= 1000.0
    assert np.median(reach) < 950.0
