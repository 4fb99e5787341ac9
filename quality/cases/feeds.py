"""What is announced, and at which address."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quality.cases.case import Case, differs, folder
from quality.cases.newsroom import watched
from reportedly.archive import Archive
from reportedly.fetch import Announcement, announced
from reportedly.ledger import open_ledger
from reportedly.records import Exchange, FeedItem, Outcome
from reportedly.settings import init_desk

FEED = "http://news.example/feeds/all.xml"


class Item(NamedTuple):
    """What is right of an announced item; a title of None is not looked at."""

    url: str
    title: str | None = None


A1 = Item("http://news.example/a1")


def _found(body: bytes) -> Announcement | Outcome:
    return announced(Exchange(FEED, datetime(2026, 3, 9, 12, tzinfo=UTC), 200, "OK", (), (), body), "news")


def _items(items: tuple[FeedItem, ...], right: tuple[Item, ...]) -> Iterator[str]:
    yield from differs("addresses", [item.url for item in items], [item.url for item in right])
    for item, wanted in zip(items, right, strict=False):
        if wanted.title is not None:
            yield from differs("title", item.title, wanted.title)


def _read(name: str, *right: Item, inputs: Path) -> Iterator[str]:
    found = _found((inputs / name).read_bytes())
    if isinstance(found, Outcome):
        yield f"not read: {found.message}"
    else:
        yield from _items(found.items, right)


def _survived(name: str, *right: Item, inputs: Path) -> Iterator[str]:
    """The feed is read, and a round of watching goes on to the other outlet."""
    yield from _read(name, *right, inputs=inputs)
    seen = watched((inputs / name).read_bytes())
    yield from differs("the other outlet's page asked for", seen.went_on, right=True)
    yield from differs("how the feed ended", seen.outcome and seen.outcome.state, "fetched")


def _long_articles(_: Path) -> Iterator[str]:
    for items, tags in ((100, 900), (500, 150)):
        inside = f"<content:encoded><![CDATA[{'<p>w</p>' * tags}]]></content:encoded>"
        each = "".join(f"<item><link>http://news.example/{n}</link>{inside}</item>" for n in range(items))
        found = _found(f"<rss version='2.0'><channel>{each}</channel></rss>".encode())
        if isinstance(found, Outcome) or not found.items:
            yield f"{items} items of {2 * tags} tags: none read"
        elif len(found.items) < items and not found.note:
            yield f"{items} items: {len(found.items)} read without a word on the others"


def _spellings(_: Path) -> Iterator[str]:
    paths = ("مقاله.html", "%D9%85%D9%82%D8%A7%D9%84%D9%87.html", "%d9%85%d9%82%d8%a7%d9%84%d9%87.html")
    each = "".join(
        f"<item><link>http://news.example/{path}</link></item>" for path in (*paths, "a 1.html", "a%201.html")
    )
    seen = watched(f"<rss version='2.0'><channel>{each}</channel></rss>".encode())
    yield from differs("pages", len(seen.items), 2)


def _any_spelling(_: Path) -> Iterator[str]:
    stored, asked = (
        "http://news.example/a 1.html",
        ("/a%201.html", "/a 1.html", "/a%201.html#top", "/a%201.html?utm_source=mail"),
    )
    with folder() as work, open_ledger(f"sqlite:///{work}/l.db") as ledger:
        desk = init_desk(work / "desk")
        page = Exchange(stored, datetime(2026, 3, 9, 12, tzinfo=UTC), 200, "OK", (), (), b"<p>x</p>")
        with Archive(desk.archive) as archive:
            ledger.captures.put(archive.write(page))
        for spelled in (f"{scheme}://news.example{path}" for scheme in ("http", "https") for path in asked):
            yield from differs(spelled, ledger.pages.known_as(spelled), stored)


def _wrapped(inputs: Path) -> Iterator[str]:
    for name in ("feed-google-alerts.xml", "feed-bing-news.xml"):
        yield from _read(name, Item("https://news.example/a1"), inputs=inputs)


def _twice_escaped(inputs: Path) -> Iterator[str]:
    found = _found((inputs / "sitemap-rfc822.xml").read_bytes())
    titles = () if isinstance(found, Outcome) else [item.title for item in found.items]
    if "Fire & water" not in titles:
        yield f"titles: {titles!r}"


def _case(number: str, name: str, *right: Item, dies: bool = False) -> Case:
    trial = _survived if dies else _read
    return Case(number, (name,), lambda inputs: partial(trial, name, *right)(inputs=inputs))


CASES: tuple[Case, ...] = (
    _case("F01", "feed-crash-surrogate.xml", A1, dies=True),
    _case("F03", "feed-crash-charref-huge.xml", A1, dies=True),
    _case("F04", "feed-srsname.xml", A1, dies=True),
    _case("F06", "sitemap-surrogate.xml", A1._replace(title="Fire \ufffd x"), dies=True),
    _case("F30", "feed-atom-enclosure-no-href.xml", A1),
    _case("F31", "feed-relative-links-chanhome.xml", Item("http://news.example/blog/a1.html")),
    Case("F41", ("feed-google-alerts.xml", "feed-bing-news.xml"), _wrapped),
    Case("F44", (), _long_articles),
    _case("F42", "feed-enc-utf16-nobom.xml", A1._replace(title="Kraków")),
    _case("F36", "feed-unescaped-amp.xml", A1._replace(title="R&D at AT&T, M&S"), Item("http://news.example/a2")),
    _case("F38", "feed-title-script.xml", A1._replace(title="Dam fails")),
    _case("F47", "sitemap-amp.xml", Item("http://news.example/a?x=1&y=2")),
    Case("F49", ("sitemap-rfc822.xml",), _twice_escaped),
    Case("F50", (), _spellings),
    Case("U05", (), _any_spelling),
)
