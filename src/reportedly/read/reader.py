"""One article in, one reading out: the finders in their order, and the record that holds what they found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from reportedly import languages
from reportedly.errors import BrokenDown
from reportedly.evidence import Reason
from reportedly.read import events, names, statements, times
from reportedly.read.events import developments, expectations
from reportedly.read.events.tellers import Tellers
from reportedly.read.grammar import parse
from reportedly.read.grammar.page import Page
from reportedly.read.model import Marked
from reportedly.read.names import relations
from reportedly.read.private_persons import seen
from reportedly.read.statements import distanced, tagged
from reportedly.records import READER, Article, ArticleHead, Reading, ReadingFailed, Statement

NO_READER = "none/" + READER.partition("/")[2]  # an article in another language waits for the next version
BATCH = 16  # articles parsed together


def read(articles: Iterable[Article], countries: Mapping[str, str] | None = None) -> Iterator[Reading]:
    """Read articles in order; ``countries`` maps an outlet's id to its country (ISO 3166-1 alpha-2).

    Articles in ``languages.READ`` are read by ``multilingual``; in any other language they get an empty reading by
    ``NO_READER``. A breakdown raises ``BrokenDown`` naming the article; ``read_each`` gives it as a record instead.
    """
    for found in read_each(articles, countries):
        if not isinstance(found, Reading):
            raise BrokenDown(f"the reader broke down on {found.url} (article {found.article}): {found.message}")
        yield found


def read_each(
    articles: Iterable[Article], countries: Mapping[str, str] | None = None
) -> Iterator[Reading | ReadingFailed]:
    """As ``read``, but one article's breakdown costs that article only."""
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        pages = _pages([article for article in batch if _is_readable(article)])
        for article in batch:
            yield _outcome(article, pages.get(article.id), countries or {})


def _is_readable(article: Article) -> bool:
    return article.language == "en" and not article.text.isspace() and bool(article.text)


def _pages(articles: Sequence[Article]) -> dict[str, Page]:
    """Parsed together, where that breaks down none: each is then parsed alone, to find the culprit."""
    try:
        return {page.article.id: page for page in parse.pages(articles)}
    except Exception:  # noqa: BLE001 - whatever the parser raises, the other articles of the batch are read
        return {}


def _outcome(article: Article, page: Page | None, countries: Mapping[str, str]) -> Reading | ReadingFailed:
    country = countries.get(article.outlet)
    try:
        if not _is_readable(article):
            return _in_another_language(article, country)
        return of_page(page or next(parse.pages([article])), country)
    except Exception as error:  # noqa: BLE001 - any breakdown is recorded with the article's name
        return ReadingFailed(article.id, article.url, f"{type(error).__name__}: {error}")


def _in_another_language(article: Article, country: str | None) -> Reading:
    """The reading of what is not English, or empty; only what is in a language that is read loads what reads it."""
    if article.language not in languages.READ:
        return _assembled(article, READER if article.language == "en" else NO_READER)
    from reportedly.read import multilingual  # noqa: PLC0415 - late: who reads English only loads nothing of it

    return multilingual.read(article, country) or _assembled(article, NO_READER)


class Parts(NamedTuple):
    """What a page was found to hold before its events: names, times, what the model marked, and who says what."""

    names: names.Names
    times: times.Times
    marked: Marked
    said: tuple[Statement, ...]


def of_page(page: Page, country: str | None = None) -> Reading:
    """The reading of a parsed page."""
    named, marked = names.find(page, country), tagged.mark(page)
    said = statements.find(page, named, marked.statements)
    return put_together(page, Parts(named, times.find(page), marked, said))


def put_together(page: Page, parts: Parts) -> Reading:
    """The reading of a page of which all but its events is found."""
    named, timed, marked, said = parts
    tellers = Tellers(page, said, marked.sure)
    happened, ahead = events.find(page, named, timed, tellers, marked)
    return _assembled(
        page.article,
        READER,
        sentences=tuple(page.span(sentence) for sentence in page.body),
        entities=tuple(seen(entity, said, happened) for entity in named.entities),
        relations=relations.find(page, named),
        distanced=distanced.find(page, said),
        times=timed.times,
        statements=said,
        events=happened,
        expectations=expectations.find(page, happened, timed, ahead),
        developments=developments.find(page, happened, timed, tellers),
    )


def explain(article: Article, country: str | None = None) -> tuple[Reading, tuple[Reason, ...]]:
    """The reading of an article, and why its places, persons and kinds of sources were decided so, in their order.

    Reasons are no part of a reading and are filed nowhere. Raises ``BrokenDown`` as ``read`` does.
    """
    try:
        if not _is_readable(article):
            return _in_another_language(article, country), ()
        page = next(parse.pages([article]))
        reading = of_page(page, country)
    except Exception as error:
        raise BrokenDown(f"the reader broke down on {article.url} (article {article.id}): {error}") from error
    return reading, _kept(page.margin, reading)


def _kept(margin: Iterable[Reason], reading: Reading) -> tuple[Reason, ...]:
    """The reasons for what the reading holds; a finder may have taken back what another had decided."""
    named = {mention.start for entity in reading.entities for mention in entity.mentions}
    sources = [span for statement in reading.statements for span in statement.source]
    held = (r for r in margin if r.start in named or any(span.start <= r.start < span.end for span in sources))
    return tuple(sorted(dict.fromkeys(held), key=lambda reason: reason.start))


def _assembled(article: Article, reader: str, **found: tuple[object, ...]) -> Reading:
    return Reading(reader=reader, article=ArticleHead.of(article), **found)  # type: ignore[arg-type]
