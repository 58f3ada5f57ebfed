"""A clock that tests can turn, and a geocoder for the server of the tests."""

import pytest

from infromap.gazetteer.answer_cache import AnswerCache, Clock
from infromap.gazetteer.online import OnlineGeocoder, OnlineService


class TurnedClock:
    """Time that passes only when somebody sleeps."""

    def __init__(self):
        self.time, self.slept = 1_800_000_000.0, []

    def clock(self):
        return Clock(now=lambda: self.time, sleep=self._sleep)

    def _sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.time += seconds


@pytest.fixture
def turned():
    return TurnedClock()


@pytest.fixture
def make_geocoder(geocoding_server, tmp_path, turned):
    """Return a function that makes a geocoder for the server, with a cache of the test's own."""
    made = []

    def make(name="nominatim", *, timeout_s=5.0, address=None):
        cache = AnswerCache(tmp_path / "geocoders.sqlite", clock=turned.clock())
        service = OnlineService(name=name, address=address or geocoding_server.url)
        made.append(
            OnlineGeocoder(service, cache, user_agent="infromap/test", clock=turned.clock(), timeout_s=timeout_s)
        )
        return made[-1]

    yield make
    for each in made:
        each.__exit__()
