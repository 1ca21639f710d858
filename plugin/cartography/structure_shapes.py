"""The shapes of structure symbols: expressions in millimetres on paper.

A generator hands the geometry as it lies on the sheet, in millimetres with y running down. Axes, belts and corridors
are calmed first: pieces that meet are joined, bends below a tolerance dropped and corners rounded, so that a road of a
thousand bends becomes one movement of the hand. Every width is also held to a share of the length or breadth of what is
drawn. Short axes so get slender arrows, and the same symbol fits into the few millimetres of a legend without a second
look for it.

The expressions are kept flat. When QGIS 3.22 reads one, every level of ``with_variable``, ``array_foreach``, ``if`` or
``buffer`` doubles the work: twenty levels take a second, ten a millisecond. What is short is therefore written out
where it is needed, and several values share one variable as an array.
"""

from __future__ import annotations

LEAST_BEND = 0.8  #: mm
SHADES = 24  #: steps from one colour to the other along an arrow, too fine to be seen
#: How far a part of an arrow in shades is from the first colour to the second, 0–1; several arrows follow each other.
SHADE = f"((@geometry_part_num - 1) % {SHADES}) / {SHADES - 1}.0"
DOUBLE_SHADE = f"floor(((@geometry_part_num - 1) % {2 * SHADES + 1} + 1) / 2.0) / {SHADES}.0"
#: Widths of arrows as shares of their size: where they begin, at the waist between two heads, below a head.
TAIL, WAIST, NECK = 0.28, 0.66, 0.9
#: The length of a head in widths, and how much of it overlaps the band.
HEAD, OVERLAP = 1.75, 0.25

SHORT = 12.0  #: mm: a line of a legend, or one that is no longer

LINES = "line_merge($geometry)"
#: The length of the line @l, the breadth of the area @part as its box tells, and half of it where it is narrower.
LENGTH = "length(@l)"
BREADTH = "min(bounds_width(@part), bounds_height(@part))"
HALF_BREADTH = "area(@part) / perimeter(@part)"


def smooth_line() -> str:
    """The calmed line itself."""
    return _calm(LINES)


def arc(bulge: float) -> str:
    """A link between two places: a straight line is bent by ``bulge`` of its length, others are only calmed."""
    start, end = f"start_point({LINES})", f"end_point({LINES})"
    aside = f"project(centroid({LINES}), length({LINES}) * {bulge:g}, azimuth({start}, {end}) + pi() / 2)"
    bent = f"smooth(make_line({start}, {aside}, {end}), 5)"
    return f"CASE WHEN num_points({LINES}) = 2 THEN {bent} ELSE {smooth_line()} END"


def ribbon(size: float, margin: float) -> str:
    """A broad band with rounded ends, which a short line, such as that of a legend, does not grow beyond."""
    inset = f"CASE WHEN {LENGTH} < {max(size * 1.5, SHORT):g} THEN @w / 2 + {margin:g} ELSE 0 END"
    # The layers of a band stay apart in a legend, too: the narrower the band, the smaller its share.
    share = min(0.34, 0.19 + size / 80)
    return _each_line(size, share, f"buffer(line_substring(@l, {inset}, {LENGTH} - {inset}), @w / 2 + {margin:g}, 12)")


def lens(size: float, margin: float) -> str:
    """A band that swells in the middle: a wing seen from above."""
    halves = _taper("0", f"{LENGTH} / 2", "0.25", "1"), _taper(f"{LENGTH} / 2", LENGTH, "1", "0.25")
    return _each_line(size, 0.36, _grown(f"union({halves[0]}, {halves[1]})", margin))


def arrow(size: float, margin: float) -> str:
    """A band that grows from a thin start into a head at the end."""
    return _each_axis(size, 0.24, _grown(f"union({_neck('0')}, {_head_at_end()})", margin))


def arrow_in_shades(size: float) -> str:
    """The same arrow as :data:`SHADES` polygons in one geometry, each the arrow from a later point on. QGIS draws
    large parts first, and ``@geometry_part_num`` tells them apart: opaque colours that go with the bends of the line,
    where a gradient fill would be straight and becomes a picture in a PDF."""
    shades = _each_shade(f"union({_neck(_from())}, @head)")
    return _each_axis(size, 0.24, _let("head", _head_at_end(), f"collect_geometries({shades})"))


def double_arrow(size: float, margin: float) -> str:
    """A band with a head at both ends and a slight waist."""
    heads = f"union({_head_at_start()}, {_head_at_end()})"
    return _each_axis(size, 0.2, _grown(f"union(union({_first('0')}, {_second('0')}), {heads})", margin))


