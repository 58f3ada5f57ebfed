"""A network is built in a process of its own, which may end by itself, with its parent, or when it is told to."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import osmium
import pytest

from infromap.cli import run
from infromap.errors import NetworkError
from infromap.route import apart
from infromap.route.apart import build_network_apart
from infromap.route.build import build_network
from osm_extract import write_extract

linux = pytest.mark.skipif(not Path("/proc").is_dir(), reason="only Linux tells of processes in files")
NODES = {"a": (70.0, 50.0), "b": (70.5, 50.2), "c": (71.0, 50.0)}
ROAD = {"highway": "primary"}

# Builds a network, and does not come back from a report, whose process it names.
HANGING = """
    import signal, sys, time
    from multiprocessing import active_children
    from pathlib import Path
    from infromap.route.apart import build_network_apart

    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests may run in a background that ignores it

    def report(_text):
        print(active_children()[0].pid, flush=True)
        time.sleep(600)

    build_network_apart(Path(sys.argv[1]), Path(sys.argv[2]), name="land", report=report)
"""


@pytest.fixture
def extract(tmp_path) -> Path:
    return write_extract(tmp_path / "land.osm.pbf", NODES, [("a b c", ROAD)])


@pytest.fixture
def deadly(tmp_path, extract) -> Path:
    """Return an extract that ends osmium by signal 11: a key of a way holds the letter that ends a key."""
    unpacked = tmp_path / "unpacked.osm.pbf"
    with osmium.SimpleWriter(osmium.io.File(str(unpacked), "pbf,pbf_compression=none")) as writer:
        for each in osmium.FileProcessor(str(extract)):
            writer.add(each)
    unpacked.write_bytes(unpacked.read_bytes().replace(b"highway", b"h\2\0hway"))
    return unpacked


def test_a_network_built_apart_is_the_same(tmp_path, extract):
    said, said_apart = [], []
    here = build_network(extract, tmp_path / "here", name="land", report=said.append)

    apart = build_network_apart(extract, tmp_path / "apart", name="land", report=said_apart.append)

    assert apart == tmp_path / "apart" / "land.network"
    assert apart.read_bytes() == here.read_bytes()
    assert said_apart == said
    assert list(apart.parent.iterdir()) == [apart]


def test_an_extract_that_ends_osmium_is_refused_in_one_line_and_the_older_network_stays(
    tmp_path, capsys, extract, deadly
):
    folder = tmp_path / "networks"
    path = build_network(extract, folder, name="unpacked")
    before = path.read_bytes()

    status = run(["routes", "build", str(deadly), "--networks", str(folder)])

    said = capsys.readouterr().err
    assert status == 2
    assert said.startswith(f"infromap: error: {deadly} cannot be read as OpenStreetMap data")
    assert said.endswith("use a whole .osm.pbf extract\n")
    assert said.count("\n") == 1
    assert list(folder.iterdir()) == [path]
    assert path.read_bytes() == before


def test_what_is_wrong_with_an_extract_is_said_as_ever(tmp_path):
    extract = write_extract(tmp_path / "land.osm.pbf", NODES, [("a b", {"waterway": "river"})])

    with pytest.raises(NetworkError, match="no road or railway"):
        build_network_apart(extract, tmp_path / "networks", name="land")

    assert list((tmp_path / "networks").iterdir()) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, BrokenPipeError])  # the latter, where nobody reads what is told
def test_whoever_gives_up_in_a_report_leaves_no_process_and_no_network(tmp_path, extract, monkeypatch, error):
    from multiprocessing import active_children

    def give_up(text: str) -> None:
        seen.extend(active_children())
        raise error

    monkeypatch.setattr(apart, "_ENDING_S", 0.1)
    seen: list = []
    with pytest.raises(error):
        build_network_apart(extract, tmp_path / "networks", name="land", report=give_up)

    assert len(seen) == 1
    assert active_children() == []
    assert list((tmp_path / "networks").glob("*.network")) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_build_whose_process_is_killed_says_so_and_is_picked_up(tmp_path, extract):
    from multiprocessing import active_children

    def kill(text: str) -> None:
        if "stage 'ways'" in text:
            active_children()[0].kill()
            active_children()

    with pytest.raises(NetworkError, match="was killed; free memory and run it again"):
        build_network_apart(extract, tmp_path / "networks", name="land", report=kill)
    said: list[str] = []

    path = build_network_apart(extract, tmp_path / "networks", name="land", report=said.append)

    assert "going on after the stage 'ways' of a build that was stopped" in said
    assert list(path.parent.iterdir()) == [path]


@linux
def test_ctrl_c_never_reaches_the_process_itself(tmp_path, extract):
    told = 'next(each for each in open(f"/proc/{active_children()[0].pid}/status") if "SigBlk" in each).split()[1]'
    code = HANGING.replace("active_children()[0].pid", told).replace("time.sleep(600)", "sys.exit()")
    command = [sys.executable, "-c", textwrap.dedent(code), str(extract), str(tmp_path / "networks")]

    blocked = int(subprocess.run(command, capture_output=True, text=True, check=True).stdout, 16)

    assert blocked >> (signal.SIGINT - 1) & 1


@linux
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_process_ends_with_its_parent(tmp_path, extract, how):
    command = [sys.executable, "-c", textwrap.dedent(HANGING), str(extract), str(tmp_path / "networks")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())

        os.kill(parent.pid, how)
        parent.wait(60)

        assert ended(child)
    assert list((tmp_path / "networks").glob("*.network")) == []


def ended(process: int) -> bool:
    """Wait until a process is gone, or nobody but the system waits for it any more; tell whether it came to that."""
    for _ in range(600):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False
