"""A build that was killed goes on or begins anew, and never leaves half a network."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from infromap.route.build import build_network
from infromap.route.network_file import read_card
from osm_extract import write_extract

NODES = {"a": (70.0, 50.0), "b": (70.5, 50.2), "c": (71.0, 50.0), "d": (70.5, 50.6)}
ROAD = {"highway": "primary"}

# Builds a network and dies by its own SIGKILL when the report says a word.
KILLED = """
    import os, signal, sys
    from pathlib import Path
    from infromap.route.build import build_network

    def report(text):
        if sys.argv[3] in text:
            os.kill(os.getpid(), signal.SIGKILL)

    build_network(Path(sys.argv[1]), Path(sys.argv[2]), name="land", report=report)
"""


def build_and_kill(extract: Path, folder: Path, word: str = "", code: str = KILLED) -> None:
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(extract), str(folder), word], check=False)
    assert done.returncode == -signal.SIGKILL


# Builds a network and dies when the second column of the network file has been written.
KILLED_WRITING = """
    import os, signal, sys
    import numpy as np
    from pathlib import Path
    from infromap.route.build import build_network

    write, written = np.lib.format.write_array, []

    def write_two(*arguments, **options):
        write(*arguments, **options)
        written.append(arguments)
        if len(written) == 2:
            os.kill(os.getpid(), signal.SIGKILL)

    def report(text):
        if "writing" in text:
            np.lib.format.write_array = write_two

    build_network(Path(sys.argv[1]), Path(sys.argv[2]), name="land", report=report)
"""


def build(extract: Path, folder: Path) -> tuple[Path, list[str]]:
    said: list[str] = []
    return build_network(extract, folder, name="land", report=said.append), said


@pytest.fixture
def extract(tmp_path) -> Path:
    return write_extract(tmp_path / "land.osm.pbf", NODES, [("a b c", ROAD)])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("nodes placed", ["ways"]),
        ("stage 'nodes' is done", ["ways", "nodes"]),
        ("splitting", ["ways", "nodes"]),
        ("writing", ["ways", "nodes"]),
    ],
)
def test_a_killed_build_goes_on_after_the_stages_that_were_done(tmp_path, extract, word, kept):
    folder = tmp_path / "networks"
    build_and_kill(extract, folder, word)
    assert not list(folder.glob("*.network"))

    path, said = build(extract, folder)

    assert [text for text in said if "going on" in text] == [
        f"going on after the stage '{stage}' of a build that was stopped" for stage in kept
    ]
    assert list(folder.iterdir()) == [path]
    undisturbed, _ = build(extract, tmp_path / "others")
    assert path.read_bytes() == undisturbed.read_bytes()


def test_another_extract_of_the_same_name_is_read_from_the_start(tmp_path, extract):
    folder = tmp_path / "networks"
    build_and_kill(extract, folder, "splitting")
    write_extract(extract, NODES, [("a b c", ROAD), ("b d", ROAD)], date="2026-11-09")

    path, said = build(extract, folder)

    assert not [text for text in said if "going on" in text]
    assert read_card(path).edges == {"roads": 3}
    assert read_card(path).date == "2026-11-09"


def test_a_stage_that_is_damaged_is_done_again(tmp_path, extract):
    folder = tmp_path / "networks"
    build_and_kill(extract, folder, "splitting")
    stage = folder / ".land.building" / "ways.npz"
    stage.write_bytes(stage.read_bytes()[:-30])

    path, _ = build(extract, folder)

    assert read_card(path).edges == {"roads": 1}


def test_a_network_that_was_half_written_is_never_seen(tmp_path, extract):
    path, _ = build(extract, tmp_path / "networks")
    before = path.read_bytes()
    write_extract(extract, NODES, [("a b", ROAD)])

    build_and_kill(extract, tmp_path / "networks", code=KILLED_WRITING)

    assert path.read_bytes() == before
    build(extract, tmp_path / "networks")
    assert path.read_bytes() != before
    assert list((tmp_path / "networks").iterdir()) == [path]


def test_a_build_that_fails_leaves_the_older_network_as_it_was(tmp_path, extract):
    path, _ = build(extract, tmp_path / "networks")
    before = path.read_bytes()
    build_and_kill(write_extract(extract, NODES, [("a b", ROAD)]), tmp_path / "networks", "writing")

    assert path.read_bytes() == before
