"""Classes of the data as classes of the map and of the legend."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def renderers(qgis_app):
    from ronghe.plugin.cartography import renderers

    return renderers


@pytest.fixture(scope="module")
def layers(made_up):
    project, layers = made_up.county()
    yield layers
    project.clear()


def test_bands_read_as_minutes_and_run_from_dark_to_light(renderers, layers):
    renderer = renderers.bands_renderer(layers.bands.layer, (15, 30, 45, 60))
    assert [c.label() for c in renderer.categories()] == ["≤15 分钟", "15–30 分钟", "30–45 分钟", "45–60 分钟"]
    lightness = [c.symbol().color().lightnessF() for c in renderer.categories()]
    assert lightness == sorted(lightness)


def test_bands_are_translucent_so_that_terrain_shows(renderers, layers):
    renderer = renderers.bands_renderer(layers.bands.layer, (30,))
    assert 0.3 < renderer.categories()[0].symbol().color().alphaF() < 0.8


def test_only_classes_that_occur_are_in_the_legend(renderers, layers):
    renderer = renderers.class_renderer(layers.roads.layer, "等级", "road")
    assert [c.value()[0] for c in renderer.categories()] == ["高速公路", "国道", "省道", "县道", "乡道", "村道"]


def test_minor_roads_are_left_out_at_small_scales(renderers, layers):
    renderer = renderers.class_renderer(layers.roads.layer, "等级", "road", scale=500_000)
    assert "村道" not in [c.value()[0] for c in renderer.categories()]


def test_unknown_values_are_named_not_hidden(renderers, layers):
    assert renderers.unknown_values(layers.seats.layer, "名称", "road") != []


def test_villages_out_of_reach_are_larger_than_those_within(renderers, layers):
    uncovered, covered = renderers.covered_renderer(layers.villages.layer).categories()
    assert uncovered.symbol().size() > 2 * covered.symbol().size()


def test_facilities_of_a_town_are_shown_once_a_type_in_a_ring_around_it(layers):
    from ronghe.plugin.cartography.facility_places import generalised

    scale = 200_000
    places = generalised(layers.facilities, layers.seats, layers.boundary.layer.crs(), scale, 1.0)
    seat = next(f for f in layers.seats.layer.getFeatures() if f["等级"] == "中心城区")
    ring = [f for f in places.getFeatures() if f.geometry().distance(seat.geometry()) < 9 * scale / 1000]
    assert len({f["type"] for f in ring}) == len(ring) == 5
    assert {f["level"] for f in ring} == {"level_1"}
    for one in ring:
        others = [f for f in ring if f.id() != one.id()]
        assert min(one.geometry().distance(f.geometry()) for f in others) > 3.2 * scale / 1000
        to_the_right = one.geometry().asPoint().x() > seat.geometry().asPoint().x() + 4.5 * scale / 1000
        assert not to_the_right, "the right side is kept free for the name"


def test_village_facilities_appear_at_large_scales_only(layers):
    from ronghe.plugin.cartography.facility_places import generalised

    crs = layers.boundary.layer.crs()
    levels = {
        scale: {f["level"] for f in generalised(layers.facilities, layers.seats, crs, scale, 1.0).getFeatures()}
        for scale in (50_000, 250_000)
    }
    assert "level_3" in levels[50_000] and "level_3" not in levels[250_000]


def test_polygons_over_each_other_hide_nothing_of_the_county(renderers):
    """A layer of towns may hold the county too; what lies under both is still inside."""
    assert renderers.outside_renderer("outside_ground").preprocessingEnabled()
