"""Where a sentence names something that is built: its head nouns."""

import re
from itertools import islice

from infromap.article.bare_heads import (
    find_bare_works,
    find_ellipses,
    find_measured_chains,
    find_stretches,
    find_titles,
)
from infromap.article.chains import chains_before, chains_behind
from infromap.article.clues import kind_by_clue
from infromap.article.measures import capacity_pattern, find_capacities
from infromap.article.names import NAME, WORD
from infromap.article.nouns import HEAD_REACH, Head
from infromap.article.patterns import CuedPattern
from infromap.article.sentences import Sentence, find_at, find_by_first_word
from infromap.article.vocabulary import HeadNoun, head_nouns, head_pattern, head_words, read_head_noun
from infromap.model.project import Kind

# What follows makes the noun a mere modifier: "hospital operators", "road-building".
_MODIFIED = re.compile(
    r"-(?![\s\d])|\s(?-i:(?:[A-Z][a-z]+\s){0,3}(?:Corporation|Authority|Agency|Company|Ltd|Limited|LLC|LLP|PLC|plc|JSC|OJSC|GmbH|Inc|Administration|Department|Board)\b)|\s(?:information|operators?|company|companies|infrastructure|safety|sector|fees?|users?|tolls?|PPP|staff"
    r"|ministry|(?:and\s\w+\s)?authority|agency|minister|administration|transport|traffic|services?\sprovider|map|accidents?|development\s(?!program|project)|wagons?|locomotives?|rolling\sstock|city|town|calls?|forum|initiative|summit)\b",
    re.IGNORECASE,
)
# A capitalised noun before one more capitalised word is a part of a longer name: "Suez Canal Container Terminal".
_LONGER_NAME = re.compile(
    r"s?\s(?!(?:Project|Program|Programme|Phase|Section|Line|Rehabilitation|Reconstruction|Improvement|Development"
    r"|Upgrade|Moderni[sz]ation|Expansion|Construction|Investment|Extension|Electrification|Enhancement|Efficiency"
    r"|Resilience|Connectivity|Sector|System|Network|Lot|Stage|Package|Scheme|No|I{1,3}V?)\b)(?:[A-Z][a-z]+|\d+(?:st|nd|rd|th)\b)"
)
# A firm: "TAV Airports".
_FIRM = re.compile(rf"(?:\b[A-Z]{{2,6}}|\b(?:by|owner|operator|investor|developer)\s(?:{WORD}\s){{0,2}}{WORD})\s$")
_GOAL = re.compile(
    r"\b(?:reach(?:es|ing)?|(?:way|access|route|corridor|link|connection)\sto|links?|linking|connects?|connecting)\sthe\s(?:[\w-]+\s){0,2}$"
)
_SEA = re.compile(rf"{WORD}\s$")  # "the Black Sea port of A" is a port on that sea
_TWO_NAMES = re.compile(rf"\sand\s(?:{WORD}\s){{1,2}}$")
_BECOMES = re.compile(r"\b(?:upgrade\sof|convert\w*|turn\w*|transform\w*)\s(?:[\w-]+\s){0,4}$")
_STRETCH_OF = re.compile(r"\sof\s(?:[a-z]+\s){0,2}")
_NAMED_PLANT = re.compile(rf"\b[Tt]he\s{WORD}(?:\s{WORD}){{0,2}}\s$")
_ASIDE = re.compile(r"(?:While|When|Although|Because|Whereas)\s[^,]*$")  # "While the A road is under repair, …"
_ACCESS = CuedPattern(r"\b[Aa]ccess\s(?:to\s[^.;]{0,60}?\band\s)?to\s(?:the\s)?(?:(?!along\s)[\w-]+\s){0,5}$", "ccess")
_OWNED = CuedPattern(rf"\b(?:set\sup|owned|led|run|operated|founded)\sby\s(?:{WORD}\s){{1,3}}$", " by ")
_PARTS = re.compile(
    r"\b(?:with|where|(?:which|that)\sincludes?)\s(?:the|an?|its|\d+|two|three|four|several)\s(?:[\w-]+\s){0,3}$"
)
_BESIDE = re.compile(r"\s(?:\([A-Z]{2,6}\)\s)?")
# What is joined or replaced stands already: "it joins the interconnector to Iasi".
_EXISTING = re.compile(
    r"(?<!\w)(?:(?:joins|joining|continues?|depends?\son|relies\son|rely\son|(?:connects?|connected|connecting|links?|linked|linking|tied)\s(?:\w+\s)?(?:to|with)|replac(?:e|es|ing)|ties|serves|serving|instead\sof"
    r"|rather\sthan|after|like|complements?|complementing|parallel\sto|next\sto|beside)\s(?:the|an?|its)\s(?:[\w-]+\s){0,3}$"
    r"|already\s(?:runs?|operates?|owns?)\s(?:the|an?)\s(?:[\w-]+\s){0,3}$"
    r"|[Tt]he\s(?:whole|entire|full)\s(?:[\w-]+\s){0,2}$"
    r"|(?:north|south|east|west)\w*\sof\s(?:the\s)?(?:[A-Z][\w-]*\s){1,3}$"
    r"|(?:link|links|connect|connects|connecting|linking)\s[^.;]{2,60}\s(?:with|to)\s(?:the\s)?(?:[A-Z][\w-]*\s){1,4}$"
    r"|(?:along|across|above|beneath|level\sof)\s(?:the\s)?(?:[A-Z]\w*\s){1,3}$"
    r"|(?:the|an|its)\s(?:earlier|previous|former)\s(?:[\w-]+\s){0,5}$)"
)
_INDEFINITE = re.compile(
    r"\b(?:a|an|another|one|second|third|new|more|its|their|build|builds|building|expand|expands|expanding)\s"
    r"(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
_ENDS_BEHIND = re.compile(
    rf"s?(?:\s[A-Z]?\d\w?)?(?:\s[\"“]\w{{1,2}}[\"”])?(?:\s\([^)]{{2,20}}\))?(?:,\s(?:[^,;:]|,\d){{3,60}},)?,?\s(?:(?:[a-z\d][\w.-]*|[A-Z]{{1,2}}-?\d+),?\s){{0,7}}?(?:between|from|links|connects|joins|link|connect|join"
    rf"|linking|connecting|joining|(?:which|that)\s(?:starts?|begins?)\s(?:at|in|from|near))\s(?:the\s)?(?:[a-z]+\s){{0,3}}{WORD}"
)
_SITE_BEHIND = re.compile(rf"s?\s(?:in|at|near|outside)\s(?:the\s)?(?:[a-z]+\sof\s)?{WORD}")
_ITS = re.compile(r"(?:^|,\sand\s)(?:its|their)\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_FIGURE_BEHIND = re.compile(r"\s(?:of|with)\s(?:[a-z]+\s){0,2}")
_DIGITS = re.compile(r"\d+")
_UMBRELLA = re.compile(r"\bpart\sof\s(?:the|an?)\s(?:[^\s,;.]+\s){0,7}$")
_LINE_ENDS = tuple(
    CuedPattern(
        rf"\b{first}\s(?:the\s)?{NAME}(?:(?:(?!\s{last}\s)[^;:.])*\s{last}\s(?:the\s)?{NAME})?\s(?:border\s)?$", first
    )
    for first, last in (("from", "to"), ("between", "and"))
)
_UNIT_REACH = 2  # letters between "15 MW" and "plant"
_MOST = 60  # nouns of one sentence: more make no sentence, and each is weighed against the others


def _unit_before(sentence: Sentence, start: int) -> str | None:
    """Return the unit of the capacity that stands before a noun: of "the 15 MW plant", MW."""
    return next((each.unit for each in find_capacities(sentence) if 0 < start - each.end <= _UNIT_REACH), None)


def find_heads(sentence: Sentence) -> list[Head]:
    """Return the head nouns of a sentence, in order; nouns that leave the kind open only where they say more."""
    text = sentence.text
    found: list[Head] = []
    for match in islice(find_by_first_word(sentence, head_words(), head_pattern), _MOST):
        noun = read_head_noun(match)
        if _is_no_work(text, match, noun) or (found and _says_no_more(text, match, noun, found[-1])):
            continue
        if found and _replaces(text, match, noun, found[-1]):
            found.pop()
        kind = noun.kind
        if kind is None and not _ITS.search(text[: match.start()]):  # "its corridor" is of the kind named before
            unit = _unit_before(sentence, match.start())
            kind = kind_by_clue(
                text, match.start(), found, linear=noun.linear, looks_on=not noun.needs_figure, unit=unit
            )
        found.append(
            Head(
                text=match[0],
                start=match.start(),
                end=match.end(),
                kind=kind,
                linear=noun.linear,
                is_part=noun.is_part,
                is_plural=match[0].lower().endswith("s") and match[0].lower() not in head_nouns(),
                is_open=noun.kind is None,
                is_service=noun.is_service,
            )
        )
    found += [*find_stretches(sentence, found), *find_bare_works(sentence, found), *find_titles(sentence, found)]
    found += [*find_measured_chains(sentence), *find_ellipses(sentence, sorted(found, key=lambda head: head.start))]
    return sorted(found, key=lambda head: head.start)


def _is_no_work(text: str, match: re.Match[str], noun: HeadNoun) -> bool:
    """Tell whether a noun stands for no work of this text: a mere modifier, a firm, what stands already, a goal."""
    start, end = match.span()
    left = max(0, start - HEAD_REACH)
    is_capital = match[0][0].isupper()
    return bool(
        _MODIFIED.match(text, end)
        or _EXISTING.search(text, left, start)
        or (" into " in text[end:] and _BECOMES.search(text, left, start))  # "turn a railway into a metro line"
        or (noun.kind in (Kind.PORT, Kind.AIRPORT) and _GOAL.search(text, left, start))  # "a way to the port of A"
        or (match[0].startswith("Sea ") and _SEA.search(text, left, start))
        or _is_firm(text, match)
        or (noun.is_service and start and is_capital)
        or _ASIDE.match(text, 0, start)
        or (not noun.is_service and _ACCESS.search(text, 0, start))
        or (is_capital and (_LONGER_NAME.match(text, end) or _is_end(text, start)))
        or (noun.kind is None and not _says_more(text, match, noun.linear))
    )


def _says_no_more(text: str, match: re.Match[str], noun: HeadNoun, before: Head) -> bool:
    """Tell whether a noun is a part, the sum or another word of what the head before it names."""
    start, end = match.span()
    is_part = _PARTS.search(text, max(0, start - HEAD_REACH), start) and not _SITE_BEHIND.match(text, end)
    return bool(
        text[start - 1 : end + 1] == f"({match[0]})"  # "bus rapid transit (BRT)"
        or is_part  # "a treatment facility with a power unit"
        or (noun.kind is None and _BESIDE.fullmatch(text, before.end, start))  # "highway corridor"
        # "the works are part of the third phase of the A Transport Project"
        or (match[0].lower().endswith("project") and _UMBRELLA.search(text, max(0, start - HEAD_REACH), start))
    )


def _replaces(text: str, match: re.Match[str], noun: HeadNoun, before: Head) -> bool:
    """Tell whether the head before only tells a noun more closely: "a stretch of road", "the A airport road"."""
    is_stretch = noun.linear and before.is_open and _STRETCH_OF.fullmatch(text, before.end, match.start())
    return noun.kind is not None and bool(is_stretch or _is_modifier(text, before, match.start()))


def _is_modifier(text: str, head: Head, stop: int) -> bool:
    """Tell whether a head noun only tells the one at an offset more closely: "the A Dam hydropower plant"."""
    return text[head.end : stop] == " " and head.kind is not None and not (head.is_open or head.is_plural)


def _is_firm(text: str, match: re.Match[str]) -> bool:
    """Tell whether a capitalised plural ends the name of a firm: "TAV Airports", "led by A Airports"."""
    if match[0] in ("Ports", "Airports") and not _TWO_NAMES.search(text, 0, match.start()):
        return True
    if not match[0][0].isupper():
        return False
    is_plural = match[0].endswith("s")
    return bool(_OWNED.search(text, 0, match.start()) or (is_plural and _FIRM.search(text, 0, match.start())))


def _is_end(text: str, start: int) -> bool:
    """Tell whether the noun at an offset belongs to the end of a line: "between the A Interchange and the B Tunnel"."""
    before = text[max(0, start - HEAD_REACH) : start]
    return any(pattern.search(before) for pattern in _LINE_ENDS)


def _says_more(text: str, match: re.Match[str], linear: bool) -> bool:
    """Tell whether ends, a chain or a figure stands at a noun that leaves its kind open."""
    before = text[max(0, match.start() - HEAD_REACH) : match.start()]
    if linear:
        return bool(
            chains_before(text, 0, match.start())
            or chains_behind(text, match.end(), len(text))
            or _ENDS_BEHIND.match(text, match.end())
        )
    figures = find_at([figure.start() for figure in _DIGITS.finditer(before)], before, capacity_pattern())
    has_figure = any(not before[figure.end() :].strip(" -") for figure in figures)
    behind = _FIGURE_BEHIND.match(text, match.end())
    has_figure = has_figure or bool(behind and capacity_pattern().match(text, behind.end()))
    if read_head_noun(match).needs_figure:
        return has_figure
    if match[0].islower() and _NAMED_PLANT.search(before) and capacity_pattern().search(text):
        return True
    return has_figure or bool(_INDEFINITE.search(before) and _SITE_BEHIND.match(text, match.end()))
