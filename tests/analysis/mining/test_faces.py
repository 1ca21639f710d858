"""Areas cut along lines: faces that fill the area and share their edges."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from ronghe.plugin.analysis.mining.faces import common_edges, faces_of
from ronghe.plugin.analysis.mining.regions import batches

SQUARE = box(0, 0, 100, 100)


def cut(areas, *lines):
    """The faces of ``areas`` cut along (area number, line) pairs."""
    shapes = np.array([line for _, line in lines], dtype=object)
    return faces_of(np.array(areas, dtype=object), shapes, np.array([number for number, _ in lines], dtype=int))


def sizes(faces) -> list[float]:
    return sorted(shapely.area(faces).round(9))


def test_lines_cut_an_area_into_faces():
    faces, owner = cut(
        [SQUARE], (0, LineString([(-10, 40), (110, 40)])), (0, LineString([(30, -10), (30, 110)])), (0, SQUARE.boundary)
    )
    assert sizes(faces) == [1200, 1800, 2800, 4200] and (owner == 0).all()


def test_an_area_that_nothing_cuts_stays_as_it_was_drawn():
    faces, owner = cut([SQUARE, box(200, 0, 300, 100)], (1, LineString([(250, -10), (250, 110)])))
    assert owner.tolist() == [0, 1, 1]
    assert shapely.equals_exact(faces[0], SQUARE)


def test_a_line_that_ends_inside_cuts_nothing():
    faces, _ = cut([SQUARE], (0, LineString([(-10, 40), (60, 40)])))
    assert sizes(faces) == [10000]


def test_holes_stay_holes_and_parts_stay_parts():
    ring = SQUARE.difference(box(40, 40, 60, 60))
    two = MultiPolygon([ring, box(200, 0, 220, 100)])
    faces, owner = cut([two], (0, LineString([(-10, 50), (400, 50)])))
    assert sizes(faces) == [1000, 1000, 4800, 4800]
    assert shapely.area(faces).sum() == two.area and set(owner) == {0}


def test_a_ring_inside_becomes_a_face_and_a_hole():
    faces, _ = cut([SQUARE], (0, box(20, 20, 50, 50).exterior))
    assert sizes(faces) == [900, 9100]
    assert sorted(len(face.interiors) for face in faces) == [0, 1]


def test_faces_share_the_edge_along_which_they_were_cut():
    bent = LineString([(-10, 40), (33.3, 47.1), (110, 61.7)])
    faces, owner = cut([SQUARE], (0, bent))
    first, second, metres = common_edges(faces, owner)
    assert (first.tolist(), second.tolist()) == ([0], [1])
    assert metres == pytest.approx([bent.intersection(SQUARE).length])


def test_a_corner_is_no_common_edge_and_other_groups_are_no_neighbours():
    faces = np.array([box(0, 0, 1, 1), box(1, 1, 2, 2), box(0, 0, 1, 1), box(1, 0, 2, 1)], dtype=object)
    first, second, metres = common_edges(faces, np.array([0, 0, 1, 1]))
    assert (first.tolist(), second.tolist(), metres.tolist()) == ([2], [3], [1.0])


def test_an_edge_in_two_places_counts_with_its_whole_length():
    court = SQUARE.difference(box(40, 0, 60, 90))
    first, _, metres = common_edges(np.array([court, box(40, 0, 60, 90)], dtype=object), np.zeros(2))
    assert first.tolist() == [0] and metres.tolist() == [200.0]


@pytest.mark.parametrize("seed", range(5))
def test_faces_fill_the_area_far_from_the_origin(seed):
    rng = np.random.default_rng(seed)
    angle = np.sort(rng.uniform(0, 2 * np.pi, 200))
    shape = Polygon(np.c_[37_500_000 + 900 * np.cos(angle), 4_090_000 + 700 * np.sin(angle)])
    rings = [shape.centroid.buffer(r).exterior for r in rng.uniform(50, 900, 30)]
    across = [LineString(np.array(shape.centroid.coords) + rng.uniform(-2000, 2000, (2, 2))) for _ in range(30)]
    faces, _ = cut([shape], *((0, line) for line in [*rings, *across, rings[0], shape.boundary]))
    assert len(faces) > 100
    assert shapely.area(faces).sum() == pytest.approx(shape.area, rel=1e-9)
    assert shapely.union_all(faces).area == pytest.approx(shape.area, rel=1e-9)


def test_batches_are_of_the_size_asked_for_and_leave_nothing_out():
    assert list(batches(np.array([4, 4, 4, 30, 1, 1]), 9)) == [slice(0, 2), slice(2, 3), slice(3, 4), slice(4, 6)]
    assert list(batches(np.array([], dtype=int))) == []
