"""Agricultural, ecological and urban space: overlaps, gaps, the balance of areas, and the control lines in them."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ...analysis.structure.control_lines import line_conflicts
from ...analysis.structure.spaces import OVERLAP, UNASSIGNED, balance_spaces
from ...cartography.hierarchy_styles import conflicts_style, overlaps_style, unassigned_style
from ...language import tr
from ..base import watch
from ..travel_parameters import field, number, source
from . import space_tables as tables
from .group import StructureAlgorithm
from .space_reading import (
    COUNTY,
    LINE_PARAMETERS,
    SAID,
    SPACE_PARAMETERS,
    SQUARE_METRES,
    TOWNS,
    TOWNS_NAME_FIELD,
    line_titles,
    read_spaces,
    space_titles,
)

MIN_AREA = "MIN_AREA"
OVERLAPS, GAPS, BALANCE, CONFLICTS = "OVERLAPS", "UNASSIGNED", "BALANCE", "CONFLICTS"
OVERLAP_HM2, UNASSIGNED_HM2, CONFLICTS_COUNT, HEADLINE = "OVERLAP_HM2", "UNASSIGNED_HM2", "CONFLICTS_COUNT", "HEADLINE"
STEPS = {"spaces": (5, 55), "conflicts": (55, 80), "balance": (80, 95)}


class SpaceBalance(StructureAlgorithm):
    """Parameters: three spaces, county, towns, control lines. Outputs: overlaps, gaps, balance, conflicts."""

    ID = "spacebalance"

    def title(self):
        return tr("三类空间平衡")

    def initAlgorithm(self, configuration=None):
        kinds = QgsProcessing.SourceType
        polygon, table = kinds.TypeVectorPolygon, kinds.TypeVector
        spaces, lines = space_titles(), line_titles()
        for parameter, space in SPACE_PARAMETERS.items():
            self.addParameter(source(parameter, spaces[space], [polygon], optional=False))
        self.addParameter(source(COUNTY, tr("县界"), [polygon], optional=False))
        self.addParameter(source(TOWNS, tr("乡镇（面）"), [polygon]))
        self.addParameter(field(TOWNS_NAME_FIELD, tr("乡镇名称字段"), TOWNS))
        for parameter, line in LINE_PARAMETERS.items():
            self.addParameter(source(parameter, lines[line], [polygon]))
        self.addParameter(number(MIN_AREA, tr("最小图斑（公顷，更小的只计数，不列出）"), 0.01, advanced=False))
        self.addParameter(QgsProcessingParameterFeatureSink(OVERLAPS, tr("空间重叠"), polygon, optional=True))
        self.addParameter(QgsProcessingParameterFeatureSink(GAPS, tr("未划入三类空间"), polygon, optional=True))
        self.addParameter(QgsProcessingParameterFeatureSink(BALANCE, tr("三类空间面积平衡表"), table, optional=True))
        self.addParameter(QgsProcessingParameterFeatureSink(CONFLICTS, tr("三区三线冲突"), polygon, optional=True))
        self.addOutput(QgsProcessingOutputNumber(OVERLAP_HM2, tr("重叠面积（公顷）")))
        self.addOutput(QgsProcessingOutputNumber(UNASSIGNED_HM2, tr("未划入面积（公顷）")))
        self.addOutput(QgsProcessingOutputNumber(CONFLICTS_COUNT, tr("冲突处数")))
        self.addOutput(QgsProcessingOutputString(HEADLINE, tr("结论")))

    def compute(self, parameters, context, feedback):
        reading = read_spaces(self, parameters, context, feedback)
        progress = watch(feedback, STEPS)
        balance = balance_spaces(reading.spaces, reading.zones, progress)
        conflicts, beyond = line_conflicts(reading.lines, balance, reading.zones, progress)
        progress("balance", 0.0)
        least = self.parameterAsDouble(parameters, MIN_AREA, context)
        overlaps, tiny_overlaps = balance.overlaps.at_least(least * SQUARE_METRES)
        gaps, tiny_gaps = balance.gaps.at_least(least * SQUARE_METRES)
        conflicts, tiny_conflicts = conflicts.at_least(least * SQUARE_METRES)
        rows = tables.balance_rows(reading, balance)
        progress("balance", 0.5)
        _say_beyond(balance, beyond, feedback)
        counted = tr("{result}中小于 {least} 公顷的碎斑有 {count} 处、共 {area} 公顷，没有逐处列出，面积已计入平衡表。")
        only_said = tr("{result}中小于 {least} 公顷的碎斑有 {count} 处、共 {area} 公顷，没有逐处列出。")
        _say_slivers(reading, tr("空间重叠"), tiny_overlaps, least, counted)
        _say_slivers(reading, tr("未划入三类空间"), tiny_gaps, least, counted)
        _say_slivers(reading, tr("三区三线冲突"), tiny_conflicts, least, only_said)

        self.outputs.inputs += reading.run.inputs
        many, crs = QgsWkbTypes.Type.MultiPolygon, reading.crs
        found = tables.conflict_rows(reading, conflicts)
        for name, frame, fields, title, style in (
            (OVERLAPS, tables.overlap_rows(reading, overlaps), tables.OVERLAP_FIELDS, tr("空间重叠"), overlaps_style()),
            (GAPS, tables.gap_rows(reading, gaps), tables.GAP_FIELDS, tr("未划入三类空间"), unassigned_style()),
            (CONFLICTS, found, tables.CONFLICT_FIELDS, tr("三区三线冲突"), conflicts_style()),
        ):
            self.outputs.add_layer(name, frame, fields, many, crs, title=title, style=style)
        table, no_crs = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
        self.outputs.add_layer(
            BALANCE, rows, tables.BALANCE_FIELDS, table, no_crs, title=tr("三类空间面积平衡表")
        )
        return self._answer(reading, rows, found, feedback)

    def _answer(self, reading, rows, conflicts, feedback) -> dict:
        whole = rows[rows["zone"] == reading.county_name].set_index("space")
        area, share = whole["area_hm2"].to_dict(), (100 * whole["share"]).to_dict()
        given = {
            "total": f"{sum(area.values()) / 100:,.2f}",
            "overlap": f"{area[OVERLAP]:,.2f}",
            "gap": f"{area[UNASSIGNED]:,.2f}",
            **{space: f"{share[space]:.1f}" for space in tables.SPACES},
        }
        text = tr(
            "全县 {total} 平方公里：农业空间 {agriculture} %、生态空间 {ecology} %、城镇空间 {urban} %，"
            "重叠 {overlap} 公顷，未划入 {gap} 公顷"
        ).format(**given)
        if reading.lines:
            text = tr("{balance}；三区三线冲突 {count} 处、{area} 公顷").format(
                balance=text, count=len(conflicts), area=f"{conflicts['area_hm2'].sum():,.2f}"
            )
        else:
            feedback.pushInfo(tr("没有给出控制线，不核对三区三线。"))
        feedback.pushInfo(text)
        return {
            OVERLAP_HM2: area[OVERLAP],
            UNASSIGNED_HM2: area[UNASSIGNED],
            CONFLICTS_COUNT: len(conflicts),
            HEADLINE: text,
        }


def _say_beyond(balance, lines_beyond: dict, feedback) -> None:
    """Parts outside the county, and polygons of one space on each other."""
    titles = {**space_titles(), **line_titles()}
    for key, area in {**balance.beyond, **lines_beyond}.items():
        if area >= SAID:
            feedback.pushWarning(
                tr("{layer}有 {area} 公顷在县界以外，不参与平衡和核对；请核对县界或裁切图层。").format(
                    layer=titles[key], area=f"{area / SQUARE_METRES:,.2f}"
                )
            )
    for space, area in balance.twice.items():
        if area >= SAID:
            feedback.pushWarning(
                tr("{layer}图层内部的图斑相互重叠 {area} 公顷，只计一次；请检查拓扑。").format(
                    layer=titles[space], area=f"{area / SQUARE_METRES:,.2f}"
                )
            )


def _say_slivers(reading, title: str, pieces, least: float, text: str) -> None:
    """What is too small to be listed is counted."""
    if len(pieces):
        area = f"{reading.hectares(pieces.shape).sum():,.4f}"
        reading.run.feedback.pushInfo(
            text.format(result=title, least=f"{least:g}", count=len(pieces), area=area)
        )
