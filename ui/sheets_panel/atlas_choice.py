"""What the atlas goes by, with the number of its pages; what the project has no pages for cannot be chosen."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox

from ...plugin.language import tr

NO_ATLAS = "none"
TOWN, FACILITY, ZONE, VILLAGE = "town", "facility", "zone", "village"


class AtlasChoice:
    """Fills ``combo``; the kinds stand in the order of the algorithm's own choice."""

    def __init__(self, combo: QComboBox):
        self.combo = combo
        self.counts: dict[str, int] = {}
        for kind, title in _titles().items():
            combo.addItem(title, kind)

    def kind(self) -> str:
        """What the atlas goes by, ``NO_ATLAS`` for none."""
        return self.combo.currentData()

    def choose(self, kind: str) -> None:
        """Choose what the atlas goes by, if it is known."""
        self.combo.setCurrentIndex(max(self.combo.findData(kind), 0))

    def count(self, county) -> None:
        """Count the pages of every kind anew."""
        from ...plugin.cartography.county_sheets.atlas import atlas_pages

        self.counts = {kind: len(atlas_pages(county, kind)) for kind in _titles() if kind != NO_ATLAS}
        for place, (kind, title) in enumerate(_titles().items()):
            if kind == NO_ATLAS:
                continue
            pages = self.counts[kind]
            told = tr("{title}（{count} 页）").format(title=title, count=pages) if pages else _lacking()[kind]
            self.combo.setItemText(place, told)
            self.combo.model().item(place).setEnabled(bool(pages))
        if not self.counts.get(self.kind(), 1):
            self.choose(NO_ATLAS)

    def pages(self, templates: list[str]) -> int:
        """How many pages sheets of these templates come to, each with the sheet of the county before its atlas."""
        from ...plugin.cartography.production.jobs import ONLY

        kind = self.kind()
        own = sum(ONLY.get(kind, template) == template for template in templates)
        return len(templates) + own * self.counts.get(kind, 0)


def _titles() -> dict[str, str]:
    return {
        NO_ATLAS: tr("不分页，每幅图一页"),
        TOWN: tr("按乡镇分页"),
        FACILITY: tr("按设施类型分页"),
        ZONE: tr("按整治区分页"),
        VILLAGE: tr("按行政村分页"),
    }


def _lacking() -> dict[str, str]:
    return {
        TOWN: tr("按乡镇分页（没有乡镇的面图层）"),
        FACILITY: tr("按设施类型分页（还没有计算服务覆盖）"),
        ZONE: tr("按整治区分页（还没有划定整治区）"),
        VILLAGE: tr("按行政村分页（没有行政村图层）"),
    }
