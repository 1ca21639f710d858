"""Classes of a legend can be told apart by everybody and on a grey print, or it is known why not."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest
from qgis.PyQt.QtGui import QColor

#: Colours of the mapping specification that cannot be told apart in some way of seeing, and what tells them apart.
OFFICIAL = Path(__file__).with_name("official_clashes.csv")
OF_THE_SPECIFICATION = ("planzones", "landuse", "landuse_survey")
#: Themes that no legend lists.
NOT_IN_LEGENDS = ("base", "terrain")
#: Pairs that clash and may, with the reason.
ALLOWED = {
    frozenset(("village", "village_covered")): "never on one sheet",
    frozenset(("facility_other", "level_1")): "level swatches show sizes; other facilities are the only empty disc",
    frozenset(("facility_other", "level_2")): "level swatches show sizes; other facilities are the only empty disc",
    frozenset(("control_urban", "control_purple")): "colours of the specification; city lines are drawn in towns",
    frozenset(("control_green", "control_blue")): "colours of the specification; their edges differ",
}


@pytest.fixture(scope="module")
def palette(qgis_app):
    from ronghe.plugin.cartography import palette

    return palette


@pytest.fixture(scope="module")
def themes(qgis_app) -> dict:
    """The drawn styles of the catalogue by theme."""
    from ronghe.plugin.cartography.catalogue import styles

    found = {}
    for style in styles().values():
        if style.geometry != "raster" and style.theme not in NOT_IN_LEGENDS:
            found.setdefault(style.theme, []).append(style)
    return found


def unforeseen(clashes) -> list:
    """Clashes that no reason is known for. Clusters of quarries carry their number on the map."""
    known = {frozenset((row["one"], row["other"])) for row in official()} | set(ALLOWED)
    return [
        clash
        for clash in clashes
        if frozenset((clash.one, clash.other)) not in known
        and not (clash.one.startswith("quarry_cluster") and clash.other.startswith("quarry_cluster"))
    ]


def official() -> list[dict]:
    return list(csv.DictReader(OFFICIAL.read_text(encoding="utf-8").splitlines()))


def test_distances_are_those_of_cie_lab(palette):
    assert palette.lab(QColor("red")) == pytest.approx([53.24, 80.09, 67.20], abs=0.01)
    assert palette.distance(QColor("white"), QColor("black")) == pytest.approx(100, abs=0.01)


def test_red_and_green_of_one_lightness_are_alike_for_the_colour_blind_only(palette):
    red, green = QColor(192, 96, 64), QColor(120, 128, 48)
    assert palette.distance(red, green) > 40
    assert palette.distance(red, green, palette.DEUTERANOPIA) < palette.distance(red, green) / 3
    assert palette.distance(QColor(0, 0, 255), QColor(255, 255, 0), palette.PROTANOPIA) > 100


def test_two_classes_of_one_colour_clash_unless_one_is_hatched(palette, themes):
    by_code = {style.code: style for group in themes.values() for style in group}
    first, second = by_code["planzone_rural"], by_code["planzone_rural_village"]
    assert palette.distance(palette.colour_of(first), palette.colour_of(second)) == 0
    assert palette.clashes([first, second]) == []
    assert [clash.distance for clash in palette.clashes([by_code["landuse_07"], by_code["landuse_0701"]])] == [0.0] * 4


def test_classes_of_every_theme_are_told_apart(palette, themes):
    found = [clash for group in themes.values() for clash in palette.clashes(group)]
    assert unforeseen(found) == []


def test_classes_of_every_legend_group_of_every_sheet_are_told_apart(palette):
    for (sheet, group), styles in legend_groups().items():
        assert unforeseen(palette.clashes(styles)) == [], f"{sheet}, {group}"


def legend_groups() -> dict:
    """The styles that share a group of the legend on a sheet, from ``sheet_layers.csv``."""
    from ronghe.plugin.cartography.catalogue import styles_of
    from ronghe.plugin.county.standards import standard_table

    found: dict = {}
    for row in standard_table("sheet_layers").to_dict("records"):
        codes = found.setdefault((row["sheet"], row["theme"]), {})
        for code in (row["plain"], row["classes"]):
            codes.update({style.code: style for style in styles_of(code) if code})
    return {key: list(codes.values()) for key, codes in found.items()}


def test_what_is_known_of_official_colours_is_still_so(palette, themes):
    found = {}
    for theme in OF_THE_SPECIFICATION:
        for clash in palette.clashes(themes[theme]):
            found.setdefault((clash.one, clash.other), []).append(clash.vision)
    assert {(row["one"], row["other"]): row["visions"].split("|") for row in official()} == found
    assert all(row["told_apart_by"] for row in official())


@pytest.mark.parametrize("prefix", ["zone", "belt", "link", "townlevel"])
def test_structure_is_told_apart_without_any_colour(palette, prefix):
    from ronghe.plugin.cartography.catalogue import styles_of

    for one, other in combinations(styles_of(prefix), 2):
        grey = palette.distance(palette.colour_of(one), palette.colour_of(other), palette.GREY)
        assert palette.marked_apart(one, other) or grey >= palette.LEAST[palette.GREY], (one.code, other.code)
