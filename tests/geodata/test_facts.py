"""The fact files and the bundled articles are tested as code."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACT_FILES = sorted((ROOT / "geodata" / "facts").glob("*.toml"))
ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@pytest.fixture(params=FACT_FILES, ids=lambda path: path.stem)
def table(request):
    return tomllib.loads(request.param.read_text(encoding="utf-8"))


def test_every_source_is_used_and_every_used_source_is_there(table):
    used = {fact["source"] for project in table["project"] for fact in project["facts"]}
    used |= {project["stops_source"] for project in table["project"] if "stops_source" in project}

    assert used == set(table["sources"])


def test_the_dates_of_sources_are_iso(table):
    dates = [source["date"] for source in table["sources"].values() if "date" in source]

    assert dates
    assert [date for date in dates if not ISO_DATE.fullmatch(date)] == []


def test_a_line_with_more_stops_names_who_gives_them(table):
    lines = [project for project in table["project"] if "stops" in project]

    assert lines
    assert [project["id"] for project in lines if not (project.get("stops_source") and project.get("stops_note"))] == []


def test_ids_are_unique(table):
    ids = [project["id"] for project in table["project"]]

    assert len(ids) == len(set(ids))


def test_every_bundled_article_names_its_source():
    articles = sorted((ROOT / "geodata" / "articles").iterdir())

    assert articles
    for path in articles:
        head = path.read_text(encoding="utf-8").split("\n\n", 1)[0]
        for key in ("title", "publisher", "date", "url", "language"):
            assert re.search(rf"^{key}: \S", head, re.MULTILINE), (path.name, key)


def test_the_brief_shares_no_long_run_of_words_with_the_published_article(shared):
    published = next((shared / "seed").glob("*.txt")).read_text().split()
    runs = {tuple(published[i : i + 12]) for i in range(len(published) - 11)}

    for path in (ROOT / "geodata" / "articles").iterdir():
        words = path.read_text(encoding="utf-8").split()
        assert [words[i : i + 12] for i in range(len(words) - 11) if tuple(words[i : i + 12]) in runs] == []
