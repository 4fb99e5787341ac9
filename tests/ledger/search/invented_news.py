"""A ledger of short invented articles, and a search through all of them that is slow and plain."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.ledger import Ledger
from reportedly.records import (
    Article,
    ArticleHead,
    Certainty,
    Entity,
    Event,
    Filters,
    Gist,
    Published,
    Reading,
    SourceKind,
    Statement,
    article_id,
)
from reportedly.search import Question, Sought, terms, words
from reportedly.text import Span

FIRST = date(2031, 5, 1)
WORDS = ("dam", "dams", "river", "rivers", "quay", "quarry", "varn", "ostrel", "سد", "رود", "رودخانه", "۱۲")
OUTLETS, LANGUAGES = ("herald", "payam", "courier"), ("en", "fa", "ur")
SPOKEN = (*LANGUAGES, "en,ur", "fa,ur", "fa,ps")
ENTITIES, TYPES = ("e-dam", "e-quay", "e-varn"), ("PROTEST", "AID")
SOURCES: tuple[SourceKind, ...] = ("named", "anonymous")
CERTAINTIES: tuple[Certainty, ...] = ("certain", "possible")
_HERE = Span(0, 1)


class Told(NamedTuple):
    """An article and what was read in it."""

    article: Article
    reading: Reading

    @property
    def place(self) -> date:
        """The day by which it stands in a list; undated ones last."""
        return self.article.published.start if self.article.published else date.min


def fill(ledger: Ledger, many: int, pages: int) -> list[Told]:
    """File so many articles at so many pages; gives the latest of each page, newest first."""
    chance = random.Random(5)
    latest: dict[str, tuple[int, Told]] = {}
    for n in range(many):
        told = _told(chance, n, f"https://x.example/{n % pages}")
        ledger.articles.file(told.article)
        ledger.readings.file(told.reading, _gist(told.article), ())
        latest[told.article.url] = n, told
    return [told for _, told in sorted(latest.values(), key=lambda one: (one[1].place, one[0]), reverse=True)]


def _told(chance: random.Random, n: int, url: str) -> Told:
    day = FIRST + timedelta(days=chance.randrange(6)) if n % 7 else None
    text = " ".join(chance.choices(WORDS, k=chance.randrange(1, 9)))
    article = Article(
        article_id(url, text, "hand/1"),
        url,
        chance.choice(OUTLETS),
        text,
        chance.choice(LANGUAGES),
        "hand/1",
        headline=chance.choice(WORDS) if n % 3 else None,
        published=Published(day, day, "given") if day else None,
    )
    return Told(article, _reading(chance, article))


def _reading(chance: random.Random, article: Article) -> Reading:
    statements = (
        Statement(
            f"s-{n}", (_HERE,), (_HERE,), source_kind=chance.choice(SOURCES), certainty=chance.choice(CERTAINTIES)
        )
        for n in range(chance.randrange(3))
    )
    entities = (Entity(own, "place", own, mentions=(_HERE,)) for own in ENTITIES if chance.random() < 0.4)
    events = (Event(f"v-{n}", _HERE, chance.choice(TYPES), "do") for n in range(chance.randrange(2)))
    return Reading(
        reader="hand/1",
        article=ArticleHead.of(article),
        statements=tuple(statements),
        entities=tuple(entities),
        events=tuple(events),
    )


def _gist(article: Article) -> Gist:
    return Gist(article.id, article.url, article.outlet, None, None, article.headline, b"", (), (), ())


def plainly(held: list[Told], asked: Question, filters: Filters) -> Iterator[str]:
    """The ids of the articles that match, by a look at each."""
    for told in held:
        wanted = all(_stands(told.article, sought) for sought in asked.wanted)
        unwanted = any(_stands(told.article, sought) for sought in asked.unwanted)
        if wanted and not unwanted and _passes(told, filters):
            yield told.article.id


def _stands(article: Article, sought: Sought) -> bool:
    return any(_is_in(part, sought) for part in (article.headline or "", article.text))


def _is_in(text: str, sought: Sought) -> bool:
    if sought.begins:
        return any(word.form.startswith(sought.ways[0][0]) for word in words(text))
    held = terms(text)
    if sought.near is not None:
        one, other = sought.ways[0]
        pairs = ((i, j) for i, a in enumerate(held) for j, b in enumerate(held) if (a, b) == (one, other))
        return any(abs(i - j) <= sought.near + 1 for i, j in pairs)
    rows = (list(way) for way in sought.ways)
    return any(held[i : i + len(row)] == row for row in rows for i in range(len(held)))


def _passes(told: Told, filters: Filters) -> bool:
    article, reading = told
    day = article.published.start if article.published else None
    dated = filters.since is None and filters.until is None
    dated = dated or (day is not None and (filters.since or day) <= day <= (filters.until or day))
    claims = [
        statement
        for statement in reading.statements
        if filters.source in {None, statement.source_kind} and filters.certainty in {None, statement.certainty}
    ]
    return (
        dated
        and filters.outlet in {None, article.outlet}
        and (article.language in filters.languages or not filters.languages)
        and filters.entity in {None, *(entity.id for entity in reading.entities)}
        and filters.event in {None, *(event.type for event in reading.events)}
        and (bool(claims) or (filters.source is None and filters.certainty is None))
    )
