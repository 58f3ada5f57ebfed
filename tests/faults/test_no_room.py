"""Where there is no room, the old file stays, nothing is left beside it, and one line says so."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from kills import KINDS

# A file system of 300 kB in which 8 kB are left beside the old files.
SMALL_DISK = (
    "mount -t tmpfs -o size=300k none {folder} && head -c 266000 /dev/zero > {folder}/filling "
    "&& exec {python} {program} {folder}"
)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and file systems of Linux")


def check(output: str, *, large: set[str]) -> None:
    said = json.loads(output)
    refused = {suffix for suffix, words in said.items() if words != "was written"}
    assert refused >= large
    for suffix in refused:
        assert f"map{suffix} cannot be written" in said[suffix], said
        assert len(said[suffix].splitlines()) == 1


def test_a_limit_on_files_leaves_what_was_there(tmp_path):
    program = [sys.executable, str(HERE / "writes.py"), str(tmp_path), "2000"]

    check(subprocess.run(program, capture_output=True, text=True, check=True).stdout, large=set(KINDS))


def test_a_full_disk_leaves_what_was_there(tmp_path):
    command = SMALL_DISK.format(folder=tmp_path, python=sys.executable, program=HERE / "writes.py")
    done = subprocess.run(["unshare", "-rm", "sh", "-c", command], capture_output=True, text=True, env=os.environ)
    if "mount:" in done.stderr or "unshare:" in done.stderr:
        pytest.skip(f"no file system of its own here: {done.stderr.strip()}")

    check(done.stdout, large={".html", ".gpkg"})
