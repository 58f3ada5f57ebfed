"""Writes the pages of hostile files into a folder, for browsers that are not ours: python make_hostile.py FOLDER."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from hostile import hostile_texts
from hostile_inputs import FILES
from infromap.cli.main import run

for way in ("html", "project", "geojson", "kml"):
    with tempfile.TemporaryDirectory() as folder:
        path = FILES[way](Path(folder), hostile_texts())
        status = run(["export", str(path), "-o", str(Path(sys.argv[1]) / f"hostile-{way}.html")])
    if status:
        sys.exit(status)
