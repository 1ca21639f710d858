"""What each of the three spaces holds alone in each place, where they overlap and what none of them holds: as a run of
三类空间平衡 has found it, so that sheet and panel say the same, else measured here the same way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import NULL, QgsFeature

from ....analysis.structure.faults import NoSpaces
from ....analysis.structure.space_zones import Zones
from ....analysis.structure.spaces import AGRICULTURE, ECOLOGY, OVERLAP, SPACES, UNASSIGNED, URBAN, balance_spaces
from ....bridge.areas import ellipsoidal_areas
from ..county import County
from ..ground import Ground, read_role

RUN = "spacebalance"
ROLES = {"agriculture_space": AGRICULTURE, "ecology_space": ECOLOGY, "urban_space": URBAN}
ORDER = (*SPACES, OVERLAP, UNASSIGNED)
#: Hectares from which ground in two spaces, or in none, is more than rounding, in the county and in a place.
LEAST, LEAST_IN_PLACE = 0.01, 0.005
#: Share by which a run's county may differ from that of the sheet; beyond it the run was about other layers.
SAME = 0.001


@dataclass(frozen=True)
class SpacesHere:
    """Hectares (p,) of p places by space, ``overlap`` and ``unassigned`` among them, which add up to the places; how
    many ``conflicts`` of control lines with spaces a run has found there, and their hectares, 0 without a run."""

    hectares: dict[str, np.ndarray]
    conflicts: int = 0
    conflict_hectares: float = 0.0

    def total(self, space: str) -> float:
        """Hectares of a space in all places, 0 for what is only rounding."""
        found = float(self.hectares[space].sum())
        return found if found >= LEAST else 0.0


def spaces_here(county: County, ground: Ground) -> SpacesHere:
    """The balance of some places, worked out once a run."""
    key = ("spaces", ground.keys, ground.names)
    if key not in county.kept:
        found = _of_run(county, ground) or SpacesHere(_measured(county, ground))
        for hectares in found.hectares.values():
            hectares[hectares < LEAST_IN_PLACE] = 0.0
        county.kept[key] = found
    return county.kept[key]


def _of_run(county: County, ground: Ground) -> SpacesHere | None:
    """What a run says of the places; None without a run, or where it knew other places."""
    run = county.results.run(RUN)
    if run is None or "BALANCE" not in run.layers or len(set(ground.names)) < len(ground.names):
        return None
    known = {(str(one["zone"]), one["space"]): one["area_hm2"] for one in run.layers["BALANCE"].getFeatures()}
    if not all((name, space) in known for name in ground.names for space in ORDER):
        return None
    hectares = {space: np.array([float(known[name, space]) for name in ground.names]) for space in ORDER}
    if not np.isclose(sum(one.sum() for one in hectares.values()), ground.area / 1e4, rtol=SAME):
        return None
    conflicts = _conflicts(run.layers.get("CONFLICTS"), ground)
    return SpacesHere(hectares, len(conflicts), sum(float(one["area_hm2"]) for one in conflicts))


def _conflicts(layer, ground: Ground) -> list[QgsFeature]:
    rows = [] if layer is None else [one for one in layer.getFeatures() if one["area_hm2"] not in (None, NULL)]
    return [one for one in rows if len(ground.names) > 1 or str(one["zone"]) in ground.names]


def _measured(county: County, ground: Ground) -> dict[str, np.ndarray]:
    spaces = {space: _shapes(county, role) for role, space in ROLES.items()}
    hectares = {space: np.zeros(len(ground.names)) for space in ORDER}
    hectares[UNASSIGNED] = ground.areas / 1e4
    try:
        found = balance_spaces(spaces, Zones(None, ground.shapes, np.arange(len(ground.names))))
    except NoSpaces:
        return hectares
    areas = ellipsoidal_areas(found.shape, ground.crs, county.project) / 1e4
    for space in ORDER:
        mine = found.space == space
        hectares[space] = np.bincount(found.zone[mine], weights=areas[mine], minlength=len(ground.names))
    return hectares


def _shapes(county: County, role: str) -> np.ndarray:
    features = read_role(county, role, [], "polygon")
    return np.empty(0, dtype=object) if features is None else features.frame.geometry.to_numpy()
