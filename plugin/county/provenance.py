"""Where a result comes from: kept in its metadata, so that every number on a filed sheet can be traced."""

from __future__ import annotations

import json
import re
from configparser import ConfigParser
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from qgis.core import QgsLayerMetadata

from ..language import RESOURCES, tr

PASSWORD_WORDS = re.compile(
    r"""(\b(?:password|passwd|pwd|token|apikey)=)('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[^\s&|,]+)""", re.I
)
PASSWORD_IN_ADDRESS = re.compile(r"(://[^/\s:@]+):[^/\s@]+@")


@dataclass(frozen=True)
class InputRecord:
    """One input of a run: its role ('roads'), layer name, source, features read and features left out."""

    role: str
    name: str
    source: str
    count: int | None = None
    left_out: int = 0


@dataclass(frozen=True)
class Provenance:
    """One run: the algorithm's id, the plugin's version, all parameters, the inputs, and when (ISO 8601)."""

    algorithm: str
    parameters: dict
    inputs: list[InputRecord] = field(default_factory=list)
    version: str = field(default_factory=lambda: plugin_version())
    created: str = field(default_factory=lambda: datetime.now().astimezone().isoformat(timespec="seconds"))

    def to_metadata(self, metadata: QgsLayerMetadata, title: str = "", abstract: str = "") -> QgsLayerMetadata:
        """Write the run into a layer's metadata and return it. Passwords in sources are left out."""
        metadata.setType("dataset")
        if title:
            metadata.setTitle(title)
        metadata.setAbstract(
            abstract or tr("由融合规划 {version} 的算法 {algorithm} 于 {created} 计算。").format(**self._heading())
        )
        metadata.setHistory(self.history())
        return metadata

    def history(self) -> list[str]:
        """The run in lines, as they stand in the layer's history."""
        lines = [tr("由融合规划 {version} 的算法 {algorithm} 于 {created} 计算。").format(**self._heading())]
        for one in self.inputs:
            lines.append(
                tr("输入 {role}：图层“{name}”，参与计算 {count} 条，未参与 {left_out} 条；来源 {source}").format(
                    role=one.role,
                    name=one.name,
                    count="—" if one.count is None else one.count,
                    left_out=one.left_out,
                    source=without_password(one.source),
                )
            )
        for name, value in self.parameters.items():
            lines.append(tr("参数 {name} = {value}").format(name=name, value=_written(value)))
        return lines

    def to_tags(self) -> dict[str, str]:
        """The run as the tags of a raster file."""
        return {
            "RONGHE_ALGORITHM": self.algorithm,
            "RONGHE_VERSION": self.version,
            "RONGHE_CREATED": self.created,
            "RONGHE_HISTORY": "\n".join(self.history()),
        }

    def _heading(self) -> dict[str, str]:
        return {"version": self.version, "algorithm": self.algorithm, "created": self.created}


def _written(value) -> str:
    """A parameter's value as text. Passwords go before quoting could hide where they end."""
    if value is None:
        return tr("（未设置）")
    if isinstance(value, str):
        return without_password(value)
    return json.dumps(_clean(value), ensure_ascii=False)


def _clean(value):
    if isinstance(value, dict):
        return {str(key): _clean(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(one) for one in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return without_password(str(value))


def without_password(source: str) -> str:
    """A data source as it may be written down: the way to the data without the key to it."""
    source = PASSWORD_WORDS.sub(r"\1***", source)
    return PASSWORD_IN_ADDRESS.sub(r"\1:***@", source)


@lru_cache(maxsize=1)
def plugin_version() -> str:
    """The version in the plugin's metadata.txt."""
    parser = ConfigParser(interpolation=None)
    parser.read(RESOURCES.parent / "metadata.txt", encoding="utf-8")
    return parser.get("general", "version")
