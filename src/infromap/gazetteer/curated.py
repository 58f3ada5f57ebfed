"""The hand-kept places that other lists lack, each with its source and accuracy."""

import csv
import io
import math
from dataclasses import dataclass
from pathlib import Path

from shapely import Point

from infromap.assets import read_text, reading
from infromap.errors import DataError, reason_of
from infromap.gazetteer.schema import NAME_SEPARATOR
from infromap.model.place import Exactness, Place
from infromap.model.provenance import Source
from infromap.saying import Saying

COLUMNS = (
    "id", "name", "other_names", "lat", "lon", "country", "type", "accuracy_km", "exactness", "source", "source_url",
    "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedPlace:
    """A place of the table with all the names that it goes by."""

    place: Place
    names: tuple[str, ...]


def read_curated_places(path: Path) -> tuple[CuratedPlace, ...]:
    """Read the table, in the order of its rows.

    Raises
    ------
    DataError
        If the file is missing, a column is missing, or a row makes no sense; the line is named.
    """
    with reading(path):
        try:
            reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise DataError("{path}: the columns must be {known}", path=path, known=",".join(COLUMNS))
            return tuple(
                _read_row(row, Saying("{path}: line {number}", path=path, number=reader.line_num)) for row in reader
            )
        except csv.Error as error:
            raise ValueError(reason_of(error)) from error


def _read_row(row: dict[str, str], where: str) -> CuratedPlace:
    try:
        lon, lat, accuracy_km = float(row["lon"]), float(row["lat"]), float(row["accuracy_km"])
        exactness = Exactness(row["exactness"])
    except (ValueError, TypeError) as error:
        raise DataError("{where}: {reason}; correct the row", where=where, reason=reason_of(error)) from error
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise DataError(
            "{where}: lat {lat}, lon {lon} is not on the globe; correct the row", where=where, lat=lat, lon=lon
        )
    if not (row["id"] and row["name"] and row["source"] and math.isfinite(accuracy_km) and accuracy_km > 0):
        raise DataError("{where}: id, name, source and an accuracy above zero are needed; correct the row", where=where)
    place = Place(
        name=row["name"],
        point=Point(lon, lat),
        gazetteer_id=f"curated:{row['id']}",
        country=row["country"],
        feature_type=row["type"],
        source=Source(name=Saying(row["source"]), url=row["source_url"] or None),
        exactness=exactness,
        accuracy_km=accuracy_km,
        note=Saying(row["note"]) if row["note"] else None,
    )
    return CuratedPlace(place=place, names=(row["name"], *filter(None, row["other_names"].split(NAME_SEPARATOR))))
