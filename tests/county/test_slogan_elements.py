"""Which clause a drawn element belongs to, from the words that planners put into its fields."""

import geopandas as gpd
import pytest
import shapely

from ronghe.plugin.analysis.structure.elements import assign, placed
from ronghe.plugin.county.slogan_words import grammar, parse_slogan

PAPER = "双核引领、两园驱动、一屏六廊"
POINT, LINE = shapely.Point(0, 0), shapely.LineString([(0, 0), (9, 0)])
AREA = shapely.box(0, 0, 4, 4)


def drawn(*rows, layer="结构要素"):
    """Rows of (geometry, role, name), all of one layer."""
    columns = {
        "role": [row[1] for row in rows],
        "name": [row[2] if len(row) > 2 else "" for row in rows],
        "layer": [layer] * len(rows),
        "fid": range(1, len(rows) + 1),
    }
    return gpd.GeoDataFrame(columns, geometry=[row[0] for row in rows], crs="EPSG:4546")


def assigned(slogan, *rows, layer="结构要素"):
    return assign(drawn(*rows, layer=layer), parse_slogan(slogan), grammar())


@pytest.mark.parametrize(
    "shape, role, order, rank, symbol",
    [
        (POINT, "1", 1, "main", "core_main"),
        (POINT, "1.0", 1, "main", "core_main"),
        (POINT, "核", 1, "main", "core_main"),
        (POINT, "主核", 1, "main", "core_main"),
        (POINT, "副核", 1, "sub", "core_sub"),
        (POINT, "双核引领", 1, "main", "core_main"),
        (POINT, "双核", 1, "main", "core_main"),
        (POINT, "核心", 1, "main", "core_main"),
        (AREA, "产业园区", 2, "main", "park"),
        (AREA, "２", 2, "main", "park"),
        (AREA, "生态屏障", 3, "main", "screen"),
        (LINE, "六廊", 4, "main", "corridor"),
        (LINE, "六廊-城川河", 4, "main", "corridor"),
        (LINE, "廊3", 4, "main", "corridor"),
        (LINE, "水系生态廊道", 4, "main", "corridor"),
        (LINE, "城川河廊道", 4, "main", "corridor"),
        (LINE, "廊（西庄河）", 4, "main", "corridor"),
    ],
)
def test_a_role_says_the_clause_and_the_rank(qgis_app, shape, role, order, rank, symbol):
    found = assigned(PAPER, (shape, role))
    assert not len(found.unassigned)
    (row,) = found.assigned.itertuples()
    assert (row.order, row.rank, row.symbol) == (order, rank, symbol)


def test_ranks_and_directions_tell_clauses_of_one_noun_apart(qgis_app):
    rows = ((POINT, "主"), (POINT, "副中心"), (LINE, "纵"), (LINE, "四横"), (LINE, "次轴"))
    found = assigned("一主两副、两纵四横、一条主轴一条次轴", *rows)
    assert found.assigned["order"].tolist() == [1, 2, 3, 4, 6]
    assert found.assigned["symbol"].tolist() == ["core_main", "core_sub", "axis_main", "axis_main", "axis_sub"]


def test_modifier_and_geometry_decide_between_clauses_of_one_noun(qgis_app):
    found = assigned("一条生态带、一条产业带、一屏两山", (LINE, "生态带"), (LINE, "产业带"), (AREA, "屏"), (LINE, "山"))
    assert found.assigned["order"].tolist() == [1, 2, 3, 4]
    assert found.assigned["symbol"].tolist() == ["belt_ecology", "belt_industry", "screen", "screen_line"]


def test_without_a_role_the_name_decides_and_then_the_layer(qgis_app):
    found = assigned(PAPER, (LINE, "", "回龙河生态廊道"), (LINE, None, "回龙河"), layer="六廊")
    assert found.assigned["order"].tolist() == [4, 4]
    assert len(assigned(PAPER, (LINE, "其他", "回龙河"), layer="六廊").unassigned) == 1


@pytest.mark.parametrize(
    "slogan, row, reason, orders",
    [
        (PAPER, (POINT, ""), "empty", ()),
        (PAPER, (POINT, "市场"), "unknown", ()),
        (PAPER, (POINT, "9"), "unknown", ()),
        (PAPER, (POINT, "轴"), "unknown", ()),
        (PAPER, (POINT, "六廊"), "geometry", (4,)),
        ("两条生态带、一条水系带", (LINE, "带"), "several", (1, 2)),
    ],
)
def test_what_cannot_be_assigned_is_listed_with_the_reason(qgis_app, slogan, row, reason, orders):
    lost = assigned(slogan, row).unassigned
    assert lost[["reason", "orders"]].values.tolist() == [[reason, orders]]


def test_elements_are_drawn_as_their_geometry_asks(qgis_app):
    """A core drawn as an area is a point in it; a screen drawn as a line is a ridge; a park may be a point."""
    found = assigned(PAPER, (AREA, "核"), (POINT, "园"), (LINE, "屏"))
    shown = placed(found.assigned)
    assert shown["symbol"].tolist() == ["core_main", "park_point", "screen_line"]
    assert shown.geometry.iloc[0].geom_type == "Point" and shown.geometry.iloc[0].within(AREA)


def test_zones_have_a_colour_each(qgis_app):
    found = assigned("三区", *[(shapely.box(x, 0, x + 1, 1), "区") for x in range(3)])
    assert placed(found.assigned)["symbol"].tolist() == ["zone_1", "zone_2", "zone_3"]


def test_no_elements_at_all(qgis_app):
    found = assigned(PAPER)
    assert len(found.assigned) == 0 and len(found.unassigned) == 0
    assert len(placed(found.assigned)) == 0
