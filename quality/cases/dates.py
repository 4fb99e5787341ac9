"""When it came out."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quality.cases.case import Case, differs
from reportedly.extract.intake import files
from reportedly.fetch import Announcement, announced
from reportedly.records import Article, Exchange, FeedItem, Outcome

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


MARCH = "2026-03-09"
_WRITTEN = ["nexis", "nexis2", "nexis3", "ord", "ord2", "dotmon", "comma", "abbr-day", "gkg", "monthword", "monthword2"]

CASES: tuple[Case, ...] = (
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
