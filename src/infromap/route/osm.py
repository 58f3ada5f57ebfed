"""Reads the ways that matter out of an OpenStreetMap extract, in two passes and in bounded memory."""

from array import array
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from infromap.errors import NetworkError, reason_of
from infromap.route.classes import CLASSES, WANTED_TAGS, Mode, classify_way
from infromap.route.extras import import_extra
from infromap.route.layer import Numbers
from infromap.saying import Saying

PURPOSE = Saying("reading an OpenStreetMap extract")
_EVERY = 100_000  # objects between two reports

Report = Callable[[str], None]
Columns = dict[str, Numbers]


def read_ways(extract: Path, report: Report) -> Columns:
    """Return the ways of all modes: ``nodes`` (OpenStreetMap's ids, way after way), ``counts``, classes, directions.

    Raises
    ------
    NetworkError
        If the file is no OpenStreetMap data or is damaged.
    MissingExtraError
        If ``osmium`` is not installed.
    """
    osmium = import_extra("osmium", purpose=PURPOSE)
    # Absolute, here and below: osmium fetches a name that begins like an address.
    nodes, counts, classes, oneways = array("q"), array("q"), array("B"), array("B")
    wanted = osmium.filter.TagFilter(*WANTED_TAGS)  # named: osmium's iterator does not keep it alive
    try:
        with osmium.io.Reader(str(extract.absolute()), osmium.osm.WAY) as reader:
            for way in osmium.OsmFileIterator(reader, wanted):
                kind = classify_way({tag.k: tag.v for tag in way.tags})
                if kind is None or len(way.nodes) < 2:
                    continue
                refs = [node.ref for node in way.nodes]
                nodes.extend(reversed(refs) if kind.is_reversed else refs)
                counts.append(len(refs))
                classes.append(kind.class_id)
                oneways.append(kind.is_oneway)
                if len(counts) % _EVERY == 0:
                    report(f"{len(counts):,} ways")
    except Exception as error:  # osmium raises what its parsing of hostile bytes runs into
        raise unreadable(extract, error) from error
    return {
        "nodes": np.frombuffer(nodes, dtype=np.int64),
        "counts": np.frombuffer(counts, dtype=np.int64),
        "class_id": np.frombuffer(classes, dtype=np.uint8),
        "is_oneway": np.frombuffer(oneways, dtype=bool),
    }


def read_places(extract: Path, ids: Numbers, scratch: Path, report: Report) -> Columns:
    """Return ``x``, ``y`` (int32 counts of 1e-7 degrees) and ``is_known`` for sorted node ids.

    The places of all nodes of the extract pass through the file ``scratch``, 16 bytes each, and
    not through memory.
    """
    osmium = import_extra("osmium", purpose=PURPOSE)
    # osmium splits the name of the map at commas; without a path it makes a file of its own.
    places = osmium.index.create_map("sparse_file_array" + ("" if "," in str(scratch) else f",{scratch}"))
    with suppress(OSError):
        scratch.unlink()  # the open file lives on; a killed build leaves nothing (Windows refuses: removed later)
    _fill_places(osmium, extract, places, report)
    x, y = np.zeros(len(ids), dtype=np.int32), np.zeros(len(ids), dtype=np.int32)
    is_known = np.zeros(len(ids), dtype=bool)
    get = places.get
    for number, node in enumerate(ids.tolist()):
        if number % _EVERY == 0:
            report(f"{number:,} of {len(ids):,} nodes placed")
        try:
            place = get(node)
        except (KeyError, TypeError):  # a negative id is of an editor's own node, which is in no extract
            continue
        if place.valid():
            x[number], y[number], is_known[number] = place.x, place.y, True
    return {"x": x, "y": y, "is_known": is_known}


def data_date(extract: Path) -> str:
    """Return the date of an extract as its head has it; without one, of the file."""
    osmium = import_extra("osmium", purpose=PURPOSE)
    try:
        with osmium.io.Reader(str(extract.absolute()), osmium.osm.NOTHING) as reader:
            stamp = reader.header().get("osmosis_replication_timestamp", "") or reader.header().get("timestamp", "")
    except Exception as error:  # osmium raises what its parsing of hostile bytes runs into
        raise unreadable(extract, error) from error
    with suppress(ValueError):
        return datetime.fromisoformat(stamp).date().isoformat()
    return datetime.fromtimestamp(extract.stat().st_mtime, tz=UTC).date().isoformat()


def modes_of(class_id: Numbers) -> dict[Mode, Numbers]:
    """Return for each mode of the classes which ways are of it."""
    mode_of_class = np.array([list(Mode).index(each.mode) for each in CLASSES])
    numbers = mode_of_class[class_id]
    return {mode: numbers == index for index, mode in enumerate(Mode) if (numbers == index).any()}


def unreadable(extract: Path, error: Exception) -> NetworkError:
    """Return the error for an extract that osmium cannot read."""
    return NetworkError(
        "{extract} cannot be read as OpenStreetMap data ({reason}); use a whole .osm.pbf extract",
        extract=extract,
        reason=reason_of(error),
    )


def _fill_places(osmium: ModuleType, extract: Path, places: Any, report: Report) -> None:
    keep = osmium.NodeLocationsForWays(places)
    keep.ignore_errors()
    has_tags = osmium.filter.EmptyTagFilter()  # named: osmium's iterator does not keep it alive
    try:
        with osmium.io.Reader(str(extract.absolute()), osmium.osm.NODE) as reader:
            # Only nodes with tags come up to here: often enough to report, seldom enough to cost little.
            for number, _ in enumerate(osmium.OsmFileIterator(reader, keep, has_tags)):
                if number % _EVERY == 0:
                    report(f"{places.used_memory() // 16:,} nodes read")
    except Exception as error:  # osmium raises what its parsing of hostile bytes runs into
        raise unreadable(extract, error) from error
