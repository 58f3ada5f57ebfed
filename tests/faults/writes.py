"""Writes a map in every format where there is no room for it: ``python tests/faults/writes.py FOLDER [BYTES]``.

With BYTES no file may grow beyond them; without, the folder is on a disk that is full. Prints what became of each as
JSON.
"""

import json
import resource
import signal
import sys
from pathlib import Path

from kills import KINDS, save

from infromap.article import parse_article
from infromap.errors import InfromapError
from infromap.pipeline import build_map

TEXT = "The AIIB lends for a hospital in Kokshetau, Kazakhstan. The ADB lends for a road from Aktobe to Karabutak."


def main(folder: Path, limit: int | None) -> dict[str, str]:
    """Return, by suffix, what was said when there was no room, or what is wrong."""
    document = build_map(parse_article(TEXT, source="x.txt"))
    said = {}
    for suffix in KINDS:
        path = folder / f"map{suffix}"
        path.write_bytes(b"old")
    if limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    for suffix in KINDS:
        path = folder / f"map{suffix}"
        try:
            save(document, path)
            said[suffix] = "was written"
        except InfromapError as error:
            said[suffix] = str(error) if path.read_bytes() == b"old" else "the file that stood there is gone"
    left = {path.name for path in folder.iterdir()} - {f"map{suffix}" for suffix in KINDS} - {"filling"}
    return said | ({"left beside": ", ".join(sorted(left))} if left else {})


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)))
