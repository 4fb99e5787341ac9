"""Whatever a server sends, reading it ends soon, in articles or in an outcome."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.fetch import Announcement, announced, canonical, paywalled
from reportedly.fetch.announcing.alternates import feeds_named
from reportedly.fetch.announcing.linkpage import parsed
from reportedly.fetch.discovery.masthead import country, language, name
from reportedly.records import Exchange, Outcome

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
RSS = b"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Herald</title><item><title>Rain
&amp; wind</title><link>http://h.example/rain-falls-on-tarnow?id=1</link>
<pubDate>Mon, 03 Jun 2024 08:00:00 GMT</pubDate>
</item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">Rain</title><link href="/rain"/>
<updated>2024-06-03T01:00:00Z</updated></entry></feed>"""
JSON = b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "url": "/a", "title": "Rain"}]}'
MAP = b"<urlset><url><loc>http://h.example/rain</loc><lastmod>2024-06-03</lastmod></url></urlset>"
PAGE = b"""<!doctype html><html lang="en-PK"><head><link rel=canonical href="http://h.example/a">
<title>Herald | Rain</title>
<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script></head><body>
<a href="/world/engineers-found-in-sorvash">Engineers found alive in Sorvash</a></body></html>"""


def exchange(body: bytes) -> Exchange:
    return Exchange("http://h.example/a", NOW, 200, "OK", (), (("Content-Type", "text/html; charset=x"),), body)


def all_of_it(body: bytes) -> None:
    for page in (False, True):
        assert isinstance(announced(exchange(body), "h", page=page), Announcement | Outcome)
    assert canonical(exchange(body))
    paywalled(exchange(body))
    text = body.decode("utf-8", "replace")
    feeds_named(text, "http://h.example/")
    tree = parsed(text)
    if tree is not None:
        name(tree, "http://h.example/")
        language(tree)
        country(tree, "http://h.example/")


@given(st.sampled_from([RSS, ATOM, JSON, MAP, PAGE]), st.data())
def test_mutated_feeds_and_pages_break_nothing(whole: bytes, data: st.DataObject) -> None:
    body = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(body)))
        until = data.draw(st.integers(at, min(len(body), at + 30)))
        body[at:until] = data.draw(
            st.one_of(st.binary(max_size=8), st.sampled_from([b"<", b"&", b"]]>", b"<!--", b"\0"]))
        )
    all_of_it(bytes(body))


OPEN = b'<rss version="2.0"><channel><item><title>'


@pytest.mark.parametrize(
    "body",
    [
        OPEN + b"<a>" * 140_000,
        OPEN + b"<a>" * 9_900,
        OPEN + b"<" * 140_000,
        OPEN + b"&" * 140_000,
        OPEN + b"<![CDATA[" * 140_000,
        b"<html>" + b"<b>" * 1_000_000,
        b"<html>" + b'<a href="/x/12345678">' * 100_000,
        b"<html>" + b"<link " * 500_000,
        b"<urlset><url>" + b"<loc>" * 500_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 1_000_000,
    ],
    ids=["tags", "depth", "brackets", "ampersands", "sections", "html", "links", "heads", "sitemap", "json"],
)
def test_millions_of_tags_end_soon(body: bytes) -> None:
    began = time.process_time()
    for page in (False, True):
        assert isinstance(announced(exchange(body), "h", page=page), Announcement | Outcome)
    assert time.process_time() - began < 20  # a machine under load; alone it takes a second or two
