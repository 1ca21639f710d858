"""Polygons that tile the county: lines cut it into faces, faces get a class, what is too small joins a neighbour.

All faces come from one set of noded lines, so that neighbours share their border point by point: no gap, no overlap.
"""

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from shapes import PRECISION_M

ROUNDS = 12


def cut(outline, lines):
    """Faces into which lines cut the county."""
    noded = shapely.union_all([outline.boundary, *lines], grid_size=PRECISION_M)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    inside = shapely.point_on_surface(faces)
    shapely.prepare(outline)
    return faces[shapely.contains_xy(outline, shapely.get_x(inside), shapely.get_y(inside))]


def classify(faces, layers, rest):
    """Class of each face: of the first layer, in the order given, that holds its middle; else ``rest``."""
    classes = np.full(len(faces), rest, dtype=object)
    inside = shapely.point_on_surface(faces)
    east, north = shapely.get_x(inside), shapely.get_y(inside)
    for name, shape in reversed(layers):
        shapely.prepare(shape)
        for held in np.flatnonzero(shapely.contains_xy(shape, east, north)):
            classes[held] = name
    return classes


def borders(faces):
    """(length of the common border of each pair of faces as a sparse matrix, perimeter of each face)."""
    rings, owner = shapely.get_rings(faces, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    steps = np.round(np.column_stack([points[:-1], points[1:]])[same] / PRECISION_M).astype(np.int64)
    face = owner[ring[:-1][same]]
    length = np.hypot(steps[:, 2] - steps[:, 0], steps[:, 3] - steps[:, 1]) * PRECISION_M
    turned = (steps[:, 0] > steps[:, 2]) | ((steps[:, 0] == steps[:, 2]) & (steps[:, 1] > steps[:, 3]))
    steps[turned] = steps[turned][:, [2, 3, 0, 1]]
    order = np.lexsort(steps.T)
    twin = np.flatnonzero((steps[order][1:] == steps[order][:-1]).all(axis=1))
    first, second = face[order[twin]], face[order[twin + 1]]
    shared = coo_matrix((length[order[twin]], (first, second)), shape=(len(faces), len(faces))).tocsr()
    return shared + shared.T, np.bincount(face, weights=length, minlength=len(faces))


def groups(shared, classes):
    """Number of the connected patch of one class that each face belongs to."""
    pairs = shared.tocoo()
    alike = np.fromiter((classes[i] == classes[j] for i, j in zip(pairs.row, pairs.col)), bool, len(pairs.row))
    kept = coo_matrix((np.ones(alike.sum()), (pairs.row[alike], pairs.col[alike])), shape=shared.shape)
    return connected_components(kept, directed=False)[1]


def absorb(faces, classes, least, liking):
    """Classes in which patches that are too small or too thin have joined the neighbour they share most with.

    ``least(class)`` gives the smallest area (m2) and mean width (m); ``liking(class, neighbour)`` how gladly the patch
    joins: of the neighbours it likes best it takes the one with the longest common border, and stays when all are 0.
    """
    classes = classes.copy()
    shared, perimeter = borders(faces)
    area = shapely.area(faces)
    for _ in range(ROUNDS):
        group = groups(shared, classes)
        pairs = shared.tocoo()
        apart = group[pairs.row] != group[pairs.col]
        between = coo_matrix((pairs.data[apart], (group[pairs.row[apart]], group[pairs.col[apart]]))).tocsr()
        size = np.bincount(group, weights=area)
        within = np.bincount(group[pairs.row[~apart]], weights=pairs.data[~apart], minlength=len(size))
        around = np.bincount(group, weights=perimeter) - within
        name = np.empty(len(size), dtype=object)
        name[group] = classes
        limits = np.array([least(one) for one in name])
        poor = np.flatnonzero((size < limits[:, 0]) | (2 * size / around < limits[:, 1]))
        changed = {}
        for one in poor[np.argsort(size[poor], kind="stable")]:
            row = between[one]
            able = [
                (wish, length, -other)
                for other, length in zip(row.indices, row.data)
                if other not in changed and (wish := liking(name[one], name[other]))
            ]
            if able:
                changed[one] = name[-max(able)[2]]
        if not changed:
            break
        for one, new in changed.items():
            for face in np.flatnonzero(group == one):
                classes[face] = new
    return classes


def segments(lines):
    """The straight pieces of lines."""
    points, line = shapely.get_coordinates(shapely.get_parts(lines), return_index=True)
    same = line[1:] == line[:-1]
    return shapely.linestrings(np.stack([points[:-1][same], points[1:][same]], axis=1))


def redrawn(faces, classes, tolerance_m, exceptions):
    """(faces, classes) with fewer points: each common border simplified once, for both sides of it.

    ``exceptions`` are (lines, tolerance in m): borders along these lines are simplified by less; 0 keeps their course.
    """
    patches = np.array([patch for _, patch in dissolve(faces, classes)])
    arcs = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(patches))))
    points, arc = shapely.get_coordinates(arcs, return_index=True)
    inner = np.flatnonzero(arc[1:] == arc[:-1])
    tolerance = np.full(len(inner), tolerance_m)
    middle = shapely.points((points[inner] + points[inner + 1]) / 2)
    for lines, finer in exceptions:
        along = shapely.STRtree(segments(lines)).query(middle, predicate="dwithin", distance=2 * PRECISION_M)[0]
        tolerance[along] = np.minimum(tolerance[along], max(finer, PRECISION_M / 2))
    # An arc is cut where its tolerance changes, so that the point where it leaves a line stays on it.
    starts = np.flatnonzero(np.diff(inner, prepend=-2) != 1)
    starts = np.union1d(starts, np.flatnonzero(np.diff(tolerance, prepend=-1.0)))
    runs = [inner[first:last] for first, last in zip(starts, [*starts[1:], len(inner)])]
    arcs = [shapely.linestrings(points[run[0] : run[-1] + 2]) for run in runs]
    arcs = shapely.simplify(arcs, tolerance[starts])
    new = shapely.get_parts(shapely.polygonize(shapely.get_parts(shapely.union_all(arcs, grid_size=PRECISION_M))))
    return inherited(new, faces, classes)


def cut_further(outline, faces, classes, lines):
    """(faces, classes) cut by more lines."""
    return inherited(cut(outline, [*shapely.boundary(faces), *lines]), faces, classes)


def inherited(new, faces, classes):
    """(faces, classes): new faces, without what lies outside, with the class of the old face that holds them."""
    inside = shapely.point_on_surface(new)
    point, face = shapely.STRtree(faces).query(inside, predicate="intersects")
    held, first = np.unique(point, return_index=True)
    new_classes = np.empty(len(held), dtype=object)
    new_classes[:] = [classes[one] for one in face[first]]
    return new[held], new_classes


def dissolve(faces, classes):
    """(class, polygon) of each connected patch, from north-west to south-east within a class."""
    shared, _ = borders(faces)
    group = groups(shared, classes)
    order = np.argsort(group, kind="stable")
    found = []
    for members in np.split(order, np.flatnonzero(np.diff(group[order])) + 1):
        shape = shapely.coverage_union_all(faces[members])
        for part in shapely.get_parts(shape):
            found.append((classes[members[0]], part))
    return sorted(found, key=lambda row: (str(row[0]), -row[1].bounds[3], row[1].bounds[0]))
