"""What stands behind a head noun and says where: "in A", "between A and B", "from A to B via C", "around A"."""

import re
from dataclasses import dataclass, replace
from functools import cache

from infromap.article.names import AREA_WORDS, PLACE, TOWN_WORDS, WORD, is_place_name, trim_name
from infromap.article.sentences import Sentence
from infromap.article.vocabulary import any_of, countries, country_adjectives, read_table, region_names
from infromap.model.project import PlaceMention, PlaceRole

_NAME_ROOM = 80  # letters beyond a reach, so that it cuts no name in two
_REACH = 110  # letters behind a head within which "in A" still belongs to it
_ENDS_AT = (
    r"(?:(?:gas|oil)\sfield|(?:free\s)?economic\szone|industrial\s(?:zone|area)|substation|border(?:\scrossing)?|checkpoint"
    r"|crossing|airport|seaport|terminal|refinery|power\splant)"
)
_TYPE = rf"(?:(?:the\s)?(?:[a-z]+\s){{0,2}}(?:{TOWN_WORDS}|{_ENDS_AT})\s(?:of|at|in|near)\s)?"
_KIND = rf"(?:\s(?:{TOWN_WORDS}|{_ENDS_AT}))?"
_BORDER = (
    rf"(?:(?:state\s)?(?:border|frontier)\s(?:with|of)\s(?:the\s)?{PLACE}"
    rf"|{WORD}\s(?:border|frontier)(?!\s(?:crossing|checkpoint|point|post)))"
)
_A, _B = (
    rf"(?:the\s)?(?:country['’]s\s)?(?:[a-z]+\s(?={_BORDER})|capital,?\s(?:city\s)?|nearby\s|downtown\s|central\s)?{_TYPE}(?P<{group}>{_BORDER}|{PLACE}){_KIND}"
    for group in "ab"
)

_ASIDE = r"(?:,\s[a-z][^,;:.]{2,40},|\s\([^)]{2,40}\))?"  # "between A, on the border, and B"
_WHERE = rf"(?:\s(?:in|on)\s(?:the\s)?{PLACE})?"  # "from A in X to B in Y"
_BETWEEN = re.compile(rf"\bbetween\s{_A}{_WHERE}{_ASIDE}\s(?:and|to)\s{_B}")
_FROM_TO = re.compile(rf"\bfrom\s{_A}(?P<way>(?:(?!\sto\s)[^;:.]){{0,140}}?),?\sto\s{_B}")
_FROM_WORK_TO = re.compile(rf"\bfrom\s(?:the|its)\s(?:[\w-]+\s){{1,3}}to\s{_A}")
_CONNECT = re.compile(
    rf"\b(?:[Cc]onnect(?:ing|s)?|[Ll]ink(?:ing|s)?|[Jj]oin(?:ing|s)?|[Tt]ies)\s{_A}{_WHERE}{_ASIDE}"
    rf"(?:\sand\sother\s[a-z ]{{3,30}}?)?(?P<more>(?:,\s{PLACE})*),?\s(?:to|and|with)\s{_B}"
    rf"(?P<last>(?:,\s{PLACE})*(?:,?\sand\s{PLACE})?)"
)
_START_END = re.compile(
    rf"\b(?:start|begin|originat)(?:s|ing|es)?\s(?:at|in|from|near)\s{_A}[^;:]{{0,120}}?"
    rf"\b(?:end|terminat|finish)(?:s|ing|es)?\s(?:at|in|near)\s{_B}"
)
_ENDS = (_BETWEEN, _CONNECT, _FROM_TO, _START_END)
_CONNECT_IT = re.compile(
    rf"\b(?:[Cc]onnect|[Ll]ink|[Jj]oin)(?:ing|s)\s(?:it|them|the\s[a-z]+)\s(?:to|with)\s"
    rf"(?P<list>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})*)"
)
_VIA = re.compile(rf"\b(?:via|through)\s(?P<list>{PLACE}(?:(?:,\s|\sand\s|,\sand\s){PLACE})*)")
_AROUND = re.compile(
    rf"\b(?:around|round|bypassing|of|near|north of|south of)\s(?P<list>{_A}(?:(?:,\s|,?\sand\s)(?:the\s)?{PLACE})*)"
)
_WATERS = re.compile(
    r"\s(?:river|lake|sea|bay|gulf|strait|valley|mountain|basin|glacier|desert|canal)s?\b", re.IGNORECASE
)
_OF_COUNTRY = re.compile(rf"\s?(?:of|in|,)\s(?:the\s)?(?P<country>{PLACE})")


