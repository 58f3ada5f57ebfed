"""The embedded gazetteer with its gaps filled by an online geocoder; when that fails, it goes on alone and says so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from infromap.errors import GeocoderError
from infromap.gazetteer.doubt import is_answer
from infromap.saying import Saying

if TYPE_CHECKING:
    from shapely import Point

    from infromap.gazetteer.finder import PlaceFinder
    from infromap.gazetteer.online import OnlineGeocoder
    from infromap.model.place import Candidate

_MOST_QUESTIONS = 60  # of one article: a minute of asking


class FilledGazetteer:
    """Asks online for the names that the embedded gazetteer does not know, or knows only by resemblance or abroad."""

    def __init__(self, embedded: "PlaceFinder", online: "OnlineGeocoder") -> None:
        """Take both, open; closing them stays with the caller."""
        self._embedded = embedded
        self._online = online
        self._asked: dict[str, bool] = {}  # name → whether there was an answer to it
        self._failure: Saying | None = None

    def candidates(
        self,
        name: str,
        *,
        country: str | None = None,
        near: Sequence["Point"] = (),
        limit: int = 10,
        is_region: bool = False,
    ) -> tuple["Candidate", ...]:
        """Return what a name may mean, best first; embedded and online candidates stand in one list."""
        found = self._embedded.candidates(name, country=country, near=near, limit=limit, is_region=is_region)
        if self._failure or any(is_answer(each, name, country) for each in found):
            return found
        if name not in self._asked and len(self._asked) >= _MOST_QUESTIONS:
            return found
        try:
            asked = self._online.candidates(name, country=country, near=near)
        except GeocoderError as error:
            self._failure = error.saying
            return found
        self._asked[name] = bool(asked)
        return join_candidates(asked, found)[:limit]

    def country_area(self, code: str) -> tuple["Point", float] | None:
        """Return the middle of a country and its radius in km."""
        return self._embedded.country_area(code)

    def notices(self) -> tuple[Saying, ...]:
        """Return what a reader should know: what was asked and answered, and what failed."""
        host = self._online.service.host
        answered = [name for name, is_known in self._asked.items() if is_known]
        unanswered = [name for name, is_known in self._asked.items() if not is_known]
        parts = []
        if answered:
            parts.append(
                Saying(
                    "Looked up online at {host} (© OpenStreetMap contributors): {names}.",
                    host=host,
                    names=", ".join(answered),
                )
            )
        if unanswered:
            parts.append(Saying("{host} knows no place called {names}.", host=host, names=", ".join(unanswered)))
        if len(self._asked) >= _MOST_QUESTIONS:
            parts.append(Saying("No more than {most} names of one article are looked up online.", most=_MOST_QUESTIONS))
        if self._failure:
            parts.append(Saying("Places come from the embedded gazetteer alone: {reason}.", reason=self._failure))
        return tuple(parts)


def join_candidates(asked: Sequence["Candidate"], found: Sequence["Candidate"]) -> tuple["Candidate", ...]:
    """Return both lists as one, best first."""
    return tuple(sorted((*asked, *found), key=lambda each: -each.score))
