"""A table of text: how it is written, and its rows as lists of cells."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from infromap.errors import VectorError, reason_of
from infromap.vector.extent import MOST_COLUMNS, MOST_LETTERS
from infromap.vector.opening import check_file

SEPARATORS = (",", ";", "\t", "|")
ENCODINGS = ("utf-8-sig", "cp1251", "gb18030", "cp1252", "utf-16")
DEGREES = "EPSG:4326"
SAMPLE_ROWS = 200

_HEAD_BYTES = 200_000

WKT_SYSTEM = re.compile(r"SRID=(\d+);", re.IGNORECASE)
_WKT = re.compile(
    r"(SRID=\d+;\s*)?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*((ZM?|M)\s*)?(\(|EMPTY)", re.IGNORECASE
)
_HINT = re.compile(r"sep=.\s*", re.IGNORECASE)  # as Excel writes and understands it
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")

Cells = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFormat:
    """How a table is to be read; columns are counted from 0, and None where there is none."""

    encoding: str
    separator: str
    has_decimal_comma: bool = False
    has_header: bool = True
    x: int | None = None
    y: int | None = None
    wkt: int | None = None
    place: int | None = None  # holds both coordinates, "53.28, 69.39" or "53°17' N 69°23' E", in degrees
    is_lon_first: bool = False  # in ``place``, where no direction says which is which
    crs: str | None = None  # None: longitude and latitude if the numbers are degrees, else not known
    is_sure: bool = False  # whether the letters are Unicode and the columns say by their names what they hold

    @property
    def has_place(self) -> bool:
        """Whether it says where coordinates stand."""
        has_pair = self.x is not None and self.y is not None
        return has_pair or self.place is not None or self.wkt is not None

    @property
    def place_columns(self) -> tuple[int, ...]:
        """The columns that hold coordinates, latitude first."""
        return tuple(each for each in (self.y, self.x, self.place, self.wkt) if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHead:
    """The names of the columns and the first rows, as many cells in each."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_head(path: Path, form: TableFormat) -> TableHead:
    """Return the first rows of a table as it would be read.

    Raises
    ------
    VectorError
        If the file does not exist.
    """
    return head_of(decode_start(read_start(path), form.encoding), form)


def head_of(text: str, form: TableFormat) -> TableHead:
    """Return the first rows of the text of a table."""
    lines = split_text(text, form.separator, SAMPLE_ROWS + 1)
    width = min(max(map(len, lines), default=0), MOST_COLUMNS)
    names = column_names(lines[0] if lines and form.has_header else [], width)
    rows = lines[1:] if form.has_header else lines
    return TableHead(columns=names, rows=tuple(tuple(fit(row, width)) for row in rows[:SAMPLE_ROWS]))


def column_names(header: Cells, width: int) -> tuple[str, ...]:
    """Return a name for each column, by its number where the header has none."""
    named = [cell.strip() for cell in header]
    return tuple(
        named[place] if place < len(named) and named[place] else f"column {place + 1}" for place in range(width)
    )


def fit(row: Cells, width: int) -> list[str]:
    """Return a row of so many cells: cut, or filled with empty ones."""
    return [*row[:width], *[""] * (width - len(row))]


def is_wkt(text: str) -> bool:
    """Tell whether a text begins as a geometry in WKT does."""
    return _WKT.match(text.lstrip()) is not None


def is_number(cell: str, *, has_decimal_comma: bool = False) -> bool:
    """Tell whether a cell holds a number."""
    return _NUMBER.fullmatch(plain_number(cell, has_decimal_comma=has_decimal_comma)) is not None


def plain_number(cell: str, *, has_decimal_comma: bool) -> str:
    """Return the text of a number as Python reads it."""
    return cell.strip().replace(",", ".") if has_decimal_comma else cell.strip()


def numbers_of(form: TableFormat, head: TableHead, place: int) -> list[float]:
    """Return those cells of a column that hold numbers, as such."""
    texts = [plain_number(row[place], has_decimal_comma=form.has_decimal_comma) for row in head.rows]
    return [float(text) for text in texts if _NUMBER.fullmatch(text)]


@contextmanager
def reading_text(path: Path) -> Iterator[None]:
    """Turn what the reading of a text raises into one line.

    Raises
    ------
    VectorError
        If what is done with the file here fails.
    """
    try:
        yield
    except VectorError:
        raise
    except FileNotFoundError as error:
        raise VectorError("{path} does not exist; check the name", path=path) from error
    except (OSError, csv.Error) as error:
        raise VectorError(
            "{path} cannot be read: {reason}; save it as UTF-8 text", path=path, reason=reason_of(error)
        ) from error


def split_rows(lines: io.TextIOBase, separator: str) -> "csv._reader":  # type: ignore[name-defined]  # no public name
    """Return the rows of a text as lists of cells, which may be long; a line for spreadsheets is none of them."""
    csv.field_size_limit(MOST_LETTERS)
    wanted = _lines(lines)
    first = next(wanted, "")
    return csv.reader(wanted if _HINT.fullmatch(first) else chain([first], wanted), delimiter=separator)


def _lines(text: io.TextIOBase) -> Iterator[str]:
    """Yield the lines of a text; a file may have one that is longer than all memory, and take no room on the disk."""
    while line := text.readline(MOST_LETTERS):
        if len(line) == MOST_LETTERS:
            raise csv.Error(f"a line has {MOST_LETTERS:,} letters or more")
        yield line


def split_text(text: str, separator: str, limit: int) -> list[list[str]]:
    """Return the first rows that are not blank."""
    rows: list[list[str]] = []
    for row in split_rows(io.StringIO(text, newline=""), separator):
        if any(row):
            rows.append(row)
        if len(rows) == limit:
            break
    return rows


def read_start(path: Path) -> bytes:
    """Return the first bytes of a file, enough to see how it is written."""
    check_file(path)
    with reading_text(path), path.open("rb") as file:
        return file.read(_HEAD_BYTES)


def decode_start(content: bytes, encoding: str) -> str:
    """Return the text of the beginning of a file, which may end within a letter."""
    return codecs.getincrementaldecoder(encoding)(errors="replace").decode(content)
