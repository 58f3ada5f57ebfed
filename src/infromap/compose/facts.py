"""What is known of projects beyond the article: reading the fact files and finding the right entry."""

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from infromap.assets import geodata_path, read_or_without, read_text, reading
from infromap.model.facts import Fact, KnownProject
from infromap.model.project import Kind, PlaceRole, Project
from infromap.model.provenance import Confidence, Source

if TYPE_CHECKING:
    from infromap.saying import Saying


class KnownProjects(NamedTuple):
    """What could be read of the fact files, and what is to say of the others."""

    projects: tuple[KnownProject, ...]
    notices: tuple["Saying", ...]


@cache
def read_known_projects() -> KnownProjects:
    """Read every ``geodata/facts/*.toml``, in the order of the file names; what is damaged is left out."""
    no_paths: list[Path] = []
    none: list[KnownProject] = []
    paths, notices = read_or_without(list_fact_files, no_paths)
    read = [read_or_without(partial(read_fact_file, path), none) for path in paths]
    told = [notice for _, notices in read for notice in notices]
    return KnownProjects(tuple(known for found, _ in read for known in found), (*notices, *told))


def list_fact_files() -> list[Path]:
    """Return the fact files, in the order of their names; DataError if their folder is missing."""
    return sorted(geodata_path("facts").glob("*.toml"))


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
    """Read one file of known projects, in its order.

    Raises
    ------
    DataError
        If it is missing or not TOML, lacks a member, or names a source that it does not define.
    """
    with reading(path):
        table = tomllib.loads(read_text(path))
        sources = {key: Source(**entry) for key, entry in table["sources"].items()}
        return [_known_project(entry, sources) for entry in table["project"]]


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
