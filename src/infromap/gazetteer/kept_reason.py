"""A reason that was written down in English is taken apart again, so that it can be said in any language."""

import re
from collections.abc import Callable

from infromap.saying import Saying, in_turn

_Part = Callable[[re.Match[str]], Saying]
_PARTS: tuple[tuple[str, _Part], ...] = (  # what `candidates` says
    (r"(.+): (.+)", lambda found: Saying("{name}: {how}", name=found[1], how=_read_part(found[2]))),
    (r"(.+), of a town in it", lambda found: Saying("{how}, of a town in it", how=_read_part(found[1]))),
    (r"resembles it, (\d{1,3}) %", lambda found: Saying("resembles it, {ratio:.0f} %", ratio=int(found[1]))),
    (
        r"answer (\d{1,3}) of (.+)",
        lambda found: Saying("answer {number} of {source}", number=int(found[1]), source=found[2]),
    ),
    (
        r"in (\w\w), the article's country",
        lambda found: Saying("in {country}, the article's country", country=found[1]),
    ),
    (r"in (\w\w)", lambda found: Saying("in {country}", country=found[1])),
    (
        r"([\d,]{1,15}) km from what else the project names",
        lambda found: Saying("{km:,.0f} km from what else the project names", km=_figure(found[1])),
    ),
)
_PEOPLE = re.compile(r"inhabitants: ([\d,]{1,15})", re.ASCII)
_LONGEST = 1_000  # letters of a reason; what is longer is nobody's


def read_reason(text: str) -> Saying:
    """Return the saying of a text that ``candidates`` made, or anybody: its English is the text."""
    if len(text) > _LONGEST:
        return Saying(text)
    said = in_turn([_read_part(part) for part in text.split("; ")], "; ")
    return said if said == text else Saying(text)


def _read_part(text: str) -> Saying:
    people = _PEOPLE.fullmatch(text)
    if people:
        return Saying("inhabitants: {count:,}", count=_figure(people[1]))
    for pattern, made in _PARTS:
        found = re.fullmatch(pattern, text, re.ASCII)
        if found:
            return made(found)
    return Saying(text)


def _figure(text: str) -> int:
    return int(text.replace(",", "") or 0)
