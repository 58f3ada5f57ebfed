"""What is known of projects beyond the article: reading the fact files and finding the right entry."""

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from infromap.assets import geodata_path
from infromap.errors import DataError
from infromap.model.facts import Fact, KnownProject
from infromap.model.project import Kind, PlaceRole, Project
from infromap.model.provenance import Confidence, Source


@cache
def read_known_projects() -> tuple[KnownProject, ...]:
    """Read every ``geodata/facts/*.toml``, in the order of the file names.

    Raises
    ------
    DataError
        If a file is not TOML, lacks a member, or names a source that it does not define.
    """
    return tuple(known for path in sorted(geodata_path("facts").glob("*.toml")) for known in read_fact_file(path))


def match_known_project(
    project: Project,
    place_ids: Collection[str],
    known_projects: Iterable[KnownProject],
    *,
    find_place_id: Callable[[str, str], str | None],
) -> KnownProject | None:
    """Return the known project that an article's project is, or None.

    Parameters
    ----------
    project
        The article's project.
    place_ids
        Gazetteer ids of its resolved places.
    known_projects
        Where to look.
    find_place_id
        Takes a name and a two-letter country code; returns the gazetteer id of the place, or None.
    """
    return next(
        (
            known
            for known in known_projects
            if _may_be_same(project, known)
            and sum(find_place_id(name, known.country) in place_ids for name in known.places) >= known.min_places
        ),
        None,
    )


def _may_be_same(project: Project, known: KnownProject) -> bool:
    goes_round = bool(project.around) or any(place.role is PlaceRole.AROUND for place in project.places)
    return (
        project.kind is known.kind
        and project.country == known.country
        and goes_round == known.is_bypass
        and any(financier.name in known.financiers for financier in project.financiers)
    )


def read_fact_file(path: Path) -> list[KnownProject]:
    """Read one file of known projects, in its order; DataError as ``read_known_projects`` does."""
    try:
        if not path.is_file():
            raise DataError(f"{path}: is missing or no file; install infromap again")
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        sources = {key: Source(**entry) for key, entry in table["sources"].items()}
        return [_known_project(entry, sources) for entry in table["project"]]
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, DataError):
            raise
        raise DataError(f"{path}: cannot be read as a fact file: {error}; install infromap again") from error


def _known_project(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> KnownProject:
    stops_source = entry.get("stops_source")
    return KnownProject(
        id=entry["id"],
        kind=Kind(entry["kind"]),
        country=entry["country"],
        places=tuple(entry["places"]),
        financiers=tuple(entry["financiers"]),
        min_places=entry.get("min_places", 1),
        is_bypass=entry.get("is_bypass", False),
        stops=tuple(entry.get("stops", ())),
        stops_source=sources[stops_source] if stops_source else None,
        stops_note=entry.get("stops_note"),
        facts=tuple(_fact(fact, sources) for fact in entry["facts"]),
    )


def _fact(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Fact:
    return Fact(
        key=entry["key"],
        value=entry["value"],
        source=sources[entry["source"]],
        confidence=Confidence(entry["confidence"]),
        note=entry.get("note"),
    )
