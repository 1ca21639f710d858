"""Arrays in and out of GDAL without its numpy module, which is missing beside a newer numpy."""

from __future__ import annotations

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsRectangle,
)

RESAMPLING = {"nearest": gdal.GRA_NearestNeighbour, "bilinear": gdal.GRA_Bilinear, "sum": gdal.GRA_Sum}


GDAL_TYPES = {
    "u1": gdal.GDT_Byte,
    "u2": gdal.GDT_UInt16,
    "i2": gdal.GDT_Int16,
    "u4": gdal.GDT_UInt32,
    "i4": gdal.GDT_Int32,
    "f4": gdal.GDT_Float32,
    "f8": gdal.GDT_Float64,
}


def gdal_wkt(crs: QgsCoordinateReferenceSystem) -> str:
    """The coordinate system in the form GDAL reads best."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)


def values_of(band, col: int = 0, row: int = 0, cols: int | None = None, rows: int | None = None) -> np.ndarray:
    """A window of a GDAL band as doubles, as they are stored. Raises RuntimeError when they cannot be read."""
    cols, rows = cols or band.XSize, rows or band.YSize
    raw = band.ReadRaster(col, row, cols, rows, buf_type=gdal.GDT_Float64)
    if raw is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    return np.frombuffer(raw, dtype=float).reshape(rows, cols).copy()


def memory_dataset(values: np.ndarray, placed, crs: QgsCoordinateReferenceSystem):
    """A one-band GDAL dataset of doubles in memory with NaN for no value; ``placed`` has x0, y0, dx, dy."""
    rows, cols = values.shape
    dataset = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Float64)
    fill_dataset(dataset, values.astype(float, copy=False), placed, crs, float("nan"))
    return dataset


def fill_dataset(dataset, values: np.ndarray, placed, crs: QgsCoordinateReferenceSystem, nodata: float) -> None:
    """Put values, place and coordinate system into a dataset of the same size and type."""
    rows, cols = values.shape
    dataset.SetGeoTransform((placed.x0, placed.dx, 0.0, placed.y0, 0.0, -placed.dy))
    dataset.SetProjection(gdal_wkt(crs))
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(nodata)
    raw = np.ascontiguousarray(values).tobytes()
    band.WriteRaster(0, 0, cols, rows, raw, cols, rows, GDAL_TYPES[values.dtype.str[1:]])


def transformed_bounds(
    bounds: tuple[float, float, float, float],
    from_crs: QgsCoordinateReferenceSystem,
    to_crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> tuple[float, float, float, float]:
    """The box around a box in another coordinate system."""
    if from_crs == to_crs:
        return bounds
    box = QgsCoordinateTransform(from_crs, to_crs, context).transformBoundingBox(QgsRectangle(*bounds))
    return (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())


def suggested_cell(window, from_crs: QgsCoordinateReferenceSystem, to_crs: QgsCoordinateReferenceSystem) -> float:
    """The cell size in metres that keeps about as many cells after warping, to a tenth of a metre."""
    if from_crs == to_crs:
        return window.dx
    empty = gdal.GetDriverByName("VRT").Create("", window.cols, window.rows, 1)
    empty.SetGeoTransform((window.x0, window.dx, 0.0, window.y0, 0.0, -window.dy))
    empty.SetProjection(gdal_wkt(from_crs))
    warped = gdal.AutoCreateWarpedVRT(empty, gdal_wkt(from_crs), gdal_wkt(to_crs))
    if warped is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    return max(round(warped.GetGeoTransform()[1], 1), 0.1)
