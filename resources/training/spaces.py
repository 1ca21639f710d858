"""农业空间, 生态空间, 城镇空间: the zones put together by town, with a few deliberate faults for training."""

import numpy as np
import shapely
from shapely import affinity

from coverage import classify, cut_further, dissolve
from planning_zones import CONTROLLED, GREEN, LATER, PROTECTED, TOWN, WOODS
from protection import uneven_disc

AGRICULTURE, ECOLOGY, URBAN = "农业空间", "生态空间", "城镇空间"
ECOLOGICAL, BUILT = (PROTECTED, CONTROLLED, WOODS), (TOWN, LATER, GREEN)
"""Zones of the ecological and the urban space; all other ground is agricultural."""

TOWN_AND_FIELDS = ("桃坪镇", 300.0, "培训用重叠：与农业空间重叠")
FIELDS_AND_WOODS = ("石门镇", 340.0, "培训用重叠：与生态空间重叠")
GAP = ("双河镇", 330.0, "培训用空白：有一块地没有划入任何空间")
RED_LINE = ("桃坪镇", 380.0, "培训用冲突：生态保护红线内的地划入了农业空间")
"""Town, radius (m) and note of each fault."""


def space_of(zone):
    """The space that a zone belongs to."""
    return ECOLOGY if zone in ECOLOGICAL else URBAN if zone in BUILT else AGRICULTURE


def beside_town(survey, town, radius, rng):
    """A patch over the fields at the edge of a town."""
    fields, own = survey.whole("永久基本农田"), survey.whole("城镇开发边界", 乡镇=town)

    def gain(place):
        patch = place.buffer(radius)
        return fields.intersection(patch).area - own.intersection(patch).area

    bearings = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    round_about = [affinity.translate(own.centroid, 1_000 * np.cos(t), 1_000 * np.sin(t)) for t in bearings]
    place = max(round_about, key=gain)
    return uneven_disc(rng, (place.x, place.y), radius, 0.15)


def inside(ground, radius, rng):
    """A patch in the middle of the largest part of some ground."""
    core = ground.buffer(-1.15 * radius)
    place = max(shapely.get_parts(core), key=shapely.area).representative_point()
    return uneven_disc(rng, (place.x, place.y), radius, 0.14)


def fault_patches(survey, faces, zones, rng):
    """(of the town beside its fields, of fields in woods, of the gap, of the red line given to fields)."""
    woods = shapely.coverage_union_all(faces[[zone == WOODS for zone in zones]])
    red = survey.whole("生态保护红线")
    return (
        beside_town(survey, *TOWN_AND_FIELDS[:2], rng),
        *(inside(woods.intersection(survey.towns[town]), radius, rng) for town, radius, _ in (FIELDS_AND_WOODS, GAP)),
        inside(red.intersection(survey.towns[RED_LINE[0]]), RED_LINE[1], rng),
    )


def tidy(shape):
    """The polygons of a cut on the centimetre grid."""
    shape = shapely.set_precision(shape, 0.01)
    return shapely.multipolygons([p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and p.area > 1.0])


def three_spaces(survey, faces, zones, rng):
    """Space -> [(name, town, note, polygon)]: one row a town, and one for each fault that adds ground."""
    towns = survey.towns
    patches = fault_patches(survey, faces, zones, rng)
    limits = [shape.boundary for shape in towns.values()]
    faces, zones = cut_further(survey.outline, faces, zones, limits)
    town_of = classify(faces, list(towns.items()), "")
    space = np.array([space_of(zone) for zone in zones], dtype=object)
    keys = np.empty(len(faces), dtype=object)
    keys[:] = list(zip(space, town_of))
    ground = {}
    for key, part in dissolve(faces, keys):
        ground.setdefault(key, []).append(part)
    ground = {key: shapely.multipolygons(parts) for key, parts in ground.items()}
    added = _plant(ground, *patches)
    found = {AGRICULTURE: [], ECOLOGY: [], URBAN: []}
    for (name, town), shape in sorted(ground.items(), key=lambda item: list(towns).index(item[0][1])):
        note = GAP[2] if (name, town) == (ECOLOGY, GAP[0]) else ""
        found[name].append((f"{town}{name}", town, note, tidy(shape)))
    for name, (town, _, note), shape in added:
        found[name].append((f"{town}{name}（{note[:5]}）", town, note, tidy(shape)))
    return found


def _plant(ground, beside, in_woods, nobody, in_red):
    """Make the faults: ground taken away in place; the rows to be added are given back."""
    (town, *_), (woods, *_), (gap, *_), (red, *_) = TOWN_AND_FIELDS, FIELDS_AND_WOODS, GAP, RED_LINE
    doubled = max(shapely.get_parts(beside.intersection(ground[AGRICULTURE, town])), key=shapely.area)
    both = in_woods.intersection(ground[ECOLOGY, woods])
    moved = in_red.intersection(ground[ECOLOGY, red])
    ground[ECOLOGY, gap] = ground[ECOLOGY, gap].difference(nobody)
    ground[ECOLOGY, red] = ground[ECOLOGY, red].difference(in_red)
    return [
        (URBAN, TOWN_AND_FIELDS, doubled),
        (AGRICULTURE, FIELDS_AND_WOODS, both),
        (AGRICULTURE, RED_LINE, moved),
    ]
