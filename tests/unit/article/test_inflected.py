"""Russian and Kazakh, in both alphabets of the latter: projects under the base forms of their places."""

import tomllib
from pathlib import Path

FILE = Path(__file__).parents[2] / "data/passages_inflected.toml"
PASSAGES = tomllib.loads(FILE.read_text(encoding="utf-8"))["passage"]
