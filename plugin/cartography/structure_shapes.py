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

LEAST_BEND = 0.8  #: mm on A3


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
    """A broad band with rounded ends."""
    return _calm(_held(size, 0.34, _grown("buffer(@l, @w / 2, 12)", margin)))


def arrow(size: float, margin: float) -> str:
    """A band that grows from a thin start into a head at the end."""
    body = TAPER.format(a="0", b="@n - @w * 1.5", start="0.28", end="0.9")
    head = HEAD.format(tip="@n", foot="@n - @w * 1.75")
    return _calm(_held(size, 0.24, _grown(f"union({body}, {head})", margin)))


def double_arrow(size: float, margin: float) -> str:
    """A band with a head at both ends and a slight waist."""
    second = TAPER.format(a="@n / 2", b="@n - @w * 1.5", start="0.66", end="0.9")
    first = TAPER.format(a="@w * 1.5", b="@n / 2", start="0.9", end="0.66")
    heads = [HEAD.format(tip="@n", foot="@n - @w * 1.75"), HEAD.format(tip="0", foot="@w * 1.75")]
    return _calm(_held(size, 0.2, _grown(f"union(union({first}, {second}), union({heads[0]}, {heads[1]}))", margin)))


def chevrons(size: float, step: float) -> str:
    """Small arrow heads every ``step`` along the line, at least one; ``size`` is their breadth."""
    head = """with_variable('p', line_interpolate_point(@l, (@element - 0.5) * @n / @count),
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


def soft_area(radius: float, margin: float) -> str:
    """The area with corners rounded by ``radius`` and grown by ``margin``."""
    held = f"with_variable('r', min({radius:g}, min(bounds_width($geometry), bounds_height($geometry)) * 0.3), {{}})"
    return held.format(f"buffer(buffer(simplify($geometry, 0.3), -@r, 12), @r + {margin:g}, 12)")


def inner_band(size: float, radius: float) -> str:
    """What lies within ``size`` of the edge of the area, corners rounded by ``radius``."""
    soft = soft_area(radius, 0) if radius else "$geometry"
    depth = f"min({size:g}, min(bounds_width($geometry), bounds_height($geometry)) * 0.2)"
    return f"with_variable('soft', {soft}, with_variable('d', {depth}, difference(@soft, buffer(@soft, -@d, 12))))"


def ridges(size: float, step: float, radius: float) -> str:
    """Small mountains in staggered rows inside the area; ``size`` is their breadth."""
    inside = f"buffer({soft_area(radius, 0)}, -{0.55 * size:g})"
    across = f"generate_series(ceil(x_min(@in) / {step:g}) - 1, ceil(x_max(@in) / {step:g}))"
    rise = 0.32 * size
    row = (
        f"with_variable('x', (@element + 0.5 * (@row % 2)) * {step:g},"
        f" with_variable('y', (@row - 0.5) * {0.6 * step:g},"
        f" make_line(make_point(@x - {0.5 * size:g}, @y + {rise:g}), make_point(@x, @y - {rise:g}),"
        f" make_point(@x + {0.5 * size:g}, @y + {rise:g}))))"
    )
    down = f"generate_series(ceil(y_min(@in) / {0.6 * step:g}), ceil(y_max(@in) / {0.6 * step:g}))"
    every = f"array_foreach({across}, {row})"
    kept = f"array_filter({every}, within(@element, @in))"
    rows = f"collect_geometries(array_foreach({down}, with_variable('row', @element, collect_geometries({kept}))))"
    return f"with_variable('in', {inside}, {rows})"


def square(size: float, margin: float) -> str:
    """A square with soft corners on a point inside the area, smaller in a small legend."""
    half = f"min({size / 2:g}, bounds_height($geometry) * 0.42)"
    box = "bounds(buffer(point_on_surface($geometry), @half - @half * 0.25, 2))"
    return f"with_variable('half', {half}, buffer({box}, @half * 0.25 + {margin:g}, 8))"


def disc(size: float, margin: float) -> str:
    """A disc on a point inside the area."""
    half = f"min({size / 2:g}, bounds_height($geometry) * 0.42)"
    return f"buffer(point_on_surface($geometry), {half} + {margin:g}, 24)"


#: From the start of the line to its end, as corners of the box around it.
ALONG = {
    "x1": "coalesce((x(start_point({g})) - x_min({g})) / nullif(x_max({g}) - x_min({g}), 0), 0)",
    "y1": "coalesce((y(start_point({g})) - y_min({g})) / nullif(y_max({g}) - y_min({g}), 0), 0.5)",
    "x2": "coalesce((x(end_point({g})) - x_min({g})) / nullif(x_max({g}) - x_min({g}), 0), 1)",
    "y2": "coalesce((y(end_point({g})) - y_min({g})) / nullif(y_max({g}) - y_min({g}), 0), 0.5)",
}
