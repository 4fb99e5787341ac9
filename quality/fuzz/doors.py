"""The doors by which documents come in, each with the documents that come in there."""

import gzip
import io
import tempfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

import httpx

from reportedly import clock
from reportedly.archive import foreign
from reportedly.errors import BadInput
from reportedly.extract import page
from reportedly.extract.intake import files
from reportedly.fetch import announced, canonical, paywalled
from reportedly.fetch.announcing.alternates import feeds_named
from reportedly.fetch.announcing.charset import text_of
from reportedly.fetch.announcing.linkpage import parsed
from reportedly.fetch.discovery import masthead
from reportedly.fetch.http.failures import NoPage
from reportedly.fetch.http.robots import Robots
from reportedly.outlets import opml
from reportedly.records import Article, Exchange, Outcome, Outlet

DOCUMENTS: Final = Path(__file__).with_name("documents")
"""Sound documents of each kind, with all that parsers have special rules for."""
AT: Final = "http://pier.example/feed"
NOW: Final = datetime(2024, 6, 3, 12, tzinfo=UTC)
PIER: Final = Outlet(id="pier", name="Pier Post", home="http://pier.example/")


class Door(NamedTuple):
    """``enter`` takes a document in; whatever it raises is a fault. ``share`` is how often it is tried, of 100."""

    enter: Callable[[bytes], None]
    documents: tuple[bytes, ...]
    share: int


def _exchange(body: bytes, kind: str = "text/html; charset=utf-8") -> Exchange:
    return Exchange(AT, NOW, 200, "OK", (), (("Content-Type", kind),), body)


def _announce(body: bytes) -> None:
    for as_page in (False, True):
        found = announced(_exchange(body, "text/xml"), "pier", page=as_page)
        told = (found.message,) if isinstance(found, Outcome) else (found.title, found.home, found.language, found.note)
        items = () if isinstance(found, Outcome) else found.items
        for words in (*told, *(part for item in items for part in (item.url, item.title))):
            (words or "").encode()


def _extract(body: bytes) -> None:
    made = page.article(body, url=AT, outlet=PIER, content_type="text/html", item=None, capture=None)
    (made.text if isinstance(made, Article) else made.message).encode()


def _look_at(body: bytes) -> None:
    """What is asked of a front page, and of every page that came."""
    exchange = _exchange(body)
    canonical(exchange).encode()
    paywalled(exchange)
    text = text_of(body, "text/html")
    feeds_named(text, AT)
    tree = parsed(text)
    masthead.country(tree, AT)
    if tree is not None:
        (masthead.name(tree, AT) or "").encode()
        masthead.language(tree)


def _list(body: bytes) -> None:
    try:
        opml.read(body)
    except BadInput as error:
        str(error).encode()


def _ask(body: bytes) -> None:
    robots = Robots(lambda _: _exchange(body), "reportedly/1", clock.system)
    for path in ("/", "/private/a.html?x=%zz", "/%D8%A8"):
        try:
            robots.delay(httpx.URL(f"http://pier.example{path}"))
        except NoPage as why:
            str(why).encode()
    robots.sitemaps(httpx.URL(AT))


def _import(ending: str) -> Callable[[bytes], None]:
    def enter(body: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"x{ending}"
            path.write_bytes(body)
            try:
                for _ in files.articles(path, files.Intake(path.name, 100_000, NOW, files.columns(()))):
                    pass
            except BadInput as error:
                str(error).encode()

    return enter


def _unpack(ending: str) -> Callable[[bytes], None]:
    def enter(body: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"x{ending}"
            path.write_bytes(body)
            try:
                for _ in foreign.captures(path, NOW):
                    pass
            except BadInput as error:
                str(error).encode()

    return enter


def _wacz(warc: bytes) -> bytes:
    """A WACZ file with that archive in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("archive/data.warc", warc)
        archive.writestr("datapackage.json", "{}")
    return made.getvalue()


def _of(*names: str) -> tuple[bytes, ...]:
    return tuple((DOCUMENTS / name).read_bytes() for name in names)


DOORS: Final[tuple[Door, ...]] = (
    Door(_announce, _of("podcast.rss", "podcast.rss", "paper.atom", "paper.rdf", "declared.rss"), 50),
    Door(_announce, _of("feed.json", "sitemap.xml", "index.xml", "page.html"), 20),
    Door(_extract, _of("page.html"), 10),
    Door(_look_at, _of("page.html"), 8),
    Door(_list, _of("list.opml"), 5),
    Door(_ask, _of("robots.txt"), 3),
    Door(_import(".jsonl"), _of("articles.jsonl"), 2),
    Door(_import(".csv"), _of("articles.csv"), 2),
    Door(_import(".parquet"), _of("articles.parquet"), 1),
    Door(_unpack(".warc"), _of("pages.warc"), 2),
    Door(_unpack(".warc.gz"), tuple(map(gzip.compress, _of("pages.warc"))), 1),
    Door(_unpack(".wacz"), tuple(map(_wacz, _of("pages.warc"))), 1),
)
