"""Make the fictional training county 云岭县 (Yunling): run ``python resources/training/make_training.py``.

Everything is invented. The same seed gives the same files; see README.md for what is in them.
"""

import time
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr
from scipy import ndimage

import layers
from channels import detailed_land, river_reaches
from drainage import route
from facilities import make_facilities
from grid import smooth_noise
from land import Land
from landcover import land_cover, population_raster, village_patches
from make_plan import add_plan
from mining import make_mines, resource_areas
from neighbours import peaks, surroundings
from planning import ecological_red_line, growth_boundaries, industrial_parks, permanent_cropland
from protection import hazard_areas, heritage, reserves, scenic_areas, water_sources
from railway import RAILWAY_NAME, bridges, lay_railway, tunnels
from rivers import county_rivers
from road_lines import road_sections
from road_plan import plan_network
from settlements import make_villages
from terrain import eroded_land
from territory import catchments, county_mask, seat_places, town_basins, town_labels, town_polygons
from write import write_geopackage, write_raster, write_speeds

SEED = 7
FOLDER = Path(__file__).resolve().parent / "data"
LOWEST_M, HIGHEST_M = 832.0, 2088.0
"""Lowest and highest ground in the county."""
MARGIN_M = 1_800.0
"""Rasters reach this far beyond the county's box."""


def shape_land(rng):
    """(land, river reaches, town seats): relief, drainage, county and towns."""
    coarse, eroded = eroded_land(rng)
    reaches = river_reaches(coarse, eroded)
    grid = coarse.with_cell(30.0)
    ground = detailed_land(grid, coarse, eroded, reaches, town_basins(), rng)
    drainage = route(ground, grid.cell)
    area = drainage.accumulate(np.full(ground.size, grid.cell**2 / 1e6))
    units = catchments(drainage, area, grid.shape)
    county = county_mask(grid, units)
    area = area.reshape(grid.shape)
    low, high = ground[county].min(), ground[county].max()
    ground = LOWEST_M + (ground - low) * (HIGHEST_M - LOWEST_M) / (high - low)
    slope = np.hypot(*np.gradient(ground, grid.cell))
    seats = seat_places(grid, slope, area, county)
    town = town_labels(grid, units, county, slope, seats)
    towns, outline = town_polygons(grid, town)
    elevation = np.round(ground).astype(np.int16)
    return Land(grid, elevation, slope, area, county, town, outline, towns), reaches, seats


def conflict_places(land, roads, water_zones, reserve_rows, scenic, growth, cropland):
    """Ground for the mines that are to conflict with something."""

    def along(rank, low, high):
        lines = shapely.union_all([road.line for road in roads if road.rank == rank])
        return lines.buffer(high).difference(lines.buffer(low)).intersection(land.outline)

    def zone(level):
        return shapely.union_all([row[-1] for row in water_zones if row[2] == level])

    reserve = shapely.union_all([row[-1] for row in reserve_rows])
    town = shapely.union_all(list(growth.values()))
    view = shapely.union_all([row[-1] for row in scenic])
    return {
        "国道": along(0, 60.0, 420.0),
        "省道": along(1, 60.0, 260.0),
        "二级水源": zone("二级"),
        "一级水源": zone("一级"),
        "自然保护区": reserve.buffer(150.0).difference(reserve.buffer(-150.0)).intersection(land.outline),
        "城镇": town.buffer(500.0).difference(town.buffer(150.0)),
        "景区": view.buffer(200.0).difference(view.buffer(-300.0)).intersection(land.outline),
        "永久基本农田": shapely.union_all(cropland[:12]),
    }


