from datetime import date

import pytest

from reportedly.errors import BadInput
from reportedly.outlets import opml
from reportedly.records import Outlet, Selector

EXPORT = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.1"><head><title>My feeds</title></head><body>
 <outline text="News"><outline text="Tarnow Herald" type="rss" xmlUrl="https://www.herald.example/rss"
   htmlUrl="https://www.herald.example/" language="en"/>
  <outline text="Tarnow Herald: World" type="rss" xmlUrl="https://www.herald.example/world"
   htmlUrl="https://www.herald.example/"/></outline>
 <outline text="Wire" xmlUrl="http://wire.co.example/atom.xml"/>
 <outline text="a note"/><outline text="mail" xmlUrl="mailto:x"/>
</body></opml>"""


def test_feeds_of_one_home_page_are_one_outlet() -> None:
    herald, wire = opml.read(EXPORT)
    assert herald.id == "herald-example"
    assert herald.name == "Tarnow Herald"
    assert herald.feeds == ("https://www.herald.example/rss", "https://www.herald.example/world")
    assert herald.languages == ("en",)
    assert (herald.folder, wire.folder) == ("News", None)
    assert (wire.id, wire.home) == ("wire-co-example", "http://wire.co.example/")


def test_folders_within_folders() -> None:
    inner = '<outline text="Wire" xmlUrl="http://wire.example/rss"/>'
    data = f'<opml><body><outline text="World"><outline title="Gulf/Oman">{inner}</outline></outline></body></opml>'
    (wire,) = opml.read(data.encode())
    assert wire.folder == "World/Gulf-Oman"


@pytest.mark.parametrize("ends", ["</outline>", ""])
def test_folders_without_end_do_end(ends: str) -> None:
    deep = '<outline text="a">' * 5_000 + '<outline xmlUrl="http://wire.example/rss"/>' + ends * 5_000
    (wire,) = opml.read(f"<opml><body>{deep}</body></opml>".encode())
    assert wire.folder == "/".join("a" * 20)


def test_what_is_written_is_read_back() -> None:
    outlets = (
        Outlet(
            id="state",
            name="État & Volk",
            home="http://state.example/",
            feeds=("http://state.example/1", "http://state.example/2?a=1&b=2"),
            country="TA",
            languages=("fr", "en"),
            owner="Ministry",
            folder="Valley/State media",
        ),
        Outlet(
            id="mixed",
            name="Mixed",
            home="http://mixed.example/",
            feeds=("http://mixed.example/rss",),
            sitemaps=("http://mixed.example/news.xml",),
            pages=("http://mixed.example/latest",),
            folder="Valley/Dailies",
        ),
        Outlet(id="quiet", name="Quiet", home="http://quiet.example/"),
        Outlet(
            id="same",
            name="Same <b>",
            home="http://mixed.example/",
            feeds=("http://mixed.example/same",),
            selectors=(Selector(date(2024, 1, 2), 'div[data-x="1"] > p'), Selector(date(2025, 1, 2), "p", "h1")),
        ),
    )
    assert opml.read(opml.write(outlets)) == outlets


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not xml",
        b"<html><body/></html>",
        b"<opml><body/></opml>",
        b"\x00\xff",
        b'<?xml version="1.0" encoding="no-such"?><opml/>',
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a%s;" % (b"%d" % (i - 1) if i else b"") * 50) for i in range(9))
        + b"]><opml>&a8;</opml>",
    ],
)
def test_what_is_no_list_of_feeds_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        opml.read(data)
