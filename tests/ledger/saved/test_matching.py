"""What a saved search matches is what searching for it gives, whatever is filed, and in which order."""

import random
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly.ledger import Ledger
from reportedly.ledger.database import connect
from reportedly.ledger.schema import metadata
from reportedly.ledger.schema.search import article_words
from reportedly.records import (
    Article,
    ArticleHead,
    Capture,
    Entity,
    Event,
    Filters,
    Gist,
    Published,
    Reading,
    SavedSearch,
    Statement,
    article_id,
)
from reportedly.search import question
from reportedly.text import Span
from tests.ledger.search.invented_news import CERTAINTIES, ENTITIES, FIRST, LANGUAGES, OUTLETS, SOURCES, SPOKEN, TYPES
from tests.postgres import LARGE

NOW = datetime(2031, 5, 9, 12, tzinfo=UTC)
WORDS = (
    *("dam", "dams", "river", "Rivers", "quay", "quarry", "quarried", "running", "runs", "Varn's", "Öst-rel", "12"),
    *(
        "سد",
        "رود",
        "رودخانه",
        "رودخانة",
        "كتاب",
        "کتاب‌ها",
        "کتاب",
        "۱۲",
        "می‌رود",
        "علي",
        "علی",
        "وزراء",
        "وزرا",
        "水坝",
    ),
)
BEGINNINGS = ("qu*", "qua*", "r*", "running*", "runn*", "da*", "کتا*", "رو*", "zz*", "v*")
HERE = Span(0, 1)
SAVED = count()
word = st.sampled_from(WORDS)
row = st.lists(word, min_size=1, max_size=3).map(lambda some: f'"{" ".join(some)}"')
near = st.builds("{}~{}".format, row, st.integers(0, 4))
sought = st.one_of(word, row, near, st.sampled_from(BEGINNINGS))
typed = st.lists(st.builds("{}{}".format, st.sampled_from(("", "", "-")), sought), max_size=3).map(" ".join)
day = st.one_of(st.none(), st.integers(0, 5).map(lambda n: FIRST + timedelta(days=n)))


def maybe(*values: str) -> st.SearchStrategy[str | None]:
    return st.one_of(st.none(), st.none(), st.sampled_from(values))


filters = st.builds(
    Filters,
    outlet=maybe(*OUTLETS),
    since=day,
    until=day,
    language=maybe(*SPOKEN),
    entity=maybe(*ENTITIES),
    certainty=maybe(*CERTAINTIES),
    source=maybe(*SOURCES),
    event=maybe(*TYPES),
)
step = st.one_of(
    st.tuples(st.just("file"), st.integers(0, 3), st.lists(word, min_size=1, max_size=6).map(" ".join), word, day),
    st.tuples(st.just("read"), st.integers(0, 9), st.integers(0, 99)),
    st.tuples(st.just("back"), st.integers(0, 9)),
    st.tuples(st.just("save"), typed, filters),
    st.tuples(st.just("take away"), st.integers(0, 9)),
)


class Desk:
    """A ledger at which things are done one after another."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.articles: list[Article] = []
        self.searches: list[SavedSearch] = []
        self.captures = 0

    def file(self, page: int, text: str, headline: str, when: object) -> None:
        url = f"https://x.example/{page}"
        chance = random.Random(f"{text}{page}")
        published = Published(when, when, "given") if when else None  # type: ignore[arg-type]
        own = Article(
            article_id(url, text, "hand/1"),
            url,
            chance.choice(OUTLETS),
            text,
            chance.choice(LANGUAGES),
            "hand/1",
            headline=headline,
            published=published,
            capture=self._capture(url),
        )
        self.ledger.articles.file(own)
        self.articles.append(own)

    def back(self, nth: int) -> None:
        """A page shows an earlier revision again."""
        if self.articles:
            one = self.articles[nth % len(self.articles)]
            self.ledger.articles.file(replace(one, capture=self._capture(one.url)))

    def read(self, nth: int, seed: int) -> None:
        if self.articles:
            one = self.articles[nth % len(self.articles)]
            gist = Gist(one.id, one.url, one.outlet, None, None, one.headline, b"", (), (), ())
            self.ledger.readings.file(_reading(random.Random(seed), one, seed), gist, ())

    def save(self, words: str, passing: Filters) -> None:
        if question(words) or (not words and passing != Filters()):
            number = next(SAVED)
            at = NOW + timedelta(seconds=number)
            self.searches.append(self.ledger.searches.save(f"no. {number}", words, passing, owner="ada", at=at))

    def take_away(self, nth: int) -> None:
        """And bring it back after two more articles."""
        if self.searches:
            one = self.searches[nth % len(self.searches)]
            self.ledger.searches.remove(one.id, NOW)
            self.file(7, "dam river quay", "runs", FIRST)
            self.ledger.searches.restore(one.id)

    def _capture(self, url: str) -> str:
        self.captures += 1
        own = f"c{self.captures}"
        self.ledger.captures.put(Capture(own, url, NOW, 200, "text/html", "0", 9, "a.warc", self.captures))
        return own


def _reading(chance: random.Random, one: Article, seed: int) -> Reading:
    said = (
        Statement(f"s{n}", (HERE,), (HERE,), source_kind=chance.choice(SOURCES), certainty=chance.choice(CERTAINTIES))
        for n in range(chance.randrange(3))
    )
    named = (Entity(own, "place", own, mentions=(HERE,)) for own in ENTITIES if chance.random() < 0.4)
    happened = (Event(f"v{n}", HERE, chance.choice(TYPES), "do") for n in range(chance.randrange(2)))
    head = ArticleHead.of(one)
    return Reading(
        reader=f"hand/{seed}",
        article=head,
        statements=tuple(said),
        entities=tuple(named),
        events=tuple(happened),
    )


def emptied(ledger: Ledger, url: str) -> Desk:
    """A desk on this ledger with nothing in it: opening another for each example would take longer than all else."""
    for saved in ledger.searches.all():
        ledger.searches.remove(saved.id, NOW)
    with closing(connect(url)) as database, database.altering() as connection:
        for name in reversed(metadata.sorted_tables):
            if name.name != "saved_searches":
                connection.execute(sa.delete(name))
        if LARGE:
            connection.execute(sa.delete(article_words))
        else:
            connection.execute(sa.text("INSERT INTO article_words (article_words) VALUES ('delete-all')"))
    return Desk(ledger)


@settings(max_examples=10 if LARGE else 100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(step, min_size=4, max_size=25))
def test_matches_are_what_searching_gives(ledger: Ledger, url: str, steps: list[tuple]) -> None:  # type: ignore[type-arg]
    desk = emptied(ledger, url)
    for what, *how in steps:
        getattr(desk, what.replace(" ", "_"))(*how)
    for saved in desk.searches:
        found = ledger.articles.search(saved.words, saved.filters, limit=1_000).hits
        held = ledger.searches.matches(saved.id, "ada", limit=1_000)
        assert [one.line.article for one in held] == [hit.article for hit in found], saved
