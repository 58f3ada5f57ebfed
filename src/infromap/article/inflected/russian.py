"""Where a Russian sentence says that things are: "в A и B", "из A в B", "через A", "в Навоийской области"."""

import re
from functools import cache

from infromap.article.inflected.names import base_form, is_adjective, is_known, is_no_place
from infromap.article.inflected.phrases import PLACE_NAME, Item, Phrase, Relation, Scene
from infromap.article.inflected.titles import ADJECTIVE_END, name_work, titled_behind
from infromap.article.inflected.words import any_stem, grammar, stems

_NAME = re.compile(PLACE_NAME)
_OPENING = ("«", '"', "“", "„")
_LENGTH = ("км ", "километр")  # "в 100 км от A" is near A, "100 км от A до B" is a course
_LOWER_ADJECTIVE = re.compile(r"[а-яё]+ск(?:ого|ому|им|ом|ой|ую|ий|ая)\s(?=[А-ЯЁ])")  # "до киргизского A"
_CLOSING = ("»", '"', "”", "-")
_SEPARATOR = re.compile(r"[»\"”]?(?:,\s|,?\s(?:и|или|а также)\s)(?:(?P<preposition>в|во|на|под|через)\s)?")
_UP_TO = re.compile(r"[»\"”]?(?:\s(?:[а-яё-]+\s){0,3}?(?:в|к|ко|до)\s|\s?[^.;:]{0,90}?\sдо\s)")
_AND = re.compile(r"[»\"”]?\s(?:и|с|со)\s")
_REGION_BEHIND = re.compile(r"[»\"”]?(?:,?\s\(?(?:в\s|на\s)?)")


def find_phrases(scene: Scene) -> list[Phrase]:
    """Return what a sentence says of places, in order; one that holds another comes first."""
    found: list[Phrase] = []
    for match in _prepositions().finditer(scene.sentence.plain):
        relation, case = _preposition(match[1].lower())
        is_length = match[1].lower().startswith(_LENGTH)
        phrase = _read_ends(scene, match, case) if relation is Relation.ENDS or is_length else None
        if relation is not Relation.ENDS and phrase is None:
            phrase = _read_list(scene, match.start(), match.end(), relation, case)
        is_within = phrase and any(each.start <= phrase.start < each.end for each in found)
        if phrase and (not is_within or relation is Relation.VIA):
            found.append(phrase)
    return found


def read_name_of(scene: Scene, start: int, end: int) -> Phrase | None:
    """Return the name that stands in the genitive or as it is right behind a noun: "аэропорта Балхаша"."""
    return _read_list(scene, start, end, Relation.OF, "genitive")


def _read_list(scene: Scene, start: int, at: int, relation: Relation, case: str) -> Phrase | None:
    regions = _read_shared_areas(scene, at)
    if regions:
        return Phrase(start, regions[-1].end, relation, regions)
    items: list[Item] = []
    edge = at
    if _on_river().match(scene.sentence.plain, start):
        return None
    while item := _read_item(scene, edge, case):
        items.append(item)
        separator = _SEPARATOR.match(scene.sentence.plain, item.end)
        if separator is None or not _goes_on(separator, scene.sentence.plain, start):
            break
        edge = separator.end()
    if not items:
        return None
    region = None if items[-1].is_region else _read_region_behind(scene, items[-1].end)
    return Phrase(start, region.end if region else items[-1].end, relation, tuple(items), region)


def _goes_on(separator: re.Match[str], plain: str, start: int) -> bool:
    """Tell whether a list goes on: "в A и в B" does; "под A, в B" says more exactly where in another phrase."""
    preposition = separator["preposition"]
    return preposition is None or plain[start : start + len(preposition)].lower() == preposition


def _read_ends(scene: Scene, match: re.Match[str], case: str) -> Phrase | None:
    first = _read_item(scene, match.end(), case)
    if first is None or first.is_region:
        return None
    preposition = match[1].lower().split()[-1]
    is_pair = preposition not in ("от", "из", "с", "со")
    region = _read_region_behind(scene, first.end)
    link = (_AND if is_pair else _UP_TO).match(scene.sentence.plain, region.end if region else first.end)
    if link is None:
        return None
    word = link[0].split()[-1]
    case = {"до": "genitive", "в": "accusative", "к": "dative", "ко": "dative"}.get(word, case)
    second = _read_item(scene, link.end(), "instrumental" if word in ("с", "со") else case)
    if second is None or second.is_region:
        return None
    return Phrase(match.end() - len(preposition) - 1, second.end, Relation.ENDS, (first, second))


def _read_item(scene: Scene, at: int, case: str) -> Item | None:
    """Return the name that begins at an offset, with its type word if it is a region's."""
    plain = scene.sentence.plain
    area = _area_before().match(plain, at)
    typed = None if area else _town_before().match(plain, at)
    praise = None if area or typed else _LOWER_ADJECTIVE.match(plain, at)
    edge = next((each.end() for each in (area, typed, praise) if each), at)
    start = edge + (plain[edge : edge + 1] in _OPENING)
    match = _NAME.match(plain, start)
    if match is None:
        return None
    words = [start + word.end() for word in re.finditer(r"[^ \u00a0]+", match[0])]
    for stop in reversed(words):
        item = _read_words(scene, start, stop, case)
        if item and (stop == words[0] or item.is_region or typed or is_known(item.name, scene.setting)):
            break
    else:
        return None
    if plain[start - 1 : start] in _OPENING and plain[item.end : item.end + 1] not in _CLOSING:
        return None  # the first word of a title
    if scene.is_taken(item.start, item.end) or scene.is_person(plain[item.start : item.end]):
        return None
    if area and not item.is_region:
        return Item(f"{_area_noun(area[1])} {item.name}", area.start(), item.end, is_region=True)
    return item