def double_arrow_in_shades(size: float) -> str:
    """The same double arrow as the whole and pairs of ends that get shorter: see :func:`arrow_in_shades`."""
    pairs = f"collect_geometries(union({_first(_from())}, @heads[0]), union({_second(_from())}, @heads[1]))"
    whole = f"union(union({_first('0')}, @heads[0]), union({_second('0')}, @heads[1]))"
    shades = f"collect_geometries(array_prepend({_each_shade(pairs)}, {whole}))"
    return _each_axis(size, 0.2, _let("heads", f"array({_head_at_start()}, {_head_at_end()})", shades))


def chevrons(size: float, step: float) -> str:
    """Small arrow heads about every ``step`` along the line, at least one; ``size`` is their breadth."""
    turn = f"radians(line_interpolate_angle(@l, {_nth(step)}))"
    corners = [(0.55, "0"), (0.62, "2.5"), (0.16, "pi()"), (0.62, "-2.5"), (0.55, "0")]
    head = ", ".join(f"project(@at[0], @w * {far:g}, @at[1] + {angle})" for far, angle in corners)
    placed = f"array(line_interpolate_point(@l, {_nth(step)}), {turn})"
    return _each_line(size, 0.3, _row(_let("at", placed, f"make_polygon(make_line({head}))"), step))


def peaks(size: float, step: float) -> str:
    """A row of small mountains along the line, upright; ``size`` is their breadth."""
    peak = _let("p", f"line_interpolate_point(@l, {_nth(step)})", _peak("x(@p)", "y(@p)", "@w"))
    return _each_line(size, 0.3, _row(peak, step))


def soft_area(radius: float, margin: float) -> str:
    """The area with corners rounded by ``radius``, less where it is narrow, and grown by ``margin``; a small area, such
    as that of a legend, keeps within its edge."""
    return _each_area(_soft(radius, margin))


def inner_band(size: float, radius: float) -> str:
    """What lies within ``size`` of the edge of the area, corners rounded by ``radius``."""
    depth = f"min({size:g}, {BREADTH} * 0.2, {HALF_BREADTH} * 0.8)"
    soft = _soft(radius, 0) if radius else "@part"
    return _each_area(_let("soft", soft, f"difference(@soft, buffer(@soft, -({depth}), 12))"))


def ridges(size: float, step: float, radius: float) -> str:
    """Small mountains in staggered rows inside the area; ``size`` is their breadth. An area as small as in a legend
    has a single one."""
    rise = 0.6 * step
    across = f"generate_series(ceil(x_min(@in) / {step:g}) - 1, ceil(x_max(@in) / {step:g}))"
    down = f"generate_series(ceil(y_min(@in) / {rise:g}), ceil(y_max(@in) / {rise:g}))"
    x, y = f"(@element + 0.5 * (@row % 2) + 0.25) * {step:g}", f"(@row - 0.4) * {rise:g}"
    kept = f"array_filter(array_foreach({across}, {_peak(x, y, f'{size:g}')}), within(@element, @in))"
    rows = f"collect_geometries(array_foreach({down}, {_let('row', '@element', f'collect_geometries({kept})')}))"
    inside = _let("in", f"buffer({_soft(radius, 0)}, {-0.35 * size:g})", rows)
    at = "point_on_surface(@part)"
    single = _peak(f"x({at})", f"y({at})", f"({BREADTH} * 0.6)")
    return _each_area(f"CASE WHEN {BREADTH} < {2 * size:g} THEN {single} ELSE {inside} END")


def square(size: float, margin: float) -> str:
    """A square with soft corners on a point inside the area, smaller in a small area or legend, but never lost."""
    side = _radius(size)
    box = f"bounds(buffer(point_on_surface(@part), {side} * 0.75, 2))"
    return _each_area(f"buffer({box}, {side} * 0.25 + {margin:g}, 8)")


def disc(size: float, margin: float) -> str:
    """A disc on a point inside the area, likewise."""
    return _each_area(f"buffer(point_on_surface(@part), {_radius(size)} + {margin:g}, 24)")


def _let(name: str, value: str, then: str) -> str:
    """``then`` in which @name is the value."""
    return f"with_variable('{name}', {value}, {then})"


def _each_part(whole: str, name: str, value: str, then: str) -> str:
    """``then`` for each part of a geometry, collected; @name is ``value``, in which {part} is the part."""
    part = f"coalesce(geometry_n({whole}, @element), {whole})"
    every = f"array_foreach(generate_series(1, coalesce(num_geometries({whole}), 1)), {{}})"
    return f"collect_geometries({every.format(_let(name, value.format(part=part), then))})"


def _each_line(size: float, share: float, then: str, bend: float = LEAST_BEND) -> str:
    """``then`` for each line, calmed, as @l, with the width @w: ``size``, but no more than a share of the length."""
    return _each_part(LINES, "l", _calm("{part}", bend), _let("w", f"min({size:g}, {LENGTH} * {share:g})", then))


