"""The parts of a town's score as they are read: functions, the road network, and what has to be said of them."""

from __future__ import annotations

import numpy as np
import shapely

from ...analysis.structure.seat_network import SeatNetwork, between_seats
from ...analysis.structure.town_types import ALL_ROUND, town_types
from ...analysis.structure.towns import Score, facility_kinds, function_index
from ...bridge.sentences import listed
from ...county.standards import standard_table
from ...county.words import canonical, longest_held, plain
from ...language import language, tr
from ..attribute_words import word_of
from ..layer_reading import chosen_field, read_layer
from ..mining.usual_fields import found_fields
from ..road_reading import roads_from
from .town_reading import POPULATION_FIELD, TownReading

FACILITIES, FACILITY_TYPE_FIELD, FACILITY_LEVEL_FIELD = "FACILITIES", "FACILITY_TYPE_FIELD", "FACILITY_LEVEL_FIELD"
ROADS, ROAD_CLASS_FIELD, SPEED_FIELD, MAX_SNAP = "ROADS", "ROAD_CLASS_FIELD", "SPEED_FIELD", "MAX_SNAP"
LEVELS = {"county": 3, "town": 2, "village": 1}


def read_functions(reading: TownReading) -> tuple[np.ndarray | None, np.ndarray | None]:
    """The index of functions (n,), None without indicators and facilities, and the number of functions by facilities
    (n,), None without facilities.
    """
    columns = [reading.indicators] if reading.indicators.shape[1] else []
    _say_even_indicators(reading)
    kinds = _facility_columns(reading)
    if kinds is not None:
        columns.append(kinds[:, None])
    if not columns:
        return None, kinds
    return function_index(np.column_stack(columns)), kinds


def _say_even_indicators(reading: TownReading) -> None:
    """Indicators that tell no town from another, each with how many towns have a value."""
    for name, values in zip(reading.indicator_fields, reading.indicators.T):
        known = values[np.isfinite(values)]
        if len(np.unique(known)) > 1:
            continue
        given = {"field": name, "count": len(values), "known": len(known)}
        if len(known) < len(values):
            text = tr(
                "{count} 个乡镇中只有 {known} 个填了职能指标“{field}”，不能区分乡镇，这项指标不计入职能；请补填后重算。"
            )
        else:
            text = tr("职能指标“{field}”在 {count} 个乡镇都一样（{value}），不能区分乡镇，不计入职能；请核对字段。")
            given["value"] = f"{known[0]:g}"
        reading.feedback.pushWarning(text.format(**given))


def _facility_columns(reading: TownReading) -> np.ndarray | None:
    fields = found_fields(
        reading, FACILITIES, "facilities", {FACILITY_TYPE_FIELD: "type", FACILITY_LEVEL_FIELD: "level"}
    )
    features = read_layer(reading, FACILITIES, tr("公共服务设施"), fields=list(fields.values()))
    if features is None or not len(features.frame):
        return None
    points = shapely.point_on_surface(features.frame.geometry.to_numpy())
    town = _town_of(points, reading)
    kind = np.full(len(points), "", dtype=object)
    if fields[FACILITY_TYPE_FIELD]:
        kind = features.frame[fields[FACILITY_TYPE_FIELD]].map(word_of).to_numpy(dtype=object)
    level = np.ones(len(points))
    if fields[FACILITY_LEVEL_FIELD]:
        words = features.frame[fields[FACILITY_LEVEL_FIELD]].map(word_of)
        level = canonical("facility_level", words, reading.project)[0].map(LEVELS).fillna(1).to_numpy(dtype=float)
    outside = int((town < 0).sum())
    if outside:
        reading.feedback.pushWarning(
            tr("{count} 处公共服务设施不在任何乡镇内，不计入乡镇的职能；请核对乡镇界和设施的坐标系。").format(
                count=outside
            )
        )
    return facility_kinds(town, kind, level, len(reading.labels))


def _town_of(points: np.ndarray, reading: TownReading) -> np.ndarray:
    """The town (k,) that each point lies in, -1 in none; of towns that are points the nearest."""
    area = shapely.get_dimensions(reading.shapes) == 2
    town = np.full(len(points), -1)
    if not area.any():
        return shapely.STRtree(shapely.points(reading.xy)).nearest(points)
    point, number = shapely.STRtree(reading.shapes[area]).query(points, predicate="intersects")
    town[point[::-1]] = np.flatnonzero(area)[number[::-1]]
    return town


def read_network(reading: TownReading, progress) -> SeatNetwork | None:
    """Travel between the seats on the roads, None without a road layer; what is not connected is named."""
    class_field, speed_field = chosen_field(reading, ROAD_CLASS_FIELD), chosen_field(reading, SPEED_FIELD)
    given = reading.algorithm.parameterAsSource(reading.parameters, ROADS, reading.context)
    if given is None:
        return None
    if not class_field and not speed_field:
        class_field = found_fields(reading, ROADS, "roads", {ROAD_CLASS_FIELD: "class"})[ROAD_CLASS_FIELD]
    features = read_layer(reading, ROADS, tr("道路"), geometry="line", fields=[class_field, speed_field])
    roads = roads_from(features, class_field, speed_field, "", None, reading.project)
    for text in roads.notes:
        reading.feedback.pushWarning(text)
    max_snap = reading.algorithm.parameterAsDouble(reading.parameters, MAX_SNAP, reading.context)
    network = between_seats(reading.xy, roads.roads, max_snap, progress)
    _say_unconnected(reading, network, max_snap)
    return network


