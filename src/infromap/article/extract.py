"""The whole reading of an article: projects, financiers, amounts, people, totals."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from infromap.article import inflected
from infromap.article.afterthoughts import add_back_figures, add_nearby_places
from infromap.article.amounts import find_amounts, home_of_currency
from infromap.article.context import find_countries, find_country_of_capital, find_date, find_portfolio
from infromap.article.datelines import find_dateline
from infromap.article.inflected.setting import Setting
from infromap.article.inflected.words import LANGUAGES, any_stem, grammar, has_cue
from infromap.article.institutions import find_financiers, speaks_of_paying, unique_financiers
from infromap.article.language import language_name, other_script
from infromap.article.mentions import find_mentions, settle_kinds
from infromap.article.merge import merge_mentions, rescue_project, split_clusters
from infromap.article.parts import join_readings, split_parts
from infromap.article.people import find_people, person_names
from infromap.article.projects import Evidence, make_projects
from infromap.article.sentences import Sentence, find_by_first_word, split_sentences
from infromap.article.standing_places import find_place_names
from infromap.article.vocabulary import (
    any_of,
    beginning_with,
    first_words,
    holds_any,
    longest_words,
    read_table,
    region_names,
)
from infromap.model.article import Amount, Article, Financier, Reading
from infromap.saying import Saying

if TYPE_CHECKING:
    from infromap.article.clusters import Cluster
    from infromap.article.mention import Mention
    from infromap.model.provenance import Quote

# "A bank lends 300 million for it": it stands in the sentence before.
_FOR_IT = re.compile(
    r"\b(?:for|towards?|of|in|financ\w+|fund\w*|support\w*|back\w*)\s"
    r"(?:it|them|this|these|the\s(?:project|scheme|works?|programme|program|investment))\b"
)
_SHOWN = 12  # names or figures in one notice


def extract_projects(
    article: Article,
    *,
    is_place: Callable[[str], bool] | None = None,
    rate_name: Callable[[str, str | None], float] | None = None,
    country: str | None = None,
) -> Reading:
    """Read the projects of an article, and what it says beside them.

    English is read fully, Russian and Kazakh by simpler rules, and nothing else; the reading says so in
    a notice. A text without projects gives a reading without projects.

    Parameters
    ----------
    article
        What to read.
    is_place
        Tells whether a gazetteer knows a name.
    rate_name
        Tells how well a gazetteer knows a name in a country (two-letter code), or anywhere for None; 0 for
        not at all. In Russian and Kazakh it decides between the base forms that a name may have; without
        it the likeliest by its ending is taken.
    country
        Two-letter code of the country whose money is meant by "rupees" or "pesos", where that is known from
        elsewhere; otherwise the text decides.
    """
    dateline = find_dateline(article.text, article.body_start)
    told = article.text[slice(*dateline)]
    article = article if article.date else replace(article, date=find_date(told))
    parts = split_parts(split_sentences(article.text, article.body_start, article.language, without=dateline))
    rate = cache(rate_name or _rate_alike)
    return join_readings(article, [_read_part(article, part, told, is_place, rate, country) for part in parts])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """Numbers of the sentences that say something about what they name."""

    cues: frozenset[int]  # that it is built or paid for
    denied: frozenset[int]  # that it is not
    past: frozenset[int]  # that it was done long ago
    background: frozenset[int]  # what was done before, summed up


def _read_part(
    article: Article,
    sentences: Sequence[Sentence],
    dateline: str,
    is_place: Callable[[str], bool] | None,
    rate_name: Callable[[str, str | None], float],
    settled: str | None,
) -> Reading:
    language = article.language
    is_inflected = language in LANGUAGES
    people = person_names(sentences, language)
    financiers = {sentence.number: find_financiers(sentence, language) for sentence in sentences}
    countries = find_countries(sentences, financiers, language)
    country = countries[0] if countries else None
    amounts = _find_all_amounts(sentences, settled or country or find_country_of_capital(dateline))
    home = home_of_currency([each.currency for found in amounts.values() for each in found]) or country
    if is_inflected and home and home not in countries:
        countries = (*countries, home)
    setting = Setting(language=language, rate=rate_name, country=home, people=people)
    marks = _mark_sentences(sentences, financiers, amounts, language)

    found = [_find_mentions(sentence, setting, financiers[sentence.number], is_place) for sentence in sentences]
    every = [mention for mentions in found for mention in mentions]
    if is_inflected:
        every = inflected.settle_open_kinds(every, sentences, language)
    mentions = settle_kinds(every, () if is_inflected else sentences)
    told = [mention for mention in mentions if mention.sentence.number not in marks.denied | marks.past]
    clusters, left_out = merge_mentions(told, marks.cues, sentences, people)
    if not is_inflected:
        paid = [each for each in sentences if financiers[each.number] and amounts[each.number]]
        if not clusters and paid:
            before = {each.number - 1 for each in paid if _FOR_IT.search(each.text)}
            clusters, left_out = merge_mentions(told, marks.cues | before, sentences, people)
        if not clusters and paid:
            clusters = rescue_project(told, marks.cues - marks.background)
        add_nearby_places(clusters, sentences, is_place, people)
    unclaimed = add_back_figures(clusters, sentences)
    clusters = split_clusters(clusters)

    portfolio = find_portfolio(sentences, amounts, language)
    owned = frozenset(mention.sentence.number for cluster in clusters for mention in cluster.mentions)
    evidence = Evidence(
        financiers=financiers,
        amounts=amounts,
        portfolio=portfolio,
        country=country,
        background=marks.background,
        sentences={sentence.number: sentence for sentence in sentences},
        date=article.date,
        language=language,
        others=frozenset(mention.sentence.number for mention in mentions) - owned,
    )
    projects = make_projects(clusters, evidence)
    denied = [mention for mention in mentions if mention.sentence.number in marks.denied and mention.places]
    notices = [
        *_language_notice(article),
        *_script_notice(article),
        *_project_notices(denied, left_out),
        *_corridor_notices(clusters),
        *_figure_notices(unclaimed),
        *_place_notices(sentences, clusters, setting),
    ]
    return Reading(
        article=article,
        projects=projects,
        financiers=_who_pays(sentences, financiers, has_projects=bool(projects) or is_inflected),
        amounts=tuple(each for found in amounts.values() for each in found),
        people=find_people(sentences, language),
        portfolio=portfolio,
        country=country,
        countries=countries,
        notices=tuple(dict.fromkeys(notices)),
    )


def _mark_sentences(
    sentences: Sequence[Sentence],
    financiers: dict[int, list[Financier]],
    amounts: dict[int, list[Amount]],
    language: str,
) -> _Marks:
    cues = frozenset(
        each.number
        for each in sentences
        if financiers[each.number] or amounts[each.number] or _has_project_cue(each, language)
    )
    if language in LANGUAGES:  # what is named in one sentence is paid for in the next, or the other way round
        cues |= {number + step for number in cues for step in (-1, 1)}
    denied, past, background = (
        frozenset(each.number for each in sentences if _holds(cue, each, language))
        for cue in ("negations", "past", "background")
    )
    return _Marks(cues=cues, denied=denied, past=past, background=background)


def _project_notices(denied: Sequence["Mention"], left_out: Sequence["Mention"]) -> list[Saying]:
    return [
        *(
            Saying("{name} is named, but the text says that it is not built or paid for.", name=each.name)
            for each in denied
        ),
        *(
            Saying(
                "{name} is named, but nothing says that it is built or paid for, so it is no project here.",
                name=each.name,
            )
            for each in left_out
        ),
    ]


def _who_pays(
    sentences: Sequence[Sentence], financiers: dict[int, list[Financier]], *, has_projects: bool
) -> tuple[Financier, ...]:
    """Return the financiers; without a project the text must speak of paying: banks publish forecasts as well."""
    if not has_projects and not any(speaks_of_paying(each) for each in sentences):
        return ()
    return unique_financiers([financier for each in sentences for financier in financiers[each.number]])


def _corridor_notices(clusters: Sequence["Cluster"]) -> list[Saying]:
    """Tell of which works only the whole line is known: "the last part of the road from A to B"."""
    parts = [each for each in clusters if not each.places and any(len(one.corridor) > 1 for one in each.mentions)]
    return [
        Saying("{name}: the text names the ends of the whole line, of which this is a part.", name=each.first.name)
        for each in parts
    ]


def _figure_notices(unclaimed: Sequence["Quote"]) -> list[Saying]:
    texts = list(dict.fromkeys(quote.text for quote in unclaimed))
    shown = "; ".join(texts[:_SHOWN])
    return [Saying("Figures that belong to no project here: {figures}.", figures=shown)] if texts else []


def _place_notices(sentences: Sequence[Sentence], clusters: Sequence["Cluster"], setting: Setting) -> list[Saying]:
    """Name the places of the text that are no project's: meeting places, context, or something not understood."""
    used = {
        word
        for cluster in clusters
        for mention in cluster.mentions
        for place in (*mention.places, *mention.around, *mention.corridor, *filter(None, [mention.region]))
        for word in (place.name, place.name.split(" ")[0])
    }
    used |= {place.name for cluster in clusters for place in cluster.later_places}
    is_inflected = setting.language in LANGUAGES
    names = dict.fromkeys(
        name
        for sentence in sentences
        for name in (inflected.find_inflected_names(sentence, setting) if is_inflected else find_place_names(sentence))
    )
    left = [name for name in names if name not in used and name not in setting.people and name not in region_names()]
    shown = ", ".join(left[:_SHOWN])
    return [Saying("Places that the text names and no project here has: {names}.", names=shown)] if left else []


