from datetime import UTC

import feedparser
import pytest
import trafilatura

from reportedly.sample import render, world
from reportedly.sample.truth import truth
from reportedly.sample.world import LAST, Piece, Site

PAGES = [(site, version) for site, piece in world.pieces() if (version := piece.as_of(LAST))]
SITES = [site for site in world.sites().values() if site.build.feed != "moved"]
FURNITURE = ("cookie", "Related", "Share", "Most read", "Sample page", "Recent dispatches", "Also on the wire")

each_site = pytest.mark.parametrize("site", SITES, ids=lambda site: site.outlet.id)


def page(site: Site, piece: Piece) -> str:
    return render.article(site, piece, LAST).decode(site.build.charset)


def joined(text: str | None) -> str:
    """Without the joiners of Persian, which trafilatura drops."""
    return (text or "").replace("\u200c", "")


def test_every_page_says_that_it_is_a_sample() -> None:
    for site, piece in PAGES:
        html = page(site, piece)
        assert f'="sample" content="{render.SAMPLE}"' in html.replace("NAME", "name").replace("CONTENT", "content")
        assert html.count(render.SAMPLE) >= 2  # once for machines, once for people


def test_every_page_has_menu_cookie_notice_and_related_headlines_around_the_article() -> None:
    for site, piece in PAGES:
        html = page(site, piece)
        assert "ookie" in html or site.build.labels.cookies in html
        assert site.build.menu[-1] in html
        assert sum(other.headline in html for other in site.on(LAST) if other.name != piece.name) >= 2


def test_article_text_is_extracted_whole_and_without_what_stands_around_it() -> None:
    for site, piece in PAGES:
        text = joined(trafilatura.extract(render.article(site, piece, LAST), url=site.url(piece)))
        assert text.removeprefix(joined(piece.headline)).split() == joined(piece.text).split(), site.url(piece)
        assert not any(word in text for word in FURNITURE)


def test_headlines_are_found() -> None:
    for site, piece in PAGES:
        found = trafilatura.extract_metadata(render.article(site, piece, LAST), default_url=site.url(piece))
        assert joined(found.title) == joined(piece.headline)


@each_site
def test_feeds_are_well_formed_and_announce_every_article(site: Site) -> None:
    feed = feedparser.parse(render.feed(site, LAST))
    assert not feed.bozo
    assert {entry.link for entry in feed.entries} >= {site.url(piece) for piece in site.on(LAST)}
    assert len(feed.entries) == len(site.on(LAST)) + len(site.dead_ends)


@each_site
def test_feeds_give_dates_except_that_of_the_undated_outlet(site: Site) -> None:
    feed = feedparser.parse(render.feed(site, LAST))
    told = {entry.link: entry.get("published_parsed") for entry in feed.entries}
    for piece in site.on(LAST):
        moment = told[site.url(piece)]
        if site.outlet.id in truth().undated_outlets:
            assert moment is None
        else:
            assert tuple(moment)[:5] == piece.published.astimezone(UTC).timetuple()[:5]


def test_feeds_announce_edits() -> None:
    changes = {
        entry.link: tuple(entry.updated_parsed)[:3]
        for site in SITES
        for entry in feedparser.parse(render.feed(site, LAST)).entries
        if "updated_parsed" in entry and entry.updated_parsed != entry.get("published_parsed")
    }
    assert changes == {edit.url: (edit.on.year, edit.on.month, edit.on.day) for edit in truth().edits}


def test_two_outlets_leave_the_date_off_their_pages() -> None:
    undated = set()
    for site, piece in PAGES:
        outside = page(site, piece).replace(piece.text, "")
        days = (f"{piece.published:%Y-%m-%d}", f"{piece.published.day} March 2026", f"{piece.published:%d.%m.%Y}")
        if not any(day in outside for day in days):
            undated.add(site.outlet.id)
    assert undated == {"ilvara-monitor", "balvara-today"}


def test_the_same_day_gives_the_same_bytes() -> None:
    site, piece = PAGES[0]
    assert render.article(site, piece, LAST) == render.article(site, piece, LAST)
