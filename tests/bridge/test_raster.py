"""Rasters to grids and back."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsRasterLayer,
    QgsRasterRange,
)

from ronghe.plugin.analysis.grid import Grid
from ronghe.plugin.bridge import raster
from ronghe.plugin.bridge.faults import MissingCrs, NoOverlap, NotWritten, TooLarge, UnreadableRaster
from ronghe.plugin.bridge.raster import read_grid, write_grid


@pytest.fixture
def zone(qgis_app):
    return QgsCoordinateReferenceSystem("EPSG:4546")


@pytest.fixture
def written(tmp_path, zone):
    """A function that writes values as 30 m cells, the upper-left corner at (500010, 4100000), and opens them."""

    def write(values, name="栅格.tif", crs=zone, dx=30, dy=30, **kwargs):
        grid = Grid(np.asarray(values, dtype=float), 500010, 4100000, dx, dy)
        path = write_grid(tmp_path / name, grid, crs, **kwargs)
        return QgsRasterLayer(str(path), name)

    return write


def people(rows=40, cols=50, seed=3):
    values = np.random.default_rng(seed).gamma(0.4, 30, (rows, cols))
    values[values < 5] = 0
    return values


def test_own_cells_come_back_unchanged(written, zone):
    values = np.array([[1.5, np.nan], [3.0, 4.0], [5.0, 6.0]])
    grid = read_grid(written(values), zone, label="DEM")
    assert np.array_equal(grid.values, values, equal_nan=True)
    assert (grid.x0, grid.y0, grid.dx, grid.dy) == (500010, 4100000, 30, 30)


def test_bounds_are_widened_to_the_layer_s_own_cells(written, zone):
    layer = written(np.arange(30).reshape(5, 6))
    grid = read_grid(layer, zone, label="DEM", bounds=(500041, 4099900, 500100, 4099969))
    assert grid.bounds == (500040, 4099880, 500100, 4099970)
    assert grid.values.tolist() == [[7, 8], [13, 14], [19, 20]]


def test_bounds_on_the_edges_of_cells_take_no_cell_more(written, zone):
    grid = read_grid(written(people()), zone, label="DEM", bounds=(500040, 4099880, 500100, 4099970))
    assert grid.bounds == (500040, 4099880, 500100, 4099970)


def test_cells_that_are_not_square_stay_so(written, zone):
    grid = read_grid(written(people(), dx=30, dy=20), zone, label="DEM")
    assert (grid.dx, grid.dy) == (30, 20)


def test_another_cell_size_gives_cells_at_its_multiples(written, zone):
    grid = read_grid(written(np.full((40, 50), 7.0)), zone, label="DEM", cell_size=90)
    assert (grid.dx, grid.dy) == (90, 90)
    assert grid.x0 % 90 == 0 and grid.y0 % 90 == 0
    assert [np.nanmin(grid.values), np.nanmax(grid.values)] == pytest.approx([7, 7])


def test_no_value_is_nan_wherever_it_is_declared(written, zone):
    layer = written([[1.0, 2.0, 3.0, 4.0]])
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(1.5, 2.5)])
    assert np.array_equal(read_grid(layer, zone, label="DEM").values, [[1, np.nan, 3, 4]], equal_nan=True)
    layer = written([[0.0, 2.0]], name="零.tif", nodata=0)
    assert np.isnan(read_grid(layer, zone, label="DEM").values[0, 0])
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    assert read_grid(layer, zone, label="DEM").values.tolist() == [[0, 2]]


def test_people_are_kept(written, zone):
    layer = written(people(), dtype=np.float64)
    total = people().sum()
    assert np.nansum(read_grid(layer, zone, label="人口", resampling="sum").values) == pytest.approx(total, rel=1e-6)
    utm = QgsCoordinateReferenceSystem("EPSG:32649")
    for cell_size in (30, 45, 100):
        for crs in (zone, utm):
            grid = read_grid(layer, crs, label="人口", resampling="sum", cell_size=cell_size)
            assert np.nansum(grid.values) == pytest.approx(total, rel=0.01), (crs.authid(), cell_size)


def test_classes_stay_classes(written):
    layer = written(np.random.default_rng(0).choice([10, 40, 80], (40, 50)))
    utm = QgsCoordinateReferenceSystem("EPSG:32649")
    grid = read_grid(layer, utm, label="土地利用", resampling="nearest", cell_size=30)
    assert set(np.unique(grid.values[~np.isnan(grid.values)])) == {10, 40, 80}


def test_andorra_s_terrain_is_read_on_its_own_cells(qgis_app, shared_data):
    layer = QgsRasterLayer(str(shared_data / "andorra" / "andorra_dem_90m_utm31.tif"), "DEM")
    grid = read_grid(layer, layer.crs(), label="DEM")
    assert grid.shape == (390, 444) and grid.dx == 90
    assert np.nanmin(grid.values) > 700 and np.nanmax(grid.values) < 3200
    assert np.isnan(grid.values).any()  # -32768 is no height


def test_degrees_are_warped_to_metres_and_agree_with_the_metric_copy(qgis_app, shared_data):
    folder = shared_data / "andorra"
    metric = QgsRasterLayer(str(folder / "andorra_dem_90m_utm31.tif"), "DEM")
    degrees = QgsRasterLayer(str(folder / "andorra_dem_filled_wgs84.tif"), "DEM")
    grid = read_grid(degrees, metric.crs(), label="DEM", bounds=(380000, 4700000, 390000, 4710000))
    assert 60 < grid.dx < 95
    reference = read_grid(metric, metric.crs(), label="DEM")
    points = np.random.default_rng(0).uniform((380500, 4700500), (389500, 4709500), (500, 2))
    difference = grid.sample(points) - reference.sample(points)
    assert abs(np.nanmedian(difference)) < 5


def test_a_raster_elsewhere_does_not_overlap(qgis_app, shared_data, zone, written):
    layer = QgsRasterLayer(str(shared_data / "swellendam_za" / "SRTM.tif"), "SRTM")
    jiaokou = (500000, 4070000, 540000, 4120000)
    with pytest.raises(NoOverlap) as caught:
        read_grid(layer, zone, label="DEM", other="道路", bounds=jiaokou)
    assert (caught.value.label, caught.value.other) == ("DEM", "道路")
    with pytest.raises(NoOverlap):
        read_grid(written(people()), zone, label="DEM", bounds=(0, 0, 10, 10))


def test_what_cannot_be_read_is_named(qgis_app, written, zone):
    with pytest.raises(UnreadableRaster):
        read_grid(QgsRasterLayer("不存在.tif", "DEM"), zone, label="DEM")
    layer = written(people())
    with pytest.raises(UnreadableRaster):
        read_grid(layer, zone, label="DEM", band=2)
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(MissingCrs):
        read_grid(layer, zone, label="DEM")


def test_a_raster_beyond_the_memory_is_refused_before_it_is_read(written, zone, monkeypatch):
    monkeypatch.setattr(raster, "available_memory", lambda: 1000)
    with pytest.raises(TooLarge) as caught:
        read_grid(written(people()), zone, label="DEM")
    assert (caught.value.cells, caught.value.available) == (2000, 1000)


def test_a_provider_other_than_gdal_is_read_too(qgis_app, written, zone, monkeypatch):
    from ronghe.plugin.bridge import cells

    layer = written([[1.0, np.nan], [3.0, 4.0]])
    monkeypatch.setattr(cells, "_gdal_dataset", lambda layer: None)
    grid = read_grid(layer, zone, label="DEM")
    assert np.array_equal(grid.values, [[1, np.nan], [3, 4]], equal_nan=True)
    assert grid.bounds == pytest.approx((500010, 4099940, 500070, 4100000))


def test_a_raster_inside_a_geopackage_is_read(tmp_path, written, zone):
    written(np.array([[1.0, 2.0], [3.0, 4.0]]), name="源.tif")
    path = tmp_path / "栅格.gpkg"
    gdal.Translate(str(path), str(tmp_path / "源.tif"), format="GPKG", creationOptions=["RASTER_TABLE=dem"])
    layer = QgsRasterLayer(f"GPKG:{path}:dem", "dem")
    assert layer.isValid()
    grid = read_grid(layer, layer.crs(), label="DEM")
    assert grid.values[:2, :2].tolist() == [[1, 2], [3, 4]]


def test_written_files_are_complete_or_absent(tmp_path, zone):
    grid = Grid(np.array([[1.0, np.nan]]), 0, 30, 30, 30)
    path = write_grid(
        tmp_path / "出行时间.tif", grid, zone, description="分钟", metadata={"RONGHE_ALGORITHM": "traveltime"}
    )
    file = gdal.Open(str(path))
    band = file.GetRasterBand(1)
    assert (band.GetNoDataValue(), band.DataType, band.GetDescription()) == (-9999, gdal.GDT_Float32, "分钟")
    assert file.GetMetadataItem("RONGHE_ALGORITHM") == "traveltime"
    assert file.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
    assert [one.name for one in tmp_path.iterdir()] == ["出行时间.tif"]
    with pytest.raises(NotWritten):
        write_grid(tmp_path / "没有的文件夹" / "a.tif", grid, zone)


def test_a_failed_write_leaves_the_old_file(tmp_path, zone, monkeypatch):
    path = write_grid(tmp_path / "a.tif", Grid(np.ones((2, 2)), 0, 60, 30, 30), zone)
    before = path.read_bytes()

    def fail(*args):
        raise OSError("磁盘已满")

    monkeypatch.setattr(raster, "fill_dataset", fail)
    with pytest.raises(NotWritten, match="磁盘已满"):
        write_grid(path, Grid(np.zeros((2, 2)), 0, 60, 30, 30), zone)
    assert path.read_bytes() == before and len(list(tmp_path.iterdir())) == 1
