"""r.walk of GRASS, from which Naismith–Langmuir is taken, gives the same times."""

import shutil
import subprocess

import numpy as np
import pytest

ROWS, COLUMNS, CELL = 60, 80, 30.0
STEPS = (
    "g.region raster=dem; r.mapcalc --q 'none = 0'; r.walk --q {flags} elevation=dem friction=none output=seconds "
    "start_coordinates={x},{y} max_cost=0 lambda=1; "
    "r.out.gdal --q -f -c input=seconds output={out} type=Float64 nodata=-1"
)


@pytest.fixture(scope="module")
def hills():
    """Steep and gentle, up and down: slopes on both sides of the 12° where Langmuir's rule changes."""
    y, x = np.mgrid[0:ROWS, 0:COLUMNS]
    return (800 + 40 * np.sin(x / 6) + 30 * np.cos(y / 9) + 0.002 * x * y * np.cos(x / 15)).round(2)


def seconds_of_grass(dem, x, y, flags, folder):
    from osgeo import gdal

    out = folder / "seconds.tif"
    script = folder / "walk.sh"
    steps = STEPS.format(flags=flags, x=x, y=y, out=out)
    script.write_text(f"set -e; r.in.gdal --q -o input={dem} output=dem; {steps}\n", encoding="utf-8")
    done = subprocess.run(
        ["grass", "--tmp-location", "XY", "--exec", "bash", str(script)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0 and out.exists(), done.stderr[-2000:]
    raster = gdal.Open(str(out))
    return raster.GetRasterBand(1).ReadAsArray()


@pytest.mark.skipif(shutil.which("grass") is None, reason="GRASS is not installed: r.walk cannot be asked")
@pytest.mark.parametrize(("flags", "neighbours"), [("", 0), ("-k", 1)])
def test_naismith_langmuir_from_one_place_is_r_walk(run, raster_of, points_of, hills, tmp_path, flags, neighbours):
    """Friction 0, from the start outwards (DIRECTION 1), with 8 and with 16 neighbours: 1e-5 of each time, which
    is what the 32 bits of the raster leave.
    """
    west, south = 500_000.0, 4_090_000.0
    dem = raster_of(hills)
    x, y = 20 * CELL + 15, -(30 * CELL + 15)
    reference = seconds_of_grass(dem.source(), west + x, south + y, flags, tmp_path)
    got = run(
        "traveltime",
        FACILITIES=points_of([(x, y)]),
        DEM=dem,
        WALK_MODEL=1,
        DIRECTION=1,
        NEIGHBOURS=neighbours,
        MAX_MINUTES=3000,
        OUTPUT="TEMPORARY_OUTPUT",
    )
    minutes = got.grid()
    assert np.isfinite(minutes).all() and minutes[30, 20] == 0
    np.testing.assert_allclose(minutes * 60, reference, rtol=1e-5, atol=1e-3)