def _find_mentions(
    sentence: Sentence,
    setting: Setting,
    financiers: Sequence[Financier],
    is_place: Callable[[str], bool] | None,
) -> list["Mention"]:
    if setting.language not in LANGUAGES:
        return find_mentions(sentence, setting.people, is_place)
    taken = [(each.quote.start - sentence.start, each.quote.end - sentence.start) for each in financiers]
    return inflected.find_inflected_mentions(sentence, setting, taken)


def _find_all_amounts(sentences: Sequence[Sentence], country: str | None) -> dict[int, list[Amount]]:
    """Return the sums of each sentence; "остальные 92 млн" have the currency of the sum before."""
    amounts: dict[int, list[Amount]] = {}
    said_before = None
    for sentence in sentences:
        amounts[sentence.number] = find_amounts(sentence, country, said_before)
        said_before = next((each.currency for each in reversed(amounts[sentence.number])), said_before)
    return amounts


def _rate_alike(_name: str, _country: str | None) -> float:
    return 1.0


def _has_project_cue(sentence: Sentence, language: str) -> bool:
    if language in LANGUAGES:
        return has_cue(sentence.plain, language, "project_stems")
    return holds_any(read_table("cues")["project_stems"], sentence.text.lower())


def _holds(cue: str, sentence: Sentence, language: str) -> bool:
    if language in LANGUAGES:
        words = grammar(language).get(cue)
        return words is not None and bool(_inflected_cue(language, cue).search(sentence.plain))
    longest, first, pattern_of = _cue(cue)
    return not sentence.words.isdisjoint(longest) and any(find_by_first_word(sentence, first, pattern_of))


