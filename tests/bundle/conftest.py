"""The invented newsroom once more, this time with its pages archived, and bundles made of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from reportedly import bundle
from reportedly.archive import Archive
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Exchange
from reportedly.settings import Desk, init_desk
from tests import newsroom

AT = datetime(2024, 6, 7, 9, 30, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SEEN = datetime(2024, 6, 3, 6, 0, 0, 250_000, tzinfo=UTC)
PAGED = (newsroom.ORIGINAL, newsroom.REPLY, newsroom.COPY, newsroom.EARLIER)


def page(text: str) -> bytes:
    """A text as a page has it: in paragraphs, with tags in the middle of words and blanks anywhere."""
    head, *rest = [line for line in text.splitlines() if line]
    broken = [line.replace("Bridge", "<b>Brid</b>ge").replace(" the ", "\n  the ") for line in rest]
    marked = "\n".join(f"<p>{line}</p>" for line in broken)
    return f"<html><head><title>{head}</title></head><body><h1>{head}</h1>\n{marked}</body></html>".encode()


def exchange(one: newsroom.Written, n: int) -> Exchange:
    """How the page of an article came; the third one by a redirect."""
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    url, at = one.article.url, SEEN + timedelta(hours=n)
    seen = Exchange(url, at, 200, "OK", (("Host", "x.example"),), headers, page(one.article.text))
    hop = replace(seen, status=302, reason="Found", body=b"", response_headers=(("Location", f"{url}.html"),))
    return replace(seen, hops=(hop,), landed=f"{url}.html") if n == 2 else seen


def fill(desk: Desk, ledger: Ledger) -> None:
    """File the newsroom with the pages of all dated English articles; one page is seen twice."""
    archive = Archive(desk.archive, seen=ledger.captures.first_with)
    for n, one in enumerate(PAGED):
        ledger.captures.put(capture := archive.write(exchange(one, n)))
        ledger.articles.file(replace(one.article, capture=capture.id))
    again = archive.write(replace(exchange(newsroom.EARLIER, 3), url="https://varen.example/closes?again"))
    ledger.captures.put(again)
    later = newsroom.written(newsroom.VAREN, "closes?again", newsroom.CLOSING, None, capture=again.id)
    ledger.articles.file(later.article)
    newsroom.fill(ledger)


@pytest.fixture(scope="package")
def newsdesk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The desk's folder."""
    return init_desk(tmp_path_factory.mktemp("newsroom") / "desk")


@pytest.fixture(scope="package")
def ledger(newsdesk: Desk) -> Iterator[Ledger]:
    """Its ledger."""
    with open_ledger(newsdesk.ledger_url) as opened:
        fill(newsdesk, opened)
        yield opened


@pytest.fixture(scope="package")
def maker(newsdesk: Desk) -> bundle.Maker:
    """What bundles are made with, at a fixed moment with a fixed key."""
    archive = Archive(newsdesk.archive, read_only=True)
    return bundle.Maker(archive.records, archive.body, KEY, "River Desk", AT)


@pytest.fixture(scope="package")
def made(ledger: Ledger, maker: bundle.Maker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of the story of the bridge; tests change copies of it."""
    file = tmp_path_factory.mktemp("bundles") / "bridge.wacz"
    chosen = bundle.story(ledger, newsroom.STORY.id)
    assert chosen is not None
    bundle.make(chosen, maker, file)
    return file
