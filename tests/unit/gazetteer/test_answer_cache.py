"""Answers last, and all who share the file ask one after the other."""

import itertools
import sqlite3
import threading
import time

import pytest

from infromap.errors import GeocoderError
from infromap.gazetteer.answer_cache import INTERVAL_S, AnswerCache, cache_path

DAY_S = 86_400


@pytest.fixture
def path(tmp_path):
    return tmp_path / "not yet there" / "geocoders.sqlite"


@pytest.fixture
def cache(path, turned):
    made = AnswerCache(path, clock=turned.clock())
    yield made
    made.close()


def test_an_answer_outlives_the_program(path, cache, turned):
    cache.keep("Ulgaisyn?", [{"lat": 49.5, "name": "Ұлғайсын"}])
    cache.close()

    again = AnswerCache(path, clock=turned.clock())

    assert again.find("Ulgaisyn?") == [{"lat": 49.5, "name": "Ұлғайсын"}]
    assert again.find("Karabutak?") is None
    again.close()


@pytest.mark.parametrize(("records", "kept_days"), [([{"a": 1}], 180), ([], 7)])
def test_an_answer_is_asked_for_again_when_it_is_old(cache, turned, records, kept_days):
    cache.keep("x", records)

    turned.time += (kept_days - 1) * DAY_S
    assert cache.find("x") == records
    turned.time += 2 * DAY_S
    assert cache.find("x") is None


def test_turns_come_one_interval_apart(cache, turned):
    times = []
    for _ in range(4):
        cache.wait_for_turn(60)
        times.append(turned.time)

    assert [later - earlier for earlier, later in itertools.pairwise(times)] == pytest.approx([INTERVAL_S] * 3)


def test_who_comes_late_does_not_wait(cache, turned):
    cache.wait_for_turn(60)
    turned.time += 5

    cache.wait_for_turn(60)

    assert turned.slept == []


def test_who_would_wait_too_long_takes_no_turn(cache, turned):
    cache.hold_back(100)
    with pytest.raises(GeocoderError, match="100 s"):
        cache.wait_for_turn(60)

    turned.time += 100
    cache.wait_for_turn(0)

    assert turned.slept == []


def test_nobody_is_held_up_for_more_than_an_hour(cache, turned):
    cache.hold_back(1e9)

    turned.time += 3601
    cache.wait_for_turn(0)

    assert turned.slept == []


@pytest.mark.parametrize("jump_s", [-1800, -5400, -30 * DAY_S, -365 * DAY_S, 3650 * DAY_S])
def test_a_clock_that_jumps_holds_nobody_up_and_lets_nobody_hurry(cache, turned, jump_s):
    cache.hold_back(3600)
    turned.time += jump_s

    cache.wait_for_turn(60)
    cache.wait_for_turn(60)

    assert all(0 < slept <= 2 * INTERVAL_S for slept in turned.slept)
    assert len(turned.slept) == (2 if jump_s < 0 else 1)


def test_an_answer_of_a_day_that_has_not_come_is_asked_for_again(cache, turned):
    cache.keep("x", [{"name": "X"}])
    turned.time -= 365 * DAY_S

    assert cache.find("x") is None


def test_threads_and_several_openings_of_the_file_share_the_brake(path):
    interval_s, times, lock = 0.05, [], threading.Lock()
    caches = [AnswerCache(path, interval_s=interval_s) for _ in range(2)]

    def ask(cache):
        for _ in range(3):
            cache.wait_for_turn(60)
            with lock:
                times.append(time.time())

    threads = [threading.Thread(target=ask, args=(cache,)) for cache in caches for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for cache in caches:
        cache.close()

    assert len(times) == 12
    assert max(times) - min(times) >= 10.5 * interval_s  # the first may have been late to look at the clock


@pytest.mark.parametrize(
    "content", [b"this is no database, whatever its name says " * 50, b"SQLite format 3\0" + b"\1" * 4000]
)
def test_a_damaged_file_is_told_with_what_to_do(path, cache, content):
    path.parent.mkdir()
    path.write_bytes(content)

    for use in (lambda: cache.find("x"), lambda: cache.keep("x", []), lambda: cache.wait_for_turn(1)):
        with pytest.raises(GeocoderError, match="delete the file"):
            use()


def test_a_file_of_another_program_is_told(path, cache):
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE answer (x)")
    other.close()

    with pytest.raises(GeocoderError, match="delete the file"):
        cache.find("x")


def test_a_folder_that_cannot_be_made_is_told(tmp_path, turned):
    (tmp_path / "file").write_text("")

    with pytest.raises(GeocoderError, match="cannot be used"):
        AnswerCache(tmp_path / "file" / "geocoders.sqlite", clock=turned.clock()).find("x")


def test_the_folder_may_be_chosen(monkeypatch, tmp_path):
    monkeypatch.setenv("INFROMAP_CACHE", str(tmp_path))
    assert cache_path() == tmp_path / "geocoders.sqlite"

    monkeypatch.delenv("INFROMAP_CACHE")
    assert "infromap" in cache_path().parts
