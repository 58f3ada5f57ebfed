"""Where a Kazakh sentence says that things are, by the endings of its names: "A мен B қалаларында", "A арқылы"."""

import re
from functools import cache
from itertools import pairwise

from infromap.article.inflected.names import base_form, is_known, is_no_place
from infromap.article.inflected.phrases import PLACE_NAME, Item, Phrase, Relation, Scene
from infromap.article.inflected.words import any_stem, grammar, stems

_SEPARATOR = re.compile(r"[»\"”]?(?:,\s|\s(?:мен|пен|бен|және)\s)[«\"“]?(?=\w)")
# Behind "A-дан": so many kilometres away.
_AWAY = re.compile(r"\s(?:\w+\s){0,2}\d+(?:,\d+)?\s(?:км|шақырым)\s(?:жерде\w*|қашықтық\w*)")
_PLURAL = re.compile(r"\s\w+[лдт][ае]р\w*$")
_NUMBER = re.compile(r"-\d")  # "A-1"
_REGION_NEAR = 40  # letters between a region and the place in it


def find_phrases(scene: Scene) -> list[Phrase]:
    """Return what a sentence says of places, in order."""
    lists = _read_lists(scene)
    ends = [end for first, second in pairwise(lists) if (end := _as_ends(scene, first, second))]
    within = [each for each in lists if not any(end.start <= each[0].start < end.end for end in ends)]
    phrases = [phrase for each in within if (phrase := _with_relation(scene, each))]
    return _with_regions(sorted([*ends, *phrases], key=lambda phrase: phrase.start), scene.sentence.plain)


def _read_lists(scene: Scene) -> list[tuple[Item, ...]]:
    """Return the names of a sentence, those that are listed together as one."""
    found = []
    edge = 0
    while match := _name().search(scene.sentence.plain, edge):
        edge = match.start() + len(match[0].split(" ")[0])
        items = []
        while item := _read_item(scene, match):
            items.append(item)
            edge = item.end
            separator = _SEPARATOR.match(scene.sentence.plain, edge)
            following = _name().match(scene.sentence.plain, separator.end()) if separator else None
            if following is None:
                break
            match = following
        if items:
            found.append(tuple(_share_type(items, scene.sentence.plain)))
    return found


def _read_item(scene: Scene, match: re.Match[str]) -> Item | None:
    """Return a name with the type word behind it, both without their endings."""
    plain, text = scene.sentence.plain, scene.sentence.text
    country_part = _country_part().match(plain, match.start())
    if country_part:
        noun = text[country_part.end("name") : country_part.end("noun")]
        name = text[country_part.start() : country_part.end("name")]
        return Item(f"{name}{noun}", country_part.start(), country_part.end(), is_region=True)
    start, stop = _name_span(match, scene)
    shown = plain[start:stop]
    if scene.is_taken(start, stop) or scene.is_person(text[start:stop]) or is_no_place(shown, scene.setting):
        return None
    if _waters().match(plain, stop):
        return None
    area = _area_behind().match(plain, stop)
    if area:
        base, is_region = _area(area[1])
        if not base:
            return Item(text[start:stop], start, area.end())
        is_base = area[1].startswith(base)
        shown = text[area.start(1) : area.start(1) + len(base)] if is_base else base
        return Item(f"{text[start:stop]} {shown}", start, area.end(), is_region=is_region)
    number = _NUMBER.match(plain, stop)
    if number:
        return Item(text[start : number.end()], start, number.end())
    name = base_form(text[start:stop], shown, "any", scene.setting)
    is_bent = name != text[start:stop]
    if start == 0 and not is_known(name, scene.setting) and not (is_bent and _in_a_place().search(shown)):
        return None
    return Item(name, start, stop)


def _name_span(match: re.Match[str], scene: Scene) -> tuple[int, int]:
    """Return the first name among some capitalised words: "Қырғызстанның Шу" holds a country before it.

    It ends with the first word that says where, "Астанада Азия", and before an acronym.
    """
    words = [(match.start() + word.start(), word[0]) for word in re.finditer(r"[^ \u00a0]+", match[0])]
    while len(words) > 1 and (is_no_place(words[0][1], scene.setting) or _of_a_place().search(words[0][1])):
        words = words[1:]
    people = [name.split(" ") for name in scene.setting.people]
    first = next(
        (len(name) for name in people if len(name) > 1 and [word for _, word in words[: len(name)]] == name), 0
    )
    words = words[first:] or words
    if match.start() == 0 and len(words) > 1 and not _parting().search(words[0][1]):
        whole = " ".join(word for _, word in words)
        words = words if is_known(whole, scene.setting) else words[1:]  # a capital because it opens the sentence
    for number, (_, word) in enumerate(words):
        if number and word.isupper():
            words = words[:number]
            break
        if _parting().search(word) and not is_known(match[0], scene.setting):
            words = words[: number + 1]
            break
    start, last = words[-1]
    return words[0][0], start + len(last)


