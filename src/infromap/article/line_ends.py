"""Where a line runs: "between A and B", "from A to B via C", "connecting A with B", "around A"."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infromap.article.names import AREA_WORDS, PLACE, TOWN_WORDS, WORD
from infromap.article.patterns import CuedPattern
from infromap.article.place_lists import listed_places, names_in, place_mention
from infromap.model.project import PlaceMention, PlaceRole

if TYPE_CHECKING:
    from infromap.article.sentences import Sentence

NAME_ROOM = 80  # letters beyond a reach, so that it cuts no name in two
_ENDS_AT = (
    r"(?:(?:gas|oil)\sfield|(?:free\s)?economic\szone|industrial\s(?:zone|area)|substation|border(?:\scrossing)?|checkpoint"
    r"|crossing|airport|seaport|terminal|refinery|power\splant|cent(?:er|re)|network|outskirts|edge)"
)
END_TYPE = (
    rf"(?:(?:the\s)?(?:{WORD}\sSea\s)?(?:[a-z]+\s){{0,2}}(?:{TOWN_WORDS}|{_ENDS_AT})\s(?:of|at|in|near)\s"
    rf"|(?:the\s)?(?:[A-Z]\w+\s)?(?:border|frontier)(?:\swith\s{WORD}(?:\s{WORD})?)?,?\s(?:at|near|close\sto)\s)?"
)
_KIND = rf"(?:\s(?:{TOWN_WORDS}|{_ENDS_AT}))?"
_BORDER = r"(?:(?:state\s)?(?:border|frontier)\s(?:with|of)\s(?:the\s)?)"
_AT_BORDER = r"(?:\s(?:border|frontier)(?!\s(?:crossing|checkpoint|point|post|port)))"
_A, _B = (
    r"(?:the\s)?(?:country['’]s\s)?(?:[a-z]+\s(?=(?:state|border|frontier)\s)|capital,?\s(?:city\s)?|nearby\s|downtown\s"
    rf"|central\s)?{END_TYPE}(?P<{group}>{_BORDER}?{PLACE}{_AT_BORDER}?){_KIND}"
    for group in "ab"
)

_ASIDE = r"(?:,\s[a-z][^,;:.]{2,40},|\s\([^)]{2,40}\))?"  # "between A, on the border, and B"
_WHERE = rf"(?:\s(?:in|on)\s(?:the\s)?(?:{PLACE}(?:\s{AREA_WORDS})?|[a-z]+))?"  # "from A in X to B in Y"
_BETWEEN = CuedPattern(rf"\bbetween\s{_A}{_WHERE}{_ASIDE}(?P<more>(?:,\s{PLACE}){{0,3}})\s(?:and|to)\s{_B}", "between ")
_FROM_TO = CuedPattern(rf"\bfrom\s{_A}(?P<way>(?:(?!\sto\s|\stowards\s)[^;:.]){{0,140}}?),?\sto\s{_B}", "from ")
_FROM_WORK_TO = CuedPattern(rf"\bfrom\s(?:the|its)\s(?:[\w-]+\s){{1,3}}to\s{_A}", "from the ", "from its ")
_CARRIED_TO = CuedPattern(
    rf"\b(?:takes?|brings?|carry|carries|deliver|delivers)\s(?:the|its)\s(?:[a-z]+\s){{1,3}}to\s{_A}",
    "take",
    "bring",
    "carr",
    "deliver",
)
_CONNECT = CuedPattern(
    rf"\b(?:[Cc]onnect(?:ing|s)?|[Ll]ink(?:ing|s)?|[Jj]oin(?:ing|s)?|[Tt]ies)\s{_A}{_WHERE}{_ASIDE}"
    rf"(?:\sand\sother\s[a-z ]{{3,30}}?)?(?P<more>(?:,\s{PLACE})*),?\s(?:to|and|with)\s{_B}"
    rf"(?P<last>(?:,\s{PLACE})*(?:,?\sand\s(?:the\s)?{PLACE}{_AT_BORDER}?)?)",
    "onnect",
    "ink",
    "oin",
    "ies ",
)
_START_END = CuedPattern(
    rf"\b(?:start|begin|originat)(?:s|ing|es)?\s(?:at|in|from|near)\s{_A}[^;:]{{0,120}}?"
    rf"\b(?:end|terminat|finish)(?:s|ing|es)?\s(?:at|in|near)\s{_B}",
    "start",
    "begin",
    "originat",
)
_ENDS = (_BETWEEN, _CONNECT, _FROM_TO, _START_END)
_CONNECT_IT = CuedPattern(
    rf"\b(?:[Cc]onnect|[Ll]ink|[Jj]oin)(?:ing|s)\s(?:it|them|the\s[a-z]+)\s(?:to|with)\s"
    rf"(?P<list>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})*)",
    "onnect",
    "ink",
    "oin",
)
_ONWARD = CuedPattern(rf"(?:,\s{WORD})?,?\sand\s(?:on|onwards?|further)\sto\s(?:the\s)?(?P<on>{PLACE})", " to ")
_VIA = CuedPattern(
    rf"\b(?:via|through|by\sway\sof)\s(?P<list>{PLACE}(?:(?:,\s|\sand\s|,\sand\s){PLACE})*)",
    "via ",
    "through ",
    "way of ",
)
_AROUND = CuedPattern(
    rf"\b(?:around|round|bypassing|of|near|north of|south of)\s(?P<list>{_A}(?:(?:,\s|,?\sand\s)(?:the\s)?{PLACE})*)",
    "round ",
    "bypassing ",
    "of ",
    "near ",
)
# "The road is the shortest way from A to B": that of those who travel.
_TRAVEL = re.compile(
    r"\b(?:way|trip|travel|drive|journey|traffic|trade|distance|(?:shortest|main|only)\s(?:link|route|connection))\s$"
)
_NEXT_ENDS = re.compile(
    rf"(?:\s[a-z]+)?(?:\s(?:of|in)\s{PLACE}(?:\s{AREA_WORDS})?)?(?:\s\([^)]{{2,20}}\))?,?\s(?:and\s|as well as\s)?"
    r"(?:(?:a\s(?:second|third)|another|the\sother)\s)?(?=(?:from|between)\s)"
    r"|,?\sand\s(?:another\s)?[^,;.]{3,60}?\s(?=(?:connecting|linking)\s)"
)


@dataclass(slots=True, kw_only=True)
class Tail:
    """The places of one tail; ``end`` counts from the start of the sentence."""

    end: int
    places: tuple[PlaceMention, ...] = ()
    region: PlaceMention | None = None
    country: str | None = None
    is_from_to: bool = False
    has_ends: bool = False  # of a line: what stands up to ``end`` is told by them
    is_each: bool = False  # "one in A and another in B"


def read_more_ends(sentence: "Sentence", tail: Tail, stop: int, people: frozenset[str]) -> list[Tail]:
    """Return the further lines of "lines from A to B and from C to D" behind the first."""
    found: list[Tail] = []
    end = tail.end
    while (link := _NEXT_ENDS.match(sentence.text, end, stop)) and (
        more := read_line_tail(sentence, link.end(), min(stop, link.end() + 120), people)
    ):
        found.append(more)
        end = more.end
    return found


def read_line_tail(sentence: "Sentence", start: int, stop: int, people: frozenset[str]) -> Tail | None:
    """Return where a line runs, as the text between two offsets of its sentence says; None if it does not."""
    near = _AROUND.match(sentence.text, start + 1, stop) if sentence.text[start : start + 1] == " " else None
    patterns = () if near and near[0].startswith(("around", "round", "bypassing")) else _ENDS
    matches = [(each, pattern) for pattern in patterns if (each := pattern.search(sentence.text, start))]
    for match, pattern in sorted(matches, key=lambda each: each[0].start()):
        if (
            match.start() >= stop
            or {match["a"], match["b"]} & people
            or _TRAVEL.search(sentence.text, start, match.start())
        ):
            continue
        ends = [place_mention(sentence, match[group], match.start(group), PlaceRole.STOP) for group in "ab"]
        if None in ends:
            continue
        via = _VIA.search(sentence.text, match.end(), min(stop, match.end() + 80 + NAME_ROOM))
        if via and re.search(r"\b(?:from|between|where)\s", sentence.text[match.end() : via.start()]):
            via = None  # another way: "…, where one drives from C via D"
        between = listed_places(sentence, via["list"], via.start("list"), PlaceRole.STOP) if via else []
        if pattern is _FROM_TO:
            between = [*_on_the_way(sentence, match.start("way"), match.end("way")), *between]
        beyond: list[PlaceMention] = []
        if pattern in (_CONNECT, _BETWEEN):
            between = [*names_in(sentence, match.start("more"), match.end("more")), *between]
        if pattern is _CONNECT:
            beyond = names_in(sentence, match.start("last"), match.end("last"))
        onward = _ONWARD.match(sentence.text, match.end())
        if onward:
            beyond += names_in(sentence, onward.start("on"), onward.end("on"))
        places = [ends[0], *between, ends[1], *beyond]
        return Tail(
            end=via.end() if via else match.end(),
            places=tuple(place for place in places if place),
            is_from_to=pattern is _FROM_TO,
            has_ends=True,
        )
    joined = _CONNECT_IT.search(sentence.text, start, stop)
    if joined and (listed := listed_places(sentence, joined["list"], joined.start("list"), PlaceRole.SITE)):
        return Tail(end=joined.end(), places=tuple(listed))
    work = _FROM_WORK_TO.search(sentence.text, start)
    if work and work.start() < stop and (place := place_mention(sentence, work["a"], work.start("a"), PlaceRole.SITE)):
        return Tail(end=work.end(), places=(place,), has_ends=True)
    goal = _CARRIED_TO.search(sentence.text, start, stop)
    if goal and (place := place_mention(sentence, goal["a"], goal.start("a"), PlaceRole.SITE)):
        return Tail(end=goal.end(), places=(place,))
    around = _AROUND.search(sentence.text, start, min(stop, start + 40 + NAME_ROOM))
    if (
        around
        and around.start() <= start + (3 if around[0].startswith("of") else 40)
        and (place := place_mention(sentence, around["a"], around.start("a"), PlaceRole.SITE))
    ):
        behind = sentence.text[around.end() : around.end() + 20]
        if not re.match(rf"\s{AREA_WORDS}", behind):
            listed = listed_places(sentence, around["list"], around.start("list"), PlaceRole.SITE)
            return Tail(end=around.end(), places=tuple(listed) if len(listed) > 1 else (place,))
    return None


def _on_the_way(sentence: "Sentence", start: int, stop: int) -> list[PlaceMention]:
    """Return the places of "through B and C in X and D", which stands between "from A" and "to E"."""
    via = re.compile(r"\b(?:via|through)\s").search(sentence.text, start, stop)
    if via is None:
        return []
    return names_in(sentence, via.end(), stop)
