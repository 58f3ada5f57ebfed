"""How long a page takes to make, by pytest-benchmark; nothing here passes or fails by its time.

``make bench`` runs it. It is for comparing two versions of our own code (``--benchmark-autosave`` and then
``--benchmark-compare``); the peers, and what happens in the browser, are in ``page.py``.
"""

import pytest
from page_makers import features, folium_markers, ours


@pytest.mark.parametrize("count", [5, 1_000, 10_000, 100_000, 1_000_000])
def test_our_page_of_points(benchmark, count):
    """Ours, of points."""
    page = benchmark.pedantic(ours(*features("points", count)), rounds=5, warmup_rounds=1)

    assert "sites.gpkg" in page


def test_our_page_of_lines(benchmark):
    """Ours, of lines of fifty vertices."""
    page = benchmark.pedantic(ours(*features("lines", 10_000)), rounds=5, warmup_rounds=1)

    assert "sites.gpkg" in page


@pytest.mark.parametrize("count", [5, 1_000])
def test_stock_folium_markers(benchmark, count):
    """One ``folium.Marker`` for each point."""
    page = benchmark.pedantic(folium_markers(*features("points", count)), rounds=3, warmup_rounds=1)

    assert page.count("L.marker(") == count
