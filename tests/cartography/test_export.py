"""Files that are whole or not there."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from xml.etree import ElementTree

import pytest
from qgis.PyQt.QtGui import QImage


@pytest.fixture(scope="module")
def exports(qgis_app):
    from ronghe.plugin.cartography import export

    return export


@pytest.fixture(scope="module")
def pdf(sheet, exports, tmp_path_factory):
    return exports.export_sheet(sheet[2], tmp_path_factory.mktemp("out") / "图 08.pdf", "pdf")


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler-utils are not installed")
def test_the_pdf_embeds_its_fonts(pdf):
    lines = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert lines
    assert all(line.split()[-5] == "yes" for line in lines), "every font is embedded"


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils are not installed")
def test_the_title_can_be_searched_in_the_pdf(pdf):
    text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    assert "县域城乡生活圈和公共服务设施规划图" in plain
    assert "86.4%" in plain


@pytest.mark.skipif(not shutil.which("pdfimages"), reason="poppler-utils are not installed")
def test_without_terrain_the_pdf_is_all_vector(made_up, exports, tmp_path):
    from ronghe.plugin.cartography.sheet import build_sheet

    project, layers = made_up.county()
    layout = build_sheet(project, made_up.chinese_spec(), layers.sheet(), made_up.town_table(layers))
    path = exports.export_sheet(layout, tmp_path / "sheet.pdf", "pdf")
    listed = subprocess.run(["pdfimages", "-list", str(path)], capture_output=True, text=True, check=True).stdout
    assert len(listed.splitlines()) == 2, listed


def test_a_png_of_a3_at_300_dpi(sheet, exports, tmp_path):
    image = QImage(str(exports.export_sheet(sheet[2], tmp_path / "sheet.png", "png", 300)))
    assert (image.width(), image.height()) == (4960, 3507)


def test_an_svg_that_can_be_read(sheet, exports, tmp_path):
    path = exports.export_sheet(sheet[2], tmp_path / "sheet.svg", "svg")
    assert ElementTree.parse(path).getroot().tag.endswith("svg")


def test_only_the_file_asked_for_is_left(sheet, exports, tmp_path):
    exports.export_sheet(sheet[2], tmp_path / "sheet.png", "png", 30)
    assert [one.name for one in tmp_path.iterdir()] == ["sheet.png"]


def test_a_cancelled_export_leaves_nothing_and_keeps_the_older_file(sheet, exports, tmp_path):
    from ronghe.plugin.cartography.faults import ExportCancelled

    older = tmp_path / "sheet.png"
    older.write_text("older")
    asked = iter([False, True])
    with pytest.raises(ExportCancelled):
        exports.export_sheet(sheet[2], older, "png", 30, cancelled=lambda: next(asked))
    assert [one.name for one in tmp_path.iterdir()] == ["sheet.png"]
    assert older.read_text() == "older"


def test_a_file_that_is_open_elsewhere_is_named(sheet, exports, tmp_path, monkeypatch):
    from ronghe.plugin.cartography.faults import SheetFault

    def locked(*_):
        raise PermissionError("in use")

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(SheetFault) as caught:
        exports.export_sheet(sheet[2], tmp_path / "sheet.png", "png", 30)
    assert "sheet.png" in caught.value.sentence()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_named(sheet, exports, tmp_path):
    from ronghe.plugin.cartography.faults import SheetFault

    with pytest.raises(SheetFault) as caught:
        exports.export_sheet(sheet[2], tmp_path / "nowhere" / "sheet.pdf", "pdf")
    assert caught.value.kind == "no_folder" and "nowhere" in caught.value.sentence()


def test_an_unknown_format_is_refused(sheet, exports, tmp_path):
    from ronghe.plugin.cartography.faults import SheetFault

    with pytest.raises(SheetFault) as caught:
        exports.export_sheet(sheet[2], tmp_path / "sheet.doc", "doc")
    assert "doc" in caught.value.sentence()


def test_missing_typefaces_are_reported_before_export(sheet):
    from ronghe.plugin.cartography.typefaces import missing_fonts

    layout = sheet[2]
    assert missing_fonts(layout) == []
    label = layout.itemById("notes")
    font = label.font()
    font.setFamily("没有这种字体")
    label.setFont(font)
    assert missing_fonts(layout) == ["没有这种字体"]


@pytest.fixture
def full_disk(monkeypatch):
    """A disk that takes no more than 40 KB of any file: what QGIS writes is cut short."""
    resource = pytest.importorskip("resource", reason="only Unix can limit what a process writes")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("fmt", ["pdf", "geopdf", "png", "svg"])
def test_a_full_disk_leaves_no_broken_file(sheet, exports, tmp_path, full_disk, fmt):
    from ronghe.plugin.cartography.faults import SheetFault

    with pytest.raises(SheetFault) as caught:
        exports.export_sheet(sheet[2], tmp_path / f"sheet.{fmt}", fmt, 100)
    assert f"sheet.{fmt}" in caught.value.sentence()
    assert not list(tmp_path.iterdir())


def test_pictures_are_exported_in_the_main_thread_only(sheet, exports, tmp_path):
    from threading import Thread

    said = []

    def elsewhere():
        try:
            exports.export_sheet(sheet[2], tmp_path / "sheet.png", "png", 30)
        except RuntimeError as error:
            said.append(str(error))

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert said and "main thread" in said[0]
    assert not list(tmp_path.iterdir())
