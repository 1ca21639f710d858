"""Make the plan of the training county on its survey: run ``python resources/training/make_plan.py``.

The layers of the survey are kept value by value; the plan's layers are put behind them. The same survey gives the same
plan.
"""

import csv
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr

from coverage import dissolve
from floods import flood_areas
from industry import industry_links, with_leading_industry
from landuse import land_use
from planning_zones import zone_faces
from reservoirs import make_reservoirs
from spaces import three_spaces
from survey import read_survey
from tourism import tourism_corridors, tourism_nodes
from write import write_geopackage

FOLDER = Path(__file__).resolve().parent / "data"
SEED = 11
PARKS = "产业园区"
SPACE_FIELDS = {"名称": str, "乡镇": str, "备注": str}
PLAN = {
    "规划分区": ("MultiPolygon", {"分区": str, "二级分区": str}),
    "农业空间": ("MultiPolygon", SPACE_FIELDS),
    "生态空间": ("MultiPolygon", SPACE_FIELDS),
    "城镇空间": ("MultiPolygon", SPACE_FIELDS),
    "用地现状": ("MultiPolygon", {"地类编码": str, "地类名称": str, "乡镇": str}),
    "旅游廊带": ("LineString", {"名称": str, "主题": str}),
    "旅游节点": ("Point", {"名称": str, "类型": str, "级别": str}),
    "产业链联系": ("LineString", {"起点": str, "终点": str, "产业链": str, "环节": str}),
    "洪涝风险控制线": ("MultiPolygon", {"名称": str, "河流": str, "乡镇": str}),
}
"""Layer -> geometry type and fields."""
WIND = [("N", "北", 4.1), ("NNE", "北东北", 3.2), ("NE", "东北", 3.8), ("ENE", "东东北", 4.4), ("E", "东", 6.2), ("ESE", "东东南", 5.1), ("SE", "东南", 5.6), ("SSE", "南东南", 6.3), ("S", "南", 7.4), ("SSW", "南西南", 6.0), ("SW", "西南", 6.9), ("WSW", "西西南", 7.2), ("W", "西", 9.3), ("WNW", "西西北", 10.4), ("NW", "西北", 8.6), ("NNW", "北西北", 5.5)]  # fmt: skip
"""Direction the wind comes from and its share of the year in per cent; invented."""


def plan_rows(survey):
    """Layer -> rows, each (values..., geometry)."""
    rng = np.random.default_rng(SEED)
    water = make_reservoirs(survey)
    faces, zones = zone_faces(survey, water)
    nodes = tourism_nodes(survey)
    return {
        "规划分区": [(*zone, shape) for zone, shape in dissolve(faces, zones)],
        **three_spaces(survey, faces, zones, rng),
        "用地现状": land_use(survey, water, rng),
        "旅游廊带": tourism_corridors(survey, nodes),
        "旅游节点": nodes,
        "产业链联系": industry_links(survey),
        "洪涝风险控制线": flood_areas(survey),
    }


def write_wind(path):
    """How often the wind comes from each of 16 directions."""
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(["direction", "direction_zh", "percent", "source"])
        table.writerows([(*row, "虚构 fictional") for row in WIND])


def add_plan(folder):
    """Write the survey with the plan behind it."""
    survey = read_survey(folder, PLAN)
    # GEOS raises harmless floating-point flags when lines meet exactly.
    with np.errstate(invalid="ignore"):
        rows = plan_rows(survey)
    tables = {**survey.tables, PARKS: with_leading_industry(survey.tables[PARKS])}
    tables.update({name: (*PLAN[name], rows[name]) for name in PLAN})
    unfinished = folder / "unfinished.gpkg"
    write_geopackage(unfinished, tables)
    unfinished.replace(folder / "yunling.gpkg")
    write_wind(folder / "wind.csv")
    for name in PLAN:
        vertices = shapely.get_num_coordinates([row[-1] for row in rows[name]]).sum()
        print(f"{name}\t{len(rows[name])}\t{vertices}")


if __name__ == "__main__":
    gdal.UseExceptions()
    ogr.UseExceptions()
    add_plan(FOLDER)
