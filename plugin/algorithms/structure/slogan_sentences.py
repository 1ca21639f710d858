"""What is wrong with a slogan, as sentences; and what was left aside when it was read."""

from __future__ import annotations

from ...analysis.structure.slogan import Reading
from ...analysis.structure.slogan_faults import EmptySlogan, FalseFriend, NothingToDraw, UnreadSlogan
from ...bridge.sentences import listed, sentence
from ...language import tr


@sentence.register
def _empty(fault: EmptySlogan) -> str:
    return tr("没有填写总体格局口号；请填写，例如：双核引领、两园驱动、一屏六廊。")


@sentence.register
def _false_friend(fault: FalseFriend) -> str:
    return tr("“{phrase}”不是空间格局口号：{reason}。").format(phrase=fault.phrase, reason=fault.reason)


@sentence.register
def _nothing(fault: NothingToDraw) -> str:
    return tr("“{texts}”没有可以画出的要素；请写成“数词＋要素”的样子，例如：一核两轴三区。").format(
        texts=listed(list(fault.remarks), 20)
    )


@sentence.register
def _unread(fault: UnreadSlogan) -> str:
    parts = listed([tr("第 {place} 个字起的“{text}”").format(place=place, text=text) for place, text in fault.parts])
    if fault.readable:
        return tr(
            "口号中有读不懂的部分：{parts}。读懂的有：{readable}。"
            "请把读不懂的部分改成“几个＋什么”，什么可以是核、轴、带、廊、屏、环、区、园、组团或节点；"
            "例如“沿河绿色长廊”改成“一廊”，“产业兴旺”一类说明性的话请删去。"
        ).format(parts=parts, readable=listed(list(fault.readable), 20))
    return tr(
        "口号读不懂：{parts}。请写成“几个＋什么”，什么可以是核、轴、带、廊、屏、环、区、园、组团或节点，"
        "例如：一核两轴三区、双核引领、一屏六廊、多组团。"
    ).format(parts=parts)


def aside_sentences(reading: Reading) -> list[str]:
    """What of the text is no clause, without being a fault."""
    said = []
    if reading.outside:
        said.append(tr("口号以外的文字没有读入：{texts}。").format(texts=listed(reading.outside, 20)))
    if reading.remarks:
        said.append(tr("“{texts}”没有可以画出的要素，只作说明。").format(texts=listed(reading.remarks, 20)))
    return said
