"""A project file becomes a map again."""

from dataclasses import replace
from typing import TYPE_CHECKING

from infromap.pipeline import build_map
from infromap.route.tracer import FirstOf
from infromap.saying import Saying
from infromap.session.answers import KeptGazetteer
from infromap.session.corrections import apply_corrections
from infromap.session.lines import KeptTracer
from infromap.session.state import compose_state, open_state

if TYPE_CHECKING:
    from infromap.gazetteer.online import OnlineGeocoder
    from infromap.model.mapdoc import MapDocument
    from infromap.route import Tracer
    from infromap.session.project_file import ProjectFile


def open_project(
    opened: "ProjectFile", *, online: "OnlineGeocoder | None" = None, tracer: "Tracer | None" = None
) -> "MapDocument":
    """Map a project as its user left it: its article is read again, and corrected as the file says.

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
        A kept line whose stops have moved since is not drawn, a correction that fits no project changes
        nothing, and a layer whose file is not there is not on it; notices say so.
    """
    base = open_base(opened, online=online, tracer=tracer)
    state = open_state(opened)
    document = compose_state(base, state, tracer=with_kept_lines(opened, tracer))
    lost = [
        Saying("{layer} is not on the map: {reason}", layer=each.kept.name, reason=each.reason)
        for each in state.missing
    ]
    return replace(document, notices=(*document.notices, *lost))


def open_base(
    opened: "ProjectFile", *, online: "OnlineGeocoder | None" = None, tracer: "Tracer | None" = None
) -> "MapDocument":
    """Map a project as ``open_project`` does, without its corrections."""
    kept = KeptTracer(opened.lines)
    along = FirstOf([kept, *([tracer] if tracer else [])])
    with KeptGazetteer(opened.answers) as places:
        base = build_map(opened.article, gazetteer=places, online=online, tracer=along)
    apply_corrections(base, opened.corrections, tracer=kept)  # a line may be kept for corrected places
    return replace(base, notices=(*base.notices, *kept.notices()))


def with_kept_lines(opened: "ProjectFile", tracer: "Tracer | None") -> "Tracer | None":
    """Return a tracer that gives the lines of a project file first; the same one where the file keeps none."""
    if not opened.lines:
        return tracer
    return FirstOf([KeptTracer(opened.lines), *([tracer] if tracer else [])])
