"""A real ledger in a file, and articles and readings about invented places to put into it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from reportedly import clock
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import (
    Article,
    ArticleHead,
    Entity,
    Event,
    Expectation,
    Gist,
    Participant,
    Published,
    Reading,
    Relation,
    Sighting,
    Statement,
    Time,
    Window,
    article_id,
)
from reportedly.text import Span
from tests.postgres import LARGE, Postgres

Another = Callable[[], AbstractContextManager[str]]
TODAY = date(2031, 5, 20)
TEXT = "Talks in Varn\n\nMinister Oda Brell said on Monday that talks would open in Varn next week. Tam Wick listened."


@pytest.fixture
def url(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Where a ledger can be; none is there yet."""
    return str(request.getfixturevalue("database")) if LARGE else f"sqlite:///{tmp_path}/ledger.db"


@pytest.fixture(scope="session")
def another(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Another:
    """Where one more ledger is, empty, for what outlasts a test or is done several times in one."""
    if LARGE:
        server: Postgres = request.getfixturevalue("postgres")
        return server.lent
    empty: Path = request.getfixturevalue("empty")

    @contextmanager
    def lent() -> Iterator[str]:
        file = tmp_path_factory.mktemp("ledger") / "ledger.db"
        shutil.copy(empty, file)
        yield f"sqlite:///{file}"

    return lent


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty ledger, to be copied."""
    file = tmp_path_factory.mktemp("empty") / "ledger.db"
    open_ledger(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def ledger(url: str, empty: Path) -> Iterator[Ledger]:
    """An empty ledger in a file of its own, or in a database of its own."""
    if not LARGE:
        shutil.copy(empty, url.removeprefix("sqlite:///"))
    with open_ledger(url, clock.standing_at(TODAY)) as opened:
        yield opened


@pytest.fixture
def article() -> Callable[..., Article]:
    return write


@pytest.fixture
def reading() -> Callable[..., Reading]:
    return read


@pytest.fixture
def gist() -> Callable[[Reading], Gist]:
    return boil_down


@pytest.fixture
def filed() -> Callable[..., Article]:
    return file


@pytest.fixture(scope="session")
def hand() -> tuple[Callable[..., Article], Callable[..., Reading], Callable[[Reading], Gist]]:
    """Who writes articles, reads them and boils them down, for what outlasts a test."""
    return write, read, boil_down


def write(
    url: str = "https://herald.example/talks",
    text: str = TEXT,
    day: date | None = TODAY,
    outlet: str = "herald",
    **more: Any,
) -> Article:
    """An article; ``day`` is when it came out."""
    known = {"language": "en", "headline": text.partition("\n")[0], "published": day and Published(day, day, "given")}
    own = article_id(url, text, "hand/1")
    return Article(id=own, url=url, outlet=outlet, text=text, extractor="hand/1", **(known | more))


def read(article: Article, reader: str = "english/0.1.0") -> Reading:
    """What a careful reader finds in ``TEXT``; Tam Wick only listened and is a private person."""
    at = _finder(article.text)
    oda = Entity(
        "e-oda", "person", "Oda Brell", ("Minister",), mentions=(at("Oda Brell"),), country="VN", wikidata="Q-0"
    )
    varn = Entity(
        "e-varn", "place", "Varn", lat=12.5, lon=-7.25, precision="city", mentions=(at("Varn"), at("in Varn"))
    )
    tam = Entity("e-tam", "person", "Tam Wick", mentions=(at("Tam Wick"),), public=False)
    first, last = datetime.fromisoformat("2031-05-26"), datetime.fromisoformat("2031-06-01T23:59")
    week = Time("t-1", at("next week"), "window", first, last, "week", vague=True)
    said = Statement(
        "s-1", (at("talks would open in Varn next week"),), (at("said"),), (at("Oda Brell"),), "e-oda", "named"
    )
    opening = Event(
        id="v-1",
        trigger=at("talks would"),
        type="CONSULT",
        lemma="talk",
        actors=(Participant(at("Oda Brell"), "e-oda"), Participant(at("Tam Wick"), "e-tam")),
        place="e-varn",
        time="t-1",
        status="expected",
        statement="s-1",
    )
    return Reading(
        reader=reader,
        article=ArticleHead.of(article),
        sentences=(at(article.text[15:80]), at("Tam Wick listened.")),
        entities=(oda, varn, tam),
        relations=(
            Relation("located_in", "e-oda", "e-varn", at("Varn")),
            Relation("leads", "e-tam", "e-oda", at("Tam")),
        ),
        distanced=(at("talks"),),
        times=(week,),
        statements=(said,),
        events=(opening,),
        expectations=(Expectation("x-1", "v-1", Window(date(2031, 5, 26), date(2031, 6, 1), span=at("next week"))),),
    )


def boil_down(reading: Reading) -> Gist:
    """The gist of ``read``."""
    article = reading.article
    people = ("e-oda", "e-tam")
    words, hashes = ("talks", "varn"), b"\x05\x00\x07\xff" * 6
    day = article.published.start if article.published else None
    return Gist(
        article.id, article.url, article.outlet, None, day, article.headline, hashes, words, ("e-varn",), people
    )


def see(reading: Reading) -> tuple[Sighting, ...]:
    """The sighting of the event of ``read``."""
    article, event = reading.article, reading.events[0]
    return (
        Sighting(
            event=event.id,
            article=article.id,
            article_url=article.url,
            outlet=article.outlet,
            published=article.published.start if article.published else None,
            span=event.trigger,
            sentence="talks would open in Varn next week",
            type=event.type,
            status=event.status,
            certainty=event.certainty,
            polarity=event.polarity,
            lemma=event.lemma,
            actors=("e-oda", "e-tam"),
            recipients=(),
            place="e-varn",
            start=None,
            end=None,
            expectation="x-1",
            window=Window(date(2031, 5, 26), date(2031, 6, 1)),
        ),
    )


def file(ledger: Ledger, article: Article, reader: str = "english/0.1.0") -> Article:
    """File an article with its reading."""
    ledger.articles.file(article)
    found = read(article, reader)
    ledger.readings.file(found, boil_down(found), see(found))
    return article


def _finder(text: str) -> Callable[[str], Span]:
    def at(words: str) -> Span:
        start = max(text.find(words), 0)
        return Span(start, start + len(words))

    return at
