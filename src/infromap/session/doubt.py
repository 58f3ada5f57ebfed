"""Which files a project may name that are read unasked: it may come from a stranger, and names what it wants."""

from pathlib import Path, PureWindowsPath

from infromap.saying import Saying
from infromap.vector.opening import is_layer_file

_TABLES = (".txt",)  # may be tables of text, and so are read as such
_TILES = (".mbtiles", ".pmtiles")


def is_far(file: Path, project: Path) -> bool:
    """Tell whether a file is on another computer than the project: to look for it would tell that one who opens it."""
    return _computer(file) not in ("", _computer(project.absolute()))


def doubt_of_layer(file: Path, project: Path) -> Saying | None:
    """Return why a layer's file is not read before the user has said that it is the one; None if it is read."""
    if is_far(file, project):
        return Saying("{path} is on another computer, where this project is not; find it yourself", path=file)
    real = _without_links(file)
    if _is_named_so(file) and _is_named_so(real):
        return None
    if _without_links(project).parent in real.parents:
        return None
    return Saying(
        "{path} is not named as GIS files are, and lies outside the folder of this project; find it yourself", path=file
    )


def is_tiles_to_trust(file: Path, project: Path) -> bool:
    """Tell whether a file of tiles is opened unasked."""
    return not is_far(file, project) and file.suffix.lower() in _TILES


def _without_links(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, a loop of links
        return path


def _is_named_so(file: Path) -> bool:
    return is_layer_file(file) or file.suffix.lower() in _TABLES


def _computer(path: Path) -> str:
    """Return the computer and the share that a path names, as Windows writes them; nothing for this one's own."""
    drive = PureWindowsPath(str(path)).drive
    return drive.lower() if drive.startswith("\\\\") else ""
