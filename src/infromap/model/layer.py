"""A layer of a GIS file: geometries with typed columns of attributes, fit for a million rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from infromap.errors import VectorError
from infromap.model.layer_style import LayerStyle

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from infromap.model.provenance import Source
    from infromap.saying import Saying

Values: TypeAlias = "NDArray[Any]"
Cell = str | int | float | bool | None


class ColumnType(StrEnum):
    """What the values of a column are."""

    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    TEXT = "text"
    DATE = "date"  # ISO 8601 text, with a time where the file has one


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Column:
    """One attribute of all rows.

    ``values`` is an array of numbers for ``REAL``, where NaN stands for nothing, and otherwise of numbers or
    of objects, where None stands for nothing.
    """

    name: str
    type: ColumnType
    values: Values

    def cell(self, row: int) -> Cell:
        """Return one value as Python has it; None for nothing."""
        value = self.values[row]
        plain: Cell = value.item() if isinstance(value, np.generic) else value
        if not isinstance(plain, float):
            return plain
        if np.isnan(plain):
            return None
        is_whole = self.type is ColumnType.INTEGER and plain.is_integer()  # beside empty cells they are kept as floats
        return int(plain) if is_whole else plain

    def find_empty(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return for each of some rows whether it has nothing: None, NaN or a text without letters."""
        values = self.values[rows]
        if values.dtype.kind == "f":
            return np.isnan(values)
        if values.dtype != object:
            return np.zeros(len(values), dtype=bool)
        return np.array([value is None or value == "" for value in values.tolist()], dtype=bool)


MOST_ABOVE = 1_000  # rows of titles that are passed over in a table of text
MOST_PASTED = 2_000_000  # letters that a project keeps of what was pasted


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a layer was read from, so that it can be read again."""

    path: Path  # absolute; of what was pasted the name alone
    text: str | None = None  # what was pasted, of at most ``MOST_PASTED`` letters; None: it stands in the file
    layer: str | None = None  # of the file; None where it has but one
    crs: str | None = None  # the coordinate system that the user gave, where the file states none
    stated_crs: str | None = None  # the one that the file states
    table: Mapping[str, str | int | bool | None] | None = None  # how a table of text was read; None: as it was guessed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RowFilter:
    """Which rows of a layer are shown: an SQL expression, and the rows that it holds for."""

    expression: str
    mask: Values  # of booleans, one for each row


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layer:
    """The rows of one layer, in the order of the file.

    ``geometry`` is an array of shapely geometries of any type, x = longitude, y = latitude, degrees, EPSG:4326;
    None or empty where a row has no place. Z stays in them. Layers are compared by identity.
    """

    id: str  # counted and readable, unique in the document
    name: str  # of the file, and of the layer where the file has several
    geometry: Values
    columns: tuple[Column, ...] = ()
    source: Source  # its date is that of the file
    notices: tuple[Saying, ...] = ()  # what a careful reader should know: rows left out, values dropped
    style: LayerStyle = field(default_factory=LayerStyle)
    filter: RowFilter | None = None  # None: all rows are shown
    origin: Origin | None = None  # None: of no file that could be read again

    def __post_init__(self) -> None:
        """Refuse columns of another length than the geometry, and lock the arrays.

        Raises
        ------
        VectorError
            If a column is too short or too long.
        """
        for column in self.columns:
            if len(column.values) != len(self.geometry):
                raise VectorError(
                    "{name}: column {column!r} has {values} values for {count} rows; read the file again",
                    name=self.name,
                    column=column.name,
                    values=len(column.values),
                    count=len(self.geometry),
                )
            column.values.setflags(write=False)
        if self.filter and len(self.filter.mask) != len(self.geometry):
            raise VectorError(
                "{name}: its filter is for {count} rows; set it again", name=self.name, count=len(self.filter.mask)
            )
        self.geometry.setflags(write=False)

    def __len__(self) -> int:
        return len(self.geometry)

    @property
    def date(self) -> str | None:
        """Of the data, ISO 8601; None where nothing says it."""
        return self.source.date

    @property
    def shown_count(self) -> int:
        """How many rows the filter leaves."""
        return len(self) if self.filter is None else int(np.count_nonzero(self.filter.mask))

    def column(self, name: str) -> Column | None:
        """Return the first column of a name; None where there is none."""
        return next((column for column in self.columns if column.name == name), None)

    def row(self, number: int) -> Mapping[str, Cell]:
        """Return the attributes of one row, by column."""
        return {column.name: column.cell(number) for column in self.columns}
