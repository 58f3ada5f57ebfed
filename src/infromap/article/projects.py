"""Clusters of mentions become projects, with their sums, financiers, status and quotes."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from infromap.article.borrowers import find_borrower
from infromap.article.dates import DatedWords, find_dates
from infromap.article.inflected.words import LANGUAGES, grammar, stems
from infromap.article.institutions import unique_financiers
from infromap.article.vocabulary import any_of, longest_words, read_table
from infromap.model.project import PlaceMention, PlaceRole, Project

if TYPE_CHECKING:
    from infromap.article.clusters import Cluster
    from infromap.article.mention import Mention
    from infromap.article.sentences import Sentence
    from infromap.model.article import Amount, Financier, Portfolio
    from infromap.model.provenance import Quote

_DATE_REACH = 120  # letters between a status and its date
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_CLAUSE = re.compile(r";\s|,?\s(?:while|whereas|but)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the sentences hold beside the projects, by the sentence's number."""

    financiers: dict[int, list["Financier"]]
    amounts: dict[int, list["Amount"]]
    portfolio: "Portfolio | None"
    country: str | None
    background: frozenset[int]  # sentences that sum up what was done before
    sentences: dict[int, "Sentence"]
    date: str | None  # of the article
    language: str
    others: frozenset[int]  # sentences that speak of works which are no projects here


def make_projects(clusters: Sequence["Cluster"], evidence: Evidence) -> tuple[Project, ...]:
    """Return the projects in the order of the text, with unique ids."""
    ordered = sorted(clusters, key=_principal_start)
    owners = _sentence_owners(ordered)
    projects: list[Project] = []
    taken: set[str] = set()
    for cluster in ordered:
        project_id = _unique(_slug(cluster), taken)
        projects.append(_make_project(cluster, project_id, evidence, owners, is_only=len(ordered) == 1))
    names = Counter(project.name for project in projects)
    return tuple(_tell_apart(project) if names[project.name] > 1 else project for project in projects)


def _tell_apart(project: Project) -> Project:
    """Put the places of a project behind a name that others have as well."""
    places = " – ".join(place.name for place in project.places)
    return replace(project, name=f"{project.name}, {places}") if places else project


def _make_project(
    cluster: "Cluster", project_id: str, evidence: Evidence, owners: dict[int, list["Cluster"]], *, is_only: bool
) -> Project:
    principal = _principal(cluster)
    region = cluster.region
    corridor = next((each.corridor for each in cluster.mentions if len(each.corridor) > 1), ())
    places = cluster.places or corridor or ((region,) if region else ())
    own = [number for number, owning in owners.items() if owning == [cluster]]
    own += [number for number in evidence.amounts if _follows(number, own, owners, evidence)]
    shared = [number for number, owning in owners.items() if cluster in owning]
    amounts = _amounts(evidence, own, is_only=is_only)
    amounts += tuple(
        paired
        for number in shared
        if len(owners[number]) > 1
        for paired in _paired_amount(cluster, number, owners[number], evidence)
    )
    financiers = unique_financiers(
        [each for number in (evidence.financiers if is_only else shared) for each in evidence.financiers[number]]
    )
    status, status_quote = _status(cluster, evidence.language)
    told = [*(sorted(owners) if is_only else own), *(evidence.sentences if is_only else ())]
    sentences = [evidence.sentences[number] for number in dict.fromkeys(told)]
    dates = [each for sentence in sentences for each in find_dates(sentence, evidence.date, evidence.language)]
    status_date = _status_date(dates, status_quote)
    completion = next((each for each in dates if each.is_deadline), None)
    borrower = next((quote for sentence in sentences if (quote := find_borrower(sentence, evidence.language))), None)
    project = Project(
        id=project_id,
        name=_name(cluster, principal),
        kind=cluster.kind,
        linear=any(mention.linear for mention in cluster.mentions),
        places=places,
        around=_around(cluster, places),
        region=region if region not in places else None,
        country=next((mention.country for mention in cluster.mentions if mention.country), None) or evidence.country,
        status=status,
        status_date=status_date.value if status_date else None,
        completion=completion.value if completion else None,
        borrower=borrower.text if borrower else None,
        capacity=cluster.capacity[0] if cluster.capacity else None,
        length_km=cluster.length[0] if cluster.length else None,
        financiers=financiers,
        amounts=amounts,
    )
    more = [status_quote, status_date.quote if status_date else None, borrower]
    if completion:
        more.append(replace(completion.quote, field="completion"))
    return replace(project, quotes=tuple(_quotes(cluster, project, [quote for quote in more if quote])))


def _status_date(dates: Sequence[DatedWords], status: "Quote | None") -> DatedWords | None:
    """Return the date that stands nearest to the status, in its sentence; a deadline is none."""
    if status is None:
        return None
    near = [each for each in dates if not each.is_deadline and abs(each.quote.start - status.start) < _DATE_REACH]
    return min(near, key=lambda each: abs(each.quote.start - status.start), default=None)


def _principal(cluster: "Cluster") -> "Mention":
    """Return the mention that tells most: the first with places, else the first with a figure, else the first."""
    return max(
        cluster.mentions,
        key=lambda each: (bool(each.places), bool(each.capacity or each.length), -each.head.start),
    )


def _name(cluster: "Cluster", principal: "Mention") -> str:
    """Return the words that name it; one of several works named together gets its place behind them."""
    place = cluster.only_place.name if cluster.only_place else ""
    return principal.name if place in principal.name else f"{principal.name}, {place}"