_NEXT_ENDS = re.compile(
    r",?\s(?:and\s|as well as\s)?(?=(?:from|between)\s)"
    r"|,?\sand\s(?:another\s)?[^,;.]{3,60}?\s(?=(?:connecting|linking)\s)"
)
_SPOKEN = re.compile(r"\b(?:said|told|announced|reported|signed|held|based|headquartered|born|office|branch|forum)\b")
_BRACKETS = re.compile(r"\s\([^)]{2,30}\)")
_EACH = re.compile(
    r"\b(?:\d+\sof\sthem|and\s\d+|one|another|the\sother|others|(?:the|a)\s(?:first|second|third))\s$", re.IGNORECASE
)
_FRONT = re.compile(
    rf"(?:In|At|Near|Outside|Around)\s(?:the\s)?(?:(?:city|town|village|port|capital|region|district)s?\s(?:of\s)?)?"
    rf"(?P<list>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})*)(?P<area>\s{AREA_WORDS})?(?=,|\s(?:the|an?|two|three|four|five|its)\s)"
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


def read_front(sentence: Sentence, people: frozenset[str]) -> Tail | None:
    """Read what a sentence opens with: "In A and B, …"; None where that is no place, or one where people met."""
    match = _FRONT.match(sentence.text)
    if match is None or any(stem in sentence.text.lower() for stem in read_table("cues")["meeting_stems"]):
        return None
    names = _listed(sentence, match["list"], 0 + match.start("list"), PlaceRole.SITE)
    names = [place for place in names if place.name not in people]
    tail = Tail(end=match.end(), country=_country_in(match["list"]))
    if match["area"] and len(names) == 1:
        tail.region = _area(sentence, names[0], match)
    elif names and names[0].is_region:
        tail.region = names[0]
    else:
        tail.places = tuple(names)
    return tail if tail.places or tail.region else None


def read_more_ends(sentence: Sentence, tail: Tail, stop: int, people: frozenset[str]) -> list[Tail]:
    """Return the further lines of "lines from A to B and from C to D" behind the first."""
    found: list[Tail] = []
    end = tail.end
    while (link := _NEXT_ENDS.match(sentence.text, end, stop)) and (
        more := _read_line_tail(sentence, link.end(), min(stop, link.end() + 120), people)
    ):
        found.append(more)
        end = more.end
    return found


def read_tail(sentence: Sentence, start: int, stop: int, *, linear: bool, people: frozenset[str]) -> Tail:
    """Read what follows a head noun between two offsets of its sentence."""
    tail = _read_line_tail(sentence, start, stop, people) if linear else None
    site = _read_site_tail(sentence, start, stop, people)
    offset = read_offset(sentence, start, min(stop, start + _REACH))
    if offset and tail is None and not site.places:
        return Tail(end=site.end, places=(offset,), region=site.region, country=site.country)
    if tail is None:
        return site
    tail.region, tail.country = site.region, site.country
    return tail


def read_offset(sentence: Sentence, start: int = 0, stop: int | None = None) -> PlaceMention | None:
    """Return the place of "about nine kilometers southwest of A" between two offsets of a sentence."""
    match = _offset_pattern().search(sentence.text, start, len(sentence.text) if stop is None else stop)
    if not match or not is_place_name(match["name"]):
        return None
    numbers = read_table("cues")["numbers"]
    figure = match["figure"].lower()
    factor = 1.609344 if match["unit"].lower().startswith("mile") else 1.0
    name = trim_name(match["name"])
    return PlaceMention(
        name=name,
        role=PlaceRole.SITE,
        quote=sentence.quote("place", match.start(), match.start("name") + len(match["name"])),
        offset_km=round(float(numbers.get(figure, 0) or figure) * factor, 3),
        offset_direction=_directions()[match["direction"].lower().replace(" ", "")],
    )


def find_place_names(sentence: Sentence) -> list[str]:
    """Return every name of a sentence that stands as a place does: "in A", "near B"."""
    return [place.name for _, places in _standing(sentence) for place in places]


def find_places_told(sentence: Sentence) -> list[PlaceMention]:
    """Return the places of a sentence, but not those where somebody met, spoke or signed."""
    found = []
    edge = 0
    for start, places in _standing(sentence):
        clause = sentence.text[edge:start]
        if not (_SPOKEN.search(clause) or _is_meeting(clause)):
            found += places
        edge = start
    return found


def _standing(sentence: Sentence) -> list[tuple[int, list[PlaceMention]]]:
    words = ("in", "at", "near", "outside", "close to", "across")
    matches = [match for match in _in_pattern().finditer(sentence.text) if match["word"] in words]
    return [(each.start(), _listed(sentence, each["list"], each.start("list"), PlaceRole.SITE)) for each in matches]


def place_mention(sentence: Sentence, name: str, start: int, role: PlaceRole) -> PlaceMention | None:
    """Return the mention of a name that begins at an offset of the sentence, or None if it is no place."""
    border = re.fullmatch(r"(?:(?:state )?(?:border|frontier) .+|(?P<whose>.+) (?:border|frontier))", name)
    if border and (
        border["whose"] is None or border["whose"] in country_adjectives() or border["whose"] in countries()
    ):
        return PlaceMention(name=name, role=role, quote=sentence.quote("place", start, start + len(name)))
    shown = trim_name(name)
    at = start + name.find(shown)
    region = re.fullmatch(rf"(?P<name>.+?)\s(?!District){AREA_WORDS}", shown)
    if region and shown[region.end("name") + 1].isupper() and region["name"] not in countries():
        quote = sentence.quote("place", at, at + len(shown))
        return PlaceMention(name=shown, role=role, quote=quote, is_region=True)  # "Northern Province"
    if not shown or shown in countries() or not is_place_name(region["name"] if region else shown):
        return None
    quote = sentence.quote("place", at, at + len(shown))
    return PlaceMention(name=shown, role=role, quote=quote, is_region=bool(region) or shown in region_names())


def _read_line_tail(sentence: Sentence, start: int, stop: int, people: frozenset[str]) -> Tail | None:
    matches = [(each, pattern) for pattern in _ENDS if (each := pattern.search(sentence.text, start))]
    for match, pattern in sorted(matches, key=lambda each: each[0].start()):
        if match.start() >= stop or {match["a"], match["b"]} & people:
            continue
        ends = [place_mention(sentence, match[group], match.start(group), PlaceRole.STOP) for group in "ab"]
        if None in ends:
            continue
        via = _VIA.search(sentence.text, match.end(), min(stop, match.end() + 80 + _NAME_ROOM))
        if via and re.search(r"\b(?:from|between|where)\s", sentence.text[match.end() : via.start()]):
            via = None  # another way: "…, where one drives from C via D"
        between = _listed(sentence, via["list"], via.start("list"), PlaceRole.STOP) if via else []
        if pattern is _FROM_TO:
            between = [*_on_the_way(sentence, match.start("way"), match.end("way")), *between]
        beyond: list[PlaceMention] = []
        if pattern is _CONNECT:
            between = [*_names_in(sentence, match.start("more"), match.end("more")), *between]
            beyond = _names_in(sentence, match.start("last"), match.end("last"))
        places = [ends[0], *between, ends[1], *beyond]
        return Tail(
            end=via.end() if via else match.end(),
            places=tuple(place for place in places if place),
            is_from_to=pattern is _FROM_TO,
            has_ends=True,
        )
    joined = _CONNECT_IT.search(sentence.text, start, stop)
    if joined and (listed := _listed(sentence, joined["list"], joined.start("list"), PlaceRole.SITE)):
        return Tail(end=joined.end(), places=tuple(listed))
    work = _FROM_WORK_TO.search(sentence.text, start, stop)
    if work and (place := place_mention(sentence, work["a"], work.start("a"), PlaceRole.SITE)):
        return Tail(end=work.end(), places=(place,))
    around = _AROUND.search(sentence.text, start, min(stop, start + 40 + _NAME_ROOM))
    if (
        around
        and around.start() <= start + (3 if around[0].startswith("of") else 40)
        and (place := place_mention(sentence, around["a"], around.start("a"), PlaceRole.SITE))
    ):
        behind = sentence.text[around.end() : around.end() + 20]
        if not re.match(rf"\s{AREA_WORDS}", behind):
            listed = _listed(sentence, around["list"], around.start("list"), PlaceRole.SITE)
            return Tail(end=around.end(), places=tuple(listed) if len(listed) > 1 else (place,))
    return None


def _on_the_way(sentence: Sentence, start: int, stop: int) -> list[PlaceMention]:
    """Return the places of "through B and C in X and D", which stands between "from A" and "to E"."""
    via = re.compile(r"\b(?:via|through)\s").search(sentence.text, start, stop)
    if via is None:
        return []
    return _names_in(sentence, via.end(), stop)


def _names_in(sentence: Sentence, start: int, stop: int) -> list[PlaceMention]:
    names = re.compile(PLACE).finditer(sentence.text, start, stop)
    found = [place_mention(sentence, name[0], name.start(), PlaceRole.STOP) for name in names]
    return [place for place in found if place]


def _read_site_tail(sentence: Sentence, start: int, stop: int, people: frozenset[str]) -> Tail:
    """Read every "in A" behind a head: towns are places, regions and countries say where they lie."""
    tail = Tail(end=start)
    places: list[PlaceMention] = []
    for match in _in_pattern().finditer(sentence.text, start, min(stop, start + _REACH + _NAME_ROOM)):
        if match.start() > start + _REACH:
            break
        between = sentence.text[tail.end : match.start()]
        if _is_meeting(sentence.text[start : match.start("list")]) or (
            match["word"] in ("of", "for", "to") and len(_BRACKETS.sub("", between)) > 2
        ):
            continue
        names = _listed(sentence, match["list"], match.start("list"), PlaceRole.SITE)
        if _WATERS.match(sentence.text, match.end()) or between.endswith("the one "):
            names = []
        names = [place for place in names if place.name not in people]
        tail.country = tail.country or _country_in(match["list"]) or _country_in(match["owner"] or "")
        areas = [place for place in names if place.is_region]
        if (match["area"] or match["area_before"]) and names:
            area = (match["area"] or match["area_before"]).strip().lower()
            if area.startswith("district"):
                places += names
            elif len(names) > 1 and area.endswith("s") and not places:
                places += [replace(place, is_region=True) for place in names]
            else:
                tail.region = tail.region or _area(sentence, names[-1], match)
        elif not places or _EACH.search(between):
            tail.is_each = tail.is_each or bool(places and names)
            places += [place for place in names if not place.is_region and place.name not in {x.name for x in places}]
        if areas and tail.region is None:
            tail.region = areas[0]
        if names or _country_in(match["list"]):
            tail.end = match.end()
        after = _OF_COUNTRY.match(sentence.text, match.end())
        if after and after["country"] in countries():
            tail.country = tail.country or countries()[after["country"]]
            tail.end = after.end()
    tail.places = tuple(places)
    return tail


def _area(sentence: Sentence, last: PlaceMention, match: re.Match[str]) -> PlaceMention:
    """Return a region under its whole name: "Bukhara region"."""
    start = last.quote.start - sentence.start
    quote = sentence.quote("region", start, match.end())
    return PlaceMention(name=quote.text, role=PlaceRole.SITE, quote=quote, is_region=True)


def _listed(sentence: Sentence, text: str, start: int, role: PlaceRole) -> list[PlaceMention]:
    """Return the places of a list "A, B and C"; a name behind a comma counts only if "and" follows in the list."""
    parts = list(re.finditer(PLACE, text))
    if len(parts) > 1 and not re.search(r"\sand\s", text):
        parts = parts[:1]
    found = [place_mention(sentence, part[0], start + part.start(), role) for part in parts]
    return [place for place in found if place]


def _country_in(text: str) -> str | None:
    return next((countries()[name] for name in re.findall(PLACE, text) if name in countries()), None)


def _is_meeting(text: str) -> bool:
    lowered = text.lower()
    return any(stem in lowered for stem in read_table("cues")["meeting_stems"])


@cache
def _in_pattern() -> re.Pattern[str]:
    """Return the pattern of "in the Indian state of A", "near the town of B", "in C, D and E districts"."""
    adjectives = any_of(list(country_adjectives()))
    owner = rf"(?P<owner>{PLACE})['’]s\s(?:[a-z]+\s)?"  # "in Uzbekistan's Kashkadarya region"
    described = rf"(?:(?:[a-z][\w-]*|{adjectives})\s){{0,2}}?(?:(?P<area_before>{AREA_WORDS})|{TOWN_WORDS})\s(?:of\s)?"
    return re.compile(
        r"\b(?P<word>in|at|near|outside|for|of|serving|to|across|close to"
        r"|on(?=\s(?:the\s)?(?:[\w-]+\s){1,3}[Ii]sland))\s(?:and around\s)?(?:the\s)?"
        rf"(?:{owner})?(?:{described})?"
        r"(?:(?:(?:north|south|east|west|central|upper|lower)(?:[- ]?(?:east|west))?(?:ern)?|capital|nearby|industrial"
        r"|port)\s)?"
        rf"(?P<list>{PLACE}(?:(?:,\s|,?\sand\s){PLACE})*)(?P<area>\s{AREA_WORDS})?"
    )


@cache
def _directions() -> dict[str, str]:
    return {word: code for code, words in read_table("cues")["directions"].items() for word in words}


@cache
def _offset_pattern() -> re.Pattern[str]:
    numbers = any_of(list(read_table("cues")["numbers"]))
    return re.compile(
        rf"\b(?P<figure>\d+(?:\.\d+)?|{numbers})[\s\u00a0-]?(?P<unit>km|kilomet(?:er|re)s?|miles?)\s"
        rf"(?:to\sthe\s)?(?P<direction>{any_of(list(_directions()))})\s(?:of|from)\s(?:the\s)?{_TYPE}(?P<name>{PLACE})",
    )
