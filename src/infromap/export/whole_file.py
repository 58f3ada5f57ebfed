"""Files are written whole or not at all."""

import errno
import os
import platform
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from infromap.errors import ExportError, reason_of
from infromap.saying import Saying


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` so that a crash leaves the old file or the new one, whole.

    Raises
    ------
    ExportError
        As ``whole_file`` does.
    """
    with whole_file(path) as temporary:
        temporary.write_bytes(content)


@contextmanager
def whole_file(path: Path, *, suffix: str = ".part") -> Iterator[Path]:
    """Give a temporary file to write to; it becomes ``path`` when the block ends, and goes if the block fails.

    It stands in the same folder, is flushed to the disk, and takes the target's name in one step.
    A symbolic link is followed, and the file keeps its permissions. What is write-protected, or is no plain file (a
    folder, a pipe, a device), is refused before anything is written.

    Parameters
    ----------
    path
        The file that is wanted.
    suffix
        Of the temporary file, for writers that go by it.

    Raises
    ------
    ExportError
        If the folder or the file cannot be written; what stood there is untouched.
    """
    with explaining(path), _beside(_target_of(path), suffix) as temporary:
        yield temporary


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """Give a temporary folder beside ``path``, for a file of several parts; it goes when the block ends.

    Raises
    ------
    ExportError
        If the folder cannot be made.
    """
    with explaining(path):
        parent = path.resolve().parent
        _sweep(parent)
        folder = Path(tempfile.mkdtemp(dir=parent, prefix=_temporary_prefix()))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def check_target(path: Path) -> None:
    """Refuse a file that could not be written whole, before the work that makes its content.

    Raises
    ------
    ExportError
        As ``whole_file`` does.
    """
    with explaining(path):
        target = _target_of(path)
        if not os.access(target.parent, os.W_OK):
            target.parent.stat()  # says so, if it is not there
            raise ExportError(
                "{path} cannot be written: {reason}; choose another file or folder",
                path=path,
                reason=Saying(os.strerror(errno.EACCES)),
            )


def refuse_source(path: Path, sources: Iterable[Path]) -> None:
    """Refuse to write over a file that what is written was read from, by whatever name or link.

    Raises
    ------
    ExportError
        If it is one of them.
    """
    if any(_are_one(path, source) for source in sources):
        raise ExportError("{path} is the file that is read; choose another", path=path)


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Let what goes wrong in the writing of a file be an ExportError that names it."""
    try:
        yield
    except ExportError:
        raise
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links is a RuntimeError, a NUL a ValueError
        raise ExportError(
            "{path} cannot be written: {reason}; choose another file or folder", path=path, reason=reason_of(error)
        ) from error


def _are_one(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of them is not there
        return False


def _target_of(path: Path) -> Path:
    """Return what a path leads to; ExportError if another file must not take its place."""
    target = path.resolve()
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return target
    if stat.S_ISDIR(mode):
        raise ExportError("{path} is a folder; name a file in it", path=path)
    if not stat.S_ISREG(mode):
        raise ExportError("{path} is no plain file but a pipe or a device; choose another file", path=path)
    if not os.access(target, os.W_OK):
        raise ExportError("{path} is write-protected; take the protection off, or choose another file", path=path)
    return target


@contextmanager
def _beside(target: Path, suffix: str) -> Iterator[Path]:
    _sweep(target.parent)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_temporary_prefix(), suffix=suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        _sync(temporary)
        temporary.chmod(_permissions(target))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    with suppress(OSError):  # makes the new name itself durable; Windows knows no such thing and needs none
        _sync(target.parent)


def _own_prefix() -> str:
    """Return how names of temporary files of this machine begin; the writer's process comes behind it."""
    return f".infromap-{re.sub('[^A-Za-z0-9]', '', platform.node())}-"


def _temporary_prefix() -> str:
    return f"{_own_prefix()}{os.getpid()}-"


def _sweep(folder: Path) -> None:
    """Take away what writers left that were killed on this machine."""
    if sys.platform == "win32":  # it has no harmless way to ask whether a process lives
        return
    for left in folder.glob(f"{_own_prefix()}*"):
        process = left.name.removeprefix(_own_prefix()).split("-")[0]
        if process.isdecimal() and not _lives(int(process)):
            with suppress(OSError):
                shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # somebody else's
    return True


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _permissions(target: Path) -> int:
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
