"""Rows of each layer of the GeoPackage, from the parts of the county."""

import shapely
from shapely.geometry import Point

from neighbours import PREFECTURE
from road_plan import CLASSES
from territory import TOWNS

COUNTY = "云岭县"
COUNTY_CODE = "990000"


def point(east, north):
    """Point on the centimetre grid."""
    return Point(round(float(east), 2), round(float(north), 2))


def territory_layers(land, seats, villages, neighbours, prefecture, peaks):
    """县界, 乡镇, 乡镇驻地, 行政村, 邻县, 地市, 山峰."""
    people = {town: sum(v.people for v in villages if v.town == town) for town in TOWNS}
    towns = [
        (
            town,
            kind,
            rank,
            f"{COUNTY_CODE}{101 + index:03d}000",
            people[town],
            round(land.towns[town].area / 1e6, 3),
            land.towns[town],
        )
        for index, (town, (kind, rank, _)) in enumerate(TOWNS.items())
    ]
    return {
        "县界": (
            "MultiPolygon",
            {"名称": str, "代码": str, "上级": str, "面积_km2": float},
            [(COUNTY, COUNTY_CODE, PREFECTURE, round(land.outline.area / 1e6, 3), land.outline)],
        ),
        "乡镇": (
            "MultiPolygon",
            {"名称": str, "类型": str, "等级": str, "代码": str, "人口": int, "面积_km2": float},
            towns,
        ),
        "乡镇驻地": (
            "Point",
            {"名称": str, "等级": str},
            [(town, TOWNS[town][1], point(*seat)) for town, seat in seats.items()],
        ),
        "行政村": (
            "Point",
            {"名称": str, "乡镇": str, "人口": int, "户数": int, "类型": str},
            [(v.name, v.town, v.people, v.households, v.kind, point(v.east, v.north)) for v in villages],
        ),
        "邻县": ("MultiPolygon", {"名称": str}, neighbours),
        "地市": ("MultiPolygon", {"名称": str}, [(PREFECTURE, prefecture)]),
        "山峰": (
            "Point",
            {"名称": str, "高程_m": int},
            [(name, height, point(east, north)) for name, height, east, north in peaks],
        ),
    }


def transport_layers(roads, railway_name, railway, structures):
    """道路, 铁路, 桥隧."""
    return {
        "道路": (
            "LineString",
            {"名称": str, "编号": str, "等级": str, "路面": str, "单向": str},
            [(r.name, r.code, CLASSES[r.rank], r.surface, r.one_way, r.line) for r in roads],
        ),
        "铁路": ("LineString", {"名称": str}, [(railway_name, shapely.set_precision(railway, 0.01))]),
        "桥隧": (
            "Point",
            {"名称": str, "类型": str, "长度_m": int},
            [(s.name, s.kind, s.length, point(s.east, s.north)) for s in structures],
        ),
    }


def nature_layers(rivers, intakes, water_zones, reserves, scenic, hazards, heritage):
    """河流, 取水口, 饮用水水源保护区, 自然保护区, 景区, 地质灾害隐患区, 文物保护单位."""
    return {
        "河流": ("LineString", {"名称": str, "等级": int}, [(r.name, r.rank, r.line) for r in rivers]),
        "取水口": (
            "Point",
            {"名称": str, "水源名称": str, "河流": str, "乡镇": str, "日取水_m3": int},
            [(*row[:-1], point(row[-1].x, row[-1].y)) for row in intakes],
        ),
        "饮用水水源保护区": (
            "MultiPolygon",
            {"名称": str, "水源名称": str, "级别": str, "乡镇": str},
            water_zones,
        ),
        "自然保护区": ("MultiPolygon", {"名称": str, "级别": str, "分区": str}, reserves),
        "景区": ("MultiPolygon", {"名称": str, "级别": str}, scenic),
        "地质灾害隐患区": ("MultiPolygon", {"名称": str, "类型": str, "乡镇": str, "易发程度": str}, hazards),
        "文物保护单位": ("MultiPolygon", {"名称": str, "级别": str, "乡镇": str}, heritage),
    }


def planning_layers(facilities, parks, growth, cropland, red_line):
    """公共服务设施, 产业园区, 城镇开发边界, 永久基本农田, 生态保护红线."""
    grown = [(f"{town}城镇开发边界", town, shape) for town, shape in growth.items()]
    grown += [(f"{name}城镇开发边界", town, shape) for name, _, town, shape in parks]
    return {
        "公共服务设施": (
            "Point",
            {"名称": str, "类型": str, "级别": str, "乡镇": str, "规模": int, "建成年": int},
            [(f.name, f.kind, f.level, f.town, f.size, f.year, point(f.east, f.north)) for f in facilities],
        ),
        "产业园区": (
            "MultiPolygon",
            {"名称": str, "类型": str},
            [(name, kind, shape) for name, kind, _, shape in parks],
        ),
        "城镇开发边界": ("MultiPolygon", {"名称": str, "乡镇": str}, grown),
        "永久基本农田": (
            "MultiPolygon",
            {"编号": str, "面积_ha": float},
            [(f"YN{i + 1:04d}", round(shape.area / 1e4, 2), shape) for i, shape in enumerate(cropland)],
        ),
        "生态保护红线": (
            "MultiPolygon",
            {"编号": str, "面积_ha": float},
            [(f"HX{i + 1:03d}", round(shape.area / 1e4, 2), shape) for i, shape in enumerate(red_line)],
        ),
    }


def mining_layers(resources, mines):
    """资源区, 矿山."""
    fields = {
        "名称": str,
        "矿种": str,
        "开采方式": str,
        "状态": str,
        "乡镇": str,
        "产能_万吨": int,
        "采矿权人": str,
        "批准年": int,
        "备注": str,
    }
    rows = [
        (
            m.name,
            m.mineral,
            m.method,
            m.state,
            m.town,
            m.output,
            m.holder,
            m.year,
            f"培训用冲突：{m.conflict}" if m.conflict else "",
            m.shape,
        )
        for m in mines
    ]
    return {
        "资源区": ("MultiPolygon", {"名称": str, "矿种": str, "储量级别": str}, resources),
        "矿山": ("MultiPolygon", fields, rows),
    }
