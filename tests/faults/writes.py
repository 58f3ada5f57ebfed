"""Has every writer write where there is no room for it: ``python tests/faults/writes.py FOLDER [BYTES]``.

With BYTES no file may grow beyond them; without, the folder is on a disk that is full. Prints what became of each as
JSON.
"""

import json
import resource
import signal
import sys
import tempfile
from pathlib import Path

from obstacles import meet, writers

_LEFT = 4_096  # bytes, where the disk is full


def main(folder: Path, limit: int | None) -> dict[str, str]:
    """Return, by writer, what was said when there was no room, or what is wrong."""
    with tempfile.TemporaryDirectory() as elsewhere:
        found = writers(Path(elsewhere))
        targets = {name: _old_file(folder / name, suffix) for name, (suffix, _) in found.items()}
        if limit:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        else:
            _fill(folder / "filling")
        return {name: meet(path.parent, path, found[name][1]) for name, path in targets.items()}


def _old_file(folder: Path, suffix: str) -> Path:
    folder.mkdir()
    path = folder / f"map{suffix}"
    path.write_bytes(b"old")
    return path


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            file.truncate(file.tell() - _LEFT)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)))
