"""The tables of the embedded gazetteer, and how its numbers are packed."""

import math

COORDINATE_SCALE = 100_000  # integers of a metre or so: degrees × 100,000
NAME_SEPARATOR = "|"

SCHEMA = """
CREATE TABLE place (
    number INTEGER PRIMARY KEY,   -- in the order of cells
    geonameid INTEGER NOT NULL,
    name TEXT NOT NULL,
    other_names TEXT NOT NULL,    -- joined by |
    country TEXT NOT NULL,        -- ISO 3166, two letters
    division TEXT NOT NULL,       -- GeoNames' code of the first-level division
    lon INTEGER NOT NULL,         -- degrees x 100,000, WGS 84
    lat INTEGER NOT NULL,
    population INTEGER NOT NULL
);
CREATE VIRTUAL TABLE name_search USING fts5(keys, content='', columnsize=0, detail=none, tokenize='ascii');
CREATE TABLE cell (cell INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE division (
    country TEXT NOT NULL, code TEXT NOT NULL, lon INTEGER NOT NULL, lat INTEGER NOT NULL,
    radius_km INTEGER NOT NULL, west INTEGER NOT NULL, south INTEGER NOT NULL, east INTEGER NOT NULL,
    north INTEGER NOT NULL, main_place TEXT NOT NULL,
    names TEXT NOT NULL,          -- joined by |, the usual one first; empty where none is known
    PRIMARY KEY (country, code)
) WITHOUT ROWID;
CREATE TABLE country (
    code TEXT PRIMARY KEY, name TEXT NOT NULL, lon INTEGER NOT NULL, lat INTEGER NOT NULL, radius_km INTEGER NOT NULL,
    west INTEGER NOT NULL, south INTEGER NOT NULL, east INTEGER NOT NULL, north INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def cell_of(lon: float, lat: float) -> int:
    """Return the number of the one-degree cell of a point, west to east and south to north."""
    column = math.floor(lon + 180) % 360
    row = min(max(math.floor(lat + 90), 0), 179)
    return row * 360 + column


def country_token(code: str) -> str:
    """Return the search token of a country; no sound key begins with a zero."""
    return f"0{code.lower()}"
