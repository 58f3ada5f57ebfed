"""Where there is no room, or something in the way: the old file stays, nothing is left beside it, one line says so."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SMALL_DISK = "mount -t tmpfs -o size=300k none {folder} && exec {python} {program} {folder}"
WITHOUT_POWER = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]  # for root, whom permissions do not hold
WRONG = ("WROTE", "FAULT", "LEFT", "UNCLEAR")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and file systems of Linux")


def check(output: str) -> None:
    said = json.loads(output)
    wrong = {name: words for name, words in said.items() if words.startswith(WRONG)}
    assert not wrong, wrong
    assert len(said) == 20


def test_a_limit_on_files_leaves_what_was_there(tmp_path):
    program = [sys.executable, str(HERE / "writes.py"), str(tmp_path), "2000"]

    check(subprocess.run(program, capture_output=True, text=True, check=True).stdout)


def test_a_full_disk_leaves_what_was_there(tmp_path):
    command = SMALL_DISK.format(folder=tmp_path, python=sys.executable, program=HERE / "writes.py")
    done = subprocess.run(["unshare", "-rm", "sh", "-c", command], capture_output=True, text=True, env=os.environ)
    if "mount:" in done.stderr or "unshare:" in done.stderr:
        pytest.skip(f"no file system of its own here: {done.stderr.strip()}")

    check(done.stdout)


def test_nothing_takes_the_place_of_what_must_stay(tmp_path):
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("permissions do not hold root, and there is no setpriv")
    program = [*(WITHOUT_POWER if os.geteuid() == 0 else []), sys.executable, str(HERE / "obstacles.py"), str(tmp_path)]

    done = subprocess.run(program, capture_output=True, text=True, check=True)

    obstacles = json.loads(done.stdout)
    assert len(obstacles) == 9
    for said in obstacles.values():
        check(json.dumps(said))


def test_what_gdal_could_not_write_to_its_end_is_found_out(tmp_path):
    program = [sys.executable, str(HERE / "short_writes.py"), str(tmp_path)]

    said = json.loads(subprocess.run(program, capture_output=True, text=True, check=True).stdout)

    assert len(said) == 24
    for case, words in said.items():
        assert f"map{case.split()[0]} cannot be written" in words, (case, words)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [["doctor"], ["geocode", "Almaty"], ["extract", "ARTICLE"]])
def test_full_standard_output_is_one_line(command, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("The AIIB lends for a hospital in Kokshetau, Kazakhstan.", encoding="utf-8")
    words = [str(article) if word == "ARTICLE" else word for word in command]

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "infromap", *words], stdout=full, stderr=subprocess.PIPE, text=True
        )

    assert done.returncode == 2
    assert (
        done.stderr
        == "infromap: error: standard output cannot be written: No space left on device; write to another place\n"
    )


@pytest.mark.parametrize(
    ("stream", "told"),
    [
        ("</dev/zero", "standard input is larger than 5 MB"),
        ("<&-", "standard input is closed"),
        ("<{article} >&-", "standard output is closed"),
    ],
)
def test_odd_streams_are_one_line(stream, told, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("The AIIB lends for a hospital in Kokshetau, Kazakhstan.", encoding="utf-8")
    command = f"{sys.executable} -m infromap extract - {stream.format(article=article)}"

    done = subprocess.run(["sh", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, text=True)

    assert done.returncode == 2
    assert done.stderr.startswith(f"infromap: error: {told}")
    assert len(done.stderr.splitlines()) == 1
