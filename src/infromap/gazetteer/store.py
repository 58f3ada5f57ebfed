"""The embedded gazetteer's file: opening it and asking it."""

import logging
import math
import sqlite3
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar

from infromap.assets import damaged
from infromap.errors import DataError, reason_of
from infromap.gazetteer.fold import fold_name, sound_keys
from infromap.gazetteer.schema import COORDINATE_SCALE, NAME_SEPARATOR, SCHEMA, cell_of, country_token
from infromap.model.place import Bounds
from infromap.saying import Saying

Found = TypeVar("Found")
logger = logging.getLogger(__name__)

_DAMAGE = (sqlite3.Error, TypeError, ValueError, LookupError, AttributeError, OverflowError)
_BOX = "lon, lat, radius_km, west, south, east, north"
_COLUMNS = "number, geonameid, name, other_names, country, division, lon, lat, population"
_PLACE_TYPES = (int, int, str, str, str, str, int, int, int)
_AREA_TYPES = (str, str, str, *[int] * 7)


class PlaceRow(NamedTuple):
    """One populated place of GeoNames; lon and lat in degrees, WGS 84."""

    number: int
    geonameid: int
    name: str
    other_names: tuple[str, ...]
    country: str
    division: str
    lon: float
    lat: float
    population: int


class Area(NamedTuple):
    """A region or a country: the middle of its places, the radius that holds nine in ten of them, and their box."""

    country: str
    code: str
    names: tuple[str, ...]  # the usual one first
    lon: float
    lat: float
    radius_km: float
    bounds: Bounds


def _tolerant(ask: Callable[..., Found]) -> Callable[..., Found]:
    """Let a question to a damaged file have the answer of an empty one."""

    @wraps(ask)
    def answer(self: "PlaceStore", *arguments: Any) -> Found:
        try:
            return ask(self, *arguments)
        except sqlite3.ProgrammingError:  # a fault of ours, such as another thread's
            raise
        except _DAMAGE as error:
            self.give_up(damaged(self._path, reason_of(error)))
            return ask(self, *arguments)

    return answer