def _read_words(scene: Scene, start: int, stop: int, case: str) -> Item | None:
    """Read some words as a name: as a region's adjective, as a work's, or as a town's name."""
    plain, text = scene.sentence.plain, scene.sentence.text
    shown = plain[start:stop]
    if is_no_place(shown, scene.setting):
        return None
    last = re.split(r"[ \u00a0]", shown)[-1]
    if is_adjective(last) and last != shown:
        return None  # "Отар Жамбылской": the region's name begins behind the town's
    if not is_adjective(last):
        return Item(base_form(text[start:stop], shown, case, scene.setting), start, stop)
    area = _area_behind().match(plain, stop)
    if area:
        return _area_item(scene, start, stop, area)
    work = _acronym_behind().match(plain, stop) or titled_behind().match(plain, stop)
    if work:
        return name_work(scene, start, stop, (stop, work.end()))
    if _organisation_behind().match(plain, stop):
        return None
    base = base_form(text[start:stop], shown, case, scene.setting)
    return Item(base, start, stop) if base != text[start:stop] and is_known(base, scene.setting) else None


def _read_shared_areas(scene: Scene, at: int) -> tuple[Item, ...]:
    """Return the regions of "в Навоийской и Бухарской областях"."""
    match = _shared_areas().match(scene.sentence.plain, at)
    if match is None:
        return ()
    area = _area_behind().match(scene.sentence.plain, match.end("list"))
    names = re.finditer(r"\w+(?:-\w+)*(?=,|\s|$)", match["list"])
    spans = [(at + name.start(), at + name.end()) for name in names if name[0][0].isupper()]
    return tuple(_area_item(scene, start, stop, area)._replace(end=stop) for start, stop in spans if area)


def _read_region_behind(scene: Scene, at: int) -> Item | None:
    """Return the region of "в городе Конаев Алматинской области", "в Оше (Ошская область)"."""
    link = _REGION_BEHIND.match(scene.sentence.plain, at)
    item = _read_item(scene, link.end(), "genitive") if link else None
    return item if item and item.is_region else None


def _area_item(scene: Scene, start: int, stop: int, area: re.Match[str]) -> Item:
    noun, ending = _area(area[1])
    name = scene.sentence.text[start:stop]
    base = ADJECTIVE_END.sub(ending, name)
    return Item(f"{base} {noun}", start, area.end(), is_region=noun not in grammar("ru")["areas"]["small"])


def _area(word: str) -> tuple[str, str]:
    """Return the base form of a region's type word and the ending of an adjective before it."""
    for stem, noun, ending in grammar("ru")["areas"]["behind"]:
        if re.fullmatch(stems([stem]), word, re.IGNORECASE):
            return noun, ending
    return word, "ая"


def _area_noun(word: str) -> str:
    return next(
        str(noun) for stem, noun in grammar("ru")["areas"]["before"] if re.fullmatch(stems([stem]), word, re.IGNORECASE)
    )


def _preposition(word: str) -> tuple[Relation, str]:
    for relation, table in grammar("ru")["prepositions"].items():
        for stem, case in table:
            if re.fullmatch(stems([stem]), word):
                return Relation(relation), case
    return Relation.IN, "prepositional"


@cache
def _prepositions() -> re.Pattern[str]:
    words = [word for table in grammar("ru")["prepositions"].values() for word, _ in table]
    return re.compile(rf"(?<![\w-])({stems(words)})\s", re.IGNORECASE)


@cache
def _on_river() -> re.Pattern[str]:
    """Return the pattern of a river that something stands on: towns have another preposition."""
    return re.compile(rf"[Нн]а\s{any_stem(grammar('ru')['never']['rivers'])}")


@cache
def _town_before() -> re.Pattern[str]:
    adjective = r"\w+(?:ом|ем|ой|ей|[иы]х|[ое]го|[ыи]й|ая|ую|[ыи]м)"
    number = any_stem(grammar("ru")["numbers"])
    return re.compile(
        rf"(?:(?:{adjective}|{number})\s)?(?:{any_stem(grammar('ru')['areas']['towns'])}\.?\s(?:[–—-]\s)?)+"
    )


@cache
def _area_before() -> re.Pattern[str]:
    return re.compile(rf"({any_stem(stem for stem, _ in grammar('ru')['areas']['before'])})\s")


@cache
def _area_behind() -> re.Pattern[str]:
    return re.compile(rf"\s({any_stem(stem for stem, *_ in grammar('ru')['areas']['behind'])})")


@cache
def _shared_areas() -> re.Pattern[str]:
    adjective = r"[А-ЯЁ][\w-]*[сц]к(?:ой|ом|ого|их|ую|ая|ий)"
    areas = any_stem(stem for stem, *_ in grammar("ru")["areas"]["behind"])
    return re.compile(rf"(?P<list>{adjective}(?:,\s{adjective})*(?:,?\s(?:и|а\sтакже)\s{adjective}))\s{areas}")


@cache
def _acronym_behind() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(grammar('ru')['areas']['works'])})(?:-\d)?(?!\w)")


@cache
def _organisation_behind() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[а-яё]+\s)?{any_stem(grammar('ru')['never']['organisations'])}")
