"""Draws the chart of ``page.py``; it runs in ``.venv-bench``, which alone has matplotlib.

Usage: ``page_chart.py FILE.png`` with the measurements as JSON on standard input.
"""

import json
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

PANELS = (
    ("made_s", "page made, s"),
    ("beyond_kb", "page beyond an empty one, kB"),
    ("painted_s", "page painted, s"),
    ("memory_mb", "memory of the page's process, MB"),
)
COLOURS = {
    "infromap": "#d55e00",
    "folium markers": "#2b8cc4",
    "folium.GeoJson": "#1a9e77",
    "geopandas.explore": "#8a6fd1",
}


def draw(rows: list[dict], path: str) -> None:
    """Draw one panel for each thing measured, both axes logarithmic: a straight line at 45 degrees is linear cost."""
    figure, axes = plt.subplots(2, 2, figsize=(10, 7), layout="constrained")
    for axis, (key, title) in zip(axes.flat, PANELS, strict=True):
        for program, colour in COLOURS.items():
            points = [
                (row["count"], row[key])
                for row in rows
                if row["program"] == program and row["kind"] == "points" and key in row
            ]
            if points:
                axis.loglog(*zip(*points, strict=True), "o-", color=colour, label=program, linewidth=2, markersize=5)
        axis.set_title(title, fontsize=11)
        axis.grid(visible=True, which="major", alpha=0.3)
        axis.spines[["top", "right"]].set_visible(False)
    for axis in axes[1]:
        axis.set_xlabel("points")
    axes[0, 0].legend(frameon=False, fontsize=9)
    figure.savefig(path, dpi=110)


if __name__ == "__main__":
    draw(json.load(sys.stdin), sys.argv[1])