class PlaceStore:
    """Read-only access to ``places.sqlite``. One thread at a time; opening is cheap.

    A file that turns out to be damaged on the way is given up: nothing is found any more, and ``notices`` says so.
    """

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises
        ------
        DataError
            If it is no gazetteer, or not all of one.
        """
        self.notices: list[Saying] = []
        self._path = path
        self._division_codes: dict[str, list[tuple[str, str]]] | None = None
        self._countries: dict[str, Area] | None = None
        self._countries_by_name: dict[str, list[Area]] | None = None
        try:
            if not path.is_file():  # SQLite would wait for a pipe
                raise DataError("{path} is missing or no file; install infromap again", path=path)
            self._database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            self._database.execute("SELECT value FROM about WHERE key = 'places'").fetchone()
        except DataError:
            raise
        except (sqlite3.Error, OSError, ValueError) as error:  # the last: SQLite's message has bytes of the file in it
            raise damaged(path, reason_of(error)) from error
        _check_size(path)

    @classmethod
    def without_file(cls, error: DataError) -> Self:
        """Return a store that knows nothing, because its file cannot be opened."""
        store = cls.__new__(cls)
        store.notices, store._path = [], Path()
        store.give_up(error)
        return store

    def give_up(self, error: DataError) -> None:
        """Know nothing from now on."""
        logger.warning("%s", error)
        self.notices.append(Saying("{error}; without it no place is known", error=error.saying))
        self._division_codes = self._countries = self._countries_by_name = None
        self._database = sqlite3.connect(":memory:")
        self._database.executescript(f"{SCHEMA}INSERT INTO about VALUES ('places', '0')")

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def check(self) -> None:
        """Look at every page of the file; DataError if one is damaged."""
        try:
            (told,) = self._ask("PRAGMA quick_check(1)")[0]
        except sqlite3.Error as error:
            raise damaged(self._path, reason_of(error)) from error
        if told != "ok":
            raise damaged(self._path, str(told))

    @_tolerant
    def count(self) -> int:
        """Return the number of places."""
        return int(self._ask("SELECT value FROM about WHERE key = 'places'")[0][0])

    @_tolerant
    def find_by_key(self, key: str) -> list[PlaceRow]:
        """Return the places that have a name of this sound key, the largest first, at most 2,000."""
        return self._search(f'"{key}"', limit=2000) if key else []

    @_tolerant
    def find_by_key_start(self, start: str, country: str | None) -> list[PlaceRow]:
        """Return the largest places that have a name whose sound key begins so, at most 3,000."""
        condition = f' AND "{country_token(country)}"' if country else ""
        return self._search(f'"{start}"*{condition}', limit=3000) if start else []

    @_tolerant
    def near(self, lon: float, lat: float) -> list[PlaceRow]:
        """Return the places of the nine one-degree cells around a point; east and west meet at 180°."""
        steps = {cell_of(lon + dx, lat + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if -90 <= lat + dy <= 90}
        ends = [row for cell in sorted(steps) for row in self._ask("SELECT first, last FROM cell WHERE cell = ?", cell)]
        return [row for first, last in ends for row in self._places("number BETWEEN ? AND ?", first, last)]

    @_tolerant
    def division(self, country: str, code: str) -> Area | None:
        """Return a first-level division; one without a known name has an empty ``names``."""
        rows = self._ask(
            f"SELECT country, code, names, {_BOX} FROM division WHERE country = ? AND code = ?", country, code
        )
        return _area(rows[0]) if rows else None

    @_tolerant
    def divisions_of_key(self, key: str) -> list[Area]:
        """Return the divisions that have a name of this sound key."""
        if self._division_codes is None:
            self._division_codes = self._read_division_codes()
        found = (self.division(country, code) for country, code in self._division_codes.get(key, ()))
        return [area for area in found if area]

    def _read_division_codes(self) -> dict[str, list[tuple[str, str]]]:
        """Return country and code of the divisions by the sound keys of their names."""
        rows = self._ask("SELECT names, country, code FROM division WHERE names != '' ORDER BY country, code")
        named = [(name, (country, code)) for names, country, code in rows for name in names.split(NAME_SEPARATOR)]
        keys = sound_keys([fold_name(name) for name, _ in named])
        codes: dict[str, list[tuple[str, str]]] = {}
        for key, (_, code) in zip(keys, named, strict=True):
            if code not in (known := codes.setdefault(key, [])):
                known.append(code)
        return codes

    @_tolerant
    def country(self, code: str) -> Area | None:
        """Return the country of a two-letter code."""
        return self._all_countries().get(code)

    @_tolerant
    def countries_called(self, folded: str) -> list[Area]:
        """Return the countries with this folded name."""
        if self._countries_by_name is None:
            self._countries_by_name = {}
            for area in self._all_countries().values():
                self._countries_by_name.setdefault(fold_name(area.names[0]), []).append(area)
        return self._countries_by_name.get(folded, [])

    def _all_countries(self) -> dict[str, Area]:
        if self._countries is None:
            rows = self._ask(f"SELECT code, code, name, {_BOX} FROM country")
            self._countries = {row[0]: _area(row) for row in rows}
        return self._countries

    def _search(self, expression: str, *, limit: int) -> list[PlaceRow]:
        rowids = [row[0] for row in self._ask("SELECT rowid FROM name_search WHERE name_search MATCH ?", expression)]
        marks = ",".join("?" * len(rowids[:30_000]))
        return list(self._places(f"number IN ({marks}) ORDER BY population DESC LIMIT {limit}", *rowids[:30_000]))

    def _places(self, condition: str, *values: object) -> Iterable[PlaceRow]:
        for row in self._ask(f"SELECT {_COLUMNS} FROM place WHERE {condition}", *values):
            if tuple(map(type, row)) != _PLACE_TYPES:  # SQLite keeps anything in any column
                raise ValueError(Saying("row {row!r} is not as it should be", row=row[0]))
            others = tuple(filter(None, row[3].split(NAME_SEPARATOR)))
            number, geonameid, name, _, country, division, lon, lat, population = row
            point = _degrees(lon, lat)
            yield PlaceRow(number, geonameid, name, others, country, division, *point, population)

    def _ask(self, query: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]
        return self._database.execute(query, values).fetchall()


def accuracy_of_town_km(population: int) -> float:
    """Return how far a site in a town may lie from the town's point, in kilometres.

    The radius of a disc in which people live at 1,900 to the square kilometre, as in the large
    towns of Central Asia, between 1 and 25 km: 5 km for 150,000 inhabitants.
    """
    return round(min(25.0, max(1.0, math.sqrt(max(population, 0) / (1900 * math.pi)))), 1)


def _degrees(lon: int, lat: int) -> tuple[float, float]:
    """Return a point of the file; ValueError if it is not on the globe."""
    point = lon / COORDINATE_SCALE, lat / COORDINATE_SCALE
    if not (abs(point[0]) <= 180 and abs(point[1]) <= 90):
        raise ValueError(Saying("{point} is not on the globe", point=point))
    return point


def _check_size(path: Path) -> None:
    """Raise DataError if a file is shorter or longer than its head says."""
    with path.open("rb") as file:
        head = file.read(32)
    page_size, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    if path.stat().st_size != (65_536 if page_size == 1 else page_size) * pages:
        raise damaged(path, Saying("a part of it is missing"))


def _area(row: tuple) -> Area:  # type: ignore[type-arg]
    if tuple(map(type, row)) != _AREA_TYPES:
        raise ValueError(Saying("row {row!r} is not as it should be", row=row[0]))
    country, code, names, lon, lat, radius_km, *box = row
    west, south, east, north = (value / COORDINATE_SCALE for value in box)
    return Area(
        country,
        code,
        tuple(filter(None, names.split(NAME_SEPARATOR))),
        *_degrees(lon, lat),
        float(radius_km),
        Bounds(west=west, south=south, east=east, north=north),
    )