def make_county(rng):
    """All layers of the GeoPackage and the rasters, in memory."""
    land, reaches, seats = shape_land(rng)
    rivers = county_rivers(reaches, land.outline, seats)
    gentle, rough = ndimage.uniform_filter(land.slope, 5), smooth_noise(rng, land.grid, 900, 2)
    villages = make_villages(land, seats, rng)
    growth = growth_boundaries(land, seats, gentle, rough)
    intakes, water_zones = water_sources(land, rivers, seats)
    parks = industrial_parks(land, seats, gentle, rough, growth, water_zones)

    builder, gates, cut_off = plan_network(land, seats, villages, rng)
    roads = road_sections(builder, gates, seats["城关镇"], growth["城关镇"], villages[cut_off[0]])
    stops = [seats["康宁镇"], seats["城关镇"]]
    railway = lay_railway(land, builder, gates["东"], stops)
    structures = bridges(roads, rivers) + tunnels(land, roads)

    reserve_rows, scenic = reserves(land), scenic_areas(land, rng)
    resources = resource_areas(land, rng)
    patches = village_patches(land, villages, gentle, rough)
    built = shapely.union_all([*growth.values(), *(row[-1] for row in parks)])
    first_zones = [row[-1] for row in water_zones if row[2] == "一级"]

    cover = land_cover(land, reaches, roads, railway, [row[-1] for row in parks], patches, rng)
    red_line = ecological_red_line(land, cover, [row[-1] for row in reserve_rows], first_zones, built)
    strips = [road.line.buffer(12.0) for road in roads if road.rank <= 3] + [railway.buffer(15.0)]
    strips += [river.line.buffer(15.0 + 2.2 * river.area**0.5) for river in rivers]
    cropland = permanent_cropland(land, cover, shapely.union_all([built, *red_line, *strips]))
    wanted = conflict_places(land, roads, water_zones, reserve_rows, scenic, growth, cropland)
    mines = make_mines(land, resources, wanted, built, rng)
    return (
        land,
        {
            **layers.territory_layers(land, seats, villages, *surroundings(land.outline, rng), peaks(land)),
            **layers.transport_layers(roads, RAILWAY_NAME, railway, structures),
            **layers.nature_layers(
                rivers,
                intakes,
                water_zones,
                reserve_rows,
                scenic,
                hazard_areas(land, villages, rng),
                heritage(villages, rng),
            ),
            **layers.planning_layers(
                make_facilities(seats, villages, rng), parks, growth, cropland, red_line
            ),
            **layers.mining_layers(resources, mines),
        },
        cover,
        population_raster(land, villages, patches, cover),
    )


def crop(grid, values, window):
    """Part of a raster that a sub-frame covers."""
    row, col = round((grid.top - window.top) / grid.cell), round((window.left - grid.left) / grid.cell)
    return values[row : row + window.rows, col : col + window.cols]


def main():
    """Write all files and say what is in them."""
    gdal.UseExceptions()
    ogr.UseExceptions()
    started = time.time()
    FOLDER.mkdir(exist_ok=True)
    # GEOS raises harmless floating-point flags when lines meet exactly.
    with np.errstate(invalid="ignore"):
        land, tables, cover, people = make_county(np.random.default_rng(SEED))
    west, south, east, north = land.outline.bounds
    box = (west - MARGIN_M, south - MARGIN_M, east + MARGIN_M, north + MARGIN_M)
    coarse = land.grid.with_cell(90.0)
    window = coarse.window(*box)
    fine = window.with_cell(land.grid.cell)
    write_geopackage(FOLDER / "yunling.gpkg", tables)
    write_raster(FOLDER / "yunling_dem.tif", fine, crop(land.grid, land.elevation, fine), gdal.GDT_Int16, 2)
    write_raster(FOLDER / "yunling_landcover.tif", fine, crop(land.grid, cover, fine), gdal.GDT_Byte, 1)
    write_raster(FOLDER / "yunling_population.tif", window, crop(coarse, people, window), gdal.GDT_Float32, 3)
    write_speeds(FOLDER / "landcover_speeds.csv")
    for name, (_, _, rows) in tables.items():
        print(f"{name}\t{len(rows)}")
    add_plan(FOLDER)
    for path in sorted(FOLDER.iterdir()):
        print(f"{path.name}\t{path.stat().st_size / 1e6:.2f} MB")
    print(f"{time.time() - started:.0f} s")


if __name__ == "__main__":
    main()
