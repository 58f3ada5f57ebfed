"""Online geocoders, Nominatim and Photon, through geopy: braked, patient, remembered, with candidates as answer."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from geopy.exc import GeopyError
from geopy.geocoders import Nominatim, Photon

from infromap.errors import GeocoderError, reason_of
from infromap.gazetteer.answer_cache import AnswerCache, Clock, Records, cache_path
from infromap.gazetteer.candidates import MAX_NAME_LENGTH, bears_name, weigh_answer
from infromap.gazetteer.online_answer import read_place, sift_answer
from infromap.gazetteer.online_request import CarefulAdapter, NoAnswerError
from infromap.gazetteer.type_words import read_typed_name
from infromap.saying import Saying

if TYPE_CHECKING:
    from shapely import Point

    from infromap.model.place import Candidate

logger = logging.getLogger(__name__)

PUBLIC_SERVERS = {"nominatim": "https://nominatim.openstreetmap.org", "photon": "https://photon.komoot.io"}
TIMEOUT_S = 10.0

_TRIES = 3
_BACK_OFF_S = 2.0  # before the second try, and twice as long before the third
_PATIENCE_S = 60.0  # for a turn, or for what Retry-After asks
_MOST_ANSWERS = 10  # Photon looks in all countries


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineService:
    """Which geocoder is asked, and on whose server.

    Raises
    ------
    GeocoderError
        If there is no such service, or the address is none of a server.
    """

    name: str = "nominatim"  # or photon
    address: str = ""  # of a server of one's own, http or https; the public one if empty

    def __post_init__(self) -> None:
        if self.name not in PUBLIC_SERVERS:
            raise GeocoderError(
                "{name!r} is no geocoder; use {known}", name=self.name, known=" or ".join(PUBLIC_SERVERS)
            )
        if self.address and not _is_server(self.address):
            raise GeocoderError(
                "{address!r} is no address of a server; it begins with http:// or https://", address=self.address
            )

    @property
    def url(self) -> str:
        """The address that questions go to."""
        return (self.address or PUBLIC_SERVERS[self.name]).rstrip("/")

    @property
    def host(self) -> str:
        """The server as a person knows it, without a password that may stand in the address."""
        parts = urlsplit(self.url)
        return f"{parts.hostname}:{parts.port}" if parts.port else f"{parts.hostname}"


class OnlineGeocoder:
    """Asks one service. Usable from several threads; leave its ``with`` block to let go of the cache."""

    def __init__(
        self,
        service: OnlineService,
        cache: AnswerCache,
        *,
        user_agent: str,
        clock: Clock | None = None,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        """Make a geocoder; nothing is asked yet. ``timeout_s`` bounds each request."""
        self.service = service
        self._cache = cache
        self._clock = clock or Clock()
        parts = urlsplit(service.url)
        make = {"nominatim": Nominatim, "photon": Photon}[service.name]
        self._geopy = make(
            domain=parts.netloc + parts.path,
            scheme=parts.scheme,
            timeout=timeout_s,
            user_agent=user_agent,
            adapter_factory=partial(CarefulAdapter, sift=partial(sift_answer, service.name)),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._cache.close()

    def candidates(
        self, name: str, *, country: str | None = None, near: Sequence["Point"] = ()
    ) -> tuple["Candidate", ...]:
        """Return what the service takes a name for, best first; a kept answer waits for nothing.

        Parameters
        ----------
        name
            As the article writes it, in any script.
        country
            Two-letter code: Nominatim looks nowhere else, of Photon's answers those abroad weigh less.
        near
            Points (lon, lat in degrees) that the place is probably near to; they weigh, they are not sent.

        Raises
        ------
        GeocoderError
            If there is no usable answer after three tries.
        """
        asked = " ".join(name.split())
        if not asked or len(asked) > MAX_NAME_LENGTH:
            return ()
        typed = read_typed_name(asked)
        records = self._answer(asked, country)
        places = [found for record in records if (found := read_place(self.service.name, record))]
        if self.service.name == "photon" and typed.folded:  # it answers with what merely begins or sounds alike
            places = [found for found in places if bears_name(found.names, typed.folded)]
        weighed = [
            weigh_answer(found.place, found.names, typed, position=position, country=country, near=near)
            for position, found in enumerate(places)
        ]
        return tuple(sorted(weighed, key=lambda each: -each.score))

    def _answer(self, name: str, country: str | None) -> Records:
        question = json.dumps([self.service.name, self.service.url, name.casefold(), country], ensure_ascii=False)
        records = self._cache.find(question)
        if records is None:
            records = self._ask(name, country)
            self._cache.keep(question, records)
        return records

    def _ask(self, name: str, country: str | None) -> Records:
        for tries in range(1, _TRIES + 1):
            self._wait_for_turn()
            try:
                return self._ask_once(name, country)
            except NoAnswerError as error:
                wait_s = _wait_s(error, tries)
                if error.retry_after_s:
                    self._cache.hold_back(error.retry_after_s)  # it binds everyone who shares the file
                if not error.may_pass or tries == _TRIES or wait_s > _PATIENCE_S:
                    raise self._failure(reason_of(error), tries) from error
                logger.info("%s: %s; asking again in %.0f s", self.service.host, error, wait_s)
                self._clock.sleep(wait_s)
            except (GeopyError, ValueError, TypeError, LookupError, AttributeError) as error:
                raise self._failure(Saying("an answer of another shape"), tries) from error
        raise AssertionError("the last try returns or raises")

    def _wait_for_turn(self) -> None:
        try:
            self._cache.wait_for_turn(_PATIENCE_S)
        except GeocoderError as error:
            raise GeocoderError(
                "{host} was not asked: {reason}", host=self.service.host, reason=error.saying
            ) from error

    def _ask_once(self, name: str, country: str | None) -> Records:
        options: dict[str, Any] = {"exactly_one": False, "limit": _MOST_ANSWERS, "language": "en"}
        if self.service.name == "nominatim":
            options |= {
                "addressdetails": True,
                "namedetails": True,
                "extratags": True,
                "country_codes": country and country.lower(),
            }
        return [each.raw for each in self._geopy.geocode(name, **options) or ()][:_MOST_ANSWERS]

    def _failure(self, reason: str, tries: int) -> GeocoderError:
        return GeocoderError(
            "{host} gave no answer (tries: {tries}): {reason}; check connection and address, or work offline",
            host=self.service.host,
            tries=tries,
            reason=reason,
        )


def open_online_geocoder(service: OnlineService, *, user_agent: str, clock: Clock | None = None) -> OnlineGeocoder:
    """Make a geocoder that shares answers and brake with every other copy of infromap of this user.

    A ``clock`` whose ``sleep`` raises ``GeocoderError`` calls the asking off.
    """
    return OnlineGeocoder(service, AnswerCache(cache_path(), clock=clock), user_agent=user_agent, clock=clock)


def _is_server(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _wait_s(error: NoAnswerError, tries: int) -> float:
    return max(_BACK_OFF_S * (1 << (tries - 1)), error.retry_after_s or 0.0)
