"""Seconds for texts of 1 MB and of 5 MB, of the kinds that make patterns and loops take the square of their length.

Each is a whole process, ``infromap extract FILE``. A ratio of about five between the two sizes is what is claimed.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reading import ROOT, write_section

HEADING = "## Long texts"
TOWNS = ("Astana", "Almaty", "Osh", "Shymkent", "Pavlodar", "Taraz", "Korday", "Dushanbe", "Kulob", "Naryn", "Tashkent")
WORKS = (
    "hospital in {}",
    "{}-{} railway",
    "220 MW wind farm near {}",
    "highway between {} and {}",
    "water supply in {}",
)
SENTENCES = (
    "The EBRD will lend US$ {} million for a {}.",
    "The bank is building the {1}, which is {0} km long.",
    "It was raining all day and nobody went to the market in town.",
    'He went home (late) and read "War and Peace" until midnight; it was long.',
    "On Monday the minister, John Smith, said that prices rose by {} per cent.\n\n",
)
REPEATED = {
    "no space at all": "Abcdefghij",
    "A-B-A-B-…": "A-B-",
    "chain of towns": "Astana – Almaty – ",
    "digits": "1234567890",
    "capital words": "Astana Almaty Osh ",
    "opening brackets": "(",
    "opening quotes": "“",
    "full stops": ".",
    "lines of one letter": "\nx",
    "nouns": "road ",
    "sums": "US$ 40 million ",
    "lengths": "5 km ",
    "one town's hospitals": "A hospital will be built in Astana. ",
    "Russian": "Строительство дороги Астана – Павлодар начнётся в 2027 году. В Алматы построят больницу. ",
}


def book(letters: int) -> str:
    """Return sentences of all sorts, always the same ones."""
    chance = random.Random(1)
    total, parts = 0, []
    while total < letters:
        work = chance.choice(WORKS).format(*chance.choices(TOWNS, k=2))
        parts.append(chance.choice(SENTENCES).format(chance.randint(1, 900), work))
        total += len(parts[-1]) + 1
    return " ".join(parts)


def text_of(kind: str, size: int) -> bytes:
    """Return a text of a kind, at most so many bytes."""
    text = book(size) if kind == "a book" else "A text. " + REPEATED[kind] * (size // len(REPEATED[kind].encode()) + 1)
    return text.encode()[:size].decode(errors="ignore").encode()


def seconds(content: bytes) -> float:
    """Return how long the whole process takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.txt")
        path.write_bytes(content)
        begin = time.perf_counter()
        command = [sys.executable, "-m", "infromap", "extract", str(path), "-o", str(Path(folder, "out.geojson"))]
        subprocess.run(command, check=True, capture_output=True, timeout=1200, cwd=ROOT)
        return time.perf_counter() - begin


def main() -> None:
    """Print the table and write it into the record."""
    lines = [HEADING, "", "Whole process; the ratio of times should be that of sizes, 5.", ""]
    lines += ["| text | 1 MB | 5 MB | ratio |", "|---|---|---|---|"]
    for kind in ("a book", *REPEATED):
        small, large = (seconds(text_of(kind, size)) for size in (1_000_000, 5_000_000))
        lines.append(f"| {kind} | {small:.1f} s | {large:.1f} s | {large / small:.1f} |")
        print(lines[-1], flush=True)
    write_section("\n".join(lines), HEADING)


if __name__ == "__main__":
    main()
