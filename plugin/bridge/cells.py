"""The cells of a raster layer as they are stored: which ones lie in a window, and their values."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from osgeo import gdal
from qgis.core import Qgis, QgsRasterLayer, QgsRectangle

from .faults import UnreadableRaster
from .gdal_memory import values_of

# Bounds that miss a cell's edge by less than this part of a cell are meant to lie on it.
EDGE_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Window:
    """A block of whole cells of a raster: its place in the raster and in the raster's coordinate system."""

    row: int
    col: int
    rows: int
    cols: int
    x0: float
    y0: float
    dx: float
    dy: float

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        return (self.x0, self.y0 - self.rows * self.dy, self.x0 + self.cols * self.dx, self.y0)

    def part(self, bounds: tuple[float, float, float, float], margin: int = 0) -> Window | None:
        """The cells that ``bounds`` touch, ``margin`` more on each side, as far as there are cells; None when
        there are none."""
        xmin, ymin, xmax, ymax = bounds
        left = max(math.floor((xmin - self.x0) / self.dx + EDGE_TOLERANCE) - margin, 0)
        right = min(math.ceil((xmax - self.x0) / self.dx - EDGE_TOLERANCE) + margin, self.cols)
        top = max(math.floor((self.y0 - ymax) / self.dy + EDGE_TOLERANCE) - margin, 0)
        bottom = min(math.ceil((self.y0 - ymin) / self.dy - EDGE_TOLERANCE) + margin, self.rows)
        if left >= right or top >= bottom:
            return None
        return Window(
            row=self.row + top,
            col=self.col + left,
            rows=bottom - top,
            cols=right - left,
            x0=self.x0 + left * self.dx,
            y0=self.y0 - top * self.dy,
            dx=self.dx,
            dy=self.dy,
        )


def native_window(layer: QgsRasterLayer) -> Window:
    """All cells of a raster layer."""
    extent, cols, rows = layer.extent(), layer.width(), layer.height()
    x0, y0, dx, dy = extent.xMinimum(), extent.yMaximum(), extent.width() / cols, extent.height() / rows
    dataset = _gdal_dataset(layer)
    if dataset is not None:
        # The file's own numbers: the extent's far corner carries a rounding error into the cell size.
        x0, dx, _, y0, _, dy = dataset.GetGeoTransform()
        dy = -dy
    return Window(0, 0, rows, cols, x0, y0, dx, dy)


def native_values(layer: QgsRasterLayer, band: int, window: Window, label: str) -> np.ndarray:
    """The values of a window as doubles, NaN where the file or the layer's settings say there is none."""
    dataset = _gdal_dataset(layer)
    provider = layer.dataProvider()
    if dataset is None:
        values = _block_values(layer, band, window, label)
    else:
        values = _file_values(dataset.GetRasterBand(band), window, provider.useSourceNoDataValue(band))
    values[~np.isfinite(values)] = np.nan
    for bad in provider.userNoDataValues(band):
        values[(values >= bad.min()) & (values <= bad.max())] = np.nan
    return values


def _file_values(file_band, window: Window, heed_nodata: bool) -> np.ndarray:
    values = values_of(file_band, window.col, window.row, window.cols, window.rows)
    nodata = file_band.GetNoDataValue()
    if nodata is not None and heed_nodata:
        with np.errstate(over="ignore"):
            # A file of 32-bit floats keeps a rounded no-data value.
            values[(values == nodata) | (values == float(np.float32(nodata)))] = np.nan
    scale, offset = file_band.GetScale(), file_band.GetOffset()
    return values * (1.0 if scale is None else scale) + (offset or 0.0)


def _gdal_dataset(layer: QgsRasterLayer):
    """The file behind a layer when GDAL can hand out its cells as QGIS shows them, else None."""
    if layer.providerType() != "gdal":
        return None
    name, *extras = layer.dataProvider().dataSourceUri().split("|")
    options = [extra[len("option:") :] for extra in extras if extra.startswith("option:")]
    for extra in extras:
        if extra.startswith("layername="):
            name = f"GPKG:{name}:{extra[len('layername=') :]}"
    # Credentials stay with QGIS: such a source is read through its provider.
    if "authcfg=" in name or any(extra.startswith(("credential:", "authcfg=")) for extra in extras):
        return None
    try:
        dataset = gdal.OpenEx(name, gdal.OF_RASTER, open_options=options)
    except RuntimeError:
        return None
    if dataset is None or (dataset.RasterXSize, dataset.RasterYSize) != (layer.width(), layer.height()):
        return None
    _, dx, shear_x, _, shear_y, dy = dataset.GetGeoTransform()
    north_up = dx > 0 and dy < 0 and shear_x == 0 and shear_y == 0
    return dataset if north_up else None


BLOCK_TYPES = {
    "Byte": "u1",
    "Int8": "i1",
    "UInt16": "<u2",
    "Int16": "<i2",
    "UInt32": "<u4",
    "Int32": "<i4",
    "Float32": "<f4",
    "Float64": "<f8",
}


def _block_values(layer: QgsRasterLayer, band: int, window: Window, label: str) -> np.ndarray:
    provider = layer.dataProvider()
    block = provider.block(band, QgsRectangle(*window.bounds), window.cols, window.rows)
    known = [name for name in BLOCK_TYPES if getattr(Qgis.DataType, name, None) == block.dataType()]
    if not block.isValid() or not known:
        raise UnreadableRaster(label, layer.name(), provider.error().summary())
    values = np.frombuffer(block.data().data(), dtype=BLOCK_TYPES[known[0]])
    values = values.reshape(window.rows, window.cols).astype(float)
    if block.hasNoDataValue():
        values[values == block.noDataValue()] = np.nan
    return values
