"""What the science needs, looked for before anything of it is imported."""

from __future__ import annotations

from importlib import import_module

from .language import tr

NEEDED = {"numpy": (1, 23), "scipy": (1, 9), "pandas": (1, 5), "shapely": (2, 0), "geopandas": (1, 0)}


def version_of(module) -> tuple[int, ...]:
    """The leading numbers of a module's version, for comparison."""
    parts = []
    for part in module.__version__.split(".")[:2]:
        digits = "".join(ch for ch in part if ch.isdigit())
        parts.append(int(digits or 0))
    return tuple(parts)


def missing_dependencies() -> list[str]:
    """One sentence for each Python package that is absent or too old; empty when all is well."""
    sentences = []
    for name, least in NEEDED.items():
        wanted = ".".join(map(str, least))
        try:
            module = import_module(name)
        except ImportError:
            sentences.append(
                tr("缺少 Python 包 {name}（需要 {wanted} 或更新）。请在 QGIS 自带的 Python 中安装后重启 QGIS。").format(
                    name=name, wanted=wanted
                )
            )
            continue
        if version_of(module) < least:
            sentences.append(
                tr("Python 包 {name} 的版本是 {found}，需要 {wanted} 或更新。请升级后重启 QGIS。").format(
                    name=name, found=module.__version__, wanted=wanted
                )
            )
    return sentences
