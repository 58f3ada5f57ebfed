"""Files are written whole or not at all."""

import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from infromap.errors import ExportError


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
    A symbolic link is followed, and the file keeps its permissions.

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
    try:
        target = path.resolve()
        if target.is_dir():
            raise ExportError(f"{path} is a folder; name a file in it")
        with _beside(target, suffix) as temporary:
            yield temporary
    except ExportError:
        raise
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links is a RuntimeError, a NUL a ValueError
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(f"{path} cannot be written: {reason}; choose another file or folder") from error


@contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """Give an empty folder in the folder of ``path``, which goes when the block ends.

    Raises
    ------
    ExportError
        If it cannot be made.
    """
    parent = path.resolve().parent
    try:
        _sweep(parent)
        folder = Path(tempfile.mkdtemp(dir=parent, prefix=f"{_own_prefix()}{os.getpid()}-"))
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}; choose another file or folder") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _beside(target: Path, suffix: str) -> Iterator[Path]:
    _sweep(target.parent)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f"{_own_prefix()}{os.getpid()}-", suffix=suffix)
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


def _sweep(folder: Path) -> None:
    """Take away what writers left that were killed on this machine."""
    if sys.platform == "win32":  # it has no harmless way to ask whether a process lives
        return
    for left in folder.glob(f"{_own_prefix()}*"):
        process = left.name.removeprefix(_own_prefix()).split("-")[0]
        if process.isdecimal() and not _lives(int(process)):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            with suppress(OSError):
                left.unlink()


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
