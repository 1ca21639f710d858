"""An order from its first page to its last file, and all that can go wrong on the way."""

from __future__ import annotations

import csv
import os
import subprocess
import tempfile
import unicodedata
from dataclasses import replace

import pytest
from osgeo import gdal
from qgis.PyQt.QtGui import QImage

TOWNS = ("城关镇", "双河镇", "桃坪镇", "康宁镇", "石门镇", "回峰镇", "温汤乡")
TITLE = "08 县域国土空间控制线规划图"


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def pages(path) -> int:
    dataset = gdal.Open(str(path))
    return max(1, len(dataset.GetSubDatasets()))


def rows(folder) -> list[dict]:
    with (folder / "图件目录.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def text_of(path) -> str:
    try:
        done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    except FileNotFoundError:
        pytest.skip("pdftotext is not installed (poppler-utils)")
    return "".join(unicodedata.normalize("NFKC", done.stdout).split())


def test_seven_towns_are_one_pdf(order, made, county):
    asked = order(fmt="geopdf")
    layers, dirty = set(county.project.mapLayers()), county.project.isDirty()
    result = made(asked)
    assert names(asked.folder) == [f"{TITLE}.pdf", "图件目录.csv"]
    assert result.pages == 7 == pages(asked.folder / f"{TITLE}.pdf")
    assert not result.failed and not result.cancelled
    assert [path.name for path in result.files] == names(asked.folder)
    said = text_of(asked.folder / f"{TITLE}.pdf")
    assert all(f"县域国土空间控制线规划图({town})" in said for town in TOWNS)
    page = gdal.Open(f"PDF:7:{asked.folder / TITLE}.pdf")
    assert page.GetSpatialRef().GetAuthorityCode(None) == "4546"
    assert rows(asked.folder)[0]["pages"] == "7" and "至" in rows(asked.folder)[0]["scale"]
    assert set(county.project.mapLayers()) == layers and county.project.isDirty() == dirty
    assert not county.project.layoutManager().printLayouts(), "the planner's project is left as it was"


def test_files_are_listed_as_the_sheets_follow_each_other_whatever_is_finished_first(order, made, county, monkeypatch):
    from ronghe.plugin.cartography.production import produce

    def backwards(order, county, plan, studio, count):
        yield from (studio.draw(job) for job in reversed(plan.jobs))

    monkeypatch.setattr(produce, "drawn_by_crew", backwards)
    asked = order(fmt="png", workers=2, sheets=("transport", "reserves"), atlas="none", overview=True)
    result = made(asked)
    assert [row["sheet"] for row in rows(asked.folder)] == ["reserves", "transport"]
    assert [file.name[:2] for file in result.files] == ["02", "12", "图件"]


def test_pictures_that_go_with_a_booklet_have_their_own_resolution(order, made):
    asked = order(fmt="png", booklet=True, sheets=("transport",), atlas="none", overview=True, picture_dpi=50)
    made(asked)
    (picture,) = asked.folder.glob("*.png")
    (booklet,) = asked.folder.glob("*.pdf")
    assert QImage(str(picture)).width() == int(420 / 25.4 * 50)
    assert pages(booklet) == 3


def test_each_step_names_the_page_that_comes_next(order, county):
    from ronghe.plugin.cartography.production.produce import produce

    steps = list(produce(order(fmt="png"), county))
    assert [step.done for step in steps] == [0, 1, 2, 3, 4, 5, 6, 7]
    assert all(town in step.sentence for town, step in zip(TOWNS, steps))
    assert steps[0].file == "" and TOWNS[0] in steps[1].file
    assert steps[-1].result.pages == 7


@pytest.mark.parametrize("how", ["closed", "cancelled"])
def test_cancelled_on_page_five_the_first_four_stay(order, county, how):
    from ronghe.plugin.cartography.production.produce import produce

    asked = order(fmt="png")
    stop = []
    steps = produce(asked, county, lambda: bool(stop))
    for step in steps:
        if step.done == 4:
            if how == "closed":
                steps.close()
                break
            stop.append(True)
    pictures = [name for name in names(asked.folder) if name.endswith(".png")]
    assert [name[:4] for name in pictures] == ["08-1", "08-2", "08-3", "08-4"]
    assert names(asked.folder) == [*pictures, "图件目录.csv"], "and nothing else, hidden files included"
    if how == "cancelled":
        assert step.result.cancelled and step.result.pages == 4 and "4" in step.sentence


def test_a_cancelled_pdf_keeps_its_pages_and_the_complete_one_of_before(order, county, made):
    from ronghe.plugin.cartography.production.produce import produce

    asked = order()
    older = asked.folder / f"{TITLE}.pdf"
    older.write_bytes(b"complete")
    steps = produce(asked, county)
    next(step for step in steps if step.done == 4)
    steps.close()
    assert older.read_bytes() == b"complete"
    assert pages(asked.folder / f"{TITLE}（未完成）.pdf") == 4
    assert len(names(asked.folder)) == 3
    assert "取消" in rows(asked.folder)[0]["note"]


def test_a_page_that_fails_is_reported_and_the_others_come(order, made, monkeypatch):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.production.studio import Studio

    draw = Studio.draw

    def sometimes(studio, job):
        if job.page.name == "桃坪镇":
            raise SheetFault("layer_invalid", layer="村庄")
        if job.page.name == "康宁镇":
            raise ZeroDivisionError("a fault of the program")
        return draw(studio, job)

    monkeypatch.setattr(Studio, "draw", sometimes)
    asked = order()
    result = made(asked)
    assert result.pages == 5 == pages(asked.folder / f"{TITLE}.pdf")
    assert [title[-5:] for title, _ in result.failed] == ["（桃坪镇）", "（康宁镇）"]
    assert "村庄" in result.failed[0][1] and "ZeroDivisionError" in result.failed[1][1]
    assert "村庄" in rows(asked.folder)[0]["note"]


def test_a_booklet_has_cover_contents_and_bookmarks(order, made):
    asked = order(sheets=("control_lines", "reserves", "living_circle"), booklet=True, overview=True, atlas="none")
    result = made(asked)
    name = "云岭县国土空间总体规划（2021—2035年）图集"
    assert names(asked.folder) == [f"{name}.pdf", "图件目录.csv"]
    assert pages(asked.folder / f"{name}.pdf") == 2 + 2
    said = text_of(asked.folder / f"{name}.pdf")
    assert "目录" in said and "图号" in said and "管控型" in said and "云岭县人民政府" in said
    data = (asked.folder / f"{name}.pdf").read_bytes()
    for mark in ("封面", "目录", "02 县域自然保护地分布图", "08 县域国土空间控制线规划图"):
        assert b"/Title <FEFF" + mark.encode("utf-16-be").hex().upper().encode() in data
    assert [title for title, _ in result.left_out] == ["县域城乡生活圈和公共服务设施规划图"]
    assert "缺少" in result.left_out[0][1] and rows(asked.folder)[-1]["note"] == result.left_out[0][1]


def test_a_booklet_without_a_plan_is_called_by_what_it_is(order, county):
    from ronghe.plugin.cartography.production.produce import produce

    nameless = replace(county, facts=replace(county.facts, plan_title=" "))
    asked = order(sheets=("control_lines",), booklet=True, overview=True, atlas="none")
    assert list(produce(asked, nameless))[-1].result.pages == 1
    assert names(asked.folder) == ["图件目录.csv", "图集.pdf"]


def test_towns_with_slashes_and_emoji_have_files(order, made, county):
    towns = county.layer("towns")
    name = towns.fields().indexOf(county.roles.field("towns", "name"))
    ids = sorted(towns.allFeatureIds())
    towns.startEditing()
    for number, text in zip(ids, ("城关/康宁", "青山🏔️镇", "青山镇", "CON")):
        towns.changeAttributeValue(number, name, text)
    try:
        asked = order(fmt="png")
        result = made(asked)
    finally:
        towns.rollBack()
    assert result.pages == 7 and not result.failed
    assert f"08-1 {TITLE[3:]}（城关／康宁）.png" in names(asked.folder)
    assert f"08-2 {TITLE[3:]}（青山镇）.png" in names(asked.folder)


def test_a_folder_that_is_not_there_is_said_at_once(order, county, tmp_path):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.production.produce import produce

    with pytest.raises(SheetFault) as caught:
        next(produce(order(folder=tmp_path / "没有"), county))
    assert "没有" in caught.value.sentence()


def test_a_read_only_folder_is_said_at_once(order, county, monkeypatch):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.production.produce import produce

    def refused(**_):
        raise PermissionError("read-only")

    monkeypatch.setattr(tempfile, "mkdtemp", refused)
    with pytest.raises(SheetFault) as caught:
        next(produce(order(), county))
    assert "出图" in caught.value.sentence() and caught.value.kind == "folder_not_writable"


@pytest.mark.parametrize("fmt", ["pdf", "png"])
def test_a_full_disk_is_said_for_each_page_and_leaves_nothing_broken(order, county, fmt):
    resource = pytest.importorskip("resource", reason="only Unix can limit what a process writes")
    from ronghe.plugin.cartography.production.produce import produce

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    asked = order(fmt=fmt, dpi=60)
    unfinished, result = [], None
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        for step in produce(asked, county):
            unfinished += [path.name for path in asked.folder.glob(".*/page_*")]
            result = step.result
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not unfinished, "a page cut short gives its room back"
    assert result.pages == 0 and len(result.failed) == 7
    assert all("磁盘" in said or "写" in said for _, said in result.failed)
    assert names(asked.folder) == ["图件目录.csv"]


def test_a_disk_without_room_for_the_list_of_files_is_said(order, made):
    from ronghe.plugin.cartography.faults import SheetFault

    resource = pytest.importorskip("resource", reason="only Unix can limit what a process writes")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    asked = order(fmt="png", dpi=60)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        with pytest.raises(SheetFault) as caught:
            made(asked)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.kind == "not_written" and "图件目录.csv" in caught.value.sentence()
    assert names(asked.folder) == []


def test_an_output_open_in_another_program_is_said_and_the_others_come(order, made, monkeypatch):
    replace = os.replace

    def locked(source, target):
        if "康宁镇" in str(target):
            raise PermissionError("in use")
        return replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    asked = order(fmt="png")
    result = made(asked)
    assert result.pages == 6 and len(result.failed) == 1
    assert "康宁镇" in result.failed[0][1] and "打开" in result.failed[0][1]
    assert len(names(asked.folder)) == 7


def test_an_output_that_is_open_already_is_said_before_any_page(order, county, monkeypatch):
    from pathlib import Path

    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.production.produce import produce

    asked = order()
    (asked.folder / f"{TITLE}.pdf").write_bytes(b"older")
    opened = Path.open

    def held(path, mode="r", *more, **options):
        if path.name == f"{TITLE}.pdf" and "a" in mode:
            raise PermissionError("in use")
        return opened(path, mode, *more, **options)

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(SheetFault) as caught:
        next(produce(asked, county))
    assert TITLE in caught.value.sentence()
    assert names(asked.folder) == [f"{TITLE}.pdf"]


def test_nothing_possible_is_said_with_what_is_missing(order, county):
    from ronghe.plugin.cartography.faults import SheetFault
    from ronghe.plugin.cartography.production.produce import produce

    with pytest.raises(SheetFault) as caught:
        next(produce(order(sheets=("living_circle",)), county))
    assert "服务覆盖" in caught.value.sentence()
    with pytest.raises(SheetFault, match="unknown_sheet"):
        next(produce(order(sheets=("nothing",)), county))


@pytest.mark.parametrize("wrong", [{"fmt": "doc"}, {"atlas": "river"}, {"paper": "B5"}])
def test_an_order_that_cannot_be_read_is_said(order, wrong):
    from ronghe.plugin.cartography.faults import SheetFault

    with pytest.raises(SheetFault) as caught:
        order(**wrong)
    assert next(iter(wrong.values())) in caught.value.sentence()


def test_the_planners_own_template_is_used(order, made, county, open_project, training_data):
    from ronghe.plugin.cartography.county_sheets.drafts import draft
    from ronghe.plugin.cartography.draft import build
    from ronghe.plugin.cartography.templates import save_template

    layout = build(open_project, draft(county, "control_lines"))
    layout.removeLayoutItem(layout.itemById("notes"))
    save_template(layout, training_data / "control_lines.qpt")
    try:
        asked = order(atlas="none")
        result = made(asked)
    finally:
        (training_data / "control_lines.qpt").unlink()
        open_project.layoutManager().clear()
    assert len(result.notes) == 1 and "control_lines.qpt" in result.notes[0]
    assert "参照" not in text_of(asked.folder / f"{TITLE}.pdf")
    assert rows(asked.folder)[0]["note"] == result.notes[0]


def test_memory_stays_flat_over_many_pages(order, county):
    """Pages of villages; what a page takes is given back before the next."""
    from ronghe.plugin.cartography.production.produce import produce

    statm = "/proc/self/statm"
    if not os.path.exists(statm):
        pytest.skip("only Linux tells how much memory a process has")

    def megabytes() -> float:
        with open(statm) as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    sizes = []
    steps = produce(order(atlas="village", fmt="png"), county)
    for step in steps:
        sizes.append(megabytes())
        if step.done == 24:
            break
    steps.close()
    assert sizes[-1] - sizes[10] < 30, sizes
