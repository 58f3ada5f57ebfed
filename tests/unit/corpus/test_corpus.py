"""A folder becomes one file: what is read, what is read again, and what stops nothing."""

import csv
import json
import os
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from dataclasses import replace

import pytest
from pyogrio import list_layers
from pyogrio.raw import read
from shapely import from_wkb

from infromap.corpus import Workers, find_articles, read_corpus
from infromap.corpus.reading import map_content
from infromap.corpus.record import Record
from infromap.errors import CorpusError, ExportError

HOSPITAL = "The EBRD will lend US$ 40 million for a new hospital in Shymkent."
ROAD = "The bank finances the Taraz-Korday highway in Kazakhstan."
WIND = "The bank is financing a 300 MW wind farm; its site was not named."
HERE = Workers(hire=lambda: ThreadPoolExecutor(1), count=1)


@pytest.fixture
def folder(tmp_path):
    """Two articles of one name in two folders, one without a place, and everything that is no article."""
    articles = tmp_path / "articles"
    for name, text in {"a/news.txt": HOSPITAL, "b/news.txt": ROAD, "wind.md": f"# Wind\n\n{WIND}\n"}.items():
        (articles / name).parent.mkdir(parents=True, exist_ok=True)
        (articles / name).write_text(text)
    (articles / "notes.docx").write_text("no article")
    (articles / ".git").mkdir()
    (articles / ".git" / "hidden.txt").write_text(HOSPITAL)
    return articles


def run(folder, output, workers=HERE):
    return read_corpus(folder, output, workers=workers, report=lambda _: None)


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def layer(path, name):
    meta, _, geometries, fields = read(path, layer=name)
    columns = dict(zip(meta["fields"], fields, strict=True))
    count = len(fields[0])
    shapes = geometries if geometries is not None else [None] * count
    return [
        {**{key: values[i] for key, values in columns.items()}, "geometry": shapes[i] and from_wkb(shapes[i])}
        for i in range(count)
    ]


def test_articles_are_found_in_the_order_of_their_names(folder):
    names = [file.name for file in find_articles(folder)]

    assert names == ["a/news.txt", "b/news.txt", "wind.md"]


def test_two_files_of_one_name_are_two_articles(folder, tmp_path):
    run(folder, tmp_path / "sites.csv")

    assert [(row["article"], row["kind"], row["places"]) for row in rows(tmp_path / "sites.csv")] == [
        ("a/news.txt", "hospital", "Shymkent"),
        ("b/news.txt", "highway", "Taraz; Korday"),
        ("wind.md", "wind power", ""),
    ]


def test_a_geopackage_has_a_layer_for_each_geometry_and_a_table_of_the_articles(folder, tmp_path):
    (folder / "empty.txt").touch()
    output = tmp_path / "sites.gpkg"

    run(folder, output)

    assert dict(list_layers(output)) == {
        "sites": "MultiPoint",
        "lines": "MultiLineString",
        "not_located": None,
        "articles": None,
    }
    site, line, lost = (layer(output, name)[0] for name in ("sites", "lines", "not_located"))
    assert (site["name"], site["amounts"], site["financiers"]) == ("new hospital in Shymkent", "USD 40000000", "EBRD")
    assert site["geometry"].geoms[0].x == pytest.approx(69.6, abs=0.2)
    assert line["geometry_length_km"] > 100
    assert (lost["capacity"], lost["geometry"]) == ("300 MW", None)
    assert [(row["article"], row["state"], row["projects"]) for row in layer(output, "articles")] == [
        ("a/news.txt", "read", 1),
        ("b/news.txt", "read", 1),
        ("empty.txt", "failed", 0),
        ("wind.md", "read", 1),
    ]


def test_geojson_holds_what_the_table_holds(folder, tmp_path):
    run(folder, tmp_path / "sites.geojson")
    run(folder, tmp_path / "sites.csv")

    features = json.loads((tmp_path / "sites.geojson").read_text())["features"]
    table = rows(tmp_path / "sites.csv")
    assert [each["properties"]["name"] for each in features] == [row["name"] for row in table]
    assert [each["geometry"] and each["geometry"]["type"] for each in features] == ["Point", "LineString", None]
    assert features[0]["geometry"]["coordinates"] == pytest.approx([float(table[0]["lon"]), float(table[0]["lat"])])


def test_a_second_run_reads_only_what_is_new_or_changed(folder, tmp_path):
    output = tmp_path / "sites.csv"
    run(folder, output)
    (folder / "a" / "news.txt").write_text(HOSPITAL.replace("Shymkent", "Kyzylorda"))
    (folder / "new.txt").write_text(HOSPITAL)
    (folder / "wind.md").unlink()

    summary = run(folder, output)

    assert (summary.progress.kept, summary.progress.read) == (1, 2)
    assert [row["places"] for row in rows(output)] == ["Kyzylorda", "Taraz; Korday", "Shymkent"]


