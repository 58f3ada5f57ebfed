"""Standard input and output: they may be closed, without end, full, or a pipe that nobody reads."""

import errno
import os
import sys

from infromap.errors import ArticleError, ExportError

_REFUSED = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO, errno.EBADF)


def read_in(most: int) -> bytes:
    """Return what comes in, so many bytes at most."""
    if sys.stdin is None:
        raise ArticleError("standard input is closed; name a file")
    try:
        return sys.stdin.buffer.read(most)
    except OSError as error:
        raise ArticleError(f"standard input cannot be read: {error.strerror}; name a file") from error


def write_out(text: str) -> None:
    """Write a text in UTF-8 behind what was printed before."""
    if sys.stdout is None:
        raise ExportError("standard output is closed; name a file with -o")
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())


def flush_out() -> None:
    """Let all that was printed go out now: it may find no room."""
    if sys.stdout is not None:
        sys.stdout.flush()


def is_of_output(error: OSError) -> bool:
    """Tell whether an error comes from writing to standard output: writers of files tell of theirs as ExportError."""
    return error.filename is None and error.errno in _REFUSED


def give_up_output() -> None:
    """Let what is left of it go nowhere: Python would try once more at the end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
