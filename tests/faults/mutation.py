"""Damages a file's bytes in the ways that strangers, disks and networks do; the same number gives the same damage."""

import random
import re
from collections.abc import Callable, Sequence

# What readers trip over, wherever it comes to stand.
TOKENS = (
    b"\0", b"\xff", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\r", b"\n" * 50, b" " * 5000,
    b"A" * 70_000, b"1e308", b"-1e309", b"NaN", b"Infinity", b"-180.0000001", b"91", b"999999999999999999999", b"0x10",
    b"\\ud800", b"\\u0000", b"[" * 3000, b'{"a":' * 3000, b"(" * 3000, b"<a>" * 3000, b'"', b"'", b",", b";", b"<",
    b">", b"&", b"&x;", b"]]>", b"--", b"<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    b"<!ENTITY a 'aaaaaaaaaa'>", b"../../../../etc/passwd", b"/vsicurl/http://127.0.0.1:9/x", b"=cmd()", b"${x}", b"`",
    b"<script>", b"POINT EMPTY", b"null", b"true", b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80",
)  # fmt: skip
_FIGURES = re.compile(rb"-?\d+(?:\.\d+)?")

Damage = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def mutate(seed: str, samples: Sequence[bytes]) -> bytes:
    """Return one of the samples with one to six kinds of damage; ``seed`` decides which."""
    chance = random.Random(seed)
    content = chance.choice(samples)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        content = chance.choice(_DAMAGES)(chance, content, samples)
    return content


def _flip(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 4, 40)) if damaged else 0):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _cut(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _take_out(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + content[min(end, start + 2000) :]


def _repeat(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:end] + content[start : min(end, start + 500)] * chance.choice((1, 3, 60)) + content[end:]


def _insert(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(TOKENS) + content[place:]


def _replace_figure(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    figures = list(_FIGURES.finditer(content))
    if not figures:
        return content
    figure = chance.choice(figures)
    return content[: figure.start()] + chance.choice(TOKENS) + content[figure.end() :]


def _splice(chance: random.Random, content: bytes, samples: Sequence[bytes]) -> bytes:
    other = chance.choice(samples)
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]


def _swap_lines(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


_DAMAGES: tuple[Damage, ...] = (_flip, _cut, _take_out, _repeat, _insert, _replace_figure, _splice, _swap_lines)
