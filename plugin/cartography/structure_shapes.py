"""The shapes of structure symbols: expressions in millimetres on paper.

A generator hands the geometry as it lies on the sheet, in millimetres with y running down. Axes, belts and corridors
are calmed first: bends below a tolerance are dropped and corners rounded, so that a road of a thousand bends becomes
one movement of the hand. Every width is also held to a share of the length or breadth of what is drawn. Short axes so
get slender arrows, and the same symbol fits into the few millimetres of a legend without a second look for it.
"""

from __future__ import annotations

#: The calmed line @l and its length @n.
CALM_LINE = "with_variable('l', smooth(simplify($geometry, {calm}), 4), with_variable('n', length(@l), {then}))"
#: The body between ``a`` and ``b`` along @l, the width going from @w * {thin} to @w.
TAPER = "tapered_buffer(line_substring(@l, {a}, {b}), @w * {start}, @w * {end}, 10)"
#: A head with swallow tail: tip, wing, notch, wing. ``tip`` and ``foot`` are distances along @l.
HEAD = """with_variable('tip', line_interpolate_point(@l, {tip}),
  with_variable('foot', line_interpolate_point(@l, {foot}), with_variable('turn', azimuth(@foot, @tip),
    make_polygon(make_line(@tip, project(@foot, @w * 1.05, @turn + pi() / 2), project(@foot, @w * 0.32, @turn),
      project(@foot, @w * 1.05, @turn - pi() / 2), @tip)))))"""

#: The breadth of an area as far as its box tells.
BREADTH = "min(bounds_width($geometry), bounds_height($geometry))"
LEAST_BEND = 0.8  #: mm on A3
SHADES = 18  #: steps from one colour to the other along an arrow, too fine to be seen
#: How far a part of an arrow in shades is from the first colour to the second, 0–1.
SHADE = "(@geometry_part_num - 1.0) / (@geometry_part_count - 1)"
DOUBLE_SHADE = "floor(@geometry_part_num / 2.0) / floor(@geometry_part_count / 2.0)"
#: Widths of arrows as shares of their size: where they begin, at the waist between two heads, below a head.
TAIL, WAIST, NECK = 0.28, 0.66, 0.9


def _calm(then: str, calm: float = LEAST_BEND) -> str:
    return CALM_LINE.format(calm=f"{calm:g}", then=then)


def _held(size: float, share: float, then: str) -> str:
    """``then`` with the width @w: ``size``, but no more than a share of the length of the line."""
    return f"with_variable('w', min({size:g}, @n * {share:g}), {then})"


def _grown(shape: str, by: float) -> str:
    """The shape with a margin of ``by``: casings."""
    return f"buffer({shape}, {by:g}, 8)" if by else shape


def smooth_line() -> str:
    """The calmed line itself."""
    return f"smooth(simplify($geometry, {LEAST_BEND:g}), 4)"


def ribbon(size: float, margin: float) -> str:
    """A broad band with rounded ends, which a short line, such as that of a legend, does not grow beyond."""
    inset = f"with_variable('in', if(@n < {size * 1.5:g}, @w / 2 + {margin:g}, 0), {{}})"
    band = "buffer(line_substring(@l, @in, @n - @in), @w / 2, 12)"
    return _calm(_held(size, 0.34, inset.format(_grown(band, margin))))


def arrow(size: float, margin: float) -> str:
    """A band that grows from a thin start into a head at the end."""
    return _calm(_held(size, 0.24, _grown(f"union({_neck('0', '1')}, {_head_at_end()})", margin)))


def arrow_in_shades(size: float) -> str:
    """The same arrow as :data:`SHADES` polygons in one geometry, each the arrow from a later point on. QGIS draws
    large parts first, and ``@geometry_part_num`` tells them apart: opaque colours that go with the bends of the line,
    where a gradient fill would be straight and becomes a picture in a PDF."""
    later = f"union({_neck('@from', '1 - @from')}, {_head_at_end()})"
    return _calm(_held(size, 0.24, f"collect_geometries({_each_shade(later)})"))


