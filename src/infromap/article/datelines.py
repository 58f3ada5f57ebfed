"""The dateline before the first sentence: "ASTANA —", "Kigali, Rwanda, 16 November 2017 –", "Baku / 24.11.17 /"."""

import re

from infromap.article.head import read_headline
from infromap.article.patterns import CuedPattern
from infromap.article.vocabulary import UPPER

_DATELINE = re.compile(
    rf"\s*(?:[{UPPER}][{UPPER}' .-]{{2,40}}(?:,\s[{UPPER}][\w ]{{2,30}})?"
    r"(?:[.,]\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s(?:19|20)\d\d)?\b)?"
    r"(?:\s\([^)]{4,40}\))?\s?(?:[.:]\s(?:[A-Z][a-z]{2}\.?\s\d{1,2}\s[-–—]\s)?|[-–—]{1,2}\s|\.\s)"
    rf"|[{UPPER}]\w+\s/\s\d\d\.\d\d\.\d\d(?:\d\d)?\s/"
    # "АСТАНА, 5 марта 2024 года – Агентство."
    rf"|[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?[,.]\s(?:\d{{4}}\s\w+\s)?\d{{1,2}}\s[а-яәғқңөұүһі]{{3,10}}"
    r"(?:\s(?:19|20)\d\d(?:\s(?:года|г\.|ж\.))?)?(?:,?\s[/(][^/)]{2,40}[/)])?[,.]?\s?[-–—]\s"
    r"(?:(?:[A-ZА-Я][\w.]+\s?){1,3}[.:]\s)?)"
)
_REACH = 240  # letters: no dateline is longer
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s(?:19|20)\d\d)?"
_TOWN = rf"[{UPPER}][\w'’.]+(?:[\s-](?:(?:de|del|d['’]|la|el|e|es|ul)[\s-]?)?[{UPPER}][\w'’.]+){{0,3}}"
_NO_TOWN = r"(?:On|In|Since|From|By|Until|After|Before|Published|Updated|Posted)\b"
_DATED = CuedPattern(  # in small letters a dateline is known by its day: "Shanghai, 3 November 2021. "
    rf"\s*(?!{_NO_TOWN}){_TOWN}(?:(?:,\s|/|\s\(){_TOWN}\)?){{0,2}},?\s\(?{_DAY}\)?"
    r"(?:\s\([^)]{2,40}\))?\s?(?:[.:]?\s?[-–—]{1,2}\s|[.:]\s|\n)",
    *_MONTHS,
)
_OPENER = r"(?:The|A|An|In|On|At|For|After|With|It|More|Two|Three|Four|Five|Six)\s"  # of a sentence, and of no name
# "Islamabad — The …"
_UNDATED = CuedPattern(rf"\s*{_TOWN}(?:(?:,\s|/){_TOWN})?\s[–—]\s(?={_OPENER}|[\"“])", "–", "—")


def find_dateline(text: str, start: int) -> tuple[int, int]:
    """Return where the dateline begins and ends, at ``start`` or below a headline; an empty stretch without one."""
    for begin in (start, read_headline(text, start)[1]):
        first = text[begin : begin + _REACH]
        match = _DATELINE.match(first) or _DATED.match(first) or _UNDATED.match(first)
        if match:
            return begin, begin + match.end()
    return start, start
