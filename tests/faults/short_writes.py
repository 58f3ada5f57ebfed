"""Writes a layer where bytes are missing at its end: ``python tests/faults/short_writes.py FOLDER``.

Prints what was said as JSON, by suffix and number of bytes. No file may grow to the size that the largest part of the
layer's has when it is whole.
"""

import json
import resource
import signal
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from infromap.errors import InfromapError
from infromap.export import LAYER_SUFFIXES, save_layer
from infromap.model.layer import Layer
from layers import make_layer

MISSING = (1, 10, 500, 4000)


def size_of(layer: Layer, suffix: str) -> int:
    """Return the size of the largest part of a layer's file."""
    with tempfile.TemporaryDirectory() as folder:
        save_layer(layer, Path(folder) / f"map{suffix}")
        return max(part.stat().st_size for part in Path(folder).iterdir())


def write_short(layer: Layer, path: Path, limit: int) -> str:
    """Return what was said when no file could have more than so many bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        save_layer(layer, path)
    except InfromapError as error:
        return str(error)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return f"was written, {[part.name for part in path.parent.iterdir()]}"


def main(folder: Path) -> dict[str, str]:
    """Return what was said."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    layer = make_layer([(71.4, 51.1)] * 300, name=["a text of some length"] * 300)
    return {
        f"{suffix} {missing}": write_short(layer, folder / f"map{suffix}", size_of(layer, suffix) - missing)
        for suffix in LAYER_SUFFIXES
        for missing in MISSING
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