def _each_area(then: str) -> str:
    """``then`` for each area as @part."""
    return _each_part("$geometry", "part", "{part}", then)


def _each_axis(size: float, share: float, then: str) -> str:
    """The same for arrows, which show a direction and no road: bends of less than half their breadth are dropped."""
    return _each_line(size, share, then, max(LEAST_BEND, size / 2))


def _calm(line: str, bend: float = LEAST_BEND) -> str:
    return f"smooth(simplify({line}, {bend:g}), 3)"


def _grown(shape: str, by: float) -> str:
    """The shape with a margin of ``by``: casings."""
    return f"buffer({shape}, {by:g}, 8)" if by else shape


def _soft(radius: float, margin: float) -> str:
    """@part with rounded corners: eroded, but not away, and grown again."""
    by = f"min({radius:g}, {BREADTH} * 0.3, {HALF_BREADTH} * 0.85)"
    beyond = f"CASE WHEN {BREADTH} < {4 * radius:g} THEN -0.3 ELSE {margin:g} END"
    return f"buffer(buffer(simplify(@part, 0.3), -{by}, 12), {by} + {beyond}, 12)"


def _radius(size: float) -> str:
    return f"max({0.34 * size:g}, min({size / 2:g}, {BREADTH} * 0.42))"


def _taper(a: str, b: str, start: str, end: str) -> str:
    """The band between ``a`` and ``b`` along @l, its width going from @w * ``start`` to @w * ``end``."""
    return f"tapered_buffer(line_substring(@l, {a}, {b}), @w * {start}, @w * {end}, 6)"


def _neck(start: str) -> str:
    """The band of an arrow from a share ``start`` of its length to the head."""
    end = f"({LENGTH} - @w * {HEAD - OVERLAP:g})"
    return _taper(f"{end} * ({start}) * 0.999", end, f"({TAIL:g} + {NECK - TAIL:g} * ({start}))", f"{NECK:g}")


def _first(start: str) -> str:
    """The first half of a double arrow without its head, from a share ``start`` of the way from the middle to it."""
    way = f"({LENGTH} / 2 - @w * {HEAD - OVERLAP:g})"
    near = f"{LENGTH} / 2 - {way} * ({start}) * 0.999"
    return _taper(f"{LENGTH} / 2 - {way}", near, f"{NECK:g}", f"({WAIST:g} + {NECK - WAIST:g} * ({start}))")


def _second(start: str) -> str:
    """The second half, likewise."""
    way = f"({LENGTH} / 2 - @w * {HEAD - OVERLAP:g})"
    near = f"{LENGTH} / 2 + {way} * ({start}) * 0.999"
    return _taper(near, f"{LENGTH} / 2 + {way}", f"({WAIST:g} + {NECK - WAIST:g} * ({start}))", f"{NECK:g}")


def _head_at_end() -> str:
    return _head(LENGTH, f"{LENGTH} - @w * {HEAD:g}")


def _head_at_start() -> str:
    return _head("0", f"@w * {HEAD:g}")


def _head(tip: str, foot: str) -> str:
    """A head with swallow tail: tip, wing, notch, wing; ``tip`` and ``foot`` are distances along @l."""
    front, back = f"line_interpolate_point(@l, {tip})", f"line_interpolate_point(@l, {foot})"
    turn = f"azimuth({back}, {front})"
    corners = [(1.05, f"{turn} + pi() / 2"), (0.32, turn), (1.05, f"{turn} - pi() / 2")]
    wings = ", ".join(f"project({back}, @w * {far:g}, {angle})" for far, angle in corners)
    return f"make_polygon(make_line({front}, {wings}, {front}))"


def _from() -> str:
    """Where the shade @element begins, 0–1."""
    return f"@element / {SHADES - 1}.0"


def _each_shade(later: str) -> str:
    """The array of ``later`` for each shade @element."""
    return f"array_foreach(generate_series(0, {SHADES - 1}), {later})"


def _count(step: float) -> str:
    """Into how many stretches of about ``step`` the line is parted."""
    return f"max(1, round({LENGTH} / {step:g}))"


def _nth(step: float) -> str:
    """The middle of the stretch @element."""
    return f"(@element - 0.5) * {LENGTH} / {_count(step)}"


def _row(one: str, step: float) -> str:
    """``one`` for each stretch of the line."""
    return f"collect_geometries(array_foreach(generate_series(1, {_count(step)}), {one}))"


def _peak(x: str, y: str, breadth: str) -> str:
    """A mountain around a point; y runs down."""
    corners = ((-0.5, 0.32), (0, -0.32), (0.5, 0.32))
    points = ", ".join(f"make_point({x} + {a:g} * {breadth}, {y} + {b:g} * {breadth})" for a, b in corners)
    return f"make_line({points})"
