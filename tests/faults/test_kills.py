"""Whoever is killed while writing leaves the old file or the new one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
KILLS = int(os.environ.get("INFROMAP_KILLS", "64"))
WINDOWS = int(os.environ.get("INFROMAP_WINDOW_KILLS", "4"))

pytestmark = [pytest.mark.qt, pytest.mark.skipif(sys.platform != "linux", reason="forks and kills")]


def found_by(program: str, times: int) -> dict:
    done = subprocess.run([sys.executable, HERE / program, str(times)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_killed_writer_leaves_a_whole_file_and_nothing_beside_the_next_one():
    found = found_by("kills.py", KILLS)

    assert found["left beside"] == 0
    assert [each for each in found if each.startswith("broken")] == []
    assert found["old or new"] + found.get("no .shp", 0) == KILLS  # of several files there is no new one in one step


def test_after_each_killed_window_the_next_one_finds_what_was_kept_or_saved():
    found = found_by("window_kills.py", WINDOWS)

    assert found["faults"] == []
    assert (found["killed"], found["edits"] > 0) == (WINDOWS, True)
