"""Fields that a planner need not choose: results of 矿山整治 and national layers name them in the usual ways."""

from __future__ import annotations

from qgis.core import QgsProcessingFeatureSource

from ...county.role_table import Role, roles_of
from ...county.words import plain
from ...language import tr
from ..layer_reading import Run, chosen_field


def usual_words(role: str, field_role: str, roles: dict[str, Role]) -> tuple[str, ...]:
    """The names that a field of a role usually has, in plain form and in the order of preference."""
    wanted = roles.get(role)
    fields = wanted.fields if wanted else ()
    return next((one.words for one in fields if one.field_role == field_role), ())


def usual_field(given: QgsProcessingFeatureSource, words: tuple[str, ...], taken: tuple[str, ...] = ()) -> str:
    """The first field of the layer ``given`` with one of the names, '' when there is none; ``taken`` are no choice."""
    fields = {plain(one.name()): one.name() for one in given.fields() if one.name() not in taken}
    return next((fields[word] for word in words if word in fields), "")


def say_usual(run: Run, parameter: str, field: str) -> None:
    """Tell which field was taken for a parameter that nobody chose."""
    title = run.algorithm.parameterDefinition(parameter).description()
    run.feedback.pushInfo(tr("没有选定{title}，采用图层中的“{field}”字段。").format(title=title, field=field))


def found_fields(run: Run, layer: str, role: str, wanted: dict[str, str]) -> dict[str, str]:
    """For each parameter of ``wanted`` (parameter → field role) the field of the input ``layer`` that was chosen, else
    the one that is usually meant, which is said; '' when there is none. No field is guessed that serves already.
    """
    fields = {parameter: chosen_field(run, parameter) for parameter in wanted}
    given = run.algorithm.parameterAsSource(run.parameters, layer, run.context)
    roles = roles_of(run.context.project())
    for parameter in [one for one in wanted if not fields[one] and given is not None]:
        taken = tuple(filter(None, fields.values()))
        fields[parameter] = usual_field(given, usual_words(role, wanted[parameter], roles), taken)
        if fields[parameter]:
            say_usual(run, parameter, fields[parameter])
    return fields
