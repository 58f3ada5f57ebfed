"""The commands and the network: asked only when allowed, by all processes together at most once a second."""

import itertools
import json
import os
import subprocess
import sys

import pytest

from geocoding_server import KOSHARY, Answer
from infromap.cli import run

ARTICLE = "The EBRD will finance a hospital in Koshary and a solar plant in Shymkent, Kazakhstan."


@pytest.fixture(autouse=True)
def cache_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("INFROMAP_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return str(path)


def geojson(capsysbinary):
    return json.loads(capsysbinary.readouterr().out)


@pytest.mark.parametrize(
    "words", [["--online", "nominatim"], ["--online=nominatim"], ["--online"], ["--online", "--geocoder", "nominatim"]]
)
def test_geocode_asks_the_service_and_ranks_its_answers_with_ours(capsys, geocoding_server, words):
    geocoding_server.answers = [Answer([KOSHARY])]

    status = run(["geocode", "Koshary", *words, "--geocoder-server", geocoding_server.url, "--json", "--country", "KZ"])

    places = json.loads(capsys.readouterr().out)
    assert status == 0
    assert (places[0]["name"], places[0]["lon"], places[0]["lat"]) == ("Koshary", 60.9, 49.1)
    assert "© OpenStreetMap contributors" in places[0]["source"]
    assert [place["score"] for place in places] == sorted((place["score"] for place in places), reverse=True)


def test_without_online_nobody_is_asked(capsys, geocoding_server, article):
    run(["geocode", "Koshary"])
    run(["extract", article])

    assert geocoding_server.times == []


@pytest.mark.parametrize(
    "words",
    [
        ["geocode", "Osh", "--geocoder", "photon"],
        ["geocode", "Osh", "--geocoder-server", "http://127.0.0.1:9"],
        ["extract", "x.txt", "--offline", "--geocoder", "photon"],
        ["extract", "x.txt", "--online", "--geocoder", "google"],
        ["extract", "x.txt", "--online=google"],
    ],
)
def test_a_geocoder_that_makes_no_sense_is_refused(capsys, words):
    assert run(words) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_online_swallows_no_file(capsysbinary, article):
    assert run(["extract", "--online", article]) == 0
    assert len(geojson(capsysbinary)["features"]) == 2


def test_an_article_is_mapped_with_the_service_filling_the_gaps(capsysbinary, geocoding_server, article):
    geocoding_server.answers = [Answer([KOSHARY])]

    run(["--online", "nominatim", "--geocoder-server", geocoding_server.url, "extract", article])

    result = geojson(capsysbinary)
    hospital, solar = (feature["properties"] for feature in result["features"])
    assert [query["q"] for query in geocoding_server.queries] == ["Koshary"]
    assert (hospital["geometry_method"], solar["geometry_method"]) == ("online", "gazetteer")
    assert "© OpenStreetMap contributors" in hospital["resolved"][0]["source"]
    assert "© OpenStreetMap contributors" in [source["name"] for source in result["attribution"]]
    assert any("Looked up online" in notice and "Koshary" in notice for notice in result["notices"])


@pytest.mark.parametrize(
    "answer", [Answer(status=403), Answer(b"<html>", kind="text/html"), Answer(b"[" + b" " * 2_000_000)]
)
def test_a_service_that_fails_costs_no_map_and_is_told(capsysbinary, geocoding_server, article, answer):
    run(["extract", article])
    offline = geojson(capsysbinary)
    geocoding_server.answers = [answer]

    status = run(["extract", "--online", "photon", "--geocoder-server", geocoding_server.url, article])

    online = geojson(capsysbinary)
    assert status == 0
    assert online["features"] == offline["features"]
    assert any("embedded gazetteer alone" in notice for notice in online["notices"])


def test_geocode_falls_back_and_says_so(capsys, geocoding_server):
    geocoding_server.answers = [Answer(status=404)]

    status = run(["geocode", "Astana", "--online", "photon", "--geocoder-server", geocoding_server.url, "--json"])

    captured = capsys.readouterr()
    assert status == 0
    assert json.loads(captured.out)[0]["country"] == "KZ"
    assert "embedded gazetteer alone" in captured.err


@pytest.mark.slow
def test_two_processes_ask_at_least_a_second_apart(geocoding_server):
    geocoding_server.answers = [Answer([KOSHARY])]
    words = ["--online", "--geocoder-server", geocoding_server.url]
    commands = [[sys.executable, "-m", "infromap", "geocode", name, *words] for name in ("Koshary", "Ulgaisyn", "Osh")]

    started = [subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE) for command in commands]
    for process in started:
        process.communicate(timeout=60)

    times = sorted(geocoding_server.times)
    assert [process.returncode for process in started] == [0, 0, 0]
    assert len(times) == 3
    assert min(later - earlier for earlier, later in itertools.pairwise(times)) >= 1.0
