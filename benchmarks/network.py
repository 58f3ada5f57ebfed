"""A made-up country's network: how long it takes to build, how large it is, how soon a line is traced over it.

The country is a grid of roads with bends between the junctions, about two million nodes in all, written with
osmium as an extract like any other. ``--bends 0`` makes every node a junction, the worst case there is.
"""

import argparse
import multiprocessing
import os
import platform
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import osmium
from shapely import Point

from infromap.model.project import Kind
from infromap.model.provenance import Source
from infromap.model.route import Waypoint
from infromap.route import trace_route
from infromap.route.build import build_network
from infromap.route.tracer import NetworkTracer

NODES = 2_000_000
WEST, SOUTH, EAST, NORTH = 50.0, 41.0, 85.0, 54.0  # a country as wide as Kazakhstan
QUERIES_KM = (50, 500, 2000)
CLASSES = ("trunk", "primary", "secondary", "tertiary", "tertiary", "unclassified", "unclassified", "unclassified")


def write_country(path: Path, bends: int) -> tuple[int, int]:
    """Write the extract with so many bends between two junctions; return the numbers of nodes and of ways."""
    side = round((NODES / (1 + 2 * bends)) ** 0.5)
    step = (EAST - WEST) / side
    random = np.random.default_rng(1)
    grid = np.meshgrid(np.linspace(WEST, EAST, side), np.linspace(SOUTH, NORTH, side))
    junctions = np.column_stack([each.ravel() for each in grid]) + random.uniform(-0.08, 0.08, (side * side, 2)) * step
    streets = [(line, line * side + k, line * side + k + 1) for line in range(side) for k in range(side - 1)]
    streets += [(line, k * side + line, (k + 1) * side + line) for line in range(side) for k in range(side - 1)]
    shares = np.arange(1, bends + 1)[:, None] / (bends + 1)
    ways = []
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        new = osmium.osm.mutable
        for number, place in enumerate(junctions.tolist(), start=1):
            writer.add_node(new.Node(id=number, location=place))
        number = len(junctions)
        for line, a, b in streets:
            bent = junctions[a] * (1 - shares) + junctions[b] * shares + random.uniform(-0.1, 0.1, (bends, 2)) * step
            refs = [a + 1, *range(number + 1, number + 1 + bends), b + 1]
            for ref, place in zip(refs[1:-1], bent.tolist(), strict=True):
                writer.add_node(new.Node(id=ref, location=place))
            number += bends
            ways.append((refs, CLASSES[line % len(CLASSES)]))
        for way, (refs, name) in enumerate(ways, start=1):
            writer.add_way(new.Way(id=way, nodes=refs, tags={"highway": name}))
    return number, len(ways)


def measure(work: Callable[[], object]) -> tuple[float, float, object]:
    """Run ``work`` in a process of its own; return seconds, peak memory in MB and what it returned."""

    def run(pipe: object) -> None:
        begin = time.perf_counter()
        value = work()
        seconds = time.perf_counter() - begin
        pipe.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, value))

    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=run, args=(there,))
    process.start()
    answer = here.recv()
    process.join()
    return answer


def time_lines(path: Path, distance_km: float) -> list[float]:
    """Return the seconds that a first line takes, the loading of the network with it, and then each of five others."""
    tracer = NetworkTracer([path])
    random = np.random.default_rng(round(distance_km))
    seconds = []
    for _ in range(6):
        lat = random.uniform(SOUTH + 1, NORTH - 1)
        width = distance_km / (111.2 * np.cos(np.radians(lat)))
        lon = random.uniform(WEST + 0.1, EAST - 0.1 - width)
        begin = time.perf_counter()
        route = trace_route([_stop("A", lon, lat), _stop("B", lon + width, lat)], kind=Kind.HIGHWAY, tracer=tracer)
        seconds.append(time.perf_counter() - begin)
        assert route.traced, route.notices
    return seconds


def _stop(name: str, lon: float, lat: float) -> Waypoint:
    return Waypoint(name=name, point=Point(lon, lat), accuracy_km=10, source=Source(name="made up"), is_stated=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bends", type=int, default=4, help="nodes between two junctions (4)")
    bends = parser.parse_args().bends
    machine = f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    print(f"{time.strftime('%Y-%m-%d')}, {machine}")
    with tempfile.TemporaryDirectory() as folder:
        extract = Path(folder) / "country.osm.pbf"
        _, _, (nodes, ways) = measure(lambda: write_country(extract, bends))
        print(f"extract: {nodes:,} nodes, {ways:,} ways, {extract.stat().st_size / 1e6:.1f} MB")
        seconds, memory, path = measure(lambda: build_network(extract, Path(folder), name="country"))
        print(f"build: {seconds:.1f} s, peak memory {memory:.0f} MB, file {path.stat().st_size / 1e6:.1f} MB")
        for distance_km in QUERIES_KM:
            _, memory, times = measure(lambda distance_km=distance_km: time_lines(path, distance_km))
            first, others = times[0], times[1:]
            print(
                f"line of {distance_km} km: first {first:.2f} s (loads the network),"
                f" then {statistics.median(others):.2f} s, peak memory {memory:.0f} MB"
            )


if __name__ == "__main__":
    main()
