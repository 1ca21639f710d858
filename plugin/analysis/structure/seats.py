"""Where a town lies on the roads: at its seat, else at its own point, else somewhere inside its area."""

from __future__ import annotations

import unicodedata

import numpy as np
import shapely

SEAT, OWN, INSIDE = "seat", "own", "inside"
#: Endings that the names of one town have in one layer and lack in the other.
ENDINGS = ("人民政府", "镇政府", "乡政府", "政府", "驻地", "街道办事处", "街道", "镇", "乡")


def place_towns(shapes: np.ndarray, names, seats: np.ndarray = (), seat_names=()) -> tuple[np.ndarray, np.ndarray]:
    """The places (n, 2) of n towns, and what each was taken from (n,): ``seat``, ``own`` or ``inside``.

    ``shapes`` are points or polygons, ``seats`` (k,) points. A seat belongs to the town of its name; an area whose name
    no seat has takes the first seat inside it that bears no other town's name.
    """
    points = shapely.point_on_surface(shapes)
    xy = shapely.get_coordinates(points)
    polygon = shapely.get_dimensions(shapes) == 2
    source = np.where(polygon, INSIDE, OWN).astype(object)
    seats = np.asarray(seats, dtype=object)
    if not len(seats):
        return xy, source
    place = shapely.get_coordinates(shapely.point_on_surface(seats))
    wanted = [plain_name(name) for name in names]
    found = [plain_name(name) for name in seat_names] if len(seat_names) else [""] * len(seats)
    free = np.array([not name or name not in wanted for name in found])
    for town, name in enumerate(wanted):
        same = [number for number, other in enumerate(found) if name and other == name]
        within = shapely.intersects(shapes[town], seats[same]) if len(same) and polygon[town] else None
        if within is not None and within.any():  # of two seats of one name the one inside
            same = [number for number, inside in zip(same, within) if inside]
        elif not same and polygon[town]:
            same = np.flatnonzero(free & shapely.intersects(shapes[town], seats)).tolist()
        if same:
            xy[town], source[town] = place[same[0]], SEAT
            free[same[0]] = False
    return xy, source


def named_in(text: str, names) -> list[int]:
    """Which of n names a text holds (places in ``names``), in the order of the text. A name that is part of a longer
    one (河镇 in 双河镇) is not named by that; the second of two equal names is named by a second mention.
    """
    rest = squeezed(text)
    plain = [plain_name(name) for name in names]
    found = []
    for number in sorted(range(len(plain)), key=lambda one: -len(plain[one])):
        at = rest.find(plain[number]) if plain[number] else -1
        if at >= 0:
            found.append((at, number))
            rest = rest[:at] + "\0" * len(plain[number]) + rest[at + len(plain[number]) :]
    return [number for _, number in sorted(found)]


def squeezed(text: str) -> str:
    """A text in half width and small letters, without blanks."""
    return "".join(unicodedata.normalize("NFKC", str(text or "")).split()).lower()


def plain_name(name: str) -> str:
    """A town's name without blanks and without the words that say only what it is."""
    text = squeezed(name)
    for ending in ENDINGS:
        if text.endswith(ending) and len(text) > len(ending) + 1:
            text = text[: -len(ending)]
    return text
