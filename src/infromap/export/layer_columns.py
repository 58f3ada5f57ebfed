"""The columns of a layer as GDAL takes them: typed arrays, what is empty, time zones."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from infromap.model.layer import Column, ColumnType

Values = NDArray[Any]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_END = 2**63  # the first number that GDAL has no whole number for
_UNKNOWN, _UTC = 0, 100  # GDAL's numbers of zones


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GdalColumn:
    """One column; ``is_empty`` marks cells without a value, None where the array itself says so."""

    name: str
    values: Values
    is_empty: Values | None = None
    zones: Values | None = None  # of moments: GDAL's numbers of time zones


def gdal_columns(columns: Sequence[Column], rows: Values, *, reserved: Iterable[str] = ()) -> list[GdalColumn]:
    """Return columns with the values of some rows, each with a name of its own.

    Parameters
    ----------
    columns
        Of a layer.
    rows
        The numbers of the rows, in the order of the file.
    reserved
        Names that no column may have, whatever their case.

    Returns
    -------
    list of GdalColumn
        Types are kept: whole numbers, numbers, yes or no, text, and days or moments where every value of a
        column of dates is one; other dates stay text. Moments with a zone become the same moments in UTC, as the
        standard of GeoPackage asks: QGIS reads no other zone.
    """
    names = unique_names([column.name for column in columns], reserved)
    return [_convert(name, column.type, column.values[rows]) for name, column in zip(names, columns, strict=True)]


def unique_names(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return the names; one that is taken, or empty, gets a number. Case does not tell names apart, nor does GDAL."""
    used = {name.casefold() for name in taken}
    result = []
    for name in names:
        plain = plain_text(name).strip() or "column"
        number, chosen = 1, plain
        while chosen.casefold() in used:
            number += 1
            chosen = f"{plain}_{number}"
        used.add(chosen.casefold())
        result.append(chosen)
    return result


def plain_text(text: str) -> str:
    """Return a text that any file can hold: no NUL, no half of a character."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def _convert(name: str, kind: ColumnType, values: Values) -> GdalColumn:
    match kind:
        case ColumnType.INTEGER:
            return _whole_numbers(name, values)
        case ColumnType.BOOLEAN:
            is_empty = _is_none(values)
            return GdalColumn(name=name, values=np.where(is_empty, False, values).astype(bool), is_empty=is_empty)
        case ColumnType.REAL:
            return GdalColumn(name=name, values=values.astype(float))
        case ColumnType.DATE:
            return _dates(name, values)
        case _:
            return _texts(name, values)


def _whole_numbers(name: str, values: Values) -> GdalColumn:
    if values.dtype.kind == "i" or (values.dtype.kind == "u" and values.max(initial=0) < _END):
        small = np.dtype(np.int32)
        return GdalColumn(name=name, values=values.astype(small if np.can_cast(values.dtype, small) else np.int64))
    is_empty = np.isnan(values) if values.dtype.kind == "f" else _is_none(values)
    if any(not -_END <= each < _END for each in values[~is_empty].tolist()):
        return _texts(name, values)
    return GdalColumn(name=name, values=np.where(is_empty, 0, values).astype(np.int64), is_empty=is_empty)


def _texts(name: str, values: Values) -> GdalColumn:
    texts = [None if each is None else plain_text(str(each)) for each in values]
    return GdalColumn(name=name, values=np.array(texts, dtype=object))


def _dates(name: str, values: Values) -> GdalColumn:
    given = [each for each in values if each]
    if all(_DAY.fullmatch(each) for each in given):
        return _moments(name, values, "datetime64[D]")
    if all(_MOMENT.fullmatch(each) for each in given):
        return _moments(name, values, "datetime64[ms]")
    return _texts(name, values)


def _moments(name: str, values: Values, unit: str) -> GdalColumn:
    try:
        moments = [datetime.fromisoformat(each) if each else None for each in values]
    except ValueError:  # the 30th of February
        return _texts(name, values)
    moments = [each.astimezone(UTC) if each and each.tzinfo else each for each in moments]
    local = [None if each is None else each.replace(tzinfo=None) for each in moments]
    return GdalColumn(
        name=name, values=np.array(local, dtype=unit), zones=np.array([_zone(each) for each in moments], dtype=np.int64)
    )


def _zone(moment: datetime | None) -> int:
    return _UTC if moment and moment.tzinfo else _UNKNOWN


def _is_none(values: Values) -> Values:
    return np.fromiter((each is None for each in values), dtype=bool, count=len(values))
