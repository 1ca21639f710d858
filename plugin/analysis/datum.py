"""The offset of Chinese web maps: GCJ-02 ("Mars" coordinates), and what it does to counts per area.

Boundaries taken from Chinese web maps lie up to 700 m beside the same boundaries in WGS84 or CGCS2000 (the two agree
within a metre). The file does not say so; a mine near a boundary then counts for the wrong county.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

KRASOVSKY_AXIS = 6_378_245.0  #: metres; the offset is defined on the ellipsoid of Krasovsky (1940)
KRASOVSKY_ECCENTRICITY2 = 0.00669342162296594323
OFFSET_WEST, OFFSET_EAST = 72.004, 137.8347  #: degrees; outside these bounds web maps of China are not offset
OFFSET_SOUTH, OFFSET_NORTH = 0.8293, 55.8271
INVERSE_ROUNDS = 6  #: the offset changes by at most 1 % of the way, so each round leaves a hundredth of the error


@dataclass(frozen=True)
class DatumCounts:
    """Points in each of m areas, with the boundaries as given and with their GCJ-02 offset taken off.

    ``as_given`` and ``if_gcj02`` are (m,) integers; ``changed`` (k,) holds the areas where they differ. ``moved`` (n,)
    is true for each point that lies in other areas then.
    """

    as_given: np.ndarray
    if_gcj02: np.ndarray
    changed: np.ndarray
    moved: np.ndarray


def to_gcj02(lonlat) -> np.ndarray:
    """(n, 2) GCJ-02 degrees of (n, 2) WGS84 degrees, longitude first.

    The polynomial with sines that became public with the web maps' clients about 2010; checked against published
    pairs of coordinates. Coordinates outside China's bounds come back unchanged.
    """
    lonlat = np.asarray(lonlat, dtype=float).reshape(-1, 2)
    lon, lat = lonlat.T
    offset_here = (lon >= OFFSET_WEST) & (lon <= OFFSET_EAST) & (lat >= OFFSET_SOUTH) & (lat <= OFFSET_NORTH)
    return np.where(offset_here[:, None], lonlat + _offset(lon, lat), lonlat)


def to_wgs84(lonlat) -> np.ndarray:
    """(n, 2) WGS84 degrees of (n, 2) GCJ-02 degrees, longitude first; the inverse of ``to_gcj02`` to 1e-11 degrees.

    There is no closed form: the guess is moved by what its own GCJ-02 position is off.
    """
    target = np.asarray(lonlat, dtype=float).reshape(-1, 2)
    guess = target.copy()
    for _ in range(INVERSE_ROUNDS):
        guess -= to_gcj02(guess) - target
    return guess


def counts_by_area(points, areas) -> np.ndarray:
    """(m,) how many of the (n, 2) points lie in each of the m areas (shapely polygons), the boundary included.

    A point in two overlapping areas counts in both; areas that are None or empty have no points.
    """
    _, area = _inside(points, areas)
    return np.bincount(area, minlength=len(areas))


def counts_if_gcj02(points, areas) -> DatumCounts:
    """How the counts of (n, 2) points per area change if the boundaries of the m areas are GCJ-02, not WGS84.

    Both are in degrees, longitude first; the points are taken as WGS84. Areas are shapely polygons.
    """
    areas = np.asarray(areas, dtype=object)
    as_given = _inside(points, areas)
    shifted = shapely.transform(areas, to_wgs84)
    if_gcj02 = _inside(points, shifted)
    before, after = (np.bincount(area, minlength=len(areas)) for _, area in (as_given, if_gcj02))

    pairs = [point * len(areas) + area for point, area in (as_given, if_gcj02)]
    moved = np.zeros(len(np.asarray(points, dtype=float).reshape(-1, 2)), dtype=bool)
    moved[np.setxor1d(*pairs) // max(len(areas), 1)] = True
    return DatumCounts(before, after, np.flatnonzero(before != after), moved)


def _offset(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """(n, 2) degrees that GCJ-02 adds at WGS84 positions, longitude first."""
    x, y = lon - 105.0, lat - 35.0
    root, ripple = np.sqrt(np.abs(x)), _sines(x, (6, 20), (2, 20))
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
    east += _sines(x, (1, 20), (1 / 3, 40)) + _sines(x, (1 / 12, 150), (1 / 30, 300))
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
    north += _sines(y, (1, 20), (1 / 3, 40)) + _sines(y, (1 / 12, 160), (1 / 30, 320))

    # The polynomial is in metres: divided by the radii of curvature it is an angle.
    latitude = np.radians(lat)
    bulge = 1.0 - KRASOVSKY_ECCENTRICITY2 * np.sin(latitude) ** 2
    meridian = KRASOVSKY_AXIS * (1.0 - KRASOVSKY_ECCENTRICITY2) / bulge**1.5
    parallel = KRASOVSKY_AXIS / np.sqrt(bulge) * np.cos(latitude)
    return np.degrees(np.column_stack([east / parallel, north / meridian]))


def _sines(value: np.ndarray, *waves: tuple[float, float]) -> np.ndarray:
    """Two thirds of the sum of sines with (half waves a degree, metres)."""
    return sum(amplitude * np.sin(frequency * np.pi * value) for frequency, amplitude in waves) * 2.0 / 3.0


def _inside(points, areas) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of point and area of every pair where the point lies in the area."""
    points = np.asarray(points, dtype=float).reshape(-1, 2)
    usable = np.flatnonzero(np.isfinite(points).all(axis=1))
    point, area = shapely.STRtree(np.asarray(areas, dtype=object)).query(
        shapely.points(points[usable]), predicate="intersects"
    )
    return usable[point], area
