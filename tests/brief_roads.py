"""Made-up roads and a railway through the places of the bundled brief."""

from pathlib import Path

from infromap.route.build import build_network
from osm_extract import write_extract

# A road past Zhezkazgan, Zhanaarka and Karaganda with bends between them, and a railway through Almaty.
NODES = {
    "zh": (67.706, 47.794), "bend1": (69.5, 47.6), "bend2": (70.6, 48.7), "za": (71.645, 48.687),
    "bend3": (72.4, 49.0), "ka": (73.102, 49.802),
    "zt": (77.128, 43.691), "almaty": (76.9, 43.3), "kb": (76.305, 43.676),
    "ak": (57.207, 50.28), "kh": (58.436, 50.252),
}  # fmt: skip
WAYS = [
    ("zh bend1 bend2 za", {"highway": "trunk"}),
    ("za bend3 ka", {"highway": "trunk"}),
    ("zt almaty kb", {"railway": "rail"}),
    ("ak kh", {"highway": "primary"}),
]
ROAD = ("zh", "bend1", "bend2", "za", "bend3", "ka")


def write_brief_extract(path: Path) -> Path:
    """Write the extract."""
    return write_extract(path, NODES, WAYS)


def build_brief_network(folder: Path) -> Path:
    """Build the network of the extract in a folder and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    return build_network(write_brief_extract(folder / "kazakhstan.osm.pbf"), folder, name="kazakhstan")
