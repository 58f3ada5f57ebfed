"""People with their roles in Russian and Kazakh: "министр энергетики A B", "Көлік министрі A B", "A B, глава банка"."""

import re
from functools import cache
from typing import NamedTuple

from infromap.article.inflected.words import any_stem, grammar, stems
from infromap.article.names import WORD

_GIVEN = rf"(?:{WORD}(?:-{WORD})*|[А-ЯЁӘҒҚҢӨҰҮҺІ]\.(?:\s?[А-ЯЁӘҒҚҢӨҰҮҺІ]\.)?)"
_PARTICLE = r"(?:(?:аль|эль|ад|ас|аш)-|(?:бин|ибн|оглы|де|ван|фон)\s)?"
_RUN = rf"{_GIVEN}(?:\s{_PARTICLE}{WORD}(?:-{WORD})*){{1,4}}"
_ROLE_REACH = 130  # letters between a Russian role and the name that it is a role of
_MOST_WORDS = 3  # of a name
_SHORT = 5  # letters: a name of so few is not bent
# Of a man's role, given name and surname in a case, the given name's base ending, and the case's.
_CASES = (
    ("[аяы]$", (("а", ""), ("я", "й")), "(?:а|я)$"),
    ("(?:[ое]м|главой)$", (("ом", ""), ("ем", "й")), "(?:ым|ом|ем)$"),
    ("(?:[ую]|главе)$", (("у", ""), ("ю", "й")), "(?:у|ю)$"),
)
_RANK = re.compile(r"(?:[ыи]й|ая|ого|его|[ыи]м|(?<!глав)ой|ому)$")  # "первый", "генеральным"
# A woman's names, whatever the case.
_HERS = (("ии", "ия"), ("ки", "ка"), ("ги", "га"), ("ши", "ша"), ("ы", "а"), ("ой", "а"), ("ей", "я"), ("е", "а"))
_HER_SURNAME = re.compile(r"(?:[ое]в|ин|ын)(?P<end>ой|у)$")
_SURNAME = re.compile(r"(?:[ое]в|ин|ын)(?:а|я|ым|ом|ем|у|ю)$")  # it bends whoever bears it
_NOMINATIVE = re.compile(r"(?:[бвгдзкнпрстфхцчшщ]|(?<![оеы])м|тель)$")  # "заместитель", "министр"


class FoundPerson(NamedTuple):
    """Somebody; offsets count from the start of the sentence. ``name`` is the base form."""

    name: str
    role: str | None
    start: int
    end: int


def find_inflected_people(text: str, plain: str, language: str) -> list[FoundPerson]:
    """Return who is named with a role in a sentence, in order; and who speaks, without one."""
    found: list[FoundPerson] = []
    for run in re.finditer(_RUN, plain):
        span = _name_span(run, plain, language)
        if span is None:
            continue
        start, end = span
        edge = max(found[-1].end if found else 0, start - _ROLE_REACH)
        role = _role_before(text, edge, plain[edge:start], language) or _role_behind(text, plain, end, language)
        if role or _speech(language).match(plain, end):
            found.append(FoundPerson(_base(text[start:end], plain[start:end], role, language), role, start, end))
    return found


def _name_span(run: re.Match[str], plain: str, language: str) -> tuple[int, int] | None:
    """Return the part of some capitalised words that may be a person's name: the last two or three."""
    words = [(run.start() + word.start(), word[0]) for word in re.finditer(r"\S+", run[0])]
    never = _no_person(language)
    while words and (never.fullmatch(words[-1][1]) or (language == "kk" and _located().search(words[-1][1]))):
        words.pop()
    if language == "kk" and words and _area_behind().match(plain, words[-1][0] + len(words[-1][1])):
        words.pop()  # "Президент A B Бұхара облысында"
    cut = max((number + 1 for number, (_, word) in enumerate(words) if never.fullmatch(word)), default=0)
    words = words[cut:][-_MOST_WORDS:]
    if language == "ru" and len(words) == _MOST_WORDS and re.search(r"[ая]$", words[0][1]):
        words = words if re.search(r"[ая]$", words[1][1]) else words[1:]  # "глава Росатома A B"
    if len(words) < 2 or any(word.isupper() and "." not in word for _, word in words):
        return None
    start, last = words[-1]
    return words[0][0], start + len(last)


