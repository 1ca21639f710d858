"""Pages of QGIS put together: bookmarks, ground, text and fonts of the one file."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata

import pytest
from osgeo import gdal
from qgis.core import QgsLayoutItemLabel, QgsLayoutItemPicture, QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QImage


@pytest.fixture(scope="module")
def pages(sheet, tmp_path_factory):
    """The files of a sheet and of a page with nothing but a text."""
    from ronghe.plugin.cartography.export import render_page

    folder = tmp_path_factory.mktemp("pages")
    render_page(sheet[2], folder / "1.pdf", "pdf", 100)
    project = QgsProject()  # a layout needs its project as long as it lives
    words = QgsPrintLayout(project)
    words.initializeDefaults()
    label = QgsLayoutItemLabel(words)
    label.setText("国土空间总体规划图集")
    label.attemptSetSceneRect(QRectF(20, 20, 200, 30))
    words.addLayoutItem(label)
    render_page(words, folder / "2.pdf", "pdf", 100)
    return folder / "1.pdf", folder / "2.pdf"


@pytest.fixture(scope="module")
def atlas(pages, sheet, tmp_path_factory):
    """One PDF: cover, sheet, and two pages under the sheet."""
    from ronghe.plugin.cartography.ground import ground_of
    from ronghe.plugin.cartography.pdf_pages import PdfPage, compose_pdf

    map_page, words = pages
    listed = [
        PdfPage(words, "封面"),
        PdfPage(map_page, "公共服务设施（医疗）", ground=ground_of(sheet[2])),
        PdfPage(map_page, "城关镇", 1),
        PdfPage(words, "青龙山乡", 1),
    ]
    return compose_pdf(listed, tmp_path_factory.mktemp("atlas") / "图集.pdf", "交河县图集", "交河县人民政府")


def shown(command: str, path, *options: str, after: str = "") -> str:
    if not shutil.which(command):
        pytest.skip(f"{command} is not installed (poppler-utils)")
    words = [command, *options, str(path), *([after] if after else [])]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout


def plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_all_pages_and_what_the_file_says_of_itself(atlas):
    said = shown("pdfinfo", atlas)
    assert "Pages:           4" in said
    assert "交河县图集" in said and "交河县人民政府" in said
    assert "root" not in said, "the name of the computer's user stays out of the file"


def test_every_page_can_be_searched_and_its_fonts_are_embedded(atlas):
    sheets = [plain(page) for page in shown("pdftotext", atlas, after="-").split("\f")]
    assert "国土空间总体规划图集" in sheets[0] and "国土空间总体规划图集" in sheets[3]
    assert "县域城乡生活圈和公共服务设施规划图" in sheets[1]
    assert sheets[1] == sheets[2]
    fonts = shown("pdffonts", atlas).splitlines()[2:]
    assert fonts and all(line.split()[-5] == "yes" for line in fonts)


def test_bookmarks_lie_under_each_other(atlas):
    from ronghe.plugin.cartography.pdf_pages import _tree

    parents, children = _tree([0, 0, 1, 1, 0, 1, 2])
    assert parents == [-1, -1, 1, 1, -1, 4, 5]
    assert children == {-1: [0, 1, 4], 1: [2, 3], 4: [5], 5: [6]}
    data = atlas.read_bytes()
    for title in ("封面", "公共服务设施（医疗）", "城关镇", "青龙山乡"):
        assert b"/Title <FEFF" + title.encode("utf-16-be").hex().upper().encode() in data
    assert b"/PageMode /UseOutlines" in data


def test_the_map_of_a_page_reads_back_where_it_lies(atlas, sheet):
    page = gdal.Open(f"PDF:2:{atlas}")
    if page is None:
        pytest.skip("this GDAL cannot read PDF")
    crs = page.GetSpatialRef()
    assert crs.GetAuthorityCode(None) == "4546"
    assert "China_2000" in crs.ExportToWkt() or "China 2000" in crs.ExportToWkt()
    extent = sheet[2].itemById("main_map").extent()
    left, across, _, top, *_ = page.GetGeoTransform()
    main = sheet[2].itemById("main_map")
    metres = main.scale() / 1000
    assert left == pytest.approx(extent.xMinimum() - main.scenePos().x() * metres, abs=metres)
    assert top == pytest.approx(extent.yMaximum() + main.scenePos().y() * metres, abs=metres)
    paper = sheet[2].pageCollection().page(0).rect().width()
    assert across == pytest.approx(paper * metres / page.RasterXSize, rel=0.002)
    assert gdal.Open(f"PDF:1:{atlas}").GetSpatialRef() is None


def test_a_page_looks_the_same_as_before(atlas, pages, tmp_path):
    images = []
    for path, number in ((pages[0], "1"), (atlas, "2")):
        picture = tmp_path / number
        shown("pdftoppm", path, "-r", "40", "-f", number, "-l", number, "-singlefile", after=str(picture))
        images.append(picture.with_suffix(".ppm").read_bytes())
    assert images[0] == images[1]


def test_a_picture_that_many_pages_show_is_held_once(qgis_app, tmp_path):
    from ronghe.plugin.cartography.export import render_page
    from ronghe.plugin.cartography.pdf_pages import PdfPage, compose_pdf

    noise = QImage(os.urandom(200 * 200 * 4), 200, 200, QImage.Format.Format_RGB32)
    noise.save(str(tmp_path / "noise.png"))
    project = QgsProject()
    files = []
    for title in ("城关镇", "双河镇", "石门镇"):
        layout = QgsPrintLayout(project)
        layout.initializeDefaults()
        label, picture = QgsLayoutItemLabel(layout), QgsLayoutItemPicture(layout)
        label.setText(title)
        picture.setPicturePath(str(tmp_path / "noise.png"))
        for item, box in ((label, QRectF(20, 20, 100, 10)), (picture, QRectF(20, 40, 100, 100))):
            layout.addLayoutItem(item)
            item.attemptSetSceneRect(box)
        files.append(tmp_path / f"{title}.pdf")
        render_page(layout, files[-1], "pdf", 100)
    bound = compose_pdf([PdfPage(file, file.stem) for file in files], tmp_path / "图集.pdf", "图集")
    assert bound.stat().st_size < 1.6 * files[0].stat().st_size
    shown_pictures = shown("pdfimages", bound, "-list").splitlines()[2:]
    assert {line.split()[0] for line in shown_pictures} == {"1", "2", "3"}
    assert len({line.split()[10] for line in shown_pictures if line.split()[2] == "image"}) == 1
    for number, file in enumerate(files, start=1):
        shown("pdftoppm", file, "-r", "40", "-singlefile", after=str(tmp_path / "a"))
        shown("pdftoppm", bound, "-r", "40", "-f", str(number), "-singlefile", after=str(tmp_path / "b"))
        assert (tmp_path / "a.ppm").read_bytes() == (tmp_path / "b.ppm").read_bytes()


def test_a_page_cut_short_is_said(pages, tmp_path):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.pdf_pages import PdfPage, compose_pdf

    short = tmp_path / "short.pdf"
    short.write_bytes(pages[0].read_bytes()[:-2000])
    with pytest.raises(SheetFault) as caught:
        compose_pdf([PdfPage(short, "短")], tmp_path / "out.pdf", "图集")
    assert caught.value.kind == "page_broken" and "out.pdf" in caught.value.sentence()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["short.pdf"]


def test_a_geopdf_says_where_its_map_lies_and_a_plain_pdf_does_not(sheet, tmp_path):
    from ronghe.plugin.cartography.export import export_sheet

    paths = {fmt: export_sheet(sheet[2], tmp_path / f"{fmt}.pdf", fmt, 100) for fmt in ("pdf", "geopdf")}
    if gdal.Open(str(paths["pdf"])) is None:
        pytest.skip("this GDAL cannot read PDF")
    assert gdal.Open(str(paths["pdf"])).GetSpatialRef() is None
    assert gdal.Open(str(paths["geopdf"])).GetSpatialRef().GetAuthorityCode(None) == "4546"


def test_every_object_is_where_the_table_says_and_names_only_objects_that_are_there(atlas):
    from ronghe.plugin.cartography.pdf_objects import REFERENCE, STREAM, _objects, _table

    data = atlas.read_bytes()
    offsets, tables, trailer = _table(data)
    objects = _objects(data, offsets, tables)
    assert sorted(objects) == list(range(1, len(objects) + 1))
    for number, body in [*objects.items(), (0, trailer)]:
        stream = STREAM.search(body)
        head = body[: stream.start()] if stream else body
        assert all(int(name) in objects for name in REFERENCE.findall(head)), number
    assert sum(b"/Type /Page\n" in body[:3000] for body in objects.values()) == 4
