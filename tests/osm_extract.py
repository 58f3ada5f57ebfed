"""Writes small made-up OpenStreetMap extracts for tests."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import osmium

Tags = Mapping[str, str]


def write_extract(
    path: Path,
    nodes: Mapping[str, tuple[float, float]],
    ways: Iterable[tuple[str, Tags]],
    *,
    date: str = "2026-11-01",
    without: str = "",
) -> Path:
    """Write nodes (name to lon, lat) and ways (names of nodes, with spaces, and tags); ``without`` names lost nodes."""
    ids = {name: number for number, name in enumerate(nodes, start=1)}
    header = osmium.io.Header()
    header.set("osmosis_replication_timestamp", f"{date}T20:21:22Z")
    with osmium.SimpleWriter(str(path), header=header, overwrite=True) as writer:
        for name, place in nodes.items():
            if name not in without.split():
                writer.add_node(osmium.osm.mutable.Node(id=ids[name], location=place))
        for number, (names, tags) in enumerate(ways, start=1):
            refs = [ids[name] for name in names.split()]
            writer.add_way(osmium.osm.mutable.Way(id=number, nodes=refs, tags=dict(tags)))
    return path