def double_arrow(size: float, margin: float) -> str:
    """A band with a head at both ends and a slight waist."""
    halves = f"union({_half(True, '0')}, {_half(False, '0')})"
    return _calm(_held(size, 0.2, _grown(halves, margin)))


def double_arrow_in_shades(size: float) -> str:
    """The same double arrow as the whole and pairs of ends that get shorter: see :func:`arrow_in_shades`."""
    whole = f"union({_half(True, '0')}, {_half(False, '0')})"
    ends = f"collect_geometries({_half(True, '@from')}, {_half(False, '@from')})"
    return _calm(_held(size, 0.2, f"collect_geometries(array_prepend({_each_shade(ends)}, {whole}))"))


def _each_shade(later: str) -> str:
    """The array of ``later`` for @from = 0, …, 1."""
    return f"array_foreach(generate_series(0, {SHADES - 1}), with_variable('from', @element / {SHADES - 1}.0, {later}))"


def _neck(start: str, rest: str) -> str:
    """The band of an arrow from a share ``start`` of its length to the head."""
    end = "@n - @w * 1.5"
    width = f"({TAIL:g} * ({rest}) + {NECK:g} * (1 - ({rest})))"
    return TAPER.format(a=f"({end}) * ({start}) * 0.999", b=end, start=width, end=f"{NECK:g}")


def _head_at_end() -> str:
    return HEAD.format(tip="@n", foot="@n - @w * 1.75")


def _half(second: bool, start: str) -> str:
    """Half a double arrow with its head, from a share ``start`` of the way from the middle to the head."""
    way = "(@n / 2 - @w * 1.5)"
    waist = f"({WAIST:g} + {NECK - WAIST:g} * ({start}))"
    near, far = f"{way} * ({start}) * 0.999", way
    if second:
        band = TAPER.format(a=f"@n / 2 + {near}", b=f"@n / 2 + {far}", start=waist, end=f"{NECK:g}")
        return f"union({band}, {_head_at_end()})"
    band = TAPER.format(a=f"@n / 2 - {far}", b=f"@n / 2 - {near}", start=f"{NECK:g}", end=waist)
    return f"union({band}, {HEAD.format(tip='0', foot='@w * 1.75')})"


def chevrons(size: float, step: float) -> str:
    """Small arrow heads every ``step`` along the line, at least one; ``size`` is their breadth."""
    head = f"""with_variable('p', {_nth_point()},
      with_variable('turn', radians(line_interpolate_angle(@l, (@element - 0.5) * @n / @count)),
        with_variable('front', project(@p, @w * 0.55, @turn),
          make_polygon(make_line(@front, project(@p, @w * 0.62, @turn + 2.5),
            project(@p, @w * 0.16, @turn + pi()), project(@p, @w * 0.62, @turn - 2.5), @front)))))"""
    row = f"collect_geometries(array_foreach(generate_series(1, @count), {head}))"
    return _calm(_held(size, 0.3, f"with_variable('count', max(1, round(@n / {step:g})), {row})"))


def lens(size: float, margin: float) -> str:
    """A band that swells in the middle: a wing seen from above."""
    halves = [
        TAPER.format(a="0", b="@n / 2", start="0.25", end="1"),
        TAPER.format(a="@n / 2", b="@n", start="1", end="0.25"),
    ]
    return _calm(_held(size, 0.36, _grown(f"union({halves[0]}, {halves[1]})", margin)))


def peaks(size: float, step: float) -> str:
    """A row of small mountains along the line, upright; ``size`` is their breadth."""
    peak = _peak("x(@p)", "y(@p)")
    row = f"array_foreach(generate_series(1, @count), with_variable('p', {_nth_point()}, {peak}))"
    return _calm(_held(size, 0.3, f"with_variable('count', max(1, round(@n / {step:g})), collect_geometries({row}))"))


