"""Times Ronghe beside what a planner would use instead, in the same run, and prints a report.

Each run is a process of its own; the two sides of a comparison take turns. ``python run.py [RUNS]``; the report also
goes to out/bench.txt.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "out"
RUNS = 3

#: What is compared, with what, and the ratio aimed at.
PAIRS = (
    ("时间面 1200×1200，20 处设施，60 分钟 · Terrain, 60 min", "terrain_60_ronghe", "terrain_60_grass", 0.5),
    ("时间面 1200×1200，20 处设施，不限时 · Terrain, no limit", "terrain_all_ronghe", "terrain_all_grass", 1.0),
    ("可达道路与等时圈 48,582 条路，4 个时限 · Reach and bands", "reach_ronghe", "reach_native", 0.1),
    (
        "可视范围 1200×1200，沿路 60 个观察点，3 公里，200 座矿山 · Visible range, 60 observers",
        "visible_few",
        "visible_grass",
        0.2,
    ),
    (
        "开采分区：2,000 个资源区、17 个图层、20 万个顶点（目标 20 秒、2 GB 以内）· Zoning",
        "zoning_ronghe",
        "zoning_native",
        0.25,
    ),
    ("图集 PDF：7 个乡镇，A3，300 dpi · Atlas of 7 pages as one PDF", "sheets_atlas", "sheets_qgis", 1.0),
    ("21 页 PNG，A3，300 dpi：两个进程与一个进程 · 21 PNG pages, two processes", "sheets_two", "sheets_one", 1 / 1.6),
)
ALONE = (
    ("7,382 栋建筑到最近学校 · Buildings to the nearest school", "nearest_school"),
    ("可视范围 1200×1200，305 公里道路 1,537 个观察点，3 公里，200 座矿山 · Visible range, all", "visible_ronghe"),
    ("同上，每 30 米一个观察点，只算矿山 · Mines only, an observer every 30 m", "visible_mines"),
    ("图集 PDF：每村一页（94 页），内存不增长 · Atlas of 94 villages, memory flat", "sheets_villages"),
)
OTHERS = {
    "terrain_60_grass": "GRASS r.walk",
    "terrain_all_grass": "GRASS r.walk",
    "reach_native": "native × 4",
    "visible_grass": "GRASS r.viewshed",
    "zoning_native": "native",
    "sheets_qgis": "QGIS atlas",
    "sheets_one": "one process",
}
#: Where a case is found, by the first word of its name; ``cases.py`` has all others.
SCRIPTS = {"visible": "mining_cases.py", "zoning": "zoning_cases.py", "sheets": "sheet_cases.py"}


def measure(case: str) -> dict | None:
    """One run of a case in a fresh process; None when it failed, which is said."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    script = HERE / SCRIPTS.get(case.split("_")[0], "cases.py")
    done = subprocess.run([sys.executable, str(script), case], capture_output=True, text=True, env=environment)
    for line in done.stdout.splitlines():
        if line.startswith("REPORT "):
            return json.loads(line[len("REPORT ") :])
    print(f"{case}: 没有结果 no result (exit {done.returncode})\n{done.stderr[-800:]}", flush=True)
    return None


def median(reports: list[dict], key) -> float:
    return statistics.median(key(report) for report in reports)


def told(case: str, reports: list[dict]) -> list[str]:
    seconds = sorted(report["seconds"] for report in reports)
    lines = [
        f"  {OTHERS.get(case, 'Ronghe'):<14} 中位 {statistics.median(seconds):6.2f} s "
        f"（{seconds[0]:.2f}–{seconds[-1]:.2f}），内存峰值 {median(reports, lambda r: r['memory_mb']):,.0f} MB"
    ]
    stages = reports[0]["stages"]
    if len(stages) > 1:
        parts = [f"{name} {median(reports, lambda r, n=name: r['stages'].get(n, 0.0)):.2f}" for name in stages]
        lines.append("    " + "；".join(parts))
    for name, value in reports[-1]["results"].items():
        lines.append(f"    {name} = {value:,.4f}")
    return lines


def compare(title: str, ours: str, theirs: str, aim: float, runs: int) -> list[str]:
    pairs = []
    for _ in range(runs):
        a, b = measure(ours), measure(theirs)
        if a and b:
            pairs.append((a, b))
    if not pairs:
        return [title, "  未能完成 not finished", ""]
    ratio = statistics.median(a["seconds"] / b["seconds"] for a, b in pairs)
    verdict = "达到" if ratio <= aim else "未达到"
    return [
        title,
        *told(ours, [a for a, _ in pairs]),
        *told(theirs, [b for _, b in pairs]),
        f"  比值中位 {ratio:.2f}（目标 ≤ {aim:g}：{verdict}），{len(pairs)} 对",
        "",
    ]


def main(runs: int) -> None:
    lines = [f"{platform.processor() or platform.machine()}，{os.cpu_count()} 核，每项 {runs} 次，取中位数", ""]
    for title, ours, theirs, aim in PAIRS:
        lines += compare(title, ours, theirs, aim, runs)
    for title, case in ALONE:
        reports = [report for report in (measure(case) for _ in range(runs)) if report]
        lines += [title, *(told(case, reports) if reports else ["  未能完成 not finished"]), ""]
    text = "\n".join(lines)
    OUT.mkdir(exist_ok=True)
    (OUT / "bench.txt").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
