"""How much a layer may hold: a file of a few kilobytes can have billions of rows, or another column in each row."""

from infromap.errors import VectorError

MOST_COLUMNS = 2_000  # as many as a GeoPackage holds
MOST_ROWS = 10_000_000
MOST_CELLS = 50_000_000
MOST_LETTERS = 80_000_000  # of one line of text: a polygon of two million vertices as WKT


def check_extent(name: str, *, columns: int = 0, rows: int = 0) -> None:
    """Refuse more than fits in memory.

    Parameters
    ----------
    name
        Of the file, for the message.
    columns, rows
        How many it has; those that are read so far, where nobody knows.

    Raises
    ------
    VectorError
        If there are too many of one, or of cells.
    """
    if columns > MOST_COLUMNS:
        raise VectorError(
            "{name} has {columns:,} columns, and a layer {most:,} at most; keep what you need",
            name=name,
            columns=columns,
            most=MOST_COLUMNS,
        )
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise VectorError(
            "{name} has {rows:,} rows or more, too many for a layer; keep what you need, or cut it into parts",
            name=name,
            rows=rows,
        )
