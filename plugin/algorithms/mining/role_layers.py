"""The role layers of mining (roads, reserves, farmland …): their parameters, and what is read from them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsProcessing, QgsProcessingFeatureSource

from ...analysis.mining.rules import LAYER_ROLES, RoleFeatures
from ...bridge.sentences import listed
from ...county.role_table import Role, roles_of
from ...county.words import canonical
from ...language import tr
from ..attribute_words import word_of
from ..layer_reading import Run, chosen_field, read_layer
from ..travel_parameters import as_advanced, source
from ..travel_parameters import field as field_parameter
from .usual_fields import usual_field, usual_words

CLASS_FIELD = "{role}_CLASS_FIELD"
KINDS = {
    "ROADS": "line",
    "RAILWAYS": "line",
    "BRIDGES": "any",
    "TUNNELS": "any",
    "RIVERS": "any",
    "HERITAGE": "any",
    "SETTLEMENTS": "any",
    "PIPELINES": "any",
}  #: all others are polygons
#: The domain of class_words.csv that the classes of a role are words of.
DOMAINS = {
    "ROADS": "road",
    "RAILWAYS": "railway",
    "BRIDGES": "bridge",
    "TUNNELS": "bridge",
    "RIVERS": "river",
    "WATER_PROTECTION": "water_protection",
    "RESERVES": "reserve",
    "HERITAGE": "heritage",
    "FOREST": "forest",
    "PIPELINES": "pipeline",
    "HAZARD_AREAS": "hazard",
}


def role_titles() -> dict[str, str]:
    """The roles as the planner reads them."""
    return {
        "ROADS": tr("道路"),
        "RAILWAYS": tr("铁路"),
        "BRIDGES": tr("桥梁、渡口"),
        "TUNNELS": tr("隧道"),
        "RIVERS": tr("河流与河道管理范围"),
        "WATER_PROTECTION": tr("饮用水水源保护区"),
        "RESERVES": tr("自然保护区"),
        "SCENIC_AREAS": tr("风景名胜区"),
        "REDLINE": tr("生态保护红线"),
        "FARMLAND": tr("永久基本农田"),
        "CROPLAND": tr("耕地"),
        "FOREST": tr("林地与湿地"),
        "HERITAGE": tr("文物保护范围"),
        "URBAN_BOUNDARY": tr("城镇开发边界"),
        "SETTLEMENTS": tr("居民区"),
        "PIPELINES": tr("油气管道"),
        "HAZARD_AREAS": tr("地质灾害危险区"),
        "DEM": tr("高程（DEM）"),
        "INTAKES": tr("取水口"),
        "QUARRIES": tr("采石场"),
    }


def add_role_parameters(algorithm, roles=LAYER_ROLES) -> None:
    """Declare the layers and their class fields, folded away: a planner fills most of them from the layer roles."""
    kinds = QgsProcessing.SourceType
    types = {"line": kinds.TypeVectorLine, "any": kinds.TypeVectorAnyGeometry, "polygon": kinds.TypeVectorPolygon}
    titles = role_titles()
    for role in roles:
        algorithm.addParameter(source(role, titles[role], [types[KINDS.get(role, "polygon")]]))
        if role in DOMAINS:
            text = tr("{layer}：类别字段").format(layer=titles[role])
            algorithm.addParameter(as_advanced(field_parameter(CLASS_FIELD.format(role=role), text, role)))


@dataclass
class RoleReading:
    """The role layers of a run, each read once. ``features`` has an entry for every role that was given, also for a
    layer without a usable feature; ``unknown`` lists (role, word, number of features) of classes nobody knows.
    """

    features: dict[str, RoleFeatures] = field(default_factory=dict)
    unknown: list[tuple[str, str, int]] = field(default_factory=list)

    def get(self, role: str) -> RoleFeatures | None:
        """The features of a role, None when it was not given or is empty."""
        found = self.features.get(role)
        return found if found is not None and len(found) else None

    @property
    def empty(self) -> list[str]:
        """Roles whose layer was given and holds nothing that can be used."""
        return [role for role, found in self.features.items() if not len(found)]


def read_roles(run: Run, roles=LAYER_ROLES) -> RoleReading:
    """Read the role layers that were given; says what was left out, unknown classes and empty layers."""
    reading, titles, known = RoleReading(), role_titles(), roles_of(run.context.project())
    for role in roles:
        given = run.algorithm.parameterAsSource(run.parameters, role, run.context)
        if given is not None:
            _read_role(reading, role, titles[role], name_field_of(given, role, known), run)
    for role in reading.empty:
        run.feedback.pushWarning(
            tr("{layer}图层中没有可用的要素；请检查筛选条件和几何图形，相关规则按未采用处理。").format(layer=titles[role])
        )
    return reading


def _read_role(reading: RoleReading, role: str, title: str, name_field: str, run: Run) -> None:
    class_field = chosen_field(run, CLASS_FIELD.format(role=role)) if role in DOMAINS else ""
    kind = KINDS.get(role, "polygon")
    geometry = None if kind == "any" else kind
    features = read_layer(run, role, title, geometry=geometry, fields=[class_field, name_field])
    frame = features.frame
    classes = np.full(len(frame), "", dtype=object)
    if class_field:
        words = frame[class_field].map(word_of)
        known, unknown = canonical(DOMAINS[role], words, run.context.project())
        classes = known.fillna("").to_numpy(dtype=object)
        unknown = unknown[unknown["word"] != ""]
        reading.unknown += [(role, word, int(count)) for word, count in zip(unknown["word"], unknown["count"])]
        _say_unknown(title, class_field, unknown, run.feedback)
    names = frame[name_field].map(word_of).to_numpy(dtype=object) if name_field else np.full(len(frame), "", object)
    reading.features[role] = RoleFeatures(frame.geometry.to_numpy(), classes, names, bool(class_field))


def _say_unknown(title: str, class_field: str, unknown, feedback) -> None:
    if len(unknown):
        feedback.pushWarning(
            tr(
                "{layer}图层的字段“{field}”中有 {kinds} 种写法不认识（{words}），共 {count} 条；"
                "可在工程旁的 class_words.csv 中补充，否则按类别不明处理。"
            ).format(
                layer=title,
                field=class_field,
                kinds=len(unknown),
                words=listed(unknown["word"].tolist()),
                count=int(unknown["count"].sum()),
            )
        )


def name_field_of(given: QgsProcessingFeatureSource, role: str, known: dict[str, Role] | None = None) -> str:
    """The field that most likely holds names, for reasons that name the object; '' when there is none. ``known`` are
    the roles that layers can have, the shipped ones by default.
    """
    return usual_field(given, usual_words(role.lower(), "name", known or roles_of()))
