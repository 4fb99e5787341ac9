"""When it came out."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quality.cases.case import Case, differs
from reportedly.extract import page
from reportedly.extract.intake import files
from reportedly.fetch import Announcement, announced
from reportedly.records import Article, Capture, Exchange, FeedItem, Outcome, Outlet

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


class Feed(NamedTuple):
    """An input and the moments right for its items, in ISO 8601; None: unknown. ``told`` where a note must say so."""

    name: str
    right: tuple[str | None, ...]
    told: bool = False


def _announced(name: str, inputs: Path) -> Announcement | Outcome:
    body = (inputs / name).read_bytes()
    return announced(Exchange("http://news.example/feed", NOW, 200, "OK", (), (), body), "news")


def _feeds(*feeds: Feed, inputs: Path) -> Iterator[str]:
    for feed in feeds:
        found = _announced(feed.name, inputs)
        if isinstance(found, Outcome):
            yield f"{feed.name}: {found.message}"
            continue
        yield from differs(feed.name, tuple(_shown(item) for item in found.items), feed.right)
        if feed.told and not found.note:
            yield f"{feed.name}: nothing said of its dates"


def _shown(item: FeedItem) -> str | None:
    return f"{item.published:%Y-%m-%dT%H:%M}" if item.published else None


def _feed_case(number: str, *feeds: Feed) -> Case:
    return Case(number, tuple(feed.name for feed in feeds), lambda inputs: _feeds(*feeds, inputs=inputs))


def _table(name: str, right: dict[str, str | None], inputs: Path) -> Iterator[str]:
    """Days by the title of a row; those unknown, and those of another calendar, must be told."""
    taken = list(files.articles(inputs / name, files.Intake(name, 10**6, NOW, files.columns(()))))
    articles = {one.headline or "": one for one in taken if isinstance(one, Article)}
    said = " ".join(one.message for one in taken if isinstance(one, Outcome))
    for title, day in right.items():
        published = articles[title].published if title in articles else None
        yield from differs(title, f"{published.start}" if published else None, day)
    unknown = sum(1 for one in articles.values() if one.published is None)
    if said.count("stays unknown") < unknown:
        yield f"{unknown} dates unknown, {said.count('stays unknown')} of them told"


URL = "https://news.example/bridge"


def _came_out(name: str, inputs: Path, item: FeedItem | None = None, head: bytes = b"") -> str | None:
    """The day the page came out and, where its zone is told, the time in UTC."""
    body = (inputs / name).read_bytes().replace(b"<head>", b"<head>" + head, 1)
    news, seen = (
        Outlet("news", "News", "https://news.example/"),
        Capture("c", URL, NOW, 200, "text/html", "0", 1, "w", 0),
    )
    found = page.article(body, url=URL, outlet=news, content_type="text/html", item=item, capture=seen)
    out = found.published if isinstance(found, Article) else None
    return f"{out.at:%Y-%m-%dT%H:%M:%S}" if out and out.at else f"{out.start}" if out else None


def _pages(pages: dict[str, str], inputs: Path) -> Iterator[str]:
    for name, right in pages.items():
        yield from differs(name, _came_out(name, inputs), right)


def _page_case(number: str, **pages: str) -> Case:
    named = {f"{name.replace('_', '-')}.html": right for name, right in pages.items()}
    return Case(number, tuple(named), partial(_pages, named))


def _jalali(inputs: Path) -> Iterator[str]:
    """The feed tells the day or none, and the page's own day stands against what the feed said of old."""
    name = "feed-date-atom-jalali-pub.xml"
    found = _announced(name, inputs)
    if isinstance(found, Outcome):
        yield found.message
        return
    yield from differs("by the feed", [_shown(item) for item in found.items], ["2026-01-27T11:32"])
    yield from differs("said of its dates", found.note is not None, right=True)
    head = b"<meta property='article:published_time' content='2026-01-27'>"
    for item in (found.items[0], FeedItem(URL, "news", published=datetime(1404, 11, 7, 11, 32, tzinfo=UTC))):
        day = _came_out("h3-meta-dots-day.html", inputs, item, head)
        yield from differs("by feed and page", day and day[:10], "2026-01-27")


MARCH = "2026-03-09"
_WRITTEN = ["nexis", "nexis2", "nexis3", "ord", "ord2", "dotmon", "comma", "abbr-day", "gkg", "monthword", "monthword2"]

APRIL = "2023-04-28"

CASES: tuple[Case, ...] = (
    Case("F09", ("feed-date-atom-jalali-pub.xml", "h3-meta-dots-day.html"), _jalali),
    _page_case("H07", html_date_java=f"{APRIL}T17:20:36", h3_meta_java2="2020-01-28T14:28:56"),
    _page_case("H09", h3_meta_unpadded="2022-05-05", h3_meta_unpadded_t="2022-05-03"),
    _page_case("H10", h3_meta_dots_day="2021-11-11", h3_meta_dots_comma="2022-12-10"),
    _page_case(
        "H12",
        html_date_ampm=f"{APRIL}T23:20:00",
        html_date_weekday=APRIL,
        html_date_ordinal=APRIL,
        html_date_sept="2023-09-28",
        html_date_ymd_slash=APRIL,
        html_date_us_slash=APRIL,
    ),
    _page_case("H14", html_date_claimreview=APRIL),
    _page_case(
        "H16",
        h3_ld_cdata=f"{APRIL}T19:20:36",
        html_ld_comment=f"{APRIL}T19:20:36",
        html_ld_htmlcomment=f"{APRIL}T19:20:36",
    ),
    _page_case("H19", html_ld_related_first=f"{APRIL}T19:20:36"),
    _feed_case(
        "F12", Feed("feed-date-epoch.xml", (f"{MARCH}T10:00",)), Feed("feed-date-epochms.xml", (f"{MARCH}T10:00",))
    ),
    _feed_case("F13", Feed("feed-date-future.xml", (None,), told=True)),
    Case(
        "T12",
        ("tab-dates.csv",),
        partial(_table, "tab-dates.csv", {"epochms": MARCH, "epoch": MARCH, "epochus": MARCH}),
    ),
    Case(
        "T13",
        ("tab-dates.csv",),
        partial(
            _table, "tab-dates.csv", {"jalali": MARCH, "jalali-fa": MARCH, **dict.fromkeys(("hijri", "y1", "future"))}
        ),
    ),
    _feed_case(
        "F11", Feed("feed-slash.xml", ("2016-06-29T15:07",)), Feed("feed-date-ymdslash.xml", (f"{MARCH}T10:00",))
    ),
    _feed_case("F20", Feed("feed-date-nozone2.xml", ("2023-05-30T12:00",))),
    _feed_case("F15", Feed("feed-date-cest.xml", ("2023-12-04T08:25",))),
    _feed_case("F17", Feed("feed-date-gmt7.xml", ("2021-09-05T01:00",))),
    _feed_case("F21", Feed("feed-rdf.xml", (f"{MARCH}T01:00",)), Feed("feed-date-dcdate.xml", (f"{MARCH}T07:00",))),
    _feed_case("F48", Feed("sitemap-rfc822.xml", (f"{MARCH}T10:00", f"{MARCH}T07:00"))),
    Case("T11", ("tab-dates.csv",), partial(_table, "tab-dates.csv", dict.fromkeys(_WRITTEN, MARCH))),
)
