"""What can go wrong between the layers and the filed sheet, as data first and as a sentence on demand."""

from __future__ import annotations

from ..language import tr


class SheetFault(Exception):  # noqa: N818 - a fault of the input, not of the program
    """A sheet could not be made or filed. ``kind`` names the fault, ``facts`` carries what it was about."""

    def __init__(self, kind: str, **facts):
        super().__init__(f"{kind}: {facts}")
        self.kind = kind
        self.facts = facts

    def sentence(self) -> str:
        """The fault in the planner's language: what, where and what to do."""
        return _sentences()[self.kind].format(**self.facts)


class ExportCancelled(SheetFault):
    """The planner stopped the export; no file was left behind."""

    def __init__(self, path):
        super().__init__("cancelled", path=str(path))


def _sentences() -> dict[str, str]:
    return {
        "cancelled": tr("已取消导出，没有留下文件：{path}。"),
        "no_boundary": tr("县界图层“{layer}”中没有要素，无法确定图幅范围。请检查县界图层。"),
        "layer_invalid": tr("图层“{layer}”打不开（数据源丢失？）。请修复数据源后再出图。"),
        "layer_without_crs": tr("图层“{layer}”没有坐标系。请先在图层属性中指定坐标系，再出图。"),
        "not_metric": tr("坐标系“{crs}”的单位不是米，不能用于出图。请改用2000国家大地坐标系的高斯—克吕格投影带。"),
        "no_transform": tr("图层“{layer}”不能转换到图幅坐标系“{crs}”。请检查它的坐标系是否指定正确。"),
        "too_full": tr("图例和表格在 {paper} 图幅上放不下（表格 {rows} 行）。请改用更大的图幅，或减少表格行数。"),
        "unknown_paper": tr("读不懂图幅“{paper}”。请写 A4 至 A0（竖幅如“A3 竖”），或宽×高（毫米），如 900x1200。"),
        "paper_size": tr("图幅“{paper}”不能用：边长须为 {shortest:g}—{longest:g} 毫米，长边至多为短边 {oblong:g} 倍。"),
        "unknown_format": tr("不支持的导出格式“{format}”，可用：PDF、GeoPDF、PNG、SVG。"),
        "no_folder": tr("文件夹不存在：{folder}。请另选一个文件夹。"),
        "folder_not_writable": tr("不能在文件夹 {folder} 中写文件：没有权限，或者磁盘已满。请另选一个文件夹。"),
        "not_writable": tr("无法写入 {path}：文件夹为只读，或者文件正被其他程序打开。请关闭该文件或另选位置。"),
        "export_failed": tr("导出 {path} 失败：{reason}。"),
        "cut_short": tr("{path} 没有写完整，磁盘可能已满。请腾出空间后重试。"),
        "unknown_sheet": tr("没有编号为“{sheet}”的图件；可用的编号：{known}。"),
        "unknown_atlas": tr("图集不能按“{atlas}”分页，可用：乡镇、设施类型、整治分区、村庄。"),
        "no_sheet": tr("所选图件都缺少图层或结果，没有可以导出的图。{what}"),
        "template_unreadable": tr("模板 {path} 读不出来。请在 QGIS 布局中重新存为模板（.qpt）。"),
        "template_without_map": tr("模板 {path} 中没有编号为 main_map 的地图。请给主图设置这个条目编号。"),
        "not_written": tr("写入 {path} 失败：{reason}。请检查磁盘空间和文件夹权限。"),
        "page_broken": tr("{path} 的页面文件不完整，无法合并（{reason}）。磁盘可能已满，请腾出空间后重试。"),
    }