def arc(bulge: float) -> str:
    """A link between two places: a straight line is bent by ``bulge`` of its length, others are only calmed."""
    start, end = "start_point($geometry)", "end_point($geometry)"
    middle = f"project(centroid($geometry), length($geometry) * {bulge:g}, azimuth({start}, {end}) + pi() / 2)"
    bent = f"smooth(make_line({start}, {middle}, {end}), 5)"
    return f"if(num_points($geometry) = 2, {bent}, {smooth_line()})"


def soft_area(radius: float, margin: float) -> str:
    """The area with corners rounded by ``radius`` and grown by ``margin``, which a small area does not grow by."""
    rounded = f"buffer(buffer(simplify($geometry, 0.3), -@r, 12), @r + if(@b < {4 * radius:g}, -0.3, {margin:g}), 12)"
    return f"with_variable('b', {BREADTH}, with_variable('r', min({radius:g}, @b * 0.3), {rounded}))"


def inner_band(size: float, radius: float) -> str:
    """What lies within ``size`` of the edge of the area, corners rounded by ``radius``."""
    soft = soft_area(radius, 0) if radius else "$geometry"
    band = "difference(@soft, buffer(@soft, -@d, 12))"
    return f"with_variable('soft', {soft}, with_variable('d', min({size:g}, {BREADTH} * 0.2), {band}))"


def ridges(size: float, step: float, radius: float) -> str:
    """Small mountains in staggered rows inside the area; ``size`` is their breadth. An area as small as in a legend
    has a single one."""
    across = "generate_series(ceil(x_min(@in) / @step) - 1, ceil(x_max(@in) / @step))"
    down = "generate_series(ceil(y_min(@in) / @step / 0.6), ceil(y_max(@in) / @step / 0.6))"
    place = "make_point((@element + 0.5 * (@row % 2) + 0.25) * @step, (@row - 0.4) * @step * 0.6)"
    every = f"array_foreach({across}, with_variable('p', {place}, {_peak('x(@p)', 'y(@p)')}))"
    kept = f"array_filter({every}, within(@element, @in))"
    rows = f"collect_geometries(array_foreach({down}, with_variable('row', @element, collect_geometries({kept}))))"
    inside = f"with_variable('in', buffer({soft_area(radius, 0)}, -0.35 * @w), {rows})"
    single = f"with_variable('p', point_on_surface($geometry), {_peak('x(@p)', 'y(@p)')})"
    held = f"with_variable('w', min({size:g}, {BREADTH} * 0.6), with_variable('step', {step:g}, {{}}))"
    return held.format(f"if({BREADTH} < {2 * size:g}, {single}, {inside})")


def _peak(x: str, y: str) -> str:
    """A mountain of breadth @w around a point; y runs down."""
    left, top, right = ((-0.5, 0.32), (0, -0.32), (0.5, 0.32))
    return f"make_line({', '.join(f'make_point({x} + {a:g} * @w, {y} + {b:g} * @w)' for a, b in (left, top, right))})"


def _nth_point() -> str:
    """The point of one of @count equal stretches of the line, @element, in its middle."""
    return "line_interpolate_point(@l, (@element - 0.5) * @n / @count)"


def square(size: float, margin: float) -> str:
    """A square with soft corners on a point inside the area, smaller in a small legend."""
    half = f"min({size / 2:g}, bounds_height($geometry) * 0.42)"
    box = "bounds(buffer(point_on_surface($geometry), @half - @half * 0.25, 2))"
    return f"with_variable('half', {half}, buffer({box}, @half * 0.25 + {margin:g}, 8))"


def disc(size: float, margin: float) -> str:
    """A disc on a point inside the area."""
    half = f"min({size / 2:g}, bounds_height($geometry) * 0.42)"
    return f"buffer(point_on_surface($geometry), {half} + {margin:g}, 24)"
