"""The two languages of every text: Simplified Chinese, in which texts are written, and English."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

RESOURCES = Path(__file__).resolve().parents[1] / "resources"

_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """The text in the user's language. Every sentence is written in Chinese and looked up for English."""
    return QCoreApplication.translate("@default", text)


def language() -> str:
    """'zh' for any Chinese locale of QGIS and where no locale is set at all, else 'en'."""
    locale = QgsApplication.locale().lower()
    return "zh" if locale.startswith("zh") or locale in ("", "c") else "en"


def install_translator() -> None:
    """Make Qt translate this plugin's texts when QGIS does not run in Chinese. Safe to call twice."""
    if _installed or language() == "zh":
        return
    translator = QTranslator()
    if translator.load(str(RESOURCES / "i18n" / "ronghe_en.qm")):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def remove_translator() -> None:
    """Undo :func:`install_translator`."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
