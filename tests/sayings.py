"""What the program says by itself, gathered from its sources and its data."""

import ast
import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import infromap.errors
from infromap.assets import geodata_path
from infromap.errors import InfromapError

_HOME = Path(infromap.errors.__file__).parent
_ENGLISH_ALONE = ("cli", "corpus")  # commands speak English
_NAMED = {"OpenStreetMap", "Wikipedia", "Wikipedia, KATO 153453100"}  # sources by their own names
_MADE = {"Saying"} | {
    name for name, each in vars(infromap.errors).items() if isinstance(each, type) and issubclass(each, InfromapError)
}


class Made(NamedTuple):
    """One place where a saying or an error is made: what stands first, and the names of what is put into it."""

    where: str
    first: ast.expr
    names: frozenset[str]


def list_made() -> Iterator[Made]:
    """Yield every place where a saying, or an error that the window may show, is made."""
    for path in sorted(_HOME.rglob("*.py")):
        room = path.relative_to(_HOME)
        if room.parts[0] in (*_ENGLISH_ALONE, "saying.py", "errors.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MADE and node.args:
                names = frozenset(each.arg or "**" for each in node.keywords)
                yield Made(f"{room}:{node.lineno}", _constant(node.args[0], node, path), names)


def _constant(first: ast.expr, call: ast.Call, path: Path) -> ast.expr:
    """Return what a name stands for that is set once in the file, a line or two above."""
    if not isinstance(first, ast.Name):
        return first
    found = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assign)
        and [getattr(each, "id", None) for each in node.targets] == [first.id]
        and 0 <= call.lineno - node.lineno < 4
    ]
    return max(found, key=lambda node: node.lineno).value if found else first


def templates() -> set[str]:
    """Return all that is said in words which stand in the sources."""
    return {str(each.first.value) for each in list_made() if isinstance(each.first, ast.Constant)}


def notes() -> set[str]:
    """Return what our tables note of places and facts, and what they say of a source that has no name."""
    with geodata_path("gazetteer/curated.csv").open(encoding="utf-8", newline="") as file:
        found = {each for row in csv.DictReader(file) for each in (row["note"], row["source"])}
    for path in geodata_path("facts").glob("*.toml"):
        for project in tomllib.loads(path.read_text(encoding="utf-8"))["project"]:
            stops = project.get("stops_note", "")
            found |= {stops[:1].upper() + stops[1:], *(fact.get("note", "") for fact in project["facts"])}
    return found - {"", *_NAMED}
