"""Layers and rasters of the training county, read once for all its tests."""

from pathlib import Path

import pytest
import shapely
from osgeo import gdal, ogr

gdal.UseExceptions()

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "training"
DATA = FOLDER / "data"
LAYERS = ["县界", "乡镇", "乡镇驻地", "行政村", "道路", "铁路", "桥隧", "河流", "公共服务设施", "产业园区", "矿山", "资源区", "饮用水水源保护区", "取水口", "自然保护区", "永久基本农田", "生态保护红线", "城镇开发边界", "文物保护单位", "景区", "地质灾害隐患区", "邻县", "地市", "山峰", "规划分区", "农业空间", "生态空间", "城镇空间", "用地现状", "旅游廊带", "旅游节点", "产业链联系", "洪涝风险控制线"]


def read_layer(name):
    """(attributes, geometry) of each feature of a layer."""
    source = ogr.Open(str(DATA / "yunling.gpkg"))
    layer = source.GetLayerByName(name)
    return [(f.items(), shapely.from_wkb(bytes(f.GetGeometryRef().ExportToWkb()))) for f in layer]


@pytest.fixture(scope="module")
def layer_names():
    return LAYERS


@pytest.fixture(scope="module")
def county():
    """All layers by name."""
    return {name: read_layer(name) for name in LAYERS}


@pytest.fixture(scope="module")
def outline(county):
    return county["县界"][0][1]


class Raster:
    """Values of a one-band raster with their frame."""

    def __init__(self, name):
        raster = gdal.Open(str(DATA / name))
        self.left, self.cell, _, self.top, _, _ = raster.GetGeoTransform()
        self.values = raster.ReadAsArray()
        self.nodata = raster.GetRasterBand(1).GetNoDataValue()
        self.code = raster.GetSpatialRef().GetAuthorityCode(None)
        self.description = raster.GetMetadataItem("TIFFTAG_IMAGEDESCRIPTION") or ""

    def at(self, points):
        """Value of the cell under each point."""
        col = ((points[:, 0] - self.left) // self.cell).astype(int)
        row = ((self.top - points[:, 1]) // self.cell).astype(int)
        return self.values[row, col]

    @property
    def box(self):
        rows, cols = self.values.shape
        return shapely.box(self.left, self.top - rows * self.cell, self.left + cols * self.cell, self.top)


@pytest.fixture(scope="module")
def elevation():
    return Raster("yunling_dem.tif")


@pytest.fixture(scope="module")
def land_cover():
    return Raster("yunling_landcover.tif")


@pytest.fixture(scope="module")
def people():
    return Raster("yunling_population.tif")


@pytest.fixture(scope="module")
def training_folder():
    return FOLDER
