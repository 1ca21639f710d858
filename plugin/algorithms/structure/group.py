"""What the algorithms of 空间格局 share: their group in the toolbox."""

from __future__ import annotations

from ...language import tr
from ..base import RongheAlgorithm
from . import town_sentences  # noqa: F401 - registers the sentences of the faults of towns and spaces


class StructureAlgorithm(RongheAlgorithm):
    """An algorithm of the group 空间格局."""

    def group(self):
        return tr("空间格局")

    def groupId(self):
        return "structure"
