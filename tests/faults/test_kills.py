"""Whoever is killed while writing leaves the old file or the new one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("INFROMAP_KILLS", "60"))


@pytest.mark.skipif(sys.platform != "linux", reason="forks and kills")
def test_a_killed_writer_leaves_a_whole_file_and_nothing_beside_the_next_one():
    program = Path(__file__).with_name("kills.py")

    done = subprocess.run([sys.executable, program, str(KILLS)], capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == {"old or new": KILLS, "broken": 0, "left beside": 0}