def _share_type(items: list[Item], plain: str) -> list[Item]:
    """Give all names of "A мен B облыстары", "A мен B аудандары" the type word of the last."""
    last = items[-1]
    _, _, noun = last.name.rpartition(" ")
    if not (last.is_region or (_is_district(last) and _PLURAL.search(plain[last.start : last.end]))):
        return items
    return [
        each
        if " " in each.name or each.is_region
        else each._replace(name=f"{each.name} {noun}", is_region=last.is_region)
        for each in items
    ]


def _with_relation(scene: Scene, items: tuple[Item, ...]) -> Phrase | None:
    """Tell by the ending of the last word, or the word behind it, what a list of names says."""
    plain = scene.sentence.plain
    start, end = items[0].start, items[-1].end
    last = plain[start:end]
    for word, relation in grammar("kk")["postpositions"].items():
        behind = re.compile(rf"[»\"”]?\s(?:\w+\s)?(?:{stems([word])})(?!\w)").match(plain, end)
        if behind:
            return Phrase(start, behind.end(), Relation(relation), items)
    away = _AWAY.match(plain, end) if _from_a_place().search(last) else None
    if away:
        return Phrase(start, away.end(), Relation.IN, items)
    if _in_a_place().search(last):
        return Phrase(start, end, Relation.IN, items)
    return Phrase(start, end, Relation.OF, items)


def _as_ends(scene: Scene, first: tuple[Item, ...], second: tuple[Item, ...]) -> Phrase | None:
    """Return the ends of "A-дан B-ға дейін"; the first in the ablative, the second in the dative."""
    plain = scene.sentence.plain
    between = plain[first[-1].end : second[0].start]
    if len(first) != 1 or len(second) != 1 or not re.fullmatch(r"\s(?:\w+\s){0,2}", between):
        return None
    is_from = _from_a_place().search(plain[first[0].start : first[0].end])
    to = re.compile(r"(?:ға|ге|қа|ке|на|не)\s(?:дейін|баратын|апаратын|шейін)\w*").match(plain, second[0].end - 2)
    return Phrase(first[0].start, to.end(), Relation.ENDS, (first[0], second[0])) if is_from and to else None


def _with_regions(phrases: list[Phrase], plain: str) -> list[Phrase]:
    """Let a region or a district that stands right before a place say where the place lies."""
    kept: list[Phrase] = []
    for phrase in phrases:
        before = kept[-1] if kept else None
        is_title = plain[max(0, phrase.start - 1)] in '«"“„'
        if before and not is_title and _lies_in(phrase, before):
            region = before.region or (before.items[0] if before.items[0].is_region else None)
            kept[-1] = phrase._replace(start=before.start, region=region)
        else:
            kept.append(phrase)
    return kept


def _lies_in(phrase: Phrase, before: Phrase) -> bool:
    """Tell whether a phrase names an area right before the place in it."""
    area, place = before.items[0], phrase.items[0]
    is_larger = (area.is_region and not place.is_region) or (_is_district(area) and not _is_district(place))
    return len(before.items) == 1 and is_larger and phrase.start - before.end < _REGION_NEAR


def _is_district(item: Item) -> bool:
    return item.name.endswith(tuple(grammar("kk")["areas"]["small"]))


def _area(word: str) -> tuple[str, bool]:
    """Return the base form of a type word, empty for a town's, and whether it is a region's."""
    for stem, base in grammar("kk")["areas"]["behind"]:
        if re.fullmatch(stems([stem]), word, re.IGNORECASE):
            return base, base not in ("", *grammar("kk")["areas"]["small"])
    return "", False


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){PLACE_NAME}")


@cache
def _area_behind() -> re.Pattern[str]:
    return re.compile(rf"[»\"”]?\s({any_stem(stem for stem, _ in grammar('kk')['areas']['behind'])})")


@cache
def _country_part() -> re.Pattern[str]:
    """Return the pattern of a region that is called a part of its country: "Шығыс Қазақстан облысы"."""
    return re.compile(r"(?P<name>(?:Шығыс|Батыс|Солтүстік|Оңтүстік)\sҚазақстан)(?P<noun>\sоблысы)\w*")


@cache
def _waters() -> re.Pattern[str]:
    return re.compile(rf"\s{any_stem(grammar('kk')['never']['waters'])}")


@cache
def _parting() -> re.Pattern[str]:
    """Return the pattern of a word that ends a name: "Астанада", "Семейден"."""
    endings = grammar("kk")["endings"]
    return re.compile(rf"(?:{'|'.join([*endings['locative'], *endings['ablative']])})$")


@cache
def _from_a_place() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(grammar('kk')['endings']['ablative'])})$")


@cache
def _of_a_place() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(grammar('kk')['endings']['genitive'])})$")


@cache
def _in_a_place() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(grammar('kk')['endings']['locative'])})$")