def _principal_start(cluster: "Cluster") -> int:
    return min(mention.head.start for mention in cluster.mentions)


def _sentence_owners(clusters: Sequence["Cluster"]) -> dict[int, list["Cluster"]]:
    owners: dict[int, list[Cluster]] = {}
    for cluster in clusters:
        for number in sorted({mention.sentence.number for mention in cluster.mentions}):
            owners.setdefault(number, []).append(cluster)
    return owners


def _amounts(evidence: Evidence, own: Iterable[int], *, is_only: bool) -> tuple["Amount", ...]:
    """Return the sums of the sentences that speak of this project alone; never a portfolio's total."""
    elsewhere = evidence.others | evidence.background - frozenset(own)
    numbers = [each for each in evidence.amounts if each not in elsewhere] if is_only else sorted(own)
    total = evidence.portfolio.amount if evidence.portfolio else None
    return tuple(each for number in numbers for each in evidence.amounts[number] if each != total)


def _follows(number: int, own: Sequence[int], owners: dict[int, list["Cluster"]], evidence: Evidence) -> bool:
    """Tell whether a sentence without a project says who pays for the one in the sentence before it."""
    is_free = number not in owners and number not in evidence.others and number not in evidence.background
    return is_free and number - 1 in own and bool(evidence.financiers[number])


def _paired_amount(
    cluster: "Cluster", number: int, owning: Sequence["Cluster"], evidence: Evidence
) -> tuple["Amount", ...]:
    """Return the sums that a sentence of several projects pairs with this one.

    It does so where projects and sums alternate, as in "40 million for a hospital and 30 million for a road", or
    where a clause of its own speaks of one project alone. A sum that stands for them together goes to none of them.
    """
    total = evidence.portfolio.amount if evidence.portfolio else None
    amounts = [each for each in evidence.amounts[number] if each != total]
    heads = sorted((_head_start(each, number), each is cluster) for each in owning)
    order = sorted([(start, "project") for start, _ in heads] + [(each.quote.start, "sum") for each in amounts])
    if len(amounts) == len(heads) and all(before != behind for (_, before), (_, behind) in pairwise(order)):
        return tuple(amount for amount, (_, is_own) in zip(amounts, heads, strict=True) if is_own)
    sentence = next(mention.sentence for mention in cluster.mentions if mention.sentence.number == number)
    cuts = [sentence.start, *(sentence.start + cut.end() for cut in _CLAUSE.finditer(sentence.text)), sentence.end]
    for start, stop in pairwise(cuts):
        if [is_own for head, is_own in heads if start <= head < stop] == [True] and len(cuts) > 2:
            return tuple(each for each in amounts if start <= each.quote.start < stop)
    return ()


def _head_start(cluster: "Cluster", number: int) -> int:
    return min(mention.head.start for mention in cluster.mentions if mention.sentence.number == number)


def _around(cluster: "Cluster", places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Return what is gone round where the ends are stated as well."""
    if any(place.role is PlaceRole.AROUND for place in places):
        return ()
    found = [place for mention in cluster.mentions for place in (*mention.around, *mention.places)]
    around = {place.name: place for place in reversed(found) if place.role is PlaceRole.AROUND}
    return tuple(reversed(around.values()))


def _status(cluster: "Cluster", language: str) -> tuple[str | None, "Quote | None"]:
    sentences = {mention.sentence.number: mention.sentence for mention in cluster.mentions}
    for sentence in sentences.values():
        for status, (words, pattern) in _status_patterns(language).items():
            is_there = words is None or not sentence.words.isdisjoint(words)
            if is_there and (match := pattern.search(sentence.plain)):
                return status, sentence.quote("status", match.start(), match.end())
    return None, None


@cache
def _status_patterns(language: str) -> dict[str, tuple[frozenset[str] | None, re.Pattern[str]]]:
    """Return words of each status, of which its sentence has one, and its pattern; of stems there are no such words.

    " … " in a cue stands for some words of the same clause.
    """
    if language in LANGUAGES:
        table = grammar(language)["status"].items()
        return {status: (None, re.compile(rf"\b(?:{stems(cues)})\b", re.IGNORECASE)) for status, cues in table}
    return {
        status: (
            longest_words(cues),
            re.compile(rf"(?<!\w)(?:{any_of(cues)})\b".replace(r"…\s", r"[^.;]{0,90}?\b"), re.IGNORECASE),
        )
        for status, cues in read_table("cues")["status"].items()
    }


def _quotes(cluster: "Cluster", project: Project, more: Sequence["Quote"]) -> list["Quote"]:
    principal = _principal(cluster)
    sentence = principal.sentence
    quotes = [principal.head, *(place.quote for place in project.places), *(place.quote for place in project.around)]
    if project.region:
        quotes.append(replace(project.region.quote, field="region"))
    quotes += [figure[1] for figure in (cluster.capacity, cluster.length) if figure]
    quotes += more
    quotes += [financier.quote for financier in project.financiers]
    quotes += [amount.quote for amount in project.amounts]
    quotes.append(sentence.quote("sentence", 0, len(sentence.text)))
    quotes += [later.quote("sentence", 0, len(later.text)) for later in cluster.sentences]
    return quotes


def _slug(cluster: "Cluster") -> str:
    words = [cluster.kind.value, *(place.name for place in cluster.places)]
    plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode()
    return _NO_SLUG.sub("-", plain.lower()).strip("-")[:80]


def _unique(slug: str, taken: set[str]) -> str:
    number, name = 1, slug
    while name in taken:
        number += 1
        name = f"{slug}-{number}"
    taken.add(name)
    return name
