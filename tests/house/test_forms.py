"""The .ui files: only widgets in them, and nothing that has to be compiled or that code should do."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
from qgis.PyQt import uic

PANEL = "<ui version='4.0'><class>P</class><widget class='QWidget' name='P'/>{}</ui>"


def forms(own_files) -> list[str]:
    return [name for name in own_files if name.endswith(".ui")]


def faults(text: str, file: str) -> list[str]:
    """One sentence for each thing that a form must not hold."""
    try:
        form = ET.fromstring(text)
    except ET.ParseError as error:
        return [f"{file} is not well-formed: {error}"]
    found = []
    if len(form.findall("./connections/*")):
        found.append(f"{file} connects signals; that belongs in the panel's code, where it is read")
    if len(form.findall("./resources/*")):
        found.append(f"{file} names a compiled resource; icons are loaded by path")
    if not form.findtext("class"):
        found.append(f"{file} has no class name")
    return found


def test_forms_hold_only_widgets(checkout, own_files):
    found = [
        sentence
        for name in forms(own_files)
        for sentence in faults((checkout / name).read_text(encoding="utf-8"), name)
    ]
    assert not found, "\n".join(found)


def test_form_classes_are_unique(checkout, own_files):
    # A form's class is the context of its translations: two alike would share them.
    classes = Counter(ET.parse(checkout / name).getroot().findtext("class") for name in forms(own_files))
    assert not [name for name, count in classes.items() if count > 1]


def test_forms_load(checkout, own_files, qgis_app):
    for name in forms(own_files):
        assert uic.loadUi(str(Path(checkout, name))).isWidgetType(), name


@pytest.mark.parametrize(
    "text",
    [
        PANEL.format("<connections><connection><sender>a</sender></connection></connections>"),
        PANEL.format("<resources><include location='x.qrc'/></resources>"),
        "<ui version='4.0'><widget class='QWidget' name='P'/></ui>",
        "<ui>",
    ],
)
def test_a_faulty_form_is_noticed(text):
    assert len(faults(text, "x.ui")) == 1


def test_a_plain_form_is_right():
    assert not faults(PANEL.format("<resources/><connections/>"), "x.ui")