@cache
def _inflected_cue(language: str, cue: str) -> re.Pattern[str]:
    return re.compile(any_stem(grammar(language)[cue]["words"]), re.IGNORECASE)


@cache
def _cue(name: str) -> tuple[frozenset[str], frozenset[str], Callable[[str], re.Pattern[str]]]:
    """Return the longest and the first words of a cue's phrases, and what gives their patterns by the first word."""
    phrases = read_table("cues")[name]

    @cache
    def pattern_of(word: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{any_of(beginning_with(word, phrases))})\b", re.IGNORECASE)

    return longest_words(phrases), first_words(phrases), pattern_of


def _script_notice(article: Article) -> Sequence[Saying]:
    """Tell that a part of the text is in other letters than the rest, so that it is not read."""
    other = other_script(article.text[article.body_start :])
    if other is None:
        return ()
    script, share = other
    told = "About {share:.0%} of the text is in letters of another script ({script}); only the other part is read."
    return (Saying(told, share=share, script=Saying(script.title())),)


def _language_notice(article: Article) -> Sequence[Saying]:
    name = language_name(article.language)
    if article.language == "en":
        return ()
    if article.language in LANGUAGES:
        told = "The text is in {language}, which is read by fewer rules than English; look through what was found."
        return (Saying(told, language=Saying(name)),)
    told = "The text seems to be in {language}; only English, Russian and Kazakh are read, so projects may be missing."
    return (Saying(told, language=Saying(name)),)
