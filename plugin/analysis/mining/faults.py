"""What can be wrong with the inputs of mining. The sentences are made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from ..faults import Fault


@dataclass(eq=False)
class NoResources(Fault):
    """No resource area: ``given`` features were in the layer."""

    given: int = 0
