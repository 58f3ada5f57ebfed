"""Where a sentence names something that is built: its head nouns."""

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from infromap.article.chains import chains_before, chains_behind
from infromap.article.measures import capacity_pattern, find_lengths
from infromap.article.names import NAME, WORD
from infromap.article.sentences import Sentence
from infromap.article.vocabulary import any_of, countries, find_head_nouns, head_nouns, read_head_noun, read_table
from infromap.model.project import Kind

# What follows makes the noun a mere modifier: "hospital operators", "road-building".
_MODIFIED = re.compile(
    r"-(?![\s\d])|\s(?-i:(?:[A-Z][a-z]+\s){0,3}(?:Corporation|Authority|Agency|Company|Ltd|Limited|Administration|Department|Board)\b)|\s(?:information|operators?|company|companies|infrastructure|safety|sector|fees?|users?|tolls?|PPP|staff"
    r"|ministry|(?:and\s\w+\s)?authority|agency|minister|administration|transport|traffic|services?\sprovider|map|accidents?|development\s(?!program|project)|wagons?|locomotives?|rolling\sstock|city|town|calls?)\b",
    re.IGNORECASE,
)
# A capitalised noun before one more capitalised word is a part of a longer name: "Suez Canal Container Terminal".
_LONGER_NAME = re.compile(
    r"s?\s(?!(?:Project|Program|Programme|Phase|Section|Line|Rehabilitation|Reconstruction|Improvement|Development"
    r"|Upgrade|Moderni[sz]ation|Expansion|Construction|Investment|Extension|Electrification|Enhancement|Efficiency"
    r"|Resilience|Connectivity|Sector|System|Network|Lot|Stage|Package|Scheme|No|I{1,3}V?)\b)(?:[A-Z][a-z]+|\d+(?:st|nd|rd|th)\b)"
)
# A firm: "TAV Airports".
_FIRM = re.compile(
    rf"(?:\b[A-Z]{{2,6}}|\b(?:by|led\sby|owned\sby|owner|operator|investor|developer)\s(?:{WORD}\s){{0,2}}{WORD})\s$"
)
_TITLE = re.compile(
    rf"\b(?:[Tt]he|[Aa]|its)\s(?P<title>(?:{WORD}(?:-{WORD})?(?:,\s|\s(?:and|of|for|the|in)\s|\s)){{2,8}})(?P<noun>Project)\b"
)
_BECOMES = re.compile(r"\b(?:upgrade\sof|convert\w*|turn\w*|transform\w*)\s(?:[\w-]+\s){0,4}$")
_STRETCH_OF = re.compile(r"\sof\s(?:[a-z]+\s){0,2}")
_NAMED_PLANT = re.compile(rf"\b[Tt]he\s{WORD}(?:\s{WORD}){{0,2}}\s$")
_IT_IS = re.compile(r"(?:It|This|The\s[a-z]+)\s(?:is|has|will|was|runs)\b")
_BESIDE = re.compile(r"\s(?:\([A-Z]{2,6}\)\s)?")
# What is joined or replaced stands already: "it joins the interconnector to Iasi".
_EXISTING = re.compile(
    r"\b(?:joins|joining|(?:connects?|connected|connecting|links?|linked|linking)\s(?:\w+\s)?(?:to|with)|replac(?:e|es|ing)|ties|serves|serving|instead\sof"
    r"|rather\sthan|after|like|complements?|complementing|parallel\sto|next\sto|beside)\s(?:the|an|its)\s(?:[\w-]+\s){0,3}$"
    r"|\bthe\s(?:whole|entire|full)\s(?:[\w-]+\s){0,2}$"
    r"|\b(?:north|south|east|west)\w*\sof\s(?:the\s)?(?:[A-Z][\w-]*\s){1,3}$"
    r"|\b(?:link|links|connect|connects|connecting|linking)\s[^.;]{2,60}\s(?:with|to)\s(?:the\s)?(?:[A-Z][\w-]*\s){1,4}$"
    r"|\balong\s(?:the\s)?(?:[A-Z][\w-]*\s){1,3}$|\b(?:the|an|its)\s(?:earlier|previous|former)\s(?:[\w-]+\s){0,5}$"
)
_INDEFINITE = re.compile(
    r"\b(?:a|an|another|one|second|third|new|more|its|their|build|builds|building|expand|expands|expanding)\s"
    r"(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
_ENDS_BEHIND = re.compile(
    rf"s?(?:\s[\"“]\w{{1,2}}[\"”])?(?:\s\([^)]{{2,20}}\))?(?:,\s(?:[^,;:]|,\d){{3,60}},)?,?\s(?:[a-z\d][\w.-]*,?\s){{0,7}}?(?:between|from|links|connects|joins|link|connect|join"
    rf"|linking|connecting|joining|(?:which|that)\s(?:starts?|begins?)\s(?:at|in|from|near))\s(?:the\s)?{WORD}"
)
_NAMED_WORK = re.compile(
    rf"\s(?P<name>{WORD}(?:[\s-]{WORD}){{0,3}}(?:[\s-](?:\d|I{{1,3}}))?)\s(?:in|at|near)\s(?:the\s)?{WORD}"
)
_ROUTE = re.compile(r"\b(?:[Cc]orridor|[Rr]oute|[Hh]ighway|[Rr]oad|[Rr]ailway|[Ll]ine)\b")
_STRETCH = re.compile(rf"[,\s]+(?:[a-z][\w-]*,?\s){{0,4}}?(?:from|between)\s(?:the\s)?(?P<first>{NAME})")
_SITE_BEHIND = re.compile(rf"s?\s(?:in|at|near|outside)\s(?:the\s)?(?:[a-z]+\sof\s)?{WORD}")
_REACH = 80  # letters
_MOST = 60  # nouns of one sentence: more make no sentence, and each is weighed against the others


class Head(NamedTuple):
    """A head noun; offsets count from the start of the sentence. ``kind`` is None where the text leaves it open."""

    text: str
    start: int
    end: int
    kind: Kind | None
    linear: bool
    is_part: bool
    is_plural: bool
    is_open: bool  # its noun alone does not say the kind
    is_service: bool = False  # "drinking water": a project only where a place is named with it


def find_heads(sentence: Sentence) -> list[Head]:
    """Return the head nouns of a sentence, in order; nouns that leave the kind open only where they say more."""
    text = sentence.text
    found: list[Head] = []
    for match in islice(find_head_nouns(text, sentence.words), _MOST):
        noun = read_head_noun(match)
        if _MODIFIED.match(text, match.end()) or (noun.kind is None and not _says_more(text, match, noun.linear)):
            continue
        if _EXISTING.search(text, max(0, match.start() - _REACH), match.start()):
            continue
        if found and text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")":
            continue  # "bus rapid transit (BRT)"
        if _BECOMES.search(text, max(0, match.start() - _REACH), match.start()) and " into " in text[match.end() :]:
            continue  # "the upgrade of a railway into a metro line"
        if _is_firm(text, match) or (noun.is_service and match[0][0].isupper()):
            continue
        if noun.kind is None and found and _BESIDE.fullmatch(text, found[-1].end, match.start()):
            continue  # "highway corridor", "bus rapid transit (BRT) route"
        if match[0][0].isupper() and (_LONGER_NAME.match(text, match.end()) or _is_end(text, match.start())):
            continue
        if (
            found
            and noun.linear
            and noun.kind
            and found[-1].is_open
            and _STRETCH_OF.fullmatch(text, found[-1].end, match.start())
        ):
            found.pop()  # "a stretch of road"
        found.append(
            Head(
                text=match[0],
                start=match.start(),
                end=match.end(),
                kind=noun.kind or _clue(text, match.start(), found, linear=noun.linear, looks_on=not noun.needs_figure),
                linear=noun.linear,
                is_part=noun.is_part,
                is_plural=match[0].lower().endswith("s") and match[0].lower() not in head_nouns(),
                is_open=noun.kind is None,
                is_service=noun.is_service,
            )
        )
    found += [*_bare_stretches(sentence, found), *_bare_works(sentence, found), *_titles(sentence, found)]
    return sorted(found, key=lambda head: head.start)


def _is_firm(text: str, match: re.Match[str]) -> bool:
    """Tell whether a capitalised plural ends the name of a firm: "TAV Airports", "led by A Airports"."""
    return match[0][0].isupper() and match[0].endswith("s") and bool(_FIRM.search(text, 0, match.start()))


def _is_end(text: str, start: int) -> bool:
    """Tell whether the noun at an offset belongs to the end of a line: "between the A Interchange and the B Tunnel"."""
    before = text[max(0, start - _REACH) : start]
    return any(
        re.search(rf"\b{first}\s(?:the\s)?{NAME}(?:(?:(?!\s{last}\s)[^;:.])*\s{last}\s(?:the\s)?{NAME})?\s$", before)
        for first, last in (("from", "to"), ("between", "and"))
    )


def _bare_stretches(sentence: Sentence, heads: list[Head]) -> list[Head]:
    """Return the lengths that stand for a line of their own: "a further 2.3 km, underground, from A to B"."""
    found = []
    for length in find_lengths(sentence):
        ends = _STRETCH.match(sentence.text, length.end)
        if _ROUTE.search(sentence.text, 0, length.start) or _IT_IS.match(sentence.text):
            continue  # "Corridor V, 700 km in length, leads from …"
        if (
            ends
            and ends["first"] not in countries()
            and not any(length.start - _REACH < head.end and head.start < ends.end() for head in heads)
        ):
            found.append(
                Head(
                    text=length.text,
                    start=length.start,
                    end=length.end,
                    kind=_clue(sentence.text, length.start, heads, linear=True),
                    linear=True,
                    is_part=False,
                    is_plural=False,
                    is_open=True,
                )
            )
    return found


def _bare_works(sentence: Sentence, heads: list[Head]) -> list[Head]:
    """Return the works that are named without a noun, by capacity and name: "the 102 MW Upper A in B"."""
    found = []
    for figure in capacity_pattern().finditer(sentence.text) if sentence.has_digit else ():
        name = _NAMED_WORK.match(sentence.text, figure.end())
        if name and not any(figure.start() < head.end and head.start < name.end() + _REACH for head in heads):
            found.append(
                Head(
                    text=name["name"],
                    start=name.start("name"),
                    end=name.end("name"),
                    kind=_clue(sentence.text, figure.start(), heads, linear=False),
                    linear=False,
                    is_part=False,
                    is_plural=False,
                    is_open=True,
                )
            )
    return found


def _titles(sentence: Sentence, heads: list[Head]) -> list[Head]:
    """Return the projects that go by a title with no work in it: "the Third Sustainable Livelihoods Project"."""
    found = []
    for match in _TITLE.finditer(sentence.text):
        kind = next((kind for kind, pattern in _title_kinds().items() if pattern.search(match["title"])), None)
        if kind and not any(match.start() < head.end and head.start < match.end() for head in heads):
            found.append(
                Head(
                    text=match["noun"],
                    start=match.start("noun"),
                    end=match.end(),
                    kind=kind,
                    linear=False,
                    is_part=False,
                    is_plural=False,
                    is_open=False,
                )
            )
    return found


@cache
def _title_kinds() -> dict[Kind, re.Pattern[str]]:
    table = read_table("kinds")["titles"]
    return {Kind(kind): re.compile(rf"\b(?:{any_of(words)})\b", re.IGNORECASE) for kind, words in table.items()}


def open_kinds(*, linear: bool) -> frozenset[Kind]:
    """Return the kinds that a noun without one may stand for."""
    return frozenset(Kind(kind) for kind in read_table("kinds")["open"]["linear" if linear else "site"]["kinds"])


def _says_more(text: str, match: re.Match[str], linear: bool) -> bool:
    """Tell whether ends, a chain or a figure stands at a noun that leaves its kind open."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if linear:
        return bool(
            chains_before(text, 0, match.start())
            or chains_behind(text, match.end(), len(text))
            or _ENDS_BEHIND.match(text, match.end())
        )
    has_figure = any(not before[figure.end() :].strip(" -") for figure in capacity_pattern().finditer(before))
    if read_head_noun(match).needs_figure:
        return has_figure
    if match[0].islower() and _NAMED_PLANT.search(before) and capacity_pattern().search(text):
        return True
    return has_figure or bool(_INDEFINITE.search(before) and _SITE_BEHIND.match(text, match.end()))


def _clue(text: str, stop: int, heads: list[Head], *, linear: bool, looks_on: bool = True) -> Kind | None:
    """Return the kind of an open noun: by the words since the last head, by that head, by the words behind it."""
    allowed = open_kinds(linear=linear)
    edge = heads[-1].end if heads else 0
    found = [(match.start(), kind) for match in _clues().finditer(text) if (kind := _kind_of_clue(match[0], allowed))]
    before = [kind for start, kind in found if edge <= start < stop]
    if before:
        return before[-1]
    if heads and heads[-1].kind in allowed:
        return heads[-1].kind
    return next((kind for start, kind in found if start >= stop and looks_on), None)


@cache
def _clues() -> re.Pattern[str]:
    words = [word for words in read_table("kinds")["open"]["clues"].values() for word in words]
    return re.compile(rf"\b(?:{any_of(words)})\b", re.IGNORECASE)


@cache
def _clue_kinds() -> dict[str, list[Kind]]:
    kinds: dict[str, list[Kind]] = {}
    for kind, words in read_table("kinds")["open"]["clues"].items():
        for word in words:
            kinds.setdefault(word.lower(), []).append(Kind(kind))
    return kinds


def _kind_of_clue(word: str, allowed: frozenset[Kind]) -> Kind | None:
    kinds = _clue_kinds()[re.sub(r"\s", " ", word).lower()]
    return next((kind for kind in kinds if kind in allowed), None)
