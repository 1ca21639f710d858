"""Which loaded layer is what, guessed from names, geometry, fields and the number of features."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ..language import tr
from .layers import geometry_of, is_own
from .role_table import FieldRole, Role, roles_of
from .words import longest_held, plain

# How much each sign says; a guess needs LEAST, which no sign but the name reaches alone.
NAME_HELD, NAME_SHARE = 0.45, 0.35
USUAL_COUNT, UNUSUAL_COUNT = 0.1, -0.2
LEAST = 0.45


@dataclass(frozen=True)
class RoleGuess:
    """A layer that may have a role: ``confidence`` from 0 to 1, ``why`` whole sentences for the planner,
    ``fields`` the guessed field of each field role."""

    role: str
    layer_id: str
    confidence: float
    why: tuple[str, ...]
    fields: dict[str, str]


def guess_roles(layers: list[QgsMapLayer], project: QgsProject | None = None) -> list[RoleGuess]:
    """The best guess for each role, at most one layer a role and one role a layer, in the table's order."""
    roles = roles_of(project)
    layers = [layer for layer in layers if not is_own(layer)]
    names = {layer.id(): layer.name() for layer in layers}
    scored = [found for layer in layers for role in roles.values() if (found := _guess(role, layer))]
    # Sorted by all the evidence, not by the confidence that stops at 1; of equals, always the same one.
    scored.sort(key=lambda found: (-found[0], names[found[1].layer_id], found[1].role))
    chosen, taken = {}, set()
    for _, guess in scored:
        if guess.role not in chosen and guess.layer_id not in taken:
            chosen[guess.role] = guess
            taken.add(guess.layer_id)
    return [chosen[role] for role in roles if role in chosen]


def _guess(role: Role, layer: QgsMapLayer) -> tuple[float, RoleGuess] | None:
    """The evidence that a layer has a role, added up, and the guess; None when there is too little."""
    if not layer.isValid() or geometry_of(layer) not in role.geometry:
        return None
    name = plain(layer.name())
    if longest_held(name, role.not_words):
        return None
    confidence, why = 0.0, []
    word = longest_held(name, role.words)
    if word:
        confidence += NAME_HELD + NAME_SHARE * len(word) / len(name)
        why.append(tr("图层名“{name}”中有“{word}”。").format(name=layer.name(), word=word))
    fields = {}
    if isinstance(layer, QgsVectorLayer):
        fields = guess_fields(role, layer)
        telling = [one for one in role.fields if one.field_role in fields and one.evidence > 0]
        confidence += sum(one.evidence for one in telling)
        why += [
            tr("字段“{field}”可作“{title}”。").format(field=fields[one.field_role], title=one.title) for one in telling
        ]
        count = layer.featureCount()
        if count >= 0:
            usual = role.features[0] <= count <= role.features[1]
            confidence += USUAL_COUNT if usual else UNUSUAL_COUNT
            if usual:
                why.append(tr("要素数 {count} 与“{title}”相称。").format(count=count, title=role.title))
    if confidence < LEAST:
        return None
    return confidence, RoleGuess(role.role, layer.id(), min(confidence, 1.0), tuple(why), fields)


def guess_fields(role: Role, layer: QgsVectorLayer) -> dict[str, str]:
    """For each field role the field whose name or alias fits best; no field serves twice."""
    candidates = []
    for order, wanted in enumerate(role.fields):
        for field in layer.fields():
            fit = max(_fit(wanted, plain(name), field.isNumeric()) for name in (field.name(), field.alias()))
            if fit > 0:
                candidates.append((-fit, order, wanted.field_role, field.name()))
    chosen: dict[str, str] = {}
    for _, _, field_role, name in sorted(candidates):
        if field_role not in chosen and name not in chosen.values():
            chosen[field_role] = name
    return {wanted.field_role: chosen[wanted.field_role] for wanted in role.fields if wanted.field_role in chosen}


def _fit(wanted: FieldRole, name: str, numeric: bool) -> float:
    """0 to 3: how well a field's name fits. The listed words stand in the order of preference."""
    if not name or (numeric and wanted.kind == "text" and name not in wanted.words):
        return 0
    if name in wanted.words:
        fit = 2 - wanted.words.index(name) / (len(wanted.words) + 1)
    else:
        word = longest_held(name, [word for word in wanted.words if len(word) > 1])
        fit = len(word) / len(name) if word else 0
    # Numbers kept as text can be read, but a field of numbers is the better choice.
    return fit + 0.5 if fit and numeric and wanted.kind == "number" else fit