def _say_unconnected(reading: TownReading, network: SeatNetwork, max_snap: float) -> None:
    off = network.reason != ""
    if off.any():
        reading.feedback.pushWarning(
            tr(
                "{count} 个乡镇的驻地 {metres} 米内没有道路（{names}），没有路网联系，中心性按 0 计；"
                "请核对驻地位置、补绘道路或放宽距道路最远的距离。"
            ).format(count=int(off.sum()), metres=f"{max_snap:g}", names=listed(reading.labels[off].tolist()))
        )
    if network.separate.any():
        reading.feedback.pushWarning(
            tr(
                "{count} 个乡镇的驻地所在道路与其他乡镇不连通（{names}），没有路网联系，中心性按 0 计；"
                "请检查道路的端点是否相接。"
            ).format(count=int(network.separate.sum()), names=listed(reading.labels[network.separate].tolist()))
        )


def say_weights(reading: TownReading, score: Score) -> None:
    """Which parts are missing or say nothing, and the weights that were used instead."""
    titles = part_titles()
    used = listed(
        [
            tr("{part} {weight}").format(part=title, weight=f"{weight:.2f}")
            for title, weight in zip(titles.values(), score.used)
            if weight > 0
        ]
    )
    said = {
        score.absent: tr("没有{parts}的数据，其权重按比例分给其余各项，实际权重为{used}。"),
        score.even: tr("各乡镇的{parts}都一样，不能区分乡镇，其权重按比例分给其余各项，实际权重为{used}。"),
    }
    few = _say_few_people(reading, score, used)
    for parts, text in ((tuple(one for one in parts if one not in few), text) for parts, text in said.items()):
        if parts:
            reading.feedback.pushWarning(text.format(parts=listed([titles[part] for part in parts]), used=used))
    unscored = ~np.isfinite(score.score)
    if unscored.any():
        reading.feedback.pushWarning(
            tr("{count} 个乡镇的人口或指标缺失（{names}），不评分、不定级、不计算引力；请补全后重算。").format(
                count=int(unscored.sum()), names=listed(reading.labels[unscored].tolist())
            )
        )


def _say_few_people(reading: TownReading, score: Score, used: str) -> tuple[str, ...]:
    """Population that does not count because most towns have none; the parts that are told with that."""
    known = np.isfinite(reading.population)
    if known.all() or "population" not in (*score.absent, *score.even):
        return ()
    reading.feedback.pushWarning(
        tr(
            "{count} 个乡镇中填了人口（大于 0）的有 {known} 个，人口不能区分乡镇，其权重按比例分给其余各项，"
            "实际权重为{used}；请在字段“{field}”中补填{names}的人口后重算。"
        ).format(
            count=len(known),
            known=int(known.sum()),
            used=used,
            field=chosen_field(reading, POPULATION_FIELD),
            names=listed(reading.labels[~known].tolist()),
        )
    )
    return ("population",)


def why_no_links(reading: TownReading) -> str:
    """Why no two towns have a link."""
    known = int(np.isfinite(reading.population).sum())
    if known < 2:
        return tr(
            "乡镇之间没有可以计算的联系：联系按两地人口计算，{count} 个乡镇中填了人口（大于 0）的有 {known} 个，"
            "请在字段“{field}”中补填"
        ).format(count=len(reading.labels), known=known, field=chosen_field(reading, POPULATION_FIELD))
    return tr("乡镇之间没有可以计算的联系：填了人口的 {known} 个乡镇之间没有连通的道路，请检查道路").format(known=known)


def part_titles() -> dict[str, str]:
    """The parts of the score as the planner reads them."""
    return {"population": tr("人口"), "functions": tr("职能"), "centrality": tr("路网中心性")}


def read_types(reading: TownReading, level: np.ndarray) -> np.ndarray:
    """The type (n,) of each town in words, '' where the indicators do not say."""
    table = standard_table("town_types", reading.project)
    fields = reading.features.qgs_fields
    sectors = {}
    for row in table.to_dict("records"):
        for word in filter(None, str(row["words"]).split("|")):
            sectors[plain(word)] = row["type"]
    sector = []
    for name in reading.indicator_fields:
        place = fields.indexOf(name)
        text = plain(f"{name} {fields.at(place).alias() if place >= 0 else ''}")
        sector.append(sectors.get(longest_held(text, sectors), ""))
    known = np.array([bool(one) for one in sector], dtype=bool)
    if not known.any():
        return np.full(len(level), "", dtype=object)
    found = town_types(reading.indicators[:, known], [one for one in sector if one], reading.population, level)
    words = table.set_index("type")[language()].to_dict()
    assert ALL_ROUND in words
    return np.array([words.get(one, "") for one in found], dtype=object)
