"""Pages of many features: how long they take to make and to paint, how large they are, beside folium and geopandas.

Each page is made in a process of its own (``page_makers.py``) and shown in another (``page_view.py``), one after the
other in one run. The table goes into docs/performance.md and the chart beside it. The ratios are the result: they
hold on other machines, the times do not. ``make bench`` sets up what the others need, in ``.venv-bench``.

Usage: ``page.py [PROGRAM …]``: only these programs, and nothing is written.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from reading import PEER_PYTHON, ROOT, write_section

HEADING = "## Pages of many features"
CHART = ROOT / "docs" / "page-benchmark.png"
ROUNDS = 3
PATIENCE_S = 900
CASES = {
    "infromap": [("points", count) for count in (5, 1_000, 10_000, 100_000, 1_000_000)] + [("lines", 10_000)],
    "folium markers": [("points", 5), ("points", 1_000), ("points", 10_000)],
    "folium.GeoJson": [("points", 1_000), ("points", 10_000), ("points", 100_000), ("lines", 10_000)],
    "geopandas.explore": [("points", 1_000), ("points", 10_000), ("points", 100_000), ("lines", 10_000)],
}
COLUMNS = {
    "made_s": ("made", "{:.3f} s"),
    "beyond_kb": ("beyond an empty page", "{:,.0f} kB"),
    "painted_s": ("painted", "{:.2f} s"),
    "redraw_ms": ("redraw", "{:,.0f} ms"),
    "popup_ms": ("popup", "{:,.0f} ms"),
    "memory_mb": ("memory", "{:,.0f} MB"),
}
Row = dict[str, float | str]


def main() -> None:
    """Measure, print, and write what was measured."""
    wanted = sys.argv[1:]
    rows = [
        measure(program, *case) for program, cases in CASES.items() if not wanted or program in wanted for case in cases
    ]
    text = "\n".join([HEADING, "", *introduction(), "", *table(rows), "", *aims(rows), ""])
    print(text)
    if not wanted:
        subprocess.run(
            [PEER_PYTHON, ROOT / "benchmarks" / "page_chart.py", CHART], input=json.dumps(rows), text=True, check=True
        )
        write_section(text, HEADING)


def measure(program: str, kind: str, count: int) -> Row:
    """Return what was measured of one page; a part is missing where it took too long."""
    row: Row = {"program": program, "kind": kind, "count": count}
    python = Path(sys.executable) if program == "infromap" else PEER_PYTHON
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        made = run([python, ROOT / "benchmarks" / "page_makers.py", program, kind, str(count), path])
        rounds = ROUNDS if program == "infromap" or count <= 1_000 else 1
        views = [run([sys.executable, ROOT / "benchmarks" / "page_view.py", path]) for _ in range(rounds)]
    row |= made
    for key in ("painted_s", "redraw_ms", "popup_ms", "memory_mb"):
        values = [view[key] for view in views if view.get(key, -1) >= 0]
        if values:
            row[key] = statistics.median(values)
    print(row, file=sys.stderr)
    return row


def run(command: list[object]) -> dict[str, float]:
    """Return what a program prints as JSON; nothing if it takes too long."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            list(map(str, command)),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_S,
        )
    except subprocess.TimeoutExpired:
        return {}
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout else {}


def introduction() -> list[str]:
    """Return where and how it was measured."""
    where = f"{date.today().isoformat()}, {platform.machine()}, {os.cpu_count()} processors"
    where += f" (load at the end {os.getloadavg()[0]:.1f}), Python {platform.python_version()}"
    return [
        f"`benchmarks/page.py`, {where}, offscreen, no graphics card; medians. Every feature has a name, a category",
        "and a number; `lines` have 50 vertices each. Painted: from the moment at which a waiting view is told to load",
        "the file until the picture stands; redraw: after a zoom by one step; popup: from the click to its frame;",
        "memory: of the page's process. A dash: not within two minutes, or nothing came. The others are shown without",
        "tiles, with their libraries from this disk.",
        "",
        f"![Time, size and memory by the number of points]({CHART.name})",
    ]


def table(rows: list[Row]) -> list[str]:
    """Return the measurements, a line for each page."""
    lines = [f"| page | {' | '.join(title for title, _ in COLUMNS.values())} |", f"|---|{'---|' * len(COLUMNS)}"]
    for row in rows:
        cells = [form.format(row[key]) if key in row else "–" for key, (_, form) in COLUMNS.items()]
        lines.append(f"| {row['program']}, {row['count']:,} {row['kind']} | {' | '.join(cells)} |")
    return lines


def aims(rows: list[Row]) -> list[str]:
    """Return the ratios that are aimed at, each with what came out."""
    found = {(row["program"], row["kind"], row["count"]): row for row in rows}

    def ratio(key: str, above: tuple[str, int], below: tuple[str, int]) -> str:
        values = [found.get((program, "points", count), {}).get(key) for program, count in (above, below)]
        return f"{values[0] / values[1]:.3g}" if all(values) else "–"

    def value(key: str, count: int, form: str) -> str:
        got = found.get(("infromap", "points", count), {}).get(key)
        return form.format(got) if got else "–"

    peer, five = "folium markers", ("infromap", 5)
    parts = [
        (
            "10,000 points against stock folium markers: made, times faster",
            "100",
            ratio("made_s", (peer, 10_000), ("infromap", 10_000)),
        ),
        (
            "the same: beyond an empty page, times smaller",
            "15",
            ratio("beyond_kb", (peer, 10_000), ("infromap", 10_000)),
        ),
        ("the same: painted, times sooner", "30", ratio("painted_s", (peer, 10_000), ("infromap", 10_000))),
        ("100,000 points: beyond an empty page", "≤ 4 MB", value("beyond_kb", 100_000, "{:,.0f} kB")),
        ("the same: painted, times the page of five points", "≤ 3", ratio("painted_s", ("infromap", 100_000), five)),
        ("the same: redraw", "≤ 150 ms", value("redraw_ms", 100_000, "{:.0f} ms")),
        ("the same: click to popup", "≤ 50 ms", value("popup_ms", 100_000, "{:.0f} ms")),
        (
            "1,000,000 points: painted, times the page of five points",
            "≤ 10",
            ratio("painted_s", ("infromap", 1_000_000), five),
        ),
        (
            "1,000,000 against 100,000 points: made, times slower (linear: 10)",
            "10",
            ratio("made_s", ("infromap", 1_000_000), ("infromap", 100_000)),
        ),
    ]
    return [
        "| what is aimed at | aim | measured |",
        "|---|---|---|",
        *(f"| {what} | {aim} | {got} |" for what, aim, got in parts),
    ]


if __name__ == "__main__":
    main()
