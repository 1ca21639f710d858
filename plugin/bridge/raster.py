"""Rasters to grids: on their own cells wherever that is possible, warped only where it is not."""

from __future__ import annotations

import math
import os
from pathlib import Path
from uuid import uuid4

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsProject, QgsRasterLayer

from ..analysis.grid import Grid
from ..analysis.memory import available_memory
from .cells import Window, native_values, native_window
from .faults import MissingCrs, NoOverlap, NotWritten, TooLarge, UnreadableRaster
from .gdal_memory import (
    GDAL_TYPES,
    RESAMPLING,
    fill_dataset,
    gdal_wkt,
    memory_dataset,
    suggested_cell,
    transformed_bounds,
    values_of,
)

# One array of doubles, its mask and the copy GDAL warps from.
BYTES_PER_CELL = 24
# Neighbouring cells that an interpolation at the edge of the window reaches for.
WARP_MARGIN = 3
SAME_CELL = 1e-6


def read_grid(
    layer: QgsRasterLayer,
    crs: QgsCoordinateReferenceSystem,
    *,
    label: str,
    other: str = "",
    band: int = 1,
    cell_size: float = 0,
    bounds: tuple[float, float, float, float] | None = None,
    resampling: str = "bilinear",
    project: QgsProject | None = None,
) -> Grid:
    """One band of a raster layer as a Grid of floats in ``crs``, NaN where the layer has no value.

    On the layer's own cells, unresampled, when it is in ``crs`` already and ``cell_size`` (metres) is 0 or
    the layer's; else warped to cells aligned to multiples of the cell size. ``bounds`` (xmin, ymin, xmax,
    ymax in ``crs``) are widened to whole cells. ``resampling`` is 'bilinear' (heights), 'nearest' (classes)
    or 'sum' (people: totals are kept). Raises MissingCrs, UnreadableRaster, TooLarge, and NoOverlap, which
    says that ``label`` misses ``other``.
    """
    if not layer.isValid() or not 1 <= band <= layer.bandCount():
        raise UnreadableRaster(label, layer.name())
    if not layer.crs().isValid():
        raise MissingCrs(label)
    whole = native_window(layer)
    try:
        if layer.crs() == crs and _keeps_cells(whole, cell_size):
            window = whole if bounds is None else whole.part(bounds)
            if window is None:
                raise NoOverlap(label, other)
            _check_memory(label, window.rows * window.cols)
            return Grid(native_values(layer, band, window, label), window.x0, window.y0, window.dx, window.dy)
        context = (project or QgsProject.instance()).transformContext()
        target = _target(whole, layer.crs(), crs, cell_size, bounds, context)
        if target is None:
            raise NoOverlap(label, other)
        _check_memory(label, target.rows * target.cols)
        source = whole.part(transformed_bounds(target.bounds, crs, layer.crs(), context), margin=WARP_MARGIN)
        _check_memory(label, source.rows * source.cols)
        given = memory_dataset(native_values(layer, band, source, label), source, layer.crs())
        return _warped(given, target, crs, resampling)
    except QgsCsException:
        # A place that has no coordinates in the other system cannot overlap anything there.
        raise NoOverlap(label, other) from None
    except RuntimeError as error:
        raise UnreadableRaster(label, layer.name(), str(error)) from error


def _keeps_cells(window: Window, cell_size: float) -> bool:
    if cell_size == 0:
        return True
    return all(abs(side - cell_size) <= SAME_CELL * cell_size for side in (window.dx, window.dy))


def _target(whole: Window, layer_crs, crs, cell_size: float, bounds, context) -> Window | None:
    """The cells to warp to, aligned to multiples of their size; None when ``bounds`` miss the raster."""
    near = whole if bounds is None else whole.part(transformed_bounds(bounds, crs, layer_crs, context))
    if near is None:
        return None
    box = transformed_bounds(near.bounds, layer_crs, crs, context)
    box = box if bounds is None else _common(box, bounds)
    if box is None:
        return None
    cell = cell_size or suggested_cell(near, layer_crs, crs)
    left, bottom = (math.floor(edge / cell) for edge in box[:2])
    right, top = (math.ceil(edge / cell) for edge in box[2:])
    return Window(0, 0, top - bottom, right - left, left * cell, top * cell, cell, cell)


def _warped(given, target: Window, crs: QgsCoordinateReferenceSystem, resampling: str) -> Grid:
    warped = gdal.Warp(
        "",
        given,
        format="MEM",
        dstSRS=gdal_wkt(crs),
        outputBounds=target.bounds,
        width=target.cols,
        height=target.rows,
        resampleAlg=RESAMPLING[resampling],
        srcNodata="nan",
        dstNodata="nan",
        errorThreshold=0,
    )
    if warped is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    return Grid(values_of(warped.GetRasterBand(1)), target.x0, target.y0, target.dx, target.dy)


def _common(one, other):
    """The bounds that two have in common, None when they do not overlap."""
    low = (max(one[0], other[0]), max(one[1], other[1]))
    high = (min(one[2], other[2]), min(one[3], other[3]))
    return (*low, *high) if low[0] < high[0] and low[1] < high[1] else None


def _check_memory(label: str, cells: int) -> None:
    free = available_memory()
    if cells * BYTES_PER_CELL > free:
        raise TooLarge(label, cells, cells * BYTES_PER_CELL, free)


def write_grid(
    path: str | Path,
    grid: Grid,
    crs: QgsCoordinateReferenceSystem,
    *,
    nodata: float = -9999.0,
    dtype=np.float32,
    description: str = "",
    metadata: dict[str, str] | None = None,
) -> Path:
    """Write a grid as a compressed, tiled GeoTIFF and return its path; NaN becomes ``nodata``.

    The file appears under its name only when it is complete. Raises NotWritten.
    """
    path = Path(path)
    values = np.where(np.isnan(grid.values), nodata, grid.values).astype(dtype)
    predictor = 3 if values.dtype.kind == "f" else 2
    unfinished = path.with_name(f".{path.stem}.{os.getpid()}.{uuid4().hex[:8]}.tif")
    options = ["COMPRESS=DEFLATE", f"PREDICTOR={predictor}", "TILED=YES", "BIGTIFF=IF_SAFER"]
    try:
        dataset = gdal.GetDriverByName("GTiff").Create(
            str(unfinished), grid.cols, grid.rows, 1, GDAL_TYPES[values.dtype.str[1:]], options
        )
        if dataset is None:
            raise OSError(gdal.GetLastErrorMsg())
        fill_dataset(dataset, values, grid, crs, nodata)
        dataset.SetMetadata({name: str(text) for name, text in (metadata or {}).items()})
        dataset.GetRasterBand(1).SetDescription(description)
        dataset.FlushCache()
        del dataset
        os.replace(unfinished, path)
    except (OSError, RuntimeError) as error:
        raise NotWritten(str(path), str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return path
