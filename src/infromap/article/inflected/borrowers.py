"""Who borrows in Russian and Kazakh: "Заёмщик – A", "A получит кредит", "кредит компании «A»", "A несие алады"."""

import re
from functools import cache

from infromap.article.inflected.words import any_stem, grammar
from infromap.article.names import WORD

_WHO = rf"(?P<who>[«\"“][^»\"”]{{2,60}}[»\"”]|{WORD}(?:[\s-]{WORD}){{0,4}})"


def find_inflected_borrower(plain: str, language: str) -> tuple[int, int] | None:
    """Return where the name of the borrower stands in a sentence in plain letters, or None; quotes are left off."""
    for pattern in _patterns(language):
        match = pattern.search(plain)
        if match:
            start, end = match.span("who")
            is_quoted = plain[start] in '«"“'
            return (start + 1, end - 1) if is_quoted else (start, end)
    return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = grammar(language)["borrower"]
    loan, firm = any_stem(words["loans"]), any_stem(words["firms"])
    return (
        re.compile(rf"(?i:{any_stem(words['borrowers'])})\s(?:[–—-]|{any_stem(words['is'])})\s(?:{firm}\s)?{_WHO}"),
        re.compile(rf"^(?:{firm}\s)?{_WHO}\s(?:\S+\s){{0,2}}?{any_stem(words['gets'])}\s[^.;]{{0,90}}?{loan}"),
        re.compile(rf"{loan}\s{firm}\s{_WHO}"),
        re.compile(rf"^{_WHO}(?:\s\S+){{0,12}}?\s{loan}\s{any_stem(words['takes'])}"),
    )
