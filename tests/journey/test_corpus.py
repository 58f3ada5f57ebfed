"""``infromap extract --batch`` as a user runs it: killed and gone on with, stopped, and on a Dask cluster."""

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from infromap.cli import run

TEXTS = (
    "The EBRD will lend US$ 40 million for a new hospital in Shymkent.",
    "The bank finances the Taraz-Korday highway in Kazakhstan.",
    "ADB approved a loan to rebuild the road between Dushanbe and Kulob.",
    "Строительство автомобильной дороги Астана – Павлодар начнётся в 2027 году, её финансирует ЕБРР.",
)
COUNT = 800


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    articles = tmp_path_factory.mktemp("articles")
    for number in range(COUNT):
        path = articles / f"{number // 100:02}" / f"news-{number % 100:02}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{TEXTS[number % len(TEXTS)]}\n\nThis is number {number}.\n")
    (articles / "bad.pdf").write_bytes(b"%PDF-1.4 torn")
    return articles


@pytest.fixture(scope="module")
def expected(folder, tmp_path_factory):
    """The table of a run from beginning to end."""
    output = tmp_path_factory.mktemp("whole") / "sites.csv"
    subprocess.run(command(folder, output), check=True, capture_output=True)
    return output.read_bytes()


def command(folder, output, *more):
    return [sys.executable, "-m", "infromap", "extract", "--batch", str(folder), "-o", str(output), *more]


def start_and_wait_until_it_reads(folder, output):
    """Start a run in a process group of its own; return it when some articles are kept and many are not."""
    process = subprocess.Popen(
        command(folder, output, "--jobs", "2"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    log = output.with_name(f"{output.name}.progress-wal")
    deadline = time.monotonic() + 60
    while not (log.exists() and log.stat().st_size > 60_000):
        assert process.poll() is None, process.stderr.read()
        assert time.monotonic() < deadline
        time.sleep(0.005)
    return process


def children(process):
    """Return the ids of a process's workers."""
    lines = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(pid) for pid in lines if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def kept(message):
    """Return how many articles a run did not read again."""
    return int(message.split(" of them before")[0].rpartition("(")[2].replace(",", ""))


def test_a_run_that_was_killed_goes_on_where_it_was(folder, expected, tmp_path):
    output = tmp_path / "sites.csv"
    process = start_and_wait_until_it_reads(folder, output)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert not output.exists()

    again = subprocess.run(command(folder, output), check=True, capture_output=True, text=True)

    assert 0 < kept(again.stderr) < COUNT
    assert output.read_bytes() == expected


def test_the_workers_end_with_a_run_that_was_killed(folder, tmp_path):
    process = start_and_wait_until_it_reads(folder, tmp_path / "sites.csv")
    workers = children(process)
    process.kill()
    process.wait()  # its pipes stay open as long as a worker lives

    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.02)

    left = [pid for pid in workers if Path(f"/proc/{pid}").exists()]
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    process.communicate()
    assert workers
    assert left == []


def test_a_worker_that_dies_costs_no_article(folder, expected, tmp_path):
    output = tmp_path / "sites.csv"
    process = start_and_wait_until_it_reads(folder, output)

    os.kill(children(process)[0], signal.SIGKILL)
    process.communicate()

    assert process.returncode == 0
    assert output.read_bytes() == expected


def test_ctrl_c_stops_cleanly_and_keeps_what_is_done(folder, tmp_path):
    output = tmp_path / "sites.gpkg"
    process = start_and_wait_until_it_reads(folder, output)

    os.killpg(process.pid, signal.SIGINT)
    _, message = process.communicate()

    assert process.returncode == 130
    assert message.startswith(b"infromap: stopped after ")
    assert message.decode().splitlines()[1:] == []
    assert [path.name for path in tmp_path.iterdir()] == ["sites.gpkg.progress"]


def test_failures_are_printed_one_line_each_and_the_status_is_0(folder, expected, tmp_path):
    done = subprocess.run(command(folder, tmp_path / "sites.csv"), capture_output=True, text=True)

    failure, summary = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'sites.csv'}\n")
    assert failure.startswith("infromap: not read: bad.pdf")
    assert summary.startswith(f"infromap: {COUNT:,} articles read, 1 not, {COUNT:,} projects")


def test_a_dask_cluster_of_two_workers_gives_the_same_as_one_process(socket_enabled, folder, tmp_path):
    distributed = pytest.importorskip("distributed")
    part = folder / "00"
    subprocess.run(command(part, tmp_path / "one.csv", "--jobs", "1"), check=True, capture_output=True)
    output = tmp_path / "sites.csv"

    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        done = subprocess.run(
            command(part, output, "--scheduler", cluster.scheduler_address), capture_output=True, text=True
        )

    assert done.returncode == 0, done.stderr
    assert output.read_bytes() == (tmp_path / "one.csv").read_bytes()


def test_without_the_package_the_scheduler_option_says_how_to_get_it(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "distributed", None)

    status = run(["extract", "--batch", str(folder), "-o", str(tmp_path / "x.csv"), "--scheduler", "tcp://127.0.0.1:1"])

    assert status == 2
    assert "pip install 'infromap[batch]'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--batch", "here"],
        ["--batch", "here", "article.txt", "-o", "x.csv"],
        ["article.txt", "--jobs", "2"],
        ["article.txt", "--scheduler", "tcp://127.0.0.1:1"],
        ["--batch", "here", "-o", "x.csv", "--jobs", "0"],
        ["--batch", "here", "-o", "x.html"],
    ],
)
def test_a_command_that_makes_no_sense_is_refused(arguments, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").mkdir()

    status = run(["extract", *arguments])

    assert status == 2
    assert capsys.readouterr().err.startswith("infromap: error: ")


def test_the_single_export_writes_the_same_layers_and_the_facts(brief, tmp_path):
    from pyogrio import list_layers

    status = run(["export", str(brief), "-o", str(tmp_path / "brief.gpkg")])

    assert status == 0
    layers = [name for name, _ in list_layers(tmp_path / "brief.gpkg")]
    assert layers == ["sites", "lines", "not_located", "articles", "facts"]


def test_a_csv_of_a_corpus_has_a_point_for_what_is_located(expected):
    table = list(csv.DictReader(expected.decode("utf-8-sig").splitlines()))

    assert all(row["lat"] and row["lon"] for row in table if row["kind"] == "hospital")
