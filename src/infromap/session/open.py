"""A project file becomes a map again."""

from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.model.mapdoc import MapDocument
from infromap.pipeline import build_map
from infromap.route import Tracer
from infromap.route.tracer import FirstOf
from infromap.session.answers import KeptGazetteer
from infromap.session.lines import KeptTracer
from infromap.session.project_file import ProjectFile

if TYPE_CHECKING:
    from infromap.gazetteer.online import OnlineGeocoder


def open_project(
    opened: ProjectFile, *, online: "OnlineGeocoder | None" = None, tracer: Tracer | None = None
) -> MapDocument:
    """Map a project: its article is read again, and what was traced or asked online comes from the file.

    Parameters
    ----------
    opened
        As ``read_project_file`` gives it.
    online
        Asked for names to which the file has no answer; nobody if it is left out.
    tracer
        Traces the lines that the file does not keep.

    Returns
    -------
    MapDocument
        A kept line whose stops have moved since is not drawn; a notice says so.
    """
    kept = KeptTracer(opened.lines)
    with KeptGazetteer(opened.answers) as places:
        document = build_map(
            opened.article, gazetteer=places, online=online, tracer=FirstOf([kept, *([tracer] if tracer else [])])
        )
    return replace(document, notices=(*document.notices, *kept.notices()))
