"""What zoning says of the elevation that the visible range is worked out on."""

from __future__ import annotations

import numpy as np
import pytest

MEMORY = "TEMPORARY_OUTPUT"


@pytest.fixture
def zone(run, layer_of):
    """A square kilometre of open pit beside a national road, zoned with an elevation model."""
    road = layer_of("LineString", {"等级": "string"}, [("LINESTRING(-500 -3000,-500 3000)", "国道")], "道路")
    pit = layer_of("Polygon", {"方式": "string"}, [("POLYGON((0 0,1000 0,1000 1000,0 1000,0 0))", "露天")], "资源区")

    def start(dem):
        given = {"RESOURCES": pit, "METHOD_FIELD": "方式", "ROADS": road, "ROADS_CLASS_FIELD": "等级", "DEM": dem}
        return run("mineralzoning", **given, MIN_AREA=0, ZONES=MEMORY)

    return start


def test_areas_beyond_the_elevation_are_told(zone, raster_of):
    """The model ends in the middle of the pit: what lies beyond counts as not seen, and is not passed over."""
    whole = zone(raster_of(np.zeros((100, 100)), x=-1000, y=2000))
    assert whole["RESTRICTED_SHARE"] == pytest.approx(1.0, abs=1e-6)
    assert not whole.said.warned("高程数据范围")
    half = zone(raster_of(np.zeros((100, 50)), x=-1000, y=2000, name="半幅"))
    assert half["RESTRICTED_SHARE"] == pytest.approx(0.5, abs=0.02)
    assert half.said.warned("1 个露天资源区", "高程数据范围")


def test_elevation_in_degrees_is_told(zone, raster_of):
    dem = raster_of(np.zeros((200, 200)), x=110.97, y=36.97, cell=0.0003, crs="EPSG:4326", move=False)
    assert zone(dem).said.warned("以度为单位", "EPSG:4546")
