"""What the algorithms of 矿山整治 share: their group in the toolbox."""

from __future__ import annotations

from ...language import tr
from ..base import RongheAlgorithm
from . import sentences  # noqa: F401 - registers the sentences of the faults of mining


class MiningAlgorithm(RongheAlgorithm):
    """An algorithm of the group 矿山整治."""

    def group(self):
        return tr("矿山整治")

    def groupId(self):
        return "mining"
