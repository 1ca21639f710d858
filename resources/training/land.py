"""The county's land as the other parts of the training data see it."""

from dataclasses import dataclass

import numpy as np
from shapely.geometry import Polygon

from grid import Grid


@dataclass(frozen=True)
class Land:
    """Rasters on one 30 m frame, and the county with its towns."""

    grid: Grid
    elevation: np.ndarray
    """Whole metres, as written to the elevation file."""
    slope: np.ndarray
    """Rise over run."""
    area: np.ndarray
    """Upstream area in km2."""
    county: np.ndarray
    """True inside the county."""
    town: np.ndarray
    """1..7 in the order of the towns, 0 outside."""
    outline: Polygon
    towns: dict
    """Town name -> polygon."""
