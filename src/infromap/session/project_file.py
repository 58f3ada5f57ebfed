"""The project file: the map as GeoJSON, and beside it all that is needed to make it again. See docs/project-file.md."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infromap import __version__
from infromap.article.reader import MAX_BYTES
from infromap.errors import ExportError, ProjectFileError, reason_of
from infromap.export import to_geojson
from infromap.export.whole_file import write_whole
from infromap.model.article import Article
from infromap.saying import Saying
from infromap.session.answers import KeptAnswer, answer_from_json, answer_to_json, answers_of
from infromap.session.bookmarks import bookmark_from_json, bookmark_to_json
from infromap.session.correction_members import correction_to_json, read_corrections
from infromap.session.lines import KeptLine, each_once, line_from_json, line_to_json, lines_of
from infromap.session.look import MapLook
from infromap.session.look_members import MEMBERS, look_from_json, look_to_json
from infromap.session.members import Members

if TYPE_CHECKING:
    from infromap.model.bookmark import Bookmark
    from infromap.model.correction import Correction
    from infromap.model.mapdoc import MapDocument

FORMAT = 1

_MAX_BYTES = 50_000_000
_MOST_PARTS = 3_000_000  # lists and objects: empty ones take thirty times the memory of their letters
_MEMBER = "infromap"  # of the collection: what only this program reads

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ProjectFile:
    """What a project file holds beyond what its article gives.

    ``others`` are the members that this version does not know, of the collection and of its member
    ``infromap``, and under ``corrections`` those of a sort that it does not know; they are written back as they were.
    """

    article: Article
    lines: tuple[KeptLine, ...] = ()
    answers: tuple[KeptAnswer, ...] = ()
    corrections: tuple["Correction", ...] = ()
    bookmarks: tuple["Bookmark", ...] = ()
    look: MapLook = field(default_factory=MapLook)
    others: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def save_project(
    document: "MapDocument",
    path: Path,
    *,
    opened: ProjectFile | None = None,
    base: "MapDocument | None" = None,
    corrections: Sequence["Correction"] | None = None,
    bookmarks: Sequence["Bookmark"] | None = None,
    look: MapLook | None = None,
) -> None:
    """Write a map as a project file, whole or not at all.

    Parameters
    ----------
    document
        The map as it is shown.
    path
        The file to write; an existing one is replaced.
    opened
        The file that the map was opened from: what this version does not know of it is written back.
    base
        The map without its corrections: what was traced or answered for it is kept as well, so that a correction
        can be taken back later.
    corrections
        Those of the map; without them the ones of ``opened`` are kept.
    bookmarks
        Those of the map; without them the ones of ``opened`` are kept.
    look
        The layers and base map of the map; without it that of ``opened`` is kept.

    Raises
    ------
    ExportError
        If the file cannot be written, or would be too large to be opened again; what stood there is untouched.
    """
    others = opened.others if opened else {}
    whole = (*(base.features if base else ()), *document.features)
    kept = opened.lines if opened and opened.corrections and base is None else ()
    made = corrections if corrections is not None else opened.corrections if opened else ()
    marked = bookmarks if bookmarks is not None else opened.bookmarks if opened else ()
    unknown = others.get(_MEMBER, {}).get("corrections", [])
    own: Json = {
        "format": FORMAT,
        "made_by": f"infromap {__version__}",
        "article": asdict(document.reading.article),
        "lines": [line_to_json(line) for line in each_once((*kept, *lines_of(whole)))],
        "answers": [answer_to_json(answer) for answer in answers_of(whole)],
        "corrections": [*map(correction_to_json, made), *unknown],
        "bookmarks": [bookmark_to_json(bookmark) for bookmark in marked],
        **look_to_json(look or (opened.look if opened else MapLook()), path),
    }
    collection = {**others.get("collection", {}), **to_geojson(document), _MEMBER: {**others.get(_MEMBER, {}), **own}}
    written = json.dumps(collection, ensure_ascii=False, indent=1) + "\n"
    content = written.encode("utf-8", "backslashreplace")  # half a letter, as in the name of a file, is JSON's \udcff
    if len(content) > _MAX_BYTES:
        raise ExportError(
            "{path} would be larger than {most} MB; leave a pasted layer or two out",
            path=path,
            most=_MAX_BYTES // 1_000_000,
        )
    write_whole(path, content)


def read_project_file(path: Path) -> ProjectFile:
    """Read a project file.

    Raises
    ------
    ProjectFileError
        If it cannot be read, is no project, is damaged, or was made by a newer infromap. The file is untouched.
    """
    whole = Members(_parse(path), path)
    own = whole.object(_MEMBER)
    made_for = own.integer("format", least=1)
    if made_for > FORMAT:
        raise ProjectFileError(
            "{path} was made by a newer infromap (format {made_for}, this one reads {known}); update infromap",
            path=path,
            made_for=made_for,
            known=FORMAT,
        )
    corrections, unknown = read_corrections(own.objects("corrections"))
    return ProjectFile(
        article=_article(own.object("article")),
        lines=tuple(line_from_json(each) for each in own.objects("lines")),
        answers=tuple(answer_from_json(each) for each in own.objects("answers")),
        corrections=corrections,
        bookmarks=tuple(bookmark_from_json(each) for each in own.objects("bookmarks")),
        look=look_from_json(own, path),
        others={
            "collection": whole.left(_KNOWN),
            _MEMBER: {**own.left(_OWN), **({"corrections": unknown} if unknown else {})},
        },
    )


_KNOWN = ("type", "article", "notices", "attribution", "features", _MEMBER)
_OWN = ("format", "made_by", "article", "lines", "answers", "corrections", "bookmarks", *MEMBERS)


def _parse(path: Path) -> object:
    try:
        if not path.is_file():
            raise ProjectFileError("{path} does not exist or is no file; check the name", path=path)
        if path.stat().st_size > _MAX_BYTES:
            raise ProjectFileError(
                "{path} is larger than {most} MB, which no project is", path=path, most=_MAX_BYTES // 1000000
            )
        content = path.read_bytes()
        if content.count(b"[") + content.count(b"{") > _MOST_PARTS:
            raise ProjectFileError(
                "{path} has more than {most:,} lists and objects, which no project has", path=path, most=_MOST_PARTS
            )
        parsed: object = json.loads(content.decode("utf-8", "surrogatepass"), parse_constant=_refuse)
    except (OSError, ValueError, RecursionError) as error:
        if isinstance(error, ProjectFileError):
            raise
        reason = Saying("nested too deep") if isinstance(error, RecursionError) else reason_of(error)
        raise ProjectFileError(
            "{path} is no project of infromap, or is damaged: {reason}; open a copy", path=path, reason=reason
        ) from error
    return parsed


def _refuse(constant: str) -> float:
    raise ValueError(Saying("{name} is no number", name=constant))


def _article(members: Members) -> Article:
    text = members.text("text", most=MAX_BYTES)
    return Article(
        text=text,
        source=members.text("source"),
        title=members.text_or_none("title"),
        publisher=members.text_or_none("publisher"),
        url=members.text_or_none("url"),
        date=members.text_or_none("date"),
        language=members.text("language"),
        body_start=members.integer("body_start", least=0, most=len(text)),
    )