def test_another_version_of_the_program_reads_all_again(folder, tmp_path, monkeypatch):
    run(folder, tmp_path / "sites.csv")
    monkeypatch.setattr("infromap.corpus.run.program_print", lambda: "another")

    summary = run(folder, tmp_path / "sites.csv")

    assert (summary.progress.kept, summary.progress.read) == (0, 3)


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("bad.pdf", lambda path: path.write_bytes(b"%PDF-1.4 torn"), "damaged PDF"),
        ("empty.txt", lambda path: path.touch(), "no text"),
        ("binary.txt", lambda path: path.write_bytes(bytes(range(256)) * 20), "no text"),
        ("large.txt", lambda path: path.write_bytes(b"x" * 5_000_001), "5 MB"),
        ("pipe.txt", os.mkfifo, "no file"),
        ("broken-link.txt", lambda path: path.symlink_to("nowhere"), "does not exist"),
        ("loop.txt", lambda path: path.symlink_to(path), "loop.txt"),
        ("unreadable.txt", lambda path: path.symlink_to("/proc/self/mem"), "cannot be read"),
        ("not-utf-8-\udcff.txt", lambda path: path.touch(), "no text"),
    ],
)
def test_one_bad_file_is_reported_and_stops_nothing(folder, tmp_path, name, make, reason):
    make(folder / name)
    output = tmp_path / "sites.csv"

    summary = run(folder, output)

    ((failed, why),) = summary.failures
    assert (failed, reason in why) == (name.replace("\udcff", r"\xff"), True)
    assert len(rows(output)) == 3
    assert [row["article"] for row in rows(tmp_path / "sites.csv.failed.csv")] == [failed]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_reported(folder, tmp_path):
    (folder / "secret.txt").write_text(HOSPITAL)
    (folder / "secret.txt").chmod(0)

    summary = run(folder, tmp_path / "sites.csv")

    assert [name for name, _ in summary.failures] == ["secret.txt"]


def test_a_folder_that_is_called_like_an_article_is_looked_into(folder, tmp_path):
    (folder / "folder.txt").mkdir()
    (folder / "folder.txt" / "inner.txt").write_text(HOSPITAL)

    summary = run(folder, tmp_path / "sites.csv")

    assert summary.failures == ()
    assert "folder.txt/inner.txt" in [row["article"] for row in rows(tmp_path / "sites.csv")]


def test_a_mended_file_leaves_the_list_of_failures(folder, tmp_path):
    (folder / "late.txt").touch()
    run(folder, tmp_path / "sites.csv")
    (folder / "late.txt").write_text(HOSPITAL)

    summary = run(folder, tmp_path / "sites.csv")

    assert summary.failures == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "sites.csv", "sites.csv.progress"]


def test_nothing_readable_is_an_error_and_no_file(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "empty.txt").touch()

    with pytest.raises(CorpusError, match="no article could be read"):
        run(tmp_path / "articles", tmp_path / "sites.csv")

    assert not (tmp_path / "sites.csv").exists()


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda tmp: (tmp / "no-folder", tmp / "sites.csv"), CorpusError, "no folder"),
        (lambda tmp: (tmp, tmp / "sites.csv"), CorpusError, "holds no article"),
        (lambda tmp: (tmp, tmp / "sites.shp"), ExportError, r"\.gpkg, \.geojson, \.csv"),
    ],
)
def test_what_cannot_work_is_said_before_anything_is_read(tmp_path, make, error, words):
    with pytest.raises(error, match=words):
        run(*make(tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_two_runs_do_not_write_one_output(folder, tmp_path):
    with Record(tmp_path / "sites.csv", "print"), pytest.raises(CorpusError, match="another infromap is at work"):
        run(folder, tmp_path / "sites.csv")


def test_a_foreign_file_in_the_place_of_the_record_is_left_alone(folder, tmp_path):
    (tmp_path / "sites.csv.progress").write_text("mine, and long enough to be no database header at all")

    with pytest.raises(CorpusError, match="no record"):
        run(folder, tmp_path / "sites.csv")

    assert (tmp_path / "sites.csv.progress").read_text().startswith("mine")


class FragileExecutor(ThreadPoolExecutor):
    """Breaks, with all that is under way, on one article, as a pool of processes does whose worker dies."""

    broken = False

    def submit(self, function, content, name):
        if self.broken:
            raise BrokenExecutor("a worker died")
        if name == "b/news.txt":
            self.broken = True
            future = Future()
            future.set_exception(BrokenExecutor("a worker died"))
            return future
        return super().submit(function, content, name)


def test_the_article_that_kills_its_reader_takes_no_other_with_it(folder, tmp_path):
    fragile = replace(HERE, hire=lambda: FragileExecutor(1), count=2)

    summary = run(folder, tmp_path / "sites.csv", workers=fragile)

    assert [name for name, _ in summary.failures] == ["b/news.txt"]
    assert [row["article"] for row in rows(tmp_path / "sites.csv")] == ["a/news.txt", "wind.md"]


def test_an_article_that_takes_too_long_is_a_failure(monkeypatch):
    monkeypatch.setattr("infromap.corpus.reading.TIME_LIMIT_S", 0.02)

    outcome = map_content((HOSPITAL * 5_000).encode(), "long.txt")

    assert (outcome.article["state"], outcome.sites) == ("failed", [])
    assert "took longer" in outcome.article["reason"]


def test_cells_that_a_spreadsheet_would_run_are_made_harmless(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "=cmd.txt").write_text(HOSPITAL)

    run(tmp_path / "in", tmp_path / "sites.csv")

    assert rows(tmp_path / "sites.csv")[0]["article"] == "'=cmd.txt"
