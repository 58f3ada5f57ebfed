"""Corrections are laid over a map: each on the project that it was made for, as the article is read now."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.compose import (
    correct_place,
    correction_rows,
    draw_line,
    draw_route,
    put_place,
    put_point,
    replace_features,
)
from infromap.model.correction import (
    Correction,
    Detail,
    DetailEdited,
    LineDrawn,
    PlaceChosen,
    PointMoved,
    ProjectIdentity,
)
from infromap.model.project import Kind
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.gazetteer import Gazetteer
    from infromap.model.mapdoc import Feature, MapDocument
    from infromap.model.place import ResolvedPlace
    from infromap.route import Tracer


def apply_corrections(
    document: "MapDocument", corrections: Sequence[Correction], *, tracer: "Tracer | None" = None
) -> "MapDocument":
    """Return the map as the user corrected it.

    Parameters
    ----------
    document
        The map as the program made it.
    corrections
        In the order in which they were made: the last word on a thing counts.
    tracer
        Traces a line again whose places were corrected; without one it is schematic.

    Returns
    -------
    MapDocument
        What was not corrected is as it was. A correction whose project is not found, or whose name the project
        does not have any more, changes nothing, and a notice says so.
    """
    if not corrections:
        return document
    found = [(each, find_corrected(each, document.features)) for each in corrections]
    with _places(corrections) as gazetteer:
        features = [
            _correct(feature, tuple(each for each, owner in found if owner is feature), gazetteer, tracer)
            for feature in document.features
        ]
    lost = [_lost_notice(each) for each, owner in found if owner is None]
    return replace_features(document, features, notices=lost)


def identify(feature: "Feature") -> ProjectIdentity:
    """Return what a project is known by, as the program read it."""
    project = feature.project
    places = tuple(place.name for place in project.places)
    return ProjectIdentity(id=feature.id, name=project.name, kind=project.kind, places=places)


def known_as(feature: "Feature") -> ProjectIdentity:
    """Return what a project is known by: as its earlier corrections know it, so that all stay together."""
    return feature.corrections[0].project if feature.corrections else identify(feature)


def find_corrected(correction: Correction, features: Sequence["Feature"]) -> "Feature | None":
    """Return the project that a correction was made for, or None.

    An id is counted by the program, so that another reading may give it to another project: it is trusted where the
    name or the places agree as well. Else the only project of that name, kind and places is meant.
    """
    wanted = correction.project
    alike = [each for each in features if each.id == wanted.id and _is_alike(identify(each), wanted)]
    alike = alike or [each for each in features if replace(identify(each), id=wanted.id) == wanted]
    return alike[0] if len(alike) == 1 and _has_its_name(alike[0], correction) else None


def _is_alike(known: ProjectIdentity, wanted: ProjectIdentity) -> bool:
    return known.kind is wanted.kind and (known.name == wanted.name or known.places == wanted.places != ())


def _has_its_name(feature: "Feature", correction: Correction) -> bool:
    if isinstance(correction, PlaceChosen | PointMoved):
        return correction.name is None or correction.name in [each.mention.name for each in feature.resolved]
    return True


def _places(corrections: Sequence[Correction]) -> "AbstractContextManager[Gazetteer | None]":
    """Open the gazetteer where a line may have to be planned again."""
    is_needed = any(not isinstance(each, LineDrawn) for each in corrections)
    if not is_needed:
        return nullcontext()
    from infromap.gazetteer import open_places

    return open_places()


def _correct(
    feature: "Feature", corrections: tuple[Correction, ...], gazetteer: "Gazetteer | None", tracer: "Tracer | None"
) -> "Feature":
    if not corrections:
        return feature
    details = {each.detail: each.value for each in corrections if isinstance(each, DetailEdited)}
    kind = Kind(details.get(Detail.KIND, feature.kind))
    corrected = _draw(_place(feature, corrections, kind, gazetteer, tracer), feature, corrections)
    return replace(
        corrected,
        name=details.get(Detail.NAME, feature.name),
        kind=kind,
        note=details.get(Detail.NOTE),
        corrections=corrections,
        correction_rows=correction_rows(feature, corrections),
    )


def _place(
    feature: "Feature",
    corrections: Sequence[Correction],
    kind: Kind,
    gazetteer: "Gazetteer | None",
    tracer: "Tracer | None",
) -> "Feature":
    """Give the names their places, and plan the line again where that or the kind changes it."""
    by_name = {each.name: each for each in corrections if isinstance(each, PlaceChosen | PointMoved) and each.name}
    is_traced_as_another = kind is not feature.kind and bool(feature.waypoints)
    if gazetteer is None or not (by_name or is_traced_as_another):
        return feature
    resolved = [_resolve(each, by_name.get(each.mention.name)) for each in feature.resolved]
    from infromap.pipeline import map_again  # it brings all that reads an article, which a window opens without

    return map_again(feature, resolved, kind=kind, gazetteer=gazetteer, tracer=tracer)


def _resolve(resolved: "ResolvedPlace", correction: PlaceChosen | PointMoved | None) -> "ResolvedPlace":
    return correct_place(resolved, correction) if correction else resolved


def _draw(planned: "Feature", found: "Feature", corrections: Sequence[Correction]) -> "Feature":
    """Draw what the user drew as a whole, over what was planned."""
    for each in reversed(corrections):
        if isinstance(each, LineDrawn):
            return draw_line(planned, draw_route(each, (*planned.waypoints, *found.waypoints)))
        if isinstance(each, PointMoved) and each.name is None:
            return put_point(planned, put_place(each))
    return planned


def _lost_notice(correction: Correction) -> Saying:
    project = correction.project
    return Saying(
        "A correction made by hand on {date} for {project} ({kind}) fits no project as "
        "the article is read now; it is kept and not shown.",
        date=correction.date,
        project=project.name,
        kind=Saying(project.kind.value),
    )
