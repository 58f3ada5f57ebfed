"""Damages a file's bytes in the ways that strangers, disks and networks do; the same seed gives the same damage.

What knows the form of a file (``structured``) leaves it whole around the damage, so that this gets past the first look.
"""

import random
import re
import struct
from collections.abc import Callable, Sequence

from structured import change_archive, change_json, change_table

# What readers trip over, wherever it comes to stand.
TOKENS = (
    b"\0", b"\xff", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\r", b"\n" * 50, b" " * 5000,
    b"A" * 70_000, b"1e308", b"-1e309", b"NaN", b"Infinity", b"-180.0000001", b"91", b"999999999999999999999", b"0x10",
    b"\\ud800", b"\\u0000", b"[" * 3000, b'{"a":' * 3000, b"(" * 3000, b"<a>" * 3000, b'"', b"'", b",", b";", b"<",
    b">", b"&", b"&x;", b"]]>", b"--", b"<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    b"<!ENTITY a 'aaaaaaaaaa'>", b"../../../../etc/passwd", b"/vsicurl/http://127.0.0.1:9/x", b"=cmd()", b"${x}", b"`",
    b"<script>", b"POINT EMPTY", b"null", b"true", b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80",
)  # fmt: skip
# Words that break no XML, no table and no JSON string, but perhaps who reads them.
WORDS = (
    b"", b"0", b"-0", b"1e308", b"1e-320", b"nan", b"inf", b"-inf", b"9" * 400, b"-1", b"2147483648",
    b"9223372036854775808", b"1_000", b"0x1F", b"1,5", b"A" * 70_000, b"\xe2\x80\xae", b"\xef\xbf\xbf",
    b"\xcc\x81" * 500,
    b"\xf0\x9f\x9a\xa7", b"\xd9\xa3\xd9\xa4", b"2026-02-30", b"99999-01-01", b"EPSG:0", b"none", b"http://127.0.0.1:9/",
    b"file:///etc/passwd", b"/dev/zero", b"/vsistdin/", b"utf-7", b"hex", b"POINT (1e308 nan)",
)  # fmt: skip
_INTEGERS = (0, 1, -1, 2, 127, 128, 255, 256, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1, 2**62, 2**63, 2**64 - 1)
_FIGURES = re.compile(rb"-?\d+(?:\.\d+)?")
_WORDS_IN = re.compile(rb"[\w.+:/-]+")

Damage = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def mutate(seed: str, samples: Sequence[bytes]) -> bytes:
    """Return one of the samples with one to six kinds of damage; ``seed`` decides which."""
    chance = random.Random(seed)
    content = chance.choice(samples)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        content = _damage(chance, content, samples)
    return content


def _damage(chance: random.Random, content: bytes, samples: Sequence[bytes]) -> bytes:
    structured = _structured(content)
    if structured and chance.random() < 0.6:
        return structured(chance, content, damage_bytes)
    return chance.choice(_DAMAGES)(chance, content, samples)


def damage_bytes(chance: random.Random, content: bytes) -> bytes:
    """Return bytes with damage that knows nothing of their form."""
    return chance.choice(_DAMAGES)(chance, content, (content,))


def _structured(
    content: bytes,
) -> Callable[[random.Random, bytes, Callable[[random.Random, bytes], bytes]], bytes] | None:
    if content.startswith(b"PK\3\4"):
        return change_archive
    if content.startswith(b"SQLite format 3\0"):
        return change_table
    return change_json if content[:1] in (b"{", b"[") else None


def _flip(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 4, 40)) if damaged else 0):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _flip_bit(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    damaged = bytearray(content)
    if damaged:
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _set_integer(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    """Let a count, a length or an offset of a binary file lie."""
    width, letter = chance.choice(((1, "B"), (2, "H"), (4, "I"), (8, "Q")))
    number = struct.pack(chance.choice("<>") + letter, chance.choice(_INTEGERS) % 2 ** (8 * width))
    place = chance.randrange(len(content) + 1)
    return content[:place] + number + content[place + width :]


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
    return _replace(chance, content, _FIGURES, TOKENS)


def _replace_word(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    return _replace(chance, content, _WORDS_IN, WORDS)


def _replace_figure_by_word(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    return _replace(chance, content, _FIGURES, WORDS)


def _replace(chance: random.Random, content: bytes, pattern: re.Pattern[bytes], others: Sequence[bytes]) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return content
    chosen = chance.choice(found)
    return content[: chosen.start()] + chance.choice(others) + content[chosen.end() :]


def _splice(chance: random.Random, content: bytes, samples: Sequence[bytes]) -> bytes:
    other = chance.choice(samples)
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]


def _swap_lines(chance: random.Random, content: bytes, _samples: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


_DAMAGES: tuple[Damage, ...] = (
    _flip, _flip_bit, _set_integer, _cut, _take_out, _repeat, _insert, _replace_figure, _replace_word,
    _replace_figure_by_word, _splice, _swap_lines,
)  # fmt: skip
