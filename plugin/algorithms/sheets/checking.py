"""The checks before an export, told as they come; errors stop the run unless it is forced."""

from __future__ import annotations

from ...bridge.faults import Cancelled
from ...cartography.county_sheets.county import County
from ...cartography.preflight.check import by_gravity, preflight_steps
from ...cartography.preflight.finding import ERROR, WARNING, Finding
from ...cartography.production.jobs import Order
from ...language import tr
from .faults import ChecksFailed


def checked(county: County, order: Order, sheets: tuple[str, ...], feedback, part: tuple[float, float]):
    """All findings, told while progress goes through ``part`` (from, to, per cent). Raises Cancelled and BadStandard.

    ``sheets`` are those that somebody has asked for; none: all.
    """
    begin, end = part
    found: list[Finding] = []
    for number, (title, some) in enumerate(preflight_steps(county, sheets, order)):
        if feedback.isCanceled():
            raise Cancelled
        feedback.setProgressText(tr("出图前检查：{title}").format(title=title))
        feedback.setProgress(begin + (end - begin) * (1 - 0.9**number))
        found += some
    found = by_gravity(found)
    for finding in found:
        tell(finding, feedback)
    feedback.setProgress(end)
    return found


def stop_for_errors(findings: list[Finding]) -> None:
    """Raises :class:`ChecksFailed` with all that is wrong."""
    errors = tuple(told(finding) for finding in findings if finding.severity == ERROR)
    if errors:
        raise ChecksFailed(errors)


def tell(finding: Finding, feedback) -> None:
    """A finding in the log, in the colour of its gravity."""
    say = {ERROR: feedback.reportError, WARNING: feedback.pushWarning}.get(finding.severity, feedback.pushInfo)
    say(told(finding))


def told(finding: Finding) -> str:
    """What was found, and what to do."""
    return tr("{message}{advice}").format(message=finding.message, advice=finding.advice)
