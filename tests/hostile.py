"""Texts that would like to be markup, code, a formula or a path: one list for every way in and every way out."""

import json
from pathlib import Path

GROUPS: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "data" / "hostile.json").read_text(encoding="utf-8"),
)
BEACON = "http://127.0.0.1:9"  # nobody listens; tests that count put a server of their own in its place
MAGENTA = "#ff00fe"  # of the pictures and tables in the texts: no colour of the program


def hostile_texts(*groups: str, beacon: str = BEACON) -> list[str]:
    """Return the texts of some groups, of all without a name; what they would load is loaded from ``beacon``."""
    return [text.replace("BEACON", beacon) for group in groups or GROUPS for text in GROUPS[group]]


def as_file_names(texts: list[str], *, most_bytes: int = 120) -> list[str]:
    """Return texts as a file may be called on Linux, each once; surrogates and what is too long are left out."""
    names = dict.fromkeys(text.replace("/", "\u2215").replace("\x00", "") for text in texts)
    return [name for name in names if name.strip(". ") and _fits(name, most_bytes)]


def _fits(name: str, most_bytes: int) -> bool:
    try:
        return len(name.encode()) <= most_bytes
    except UnicodeEncodeError:
        return False