def _role_before(text: str, edge: int, before: str, language: str) -> str | None:
    """Return the role that ends where a name begins, with what it is a role of."""
    clause = re.split(r"[.;:]\s|,\s(?!первый|вице)", before)[-1]
    begin = _kazakh_role(clause) if language == "kk" else _russian_role(clause)
    if begin is None:
        return None
    role = text[edge + len(before) - len(clause) + begin : edge + len(before)].strip()
    return re.sub(r"^(?:и|мен|пен|бен|және)\s", "", role)


def _russian_role(clause: str) -> int | None:
    edge = max((match.end() - 1 for match in _verb().finditer(clause)), default=0)
    words = r"(?:\s(?:[–—-]\s)?(?:и\s)?[«\"]?[\w-]+[»\"]?){0,10}"
    match = re.search(
        rf"(?:[\w-]+(?:[ыио]й|[ое]го|ая|ым)\s)?(?<!во\s){_roles('ru')}{words}\s$", clause[edge:], re.IGNORECASE
    )
    return edge + match.start() if match else None


def _kazakh_role(clause: str) -> int | None:
    """Return where the words begin that end with a role right before a name: "Азия даму банкінің президенті"."""
    match = re.search(rf"(?:[\w«»\"-]+\s){{0,6}}?{_roles('kk')}\s$", clause, re.IGNORECASE)
    if match is None:
        return None
    begin = match.start()
    for word in re.finditer(r"[\w-]+(?:[дт][ае]|нда|нде|ған|ген|[дт][ыі]|мен|на|не|ға|ге|қа|ке|лы)\s", match[0]):
        if not re.fullmatch(_roles("kk"), word[0].strip(), re.IGNORECASE):
            begin = match.start() + word.end()
    return begin


def _role_behind(text: str, plain: str, end: int, language: str) -> str | None:
    """Return the role of "A B, министр энергетики Казахстана"."""
    match = _behind(language).match(plain, end)
    return text[match.start("role") : match.end("role")] if match else None


def _base(name: str, plain: str, role: str | None, language: str) -> str:
    """Return a name without the endings of its case, where its words and its role bend alike."""
    words = plain.split(" ")
    if language == "kk":
        bent = re.search(r"(?:мен|бен|пен|ның|нің|дың|дің|тың|тің)$", plain)
        return name[: bent.start()] if bent and len(words[-1]) > _SHORT else name
    match = re.search(_roles("ru"), role or "", re.IGNORECASE)
    office = next((word for word in match[0].split() if not _RANK.search(word)), "") if match else ""
    if len(words) != 2 or _NOMINATIVE.search(office):
        return name
    hers = _HER_SURNAME.search(words[1])
    given_name = next((words[0].removesuffix(end) + base for end, base in _HERS if words[0].endswith(end)), None)
    if hers and given_name:
        return f"{given_name} {words[1][: hers.start('end')]}а"
    for of_role, given, of_surname in _CASES:
        is_bent = _SURNAME.search(words[1]) or re.search(of_role, office)
        ending = next((each for each in given if words[0].endswith(each[0])), None)
        surname = re.search(of_surname, words[1])
        if is_bent and ending and surname:
            return f"{words[0].removesuffix(ending[0])}{ending[1]} {words[1][: surname.start()]}"
    return name


@cache
def _behind(language: str) -> re.Pattern[str]:
    role = rf"(?:[\w-]+\s){{0,2}}?{_roles(language)}(?:\s[\w«»\"-]+){{0,6}}?"
    return re.compile(rf",\s(?P<role>{role})(?=[,.;)]|\s[–—]|$)")


@cache
def _roles(language: str) -> str:
    return any_stem(grammar(language)["roles"]["words"])


@cache
def _speech(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{stems(grammar(language)['roles']['speech'])})", re.IGNORECASE)


@cache
def _located() -> re.Pattern[str]:
    return re.compile(r"(?:[дт][ае]|[дт][ае]ғ[ыі])$")


@cache
def _area_behind() -> re.Pattern[str]:
    return re.compile(rf"\s{any_stem(stem for stem, _ in grammar('kk')['areas']['behind'])}")


@cache
def _no_person(language: str) -> re.Pattern[str]:
    countries = [word for words in grammar(language)["countries"].values() for word in words]
    roles = [f"{word[:1].upper()}{word[1:]}" for word in grammar(language)["roles"]["words"] if " " not in word]
    return re.compile(any_stem([*grammar(language)["never"]["places"], *countries, *roles]))


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(r"\s\w+(?:ил|ал|ел|ила|ала|или|али|ают|яют|ает|яет|ит|ят)(?:ся|сь)?\s")
