"""A desk whose archive holds pages nobody has looked at, and whose ledger holds articles nobody has read."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportedly.archive import Archive
from reportedly.ledger import open_ledger
from reportedly.records import Article, Capture, Exchange, Outlet
from reportedly.session import Session
from reportedly.settings import Desk, init_desk
from tests.read.reading_of import article

BEGAN = datetime(2025, 6, 2, 8, tzinfo=UTC)
FEED = "https://herald.example/feed"
HERALD = Outlet("herald", "Herald", "https://herald.example/", feeds=(FEED,), country="GB")


def story(number: int, told: str = "") -> str:
    return (
        f"<html><head><title>Dam {number} opens</title></head><body><article><h1>Dam {number} opens</h1>"
        f"<p>The water office said on Monday that dam {number} above Tarnow would open its gates at noon, and asked "
        f"the {number} farms below it to bring their cattle up from the meadows before then. {told}</p>"
        "<p>Engineer Mara Dovic told reporters that the lake had not been so high for thirty years. She will visit "
        "the town on Friday.</p></article></body></html>"
    )


def page(url: str, body: str, minutes: int = 0) -> Exchange:
    head = (("Content-Type", "text/html; charset=utf-8"),)
    return Exchange(url, BEGAN + timedelta(minutes=minutes), 200, "OK", (), head, body.encode())


def take(session: Session, taken: Exchange) -> Capture:
    """A page archived and entered, not yet looked at."""
    capture = session.archive.write(taken)
    session.ledger.captures.put(capture)
    return capture


def unread(number: int) -> Article:
    return article(
        f"Ferry {number} sank off Tarnow. Police said nobody was hurt.", url=f"https://wire.example/{number}"
    )


def fill(session: Session, pages: int, articles: int) -> None:
    """Pages, among them a feed, one without an article, and one that shows another text later; and articles."""
    session.ledger.outlets.put([HERALD])
    take(session, page(FEED, "<rss/>"))
    take(session, page("https://herald.example/empty", "<html><body><p>Nothing.</p></body></html>"))
    for number in range(pages):
        take(session, page(f"https://herald.example/{number}", story(number), number))
    take(session, page("https://herald.example/0", story(0, "It did not."), pages))
    session.ledger.articles.file_all(unread(number) for number in range(articles))


def session_on(desk: Desk) -> Session:
    ledger = open_ledger(desk.ledger_url)
    return Session(desk, ledger, Archive(desk.archive, seen=ledger.captures.first_with))


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    opened = session_on(desk)
    with opened.ledger:
        yield opened


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that extracted and read so many that others were started for it."""
    from reportedly import pipeline  # noqa: PLC0415

    desk = init_desk(tmp_path_factory.mktemp("undisturbed") / "desk").but(processes=2)
    opened = session_on(desk)
    with opened.ledger:
        fill(opened, PAGES, ARTICLES)
        pipeline.extract_and_read(opened)
    return desk.folder


PAGES, ARTICLES = 46, 20
